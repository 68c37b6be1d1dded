import type { Diagnostic } from "@jianbao/model";
import { join, relative } from "node:path";
import type { Command } from "../command.ts";
import { exitCodeOf } from "../problems.ts";
import { type CheckReport, annotationsOf, articlesOf, figuresOf, markdownOf, textOf } from "../report.ts";
import { composeIssue, layoutIssue } from "../issue.ts";
import { questionsFor } from "../questions.ts";
import { withIssue } from "../session.ts";

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
      help: {
        zh: "text（默认）、json、markdown（CI 任务摘要）、annotations（GitHub 注释）",
        en: "text (default), json, markdown (for a CI job's summary), annotations (for GitHub)",
      },
    },
  ],
  examples: [
    "jianbao check 2023-12",
    'jianbao check 2023-12 --format markdown >> "$GITHUB_STEP_SUMMARY"',
    "jianbao check --fail-on warning",
  ],
  operands: { min: 0, max: 1 },
  async run(console, invocation) {
    return withIssue(console, invocation, async (analysed) => {
      const issue = await composeIssue(analysed, undefined, invocation.timer);
      const set = await layoutIssue(issue, invocation.timer);
      const problems: readonly Diagnostic[] = [
        ...issue.diagnostics,
        ...(set?.diagnostics ?? []),
        ...(await questionsFor(issue)),
      ];
      const report: CheckReport = {
        period: issue.period.id,
        articles: articlesOf(issue),
        figures: figuresOf(issue),
        conflicts: issue.analysis.conflicts.length,
        problems,
      };
      const format = invocation.json ? "json" : (invocation.options["format"] ?? "text");
      if (format === "json") console.out(`${JSON.stringify(report)}\n`);
      else if (format === "markdown") console.out(markdownOf(console, report));
      else if (format === "annotations")
        console.out(annotationsOf(report, relative(console.cwd, join(issue.workspace.root, "sources"))));
      else console.out(textOf(console, report));
      return exitCodeOf(problems, invocation.failOn);
    });
  },
};
