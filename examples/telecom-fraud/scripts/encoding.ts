/** A two-byte code table, read once out of the platform's decoder so that both ways agree. */
interface CodeTable {
  /** Character to `lead << 8 | trail`. */
  readonly codes: ReadonlyMap<string, number>;
  /** `lead << 8 | trail` to character. */
  readonly characters: ReadonlyMap<number, string>;
}

const tables = new Map<string, CodeTable>();

/** Encodes text in GB18030's two-byte part (GBK) or in Big5; throws for a character without a code. */
export function encodeTwoByte(text: string, encoding: "gb18030" | "big5"): Uint8Array {
  const { codes } = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else {
      const code = codes.get(character);
      if (code === undefined) throw new RangeError(`${encoding} has no two-byte code for ${character}`);
      bytes.push(code >> 8, code & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

/** Encodes text as little-endian UTF-16 with a byte order mark. */
export function encodeUtf16le(text: string): Uint8Array {
  const bytes = [0xff, 0xfe];
  for (let i = 0; i < text.length; i++) bytes.push(text.charCodeAt(i) & 0xff, text.charCodeAt(i) >> 8);
  return Uint8Array.from(bytes);
}

/**
 * Decodes GBK as old decoders do: a lead byte takes whatever follows it. A trail that cannot be one
 * is swallowed with its lead and gives one `?`, even where it is an ASCII character (B1 3C → `?`).
 */
export function decodeSwallowing(bytes: Uint8Array): string {
  const { characters } = tableOf("gb18030");
  let text = "";
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) text += String.fromCharCode(byte);
    else text += characters.get((byte << 8) | (bytes[++i] ?? 0)) ?? "?";
  }
  return text;
}

/** Removes private-use characters, as corpus cleaners do. */
export function dropPrivateUse(text: string): string {
  return text.replaceAll(/\p{Co}/gu, "");
}

function tableOf(encoding: "gb18030" | "big5"): CodeTable {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, number>();
  const characters = new Map<number, string>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length !== 1 || character === "\u{FFFD}") continue;
      const code = (lead << 8) | trail;
      characters.set(code, character);
      if (!codes.has(character)) codes.set(character, code);
    }
  }
  const table = { codes, characters };
  tables.set(encoding, table);
  return table;
}
