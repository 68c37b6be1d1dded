import type { RankedChart } from "../chart.ts";
import { wrap } from "../measure.ts";
import { hollowNote, isHedged, noteAt } from "./note.ts";
import { type Bar, barData, barLayers, domainOf, plotWidth, rowParams, rowsOf } from "./rows.ts";
import { type Binding, type Specification, type Style, frame, labelLayer, smallSize, styleValues } from "./style.ts";

/** Bars in the order given, the label at the left and the figure at the end of each; a hedged figure's bar is hollow. */
export const rankedSpecification: Specification = frame(rowParams, [...barLayers(), labelLayer("labels")]);

/** Puts a chart into `rankedSpecification`. */
export function bindRanked(chart: RankedChart, style: Style): Binding {
  const { measure, size, width, colours, language } = style;
  const labels = chart.rows.map(({ label }) => wrap(label, width * 0.36, size, measure));
  const layout = rowsOf(labels, size * 1.3, size * 0.8, style);
  const bars = chart.rows.map(({ value, text, bound }, row): Bar => ({
    row,
    value,
    text,
    fill: isHedged(bound) ? colours.paper : colours.accent,
    stroke: colours.accent,
    ink: colours.text,
  }));
  const plot = plotWidth(width - layout.left, bars, style);
  const hedged = chart.rows.some(({ bound }) => isHedged(bound));
  const note = hedged ? smallSize(size) * 1.9 : 0;
  return {
    width: plot,
    height: layout.height,
    padding: { left: layout.left, right: width - layout.left - plot, top: 0, bottom: note },
    data: {
      ...barData(bars),
      labels: hedged
        ? [...layout.labels, noteAt(hollowNote(language), -layout.left, layout.height + note, style)]
        : layout.labels,
    },
    params: { ...styleValues(style), ...layout.params, ...domainOf(bars) },
  };
}
