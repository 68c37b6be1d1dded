import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command, Invocation } from "../command.ts";
import { type Console, formatDiagnostic, say } from "../console.ts";
import { geometryAsked, geometryTable, reportOption } from "../geometry.ts";
import { handoutFiles, handoutOptions, handoutsAsked } from "../handout.ts";
import { type InputChange, inputChanges } from "../inputs.ts";
import { makeIssue } from "../make.ts";
import { issueInputs, manifestFile, manifestOf, readManifest } from "../manifest.ts";
import { OutputError, type OutputFiles, replaceFolder } from "../output.ts";
import { outputProblem } from "../output-problem.ts";
import { UsageError, exitCodeOf } from "../problems.ts";
import { type Medium, media } from "../publish.ts";
import { inputChangeLines } from "../rebuilt.ts";
import { rebuildSigned } from "../rebuild-signed.ts";
import { type AnalysedIssue, withIssue } from "../session.ts";
import { shownPath } from "../workspace.ts";
import { writingOptions } from "../writing-options.ts";

/** `jianbao build [PERIOD]`: an issue as PDF, HTML and data. */
export const build: Command = {
  name: "build",
  usage: "build [PERIOD]",
  summary: { zh: "生成一期简报", en: "build an issue" },
  description: {
    zh: "读入新的和改过的文章，写出一期简报到 out/PERIOD/：briefing.pdf、briefing.html、briefing.json、observations.csv、evidence/、manifest.json。PERIOD 写作 2023-12、2023-Q4、2023-H2 或 2023；不写就是刚过去的一期。写不成时原来的输出不动。没有签发的是草稿；签发了的照签发时重做，字节不变，做不出一样的就不动原来的输出，并说明为什么；--out 另写一份按现状的草稿。",
    en: "Reads new and changed articles and writes an issue to out/PERIOD/: briefing.pdf, briefing.html, briefing.json, observations.csv, evidence/, manifest.json. PERIOD is 2023-12, 2023-Q4, 2023-H2 or 2023; without it, the last one that has ended. Where writing fails the former output stays. What is not signed is a draft; a signed issue is made again as it was signed, to the byte, or left alone with the reasons why it would come out otherwise; --out writes a draft of the present state elsewhere.",
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
    reportOption,
    ...handoutOptions,
    ...writingOptions,
  ],
  examples: [
    "jianbao build",
    "jianbao build 2023-12",
    "jianbao build 2023-Q4 --out draft --format pdf,html",
    "jianbao build 2023-12 --template redhead --report geometry",
    "jianbao build 2023-12 --template handout --impose booklet --paper 0.1",
    "jianbao build 2023-12 --timing",
  ],
  operands: { min: 0, max: 1 },
  async run(console, invocation) {
    const { out } = invocation.options;
    const folder = typeof out === "string" ? resolve(console.cwd, out) : null;
    return withIssue(
      console,
      invocation,
      async (issue) => {
        const own = join(issue.workspace.root, "out", issue.period.id);
        if (issue.signed === null || (folder !== null && folder !== own)) {
          return buildDraft(console, invocation, issue, folder ?? own);
        }
        checkAsked(invocation, issue);
        return rebuildSigned(console, invocation, issue, own);
      },
      { asSigned: folder === null },
    );
  },
};

/** A signed issue is made as it was signed, and not otherwise in its own folder. */
function checkAsked(invocation: Invocation, { signed, period }: AnalysedIssue): void {
  for (const name of ["template", "language"] as const) {
    const asked = invocation.options[name];
    if (asked === undefined || asked === signed?.[name]) continue;
    throw new UsageError(
      `the signed issue ${period.id} has ${name} ${signed?.[name] ?? ""}, not ${String(asked)}`,
      `jianbao build ${period.id} --${name} ${String(asked)} --out DIR writes a draft elsewhere`,
    );
  }
}

async function buildDraft(
  console: Console,
  invocation: Invocation,
  analysed: AnalysedIssue,
  folder: string,
): Promise<number> {
  const { timer, options } = invocation;
  const wanted = typeof options["format"] === "string" ? (options["format"].split(",") as Medium[]) : media;
  const handouts = handoutsAsked(invocation);
  if (handouts !== null && !wanted.includes("pdf")) {
    throw new UsageError("--impose puts pages on sheets, and --format has no pdf", "--format pdf,…");
  }
  const made = await makeIssue(analysed, timer, { template: options["template"] as string | undefined, wanted });
  const { issue, isMade, set } = made;
  const sheets = handouts === null || !isMade ? null : await handoutFiles(issue, set, handouts, timer);
  const files = { ...made.files, ...sheets?.files };
  const problems = [...made.problems, ...(sheets?.problems ?? [])];
  for (const problem of problems) console.err(formatDiagnostic(console, problem));
  if (!isMade) return 1;
  // What is signed cannot be told: nothing is written where a signed issue may lie.
  if (issue.book.diagnostics.length > 0 && options["out"] === undefined) return 1;
  const former = readManifest(folder);
  const kept = wanted.length === media.length ? {} : formerFiles(folder, files, wanted);
  const inputs = timer.time("hash", () => issueInputs(issue));
  const all = { ...kept, ...files };
  const written = { ...all, [manifestFile]: manifestOf(issue, inputs, all) };
  try {
    timer.time("write", () => replaceFolder(folder, written));
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    console.err(formatDiagnostic(console, outputProblem(console, error)));
    return 1;
  }
  const changes = former === null ? [] : inputChanges(former.inputs, inputs);
  const geometry = await geometryAsked(invocation, issue, set);
  if (invocation.json) {
    const names = [...Object.keys(files), manifestFile].sort();
    const result = {
      period: issue.period.id,
      folder,
      signed: false,
      files: names,
      changes,
      ...(geometry === null ? {} : { geometry }),
      diagnostics: problems,
    };
    console.out(`${JSON.stringify(result)}\n`);
  } else {
    const shown = shownPath(console, folder);
    const names = Object.keys(files).filter((file) => /^briefing[.-]|^observations\./u.test(file));
    console.out(
      names
        .sort()
        .map((name) => `${shown}/${name}\n`)
        .join(""),
    );
    if (geometry !== null) console.out(geometryTable(console, geometry));
    console.err(whyRebuilt(console, issue.period.id, changes));
    const { conflicts, findings } = issue.analysis;
    const questions =
      conflicts.filter(({ settled }) => settled === undefined).length +
      findings.filter(({ accepted }) => accepted === undefined).length;
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
}

/** Says what is not as it was when the issue was last built. */
function whyRebuilt(console: Console, period: string, changes: readonly InputChange[]): string {
  if (changes.length === 0) return "";
  const head = say(console, { zh: `${period} 上次做出以来的变化：`, en: `changed since ${period} was last built:` });
  return `${head}\n${inputChangeLines(console, changes)
    .map((line) => `  ${line}\n`)
    .join("")}`;
}

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
