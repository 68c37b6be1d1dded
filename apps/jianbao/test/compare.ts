import type { Change, Observation } from "@jianbao/model";

/** What a careful reader gets out of a figure. */
export interface Expected {
  readonly text: string;
  readonly value: number | null;
  readonly unit: string;
  readonly indicator: string | null;
  readonly scope: string;
  readonly area: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly bound: string;
  readonly change: readonly Change[] | null;
  readonly subject?: string;
  readonly alt?: readonly { readonly start: string | null; readonly end: string | null }[];
}

/** How many figures were found and read, how many of them wholly right, and what is not. */
export interface Tally {
  found: number;
  whole: number;
  expected: number;
  read: number;
  readonly misses: string[];
}

/** Nothing compared yet. */
export function emptyTally(): Tally {
  return { found: 0, whole: 0, expected: 0, read: 0, misses: [] };
}

/** Compares what was read of a document with what a careful reader reads there, and adds it up. `own` is the pack's subject. */
export function compare(
  tally: Tally,
  document: string,
  observations: readonly Observation[],
  expected: readonly Expected[],
  own = "telecom-fraud",
): void {
  const left = [...observations];
  tally.read += left.length;
  tally.expected += expected.length;
  for (const row of expected) {
    const [best] = left
      .filter((observation) => sameFigure(row, observation))
      .map((observation) => ({ observation, wrong: wrongFields(row, observation, own) }))
      .sort((a, b) => a.wrong.length - b.wrong.length);
    if (best === undefined) {
      tally.misses.push(`${document} ${row.text}: not found`);
      continue;
    }
    left.splice(left.indexOf(best.observation), 1);
    tally.found++;
    if (best.wrong.length === 0) tally.whole++;
    else tally.misses.push(`${document} ${row.text}: ${best.wrong.join(", ")}`);
  }
  for (const { source } of left) tally.misses.push(`${document} “${source.quote}”: a figure too many`);
}

/** A figure is known by its value; a statement without a level by the figure of its change. */
function sameFigure(row: Expected, observation: Observation): boolean {
  const value = observation.quantity?.value ?? null;
  if (row.value !== null || value !== null) return row.value === value;
  return (row.change?.[0]?.value ?? null) === (observation.change[0]?.value ?? null);
}

function wrongFields(row: Expected, o: Observation, own: string): readonly string[] {
  const periods = [{ start: row.start, end: row.end }, ...(row.alt ?? [])];
  const checks: Readonly<Record<string, boolean>> = {
    unit: row.value === null || row.unit === o.quantity?.unit,
    indicator: row.indicator === o.indicator,
    subject: row.subject === undefined || (row.subject === own) === (o.subject === own),
    scope: row.scope === o.scope,
    area: row.area === o.area?.code || row.area === o.area?.name,
    period: periods.some(({ start, end }) => start === (o.period?.start ?? null) && end === (o.period?.end ?? null)),
    bound: row.bound === (o.quantity?.bound ?? "exact"),
    change: changeKey(row.change ?? []) === changeKey(o.change),
  };
  return Object.keys(checks).filter((field) => checks[field] !== true);
}

function changeKey(changes: readonly Pick<Change, "basis" | "direction" | "value" | "unit">[]): string {
  return changes
    .map(({ basis, direction, value, unit }) => `${basis} ${direction} ${value} ${unit}`)
    .sort()
    .join("; ");
}

/** Of what was read and what was to be read, how much agrees, 0 to 1. */
export function f1(right: number, { read, expected }: Tally): number {
  return (2 * right) / (read + expected);
}
