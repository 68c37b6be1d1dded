import { bitsOf } from "./likelihood.ts";

/** A text whose pieces were in two encodings. */
export interface Mixed {
  readonly text: string;
  /** How many pieces were in the other one. */
  readonly places: number;
  /** Where the first of them begins in the text. */
  readonly first: number;
}

/**
 * Decodes a file piece by piece where some of its pieces are in another encoding than the rest: a page whose frame is
 * UTF-8 and whose article came out of a database in GBK. Pieces end at line ends and tags, which are no part of a
 * character in either. Null where the file is in one encoding.
 */
export function decodeMixed(bytes: Uint8Array, encoding: "utf-8" | "gb18030"): Mixed | null {
  const other = encoding === "utf-8" ? "gb18030" : "utf-8";
  const main = new TextDecoder(encoding);
  const odd = new TextDecoder(other, { fatal: true });
  const pieces: string[] = [];
  let length = 0;
  let places = 0;
  let characters = 0;
  let first = 0;
  let done = 0;
  const keep = (end: number): void => {
    if (end <= done) return;
    const text = main.decode(bytes.subarray(done, end), { stream: true });
    pieces.push(text);
    length += text.length;
    done = end;
  };
  let from = 0;
  for (let i = 0; i <= bytes.length; i++) {
    const byte = bytes[i] ?? 0x0a;
    if (byte !== 0x0a && byte !== 0x3c && byte !== 0x3e && byte !== 0x0d) continue;
    const text = i - from < 4 ? null : pieceIn(bytes.subarray(from, i), encoding, odd);
    if (text !== null) {
      keep(from);
      if (places === 0) first = length;
      pieces.push(text);
      length += text.length;
      characters += text.length;
      places++;
      done = i;
    }
    from = i + 1;
  }
  if (places === 0 || characters < 4) return null;
  keep(bytes.length);
  pieces.push(main.decode());
  return { text: pieces.join(""), places, first };
}

/** A piece's text in the other encoding, where it is surely in that one. */
function pieceIn(
  piece: Uint8Array,
  encoding: "utf-8" | "gb18030",
  odd: InstanceType<typeof TextDecoder>,
): string | null {
  let high = 0;
  let leads = 0;
  for (const byte of piece) {
    if (byte >= 0x80) high++;
    if (byte >= 0xe3 && byte <= 0xe9) leads++;
  }
  if (high < 4 || (encoding === "gb18030" && leads < 2)) return null;
  let text: string;
  try {
    text = odd.decode(piece);
  } catch {
    return null;
  }
  const as = new TextDecoder(encoding).decode(piece);
  if (encoding === "utf-8" && !as.includes("\uFFFD")) return null;
  return bitsOf(text) + 16 < bitsOf(as) ? text : null;
}
