import { type PrintedFigure, type SignedFigure, signedFigure, signedFigures } from "@jianbao/analysis";
import { sha256 } from "./inputs.ts";
import { type ComposedIssue, isPublishedIn } from "./issue.ts";
import type { IssueBook, SignedIssue } from "./issues.ts";
import type { IssueNumber } from "./numbering.ts";
import type { IssueRecord, RecordedFigure } from "./record.ts";

/** The printed figures, and those that are corrected, as a record keeps them. */
export function figuresOf(issue: ComposedIssue, number: IssueNumber | null): Pick<IssueRecord, "errata" | "figures"> {
  const { analysis, sources, period } = issue;
  const name = { period, number: number?.number ?? null, total: number?.total ?? null };
  const hashOf = (document: string): string | null => sources[document] ?? null;
  return {
    errata: (analysis.errata ?? []).map(({ id, key, period: of, asOf, after, change }) => {
      if (after === null) return { id, after: null };
      const figure: PrintedFigure = {
        id,
        key,
        period: of,
        ...(asOf === undefined ? {} : { asOf }),
        value: after,
        ...(change?.after ? { change: change.after } : {}),
      };
      const signed = signedFigure(figure, name, analysis, hashOf);
      return { id, after: signed === null ? null : recordedFigure(signed) };
    }),
    figures: signedFigures(analysis, name, hashOf).map(recordedFigure),
  };
}

/** The issue that printed a figure is the record's own. */
function recordedFigure({ id, key, period, asOf, value, change, basis }: SignedFigure): RecordedFigure {
  return {
    id,
    key,
    period,
    ...(asOf === undefined ? {} : { asOf }),
    value,
    ...(change === undefined ? {} : { change }),
    basis,
  };
}

/** An issue as issues.yaml lists it. */
export function entryOf(
  issue: ComposedIssue,
  record: IssueRecord,
  { file, sha256: hash }: { readonly file: string; readonly sha256: string },
): SignedIssue {
  const { inputs, outputs } = record;
  const pages = Object.entries(outputs).filter(([name]) => name.startsWith("evidence/"));
  const articles = issue.archive
    .publications()
    .filter((publication) => isPublishedIn(publication, issue.period)).length;
  return {
    period: record.period,
    number: record.number,
    total: record.total,
    date: record.date,
    signedBy: record.signedBy,
    signedOn: record.signedOn,
    ...(record.despite === null ? {} : { despite: record.despite.why }),
    template: record.template,
    language: record.language,
    articles,
    figures: record.figures.length,
    inputs: {
      sources: digest(inputs.sources),
      decisions: digest(record.decisions),
      settings: digest(inputs.settings),
      pack: digest(inputs.pack),
      program: /^[\da-f]{64}$/u.test(inputs.program) ? inputs.program : sha256(inputs.program),
      template: digest(inputs.template),
      fonts: digest(record.fontFiles),
      issues: digest(inputs.issues),
    },
    outputs: {
      ...Object.fromEntries(Object.entries(outputs).filter(([name]) => !name.startsWith("evidence/"))),
      ...(pages.length === 0 ? {} : { evidence: digest(pages) }),
    },
    record: file,
    sha256: hash,
    ...(record.replaces === null ? {} : { replaces: [record.replaces, ...(issue.signed?.replaces ?? [])] }),
  };
}

/** SHA-256 of a group of inputs. */
function digest(group: unknown): string {
  return sha256(JSON.stringify(group));
}

/** The file for a record: one that was signed before keeps its own. */
export function recordFileFor(period: string, { issues }: IssueBook): string {
  const taken = new Set(
    issues.flatMap(({ record, replaces }) => [record, ...(replaces ?? []).map((one) => one.record)]),
  );
  for (let turn = 1; ; turn++) {
    const file = `issues/${period}${turn === 1 ? "" : `.${turn}`}.json`;
    if (!taken.has(file)) return file;
  }
}
