import { codePage } from "../src/decode/code-pages.ts";

/**
 * Readers that take UTF-8 for GBK, each with its own way to write what it does not know:
 *
 *   browser   U+FFFD for a first byte before ASCII; user-defined pairs as private-use characters
 *   java      U+FFFD for a first byte before ASCII, one for a pair that is no character
 *   python    U+FFFD for the first byte of what is no character, and on with the second
 *   php       `?` for a first byte and the ASCII behind it, and for a pair that is no character
 *   iconv     nothing for what is no character (`iconv -c`)
 *   windows   as php, and user-defined pairs as private-use characters, which a cleaner drops
 */
export const misreaders = ["browser", "java", "python", "php", "iconv", "windows"] as const;
export type Misreader = (typeof misreaders)[number];

/** Reads the UTF-8 of a text as GBK. */
export function misreadBy(text: string, reader: Misreader): string {
  const bytes = new TextEncoder().encode(text);
  const { units } = codePage("gb18030");
  let out = "";
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i] as number;
    if (byte < 0x80) {
      out += String.fromCharCode(byte);
      i++;
      continue;
    }
    if (byte === 0x80 || byte === 0xff) {
      // Code page 936 has the euro sign there.
      out += reader === "iconv" ? "" : reader === "java" || reader === "python" || byte === 0xff ? "\uFFFD" : "€";
      i++;
      continue;
    }
    const next = bytes[i + 1];
    if (next === undefined || next < 0x80) {
      const swallows = reader === "php" || reader === "windows";
      out += reader === "iconv" ? "" : swallows ? "?" : "\uFFFD";
      i += swallows && next !== undefined && next !== 0x0a ? 2 : 1;
      continue;
    }
    const unit = units[byte * 256 + next] as number;
    const isOwn = unit >= 0xe000 && unit <= 0xf8ff;
    if (unit !== 0 && !isOwn) {
      out += String.fromCharCode(unit);
      i += 2;
      continue;
    }
    if (reader === "browser") out += unit === 0 ? "\uFFFD" : String.fromCharCode(unit);
    else if (reader === "java") out += "\uFFFD";
    else if (reader === "php") out += "?";
    else if (reader === "windows") out += unit === 0 ? "?" : "";
    else if (reader === "python") {
      out += "\uFFFD";
      i++;
      continue;
    }
    i += 2;
  }
  return out;
}
