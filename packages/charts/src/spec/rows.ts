import { type Style, smallSize } from "./style.ts";

/** How rows with labels at their left are laid out; lengths in points. */
export interface Rows {
  /** Width of the labels' column with its gap. */
  readonly left: number;
  readonly height: number;
  /** Share of a row's step that lies between rows. */
  readonly gap: number;
  /** A Vega-Lite axis that writes the labels, one or more lines each. */
  readonly axis: Readonly<Record<string, unknown>>;
}

/** Lays out rows of at least `content` height, `gap` apart, tall enough for the longest label. */
export function rowsOf(labels: readonly (readonly string[])[], content: number, gap: number, style: Style): Rows {
  const { size, measure, colours } = style;
  const leading = size * 1.25;
  const lines = Math.max(1, ...labels.map(({ length }) => length));
  const step = Math.max(content, lines * leading) + gap;
  const widest = Math.max(0, ...labels.flat().map((line) => measure(line, size, 400)));
  const labelGap = size * 0.7;
  return {
    left: Math.ceil(widest + labelGap),
    height: Math.ceil(step * labels.length),
    gap: (step - content) / step,
    axis: {
      title: null,
      domain: true,
      domainWidth: 0.75,
      ticks: false,
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
      labelColor: colours.text,
      labelFontSize: size,
      labelLineHeight: leading,
      labelPadding: labelGap,
      labelOverlap: false,
    },
  };
}

/** The widest plot within `room` that leaves each bar the place of the figure at its end. */
export function plotWidth(
  room: number,
  [low, high]: readonly [number, number],
  figures: readonly { readonly value: number | null; readonly text: string }[],
  style: Style,
): number {
  const { measure, size } = style;
  let plot = room;
  for (const { value, text } of figures) {
    const share = (Math.max(0, value ?? 0) - low) / (high - low);
    const free = room - measure(text, size, 400) - size * 0.4;
    if (share > 0) plot = Math.min(plot, free / share);
  }
  return Math.max(Math.floor(plot), smallSize(size));
}
