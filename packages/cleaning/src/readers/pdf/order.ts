import { orderBlocks } from "./blocks.ts";
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
  // A chart is drawn with more boxes than any page has articles.
  const largest = [...frames].sort((a, b) => areaOf(b) - areaOf(a)).slice(0, 200);
  for (const frame of largest.reverse()) {
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
    if (run === "torn") return orderBlocks(units).flatMap((block) => columnOf(block, page));
    if (run === null) {
      single.push(...(bands[i] ?? []));
      i++;
      continue;
    }
    if (run.groups.length === 0) {
      // The rows of a table are read one by one.
      single.push(...bands.slice(i, run.end).flat());
      i = run.end;
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
function runFrom(
  bands: readonly Unit[][],
  from: number,
  page: Page,
): { end: number; groups: Unit[][] } | "torn" | null {
  let first = from;
  while (first < bands.length && first < from + 40 && gapsIn(bands[first] ?? [], page).length === 0) first++;
  const gaps = gapsIn(bands[first] ?? [], page);
  const stops = new Set<number>();
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
    stops.add(stop);
  }
  if (stops.size === 0) return null;
  const end = [...stops].sort((a, b) => b - a).find((stop) => !isTorn(bands, from, stop, page));
  if (end === undefined) return "torn";
  // A heading over the columns, or a lone line, is not of them.
  const groups = groupsOf(bands.slice(from, end).flat(), page);
  if (groups === "grid") return { end, groups: [] };
  if (groups.length < 2 || isOver(bands[from] ?? [], groups, page)) return null;
  return { end, groups };
}

/** Tells that the lines of a column go on below the end of a run: its gutter is not the page's. */
function isTorn(bands: readonly Unit[][], from: number, end: number, page: Page): boolean {
  const below = (bands[end] ?? []).concat(bands[end + 1] ?? []);
  const above = bands.slice(Math.max(from, end - 3), end).flat();
  const groups = groupsOf(bands.slice(from, end).flat(), page);
  if (groups === "grid" || groups.length < 2) return false;
  return below.some((next) => {
    const { piece } = next;
    if (piece === undefined || piece.vertical || piece.text.length < 6) return false;
    const column = groups.find((group) => {
      const left = Math.min(...group.map((unit) => unit.left));
      const right = Math.max(...group.map((unit) => unit.right));
      return next.left > left - page.body && next.right < right + page.body;
    });
    return above.some(
      (unit) =>
        column?.includes(unit) === true &&
        unit.piece !== undefined &&
        Math.abs(unit.piece.size - piece.size) < piece.size * 0.08 &&
        Math.abs(unit.piece.left - piece.left) < piece.size * 2.6 &&
        piece.top - unit.bottom > 0 &&
        piece.top - unit.bottom < piece.size * 0.95,
    );
  });
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
  if (unit?.piece === undefined || at - from < 2) return false;
  // Headlines side by side and nothing else: a row of articles begins.
  if (others.length > 0) return [unit, ...others].every(({ piece }) => (piece?.size ?? 0) >= page.body * 1.4);
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

/** Divides units by the gutters that run down all of them; groups that are no columns stay together, a table is none. */
function groupsOf(units: readonly Unit[], page: Page): Unit[][] | "grid" {
  const groups: Unit[][] = [];
  let right = -Infinity;
  for (const unit of [...units].sort((a, b) => a.left - b.left)) {
    if (right > -Infinity && isGutter(right, unit.left, unit, page)) groups.push([unit]);
    else if (groups.length === 0) groups.push([unit]);
    else groups.at(-1)?.push(unit);
    right = Math.max(right, unit.right);
  }
  if (groups.length < 2) return groups;
  if (isGrid(groups, page)) return "grid";
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
  if (holdsColumns(units.flatMap((unit) => unit.piece ?? []))) return true;
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
  // What has columns of its own is no column of a table.
  if (pieces.some((list) => holdsColumns(list))) return false;
  const aligned = alignedIn(pieces, page.body * 0.3);
  if (aligned < all.length * 0.6) return false;
  if (figures >= all.length * 0.25) return true;
  const lengths = all.map((piece) => piece.text.length).sort((a, b) => a - b);
  if ((lengths[lengths.length >> 1] ?? 0) <= 6) return true;
  const ragged = pieces.filter((list) => !fillsColumn(list, page)).length;
  return ragged * 2 > pieces.length && (groups.length >= 3 || all.length <= 8);
}

/** Lines of several pieces side by side, again and again. */
function holdsColumns(pieces: readonly Piece[]): boolean {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  let count = 0;
  for (let i = 1; i < sorted.length; i++) {
    const [before, here] = [sorted[i - 1], sorted[i]];
    if (before === undefined || here === undefined) continue;
    if (here.baseline - before.baseline < here.size * 0.4 && before.text.length >= 6 && here.text.length >= 6) count++;
  }
  return count >= 3;
}

/** Most lines reach across the column, but for what may not be broken, as lines of running text do. */
function fillsColumn(pieces: readonly Piece[], page: Page): boolean {
  const left = Math.min(...pieces.map((one) => one.left));
  const right = Math.max(...pieces.map((one) => one.right));
  const full = pieces.filter((one) => right - one.right < Math.max(page.body * 1.3, (right - left) * 0.2)).length;
  return full * 20 >= pieces.length * 9;
}

/** How many pieces stand on a line with one of another column. */
function alignedIn(columns: readonly (readonly Piece[])[], step: number): number {
  const levels = new Map<number, Set<number>>();
  columns.forEach((pieces, c) => {
    for (const { baseline } of pieces) {
      const level = Math.round(baseline / step);
      levels.set(level, (levels.get(level) ?? new Set<number>()).add(c));
    }
  });
  let count = 0;
  columns.forEach((pieces, c) => {
    for (const { baseline } of pieces) {
      const level = Math.round(baseline / step);
      const beside = [level - 1, level, level + 1].some((near) => {
        const there = levels.get(near);
        return there !== undefined && there.size > (there.has(c) ? 1 : 0);
      });
      if (beside) count++;
    }
  });
  return count;
}

/** `12.5`, `3.2万`, `—`, `45起`, `+5.1%`. */
export function isFigure(text: string): boolean {
  return /^[-+－＋±]?[\d,，.]{1,16}\s?(?:[%％‰]|[万亿]?\p{Script=Han}{0,3})$|^[-—–/]{1,3}$/u.test(text.trim());
}

/** Tells that the first band is a heading or byline over the columns, not a line of one of them. */
function isOver(band: readonly Unit[], groups: readonly (readonly Unit[])[], page: Page): boolean {
  const [unit, ...others] = band;
  if (unit?.piece === undefined || others.length > 0 || unit.piece.vertical) return false;
  const own = groups.find((group) => group.some((one) => one.piece === unit.piece));
  if (own === undefined) return false;
  const left = Math.min(...own.map((one) => one.left));
  const inward = unit.left - left;
  const { size } = unit.piece;
  if (size > page.body * 1.15 || size < page.body * 0.93 || inward > page.body * 2.7) return true;
  // A byline in the middle of the columns happens to stand in one: neither at its edge nor indented.
  const right = Math.max(...own.map((one) => one.right));
  const isSet = inward < page.body * 0.3 || Math.abs(inward - page.body * 2) < page.body * 0.3;
  return !isSet && right - unit.right > page.body * 0.5;
}

/**
 * Reads columns from left to right. Where a column holds the head of another article, and the text above that
 * head runs on at the top of the next column, what stands under the head is read afterwards.
 */
function besides(groups: readonly (readonly Unit[])[], page: Page): PageLine[] {
  const lines: PageLine[] = [];
  const later: (readonly Unit[])[] = [];
  const ordered = withSharedHeads(withVerticals(groups, page), page);
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

/**
 * A headline in the middle of several columns stands, by its place, in one of them. It is read before the first of
 * those that lie level with the text under it.
 */
function withSharedHeads(groups: readonly (readonly Unit[])[], page: Page): (readonly Unit[])[] {
  const boxes = groups.map((group) => ({
    left: Math.min(...group.map((unit) => unit.left)),
    right: Math.max(...group.map((unit) => unit.right)),
    top: Math.min(...group.map((unit) => unit.top)),
  }));
  const heads = groups.map((group) => {
    const [first, second] = [...group].sort((a, b) => a.top - b.top);
    const { piece } = first ?? {};
    if (piece === undefined || piece.vertical) return null;
    const isLone = second !== undefined && second.top >= piece.bottom;
    const isByline = isLone && (opensByline(piece.text) || isOver([{ ...boxOf(piece), piece }], [group], page));
    return piece.size >= page.body * 1.2 || isByline ? piece : null;
  });
  const out: (readonly Unit[])[] = [];
  let open = 0; // the first column in `out` that no headline has yet
  groups.forEach((group, g) => {
    const head = heads[g] ?? null;
    out.push(group);
    if (head === null) return;
    const isUnder = (i: number): boolean => {
      const { top = 0 } = boxes[i] ?? {};
      return heads[i] === null && top > head.bottom - 2 && top < head.bottom + page.body * 6;
    };
    let last = g;
    while (last + 1 < groups.length && isUnder(last + 1)) last++;
    const middle = (head.left + head.right) / 2;
    const own = boxes[g]?.left ?? 0;
    // How far the headline is from where it would stand over the columns from `first` on.
    const misfit = (first: number): number => {
      const starts = Math.abs(head.left - (boxes[first]?.left ?? 0));
      let least = first === g ? starts : Infinity;
      for (let i = first === g ? last : g; i <= last; i++)
        least = Math.min(least, Math.abs(((boxes[first]?.left ?? 0) + (boxes[i]?.right ?? 0)) / 2 - middle));
      return least;
    };
    let best = g;
    let before = 0;
    for (let i = g - 1; i >= 0 && out.length - 1 - (g - i) >= open && isUnder(i); i--) {
      const isLeft = head.size >= page.body * 1.2 && Math.abs(head.left - own) < page.body * 0.8;
      const better = isLeft ? misfit(i) < misfit(best) - 1 : misfit(i) <= misfit(best) + page.body * 0.8;
      if (better && misfit(i) < page.body * 1.6) {
        best = i;
        before = g - i;
      }
    }
    if (before > 0) {
      const lead = group.filter((unit) => unit.bottom <= (boxes[best]?.top ?? 0) + 2);
      out[out.length - 1] = group.filter((unit) => !lead.includes(unit));
      out.splice(out.length - 1 - before, 0, lead);
    }
    open = out.length;
  });
  return out.filter((group) => group.length > 0);
}

/** Matches `本报记者 林川` and `通讯员 何平`; must not match `记者从市局了解到，`. */
function opensByline(text: string): boolean {
  return (
    text.length <= 40 &&
    /^[□■●◎（(]?\s?(?:本报|本刊|\p{Script=Han}{2,8}[报网社])?(?:记者|通讯员)[\s　：:/●]/u.test(text)
  );
}

/** Lines that are set downwards side by side are read from right to left; as a headline at the right they come first. */
function withVerticals(groups: readonly (readonly Unit[])[], page: Page): (readonly Unit[])[] {
  const isVertical = (group: readonly Unit[] | undefined): boolean =>
    group?.every((unit) => unit.piece?.vertical === true) === true;
  const out: (readonly Unit[])[] = [];
  let moved: (readonly Unit[])[] = [];
  for (let i = 0; i < groups.length;) {
    let end = i;
    while (isVertical(groups[end])) end++;
    const run = groups.slice(i, end).reverse();
    const isHeadline = run.every((group) => group.every((unit) => (unit.piece?.size ?? 0) > page.body * 1.3));
    if (end === groups.length && i > 0 && isHeadline && !out.some((group) => isVertical(group))) moved = run;
    else out.push(...run);
    const level = groups[end];
    if (level !== undefined) out.push(level);
    i = end + 1;
  }
  return [...moved, ...out];
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
  for (const head of heads.slice(0, 24)) {
    const above = group.filter((unit) => unit.bottom <= head.top + 1);
    if (above.length === 0) continue;
    const lines = flow(above, page);
    // A head that bridges two columns is another article's: what stands level with those columns is of theirs.
    const bridges = level && crosses(head, above, page);
    if (bridges || continues(lines.at(-1), opening))
      return { lines, rest: group.filter((unit) => !above.includes(unit)) };
  }
  return null;
}

/** Tells that a head lies over a gutter of the columns above it, or would if it were as wide as its article. */
function crosses(head: Unit, above: readonly Unit[], page: Page): boolean {
  const columns = groupsOf(above, page);
  if (columns === "grid") return false;
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
