import { decodeHTML, decodeHTMLAttribute } from "entities";
import type { Removal, Span } from "@jianbao/model";
import { isHanAt } from "../characters.ts";
import { type Change, type Draft, change } from "../draft.ts";
import { type MarkupElement, type MarkupNode, isBlock, parseMarkup } from "../readers/markup.ts";
import type { Stated, Structure } from "../structure.ts";

/** What was counted of an element and all within it. */
interface Weight {
  /** Characters other than white space. */
  text: number;
  /** Of these, within links. */
  linked: number;
  /** Sentence punctuation: ，。；！？ and their ASCII fellows after Han. */
  marks: number;
  /** Characters of paragraphs that read as prose. */
  prose: number;
}

/** Why a node is left out; without a rule it is not listed. */
interface Dropped {
  readonly rule: string;
  readonly reason: string;
  readonly score: number;
}

/** Elements that never hold text of an article. */
const silent = new Set(
  "script style noscript template svg math iframe object embed canvas video audio map select option button textarea input head rt rp rtc".split(
    " ",
  ),
);

/** Reads an HTML page as the lines of its article; what is not the article is listed as removed. */
export function readHtml(draft: Draft): { draft: Draft; structure: Structure } {
  const page = parseMarkup(draft.source);
  const weights = weigh(page, draft.source);
  const dropped = new Map<MarkupNode, Dropped>();
  const article = articleOf(page, weights);
  const title = titleOf(page, article, draft.source);
  dropOutside(page, article, title, weights, dropped);
  dropInside(article, weights, dropped);
  const lines = collectText(page, dropped, draft.source);
  const removals: Removal[] = [];
  for (const [node, { rule, reason, score }] of dropped) {
    const silentNode = node.type === "element" && (weights.get(node)?.text ?? 0) === 0;
    if (rule !== "" && !silentNode) removals.push({ span: spanOf(node), rule, reason, score });
  }
  const next = change(draft, lines.changes);
  return {
    draft: { ...next, removals: [...next.removals, ...removals] },
    structure: { headings: lines.headings, stated: statedIn(page, draft.source) },
  };
}

/** Visits all nodes in document order without recursion: pages can be nested deeper than the stack. */
function visit(root: MarkupElement, enter: (node: MarkupNode) => boolean, leave?: (node: MarkupElement) => void): void {
  const stack: { node: MarkupElement; next: number }[] = [{ node: root, next: 0 }];
  while (stack.length > 0) {
    const frame = stack[stack.length - 1];
    if (frame === undefined) return;
    const child = frame.node.children[frame.next];
    if (child === undefined) {
      leave?.(frame.node);
      stack.pop();
      continue;
    }
    frame.next++;
    if (enter(child) && child.type === "element") stack.push({ node: child, next: 0 });
  }
}

function weigh(page: MarkupElement, source: string): Map<MarkupElement, Weight> {
  const weights = new Map<MarkupElement, Weight>();
  const open: Weight[] = [{ text: 0, linked: 0, marks: 0, prose: 0 }];
  let links = 0;
  visit(
    page,
    (node) => {
      if (node.type === "text") {
        const weight = open[open.length - 1];
        if (weight === undefined) return false;
        for (let i = node.start; i < node.end; i++) {
          const unit = source.charCodeAt(i);
          if (unit <= 32 || unit === 0xa0 || unit === 0x3000) continue;
          weight.text++;
          if (links > 0) weight.linked++;
          if (unit === 0xff0c || unit === 0x3002 || unit === 0xff1b || unit === 0xff01 || unit === 0xff1f)
            weight.marks++;
          else if (unit === 0x2c && isHanAt(source, i - 1)) weight.marks++;
        }
        return false;
      }
      if (silent.has(node.name) || isHidden(node)) return false;
      if (node.name === "a") links++;
      open.push({ text: 0, linked: 0, marks: 0, prose: 0 });
      return true;
    },
    (node) => {
      const weight = open.pop();
      const above = open[open.length - 1];
      if (weight === undefined) return;
      if (node.name === "a") links--;
      if (isBlock(node.name) && weight.prose === 0 && weight.marks > 0 && weight.linked * 3 < weight.text) {
        weight.prose = weight.text + 10 * weight.marks;
      }
      weights.set(node, weight);
      if (above !== undefined) {
        above.text += weight.text;
        above.linked += weight.linked;
        above.marks += weight.marks;
        above.prose += isForeign(node, weight) === null ? weight.prose : 0;
      }
    },
  );
  return weights;
}

const nothing: Weight = { text: 0, linked: 0, marks: 0, prose: 0 };

function isHidden({ attributes }: MarkupElement): boolean {
  // Matches `display: none` and `visibility:hidden`; must not match `display:block`.
  return "hidden" in attributes || /display\s?:\s?none|visibility\s?:\s?hidden/iu.test(attributes["style"] ?? "");
}

/** The deepest element that holds nearly all prose of the page; the whole page where there is little. */
function articleOf(page: MarkupElement, weights: ReadonlyMap<MarkupElement, Weight>): MarkupElement {
  const whole = weights.get(page)?.prose ?? 0;
  let best = page;
  if (whole < 60) return best;
  for (;;) {
    let next: MarkupElement | null = null;
    let most = 0;
    for (const child of best.children) {
      if (child.type !== "element") continue;
      const { prose } = weights.get(child) ?? nothing;
      if (prose > most) {
        most = prose;
        next = child;
      }
    }
    const inside = weights.get(best)?.prose ?? 0;
    // A paragraph is never the article while its siblings have prose as well.
    if (next === null || next.name === "p" || isForeign(next, weights.get(next) ?? nothing) !== null) return best;
    if (most < inside * 0.75 || (most < inside && hasProseSiblings(best, next, weights))) return best;
    best = next;
  }
}

function hasProseSiblings(
  parent: MarkupElement,
  child: MarkupElement,
  weights: ReadonlyMap<MarkupElement, Weight>,
): boolean {
  const rest = (weights.get(parent)?.prose ?? 0) - (weights.get(child)?.prose ?? 0);
  const same = parent.children.some(
    (one) => one !== child && one.type === "element" && one.name === child.name && (weights.get(one)?.prose ?? 0) > 0,
  );
  // A page's body beside its sidebar is one thing, a run of equal sections of an article another.
  return same && rest * 8 > (weights.get(child)?.prose ?? 0) && sameClass(parent, child);
}

function sameClass(parent: MarkupElement, child: MarkupElement): boolean {
  return parent.children.some(
    (one) =>
      one !== child &&
      one.type === "element" &&
      one.name === child.name &&
      (one.attributes["class"] ?? "") === (child.attributes["class"] ?? ""),
  );
}

/** The page's headline: the last `h1` (else `h2`) at or before the article whose words the page's title repeats. */
function titleOf(page: MarkupElement, article: MarkupElement, source: string): MarkupElement | null {
  const pageTitle = squeeze(textOfFirst(page, "title", source));
  let found: MarkupElement | null = null;
  let rank = 0;
  visit(page, (node) => {
    if (node.type !== "element" || silent.has(node.name)) return false;
    if (node.start > article.start) return false;
    const match = /^h([1-4])$/u.exec(node.name);
    const named = /title|headline|bt\b/iu.test(`${node.attributes["class"] ?? ""} ${node.attributes["id"] ?? ""}`);
    if (match === null && !(named && node.children.some((child) => child.type === "text"))) return true;
    const text = squeeze(rawText(node, source));
    if (text.length < 4 || text.length > 120) return true;
    const score = (pageTitle.includes(text) ? 10 : 0) + (match === null ? 0 : 5 - Number(match[1]));
    if (score > rank || (score === rank && score >= 10)) {
      rank = score;
      found = node;
    }
    return false;
  });
  return rank >= 4 ? found : null;
}

/** Marks as dropped everything before and after the article, but for its headline and what stands between the two. */
function dropOutside(
  page: MarkupElement,
  article: MarkupElement,
  title: MarkupElement | null,
  weights: ReadonlyMap<MarkupElement, Weight>,
  dropped: Map<MarkupNode, Dropped>,
): void {
  if (article === page) return;
  const from = title === null ? article.start : Math.min(title.start, article.start);
  visit(page, (node) => {
    if (node.type === "text") {
      if (node.end <= from || node.start >= article.end) dropped.set(node, { rule: "", reason: "", score: 1 });
      return false;
    }
    if (node === article || node === title) return false;
    if (node.end <= from || node.start >= article.end) {
      dropped.set(node, {
        rule: "cleaning/html-outside-article",
        reason: isForeign(node, weights.get(node) ?? nothing) ?? "stands outside the article",
        score: 0.95,
      });
      return false;
    }
    const contains = node.start <= article.start && node.end >= article.end;
    if (!contains && (title === null || !(node.start <= title.start && node.end >= title.end))) {
      const weight = weights.get(node) ?? nothing;
      const why =
        isForeign(node, weight) ??
        (isBlock(node.name) && weight.linked * 2 > weight.text ? "is a list of links" : null);
      if (why !== null) dropped.set(node, { rule: "cleaning/html-furniture", reason: why, score: 0.9 });
      return why === null;
    }
    return true;
  });
}

/** Marks as dropped what stands within the article and is not of it: share bars, related lists, comments. */
function dropInside(
  article: MarkupElement,
  weights: ReadonlyMap<MarkupElement, Weight>,
  dropped: Map<MarkupNode, Dropped>,
): void {
  visit(article, (node) => {
    if (node.type === "text") return false;
    if (silent.has(node.name) || isHidden(node)) return false;
    const weight = weights.get(node) ?? nothing;
    const why = isForeign(node, weight) ?? (isLinkList(node, weight) ? "is a list of links" : null);
    if (why === null) return true;
    dropped.set(node, { rule: "cleaning/html-furniture", reason: why, score: 0.9 });
    return false;
  });
}

function isLinkList(node: MarkupElement, weight: Weight): boolean {
  if (!isBlock(node.name) || weight.text === 0) return false;
  const links =
    node.name === "ul" || node.name === "ol" || node.name === "dl" || node.name === "div" || node.name === "p";
  return links && weight.linked > weight.text * 0.8 && weight.text > 8 && weight.marks * 30 < weight.text;
}

/** Says why an element is not of the article by its own name or by how its author called it, or null. */
function isForeign(node: MarkupElement, weight: Weight): string | null {
  if (!isBlock(node.name)) return null;
  if (node.name === "nav" || node.name === "footer" || node.name === "menu") return `is the page's ${node.name}`;
  const proseful = weight.marks >= 6 && weight.linked * 4 < weight.text;
  if (node.name === "aside" || node.name === "form") return proseful ? null : `is the page's ${node.name}`;
  if (node.name === "body" || node.name === "html" || node.name === "main" || node.name === "article") return null;
  const called = `${node.attributes["class"] ?? ""} ${node.attributes["id"] ?? ""} ${node.attributes["role"] ?? ""}`;
  if (called.length <= 2) return null;
  // Matches `comment-list` and `pinglun`; must not match `recommendation` (below) or `commentary-text`.
  if (/(?:^|[\s_-])(?:comments?|pinglun|cmt|reply|replies|disqus)(?:$|[\s_-]|list|box|area)/iu.test(called)) {
    return "holds readers' comments";
  }
  // Matches `related-news`, `xgyd`, `share-bar`, `breadcrumb`; must not match `shareholder` or `hotline`.
  const furniture =
    /(?:^|[\s_-])(?:related|relate|recommend|recommended|xgyd|tuijian|share|bdsharebuttonbox|social|breadcrumbs?|crumbs?|sidebar|side|advert|advertisement|ads?|adv|gg|guanggao|copyright|navigation|navbar|nav|menu|pager|pagination|toolbar|tags?|hot|ranking|rank|login|search|footer|foot|banner|qrcode|ewm)(?:$|[\s_-]|list|box|bar|news|wrap|area|con)/iu.exec(
      called,
    );
  return furniture !== null && !proseful ? `is called ${furniture[0].trim()}` : null;
}

/** Turns the text that is left into lines, and tells which of them are headings. */
function collectText(
  page: MarkupElement,
  dropped: ReadonlyMap<MarkupNode, Dropped>,
  source: string,
): { changes: Change[]; headings: Span[] } {
  const changes: Change[] = [];
  const headings: Span[] = [];
  let done = 0;
  let separator = "";
  let preformatted = 0;
  const breakLine = (mark: string): void => {
    if (mark === "\n" || separator === "") separator = separator === "\n" ? "\n" : mark;
  };
  visit(
    page,
    (node) => {
      if (dropped.has(node)) {
        if (node.type === "element" && isBlock(node.name)) breakLine("\n");
        return false;
      }
      if (node.type === "text") {
        const start = node.start;
        if (start < done) return false;
        if (start > done || separator !== "") changes.push({ start: done, end: start, replacement: separator });
        separator = "";
        textChanges(source, node, preformatted > 0, changes);
        done = node.end;
        return false;
      }
      if (silent.has(node.name) || isHidden(node)) return false;
      if (node.name === "pre") preformatted++;
      if (node.name === "br" || node.name === "hr") breakLine("\n");
      else if (node.name === "td" || node.name === "th")
        breakLine(node.parent?.children.find(isCell) === node ? "\n" : "\t");
      else if (isBlock(node.name)) breakLine("\n");
      // Matches h1 to h6; must not match `hr` or `header`.
      if (/^h[1-6]$/u.test(node.name)) headings.push(spanOf(node));
      return true;
    },
    (node) => {
      if (node.name === "pre") preformatted--;
      if (isBlock(node.name) && node.name !== "td" && node.name !== "th") breakLine("\n");
    },
  );
  if (done < source.length) changes.push({ start: done, end: source.length, replacement: "" });
  return { changes, headings };
}

function isCell(node: MarkupNode): boolean {
  return node.type === "element" && (node.name === "td" || node.name === "th");
}

/** Decodes entity references and folds the markup's line ends within one piece of text. */
function textChanges(source: string, span: Span, preformatted: boolean, changes: Change[]): void {
  const raw = source.slice(span.start, span.end);
  // Matches `&nbsp;`, `&#x4e2d;`, `&copy` and white space with a line end in it; must not match `A & B`.
  for (const match of raw.matchAll(/&(?:#x?[\da-f]{1,8}|[a-z][a-z\d]{1,31});?|[ \t]*[\n\r][ \t\n\r]*/giu)) {
    const start = span.start + match.index;
    const end = start + match[0].length;
    if (match[0].startsWith("&")) {
      const decoded = decodeHTML(match[0]).replace("\u00A0", " ");
      if (decoded !== match[0]) changes.push({ start, end, replacement: decoded });
      continue;
    }
    if (preformatted) continue;
    const glued = start === span.start || end === span.end || isHanAt(source, start - 1) || isHanAt(source, end);
    changes.push({ start, end, replacement: glued ? "" : " " });
  }
}

/** Facts of the page's head. */
function statedIn(page: MarkupElement, source: string): Stated[] {
  const stated: Stated[] = [];
  const title = squeezeLine(textOfFirst(page, "title", source));
  visit(page, (node) => {
    if (node.type === "text") return false;
    if (node.name === "meta") {
      const key = (
        node.attributes["name"] ??
        node.attributes["property"] ??
        node.attributes["itemprop"] ??
        ""
      ).toLowerCase();
      const value = (node.attributes["content"] ?? "").trim();
      const field = metaFields[key];
      if (field !== undefined && value !== "") stated.push({ field, value, evidence: `meta ${key}` });
    }
    if (node.name === "link" && node.attributes["rel"] === "canonical" && node.attributes["href"] !== undefined) {
      stated.push({ field: "url", value: node.attributes["href"], evidence: "link canonical" });
    }
    return true;
  });
  if (title !== "") stated.push({ field: "title", value: title, evidence: "title" });
  return stated;
}

const metaFields: Readonly<Record<string, Stated["field"]>> = {
  "og:title": "title",
  articletitle: "title",
  "article:published_time": "published",
  "og:release_date": "published",
  publishdate: "published",
  pubdate: "published",
  publish_time: "published",
  datepublished: "published",
  contentsource: "publisher",
  source: "publisher",
  "og:url": "url",
  author: "byline",
};

function textOfFirst(page: MarkupElement, name: string, source: string): string {
  let text = "";
  visit(page, (node) => {
    if (text !== "" || node.type === "text") return false;
    if (node.name === name) text = rawText(node, source);
    return node.name !== "svg";
  });
  return text;
}

function rawText(root: MarkupElement, source: string): string {
  const parts: string[] = [];
  visit(root, (node) => {
    if (node.type === "text") parts.push(source.slice(node.start, node.end));
    return true;
  });
  return decodeHTMLAttribute(parts.join(""));
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/gu, "");
}

function squeezeLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
