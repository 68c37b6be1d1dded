import articles from "./layouts/articles.json" with { type: "json" };

/** What a block of an article is: a paragraph wraps, a row of a table does not. */
type Kind =
  | "title"
  | "subtitle"
  | "byline"
  | "p"
  | "h"
  | "item"
  | "row"
  | "turn"
  | "q"
  | "a"
  | "note"
  | "verse"
  | "caption"
  | "sign";

/** One line of an article as its editor meant it. */
export interface Block {
  readonly kind: Kind;
  readonly text: string;
}

/** An article of our own, for laying out in many ways. */
export interface LaidArticle {
  readonly id: string;
  /** Kept back while rules are written. */
  readonly held: boolean;
  readonly blocks: readonly Block[];
}

/** The articles of `layouts/articles.json`. */
export const laidArticles: readonly LaidArticle[] = articles.map((article) => ({
  id: article.id,
  held: "held" in article && article.held === true,
  blocks: article.blocks.map(([kind = "p", text = ""]) => ({ kind: kind as Kind, text })),
}));

/** A way in which a page or a mail program sets an article's lines. */
export interface Layout {
  readonly name: string;
  readonly set: (blocks: readonly Block[], random: () => number) => string;
}

/** A stream of numbers from 0 to 1 that is the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The width of a text in columns: Han characters and full-width marks take two. */
function columnsOf(text: string): number {
  let sum = 0;
  for (const character of text) sum += (character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
  return sum;
}

/** How a wrap treats marks that must not begin a line, and words and figures. */
type Prohibition = "none" | "hang" | "push";

/** Cuts a text into lines of a width in columns. */
export function wrap(text: string, width: number, prohibition: Prohibition): string[] {
  const units = prohibition === "none" ? [...text] : (text.match(/[A-Za-z\d][A-Za-z\d.,%-]*|[^]/gu) ?? []);
  const lines: string[] = [];
  let line = "";
  for (const [i, unit] of units.entries()) {
    const cannotStart = /^[，。、；：！？”’）》」』…%]/u.test(unit);
    const next = units[i + 1] ?? "";
    const pushes = prohibition === "push" && /^[，。、；：！？”’）》」』…%]/u.test(next);
    const size = columnsOf(line + unit) + (pushes && columnsOf(line + unit + next) > width ? 2 : 0);
    const opens = prohibition !== "none" && /^[“‘（《「『]/u.test(unit) && columnsOf(line + unit) >= width;
    if (line.trim() !== "" && (size > width || opens) && !(prohibition !== "none" && cannotStart)) {
      lines.push(line);
      line = "";
    }
    line += unit;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** Kinds whose text a wrap cuts. */
function wraps(kind: Kind): boolean {
  return kind !== "row" && kind !== "verse";
}

function wrapped(
  name: string,
  width: number,
  options: { indent?: string; between?: string; apart?: string; prohibition?: Prohibition },
): Layout {
  const { indent = "", between = "\n", apart = "\n", prohibition = "hang" } = options;
  return {
    name,
    set: (blocks) =>
      blocks
        .map(({ kind, text }) =>
          wraps(kind)
            ? wrap((/^(?:p|item|turn|q|a)$/u.test(kind) ? indent : "") + text, width, prohibition).join(between)
            : text,
        )
        .join(apart),
  };
}

/** Breaks a share of the paragraphs once or twice, in the middle of sentences, as columns and pages do. */
function columns(name: string, apart: string, breaks: readonly string[]): Layout {
  return {
    name,
    set: (blocks, random) =>
      blocks
        .map(({ kind, text }) => {
          if (kind !== "p" || text.length < 40 || random() < 0.4) return text;
          let result = text;
          for (let n = random() < 0.5 ? 1 : 2; n > 0; n--) {
            const at = 8 + Math.floor(random() * (result.length - 16));
            // Columns end at a full measure: not right after a mark that ends a sentence, nor before any mark.
            if (/[。！？；：”\n]/u.test(result[at - 1] ?? "") || /[，。、；：！？”’）》\n]/u.test(result[at] ?? ""))
              continue;
            result = `${result.slice(0, at)}${breaks[Math.floor(random() * breaks.length)] ?? "\n"}${result.slice(at)}`;
          }
          return result;
        })
        .join(apart),
  };
}

/** Wraps the paragraphs of one half and leaves the other. */
function mixed(name: string, width: number, apart: string, indent: string): Layout {
  return {
    name,
    set: (blocks) =>
      blocks
        .map(({ kind, text }, i) =>
          i < blocks.length / 2 || !wraps(kind)
            ? (kind === "p" ? indent : "") + text
            : wrap((kind === "p" ? indent : "") + text, width, "hang").join("\n"),
        )
        .join(apart),
  };
}

function oneLine(name: string, apart: string): Layout {
  return { name, set: (blocks) => blocks.map(({ text }) => text).join(apart) };
}

/** The layouts that tell their paragraphs apart. */
export const layouts: readonly Layout[] = [
  { name: "a line each", set: (blocks) => blocks.map(({ text }) => text).join("\n") },
  { name: "a line each, blank lines", set: (blocks) => blocks.map(({ text }) => text).join("\n\n") },
  {
    name: "a line each, indented",
    set: (blocks) => blocks.map(({ kind, text }) => (kind === "p" ? `　　${text}` : text)).join("\r\n"),
  },
  wrapped("newspaper 26, indented", 26, { indent: "　　" }),
  wrapped("newspaper 30, indented, pushed", 30, { indent: "　　", prohibition: "push" }),
  wrapped("newspaper 34, indented, raw", 34, { indent: "　　", prohibition: "none" }),
  wrapped("mail 36, blank lines", 36, { apart: "\n\n", prohibition: "push" }),
  wrapped("mail 72, blank lines", 72, { apart: "\n\n" }),
  wrapped("wrapped 40, indented by spaces", 40, { indent: "    " }),
  wrapped("wrapped 56, indented", 56, { indent: "　　", prohibition: "none" }),
  wrapped("wrapped 36, indented, every line spaced", 36, { indent: "　　", between: "\n\n", apart: "\n\n" }),
  wrapped("wrapped 44, two blanks between paragraphs only", 44, {
    between: "\n\n",
    apart: "\n\n\n",
    prohibition: "push",
  }),
  columns("columns, single line", "\n", ["\n"]),
  columns("columns, blank lines", "\n", ["\n\n", "\n\n\n"]),
  columns("columns, blank lines throughout", "\n\n", ["\n\n"]),
  columns("columns, more blank lines", "\n\n", ["\n\n\n", "\n", "\n\n"]),
  mixed("mixed 32", 32, "\n", ""),
  mixed("mixed 40, indented", 40, "\n", "　　"),
  mixed("mixed 48, blank lines", 48, "\n\n", ""),
  oneLine("one line, ideographic indents", "　　"),
  oneLine("one line, spaces", "    "),
  oneLine("one line, literal breaks", "\\n"),
  oneLine("one line, tags", "<br/>"),
];

/** The layouts that tell their paragraphs by short last lines only: a full line at a sentence's end is open. */
export const unmarkedLayouts: readonly Layout[] = [
  wrapped("unmarked 28", 28, {}),
  wrapped("unmarked 36, raw", 36, { prohibition: "none" }),
  wrapped("unmarked 60, pushed", 60, { prohibition: "push" }),
  wrapped("unmarked 40, every line spaced", 40, { between: "\n\n", apart: "\n\n" }),
];

/** What became of an article's lines. */
export interface LineScore {
  /** Breaks within a sentence that stayed. */
  readonly missed: readonly string[];
  /** Breaks after a sentence, within a paragraph, that stayed. */
  readonly parted: readonly string[];
  /** Blocks that were run into the one before. */
  readonly merged: readonly string[];
  /** Lost or added characters. */
  readonly changed: boolean;
}

/** Compares cleaned lines with the blocks they were set from. */
export function lineScore(blocks: readonly Block[], text: string): LineScore {
  const wanted = new Set<number>();
  const got = new Set<number>();
  let length = 0;
  for (const block of blocks) wanted.add((length += squeeze(block.text).length));
  const whole = blocks.map((block) => squeeze(block.text)).join("");
  let sum = 0;
  for (const line of text.split("\n")) got.add((sum += squeeze(line).length));
  const show = (at: number): string => `${whole.slice(Math.max(0, at - 14), at)}/${whole.slice(at, at + 12)}`;
  const extra = [...got].filter((at) => !wanted.has(at));
  return {
    missed: extra.filter((at) => !/[。！？；…：][”’）]*$/u.test(whole.slice(0, at))).map(show),
    parted: extra.filter((at) => /[。！？；…：][”’）]*$/u.test(whole.slice(0, at))).map(show),
    merged: [...wanted].filter((at) => !got.has(at)).map(show),
    changed: squeeze(text) !== whole,
  };
}

/** A text without its white space. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s/gu, "");
}
