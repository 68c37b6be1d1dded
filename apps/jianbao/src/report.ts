import type { Diagnostic } from "@jianbao/model";
import { inChinese } from "./chinese.ts";
import { type Console, formatDiagnostic, say } from "./console.ts";
import { isPublishedIn } from "./issue.ts";
import type { AnalysedIssue } from "./session.ts";

/** What a check found. */
export interface CheckReport {
  readonly period: string;
  /** Articles published within the period. */
  readonly articles: number;
  /** Figures that the issue rests on. */
  readonly figures: number;
  readonly conflicts: number;
  readonly problems: readonly Diagnostic[];
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
  return `${report.problems.map((problem) => formatDiagnostic(console, problem)).join("")}${last}\n`;
}

/** Writes a check as Markdown, for the summary of a CI job. */
export function markdownOf(console: Console, report: CheckReport): string {
  const { problems, period } = report;
  const title = say(console, { zh: `简报 ${period} 检查`, en: `Briefing ${period}: check` });
  const facts = say(console, {
    zh: `${report.articles} 篇文章，${report.figures} 个数字，矛盾 ${report.conflicts} 处。`,
    en: `${report.articles} articles, ${report.figures} figures; conflicts: ${report.conflicts}.`,
  });
  if (problems.length === 0)
    return `## ${title}\n\n${facts}\n\n${say(console, { zh: "没有问题。", en: "No problems." })}\n`;
  const head = say(console, { zh: "| 级别 | 文件 | 问题 | 办法 |", en: "| level | file | problem | remedy |" });
  const rows = problems
    .map((problem) => (console.tongue === "zh" ? inChinese(problem) : problem))
    .map(
      (problem) =>
        `| ${problem.severity} | ${cell(problem.document ?? "—")} | ${cell(problem.message)} \`${problem.rule}\` | ${cell(problem.hint ?? "—")} |`,
    );
  return `## ${title}\n\n${facts}\n\n${head}\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

/** Writes a check as workflow commands, which GitHub shows beside the files; `folder` is where the sources lie. */
export function annotationsOf(report: CheckReport, folder: string): string {
  const command: Readonly<Record<Diagnostic["severity"], string>> = {
    error: "error",
    warning: "warning",
    info: "notice",
  };
  return report.problems
    .map((problem) => {
      const file = problem.document === undefined ? "" : `file=${property(`${folder}/${problem.document}`)},`;
      const hint = problem.hint === undefined ? "" : ` → ${problem.hint}`;
      return `::${command[problem.severity]} ${file}title=${property(problem.rule)}::${data(problem.message + hint)}\n`;
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
