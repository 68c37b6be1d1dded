import { decodeHTML } from "entities";
import type { Span } from "@jianbao/model";
import { hanCount } from "../characters.ts";
import type { Change } from "../draft.ts";
import type { MarkupElement } from "../readers/markup.ts";
import { pushDecoded } from "./escapes.ts";
import type { Measure } from "./measure.ts";
import { squeeze, visit } from "./tree.ts";

/** A string of a page's data, with the name that it goes by. */
interface Literal extends Span {
  readonly key: string;
  /** How it is written: as a string of a script, as markup escaped by entities, or as it is. */
  readonly form: "script" | "escaped" | "plain";
  /** The names of what it stands in. */
  readonly path: string;
  /** The object that it stands in, counted in order of opening. */
  readonly owner: number;
  /** Those around the owner, from the inside out. */
  readonly around: readonly number[];
}

/** An article that only the page's data holds. */
export interface DataText {
  readonly changes: Change[];
  /** The strings hold markup of their own. */
  readonly isMarkup: boolean;
  readonly title: Span | null;
  /** From its first string to its last. */
  readonly body: Span;
}

/**
 * Finds the article among the strings of a page's scripts where the visible page has none; else null.
 * Applications send a shell, and the text as data: `__INITIAL_STATE__`, `__NEXT_DATA__`, `articleBody`.
 */
export function textOfData(measure: Measure, titles: readonly string[]): DataText | null {
  if (measure.of(measure.page).prose >= 120) return null;
  const { source, page } = measure;
  const literals: Literal[] = [];
  let count = 0;
  visit(page, (node) => {
    if (node.type === "text") return false;
    const frame = node.name === "iframe" ? frameIn(node, source) : null;
    if (frame !== null) literals.push({ ...frame, key: "content", form: "escaped", path: "", owner: -1, around: [] });
    if (!holders.has(node.name)) return true;
    const [first] = node.children;
    const last = node.children.at(-1);
    if (first === undefined || last === undefined || last.end - first.start > 5_000_000) return false;
    if (node.name !== "script" || /text\/(?:html|template|x-)/iu.test(node.attributes["type"] ?? "")) {
      const form = node.name === "textarea" ? "escaped" : "plain";
      literals.push({ start: first.start, end: last.end, key: "content", form, path: "", owner: -1, around: [] });
    } else {
      count = literalsIn(source, { start: first.start, end: last.end }, count, literals);
    }
    return false;
  });
  const body = bodyAmong(literals, source, measure.of(page).prose);
  if (body.length === 0) return null;
  const [first] = body;
  if (first === undefined) return null;
  const known =
    titleFor(first, literals, source, titles) ??
    shownTitle(measure, titles, first.start) ??
    headTitle(page, source, first.start);
  // A page of its own has its headline in itself.
  const repeated =
    known !== null && source.slice(first.start, first.start + 2000).includes(source.slice(known.start, known.end));
  const title = repeated ? null : known;
  const spans = title === null ? body : [title, ...body];
  const isMarkup = body.some((one) =>
    /(?:<|\\u003c|&lt;)(?:p|div|br|section|span)\b/iu.test(source.slice(one.start, one.end)),
  );
  const changes: Change[] = [];
  let done = 0;
  for (const [i, span] of spans.entries()) {
    const between = i === 0 ? "" : isMarkup ? "<br>" : "\n";
    changes.push({ start: done, end: span.start, replacement: between });
    if (span === title || body[0]?.form === "script") unescape(source, span, changes);
    else if (body[0]?.form === "escaped") unescapeMarkup(source, span, changes);
    done = span.end;
  }
  changes.push({ start: done, end: source.length, replacement: "" });
  return {
    changes: changes.filter((one) => one.end > one.start || one.replacement !== ""),
    isMarkup,
    title,
    body: { start: first.start, end: body.at(-1)?.end ?? first.end },
  };
}

const holders: ReadonlySet<string> = new Set(["script", "textarea", "xmp", "template", "noscript"]);

/** The page that a frame carries in its own tag, as programs write that keep a page in one file. */
function frameIn(node: MarkupElement, source: string): Span | null {
  if ((node.attributes["srcdoc"] ?? "").length < 60) return null;
  // Matches `srcdoc="…"`; a frame's tag has few attributes before it.
  const opening = /\ssrcdoc\s?=\s?(["'])/iu.exec(source.slice(node.start, node.start + 2000));
  if (opening?.[1] === undefined) return null;
  const start = node.start + opening.index + opening[0].length;
  const end = source.indexOf(opening[1], start);
  return end < 0 ? null : { start, end };
}

/** Names of strings that hold an article's text, and of those that hold something else. */
const bodies =
  /^(?:content|contents|body|articlebody|article_?content|content_?html|html|text|detail|contenttext|news_?content|main_?text)$/iu;
const others = /comment|tips?$|desc|summary|abstract|intro|digest|agreement|notice|share|copyright|seo|keyword|title/iu;

/** Names of lists and objects whose strings are of other articles or of readers. */
const elsewhere = /comment|repl(?:y|ies)|recommend|related|hot|rank|feed|sidebar|config|dict|i18n|locale/iu;

/** The strings that hold most prose: one with the whole text, or the paragraphs of one list that go by one name. */
function bodyAmong(literals: readonly Literal[], source: string, visible: number): readonly Literal[] {
  const groups = new Map<string, { prose: number; best: Literal; most: number; members: Literal[] }>();
  for (const one of literals) {
    const factor = (bodies.test(one.key) ? 2 : others.test(one.key) ? 0.25 : 1) * (elsewhere.test(one.path) ? 0.2 : 1);
    const prose = proseOf(source.slice(one.start, one.end)) * factor;
    const list = `${one.key} ${one.around[0] ?? one.owner}`;
    const group = groups.get(list);
    if (group === undefined) groups.set(list, { prose, best: one, most: prose, members: [one] });
    else {
      group.prose += prose;
      group.members.push(one);
      if (prose > group.most) {
        group.most = prose;
        group.best = one;
      }
    }
  }
  let most = Math.max(40, visible * 2);
  let found: readonly Literal[] = [];
  for (const { prose, best, most: single, members } of groups.values()) {
    const whole = members.length === 1 || /<p|\\u003cp|\\n/iu.test(source.slice(best.start, best.end));
    const weight = whole ? single : prose;
    if (weight <= most) continue;
    most = weight;
    found = whole
      ? [best]
      : members.filter(
          (one) => hanCount(source.slice(one.start, one.end)) > 0 || /\\u[4-9]/u.test(source.slice(one.start, one.end)),
        );
  }
  return found;
}

function proseOf(raw: string): number {
  const text = /\\u[4-9a-f]/iu.test(raw)
    ? raw.replaceAll(/\\u([\da-f]{4})/giu, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : raw;
  const marks = text.match(/[，。；！？]/gu)?.length ?? 0;
  const han = hanCount(text);
  return marks < 1 || han < 6 ? 0 : han;
}

/** A title beside the text, or beside what the text is part of; it must stand before it. */
function titleFor(
  body: Literal,
  literals: readonly Literal[],
  source: string,
  titles: readonly string[],
): Literal | null {
  const known = titles.map((title) => squeeze(title));
  let found: Literal | null = null;
  for (const one of literals) {
    if (one.start >= body.start) break;
    if (!/^(?:title|headline|news_?title|article_?title)$/iu.test(one.key)) continue;
    const text = squeeze(source.slice(one.start, one.end));
    const beside = one.owner === body.owner || body.around.includes(one.owner);
    if (
      text.length >= 4 &&
      text.length <= 120 &&
      !text.includes("\\") &&
      (beside || known.some((title) => title.includes(text)))
    )
      found = one;
  }
  return found;
}

/** A line of the page that its title repeats. */
function shownTitle(measure: Measure, titles: readonly string[], before: number): Span | null {
  const known = titles.map((title) => squeeze(title));
  for (const line of measure.lines) {
    if (line.start >= before) return null;
    const words = measure.words(line);
    if (line.linked > 0 || line.to - line.from !== 1 || words.length < 6) continue;
    if (known.some((title) => title.includes(words) && words.length * 3 > title.length)) {
      const { start, end } = line;
      return { start, end };
    }
  }
  return null;
}

/** Without one, the title of the page up to the site's name. */
function headTitle(page: MarkupElement, source: string, before: number): Span | null {
  let found: Span | null = null;
  visit(page, (node) => {
    if (node.type === "text" || found !== null) return false;
    const [first] = node.children;
    if (node.name !== "title" || first === undefined || node.end > before) return true;
    const raw = source.slice(first.start, first.end);
    // Matches `_某某网`, ` - 某某` and `-某某日报`; must not match a dash within the title.
    const stop = raw.search(/\s[-–—|]\s|[_|丨｜]|--|[-–—][^-–—_|]{1,12}(?:[网报社台]|发布|新闻|频道|在线|政府)\s*$/u);
    const start = first.start + (raw.length - raw.trimStart().length);
    const end = first.start + raw.slice(0, stop < 4 ? raw.length : stop).trimEnd().length;
    if (end - start >= 4) found = { start, end };
    return false;
  });
  return found;
}

/** Finds the strings of JSON or of a script that looks like it, with the names and objects that they stand in. */
function literalsIn(source: string, span: Span, counted: number, literals: Literal[]): number {
  let count = counted;
  const owners: number[] = [count++];
  const objects: boolean[] = [true];
  const names: string[] = [""];
  let key = "";
  let last: Span | null = null;
  for (let i = span.start; i < span.end; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 0x7b || unit === 0x5b) {
      owners.push(count++);
      objects.push(unit === 0x7b);
      names.push(key);
      if (unit === 0x7b) key = "";
    } else if (unit === 0x7d || unit === 0x5d) {
      if (owners.length > 1) {
        owners.pop();
        objects.pop();
        names.pop();
      }
      key = "";
    } else if (unit === 0x2c) {
      // What follows in a list goes by the same name, in an object by its own.
      if (objects[objects.length - 1] === true) key = "";
      last = null;
    } else if (unit === 0x3a && last !== null) {
      key = source.slice(last.start, Math.min(last.end, last.start + 40));
      last = null;
    } else if (unit === 0x22 || unit === 0x27 || unit === 0x60) {
      const end = stringEnd(source, i, span.end, unit);
      if (end < 0) continue;
      last = { start: i + 1, end };
      const owner = owners[owners.length - 1] ?? 0;
      if (owners.length < 60)
        literals.push({
          start: i + 1,
          end,
          key,
          form: "script",
          path: names.slice(-4).join(" "),
          owner,
          around: owners.slice(-4, -1).reverse(),
        });
      i = end;
    } else if (isName(unit)) {
      const start = i;
      while (i < span.end && isName(source.charCodeAt(i))) i++;
      last = { start, end: i };
      i--;
    }
  }
  return count;
}

function isName(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    unit === 0x5f ||
    unit === 0x24 ||
    (unit >= 0x30 && unit <= 0x39)
  );
}

/** Where a string ends, or −1 for an apostrophe in a comment or a pattern: strings of one line do not go on. */
function stringEnd(source: string, start: number, limit: number, quote: number): number {
  for (let i = start + 1; i < limit; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 0x5c) i++;
    else if (unit === quote) return i;
    else if (unit === 0x0a && quote !== 0x60) return -1;
  }
  return -1;
}

/** Reads the entity references of markup that is written as text, once. */
function unescapeMarkup(source: string, span: Span, changes: Change[]): void {
  for (const match of source.slice(span.start, span.end).matchAll(/&(?:#x?[\da-f]{1,8}|[a-z][a-z\d]{1,31});/giu)) {
    const start = span.start + match.index;
    pushDecoded(changes, start, start + match[0].length, decodeHTML(match[0]));
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\n", t: " ", b: "", f: "" };

/** Reads the escapes of a string. */
function unescape(source: string, span: Span, changes: Change[]): void {
  const raw = source.slice(span.start, span.end);
  // Matches `\n`, `\"`, `\u4e2d` and `\x3c`; must not match a lone backslash at the end.
  for (const match of raw.matchAll(/\\(?:u([\da-f]{4})|x([\da-f]{2})|([^ux]))/giu)) {
    const code = match[1] ?? match[2];
    const replacement =
      code === undefined ? (escapes[match[3] ?? ""] ?? match[3] ?? "") : String.fromCharCode(Number.parseInt(code, 16));
    const start = span.start + match.index;
    pushDecoded(changes, start, start + match[0].length, replacement);
  }
}
