/**
 * Fits how a line is worded and the trees of src/article/foreign: plants foreign blocks of many kinds in articles of
 * many kinds, some with broken sentences, reads the real layouts of test/unseen, and measures every line that no form
 * decides. What a line's wording tells is learnt from other kinds and texts than its own.
 * `--folds` tells how much is removed of kinds, and lost of articles, that the fit has not seen; `--show` lists what
 * is lost; `--write` writes both tables: node scripts/fit-trees.ts [--folds] [--show] [--write]
 */
import { writeFileSync } from "node:fs";
import { passagesOf } from "../src/article/foreign/passages.ts";
import { measures } from "../src/article/foreign/measures.ts";
import { foldOf } from "./fits.ts";
import { type Sampled, type Text, retold, sampledTexts, tellings } from "./samples.ts";
import { type Tree, fitTrees, treesOf } from "./trees.ts";
import { fitWording, tableOf } from "./wording.ts";
import { type Weights, hashed, wordedBy } from "../src/article/foreign/wording.ts";

const folds = 5;
const setup = { trees: 320, pace: 0.13, firmness: 60, least: 40 };

if (import.meta.main) {
  const texts = sampledTexts(18);
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

function examplesOf(
  lines: readonly Sampled[],
  measured: ReadonlyMap<Sampled, readonly number[]>,
): { measured: readonly number[]; sought: boolean; counts: number }[] {
  return lines.map((line) => ({
    measured: measured.get(line) ?? [],
    sought: line.sought === true,
    counts: line.counts,
  }));
}

/** Fits on four parts of five and judges the fifth, kinds and articles apart. */
function report(texts: readonly Text[], lines: readonly Sampled[]): void {
  const scores = new Map<Sampled, number>();
  const without = wordingsWithout(lines);
  for (let fold = 0; fold < folds; fold++) {
    const measured = measuredWithout(texts, without, [fold]);
    const rest = lines.filter((line) => partOf(line) !== fold);
    const { start, trees } = fitTrees(examplesOf(rest, measured), setup);
    for (const line of lines)
      if (partOf(line) === fold) scores.set(line, treesOf(start, trees, measured.get(line) ?? []));
  }
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
  writeFileSync(
    new URL("../src/article/foreign/wordings.ts", import.meta.url),
    `/** What weighs how much in a line's wording. Written by scripts/fit-trees.ts. */
export const wordings: string = \`
${tableOf(fitWording(wordedLines(lines)))}
\`;
`,
  );
  writeFileSync(new URL("../src/article/foreign/trees.ts", import.meta.url), treesAsText(start, trees));
}

function treesAsText(start: number, trees: readonly Tree[]): string {
  const lines = trees.map(({ asks, splits, leaves }) => {
    const questions = asks.map((ask, n) => `${measures[ask] ?? ""}<${splits[n] === Infinity ? 999 : splits[n]}`);
    return `${questions.join(" ")} : ${leaves.join(" ")}`;
  });
  return `/** Log odds before anything is asked. Written by scripts/fit-trees.ts, and so is the table. */
export const start: number = ${start.toFixed(2)};

/** A tree a line: what is asked at its nodes, from the root down, and what its leaves add. */
export const table: string = \`
${lines.join("\n")}
\`;
`;
}
