import type { ChangeChart } from "../chart.ts";
import { wrap } from "../measure.ts";
import { type Bar, barData, barLayers, domainOf, plotWidth, rowChannel, rowParams, rowsOf } from "./rows.ts";
import { type Binding, type Specification, type Style, expr, frame, labelLayer, styleValues } from "./style.ts";

/**
 * Paired bars, this period above the one before, a pair a row: the label at the left, each figure at
 * the end of its bar, the change at the right edge. The first pair names its periods.
 */
export const changeSpecification: Specification = frame({ ...rowParams, right: 0 }, [
  ...barLayers({
    yOffset: { field: "side", type: "ordinal", scale: { domain: [0, 1], paddingInner: 0.08, paddingOuter: 0 } },
  }),
  {
    data: { name: "changes" },
    mark: {
      type: "text",
      align: "right",
      baseline: "middle",
      fontSize: expr("size"),
      fontWeight: 700,
      fill: expr("ink"),
      x: expr("right"),
    },
    encoding: { y: rowChannel, text: { field: "text", type: "nominal" } },
  },
  labelLayer("labels"),
]);

/** Puts a chart into `changeSpecification`. */
export function bindChange(chart: ChangeChart, style: Style): Binding {
  const { measure, size, width, colours } = style;
  const labels = chart.rows.map(({ label }) => wrap(label, width * 0.3, size, measure));
  const layout = rowsOf(labels, size * 2.4, size * 1.1, style);
  const bars = chart.rows.flatMap((row, i): readonly (Bar & { side: number })[] => [
    {
      row: i,
      side: 0,
      value: row.current,
      text: i === 0 ? `${chart.currentLabel} ${row.currentText}` : row.currentText,
      fill: colours.accent,
      stroke: colours.accent,
      ink: colours.text,
    },
    {
      row: i,
      side: 1,
      value: row.previous,
      text: i === 0 ? `${chart.previousLabel} ${row.previousText}` : row.previousText,
      fill: colours.comparison,
      stroke: colours.muted,
      ink: colours.muted,
    },
  ]);
  const changes = chart.rows.map(({ changeText }, row) => ({ row, text: changeText }));
  const widest = Math.max(0, ...changes.map(({ text }) => measure(text, size, 700)));
  const plot = plotWidth(width - layout.left - (widest > 0 ? widest + size * 1.2 : 0), bars, style);
  return {
    width: plot,
    height: layout.height,
    padding: { left: layout.left, right: width - layout.left - plot, top: 0, bottom: 0 },
    data: { ...barData(bars), changes, labels: layout.labels },
    params: { ...styleValues(style), ...layout.params, ...domainOf(bars), right: width - layout.left },
  };
}
