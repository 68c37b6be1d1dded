import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "../command.ts";
import { formatDiagnostic, say } from "../console.ts";
import { composeIssue, layoutIssue } from "../issue.ts";
import { OutputError, type OutputFiles, replaceFolder } from "../output.ts";
import { exitCodeOf } from "../problems.ts";
import { type Medium, media, publish } from "../publish.ts";
import { withIssue } from "../session.ts";
import { shownPath } from "../workspace.ts";

/** `jianbao build [PERIOD]`: an issue as PDF, HTML and data. */
export const build: Command = {
  name: "build",
  usage: "build [PERIOD]",
  summary: { zh: "生成一期简报", en: "build an issue" },
  description: {
    zh: "读入新的和改过的文章，写出一期简报到 out/PERIOD/：briefing.pdf、briefing.html、briefing.json、observations.csv、evidence/、manifest.json。PERIOD 写作 2023-12、2023-Q4、2023-H2 或 2023；不写就是刚过去的一期。写不成时原来的输出不动。",
    en: "Reads new and changed articles and writes an issue to out/PERIOD/: briefing.pdf, briefing.html, briefing.json, observations.csv, evidence/, manifest.json. PERIOD is 2023-12, 2023-Q4, 2023-H2 or 2023; without it, the last one that has ended. Where writing fails the former output stays.",
  },
  options: [
    {
      name: "out",
      value: "DIR",
      help: { zh: "输出文件夹（默认 out/PERIOD）", en: "output folder (default: out/PERIOD)" },
    },
    {
      name: "format",
      value: "LIST",
      choices: media,
      help: { zh: "只写这些，逗号分隔；其余的留着", en: "write only these, separated by commas; the others stay" },
    },
    {
      name: "template",
      value: "NAME",
      help: { zh: "模板（默认按 briefing.yaml）", en: "template (default: of briefing.yaml)" },
    },
    {
      name: "language",
      value: "TAG",
      choices: ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"],
      help: { zh: "语言（默认按 briefing.yaml）", en: "language (default: of briefing.yaml)" },
    },
  ],
  examples: [
    "jianbao build",
    "jianbao build 2023-12",
    "jianbao build 2023-Q4 --out draft --format pdf,html",
    "jianbao build 2023-12 --timing",
  ],
  operands: { min: 0, max: 1 },
  async run(console, invocation) {
    const wanted =
      typeof invocation.options["format"] === "string" ? (invocation.options["format"].split(",") as Medium[]) : media;
    return withIssue(console, invocation, async (analysed) => {
      const issue = await composeIssue(
        analysed,
        invocation.options["template"] as string | undefined,
        invocation.timer,
      );
      const set = wanted.includes("pdf") ? await layoutIssue(issue, invocation.timer) : null;
      const problems = [...issue.diagnostics, ...(set?.diagnostics ?? [])];
      for (const problem of problems) console.err(formatDiagnostic(console, problem));
      if (issue.document === null) return 1;
      const out = invocation.options["out"];
      const folder =
        typeof out === "string" ? resolve(console.cwd, out) : resolve(issue.workspace.root, "out", issue.period.id);
      const files = await publish(issue, set, new Set(wanted), invocation.timer);
      const kept = wanted.length === media.length ? {} : formerFiles(folder, files, wanted);
      try {
        invocation.timer.time("write", () => replaceFolder(folder, { ...kept, ...files }));
      } catch (error) {
        if (!(error instanceof OutputError)) throw error;
        console.err(
          formatDiagnostic(console, {
            severity: "error",
            rule: "app/output",
            document: shownPath(console, error.folder),
            message: say(console, {
              zh: `写不进输出文件夹：${error.message}；原来的输出没有动`,
              en: `unwritable output folder: ${error.message}; the former output stands`,
            }),
            hint: say(console, {
              zh: "腾出空间或改权限后重来，或用 --out 换一个文件夹",
              en: "make room or change its permissions and try again, or name another with --out",
            }),
          }),
        );
        return 1;
      }
      if (invocation.json) {
        console.out(
          `${JSON.stringify({ period: issue.period.id, folder, files: Object.keys(files).sort(), diagnostics: problems })}\n`,
        );
      } else {
        const shown = shownPath(console, folder);
        const names = Object.keys(files).filter((file) => /^briefing\.|^observations\./u.test(file));
        console.out(
          names
            .sort()
            .map((name) => `${shown}/${name}\n`)
            .join(""),
        );
        const questions = issue.analysis.conflicts.length + issue.analysis.findings.length;
        if (questions > 0) {
          const next = `jianbao check ${issue.period.id}`;
          console.err(
            say(console, {
              zh: `签发前要核对 ${questions} 处：${next}\n`,
              en: `${questions} questions to settle before signing: ${next}\n`,
            }),
          );
        }
      }
      return exitCodeOf(problems, invocation.failOn);
    });
  },
};

/** Files of the folder that belong to media which are not written this time: they stay. */
function formerFiles(folder: string, files: OutputFiles, wanted: readonly Medium[]): OutputFiles {
  const kept: Record<string, Uint8Array> = {};
  for (const medium of media.filter((each) => !wanted.includes(each))) {
    for (const name of filesOf(folder, medium))
      if (files[name] === undefined) kept[name] = readFileSync(join(folder, name));
  }
  return kept;
}

function filesOf(folder: string, medium: Medium): readonly string[] {
  const name = { pdf: "briefing.pdf", html: "briefing.html", json: "briefing.json", csv: "observations.csv" }[medium];
  const evidence = join(folder, "evidence");
  const pages =
    medium === "html" && existsSync(evidence) ? readdirSync(evidence).map((page) => `evidence/${page}`) : [];
  return [...(existsSync(join(folder, name)) ? [name] : []), ...pages];
}
