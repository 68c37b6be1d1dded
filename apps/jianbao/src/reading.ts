import { clean, readSource } from "@jianbao/cleaning";
import { extract } from "@jianbao/extraction";
import type { ArticleFacts, CleanArticle, Diagnostic, DomainPack, Observation, SourceText } from "@jianbao/model";
import { standInForCanvas } from "./canvas.ts";

/** What was read out of one source file. */
export interface Reading {
  /** Null where nothing can be read. */
  readonly source: SourceText | null;
  readonly articles: readonly CleanArticle[];
  readonly observations: readonly Observation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one source file: decode, clean, extract. Whatever is in it, the result is a reading. */
export async function readArticle(
  bytes: Uint8Array,
  document: string,
  facts: ArticleFacts,
  pack: DomainPack | null,
): Promise<Reading> {
  if (bytes[0] === 0x25 && bytes[1] === 0x50) standInForCanvas(); // %P: a PDF
  const { source, diagnostics } = await readSource(bytes, { document });
  if (source === null) return { source, articles: [], observations: [], diagnostics };
  return readText(source, facts, pack, diagnostics);
}

/** Reads a source text: clean, extract. */
export function readText(
  source: SourceText,
  facts: ArticleFacts,
  pack: DomainPack | null,
  before: readonly Diagnostic[] = [],
): Reading {
  const cleaned = clean(source, facts);
  const extracted = pack === null ? [] : cleaned.articles.map((article) => extract(article, pack));
  return {
    source,
    articles: cleaned.articles,
    observations: extracted.flatMap((result) => result.observations),
    diagnostics: [...before, ...cleaned.diagnostics, ...extracted.flatMap((result) => result.diagnostics)],
  };
}
