/** A run of characters on a page, in points from its top left corner. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline. */
  readonly bottom: number;
  readonly size: number;
}

/** A line of a page in reading order. */
export interface PageLine {
  readonly text: string;
  /** Left, top, right, bottom. */
  readonly box: readonly [number, number, number, number];
  /** White space or a new column before it. */
  readonly gap: boolean;
  /** Begins two characters within its column. */
  readonly indent: boolean;
}

/** Pieces that stand side by side. */
interface Segment {
  text: string;
  left: number;
  right: number;
  bottom: number;
  size: number;
}

/** Puts a page's pieces into lines and the lines into reading order: column by column, top to bottom. */
export function linesOfPage(pieces: readonly Piece[]): PageLine[] {
  const segments = segmentsOf(pieces);
  const lines: PageLine[] = [];
  for (const block of blocksOf(segments)) lines.push(...linesOfBlock(block));
  return lines;
}

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const sorted = [...pieces].sort((a, b) => a.bottom - b.bottom || a.left - b.left);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row !== undefined &&
      first !== undefined &&
      Math.abs(piece.bottom - first.bottom) < Math.max(piece.size, first.size) * 0.4
    ) {
      row.push(piece);
    } else rows.push([piece]);
  }
  const segments: Segment[] = [];
  for (const row of rows) {
    row.sort((a, b) => a.left - b.left);
    let open: Segment | null = null;
    for (const piece of row) {
      const gap: number = open === null ? 0 : piece.left - open.right;
      if (open !== null && gap < Math.max(open.size, piece.size) * 1.7) {
        open.text += (needsSpace(open.text, piece.text, gap, open.size) ? " " : "") + piece.text;
        open.right = Math.max(open.right, piece.right);
        open.size = Math.max(open.size, piece.size);
      } else {
        open = { ...piece };
        segments.push(open);
      }
    }
  }
  return segments;
}

function needsSpace(before: string, after: string, gap: number, size: number): boolean {
  if (/\s$/u.test(before) || /^\s/u.test(after)) return false;
  const latin = /[A-Za-z\d]$/u.test(before) && /^[A-Za-z\d]/u.test(after);
  return gap > size * (latin ? 0.2 : 0.7);
}

/**
 * Cuts the segments into blocks of one column each, in reading order.
 * From each segment on, the longest run that leaves a gutter free is tried as columns.
 */
function blocksOf(segments: readonly Segment[]): Segment[][] {
  const blocks: Segment[][] = [];
  const pitch = pitchOf(segments);
  let single: Segment[] = [];
  for (let i = 0; i < segments.length;) {
    const columns = columnsFrom(segments, i, pitch);
    const here = segments[i];
    if (columns === null) {
      if (here !== undefined) single.push(here);
      i++;
      continue;
    }
    if (single.length > 0) blocks.push(single);
    single = [];
    const run = segments.slice(i, columns.end);
    blocks.push(
      ...blocksOf(run.filter((one) => one.right <= columns.gutter + 0.01)),
      ...blocksOf(run.filter((one) => one.right > columns.gutter + 0.01)),
    );
    i = columns.end;
  }
  if (single.length > 0) blocks.push(single);
  return blocks;
}

/** The run of segments from `from` on that one gutter divides, with the gutter's left side; null where there is none. */
function columnsFrom(
  segments: readonly Segment[],
  from: number,
  pitch: number,
): { end: number; gutter: number } | null {
  const first = segments[from];
  if (first === undefined) return null;
  let left = first.left;
  let right = first.right;
  let covered: [number, number][] = [];
  let best: { end: number; gutter: number } | null = null;
  for (let end = from; end < segments.length && end < from + 2000; end++) {
    const segment = segments[end];
    if (segment === undefined) break;
    // A white band across all columns ends them.
    if (end > from && segment.bottom - (segments[end - 1]?.bottom ?? 0) > pitch * 1.6) break;
    left = Math.min(left, segment.left);
    right = Math.max(right, segment.right);
    covered = covering(covered, segment.left, segment.right);
    if (covered.length < 2 && end - from > 1) {
      if (best === null && end - from > 8) return null;
      break;
    }
    const gutter = gutterIn(covered, segment.size);
    if (gutter === null) {
      if (end - from > 1) break;
      continue;
    }
    const run = segments.slice(from, end + 1);
    const before = run.filter((one) => one.right <= gutter).length;
    if (before >= 3 && run.length - before >= 3) best = { end: end + 1, gutter };
  }
  return best;
}

/** The usual distance from a line to the next in its column. */
function pitchOf(segments: readonly Segment[]): number {
  const distances: number[] = [];
  for (let i = 0; i < segments.length && i < 400; i++) {
    const here = segments[i];
    if (here === undefined) break;
    for (let j = i + 1; j < segments.length && j < i + 40; j++) {
      const below = segments[j];
      if (below === undefined || below.bottom - here.bottom < here.size * 0.5) continue;
      if (below.left > here.right || below.right < here.left) continue;
      distances.push(below.bottom - here.bottom);
      break;
    }
  }
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? 20;
}

/** Adds a stretch to a list of covered stretches. */
function covering(covered: readonly [number, number][], left: number, right: number): [number, number][] {
  const merged: [number, number][] = [];
  let from = left;
  let to = right;
  for (const [a, b] of covered) {
    if (b < from || a > to) merged.push([a, b]);
    else {
      from = Math.min(from, a);
      to = Math.max(to, b);
    }
  }
  merged.push([from, to]);
  return merged.sort((a, b) => a[0] - b[0]);
}

function gutterIn(covered: readonly [number, number][], size: number): number | null {
  for (let i = 1; i < covered.length; i++) {
    const end = covered[i - 1]?.[1] ?? 0;
    const start = covered[i]?.[0] ?? 0;
    if (start - end >= size * 0.9) return end;
  }
  return null;
}

function linesOfBlock(block: readonly Segment[]): PageLine[] {
  const left = Math.min(...block.map((one) => one.left));
  const lines: PageLine[] = [];
  let above: Segment | null = null;
  let row: Segment[] = [];
  const flush = (): void => {
    const [first] = row;
    if (first === undefined) return;
    // Segments of one row in one column are cells of a table.
    const text = row.map((one) => one.text.trim()).join("\t");
    const size = Math.max(...row.map((one) => one.size));
    const gap =
      above === null || first.bottom - above.bottom > Math.max(size, above.size) * 2.1 || above.bottom > first.bottom;
    const indent = first.left - left > first.size * 1.6 && first.left - left < first.size * 2.6;
    const right = Math.max(...row.map((one) => one.right));
    lines.push({ text, box: [first.left, first.bottom - size, right, first.bottom], gap, indent });
    above = first;
    row = [];
  };
  for (const segment of block) {
    const [first] = row;
    if (first !== undefined && Math.abs(first.bottom - segment.bottom) >= Math.max(first.size, segment.size) * 0.4)
      flush();
    row.push(segment);
  }
  flush();
  return lines;
}
