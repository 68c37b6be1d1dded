import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "@jianbao/model";
import type { Invocation } from "./command.ts";
import { type Console, formatDiagnostic, say } from "./console.ts";
import { readDecisions } from "./decisions.ts";
import { handoutFiles, handoutsAsked } from "./handout.ts";
import { type InputChange, inputChanges, inputsOf, sha256 } from "./inputs.ts";
import { makeIssue, signatureOf } from "./make.ts";
import { issueInputs, manifestFile, manifestOf } from "./manifest.ts";
import { OutputError, type OutputFiles, replaceFolder } from "./output.ts";
import { outputProblem } from "./output-problem.ts";
import { exitCodeOf } from "./problems.ts";
import { inputChangeLines } from "./rebuilt.ts";
import type { IssueRecord } from "./record.ts";
import type { AnalysedIssue } from "./session.ts";
import { shownPath } from "./workspace.ts";

/**
 * Makes a signed issue again as it was signed, with the settings and decisions of that day. Where every file has the
 * bytes that were signed they are written; else the output is left as it is, and what keeps the issue from coming out
 * the same is said by name: exit code 1.
 */
export async function rebuildSigned(
  console: Console,
  invocation: Invocation,
  analysed: AnalysedIssue,
  folder: string,
): Promise<number> {
  const { record, period } = analysed;
  if (record === null) {
    for (const problem of analysed.diagnostics) console.err(formatDiagnostic(console, problem));
    return 1;
  }
  const made = await makeIssue(analysed, invocation.timer, {
    template: record.template,
    signature: signatureOf(record),
  });
  const { issue, files } = made;
  const different = differing(record.outputs, files);
  const changes = different.length === 0 ? [] : inputChanges(record.inputs, issueInputs(issue));
  const problems = [
    ...made.problems,
    ...(different.length === 0 ? [] : [differs(console, period.id, different, changes)]),
  ];
  for (const problem of problems) console.err(formatDiagnostic(console, problem));
  const shown = shownPath(console, folder);
  if (different.length > 0) {
    const isThere = holdsSigned(folder, record);
    const where = say(console, {
      zh: isThere ? `${shown} 里的签发件没有动` : `${shown} 里没有完整的签发件`,
      en: isThere ? `the signed output in ${shown} stands` : `${shown} does not hold the signed output`,
    });
    if (invocation.json) {
      const result = {
        period: period.id,
        folder,
        signed: true,
        same: false,
        different,
        changes,
        isThere,
        diagnostics: problems,
      };
      console.out(`${JSON.stringify(result)}\n`);
    } else {
      for (const line of inputChangeLines(console, changes)) console.err(`  ${line}\n`);
      console.err(`${where}\n`);
    }
    return 1;
  }
  // Handouts are painted from the signed pages; they are no part of what was signed.
  const handouts = handoutsAsked(invocation);
  const sheets = handouts === null ? null : await handoutFiles(issue, made.set, handouts, invocation.timer);
  for (const problem of sheets?.problems ?? []) console.err(formatDiagnostic(console, problem));
  // What went in is what was signed: a newer program that makes the same bytes changes nothing.
  const all = { ...files, ...sheets?.files, [manifestFile]: manifestOf(issue, record.inputs, files) };
  try {
    invocation.timer.time("write", () => replaceFolder(folder, all));
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    console.err(formatDiagnostic(console, outputProblem(console, error)));
    return 1;
  }
  const since = sinceSigned(analysed, record);
  if (invocation.json) {
    const names = Object.keys(all).sort();
    const result = {
      period: period.id,
      folder,
      signed: true,
      same: true,
      files: names,
      changes: since,
      diagnostics: problems,
    };
    console.out(`${JSON.stringify(result)}\n`);
  } else {
    console.out(
      Object.keys(all)
        .filter((file) => /^briefing[.-]|^observations\./u.test(file))
        .sort()
        .map((name) => `${shown}/${name}\n`)
        .join(""),
    );
    console.err(
      say(console, {
        zh: `${period.id} 由${record.signedBy}于 ${record.signedOn} 签发，照签发时重做，字节相同\n`,
        en: `${period.id} was signed by ${record.signedBy} on ${record.signedOn}; made again to the byte\n`,
      }),
    );
    for (const line of inputChangeLines(console, since))
      console.err(
        say(console, {
          zh: `  签发以后的变化，从下一期起算　${line}\n`,
          en: `  since then, for the next issue: ${line}\n`,
        }),
      );
  }
  return exitCodeOf(problems, invocation.failOn);
}

/** Files that are not as they were signed: changed, missing or additional. */
function differing(signed: Readonly<Record<string, string>>, files: OutputFiles): readonly string[] {
  return [...new Set([...Object.keys(signed), ...Object.keys(files)])].sort().filter((name) => {
    const content = files[name];
    return content === undefined || sha256(content) !== signed[name];
  });
}

function holdsSigned(folder: string, { outputs }: IssueRecord): boolean {
  return Object.entries(outputs).every(([name, hash]) => {
    const path = join(folder, name);
    return existsSync(path) && sha256(readFileSync(path)) === hash;
  });
}

function differs(
  console: Console,
  period: string,
  different: readonly string[],
  changes: readonly InputChange[],
): Diagnostic {
  const names = different.filter((name) => !name.startsWith("evidence/"));
  const list = [...names, ...(names.length < different.length ? ["evidence/"] : [])].join(", ");
  return {
    severity: "error",
    rule: "app/signed-issue",
    message: say(console, {
      zh: `已签发的 ${period} 重做出来会不一样（${list}），没有写`,
      en: `the signed issue ${period} would come out otherwise (${list}) and is not written`,
    }),
    hint:
      changes.length === 0
        ? say(console, {
            zh: "投入没有变：请报告这一故障",
            en: "nothing that went in is different: please report this fault",
          })
        : say(console, {
            zh: `--out 目录 另写一份草稿；印错的数由下一期更正；确要换掉就 jianbao sign ${period} --again 理由`,
            en: `--out DIR writes a draft elsewhere; the next issue corrects what was wrong; to replace it: jianbao sign ${period} --again WHY`,
          }),
  };
}

/** Settings and decisions that are not as they were: they do not touch what was signed. */
function sinceSigned(analysed: AnalysedIssue, record: IssueRecord): readonly InputChange[] {
  const { root, settings } = analysed.workspace;
  const now = inputsOf({
    root,
    pack: { name: "", files: {} },
    template: { name: "", files: {} },
    settings,
    sources: {},
    decisions: readDecisions(root).decisions,
    issues: {},
    comparedWith: null,
  });
  return inputChanges(record.inputs, now).filter(({ kind }) => kind === "decision" || kind === "setting");
}
