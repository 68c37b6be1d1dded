import { relative, sep } from "node:path";
import type { Command } from "../command.ts";
import { geometryAsked, geometryTable, reportOption } from "../geometry.ts";
import { exitCodeOf } from "../problems.ts";
import { type CheckReport, annotationsOf, articlesOf, figuresOf, markdownOf, textOf } from "../report.ts";
import { composeIssue, layoutIssue } from "../issue.ts";
import { printPdf } from "../publish.ts";
import { queriesOf, questionsFor } from "../questions.ts";
import { withIssue } from "../session.ts";
import { pdfProblems } from "../verify-pdf.ts";

/** `jianbao check [PERIOD]`: what a careful editor would ask before signing. */
export const check: Command = {
  name: "check",
  usage: "check [PERIOD]",
  summary: { zh: "签发前编辑会问的问题", en: "what a careful editor would ask before signing" },
  description: {
    zh: "读入文章、分析一期、排出版面，然后列出签发前要问的，最难堪的在前：印出的数字有错、读不出的文件、印出的数字说法不一和要核对的、没有印出的、读得没有把握的、可能损坏的、没有日期的文章、版面和 PDF 的毛病。每条带编号和处理的命令；处理过的不再列。不写任何输出。",
    en: "Reads the articles, analyses an issue and sets its pages, then lists what is to be asked before signing, the most embarrassing first: errors in printed figures, unreadable files, conflicts and doubts about printed figures, then about others, doubtful readings, articles that may be damaged, articles without a date, faults of the pages and of the PDF. Each has its id and the command that settles it; what is settled is left out. Writes no output.",
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
    reportOption,
  ],
  examples: [
    "jianbao check 2023-12",
    'jianbao check 2023-12 --format markdown >> "$GITHUB_STEP_SUMMARY"',
    "jianbao check --fail-on warning",
    "jianbao check 2023-12 --report geometry",
  ],
  operands: { min: 0, max: 1 },
  async run(console, invocation) {
    return withIssue(console, invocation, async (analysed) => {
      const issue = await composeIssue(analysed, undefined, invocation.timer);
      const set = await layoutIssue(issue, invocation.timer);
      const pdf = set === null ? null : await printPdf(issue, set, invocation.timer);
      const faults = pdf === null ? [] : await invocation.timer.time("verify PDF", () => pdfProblems(pdf.bytes));
      const questions = await questionsFor(issue);
      const problems = queriesOf(
        issue,
        [...issue.diagnostics, ...(set?.diagnostics ?? []), ...(pdf?.problems ?? []), ...faults],
        questions,
      );
      const { signed } = issue;
      const report: CheckReport = {
        period: issue.period.id,
        signed: signed === null ? null : { by: signed.signedBy, on: signed.signedOn },
        articles: articlesOf(issue),
        figures: figuresOf(issue),
        conflicts: issue.analysis.conflicts.filter(({ settled }) => settled === undefined).length,
        problems,
      };
      const geometry = await geometryAsked(invocation, issue, set);
      const format = invocation.json ? "json" : (invocation.options["format"] ?? "text");
      if (format === "json") console.out(`${JSON.stringify(geometry === null ? report : { ...report, geometry })}\n`);
      else if (format === "markdown") console.out(markdownOf(console, report));
      else if (format === "annotations")
        console.out(annotationsOf(report, relative(console.cwd, issue.workspace.root).replaceAll(sep, "/")));
      else console.out(`${textOf(console, report)}${geometry === null ? "" : `\n${geometryTable(console, geometry)}`}`);
      return exitCodeOf(problems, invocation.failOn);
    });
  },
};
