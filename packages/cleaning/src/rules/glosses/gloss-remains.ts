import { isHanAt } from "../../characters.ts";
import type { Change } from "../../draft.ts";
import { readingsOf } from "../../readings.ts";
import { simplified } from "../script/script.ts";
import { transcriptionOf } from "./transcriptions.ts";

const toned = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ";
/** Matches `(guān` before Han, a figure or a mark, and `guān)` behind Han; must not match `(guān)` or `(P2P`. */
const opened = new RegExp(`(?<=\\p{Script=Han} ?)[(（] ?[${toned}]{1,7}(?![${toned}A-Za-z \\])）／/]|$)`, "gu");
const closed = new RegExp(`(?<=\\p{Script=Han})[${toned}]{1,7} ?[)）]`, "gu");

/** Matches `的de` and `我们men` before what is no letter. */
const alone = /(?<=[的得地着著了們们麼么子呢嗎吗吧])(?:de|le|zhe|men|me|zi|ne|ma|ba)(?![A-Za-zÀ-ɏ)）])/gu;

/**
 * The halves of glosses that lost a bracket, on a page that glosses characters with tones: 關(guān係, 關guān)係; where
 * its glosses are `bare`, those without a tone as well.
 */
export function halvesOf(text: string, bare: boolean): Change[] {
  const found = [...text.matchAll(opened), ...text.matchAll(closed), ...(bare ? text.matchAll(alone) : [])];
  return found.flatMap(({ 0: found, index }) => {
    const read = transcriptionOf(found.replaceAll(/[()（） ]/gu, ""));
    if (read === null || read.syllables !== 1 || !isRead(text, index - 1, read.letters)) return [];
    if (!read.toned && !neutral.has(read.letters)) return [];
    // 11岁suì） closes the writer's own bracket.
    if (/[)）]$/u.test(found) && isOpen(text, index) && !/[)）]/u.test(text.charAt(index + found.length))) return [];
    return [{ start: index, end: index + found.length, replacement: "", rule: "cleaning/pinyin-gloss" }];
  });
}

/** Syllables without a tone. */
export const neutral: ReadonlySet<string> = new Set(["de", "le", "zhe", "men", "me", "zi", "ne", "ma", "ba"]);

const glossed = new RegExp(`[(（] ?[${toned}]{1,7} ?[)）]?|[${toned}]{1,7} ?[)）]`, "gu");

/** Tells whether a bracket is open in the line before a position. */
function isOpen(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const own = line.replaceAll(glossed, "");
  return (own.match(/[(（]/gu) ?? []).length > (own.match(/[)）]/gu) ?? []).length;
}

const leading = new RegExp(`[(（\\[【] ?([${toned}]{1,7}) ?[)）\\]】] ?(?=\\p{Script=Han})`, "gu");

/**
 * The glosses of a page that puts them before the characters: (guān)關. Four and more stand in running words, nearly
 * all readings are those of the characters behind them, and those characters are hardly ever without.
 */
export function glossesBefore(text: string): Change[] {
  const found: { start: number; end: number; running: boolean; base: string }[] = [];
  let others = 0;
  for (const { 0: all, 1: letters = "", index } of text.matchAll(leading)) {
    const read = transcriptionOf(letters);
    const end = index + all.length;
    if (read === null || read.syllables !== 1 || (!read.toned && !neutral.has(read.letters))) continue;
    if (isRead(text, end, read.letters))
      found.push({ start: index, end, running: isHanAt(text, index - 1), base: text.charAt(end) });
    else others++;
  }
  const running = found.filter((one) => one.running).length;
  if (found.length < 4 || others * 4 > found.length || running * 2 < found.length) return [];
  const bases = new Set(found.map(({ base }) => base));
  let open = -found.length;
  for (let i = 0; i < text.length; i++) if (bases.has(text.charAt(i))) open++;
  if (open * 4 > found.length + 4) return [];
  return found.map(({ start, end }) => ({ start, end, replacement: "", rule: "cleaning/pinyin-gloss" }));
}

function isRead(text: string, at: number, letters: string): boolean {
  const character = text.charAt(at);
  return readingsOf(character).includes(letters) || readingsOf(simplified(character)).includes(letters);
}
