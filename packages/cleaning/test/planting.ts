import { readFileSync } from "node:fs";
import type { SourceText } from "@jianbao/model";
import { clean, readSource } from "../src/index.ts";

/** A block of foreign lines with its kind; `held` blocks and kinds were kept back while the rules were tuned. */
export interface Block {
  readonly kind: string;
  readonly held: "kind" | "block" | null;
  readonly lines: readonly string[];
}

const heldKinds: ReadonlySet<string> = new Set(
  "funeral immigration insurance fortune-telling second-hand weddings software cars ranking weather-bar voting cookie ticker newsletter counter bbcode".split(
    " ",
  ),
);

/** All blocks of a file under `blocks/`; of each kind every third was kept back. */
export function blocksOf(file: string): Block[] {
  const kinds = json<Record<string, string[]>>(file);
  return Object.entries(kinds).flatMap(([kind, blocks]) =>
    blocks.map((block, i) => ({
      kind,
      held: heldKinds.has(kind) ? ("kind" as const) : i % 3 === 2 ? ("block" as const) : null,
      lines: block.split("\n"),
    })),
  );
}

/** Articles whose own words are those of advertisements, and the common pool. */
export function articles(): string[] {
  return [...json<string[]>("articles.json"), ...[1, 2, 3, 4, 5].flatMap((i) => pooled(i))];
}

/** Articles that serve their readers: lists of clinics, prices, how to apply, what a fraud's page said. */
export function serviceArticles(): string[] {
  return ["service.json", "service-2.json", "service-3.json"].flatMap((file) => json<string[]>(file));
}

/** Articles of delicate kinds: advice, notices, prices, timetables, recipes, obituaries, calls of the article's own. */
export function delicateArticles(): string[] {
  return [...json<string[]>("delicate.json"), ...json<string[]>("learnt-articles.json")];
}

/** Articles of all trades whose lists, notices, talks and advice look like what pages and offers say. */
export function plainArticles(file: string): string[] {
  return json<string[]>(file);
}

interface Pooled {
  readonly title: string;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly paragraphs: readonly string[];
  readonly note: string | null;
}

function pooled(i: number): string[] {
  return json<Pooled[]>(`../texts/articles-${i}.json`).map(({ title, byline, dateline, paragraphs, note }) => {
    const [first = "", ...rest] = paragraphs;
    const opening = dateline === null ? first : dateline + (/[\s　]$/u.test(dateline) ? "" : "　") + first;
    return [title, ...(byline === null ? [] : [byline]), opening, ...rest, ...(note === null ? [] : [note])].join("\n");
  });
}

function json<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`blocks/${file}`, import.meta.url), "utf8")) as T;
}

/** A text with blocks planted in it: `own` tells of each code unit whether it is the article's. */
export interface Planted<B extends Block = Block> {
  readonly text: string;
  readonly own: readonly boolean[];
  /** In code units of the text, one a block. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly block: B }[];
}

/** Plants blocks between the lines of an article at random places: 0 is before the headline. */
export function plant<B extends Block>(article: string, blocks: readonly B[], random: () => number): Planted<B> {
  const lines = article.split("\n");
  const at = blocks.map((block) => ({ block, place: Math.floor(random() * (lines.length + 1)) }));
  let text = "";
  const own: boolean[] = [];
  const spans: Planted<B>["spans"][number][] = [];
  const write = (piece: string, isOwn: boolean): void => {
    const gap = text === "" ? "" : random() < 0.3 ? "\n\n" : "\n";
    text += gap + piece;
    for (let i = 0; i < gap.length; i++) own.push(false);
    for (let i = 0; i < piece.length; i++) own.push(isOwn);
  };
  for (let place = 0; place <= lines.length; place++) {
    for (const one of at.filter((each) => each.place === place)) {
      const start = text.length;
      for (const line of one.block.lines) write(line, false);
      spans.push({ start, end: text.length, block: one.block });
    }
    if (place < lines.length) write(lines[place] ?? "", true);
  }
  return { text, own, spans };
}

/** What cleaning made of a planted text. */
export interface Outcome {
  /** Pieces of the article that are gone. */
  readonly lost: readonly string[];
  /** Of each block what is left of it, and how much it had. */
  readonly blocks: readonly { readonly block: Block; readonly left: string; readonly size: number }[];
}

/** Cleans a planted text and compares it unit by unit through the map. */
export async function outcomeOf({ text, own, spans }: Planted): Promise<Outcome> {
  const { source } = await readSource(new TextEncoder().encode(text), { document: "a.txt" });
  const kept = keptOf(source as SourceText);
  const lost: string[] = [];
  let piece = "";
  for (let i = 0; i <= text.length; i++) {
    const gone = i < text.length && own[i] === true && kept[i] !== true && !/\s/u.test(text[i] ?? "");
    if (gone) piece += text[i] ?? "";
    else if (piece !== "") {
      lost.push(piece);
      piece = "";
    }
  }
  const blocks = spans.map(({ start, end, block }) => {
    let left = "";
    let size = 0;
    for (let i = start; i < end; i++) {
      if (/\s/u.test(text[i] ?? "")) continue;
      size++;
      if (kept[i] === true) left += text[i] ?? "";
    }
    return { block, left, size };
  });
  return { lost, blocks };
}

/** Of each unit of a source whether it stands in a clean text. */
function keptOf(source: SourceText): boolean[] {
  const kept: boolean[] = Array.from({ length: source.text.length }, () => false);
  for (const article of clean(source).articles) {
    for (let i = 0; i < article.text.length; i++) {
      if (article.text[i] === "\n") continue;
      const { start, end } = article.map.toSourceSpan({ start: i, end: i + 1 });
      for (let j = start; j < end; j++) kept[j] = true;
    }
  }
  return kept;
}

/** A generator of numbers from 0 to 1, the same for one seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
