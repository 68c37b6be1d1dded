import { type Observation, areaOf, nearest } from "@jianbao/model";
import type { Command } from "../command.ts";
import { formatDiagnostic, say } from "../console.ts";
import { toCsv } from "../csv.ts";
import { UsageError, exitCodeOf } from "../problems.ts";
import { toSdmxCsv } from "../sdmx.ts";
import { withSession } from "../session.ts";

const fields: Readonly<Record<string, (observation: Observation) => string | null>> = {
  indicator: (o) => o.indicator,
  subject: (o) => o.subject,
  area: (o) => o.area?.code ?? null,
  scope: (o) => o.scope,
  document: (o) => o.document,
  unit: (o) => o.quantity?.unit ?? null,
  year: (o) => o.period?.start?.slice(0, 4) ?? o.period?.end?.slice(0, 4) ?? null,
};

/** `jianbao export`: the archive as data. */
export const exportCommand: Command = {
  name: "export",
  usage: "export [--format FORMAT] [--where FIELD=VALUE,…]",
  summary: { zh: "把档案库导出为数据", en: "write the archive as data" },
  description: {
    zh: `把档案库里的全部数字写到标准输出。--where 只要其中一部分，字段有 ${Object.keys(fields).join("、")}。`,
    en: `Writes all figures of the archive to standard output. --where keeps some of them, by ${Object.keys(fields).join(", ")}.`,
  },
  options: [
    {
      name: "format",
      value: "FORMAT",
      choices: ["csv", "jsonl", "sdmx-csv"],
      help: { zh: "输出格式（默认 csv）", en: "output format (default: csv)" },
    },
    {
      name: "where",
      value: "LIST",
      help: { zh: "条件：indicator=cases.solved,area=CN", en: "conditions: indicator=cases.solved,area=CN" },
    },
  ],
  examples: [
    "jianbao export > all.csv",
    "jianbao export --format jsonl --where indicator=cases.solved,area=CN",
    "jianbao export --format sdmx-csv > series.csv",
  ],
  operands: { min: 0, max: 0 },
  async run(console, invocation) {
    const conditions = conditionsOf(invocation.options["where"]);
    return withSession(console, invocation, async (session) => {
      const observations = session.archive
        .observations()
        .filter((observation) => conditions.every(([field, value]) => fields[field]?.(observation) === value));
      const format = invocation.json ? "jsonl" : (invocation.options["format"] ?? "csv");
      console.out(
        format === "jsonl"
          ? observations.map((observation) => `${JSON.stringify(observation)}\n`).join("")
          : format === "sdmx-csv"
            ? toSdmxCsv(observations, session.archive.publications())
            : toCsv(observations),
      );
      if (observations.length === 0)
        console.err(say(console, { zh: "没有符合条件的数字\n", en: "no figure meets the conditions\n" }));
      for (const problem of session.diagnostics) console.err(formatDiagnostic(console, problem));
      return exitCodeOf(session.diagnostics, invocation.failOn);
    });
  },
};

function conditionsOf(where: string | true | undefined): readonly (readonly [string, string])[] {
  if (typeof where !== "string") return [];
  return where.split(",").map((condition) => {
    const [field = "", value] = condition.split("=");
    if (value === undefined || fields[field] === undefined) {
      const near = nearest(field, Object.keys(fields));
      throw new UsageError(
        `unknown condition: ${condition}`,
        near === null ? `fields: ${Object.keys(fields).join(", ")}` : `did you mean ${near}=…?`,
      );
    }
    return [field, field === "area" ? (areaOf(value)?.code ?? value) : value];
  });
}
