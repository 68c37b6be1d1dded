export type { ChangeChart, Chart, RankedChart, SeriesChart, SpecChart } from "./chart.ts";
export type { ClipMark, Paint, PathCommand, PathMark, Scene, SceneMark, TextMark } from "./scene.ts";
