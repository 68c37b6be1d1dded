export { analyse } from "./analyse.ts";
export type {
  Analysis,
  AnalysisInput,
  Candidate,
  Comparison,
  ComputedChange,
  Conflict,
  Derived,
  Finding,
  IssueChange,
  NotComparable,
  Point,
  Publication,
  Series,
  SeriesKey,
  StatedOnly,
  Step,
  StepChange,
  StepKind,
  StepSeries,
  Value,
} from "./analysis.ts";
export { computedChange, impliedLevel } from "./change.ts";
export type { Correction, Decision } from "./decision.ts";
export { type FindingRule, findingRules } from "./rule.ts";
export { type PrintedFigure, printedFigures } from "./printed.ts";
