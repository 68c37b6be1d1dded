import type { Comparison, SeriesKey } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import { nearest } from "@jianbao/model";
import { type Drawn, drawnOf } from "./charts.ts";
import { type Context, fullLabelOf, hasLevel, isQuestioned, unitTextOf } from "./context.ts";

/** A row of a data set: what a template's own chart may draw, and the figure that it rests on. */
export interface DataRow {
  /** In base units (起, 元); names are part of what templates rely on. */
  readonly fields: Readonly<Record<string, string | number | null>>;
  readonly label: string;
  readonly period: string;
  readonly text: string;
  readonly drawn: Drawn;
}

/** The fields of a row; those of `comparisons` are more. */
const fieldNames = (
  "theme indicator label part area code period start end value low high bound unit text origin doubt " +
  "previous stated computed"
).split(" ");

/** Finds a field that no row has; null where all are known. Tells the remedy beside it. */
export function unknownField(fields: readonly string[]): { readonly field: string; readonly hint: string } | null {
  const field = fields.find((one) => !fieldNames.includes(one));
  if (field === undefined) return null;
  const near = nearest(field, fieldNames);
  return { field, hint: near === null ? `fields: ${fieldNames.join(" ")}` : `did you mean ${near}?` };
}

/** The data sets that a template's own charts may name. */
const dataSetNames = ["series", "months", "areas", "comparisons"] as const;

/**
 * Returns the rows of a data set by its name: `series` (whole years), `months`, `areas`, `comparisons`, each alone or
 * followed by a theme or an indicator (`series/funds.stopped`, `areas/crackdown`). Of what the view does not have it
 * tells the problem and the remedy.
 */
export function dataSet(
  context: Context,
  name: string,
): { readonly rows: readonly DataRow[] } | { readonly problem: string; readonly hint: string } {
  const [set = "", ...rest] = name.split("/");
  const part = rest.join("/");
  if (!isDataSet(set)) {
    const meant = nearest(set, dataSetNames);
    return {
      problem: `unknown data: ${name}`,
      hint: meant === null ? `data sets: ${dataSetNames.join(" ")}` : `did you mean ${meant}?`,
    };
  }
  const parts = [...context.pack.themes.map(({ id }) => id), ...context.pack.indicators.map(({ id }) => id)];
  if (rest.length > 0 && !parts.includes(part)) {
    const meant = nearest(part, parts);
    return {
      problem: `unknown theme or indicator in data: ${name}`,
      hint: meant === null ? `themes: ${context.pack.themes.map(({ id }) => id).join(" ")}` : `did you mean ${meant}?`,
    };
  }
  const isWanted = ({ fields }: DataRow): boolean =>
    rest.length === 0 || fields["theme"] === part || fields["indicator"] === part;
  return { rows: rowsOf(context, set).filter(isWanted) };
}

type DataSetName = (typeof dataSetNames)[number];

function isDataSet(name: string): name is DataSetName {
  return (dataSetNames as readonly string[]).includes(name);
}

function rowsOf(context: Context, set: DataSetName): readonly DataRow[] {
  const { analysis } = context;
  const isOurs = ({ key }: { readonly key: SeriesKey }): boolean => key.subject === analysis.subject;
  switch (set) {
    case "series":
      return analysis.series
        .filter(isOurs)
        .flatMap(({ key, points }) => points.map((point) => rowOf(context, key, point.period, drawnOf(point))));
    case "months":
      return (analysis.steps ?? [])
        .filter((one) => isOurs(one) && one.kind === "month" && one.key.area.code === analysis.area.code)
        .flatMap(({ key, steps }) =>
          steps.flatMap(({ period, stated, derived }) => {
            if (stated !== null) return [rowOf(context, key, period, drawnOf(stated))];
            const drawn: Drawn | null =
              derived === null ? null : { value: derived.value, origin: "derived", disputed: false };
            return drawn === null ? [] : [rowOf(context, key, period, drawn)];
          }),
        );
    case "areas":
      return analysis.areas
        .filter((one) => isOurs(one) && hasLevel(context, one))
        .map(({ key, current }) => rowOf(context, key, current.period, drawnOf(current)));
    case "comparisons":
      return analysis.comparisons
        .filter((one) => isOurs(one) && hasLevel(context, one))
        .map((one) => comparisonOf(context, one));
  }
}

function comparisonOf(context: Context, { key, current, previous, computed, stated }: Comparison): DataRow {
  const row = rowOf(context, key, current.period, drawnOf(current));
  const change = stated?.change;
  const isPlain = change?.basis === "yoy" && change.unit === "percent" && change.value !== null;
  return {
    ...row,
    fields: {
      ...row.fields,
      previous: previous?.value.value ?? null,
      /** Percent, negative where it fell: as stated and as computed. */
      stated: isPlain ? (change.direction === "down" ? -1 : 1) * (change.value ?? 0) : null,
      computed: computed?.unit === "percent" ? (computed.direction === "down" ? -1 : 1) * computed.value : null,
    },
  };
}

function rowOf(
  context: Context,
  key: SeriesKey,
  period: { readonly start: string | null; readonly end: string | null },
  drawn: Drawn,
): DataRow {
  const { wording, indicators } = context;
  const { value, origin, disputed } = drawn;
  const label = fullLabelOf(context, key);
  const when = textOf(wording.period(period));
  const unitText = unitTextOf(context, value);
  const text = wording.figure(value, unitText);
  const area = key.area.code === "OVERSEAS" ? wording.words.overseas : wording.area(key.area);
  return {
    fields: {
      theme: indicators.get(key.indicator)?.theme ?? null,
      indicator: key.indicator,
      label,
      part: key.breakdown,
      area,
      code: key.area.code,
      period: when,
      start: period.start,
      end: period.end,
      value: value.value,
      low: value.low,
      high: value.high,
      bound: value.bound,
      unit: wording.unit(value.unit, unitText),
      text,
      origin: origin ?? "stated",
      doubt: disputed ? "disputed" : isQuestioned(context, value.observations) ? "questioned" : null,
    },
    label: key.area.code === context.analysis.area.code ? label : wording.description([area, label]),
    period: when,
    text,
    drawn,
  };
}
