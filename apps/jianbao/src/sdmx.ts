import type { Publication } from "@jianbao/archive";
import type { Observation } from "@jianbao/model";
import { toCsvRow } from "./csv.ts";
import { components, separator, structureId } from "./sdmx-structure.ts";
import { timePeriodOf } from "./time-period.ts";

/** Below this confidence a figure has the status U, low reliability; the analysis asks about it as well. */
const doubtful = 0.6;

/** The first line of SDMX-CSV 2.0: the structure's columns, then a column a component. */
export function sdmxHead(): string {
  const names = components.map(({ id, several }) => (several === true ? `${id}[]` : id));
  return `${toCsvRow([`STRUCTURE[${separator}]`, "STRUCTURE_ID", "ACTION", ...names])}\r\n`;
}

/** Why a figure has no row: SDMX identifies a figure by indicator, area and time, and it lacks one of them. */
export type Unplaced = "indicator" | "area" | "period";

/** Tells what a figure lacks to have a row; null where it lacks nothing. */
export function unplacedOf(observation: Observation): Unplaced | null {
  if (observation.indicator === null) return "indicator";
  if (observation.area === null) return "area";
  return timePeriodOf(observation.period) === null ? "period" : null;
}

/**
 * Writes the row of a figure that lacks nothing, by the published structure. OBS_ID is a dimension: several articles
 * may state one statistic, each has its row, and none of them is settled.
 */
export function sdmxRow(observation: Observation, source: Publication | undefined): string {
  const time = timePeriodOf(observation.period);
  const { quantity } = observation;
  const values: Readonly<Record<string, string | number | null>> = {
    INDICATOR: codeOf(observation.indicator ?? ""),
    SUBJECT: observation.subject,
    BREAKDOWN: observation.breakdown ?? "_T",
    REF_AREA: codeOf(observation.area?.code ?? ""),
    SCOPE: observation.scope,
    RATE: observation.rate ?? "_Z",
    TIME_COVERAGE: time?.coverage ?? null,
    OBS_ID: observation.id,
    TIME_PERIOD: time?.text ?? null,
    OBS_VALUE: quantity?.value ?? null,
    UNIT_MEASURE: quantity?.unit ?? null,
    UNIT_MULT: 0,
    OBS_STATUS: statusOf(observation),
    BOUND: quantity === null || quantity.value === null ? null : quantity.bound,
    OBS_LOW: quantity?.low ?? null,
    OBS_HIGH: quantity?.high ?? null,
    TEXT: quantity?.text || null,
    CHANGE: severalOf(observation.change.map((change) => change.text)),
    SOURCE: source?.publisher ?? null,
    TITLE: source?.title ?? null,
    PUBLISHED: source?.published ?? null,
    DOCUMENT: `${observation.document}#${observation.part}`,
  };
  const cells = components.map(({ id }) => values[id] ?? null);
  return `${toCsvRow(["datastructure", structureId, "I", ...cells])}\r\n`;
}

/** One flag a figure: what is missing first, then what may be wrong, then what its source only estimates. */
function statusOf({ quantity, confidence }: Observation): string {
  if (quantity === null || quantity.value === null) return "L";
  if (confidence < doubtful) return "U";
  return quantity.bound === "approx" ? "E" : "A";
}

/** Codes of SDMX are letters, digits, _ @ $ and -: `cases.solved` → `cases_solved`. */
function codeOf(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9_@$-]/gu, "_");
}

/** Several values of one cell; one that holds the separator or a quote mark is quoted. */
function severalOf(values: readonly string[]): string | null {
  const written = values.map((value) =>
    value.includes(separator) || value.includes('"') ? `"${value.replaceAll('"', '""')}"` : value,
  );
  return written.join(separator) || null;
}
