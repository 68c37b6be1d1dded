/**
 * Measures how fast text is cleaned and read on one core, in MB of UTF-8 a second, on several kinds of text; the
 * source map alone; and whether any input takes longer than its length explains:
 * `pnpm --filter @jianbao/bench text [rates|sizes|map|growth]`.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { clean } from "@jianbao/cleaning";
import { parsePack } from "@jianbao/domains";
import { extract } from "@jianbao/extraction";
import { type CleanArticle, type DomainPack, SourceMap, type SourceText, applyEdits } from "@jianbao/model";
import { bySize, kinds, repeated, repeatedFigures } from "./texts.ts";

const wanted = process.argv.slice(2);
const wants = (part: string): boolean => wanted.length === 0 || wanted.includes(part);
const facts = { published: "2023-12-25" };

if (wants("rates")) rates();
if (wants("sizes")) sizes();
if (wants("map")) mapAlone();
if (wants("growth")) growth();

function rates(): void {
  let slowest = Number.POSITIVE_INFINITY;
  let fastest = 0;
  for (const { name, texts } of kinds()) {
    const sources = texts.map((text, index) => sourceOf(`${index}.txt`, text));
    const rate = perSecond(bytesOf(texts), () => sources.forEach((source) => clean(source, facts)));
    slowest = Math.min(slowest, rate);
    fastest = Math.max(fastest, rate);
    console.log(`clean ${name.padEnd(12)} ${rate.toFixed(1).padStart(7)} MB/s`);
  }
  console.log(`fastest / slowest kind ${(fastest / slowest).toFixed(1).padStart(8)}`);
  const pack = loadPack();
  for (const { name, texts } of kinds()) {
    const sources = texts.map((text, index) => sourceOf(`${index}.txt`, text));
    const articles = sources.flatMap((source) => clean(source, facts).articles);
    const read = articles.map(({ text }) => text);
    const alone = perSecond(bytesOf(read), () => articles.forEach((article) => extract(article, pack)));
    const whole = perSecond(bytesOf(texts), () => {
      for (const source of sources) for (const article of clean(source, facts).articles) extract(article, pack);
    });
    console.log(
      `extract ${name.padEnd(10)} ${alone.toFixed(1).padStart(7)} MB/s, clean + extract ${whole.toFixed(1).padStart(6)} MB/s`,
    );
  }
}

function loadPack(): DomainPack {
  const { pack } = parsePack(packFiles());
  if (pack === null) throw new Error("the subject pack does not parse");
  return pack;
}

/** The same report text in articles of several sizes: what an article costs by itself, and what its lines cost. */
function sizes(): void {
  for (const { size, texts } of bySize()) {
    const sources = texts.map((text, index) => sourceOf(`${index}.txt`, text));
    const rate = perSecond(bytesOf(texts), () => sources.forEach((source) => clean(source, facts)));
    const each = bytesOf(texts) / texts.length / rate;
    console.log(
      `clean articles of ${`${size} kB`.padStart(6)} ${rate.toFixed(1).padStart(6)} MB/s ${each.toFixed(0).padStart(7)} µs each`,
    );
  }
}

/** A million edits on ten million code units: applied, composed with as many again, asked for positions. */
function mapAlone(): void {
  const count = 500_000;
  const text = "破獲(huò)案件十萬零三百起，".repeat(count);
  const step = text.length / count;
  const removals = Array.from({ length: count }, (_, i) => ({
    start: i * step + 2,
    end: i * step + 7,
    replacement: "",
  }));
  const applied = timed(() => applyEdits(text, removals));
  const middle = applied.result.text;
  const width = middle.length / count;
  const joins = Array.from({ length: count }, (_, i) => ({
    start: i * width + 5,
    end: i * width + 6,
    replacement: "10",
  }));
  const next = applyEdits(middle, joins);
  const composed = timed(() => applied.result.map.compose(next.map));
  const map: SourceMap = composed.result;
  const asked = timed(() => {
    let sum = 0;
    for (let at = 0; at < map.cleanLength; at += 5) sum += map.toSource(at, "start");
    return sum;
  });
  const positions = map.cleanLength / 5;
  const megabytes = Buffer.byteLength(text) / 1e6;
  console.log(
    `map: edits applied ${rateOf(count, applied.ms)}, composed ${rateOf(2 * count, composed.ms)}, positions ${rateOf(positions, asked.ms)} (millions a second)`,
  );
  console.log(
    `map: ${(megabytes / ((applied.ms + composed.ms) / 1000)).toFixed(0)} MB/s through an edit and a composition`,
  );
}

function rateOf(count: number, ms: number): string {
  return (count / 1000 / ms).toFixed(1);
}

/** Times a million characters of each unit against half as many; what grows faster than its input is called out. */
function growth(): void {
  const rows = [
    ...repeated.map(([format, unit]) => ({
      name: `${format} ${JSON.stringify(unit)}`,
      of: (length: number) => unit.repeat(Math.ceil(length / unit.length)),
      format,
    })),
    {
      name: "text of 100,000 different short lines",
      of: (length: number) => Array.from({ length: length / 10 }, (_, i) => `第${i}行 ${i * 7}起`).join("\n"),
      format: "text" as const,
    },
    {
      name: "text of one line, all sentences different",
      of: (length: number) =>
        Array.from({ length: length / 20 }, (_, i) => `某地去年共办理案件${i * 3 + 7}起，抓获${i}人。`).join(""),
      format: "text" as const,
    },
  ];
  for (const { name, of, format } of rows) {
    const [half, whole] = [500_000, 1_000_000].map((length) => {
      const source = { ...sourceOf("a", of(length)), format };
      return Math.min(...[1, 2].map(() => timed(() => clean(source, facts)).ms));
    });
    compare(half ?? 1, whole ?? 0, `clean ${name}`);
  }
  const pack = loadPack();
  for (const unit of repeatedFigures) {
    const [half, whole] = [500_000, 1_000_000].map((length) => {
      const article = articleOf(unit.repeat(Math.ceil(length / unit.length)));
      return Math.min(...[1, 2].map(() => timed(() => extract(article, pack)).ms));
    });
    compare(half ?? 1, whole ?? 0, `extract ${JSON.stringify(unit)}`);
  }
}

/** Prints what a whole text costs beside a half, and calls out what grows faster than its input. */
function compare(half: number, whole: number, name: string): void {
  const ratio = whole / half;
  const verdict = ratio > 2.8 && whole > 300 ? "  GROWS FASTER THAN ITS INPUT" : "";
  console.log(`${`${whole.toFixed(0)} ms`.padStart(9)}  × ${ratio.toFixed(2)}  ${name}${verdict}`);
  if (verdict !== "") process.exitCode = 1;
}

/** A clean article of a text, as it would come where nothing had to be cleaned. */
function articleOf(text: string): CleanArticle {
  const published = { value: "2023-12-25", by: "sidecar", evidence: "", confidence: 1 } as const;
  return {
    document: "a.txt",
    part: 1,
    text,
    map: SourceMap.identity(text.length),
    metadata: { title: null, publisher: null, byline: null, published, url: null, area: null, script: "hans" },
    removals: [],
    repairs: [],
    headings: [],
    doubts: [],
    places: [],
  };
}

function sourceOf(document: string, text: string): SourceText {
  return { document, format: "text", text, encoding: "utf-8", places: [], sha256: "0".repeat(64) };
}

function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function packFiles(): Record<string, string> {
  const folder = join(import.meta.dirname, "..", "packages", "domains", "telecom-fraud");
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** Warms up for three seconds, then works for two: the rate of the best quarter, by the thread's own time. */
function perSecond(bytes: number, work: () => void): number {
  const warm = threadTime() + 3_000_000;
  do work();
  while (threadTime() < warm);
  let best = 0;
  for (let slice = 0; slice < 8; slice++) {
    const start = threadTime();
    let now = start;
    let rounds = 0;
    while (now - start < 250_000) {
      work();
      rounds++;
      now = threadTime();
    }
    best = Math.max(best, (bytes * rounds) / (now - start));
  }
  return best;
}

/** Microseconds that this thread has been at work: other programs on the machine do not count. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const start = threadTime();
  const result = work();
  return { result, ms: Math.max(1, (threadTime() - start) / 1000) };
}
