import type { Comparison, Point, Series, Value } from "@jianbao/analysis";
import type { Chart } from "@jianbao/charts";
import type { Phrase } from "../phrase.ts";
import { phrase } from "../phrase.ts";
import { type Scale, scaled } from "../wording/number.ts";
import { textOf } from "@jianbao/document";
import type { Wording } from "../wording/wording.ts";
import { type Context, fullLabelOf, labelOf, notesOf, unitTextOf } from "./context.ts";

/** A chart for a template to place, with the data to draw it from. */
export interface ChartView {
  readonly ref: string;
  readonly alternative: string;
  readonly caption: Phrase;
  /** What stands under it; null where there is nothing to say. */
  readonly note: Phrase | null;
  readonly chart: Chart;
}

/** Draws this period beside the year before, where at least two statistics of one unit and period can be compared. */
export function changeChart(
  context: Context,
  index: number,
  theme: string,
  comparisons: readonly Comparison[],
): ChartView | null {
  const { wording } = context;
  const groups = new Map<string, (Comparison & { readonly previous: Point })[]>();
  for (const one of comparisons) {
    if (!hasPrevious(one) || one.computed === null) continue;
    const unitText = unitTextOf(context, one.current.value);
    const key = `${one.key.unit}|${unitText}|${one.current.period.start}|${one.current.period.end}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const rows = [...groups.values()].map((group) => ofOneSize(group)).sort((a, b) => b.length - a.length)[0] ?? [];
  const [first] = rows;
  if (rows.length < 2 || !first) return null;
  const scale = wording.chartScale(rows.flatMap((one) => [one.current.value, one.previous.value]));
  const unit = wording.chartUnit(
    scale,
    commonUnit(
      context,
      rows.map((one) => one.current.value),
    ),
  );
  const now = wording.period(first.current.period);
  const before = wording.period(first.previous.period);
  const drawn = rows.map((one) => {
    const text = (value: Value): string => wording.chartFigure(value, scale, unitTextOf(context, value));
    const size = one.computed === null ? "" : wording.computedSize(one.computed);
    return {
      label: fullLabelOf(context, one.key),
      current: inScale(one.current.value.value, scale),
      previous: inScale(one.previous.value.value, scale),
      currentText: text(one.current.value),
      previousText: text(one.previous.value),
      changeText: /^[−+]/u.test(size) ? size : wording.signed(one.computed?.direction ?? "flat", size),
    };
  });
  const ids = rows.flatMap((one) => [...one.current.value.observations, ...one.previous.value.observations]);
  const caption = wording.changeCaption(
    index,
    theme,
    now,
    before,
    sharedUnit(
      wording,
      unit,
      scale,
      drawn.flatMap((row) => [row.currentText, row.previousText]),
    ),
  );
  return {
    ref: `change-${index}`,
    alternative: wording.alternative(
      textOf(caption),
      drawn.map((row) => wording.description([row.label, row.currentText, row.previousText, row.changeText])),
    ),
    caption: phrase(caption, notesOf(context, [...new Set(ids)])),
    note: null,
    chart: {
      kind: "change",
      description: textOf(caption),
      unit,
      currentLabel: textOf(now),
      previousLabel: textOf(before),
      rows: drawn,
    },
  };
}

/** Draws a theme's series over whole years, where one has at least three: those of the first one's unit and size. */
export function seriesChart(
  context: Context,
  index: number,
  theme: string,
  series: readonly Series[],
): ChartView | null {
  const { wording } = context;
  const long = series
    .map((one) => ({ key: one.key, points: one.points.filter((point) => yearOf(point) !== null) }))
    .filter((one) => one.points.length >= 3);
  const [first] = long;
  if (!first) return null;
  const fitting = long
    .filter((one) => one.key.unit === first.key.unit && ratio(most(one.points), most(first.points)) <= 12)
    .slice(0, 4);
  const years = fitting.flatMap((one) => one.points.map((point) => Number(yearOf(point))));
  const from = Math.min(...years);
  const to = Math.max(...years);
  const values = fitting.flatMap((one) => one.points.map((point) => point.value));
  const scale = wording.chartScale(values);
  const unit = wording.chartUnit(scale, commonUnit(context, values));
  const periods = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  const name = (year: number): string => textOf(yearPhrase(wording, year));
  const drawn = fitting.map((one) => ({
    label: fullLabelOf(context, one.key),
    points: periods.map((year) => {
      const point = one.points.find((candidate) => yearOf(candidate) === `${year}`);
      return point
        ? {
            value: inScale(point.value.value, scale),
            bound: point.value.bound,
            text: wording.chartFigure(point.value, scale, unitTextOf(context, point.value)),
          }
        : null;
    }),
  }));
  const missing = drawn
    .map(({ label, points }) => ({
      label: drawn.length === 1 ? null : label,
      years: points.flatMap((point, at) => (point ? [] : [yearPhrase(wording, periods[at] ?? from)])),
    }))
    .filter(({ years }) => years.length > 0);
  const caption = wording.seriesCaption(
    index,
    fitting.length === 1 ? fullLabelOf(context, first.key) : theme,
    sharedUnit(
      wording,
      unit,
      scale,
      drawn.flatMap((one) => one.points.flatMap((point) => point?.text ?? [])),
    ),
  );
  return {
    ref: `series-${index}`,
    alternative: wording.alternative(
      textOf(caption),
      drawn.map((one) =>
        wording.description([
          one.label,
          ...one.points.flatMap((point, at) => (point ? [`${name(periods[at] ?? 0)} ${point.text}`] : [])),
        ]),
      ),
    ),
    caption: phrase(caption, notesOf(context, [...new Set(values.flatMap((value) => value.observations))])),
    note: missing.length === 0 ? null : wording.missingYears(missing),
    chart: { kind: "series", description: textOf(caption), unit, periods: periods.map(name), series: drawn },
  };
}

/** Draws areas ranked by one statistic of one period; the rows come in order. */
export function rankedChart(context: Context, index: number, rows: readonly Comparison[]): ChartView | null {
  const { wording } = context;
  const [first] = rows;
  if (!first || rows.length < 2) return null;
  const scale = wording.chartScale(rows.map((one) => one.current.value));
  const unit = wording.chartUnit(
    scale,
    commonUnit(
      context,
      rows.map((one) => one.current.value),
    ),
  );
  const drawn = rows.map((one) => ({
    label: wording.area(one.key.area),
    value: inScale(one.current.value.value, scale),
    bound: one.current.value.bound,
    text: wording.chartFigure(one.current.value, scale, unitTextOf(context, one.current.value)),
  }));
  const caption = wording.rankedCaption(
    index,
    wording.labelled(labelOf(context, first.key), first.key.breakdown, false),
    wording.period(first.current.period),
    sharedUnit(
      wording,
      unit,
      scale,
      drawn.map((row) => row.text),
    ),
  );
  return {
    ref: `ranked-${index}`,
    alternative: wording.alternative(
      textOf(caption),
      drawn.map((row) => wording.description([row.label, row.text])),
    ),
    caption: phrase(
      caption,
      notesOf(
        context,
        rows.flatMap((one) => one.current.value.observations),
      ),
    ),
    note: null,
    chart: { kind: "ranked", description: textOf(caption), unit, rows: drawn },
  };
}

function yearPhrase(wording: Wording, year: number): Phrase {
  return wording.period({ start: `${year}-01-01`, end: `${year}-12-31` });
}

/** The unit for a caption: none where labels are printed in several (2.21万起, 6105起) and say their own. */
export function sharedUnit(wording: Wording, unit: string, scale: Scale, labels: readonly string[]): string {
  return labels.every((label) => wording.isInScale(label, scale)) ? unit : "";
}

/** Leaves out what would be too small to see beside the greatest. */
function ofOneSize<T extends Comparison>(group: readonly T[]): readonly T[] {
  const greatest = Math.max(...group.map((one) => one.current.value.value));
  return group.filter((one) => one.current.value.value * 40 >= greatest);
}

function hasPrevious(comparison: Comparison): comparison is Comparison & { readonly previous: Point } {
  return comparison.previous !== null;
}

function most(points: readonly Point[]): number {
  return Math.max(...points.map((point) => point.value.value));
}

/** The unit as printed where all figures share one (名), else the table's (人). */
function commonUnit(context: Context, values: readonly Value[]): string {
  const units = new Set(values.map((value) => unitTextOf(context, value)));
  const [first] = values;
  if (units.size === 1 || !first) return [...units][0] ?? "";
  return unitTextOf(context, { ...first, observations: [] });
}

/** A value in a chart's scale. */
export function inScale(value: number, scale: Scale): number {
  return Number(scaled(value, scale, 6));
}

function ratio(a: number, b: number): number {
  return Math.max(a, b) / Math.max(1e-9, Math.min(a, b));
}

function yearOf(point: Point): string | null {
  const { start, end } = point.period;
  if (start === null || end === null) return null;
  return start.endsWith("-01-01") && end === `${start.slice(0, 4)}-12-31` ? start.slice(0, 4) : null;
}
