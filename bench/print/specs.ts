import type { Chart } from "@jianbao/charts";

/** The sample's charts as plain Vega-Lite specifications, such as a user of other programs would write. */
export function specOf(chart: Chart): unknown {
  const size = { width: 400, height: 180, config: { font: "Noto Sans SC" } };
  switch (chart.kind) {
    case "series": {
      const values = chart.series.flatMap(({ label, points }) =>
        points.map((point, at) => ({ label, period: chart.periods[at], value: point?.value ?? null })),
      );
      return {
        ...size,
        data: { values },
        mark: { type: "line", point: true },
        encoding: { ...axes("period"), color: { field: "label", type: "nominal", title: null } },
      };
    }
    case "change": {
      const values = chart.rows.flatMap(({ label, current, previous }) => [
        { label, period: chart.currentLabel, value: current },
        { label, period: chart.previousLabel, value: previous },
      ]);
      const parts = { xOffset: { field: "period" }, color: { field: "period", type: "nominal", title: null } };
      return { ...size, data: { values }, mark: "bar", encoding: { ...axes("label"), ...parts } };
    }
    case "ranked":
      return { ...size, data: { values: chart.rows }, mark: "bar", encoding: axes("label") };
    case "spec":
      return { ...size, ...chart.spec };
    default:
      throw new TypeError("unknown kind of chart");
  }
}

function axes(field: string): object {
  return {
    x: { field, type: "ordinal", sort: null, axis: { title: null, labelAngle: 0 } },
    y: { field: "value", type: "quantitative", axis: { title: null } },
  };
}
