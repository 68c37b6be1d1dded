import { isNote } from "../lines/forms.ts";
import { furnitureOf } from "./furniture.ts";
import { type Line, lineOf } from "../lines/lines.ts";
import { guarded } from "../../patterns/guarded.ts";

/**
 * Cuts the page's own words off lines that they share with the article: 。责任编辑：某某 at a paragraph's end, and
 * what wide gaps set apart on a page that came as one line. A line that holds none stays as it is.
 */
export function cutPieces(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, i) => {
    const label = titleLabel.exec(line.text)?.[0].length ?? 0;
    if (label > 0 && !lines.slice(0, i).some(mayHead)) {
      return [
        pieceOf(line, { start: 0, end: line.text.slice(0, label).trimEnd().length }),
        pieceOf(line, { start: label, end: line.text.length }),
      ];
    }
    const button = buttonBehind.exec(line.text);
    if (button !== null && !line.marked) {
      return [
        pieceOf(line, { start: 0, end: button.index }),
        pieceOf(line, { start: line.text.length - (button[1]?.length ?? 0), end: line.text.length }),
      ];
    }
    return mayShare(line) ? piecesOf(line) : [line];
  });
}

// Matches `原标题：某事发生`, where no headline stands above; must not match `原标题：`.
const titleLabel = guarded(/^(?:原标题|原题)\s?[:：]\s{0,3}(?=[\p{Script=Han}“《\d]{4})/u);
// Matches `某事发生 查看下一页`; must not match `请查看下一页`.
const buttonBehind = guarded(
  /(?<=[^\s。；，：][^。；：]{7,60})[\s　]+((?:查看|阅读|展开|点击查看)(?:下一页|全文|原文|更多|大图))$/u,
);

/** Tells that a line can be the headline that the page gave. */
function mayHead({ han, closed, sentences, text }: Line): boolean {
  return han >= 5 && !closed && sentences === 0 && text.length <= 50;
}

const sentenceEnd = guarded(/[。！？”]$/u);
const wideGap = guarded(/\s{2}|　/u);

function mayShare({ text, marked }: Line): boolean {
  if (text.length < 24 || marked || text.includes("\t")) return false;
  return !sentenceEnd.test(text) || wideGap.test(text);
}

function piecesOf(line: Line): Line[] {
  const segments = segmentsOf(line.text);
  // A sentence of the article before a call to follow the page may look like the call as a whole.
  if (isFurniture(line)) return withoutTail(line);
  const pieces: Line[] = [];
  let start = 0;
  let end = 0;
  const close = (): void => {
    if (end > start) pieces.push(...withoutTail(pieceOf(line, { start, end })));
  };
  for (const segment of segments) {
    if (segments.length > 1 && isFurniture(pieceOf(line, segment))) {
      close();
      pieces.push(pieceOf(line, segment));
      start = segment.end;
    } else if (end <= start) start = segment.start;
    end = segment.end;
  }
  close();
  return pieces;
}

function withoutTail(piece: Line): Line[] {
  const at = tailOf(piece.text);
  if (at === 0) return [piece];
  const tail = pieceOf(piece, { start: at, end: piece.text.length });
  return isFurniture(tail)
    ? [pieceOf(piece, { start: 0, end: piece.text.slice(0, at).trimEnd().length }), tail]
    : [piece];
}

/** A stretch of a line, by places in its text; the whole line is itself. */
function pieceOf(line: Line, { start, end }: { start: number; end: number }): Line {
  if (start === 0 && end === line.text.length) return line;
  const text = line.text.slice(start, end);
  const first = start === 0 ? { blank: line.blank, indent: line.indent } : {};
  return lineOf(text, { start: line.start + start, ...first });
}

/** The stretches between wide gaps. */
function segmentsOf(text: string): { start: number; end: number }[] {
  const segments: { start: number; end: number }[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\s{2,}|　/gu)) {
    if (gap.index > start) segments.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  if (start < text.length) segments.push({ start, end: text.length });
  return segments;
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
