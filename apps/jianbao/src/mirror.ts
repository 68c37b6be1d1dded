import type { Archive, Issue, PrintedFigure } from "@jianbao/archive";
import { parseIssuePeriod } from "@jianbao/model";
import { readDecisions } from "./decisions.ts";
import { type SignedIssue, readIssues, recordOf } from "./issues.ts";

/**
 * Brings the archive's decisions and signed issues up to date with the workspace's text files, so that they can be asked
 * for beside the figures that they speak of. The files are the truth: nothing reads these rows to make an issue, and what
 * is wrong with the files is told where they are read for that.
 */
export function mirrorBooks(archive: Archive, root: string): void {
  const { decisions } = readDecisions(root);
  const { issues } = readIssues(root);
  const known = new Map(archive.issues().map((issue) => [issue.period.id, issue]));
  const changed = issues.filter((issue) => known.get(issue.period)?.details["sha256"] !== issue.sha256);
  const signed = new Set(issues.map(({ period }) => period));
  const gone = [...known.keys()].filter((period) => !signed.has(period));
  const isSame = JSON.stringify(decisions) === JSON.stringify(archive.decisions());
  if (isSame && changed.length === 0 && gone.length === 0) return;
  archive.transaction(() => {
    if (!isSame) archive.recordDecisions(decisions);
    for (const period of gone) archive.removeIssue(period);
    for (const issue of changed) {
      const archived = archivedOf(issue);
      const { record } = recordOf(root, issue);
      if (archived !== null && record !== null)
        archive.recordIssue(archived, record.figures satisfies readonly PrintedFigure[]);
    }
  });
}

function archivedOf(issue: SignedIssue): Issue | null {
  const period = parseIssuePeriod(issue.period);
  if (period === null) return null;
  const { number, total, date, signedBy, signedOn, articles, figures, sha256 } = issue;
  return {
    period,
    number: number === null ? null : `${number}`,
    date,
    signedBy,
    details: { total, signedOn, articles, figures, sha256 },
  };
}
