import type { Point, SeriesKey, Value } from "@jianbao/analysis";
import type { Chart, ChartFigure, FigureDoubt } from "@jianbao/charts";
import type { Phrase } from "../phrase.ts";
import { type Scale, scaled } from "../wording/number.ts";
import type { Wording } from "../wording/wording.ts";
import { type Context, isQuestioned, unitTextOf } from "./context.ts";

/** A chart for a template to place, with the data to draw it from. */
export interface ChartView {
  readonly ref: string;
  readonly alternative: string;
  readonly caption: Phrase;
  /** What stands under it; null where there is nothing to say. */
  readonly note: Phrase | null;
  readonly chart: Chart;
}

/** A figure that a chart draws: a value, how it came about, and whether sources disagree on it. */
export interface Drawn {
  readonly value: Value;
  readonly origin?: ChartFigure["origin"];
  readonly disputed: boolean;
}

/** A figure of an article as a chart draws it. */
export function drawnOf({ value, revises = [], conflict }: Point): Drawn {
  return { value, ...(revises.length > 0 ? { origin: "revised" } : {}), disputed: conflict !== null };
}

/** The figures of one axis: their scale, the unit that the caption names, and how each is written. */
export interface Axis {
  /** `万起`; empty where not every label can be read in one unit, so that each says its own. */
  readonly unit: string;
  readonly figure: (drawn: Drawn) => ChartFigure;
}

/** Finds the unit that some figures share on one axis: 万起 for 2.21万起 and 14326起, and writes them in it. */
export function axisOf(context: Context, values: readonly Value[]): Axis {
  const { wording } = context;
  const scale = wording.chartScale(values);
  const unit = sharedUnit(
    wording,
    wording.chartUnit(scale, commonUnit(context, values)),
    scale,
    values.map((value) => wording.chartFigure(value, scale, unitTextOf(context, value))),
  );
  return {
    unit,
    figure: ({ value, origin, disputed }) => {
      const unitText = unitTextOf(context, value);
      const label = wording.chartFigure(value, scale, unitText);
      const doubts: FigureDoubt[] = [
        ...(disputed ? ["disputed" as const] : []),
        ...(isQuestioned(context, value.observations) ? ["questioned" as const] : []),
      ];
      return {
        value: Number(scaled(value.value, scale, 6)),
        bound: value.bound,
        label: unit === "" ? label : wording.chartLabel(label, scale, wording.unit(value.unit, unitText)),
        text: wording.figure(value, unitText),
        ...(origin === undefined ? {} : { origin }),
        ...(doubts.length === 0 ? {} : { doubts }),
        observations: value.observations,
      };
    },
  };
}

/** Tells whether figures of several statistics can be read on one axis: of one unit, none dwarfed by another. */
export function shareAxis(
  lines: readonly { readonly key: Pick<SeriesKey, "unit">; readonly values: readonly Value[] }[],
): boolean {
  const [first] = lines;
  const most = lines.map(({ values }) => Math.max(...values.map(({ value }) => Math.abs(value))));
  return (
    lines.every(({ key }) => key.unit === first?.key.unit) &&
    Math.max(...most) / Math.max(1e-9, Math.min(...most)) <= 12
  );
}

/** The unit for a caption: none where labels are printed in several (2.21万起, 6105起) and say their own. */
function sharedUnit(wording: Wording, unit: string, scale: Scale, labels: readonly string[]): string {
  return labels.every((label) => wording.isInScale(label, scale)) ? unit : "";
}

/** The unit as printed where all figures share one (名), else the table's (人). */
function commonUnit(context: Context, values: readonly Value[]): string {
  const units = new Set(values.map((value) => unitTextOf(context, value)));
  const [first] = values;
  if (units.size === 1 || !first) return [...units][0] ?? "";
  return unitTextOf(context, { ...first, observations: [] });
}
