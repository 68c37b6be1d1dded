import type { Diagnostic } from "@jianbao/model";
import type { Command } from "../command.ts";
import { formatDiagnostic, say } from "../console.ts";
import { exitCodeOf } from "../problems.ts";
import { annotationsOf, markdownOf } from "../report.ts";
import { prepareIssue } from "../session.ts";

/** `jianbao check [PERIOD]`: what a careful editor would ask before signing. */
export const check: Command = {
  name: "check",
  usage: "check [PERIOD]",
  summary: { zh: "签发前编辑会问的问题", en: "what a careful editor would ask before signing" },
  description: {
    zh: "读入文章、分析一期、排出版面，然后列出签发前要问的问题：读不出的文件、互相矛盾的数字、公布与推算不符、没有日期的文章、版面上的毛病。不写任何输出。",
    en: "Reads the articles, analyses an issue and sets its pages, then lists what is to be asked before signing: unreadable files, figures that disagree, stated against computed changes, articles without a date, faults of the page. Writes no output.",
  },
  options: [
    {
      name: "format",
      value: "FORMAT",
      choices: ["text", "json", "markdown", "annotations"],
      help: { zh: "text（默认）、json、markdown（CI 任务摘要）、annotations（GitHub 注释）", en: "text (default), json, markdown (for a CI job's summary), annotations (for GitHub)" },
    },
  ],
  examples: ["jianbao check 2023-12", 'jianbao check 2023-12 --format markdown >> "$GITHUB_STEP_SUMMARY"', "jianbao check --fail-on warning"],
  operands: { min: 0, max: 1 },
  async run(console, invocation) {
    const issue = await prepareIssue(console, invocation, { template: undefined, language: undefined });
    const problems: readonly Diagnostic[] = issue.diagnostics;
    const format = invocation.json ? "json" : (invocation.options["format"] ?? "text");
    if (format === "json") {
      console.out(`${JSON.stringify({ period: issue.period.id, articles: issue.articleCount, observations: issue.observationCount, diagnostics: problems })}\n`);
    } else if (format === "markdown") console.out(markdownOf(console, issue));
    else if (format === "annotations") console.out(annotationsOf(issue));
    else {
      for (const problem of problems) console.out(formatDiagnostic(console, problem));
      const count = (severity: Diagnostic["severity"]): number => problems.filter((problem) => problem.severity === severity).length;
      console.out(
        say(console, {
          zh: `${issue.period.id}：${issue.articleCount} 篇文章，${issue.observationCount} 个数字；错误 ${count("error")}，警告 ${count("warning")}，提示 ${count("info")}\n`,
          en: `${issue.period.id}: ${issue.articleCount} articles, ${issue.observationCount} figures; ${count("error")} errors, ${count("warning")} warnings, ${count("info")} notes\n`,
        }),
      );
    }
    return exitCodeOf(problems, invocation.failOn);
  },
};
