import type { SeriesKey, Value } from "@jianbao/analysis";
import { type Chart, type PanelsChart, type SeriesChart, alternativeOf } from "@jianbao/charts";
import { textOf } from "@jianbao/document";
import { type Phrase, phrase } from "../phrase.ts";
import { type ChartView, type Drawn, axisOf, shareAxis } from "./charts.ts";
import { type Context, fullLabelOf, notesOf } from "./context.ts";

/** A statistic over periods: what is drawn of each, null where nothing is known. */
export interface Line {
  readonly key: SeriesKey;
  readonly points: readonly (Drawn | null)[];
}

/** Most lines that share an axis, and most rows of small multiples. */
const most = { lines: 4, panels: 5 } as const;

/** Draws statistics over periods: one axis where all can be read on it, else small multiples, a row a statistic. */
export function courseChart(
  context: Context,
  lines: readonly Line[],
  facts: {
    /** `series-2` */
    readonly ref: string;
    readonly theme: string;
    readonly periods: readonly Phrase[];
    /** The caption of what is drawn, in a unit. */
    readonly captionOf: (label: string, unit: string) => Phrase;
    readonly noteOf: (drawn: readonly { readonly label: string; readonly line: Line }[]) => Phrase | null;
  },
): ChartView | null {
  const { wording } = context;
  const isOneAxis =
    lines.length <= most.lines &&
    shareAxis(lines.map(({ key, points }) => ({ key, values: valuesOf(points) }))) &&
    (lines.length === 1 || !lines.some(({ points }) => hasIsolated(points)));
  const drawn = (isOneAxis ? lines : lines.slice(0, most.panels)).map((line) => ({
    label: fullLabelOf(context, line.key),
    line,
  }));
  const [first] = drawn;
  if (first === undefined) return null;
  const label = drawn.length === 1 ? first.label : facts.theme;
  const periods = facts.periods.map(textOf);
  const description = wording.description([
    label,
    textOf(wording.span(facts.periods[0] ?? [], facts.periods.at(-1) ?? [])),
  ]);
  const values = drawn.flatMap(({ line }) => valuesOf(line.points));
  const { chart, unit } = isOneAxis
    ? seriesOf(context, description, periods, drawn, values)
    : panelsOf(context, description, periods, drawn);
  return {
    ref: facts.ref,
    alternative: alternativeOf(chart, wording.language),
    caption: phrase(
      facts.captionOf(label, unit),
      notesOf(context, [...new Set(values.flatMap(({ observations }) => observations))]),
    ),
    note: facts.noteOf(drawn),
    chart,
  };
}

type Labelled = { readonly label: string; readonly line: Line };

function seriesOf(
  context: Context,
  description: string,
  periods: readonly string[],
  drawn: readonly Labelled[],
  values: readonly Value[],
): { readonly chart: Chart; readonly unit: string } {
  const { unit, figure } = axisOf(context, values);
  const series = drawn.map(({ label, line }) => ({
    label,
    points: line.points.map((point) => (point === null ? null : figure(point))),
  }));
  const chart: SeriesChart = { kind: "series", description, unit, periods, series };
  return { chart, unit };
}

function panelsOf(
  context: Context,
  description: string,
  periods: readonly string[],
  drawn: readonly Labelled[],
): { readonly chart: Chart; readonly unit: string } {
  const panels = drawn.map(({ label, line }) => {
    const { unit, figure } = axisOf(context, valuesOf(line.points));
    return { label, unit, points: line.points.map((point) => (point === null ? null : figure(point))) };
  });
  const chart: PanelsChart = { kind: "panels", description, periods, panels };
  // Each row names its own.
  return { chart, unit: "" };
}

function valuesOf(points: Line["points"]): readonly Value[] {
  return points.flatMap((point) => point?.value ?? []);
}

/** Tells whether a figure stands between gaps: among several lines nobody could say whose it is. */
function hasIsolated(points: Line["points"]): boolean {
  return points.some(
    (point, at) => point !== null && (points[at - 1] ?? null) === null && (points[at + 1] ?? null) === null,
  );
}
