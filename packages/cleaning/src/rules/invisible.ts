import { type Change, type Draft, change } from "../draft.ts";
import { mayHoldUnseen } from "../patterns/known.ts";

/** Drops what nobody sees: leftovers of files, of typesetting and of pages that mark their text against copying. */
export function dropInvisible(draft: Draft): Draft {
  return change(draft, invisibleIn(draft.text));
}

/** Controls but for white space, and what has no width or turns the writing direction. */
function isInvisible(unit: number): boolean {
  if (unit < 0x20) return unit < 0x09 || unit > 0x0d;
  if (unit < 0x2000)
    return (unit >= 0x7f && unit <= 0x9f) || unit === 0xad || unit === 0x34f || unit === 0x61c || unit === 0x180e;
  if (unit < 0x2070) {
    return (
      (unit >= 0x200b && unit <= 0x200f) || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2060 && unit !== 0x2065)
    );
  }
  return unit === 0xfeff || (unit >= 0xfff9 && unit <= 0xfffc);
}

/** Joiners and marks of direction, which some scripts and joined emoji are not right without. */
function mayJoin(unit: number): boolean {
  return (unit >= 0x200c && unit <= 0x200f) || unit === 0x61c;
}

/** What nobody sees in a text, but for the joiners of emoji and of scripts that need them. */
export function invisibleIn(text: string): Change[] {
  const changes: { start: number; end: number; replacement: string; rule: string }[] = [];
  if (!mayHoldUnseen(text)) return changes;
  // The next-line control is a break where there is no other.
  const breaks = text.includes("\u0085") && !/[\n\r]/u.test(text);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isInvisible(unit)) continue;
    if (mayJoin(unit) && (needsJoiner(text.slice(Math.max(0, at - 2), at)) || needsJoiner(text.slice(at + 1, at + 3))))
      continue;
    const last = changes.at(-1);
    if (unit === 0x85 && breaks)
      changes.push({ start: at, end: at + 1, replacement: "\n", rule: "cleaning/invisible-character" });
    else if (last?.end === at && last.replacement === "") last.end = at + 1;
    else changes.push({ start: at, end: at + 1, replacement: "", rule: "cleaning/invisible-character" });
  }
  return changes;
}

// Emoji, and letters other than Latin, Greek, Cyrillic and the East Asian ones; must not match `汉`, `a` or `1`.
const joined =
  /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]|\uFE0F|(?![\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Common}])\p{L}/u;

function needsJoiner(text: string): boolean {
  return joined.test(text.replaceAll(/[\d#*©®™]/gu, ""));
}
