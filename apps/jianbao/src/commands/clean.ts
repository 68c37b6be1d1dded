import { basename, resolve } from "node:path";
import { type ArticleFacts, type Diagnostic, articleRecordOf } from "@jianbao/model";
import type { Command, Invocation } from "../command.ts";
import { type Console, formatDiagnostic, readInput } from "../console.ts";
import { factsOf, readSidecar } from "../facts.ts";
import { readOperand } from "../operand.ts";
import { exitCodeOf } from "../problems.ts";
import { type Reading, readArticle } from "../reading.ts";

/** `jianbao clean FILE…`: what articles say, and what was repaired and removed. */
export const clean: Command = {
  name: "clean",
  usage: "clean FILE… | -",
  summary: {
    zh: "看一篇文章说了什么、修了什么、去掉了什么",
    en: "show what an article says, and what was repaired and removed",
  },
  description: {
    zh: "打印清理后的文章，一段一行，文章之间空一行。--audit 画出原文，在文中标出每处修复和删除及其理由；--format json 一篇一行，带位置映射。“-” 读标准输入。",
    en: "Prints the clean articles, a paragraph a line, an empty line between articles. --audit draws the source with each repair and removal marked in its place, with its reason; --format json writes a line an article, with the source map. “-” reads standard input.",
  },
  options: [
    {
      name: "format",
      value: "FORMAT",
      choices: ["text", "json"],
      help: { zh: "输出格式（默认 text）", en: "output format (default: text)" },
    },
    {
      name: "audit",
      value: "flag",
      help: { zh: "在原文里标出修复和删除", en: "mark repairs and removals in the source" },
    },
    {
      name: "with-source",
      value: "flag",
      help: { zh: "JSON 里附上原文", en: "put the source text into the JSON as well" },
    },
    { name: "published", value: "DATE", help: { zh: "发布日期", en: "publication date" } },
    { name: "area", value: "AREA", help: { zh: "文章所说的地方", en: "the territory it speaks of" } },
  ],
  examples: [
    "jianbao clean 损坏的网页.html",
    "jianbao clean 通报.txt --audit",
    "jianbao clean 通报.txt --format json",
    "curl -s https://example.com/a.html | jianbao clean -",
  ],
  operands: { min: 1, max: Number.POSITIVE_INFINITY },
  async run(console, invocation) {
    const problems: Diagnostic[] = [];
    let printed = 0;
    for (const operand of invocation.operands) {
      const reading = await readingOf(console, invocation, operand);
      problems.push(...reading.diagnostics);
      if (reading.source === null) continue;
      if (invocation.options["audit"] === true) {
        const { auditOf } = await import("../audit.ts");
        console.out(`${printed > 0 ? "\n" : ""}${auditOf(console, reading.source, reading.articles)}`);
        printed++;
        continue;
      }
      for (const article of reading.articles) {
        if (invocation.json || invocation.options["format"] === "json") {
          const withSource = invocation.options["with-source"] === true;
          const record = articleRecordOf(reading.source, article, reading.diagnostics, { withSource });
          console.out(`${JSON.stringify(record)}\n`);
        } else console.out(`${printed > 0 ? "\n" : ""}${article.text}\n`);
        printed++;
      }
    }
    for (const problem of problems) console.err(formatDiagnostic(console, problem));
    return exitCodeOf(problems, invocation.failOn);
  },
};

/** Reads a file with what its sidecar states, or standard input. */
async function readingOf(console: Console, invocation: Invocation, operand: string): Promise<Reading> {
  const stated = factsOf(invocation.options);
  if (operand === "-") return readArticle(await readInput(console), "-", stated, null);
  const path = resolve(console.cwd, operand);
  const sidecar = readSidecar(resolve(path, ".."), basename(path));
  const facts: ArticleFacts = { ...sidecar.facts, ...stated };
  const reading = await readArticle(readOperand(path, operand), basename(operand), facts, null);
  return { ...reading, diagnostics: [...sidecar.diagnostics, ...reading.diagnostics] };
}
