import type { NotComparable, Step, StepChange, StepSeries } from "@jianbao/analysis";
import { yearsEarlier } from "@jianbao/model";
import { type Phrase, mark, phrase, withoutNotes } from "../phrase.ts";
import type { Mark } from "../wording/wording.ts";
import { alone } from "./alone.ts";
import { type Context, changeOf, fullLabelOf, isQuestioned, statementOf } from "./context.ts";
import { type NewestStep, levelOf, newestOf, stepAt, stepBefore } from "./steps.ts";
import { type TableView, computedCell, numberColumns, placeNotes, statedCell, tableOf } from "./tables.ts";

/** The fewest rows that are worth a table: of one the sentence tells it all. */
const fewestRows = 2;

/**
 * Lays out the newest month of a monthly issue (the quarter of a quarterly one) beside the same month a year before and
 * the month before it, a row a statistic. Columns without anything are left out; null where nothing is to be compared.
 */
export function stepTable(
  context: Context,
  index: number,
  theme: string,
  series: readonly StepSeries[],
): TableView | null {
  const { wording } = context;
  const newest = newestOf(context, series);
  const [first] = newest;
  if (newest.length < fewestRows || first === undefined) return null;
  const parts = newest.map((one) => partsOf(context, one));
  const has = (of: (one: Parts) => Phrase | null): boolean => parts.some((one) => of(one) !== null);
  const marks = new Set<Mark>();
  const head = wording.stepHeads(first.series.kind);
  const columns = [
    { title: head.current, of: (one: Parts) => one.current, blank: () => "no-level" as const, weight: 14 },
    { title: head.yearBefore, of: (one: Parts) => one.yearBefore, blank: () => "unknown" as const, weight: 14 },
    { title: wording.words.stated, of: (one: Parts) => one.yearlyStated, blank: () => "unknown" as const, weight: 14 },
    {
      title: wording.words.computed,
      of: (one: Parts) => one.yearlyComputed,
      blank: (one: Parts) => blankOf(one.yearlyReason),
      weight: 14,
    },
    { title: head.before, of: (one: Parts) => one.before, blank: () => "unknown" as const, weight: 14 },
    { title: head.stated, of: (one: Parts) => one.sequentialStated, blank: () => "unknown" as const, weight: 14 },
    {
      title: head.computed,
      of: (one: Parts) => one.sequentialComputed,
      blank: (one: Parts) => blankOf(one.sequentialReason),
      weight: 14,
    },
  ].filter(({ of }) => has(of));
  if (!has((one) => one.yearBefore) && !has((one) => one.before)) return null;
  const rows = parts.map((one) => {
    for (const kind of one.marks) marks.add(kind);
    return columns.map(({ of, blank }): Phrase => {
      const cell = of(one);
      if (cell !== null) return cell;
      const kind = blank(one);
      marks.add(kind);
      return [mark(wording.mark(kind))];
    });
  });
  const placed = placeNotes(context, rows);
  const caption = wording.stepCaption(
    index,
    theme,
    wording.area(first.series.key.area),
    wording.period(first.step.period),
    first.series.kind,
  );
  const note = wording.marks([...marks], {
    emphasised: rows.some((row) => row.some((cell) => cell.some((one) => "role" in one && one.role === "changeBad"))),
    stated: has((one) => one.yearlyStated) || has((one) => one.sequentialStated),
    computed: has((one) => one.yearlyComputed) || has((one) => one.sequentialComputed),
    sequential: has((one) => one.before),
    unmatched: [],
  });
  return tableOf(`t-${index}`, phrase(caption, placed.caption), note, [
    {
      title: wording.words.indicator,
      align: "start",
      weight: 15,
      notes: [],
      isHead: true,
      cells: newest.map(({ series: one }) => phrase(fullLabelOf(context, one.key))),
    },
    ...numberColumns(
      placed,
      columns.map(({ title, weight }, at) => ({ title, at, weight })),
    ),
  ]);
}

/** The cells of a row without their notes; null where there is nothing. */
interface Parts {
  readonly current: Phrase | null;
  readonly yearBefore: Phrase | null;
  readonly yearlyStated: Phrase | null;
  readonly yearlyComputed: Phrase | null;
  readonly yearlyReason: NotComparable | null;
  readonly before: Phrase | null;
  readonly sequentialStated: Phrase | null;
  readonly sequentialComputed: Phrase | null;
  readonly sequentialReason: NotComparable | null;
  /** Marks that its levels carry. */
  readonly marks: readonly Mark[];
}

function partsOf(context: Context, { series, step }: NewestStep): Parts {
  const { wording } = context;
  const before = stepAt(series, stepBefore(step, series));
  const yearBefore = stepAt(series, yearsEarlier(step.period));
  const shown = [step, yearBefore, before].flatMap((one) => one ?? []);
  const scale = wording.commonScale(shown.flatMap(({ stated }) => (stated === null ? [] : [stated.value])));
  const level = (one: Step | null): Phrase | null =>
    one === null || (one.stated === null && one.derived === null) ? null : withoutNotes(levelOf(context, one, scale));
  const statedOf = (change: StepChange, basis: "mom" | "yoy"): Phrase | null =>
    step.stated === null || change.stated === null
      ? null
      : statedCell(wording, statementOf(context, alone(series.key, step.stated, change.stated)), basis);
  const computedOf = ({ computed }: StepChange): Phrase | null =>
    computed === null || isQuestioned(context, computed.observations)
      ? null
      : computedCell(wording, { computed: changeOf(context, series.key, computed, computed.observations) });
  return {
    current: level(step),
    yearBefore: level(yearBefore),
    yearlyStated: statedOf(step.yearly, "yoy"),
    yearlyComputed: computedOf(step.yearly),
    yearlyReason: step.yearly.reason,
    before: level(before),
    sequentialStated: statedOf(step.sequential, "mom"),
    sequentialComputed: computedOf(step.sequential),
    sequentialReason: step.sequential.reason,
    marks: [
      ...(shown.some(({ stated }) => stated !== null && stated.conflict !== null) ? (["disputed"] as const) : []),
      ...(shown.some(({ stated }) => stated !== null && isQuestioned(context, stated.value.observations))
        ? (["questioned"] as const)
        : []),
      ...(shown.some(({ stated }) => stated === null) ? (["implied"] as const) : []),
    ],
  };
}

function blankOf(reason: NotComparable | null): Mark {
  return reason === "base-zero" ? "zero-base" : reason === "base-small" ? "small-base" : "incomparable";
}
