import { join } from "node:path";
import { type Diagnostic, addDays, isAtLeast, parsePartialDate } from "@jianbao/model";
import type { Command, Invocation } from "../command.ts";
import { type Console, formatDiagnostic, say } from "../console.ts";
import { type Inputs, fontHashes, sha256 } from "../inputs.ts";
import { type Signature, isPublishedIn } from "../issue.ts";
import { type SignedIssue, issuesFile, writeIssue } from "../issues.ts";
import { type MadeIssue, makeIssue } from "../make.ts";
import { issueInputs, manifestFile, manifestOf } from "../manifest.ts";
import type { IssueNumber } from "../numbering.ts";
import { OutputError, type OutputFiles, replaceFile, stageFolder } from "../output.ts";
import { outputProblem } from "../output-problem.ts";
import { UsageError } from "../problems.ts";
import { questionsFor } from "../questions.ts";
import { type IssueRecord, recordHash, recordText } from "../record.ts";
import { type AnalysedIssue, withIssue } from "../session.ts";
import { entryOf, figuresOf, recordFileFor } from "../signing.ts";
import { shownPath } from "../workspace.ts";
import { writingOptions } from "../writing-options.ts";

/** `jianbao sign PERIOD --by NAME`: freezes an issue. */
export const sign: Command = {
  name: "sign",
  usage: "sign PERIOD --by NAME",
  summary: { zh: "签发一期，从此不变", en: "sign an issue, which freezes it" },
  description: {
    zh: "按现状做出一期，去掉草稿标记，印上签发人和日期，写到 out/PERIOD/；期号、日期、签发人和全部投入产出的 SHA-256 记进 issues.yaml 和 issues/PERIOD.json，请一并放进版本管理。有错误没有处理、没有文章的不能签；签过的不能再签，确要重签用 --again，原来的签发记录留着。",
    en: "Makes an issue of the present state without the draft mark, with who signed it and when, in out/PERIOD/; its number, date, signature and the SHA-256 of all that went in and came out go into issues.yaml and issues/PERIOD.json, which belong under version control. It refuses while errors are open, for an issue without articles, and where the issue is signed already; --again signs it anew and keeps the history.",
  },
  options: [
    { name: "by", value: "NAME", help: { zh: "签发人", en: "who signs" } },
    { name: "on", value: "DATE", help: { zh: "签发日期（默认今天）", en: "the day of signing (default: today)" } },
    {
      name: "number",
      value: "N",
      help: { zh: "当年第几期（默认接着上一期）", en: "number in its year (default: the next)" },
    },
    { name: "total", value: "N", help: { zh: "总第几期（默认接着上一期）", en: "number in all (default: the next)" } },
    {
      name: "despite",
      value: "WHY",
      help: { zh: "有错误也签，写明理由，记录在案", en: "sign though errors are open, and why; it is recorded" },
    },
    {
      name: "again",
      value: "WHY",
      help: { zh: "把签过的一期重签，写明理由", en: "sign an issue anew that is signed already, and why" },
    },
    ...writingOptions,
  ],
  examples: [
    "jianbao sign 2024-01 --by 王主任",
    "jianbao sign 2024-01 --by 王主任 --on 2024-02-05 --number 1 --total 61",
    "jianbao sign 2024-01 --by 王主任 --again 总数印错，重发",
  ],
  operands: { min: 1, max: 1 },
  async run(console, invocation) {
    const asked = askedOf(console, invocation);
    return withIssue(
      console,
      invocation,
      async (issue) => {
        const refusal = refusalOf(issue, asked);
        if (refusal === null) return signIssue(console, invocation, issue, asked);
        for (const problem of [...issue.diagnostics, refusal]) console.err(formatDiagnostic(console, problem));
        return 1;
      },
      { again: asked.again !== null },
    );
  },
};

/** What the command line says of a signature. */
interface Asked {
  readonly by: string;
  readonly on: string;
  readonly number: number | null;
  readonly total: number | null;
  readonly despite: string | null;
  readonly again: string | null;
}

function askedOf(console: Console, { options }: Invocation): Asked {
  const text = (name: string): string | null => {
    const value = options[name];
    if (typeof value !== "string") return null;
    const line = value.trim();
    if (line === "" || /\p{Cc}/u.test(line)) throw new UsageError(`unusable --${name}`, "write one line of text");
    return line;
  };
  const count = (name: string): number | null => {
    const value = text(name);
    if (value === null) return null;
    if (!/^[1-9]\d{0,5}$/u.test(value)) throw new UsageError(`unusable --${name}: ${value}`, "write a number from 1");
    return Number(value);
  };
  const by = text("by");
  if (by === null) throw new UsageError("nobody signs", "say who: --by NAME");
  const on = text("on") ?? console.today;
  const date = parsePartialDate(on);
  if (date === null || date.day === null) throw new UsageError(`unknown day: ${on}`, "write it as 2024-02-05");
  // It is tomorrow already east of here.
  if (on > addDays(console.today, 1))
    throw new UsageError(`a day that has not come: ${on}`, `today is ${console.today}`);
  return { by, on, number: count("number"), total: count("total"), despite: text("despite"), again: text("again") };
}

/** Why an issue cannot be signed as it stands; null where it can. */
function refusalOf(issue: AnalysedIssue, asked: Asked): Diagnostic | null {
  const { period, signed, book, analysis, archive } = issue;
  const [fault] = book.diagnostics;
  if (fault !== undefined)
    return refuse("app/unsignable", `unreadable ${issuesFile}: nothing is signed over it`, fault.hint ?? "");
  if (signed !== null && asked.again === null) {
    return refuse(
      "app/already-signed",
      `already signed issue ${period.id}: by ${signed.signedBy} on ${signed.signedOn}`,
      `what was wrong in it the next issue corrects; to sign it anew: --again WHY`,
    );
  }
  if (signed === null && asked.again !== null) {
    return refuse("app/not-signed", `unsigned issue ${period.id}: there is nothing to sign again`, "leave --again out");
  }
  const articles = archive.publications().filter((publication) => isPublishedIn(publication, period)).length;
  const figures = analysis.comparisons.length + analysis.areas.length + (analysis.statedOnly?.length ?? 0);
  if (articles === 0 || figures === 0) {
    return refuse(
      "app/empty-issue",
      `empty issue ${period.id}: ${articles === 0 ? "no article was published in it" : "its articles give no figure"}`,
      "add the articles of the period, or name another one",
    );
  }
  return null;
}

function refuse(rule: string, message: string, hint: string): Diagnostic {
  return { severity: "error", rule, message, hint };
}

async function signIssue(
  console: Console,
  invocation: Invocation,
  analysed: AnalysedIssue,
  asked: Asked,
): Promise<number> {
  const { period, signed } = analysed;
  const number = numberFor(analysed, asked);
  const replaces = signed === null || asked.again === null ? null : { on: signed.signedOn, why: asked.again };
  const signature: Signature = { by: asked.by, on: asked.on, replaces };
  const made = await makeIssue({ ...analysed, number }, invocation.timer, {
    template: invocation.options["template"] as string | undefined,
    signature,
  });
  const { issue, files } = made;
  const questions = await questionsFor(issue);
  const early: Diagnostic[] =
    asked.on >= period.end
      ? []
      : [
          {
            severity: "error",
            rule: "app/unended-period",
            message: `unended period ${period.id}: it ends on ${period.end}, and is signed on ${asked.on}`,
            hint: "wait for its last articles, or say why not: --despite WHY",
          },
        ];
  for (const problem of made.problems) console.err(formatDiagnostic(console, problem));
  if (!made.isMade) return 1;
  const level = invocation.failOn === "never" ? "error" : invocation.failOn;
  const open = [...made.problems, ...questions, ...early].filter(({ severity }) => isAtLeast(severity, level));
  if (open.length > 0 && asked.despite === null) {
    for (const problem of [...questions, ...early])
      if (isAtLeast(problem.severity, level)) console.err(formatDiagnostic(console, problem));
    console.err(formatDiagnostic(console, openErrors(period.id, open.length)));
    return 1;
  }
  const inputs = issueInputs(issue);
  const record: IssueRecord = {
    format: "jianbao-issue",
    version: 1,
    period: period.id,
    number: number?.number ?? null,
    total: number?.total ?? null,
    date: issue.date,
    signedBy: asked.by,
    signedOn: asked.on,
    template: issue.template.name,
    language: issue.language,
    despite: open.length === 0 || asked.despite === null ? null : { why: asked.despite, problems: open.map(lineOf) },
    replaces:
      signed === null || asked.again === null
        ? null
        : {
            record: signed.record,
            sha256: signed.sha256,
            signedBy: signed.signedBy,
            signedOn: signed.signedOn,
            why: asked.again,
          },
    inputs,
    fontFiles: fontHashes(issue.workspace.root),
    decisions: issue.decisions,
    outputs: Object.fromEntries(
      Object.keys(files)
        .sort()
        .map((name) => [name, sha256(files[name] ?? "")]),
    ),
    ...figuresOf(issue, number),
  };
  const text = recordText(record);
  const entry = entryOf(issue, record, {
    file: recordFileFor(period.id, issue.book),
    sha256: recordHash(text),
  });
  return write(console, invocation, made, { inputs, text, entry });
}

/** The number asked for, else the next; throws where it is another issue's. */
function numberFor({ number, period, book }: AnalysedIssue, asked: Asked): IssueNumber | null {
  if (asked.number === null && asked.total === null) return number;
  if (number === null && (asked.number === null || asked.total === null)) {
    throw new UsageError("half a number", "without numbering in briefing.yaml give both: --number N --total N");
  }
  const wanted = { number: asked.number ?? number?.number ?? 1, total: asked.total ?? number?.total ?? 1 };
  const taken = book.issues.find((issue) => issue.period !== period.id && issue.total === wanted.total);
  if (taken !== undefined)
    throw new UsageError(`taken number: ${wanted.total} is that of ${taken.period}`, "give another --total");
  return wanted;
}

function openErrors(period: string, count: number): Diagnostic {
  return {
    severity: "error",
    rule: "app/open-errors",
    message: `unsigned issue ${period}: ${count} open ${count === 1 ? "error" : "errors"}`,
    hint: `jianbao check ${period} lists them with the command that settles each; to sign all the same: --despite WHY`,
  };
}

function lineOf({ rule, document, message }: Diagnostic): string {
  return `${rule}: ${document === undefined ? "" : `${document}: `}${message}`;
}

/**
 * Writes a signed issue. Its output is on the disk before anything says that it is signed, and comes into its place
 * after: whatever happens on the way, nothing that looks signed is without its record.
 */
function write(
  console: Console,
  invocation: Invocation,
  { issue, files, problems }: MadeIssue,
  { inputs, text, entry }: { readonly inputs: Inputs; readonly text: string; readonly entry: SignedIssue },
): number {
  const { root } = issue.workspace;
  const folder = join(root, "out", issue.period.id);
  const all: OutputFiles = { ...files, [manifestFile]: manifestOf(issue, inputs, files) };
  try {
    const staged = stageFolder(folder, all);
    try {
      replaceFile(join(root, entry.record), text);
      writeIssue(root, entry);
    } catch (error) {
      staged.discard();
      throw error;
    }
    staged.commit();
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    console.err(formatDiagnostic(console, outputProblem(console, error)));
    return 1;
  }
  if (invocation.json) {
    const { period, number, total, date, signedBy, signedOn, record } = entry;
    const result = {
      period,
      number,
      total,
      date,
      signedBy,
      signedOn,
      record,
      folder,
      files: Object.keys(all).sort(),
      diagnostics: problems,
    };
    console.out(`${JSON.stringify(result)}\n`);
    return 0;
  }
  const written = [
    issuesFile,
    entry.record,
    ...Object.keys(files)
      .filter((name) => /^briefing\.|^observations\./u.test(name))
      .sort()
      .map((name) => `out/${entry.period}/${name}`),
  ];
  console.out(written.map((path) => `${shownPath(console, join(root, path))}\n`).join(""));
  const which =
    entry.number === null
      ? ""
      : say(console, {
          zh: `第${entry.number}期（总第${entry.total}期）`,
          en: `, no. ${entry.number} (overall no. ${entry.total})`,
        });
  console.err(
    say(console, {
      zh: `${entry.period}${which}由${entry.signedBy}于 ${entry.signedOn} 签发。把 ${issuesFile} 和 ${entry.record} 提交进版本管理\n`,
      en: `${entry.period}${which}: signed by ${entry.signedBy} on ${entry.signedOn}. Commit ${issuesFile} and ${entry.record}\n`,
    }),
  );
  return 0;
}
