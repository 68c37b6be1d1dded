import type { ChangeChart } from "../chart.ts";
import { wrap } from "../measure.ts";
import { plotWidth, rowsOf } from "./rows.ts";
import { type Specification, type Style, frame } from "./style.ts";

/**
 * Paired bars, this period above the one before, a pair a row: the label at the left, each figure at
 * the end of its bar, the change at the right edge. The first pair names its periods.
 */
export function changeSpec(chart: ChangeChart, style: Style): Specification {
  const { measure, size, width, colours } = style;
  const rows = chart.rows.map((row, i) => ({
    ...row,
    currentText: i === 0 ? `${chart.currentLabel} ${row.currentText}` : row.currentText,
    previousText: i === 0 ? `${chart.previousLabel} ${row.previousText}` : row.previousText,
  }));
  const labels = chart.rows.map(({ label }) => wrap(label, width * 0.3, size, measure));
  const bar = size * 1.2;
  const layout = rowsOf(labels, 2 * bar, size * 1.1, style);
  const changeWidth = Math.max(0, ...rows.map(({ changeText }) => measure(changeText, size, 700)));
  const right = changeWidth > 0 ? changeWidth + size * 1.2 : 0;
  const room = width - layout.left - right;
  const figures = rows.flatMap((row, i) => [
    { row: i, side: 0, value: row.current, text: row.currentText },
    { row: i, side: 1, value: row.previous, text: row.previousText },
  ]);
  const domain = domainOf(figures.map(({ value }) => value ?? 0));
  const plot = plotWidth(room, domain, figures, style);
  const y = {
    field: "row",
    type: "ordinal",
    scale: { domain: rows.map((_, i) => i), paddingInner: layout.gap, paddingOuter: layout.gap / 2 },
    axis: layout.axis,
  };
  const yOffset = { field: "side", type: "ordinal", scale: { domain: [0, 1], paddingInner: 0.08, paddingOuter: 0 } };
  const x = { field: "value", type: "quantitative", scale: { domain, nice: false, zero: true }, axis: null };
  return {
    ...frame(style, { left: layout.left, right: width - layout.left - plot, top: 0, bottom: 0 }, plot, layout.height),
    layer: [
      {
        data: { values: figures.filter(({ side, value }) => side === 0 && value !== null) },
        mark: { type: "bar", fill: colours.accent },
        encoding: { x, y, yOffset },
      },
      {
        data: { values: figures.filter(({ side, value }) => side === 1 && value !== null) },
        mark: { type: "bar", fill: colours.comparison, stroke: colours.muted, strokeWidth: 0.5 },
        encoding: { x, y, yOffset },
      },
      {
        data: { values: figures.map((figure) => ({ ...figure, value: Math.max(0, figure.value ?? 0) })) },
        mark: {
          type: "text",
          align: "left",
          baseline: "middle",
          dx: size * 0.4,
          fill: { expr: `datum.side === 0 ? '${colours.text}' : '${colours.muted}'` },
        },
        encoding: { x, y, yOffset, text: { field: "text", type: "nominal" } },
      },
      {
        data: { values: rows.map(({ changeText }, row) => ({ row, text: changeText })) },
        mark: { type: "text", align: "right", baseline: "middle", fontWeight: 700, fill: colours.text },
        encoding: { x: { value: width - layout.left }, y, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

/** From the least to the greatest value, with zero in it; never empty. */
export function domainOf(values: readonly number[]): readonly [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return low === high ? [0, 1] : [low, high];
}
