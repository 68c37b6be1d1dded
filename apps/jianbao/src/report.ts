import type { Diagnostic } from "@jianbao/model";
import { inChinese } from "./chinese.ts";
import { type Console, formatDiagnostic, say } from "./console.ts";
import { isPublishedIn } from "./issue.ts";
import { type Query, type QueryGroup, queryGroups } from "./questions.ts";
import type { AnalysedIssue } from "./session.ts";

/** What a check found. */
export interface CheckReport {
  readonly period: string;
  /** Who signed the issue, and when; null for a draft. */
  readonly signed: { readonly by: string; readonly on: string } | null;
  /** Articles published within the period. */
  readonly articles: number;
  /** Figures that the issue rests on. */
  readonly figures: number;
  /** Conflicts that nobody has settled. */
  readonly conflicts: number;
  /** What is to be asked, the most embarrassing first. */
  readonly problems: readonly Query[];
}

/** Counts the articles that were published within the issue's period. */
export function articlesOf(issue: AnalysedIssue): number {
  return issue.archive.publications().filter((publication) => isPublishedIn(publication, issue.period)).length;
}

/** Counts the figures that the issue rests on. */
export function figuresOf(issue: AnalysedIssue): number {
  return Object.keys(issue.analysis.observations).length;
}

/** Writes a check for a person at a terminal. */
export function textOf(console: Console, report: CheckReport): string {
  const count = (severity: Diagnostic["severity"]): number =>
    report.problems.filter((problem) => problem.severity === severity).length;
  const last = say(console, {
    zh: `${report.period}：${report.articles} 篇文章，${report.figures} 个数字，矛盾 ${report.conflicts} 处；错误 ${count("error")}，警告 ${count("warning")}，提示 ${count("info")}`,
    en: `${report.period}: ${report.articles} articles, ${report.figures} figures, conflicts: ${report.conflicts}; errors: ${count("error")}, warnings: ${count("warning")}, notes: ${count("info")}`,
  });
  const groups = grouped(report).map(({ group, members }) => {
    const head = console.paint("bold", `${say(console, queryGroups[group])}（${members.length}）`);
    return `${head}\n${members.map((query) => formatDiagnostic(console, placed(query))).join("")}\n`;
  });
  return `${groups.join("")}${last}\n${signatureLine(console, report)}`;
}

/** Names the line of a problem in place of its position in the text. */
function placed({ line, place, ...query }: Query): Diagnostic {
  const { span: _, ...diagnostic } = query;
  const number = line ?? place;
  if (number === undefined || query.document === undefined) return diagnostic;
  return { ...diagnostic, document: `${query.document}:${number}` };
}

function signatureLine(console: Console, { signed }: CheckReport): string {
  if (signed === null) return "";
  return `${say(console, {
    zh: `已由${signed.by}于 ${signed.on} 签发：这里列的是现状，裁定从下一期起算`,
    en: `signed by ${signed.by} on ${signed.on}: this is the present state, and decisions count from the next issue on`,
  })}\n`;
}

function grouped({
  problems,
}: CheckReport): readonly { readonly group: QueryGroup; readonly members: readonly Query[] }[] {
  // The keys are those of the table.
  return (Object.keys(queryGroups) as QueryGroup[]).flatMap((group) => {
    const members = problems.filter((query) => query.group === group);
    return members.length === 0 ? [] : [{ group, members }];
  });
}

/** Writes a check as Markdown, for the summary of a CI job. */
export function markdownOf(console: Console, report: CheckReport): string {
  const { period } = report;
  const title = say(console, { zh: `简报 ${period} 检查`, en: `Briefing ${period}: check` });
  const facts = say(console, {
    zh: `${report.articles} 篇文章，${report.figures} 个数字，矛盾 ${report.conflicts} 处。`,
    en: `${report.articles} articles, ${report.figures} figures; conflicts: ${report.conflicts}.`,
  });
  const signed = signatureLine(console, report);
  const head = `## ${title}\n\n${facts}\n${signed === "" ? "" : `\n${signed}`}`;
  if (report.problems.length === 0) return `${head}\n${say(console, { zh: "没有问题。", en: "No problems." })}\n`;
  const columns = say(console, { zh: "| 级别 | 文件 | 问题 | 办法 |", en: "| level | file | problem | remedy |" });
  const tables = grouped(report).map(({ group, members }) => {
    const rows = members
      .map((query) => (console.tongue === "zh" ? { ...query, ...inChinese(query) } : query))
      .map((query) => {
        const { severity, rule, message, hint } = query;
        return `| ${severity} | ${cell(fileOf(query))} | ${cell(message)} \`${rule}\` | ${remedy(hint)} |`;
      });
    return `### ${say(console, queryGroups[group])}（${members.length}）\n\n${columns}\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return `${head}\n${tables.join("\n")}`;
}

function fileOf({ file, document, line, place }: Query): string {
  const name = file ?? document;
  const number = line ?? place;
  if (name === undefined) return "—";
  return number === undefined ? name : `${name}:${number}`;
}

/** A command is shown as one, to be copied. */
function remedy(hint: string | undefined): string {
  if (hint === undefined) return "—";
  return hint.startsWith("jianbao ") ? `\`${cell(hint)}\`` : cell(hint);
}

/** Writes a check as workflow commands, which GitHub shows beside the files; `folder` is the workspace. */
export function annotationsOf(report: CheckReport, folder: string): string {
  const command: Readonly<Record<Diagnostic["severity"], string>> = {
    error: "error",
    warning: "warning",
    info: "notice",
  };
  const base = folder === "" ? "" : `${folder}/`;
  return report.problems
    .map(({ severity, rule, message, hint, file, line }) => {
      const place = file === undefined ? "" : `file=${property(`${base}${file}`)},`;
      const at = line === undefined ? "" : `line=${line},`;
      const remark = hint === undefined ? "" : ` → ${hint}`;
      return `::${command[severity]} ${place}${at}title=${property(rule)}::${data(message + remark)}\n`;
    })
    .join("");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");
}

/** Escapes a message of a workflow command. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Escapes a property of a workflow command. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
