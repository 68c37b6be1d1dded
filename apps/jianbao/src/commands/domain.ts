import { parsePack } from "@jianbao/domains";
import type { Diagnostic } from "@jianbao/model";
import type { Command, Invocation } from "../command.ts";
import { type Console, formatDiagnostic, say } from "../console.ts";
import { readPackFolder } from "../pack-folder.ts";
import { UsageError, exitCodeOf } from "../problems.ts";

/** `jianbao domain check DIR`: validates a subject pack. */
export const domain: Command = {
  name: "domain",
  usage: "domain check DIR",
  summary: { zh: "检查主题包", en: "validate a subject pack" },
  description: {
    zh: "检查一个主题包文件夹里的 YAML：打错的记号和缩进、不认识的字段和单位、重复的编号、缺少的名称、认不出指标的词，逐条指出文件、行、列和改法。",
    en: "Validates the YAML files of a subject pack's folder: marks and indents typed wrong, unknown fields and units, ids given twice, missing labels, words that lead to no indicator, each with file, line, column and remedy.",
  },
  options: [],
  examples: ["jianbao domain check domains/road-traffic"],
  operands: { min: 2, max: 2 },
  async run(console, invocation) {
    const [verb, target = ""] = invocation.operands;
    if (verb === "check") return await check(console, invocation, target);
    throw new UsageError(`unknown: domain ${verb ?? ""}`, "jianbao domain check DIR");
  },
};

async function check(console: Console, invocation: Invocation, target: string): Promise<0 | 1> {
  const files = readPackFolder(console, target);
  const { simplified } = await import("@jianbao/cleaning");
  const { pack, diagnostics } = parsePack(files, { simplified });
  if (invocation.json) {
    console.out(`${JSON.stringify({ valid: pack !== null, diagnostics })}\n`);
    return exitCodeOf(diagnostics, invocation.failOn);
  }
  for (const diagnostic of diagnostics) {
    console.out(formatDiagnostic(console, diagnostic));
    console.out(lineOf(console, files, diagnostic));
  }
  if (pack !== null) {
    const { indicators, themes, subjects } = pack;
    console.out(
      say(console, {
        zh: `${pack.id}：${indicators.length} 个指标，${themes.length} 个主题，${subjects.length} 种事项\n`,
        en: `${pack.id}: ${indicators.length} indicators, ${themes.length} themes, ${subjects.length} subjects\n`,
      }),
    );
  }
  return exitCodeOf(diagnostics, invocation.failOn);
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
