import { type Change, type Draft, change } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";

/** Matches `> `, `>>`, `＞ > ` at a line's head, and a line of nothing else. */
const mark = /^[ \t]{0,3}(?:[>＞][ \t]?){1,6}/u;

// Matches what has a line with such a mark; must not match `a > b`.
const quoted = guarded(/^[ \t]{0,3}[>＞]/mu);

/**
 * Takes the marks off the lines that a mail program quoted. Three lines in a row and more bear them, and they are of
 * running text: entries of a list that begin with > keep their mark.
 */
export function dropMailQuotes(draft: Draft): Draft {
  const { text } = draft;
  if (!quoted.test(text)) return draft;
  const changes: Change[] = [];
  let run: { start: number; end: number; rest: string }[] = [];
  const close = (): void => {
    const told = run.filter(({ rest }) => /[，。；]/u.test(rest)).length;
    if (run.length >= 3 && told * 3 >= run.length)
      for (const { start, end } of run)
        changes.push({
          start,
          end,
          replacement: "",
          rule: "cleaning/mail-quote",
          reason: "marks a line that a mail quotes",
          score: 0.95,
        });
    run = [];
  };
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf("\n", start);
    const stop = found < 0 ? text.length : found;
    const line = text.slice(start, stop);
    const quoted = mark.exec(line)?.[0] ?? "";
    if (quoted !== "") run.push({ start, end: start + quoted.length, rest: line.slice(quoted.length) });
    else if (line.trim() !== "") close();
    start = stop + 1;
  }
  close();
  return change(draft, changes);
}
