import type { Observation } from "@jianbao/model";

/** A column of the observations as CSV: its SDMX name, what its cells hold, and how they are got. */
export interface CsvColumn {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "date";
  readonly description: string;
  readonly value: (observation: Observation) => string | number | null;
}

/** The columns of `observations.csv` and of `export --format csv`, in order; published as a table schema. */
export const csvColumns: readonly CsvColumn[] = [
  column("ID", "string", "id of the observation: the same for the same article text, place and indicator", (o) => o.id),
  column("INDICATOR", "string", "id in the subject pack; empty where none fits", (o) => o.indicator),
  column("MEASURE", "string", "what is counted, in the words of the article", (o) => o.measure),
  column("SUBJECT", "string", "id of the subject in the pack", (o) => o.subject),
  column("BREAKDOWN", "string", "the part of the whole that is counted; empty for the whole", (o) => o.breakdown),
  column("SCOPE", "string", "aggregate: a statistic of an area; case: a figure of one case", (o) => o.scope),
  column(
    "REF_AREA",
    "string",
    "CN, ISO 3166-2, GB/T 2260 or OVERSEAS; empty where unknown",
    (o) => o.area?.code ?? null,
  ),
  column("REF_AREA_NAME", "string", "the area's name", (o) => o.area?.name ?? null),
  column("TIME_START", "date", "first day of the period; empty where not stated", (o) => o.period?.start ?? null),
  column("TIME_END", "date", "last day of the period; empty where not stated", (o) => o.period?.end ?? null),
  column("RATE", "string", "per-day, per-month or per-year; empty for a total", (o) => o.rate),
  column("OBS_VALUE", "number", "in base units; empty where no level is stated", (o) => o.quantity?.value ?? null),
  column("UNIT_MEASURE", "string", "code of the unit", (o) => o.quantity?.unit ?? null),
  column(
    "BOUND",
    "string",
    "exact, approx, min, max or range: how the figure is hedged",
    (o) => o.quantity?.bound ?? null,
  ),
  column(
    "LOW",
    "number",
    "the least that the printed figure can mean; empty where open",
    (o) => o.quantity?.low ?? null,
  ),
  column(
    "HIGH",
    "number",
    "the most that the printed figure can mean; empty where open",
    (o) => o.quantity?.high ?? null,
  ),
  column("TEXT", "string", "the figure as its article prints it", (o) => o.quantity?.text ?? null),
  column("CHANGE", "string", "changes stated beside it, in the article's words, parted by ；", (o) => changesOf(o)),
  column("ACTOR", "string", "who acted, in the article's words", (o) => o.actor),
  column("CONFIDENCE", "number", "0 to 1: how sure the reading is", (o) => o.confidence),
  column("DOCUMENT", "string", "file name of the source", (o) => o.document),
  column("PART", "integer", "number of the article within its file, from 1", (o) => o.part),
  column("SOURCE_START", "integer", "place of the figure in the source text, UTF-16 code units", (o) => o.source.start),
  column("SOURCE_END", "integer", "end of the figure in the source text, exclusive", (o) => o.source.end),
  column("QUOTE", "string", "the sentence that the figure stands in", (o) => o.source.quote),
];

function column(name: string, type: CsvColumn["type"], description: string, value: CsvColumn["value"]): CsvColumn {
  return { name, type, description, value };
}

function changesOf(observation: Observation): string | null {
  return observation.change.map((change) => change.text).join("；") || null;
}

/** The first line of the observations as CSV. */
export function csvHead(): string {
  return `${toCsvRow(csvColumns.map(({ name }) => name))}\r\n`;
}

/** Writes observations as CSV (RFC 4180, a line of SDMX names first); empty cells are unknown. */
export function toCsv(observations: readonly Observation[]): string {
  return `${csvHead()}${toCsvRows(observations)}`;
}

/** Writes observations as the lines of a CSV that go on after others. */
export function toCsvRows(observations: readonly Observation[]): string {
  return observations
    .map((observation) => `${toCsvRow(csvColumns.map(({ value }) => value(observation)))}\r\n`)
    .join("");
}

/** Writes one row of CSV, without its line end; null is an empty cell. */
export function toCsvRow(values: readonly (string | number | null)[]): string {
  return values.map(cell).join(",");
}

/**
 * Matches text that Excel, WPS or LibreOffice may run as a formula, or that already begins with the mark that keeps it
 * from that: =1+1, ＝HYPERLINK(…), @SUM, a tab before any of them; must not match 环比-3%, 43.7万起.
 * The characters are those of OWASP's list, with their full-width forms.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/u;
/** Matches text that is a negative number or percentage and nothing else: -3.5, -12%; must not match -1+2. */
const negative = /^-\d+(?:\.\d+)?%?$/u;

function cell(value: string | number | null): string {
  if (value === null) return "";
  const text = `${value}`;
  // A quote mark keeps it text; a reader takes one off where `formula` matches what it found.
  const safe = typeof value === "string" && formula.test(text) && !negative.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
