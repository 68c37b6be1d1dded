import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Analysis, Comparison, Point } from "@jianbao/analysis";
import type { Question } from "@jianbao/briefing";
import type { Diagnostic } from "@jianbao/model";
import { sidecarOf } from "./facts.ts";
import type { ComposedIssue } from "./issue.ts";
import type { Message } from "./text.ts";

/** What an editor is asked before signing, in the order of what would embarrass most. */
export interface Query extends Diagnostic {
  readonly group: QueryGroup;
  /** Of a conflict or finding. */
  readonly id?: string;
  /** The figures concerned, to decide on. */
  readonly observations?: readonly string[];
  /** Where it stands, relative to the workspace; absent where it is of no file. */
  readonly file?: string;
  /** Line of the file, from 1; absent for files without lines (PDF, DOCX). */
  readonly line?: number;
  /** Page or paragraph of a PDF or DOCX. */
  readonly place?: number;
}

/** A group of questions. */
export type QueryGroup =
  | "printed-error"
  | "file"
  | "printed-conflict"
  | "printed-finding"
  | "unprinted"
  | "doubtful"
  | "damage"
  | "undated"
  | "layout"
  | "other";

/** Groups of questions, the most embarrassing first. */
export const queryGroups: Readonly<Record<QueryGroup, Message>> = {
  "printed-error": { zh: "印出的数字有错", en: "errors in printed figures" },
  file: { zh: "读不出或用不上的文件", en: "files that cannot be read or used" },
  "printed-conflict": { zh: "印出的数字说法不一", en: "conflicts between printed figures" },
  "printed-finding": { zh: "印出的数字要核对", en: "printed figures to verify" },
  unprinted: { zh: "没有印出的数字要核对", en: "figures to verify that are not printed" },
  doubtful: { zh: "读得没有把握的数字", en: "doubtful readings" },
  damage: { zh: "可能损坏的文章", en: "articles that may be damaged" },
  undated: { zh: "没有日期的文章", en: "articles without a date" },
  layout: { zh: "版面", en: "layout" },
  other: { zh: "其他", en: "others" },
};

/** Conflicts and findings of an issue, worded, settled ones included. */
export async function questionsFor(issue: ComposedIssue): Promise<readonly Question[]> {
  if (issue.theme === null) return [];
  const { questionsOf } = await import("@jianbao/briefing");
  return questionsOf(issue.analysis, { pack: issue.pack, theme: issue.theme, language: issue.language });
}

/**
 * Puts what is to be asked of an issue in order: errors in printed figures first, layout last; within a group by
 * severity, doubtful readings by how doubtful they are. What is settled is not asked, nor what is merely odd about
 * articles that the issue does not rest on.
 */
export function queriesOf(
  issue: ComposedIssue,
  problems: readonly Diagnostic[],
  questions: readonly Question[],
): readonly Query[] {
  const printed = printedIn(issue.analysis);
  const place = placer(issue);
  const confidence = (ids: readonly string[]): number =>
    Math.min(1, ...ids.map((id) => issue.analysis.observations[id]?.confidence ?? 1));
  const concerned = concernedIn(issue);
  const asked = [
    ...questions
      .filter(({ isSettled }) => !isSettled)
      .map((question) => {
        const { isSettled: _, ...rest } = question;
        const group = groupOf(question, printed);
        return {
          query: { ...rest, ...remedyOf(question), group, ...place(question) },
          doubt: confidence(question.observations),
        };
      }),
    ...problems
      .filter(({ severity, document }) => severity === "error" || document === undefined || concerned(document))
      .map((problem) => ({ query: { ...problem, group: groupOfProblem(problem), ...place(problem) }, doubt: 1 })),
  ];
  const groups = Object.keys(queryGroups);
  const rank = { error: 0, warning: 1, info: 2 };
  return asked
    .map((one, index) => ({ ...one, index }))
    .sort(
      (a, b) =>
        groups.indexOf(a.query.group) - groups.indexOf(b.query.group) ||
        rank[a.query.severity] - rank[b.query.severity] ||
        a.doubt - b.doubt ||
        a.index - b.index,
    )
    .map(({ query }) => query);
}

/** An article is dated in its sidecar. */
function remedyOf({ rule, document }: Question): Pick<Query, "hint"> {
  if (rule !== "analysis/undated-publication" || document === undefined) return {};
  return { hint: `sources/${sidecarOf(document)}: published: 2024-01-09` };
}

function groupOf({ rule, severity, observations }: Question, printed: ReadonlySet<string>): QueryGroup {
  if (rule === "analysis/undated-publication") return "undated";
  const isPrinted = observations.some((id) => printed.has(id));
  if (isPrinted) {
    if (severity === "error") return "printed-error";
    return rule === "analysis/conflict" ? "printed-conflict" : "printed-finding";
  }
  return rule.startsWith("analysis/doubtful") ? "doubtful" : "unprinted";
}

function groupOfProblem({ rule, severity }: Diagnostic): QueryGroup {
  if (/^(?:print|briefing|document)\//u.test(rule)) return "layout";
  if (severity === "error") return "file";
  if (rule === "extraction/no-publication-date") return "undated";
  return /^(?:cleaning|extraction)\//u.test(rule) ? "damage" : "other";
}

/** Observations whose figures or changes an issue prints as facts. */
function printedIn(analysis: Analysis): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (list: readonly string[]): void => list.forEach((id) => ids.add(id));
  const addPoint = (point: Point | null): void => add(point?.value.observations ?? []);
  const addComparison = ({ current, previous, also, stated, computed, implied }: Comparison): void => {
    for (const point of [current, previous, ...(also ?? [])]) addPoint(point);
    add([...(stated === null ? [] : [stated.observation]), ...(computed?.observations ?? [])]);
    add(implied?.observations ?? []);
  };
  for (const comparison of [...analysis.comparisons, ...analysis.areas]) addComparison(comparison);
  for (const { points } of analysis.series) points.forEach(addPoint);
  for (const { stated } of analysis.statedOnly ?? []) add(stated.map(({ observation }) => observation));
  return ids;
}

/** Tells whether an issue rests on a file: it is one of the workspace's own, holds an article that it cites, or one without a date. */
function concernedIn(issue: ComposedIssue): (document: string) => boolean {
  const cited = new Set(Object.values(issue.analysis.publications).map(({ document }) => document));
  const dated = new Set<string>();
  for (const { document, published } of issue.archive.publications()) {
    if (published === null) cited.add(document);
    else dated.add(document);
  }
  return (document) => cited.has(document) || !dated.has(document);
}

/** Finds the file and line of a problem. */
function placer(issue: ComposedIssue): (problem: Diagnostic) => Pick<Query, "file" | "line" | "place"> {
  const { root } = issue.workspace;
  const documents = new Set(issue.archive.documents());
  const texts = new Map<string, string | null>();
  const textOf = (document: string): string | null => {
    let text = texts.get(document);
    if (text === undefined) {
      const source = issue.archive.source(document);
      text = source === null || source.format === "pdf" || source.format === "docx" ? null : source.text;
      texts.set(document, text);
    }
    return text;
  };
  return ({ document, span }) => {
    if (document === undefined) return {};
    if (documents.has(document) || existsSync(join(root, "sources", document))) {
      const file = `sources/${document}`;
      const text = span === undefined ? null : textOf(document);
      if (span === undefined) return { file };
      return text === null
        ? { file, ...placeOf(issue, document, span.start) }
        : { file, line: lineAt(text, span.start) };
    }
    const own = join(root, document);
    if (span === undefined || !existsSync(own)) return { file: document };
    return { file: document, line: lineAt(readFileSync(own, "utf8"), span.start) };
  };
}

/** The page or paragraph of a figure of a PDF or DOCX. */
function placeOf(issue: ComposedIssue, document: string, start: number): Pick<Query, "place"> {
  const place = issue.archive.source(document)?.places.find((one) => one.start <= start && start < one.end);
  const number = place?.page ?? place?.paragraph;
  return number === undefined ? {} : { place: number };
}

/** The line of a text that a position stands in, from 1; CRLF, LF and CR end lines. */
function lineAt(text: string, position: number): number {
  return (text.slice(0, position).match(/\r\n|\n|\r/gu)?.length ?? 0) + 1;
}
