import { type RankedChart, figuresOf } from "../chart.ts";
import { wrap } from "../measure.ts";
import { chartWords } from "../words.ts";
import { isHedged, keyLayer, keyOf, labelOf } from "./key.ts";
import { type Bar, barData, barLayers, domainOf, plotWidth, rowParams, rowsOf } from "./rows.ts";
import { type Binding, type Label, type Specification, type Style, frame, labelLayer, styleValues } from "./style.ts";

/** Bars in the order given, rank and label at the left and the figure at the end of each; a hedged figure's bar is hatched. */
export const rankedSpecification: Specification = frame(rowParams, [...barLayers(), labelLayer("labels"), keyLayer]);

/** Puts a chart into `rankedSpecification`. */
export function bindRanked(chart: RankedChart, style: Style): Binding {
  const { measure, size, width, colours, language } = style;
  const names = chart.rows.map(({ label }) => wrap(label, width * 0.36, size, measure));
  const layout = rowsOf(names, size * 1.15, size * 0.75, style);
  const ranks = chart.rows.map(({ rank }) => `${rank}`);
  const rankWidth = Math.max(0, ...ranks.map((text) => measure(text, size, 400))) + size * 0.9;
  const left = layout.left + Math.ceil(rankWidth);
  const bars = chart.rows.map(({ figure }, row): Bar => ({
    row,
    value: figure.value,
    text: labelOf(figure),
    fill: isHedged(figure) ? `hatch(${colours.accent}, ${colours.paper})` : colours.accent,
    stroke: colours.accent,
    ink: colours.text,
  }));
  const plot = plotWidth(width - left, bars, style);
  const more = chart.of === undefined ? [] : [chartWords(language).first(chart.rows.length, chart.of)];
  const key = keyOf(figuresOf(chart), { left: -left, top: layout.height, hatched: true, more }, style);
  const rankLabels = ranks.map((text, row): Label => ({
    x: -left + rankWidth - size * 0.9,
    y: ((row + 0.5) * layout.height) / chart.rows.length + size * 0.35,
    text,
    size,
    fill: colours.muted,
    align: "right",
  }));
  return {
    width: plot,
    height: layout.height,
    padding: { left, right: width - left - plot, top: 0, bottom: key.height },
    data: { ...barData(bars), labels: [...rankLabels, ...layout.labels, ...key.labels], key: key.marks },
    params: { ...styleValues(style), ...layout.params, ...domainOf(bars) },
  };
}
