import type { ArticleFacts, CleanArticle, Diagnostic, SourceFormat, SourceText } from "@jianbao/model";
import { clean, readSource } from "../src/index.ts";
import { lawsBroken } from "../scripts/fuzzing/laws.ts";
import { decodeDamaged, encodeGbk } from "../src/gbk/gbk-table.ts";

/** What a test looks at: the articles with the source that their maps begin at. */
export interface Cleaned {
  readonly articles: readonly CleanArticle[];
  readonly diagnostics: readonly Diagnostic[];
  readonly source: SourceText;
  /** The texts of the articles, with a line of dashes between. */
  readonly text: string;
}

/** Reads and cleans a text; every law of maps, repairs, removals and doubts must hold. */
export async function cleaned(
  input: string | Uint8Array,
  options: { format?: SourceFormat; facts?: ArticleFacts; document?: string } = {},
): Promise<Cleaned> {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const read = await readSource(bytes, {
    document: options.document ?? "a.txt",
    ...(options.format === undefined ? {} : { format: options.format }),
  });
  if (read.source === null) throw new Error(`nothing was read: ${JSON.stringify(read.diagnostics)}`);
  const { articles, diagnostics } = clean(read.source, options.facts);
  const [broken] = lawsBroken(read.source, articles);
  if (broken !== undefined) throw new Error(`${broken.law}: ${broken.what}`);
  return {
    articles,
    diagnostics: [...read.diagnostics, ...diagnostics],
    source: read.source,
    text: articles.map((article) => article.text).join("\n-----\n"),
  };
}

/** The words of the source that a piece of the clean text came from. */
export function origin({ source, articles }: Cleaned, piece: string, part = 1): string {
  const article = articles[part - 1];
  const start = article?.text.indexOf(piece) ?? -1;
  if (article === undefined || start < 0) throw new Error(`not in the clean text: ${piece}`);
  const span = article.map.toSourceSpan({ start, end: start + piece.length });
  return source.text.slice(span.start, span.end);
}

/** The source texts that were removed by a rule. */
export function removed({ source, articles }: Cleaned, rule: string): string[] {
  return articles
    .flatMap((article) => article.removals)
    .filter((removal) => removal.rule === `cleaning/${rule}`)
    .map(({ span }) => source.text.slice(span.start, span.end));
}

/**
 * Damages a text as page spinners do: glosses put in byte by byte, bytes lost, texts read apart at the bytes of marks
 * wherever they stand, half-width marks.
 */
export function spin(
  text: string,
  damage: {
    glosses?: Readonly<Record<string, string>>;
    loseLeadBefore?: readonly string[];
    partAt?: readonly string[];
  } = {},
): string {
  let bytes = bytesOf(text);
  for (const [character, reading] of Object.entries(damage.glosses ?? {})) {
    bytes = replaceBytes(bytes, bytesOf(character), bytesOf(`${character}(${reading})`));
  }
  for (const pair of damage.loseLeadBefore ?? []) {
    const from = bytesOf(pair);
    bytes = replaceBytes(bytes, from, Uint8Array.from([0x3f, ...from.slice(1)]));
  }
  const decoded = partedBytes(bytes, damage.partAt ?? [])
    .map((one) => decodeDamaged(one, { keepAscii: false, drop: true }))
    .join("");
  return decoded.replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

/** Encodes as GB18030, which every text of the tests must allow. */
export function bytesOf(text: string): Uint8Array {
  const bytes = encodeGbk(text);
  if (bytes === null) throw new Error(`not in GBK: ${text}`);
  return bytes;
}

/** The stretches of bytes between marks, and the marks, found byte by byte. */
function partedBytes(bytes: Uint8Array, marks: readonly string[]): Uint8Array[] {
  const codes = marks.map((mark) => bytesOf(mark).join());
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    if (!codes.includes(bytes.slice(i, i + 2).join())) continue;
    parts.push(bytes.slice(from, i), bytes.slice(i, i + 2));
    from = i + 2;
    i++;
  }
  return [...parts, bytes.slice(from)];
}

function replaceBytes(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let i = 0; i < bytes.length;) {
    if (from.every((byte, j) => bytes[i + j] === byte)) {
      out.push(...to);
      i += from.length;
    } else out.push(bytes[i++] ?? 0);
  }
  return Uint8Array.from(out);
}
