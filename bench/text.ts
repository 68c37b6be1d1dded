/**
 * Measures how fast text is cleaned and read on one core, in MB of UTF-8 a second, on the example's
 * clean articles repeated: `pnpm --filter @jianbao/bench text`.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { clean } from "@jianbao/cleaning";
import { parsePack } from "@jianbao/domains";
import { extract } from "@jianbao/extraction";
import type { SourceText } from "@jianbao/model";

const root = join(import.meta.dirname, "..");
const articles = join(root, "examples", "telecom-fraud", "articles");
const domain = join(root, "packages", "domains", "telecom-fraud");
const { pack } = parsePack(
  Object.fromEntries(readdirSync(domain).map((name) => [name, readFileSync(join(domain, name), "utf8")])),
);
if (pack === null) throw new Error("the subject pack does not parse");

const texts = readdirSync(articles)
  .sort()
  .map((name) => readFileSync(join(articles, name), "utf8").replace(/^---\n[\s\S]*?\n---\n/u, ""));
const sources = texts.map((text, index): SourceText => ({
  document: `${index}.txt`,
  format: "text",
  text,
  encoding: "utf-8",
  places: [],
  sha256: "0".repeat(64),
}));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const facts = { published: "2023-12-25" };
const cleaned = sources.flatMap((source) => clean(source, facts).articles);

rate("clean", () => sources.forEach((source) => clean(source, facts)));
rate("extract", () => cleaned.forEach((article) => extract(article, pack)));

/** Runs the work for about two seconds after a warm-up and prints the rate. */
function rate(label: string, work: () => void): void {
  for (let i = 0; i < 3; i++) work();
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < 2000) {
    work();
    rounds++;
  }
  console.log(`${label.padEnd(8)} ${((bytes * rounds) / 1e6 / ((performance.now() - start) / 1000)).toFixed(1)} MB/s`);
}
