import { type Language, unreachable } from "@jianbao/model";
import type { Chart } from "./chart.ts";
import { type ChartColours, defaultColours } from "./colour.ts";
import type { Measure } from "./measure.ts";
import type { Scene } from "./scene.ts";
import { changeSpec } from "./spec/change.ts";
import { rankedSpec } from "./spec/ranked.ts";
import { seriesSpec } from "./spec/series.ts";
import type { Specification, Style } from "./spec/style.ts";
import { templateSpec } from "./spec/template.ts";

/** How a chart is drawn. */
export interface DrawOptions {
  readonly measure: Measure;
  /** Points; the scene of a built-in kind is exactly as wide. */
  readonly width: number;
  /** Points of labels and figures; 9 where absent. */
  readonly size?: number;
  readonly colours?: Partial<ChartColours>;
  /** `zh-Hans` where absent. */
  readonly locale?: Language;
}

/**
 * Draws a chart: builds its Vega-Lite specification, lets Vega lay it out with the given measure,
 * and walks the scenegraph. Equal charts and options give equal scenes, in any order of calls. Rejects
 * with a RangeError or TypeError where a template's own specification cannot be drawn.
 */
export async function drawChart(chart: Chart, options: DrawOptions): Promise<Scene> {
  if (!(options.width > 0)) throw new RangeError(`a chart cannot be ${options.width} pt wide`);
  const style: Style = {
    measure: options.measure,
    width: options.width,
    size: options.size ?? 9,
    colours: { ...defaultColours, ...options.colours },
    language: options.locale ?? "zh-Hans",
  };
  const { runVega } = await import("./vega.ts");
  return runVega(specificationOf(chart, style), style);
}

/** Writes the Vega-Lite specification of a chart. */
export function specificationOf(chart: Chart, style: Style): Specification {
  switch (chart.kind) {
    case "change":
      return changeSpec(chart, style);
    case "series":
      return seriesSpec(chart, style);
    case "ranked":
      return rankedSpec(chart, style);
    case "spec":
      return templateSpec(chart, style);
    default:
      return unreachable(chart);
  }
}
