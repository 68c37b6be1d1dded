import { join } from "node:path";
import { type Decision, decisionFigure } from "@jianbao/analysis";
import { parsePartialDate } from "@jianbao/model";
import type { Command, Invocation } from "../command.ts";
import { type Console, formatDiagnostic, say } from "../console.ts";
import { correctionOf, correctionOptions } from "../correction.ts";
import { type WrittenDecision, decisionsFile, readDecisions, writeDecision } from "../decisions.ts";
import { effectsOf, printedIn } from "../effects.ts";
import { type DecisionObject, objectOf, observationsIn } from "../object.ts";
import { OutputError } from "../output.ts";
import { outputProblem } from "../output-problem.ts";
import { UsageError } from "../problems.ts";
import { type Session, withSession } from "../session.ts";
import { shownPath } from "../workspace.ts";

const verdicts = ["accept", "reject", "correct", "settle"] as const;

/** `jianbao decide ID VERDICT`: writes one decision of the editor into decisions.yaml. */
export const decide: Command = {
  name: "decide",
  usage: "decide ID accept|reject|correct|settle",
  summary: { zh: "写下一条裁定", en: "write down an editor's decision" },
  description: {
    zh: "把编辑的一条裁定写进 decisions.yaml：数字（o-…）认可、不用或更正，说法不一（c-…）取一个，核对单里的问题（f-…）核过。写清谁、为什么；日期默认今天。文件里的注释和次序不动；同一天对同一件事的裁定以后一条为准，取代前一条。文章重读以后编号变了，裁定仍按文件、句子和数字找到它。",
    en: "Writes one decision into decisions.yaml: a figure (o-…) is accepted, rejected or corrected, a conflict (c-…) settled, a question of the checks (f-…) accepted. Say who and why; the day is today by default. Comments and order of the file stay; a decision takes the place of one of the same day on the same thing. When an article is read anew and its ids change, a decision still finds its figure by file, sentence and words.",
  },
  options: [
    { name: "by", value: "NAME", help: { zh: "谁裁定", en: "who decides" } },
    { name: "why", value: "TEXT", help: { zh: "为什么", en: "why" } },
    { name: "on", value: "DATE", help: { zh: "日期（默认今天）", en: "the day (default: today)" } },
    { name: "observation", value: "ID", help: { zh: "settle：取哪一个数字", en: "settle: the figure to print" } },
    ...correctionOptions,
    {
      name: "issue",
      value: "PERIOD",
      help: {
        zh: "说法不一或问题在哪一期（默认从最近一期找起）",
        en: "the issue with the conflict or question (default: the newest that has it)",
      },
    },
    {
      name: "dry-run",
      value: "flag",
      help: { zh: "只看会怎样，不写", en: "show what it would do, and write nothing" },
    },
  ],
  examples: [
    "jianbao decide c-9a6665a096f0 settle --observation o-24f6c115a9b7 --by 王编辑 --why 以全年数为准",
    "jianbao decide o-24f6c115a9b7 correct --value 13.1万起 --period 2023 --area 山西 --by 王编辑 --why 与原文核对",
    "jianbao decide o-24f6c115a9b7 correct --subject telecom-fraud --by 王编辑 --why 全文说的是电诈",
    "jianbao decide f-0c1d2e3f4a5b accept --by 王编辑 --why 来源确认无误",
  ],
  operands: { min: 2, max: 2 },
  async run(console, invocation) {
    const [id = "", verdict = ""] = invocation.operands;
    if (!isVerdict(verdict)) throw new UsageError(`unknown verdict: ${verdict}`, `one of ${verdicts.join(", ")}`);
    const who = whoOf(console, invocation);
    return withSession(console, invocation, async (session) => {
      const { issue } = invocation.options;
      const object = objectOf(session, invocation, id, typeof issue === "string" ? issue : null);
      const decision = { id, verdict, ...partsOf(session, invocation, object, verdict), ...who };
      return write(console, invocation, session, object, orderedOf(decision));
    });
  },
};

function isVerdict(text: string): text is Decision["verdict"] {
  return (verdicts as readonly string[]).includes(text);
}

function whoOf(console: Console, { options }: Invocation): Pick<Decision, "by" | "on" | "why"> {
  const line = (name: "by" | "why"): string => {
    const value = options[name];
    const text = typeof value === "string" ? value.trim() : "";
    if (text === "" || /\p{Cc}/u.test(text))
      throw new UsageError(`missing --${name}`, "say who decides and why: --by NAME --why TEXT");
    return text;
  };
  const on = typeof options["on"] === "string" ? options["on"] : console.today;
  if ((parsePartialDate(on)?.day ?? null) === null)
    throw new UsageError(`unknown day: ${on}`, "write it as 2024-01-05");
  return { by: line("by"), on, why: line("why") };
}

type Parts = Pick<WrittenDecision, "about" | "correction" | "observation" | "rule">;

/** What a decision says beside who and why; throws where the verdict does not fit the object. */
function partsOf(
  session: Session,
  invocation: Invocation,
  object: DecisionObject,
  verdict: Decision["verdict"],
): Parts {
  const { options } = invocation;
  const fitting = { observation: ["accept", "reject", "correct"], conflict: ["settle"], finding: ["accept"] }[
    object.type
  ];
  if (!fitting.includes(verdict)) {
    throw new UsageError(
      `unfit verdict on ${object.type} ${invocation.operands[0] ?? ""}: ${verdict}`,
      `one of ${fitting.join(", ")}`,
    );
  }
  if (verdict !== "correct") {
    const stray = correctionOptions.find(({ name }) => options[name] !== undefined);
    if (stray !== undefined) throw new UsageError(`--${stray.name} belongs to correct, not to ${verdict}`);
  }
  switch (object.type) {
    case "observation":
      return {
        ...(verdict === "correct" ? { correction: correctionOf(options, object.observation, session.pack) } : {}),
        about: [decisionFigure(object.observation)],
      };
    case "conflict": {
      const all = session.archive.observations();
      const sides = object.conflict.candidates.map(({ value }) => value.observations);
      const chosen = options["observation"];
      if (typeof chosen !== "string" || !sides.flat().includes(chosen)) {
        const list = sides.map(([first = "", ...more]) => {
          const said = all.find((one) => one.id === first)?.quantity?.text ?? "";
          return `${first} (${said}${more.length === 0 ? "" : `, and ${more.length} more`})`;
        });
        throw new UsageError(
          typeof chosen === "string"
            ? `on no side of ${object.conflict.id}: ${chosen}`
            : "which figure is to be printed",
          `--observation is one of ${list.join(", ")}`,
        );
      }
      return { observation: chosen, about: all.filter((one) => one.id === chosen).map(decisionFigure) };
    }
    case "finding": {
      const { finding, issue } = object;
      const figures = observationsIn(issue.analysis, finding.observations, session.archive.observations());
      return figures.length === 0 ? {} : { rule: finding.rule, about: figures.map(decisionFigure) };
    }
  }
}

/** A decision in the order in which a person reads it. */
function orderedOf(decision: WrittenDecision): WrittenDecision {
  const { id, verdict, observation, correction, by, on, why, rule, about } = decision;
  return {
    id,
    verdict,
    ...(observation === undefined ? {} : { observation }),
    ...(correction === undefined ? {} : { correction }),
    by,
    on,
    why,
    ...(rule === undefined ? {} : { rule }),
    ...(about === undefined ? {} : { about }),
  };
}

function write(
  console: Console,
  invocation: Invocation,
  session: Session,
  object: DecisionObject,
  decision: WrittenDecision,
): number {
  const { root } = session.workspace;
  const [fault] = readDecisions(root).diagnostics;
  // A file that cannot be read whole is not written over.
  if (fault !== undefined) {
    console.err(formatDiagnostic(console, fault));
    return 1;
  }
  const isDry = invocation.options["dry-run"] === true;
  let replaced = false;
  if (!isDry) {
    try {
      ({ replaced } = writeDecision(root, decision));
    } catch (error) {
      if (!(error instanceof OutputError)) throw error;
      console.err(formatDiagnostic(console, outputProblem(console, error)));
      return 1;
    }
  }
  const changes = effectsOf(console, session, object, decision);
  const printed = printedIn(root, session, decision);
  if (invocation.json) {
    console.out(`${JSON.stringify({ decision, changes, printed, replaced, written: !isDry })}\n`);
    return 0;
  }
  for (const { document, quote, text } of decision.about ?? []) console.out(`${document}: ${quote} 〔${text}〕\n`);
  for (const { field, before, after } of changes) console.out(`  ${field}: ${before} → ${after}\n`);
  const path = shownPath(console, join(root, decisionsFile));
  if (isDry) console.err(say(console, { zh: "没有写\n", en: "nothing was written\n" }));
  else if (replaced)
    console.err(
      say(console, { zh: `写进 ${path}，取代同一天的一条\n`, en: `${path}: in place of one of the same day\n` }),
    );
  else console.err(say(console, { zh: `写进 ${path}\n`, en: `${path}: written\n` }));
  for (const period of printed) {
    console.err(
      say(console, {
        zh: `已签发的 ${period} 印了这个数：有出入的，下一期更正\n`,
        en: `printed in the signed issue ${period}: the next issue corrects what differs\n`,
      }),
    );
  }
  return 0;
}
