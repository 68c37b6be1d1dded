import type { PageInk, Piece } from "./pieces.ts";

/** A page's pieces without its furniture, and the furniture line by line. */
export interface Parted {
  readonly body: readonly Piece[];
  readonly head: readonly FurnitureLine[];
  readonly foot: readonly FurnitureLine[];
}

/** A line of pieces that belongs to the page. */
export interface FurnitureLine {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Parts the pages' furniture from their text: what the pages repeat at their edges, folios, page numbers, print-outs' addresses. */
export function partFurniture(pages: readonly PageInk[], body: number): Parted[] {
  const edges = pages.map((page) => edgesOf(page));
  const repeated = repeatsIn(pages, edges);
  return pages.map((page, p) => {
    const { top, bottom } = edges[p] ?? { top: [], bottom: [] };
    const head = outerOf(top, (row, i) =>
      isFurniture(row, { page, pages, number: p + 1, body, repeated, outermost: i === 0, foot: false }),
    );
    const foot = outerOf(bottom, (row, i) =>
      isFurniture(row, { page, pages, number: p + 1, body, repeated, outermost: i === 0, foot: true }),
    );
    const margin = lineNumbersOf(page);
    const gone = new Set([...head, ...foot, margin].flat());
    return {
      body: page.pieces.filter((piece) => !gone.has(piece)),
      head: [...head, ...(margin.length > 0 ? [margin] : [])].map((row) => lineOf(row)),
      foot: foot.reverse().map((row) => lineOf(row)),
    };
  });
}

/**
 * The numbers of lines in the margin of a draft: four and more below one another, left or right of all text, that count
 * on by one step (1 2 3, 5 10 15).
 */
function lineNumbersOf(page: PageInk): Piece[] {
  const numbers = page.pieces
    .filter((piece) => !piece.vertical && /^\d{1,4}$/u.test(piece.text.trim()))
    .sort((a, b) => a.baseline - b.baseline);
  if (numbers.length < 4) return [];
  const others = page.pieces.filter((piece) => !numbers.includes(piece) && piece.text.trim().length > 4);
  const left = Math.min(...others.map((piece) => piece.left));
  const right = Math.max(...others.map((piece) => piece.right));
  for (const side of [numbers.filter((one) => one.right < left), numbers.filter((one) => one.left > right)]) {
    const values = side.map((one) => Number(one.text));
    const steps = new Set(values.slice(1).map((value, i) => value - (values[i] ?? 0)));
    const [step = 0] = steps;
    if (side.length < 4 || steps.size !== 1 || ![1, 2, 5, 10].includes(step)) continue;
    // Beside most of them runs one line as wide as the text: no row of a table, no entry of a list.
    const rows = side
      .map((number) => others.filter((piece) => Math.abs(piece.baseline - number.baseline) < piece.size * 0.5))
      .filter((row) => row.length > 0);
    const running = rows.filter(([only, second]) => second === undefined && (only?.right ?? 0) > right - 24);
    if (rows.length > 1 && running.length * 2 >= rows.length) return side;
  }
  return [];
}

function lineOf(row: readonly Piece[]): FurnitureLine {
  return { text: row.map((piece) => piece.text.trim()).join("　"), pieces: row };
}

/** The rows next to a page's upper and lower edge, the outermost first. */
function edgesOf(page: PageInk): { top: Piece[][]; bottom: Piece[][] } {
  const level = page.pieces.filter((piece) => !piece.vertical);
  const top = rowsIn(level.filter((piece) => piece.baseline < page.height * 0.16));
  const bottom = rowsIn(level.filter((piece) => piece.baseline > page.height * 0.84)).reverse();
  return { top: top.slice(0, 4), bottom: bottom.slice(0, 5) };
}

function rowsIn(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline)) {
    const first = rows.at(-1)?.[0];
    if (first !== undefined && piece.baseline - first.baseline < Math.max(4, Math.min(piece.size, first.size) * 0.5))
      rows.at(-1)?.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

/** Rows from the edge inwards for as long as they are furniture. */
function outerOf(rows: readonly Piece[][], test: (row: Piece[], i: number) => boolean): Piece[][] {
  const out: Piece[][] = [];
  for (const [i, row] of rows.entries()) {
    if (!test(row, i)) break;
    out.push(row);
  }
  return out;
}

/** What stands at one height at the edge of several pages, its digits aside. */
function repeatsIn(pages: readonly PageInk[], edges: readonly { top: Piece[][]; bottom: Piece[][] }[]): Set<string> {
  const counts = new Map<string, Set<number>>();
  edges.forEach(({ top, bottom }, p) => {
    for (const row of [...top, ...bottom]) {
      const key = keyOf(row);
      if (key === null) continue;
      const there = counts.get(key) ?? new Set<number>();
      there.add(p);
      counts.set(key, there);
    }
  });
  // Left and right pages may differ: a third of the pages is enough, but never fewer than two.
  const least = pages.length <= 3 ? 2 : Math.max(3, Math.ceil(pages.length * 0.3));
  return new Set([...counts].filter(([, there]) => there.size >= least).map(([key]) => key));
}

function keyOf(row: readonly Piece[]): string | null {
  const text = row
    .map((piece) => piece.text)
    .join("")
    .replaceAll(/\s/gu, "");
  if (text === "" || text.length > 60) return null;
  return text.replaceAll(/\d+/gu, "0");
}

interface Context {
  readonly page: PageInk;
  readonly pages: readonly PageInk[];
  readonly number: number;
  /** The size of the running text. */
  readonly body: number;
  readonly repeated: ReadonlySet<string>;
  readonly outermost: boolean;
  readonly foot: boolean;
}

function isFurniture(row: readonly Piece[], context: Context): boolean {
  const text = row.map((piece) => piece.text.trim()).join(" ");
  const bare = text.replaceAll(/\s/gu, "");
  const key = keyOf(row);
  if (row.every((piece) => piece.artifact)) return true;
  // A title that the other pages repeat is the title where it stands first.
  if (context.number === 1 && row.some((piece) => piece.size > context.body * 1.35)) return isFolio(text);
  if (key !== null && context.repeated.has(key) && (key.replaceAll("0", "").length >= 2 || !/^[\d.%]+$/u.test(bare)))
    return true;
  if (isPageNumber(bare, row, context)) return true;
  if (isFolio(text)) return true;
  // Matches `https://example.cn/a.html  1/3`; must not match a sentence that names an address.
  if (/^https?:\/\/\S{4,400}(?:\s+\d{1,3}\s?\/\s?\d{1,3})?$/u.test(text.trim())) return true;
  // Matches a browser's `2024/1/15 10:31  标题_某某网` at the head; must not match `2024年1月15日`.
  if (
    !context.foot &&
    context.outermost &&
    /^\d{2,4}\/\d{1,2}\/\d{1,2}[\s,]{1,3}(?:上午|下午)?\d{1,2}:\d{2}/u.test(text.trim())
  )
    return true;
  return context.foot && isImprint(text);
}

/** `- 3 -`, `第3页 共5页`, `3/5`, and a bare 3 that counts the pages. */
function isPageNumber(text: string, row: readonly Piece[], context: Context): boolean {
  if (
    /^[-—–·•~]{1,2}\d{1,4}[-—–·•~]{1,2}$|^第\d{1,4}页(?:[，,/]?共\d{1,4}页)?$|^Page\d{1,4}(?:of\d{1,4})?$/iu.test(text)
  )
    return true;
  const [page = 0, all = 0] = /^\d{1,3}\/\d{1,3}$/u.test(text) ? text.split("/").map(Number) : [];
  if (all > 0) return page === context.number && all === context.pages.length;
  if (context.outermost && areFacingNumbers(row, context.page)) return true;
  if (!/^\d{1,4}$/u.test(text) || row.length !== 1 || !context.outermost) return false;
  // Pages count on from the first: the next or the one before bears the next figure.
  const shift = Number(text) - context.number;
  return context.pages.some(
    (other, i) =>
      i + 1 !== context.number &&
      Math.abs(i + 1 - context.number) <= 3 &&
      other.pieces.some(
        (piece) =>
          piece.text.trim() === String(i + 1 + shift) &&
          (piece.baseline < other.height * 0.16 || piece.baseline > other.height * 0.84),
      ),
  );
}

/** The numbers of two pages that one sheet bears side by side: 12 and 13, each in its half. */
function areFacingNumbers(row: readonly Piece[], page: PageInk): boolean {
  const [a, b] = row;
  if (a === undefined || b === undefined || row.length !== 2) return false;
  const [first, second] = [a, b].map((piece) =>
    Number(/^[-—–·]?\s?(\d{1,4})\s?[-—–·]?$/u.exec(piece.text.trim())?.[1]),
  );
  return second === (first ?? Number.NaN) + 1 && a.right < page.width / 2 && b.left > page.width / 2;
}

/** A newspaper's folio: A03 要闻 某某日报 2023年5月31日 星期三. */
function isFolio(text: string): boolean {
  if (text.length > 70 || /[。；！？]/u.test(text)) return false;
  const words = text.split(/[\s　|｜]+/u).filter((word) => word !== "");
  if (words.some((word) => word.length > 16)) return false;
  // Matches `第A03版`, `03版 要闻`; must not match `3版指南`, which has no zero and no word 第.
  const edition =
    /(?:^|[\s　])(?:第\s?[A-Z]?\d{1,3}\s?版|[A-Z]?\d{2}\s?版|[A-Z]\d{2})(?=$|[\s　:：·|｜]|\p{Script=Han}{2,4}(?:$|[\s　]))/u.test(
      text,
    );
  const weekday = /\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s{0,4}(?:星期|周)[一二三四五六日天]/u.test(text);
  return edition || weekday;
}

/** Who made the page, at its foot: 责任编辑 某某 版式设计 某某 电话. */
function isImprint(text: string): boolean {
  if (text.length > 90 || /[。；！？]/u.test(text)) return false;
  return /(?:责任编辑|责编|版式|美编|组版|校对|值班主任|本版编辑|见习编辑)\s{0,3}[:：/／]?\s{0,3}\p{Script=Han}/u.test(
    text,
  );
}
