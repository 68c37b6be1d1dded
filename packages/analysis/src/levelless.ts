import type { DomainPack } from "@jianbao/model";
import type { SeriesKey } from "./analysis.ts";
import { type Cell, type StatedChange, type Track, statedKey } from "./cell.ts";
import { type Pairing, pairedWith } from "./comparison.ts";
import { type OpenPeriod, keyText } from "./identity.ts";
import { groupBy } from "./order.ts";
import { type Placed, isUsable, stocksOf } from "./reading.ts";
import type { Timeline } from "./timeline.ts";

/** A change that is stated without the level it leads to: 发案数同比下降3.1%. */
export interface LevellessChange {
  readonly key: SeriesKey;
  readonly period: OpenPeriod;
  readonly asOf: string | undefined;
  readonly endFirst: string;
  readonly endLast: string;
  readonly stated: readonly StatedChange[];
  readonly isCurrent: boolean;
  /** True where not even the change has a number: 明显下降. */
  readonly isInWords: boolean;
}

/** Collects the changes of a subject that are stated without a level, in the order of the observations. */
export function levellessChanges(placed: readonly Placed[], subject: string, pack: DomainPack): LevellessChange[] {
  const units = new Map(pack.indicators.map(({ id, unit }) => [id, unit]));
  return placed.flatMap(({ observation, publication, isCurrent }): LevellessChange[] => {
    const { indicator, area, period, quantity, change, breakdown, rate } = observation;
    if (observation.subject !== subject || observation.scope !== "aggregate" || change.length === 0) return [];
    if (indicator === null || area === null || !isUsable(period) || (quantity !== null && quantity.value !== null))
      return [];
    return [
      {
        key: { indicator, subject, breakdown, area, rate, unit: units.get(indicator) ?? quantity?.unit ?? "other" },
        period: { start: period.start, end: period.end },
        asOf: period.end === null ? publication.published.slice(0, 7) : undefined,
        endFirst: period.end ?? publication.first,
        endLast: period.end ?? publication.last,
        stated: change.map((one) => ({ change: one, observation: observation.id })),
        isCurrent,
        isInWords: quantity === null,
      },
    ];
  });
}

/** The changes by the statistic and period that they are of: what joins them to a level from another source. */
export function groupedChanges(changes: readonly LevellessChange[]): ReadonlyMap<string, readonly StatedChange[]> {
  const groups = groupBy(changes, ({ key, period, asOf }) => statedKey(key, period, asOf));
  return new Map([...groups].map(([id, group]) => [id, group.flatMap(({ stated }) => stated)]));
}

/**
 * Comparisons without a level, for changes of the period that no other source gives a level to;
 * those in words alone are handed back for themselves.
 */
export function levellessPairings(
  changes: readonly LevellessChange[],
  tracks: readonly Track[],
  timeline: Timeline,
  pack: DomainPack,
): { readonly pairings: Pairing[]; readonly inWords: LevellessChange[] } {
  const stocks = stocksOf(pack);
  const byKey = new Map(tracks.map((track) => [keyText(track.key), track]));
  const taken = new Set(tracks.flatMap(({ cells }) => cells.flatMap(({ stated }) => stated)));
  const pairings: Pairing[] = [];
  const inWords: LevellessChange[] = [];
  for (const group of groupBy(changes, ({ key, period, asOf }) => statedKey(key, period, asOf)).values()) {
    const [first] = group;
    if (first === undefined || !group.some(({ isCurrent }) => isCurrent)) continue;
    const stated = group.flatMap((change) => change.stated);
    if (stated.some((change) => taken.has(change))) continue;
    const merged = { ...first, stated };
    if (group.every(({ isInWords }) => isInWords)) {
      inWords.push(merged);
      continue;
    }
    const track = byKey.get(keyText(first.key)) ?? { key: first.key, cells: [] };
    pairings.push(pairedWith(track, cellOf(merged), timeline, stocks.has(first.key.indicator) ? "stock" : "flow"));
  }
  return { pairings, inWords };
}

function cellOf({ key, period, asOf, endFirst, endLast, stated }: LevellessChange): Cell {
  return {
    key,
    period,
    asOf,
    endFirst,
    endLast,
    clusters: [],
    range: { low: null, high: null },
    aside: [],
    beside: [],
    stated,
  };
}
