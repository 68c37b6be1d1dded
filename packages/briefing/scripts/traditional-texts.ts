/** What the tables of traditional characters are made of, and checked with. */
import { readFileSync, readdirSync } from "node:fs";
import { areaData } from "../../model/src/area-data.ts";
import * as OpenCC from "opencc-js";
import hongKong from "opencc-js/dict/HKVariants";
import simplified from "opencc-js/dict/STCharacters";
import taiwan from "opencc-js/dict/TWVariants";

type Dictionary = "STCharacters" | "TWVariants" | "HKVariants";
const dictionaries: Readonly<Record<Dictionary, string>> = {
  STCharacters: simplified,
  TWVariants: taiwan,
  HKVariants: hongKong,
};
const converters = new Map(
  (["t", "tw", "hk"] as const).map((to) => [to, OpenCC.Converter({ from: "cn", to })] as const),
);

/** What OpenCC does not tell: 江干 lies at the river, nothing is dry there; 系 before what was done is the verb; and what it changes needlessly. */
const corrections = [
  ["江乾", "江干"],
  ["系經", "係經"],
  ["系本刊", "係本刊"],
  // Laws and governments of both write 公布.
  ["公佈", "公布"],
  ["發佈", "發布"],
] as const;

/** Converts with OpenCC itself. */
export function convertWith(to: "t" | "tw" | "hk", text: string): string {
  let result = converters.get(to)?.(text) ?? text;
  for (const [wrong, right] of corrections) result = result.replaceAll(wrong, right);
  return result;
}

/** The pairs of one of OpenCC's dictionaries, the first choice where there are several; those of one character alone. */
export function pairsOf(name: Dictionary): [string, string][] {
  return dictionaries[name].split("|").flatMap((entry): [string, string][] => {
    const [from = "", to = ""] = entry.split(" ");
    return from !== to && [...from].length === 1 && [...to].length === 1 ? [[from, to]] : [];
  });
}

/** The characters that simplified text writes otherwise. */
export function charactersOf(): [string, string][] {
  return pairsOf("STCharacters");
}

/** Every run of Chinese characters in the sources of this package, labels and parts of the packs, names of areas. */
export function ownTexts(): readonly string[] {
  const source = new URL("../src/", import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith("traditional-data.ts"))
    .sort();
  const own = files.flatMap((name) => readFileSync(new URL(name, source), "utf8").match(/\p{Script=Han}+/gu) ?? []);
  const areas = areaData.replaceAll("·", "").match(/\p{Script=Han}+/gu) ?? [];
  const packs = new URL("../../domains/", import.meta.url);
  const labels = readdirSync(packs, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("indicators.yaml") && !name.includes("node_modules"))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, packs), "utf8").match(/zh-Hans: [^,}]+|^ +parts: .*$/gmu) ?? [])
    .flatMap((line) => line.match(/\p{Script=Han}+/gu) ?? []);
  return [...new Set([...own, ...areas, ...labels])];
}
