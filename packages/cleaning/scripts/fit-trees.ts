/**
 * Fits the trees of src/article/foreign/trees.ts: plants foreign blocks of many kinds in articles of many kinds, some
 * with broken sentences, reads the real layouts of test/unseen, and measures every line that no form decides.
 * `--folds` tells how much is removed of kinds, and lost of articles, that the fit has not seen; `--show` lists what
 * is lost; `--write` writes the table: node scripts/fit-trees.ts [--folds] [--show] [--write]
 */
import { writeFileSync } from "node:fs";
import { doubtful, sure } from "../src/article/foreign/blend.ts";
import { wrapOf } from "../src/article/foreign/context.ts";
import { joinsOf, unitsWithin, viewsOf, weigh } from "../src/article/foreign/foreign.ts";
import { measure, measures } from "../src/article/foreign/measures.ts";
import { formsOf } from "../src/article/foreign/page-forms.ts";
import { passagesOf } from "../src/article/foreign/passages.ts";
import { settingOf, wholesOf } from "../src/article/lines/join.ts";
import { linesOf } from "../src/article/lines/lines.ts";
import { cutPieces } from "../src/article/page/pieces.ts";
import { draftOf } from "../src/draft.ts";
import { unstructured } from "../src/structure.ts";
import {
  type Block,
  articles,
  blocksOf,
  delicateArticles,
  plant,
  randomFrom,
  serviceArticles,
} from "../test/planting.ts";
import { articles as pool } from "../test/texts.ts";
import { foldOf, unseen, unseenFiles } from "./fits.ts";
import { type Example, type Tree, fitTrees, treesOf } from "./trees.ts";

interface Sample extends Example {
  readonly text: string;
  /** Its kind, or the text that it is of. */
  readonly group: string;
  /** What the rules weigh it. */
  readonly weight: number;
  readonly document: number;
  /** Its form decides. */
  readonly decided: boolean;
}

/** What a line is, by where it begins; null where that is not known. */
type Label = (start: number) => Pick<Sample, "group" | "sought"> | null;

const folds = 5;
/** A lost line of an article is worse than a line that is left over. */
const ownWeight = 2;
/** Real layouts are few. */
const layoutWeight = 4;
const sets = ["a", "b", "c", "d", "e"];
let documents = 0;

if (import.meta.main) {
  const all = samplesOf();
  const samples = all.filter(({ decided }) => !decided);
  console.log(`${samples.length} lines, ${samples.filter(({ sought }) => !sought).length} of articles`);
  if (process.argv.includes("--folds")) report(all, samples);
  if (process.argv.includes("--write")) {
    const { start, trees } = fitTrees(samples);
    write(start, trees);
  }
}

/** Fits on four parts of five and judges the fifth, kinds and articles apart. */
function report(all: readonly Sample[], samples: readonly Sample[]): void {
  const scores = new Map<Sample, number>();
  for (let fold = 0; fold < folds; fold++) {
    const model = fitTrees(samples.filter(({ group }) => foldOf(group, folds) !== fold));
    for (const one of samples)
      if (foldOf(one.group, folds) === fold) scores.set(one, treesOf(model.start, model.trees, one.measured));
  }
  const documents = Map.groupBy(all, ({ document }) => document);
  for (const less of [-0.8, doubtful, 0, 0.4]) {
    let gone = 0;
    let foreign = 0;
    const lost: string[] = [];
    for (const lines of documents.values()) {
      const weights = lines.map((one) => {
        const score = scores.get(one);
        if (score === undefined) return one.weight;
        return one.weight > 0 ? (score < less ? score : one.weight) : score < sure ? one.weight : score;
      });
      const found = passagesOf(
        weights,
        lines.map(() => 0),
      );
      for (const [i, one] of lines.entries()) {
        if (one.sought) foreign++;
        if (one.sought && found[i] === true) gone++;
        if (!one.sought && found[i] === true && scores.has(one)) lost.push(one.text);
      }
    }
    const share = ((100 * gone) / foreign).toFixed(1);
    console.log(
      `doubted under ${less}: ${share} % of ${foreign} foreign lines gone, ${lost.length} lost, ${new Set(lost).size} different`,
    );
    if (less === doubtful && process.argv.includes("--show")) console.log([...new Set(lost)].join("\n"));
  }
}

function write(start: number, trees: readonly Tree[]): void {
  const lines = trees.map(({ asks, splits, leaves }) => {
    const questions = asks.map((ask, n) => `${measures[ask] ?? ""}<${splits[n] === Infinity ? 999 : splits[n]}`);
    return `${questions.join(" ")} : ${leaves.join(" ")}`;
  });
  const file = new URL("../src/article/foreign/trees.ts", import.meta.url);
  writeFileSync(
    file,
    `/** Log odds before anything is asked. Written by scripts/fit-trees.ts, and so is the table. */
export const start: number = ${start.toFixed(2)};

/** A tree a line: what is asked at its nodes, from the root down, and what its leaves add. */
export const table: string = \`
${lines.join("\n")}
\`;
`,
  );
}

/** Measures the lines of a text. */
function measuredOf(text: string, labelOf: Label): Sample[] {
  const lines = cutPieces(linesOf(draftOf(text), unstructured));
  const setting = settingOf(lines);
  const wholes = wholesOf(lines, setting);
  const units = unitsWithin(lines, wholes.with, wholes.pieces);
  const views = viewsOf(units);
  const weighed = weigh(views, formsOf(views), wrapOf(lines));
  if (weighed === null) return [];
  documents++;
  const rows = measure(views, weighed, joinsOf(units, wholes.with));
  return views.flatMap((view, i) => {
    const row = rows[i] ?? null;
    const label = labelOf(view.line.start);
    if (label === null) return [];
    return [
      {
        ...label,
        text: view.line.text,
        counts: label.sought ? 1 : ownWeight,
        weight: weighed.weights[i] ?? 0,
        document: documents,
        decided: row === null,
        measured: row === null ? [] : measures.map((name) => row[name]),
      },
    ];
  });
}

function samplesOf(): Sample[] {
  return [...planted(6), ...layouts()];
}

/** Lines of articles with up to three blocks in them. */
function planted(rounds: number): Sample[] {
  const delicate = [...delicateArticles(), ...serviceArticles()];
  const others = [...new Set([...articles(), ...pool().map(({ text }) => text)])];
  const golds = unseen(sets).filter((text) => !text.includes("\uFFFD"));
  const blocks = blocksToFit();
  const random = randomFrom(7);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const found: Sample[] = [];
  for (let left = blocks.length * rounds; left > 0;) {
    const count = random() < 0.12 ? 0 : 1 + Math.floor(random() * 3);
    left -= Math.max(1, count);
    const which = random();
    const article = oneOf(which < 0.4 ? delicate : which < 0.65 ? golds : others);
    const how = random();
    const set = how < 0.2 ? broken(article, random) : how < 0.26 ? wrapped(article, 18 + random() * 20) : article;
    const { text, spans } = plant(
      set,
      Array.from({ length: count }, () => oneOf(blocks)),
      random,
    );
    found.push(
      ...measuredOf(text, (start) => {
        const span = spans.find((one) => one.start <= start && start < one.end);
        return { group: span?.block.kind ?? article.slice(0, 16), sought: span !== undefined };
      }),
    );
  }
  return found;
}

/** All but what was held back; blocks of several lines and kinds that no word of the rules was chosen for count double. */
function blocksToFit(): Block[] {
  const known = ["trades.json", "page.json", "more.json", "fresh.json"]
    .flatMap((file) => blocksOf(file))
    .filter(({ held }) => held === null);
  const others = ["learnt.json", "boxes.json"].flatMap((file) => blocksOf(file));
  return [...known, ...known, ...others, ...others, ...blocksOf("lines.json"), ...blocksOf("offers.json")];
}

/** Breaks one to four sentences of an article where a column or a page ends. */
function broken(article: string, random: () => number): string {
  let text = article;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const at = 20 + Math.floor(random() * (text.length - 30));
    const isInside = /^\p{Script=Han}[\p{Script=Han}，\d]\p{Script=Han}/u.test(text.slice(at - 1));
    if (isInside && !text.slice(at - 6, at + 8).includes("\n"))
      text = `${text.slice(0, at)}\n${random() < 0.5 ? "\n" : ""}${text.slice(at)}`;
  }
  return text;
}

/** Breaks all lines of an article at a width. */
function wrapped(article: string, width: number): string {
  const size = Math.floor(width);
  return article
    .split("\n")
    .flatMap((line) => line.match(new RegExp(`.{1,${size}}`, "gu")) ?? [])
    .join("\n");
}

/** Lines of the files of test/unseen, as far as they came without markup and damage. */
function layouts(): Sample[] {
  return unseenFiles(sets).flatMap(({ source = [], articles: found }, f) => {
    const text = source.join("\n");
    const gold = folded(found.flatMap(({ paragraphs }) => paragraphs).join(""));
    const lines = source.map(folded).filter((line) => line !== "");
    if (/<\/?[a-z][^>]{0,80}>/iu.test(text) || lines.filter((line) => gold.includes(line)).length * 2 < lines.length)
      return [];
    const samples = measuredOf(text, (start) => {
      const end = text.indexOf("\n", start);
      const line = folded(text.slice(start, end < 0 ? undefined : end));
      if (gold.includes(line)) return { group: `file ${f}`, sought: false };
      for (let i = 0; i + 3 <= line.length; i++) if (gold.includes(line.slice(i, i + 5))) return null;
      return { group: `file ${f}`, sought: true };
    });
    return samples.map((one) => ({ ...one, counts: one.counts * layoutWeight }));
  });
}

function folded(text: string): string {
  return text
    .replaceAll(/\s/gu, "")
    .replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}
