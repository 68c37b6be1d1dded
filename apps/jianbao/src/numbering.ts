import { type IssuePeriod, parseIssuePeriod } from "@jianbao/model";
import type { Settings } from "./workspace.ts";

/** An issue's number in its year and since the first: 第1期（总第61期）. */
export interface IssueNumber {
  readonly number: number;
  readonly total: number;
}

/** What numbering needs to know of the issues signed so far. */
export interface Numbered {
  readonly period: string;
  readonly number: number | null;
  readonly total: number | null;
}

/**
 * The number that an issue has, or would get if it were signed now; null where issues are not numbered.
 *
 * A number once signed is kept. Another issue follows the one signed before it: the next total number, and the next
 * number of its year, which begins at 1 with the first issue of a year. Months without an issue take no number.
 * Where that total is taken, because a later issue was signed first, it is the one after the greatest. Until
 * anything is signed, the numbers count on from the first issue of `briefing.yaml`, a number a period.
 */
export function issueNumberOf(
  period: IssuePeriod,
  settings: Pick<Settings, "numbering">,
  signed: readonly Numbered[] = [],
): IssueNumber | null {
  const own = signed.find((issue) => issue.period === period.id);
  if (own !== undefined)
    return own.number === null || own.total === null ? null : { number: own.number, total: own.total };
  const peers = signed.flatMap(({ period: id, number, total }) => {
    const peer = parseIssuePeriod(id);
    return peer?.kind === period.kind && number !== null && total !== null ? [{ period: peer, number, total }] : [];
  });
  const before = peers.filter((peer) => peer.period.end < period.start).sort((a, b) => b.total - a.total)[0];
  if (before === undefined) return countedOn(period, settings, peers);
  const follows = peers.every(({ total }) => total !== before.total + 1);
  const sameYear = peers.filter((peer) => yearOf(peer.period) === yearOf(period)).map(({ number }) => number);
  const next = yearOf(before.period) === yearOf(period) ? before.number + 1 : 1;
  return {
    number: follows && !sameYear.includes(next) ? next : Math.max(0, ...sameYear) + 1,
    total: follows ? before.total + 1 : Math.max(...peers.map(({ total }) => total)) + 1,
  };
}

/** Counts periods from the first issue that the settings name. */
function countedOn(
  period: IssuePeriod,
  { numbering }: Pick<Settings, "numbering">,
  peers: readonly IssueNumber[],
): IssueNumber | null {
  const first = numbering === null ? null : parseIssuePeriod(numbering.first);
  if (first === null || numbering === null || first.kind !== period.kind) return null;
  const steps = indexOf(period) - indexOf(first);
  if (steps < 0) return null;
  const perYear = { month: 12, quarter: 4, "half-year": 2, year: 1 }[period.kind];
  const total = numbering.total + steps;
  const number = yearOf(first) === yearOf(period) ? numbering.number + steps : (indexOf(period) % perYear) + 1;
  // A later issue was signed under this number: this one comes after all.
  return peers.some((peer) => peer.total === total)
    ? { number, total: Math.max(...peers.map((peer) => peer.total)) + 1 }
    : { number, total };
}

function yearOf({ start }: IssuePeriod): string {
  return start.slice(0, 4);
}

/** How many periods of its kind lie before a period since the year 0. */
function indexOf(period: IssuePeriod): number {
  const months = { month: 1, quarter: 3, "half-year": 6, year: 12 }[period.kind];
  return Math.floor((Number(period.start.slice(0, 4)) * 12 + Number(period.start.slice(5, 7)) - 1) / months);
}

/** The period of a kind that a day, a month or a year of at least month precision lies in. */
export function periodOfKind(date: string, kind: IssuePeriod["kind"]): IssuePeriod | null {
  const year = date.slice(0, 4);
  const month = Number(date.slice(5, 7));
  if (!(month >= 1 && month <= 12)) return null;
  const id = {
    month: `${year}-${`${month}`.padStart(2, "0")}`,
    quarter: `${year}-Q${Math.ceil(month / 3)}`,
    "half-year": `${year}-H${Math.ceil(month / 6)}`,
    year,
  }[kind];
  return parseIssuePeriod(id);
}
