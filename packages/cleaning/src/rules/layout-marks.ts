import { type Change, type Draft, change } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";

const mayHaveMarks = guarded(/[*＊]{4}|^[ \t　]*\*\*|[①-⑳]\d{1,2}[ \t　]*$/mu);
/** Marks that set a headline off: matches `警方通报******`, `开幕****** 本网消息`; must not match `张**`, `尾号****1234`. */
const stars = guarded(/(?<=[\p{Script=Han}！？。”）])[*＊]{5,40}(?=[ \t　]|$)[ \t　]*/u);
const starsAtEnd = guarded(/(?<=[\p{Script=Han}！？。”）])[*＊]{4,40}[ \t　]*$/u);
/** Matches `**某事**` on a line of its own; must not match `**某事**很重要`. */
const strong = guarded(/^[ \t　]*\*\*(?=[^*\n]{2,80}\*\*[ \t　]*$)/u);
/** Which page and which editor, behind a paper's last word: matches `报道。③9`; must not match `之一。①`. */
const pageMark = guarded(/(?<=[。！？”）])[ \t　]?[①-⑳]\d{1,2}[ \t　]*$/u);

/**
 * Takes away marks of a page's layout: rows of stars that set a headline off, stars around a bare line, and the marks
 * of a paper's page and its editor.
 */
export function dropLayoutMarks(draft: Draft): Draft {
  const { text } = draft;
  if (!mayHaveMarks.test(text)) return draft;
  const changes: Change[] = [];
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    changes.push(...(marksOf(line).map((one) => drop(one, start)) satisfies Change[]));
    start = end + 1;
  }
  return change(draft, changes);
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly replacement?: string;
}

function marksOf(line: string): Mark[] {
  const tail = (starsAtEnd.exec(line) ?? pageMark.exec(line))?.[0].length ?? 0;
  if (tail > 0) return [{ start: line.length - tail, end: line.length }];
  const middle = stars.exec(line);
  if (middle !== null) return [{ start: middle.index, end: middle.index + middle[0].length, replacement: "\n" }];
  const open = strong.exec(line)?.[0].length ?? 0;
  if (open === 0) return [];
  const close = line.lastIndexOf("**");
  return [
    { start: open - 2, end: open },
    { start: close, end: close + 2 },
  ];
}

function drop({ start, end, replacement = "" }: Mark, from: number): Change {
  const reason = "is a mark of the page's layout";
  return { start: from + start, end: from + end, replacement, rule: "cleaning/drawn-frame", reason, score: 0.95 };
}
