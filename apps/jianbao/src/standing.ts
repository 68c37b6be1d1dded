import type { PrintedFigure, SignedStatement } from "@jianbao/analysis";
import type { Publication } from "@jianbao/archive";
import { type Diagnostic, type IssuePeriod, lastDay, parseIssuePeriod, parsePartialDate } from "@jianbao/model";
import { type IssueBook, type SignedIssue, issuesBefore, recordOf } from "./issues.ts";
import { periodOfKind } from "./numbering.ts";
import { type IssueRecord, readRecord, statementOf } from "./record.ts";
import type { Settings } from "./workspace.ts";

/** The issues before one: what it compares itself with, and what it corrects. */
export interface Earlier {
  /** The issue before; its figures are null where they are not on record and are calculated again. */
  readonly before: { readonly period: IssuePeriod; readonly figures: readonly PrintedFigure[] | null } | null;
  /** What signed issues said, in the order of their periods. */
  readonly statements: readonly SignedStatement[];
  /** Records that this rests on, with their SHA-256. */
  readonly records: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The issues before one that is made now. Where issues were signed the issue before is the last of them, however many
 * periods ago; else it is the last period in which an article was published. `again` is the issue itself, where it
 * was signed and is to be signed again: it corrects what that said.
 */
export function earlierOf(
  root: string,
  book: IssueBook,
  period: IssuePeriod,
  settings: Settings,
  publications: readonly Publication[],
  again: SignedIssue | null,
): Earlier {
  const signed = issuesBefore(book.issues, period);
  const read = [...signed, ...(again === null ? [] : [again])].map((issue) => ({ issue, ...recordOf(root, issue) }));
  const known = read.flatMap(({ issue, record }) =>
    record === null ? [] : [{ issue, statement: statementOf(record) }],
  );
  const last = signed.at(-1);
  const lastPeriod = last === undefined ? periodBefore(period, settings, publications) : parseIssuePeriod(last.period);
  return {
    before:
      lastPeriod === null
        ? null
        : {
            period: lastPeriod,
            figures: known.find(({ issue }) => issue.period === lastPeriod.id)?.statement.figures ?? null,
          },
    statements: known.map(({ statement }) => statement),
    records: Object.fromEntries(known.map(({ issue }) => [issue.record, issue.sha256])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The issues before one as they were when it was signed. */
export function earlierOfRecord(root: string, record: IssueRecord, period: IssuePeriod): Earlier {
  const read = Object.entries(record.inputs.issues).map(([file, hash]) => ({
    file,
    record: readRecord(root, file, hash),
  }));
  const known = read.flatMap(({ record: earlier }) => (earlier === null ? [] : [earlier]));
  const { comparedWith } = record.inputs;
  const before = comparedWith === null ? null : parseIssuePeriod(comparedWith);
  const compared = known.findLast((earlier) => earlier.period === comparedWith);
  return {
    before:
      before === null
        ? null
        : { period: before, figures: compared === undefined ? null : statementOf(compared).figures },
    statements: known.map(statementOf),
    records: record.inputs.issues,
    diagnostics: read.flatMap(({ file, record: earlier }) =>
      earlier === null
        ? recordOf("", { period: period.id, record: file, sha256: "" }).diagnostics.map((one) => ({
            ...one,
            document: file,
          }))
        : [],
    ),
  };
}

/** The last period of the same kind before one in which an article was published; not before the very first issue. */
function periodBefore(
  period: IssuePeriod,
  { numbering }: Settings,
  publications: readonly Publication[],
): IssuePeriod | null {
  let latest = "";
  for (const { published } of publications) {
    if (published === null || published.length < 7 || parsePartialDate(published) === null) continue;
    const month = published.slice(0, 7);
    if (lastDay(month) < period.start && month > latest) latest = month;
  }
  const before = latest === "" ? null : periodOfKind(latest, period.kind);
  const first = numbering === null || numbering.total > 1 ? null : parseIssuePeriod(numbering.first);
  return before !== null && first !== null && first.kind === period.kind && before.end < first.start ? null : before;
}
