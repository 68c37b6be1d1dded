import type { Change } from "../../draft.ts";
import { guarded } from "../../patterns/guarded.ts";

/** How many such strings show a page that has them. */
const fewest = 2;
/** How many pieces of one have a sign beside a letter or figure, and how many kinds of signs it has. */
const fewestMixed = 2;
const fewestSigns = 3;

// Matches `$ M8 P- ^5 V/ ` k8 v0 A` at a line's start or end; must not match `A B C D E` or `a + b = c`.
const atStart = guarded(/(?<=^|\n)(?:[!-~]{1,2} ){4,80}[!-~]{1,2}(?=\p{Script=Han}|[“「《（【]|\r?\n|$)/gu);
const atEnd = guarded(/(?<=[\p{Script=Han}。，！？；”」》）】])[ ]?(?:[!-~]{1,2} ){4,80}[!-~]{1,2}(?=\r?\n|$)/gu);

/**
 * Takes out the strings of chance that a board puts beside the lines of its posts, unseen, against those who copy
 * them: `/ n6 U, L7 }& h. ]3 D4 i海峽兩岸`.
 */
export function dropJammers(text: string): Change[] {
  const found = [...atStart.all(text), ...atEnd.all(text)].filter(([all]) => isJammed(all));
  if (found.length < fewest) return [];
  return found.map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
    replacement: "",
    rule: "cleaning/html-remnant",
    reason: "is a string of chance against copying",
    score: 1,
  }));
}

/** Tells whether pieces mix letters or figures with signs, and signs of many kinds, as no words, lists or sums do. */
function isJammed(text: string): boolean {
  const pieces = text.trim().split(" ");
  const mixed = pieces.filter((one) => one.length === 2 && isSign(one[0] ?? "") !== isSign(one[1] ?? ""));
  return (
    mixed.length >= fewestMixed &&
    new Set(Array.from(text).filter((one) => one !== " " && isSign(one))).size >= fewestSigns
  );
}

function isSign(character: string): boolean {
  return !/[A-Za-z\d]/u.test(character);
}
