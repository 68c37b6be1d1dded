import { type Change, type Draft, change } from "../draft.ts";

/** Matches `  1  某事`, `12\t某事`; must not match `1.某事`, `1、某事`, `1号`. */
const number = /^[ \t]{0,6}(\d{1,4})(?:[ \t　]+|$)/u;
const fewest = 4;

/**
 * Takes away the numbers that a program put before every line. They begin with the first line, the headline's, and
 * go on by one without a gap, before running text; entries of a list have a mark behind their number, or stand under a
 * line that has none, and the ranks of a table stand before no sentences.
 */
export function dropLineNumbers(draft: Draft): Draft {
  const { text } = draft;
  const changes: Change[] = [];
  let next: number | null = null;
  let lines = 0;
  let told = 0;
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf("\n", start);
    const stop = found < 0 ? text.length : found;
    const line = text.slice(start, stop);
    if (line.trim() !== "") {
      const match = number.exec(line);
      const value = Number(match?.[1]);
      if (match === null || (next === null ? value > 1 : value !== next)) return draft;
      next = value + 1;
      lines++;
      if (/[。，；？！]/u.test(line)) told++;
      changes.push({
        start,
        end: start + match[0].length,
        replacement: "",
        rule: "cleaning/line-number",
        reason: "numbers the line",
        score: 0.95,
      });
    }
    start = stop + 1;
  }
  return lines < fewest || told * 2 < lines ? draft : change(draft, changes);
}
