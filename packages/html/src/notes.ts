import { type Context, type Note, evidenceId, noteId } from "./collect.ts";
import { attributes, escape, safeAddress } from "./escape.ts";
import type { Evidence } from "./evidence.ts";
import { inlinesOf } from "./inlines.ts";
import { roleClass } from "./style.ts";

/** Writes the list of notes with their quotations, and the quotations that no note vouches for. */
export function notesOf(context: Context): string {
  const notes = [...context.notes.values()];
  const others = othersOf(context);
  if (notes.length === 0 && others.size === 0) return "";
  const parts = [`<aside class="notes ${roleClass("footnote")}" aria-labelledby="notes">`];
  parts.push(`<h2 id="notes" class="${roleClass("heading1")}">${escape(context.words.notes)}</h2>`);
  if (notes.length > 0) parts.push("<ol>", ...notes.map((note) => noteOf(context, note)), "</ol>");
  if (others.size > 0) {
    if (notes.length > 0)
      parts.push(`<h3 class="${roleClass("heading3")}">${escape(context.words.otherEvidence)}</h3>`);
    parts.push("<ul>");
    for (const [, { article, observations }] of others) {
      parts.push(`<li>\n<p class="source">${escape(article)}</p>\n${quotesOf(context, observations)}\n</li>`);
    }
    parts.push("</ul>");
  }
  parts.push("</aside>");
  return parts.join("\n");
}

function noteOf(context: Context, note: Note): string {
  const body = inlinesOf(context, note.body);
  const backs = Array.from({ length: note.calls }, (_, i) => {
    const call = attributes({
      href: `#call-${note.number}-${i + 1}`,
      role: "doc-backlink",
      "aria-label": context.words.back(i + 1),
    });
    return `<a${call}>${note.calls === 1 ? "↩" : i === 0 ? "↩1" : i + 1}</a>`;
  });
  const mine = [...note.observations].filter((id) => context.evidence.has(id) && context.quotedIn.get(id) === note);
  return [
    `<li${attributes({ id: noteId(note), value: note.number })}>`,
    `<p><span class="source">${body}</span> <span class="backs">${backs.join(" ")}</span></p>`,
    quotesOf(context, mine),
    "</li>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Quotations, each sentence of an article once with the places of all its figures. */
function quotesOf(context: Context, observations: readonly string[]): string {
  const quotes = new Map<string, { evidence: Evidence; ids: string[] }>();
  for (const id of observations) {
    const evidence = context.evidence.get(id);
    if (!evidence) continue;
    const key = `${evidence.document}\n${evidence.quote}`;
    const quote = quotes.get(key);
    if (quote) quote.ids.push(id);
    else quotes.set(key, { evidence, ids: [id] });
  }
  if (quotes.size === 0) return "";
  const items = [...quotes.values()].map(({ evidence, ids }) => {
    const figures = ids.flatMap((id) =>
      [...(context.printed.get(id) ?? [])].map((text) => ({ text, href: context.evidence.get(id)?.href })),
    );
    const places = ids.map((id) => `<span${attributes({ id: evidenceId(id), class: "place" })}></span>`).join("");
    const quote = `<q>${marked(evidence.quote, figures)}</q>${linkOf(context, evidence.href)}`;
    return `<li${attributes({ "data-quotes": ids.join(" ") })}>${places}${quote}</li>`;
  });
  return `<ul class="quotes">\n${items.join("\n")}\n</ul>`;
}

function linkOf(context: Context, href: string | undefined): string {
  const address = href === undefined ? null : safeAddress(href);
  return address === null
    ? ""
    : ` <a${attributes({ class: "original", href: address })}>${escape(context.words.original)}</a>`;
}

/** A figure of a quotation, as printed, with the address of its place in the article. */
interface Figure {
  readonly text: string;
  readonly href: string | undefined;
}

/** Marks the figures in a quotation, the first place of each, and links them to the article; longer ones first, so that none is cut. */
function marked(quote: string, figures: readonly Figure[]): string {
  const spans: { start: number; end: number; href: string | undefined }[] = [];
  for (const { text, href } of [...figures].sort((a, b) => b.text.length - a.text.length)) {
    if (text === "") continue;
    let start = quote.indexOf(text);
    while (start >= 0 && spans.some((span) => start < span.end && span.start < start + text.length)) {
      start = quote.indexOf(text, start + 1);
    }
    if (start >= 0) spans.push({ start, end: start + text.length, href });
  }
  let html = "";
  let at = 0;
  for (const { start, end, href } of spans.sort((a, b) => a.start - b.start)) {
    const address = href === undefined ? null : safeAddress(href);
    const figure = escape(quote.slice(start, end));
    const linked = address === null ? figure : `<a${attributes({ href: address })}>${figure}</a>`;
    html += `${escape(quote.slice(at, start))}<mark>${linked}</mark>`;
    at = end;
  }
  return html + escape(quote.slice(at));
}

/** Observations that are printed without a note, by article. */
function othersOf(context: Context): ReadonlyMap<string, { article: string; observations: string[] }> {
  const articles = new Map<string, { article: string; observations: string[] }>();
  for (const [id, note] of context.quotedIn) {
    const evidence = context.evidence.get(id);
    if (note !== null || !evidence) continue;
    const entry = articles.get(evidence.document) ?? { article: articleOf(context, evidence), observations: [] };
    entry.observations.push(id);
    articles.set(evidence.document, entry);
  }
  return articles;
}

function articleOf({ words }: Context, { title, publisher, published, document }: Evidence): string {
  const [year, month, day] = published?.split("-") ?? [];
  return words.article(publisher, title ?? document, year === undefined ? null : words.date(year, month, day));
}
