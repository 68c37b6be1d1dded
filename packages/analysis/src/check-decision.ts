import { type IssuePeriod, daysBetween } from "@jianbao/model";
import type { AnalysisInput } from "./analysis.ts";
import type { Dispute } from "./conflict.ts";
import type { Decision } from "./decision.ts";
import type { Remark } from "./finding.ts";

interface Decided {
  readonly input: AnalysisInput;
  readonly decisions: ReadonlyMap<string, Decision>;
  /** All of the archive, shown or not. */
  readonly disputes: readonly Dispute[];
  /** What the other checks found. */
  readonly remarks: readonly Remark[];
  /** Ids that remarks get as findings. */
  readonly idsAmong: (remarks: readonly Remark[]) => readonly string[];
}

/**
 * Checks of the editor's decisions: `decision-without-object`, where what it is about is not there (any more);
 * `settlement-without-candidate`, where the figure it chose is on no side of its conflict.
 */
export function decisionRemarks(decided: Decided): Remark[] {
  const { input, decisions, disputes, remarks, idsAmong } = decided;
  if (decisions.size === 0) return [];
  const observations = new Set(input.observations.map(({ id }) => id));
  const conflicts = new Set(disputes.map(({ conflict }) => conflict.id));
  const findings = new Set(idsAmong(remarks));
  const lost = [...decisions.values()].flatMap((decision): { decision: string; remark: Remark }[] => {
    const { id, on } = decision;
    const isThere = observations.has(id) || conflicts.has(id) || findings.has(id);
    // A finding that an earlier issue had is no question of this one, nor is what was decided on a later one.
    if (isThere || (id.startsWith("f-") && on < input.period.start) || isOfLaterIssue(on, input.period)) return [];
    return [
      { decision: id, remark: { ...remarkOn(decision, "warning", []), rule: "analysis/decision-without-object" } },
    ];
  });
  // A decision may be about one of these very remarks.
  const all = new Set(idsAmong(lost.map(({ remark }) => remark)));
  return [
    ...lost.filter(({ decision }) => !all.has(decision)).map(({ remark }) => remark),
    ...disputes.flatMap(({ conflict }): Remark[] => {
      const decision = decisions.get(conflict.id);
      if (decision?.verdict !== "settle" || conflict.settled !== undefined) return [];
      const sides = conflict.candidates.flatMap(({ value }) => value.observations.slice(0, 1));
      return [{ ...remarkOn(decision, "warning", sides), rule: "analysis/settlement-without-candidate" }];
    }),
  ];
}

function remarkOn(
  { id, verdict, by, on, why, observation }: Decision,
  severity: Remark["severity"],
  observations: readonly string[],
): Omit<Remark, "rule"> {
  return { severity, observations, facts: { decision: id, verdict, by, on, why, observation: observation ?? null } };
}

/** Tells whether a decision was made so late that it is about an issue still to come: an old one does not speak of it. */
function isOfLaterIssue(on: string, { start, end }: IssuePeriod): boolean {
  return daysBetween(end, on) > daysBetween(start, end) + 1;
}
