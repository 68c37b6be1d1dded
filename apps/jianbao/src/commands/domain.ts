import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parsePack, skeletonOf } from "@jianbao/domains";
import type { Diagnostic, DomainPack } from "@jianbao/model";
import type { Command, Invocation } from "../command.ts";
import { type Console, formatDiagnostic, say } from "../console.ts";
import { factsOf, readSidecar } from "../facts.ts";
import { readOperand } from "../operand.ts";
import { readPackFolder } from "../pack-folder.ts";
import { trialOf, unmetOf } from "../pack-trial.ts";
import { UsageError, exitCodeOf } from "../problems.ts";
import { type Reading, readArticle } from "../reading.ts";
import { quoted, shownPath } from "../workspace.ts";

/** `jianbao domain init|check|try DIR`: begins a subject pack, validates it, and tries it on articles. */
export const domain: Command = {
  name: "domain",
  usage: "domain init|check|try DIR [FILE…]",
  summary: { zh: "写、查、试主题包", en: "begin, validate and try a subject pack" },
  description: {
    zh: "init 在 DIR 里写出一个能用的小主题包，照着改。check 检查它的 YAML：打错的记号和缩进、不认识的字段和单位、重复的编号、缺少的名称、认不出指标的词，逐条指出文件、行、列和改法。try 用它读文章（不写就读 pack.yaml 里的示例文章），逐个数字说明认出了哪些词，或为什么没有指标。",
    en: "init writes a small pack that works into DIR, to be changed. check validates its YAML: marks and indents typed wrong, unknown fields and units, ids given twice, missing labels, words that lead to no indicator, each with file, line, column and remedy. try reads articles with it (without FILE the example article of pack.yaml) and tells for each figure which words were found, or why it is of no indicator.",
  },
  options: [
    { name: "id", value: "ID", help: { zh: "init：主题的编号（小写英文）", en: "init: id of the subject" } },
    { name: "published", value: "DATE", help: { zh: "try：文章的发布日期", en: "try: publication date" } },
    { name: "area", value: "AREA", help: { zh: "try：文章所说的地方", en: "try: the territory it speaks of" } },
  ],
  examples: [
    "jianbao domain init domains/food-safety",
    "jianbao domain check domains/food-safety",
    "jianbao domain try domains/food-safety 通报.txt --published 2024-01-09",
  ],
  operands: { min: 2, max: Number.POSITIVE_INFINITY },
  async run(console, invocation) {
    const [verb, target = "", ...rest] = invocation.operands;
    if (verb === "try") return await tryOut(console, invocation, target, rest);
    const [extra] = rest;
    if (extra !== undefined) throw new UsageError(`unexpected argument: ${extra}`, `jianbao domain ${verb} DIR`);
    if (verb === "check") return await check(console, invocation, target);
    if (verb === "init") return begin(console, invocation, target);
    throw new UsageError(`unknown: domain ${verb ?? ""}`, "jianbao domain init DIR, domain check DIR, domain try DIR");
  },
};

function begin(console: Console, invocation: Invocation, target: string): 0 {
  const folder = resolve(console.cwd, target);
  if (existsSync(folder) && readdirSync(folder).some((name) => /\.ya?ml$/u.test(name)))
    throw new UsageError(`YAML files in ${target} already`, "name a new folder, or jianbao domain check it");
  const named = invocation.options["id"] as string | undefined;
  const wanted = named ?? basename(folder).toLowerCase();
  const isUsable = /^[a-z][a-z0-9-]*$/u.test(wanted);
  if (named !== undefined && !isUsable)
    throw new UsageError(`unusable id: ${named}`, "lower case letters, digits and hyphens, as food-safety");
  const files = skeletonOf(isUsable ? wanted : "my-subject");
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  } catch (error) {
    throw new UsageError(
      `cannot write in ${target}: ${error instanceof Error ? error.message : String(error)}`,
      "choose a folder that you may write in",
    );
  }
  const written = Object.keys(files).map((name) => join(folder, name));
  if (invocation.json) {
    console.out(`${JSON.stringify({ folder, written })}\n`);
    return 0;
  }
  console.out(written.map((path) => `${shownPath(console, path)}\n`).join(""));
  const where = quoted(shownPath(console, folder));
  console.out(
    say(console, {
      zh: `下一步  改这些文件，再 jianbao domain check ${where}，jianbao domain try ${where}\n`,
      en: `next  change these files, then jianbao domain check ${where}, jianbao domain try ${where}\n`,
    }),
  );
  return 0;
}

async function check(console: Console, invocation: Invocation, target: string): Promise<0 | 1> {
  const { pack, diagnostics } = await checked(console, target);
  if (invocation.json) {
    console.out(`${JSON.stringify({ valid: pack !== null, diagnostics })}\n`);
    return exitCodeOf(diagnostics, invocation.failOn);
  }
  tell(console, target, diagnostics);
  if (pack !== null) {
    const { indicators, themes, subjects } = pack;
    console.out(
      say(console, {
        zh: `${pack.id}：${indicators.length} 个指标，${themes.length} 章，${subjects.length} 种事项\n`,
        en: `${pack.id}: ${indicators.length} indicators, ${themes.length} themes, ${subjects.length} subjects\n`,
      }),
    );
  }
  return exitCodeOf(diagnostics, invocation.failOn);
}

async function tryOut(
  console: Console,
  invocation: Invocation,
  target: string,
  operands: readonly string[],
): Promise<0 | 1> {
  const { pack, diagnostics } = await checked(console, target);
  if (pack === null) {
    tell(console, target, diagnostics);
    return exitCodeOf(diagnostics, invocation.failOn);
  }
  const problems: Diagnostic[] = [];
  const met = new Set<string>();
  for await (const reading of readings(console, invocation, pack, operands, problems)) {
    problems.push(...reading.diagnostics);
    for (const { indicator } of reading.observations) if (indicator !== null) met.add(indicator);
    console.out(trialOf(console, reading, pack));
  }
  console.out(unmetOf(console, pack, met));
  for (const problem of problems) console.err(formatDiagnostic(console, problem));
  return exitCodeOf(problems, invocation.failOn);
}

async function* readings(
  console: Console,
  invocation: Invocation,
  pack: DomainPack,
  operands: readonly string[],
  problems: Diagnostic[],
): AsyncGenerator<Reading> {
  const stated = factsOf(invocation.options);
  if (operands.length === 0) {
    if (pack.briefing === undefined)
      throw new UsageError("no article to read", "jianbao domain try DIR FILE, or write briefing: in pack.yaml");
    const { article, published, publisher } = pack.briefing;
    const facts = factsOf({ published, publisher });
    yield await readArticle(Buffer.from(article), "pack.yaml", { ...facts, ...stated }, pack);
    return;
  }
  for (const operand of operands) {
    const path = resolve(console.cwd, operand);
    const sidecar = readSidecar(dirname(path), basename(path));
    problems.push(...sidecar.diagnostics);
    yield await readArticle(readOperand(path, operand), basename(operand), { ...sidecar.facts, ...stated }, pack);
  }
}

async function checked(console: Console, target: string): Promise<ReturnType<typeof parsePack>> {
  const { simplified } = await import("@jianbao/cleaning");
  return parsePack(readPackFolder(console.cwd, target), { simplified });
}

/** Writes each problem with the line that it stands in. */
function tell(console: Console, target: string, diagnostics: readonly Diagnostic[]): void {
  const files = readPackFolder(console.cwd, target);
  for (const diagnostic of diagnostics) {
    console.out(formatDiagnostic(console, diagnostic));
    console.out(lineOf(console, files, diagnostic));
  }
}

/** The line that a problem stands in, with its number, tabs made visible. */
function lineOf(console: Console, files: Readonly<Record<string, string>>, { document, span }: Diagnostic): string {
  const text = files[document ?? ""];
  if (text === undefined || span === undefined) return "";
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const number = text.slice(0, start).split("\n").length;
  const line = text.slice(start).split("\n", 1)[0] ?? "";
  return console.paint("dim", `  ${number} │ ${line.replaceAll("\t", "⇥").replaceAll("　", "□").trimEnd()}\n`);
}
