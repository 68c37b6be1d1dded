import {
  type ClosedPeriod,
  add,
  addDays,
  addMonths,
  decimalOf,
  divide,
  isClosed,
  isWholeMonths,
  monthsOf,
  samePeriod,
  yearsEarlier,
} from "@jianbao/model";
import type { Derived, NotComparable, Point, Step, StepChange, StepKind, StepSeries, Value } from "./analysis.ts";
import { type Cell, type Track, chosenOf, isSpokenOf, printedOf } from "./cell.ts";
import { computedChange, isSmallBase, levelWithin } from "./change.ts";
import { statedOn } from "./stated.ts";
import { type Interval, differenceOf } from "./interval.ts";

/**
 * A difference of two cumulative figures is shown only where its range is no wider than this share of its middle:
 * 33.0万 less 30.2万 says 2.7万 to 2.9万; 33万 less 30万 would say 2万 to 4万, which helps nobody.
 */
const usefulWidth = 0.25;

/** How many months back from the newest step a series is told: the same month a year before is the last. */
const monthsTold = 12;

/** Months of a step of each kind. */
const monthsIn: Readonly<Record<StepKind, number>> = { month: 1, quarter: 3, "half-year": 6 };

/** The kind of step that a period is: one month, a quarter or a half of the calendar; null for any other. */
export function stepKindOf(period: ClosedPeriod): StepKind | null {
  const first = Number(period.start.slice(5, 7)) - 1;
  for (const kind of stepKinds) {
    if (monthsOf(period) === monthsIn[kind] && first % monthsIn[kind] === 0) return kind;
  }
  return null;
}

/** The step before one: 2024-01 → 2023-12, the first quarter → the fourth of the year before. */
export function stepBefore({ start }: ClosedPeriod, kind: StepKind): ClosedPeriod {
  return { start: addMonths(start, -monthsIn[kind]), end: addDays(start, -1) };
}

/** A difference of two cumulative cells: what remains for the last step of the longer one. */
export interface Difference {
  readonly period: ClosedPeriod;
  readonly kind: StepKind;
  readonly minuend: Cell;
  readonly subtrahend: Cell;
  /** What the difference can mean; below zero where the figures leave that open. */
  readonly range: Interval;
}

/**
 * Single months, quarters and halves that cumulative figures of one series give by subtraction (1—9月 less 1—8月).
 * Both figures begin on the same day, of one year; neither is doubtful or in dispute.
 */
export function differencesOf({ cells }: Track, disputed: ReadonlySet<Cell>): Difference[] {
  const usable = cells.filter((cell) => isFirm(cell, disputed));
  const byPeriod = new Map(usable.map((cell) => [`${cell.period.start}..${cell.period.end}`, cell]));
  return usable.flatMap((minuend) => {
    if (!isClosed(minuend.period) || !isWholeMonths(minuend.period)) return [];
    const { start, end } = minuend.period;
    return stepKinds.flatMap((kind): Difference[] => {
      const period = { start: addMonths(addDays(end, 1), -monthsIn[kind]), end };
      if (period.start <= start || period.start.slice(0, 4) !== start.slice(0, 4)) return [];
      if (stepKindOf(period) !== kind) return [];
      const subtrahend = byPeriod.get(`${start}..${addDays(period.start, -1)}`);
      if (subtrahend === undefined) return [];
      const range = differenceOf(minuend.range, subtrahend.range);
      return [{ period, kind, minuend, subtrahend, range }];
    });
  });
}

/** How the steps of a series are told. */
export interface StepOptions {
  readonly pointOf: (cell: Cell) => Point;
  /** `all` tells thirteen months; `newest` only the newest step and those that it is compared with. */
  readonly told: "all" | "newest";
  /** Whether its figures add up over time: no stock, rate or percentage. */
  readonly isAdditive: boolean;
  /** Cells whose figures sources disagree on. */
  readonly disputed: ReadonlySet<Cell>;
}

/**
 * The months, quarters and halves of a series up to the newest that the period's articles give, those stated and those
 * derived from cumulative figures apart, each with its change; empty where the newest is of an earlier issue.
 */
export function stepSeriesOf(track: Track, { pointOf, told: wanted, isAdditive, disputed }: StepOptions): StepSeries[] {
  const differences = (isAdditive ? differencesOf(track, disputed) : []).flatMap((difference) => {
    const value = derivedValue(difference);
    return value === null ? [] : [{ ...difference, value }];
  });
  return stepKinds.flatMap((kind): StepSeries[] => {
    const slots = new Map<string, Slot>();
    for (const cell of track.cells) {
      if (!isClosed(cell.period) || cell.clusters.length === 0 || stepKindOf(cell.period) !== kind) continue;
      slots.set(cell.period.end, { period: cell.period, stated: cell, derived: null, isSpoken: isSpokenOf(cell) });
    }
    for (const difference of differences.filter((one) => one.kind === kind)) {
      const { period, minuend, subtrahend, value } = difference;
      const isSpoken = isSpokenOf(minuend) || isSpokenOf(subtrahend);
      const slot = slots.get(period.end);
      const derived = { value, minuend, subtrahend };
      slots.set(period.end, {
        period,
        stated: slot?.stated ?? null,
        derived,
        isSpoken: isSpoken || (slot?.isSpoken ?? false),
      });
    }
    const newest = [...slots.values()].sort((a, b) => (a.period.end < b.period.end ? 1 : -1))[0];
    if (newest === undefined || !newest.isSpoken) return [];
    const compared = [newest.period, stepBefore(newest.period, kind), yearsEarlier(newest.period)];
    const earliest = addMonths(newest.period.start, -monthsTold);
    const told = [...slots.values()]
      .filter(({ period }) =>
        wanted === "all" ? period.start >= earliest : compared.some((other) => samePeriod(other, period)),
      )
      .sort((a, b) => (a.period.end < b.period.end ? -1 : 1));
    const derivedOf = (slot: Slot): Derived | null => {
      if (slot.derived === null) return null;
      const { value, minuend, subtrahend } = slot.derived;
      return { value, minuend: pointOf(minuend), subtrahend: pointOf(subtrahend) };
    };
    return [
      {
        key: track.key,
        kind,
        steps: told.map((slot): Step => ({
          period: slot.period,
          stated: slot.stated === null ? null : pointOf(slot.stated),
          derived: derivedOf(slot),
          sequential: stepChange(slot, slots.get(stepBefore(slot.period, kind).end), "mom"),
          yearly: stepChange(slot, slots.get(yearsEarlier(slot.period).end), "yoy"),
        })),
      },
    ];
  });
}

/** One place of a series of steps, before its points are written out. */
interface Slot {
  readonly period: ClosedPeriod;
  readonly stated: Cell | null;
  readonly derived: { readonly value: Value; readonly minuend: Cell; readonly subtrahend: Cell } | null;
  readonly isSpoken: boolean;
}

const stepKinds: readonly StepKind[] = ["month", "quarter", "half-year"];

/** The change from one step to another: what is stated goes before what is derived, on both sides. */
function stepChange(slot: Slot, base: Slot | undefined, basis: "mom" | "yoy"): StepChange {
  const stated = slot.stated === null ? null : statedOn(slot.stated, basis);
  const now = levelOf(slot);
  const then = base === undefined ? null : levelOf(base);
  const reason: NotComparable | null =
    then === null ? "missing" : then.value.value === 0 ? "base-zero" : isSmallBase(then.value) ? "base-small" : null;
  return {
    stated,
    computed: now === null || then === null || reason !== null ? null : computedChange(now.value, then.value),
    isDerived: (now?.isDerived ?? false) || (then?.isDerived ?? false),
    reason,
  };
}

function levelOf({ stated, derived }: Slot): { readonly value: Value; readonly isDerived: boolean } | null {
  if (stated !== null) return { value: printedOf(chosenOf(stated)).value, isDerived: false };
  return derived === null ? null : { value: derived.value, isDerived: true };
}

/** The level of a difference, rounded to what its range supports; null where the range is too wide to be of use. */
function derivedValue({ minuend, subtrahend, range }: Difference): Value | null {
  const { low, high } = range;
  // A range that reaches zero or below says no more than that something may have happened.
  if (low === null || high === null || low <= 0) return null;
  if (high - low > (usefulWidth * (high + low)) / 2) return null;
  const middle = divide(add(decimalOf(low), decimalOf(high)), decimalOf(2), 6);
  if (middle === null) return null;
  const [whole, part] = [minuend, subtrahend].map((cell) => printedOf(chosenOf(cell)).value);
  return {
    value: levelWithin(middle, { low, high }),
    low,
    high,
    unit: minuend.key.unit,
    bound: low === high ? "exact" : "approx",
    text: null,
    observations: [...(whole?.observations ?? []), ...(part?.observations ?? [])],
  };
}

/** A figure that arithmetic may rest on: one that no source contradicts and whose reading is sure. */
function isFirm(cell: Cell, disputed: ReadonlySet<Cell>): boolean {
  return isClosed(cell.period) && !disputed.has(cell) && !printedOf(chosenOf(cell)).isDoubtful;
}
