import type { Diagnostic } from "@jianbao/model";
import { type Console, say } from "./console.ts";
import type { PreparedIssue } from "./session.ts";

/** Writes a check as Markdown, for the summary of a CI job. */
export function markdownOf(console: Console, issue: PreparedIssue): string {
  const { diagnostics, period } = issue;
  const title = say(console, { zh: `简报 ${period.id} 检查`, en: `Briefing ${period.id}: check` });
  const facts = say(console, {
    zh: `${issue.articleCount} 篇文章，${issue.observationCount} 个数字，其中矛盾 ${issue.analysis.conflicts.length} 处。`,
    en: `${issue.articleCount} articles, ${issue.observationCount} figures, ${issue.analysis.conflicts.length} conflicts.`,
  });
  if (diagnostics.length === 0) return `## ${title}\n\n${facts}\n\n${say(console, { zh: "没有问题。", en: "No problems." })}\n`;
  const head = say(console, { zh: "| 级别 | 文件 | 问题 | 办法 |", en: "| level | file | problem | remedy |" });
  const rows = diagnostics.map(
    (diagnostic) => `| ${diagnostic.severity} | ${cell(diagnostic.document ?? "—")} | ${cell(diagnostic.message)} \`${diagnostic.rule}\` | ${cell(diagnostic.hint ?? "—")} |`,
  );
  return `## ${title}\n\n${facts}\n\n${head}\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

/** Writes a check as workflow commands, which GitHub shows beside the files. */
export function annotationsOf(issue: PreparedIssue): string {
  const command: Readonly<Record<Diagnostic["severity"], string>> = { error: "error", warning: "warning", info: "notice" };
  return issue.diagnostics
    .map((diagnostic) => {
      const file = diagnostic.document === undefined ? "" : `file=${property(issue.pathOf(diagnostic.document))},`;
      const hint = diagnostic.hint === undefined ? "" : ` → ${diagnostic.hint}`;
      return `::${command[diagnostic.severity]} ${file}title=${property(diagnostic.rule)}::${data(diagnostic.message + hint)}\n`;
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
