import { guarded } from "../../patterns/guarded.ts";

/** A stretch of text that is UTF-8 read as something else, and what it is. */
export interface Misread {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The bytes that Windows code page 1252 gives its characters above 7F, by character. */
let western: Map<number, number> | null = null;

/** How often one text may have been misread. */
const mostTimes = 3;

/**
 * Finds UTF-8 that was read as Windows-1252 or Latin-1 (â€œ, æ–‡), once or several times over: sequences that are
 * lawful UTF-8 again. A no-break space that a cleaner made a space is read as one within a sequence.
 */
export function misreadAsWestern(text: string): Misread[] {
  const found: Misread[] = [];
  for (const match of sequences.all(text)) {
    found.push(...sequencesIn(match[0], match.index));
  }
  return found;
}

// Matches what a UTF-8 sequence begins with, and what follows it: `æ–‡`, `â€œ`; must not match `é`.
const sequences = guarded(/[ÂÃâ-ô][\u0080-ÿŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™ ]{1,8000}/gu);

function sequencesIn(run: string, start: number): Misread[] {
  western ??= westernBytes();
  const found: Misread[] = [];
  for (let i = 0; i < run.length;) {
    const length = lengthOf(western.get(run.charCodeAt(i)) ?? 0);
    const bytes = bytesOf(run.slice(i, i + length), western);
    const text = length < 2 || bytes.length < length ? null : decoded(bytes);
    if (text === null) {
      i++;
      continue;
    }
    const last = found.at(-1);
    if (last !== undefined && last.end === start + i) {
      found[found.length - 1] = { start: last.start, end: last.end + length, text: last.text + text };
    } else found.push({ start: start + i, end: start + i + length, text });
    i += length;
  }
  return found.map((one) => ({ ...one, text: decodedAgain(one.text) }));
}

function bytesOf(sequence: string, table: ReadonlyMap<number, number>): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < sequence.length; i++) {
    const byte = sequence[i] === " " && i > 0 ? 0xa0 : table.get(sequence.charCodeAt(i));
    if (byte === undefined) break;
    bytes.push(byte);
  }
  return bytes;
}

/** What was misread twice is misread again once it is decoded. */
function decodedAgain(text: string): string {
  let result = text;
  for (let times = 1; times < mostTimes; times++) {
    const within = misreadAsWestern(result);
    if (within.length === 0) break;
    let next = "";
    let done = 0;
    for (const one of within) {
      next += result.slice(done, one.start) + one.text;
      done = one.end;
    }
    result = next + result.slice(done);
  }
  return result;
}

/** How many bytes a sequence has that begins with a byte; 0 where none does. */
function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function decoded(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

function westernBytes(): Map<number, number> {
  const bytes = Uint8Array.from({ length: 128 }, (_, i) => i + 128);
  const text = new TextDecoder("windows-1252").decode(bytes);
  const table = new Map([...text].map((character, i) => [character.charCodeAt(0), i + 128]));
  // Latin-1 has control characters where Windows has marks.
  for (let byte = 0x80; byte < 0xa0; byte++) table.set(byte, byte);
  return table;
}
