import type { Span } from "@jianbao/model";
import { hanCount } from "../../characters.ts";
import { type Change, type Draft, change, inOrder } from "../../draft.ts";
import { dropCode, dropTemplates, readWiki } from "./code.ts";
import { readEntities, readEscapes } from "./escapes.ts";
import { invisibleIn } from "../invisible.ts";
import { isSpokenOf } from "./spoken.ts";
import { guarded } from "../../patterns/guarded.ts";

const inline =
  "a|abbr|acronym|b|bdo|big|cite|code|del|dfn|em|font|i|img|ins|kbd|label|nobr|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr|mark|ruby|rb|rtc|[a-z]\\d?:\\w{1,40}|[a-z]{1,20}(?:-[a-z\\d]{1,20}){1,4}";
const block =
  "address|area|article|aside|audio|base|blockquote|body|br|button|canvas|caption|center|col|colgroup|dd|details|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|input|legend|li|link|main|map|marquee|meta|nav|noscript|object|ol|optgroup|option|p|param|path|picture|pre|ref|script|section|select|source|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|ul|video|xml";
/** Names that are no letter of mathematics. */
const long = "br|div|span|strong|font|img|td|tr|li|em|ul|ol|table|tbody|section|h[1-6]|center|blockquote";
const textual = "(?:alt|title|content|value|placeholder|label|name|summary|data-[\\w-]{1,20})\\s?=\\s?";
/** A value: words in `alt` and its like, elsewhere no more Chinese than the name of a font, a word by itself; never a sentence. */
const quoted = `(?<=${textual})(?:"[^"<>\\n。]{0,200}"|'[^'<>\\n。]{0,200}')|(?<!${textual})(?:"(?:[^"<>\\n。\\p{Script=Han}]|(?<=[:;,"'& ])\\p{Script=Han}{1,8}(?=[;,"'& ])){0,400}"|'(?:[^'<>\\n。\\p{Script=Han}]|(?<=[:;,"'& ])\\p{Script=Han}{1,8}(?=[;,"'& ])){0,400}')`;
const attribute = `[\\w:-]{1,30}\\s?=\\s?(?:${quoted}|[\\w#:/.%?&;-]{1,300})`;

/** A character of a name or a bare value, and of none of the article's. */
const plain = "[^\\s<>＜＞\"'“”‘’=/;,:&\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF]";
/**
 * What stands within a tag: names, which no digit begins, and values behind their `=`; no Chinese but in quotes, so that
 * a tag without its end takes neither words nor figures of the article. Each name and value is read whole.
 */
const within = `(?:${quoted}|=\\s?[“”‘’][^<>“”‘’\\n\\p{Script=Han}]{0,200}[“”‘’]|(?<!${plain})(?:(?<==[ \\t]?)${plain}|(?=[^\\d])${plain})${plain}{0,300}(?!${plain})|[ \\t\\r=/;,:&]){0,400}`;

// Matches `<p class="x">`, `</span>`, `<br/>`, `< br />`, `＜br＞`; must not match `<5万元` or `a < b`.
const tag = new RegExp(
  `[<＜]\\/?(?:(${inline})|${block})(?:[\\s\\/]${within})?[>＞]|< ?\\/? ?(?:${long}|p)(?: ${within})?>`,
  "giu",
);
// Matches `<rt>guān</rt>` and `<rp>(</rp>`, the reading with its tags, and a wiki's `<ref>某报</ref>`; must not match `<rtc>`.
const content =
  /<(r[tp]|ref)(?:\s[^<>\n]{0,200})?>[^<>\n]{0,300}(?:<\/\1>)|<(?:rt|rp)>[^<>\n\p{Script=Han}]{0,20}(?=<)|<\/r[tp]>|<ref(?:\s[^<>\n]{0,200})?\/>/giu;
// Matches `<?xml … />`, `<?php … ?>`, `<![endif]-->`, `<![CDATA[`, `<!DOCTYPE html>`; must not match `<?` alone.
const declarations =
  /<\?[a-z=][^<>\n\p{Script=Han}]{0,400}\??>|(?:<!--)?\[if [^\]\n]{1,60}\]>|<!(?:--)?\[(?:if|endif)[^\]\n]{0,80}\](?:--)?>(?:<!-->)?|<!\[CDATA\[|\]\]>|<!doctype[^<>\n\p{Script=Han}]{0,300}>/giu;
// Each is a tag that lost an end:
//   `/p>` after text; `<p` and `</div` at a line's end; `<br` before a character; `<p` before one at a paragraph's start;
//   `br>` behind a character; `p>` at a line's start; a tag with attributes and no `>`; attributes with no `<`; `-->` alone.
// Must not match `1/2>`, `a<b则`, `p>0.05`.
const broken = new RegExp(
  [
    `(?<![<\\w\\/])\\/(?:${inline}|${block})>`,
    `(?<=[\\d%])\\/(?:p|${long})>(?=[\\p{Script=Han}“「\\s]|$)`,
    `<\\/(?:p|div|span|strong|font|td|tr|li|em|ul|ol|table|center|section)(?=\\d)`,
    `<\\/?(?:${inline}|${block})[ \\t]{0,8}(?=\\r?\\n|$)`,
    `<\\/?(?:${long})[ \\t/]{0,8}(?=[\\p{Script=Han}“‘《（【(「『])`,
    `(?<=^|[\\n。！？”；：>\\u3000])<\\/?p[ \\t/]{0,8}(?=[\\p{Script=Han}“‘《（【(「『])`,
    `(?<=[\\p{Script=Han}，。！？；：、”’）》】])(?:${long}) ?\\/?>`,
    `(?<=^|\\n)[ \\t\\u3000]{0,8}(?:p|${long}) ?\\/?>(?=[\\p{Script=Han}“‘《（【(「『\\s])`,
    `<(?:${inline}|${block})(?:\\s{1,4}${attribute}){1,20}\\s{0,4}\\/?(?:\\s{1,4}[\\w:-]{1,30}=["'][^"'<>\\n\\p{Script=Han}]{0,200})?`,
    `<(?:${inline}|${block})\\s{1,4}[\\w:-]{1,30}=["'][^"'<>\\n\\p{Script=Han}]{1,200}(?=[\\p{Script=Han}“「]|\\r?\\n|$)`,
    `(?<![<\\w-])(?:(?:style|class|id|src|href|target|align|valign|width|height|alt|title|border|rel|color|size|face|lang|bgcolor|data-[\\w-]{1,30})\\s?=\\s?(?:${quoted})\\s{0,4}){1,12}\\/?>`,
    `(?<![<\\w-])(?:(?:text|font|line|margin|padding|color|background|letter|white)(?:-\\w{1,20})?\\s?:\\s?[\\w#.,%\\p{Script=Han} -]{1,80};?\\s?){1,12}["']\\s?\\/?>`,
    `(?<=^|[\\n。！？”；>\\s])--+>(?=\\s|$|[\\p{Script=Han}“「])|<!--+(?=\\s|$|[\\p{Script=Han}“「])`,
  ].join("|"),
  "giu",
);
// Matches `![](https://a.cn/b.jpg)`, `![]()`, `![图片](1.png)`; must not match `![图为现场](1.png)`, whose words are a caption.
const picture = /!\[(?:图片?|[^\]\n\p{Script=Han}]{0,60})\]\([^()\s\p{Script=Han}]{0,400}\)/giu;
// Matches `[img]a.jpg[/img]` with what is in it.
const filled =
  /\[(img|attachimg|attach|media|flash|audio|video|qq|em|emot|face)(?:=[^\]\n]{0,200})?\][^[\]\n\p{Script=Han}]{0,300}\[\/\1\]|\[i=s\][^[\]\n]{0,100}\[\/i\]/giu;
// Matches `[b]`, `[/url]`, `[size=4]`; must not match `[1]` or `[责编：某某]`.
const bulletinBoard =
  /\[\/?(?:b|i|u|s|p|url|img|size|color|font|quote|align|center|left|right|list|table|tr|td|email|code|backcolor|attach|attachimg|media|hide|float|indent|free|flash|audio|video|postbg|index|hr|h[1-6])(?:=[^\]\n]{0,200})?\]|\[\*\](?=\s?\p{Script=Han})/giu;

/**
 * Removes what is left of markup in a text, and reads the entity references and escapes that were never read.
 * What these make may be markup again (&lt;br&gt;), so it is done until nothing changes.
 */
export function dropRemnants(draft: Draft): Draft {
  let current = draft;
  for (let round = 0; round < 3; round++) {
    const changes = remnantsOf(current.text);
    if (changes.length === 0) break;
    current = change(current, changes);
  }
  return current;
}

const angle = guarded(/[<>＜＞]/u);

function remnantsOf(text: string): Change[] {
  return inOrder([
    ...invisibleIn(text),
    ...readEntities(text),
    ...readEscapes(text),
    ...(angle.test(text) ? dropTags(text) : []),
    ...(text.includes("[") ? dropBulletinBoard(text) : []),
    ...(text.includes("![") ? dropPictures(text) : []),
    ...dropCode(text),
    ...dropTemplates(text),
    ...readWiki(text),
  ]);
}

function dropPictures(text: string): Change[] {
  return [...text.matchAll(picture)].flatMap((match) => {
    const end = match.index + match[0].length;
    if (isSpokenOf(text, match.index, end)) return [];
    const reason = "is a picture's mark";
    return [{ start: match.index, end, replacement: "", rule: "cleaning/markdown-mark", reason, score: 0.98 }];
  });
}

function dropTags(text: string): Change[] {
  const changes: Change[] = [];
  const drop = (match: RegExpExecArray, replacement: string, reason: string): void => {
    const end = match.index + match[0].length;
    if (isSpokenOf(text, match.index, end)) return;
    changes.push({ start: match.index, end, replacement, rule: "cleaning/html-remnant", reason, score: 1 });
  };
  for (const { start, end } of silentSpans(text)) {
    changes.push({
      start,
      end,
      replacement: "",
      rule: "cleaning/html-remnant",
      reason: "is a script, style or comment",
      score: 1,
    });
  }
  for (const match of text.matchAll(content)) drop(match, "", "is a reading or a note with its markup");
  for (const match of text.matchAll(declarations)) drop(match, "", "is markup");
  for (const match of text.matchAll(tag)) {
    if (!isComparison(text, match)) drop(match, match[1] === undefined ? "\n" : "", "is markup");
  }
  for (const match of text.matchAll(broken))
    drop(match, /^<?\/?br/iu.test(match[0]) && match[0].startsWith("<") ? "\n" : "", "is broken markup");
  return changes;
}

/** `a<b>c` compares: a letter between letters or digits whose closing tag does not follow. */
function isComparison(text: string, match: RegExpExecArray): boolean {
  const name = /^<([a-z])>$/iu.exec(match[0])?.[1];
  if (name === undefined) return false;
  const end = match.index + match[0].length;
  if (!/^[A-Za-z\d]$/u.test(text[match.index - 1] ?? "") || !/^[A-Za-z\d]$/u.test(text[end] ?? "")) return false;
  return !text
    .slice(end, end + 300)
    .toLowerCase()
    .includes(`</${name.toLowerCase()}`);
}

function dropBulletinBoard(text: string): Change[] {
  const changes: Change[] = [];
  const lower = /\[\/[a-z]\]/iu.test(text) ? text.toLowerCase() : "";
  const drop = (match: RegExpExecArray): void => {
    const end = match.index + match[0].length;
    if (
      isSpokenOf(text, match.index, end) ||
      /UBB|BBCode/u.test(text.slice(Math.max(0, match.index - 60), match.index))
    )
      return;
    changes.push({
      start: match.index,
      end,
      replacement: "",
      rule: "cleaning/bulletin-board-code",
      reason: "is markup",
      score: 1,
    });
  };
  for (const match of text.matchAll(filled)) drop(match);
  for (const match of text.matchAll(bulletinBoard)) {
    // 型号[B], 区间[i]: a letter alone is markup where its closing tag stands.
    const letter = /^\[([a-z])\]$/iu.exec(match[0])?.[1];
    if (letter !== undefined && !lower.includes(`[/${letter.toLowerCase()}]`)) continue;
    drop(match);
  }
  return changes;
}

/** Scripts, styles and comments with what is in them; one that never ends is left to the rules for single tags. */
function silentSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const [opening, closing, most] of [
    ["<!--", "-->", 40],
    ["<script", "</script>", 200],
    ["<style", "</style>", 40],
    ["<xml", "</xml>", 40],
  ] as const) {
    let position = 0;
    for (;;) {
      const start = indexOfIgnoringCase(text, opening, position);
      const stop = start < 0 ? -1 : indexOfIgnoringCase(text, closing, start);
      if (stop < 0) break;
      position = stop + closing.length;
      // Prose between two marks that do not belong together is the article's; of two that open, the nearer belongs.
      const inside = text.slice(start, Math.min(position, start + 20_000));
      const before = inside.slice(0, Math.max(0, inside.lastIndexOf(opening)));
      if (hanCount(inside) <= most && hanCount(before) === 0) spans.push({ start, end: position });
      else position = start + opening.length;
    }
  }
  return spans;
}

function indexOfIgnoringCase(text: string, word: string, from: number): number {
  const lower = text.indexOf(word, from);
  const upper = text.indexOf(word.toUpperCase(), from);
  return lower < 0 ? upper : upper < 0 ? lower : Math.min(lower, upper);
}
