import type { ChartFigure } from "../chart.ts";
import { chartWords, doubtMarks } from "../words.ts";
import { type Label, type Row, type Specification, type Style, expr, look, smallSize } from "./style.ts";

/** Tells whether a figure is printed with a hedge, which is drawn hollow. */
export function isHedged({ bound }: Pick<ChartFigure, "bound">): boolean {
  return bound !== "exact";
}

/** What stands beside a figure's mark: `32.2*`. */
export function labelOf({ label, doubts = [] }: ChartFigure): string {
  return `${label}${doubts.map((doubt) => doubtMarks[doubt]).join("")}`;
}

/** The shape of a figure's point: how it came about. */
export function shapeOf({ origin }: ChartFigure): string {
  return { stated: "circle", derived: "diamond", revised: "square" }[origin ?? "stated"];
}

/** A shape of the key. */
interface KeyMark extends Row {
  readonly x: number;
  readonly y: number;
  readonly shape: string;
  readonly stroke: string;
  readonly fill: string;
}

/** The key of a chart: what its shapes and marks mean, as far as it uses them; lines of small text at its foot. */
export interface Key {
  readonly marks: readonly KeyMark[];
  readonly labels: readonly Label[];
  /** Points that it takes, 0 where nothing needs to be said. */
  readonly height: number;
}

/**
 * Lays out the key of some figures from `left`, its upper edge at `top`; `more` are remarks that have no shape. Items
 * flow into lines of the chart's width.
 */
export function keyOf(
  figures: readonly ChartFigure[],
  {
    left,
    top,
    more = [],
    hatched = false,
    plain = false,
  }: {
    readonly left: number;
    readonly top: number;
    readonly more?: readonly string[];
    /** Hedged figures are hatched bars, not hollow points. */
    readonly hatched?: boolean;
    /** No shape tells anything: labels keep their hedges. */
    readonly plain?: boolean;
  },
  style: Style,
): Key {
  const { size, width, colours, language, measure } = style;
  const small = smallSize(size);
  const words = chartWords(language);
  const has = (is: (figure: ChartFigure) => boolean): boolean => figures.some(is);
  const hatch = `hatch(${colours.accent}, ${colours.paper})`;
  const items: readonly { readonly text: string; readonly shape?: string; readonly fill?: string }[] = [
    ...(plain || !has(isHedged)
      ? []
      : hatched
        ? [{ text: words.hatched, shape: "square", fill: hatch }]
        : [{ text: words.hedged, shape: "circle", fill: colours.paper }]),
    ...(["derived", "revised"] as const)
      .filter((origin) => !plain && has((figure) => figure.origin === origin))
      .map((origin) => ({
        text: words.origins[origin],
        shape: shapeOf({ origin } as ChartFigure),
      })),
    ...(["disputed", "questioned"] as const)
      .filter((doubt) => has(({ doubts = [] }) => doubts.includes(doubt)))
      .map((doubt) => ({ text: words.doubts[doubt] })),
    ...more.map((text) => ({ text })),
  ];
  if (items.length === 0) return { marks: [], labels: [], height: 0 };
  const leading = small * 1.35;
  const gap = small * 1.4;
  const marks: KeyMark[] = [];
  const labels: Label[] = [];
  let x = 0;
  let y = top + small * 1.5;
  for (const { text, shape, fill = colours.accent } of items) {
    const room = (shape === undefined ? 0 : small) + measure(text, small, 400);
    if (x > 0 && x + room > width) {
      x = 0;
      y += leading;
    }
    if (shape !== undefined) {
      marks.push({ x: left + x + small * 0.35, y: y - small * 0.33, shape, stroke: colours.accent, fill });
    }
    labels.push({
      x: left + x + (shape === undefined ? 0 : small),
      y,
      text,
      size: small,
      fill: colours.muted,
      align: "left",
    });
    x += room + gap;
  }
  return { marks, labels, height: y - top + small * 0.4 };
}

/** The layer of the key's shapes. */
export const keyLayer: Specification = {
  data: { name: "key" },
  mark: { type: "point", size: expr("size * 2.6"), strokeWidth: 1.2, opacity: 1 },
  encoding: {
    x: { field: "x", type: "quantitative", scale: null, axis: null },
    y: { field: "y", type: "quantitative", scale: null, axis: null },
    stroke: look("stroke"),
    fill: look("fill"),
    shape: look("shape"),
  },
};
