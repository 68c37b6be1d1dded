import { readFileSync, readdirSync } from "node:fs";
import { encodeGbk } from "../src/gbk/gbk-table.ts";
import { clean } from "../src/index.ts";
import { simplified } from "../src/rules/script/script.ts";
import { type Mechanism, chance, damage, mix, readerOf, toTraditional } from "./damage.ts";

/**
 * What became of a damaged paragraph: `exact` is the clean text of the undamaged one; `marked` is restored but for
 * U+FFFD, or left, with a diagnostic; `silent` is left without one; `wrong` has characters that were never there.
 */
export type Outcome = "exact" | "marked" | "silent" | "wrong";

/** How many of the characters that were damaged are right again, are open (U+FFFD), and are left as something else. */
export interface Characters {
  readonly right: number;
  readonly open: number;
  readonly left: number;
}

export interface Case {
  readonly mechanism: Mechanism;
  readonly outcome: Outcome;
  readonly characters: Characters;
  readonly damaged: string;
  readonly wanted: string;
  readonly repaired: readonly string[];
}

const folder = new URL("texts/", import.meta.url);

/** The paragraphs of each article of the files whose names match. */
function articlesOf(files: RegExp): string[][] {
  return readdirSync(folder)
    .filter((name) => name.startsWith("articles-") && files.test(name))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { paragraphs: string[] }[])
    .map(({ paragraphs }) => paragraphs);
}

/** Damages a paragraph of each of many short articles by chance, and tells what cleaning makes of it. */
export function damagedCases(seed: number, count: number, only?: Mechanism, files: RegExp = /./u): Generator<Case> {
  return casesOf(articlesOf(files), seed, count, only);
}

/** The same of any articles, each its paragraphs. */
export function* casesOf(
  articles: readonly (readonly string[])[],
  seed: number,
  count: number,
  only?: Mechanism,
): Generator<Case> {
  const random = chance(seed);
  const any = (limit: number): number => Math.floor(random() * limit);
  const kinds = Object.entries(mix).flatMap(([kind, share]) => Array.from({ length: share }, () => kind as Mechanism));
  let mechanism: Mechanism | null = null;
  for (let made = 0; made < count;) {
    const article = articles[any(articles.length)] ?? [];
    const size = 2 + any(6);
    const from = any(Math.max(1, article.length - size));
    // One that finds no place in an article is tried on the next, so that the mix stays what it is.
    mechanism ??= only ?? kinds[any(kinds.length)] ?? "a1-lost";
    // Pages with glosses and lost A1 are traditional, nearly all.
    const hant = random() < (mechanism.startsWith("gloss") ? 1 : /^a1|^mark/u.test(mechanism) ? 0.8 : 0.4);
    const lines = article.slice(from, from + size).map((line) => (hant ? toTraditional(line) : line));
    const reader = readerOf(random, hant);
    if (lines.length === 0 || lines.some((line) => encodeGbk(line) === null)) continue;
    const damaged = damage(lines, any(lines.length), mechanism, reader, random);
    const original = reader.fold && !mechanism.startsWith("utf8") ? halfWidth(lines.join("\n")) : lines.join("\n");
    if (damaged === null || damaged === original) continue;
    made++;
    yield judged(mechanism, damaged, original);
    mechanism = null;
  }
}

function judged(mechanism: Mechanism, damaged: string, original: string): Case {
  const wanted = cleanText(original).text;
  const { text, repairs, told } = cleanText(damaged);
  const plain = halfWidth(simplified(original));
  const outcome: Outcome =
    text === wanted ? "exact" : repairs.some((after) => !stands(after, plain)) ? "wrong" : told ? "marked" : "silent";
  const characters = charactersOf(halfWidth(wanted), halfWidth(simplified(damaged)), halfWidth(text));
  return { mechanism, outcome, characters, damaged, wanted, repaired: repairs };
}

/** What became of the characters from the first to the last one that was damaged. */
function charactersOf(wanted: string, damaged: string, text: string): Characters {
  const { from, to } = between(wanted, damaged);
  const hurt = wanted.slice(from, to);
  const end = Math.max(from, text.length - (wanted.length - to));
  const mended = text.slice(from, end);
  const right = inCommon(hurt, mended);
  const open = Math.min(hurt.length - right, mended.match(/\uFFFD/gu)?.length ?? 0);
  return { right, open, left: hurt.length - right - open };
}

/** Where a text differs from another. */
function between(one: string, other: string): { from: number; to: number } {
  const most = Math.min(one.length, other.length);
  let from = 0;
  while (from < most && one[from] === other[from]) from++;
  let tail = 0;
  while (tail < most - from && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return { from, to: one.length - tail };
}

/** How many characters two texts have in common, in order. */
function inCommon(one: string, other: string): number {
  let row = new Uint32Array(other.length + 1);
  for (const character of one) {
    const next = new Uint32Array(other.length + 1);
    for (let k = 0; k < other.length; k++) {
      next[k + 1] = character === other[k] ? (row[k] as number) + 1 : Math.max(row[k + 1] as number, next[k] as number);
    }
    row = next;
  }
  return row[other.length] as number;
}

function cleanText(text: string): { text: string; repairs: string[]; told: boolean } {
  const source = { document: "a.txt", format: "text", text, encoding: "utf-8", places: [], sha256: "" } as const;
  const { articles: cleaned, diagnostics } = clean(source);
  const repairs = cleaned.flatMap((article) =>
    article.repairs.filter(({ rule }) => /gbk-shift|mojibake/u.test(rule)).map(({ after }) => after),
  );
  const told = diagnostics.some(({ rule }) => /unrepaired-shift|lost-characters/u.test(rule));
  return { text: cleaned.map((article) => article.text).join("\n"), repairs, told };
}

/** Tells whether a repair is in the original: U+FFFD is a character or two, and the bracket of a tag is none. */
function stands(repair: string, original: string): boolean {
  const pattern = halfWidth(simplified(repair))
    .replace(/[<(]$/u, "")
    .replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)
    .replaceAll(/\uFFFD+/gu, (marks) => `.{0,${marks.length * 2 + 1}}`);
  return new RegExp(pattern, "u").test(original);
}

function halfWidth(text: string): string {
  return text.replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

/** How many cases of each mechanism came to what. */
export function tally(cases: Iterable<Case>): Map<Mechanism, Record<Outcome, number>> {
  const counts = new Map<Mechanism, Record<Outcome, number>>();
  for (const { mechanism, outcome } of cases) {
    const row = counts.get(mechanism) ?? { exact: 0, marked: 0, silent: 0, wrong: 0 };
    row[outcome]++;
    counts.set(mechanism, row);
  }
  return counts;
}
