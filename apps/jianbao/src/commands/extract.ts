import { basename, resolve } from "node:path";
import type { ArticleFacts, Diagnostic, DomainPack, Observation } from "@jianbao/model";
import { z } from "zod";
import type { Command, Invocation } from "../command.ts";
import { type Console, formatDiagnostic } from "../console.ts";
import { toCsv } from "../csv.ts";
import { explanationOf } from "../explanation.ts";
import { factsOf, readSidecar } from "../facts.ts";
import { readOperand } from "../operand.ts";
import { loadPack } from "../pack.ts";
import { UsageError, exitCodeOf } from "../problems.ts";
import { type Reading, readArticle } from "../reading.ts";
import { toTable } from "../table.ts";

const inputSchema = z
  .object({
    document: z.string(),
    text: z.string().optional(),
    path: z.string().optional(),
    published: z.string().nullish(),
    area: z.string().nullish(),
    title: z.string().nullish(),
    publisher: z.string().nullish(),
    url: z.string().nullish(),
  })
  .refine((row) => row.text !== undefined || row.path !== undefined, "needs text or path");

/** `jianbao extract FILE… | -`: the statistics of articles, one a line. */
export const extract: Command = {
  name: "extract",
  usage: "extract FILE… | -",
  summary: { zh: "从文章里读出统计数据", en: "read the statistics out of articles" },
  description: {
    zh: "读出文章里的每一个统计数字：指标、数值、单位、地区、期间、变化、出处。“-” 从标准输入读 JSON Lines：{document, text | path, published?, area?, title?, publisher?}。",
    en: "Prints every statistic of the articles: indicator, value, unit, area, period, change, place. “-” reads JSON Lines {document, text | path, published?, area?, title?, publisher?} from standard input.",
  },
  options: [
    {
      name: "format",
      value: "FORMAT",
      choices: ["jsonl", "csv", "table"],
      help: { zh: "输出格式（默认 jsonl）", en: "output format (default: jsonl)" },
    },
    { name: "published", value: "DATE", help: { zh: "发布日期", en: "publication date" } },
    { name: "area", value: "AREA", help: { zh: "文章所说的地方", en: "the territory it speaks of" } },
    {
      name: "domain",
      value: "NAME",
      help: { zh: "主题包（默认 telecom-fraud）", en: "subject pack (default: telecom-fraud)" },
    },
    {
      name: "explain",
      value: "flag",
      help: {
        zh: "逐个数字说明依据哪些词，或为何不计",
        en: "tell for each figure which words it rests on, or why it is left out",
      },
    },
  ],
  examples: [
    "jianbao extract 通报.txt --published 2023-12-20 --format table",
    "jianbao extract - < documents.jsonl > observations.jsonl",
  ],
  operands: { min: 1, max: Number.POSITIVE_INFINITY },
  async run(console, invocation) {
    const { pack, diagnostics } = await loadPack(
      (invocation.options["domain"] as string | undefined) ?? "telecom-fraud",
      null,
    );
    const problems: Diagnostic[] = [...diagnostics];
    if (pack === null) {
      for (const problem of problems) console.err(formatDiagnostic(console, problem));
      return 1;
    }
    const observations: Observation[] = [];
    for await (const reading of readings(console, invocation, pack, problems)) {
      if (invocation.options["explain"] === true) console.out(explanationOf(console, reading, pack));
      observations.push(...reading.observations);
      problems.push(...reading.diagnostics);
    }
    if (invocation.options["explain"] !== true) console.out(printed(console, invocation, observations));
    for (const problem of problems) console.err(formatDiagnostic(console, problem));
    return exitCodeOf(problems, invocation.failOn);
  },
};

async function* readings(
  console: Console,
  invocation: Invocation,
  pack: DomainPack,
  problems: Diagnostic[],
): AsyncGenerator<Reading> {
  const stated = factsOf(invocation.options);
  if (invocation.operands.includes("-")) {
    if (invocation.operands.length > 1) throw new UsageError("“-” stands alone", "jianbao extract - < documents.jsonl");
    yield* fromLines(console, new TextDecoder().decode(await console.readInput()), stated, pack, problems);
    return;
  }
  for (const operand of invocation.operands) {
    const path = resolve(console.cwd, operand);
    const bytes = readOperand(path, operand);
    const sidecar = readSidecar(resolve(path, ".."), basename(path));
    problems.push(...sidecar.diagnostics);
    yield await readArticle(bytes, basename(operand), { ...sidecar.facts, ...stated }, pack);
  }
}

async function* fromLines(
  console: Console,
  input: string,
  stated: ArticleFacts,
  pack: DomainPack,
  problems: Diagnostic[],
): AsyncGenerator<Reading> {
  const lines = input.split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const wrong = (message: string): void => {
      problems.push({
        severity: "error",
        rule: "app/input-line",
        document: "-",
        message: `unusable line ${index + 1}: ${message}`,
        hint: 'write {"document": …, "text" or "path": …, "published": "2023-12-20"} on one line',
      });
    };
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      wrong(error instanceof Error ? error.message : String(error));
      continue;
    }
    const parsed = inputSchema.safeParse(value);
    if (!parsed.success) {
      wrong(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; "));
      continue;
    }
    const row = parsed.data;
    try {
      const facts = {
        ...factsOf(Object.fromEntries(Object.entries(row).map(([key, fact]) => [key, fact ?? undefined]))),
        ...stated,
      };
      const bytes =
        row.text === undefined
          ? readOperand(resolve(console.cwd, row.path ?? ""), row.path ?? "")
          : new TextEncoder().encode(row.text);
      yield await readArticle(bytes, row.document, facts, pack);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      wrong(error.message);
    }
  }
}

function printed(console: Console, invocation: Invocation, observations: readonly Observation[]): string {
  const format = invocation.json ? "jsonl" : (invocation.options["format"] ?? "jsonl");
  if (format === "csv") return toCsv(observations);
  if (format === "table") return toTable(console, observations);
  return observations.map((observation) => `${JSON.stringify(observation)}\n`).join("");
}
