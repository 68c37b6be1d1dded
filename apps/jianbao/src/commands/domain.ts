import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parsePack } from "@jianbao/domains";
import type { Command } from "../command.ts";
import { formatDiagnostic, say } from "../console.ts";
import { UsageError, exitCodeOf } from "../problems.ts";

/** `jianbao domain check DIR`: validates a subject pack. */
export const domain: Command = {
  name: "domain",
  usage: "domain check DIR",
  summary: { zh: "检查主题包", en: "validate a subject pack" },
  description: {
    zh: "检查一个主题包文件夹里的 YAML：不认识的键、重复的指标、缺少的名称，逐条指出文件、位置和改法。",
    en: "Validates the YAML files of a subject pack's folder: unknown keys, indicators given twice, missing labels, each with file, place and remedy.",
  },
  options: [],
  examples: ["jianbao domain check domains/road-traffic"],
  operands: { min: 2, max: 2 },
  async run(console, invocation) {
    const [verb, target = ""] = invocation.operands;
    if (verb !== "check") throw new UsageError(`unknown: domain ${verb ?? ""}`, "jianbao domain check DIR");
    const folder = resolve(console.cwd, target);
    if (!existsSync(folder))
      throw new UsageError(`no such folder: ${target}`, "name the folder that holds the pack's YAML files");
    const names = statSync(folder).isDirectory()
      ? readdirSync(folder)
          .filter((name) => /\.ya?ml$/u.test(name))
          .sort()
      : [];
    if (names.length === 0)
      throw new UsageError(`no YAML files in ${target}`, "name the folder that holds the pack's YAML files");
    const { pack, diagnostics } = parsePack(
      Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")])),
    );
    if (invocation.json) console.out(`${JSON.stringify({ valid: pack !== null, diagnostics })}\n`);
    else {
      for (const diagnostic of diagnostics) console.out(formatDiagnostic(console, diagnostic));
      if (pack !== null) {
        const { indicators, themes, subjects } = pack;
        console.out(
          say(console, {
            zh: `${pack.id}：${indicators.length} 个指标，${themes.length} 个主题，${subjects.length} 种事项\n`,
            en: `${pack.id}: ${indicators.length} indicators, ${themes.length} themes, ${subjects.length} subjects\n`,
          }),
        );
      }
    }
    return exitCodeOf(diagnostics, invocation.failOn);
  },
};
