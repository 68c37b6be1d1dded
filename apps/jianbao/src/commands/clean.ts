import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Diagnostic } from "@jianbao/model";
import { auditOf } from "../audit.ts";
import type { Command } from "../command.ts";
import { formatDiagnostic } from "../console.ts";
import { factsOf, readSidecar } from "../facts.ts";
import { UsageError, exitCodeOf } from "../problems.ts";
import { readArticle } from "../reading.ts";

/** `jianbao clean FILE…`: what articles say, and what was repaired and removed. */
export const clean: Command = {
  name: "clean",
  usage: "clean FILE…",
  summary: {
    zh: "看一篇文章说了什么、修了什么、去掉了什么",
    en: "show what an article says, and what was repaired and removed",
  },
  description: {
    zh: "打印清理后的文章，一段一行。--audit 在原文里标出每处修复和删除及其理由；--format json 连同位置映射。",
    en: "Prints the clean article, a paragraph a line. --audit marks each repair and removal in the source with its reason; --format json has the source map.",
  },
  options: [
    {
      name: "format",
      value: "FORMAT",
      choices: ["text", "json"],
      help: { zh: "输出格式（默认 text）", en: "output format (default: text)" },
    },
    { name: "audit", value: "flag", help: { zh: "标出修复和删除", en: "mark repairs and removals" } },
    { name: "published", value: "DATE", help: { zh: "发布日期", en: "publication date" } },
    { name: "area", value: "AREA", help: { zh: "文章所说的地方", en: "the territory it speaks of" } },
  ],
  examples: ["jianbao clean 损坏的网页.html", "jianbao clean 通报.txt --audit", "jianbao clean 通报.txt --format json"],
  operands: { min: 1, max: Number.POSITIVE_INFINITY },
  async run(console, invocation) {
    const problems: Diagnostic[] = [];
    const json = invocation.json || invocation.options["format"] === "json";
    for (const operand of invocation.operands) {
      const path = resolve(console.cwd, operand);
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(path);
      } catch (error) {
        throw new UsageError(
          `cannot read ${operand}: ${error instanceof Error ? error.message : String(error)}`,
          "name a file that exists and that you may read",
        );
      }
      const sidecar = readSidecar(resolve(path, ".."), basename(path));
      const reading = await readArticle(
        bytes,
        basename(operand),
        { ...sidecar.facts, ...factsOf(invocation.options) },
        null,
      );
      problems.push(...sidecar.diagnostics, ...reading.diagnostics);
      if (json) {
        for (const article of reading.articles) console.out(`${JSON.stringify(article)}\n`);
      } else if (invocation.options["audit"] === true && reading.source !== null) {
        console.out(auditOf(console, reading.source, reading.articles));
      } else {
        console.out(reading.articles.map((article) => `${article.text}\n`).join("\n"));
      }
    }
    for (const problem of problems) console.err(formatDiagnostic(console, problem));
    return exitCodeOf(problems, invocation.failOn);
  },
};
