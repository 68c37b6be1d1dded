import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Diagnostic,
  type IssuePeriod,
  type Language,
  languages,
  parseIssuePeriod,
  parsePartialDate,
} from "@jianbao/model";
import { type Document, parseDocument } from "yaml";
import { z } from "zod";
import { replaceFile } from "./output.ts";
import { type IssueRecord, type Replaced, readRecord } from "./record.ts";
import { putInList } from "./yaml-list.ts";

/** Where signed issues are written down, in the workspace. */
export const issuesFile = "issues.yaml";

const day = z.string().refine((text) => (parsePartialDate(text)?.day ?? null) !== null, "a day, as 2024-02-05");
const hash = z.string().regex(/^[\da-f]{64}$/u, "a SHA-256 in 64 hexadecimal digits");

const replacedSchema = z.strictObject({
  record: z.string(),
  sha256: hash,
  signedBy: z.string(),
  signedOn: day,
  why: z.string(),
});

const signedIssueSchema: z.ZodType<SignedIssue> = z.strictObject({
  period: z.string().refine((text) => parseIssuePeriod(text) !== null, "a period, as 2024-01"),
  number: z.int().min(1).nullable().default(null),
  total: z.int().min(1).nullable().default(null),
  date: day,
  signedBy: z.string().min(1),
  signedOn: day,
  despite: z.string().exactOptional(),
  template: z.string(),
  language: z.enum(languages),
  articles: z.int(),
  figures: z.int(),
  inputs: z.record(z.string(), hash),
  outputs: z.record(z.string(), hash),
  record: z.string().regex(/^issues\/[\w.-]+\.json$/u, "a file of issues/"),
  sha256: hash,
  replaces: z.array(replacedSchema).exactOptional(),
});

/** A signed issue, as `issues.yaml` lists it; the whole of it is in its record. */
export interface SignedIssue {
  /** `2024-01` */
  readonly period: string;
  /** Within the year, and since the first; null where issues are not numbered. */
  readonly number: number | null;
  readonly total: number | null;
  /** The date that it bears: `YYYY-MM-DD`. */
  readonly date: string;
  readonly signedBy: string;
  /** `YYYY-MM-DD` */
  readonly signedOn: string;
  /** Why it was signed though errors were open. */
  readonly despite?: string;
  readonly template: string;
  readonly language: Language;
  /** Articles published within the period, and figures printed. */
  readonly articles: number;
  readonly figures: number;
  /** SHA-256 of each group of inputs; one by one they are in the record. */
  readonly inputs: Readonly<Record<string, string>>;
  /** SHA-256 of each file of `out/PERIOD`; the pages of evidence as one. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The file of the record, and its SHA-256. */
  readonly record: string;
  readonly sha256: string;
  /** Signatures of the same issue that this one takes the place of, the latest first. */
  readonly replaces?: readonly Replaced[];
}

/** The issues signed so far. */
export interface IssueBook {
  /** In the order of the file, which is that of signing. */
  readonly issues: readonly SignedIssue[];
  /** Problems of the file; while there are errors nothing that is signed is overwritten. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads issues.yaml; a wrong entry is a diagnostic and the rest holds. */
export function readIssues(root: string): IssueBook {
  const path = join(root, issuesFile);
  if (!existsSync(path)) return { issues: [], diagnostics: [] };
  const document = parseDocument(readFileSync(path, "utf8"), { schema: "core" });
  const [fault] = document.errors;
  if (fault !== undefined)
    return { issues: [], diagnostics: [problem(`malformed YAML: ${fault.message.split("\n")[0] ?? ""}`)] };
  const entries: unknown = document.toJS() ?? [];
  if (!Array.isArray(entries)) return { issues: [], diagnostics: [problem("unusable file: a list is expected")] };
  const issues: SignedIssue[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = signedIssueSchema.safeParse(entry);
    if (!parsed.success) {
      const faults = parsed.error.issues.map(({ path: keys, message }) => `${keys.join(".")} ${message}`).join("; ");
      diagnostics.push(problem(`unusable issue ${index + 1}: ${faults}`));
    } else if (issues.some(({ period }) => period === parsed.data.period)) {
      diagnostics.push(problem(`an issue listed twice: ${parsed.data.period}`));
    } else issues.push(parsed.data);
  }
  return { issues, diagnostics };
}

function problem(message: string): Diagnostic {
  return {
    severity: "error",
    rule: "app/issues",
    document: issuesFile,
    message,
    hint: "take the file back from version control: it is written by jianbao sign alone",
  };
}

/** Reads the record of a signed issue; one that is gone or was changed is a diagnostic. */
export function recordOf(
  root: string,
  issue: Pick<SignedIssue, "period" | "record" | "sha256">,
): { readonly record: IssueRecord | null; readonly diagnostics: readonly Diagnostic[] } {
  const record = readRecord(root, issue.record, issue.sha256);
  if (record !== null && record.period === issue.period) return { record, diagnostics: [] };
  return {
    record: null,
    diagnostics: [
      {
        severity: "error",
        rule: "app/issue-record",
        document: issue.record,
        message: `missing or changed record of the signed issue ${issue.period}`,
        hint: "take the file back from version control: what was signed is known by it",
      },
    ],
  };
}

/** Signed issues of the kind of a period that are before it, the earliest first. */
export function issuesBefore(issues: readonly SignedIssue[], period: IssuePeriod): readonly SignedIssue[] {
  return issues
    .flatMap((issue) => {
      const of = parseIssuePeriod(issue.period);
      return of !== null && of.kind === period.kind && of.end < period.start ? [{ issue, end: of.end }] : [];
    })
    .sort((a, b) => (a.end < b.end ? -1 : 1))
    .map(({ issue }) => issue);
}

const head = ` 已签发的各期：期号、日期、签发人，投入和产出的校验值（SHA-256）。由 jianbao sign 写入，不要手改；
 和 issues/ 里的记录一起放进版本管理。
 The issues signed so far: numbers, dates, signatures, and SHA-256 of what went in and came out.
 Written by jianbao sign, not by hand; belongs under version control, with the records in issues/.`;

/** Writes an issue into issues.yaml, in place of the same issue signed before; all else in the file stays as it is. */
export function writeIssue(root: string, issue: SignedIssue): void {
  const path = join(root, issuesFile);
  const document: Document = existsSync(path) ? parseDocument(readFileSync(path, "utf8")) : parseDocument("");
  putInList(document, issue, head, (item) => item.get("period") === issue.period);
  replaceFile(path, document.toString({ lineWidth: 0 }));
}
