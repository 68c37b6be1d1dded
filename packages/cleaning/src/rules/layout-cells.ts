import { type Change, type Draft, change } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";

// Matches `某事 | |`, `|`, `| 某事 |`; must not match `甲 | 乙`. A line that has a bar at an end.
const barred = guarded(/^[ \t　]*[|｜]|[|｜][ \t　]*$/mu);
/** A cell of the rule below the head of a table that a page's converter wrote: `---|---|---`. */
const ruler = guarded(/^:?-{3,60}:?$/u);
const leadingBars = guarded(/^[ \t　]{0,40}[|｜][ \t　|｜]*/u);
const trailingBars = guarded(/[ \t　|｜]+$/u);

/**
 * Takes away the bars of tables that a page was laid out with: a converter writes each of their rows as one filled cell
 * among empty ones (`某事 | |`, `---|---|`). Rows that stand beside another with two filled cells are a table's own.
 */
export function dropLayoutCells(draft: Draft): Draft {
  const { text } = draft;
  if (!barred.test(text)) return draft;
  const lines = rowsOf(text);
  const changes = lines.flatMap((line, i) => {
    const { start, end, cells, filled } = line;
    if (cells < 2 || filled > 1 || isOfTable(lines[i - 1], cells) || isOfTable(lines[i + 1], cells)) return [];
    if (filled === 0) return [drop(start, end)];
    const row = text.slice(start, end);
    const left = leadingBars.exec(row)?.[0].length ?? 0;
    const right = trailingBars.exec(row)?.[0].length ?? 0;
    const hasBehind = /[|｜]/u.test(row.slice(row.length - right));
    return [...(left > 0 ? [drop(start, start + left)] : []), ...(hasBehind ? [drop(end - right, end)] : [])];
  });
  return changes.length === 0 ? draft : change(draft, changes);
}

interface Row {
  readonly start: number;
  readonly end: number;
  readonly cells: number;
  /** Cells that hold more than white space; none in a rule below a head. */
  readonly filled: number;
}

/** The lines of a text that are not blank, with their cells. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf("\n", start);
    const stop = found < 0 ? text.length : found;
    const end = text[stop - 1] === "\r" ? stop - 1 : stop;
    const line = text.slice(start, end);
    if (line.trim() !== "") {
      const cells = line.split(/[|｜]/u).map((cell) => cell.trim());
      const full = cells.filter((cell) => cell !== "");
      const filled = full.every((cell) => ruler.test(cell)) ? 0 : full.length;
      rows.push({ start, end, cells: cells.length, filled });
    }
    start = stop + 1;
  }
  return rows;
}

/** Tells that a row beside another is a table's: as many cells, and two of them filled. */
function isOfTable(row: Row | undefined, cells: number): boolean {
  return row !== undefined && row.filled >= 2 && Math.abs(row.cells - cells) <= 1;
}

function drop(start: number, end: number): Change {
  const reason = "is a bar of a table that the page was laid out with";
  return { start, end, replacement: "", rule: "cleaning/drawn-frame", reason, score: 0.95 };
}
