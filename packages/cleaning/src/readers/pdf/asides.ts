import type { Box } from "./glyphs.ts";
import type { PageInk, Piece } from "./pieces.ts";

/** Text that stands beside the running text: it is read after the paragraph that it interrupts. */
export interface Aside extends Box {
  readonly pieces: readonly Piece[];
  readonly role: "caption" | "note";
}

/** Parts the captions of pictures and the notes at a page's foot from its pieces. */
export function partAsides(pieces: readonly Piece[], page: PageInk, body: number): { text: Piece[]; asides: Aside[] } {
  const notes = notesOf(pieces, page, body);
  const asides: Aside[] = [];
  let text = pieces.filter((piece) => !notes.includes(piece));
  for (const picture of page.pictures) {
    if (picture.right - picture.left > page.width * 0.9 && picture.bottom - picture.top > page.height * 0.9) continue;
    const caption = captionOf(picture, text, body);
    if (caption.length === 0) continue;
    text = text.filter((piece) => !caption.includes(piece));
    asides.push({ ...boxAround([picture, ...caption]), pieces: caption, role: "caption" });
  }
  for (const column of columnsOf(notes)) asides.push({ ...boxAround(column), pieces: column, role: "note" });
  return { text, asides };
}

function boxAround(pieces: readonly Box[]): Box {
  return {
    left: Math.min(...pieces.map((one) => one.left)),
    top: Math.min(...pieces.map((one) => one.top)),
    right: Math.max(...pieces.map((one) => one.right)),
    bottom: Math.max(...pieces.map((one) => one.bottom)),
  };
}

/** Lines right under a picture, within its width, in another size or face than the text or with the words of a caption. */
function captionOf(picture: Box, pieces: readonly Piece[], body: number): Piece[] {
  const caption: Piece[] = [];
  let edge = picture.bottom;
  const usual = usualFont(pieces, body);
  const below = pieces
    .filter(
      (piece) =>
        piece.top > picture.bottom - 4 &&
        piece.left > picture.left - body * 1.5 &&
        piece.right < picture.right + body * 1.5,
    )
    .sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  for (const piece of below) {
    const [first] = caption;
    if (piece.top - edge > Math.max(first === undefined ? 14 : 7, piece.size * (first === undefined ? 1.4 : 0.9)))
      break;
    if (piece.size > body * 1.12) break;
    const differs = piece.size < body * 0.96 || piece.font !== usual;
    // Matches `图为民警在宣传`, `图1 案件数`, `某某摄`; must not match `图书馆位于`.
    const worded = /^(?:[△▲▼▽◀▶←→↑↓]|[上下左右]?图(?:为|片|\s?\d|[一二三四五]|[:：])|.{0,30}(?:摄|供图)[）)]?$)/u.test(
      piece.text.trim(),
    );
    if (
      first === undefined ? !(differs || worded) : Math.abs(piece.size - first.size) > 0.4 || piece.font !== first.font
    )
      break;
    caption.push(piece);
    edge = Math.max(edge, piece.bottom);
  }
  // So much is an article that begins under its picture.
  const length = caption.reduce((sum, piece) => sum + piece.text.length, 0);
  return length > 160 ? [] : caption;
}

function usualFont(pieces: readonly Piece[], body: number): string {
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    if (Math.abs(piece.size - body) > body * 0.06) continue;
    counts.set(piece.font, (counts.get(piece.font) ?? 0) + piece.text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

// Matches `① 指`, `[1] 数据来源`, `注：`, `¹指`; must not match `图为`.
const mark = /^(?:[①-⑳⁰¹²³⁴-⁹*※†‡]|[[［〔【(（]\d{1,2}[\]］〕】)）]|\d{1,2}[\s.．、]|注\s?\d{0,2}\s?[:：])/u;

/** Notes that stand side by side, each under its column of text, column by column. */
function columnsOf(notes: readonly Piece[]): Piece[][] {
  if (notes.length === 0) return [];
  const second = notes.find((piece, i) => {
    const before = notes[i - 1];
    const level = before !== undefined && Math.abs(before.baseline - piece.baseline) < piece.size * 0.4;
    return (
      level && mark.test(piece.text.trim()) && mark.test(before.text.trim()) && piece.left - before.right > piece.size
    );
  });
  if (second === undefined) return [[...notes]];
  const isLeft = (piece: Piece): boolean => piece.left < second.left - 2;
  return [notes.filter((piece) => isLeft(piece)), ...columnsOf(notes.filter((piece) => !isLeft(piece)))];
}

/** Small lines at the foot of a page, the first of which bears a mark. */
function notesOf(pieces: readonly Piece[], page: PageInk, body: number): Piece[] {
  const notes: Piece[] = [];
  const sorted = pieces.filter((piece) => !piece.vertical).sort((a, b) => b.baseline - a.baseline);
  for (const piece of sorted) {
    if (piece.size > body * 0.93 || piece.baseline < page.height * 0.5) break;
    notes.unshift(piece);
  }
  notes.sort((a, b) => (Math.abs(a.baseline - b.baseline) < a.size * 0.4 ? a.left - b.left : a.baseline - b.baseline));
  const start = notes.findIndex((piece) => mark.test(piece.text.trim()));
  if (start < 0) return [];
  // Lines before the first mark are the end of a note that the page before began, if a rule parts them from the text.
  return notes.slice(start);
}
