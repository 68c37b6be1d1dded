import type { ObservationFilter } from "./record.ts";

/** The order of every answer: by document, part and place in the text. */
const observationOrder: string = "ORDER BY s.document, o.part, o.seq";
/** Columns of flat rows, under SDMX names. */
export const sdmxColumns: string = [
  "o.id AS ID",
  "o.indicator AS INDICATOR",
  "o.subject AS SUBJECT",
  "o.breakdown AS BREAKDOWN",
  "o.scope AS SCOPE",
  "o.area AS REF_AREA",
  "o.period_start AS TIME_START",
  "o.period_end AS TIME_END",
  "o.value AS OBS_VALUE",
  "o.unit AS UNIT_MEASURE",
  "o.bound AS BOUND",
  "o.low AS OBS_LOW",
  "o.high AS OBS_HIGH",
  "o.rate AS RATE",
  "s.document AS DOCUMENT",
  "o.part AS PART",
  "o.json ->> '$.source.start' AS SOURCE_START",
  "o.json ->> '$.source.end' AS SOURCE_END",
  "o.json ->> '$.confidence' AS CONFIDENCE",
].join(", ");

/** The tables to ask for observations, with the conditions of a filter and the values that they ask for. */
export function observationsBy(filter: ObservationFilter): { from: string; values: string[] } {
  const conditions: [string, string | undefined][] = [
    ["s.document = ?", filter.document],
    ["o.indicator = ?", filter.indicator],
    ["o.subject = ?", filter.subject],
    ["o.area = ?", filter.area],
    ["o.scope = ?", filter.scope],
    ["a.published_last <= ?", filter.publishedUntil],
  ];
  const given = conditions.filter((condition): condition is [string, string] => condition[1] !== undefined);
  const articles =
    filter.publishedUntil === undefined ? "" : "JOIN articles a ON a.source = o.source AND a.part = o.part";
  const where = given.length === 0 ? "" : `WHERE ${given.map(([sql]) => sql).join(" AND ")}`;
  return {
    // CROSS JOIN keeps SQLite to this order of tables: that of the answer, so that nothing is left to sort but parts.
    from: `sources s CROSS JOIN observations o ON o.source = s.id ${articles} ${where} ${observationOrder}`,
    values: given.map(([, value]) => value),
  };
}
