/**
 * Fits how a line is worded and both rows of trees of src/article/foreign: plants foreign blocks of many kinds in articles of
 * many kinds, some with broken sentences, reads the real layouts of test/unseen, and measures every line that no form
 * decides. What a line's wording tells is learnt from other kinds and texts than its own.
 * `--folds` tells how much is removed of kinds, and lost of articles, that the fit has not seen; `--show` lists what
 * is lost; `--write` writes the tables, `--tell` what the first trees are worth on the way:
 * node scripts/fit-trees.ts [--folds] [--show] [--write] [--tell]
 */
import { writeFileSync } from "node:fs";
import { besideOf, besides, settledAt } from "../src/article/foreign/beside.ts";
import { passagesOf } from "../src/article/foreign/passages.ts";
import { measures } from "../src/article/foreign/measures.ts";
import { foldOf } from "./fits.ts";
import { type Sampled, type Text, retold, sampledTexts, tellings } from "./samples.ts";
import { type Example, type Tree, fitTrees, treesOf } from "./trees.ts";
import { fitWording, tableOf } from "./wording.ts";
import { type Weights, hashed, wordedBy } from "../src/article/foreign/wording.ts";

const folds = 5;
const setup = { trees: 420, pace: 0.12, firmness: 60, least: 40 };
const secondSetup = { trees: 100, pace: 0.1, firmness: 80, least: 60 };

if (import.meta.main) {
  const texts = sampledTexts(11);
  const lines = texts.flatMap(({ lines: all }) => all).filter((line) => line.row !== null && line.sought !== null);
  console.log(`${lines.length} lines, ${lines.filter(({ sought }) => sought === false).length} of articles`);
  if (process.argv.includes("--folds")) report(texts, lines);
  if (process.argv.includes("--write")) write(texts, lines);
}

function partOf({ kind }: Sampled): number {
  return foldOf(kind, folds);
}

/** What wording is learnt from: each line once, and lines that tell. */
function wordedLines(lines: readonly Sampled[]): { text: string; sought: boolean; group: string; part: number }[] {
  const found = new Map<string, { text: string; sought: boolean; group: string; part: number }>();
  for (const line of lines) {
    const sought = line.sought === true;
    found.set(`${line.text} ${sought}`, { text: line.text, sought, group: line.kind, part: partOf(line) });
  }
  return [...found.values(), ...tellings().map((one) => ({ ...one, part: foldOf(one.group, folds) }))];
}

/** Weights of wording that were learnt without some parts, by their numbers. */
function wordingsWithout(lines: readonly Sampled[]): (parts: readonly number[]) => Weights {
  const all = wordedLines(lines);
  const known = new Map<string, Weights>();
  return (parts) => {
    const key = [...parts].sort().join(" ");
    const weights = known.get(key) ?? hashed(fitWording(all.filter(({ part }) => !parts.includes(part))));
    known.set(key, weights);
    return weights;
  };
}

/** What is measured of each line, its wording learnt without its own part and without some other. */
function measuredWithout(
  texts: readonly Text[],
  without: (parts: readonly number[]) => Weights,
  other: readonly number[],
): Map<Sampled, readonly number[]> {
  const known = new Map<string, number>();
  const wordingIn = (line: Sampled): number => {
    const part = partOf(line);
    const key = `${part} ${line.text}`;
    const worded = known.get(key) ?? wordedBy(without([...new Set([part, ...other])]), line.text);
    known.set(key, worded);
    return worded;
  };
  return new Map(
    texts.flatMap(({ lines }) =>
      lines.flatMap((line, i) => {
        const row = retold(line, (j) => wordingIn(lines[j] ?? line), i, lines.length);
        return row === null ? [] : [[line, measures.map((name) => row[name])] as const];
      }),
    ),
  );
}

function examplesOf(lines: readonly Sampled[], measured: ReadonlyMap<Sampled, readonly number[]>): Example[] {
  return lines.map((line) => ({
    measured: measured.get(line) ?? [],
    sought: line.sought === true,
    counts: line.counts,
  }));
}

/** What trees that have not seen a line's kind or text say of each line that is measured. */
function scoresOf(
  lines: readonly Sampled[],
  measuredBut: (fold: number) => ReadonlyMap<Sampled, readonly number[]>,
): Map<Sampled, number> {
  const scores = new Map<Sampled, number>();
  for (let fold = 0; fold < folds; fold++) {
    const measured = measuredBut(fold);
    const rest = lines.filter((line) => partOf(line) !== fold);
    const { start, trees } = fitTrees(examplesOf(rest, measured), setup);
    for (const line of lines)
      if (partOf(line) === fold) scores.set(line, treesOf(start, trees, measured.get(line) ?? []));
  }
  return scores;
}

/** Examples for the second trees: what the first said of each line that they may change, and around it. */
function besideExamples(
  texts: readonly Text[],
  scores: ReadonlyMap<Sampled, number>,
  measured: ReadonlyMap<Sampled, readonly number[]>,
): Map<Sampled, Example> {
  const examples = new Map<Sampled, Example>();
  for (const { lines } of texts) {
    const said = lines.map((line) => (line.open ? scores.get(line) : undefined) ?? settledAt(line.weight));
    for (const [i, line] of lines.entries()) {
      const row = measured.get(line);
      const beside = besideOf(said, i);
      if (row === undefined || !line.open || line.sought === null || !scores.has(line)) continue;
      examples.set(line, {
        measured: [...row, ...besides.map((name) => beside[name])],
        sought: line.sought,
        counts: line.counts,
        known: scores.get(line) ?? 0,
      });
    }
  }
  return examples;
}

/** Fits on four parts of five and judges the fifth, kinds and articles apart. */
function report(texts: readonly Text[], lines: readonly Sampled[]): void {
  const without = wordingsWithout(lines);
  const scores = scoresOf(lines, (fold) => measuredWithout(texts, without, [fold]));
  console.log("the first trees:");
  tell(texts, scores);
  const examples = besideExamples(texts, scores, measuredWithout(texts, without, []));
  const second = new Map<Sampled, number>();
  for (let fold = 0; fold < folds; fold++) {
    const rest = [...examples].filter(([line]) => partOf(line) !== fold).map(([, example]) => example);
    const { trees } = fitTrees(rest, secondSetup);
    for (const [line, { measured, known = 0 }] of examples)
      if (partOf(line) === fold) second.set(line, known + treesOf(0, trees, measured));
  }
  console.log("both:");
  tell(texts, new Map([...scores].map(([line, score]) => [line, second.get(line) ?? score])));
}

function tell(texts: readonly Text[], scores: ReadonlyMap<Sampled, number>): void {
  for (const less of [0, 0.5, 1, 1.5, 2, 2.5, 3]) {
    const gone = new Map<string, [number, number]>();
    const lost: string[] = [];
    for (const { lines: all, turns } of texts) {
      const weights = all.map((line) => {
        const score = scores.get(line);
        return score === undefined ? line.weight : score - less;
      });
      const found = passagesOf(weights, turns);
      const left = new Map<number, boolean>();
      for (const [i, line] of all.entries()) {
        if (line.sought === true) left.set(line.block, (left.get(line.block) ?? false) || found[i] !== true);
        if (line.sought === false && found[i] === true && scores.has(line)) lost.push(line.text);
      }
      for (const [block, isLeft] of left) {
        const set = all.find((line) => line.block === block)?.set ?? "";
        const [count, size] = gone.get(set) ?? [0, 0];
        gone.set(set, [count + (isLeft ? 0 : 1), size + 1]);
      }
    }
    const shares = [...gone].map(([set, [count, size]]) => `${set} ${((100 * count) / size).toFixed(1)} %`);
    console.log(`less ${less}: ${shares.join(", ")} gone, ${lost.length} lines lost, ${new Set(lost).size} different`);
    if (less === 2 && process.argv.includes("--show")) console.log([...new Set(lost)].join("\n"));
  }
}

function write(texts: readonly Text[], lines: readonly Sampled[]): void {
  const without = wordingsWithout(lines);
  const measured = measuredWithout(texts, without, []);
  const { start, trees } = fitTrees(examplesOf(lines, measured), setup);
  const scores = scoresOf(lines, (fold) => measuredWithout(texts, without, [fold]));
  if (process.argv.includes("--tell")) tell(texts, scores);
  const second = fitTrees([...besideExamples(texts, scores, measured).values()], secondSetup);
  writeFileSync(
    new URL("../src/article/foreign/wordings.ts", import.meta.url),
    `/** What weighs how much in a line's wording. Written by scripts/fit-trees.ts. */
export const wordings: string = \`
${tableOf(fitWording(wordedLines(lines)))}
\`;
`,
  );
  writeFileSync(
    new URL("../src/article/foreign/trees.ts", import.meta.url),
    `/** Log odds before anything is asked. Written by scripts/fit-trees.ts, and so is the table. */
export const start: number = ${start.toFixed(2)};

/** A tree a line: what is asked at its nodes, from the root down, and what its leaves add. */
export const table: string = \`
${treesAsText(trees, measures)}
\`;
`,
  );
  writeFileSync(
    new URL("../src/article/foreign/second-trees.ts", import.meta.url),
    `/** Trees as those of trees.ts, which also ask what those said around a line. Written by scripts/fit-trees.ts. */
export const table: string = \`
${treesAsText(second.trees, [...measures, ...besides])}
\`;
`,
  );
}

function treesAsText(trees: readonly Tree[], names: readonly string[]): string {
  return trees
    .map(({ asks, splits, leaves }) => {
      const questions = asks.map((ask, n) => `${names[ask] ?? ""}<${splits[n] === Infinity ? 999 : splits[n]}`);
      return `${questions.join(" ")} : ${leaves.join(" ")}`;
    })
    .join("\n");
}
