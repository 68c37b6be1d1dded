import type { Page, TextFrame } from "../page/page.ts";
import { type Found, type Measure, measureOf, measured, mode, rounded } from "./measure.ts";
import { type Prescription, millimetres } from "./prescription.ts";
import { type SetText, type SetTextLine, emBoxOf, linesOf } from "./set-text.ts";

/** The type area by the body's lines: their edges, advances and pitch. */
export function textMeasures(
  pages: readonly Page[],
  texts: readonly SetText[],
  prescribed: Prescription,
): readonly Measure[] {
  const body = bodyOf(texts);
  const lines = linesOf(body);
  const pitches = lines.flatMap((line, index): Found[] => {
    const next = lines[index + 1];
    return next !== undefined && next.page === line.page && next.block === line.block && next.block !== null
      ? [{ page: line.page, points: next.baseline - line.baseline }]
      : [];
  });
  const pitch = mode(pitches.map(({ points }) => points));
  const size = mode(body.map(({ frame }) => frame.size));
  // Without a grid the type area begins where the first line's share of the leading does.
  const share = prescribed.lines === null && pitch !== null && size !== null ? (pitch - size) / 2 : 0;
  const tops = byPage(lines, (line) => emBoxOf(frameOf(line)).top - share, Math.min).filter(({ points }) =>
    isNearTop(points, prescribed),
  );
  const all = texts.map(({ page, frame }) => ({ page, points: emBoxOf(frame).bottom }));
  const rules = pages.flatMap(({ number, frames }) =>
    frames.flatMap((frame) => (frame.type === "box" ? [{ page: number, points: frame.y + frame.height }] : [])),
  );
  const advance = mode(body.flatMap(advancesOf));
  const first = tops[0];
  const deepest = Math.max(...all.map(({ points }) => points), 0);
  const lineCount =
    first === undefined || pitch === null || size === null
      ? null
      : Math.round((deepest - first.points - share - size) / pitch) + 1;
  const whole = { page: null };
  const measures = [
    measured("first-line-top", tops, prescribed.top, prescribed.marginTolerance),
    measured("last-line-bottom", [...all, ...rules], prescribed.bottom, 0.2, true),
    measured("binding-edge", bindingEdges(pages, lines, prescribed), prescribed.inner, prescribed.marginTolerance),
    measured("line-width", lineWidths(lines), prescribed.textWidth, 0.2),
    {
      ...measured(
        "characters-width",
        found(advance, prescribed.characters),
        prescribed.characters * prescribed.characterWidth,
        0.2,
      ),
      ...whole,
    },
    { ...measured("line-pitch", found(pitch, 1), prescribed.pitch, 0.05), ...whole },
  ];
  if (prescribed.lines === null) return measures;
  // A document that fills no page has fewer lines; one that has more has left the grid.
  const rule = { prescribed: prescribed.lines, tolerance: 0, atMost: true };
  return [...measures, measureOf("lines", "count", rule, lineCount, null)];
}

function found(points: number | null, times: number): readonly Found[] {
  return points === null ? [] : [{ page: 1, points: points * times }];
}

/** The paragraphs of the body in their commonest size. */
function bodyOf(texts: readonly SetText[]): readonly SetText[] {
  const paragraphs = texts.filter(
    ({ role, frame }) => (role === "body" || role === "lead") && /\p{Script=Han}/u.test(frame.text),
  );
  const size = mode(paragraphs.map(({ frame }) => frame.size));
  return paragraphs.filter(({ frame }) => frame.size === size);
}

/** A page whose first line of body text stands far below the top begins with something else. */
function isNearTop(points: number, { top, pitch }: Prescription): boolean {
  return millimetres(points) < top + pitch / 2;
}

/** Advances of neighbouring Han characters. */
function advancesOf({ frame }: SetText): readonly number[] {
  const characters = [...frame.text];
  return characters.flatMap((character, index) => {
    const next = characters[index + 1];
    if (next === undefined || !isHan(character) || !isHan(next)) return [];
    return [rounded((frame.xs[index + 1] ?? 0) - (frame.xs[index] ?? 0))];
  });
}

/** Left edges of lines that begin with a Han character at the binding: left on odd pages, right on even ones. */
function bindingEdges(
  pages: readonly Page[],
  lines: readonly SetTextLine[],
  { duplex }: Prescription,
): readonly Found[] {
  const isRight = (page: number): boolean => duplex && page % 2 === 0;
  const lefts = byPage(
    lines.filter(beginsWithHan).filter(({ page }) => !isRight(page)),
    leftOf,
    Math.min,
  );
  const rights = byPage(
    lines.filter(endsWithHan).filter(({ page }) => isRight(page)),
    rightEdgeOf,
    Math.max,
  );
  return [
    ...lefts,
    ...rights.map(({ page, points }) => ({ page, points: (pages[page - 1]?.width ?? 0) - points })),
  ].sort((a, b) => a.page - b.page);
}

/** From the leftmost to the rightmost edge of the lines of a page, where it has full ones of both. */
function lineWidths(lines: readonly SetTextLine[]): readonly Found[] {
  const lefts = byPage(lines.filter(beginsWithHan), leftOf, Math.min);
  const rights = new Map(
    byPage(lines.filter(endsWithHan), rightEdgeOf, Math.max).map(({ page, points }) => [page, points]),
  );
  // Two lines of a block, the first of which is full, and a page that has many.
  const full = new Set(
    [...Map.groupBy(lines, ({ page }) => page)].flatMap(([page, own]) => (own.length >= 6 ? [page] : [])),
  );
  return lefts.flatMap(({ page, points }) => {
    const right = rights.get(page);
    return right === undefined || !full.has(page) ? [] : [{ page, points: right - points }];
  });
}

/** A line that begins at the left edge: no first line of its block, nor one with a mark that was cut to half. */
function beginsWithHan({ texts, isFirst }: SetTextLine): boolean {
  return !isFirst && isHan([...(texts[0]?.frame.text ?? "")][0] ?? "");
}

function endsWithHan({ texts }: SetTextLine): boolean {
  return isHan([...(texts.at(-1)?.frame.text ?? "")].at(-1) ?? "");
}

function leftOf({ texts }: SetTextLine): number {
  return texts[0]?.frame.x ?? 0;
}

function rightEdgeOf({ texts }: SetTextLine): number {
  return texts.at(-1)?.right ?? 0;
}

function frameOf({ texts, baseline }: SetTextLine): Pick<TextFrame, "y" | "size"> {
  return { y: baseline, size: texts[0]?.frame.size ?? 0 };
}

function isHan(character: string): boolean {
  return /^\p{Script=Han}$/u.test(character);
}

function byPage(
  lines: readonly SetTextLine[],
  edge: (line: SetTextLine) => number,
  of: (...values: number[]) => number,
): readonly Found[] {
  return [...Map.groupBy(lines, ({ page }) => page)].map(([page, own]) => ({ page, points: of(...own.map(edge)) }));
}
