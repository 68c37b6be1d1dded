import type { FaceSet } from "@jianbao/fonts";
import { inkOf } from "../block/ink.ts";
import type { BoxFrame, Page, TextFrame } from "../page/page.ts";
import { type Found, type Measure, measured } from "./measure.ts";
import { type Prescription, millimetres } from "./prescription.ts";
import { type SetText, emBoxOf, rightOf } from "./set-text.ts";

/** The masthead's ink, and the red rule below the line under it. */
export function mastheadMeasures(
  pages: readonly Page[],
  texts: readonly SetText[],
  faces: FaceSet,
  { masthead, redRule, top, textWidth }: Prescription,
): readonly Measure[] {
  const measures: Measure[] = [];
  const own = texts.filter(({ role }) => role === "masthead");
  if (masthead !== null) {
    const inks = own.flatMap(({ page, frame }): Found[] => {
      const ink = inkOf(faces, frame);
      return ink === null ? [] : [{ page, points: ink.top }];
    });
    const widths =
      own.length === 0
        ? []
        : [
            {
              page: own[0]?.page ?? 1,
              points: Math.max(...own.map(({ right }) => right)) - Math.min(...own.map(({ frame }) => frame.x)),
            },
          ];
    measures.push(
      measured(
        "masthead-top",
        inks.slice(0, 1).map(({ page }) => ({ page, points: Math.min(...inks.map(({ points }) => points)) })),
        top + masthead,
        1,
      ),
      measured("masthead-width", widths, textWidth, 0.2, true),
    );
  }
  if (redRule !== null) {
    const rule = pages[0]?.frames.find(
      (frame): frame is BoxFrame => frame.type === "box" && isRule(frame, textWidth) && isRed(frame.colour),
    );
    const above = rule === undefined ? [] : texts.filter(({ page, frame }) => page === 1 && frame.y < rule.y);
    const bottom = Math.max(...above.map(({ frame }) => emBoxOf(frame).bottom));
    measures.push(
      measured(
        "red-rule-distance",
        rule === undefined || above.length === 0 ? [] : [{ page: 1, points: rule.y - bottom }],
        redRule.distance,
        0.5,
      ),
      measured("red-rule-width", rule === undefined ? [] : [{ page: 1, points: rule.width }], redRule.width, 0.5),
    );
  }
  return measures;
}

/** A filled rectangle that is thin, and longer than half of a line. */
function isRule({ width, height }: BoxFrame, textWidth: number): boolean {
  return millimetres(width) > textWidth / 2 && millimetres(height) < 3;
}

function isRed(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return red > Math.max(green, blue) + 0x50;
}

/** The rules round the imprint, and where the last one lies. */
export function imprintMeasures(
  pages: readonly Page[],
  texts: readonly SetText[],
  prescribed: Prescription,
): readonly Measure[] {
  const own = texts.filter(({ inImprint }) => inImprint);
  const page = pages[(own[0]?.page ?? 0) - 1];
  if (page === undefined) return [];
  const top = Math.min(...own.map(({ frame }) => emBoxOf(frame).top));
  const reach = (8 / 25.4) * 72;
  const rules = page.frames
    .filter(
      (frame): frame is BoxFrame =>
        frame.type === "box" && isRule(frame, prescribed.textWidth) && frame.y > top - reach,
    )
    .sort((a, b) => a.y - b.y);
  const [first, last] = [rules[0], rules.at(-1)];
  const bottom = last === undefined ? [] : [{ page: page.number, points: last.y + last.height }];
  const height = (rule: BoxFrame): Found => ({ page: page.number, points: rule.height });
  const measures = [measured("imprint-bottom", bottom, prescribed.bottom, 0.2)];
  if (prescribed.imprint === null || first === undefined || last === undefined) return measures;
  const { imprint, textWidth } = prescribed;
  return [
    measured("imprint-first-rule", [height(first)], imprint.first, 0.05),
    measured("imprint-middle-rule", rules.slice(1, -1).map(height), imprint.middle, 0.05),
    measured("imprint-last-rule", [height(last)], imprint.last, 0.05),
    ...measures,
    measured(
      "imprint-width",
      rules.map(({ width }) => ({ page: page.number, points: width })),
      textWidth,
      0.5,
    ),
  ];
}

/** The page numbers: the ink of their dashes, their size, and how far from the outer side they stand. */
export function pageNumberMeasures(
  pages: readonly Page[],
  faces: FaceSet,
  prescribed: Prescription,
): readonly Measure[] {
  const { pageNumber, bottom, inner, textWidth, duplex } = prescribed;
  if (pageNumber === null) return [];
  const numbers = pages.map((page) => ({
    page: page.number,
    frames: page.frames.filter((frame): frame is TextFrame => frame.type === "text" && frame.artifact === "Footer"),
  }));
  const distances = numbers.flatMap(({ page, frames }) =>
    frames.flatMap((frame) => {
      const middle = dashOf(frame, faces);
      return middle === null ? [] : [{ page, points: middle - (bottom / 25.4) * 72 }];
    }),
  );
  const measures = [measured("page-number-distance", distances, pageNumber.below, 0.5)];
  if (pageNumber.size !== null) {
    const sizes = numbers.flatMap(({ page, frames }) => frames.map(({ size }) => ({ page, points: size })));
    measures.push(measured("page-number-size", sizes, pageNumber.size, 0.1));
  }
  if (pageNumber.inset !== null) {
    const insets = numbers.flatMap(({ page, frames }): Found[] => {
      if (frames.length === 0) return [];
      const isEven = duplex && page % 2 === 0;
      const pageWidth = pages[page - 1]?.width ?? 0;
      const left = isEven ? pageWidth - ((inner + textWidth) / 25.4) * 72 : (inner / 25.4) * 72;
      const right = left + (textWidth / 25.4) * 72;
      return isEven
        ? [{ page, points: Math.min(...frames.map(({ x }) => x)) - left }]
        : [{ page, points: right - Math.max(...frames.map((frame) => rightOf(frame, faces))) }];
    });
    measures.push(measured("page-number-inset", insets, pageNumber.inset, 0.5));
  }
  return measures;
}

/** Height of the middle of a dash's ink; the middle of the characters where there is none. */
function dashOf(frame: TextFrame, faces: FaceSet): number | null {
  const at = [...frame.text].indexOf("—");
  const glyph = frame.glyphs[at];
  if (glyph === undefined) return frame.text.trim() === "" ? null : frame.y - 0.38 * frame.size;
  const ink = inkOf(faces, { ...frame, glyphs: [glyph] });
  return ink === null ? null : (ink.top + ink.bottom) / 2;
}
