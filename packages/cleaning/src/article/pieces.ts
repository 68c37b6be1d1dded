import type { Span } from "@jianbao/model";
import { furnitureOf } from "./furniture.ts";
import { isNote } from "./join.ts";
import { type Line, lineOf } from "./lines.ts";

/**
 * Cuts the page's own words off lines that they share with the article: 。责任编辑：某某 at a paragraph's end, and
 * what wide gaps set apart on a page that came as one line. A line that holds none stays as it is.
 */
export function cutPieces(text: string, lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    const pieces = mayShare(line) ? piecesOf(text, line) : [line];
    return pieces.length > 1 ? pieces : [line];
  });
}

function mayShare({ text, marked }: Line): boolean {
  if (text.length < 24 || marked || text.includes("\t")) return false;
  return !/[。！？”]$/u.test(text) || /\s{2}|　/u.test(text);
}

function piecesOf(text: string, line: Line): Line[] {
  const pieces: Line[] = [];
  const segments = segmentsOf(text, line);
  let open: Span | null = null;
  const close = (): void => {
    if (open !== null) pieces.push(lineOf(text, open, pieces.length === 0 ? line.blank : 0, open.start, false));
    open = null;
  };
  for (const segment of segments) {
    const own = lineOf(text, segment, 0, segment.start, false);
    if (segments.length > 1 && isFurniture(own)) {
      close();
      pieces.push(own);
    } else open = { start: (open as Span | null)?.start ?? segment.start, end: segment.end };
  }
  close();
  return pieces.flatMap((piece) => {
    const at = tailOf(piece.text);
    if (at === 0) return [piece];
    const tail = lineOf(text, { start: piece.start + at, end: piece.end }, 0, piece.start + at, false);
    if (!isFurniture(tail)) return [piece];
    const end = piece.start + piece.text.slice(0, at).trimEnd().length;
    return [lineOf(text, { start: piece.start, end }, piece.blank, piece.start, false), tail];
  });
}

/** The stretches between wide gaps. */
function segmentsOf(text: string, { start, end }: Line): Span[] {
  const segments: Span[] = [];
  let from = start;
  for (const gap of text.slice(start, end).matchAll(/\s{2,}|　+/gu)) {
    segments.push({ start: from, end: start + gap.index });
    from = start + gap.index + gap[0].length;
  }
  segments.push({ start: from, end });
  return segments.filter((segment) => segment.end > segment.start);
}

/** Where the words after the last sentence begin, or 0. */
function tailOf(text: string): number {
  let at = text.length - 1;
  while (at > 0 && !"。！？".includes(text[at] ?? "")) at--;
  at++;
  while (at < text.length && "”’」』".includes(text[at] ?? "")) at++;
  while (at < text.length && /\s/u.test(text[at] ?? "")) at++;
  return at < 16 || text.length - at < 3 || text.length - at > 90 ? 0 : at;
}

/** Only what is the page's by its own form is cut off a line. */
function isFurniture(line: Line): boolean {
  if (isNote(line.text)) return false;
  const form = furnitureOf(line, "after");
  return form !== null && form.rule !== "cleaning/contact-line" && form.rule !== "cleaning/related-news";
}
