import type { Box } from "./glyphs.ts";
import { type PageLine, continues, edgesOf, linesOfColumn } from "./lines.ts";
import type { Piece } from "./pieces.ts";
import { type RuledTable, ruledTables } from "./tables.ts";

/** What is put in order: a piece of text, a table, or a box with an order of its own. */
interface Unit extends Box {
  readonly piece?: Piece;
  readonly table?: RuledTable;
  readonly inner?: readonly Piece[];
}

/** The page as the ordering sees it. */
interface Page {
  /** The size of the running text. */
  readonly body: number;
  readonly rules: readonly Box[];
  readonly pictures: readonly Box[];
  asides: number;
}

/** Puts a page's pieces into reading order: article by article, column by column, top to bottom. */
export function orderOf(
  pieces: readonly Piece[],
  around: { readonly rules: readonly Box[]; readonly frames: readonly Box[]; readonly pictures: readonly Box[] },
  body: number,
): PageLine[] {
  const page: Page = { body, rules: around.rules, pictures: around.pictures, asides: 0 };
  const tables = ruledTables(around.rules, pieces);
  let rest = pieces.filter((piece) => !tables.some((table) => holds(table, piece)));
  const units: Unit[] = tables.map((table) => ({ ...boxOf(table), table }));
  for (const frame of framesOf(around.frames, rest, tables)) {
    const inner = rest.filter((piece) => holds(frame, piece));
    if (inner.length < 2) continue;
    rest = rest.filter((piece) => !holds(frame, piece));
    units.push({ ...boxOf(frame), inner });
  }
  return flow([...units, ...rest.map((piece) => ({ ...boxOf(piece), piece }))], page);
}

function boxOf({ left, top, right, bottom }: Box): Box {
  return { left, top, right, bottom };
}

function holds(box: Box, piece: Box): boolean {
  const x = (piece.left + piece.right) / 2;
  const y = (piece.top + piece.bottom) / 2;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** Boxes that set a part of the page apart, inner ones first; a box around most of the page sets nothing apart. */
function framesOf(frames: readonly Box[], pieces: readonly Piece[], tables: readonly Box[]): Box[] {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const kept: Box[] = [];
  for (const frame of [...frames].sort((a, b) => areaOf(a) - areaOf(b))) {
    const inner = pieces.filter((piece) => holds(frame, piece));
    const share = inner.reduce((sum, piece) => sum + piece.text.length, 0);
    const lines = new Set(inner.map((piece) => Math.round(piece.baseline / 3))).size;
    // A line that juts out shows that the box is a ground behind the text, not around it.
    const across = pieces.some(
      (piece) =>
        !holds(frame, piece) &&
        overlap(piece.left, piece.right, frame.left, frame.right) > 12 &&
        overlap(piece.top, piece.bottom, frame.top, frame.bottom) > piece.size * 0.6,
    );
    if (lines < 3 || share > length * 0.7 || across) continue;
    if (
      tables.some(
        (table) =>
          overlap(table.top, table.bottom, frame.top, frame.bottom) > 8 &&
          overlap(table.left, table.right, frame.left, frame.right) > 8,
      )
    )
      continue;
    kept.push(frame);
  }
  return kept;
}

function areaOf(box: Box): number {
  return (box.right - box.left) * (box.bottom - box.top);
}

function overlap(a: number, b: number, c: number, d: number): number {
  return Math.min(b, d) - Math.max(a, c);
}

/** Puts a region into order: bands across it one by one, and where a gutter runs down, the columns beside it. */
function flow(units: readonly Unit[], page: Page): PageLine[] {
  const bands = bandsOf(units);
  const lines: PageLine[] = [];
  let single: Unit[] = [];
  for (let i = 0; i < bands.length;) {
    const run = runFrom(bands, i, page);
    if (run === null) {
      single.push(...(bands[i] ?? []));
      i++;
      continue;
    }
    lines.push(...columnOf(single, page));
    single = [];
    lines.push(...besides(run.groups, page));
    i = run.end;
  }
  lines.push(...columnOf(single, page));
  return lines;
}

/** Units that overlap in height, from the top down. */
function bandsOf(units: readonly Unit[]): Unit[][] {
  const bands: Unit[][] = [];
  let bottom = -Infinity;
  for (const unit of [...units].sort((a, b) => a.top - b.top || a.left - b.left)) {
    if (unit.top < bottom - 0.5) bands.at(-1)?.push(unit);
    else bands.push([unit]);
    bottom = Math.max(bottom, unit.bottom);
  }
  return bands;
}

/** The longest run of bands from here on that gutters divide into columns, or null. */
function runFrom(bands: readonly Unit[][], from: number, page: Page): { end: number; groups: Unit[][] } | null {
  let first = from;
  while (first < bands.length && first < from + 40 && gapsIn(bands[first] ?? [], page).length === 0) first++;
  const gaps = gapsIn(bands[first] ?? [], page);
  let end = 0;
  for (const gap of gaps) {
    let strip: Strip | null = gap;
    for (let i = from; i < first && strip !== null; i++) strip = narrowed(strip, bands[i] ?? [], page);
    if (strip === null) continue;
    let stop = first + 1;
    while (stop < bands.length) {
      strip = narrowed(strip, bands[stop] ?? [], page);
      if (strip === null || breaksHere(bands, from, stop, page)) break;
      stop++;
    }
    end = Math.max(end, stop);
  }
  if (end === 0) return null;
  // A heading over the columns, or a lone line, is not of them.
  const groups = groupsOf(bands.slice(from, end).flat(), page);
  if (groups.length < 2 || isOver(bands[from] ?? [], groups, page)) return null;
  return { end, groups };
}

interface Strip {
  readonly left: number;
  readonly right: number;
}

/** White between the units of a band that is wide enough to be a gutter. */
function gapsIn(units: readonly Unit[], page: Page): Strip[] {
  const gaps: Strip[] = [];
  let right = -Infinity;
  for (const unit of [...units].sort((a, b) => a.left - b.left)) {
    if (right > -Infinity && isGutter(right, unit.left, unit, page)) gaps.push({ left: right, right: unit.left });
    right = Math.max(right, unit.right);
  }
  return gaps;
}

function isGutter(left: number, right: number, unit: Box, page: Page): boolean {
  if (right - left >= page.body * 0.75) return true;
  if (right - left < page.body * 0.25) return false;
  return page.rules.some(
    (rule) =>
      rule.right - rule.left < 3 &&
      rule.bottom - rule.top > page.body * 3 &&
      rule.left > left - 1 &&
      rule.right < right + 1 &&
      rule.top < unit.bottom &&
      rule.bottom > unit.top,
  );
}

/** What is left of a strip of white when a band's units stand beside it; null where none of it can be a gutter. */
function narrowed(strip: Strip, units: readonly Unit[], page: Page): Strip | null {
  let { left, right } = strip;
  for (const unit of units) {
    if (unit.right <= left || unit.left >= right) continue;
    if (unit.left - left >= right - unit.right) right = unit.left;
    else left = unit.right;
    if (!isGutter(left, right, unit, page)) return null;
  }
  return { left, right };
}

/** A heading that stands alone across a run of columns ends it: another article begins. */
function breaksHere(bands: readonly Unit[][], from: number, at: number, page: Page): boolean {
  const [unit, ...others] = bands[at] ?? [];
  if (unit?.piece === undefined || others.length > 0 || at - from < 2) return false;
  if (unit.piece.size < page.body * 1.3) return false;
  const above = bands.slice(from, at).flat();
  const left = Math.min(...above.map((one) => one.left));
  const right = Math.max(...above.map((one) => one.right));
  if (
    page.pictures.some(
      (picture) =>
        picture.top < unit.bottom && picture.bottom > unit.top && picture.right > left && picture.left < right,
    )
  )
    return false;
  const centred = Math.abs((unit.left + unit.right) / 2 - (left + right) / 2) < page.body * 2;
  return centred || unit.piece.size >= page.body * 1.7;
}

/** Divides units by the gutters that run down all of them; groups that are no columns stay together. */
function groupsOf(units: readonly Unit[], page: Page): Unit[][] {
  const groups: Unit[][] = [];
  let right = -Infinity;
  for (const unit of [...units].sort((a, b) => a.left - b.left)) {
    if (right > -Infinity && isGutter(right, unit.left, unit, page)) groups.push([unit]);
    else if (groups.length === 0) groups.push([unit]);
    else groups.at(-1)?.push(unit);
    right = Math.max(right, unit.right);
  }
  if (groups.length < 2 || isGrid(groups, page)) return [units.slice()];
  const columns: Unit[][] = [];
  for (const group of groups) {
    const last = columns.at(-1);
    if (last !== undefined && !areColumns(last, group, page)) last.push(...group);
    else columns.push(group);
  }
  return columns;
}

function areColumns(a: readonly Unit[], b: readonly Unit[], page: Page): boolean {
  if (!standBeside(a, b)) return false;
  // The last line of an article may be all that its last column has.
  return isColumn(a, page) ? isColumn(b, page) || isProse(a, page) : isColumn(b, page) && isProse(b, page);
}

/** Lines that mostly reach their column's edge, as running text does. */
function isProse(units: readonly Unit[], page: Page): boolean {
  const right = Math.max(...units.map((unit) => unit.right));
  const full = units.filter((unit) => right - unit.right < page.body * 1.5).length;
  return (
    units.length >= 4 && full * 2 >= units.length && (units[0]?.right ?? 0) - (units[0]?.left ?? 0) > page.body * 6
  );
}

/** Lines of running text, a box, or a line that is set downwards. */
function isColumn(units: readonly Unit[], page: Page): boolean {
  if (units.some((unit) => unit.inner !== undefined || unit.table !== undefined || unit.piece?.vertical === true))
    return true;
  const widths = units.map((unit) => unit.right - unit.left).sort((a, b) => a - b);
  const lines = bandsOf(units).length;
  const width = Math.max(...units.map((unit) => unit.right)) - Math.min(...units.map((unit) => unit.left));
  return lines >= 2 && width >= page.body * 4.5 && (widths[widths.length >> 1] ?? 0) >= page.body * 3;
}

function standBeside(a: readonly Unit[], b: readonly Unit[]): boolean {
  const [top, bottom] = [Math.min(...a.map((one) => one.top)), Math.max(...a.map((one) => one.bottom))];
  const [otherTop, otherBottom] = [Math.min(...b.map((one) => one.top)), Math.max(...b.map((one) => one.bottom))];
  return overlap(top, bottom, otherTop, otherBottom) > 0;
}

/** Cells of a table without rules: on the same lines, and short or figures, where columns of prose fill theirs. */
function isGrid(groups: readonly (readonly Unit[])[], page: Page): boolean {
  const pieces = groups.map((group) => group.flatMap((unit) => unit.piece ?? []));
  if (groups.flat().some((unit) => unit.piece === undefined || unit.piece.vertical)) return false;
  const all = pieces.flat();
  const figures = all.filter((piece) => isFigure(piece.text)).length;
  // Each column's lines as far as they reach across it.
  const full = pieces.map((list) => {
    const right = Math.max(...list.map((one) => one.right));
    return list.filter((one) => right - one.right < page.body * 1.3).length / list.length;
  });
  const aligned = all.filter((piece) =>
    pieces.some(
      (list) =>
        !list.includes(piece) && list.some((other) => Math.abs(other.baseline - piece.baseline) < page.body * 0.3),
    ),
  ).length;
  if (aligned < all.length * 0.6) return false;
  if (figures >= all.length * 0.25) return true;
  const lengths = all.map((piece) => piece.text.length).sort((a, b) => a - b);
  const short = (lengths[lengths.length >> 1] ?? 0) <= 6;
  const ragged = full.filter((share) => share < 0.45).length * 2 > full.length;
  return short || (ragged && groups.length >= 3) || (ragged && all.length <= 8);
}

/** `12.5`, `3.2万`, `—`, `45起`, `+5.1%`. */
export function isFigure(text: string): boolean {
  return /^[-+－＋±]?[\d,，.]{1,16}\s?(?:[%％‰]|[万亿]?\p{Script=Han}{0,3})$|^[-—–/]{1,3}$/u.test(text.trim());
}

/** Tells that the first band is a heading or byline over the columns, not a line of one of them. */
function isOver(band: readonly Unit[], groups: readonly (readonly Unit[])[], page: Page): boolean {
  const [unit, ...others] = band;
  if (unit?.piece === undefined || others.length > 0 || unit.piece.vertical) return false;
  const own = groups.find((group) => group.includes(unit));
  if (own === undefined) return false;
  const left = Math.min(...own.map((one) => one.left));
  const hangs = unit.left - left > page.body * 2.7;
  const { size } = unit.piece;
  return size > page.body * 1.15 || size < page.body * 0.93 || hangs;
}

/**
 * Reads columns from left to right. Where a column holds the head of another article, and the text above that
 * head runs on at the top of the next column, what stands under the head is read afterwards.
 */
function besides(groups: readonly (readonly Unit[])[], page: Page): PageLine[] {
  const lines: PageLine[] = [];
  const later: (readonly Unit[])[] = [];
  const ordered = groups.every((group) => group.every((unit) => unit.piece?.vertical === true))
    ? [...groups].reverse()
    : groups;
  ordered.forEach((group, g) => {
    const next = ordered[g + 1];
    const cut = next === undefined ? null : cutAtHead(group, next, page);
    if (cut === null) lines.push(...flow(group, page));
    else {
      lines.push(...cut.lines);
      later.push(cut.rest);
    }
  });
  for (const rest of later) lines.push(...flow(rest, page));
  return lines;
}

function cutAtHead(
  group: readonly Unit[],
  next: readonly Unit[],
  page: Page,
): { lines: PageLine[]; rest: Unit[] } | null {
  const heads = group.filter((unit) => (unit.piece?.size ?? 0) >= page.body * 1.25).sort((a, b) => a.top - b.top);
  if (heads.length === 0) return null;
  const asides = page.asides;
  const [opening] = flow(next, page);
  const closing = flow(group, page).at(-1);
  page.asides = asides;
  if (opening === undefined || continues(closing, opening) || opening.size >= page.body * 1.2) return null;
  const level = opening.top < Math.min(...group.map((unit) => unit.top)) + page.body * 5;
  for (const head of heads) {
    const above = group.filter((unit) => unit.bottom <= head.top + 1);
    if (above.length === 0) continue;
    const lines = flow(above, page);
    // A head that bridges two columns is another article's: what stands level with those columns is of theirs.
    const bridges = level && groupsOf(above, page).length > 1 && crosses(head, above, page);
    if (bridges || continues(lines.at(-1), opening))
      return { lines, rest: group.filter((unit) => !above.includes(unit)) };
  }
  return null;
}

/** Tells that a head lies over a gutter of the columns above it, or would if it were as wide as its article. */
function crosses(head: Unit, above: readonly Unit[], page: Page): boolean {
  const columns = groupsOf(above, page);
  return columns.some((column, c) => {
    const next = columns[c + 1];
    if (next === undefined) return false;
    const gutter = Math.max(...column.map((unit) => unit.right));
    return head.left < gutter && head.right > Math.min(...next.map((unit) => unit.left));
  });
}

/** Reads one column from the top down, with the tables and boxes that stand in it. */
function columnOf(units: readonly Unit[], page: Page): PageLine[] {
  const lines: PageLine[] = [];
  let pieces: Piece[] = [];
  const edges = edgesOf(units.flatMap((unit) => unit.piece ?? []));
  const flush = (): void => {
    if (pieces.length > 0) lines.push(...linesOfColumn(pieces, page.body, edges));
    pieces = [];
  };
  for (const unit of [...units].sort((a, b) => a.top - b.top || a.left - b.left)) {
    if (unit.piece !== undefined) {
      pieces.push(unit.piece);
      continue;
    }
    flush();
    const aside = ++page.asides;
    if (unit.table !== undefined) {
      for (const { cells, ...box } of unit.table.rows) {
        lines.push({
          ...boxOf(box),
          text: cells.join("\t"),
          size: page.body,
          font: "",
          columnLeft: unit.left,
          columnRight: unit.right,
          indent: false,
          gap: false,
          ...(cells.length > 1 ? { role: "row" as const } : {}),
          aside,
        });
      }
    } else {
      const inner = (unit.inner ?? []).map((piece) => ({ ...boxOf(piece), piece }));
      lines.push(...flow(inner, page).map((line) => ({ ...line, aside })));
    }
  }
  flush();
  return lines;
}
