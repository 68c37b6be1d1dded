import { type Language, unreachable } from "@jianbao/model";
import { bound } from "./bind.ts";
import type { Chart } from "./chart.ts";
import type { Measure } from "./measure.ts";
import { type ChartColours, defaultColours } from "./palette.ts";
import type { Scene } from "./scene.ts";
import { bindChange } from "./spec/change.ts";
import { bindMap } from "./spec/map.ts";
import { bindPanels } from "./spec/panels.ts";
import { bindRanked } from "./spec/ranked.ts";
import { bindSeries } from "./spec/series.ts";
import type { Specification, Style } from "./spec/style.ts";
import { templateSpecification } from "./spec/template.ts";
import { inUtc } from "./utc.ts";

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
 * Draws a chart: puts it into the compiled specification of its kind (a template's own is compiled
 * first), lets Vega lay it out with the given measure, and walks the scenegraph. Equal charts and
 * options give equal scenes, in any order of calls. Rejects with a RangeError or TypeError where a
 * template's specification cannot be drawn.
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
  const specification = await vegaOf(chart, style);
  const { runVega } = await import("./vega.ts");
  return runVega(specification, style);
}

/** Writes the Vega specification of a chart. */
async function vegaOf(chart: Chart, style: Style): Promise<Specification> {
  if (chart.kind === "spec") {
    const { compiledOf } = await import("./compile.ts");
    return inUtc(compiledOf(templateSpecification(chart, style)));
  }
  const { default: compiled } = await import("./compiled.json", { with: { type: "json" } });
  switch (chart.kind) {
    case "change":
      return bound(compiled.change, bindChange(chart, style));
    case "series":
      return bound(compiled.series, bindSeries(chart, style));
    case "panels":
      return bound(compiled.panels, bindPanels(chart, style));
    case "ranked":
      return bound(compiled.ranked, bindRanked(chart, style));
    case "map":
      return bound(compiled.map, bindMap(chart, style));
    default:
      return unreachable(chart);
  }
}
