import { isHanAt } from "../characters.ts";
import type { Change } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";

const rule = "cleaning/doubled-mark";

/** A comma before a mark that ends or parts a clause by itself. */
const doubled = guarded(/[,，][,，。、；;：:]/u);
// Matches the first comma of `案件,,共` and `下降,。`; must not match `，。、` in a list of marks.
const pairs = /(?<![,，。、；;：:！!？?])[,，](?=([,，。、；;：:])(?![,，。、；;：:！!？?]))/gu;

/**
 * Takes out the comma that a page spinner put before another mark: 据了解,,今年 is 据了解，今年, 下降5%,。 is 下降5%。
 * An empty cell between commas (北京,,12) stays: two commas alone are doubled in prose, or where the page has a comma
 * before another mark as well.
 */
export function readDoubled(text: string): Change[] {
  if (!doubled.test(text)) return [];
  const found = [...text.matchAll(pairs)].filter(({ index }) => endsClause(text, index));
  const isSpun = found.some(({ 1: mark = "" }) => !isComma(mark));
  const changes: Change[] = [];
  for (const { index, 1: mark = "" } of found) {
    if (isComma(mark) && !isSpun && !isProse(text, index)) continue;
    changes.push({ start: index, end: index + 1, replacement: "", rule });
  }
  return changes;
}

function isComma(mark: string): boolean {
  return mark === "," || mark === "，";
}

/** Tells whether a Chinese clause ends before a position: Han there, or a figure, a name or a closing mark behind Han. */
function endsClause(text: string, at: number): boolean {
  if (isHanAt(text, at - 1)) return true;
  if (!/[\p{L}\d%‰”’）)》」』】\]]/u.test(text.charAt(at - 1))) return false;
  const clause = text.slice(Math.max(0, at - 40), at).replace(/^.*[\n,，。；;]/u, "");
  return /\p{Script=Han}/u.test(clause);
}

/** Tells whether two commas stand between words of a line that has a full stop. */
function isProse(text: string, at: number): boolean {
  const start = text.lastIndexOf("\n", at) + 1;
  const stop = text.indexOf("\n", at);
  const line = text.slice(start, stop < 0 ? text.length : stop);
  return isHanAt(text, at - 1) && isHanAt(text, at + 2) && line.includes("。");
}
