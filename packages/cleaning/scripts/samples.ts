/** Lines that the trees are fitted on: articles with blocks planted in them, and the real layouts of test/unseen. */
import { readFileSync } from "node:fs";
import { isOpen } from "../src/article/foreign/blend.ts";
import { turnsOf, wrapOf } from "../src/article/foreign/context.ts";
import { joinsOf, unitsWithin, viewsOf, weigh } from "../src/article/foreign/foreign.ts";
import { type Measure, measure, wordingsOf } from "../src/article/foreign/measures.ts";
import { formsOf } from "../src/article/foreign/page-forms.ts";
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
  plainArticles,
  plant,
  randomFrom,
  serviceArticles,
} from "../test/planting.ts";
import { articles as pool } from "../test/texts.ts";
import { unseen, unseenFiles } from "./fits.ts";

export interface Sampled {
  readonly text: string;
  /** Its kind, or the text that it is of. */
  readonly kind: string;
  /** The set that its block is of. */
  readonly set: string;
  /** It is foreign; null where that is not known. */
  readonly sought: boolean | null;
  /** The number of its block; less than 0 is none. */
  readonly block: number;
  /** How much it counts. */
  readonly counts: number;
  /** What the rules weigh it. */
  readonly weight: number;
  /** The trees may change what is told of it. */
  readonly open: boolean;
  /** What is measured of it; null where its form decides. */
  readonly row: Readonly<Record<Measure, number>> | null;
}

export interface Text {
  readonly lines: readonly Sampled[];
  readonly turns: readonly number[];
}

type Label = Pick<Sampled, "kind" | "set" | "sought" | "block" | "counts">;

/** A lost line of an article is worse than a line that is left over. */
const ownWeight = 2;
/** Real layouts are few. */
const layoutWeight = 10;
/** Lists and notices are what is lost first. */
const plainWeight = 1.5;
const sets = ["a", "b", "c", "d", "e"];
const unknown: Label = { kind: "", set: "", sought: null, block: -1, counts: 0 };

/** Each kind of block planted about so many times, and the layouts. */
export function sampledTexts(rounds: number): Text[] {
  return [...planted(rounds), ...layouts()];
}

/** What is measured of a line, where wording is known otherwise. */
export function retold(
  { row }: Sampled,
  worded: (i: number) => number,
  i: number,
  length: number,
): Readonly<Record<Measure, number>> | null {
  return row === null ? null : { ...row, ...wordingsOf(worded, i, length) };
}

/** Lines that tell, beside those of the articles. */
export function tellings(): { text: string; sought: boolean; group: string }[] {
  const paragraphs = [1, 2, 3, 4, 5].flatMap((i) => {
    const file = new URL(`../test/texts/kinds-${i}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, "utf8")) as { kind: string; text: string }[];
  });
  return [
    ...blocksOf("told.json").flatMap(({ kind, lines }) => lines.map((text) => ({ text, sought: false, group: kind }))),
    ...paragraphs.flatMap(({ kind, text }) =>
      text.split("\n").map((line) => ({ text: line, sought: false, group: kind })),
    ),
  ];
}

/** Measures the lines of a text. */
function textOf(text: string, labelOf: (start: number) => Label): Text | null {
  const lines = cutPieces(linesOf(draftOf(text), unstructured));
  const setting = settingOf(lines);
  const wholes = wholesOf(lines, setting);
  const units = unitsWithin(lines, wholes.with, wholes.pieces);
  const views = viewsOf(units);
  const weighed = weigh(views, formsOf(views), wrapOf(lines));
  if (weighed === null) return null;
  const rows = measure(views, weighed, joinsOf(units, wholes.with));
  return {
    turns: turnsOf(views, weighed.judged),
    lines: views.map((view, i) => ({
      ...labelOf(view.line.start),
      text: view.line.text,
      weight: weighed.weights[i] ?? 0,
      open: isOpen(view, i, weighed),
      row: rows[i] ?? null,
    })),
  };
}

/** Articles with up to three blocks in them. */
function planted(rounds: number): Text[] {
  const plain = [...plainArticles("clean.json"), ...plainArticles("matters.json")];
  const delicate = [...delicateArticles(), ...plainArticles("delicate-2.json"), ...serviceArticles()];
  const others = [...new Set([...articles(), ...pool().map(({ text }) => text)])];
  const golds = unseen(sets).filter((text) => !text.includes("\uFFFD"));
  const blocks = blocksToFit();
  const random = randomFrom(7);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const found: Text[] = [];
  let number = 0;
  for (let left = blocks.length * rounds; left > 0;) {
    const count = random() < 0.12 ? 0 : 1 + Math.floor(random() * 3);
    left -= Math.max(1, count);
    const which = random();
    const article = oneOf(which < 0.22 ? plain : which < 0.4 ? delicate : which < 0.6 ? golds : others);
    const how = random();
    const set =
      how < 0.12
        ? broken(article, random)
        : how < 0.17
          ? wrapped(article, 18 + random() * 20)
          : how < 0.32
            ? beginning(article, 2 + random() * 4)
            : article;
    const { text, spans } = plant(
      set,
      Array.from({ length: count }, () => oneOf(blocks)),
      random,
    );
    const first = number;
    number += spans.length;
    const own: Label = {
      kind: article.slice(0, 16),
      set: "",
      sought: false,
      block: -1,
      counts: ownWeight * (which < 0.22 ? plainWeight : 1),
    };
    const sample = textOf(text, (start) => {
      const at = spans.findIndex((span) => span.start <= start && start < span.end);
      const block = spans[at]?.block;
      if (block === undefined) return own;
      return { kind: stemOf(block.kind), set: block.set, sought: true, block: first + at, counts: 1 };
    });
    if (sample !== null) found.push(sample);
  }
  return found;
}

/** `offers` and `offer-list` are one kind. */
function stemOf(kind: string): string {
  return kind.replaceAll(/[- ].*|s$/gu, "");
}

type Labelled = Block & { readonly set: string };

function setOf(set: string, files: readonly string[]): Labelled[] {
  return files.flatMap((file) => blocksOf(`${file}.json`)).map((block) => ({ ...block, set }));
}

/** All but what was held back; kinds that no word of the rules was chosen for count double. */
function blocksToFit(): Labelled[] {
  const known = [
    ...setOf("known", ["trades", "page"]).filter(({ held }) => held === null),
    ...setOf("known", ["more", "fresh"]),
  ];
  const others = setOf("other", ["learnt", "boxes", "kinds", "classes", "screens"]);
  return [...known, ...others, ...others, ...setOf("lines", ["lines", "offers"])];
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

/** So many lines of an article, as a short one has. */
function beginning(article: string, lines: number): string {
  return article.split("\n").slice(0, Math.floor(lines)).join("\n");
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
function layouts(): Text[] {
  return unseenFiles(sets).flatMap(({ source = [], articles: found }, f) => {
    const text = source.join("\n");
    const gold = folded(found.flatMap(({ paragraphs }) => paragraphs).join(""));
    const lines = source.map(folded).filter((line) => line !== "");
    if (/<\/?[a-z][^>]{0,80}>/iu.test(text) || lines.filter((line) => gold.includes(line)).length * 2 < lines.length)
      return [];
    const own: Label = { kind: `file ${f}`, set: "", sought: false, block: -1, counts: ownWeight * layoutWeight };
    const sample = textOf(text, (start) => {
      const end = text.indexOf("\n", start);
      const line = folded(text.slice(start, end < 0 ? undefined : end));
      if (gold.includes(line)) return own;
      for (let i = 0; i + 3 <= line.length; i++) if (gold.includes(line.slice(i, i + 5))) return unknown;
      return { ...own, set: "layout", sought: true, block: -2 - start, counts: layoutWeight };
    });
    return sample === null ? [] : [sample];
  });
}

function folded(text: string): string {
  return text
    .replaceAll(/\s/gu, "")
    .replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}
