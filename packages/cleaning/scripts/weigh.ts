/**
 * Prints what the language model knows of texts: `node scripts/weigh.ts FILES [COUNT]`, where FILES is a pattern of
 * names in test/texts. Honest figures need a table that was made without them: see write-grams.ts.
 *
 *   bits        what a character costs, where nothing else of the page is known and where the rest of it is
 *   told        how often a character is the likeliest of all with its first, or second, byte, its neighbours given,
 *               and by how many bits at least the likeliest is ahead where it is wrong one time in a hundred
 *   sure, was   of those that are said to be so likely, how many are right
 */
import { readFileSync, readdirSync } from "node:fs";
import { charactersBy } from "../src/gbk/gbk-halves.ts";
import { codeOf } from "../src/gbk/gbk-table.ts";
import { LanguageModel, nothingRead, plainModel } from "../src/language/language-model.ts";
import { chance } from "../test/damage.ts";

type Entry = { readonly text?: string; readonly paragraphs?: readonly string[] };

const [pattern = ".", count = "500"] = process.argv.slice(2);
const folder = new URL("../test/texts/", import.meta.url);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && new RegExp(pattern, "u").test(name))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Entry[])
  .map(({ text = "", paragraphs = text.split("\n") }) => paragraphs.filter((one) => one !== ""));

/** How many characters before and after one are known. */
const beside = 8;
const random = chance(1);
const any = (limit: number): number => Math.floor(random() * limit);

print(
  "bits",
  bits(() => plainModel()),
  bits(modelWithout),
);
const rows: { readonly ahead: number; readonly likely: number; readonly right: boolean }[] = [];
for (const which of ["lead", "trail"] as const) {
  const before = rows.length;
  while (rows.length < before + Number(count)) weigh(which);
  const made = rows.slice(before);
  const wrong = made
    .filter(({ right }) => !right)
    .map(({ ahead }) => ahead)
    .sort((a, b) => b - a);
  print(
    `told, ${which}`,
    `${((1 - wrong.length / made.length) * 100).toFixed(1)} %`,
    wrong[Math.floor(made.length / 100)] ?? 0,
  );
}
const steps = [0, 0.5, 0.8, 0.9, 0.97, 0.99, 0.997, 0.999, 1.1];
steps.slice(0, -1).forEach((least, i) => {
  const here = rows.filter(({ likely }) => likely >= least && likely < (steps[i + 1] ?? 2));
  const sure = here.reduce((sum, { likely }) => sum + likely, 0) / here.length;
  const was = here.filter(({ right }) => right).length / here.length;
  print(`sure, was (${here.length})`, `${(sure * 100).toFixed(2)} %`, `${(was * 100).toFixed(2)} %`);
});

/** A model that knows a text but for one of its paragraphs. */
function modelWithout(text: readonly string[], left: number): LanguageModel {
  return new LanguageModel(text.filter((_, i) => i !== left).join("\n"));
}

function bits(modelOf: (text: readonly string[], left: number) => LanguageModel): number {
  let sum = 0;
  let length = 0;
  for (const text of texts) {
    for (const [i, paragraph] of text.entries()) {
      sum += modelOf(text, i).read(nothingRead, paragraph).bits;
      length += paragraph.length;
    }
  }
  return sum / length;
}

/** Weighs one character of a text against all that share a byte with it. */
function weigh(which: "lead" | "trail"): void {
  const text = texts[any(texts.length)] ?? [];
  const left = any(text.length);
  const paragraph = text[left] ?? "";
  const at = any(paragraph.length);
  const character = paragraph[at] ?? "";
  const code = codeOf(character);
  if (code === 0 || !/\p{Script=Han}/u.test(character)) return;
  const model = modelWithout(text, left);
  const before = model.read(nothingRead, paragraph.slice(Math.max(0, at - beside), at));
  const after = paragraph.slice(at + 1, at + 1 + beside);
  const rated = charactersBy(which, which === "lead" ? code >> 8 : code & 255)
    .map((one) => ({ one, cost: model.read(before, one + after).bits }))
    .sort((a, b) => a.cost - b.cost);
  const [first, second] = rated;
  if (first === undefined || second === undefined) return;
  const likely = 1 / rated.reduce((sum, { cost }) => sum + 2 ** (first.cost - cost), 0);
  rows.push({ ahead: second.cost - first.cost, likely, right: first.one === character });
}

function print(name: string, ...figures: readonly (number | string)[]): void {
  const shown = figures.map((one) => (typeof one === "number" ? one.toFixed(2) : one).padStart(9));
  process.stdout.write(`${name.padEnd(20)}${shown.join(" ")}\n`);
}
