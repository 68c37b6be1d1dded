import { type Change, type Draft, change } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";

const mayHaveBars = guarded(/^[ \t　]*[|｜]|(?:[|｜]|[*＊]{4})[ \t　]*$/mu);
const onlyBars = guarded(/^[ \t　]*(?:[|｜][ \t　]*){1,6}$/u);
/** A row of a table: a bar between two cells of a line that begins with one. */
const row = guarded(/^[ \t　]*[|｜][^|｜\n]{1,200}[|｜][ \t　]{0,40}[^|｜\s]/mu);
const before = guarded(/^[ \t　]*[|｜][ \t　]*/u);
const behind = guarded(/[ \t　]*[|｜][ \t　]*$/u);
const bar = guarded(/[|｜]/u);
/** Marks that set an article off from the next: matches `警方通报******`; must not match `张**`, `***`. */
const stars = guarded(/(?<=[\p{Script=Han}！？。”）])[*＊]{4,40}[ \t　]*$/u);
const sentence = guarded(/\p{Script=Han}[^|｜]{12,}[。！？；]/u);

/**
 * Takes away the rows of stars that set a headline off, and the bars that a converter left of a page that was laid out as a table of one cell: lines of nothing else,
 * and the one before or behind a paragraph. Where rows have cells the table is the article's, and its bars stay.
 */
export function dropLayoutBars(draft: Draft): Draft {
  const { text } = draft;
  if (!mayHaveBars.test(text)) return draft;
  const table = row.test(text);
  const changes: Change[] = [];
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    const tail = stars.exec(line)?.[0].length ?? 0;
    if (tail > 0) changes.push(drop(end - tail, end));
    else if (!table && onlyBars.test(line)) changes.push(drop(start, end));
    else if (!table && bar.test(line)) {
      const left = before.exec(line)?.[0].length ?? 0;
      const right = behind.exec(line.slice(left))?.[0].length ?? 0;
      const inside = line.slice(left, line.length - right);
      if (left + right > 0 && !bar.test(inside) && sentence.test(inside)) {
        if (left > 0) changes.push(drop(start, start + left));
        if (right > 0) changes.push(drop(end - right, end));
      }
    }
    start = end + 1;
  }
  return change(draft, changes);
}

function drop(start: number, end: number): Change {
  const reason = "is a mark of the page's layout";
  return { start, end, replacement: "", rule: "cleaning/drawn-frame", reason, score: 0.95 };
}
