import type { Analysis, Conflict, Finding } from "@jianbao/analysis";
import { type IssuePeriod, type Observation, nearest, parseIssuePeriod } from "@jianbao/model";
import type { Invocation } from "./command.ts";
import { periodOfKind } from "./numbering.ts";
import { UsageError } from "./problems.ts";
import { type AnalysedIssue, type Session, analysedIssue } from "./session.ts";

/** What a decision is about. */
export type DecisionObject =
  | { readonly type: "observation"; readonly observation: Observation }
  | { readonly type: "conflict"; readonly conflict: Conflict; readonly issue: AnalysedIssue }
  | { readonly type: "finding"; readonly finding: Finding; readonly issue: AnalysedIssue };

/**
 * Finds what an id names: an observation of the archive, or a conflict or finding of an issue, of `period` where one is
 * named, else of the newest issue that has it. Throws UsageError with the nearest ids where there is none.
 */
export function objectOf(
  session: Session,
  invocation: Pick<Invocation, "options">,
  id: string,
  period: string | null,
): DecisionObject {
  const observations = session.archive.observations();
  const observation = observations.find((one) => one.id === id);
  if (observation !== undefined) return { type: "observation", observation };
  const seen = new Set(observations.map((one) => one.id));
  if (!id.startsWith("o-")) {
    for (const candidate of periodsOf(session, period)) {
      const issue = analysedIssue(session, invocation, candidate);
      const { conflicts, findings } = issue.analysis;
      const conflict = conflicts.find((one) => one.id === id);
      if (conflict !== undefined) return { type: "conflict", conflict, issue };
      const finding = findings.find((one) => one.id === id);
      if (finding !== undefined) return { type: "finding", finding, issue };
      for (const one of [...conflicts, ...findings]) seen.add(one.id);
    }
  }
  throw new UsageError(`nothing has the id ${id}`, hintFor(id, [...seen].sort()));
}

/** The issues to look through, the newest first. */
function periodsOf({ archive, workspace }: Session, named: string | null): readonly IssuePeriod[] {
  if (named !== null) {
    const period = parseIssuePeriod(named);
    if (period === null)
      throw new UsageError(`unknown period: ${named}`, "write it as 2023-12, 2023-Q4, 2023-H2 or 2023");
    return [period];
  }
  const periods = new Map<string, IssuePeriod>();
  for (const { published } of archive.publications()) {
    const period = published === null ? null : periodOfKind(published, workspace.settings.period);
    if (period !== null) periods.set(period.id, period);
  }
  return [...periods.values()].sort((a, b) => (a.end > b.end ? -1 : 1));
}

/** Names the ids that were most likely meant: those that begin alike, then the one with the fewest slips. */
function hintFor(id: string, ids: readonly string[]): string {
  const alike = ids.filter((one) => one.slice(0, 6) === id.slice(0, 6));
  const near = nearest(
    id,
    ids.filter((one) => one.startsWith(id.slice(0, 2))),
  );
  const names = [...new Set([...(near === null ? [] : [near]), ...alike])].slice(0, 3);
  return names.length === 0
    ? "jianbao check PERIOD lists the questions with their ids, jianbao extract FILE the figures"
    : `did you mean ${names.join(", ")}?`;
}

/** Observations by id, as an issue's analysis knows them, else as the archive has them. */
export function observationsIn(analysis: Analysis, ids: readonly string[], all: readonly Observation[]): Observation[] {
  return ids.flatMap((id) => all.find((one) => one.id === id) ?? analysis.observations[id] ?? []);
}
