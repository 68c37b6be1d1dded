import type { StepKind } from "@jianbao/analysis";
import { type Phrase, join, mergeNotes, moved, notesIn, phrase, withoutNotes } from "../phrase.ts";
import { inPeriod, inTime, lower } from "./english-sentences.ts";
import type { MonthsFacts, StepChangeSaid, StepHeads, StepItem } from "./wording.ts";

const before: Readonly<Record<StepKind, string>> = {
  month: "month",
  quarter: "quarter",
  "half-year": "half-year",
};

const yearBefore: Readonly<Record<StepKind, string>> = {
  month: "same month",
  quarter: "same quarter",
  "half-year": "same half",
};

/** Heads of a table of steps. */
export function englishStepHeads(kind: StepKind): StepHeads {
  const [upper, ...rest] = before[kind];
  return {
    current: `${upper?.toUpperCase() ?? ""}${rest.join("")}`,
    yearBefore: "Year before",
    before: `${upper?.toUpperCase() ?? ""}${rest.join("")} before`,
    stated: `Stated, on the ${before[kind]} before`,
    computed: `Computed, on the ${before[kind]} before`,
  };
}

/**
 * By difference of cumulative figures, in November 2024, Jiangxi: cases reported, 1,968 (computed: up 15.4% on the month
 * before, down 5.1% year on year); … Levels of articles are told with the step before them.
 */
export function englishSteps(when: Phrase, where: string | null, kind: StepKind, items: readonly StepItem[]): Phrase {
  const isDerived = items.some((item) => item.isDerived);
  const opening = isDerived ? phrase("By difference of cumulative figures, ", inPeriod(when)) : inTime(when);
  const clauses = items.map(({ label, figure, clauses: told, sequential, base, yearly, yearBase }) => {
    const isLevel = base !== null || yearBase !== null;
    const changes = [
      ...(yearly === null || yearBase === null
        ? []
        : [phrase(sizeOf(yearly), " from ", yearBase, ` in the ${yearBefore[kind]} of the year before`)]),
      ...(sequential === null
        ? []
        : [
            base === null
              ? phrase(sizeOf(sequential), ` on the ${before[kind]} before`)
              : phrase(sizeOf(sequential), " from ", base, ` the ${before[kind]} before`),
          ]),
      ...(yearly === null || yearBase !== null ? [] : [phrase(sizeOf(yearly), " year on year")]),
    ];
    return phrase(
      lower(label),
      ", ",
      isLevel ? figure : withoutNotes(figure),
      ...told.map((clause) => phrase(", ", clause)),
      changes.length === 0 ? null : phrase(" (computed: ", join(changes, ", "), ")"),
      isLevel ? null : notesIn(figure, sequential?.notes ?? [], yearly?.notes ?? []),
    );
  });
  return mergeNotes(phrase(opening, `, ${where ?? "abroad"}: `, join(clauses, "; "), ". "), ".");
}

function sizeOf({ direction, number }: StepChangeSaid): Phrase {
  if (direction === null) return phrase("a change of ", number);
  return direction === "flat" ? phrase("unchanged") : moved(`${direction} `, [number]);
}

/** Says which months are computed and which have no figure. */
export function englishMonthsNote({ derived, stated, missing, mixed }: MonthsFacts): Phrase | null {
  if (mixed) return derived.length === 0 ? null : phrase("Computed figures are differences of cumulative ones.");
  if (derived.length === 0 && missing.length === 0) return null;
  return phrase(
    derived.length === 0
      ? null
      : stated.length === 0
        ? "All months are differences of cumulative figures. "
        : stated.length < derived.length
          ? phrase("All but ", join(stated, ", "), " are differences of cumulative figures. ")
          : phrase("Differences of cumulative figures: ", join(derived, ", "), ". "),
    missing.length === 0 ? null : phrase("No figure for ", join(missing, ", "), "."),
  );
}
