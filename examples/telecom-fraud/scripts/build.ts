import { stringify } from "yaml";
import { type Article, type RecipeStep, plainText } from "./article.ts";
import {
  breakColumns,
  fold,
  gloss,
  loseLeadByte,
  strayTraditional,
  strayWord,
  toBbcode,
  toFullWidth,
  toTraditional,
  toTraditionalByPhrase,
} from "./damage.ts";
import { toDocx } from "./docx.ts";
import { decodeSwallowing, dropPrivateUse, encodeTwoByte, encodeUtf16le } from "./encoding.ts";
import { type HtmlOptions, toHtml } from "./html.ts";
import { junk } from "./junk.ts";
import { toMarkdown } from "./markdown.ts";
import { type PdfOptions, toPdf } from "./pdf.ts";

/** An article on its way to a source file: as text, or as bytes while a step works on an old code page. */
type Draft =
  | { readonly type: "text"; readonly text: string }
  /** GBK bytes that the next step on text decodes as old decoders do. */
  | { readonly type: "gbk"; readonly bytes: Uint8Array }
  /** The bytes of the file. */
  | { readonly type: "file"; readonly bytes: Uint8Array };

/** Makes every source file and sidecar of the workspace: file name to bytes, sorted by name. */
export async function buildSources(articles: readonly Article[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const files: [string, Uint8Array][] = [];
  for (const article of articles) {
    if (article.source === null) continue;
    let draft: Draft = { type: "text", text: plainText(article) };
    // Steps follow one another: each works on what the last one left.
    for (const step of article.recipe) draft = await apply(draft, step, article, bySlug);
    files.push([article.source, draft.type === "file" ? draft.bytes : utf8(textOf(draft))]);
    if (article.sidecar.length > 0) files.push([sidecarName(article.source), utf8(sidecarOf(article))]);
  }
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The sidecar's file name: `a.txt` → `a.meta.yaml`. */
function sidecarName(source: string): string {
  return source.replace(/\.[^.]+$/u, ".meta.yaml");
}

function sidecarOf(article: Article): string {
  return stringify(Object.fromEntries(article.sidecar.map((fact) => [fact, article.facts[fact] ?? ""])));
}

async function apply(
  draft: Draft,
  step: RecipeStep,
  article: Article,
  articles: ReadonlyMap<string, Article>,
): Promise<Draft> {
  const { name, options } = step;
  switch (name) {
    case "traditional":
      return text(toTraditional(textOf(draft)));
    case "traditional-phrases":
      return text(toTraditionalByPhrase(textOf(draft)));
    case "stray-traditional":
      return text(strayTraditional(textOf(draft), String(options)));
    case "gloss":
      return { type: "gbk", bytes: gloss(gbkOf(draft), String(options), gbk) };
    case "lose-lead-byte":
      return { type: "gbk", bytes: loseLeadByte(gbkOf(draft)) };
    case "fold":
      return text(fold(textOf(draft)));
    case "full-width":
      return text(toFullWidth(textOf(draft), options as readonly string[]));
    case "columns":
      return text(breakColumns(textOf(draft), options as readonly string[]));
    case "stray-word":
      return text(strayWord(textOf(draft), options as { for: string; in: string; word: string }));
    case "bbcode":
      return text(toBbcode(textOf(draft)));
    case "paste":
      return text(paste(textOf(draft), options as PasteOptions));
    case "followed-by":
      return text(`${textOf(draft)}\n${plainText(known(articles, String(options)))}`);
    case "markdown":
      return text(toMarkdown(article));
    case "html":
      return text(toHtml(article, options as HtmlOptions));
    case "docx":
      return { type: "file", bytes: await toDocx(article) };
    case "pdf":
      return { type: "file", bytes: await toPdf(article, options as PdfOptions) };
    case "encode":
      return { type: "file", bytes: encode(textOf(draft), String(options)) };
    default:
      throw new RangeError(`${article.slug}: unknown recipe step: ${name}`);
  }
}

interface PasteOptions {
  readonly what: string;
  readonly at: "start" | "end";
}

function paste(before: string, { what, at }: PasteOptions): string {
  const lines = junk[what];
  if (lines === undefined) throw new RangeError(`nothing to paste by the name of ${what}`);
  return at === "start" ? `${lines.join("\n")}\n${before}` : `${before}\n${lines.join("\n")}`;
}

function known(articles: ReadonlyMap<string, Article>, slug: string): Article {
  const article = articles.get(slug);
  if (article === undefined) throw new RangeError(`no such article: ${slug}`);
  return article;
}

function encode(content: string, encoding: string): Uint8Array {
  switch (encoding) {
    case "utf-8-bom":
      return utf8(`\u{FEFF}${content}`);
    case "utf-16le":
      return encodeUtf16le(content);
    case "gb18030":
    case "big5":
      return encodeTwoByte(content, encoding);
    default:
      throw new RangeError(`unknown encoding: ${encoding}`);
  }
}

function text(content: string): Draft {
  return { type: "text", text: content };
}

function textOf(draft: Draft): string {
  if (draft.type === "text") return draft.text;
  if (draft.type === "gbk") return dropPrivateUse(decodeSwallowing(draft.bytes));
  throw new RangeError("a step on text cannot follow one that writes the file");
}

function gbkOf(draft: Draft): Uint8Array {
  return draft.type === "gbk" ? draft.bytes : gbk(textOf(draft));
}

function gbk(content: string): Uint8Array {
  return encodeTwoByte(content, "gb18030");
}

function utf8(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
