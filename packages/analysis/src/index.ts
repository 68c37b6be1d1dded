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
export { type Correction, type Decision, type DecisionFigure, decided } from "./decision.ts";
export { decisionFigure, relocated } from "./decision-object.ts";
export type { Erratum, ErratumCause } from "./erratum.ts";
export { type FindingRule, findingRules } from "./rule.ts";
export {
  type IssueName,
  type PrintedFigure,
  type PrintedReading,
  type SignedFigure,
  type SignedStatement,
  lastSaid,
  printedFigures,
  signedFigure,
  signedFigures,
} from "./printed.ts";
