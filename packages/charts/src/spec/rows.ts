import { type Label, type Row, type Specification, type Style, expr, labelLeading, look, smallSize } from "./style.ts";

/** How rows with labels at their left are laid out; lengths in points. */
export interface Rows {
  /** Width of the labels' column with its gap. */
  readonly left: number;
  readonly height: number;
  /** The labels, each in the middle of its row. */
  readonly labels: readonly Label[];
  readonly params: Readonly<Record<string, unknown>>;
}

/** A bar and the figure at its end. */
export interface Bar extends Row {
  readonly row: number;
  /** Where the bar ends; null where there is none. */
  readonly value: number | null;
  readonly text: string;
  readonly fill: string;
  readonly stroke: string;
  readonly ink: string;
}

/** Parameters of a specification with rows. */
export const rowParams: Readonly<Record<string, unknown>> = {
  low: 0,
  high: 1,
  gap: 0,
};

/** The row of a bar; its label is set by a layer of labels, for an axis cannot centre one of several lines. */
export const rowChannel: Specification = {
  field: "row",
  type: "ordinal",
  scale: { paddingInner: expr("gap"), paddingOuter: expr("gap / 2") },
  axis: {
    title: null,
    labels: false,
    domain: true,
    domainWidth: 0.75,
    domainColor: expr("muted"),
    ticks: false,
  },
};

/** The layers of bars and of the figures at their ends; `more` holds channels that both have. */
export function barLayers(more: Specification = {}): readonly Specification[] {
  const x = {
    type: "quantitative",
    scale: { domain: [expr("low"), expr("high")], nice: false, zero: true },
    axis: null,
    stack: null,
  };
  return [
    {
      data: { name: "bars" },
      mark: { type: "bar", strokeWidth: 0.6 },
      encoding: { x: { ...x, field: "value" }, y: rowChannel, fill: look("fill"), stroke: look("stroke"), ...more },
    },
    {
      data: { name: "figures" },
      mark: { type: "text", align: "left", baseline: "middle", dx: expr("size * 0.4"), fontSize: expr("size") },
      encoding: {
        x: { ...x, field: "end" },
        y: rowChannel,
        fill: look("ink"),
        text: { field: "text", type: "nominal" },
        ...more,
      },
    },
  ];
}

/** The data sets of `barLayers`. */
export function barData(bars: readonly Bar[]): Readonly<Record<"bars" | "figures", readonly Row[]>> {
  return {
    bars: bars.filter(({ value }) => value !== null),
    figures: bars.map((bar) => ({ ...bar, end: Math.max(0, bar.value ?? 0) })),
  };
}

/** Lays out rows of at least `content` height, `gap` apart, tall enough for the longest label. */
export function rowsOf(
  labels: readonly (readonly string[])[],
  content: number,
  gap: number,
  { size, measure, colours }: Style,
): Rows {
  const leading = size * labelLeading;
  const lines = Math.max(1, ...labels.map(({ length }) => length));
  const step = Math.max(content + gap, lines * leading + size * 0.3);
  const widest = Math.max(0, ...labels.flat().map((line) => measure(line, size, 400)));
  const labelGap = size * 0.7;
  const height = Math.ceil(step * labels.length);
  return {
    left: Math.ceil(widest + labelGap),
    height,
    labels: labels.map((lines, i) => ({
      x: -labelGap,
      y: ((i + 0.5) * height) / labels.length - ((lines.length - 1) / 2) * leading + size * 0.35,
      text: lines,
      size,
      fill: colours.text,
      align: "right",
    })),
    params: { gap: (step - content) / step },
  };
}

/** From the least to the greatest value, with zero in it; never empty. */
export function domainOf(bars: readonly Bar[]): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  for (const { value } of bars) {
    low = Math.min(low, value ?? 0);
    high = Math.max(high, value ?? 0);
  }
  return low === high ? { low: 0, high: 1 } : { low, high };
}

/** The widest plot within `room` that leaves each bar the place of the figure at its end. */
export function plotWidth(room: number, bars: readonly Bar[], { measure, size }: Style): number {
  const { low, high } = domainOf(bars);
  let plot = room;
  for (const { value, text } of bars) {
    const share = (Math.max(0, value ?? 0) - low) / (high - low);
    const free = room - measure(text, size, 400) - size * 0.4;
    if (share > 0) plot = Math.min(plot, free / share);
  }
  return Math.max(Math.floor(plot), smallSize(size));
}
