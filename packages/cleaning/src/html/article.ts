import type { Span } from "@jianbao/model";
import { opensRelated } from "../article/page/furniture.ts";
import { isByline, isNote } from "../article/lines/forms.ts";
import { type MarkupElement, isBlock } from "../readers/markup.ts";
import {
  type Dropped,
  foreignByName,
  holdsAttachments,
  holdsList,
  isDataTable,
  isIndexTable,
  isLinkList,
  listKindOf,
  opensForum,
  runsOf,
} from "./boxes.ts";
import { type Headline, isOfSite } from "./headline.ts";
import type { Measure } from "./measure.ts";
import { calledOf, isInside, kindOf, silent, visit } from "./tree.ts";
import { asideOf } from "./asides.ts";
import { isSubtitle, kickerOf } from "./paper.ts";
import { unfolds } from "./visibility.ts";

/** Where the article stands in the page. */
export interface Place extends Span {
  /** The deepest element that holds the bulk of its paragraphs. */
  readonly core: MarkupElement;
  /** Boxes that were told to be something else on the way to it. */
  readonly foreign: ReadonlyMap<MarkupElement, Dropped>;
}

/** Finds the article: from its headline to the end of the paragraphs that follow it; null on a page without prose. */
export function placeOf(measure: Measure, headline: Headline | null): Place | null {
  const place = new Search(measure, headline, true).place();
  if (place !== null && headline !== null && isAfterText(measure, place, headline)) {
    return new Search(measure, null, true).place() ?? place;
  }
  if (place !== null && !isDwarfed(measure, place)) return place;
  // Names alone would leave next to nothing: the article stands in a box whose name says something else.
  return new Search(measure, headline, false).place() ?? place;
}

/** Tells that nearly all text stands before what was taken for the headline: a line at the foot repeats the title. */
function isAfterText(measure: Measure, { end, foreign }: Place, headline: Headline): boolean {
  let before = 0;
  let after = 0;
  for (const line of measure.lines) {
    if (line.start < headline.start) before += line.prose;
    else if (line.start < end) after += line.prose;
  }
  if (before < 250) return false;
  for (const node of foreign.keys()) if (node.end <= headline.start) before -= measure.of(node).prose;
  return before >= 250 && before > after * 4;
}

/** Tells that a box left out for its name alone holds far more text than the article, and no list of anything. */
function isDwarfed(measure: Measure, { core, foreign }: Place): boolean {
  const own = measure.of(core).prose;
  for (const [node, { reason }] of foreign) {
    const { prose } = measure.of(node);
    if (prose < 200 || prose < own * 3 || !/^is called|comments$/u.test(reason) || isLinkList(node, measure)) continue;
    const paragraphs = measure.within(node).filter((line) => line.prose > 0).length;
    if (paragraphs >= 2 && holdsList(node, measure) === null) return true;
  }
  return false;
}

class Search {
  readonly #measure: Measure;
  readonly #headline: Headline | null;
  readonly #foreign = new Map<MarkupElement, Dropped>();
  /** Prose of each element without that of boxes called foreign. */
  readonly #prose = new Map<MarkupElement, number>();

  constructor(measure: Measure, headline: Headline | null, trustNames: boolean) {
    this.#measure = measure;
    this.#headline = headline;
    const open: number[] = [0];
    visit(
      measure.page,
      (node) => {
        if (node.type === "text" || silent.has(node.name) || measure.hidden.has(node)) return false;
        if (trustNames && !this.#holdsHeadline(node) && measure.of(node).prose > 0) {
          const why = foreignByName(node, measure);
          if (why !== null) {
            this.#foreign.set(node, why);
            open[open.length - 1] = (open[open.length - 1] ?? 0) - measure.of(node).prose;
            return false;
          }
        }
        open.push(0);
        return true;
      },
      (node) => {
        const less = open.pop() ?? 0;
        this.#prose.set(node, measure.of(node).prose + less);
        if (open.length > 0) open[open.length - 1] = (open[open.length - 1] ?? 0) + less;
      },
    );
  }

  place(): Place | null {
    const { page } = this.#measure;
    if (this.#of(page) < 20) return null;
    const core = this.#core(page);
    if (core === null) return null;
    const headline = this.#headline !== null && this.#headline.start < core.end ? this.#headline : null;
    const end = this.#endOf(core, headline);
    const start = headline === null ? this.#startOf(core) : this.#shoulderOf(headline);
    return { core, foreign: this.#foreign, start, end };
  }

  #of(node: MarkupElement): number {
    return this.#prose.get(node) ?? 0;
  }

  #holdsHeadline(node: MarkupElement): boolean {
    return this.#headline !== null && node.start <= this.#headline.start && node.end >= this.#headline.end;
  }

  /** Goes down from the page to the paragraphs, at each step into the child that holds the article. */
  #core(page: MarkupElement): MarkupElement | null {
    let at = page;
    // Deeper nesting than this is no page that people wrote.
    for (let depth = 0; depth < 400; depth++) {
      const all = this.#proseChildren(at);
      const own = this.#ownOf(at);
      const found = this.#withoutLists(all, own);
      if (found.floor !== null) {
        at = found.floor;
        continue;
      }
      const { kids } = found;
      // Nothing but readers' words: a page of a forum would have opened with its article.
      if (kids.length === 0) return all.length > 0 && own < 20 ? null : at;
      const total = own + kids.reduce((sum, one) => sum + this.#of(one), 0);
      if (own * 10 >= total * 3) return at;
      const leaves: MarkupElement[] = [];
      const branches: MarkupElement[] = [];
      for (const one of kids) (this.#isParagraph(one) ? leaves : branches).push(one);
      const [only] = kids;
      if (branches.length === 0) return kids.length === 1 && only !== undefined ? only : at;
      const inLeaves = leaves.reduce((sum, one) => sum + this.#of(one), 0);
      const most = branches.reduce((max, one) => Math.max(max, this.#of(one)), 0);
      const column = this.#column(branches, inLeaves);
      if (column === null && inLeaves * 2 >= most) return at;
      const next = column ?? this.#largest(branches);
      if (next === null) return at;
      at = next;
    }
    return at;
  }

  /** Prose that stands in an element itself, in none of its children. */
  #ownOf(node: MarkupElement): number {
    let own = this.#of(node);
    for (const child of node.children) {
      if (child.type === "element" && !this.#foreign.has(child)) own -= Math.max(0, this.#of(child));
    }
    return own;
  }

  /** Children with prose that end after the headline. */
  #proseChildren(node: MarkupElement): MarkupElement[] {
    const found: MarkupElement[] = [];
    for (const child of node.children) {
      if (child.type !== "element" || this.#foreign.has(child) || this.#of(child) <= 0) continue;
      if (this.#headline !== null && child.end <= this.#headline.start) continue;
      found.push(child);
    }
    return found;
  }

  /** Takes threads and feeds out, where an article stands beside them; a forum's first floor is the article. */
  #withoutLists(
    kids: readonly MarkupElement[],
    own: number,
  ): { readonly kids: readonly MarkupElement[]; readonly floor: MarkupElement | null } {
    if (kids.length < 2) return { kids, floor: null };
    let total = own + kids.reduce((sum, one) => sum + this.#of(one), 0);
    const left = kids.filter((one) => {
      const kind = this.#holdsHeadline(one) ? null : holdsList(one, this.#measure);
      if (kind === null || (kind === "thread" && opensForum(one, this.#measure))) return true;
      if (total - this.#of(one) < 40) return true;
      total -= this.#of(one);
      this.#drop(one, kind === "thread" ? "holds readers' comments" : "lists summaries of other articles");
      return false;
    });
    for (const run of runsOf(left)) {
      const kind = listKindOf(run, this.#measure);
      if (kind === null) continue;
      const others = total - run.reduce((sum, one) => sum + this.#of(one), 0);
      const [first] = run;
      if (first === undefined || (kind === "feed" && others < 40)) continue;
      if (kind === "thread" && others < 40 && opensForum(first, this.#measure)) {
        for (const one of run.slice(1)) this.#drop(one, "is another floor of the thread");
        return { kids: [first], floor: first };
      }
      const reason = kind === "thread" ? "is one of readers' comments" : "is the summary of another article";
      for (const one of run) this.#drop(one, reason);
      total = others;
    }
    return { kids: left.filter((one) => !this.#foreign.has(one)), floor: null };
  }

  #drop(node: MarkupElement, reason: string): void {
    this.#foreign.set(node, { rule: "cleaning/html-furniture", reason, score: 0.85 });
  }

  /** A paragraph: one line of prose, whatever stands around it. */
  #isParagraph(node: MarkupElement): boolean {
    if (node.name === "p") return true;
    let lines = 0;
    for (const line of this.#measure.within(node)) if (line.prose > 0 && ++lines > 1) return false;
    return true;
  }

  /** The column that holds the headline and prose after it. */
  #column(kids: readonly MarkupElement[], inLeaves: number): MarkupElement | null {
    const { lines } = this.#measure;
    const found = kids.find((one) => this.#holdsHeadline(one));
    if (found === undefined || this.#headline === null) return null;
    let inside = 0;
    let count = 0;
    const { to } = this.#measure.of(found);
    for (let i = this.#headline.last + 1; i < to; i++) {
      inside += lines[i]?.prose ?? 0;
      if ((lines[i]?.prose ?? 0) > 0) count++;
    }
    if (inside < 20) return null;
    // The head of an article with its lead, and the text in a box of its own.
    const most = kids.reduce((max, one) => (one === found ? max : Math.max(max, this.#of(one) * bias(one))), inLeaves);
    const head =
      found.name === "header" || /head|title|tit\b|lead|summary|abstract|zhaiyao|daodu|intro/u.test(calledOf(found));
    return count <= 1 && most > inside * 2 && (head || inLeaves > inside * 2) ? null : found;
  }

  #largest(kids: readonly MarkupElement[]): MarkupElement | null {
    let best: MarkupElement | null = null;
    let most = 0;
    for (const one of kids) {
      const kind = holdsList(one, this.#measure);
      const weight = this.#of(one) * bias(one) * (kind === null ? 1 : 0.2) * (best === null ? 1.3 : 1);
      if (weight > most) {
        most = weight;
        best = one;
      }
    }
    return best;
  }

  /** The end of the article: what follows its paragraphs belongs to it until the page's furniture begins. */
  #endOf(core: MarkupElement, headline: Headline | null): number {
    let end = core.end;
    let at: MarkupElement = core;
    let closed = false;
    for (let up = 0; at.parent !== null; up++) {
      const column = this.#holdsHeadline(at);
      if ((headline === null || column) && up > 2) break;
      const kind = kindOf(at);
      const { children } = at.parent;
      for (let i = children.indexOf(at) + 1; i < children.length; i++) {
        const next = children[i];
        if (next?.type !== "element" || silent.has(next.name) || this.#measure.hidden.has(next)) continue;
        const { text, prose } = this.#measure.of(next);
        if (text === 0) continue;
        const foreign = this.#isForeign(next);
        // Columns side by side are called by numbers: `col1`, `col2`.
        const same = !column || next.attributes["class"] === at.attributes["class"];
        const alike =
          (same && isBlock(next.name) && kind.includes(".") && kindOf(next) === kind && prose > 0) ||
          this.#isArticle(next);
        if (!foreign && (alike || (!closed && (column ? holdsAttachments(next, this.#measure) : this.#goesOn(next)))))
          end = next.end;
        // The button that opens the rest of the text does not end it.
        else if (
          text <= 20 &&
          unfolds(
            this.#measure
              .within(next)
              .map((line) => this.#measure.words(line))
              .join(""),
          )
        )
          continue;
        else if (foreign || !this.#isTrifle(next)) closed = true;
      }
      at = at.parent;
      if (column || at.name === "body") break;
    }
    return end;
  }

  /** Another article of the page, whole: a card that leads to one has a summary and a link. */
  #isArticle(node: MarkupElement): boolean {
    if (node.name !== "article") return false;
    const { text, linked } = this.#measure.of(node);
    return linked * 4 < text && this.#measure.within(node).filter((line) => line.prose > 0).length >= 2;
  }

  #isForeign(node: MarkupElement): boolean {
    if (this.#foreign.has(node)) return true;
    if (foreignByName(node, this.#measure) !== null || isLinkList(node, this.#measure)) return true;
    const [first] = this.#measure.within(node);
    return (first !== undefined && opensRelated(this.#measure.words(first))) || holdsList(node, this.#measure) !== null;
  }

  /** Prose, a table of data, a line that says who and when. */
  #goesOn(node: MarkupElement): boolean {
    const { prose, linked, text, from, to } = this.#measure.of(node);
    if (prose > 0 && linked * 3 < text) return !asksReaders(node);
    if (isDataTable(node, this.#measure)) return true;
    if (to - from <= 40 && holdsAttachments(node, this.#measure)) return true;
    if (to - from > 3 || linked > 0) return false;
    return this.#measure.within(node).every((line) => {
      const words = this.#measure.words(line);
      return isNote(words) || isByline(words) || /^附件|^\d{4}年\d{1,2}月\d{1,2}日$|摄$|供图$/u.test(words);
    });
  }

  #isTrifle(node: MarkupElement): boolean {
    return this.#measure.of(node).text <= 12 || /^(?:p|br|hr|center|script)$/u.test(node.name);
  }

  /** Without a headline the heading right before the paragraphs begins the article. */
  #startOf(core: MarkupElement): number {
    let start = core.start;
    let at: MarkupElement = core;
    for (let up = 0; up < 2 && at.parent !== null; up++) {
      const { children } = at.parent;
      for (let i = children.indexOf(at) - 1; i >= 0; i--) {
        const before = children[i];
        if (before?.type !== "element" || silent.has(before.name) || this.#measure.hidden.has(before)) continue;
        const { text, linked, prose } = this.#measure.of(before);
        if (text === 0) continue;
        if (this.#isForeign(before) || linked * 3 > text) return start;
        const heading = /^h[1-4]$/u.test(before.name) || /title|headline|biaoti/u.test(calledOf(before));
        if (!heading && prose === 0) return start;
        ({ start } = before);
      }
      at = at.parent;
    }
    return start;
  }

  /** A line over the headline that leads to it, in a heading of its own or called so. */
  #shoulderOf(headline: Headline): number {
    const { lines } = this.#measure;
    const i = lines.findIndex((line) => line.start === headline.start);
    const kicker = kickerOf(this.#measure, headline, i);
    if (kicker !== null) return kicker.block.start;
    const before = lines[i - 1];
    if (before === undefined || before.linked > 0 || before.text < 4 || before.text > 40 || before.marks > 1)
      return headline.start;
    const near = before.block.parent === headline.block.parent || before.block.parent === headline.block;
    const called =
      /^h[1-6]$/u.test(before.block.name) ||
      /yinti|jianti|shoulder|pretitle|overline|kicker/u.test(calledOf(before.block));
    return near && called && !isOfSite(calledOf(before.block)) && !isIndexLine(this.#measure.words(before))
      ? before.block.start
      : headline.start;
  }
}

/** A box with fields to fill in asks its readers for something. */
function asksReaders(node: MarkupElement): boolean {
  let asks = false;
  visit(node, (one) => {
    if (one.type === "element" && (one.name === "form" || one.name === "input" || one.name === "textarea")) asks = true;
    return !asks;
  });
  return asks;
}

function isIndexLine(words: string): boolean {
  return /[>＞»]|首页|\d{4}-\d{2}/u.test(words);
}

/** What a box is called makes it more or less likely to hold the article. */
function bias(node: MarkupElement): number {
  if (node.name === "article" || node.name === "main") return 2;
  if (node.name === "aside") return 0.3;
  const called = calledOf(node);
  if (called === "") return 1;
  if (/side|right|about|aux|bottom|recommend|hot|list/u.test(called)) return 0.4;
  return /content|article|artical|detail|text|zoom|main|body|left|post|entry|editor|rich/u.test(called) ? 1.5 : 1;
}

/** Marks as dropped what stands before, after and within the article and is not of it. */
export function dropAround(measure: Measure, place: Place, headline: Headline | null): Map<MarkupElement, Dropped> {
  const dropped = new Map<MarkupElement, Dropped>();
  const { core, start, end, foreign } = place;
  const next = headline === null ? undefined : measure.lines[headline.last + 1];
  const below = next !== undefined && isSubtitle(measure, next, true) ? next : null;
  visit(measure.page, (node) => {
    if (node.type === "text") return false;
    if (silent.has(node.name) || measure.hidden.has(node)) return false;
    const known = foreign.get(node);
    if (node.end <= start || node.start >= end) {
      if (measure.of(node).text > 0)
        dropped.set(node, {
          rule: "cleaning/html-outside-article",
          reason: known?.reason ?? "stands outside the article",
          score: 0.95,
        });
      return false;
    }
    const holds =
      isInside(core, node) ||
      (headline !== null && node.start <= headline.start && node.end >= headline.end) ||
      (below !== null && node.start <= below.start && node.end >= below.end);
    if (holds) return true;
    const why = known ?? foreignByName(node, measure) ?? byForm(node, measure, node.end <= core.start);
    if (why === null) return true;
    dropped.set(node, why);
    return false;
  });
  return dropped;
}

function byForm(node: MarkupElement, measure: Measure, before: boolean): Dropped | null {
  const weight = measure.of(node);
  if (weight.text === 0) return null;
  if (
    isLinkList(node, measure) ||
    (before && isBlock(node.name) && weight.linked * 2 > weight.text && weight.marks < 3)
  ) {
    return { rule: "cleaning/html-furniture", reason: "is a list of links", score: 0.9 };
  }
  if (isIndexTable(node, measure)) return { rule: "cleaning/page-data", reason: "files the document", score: 0.9 };
  if (!isBlock(node.name)) return null;
  const aside = asideOf(node, measure);
  if (aside !== null) return aside;
  const kind = weight.prose > 0 && node.name !== "p" ? holdsList(node, measure) : null;
  if (kind === null) return null;
  return {
    rule: "cleaning/html-furniture",
    reason: kind === "thread" ? "holds readers' comments" : "lists other articles",
    score: 0.8,
  };
}
