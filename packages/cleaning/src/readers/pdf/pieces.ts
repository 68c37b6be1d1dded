import type { Box, Glyph, Ink } from "./glyphs.ts";
import { byDirection } from "./watermarks.ts";

/** Characters that stand side by side on one line, with no gutter or wide gap between them. */
export interface Piece extends Box {
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
  /** Set downwards: its box is tall. */
  readonly vertical: boolean;
  readonly artifact: boolean;
}

/** A page's pieces, with what is drawn around them. */
export interface PageInk {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** Text across the page or so pale that it lies under the other. */
  readonly watermarks: readonly Piece[];
  /** Text that runs up or down the side of an upright page. */
  readonly turned: readonly Piece[];
  readonly rules: readonly Box[];
  readonly frames: readonly Box[];
  readonly pictures: readonly Box[];
  /** The text lies unseen over a picture of the page, as OCR leaves it. */
  readonly recognised: boolean;
  /** Takes a box back to the page as it is seen, where its text is turned. */
  readonly toPage: (box: Box) => Box;
}

/** Puts a page's characters together: what is drawn twice once, what is unseen or a watermark out, turned pages upright. */
export function piecesOf(ink: Ink): PageInk {
  const { frame, ink: upright } = uprightOf(ink);
  const { glyphs, recognised } = visibleOf(onPage(upright));
  const { text, watermarks, turned } = byDirection(glyphs);
  const once = drawnOnce(text);
  const { level, columns } = verticalsOf(once);
  const rows = rowsOf(level);
  const verticals = upright.rules.filter((rule) => rule.bottom - rule.top > 12 && rule.right - rule.left < 3);
  return {
    ...upright,
    pieces: [...rows.flatMap((row) => cutRow(row, verticals)), ...columns],
    watermarks,
    turned,
    recognised,
    toPage: frame,
  };
}

/** Turns a page whose text mostly runs up or down its side, as wide tables are bound. */
function uprightOf(ink: Ink): { ink: Ink; frame: (box: Box) => Box } {
  const counts = new Map<number, number>();
  for (const { turn } of ink.glyphs) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  const [turn] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0];
  const { width, height } = ink;
  if (turn !== 90 && turn !== 180 && turn !== 270) return { ink, frame: (box) => box };
  const point = (x: number, y: number): [number, number] =>
    turn === 90 ? [y, width - x] : turn === 270 ? [height - y, x] : [width - x, height - y];
  const back = (x: number, y: number): [number, number] =>
    turn === 90 ? [width - y, x] : turn === 270 ? [y, height - x] : [width - x, height - y];
  const side = turn === 180 ? { width, height } : { width: height, height: width };
  return {
    ink: {
      ...side,
      glyphs: ink.glyphs.map((glyph) => {
        const [x, y] = point(glyph.x, glyph.y);
        return { ...glyph, x, y, turn: (glyph.turn - turn + 360) % 360 };
      }),
      rules: ink.rules.map((box) => moved(box, point)),
      frames: ink.frames.map((box) => moved(box, point)),
      pictures: ink.pictures.map((box) => moved(box, point)),
    },
    frame: (box) => moved(box, back),
  };
}

function moved(box: Box, point: (x: number, y: number) => [number, number]): Box {
  const [ax, ay] = point(box.left, box.top);
  const [bx, by] = point(box.right, box.bottom);
  return { left: Math.min(ax, bx), top: Math.min(ay, by), right: Math.max(ax, bx), bottom: Math.max(ay, by) };
}

/** What lies beyond the page's edge is not seen, unless the page's box is wrong and most of the text lies there. */
function onPage({ glyphs, width, height }: Ink): readonly Glyph[] {
  const sane = glyphs.filter(({ x, y, size }) => Math.abs(x) < 1e5 && Math.abs(y) < 1e5 && size > 0.2 && size < 5000);
  const inside = sane.filter(({ x, y, size }) => x > -size && x < width + size && y > -size && y < height + size);
  return inside.length * 2 >= sane.length ? inside : sane;
}

/** Unseen text counts where a page has hardly any other: it is what OCR read. */
function visibleOf(glyphs: readonly Glyph[]): { glyphs: readonly Glyph[]; recognised: boolean } {
  const seen = glyphs.filter((glyph) => !glyph.hidden);
  const hidden = glyphs.length - seen.length;
  if (hidden === 0 || seen.length * 2 >= hidden) return { glyphs: seen, recognised: false };
  return { glyphs, recognised: true };
}

/** Drops what is drawn a second time a hair's breadth away, as a shadow or to look bold. */
function drawnOnce(glyphs: readonly Glyph[]): Glyph[] {
  const step = 4;
  const places = new Map<string, Map<number, Glyph[]>>();
  return glyphs.filter((glyph) => {
    const { text, x, y, size, turn } = glyph;
    if (text.trim() === "") return true;
    const same = places.get(text) ?? new Map<number, Glyph[]>();
    places.set(text, same);
    const near = Math.min(step - 0.1, Math.max(0.6, size * 0.16));
    for (let column = Math.floor((x - near) / step); column <= Math.floor((x + near) / step); column++) {
      for (let row = Math.floor((y - near) / step); row <= Math.floor((y + near) / step); row++) {
        for (const other of same.get(column * 100_000 + row) ?? []) {
          if (Math.abs(other.x - x) < near && Math.abs(other.y - y) < near && other.turn === turn) return false;
        }
      }
    }
    const key = Math.floor(x / step) * 100_000 + Math.floor(y / step);
    const there = same.get(key);
    if (there === undefined) same.set(key, [glyph]);
    else there.push(glyph);
    return true;
  });
}

/** Finds lines that are set downwards, by their font or character by character. */
function verticalsOf(glyphs: readonly Glyph[]): { level: Glyph[]; columns: Piece[] } {
  const level: Glyph[] = [];
  const columns: Piece[] = [];
  for (let i = 0; i < glyphs.length;) {
    const first = glyphs[i];
    if (first === undefined) break;
    let end = i + 1;
    while (end < glyphs.length && isBelow(glyphs[end - 1], glyphs[end])) end++;
    if (first.vertical || (end - i >= 3 && isAlone(glyphs, i, end))) columns.push(columnOf(glyphs.slice(i, end)));
    else level.push(...glyphs.slice(i, end));
    i = end;
  }
  return { level, columns };
}

function isBelow(above: Glyph | undefined, glyph: Glyph | undefined): boolean {
  if (above === undefined || glyph === undefined || above.vertical !== glyph.vertical) return false;
  if (Math.abs(above.size - glyph.size) > above.size * 0.1) return false;
  const step = glyph.y - above.y;
  if (glyph.vertical) return Math.abs(above.x - glyph.x) < glyph.size * 0.3 && step > 0 && step < glyph.size * 2;
  const shift = Math.abs(above.x + above.length / 2 - (glyph.x + glyph.length / 2));
  return shift < glyph.size * 0.25 && step > glyph.size * 0.85 && step < glyph.size * 2.2;
}

/** No other character stands beside those of a column that is set character by character. */
function isAlone(glyphs: readonly Glyph[], from: number, end: number): boolean {
  const run = glyphs.slice(from, end);
  // Numbers under each other are the cells of a table.
  if (run.some((one) => /[\s\d]/u.test(one.text))) return false;
  return run.every((one) =>
    glyphs.every(
      (other, i) =>
        (i >= from && i < end) ||
        other.text.trim() === "" ||
        Math.abs(other.y - one.y) > one.size * 0.5 ||
        other.x > one.x + one.length + one.size * 0.6 ||
        other.x + other.length < one.x - one.size * 0.6,
    ),
  );
}

function columnOf(glyphs: readonly Glyph[]): Piece {
  const [first] = glyphs;
  const last = glyphs.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("a column needs characters");
  const { size, vertical } = first;
  const left = vertical ? first.x - size / 2 : first.x;
  return {
    text: glyphs.map((glyph) => uprightMark(glyph.text)).join(""),
    left,
    right: left + size,
    top: vertical ? first.y : first.y - size * 0.88,
    bottom: vertical ? last.y + last.length : last.y + size * 0.12,
    baseline: last.y,
    size,
    font: first.font,
    vertical: true,
    artifact: first.artifact,
  };
}

/** Marks of vertical lines have code points of their own: ︵ is （. */
function uprightMark(text: string): string {
  return /[\uFE10-\uFE19\uFE30-\uFE44]/u.test(text) ? text.normalize("NFKC").replace(",", "，") : text;
}

interface Row {
  baseline: number;
  size: number;
  glyphs: Glyph[];
}

/** Characters on one base line; what is raised or lowered beside a larger one belongs to its line. */
function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Row[] = [];
  for (const glyph of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && glyph.y - row.baseline <= Math.min(row.size, glyph.size) * 0.18) {
      row.glyphs.push(glyph);
      row.size = Math.max(row.size, glyph.size);
    } else rows.push({ baseline: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  for (const row of rows) row.glyphs.sort((a, b) => a.x - b.x);
  const raised = new Set<Glyph>();
  rows.forEach((row, r) => {
    for (const run of runsOf(row.glyphs)) {
      const host = hostOf(run, rows, r);
      if (host === null) continue;
      for (const glyph of run) raised.add(glyph);
      if (host.type === "ruby") continue;
      const up = host.row.baseline - row.baseline > 0;
      host.row.glyphs.push(...run.map((glyph) => ({ ...glyph, text: up ? superscriptOf(glyph.text) : glyph.text })));
    }
  });
  if (raised.size === 0) return rows;
  return rows
    .map((row) => ({
      ...row,
      glyphs: row.glyphs.filter((one) => !raised.has(one)).sort((a, b) => a.x - b.x),
    }))
    .filter((row) => row.glyphs.length > 0);
}

function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    if (
      before !== undefined &&
      run !== undefined &&
      glyph.x - before.x - before.length < glyph.size &&
      Math.abs(before.size - glyph.size) < 0.5
    )
      run.push(glyph);
    else runs.push([glyph]);
    before = glyph;
  }
  return runs;
}

/** The line that a small run is raised, lowered or set as a reading above. */
function hostOf(run: readonly Glyph[], rows: readonly Row[], r: number): { row: Row; type: "beside" | "ruby" } | null {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return null;
  const right = last.x + last.length;
  const text = run
    .map((one) => one.text)
    .join("")
    .trim();
  if (text === "") return null;
  for (const step of [1, -1]) {
    for (let i = r + step; i >= 0 && i < rows.length; i += step) {
      const row = rows[i];
      if (row === undefined) break;
      const drop = row.baseline - first.y;
      if (Math.abs(drop) > 60 || Math.abs(drop) > row.size * 2 + 20) break;
      for (const glyph of row.glyphs) {
        if (glyph.size < first.size * (Math.abs(drop) > first.size * 0.2 ? 1.12 : 1.25)) continue;
        const end = glyph.x + glyph.length;
        const beside = drop > -glyph.size * 0.25 && drop < glyph.size * 0.75 && run.length <= 6;
        if (beside && first.x > end - glyph.size * 0.3 && first.x - end < glyph.size * 0.3)
          return { row, type: "beside" };
        const above = drop > glyph.size * 0.7 && drop < glyph.size * 1.5 && glyph.size >= first.size * 1.5;
        if (above && isReading(text) && first.x > glyph.x - glyph.size && right < end + glyph.size * text.length)
          return { row, type: "ruby" };
      }
    }
  }
  return null;
}

/** Pinyin with or without tones, bopomofo, kana. */
function isReading(text: string): boolean {
  return /^[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ\u3105-\u312F\u3041-\u30FFˊˇˋ˙\s]{1,60}$/u.test(text);
}

/** A raised figure is written as such, so that it is not read as the end of the number before it. */
function superscriptOf(text: string): string {
  return text.replaceAll(/\d/gu, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit);
}

/** Cuts a row at its gutters: gaps as wide as a character, or narrower ones with a rule in them. */
function cutRow(row: Row, rules: readonly Box[]): Piece[] {
  const pieces: Piece[] = [];
  let open: Glyph[] = [];
  let edge = -Infinity;
  const flush = (): void => {
    const piece = pieceOf(open, row.baseline);
    if (piece !== null) pieces.push(piece);
    open = [];
  };
  for (const glyph of row.glyphs) {
    const ink = glyph.text.trim() !== "";
    if (open.length > 0 && ink) {
      const gap = glyph.x - edge;
      const em = Math.max(glyph.size, open.at(-1)?.size ?? 0);
      if (gap >= em * 0.85 && isGutter(open, glyph, gap)) flush();
      else if (gap > em * 0.1 && hasRule(rules, edge, glyph.x, row.baseline - em * 0.4)) flush();
    }
    if (open.length === 0 && !ink) continue;
    open.push(glyph);
    if (ink) edge = Math.max(open.length === 1 ? -Infinity : edge, glyph.x + glyph.length);
  }
  flush();
  return pieces;
}

/** A gap that is filled by space characters belongs to the text up to two of them. */
function isGutter(open: readonly Glyph[], glyph: Glyph, gap: number): boolean {
  let filled = 0;
  for (let i = open.length - 1; i >= 0 && open[i]?.text.trim() === ""; i--) filled += open[i]?.length ?? 0;
  return gap - filled > glyph.size * 0.5 || gap > glyph.size * 2.2;
}

function hasRule(rules: readonly Box[], from: number, to: number, y: number): boolean {
  return rules.some((rule) => rule.left >= from - 1 && rule.right <= to + 1 && rule.top <= y && rule.bottom >= y);
}

function pieceOf(glyphs: readonly Glyph[], baseline: number): Piece | null {
  const ink = glyphs.filter((one) => one.text.trim() !== "");
  const [first] = ink;
  if (first === undefined) return null;
  const last = glyphs.findLastIndex((one) => one.text.trim() !== "");
  const kept = glyphs.slice(0, last + 1);
  const spaced = isLetterSpaced(kept);
  let text = "";
  let before: Glyph | undefined;
  for (const glyph of kept) {
    if (glyph.text.trim() === "") {
      if (!spaced && !isThin(glyph)) text += glyph.text;
      continue;
    }
    if (before !== undefined && !spaced && !/\s$/u.test(text) && needsSpace(before, glyph)) text += " ";
    text += glyph.text;
    before = glyph;
  }
  const size = sizeOf(ink);
  return {
    text,
    left: first.x,
    right: Math.max(...ink.map((one) => one.x + one.length)),
    top: baseline - size * 0.88,
    bottom: baseline + size * 0.12,
    baseline,
    size,
    font: first.font,
    vertical: false,
    artifact: ink.every((one) => one.artifact),
  };
}

/** The size of most characters. */
function sizeOf(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  let best = glyphs[0]?.size ?? 10;
  for (const { size } of glyphs) {
    const key = Math.round(size * 10) / 10;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > (counts.get(best) ?? 0)) best = key;
  }
  return best;
}

/** A space that only justifies the line. */
function isThin(space: Glyph): boolean {
  return space.length < space.size * 0.16;
}

function needsSpace(before: Glyph, glyph: Glyph): boolean {
  const gap = glyph.x - before.x - before.length;
  const narrow = /[\p{Script=Latin}\d,.;:!?)%]$/u.test(before.text) && /^[\p{Script=Latin}\d(]/u.test(glyph.text);
  if (narrow && /[\p{Script=Latin}]/u.test(before.text + glyph.text)) return gap > glyph.size * 0.16;
  return gap > glyph.size * (narrow ? 0.4 : 0.7);
}

/** Every two characters stand as far apart as the next two: they are set apart for looks. */
function isLetterSpaced(glyphs: readonly Glyph[]): boolean {
  const ink = glyphs.filter((one) => one.text.trim() !== "");
  if (ink.length < 4) return false;
  const gaps = ink.slice(1).map((one, i) => one.x - (ink[i]?.x ?? 0) - (ink[i]?.length ?? 0));
  const size = ink[0]?.size ?? 10;
  const sorted = [...gaps].sort((a, b) => a - b);
  const usual = sorted[gaps.length >> 1] ?? 0;
  if (usual < size * 0.12) return false;
  return gaps.every((gap) => Math.abs(gap - usual) < size * 0.12);
}
