import type { RankedChart } from "../chart.ts";
import { wrap } from "../measure.ts";
import { domainOf } from "./change.ts";
import { hollowNote, isHedged } from "./note.ts";
import { plotWidth, rowsOf } from "./rows.ts";
import { type Specification, type Style, frame, smallSize } from "./style.ts";

/** Bars in the order given, the label at the left and the figure at the end of each; a hedged figure's bar is hollow. */
export function rankedSpec(chart: RankedChart, style: Style): Specification {
  const { measure, size, width, colours, language } = style;
  const labels = chart.rows.map(({ label }) => wrap(label, width * 0.36, size, measure));
  const layout = rowsOf(labels, size * 1.3, size * 0.8, style);
  const figures = chart.rows.map(({ value, text, bound }, row) => ({ row, value, text, hedged: isHedged(bound) }));
  const domain = domainOf(figures.map(({ value }) => value));
  const plot = plotWidth(width - layout.left, domain, figures, style);
  const note = figures.some(({ hedged }) => hedged) ? smallSize(size) * 2 : 0;
  const y = {
    field: "row",
    type: "ordinal",
    scale: { domain: figures.map(({ row }) => row), paddingInner: layout.gap, paddingOuter: layout.gap / 2 },
    axis: layout.axis,
  };
  const x = { field: "value", type: "quantitative", scale: { domain, nice: false, zero: true }, axis: null };
  const padding = { left: layout.left, right: width - layout.left - plot, top: 0, bottom: note };
  return {
    ...frame(style, padding, plot, layout.height),
    layer: [
      {
        data: { values: figures },
        mark: {
          type: "bar",
          fill: { expr: `datum.hedged ? '${colours.paper}' : '${colours.accent}'` },
          stroke: colours.accent,
          strokeWidth: 0.75,
        },
        encoding: { x, y },
      },
      {
        data: { values: figures.map((figure) => ({ ...figure, value: Math.max(0, figure.value) })) },
        mark: { type: "text", align: "left", baseline: "middle", dx: size * 0.4, fill: colours.text },
        encoding: { x, y, text: { field: "text", type: "nominal" } },
      },
      ...(note > 0 ? [noteLayer(hollowNote(language), -layout.left, layout.height + note, style)] : []),
    ],
  };
}

/** A line of small text whose descent ends at `bottom`. */
export function noteLayer(text: string, x: number, bottom: number, { size, colours }: Style): Specification {
  return {
    data: { values: [{ text }] },
    mark: { type: "text", align: "left", baseline: "bottom", fontSize: smallSize(size), fill: colours.muted },
    encoding: { x: { value: x }, y: { value: bottom - 1 }, text: { field: "text", type: "nominal" } },
  };
}
