import { type PageName, codePage } from "../src/decode/code-pages.ts";

/** Encodes a text, which must have nothing but characters of the encoding. */
export function encoded(text: string, name: PageName | "utf-8" | "utf-16le" | "utf-16be"): Uint8Array {
  if (name === "utf-8") return new TextEncoder().encode(text);
  const bytes: number[] = [];
  if (name === "utf-16le" || name === "utf-16be") {
    for (let i = 0; i < text.length; i++) {
      const [low, high] = [text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8];
      bytes.push(...(name === "utf-16le" ? [low, high] : [high, low]));
    }
    return Uint8Array.from(bytes);
  }
  const { codes } = codePage(name);
  for (const character of text) {
    const unit = character.charCodeAt(0);
    const code = unit < 0x80 ? unit : (codes[unit] ?? 0);
    if (code === 0) throw new Error(`not in ${name}: ${character}`);
    bytes.push(...(code > 255 ? [code >> 8, code & 255] : [code]));
  }
  return Uint8Array.from(bytes);
}

/** Decodes bytes as somebody did by mistake. */
export function decodedAs(bytes: Uint8Array, name: PageName | "latin1"): string {
  if (name === "latin1") return String.fromCharCode(...bytes);
  if (name !== "cp437") return new TextDecoder(name).decode(bytes);
  const { units } = codePage(name);
  return Array.from(bytes, (byte) => String.fromCharCode(byte < 0x80 ? byte : (units[byte] ?? 0xfffd))).join("");
}
