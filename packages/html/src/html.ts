import type { Block, Document } from "@jianbao/document";
import { blocksOf } from "./blocks.ts";
import { type Context, type HtmlOptions, collect } from "./collect.ts";
import { attributes, escape } from "./escape.ts";
import { notesOf } from "./notes.ts";
import { script, scriptHash } from "./script.ts";
import { styleOf } from "./style.ts";

/**
 * Writes a document as one HTML file that needs nothing else: no request, and no script for reading.
 * Equal input gives equal bytes. Throws a RangeError where a figure names a chart that was not handed in.
 */
export function toHtml(document: Document, options: HtmlOptions): string {
  const context = collect(document, options);
  const { masthead, rest, imprint } = parted(document);
  const header = headerOf(context, masthead);
  const main = blocksOf(context, rest);
  // Before the notes are written, so that they know of its calls.
  const end = blocksOf(context, imprint);
  const notes = notesOf(context);
  return [
    "<!DOCTYPE html>",
    `<html${attributes({ lang: document.language })}>`,
    headOf(context),
    "<body>",
    `<a class="skip" href="#main">${escape(context.words.skip)}</a>`,
    '<div class="sheet">',
    header,
    `<main id="main" tabindex="-1">\n${main}\n</main>`,
    notes,
    end,
    footerOf(context),
    "</div>",
    `<div id="note-box" role="dialog"${attributes({ "aria-label": context.words.source })} hidden><button type="button"${attributes({ "aria-label": context.words.close })}>×</button><div></div></div>`,
    `<script>${script}</script>`,
    "</body>",
    "</html>",
    "",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** The page's head; the policy holds the browser to what we promise: no request at all. */
function headOf({ document, theme, fonts }: Context): string {
  const ownFonts = fonts.length === 0 ? "" : " font-src data:;";
  const policy = `default-src 'none'; style-src 'unsafe-inline';${ownFonts} script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;
  const { issuer, date, issue, subject } = document.properties;
  return [
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light">',
    meta("author", issuer),
    meta("date", date),
    meta("keywords", subject),
    '<meta name="generator" content="jianbao">',
    `<title>${escape([document.title, issue].filter(Boolean).join("　"))}</title>`,
    `<style>\n${styleOf(theme, fonts)}\n</style>`,
    "</head>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function meta(name: string, content: string): string {
  return content === "" ? "" : `<meta${attributes({ name, content })}>`;
}

/** The draft mark and the masthead; nothing where there is neither. */
function headerOf(context: Context, masthead: readonly Block[]): string {
  const draft =
    context.document.properties.draft && !context.marksDraft
      ? `<p class="draft-mark">${escape(context.words.draft)}</p>`
      : "";
  const blocks = blocksOf(context, masthead);
  const content = [draft, blocks].filter((part) => part !== "").join("\n");
  return content === "" ? "" : `<header>\n${content}\n</header>`;
}

function footerOf({ document: { title, properties } }: Context): string {
  const parts = [
    [properties.issuer, title, properties.issue].filter((part) => part !== null && part !== "").join("　"),
    properties.date,
  ].filter((part) => part !== "");
  if (parts.length === 0) return "";
  return `<footer>${parts.map((part) => `<p>${escape(part)}</p>`).join("")}</footer>`;
}

/** Parts the blocks that open the document under a role of the masthead, and its imprint, from the text. */
function parted(document: Document): Record<"masthead" | "rest" | "imprint", readonly Block[]> {
  const imprint = document.children.filter(({ type }) => type === "imprint");
  const blocks = document.children.filter(({ type }) => !["running", "pageBreak", "imprint"].includes(type));
  const first = blocks.findIndex(
    (block) => !("role" in block && (block.role?.startsWith("masthead") || block.role === "draft")),
  );
  const end = first < 0 ? blocks.length : first;
  return { masthead: blocks.slice(0, end), rest: blocks.slice(end), imprint };
}
