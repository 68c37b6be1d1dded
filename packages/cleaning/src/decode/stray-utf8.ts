import type { StrayBytes } from "@jianbao/model";
import { LanguageModel } from "../language/language-model.ts";
import { isWithinWord, rated, whole } from "../rules/misread/lost-characters.ts";

/** How much likelier an original must be than every other, in bits; that a byte was put in or changed costs more. */
const margin = 7;
const anyByte = 9;
/** How many places of a text are looked into. */
const mostPlaces = 24;
/** What a character costs at most alone that may have been lost. */
const rarest = 19;

/** A run of bytes that are no character. */
interface Run {
  readonly at: number;
  readonly bytes: readonly number[];
}

/**
 * Decodes UTF-8 with one U+FFFD for each run of bytes that are no character, and tells what a run was where a single
 * byte that was lost, put in or changed explains it and the words leave no doubt.
 */
export function decodeBroken(bytes: Uint8Array): { readonly text: string; readonly strays: readonly StrayBytes[] } {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const runs: Run[] = [];
  let text = "";
  let done = 0;
  for (let i = 0; i < bytes.length;) {
    const length = lengthAt(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    text += decoder.decode(bytes.subarray(done, i));
    const pair = surrogatesAt(bytes, i);
    if (pair !== null) {
      text += pair;
      i += 6;
      done = i;
      continue;
    }
    const cut = cutApart(bytes, i) || changedWithin(bytes, i);
    const run: number[] = [...bytes.subarray(i, i + cut)];
    i += cut;
    if (cut === 0) while (i < bytes.length && lengthAt(bytes, i) === 0) run.push(bytes[i++] as number);
    runs.push({ at: text.length, bytes: run });
    text += "\uFFFD";
    done = i;
  }
  text += decoder.decode(bytes.subarray(done));
  if (runs.length > mostPlaces) return { text, strays: runs.map((run) => ({ ...run, original: null })) };
  const model = new LanguageModel(whole(text));
  const strays: StrayBytes[] = [];
  let shift = 0;
  for (const run of runs) {
    const at = run.at + shift;
    const isAtEdge = text.slice(0, at).trim() === "" || text.slice(at + 1).trim() === "";
    const original = originalOf({ ...run, at }, text, model, isAtEdge);
    const before = text.charCodeAt(at - 1);
    if (original !== null && original.length === 2) {
      // The character before it was none either: both are one.
      text = `${text.slice(0, at - 1)}${text.slice(at)}`;
      shift--;
      strays.push({ at: at - 1, bytes: [...bytesOf(before), ...run.bytes], original: original[1] ?? null });
    } else strays.push({ at, bytes: run.bytes, original });
  }
  return { text, strays };
}

/** A character beyond the first 65,536 that was written as two halves of three bytes each (CESU-8), or null. */
function surrogatesAt(bytes: Uint8Array, at: number): string | null {
  const [a, b = 0, c = 0, d, e = 0, f = 0] = bytes.subarray(at, at + 6);
  const isPair = a === 0xed && d === 0xed && b >= 0xa0 && b <= 0xaf && e >= 0xb0 && e <= 0xbf;
  if (!isPair || (c & 0xc0) !== 0x80 || (f & 0xc0) !== 0x80) return null;
  return String.fromCharCode(0xd800 | ((b & 15) << 6) | (c & 63), 0xdc00 | ((e & 15) << 6) | (f & 63));
}

/** Half of a character beyond the first 65,536 is no other one. */
function isHalf([first, second = 0, third = 0]: readonly number[]): boolean {
  return first === 0xed && second >= 0xa0 && second <= 0xbf && (third & 0xc0) === 0x80;
}

function bytesOf(unit: number): number[] {
  return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63)];
}

/** A character of which the second byte became ASCII takes three bytes; else 0. */
function changedWithin(bytes: Uint8Array, at: number): number {
  const [lead = 0, second = 0x80, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  const isOne = lead >= 0xe2 && lead <= 0xef && second >= 0x20 && second < 0x80 && (third & 0xc0) === 0x80;
  return isOne && (fourth & 0xc0) !== 0x80 ? 3 : 0;
}

/** How many bytes a character takes into which ASCII was put: a line's end, where lines were cut by bytes; else 0. */
function cutApart(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0xe0 || lead > 0xef) return 0;
  const found: number[] = [lead];
  let i = at + 1;
  for (; i < Math.min(bytes.length, at + 6) && found.length < 3; i++) {
    const byte = bytes[i] as number;
    if ((byte & 0xc0) === 0x80) found.push(byte);
    else if (byte >= 0x80) return 0;
  }
  return found.length === 3 && i - at <= 5 && lengthAt(Uint8Array.from(found), 0) === 3 ? i - at : 0;
}

/** How many bytes the character has that begins at a place; 0 where there is none. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] as number) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] as number;
  // Longer than need be, halves of surrogates, and beyond Unicode.
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  return length;
}

/** What a run was; two characters where the one before it is replaced by the second; null where that is not sure. */
function originalOf({ at, bytes }: Run, text: string, model: LanguageModel, isAtEdge: boolean): string | null {
  const rest = bytes.filter((byte) => byte >= 0x80);
  // Three bytes with ASCII among them.
  if (rest.length === 3 && bytes.length > 3) return new TextDecoder().decode(Uint8Array.from(rest));
  if (bytes.length > 4 || isHalf(bytes)) return null;
  const found: { text: string; bits: number }[] = [];
  const rate = (candidates: ReadonlyMap<string, number>, where: string, position: number, put: string): void => {
    for (const { character, bits } of rated(where, position, [...candidates.keys()], model))
      found.push({ text: put + character, bits: bits + (candidates.get(character) ?? 0) });
  };
  if (bytes.length > 1) rate(oneEditFrom(bytes, model), text, at, "");
  else if (!isAtEdge) {
    // A byte too many: it stands by itself, or it and the character before are another.
    const before = text.charCodeAt(at - 1);
    if (isWithinWord(text.slice(0, at), text.slice(at + 1), model)) rate(new Map([["", anyByte]]), text, at, "");
    if (before >= 0x800 && before < 0xd800) {
      const others = oneEditFrom([...bytesOf(before), ...bytes], model);
      others.delete(String.fromCharCode(before));
      const joined = text.slice(0, at - 1) + text.slice(at);
      rate(others, joined, at - 1, String.fromCharCode(before));
      // To be told by words, it must be weighed against what stands there.
      if (others.size > 0 && found.every(({ text: one }) => one.length > 0))
        rate(new Map([["", anyByte + 4]]), text, at, "");
    }
  }
  found.sort((a, b) => a.bits - b.bits);
  const [best, next] = found;
  if (best === undefined || (next !== undefined && next.bits - best.bits < margin)) return null;
  return best.text === "" && !isWithinWord(text.slice(0, at), text.slice(at + 1), model) ? null : best.text;
}

/** The characters from which one byte that was lost, put in or changed makes a run, with what that costs. */
function oneEditFrom(bytes: readonly number[], model: LanguageModel): Map<string, number> {
  const found = new Map<string, number>();
  for (const [from, to] of [
    [0x2010, 0x2030],
    [0x3001, 0x301f],
    [0x4e00, 0x9fff],
    [0xff01, 0xff5e],
  ] as const) {
    for (let unit = from; unit <= to; unit++) {
      if (!mayBe(unit, bytes)) continue;
      const edit = editOf(bytesOf(unit), bytes);
      const character = String.fromCharCode(unit);
      if (edit !== null && (model.alone(character) <= rarest || model.stands(character))) found.set(character, edit);
    }
  }
  return found;
}

/** Tells at once of most characters that they have next to nothing in common with a run. */
function mayBe(unit: number, [first, second, third]: readonly number[]): boolean {
  const a = 0xe0 | (unit >> 12);
  const b = 0x80 | ((unit >> 6) & 63);
  return a === first ? b === second || (0x80 | (unit & 63)) === second || b === third : b === first || b === second;
}

/** What it costs that one byte of a character was lost, put in or changed; null where that does not explain a run. */
function editOf(whole: readonly number[], run: readonly number[]): number | null {
  let same = 0;
  while (same < run.length && same < whole.length && run[same] === whole[same]) same++;
  const [more, less, price] =
    run.length === whole.length ? [1, 1, anyByte] : run.length > whole.length ? [1, 0, anyByte] : [0, 1, 0];
  if (Math.abs(run.length - whole.length) > 1) return null;
  return run.slice(same + more).join() === whole.slice(same + less).join() ? price : null;
}
