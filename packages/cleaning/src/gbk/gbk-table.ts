/** The double-byte codes of GB18030, both ways, built once from the decoder itself. */
export interface GbkTable {
  /** The character of a code (lead × 256 + trail), or "" where the pair is no character. */
  readonly characters: readonly string[];
  /** The code of a character's code unit, or 0 where it has none. */
  readonly codes: Uint16Array;
  /** The codes of private-use characters: cleaners of text drop these without a trace. */
  readonly dropped: readonly number[];
}

let table: GbkTable | null = null;

/** Builds the table at the first call: Node has a decoder for GB18030 and no encoder. */
export function gbkTable(): GbkTable {
  if (table !== null) return table;
  const characters: string[] = Array.from({ length: 65_536 }, () => "");
  const codes = new Uint16Array(65_536);
  const dropped: number[] = [];
  const bytes = new Uint8Array(126 * 190 * 2);
  let n = 0;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      bytes[n++] = lead;
      bytes[n++] = trail;
    }
  }
  // Every pair is one code unit, so the text has the order of the bytes.
  const text = new TextDecoder("gb18030").decode(bytes);
  for (let i = 0; i < text.length; i++) {
    const code = ((bytes[i * 2] ?? 0) << 8) | (bytes[i * 2 + 1] ?? 0);
    const unit = text.charCodeAt(i);
    characters[code] = text[i] ?? "";
    if (codes[unit] === 0) codes[unit] = code;
    if (unit >= 0xe000 && unit <= 0xf8ff) dropped.push(code);
  }
  table = { characters, codes, dropped };
  return table;
}

/** The double-byte code of a character, or 0 where it has none. */
export function codeOf(character: string): number {
  return character.length === 1 ? (gbkTable().codes[character.charCodeAt(0)] ?? 0) : 0;
}

/** Encodes a text as GB18030 double bytes and ASCII; null where a character needs more. */
export function encodeGbk(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const unit = character.charCodeAt(0);
    if (unit < 0x80) {
      bytes.push(unit);
      continue;
    }
    const code = codeOf(character);
    if (code === 0) return null;
    bytes.push(code >> 8, code & 255);
  }
  return Uint8Array.from(bytes);
}

/**
 * Decodes as the decoders do that made this damage: a lead byte swallows the ASCII byte after it and gives one `?`
 * (`keepAscii`: it gives U+FFFD and the byte stays; `ignore`: it gives nothing and the byte stays), private-use
 * characters are dropped where `drop` says so, a byte 80 is € where `euro` does, and a byte alone at the end is nothing
 * where `dropLast` does.
 */
export function decodeDamaged(
  bytes: Uint8Array,
  options: {
    readonly keepAscii: boolean;
    readonly drop: boolean;
    readonly ignore?: boolean;
    readonly euro?: boolean;
    readonly dropLast?: boolean;
  },
): string {
  const { characters } = gbkTable();
  let text = "";
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    if (lead === 0x80 && options.euro === true) {
      text += "€";
      continue;
    }
    const trail = bytes[i + 1];
    if (trail === undefined && options.dropLast === true) break;
    const character = trail === undefined ? "" : (characters[lead * 256 + trail] ?? "");
    if (character === "") {
      if (options.ignore !== true) text += options.keepAscii ? "\uFFFD" : "?";
      if (options.ignore !== true && !options.keepAscii) i++;
      continue;
    }
    const unit = character.charCodeAt(0);
    if (!(options.drop && unit >= 0xe000 && unit <= 0xf8ff)) text += character;
    i++;
  }
  return text;
}
