import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

/**
 * Tells of each line whether it is a row of a table in plain text: rows of as many cells, with a column of figures.
 * A block of foreign lines may stand among them.
 */
export function tableRows(views: readonly View[]): boolean[] {
  const rows = views.map(() => false);
  const open = new Map<number, number[]>();
  const close = (width: number): void => {
    const found = open.get(width) ?? [];
    open.delete(width);
    for (let column = 1; column < width; column++) {
      const byKind = new Map<string, number[]>();
      for (const i of found) {
        const kind = kindOf(cellsOf(views[i])[column] ?? "");
        if (kind !== null) byKind.set(kind, [...(byKind.get(kind) ?? []), i]);
      }
      for (const figures of byKind.values()) {
        const first = figures[0];
        if (figures.length < 3 || first === undefined) continue;
        for (const i of figures) rows[i] = true;
        // The head of the table stands right before.
        if (cellsOf(views[first - 1]).length === width) rows[first - 1] = true;
      }
    }
  };
  for (const [i, view] of views.entries()) {
    const width = cellsOf(view).length;
    if (width < 2) continue;
    const found = open.get(width);
    if (found !== undefined && i - (found.at(-1) ?? i) > 24) close(width);
    const rest = open.get(width);
    if (rest === undefined) open.set(width, [i]);
    else rest.push(i);
  }
  for (const width of open.keys()) close(width);
  return rows;
}

/**
 * Tells of each line whether it is a row of a table that is drawn with bars: three rows of as many cells under one
 * another, each with a figure beyond its first cell. `首页|新闻|视频` has none.
 */
export function barredRows(views: readonly View[]): boolean[] {
  const rows = views.map(() => false);
  const cells = views.map(barredCells);
  const widthAt = (i: number): number => cells[i]?.length ?? 0;
  for (let from = 0; from < views.length;) {
    let to = from + 1;
    while (to < views.length && widthAt(to) === widthAt(from)) to++;
    const figures = cells.slice(from, to).filter((row) => row.slice(1).some((cell) => /\d/u.test(cell)));
    if (figures.length >= 3) rows.fill(true, from, to);
    from = to;
  }
  return rows;
}

/** The cells of `破案|141起|上升15.6%`; none where a line has no bars, or asks to be called or followed. */
function barredCells({ line, cues }: View): readonly string[] {
  if (!/[|｜]/u.test(line.text) || cues.phones + cues.links + cues.discounts > 0) return [];
  const cells = line.text.replace(/^\s*[|｜]|[|｜]\s*$/gu, "").split(/[|｜]/u);
  return cells.length > 1 && cells.every((cell) => cell.length <= 30) ? cells : [];
}

const gap = guarded(/\s+/u);

function cellsOf(view: View | undefined): string[] {
  if (view === undefined || view.line.text.length > 80 || view.line.clauses > 0) return [];
  const cells = gap.split(view.line.text);
  return cells.every((cell) => cell.length <= 20) ? cells : [];
}

/** What a cell of a column holds: a figure, so many of a unit, a name with where it is from; null where none of these. */
function kindOf(cell: string): string | null {
  if (isFigure(cell)) return "";
  if (named.test(cell)) return "（）";
  const [, before = "", unit = ""] = counted.exec(cell) ?? [];
  return unit === "" || sold.test(unit) || /[满送减享立]/u.test(before) ? null : `${before}0${unit}`;
}

// Matches `34公里`, `每斗三百二十文`, `8.02元/升`; must not match `34公里起步`, `三驿站点心`.
const counted = guarded(
  /^(\p{Script=Han}{0,3}?)[约近]?(?:\d[\d.,]*|[一二三四五六七八九十百千万两零半〇]{2,9})(\p{Script=Han}{1,2}(?:\/\p{Script=Han}{1,2})?)$/u,
);
// Matches what offers count as well: `38元`, `5名`, `98平`.
const sold = guarded(/^(?:[元块角折起名人位席套间栋平盒瓶]|元起|万元?|平米|人气|折起|名额|天内|分钟|小时)$/u);
// Matches `卢一鸣（海宁）`; must not match `卢师傅（微信同号）`.
const named = guarded(/^\p{Script=Han}{2,4}[（(](?!微信|电话|同号|免费)\p{Script=Han}{2,8}[）)]$/u);

const figure = guarded(/^[-+−]?\d{1,3}(?:,?\d{3}){0,3}(?:\.\d{1,3})?[%％]?$/u);

/** Matches `4.20`, `-12.5%`, `1,024`; must not match `¥299`, `0700-5550111`. */
function isFigure(cell: string): boolean {
  return figure.test(cell);
}
