/** A line of a stream of bytes. */
export interface Line {
  /** 1-based, empty lines counted. */
  readonly number: number;
  /** Without its line feed; null where it is longer than may be held. */
  readonly text: string | null;
}

/** How many bytes a line may have: an article of five million characters, all of them written as escapes. */
export const longestLine: number = 32 * 1024 * 1024;

/**
 * Splits a stream of bytes into lines of UTF-8: for each piece of the stream the lines that it completes, at the end the one
 * without a line feed. Nothing of the stream is asked for before the lines of the last piece were dealt with, and of a
 * line longer than `limit` bytes nothing is kept.
 *
 * A byte order mark at the head of a line is none of it: files are put one after the other.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  limit: number = longestLine,
): AsyncGenerator<readonly Line[]> {
  let open: Uint8Array[] = []; // the pieces of the line that has not ended
  let length = 0; // their bytes, those not kept as well
  let number = 1;
  const close = (last: Uint8Array): Line => {
    const isLong = length + last.length > limit;
    const line = { number: number++, text: isLong ? null : textOf(open, last) };
    open = [];
    length = 0;
    return line;
  };
  for await (const piece of stream) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = piece.indexOf(0x0a); end >= 0; end = piece.indexOf(0x0a, from)) {
      lines.push(close(piece.subarray(from, end)));
      from = end + 1;
    }
    if (lines.length > 0) yield lines;
    if (from === piece.length) continue;
    length += piece.length - from;
    if (length > limit) open = [];
    else open.push(piece.subarray(from));
  }
  if (length > 0) yield [close(new Uint8Array())];
}

function textOf(open: readonly Uint8Array[], last: Uint8Array): string {
  const decoder = new TextDecoder();
  if (open.length === 0) return decoder.decode(last);
  return open.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode(last);
}
