import type { StepKind } from "@jianbao/analysis";
import { type Phrase, join, mergeNotes, moved, notesIn, phrase, withoutNotes } from "../phrase.ts";
import { inTime, lower } from "./english-sentences.ts";
import type { MonthsFacts, StepChangeSaid, StepItem } from "./wording.ts";

const before: Readonly<Record<StepKind, string>> = {
  month: "month",
  quarter: "quarter",
  "half-year": "half-year",
};

/**
 * By difference of cumulative figures, in November 2024, Jiangxi: cases reported, 1,968 (computed: up 15.4% on the month
 * before, down 5.1% year on year); … Levels of articles are told with the step before them.
 */
export function englishSteps(when: Phrase, where: string | null, kind: StepKind, items: readonly StepItem[]): Phrase {
  const isDerived = items.some((item) => item.isDerived);
  const opening = isDerived ? phrase("By difference of cumulative figures, ", lowerTime(when)) : inTime(when);
  const clauses = items.map(({ label, figure, sequential, base, yearly }) => {
    const changes = [
      ...(sequential === null
        ? []
        : [
            base === null
              ? phrase(sizeOf(sequential), ` on the ${before[kind]} before`)
              : phrase(sizeOf(sequential), " from ", base, ` the ${before[kind]} before`),
          ]),
      ...(yearly === null ? [] : [phrase(sizeOf(yearly), " year on year")]),
    ];
    return phrase(
      lower(label),
      ", ",
      base === null ? withoutNotes(figure) : figure,
      changes.length === 0 ? null : phrase(" (computed: ", join(changes, ", "), ")"),
      base === null ? notesIn(figure, sequential?.notes ?? [], yearly?.notes ?? []) : null,
    );
  });
  return mergeNotes(phrase(opening, `, ${where ?? "abroad"}: `, join(clauses, "; "), ". "), ".");
}

function sizeOf({ direction, number }: StepChangeSaid): Phrase {
  if (direction === null) return phrase("a change of ", number);
  return direction === "flat" ? phrase("unchanged") : moved(`${direction} `, [number]);
}

function lowerTime(when: Phrase): Phrase {
  const [first, ...rest] = inTime(when);
  return first?.type === "text"
    ? phrase(`${first.value.slice(0, 1).toLowerCase()}${first.value.slice(1)}`, rest)
    : when;
}

/** Says which months are computed and which have no figure. */
export function englishMonthsNote({ derived, stated, missing }: MonthsFacts): Phrase | null {
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
