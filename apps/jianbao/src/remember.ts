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
  if (JSON.stringify(archive.decisions()) !== JSON.stringify(decisions)) archive.recordDecisions(decisions);
  const { issues } = readIssues(root);
  const known = new Map(archive.issues().map((issue) => [issue.period.id, issue.details["sha256"]]));
  for (const issue of issues) {
    if (known.get(issue.period) === issue.sha256) continue;
    const { record } = recordOf(root, issue);
    if (record === null) continue;
    const { period: _, number, total, date, signedBy, ...details } = issue;
    const name = number === null || total === null ? null : `${number}/${total}`;
    archive.recordIssue(
      { period: periodOf(record), number: name, date, signedBy, details: { ...details } },
      record.figures,
    );
  }
  for (const period of known.keys()) if (!issues.some((issue) => issue.period === period)) archive.removeIssue(period);
}
