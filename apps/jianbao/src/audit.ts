import { cleaningWords } from "@jianbao/briefing";
import type { CleanArticle, Found, SourceText } from "@jianbao/model";
import { type DoubtMark, type Mark, doubtsOf, joinsOf, marksOf } from "./audit-marks.ts";
import { type Console, say } from "./console.ts";
import { columnsOf } from "./columns.ts";
import { type Cell, cellsOf, printable, shortened, wrapped, written } from "./terminal-text.ts";

/** A rule that did something at least as often is marked by its colour alone and counted at the end. */
const many = 12;
/** Of a longer removal the two ends are shown, and of markup that was left out. */
const mostRemoved = 3000;
const mostSilent = 60;

const styles = { before: "31;9", after: "32", dropped: "2;9", changed: "36", silent: "2", note: "33", doubt: "4;35" };

/** Draws a source as it arrived, with everything that was done to it marked in its place, and counts it by rule. */
export function auditOf(console: Console, source: SourceText, articles: readonly CleanArticle[]): string {
  const rules = rulesOf(marksOf(source, articles), doubtsOf(articles));
  const page = new Page(console, source, articles, rules);
  return [
    ...headOf(console, source, articles),
    ...page.lines(),
    "",
    ...summaryOf(console, source, articles, rules),
    "",
  ].join("\n");
}

/** What each rule did, by its letter: `a`, `b` … in the order in which they are first met. */
interface RuleUse {
  readonly key: string;
  readonly rule: string;
  readonly marks: Mark[];
  readonly doubts: DoubtMark[];
}

interface Rules {
  readonly marks: readonly Mark[];
  readonly doubts: readonly DoubtMark[];
  readonly uses: ReadonlyMap<string, RuleUse>;
}

function rulesOf(marks: readonly Mark[], doubts: readonly DoubtMark[]): Rules {
  const uses = new Map<string, RuleUse>();
  const use = (rule: string): RuleUse => {
    const known = uses.get(rule) ?? { key: keyOf(uses.size), rule, marks: [], doubts: [] };
    uses.set(rule, known);
    return known;
  };
  const named = [...marks.filter((mark) => mark.type !== "silent"), ...doubts].sort((a, b) => a.start - b.start);
  for (const one of named) {
    if (one.type === "doubt") use(one.rule).doubts.push(one);
    else use(one.rule).marks.push(one);
  }
  return { marks, doubts, uses };
}

/** 0 is `a`, 25 `z`, 26 `aa`. */
function keyOf(index: number): string {
  const letter = String.fromCharCode(0x61 + (index % 26));
  return index < 26 ? letter : keyOf(Math.floor(index / 26) - 1) + letter;
}

/** Writes the source line by line: pieces between borders of marks, each in its dress. */
class Page {
  readonly #console: Console;
  readonly #source: SourceText;
  readonly #articles: readonly CleanArticle[];
  readonly #rules: Rules;
  readonly #gutter: number;
  readonly #out: string[] = [];
  #cells: Cell[] = [];
  #line = 1;

  constructor(console: Console, source: SourceText, articles: readonly CleanArticle[], rules: Rules) {
    this.#console = console;
    this.#source = source;
    this.#articles = articles;
    this.#rules = rules;
    this.#gutter = `${source.text.split("\n").length}`.length;
  }

  lines(): string[] {
    const { text } = this.#source;
    const joins = joinsOf(this.#source, this.#articles);
    const shown = this.#rules.marks.map((mark) => trimmed(mark, text));
    const { doubts } = this.#rules;
    const begins = new Map(this.#articles.map((article) => [article.map.toSource(0, "start"), article]));
    const pages = new Map(pagesOf(this.#source).map(({ start, page }) => [start, page]));
    const borders = new Set<number>([0, text.length, ...begins.keys(), ...pages.keys()]);
    for (const mark of shown) for (const at of [mark.start, mark.end, ...elisionOf(mark)]) borders.add(at);
    for (const { start, end } of doubts) borders.add(start).add(end);
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) borders.add(at).add(at + 1);
    const cuts = [...borders].sort((a, b) => a - b);
    let m = 0; // the first mark that has not ended
    let d = 0; // the first doubt that has not begun
    let open: DoubtMark[] = [];
    for (const [c, at] of cuts.entries()) {
      for (let mark = shown[m]; mark !== undefined && mark.end <= at; mark = shown[++m]) {
        if (mark.start === mark.end) this.#open(mark);
        this.#end(mark);
      }
      for (const doubt of open.filter((one) => one.end <= at)) this.#close(doubt);
      open = open.filter((one) => one.end > at);
      const page = pages.get(at);
      if (page !== undefined) this.#rule(say(this.#console, { zh: `第 ${page} 页`, en: `page ${page}` }));
      const article = begins.get(at);
      if (article !== undefined) this.#begin(article);
      for (let doubt = doubts[d]; doubt !== undefined && doubt.start <= at; doubt = doubts[++d]) {
        open.push(doubt);
        this.#mark("{?");
      }
      const stop = cuts[c + 1];
      if (stop === undefined) break;
      const mark = shown[m];
      const inside = mark !== undefined && mark.start <= at ? mark : null;
      if (inside?.start === at) this.#open(inside);
      if (text.charCodeAt(at) === 0x0a) {
        if (joins.has(at)) this.#put(" ↩", styles.silent);
        this.#flush();
        this.#line++;
      } else this.#piece(text.slice(at, stop), inside, at, open.length > 0);
    }
    this.#flush();
    return this.#out;
  }

  #piece(piece: string, mark: Mark | null, at: number, doubtful: boolean): void {
    const text = piece.endsWith("\r") ? piece.slice(0, -1) : piece;
    const doubt = doubtful ? styles.doubt : "";
    if (mark === null) return this.#put(text, doubt);
    const [from, to] = elisionOf(mark);
    if (from !== undefined && to !== undefined && at >= from && at < to) {
      if (at === from) this.#put(`…${to - from}…`, styles.note);
      return;
    }
    if (mark.type === "silent") return this.#put(text, text.trim() === "" ? doubt : styles.silent);
    const style = this.#isMany(mark.rule) ? (mark.after === "" ? styles.dropped : styles.changed) : styles.before;
    this.#put(text, doubtful ? `${style};4` : style);
  }

  /** What stands before a marked stretch: brackets where colour cannot tell. */
  #open(mark: Mark): void {
    if (mark.start === mark.end) return;
    if (mark.type === "silent") {
      if (!isBlank(this.#textOf(mark))) this.#mark("[~");
    } else if (!this.#isMany(mark.rule)) this.#mark("[-");
    else if (mark.after === "") this.#mark("‹");
  }

  /** What stands behind it: what it became, and why. */
  #end(mark: Mark): void {
    if (mark.type === "silent") {
      if (!isBlank(this.#textOf(mark))) this.#mark("~]");
      return;
    }
    if (this.#isMany(mark.rule)) {
      if (mark.after === "" && mark.start !== mark.end) this.#mark("›");
      return;
    }
    if (mark.start !== mark.end) this.#mark("-]");
    if (mark.after !== "") {
      if (this.#console.colour) this.#put("→", styles.note);
      this.#mark("{+");
      this.#put(mark.after, styles.after);
      this.#mark("+}");
    }
    this.#put(mark.type === "repair" ? `〔${this.#keyOf(mark.rule)}〕` : this.#note(mark.rule, mark), styles.note);
  }

  #close(doubt: DoubtMark): void {
    this.#mark("?}");
    this.#put(this.#note(doubt.rule, doubt), styles.note);
  }

  /** 〔c 广告 0.93〕; of a rule that does the same many times the letter is enough. */
  #note(rule: string, { reason, score }: { readonly reason: string; readonly score: number }): string {
    const key = this.#keyOf(rule);
    if (this.#isMany(rule)) return `〔${key}〕`;
    return `〔${key} ${wordsOf(this.#console, rule, reason)} ${score.toFixed(2)}〕`;
  }

  #keyOf(rule: string): string {
    return this.#rules.uses.get(rule)?.key ?? "?";
  }

  #isMany(rule: string): boolean {
    const use = this.#rules.uses.get(rule);
    return use !== undefined && use.marks.length + use.doubts.length >= many;
  }

  #textOf({ start, end }: Mark): string {
    return this.#source.text.slice(start, end);
  }

  #begin(article: CleanArticle): void {
    if (this.#articles.length < 2) return;
    const { part } = article;
    this.#rule(
      say(this.#console, {
        zh: `第 ${part} 篇，共 ${this.#articles.length} 篇`,
        en: `article ${part} of ${this.#articles.length}`,
      }),
    );
  }

  #rule(words: string): void {
    this.#flush();
    const rest = Math.max(4, Math.min(60, this.#console.columns - columnsOf(words) - 6));
    this.#out.push(painted(this.#console, "1", `──── ${words} ${"─".repeat(rest)}`));
  }

  /** Puts a bracket that stands for a colour; it is never broken. */
  #mark(text: string): void {
    if (!this.#console.colour) this.#cells.push({ text, columns: columnsOf(text), style: "" });
  }

  #put(text: string, style: string): void {
    if (text === "") return;
    for (const cell of cellsOf(text.replaceAll("\n", "⏎"), style)) this.#cells.push(cell);
  }

  /** Writes the line that has been gathered, unless nothing of it is to be seen. */
  #flush(): void {
    const cells = this.#cells;
    this.#cells = [];
    if (cells.every((cell) => cell.text.trim() === "")) return;
    const rows = wrapped(cells, Math.max(16, this.#console.columns - this.#gutter - 3));
    for (const [i, row] of rows.entries()) {
      const number = i === 0 ? `${this.#line}`.padStart(this.#gutter) : " ".repeat(this.#gutter);
      this.#out.push(`${painted(this.#console, "2", `${number} │`)} ${written(row, this.#console.colour)}`.trimEnd());
    }
  }
}

/** A mark without the line ends and blanks around what is to be seen of it. */
function trimmed(mark: Mark, text: string): Mark {
  const marked = text.slice(mark.start, mark.end);
  if (!marked.includes("\n")) return mark;
  const head = marked.length - marked.trimStart().length;
  const tail = marked.length - marked.trimEnd().length;
  if (head === marked.length) return mark.type === "silent" ? mark : { ...mark, end: mark.start };
  return { ...mark, start: mark.start + head, end: mark.end - tail };
}

/** The middle of a mark that is too long to be shown whole; empty for any other. */
function elisionOf({ type, start, end }: Mark): readonly number[] {
  const most = type === "silent" ? mostSilent : mostRemoved;
  return end - start <= most * 1.2 ? [] : [start + Math.floor((most * 2) / 3), end - Math.floor(most / 3)];
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** Where the pages of a container begin. */
function pagesOf({ places }: SourceText): { start: number; page: number }[] {
  const pages: { start: number; page: number }[] = [];
  for (const { start, page } of places) {
    if (page !== undefined && page !== pages.at(-1)?.page) pages.push({ start, page });
  }
  return pages.length > 1 ? pages : [];
}

function headOf(console: Console, source: SourceText, articles: readonly CleanArticle[]): string[] {
  const count = articles.length;
  const kind = say(console, {
    zh: `${source.format}，${source.encoding}，${count} 篇`,
    en: `${source.format}, ${source.encoding}, ${count} ${count === 1 ? "article" : "articles"}`,
  });
  const lines = [`${painted(console, "1", printable(source.document))}  ${kind}`];
  for (const { part, metadata } of articles) {
    if (count > 1) lines.push(painted(console, "1", say(console, { zh: `第 ${part} 篇`, en: `article ${part}` })));
    const { title, publisher, byline, published, area, url, script } = metadata;
    const row = (zh: string, en: string, found: Found<unknown> | null, value: string | undefined): void => {
      const label = say(console, { zh, en });
      lines.push(`  ${label}${" ".repeat(Math.max(1, 11 - columnsOf(label)))}${factOf(console, found, value ?? "")}`);
    };
    row("标题", "title", title, title?.value);
    row("媒体", "publisher", publisher, publisher?.value);
    row("作者", "byline", byline, byline?.value);
    row("发表", "published", published, published?.value);
    row("地区", "area", area, area === null ? "" : `${area.value.name} ${area.value.code}`);
    if (url !== null) row("网址", "url", url, url.value);
    const label = say(console, { zh: "字形", en: "script" });
    lines.push(`  ${label}${" ".repeat(Math.max(1, 11 - columnsOf(label)))}${say(console, scripts[script])}`);
  }
  lines.push("");
  return lines;
}

const scripts = {
  hans: { zh: "简体", en: "simplified" },
  hant: { zh: "繁体", en: "traditional" },
  mixed: { zh: "繁简混用", en: "mixed" },
} as const;

const origins = {
  sidecar: { zh: "人工注明", en: "stated" },
  text: { zh: "文中写明", en: "in the text" },
  inferred: { zh: "推断", en: "inferred" },
} as const;

function factOf(console: Console, found: Found<unknown> | null, value: string): string {
  if (found === null) return painted(console, "2", say(console, { zh: "没有找到", en: "not found" }));
  const how = `${say(console, origins[found.by])} ${found.confidence.toFixed(2)}`;
  const rest = `(${how}: ${shortened(found.evidence, 60)})`;
  return `${shortened(value, 80)}  ${painted(console, "2", rest)}`;
}

/** How often each rule was at work, with the commonest of what it does many times; then the totals. */
function summaryOf(console: Console, source: SourceText, articles: readonly CleanArticle[], { uses }: Rules): string[] {
  const lines: string[] = [];
  for (const { key, rule, marks, doubts } of uses.values()) {
    const count = marks.length + doubts.length;
    const [first] = [...marks, ...doubts];
    const what = wordsOf(console, rule, first?.reason ?? "");
    const times = say(console, { zh: `${count} 处`, en: `×${count}` });
    lines.push(`  ${painted(console, styles.note, key.padEnd(2))} ${rule}  ${times}  ${what}`);
    if (count >= many && marks.length > 0) lines.push(`       ${commonest(console, source, marks)}`);
  }
  const repairs = articles.reduce((sum, article) => sum + article.repairs.length, 0);
  const removals = articles.flatMap((article) => article.removals);
  const cut = removals.reduce((sum, { span }) => sum + span.end - span.start, 0);
  const doubts = articles.reduce((sum, article) => sum + article.doubts.length, 0);
  lines.push(
    say(console, {
      zh: `修复 ${repairs} 处，删去 ${removals.length} 处（${cut} 字），存疑 ${doubts} 处`,
      en: `${repairs} repairs, ${removals.length} removals (${cut} characters), ${doubts} doubts`,
    }),
  );
  return console.colour ? lines : [...lines, say(console, legend)];
}

const legend = {
  zh: "[-删去-]{+补上+}〔依据〕 {?存疑?} [~没有计入的标记~] ‹常见的删去› ↩ 与下一行相接；多次出现的替换不在文中标出",
  en: "[-removed-]{+put in+}〔rule〕 {?doubtful?} [~markup left out~] ‹removed many times› ↩ joined with the next line; replacements that occur many times are not marked",
};

/** 機→机 12、關→关 10 */
function commonest(console: Console, source: SourceText, marks: readonly Mark[]): string {
  const counts = new Map<string, number>();
  for (const { start, end, after } of marks) {
    const before = source.text.slice(start, end);
    // Neighbours that were changed one for one were changed each for itself.
    const singles = before.length === after.length && after.length > 1;
    const pairs = singles ? [...before].map((one, i) => `${one}→${[...after][i] ?? ""}`) : [`${before}→${after}`];
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = sorted.slice(0, 8).map(([pair, count]) => `${shortened(pair.replace(/→$/u, ""), 16)} ${count}`);
  const rest = sorted.length - shown.length;
  const more = rest === 0 ? "" : say(console, { zh: `，另 ${rest} 种`, en: `, ${rest} more` });
  return painted(console, "2", `${shown.join(say(console, { zh: "、", en: ", " }))}${more}`);
}

/** What a rule did, in the user's language; the reason as cleaning gives it where no words are known. */
function wordsOf(console: Console, rule: string, reason: string): string {
  return cleaningWords(rule, console.tongue) ?? (reason === "" ? rule.replace(/^cleaning\//u, "") : printable(reason));
}

function painted(console: Console, style: string, text: string): string {
  return console.colour ? `\u001b[${style}m${text}\u001b[0m` : text;
}
