export type {
  Analysis,
  Comparison,
  ComputedChange,
  Conflict,
  Finding,
  IssueChange,
  NotComparable,
  Point,
  Publication,
  Series,
  SeriesKey,
  Value,
} from "./analysis.ts";
