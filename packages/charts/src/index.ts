export { alternativeOf } from "./alternative.ts";
export {
  type ChangeChart,
  type Chart,
  type ChartFigure,
  type FigureDoubt,
  type MapChart,
  type PanelsChart,
  type RankedChart,
  type SeriesChart,
  type SpecChart,
} from "./chart.ts";
export { type ChartColours, defaultColours } from "./palette.ts";
export { type DrawOptions, drawChart } from "./draw.ts";
export type { Measure } from "./measure.ts";
export type { ClipMark, Paint, PathCommand, PathMark, Scene, SceneMark, TextMark } from "./scene.ts";
export { type ChartTable, tableOf } from "./table.ts";
