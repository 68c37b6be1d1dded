import { decodeHTMLAttribute } from "entities";
import { type MarkupElement, type MarkupText, isBlock } from "../readers/markup.ts";
import { foldScript } from "./script.ts";
import { silent, squeeze, visit } from "./tree.ts";

/** A run of visible text between two breaks of line. */
export interface PageLine {
  readonly start: number;
  end: number;
  /** The nearest block around it. */
  readonly block: MarkupElement;
  /** Its pieces: indices into the page's visible texts. */
  readonly from: number;
  to: number;
  /** Characters other than white space. */
  text: number;
  /** Of these, within links. */
  linked: number;
  /** Sentence punctuation: ，。；！？ and their ASCII fellows after Han. */
  marks: number;
  /** What it counts for as prose; 0 where it is none. */
  prose: number;
}

interface Sums {
  readonly text: number;
  readonly linked: number;
  readonly marks: number;
  readonly prose: number;
}

/** What was counted of an element and all within it; a line that it shares counts as a whole. */
export interface Weight extends Sums {
  /** Its lines: indices into the page's lines. */
  readonly from: number;
  readonly to: number;
}

/** A page counted: its visible texts and lines in order, and what each visible element holds of them. */
export class Measure {
  readonly page: MarkupElement;
  readonly source: string;
  readonly hidden: ReadonlySet<MarkupElement>;
  readonly texts: MarkupText[] = [];
  readonly lines: PageLine[] = [];
  readonly #ranges = new Map<MarkupElement, { readonly from: number; readonly to: number }>();
  /** What the lines before each line add up to. */
  readonly #sums: Sums[] = [];
  readonly #words = new Map<PageLine, string>();

  constructor(page: MarkupElement, source: string, hidden: ReadonlySet<MarkupElement>) {
    this.page = page;
    this.source = source;
    this.hidden = hidden;
    this.#count();
  }

  of(element: MarkupElement): Weight {
    const range = this.#ranges.get(element);
    const before = this.#sums[range?.from ?? 0];
    const after = this.#sums[range?.to ?? 0];
    if (range === undefined || before === undefined || after === undefined) return nothing;
    return {
      text: after.text - before.text,
      linked: after.linked - before.linked,
      marks: after.marks - before.marks,
      prose: after.prose - before.prose,
      ...range,
    };
  }

  /** The lines of an element. */
  within(element: MarkupElement): PageLine[] {
    const range = this.#ranges.get(element);
    return range === undefined ? [] : this.lines.slice(range.from, range.to);
  }

  /** The words of a line, entity references decoded, without white space. */
  words(line: PageLine): string {
    const known = this.#words.get(line);
    if (known !== undefined) return known;
    const words = squeeze(this.#raw(line));
    this.#words.set(line, words);
    return words;
  }

  /** A line as it reads: entity references decoded, white space folded. */
  text(line: PageLine): string {
    return this.#raw(line)
      .replaceAll(/[\s\u200B\uFEFF]+/gu, " ")
      .trim();
  }

  #raw(line: PageLine): string {
    let raw = "";
    for (let i = line.from; i < line.to; i++) {
      const piece = this.texts[i];
      if (piece === undefined) continue;
      const text = this.source.slice(piece.start, piece.end);
      const before = i > line.from ? this.texts[i - 1] : undefined;
      // Matches white space between two tags, which is no text of its own.
      const apart =
        before !== undefined && /(?:^|>)\s+(?:<|$)/u.test(this.source.slice(before.end, piece.start).slice(0, 400));
      raw += apart || beginsWithLabel(text) ? ` ${text}` : text;
    }
    const decoded = raw.includes("&") ? decodeHTMLAttribute(raw) : raw;
    return foldScript(decoded);
  }

  #count(): void {
    const { source, texts, lines, hidden } = this;
    const blocks: MarkupElement[] = [this.page];
    const starts: number[] = [0];
    let links = 0;
    let open: PageLine | null = null;
    const close = (): void => {
      if (open !== null) {
        open.prose = proseOf(open);
        if (open.text === 0) {
          lines.pop();
          texts.length = open.from;
        }
      }
      open = null;
    };
    const line = (start: number): PageLine => {
      if (open === null) {
        open = {
          start,
          end: start,
          block: blocks[blocks.length - 1] ?? this.page,
          from: texts.length,
          to: texts.length,
          text: 0,
          linked: 0,
          marks: 0,
          prose: 0,
        };
        lines.push(open);
      }
      return open;
    };
    visit(
      this.page,
      (node) => {
        if (node.type === "text") {
          if (isBlank(source, node.start, node.end)) return false;
          const here = line(node.start);
          texts.push(node);
          here.to = texts.length;
          here.end = node.end;
          const count = countText(source, node.start, node.end);
          here.text += count.text;
          here.marks += count.marks;
          if (links > 0) here.linked += count.text;
          return false;
        }
        if (silent.has(node.name) || hidden.has(node)) {
          if (isBlock(node.name)) close();
          return false;
        }
        if (node.name === "br" || node.name === "hr") {
          close();
          return false;
        }
        if (isBlock(node.name)) {
          close();
          blocks.push(node);
        }
        if (node.name === "a") links++;
        starts.push(lines.length - (open === null ? 0 : 1));
        return true;
      },
      (node) => {
        if (node === this.page) return;
        if (isBlock(node.name)) {
          close();
          blocks.pop();
        }
        if (node.name === "a") links--;
        const from = starts.pop() ?? 0;
        this.#ranges.set(node, { from, to: lines.length });
      },
    );
    close();
    this.#ranges.set(this.page, { from: 0, to: lines.length });
    const sums = { text: 0, linked: 0, marks: 0, prose: 0 };
    this.#sums.push({ ...sums });
    for (const one of lines) {
      sums.text += one.text;
      sums.linked += one.linked;
      sums.marks += one.marks;
      sums.prose += one.prose;
      this.#sums.push({ ...sums });
    }
  }
}

/** Labels of a page's data stand in elements of their own, which style sheets set apart. */
export function beginsWithLabel(text: string): boolean {
  // Matches `来源：某某日报`; must not match `来源于`.
  return /^\s{0,4}(?:(?:信息|文章|稿件)?来源|稿源|(?:发布|更新)?(?:时间|日期)|发布[者人]|作者|记者|(?:责任)?编辑|责编|字[号体]|(?:点击|浏览|阅读|访问)(?:数|量|次数)?|分享[到至]?)\s?[:：]/u.test(
    foldScript(text.slice(0, 24)),
  );
}

const nothing: Weight = { text: 0, linked: 0, marks: 0, prose: 0, from: 0, to: 0 };

/** A line is prose where it holds clauses and few links: what it counts for grows with its sentences. */
function proseOf({ text, linked, marks }: PageLine): number {
  if (marks === 0 || text < 12 || linked * 3 >= text) return 0;
  return text - linked + 6 * marks;
}

function isBlank(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit > 32 && unit !== 0xa0 && unit !== 0x3000 && unit !== 0xfeff && unit !== 0x200b) return false;
  }
  return true;
}

/** Counts the characters and the sentence marks of a piece of markup text; an entity reference is one character. */
function countText(source: string, start: number, end: number): { text: number; marks: number } {
  let text = 0;
  let marks = 0;
  for (let i = start; i < end; i++) {
    let unit = source.charCodeAt(i);
    if (unit === 0x26) {
      let stop = i + 1;
      while (stop < end && stop - i < 10 && source.charCodeAt(stop) !== 0x3b) stop++;
      if (stop < end && source.charCodeAt(stop) === 0x3b) {
        const name = source.slice(i + 1, stop);
        i = stop;
        if (/^(?:nbsp|ensp|emsp|thinsp|#160|#12288|#8195|zwj|zwnj|#8203)$/iu.test(name)) continue;
        unit = name.startsWith("#") ? codeOf(name) : 0x61;
      }
    }
    if (unit <= 32 || unit === 0xa0 || unit === 0x3000 || unit === 0x200b || unit === 0xfeff) continue;
    text++;
    if (unit === 0xff0c || unit === 0x3002 || unit === 0xff1b || unit === 0xff01 || unit === 0xff1f) marks++;
    else if ((unit === 0x2c || unit === 0x3b || unit === 0x3f || unit === 0x21) && source.charCodeAt(i - 1) >= 0x4e00)
      marks++;
  }
  return { text, marks };
}

function codeOf(name: string): number {
  const hexadecimal = name.charCodeAt(1) === 0x78 || name.charCodeAt(1) === 0x58;
  return Number.parseInt(hexadecimal ? name.slice(2) : name.slice(1), hexadecimal ? 16 : 10) || 0x61;
}
