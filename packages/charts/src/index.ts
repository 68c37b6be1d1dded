export { alternativeOf } from "./alternative.ts";
export type { ChangeChart, Chart, RankedChart, SeriesChart, SpecChart } from "./chart.ts";
export { type ChartColours, defaultColours } from "./palette.ts";
export { type DrawOptions, drawChart } from "./draw.ts";
export type { Measure } from "./measure.ts";
export type { ClipMark, Paint, PathCommand, PathMark, Scene, SceneMark, TextMark } from "./scene.ts";
