import { guarded } from "../../patterns/guarded.ts";
import type { Line } from "./lines.ts";

/**
 * Rows of a list in columns that single spaces set apart: ranks (`3 某人 3:06:02`), a calendar (`10月5日 15:00 图书馆
 * 讲座`), results. Three lines and more that begin with one kind of figure or end in one, and two of four cells with wide gaps.
 */
export function rowsOf(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  let run: Line[] = [];
  let shape = "";
  const close = (): void => {
    if (run.length >= (shape.startsWith("wide") ? 2 : 3)) for (const line of run) found.add(line);
    run = [];
  };
  for (const line of lines) {
    const cells = cellsOf(line);
    const own = cells === null ? "" : shapeOf(cells, line.text.split("\u3000").length - 1);
    if (own === "" || own !== shape) close();
    shape = own;
    if (own !== "") run.push(line);
  }
  close();
  return found;
}

const gap = guarded(/[ \u3000\u00A0]+/u);

/** The cells of a line that is no sentence; null for one that is. */
function cellsOf({ text, sentences, clauses, marked }: Line): string[] | null {
  if (marked || text.length > 80 || sentences > 0 || clauses > 1 || /[。；！？，、：]$/u.test(text)) return null;
  if (!/[ \u3000\u00A0]/u.test(text)) return null;
  const cells = gap.split(text);
  return cells.length >= 2 && cells.length <= 12 ? cells : null;
}

const rank = guarded(/^(?:\d{1,3}|第[一二三四五六七八九十\d]{1,3}名)$/u);
const time = guarded(/^\d{1,2}[:：]\d{2}(?:[—\-～~至]\d{1,2}[:：]\d{2})?$/u);
const date = guarded(/^(?:\d{1,2}月)?\d{1,2}日(?:[至、—-]\S{1,8})?$|^周[一二三四五六日]$/u);
// Matches `3:02:17`, `3,012`, `-1.86%`, `40元`, `+2`; must not match `5G网络`, `2020级`.
const figure = guarded(/^[+\-−]?\d[\d,.:：]{0,12}(?:%|万?[元分秒名起人件吨亩斤票个]|公斤|公里)?$/u);

/** What kind of row it is: by its cells' number where wide gaps set them apart, by its first cell or by its last; else empty. */
function shapeOf(cells: readonly string[], wide: number): string {
  const [first = ""] = cells;
  const last = cells.at(-1) ?? "";
  if (cells.length >= 4 && wide >= 3) return `wide ${cells.length}`;
  if (cells.length >= 3 && rank.test(first)) return "rank";
  if (cells.length >= 3 && (time.test(first) || date.test(first))) return "date";
  if (figure.test(last) && !figure.test(first)) return `figure ${cells.length}`;
  return "";
}

const entryOfDay = guarded(/(?:^|[ \u3000])\d{1,2}[:：]\d{2}[ \u3000]?[\p{Script=Han}《“]/u);

/** Matches `6:30 早间新闻 7:00 健康之路`: what is on at which time; must not match `10:22 来源：某报`. */
export function isProgramme(text: string): boolean {
  let count = 0;
  let rest = text;
  for (;;) {
    const match = entryOfDay.exec(rest);
    if (match === null) return count >= 2;
    count++;
    rest = rest.slice(match.index + match[0].length);
  }
}
