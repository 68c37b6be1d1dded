import type { Archive } from "@jianbao/archive";
import { readDecisions } from "./decisions.ts";
import { readIssues, recordOf } from "./issues.ts";
import { periodOf } from "./record.ts";

/**
 * Has the archive remember the decisions and signed issues that the workspace's files have, for whoever asks it in
 * SQL. The files are what counts: the archive is brought up to them, and nothing is read back.
 */
export function remember(archive: Archive, root: string): void {
  const { decisions } = readDecisions(root);
  const { issues } = readIssues(root);
  const known = new Map(archive.issues().map((issue) => [issue.period.id, issue.details["sha256"]]));
  const changed = issues.filter(({ period, sha256 }) => known.get(period) !== sha256);
  const gone = [...known.keys()].filter((period) => !issues.some((issue) => issue.period === period));
  const isSame = JSON.stringify(archive.decisions()) === JSON.stringify(decisions);
  if (isSame && changed.length === 0 && gone.length === 0) return;
  archive.transaction(() => {
    if (!isSame) archive.recordDecisions(decisions);
    for (const period of gone) archive.removeIssue(period);
    for (const issue of changed) {
      const { record } = recordOf(root, issue);
      if (record === null) continue;
      const { period: _, number, total, date, signedBy, ...details } = issue;
      const name = number === null || total === null ? null : `${number}/${total}`;
      // Levels alone: a change that an article states (同比上升52%) is no value of the series it stands beside.
      const levels = record.figures.filter(({ change }) => change === undefined);
      archive.recordIssue({ period: periodOf(record), number: name, date, signedBy, details: { ...details } }, levels);
    }
  });
}
