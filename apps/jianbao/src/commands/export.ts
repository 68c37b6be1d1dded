import type { Publication } from "@jianbao/archive";
import type { Observation } from "@jianbao/model";
import type { Command, Invocation } from "../command.ts";
import { type Console, formatDiagnostic, say } from "../console.ts";
import { csvHead, toCsvRows } from "../csv.ts";
import { exitCodeOf } from "../problems.ts";
import { type Unplaced, sdmxHead, sdmxRow, unplacedOf } from "../sdmx.ts";
import { type Session, withSession } from "../session.ts";
import { type Where, whereFields, whereOf } from "../where.ts";

/** `jianbao export`: the archive as data. */
export const exportCommand: Command = {
  name: "export",
  usage: "export [--format FORMAT] [--where FIELD=VALUE,…] [--bom]",
  summary: { zh: "把档案库导出为数据", en: "write the archive as data" },
  description: {
    zh: `把档案库里的全部数字写到标准输出。--where 只要其中一部分，字段有 ${whereFields.join("、")}。`,
    en: `Writes all figures of the archive to standard output. --where keeps some of them, by ${whereFields.join(", ")}.`,
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
      help: {
        zh: "条件，都要符合：indicator=cases.solved|cases.reported,area=CN,year>=2020",
        en: "conditions that must all hold: indicator=cases.solved|cases.reported,area=CN,year>=2020",
      },
    },
    {
      name: "bom",
      value: "flag",
      help: {
        zh: "csv 开头写字节顺序标记，Excel 和 WPS 据此认出 UTF-8",
        en: "begin a csv with a byte order mark, by which Excel and WPS know UTF-8",
      },
    },
  ],
  examples: [
    "jianbao export --bom > all.csv",
    "jianbao export --format jsonl --where indicator=cases.solved,area=CN",
    "jianbao export --format sdmx-csv --where 'year>=2020' > figures.csv",
  ],
  operands: { min: 0, max: 0 },
  async run(console, invocation) {
    const where = whereOf(`${invocation.options["where"] ?? ""}`);
    return withSession(console, invocation, async (session) => {
      const writer = writerOf(console, invocation);
      for await (const [observation, source] of figuresOf(console, session, where)) writer.figure(observation, source);
      writer.end();
      for (const problem of session.diagnostics) console.err(formatDiagnostic(console, problem));
      await console.drained();
      return exitCodeOf(session.diagnostics, invocation.failOn);
    });
  },
};

/** The figures asked for, a file at a time and at the pace of who reads them, so that memory stays flat. */
async function* figuresOf(
  console: Console,
  { archive }: Session,
  { filter, holds }: Where,
): AsyncGenerator<readonly [Observation, Publication | undefined]> {
  const publications = new Map(archive.publications().map((publication) => [publication.key, publication]));
  const documents = filter.document === undefined ? archive.documents() : [filter.document];
  for (const document of documents) {
    for (const observation of archive.observations({ ...filter, document })) {
      const source = publications.get(`${document}#${observation.part}`);
      if (holds(observation, source)) yield [observation, source];
    }
    await console.drained();
  }
}

/** Writes figures in one format as they come. */
interface Writer {
  figure(observation: Observation, source: Publication | undefined): void;
  /** Says what is not there. */
  end(): void;
}

function writerOf(console: Console, invocation: Invocation): Writer {
  const format = invocation.json ? "jsonl" : (invocation.options["format"] ?? "csv");
  const lacking = new Map<Unplaced, number>();
  let written = 0;
  if (format !== "jsonl" && invocation.options["bom"] === true) console.out("\ufeff");
  if (format === "csv") console.out(csvHead());
  if (format === "sdmx-csv") console.out(sdmxHead());
  return {
    figure: (observation, source) => {
      const lack = format === "sdmx-csv" ? unplacedOf(observation) : null;
      if (lack !== null) {
        lacking.set(lack, (lacking.get(lack) ?? 0) + 1);
        return;
      }
      written++;
      if (format === "jsonl") console.out(`${JSON.stringify(observation)}\n`);
      else console.out(format === "csv" ? toCsvRows([observation]) : sdmxRow(observation, source));
    },
    end: () => {
      for (const [lack, count] of lacking) console.err(say(console, leftOut[lack](count)));
      if (written === 0 && lacking.size === 0)
        console.err(say(console, { zh: "没有符合条件的数字\n", en: "no figure meets the conditions\n" }));
    },
  };
}

const leftOut: Readonly<Record<Unplaced, (count: number) => { readonly zh: string; readonly en: string }>> = {
  indicator: (count) => ({
    zh: `${count} 个数字没有指标，SDMX 无法标识，未写出（csv 和 jsonl 里有）\n`,
    en: `${count} figures without an indicator cannot be identified in SDMX and are left out (csv and jsonl have them)\n`,
  }),
  area: (count) => ({
    zh: `${count} 个数字没有地区，未写出（csv 和 jsonl 里有）\n`,
    en: `${count} figures without an area are left out (csv and jsonl have them)\n`,
  }),
  period: (count) => ({
    zh: `${count} 个数字没有期间，未写出（csv 和 jsonl 里有）\n`,
    en: `${count} figures without a period are left out (csv and jsonl have them)\n`,
  }),
};
