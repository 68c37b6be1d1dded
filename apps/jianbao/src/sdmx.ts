import type { Publication } from "@jianbao/archive";
import { type Observation, isClosed, isWholeYear, monthsOf } from "@jianbao/model";
import { toCsvRow } from "./csv.ts";

const columns = [
  "STRUCTURE",
  "STRUCTURE_ID",
  "ACTION",
  "INDICATOR",
  "SUBJECT",
  "BREAKDOWN",
  "REF_AREA",
  "TIME_PERIOD",
  "OBS_VALUE",
  "UNIT_MEASURE",
  "OBS_STATUS",
  "BOUND",
  "SCOPE",
  "RATE",
  "CHANGE",
  "SOURCE",
  "PUBLISHED",
  "OBS_ID",
];

/**
 * Writes observations as SDMX-CSV 2.0: one row a figure with a known indicator, area and period.
 * OBS_STATUS is A (normal), E where the text hedges the figure, L where it states no level.
 */
export function toSdmxCsv(observations: readonly Observation[], publications: readonly Publication[]): string {
  const published = new Map(publications.map((publication) => [publication.key, publication]));
  const rows = observations
    .filter(
      (observation) =>
        observation.indicator !== null && observation.area !== null && timePeriodOf(observation) !== null,
    )
    .map((observation) => {
      const { quantity } = observation;
      const source = published.get(`${observation.document}#${observation.part}`);
      return toCsvRow([
        "datastructure",
        "JIANBAO:OBSERVATIONS(1.0)",
        "I",
        observation.indicator,
        observation.subject,
        observation.breakdown,
        observation.area?.code ?? null,
        timePeriodOf(observation),
        quantity?.value ?? null,
        quantity?.unit ?? null,
        quantity === null || quantity.value === null ? "L" : quantity.bound === "exact" ? "A" : "E",
        quantity?.bound ?? null,
        observation.scope,
        observation.rate,
        observation.change.map((change) => change.text).join("；") || null,
        source?.publisher ?? source?.title ?? observation.document,
        source?.published ?? null,
        observation.id,
      ]);
    });
  return `${[toCsvRow(columns), ...rows].join("\r\n")}\r\n`;
}

/** TIME_PERIOD: `2018`, `2023-Q1`, `2023-05`, else an ISO range `2023-01-01/2023-09-30`; null where an end is open. */
function timePeriodOf(observation: Observation): string | null {
  const { period } = observation;
  if (!isClosed(period)) return null;
  if (isWholeYear(period)) return period.start.slice(0, 4);
  const months = monthsOf(period);
  const month = Number(period.start.slice(5, 7));
  if (months === 1) return period.start.slice(0, 7);
  if (months === 3 && month % 3 === 1) return `${period.start.slice(0, 4)}-Q${(month + 2) / 3}`;
  return `${period.start}/${period.end}`;
}
