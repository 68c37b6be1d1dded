import { clean, readSource } from "../../src/index.ts";
import { type Article, articles } from "./articles.ts";
import { data } from "./data.ts";
import { eras } from "./eras.ts";
import { heldBack1 } from "./held-back-1.ts";
import { heldBack2 } from "./held-back-2.ts";
import { heldBack3 } from "./held-back-3.ts";
import { heldBack4 } from "./held-back-4.ts";
import { heldBack5 } from "./held-back-5.ts";
import { heldBack6 } from "./held-back-6.ts";
import { heldBack7 } from "./held-back-7.ts";
import { heldBack8 } from "./held-back-8.ts";
import { heldBack } from "./held-back.ts";
import { type Layout, linesOf } from "./kit.ts";
import { portals } from "./portals.ts";
import { voices } from "./voices.ts";

/** Layouts on which the rules were built. */
export const tuned: readonly Layout[] = [
  ...eras,
  ...portals,
  ...voices,
  ...data,
  ...heldBack1,
  ...heldBack2,
  ...heldBack3,
  ...heldBack4,
  ...heldBack5,
  ...heldBack6,
  ...heldBack7,
  ...heldBack8,
];
export { articles, heldBack };

/** How an article came out of a page. */
export interface Score {
  /** Twice the longest common subsequence over both lengths, by characters other than white space. */
  readonly f: number;
  /** Lines that were to come out and did not. */
  readonly missing: readonly string[];
  /** Lines that came out and were not to. */
  readonly extra: readonly string[];
}

/** What a page gave: the texts of its articles, one after another, and the way back. */
export interface Read {
  readonly text: string;
  readonly source: string;
  /** From the text to the source; a stretch of the text within one article. */
  readonly toSource: (start: number, end: number) => [start: number, end: number];
}

/** Reads and cleans an article laid out as a page. */
export async function read(layout: Layout, article: Article, seed: number): Promise<Read> {
  const page = layout.page(article, seed);
  const bytes = layout.bytes?.(page) ?? new TextEncoder().encode(page);
  const { source, diagnostics } = await readSource(bytes, { document: layout.document ?? "a.html" });
  if (source === null) throw new Error(`nothing was read: ${JSON.stringify(diagnostics)}`);
  const result = clean(source);
  for (const one of result.articles) one.map.check(source.text, one.text);
  return {
    text: result.articles.map((one) => one.text).join("\n"),
    source: source.text,
    toSource: (start, end) => {
      let before = 0;
      for (const { text, map } of result.articles) {
        if (start - before < text.length) {
          const span = map.toSourceSpan({ start: start - before, end: end - before });
          return [span.start, span.end];
        }
        before += text.length + 1;
      }
      throw new RangeError(`position ${start} is outside the texts`);
    },
  };
}

/** Compares what came out with what was to come out. */
export function score(layout: Layout, article: Article, seed: number, text: string): Score {
  const wanted = layout.lines?.(article, seed) ?? linesOf(article);
  const found = text.split("\n");
  const a = squeeze(wanted.join(""));
  const b = squeeze(text);
  const missing = wanted.filter((line) => !found.some((one) => squeeze(one) === squeeze(line)));
  const extra = found.filter((line) => !wanted.some((one) => squeeze(one) === squeeze(line)));
  return { f: a === b ? 1 : (2 * common(a, b)) / (a.length + b.length), missing, extra };
}

function squeeze(text: string): string {
  return text.replaceAll(/[\s\u200B]/gu, "");
}

/** Length of the longest common subsequence, beginnings and ends that agree taken off first. */
function common(a: string, b: string): number {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const first = a.slice(head, a.length - tail);
  const second = b.slice(head, b.length - tail);
  let row = new Uint32Array(second.length + 1);
  for (const character of first) {
    const next = new Uint32Array(second.length + 1);
    for (let j = 0; j < second.length; j++) {
      next[j + 1] = second[j] === character ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0);
    }
    row = next;
  }
  return head + tail + (row[second.length] ?? 0);
}
