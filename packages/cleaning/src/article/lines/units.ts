import { joint } from "./join.ts";
import { type Line, isProse, lineOf } from "./lines.ts";

/** What is judged as one: a line, or the lines that a hard wrap made of a paragraph. */
export interface Unit {
  /** The first of its lines. */
  readonly from: number;
  /** One past the last. */
  readonly to: number;
  readonly line: Line;
}

/**
 * Puts lines together that surely are of one paragraph (`groups` gives for each line the number of its own), so that
 * a piece of a sentence is not judged by itself. `alone` tells of a line's number that it must not be put to others.
 */
export function unitsOf(lines: readonly Line[], groups: readonly number[], alone: (i: number) => boolean): Unit[] {
  const units: Unit[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from + 1;
    if (groups[to] === groups[from] && !alone(from))
      while (to < lines.length && groups[to] === groups[from] && !alone(to)) to++;
    units.push({ from, to, line: to === from + 1 ? (lines[from] as Line) : together(lines.slice(from, to)) });
    from = to;
  }
  return units;
}

/** Lines of one paragraph as one line, without their breaks. */
export function together(lines: readonly Line[]): Line {
  const first = lines[0] as Line;
  const last = lines.at(-1) as Line;
  const text = lines.map((line, i) => joint(lines[i - 1]?.text ?? "", line.text) + line.text).join("");
  return { ...lineOf(text, first), end: last.end, blank: first.blank, indent: first.indent, marked: first.marked };
}

/** Tells whether a unit reads as prose, also where its wrapped end is missing. */
export function isProseUnit({ from, to, line }: Unit): boolean {
  if (isProse(line) || (line.han >= 8 && line.text.endsWith("。"))) return true;
  // A piece of a sentence that a break cut off.
  return (to - from > 1 && line.han > 30) || (line.clauses > 0 && !line.closed && line.han >= 22);
}
