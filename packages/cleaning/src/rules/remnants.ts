import { decodeHTML } from "entities";
import type { Span } from "@jianbao/model";
import { type Change, type Draft, change, inOrder } from "../draft.ts";

const inline =
  "a|abbr|b|big|cite|code|del|em|font|i|img|ins|label|o:p|s|small|span|strike|strong|sub|sup|tt|u|wbr|mark|st1:\\w{1,20}";
const block =
  "address|article|aside|blockquote|body|br|center|col|colgroup|dd|div|dl|dt|figcaption|figure|form|h[1-6]|head|header|footer|hr|html|iframe|input|li|link|main|meta|nav|object|ol|option|p|param|pre|section|select|table|tbody|td|tfoot|th|thead|title|tr|ul";

// Matches `<p class="x">`, `</span>`, `<br/>`; must not match `<5万元` or `a < b`.
const tag = new RegExp(`<\\/?(?:(${inline})|${block})(?:[\\s\\/][^<>\\n]{0,400})?>`, "giu");
// Matches `/p>` after text and `<p` or `</div` cut off at a line's end; must not match `1/2>` or `</p>`.
const broken = new RegExp(
  `(?<![<\\w\\/])\\/(?:${inline}|${block})>|<\\/?(?:${inline}|${block})[ \\t]{0,8}(?=\\r?\\n|$)|(?<![<\\w\\/])\\w{0,2}(?<=^|\\n)(?:p|div|span|td|br)>`,
  "giu",
);
// Matches `[b]`, `[/url]`, `[size=4]`; must not match `[1]` or `[责编：某某]`.
const bulletinBoard =
  /\[(img|attach|media|flash|audio|hide)(?:=[^\]\n]{0,200})?\][^[\]\n]{0,300}\[\/\1\]|\[\/?(?:b|i|u|s|url|img|size|color|font|quote|align|center|left|right|list|p|table|tr|td|email|code|backcolor|attach|media|hide|float|indent|free|flash|audio|video|h[1-6])(?:=[^\]\n]{0,200})?\]/giu;
// Matches `&nbsp;`, `&ldquo;`, `&#12290;`, `&amp;nbsp;`; must not match `R&D` or `?a=1&b=2`.
const entity = /&(?:amp;)?(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});|&nbsp(?![a-z=])/giu;

/** Removes what is left of markup in a text, and reads the entity references that were never read. */
export function dropRemnants(draft: Draft): Draft {
  const { text } = draft;
  const changes: Change[] = [];
  const drop = (match: RegExpExecArray, replacement: string, rule: string, reason: string): void => {
    changes.push({ start: match.index, end: match.index + match[0].length, replacement, rule, reason, score: 1 });
  };
  if (text.includes("<") || text.includes(">")) {
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
    for (const match of text.matchAll(tag)) {
      drop(match, match[1] === undefined ? "\n" : "", "cleaning/html-remnant", "is markup");
    }
    for (const match of text.matchAll(broken)) drop(match, "", "cleaning/html-remnant", "is broken markup");
  }
  if (text.includes("[")) {
    for (const match of text.matchAll(bulletinBoard)) drop(match, "", "cleaning/bulletin-board-code", "is markup");
  }
  if (text.includes("&")) {
    for (const match of text.matchAll(entity)) {
      const once = decodeHTML(match[0]);
      const decoded = (once.startsWith("&") && once.length > 1 ? decodeHTML(once) : once).replace("\u00A0", " ");
      if (decoded === match[0]) continue;
      changes.push({
        start: match.index,
        end: match.index + match[0].length,
        replacement: decoded,
        rule: "cleaning/entity",
      });
    }
  }
  return change(draft, inOrder(changes));
}

/** Scripts, styles and comments with what is in them; one that never ends is left to the rules for single tags. */
function silentSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const [opening, closing] of [
    ["<!--", "-->"],
    ["<script", "</script>"],
    ["<style", "</style>"],
  ] as const) {
    let position = 0;
    for (;;) {
      const start = indexOfIgnoringCase(text, opening, position);
      const stop = start < 0 ? -1 : indexOfIgnoringCase(text, closing, start);
      if (stop < 0) break;
      position = stop + closing.length;
      spans.push({ start, end: position });
    }
  }
  return spans;
}

function indexOfIgnoringCase(text: string, word: string, from: number): number {
  const lower = text.indexOf(word, from);
  const upper = text.indexOf(word.toUpperCase(), from);
  return lower < 0 ? upper : upper < 0 ? lower : Math.min(lower, upper);
}
