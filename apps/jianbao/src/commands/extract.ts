import { basename, resolve } from "node:path";
import type { ArticleFacts, Diagnostic, DomainPack, Observation } from "@jianbao/model";
import { z } from "zod";
import type { Command, Invocation } from "../command.ts";
import { type Console, formatDiagnostic } from "../console.ts";
import { toCsv, toCsvRows } from "../csv.ts";
import { explanationOf } from "../explanation.ts";
import { factsOf, readSidecar } from "../facts.ts";
import { type Line, linesOf, longestLine } from "../lines.ts";
import { readOperand } from "../operand.ts";
import { type LoadedPack, defaultDomain, loadPack } from "../pack.ts";
import { UsageError, exitCodeOf } from "../problems.ts";
import { type Reading, readArticle } from "../reading.ts";
import { toTable } from "../table.ts";
import { readWorkspace, workspaceAround } from "../workspace.ts";

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
      help: {
        zh: `主题包的名字或文件夹（默认是工作区的，不在工作区里是 ${defaultDomain}）`,
        en: `subject pack, by name or folder (default: the workspace's, outside of one ${defaultDomain})`,
      },
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
    const { pack, diagnostics } = await packOf(console, invocation);
    const report = reportOn(console, invocation, pack);
    for (const problem of diagnostics) report.problem(problem);
    if (pack === null) return report.end();
    for await (const reading of readings(console, invocation, pack, report)) {
      report.reading(reading);
      await console.drained();
    }
    return report.end();
  },
};

/** The pack that is named, else the one of the workspace that the command is called in. */
async function packOf(console: Console, invocation: Invocation): Promise<LoadedPack> {
  const root = workspaceAround(console, invocation.options["workspace"] as string | undefined);
  const named = invocation.options["domain"] as string | undefined;
  if (named !== undefined) return await loadPack(named, root, console.cwd);
  return await loadPack(root === null ? defaultDomain : readWorkspace(root).settings.domain, root);
}

/** Writes what was read, as it is read; a table is written whole at the end, for its columns. */
interface Report {
  problem(diagnostic: Diagnostic): void;
  reading(reading: Reading): void;
  /** Writes what is left, and gives the exit code. */
  end(): Promise<number>;
}

function reportOn(console: Console, invocation: Invocation, pack: DomainPack | null): Report {
  const format = invocation.json ? "jsonl" : (invocation.options["format"] ?? "jsonl");
  const explains = invocation.options["explain"] === true;
  const observations: Observation[] = []; // of a table
  const problems: Diagnostic[] = []; // that are told after it
  let code = 0;
  let isFirst = true;
  const problem = (diagnostic: Diagnostic): void => {
    code = Math.max(code, exitCodeOf([diagnostic], invocation.failOn));
    if (format === "table") problems.push(diagnostic);
    else console.err(formatDiagnostic(console, diagnostic));
  };
  const write = (found: readonly Observation[]): void => {
    if (format === "table") observations.push(...found);
    else if (format === "csv") console.out(isFirst ? toCsv(found) : toCsvRows(found));
    else if (found.length > 0) console.out(found.map((observation) => `${JSON.stringify(observation)}\n`).join(""));
    isFirst = false;
  };
  return {
    problem,
    reading: (reading) => {
      if (explains && pack !== null) console.out(explanationOf(console, reading, pack));
      else write(reading.observations);
      for (const diagnostic of reading.diagnostics) problem(diagnostic);
    },
    end: async () => {
      if (pack !== null && !explains) {
        if (isFirst) write([]);
        if (format === "table") console.out(toTable(console, observations));
      }
      for (const diagnostic of problems) console.err(formatDiagnostic(console, diagnostic));
      await console.drained();
      return code;
    },
  };
}

async function* readings(
  console: Console,
  invocation: Invocation,
  pack: DomainPack,
  report: Report,
): AsyncGenerator<Reading> {
  const stated = factsOf(invocation.options);
  if (invocation.operands.includes("-")) {
    if (invocation.operands.length > 1) throw new UsageError("“-” stands alone", "jianbao extract - < documents.jsonl");
    for await (const lines of linesOf(console.input())) {
      for (const line of lines) {
        const reading = await readLine(console, line, stated, pack, report);
        if (reading !== null) yield reading;
      }
      // Whoever waits for its problems before it writes the next line gets them.
      await console.drained();
    }
    return;
  }
  for (const operand of invocation.operands) {
    const path = resolve(console.cwd, operand);
    const bytes = readOperand(path, operand);
    const sidecar = readSidecar(resolve(path, ".."), basename(path));
    for (const diagnostic of sidecar.diagnostics) report.problem(diagnostic);
    yield await readArticle(bytes, basename(operand), { ...sidecar.facts, ...stated }, pack);
  }
}

/** Reads the article of a line; null where the line is empty or unusable, which is reported. */
async function readLine(
  console: Console,
  { number, text }: Line,
  stated: ArticleFacts,
  pack: DomainPack,
  report: Report,
): Promise<Reading | null> {
  const wrong = (message: string): null => {
    report.problem({
      severity: "error",
      rule: "app/input-line",
      document: "-",
      message: `unusable line ${number}: ${message}`,
      hint: 'write {"document": …, "text" or "path": …, "published": "2023-12-20"} on one line',
    });
    return null;
  };
  if (text === null) return wrong(`longer than ${longestLine / 1024 / 1024} MiB`);
  if (text.trim() === "") return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const parsed = inputSchema.safeParse(value);
  if (!parsed.success) {
    return wrong(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; "));
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
    return await readArticle(bytes, row.document, facts, pack);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return wrong(error.message);
  }
}
