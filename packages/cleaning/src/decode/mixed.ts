import { withHongKong } from "./hkscs.ts";
import { bitsOf } from "./likelihood.ts";

/** What a character costs at most on average where text is in the encoding that it is read in. */
const soundBits = 11.5;

type Encoding = "utf-8" | "gb18030" | "big5";

/** A text whose pieces were in two encodings. */
export interface Mixed {
  readonly text: string;
  /** The encodings that pieces of it were in besides. */
  readonly others: readonly string[];
  /** How many pieces were in another one. */
  readonly places: number;
  /** Where the first of them begins in the text. */
  readonly first: number;
}

/**
 * Decodes a file piece by piece where some of its pieces are in another encoding than the rest: a page whose frame is
 * UTF-8 and whose article came out of a database in GBK. Pieces end at line ends and tags, which are no part of a
 * character in any of them. Null where the file is in one encoding.
 */
export function decodeMixed(bytes: Uint8Array, encoding: Encoding): Mixed | null {
  const main = new TextDecoder(encoding);
  const others = new Set<string>();
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
    const found = i - from < 4 ? null : pieceIn(bytes.subarray(from, i), encoding);
    if (found !== null) {
      const { text } = found;
      others.add(found.encoding);
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
  const text = pieces.join("");
  return { text: encoding === "big5" ? withHongKong(text) : text, others: [...others].sort(), places, first };
}

/** A piece's text in another encoding, where it is surely in that one. */
function pieceIn(piece: Uint8Array, encoding: Encoding): { text: string; encoding: Encoding } | null {
  let high = 0;
  let leads = 0;
  for (const byte of piece) {
    if (byte >= 0x80) high++;
    if (byte >= 0xe3 && byte <= 0xe9) leads++;
  }
  if (high < 4) return null;
  const as = decoderOf(encoding, false).decode(piece);
  if (encoding === "utf-8" && !as.includes("\uFFFD")) return null;
  const bits = bitsOf(encoding === "big5" ? withHongKong(as) : as);
  if (encoding !== "utf-8" && bits <= as.length * soundBits) return null;
  let best: { text: string; encoding: Encoding; bits: number } | null = null;
  for (const other of ["utf-8", "gb18030", "big5"] as const) {
    if (other === encoding || (other === "utf-8" && leads < 2)) continue;
    const text = lawful(piece, other);
    if (text === null) continue;
    // Of double bytes most pairs are lawful in either encoding: only characters of every day tell.
    const price = other === "utf-8" || encoding === "utf-8" ? 16 : 24 + text.length * 1.5;
    const cost = bitsOf(text) + price;
    if (cost < bits && (best === null || cost < best.bits)) best = { text, encoding: other, bits: cost };
  }
  return best;
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoderOf(encoding: Encoding, fatal: boolean): InstanceType<typeof TextDecoder> {
  const key = `${encoding} ${fatal}`;
  let decoder = decoders.get(key);
  if (decoder === undefined) decoders.set(key, (decoder = new TextDecoder(encoding, { fatal })));
  return decoder;
}

function lawful(piece: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = decoderOf(encoding, true).decode(piece);
    return encoding === "big5" ? withHongKong(text) : text;
  } catch {
    return null;
  }
}
