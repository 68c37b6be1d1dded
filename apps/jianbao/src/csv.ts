import type { Observation } from "@jianbao/model";

const columns: readonly (readonly [string, (observation: Observation) => string | number | null])[] = [
  ["ID", (o) => o.id],
  ["INDICATOR", (o) => o.indicator],
  ["MEASURE", (o) => o.measure],
  ["SUBJECT", (o) => o.subject],
  ["BREAKDOWN", (o) => o.breakdown],
  ["SCOPE", (o) => o.scope],
  ["REF_AREA", (o) => o.area?.code ?? null],
  ["REF_AREA_NAME", (o) => o.area?.name ?? null],
  ["TIME_START", (o) => o.period?.start ?? null],
  ["TIME_END", (o) => o.period?.end ?? null],
  ["RATE", (o) => o.rate],
  ["OBS_VALUE", (o) => o.quantity?.value ?? null],
  ["UNIT_MEASURE", (o) => o.quantity?.unit ?? null],
  ["BOUND", (o) => o.quantity?.bound ?? null],
  ["LOW", (o) => o.quantity?.low ?? null],
  ["HIGH", (o) => o.quantity?.high ?? null],
  ["TEXT", (o) => o.quantity?.text ?? null],
  ["CHANGE", (o) => o.change.map((c) => c.text).join("；") || null],
  ["ACTOR", (o) => o.actor],
  ["CONFIDENCE", (o) => o.confidence],
  ["DOCUMENT", (o) => o.document],
  ["PART", (o) => o.part],
  ["SOURCE_START", (o) => o.source.start],
  ["SOURCE_END", (o) => o.source.end],
  ["QUOTE", (o) => o.source.quote],
];

/** Writes observations as CSV (RFC 4180, UTF-8, a line of SDMX names first); empty cells are unknown. */
export function toCsv(observations: readonly Observation[]): string {
  return `${toCsvRow(columns.map(([name]) => name))}\r\n${toCsvRows(observations)}`;
}

/** Writes observations as the lines of a CSV that go on after others. */
export function toCsvRows(observations: readonly Observation[]): string {
  return observations.map((observation) => `${toCsvRow(columns.map(([, value]) => value(observation)))}\r\n`).join("");
}

/** Writes one row of CSV, without its line end; null is an empty cell. */
export function toCsvRow(values: readonly (string | number | null)[]): string {
  return values.map(cell).join(",");
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  const text = `${value}`;
  // A spreadsheet takes a leading = + - @ for a formula: such text is kept apart by a quote mark.
  const safe = typeof value === "string" && /^[=+\-@\t]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
