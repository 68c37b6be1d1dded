import { hanCount } from "../../characters.ts";
import type { Change } from "../../draft.ts";
import { isAboutCode, isSpokenOf } from "./spoken.ts";
import { guarded } from "../../patterns/guarded.ts";

// What a page's own scripts begin with: `var _hmt = …`, `document.write(…)`, `window.x`, `$(function…`; must not match `document A`.
const script =
  /^(?:(?:var|let|const)\s+[\w$]{1,60}\s*=|(?:async\s+)?function(?:\s+[\w$]{1,60})?\s{0,4}\(|\(function\s*\(|!function\s*\(|;?\(\(\)\s*=>|document\.\w{2,40}[.(=\s]|window\.[\w$]{1,60}|window\[|location\.\w{2,20}\s*=|\$\([^)]{0,80}\)|jQuery\b[.(]|_hmt\.push|_gaq\.push|try\s*\{|if\s?\(.{1,200}\)\s?\{|\}\s*else\b|\/\/\s*<!\[CDATA\[|[\w$]{1,40}\.(?:src|innerHTML|parentNode|insertBefore|appendChild|push|style)\b|return\s+[\w$!(]|@(?:media|charset|import|font-face|keyframes)\b)/u;
// `.nav li a{color:#333;}` and `body, td { margin: 0 }`; must not match `{x|x>0}` or `a{b}`.
const styleRule =
  /^(?:[@.#*]?[\w-]{1,60}[\w\s.,#>:*[\]="'()~+-]{0,200})?\{\s*(?:[\w-]{2,40}\s*:\s*[^{};:]{1,120};?\s*){1,40}\}?/u;
// `text-indent: 2em;` on a line of its own; must not match `note: read this`.
const declaration =
  /^(?:text-\w+|font(?:-\w+)?|line-height|letter-spacing|margin(?:-\w+)?|padding(?:-\w+)?|border(?:-[\w-]+)?|background(?:-\w+)?|color|width|height|max-width|min-width|max-height|min-height|display|position|float|clear|overflow(?:-[xy])?|z-index|top|left|right|bottom|vertical-align|white-space|word-break|list-style(?:-\w+)?|cursor|opacity|box-shadow|visibility)\s{0,4}:[\w#%., ()"'!-]{1,120};?\}?$/u;
// The rest of a block: `}`, `});`, `})();`, `*/`.
const tail = /^[\s})\];,(*/]*$/u;

const ofCode = guarded(/[{};=]/u);

/** Removes lines of scripts and style sheets that a page's text came with; a text about programming keeps its code. */
export function dropCode(text: string): Change[] {
  if (!ofCode.test(text)) return [];
  const changes: Change[] = [];
  let about: boolean | null = null;
  let within = false;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + 4000)).trim();
    if (line !== "") {
      const sure = isScript(line) || isStyle(line);
      const goesOn =
        within &&
        line.length < 400 &&
        (tail.test(line) || (/[;{},]$/u.test(line) && hanCount(outsideStrings(line)) === 0));
      if (sure || goesOn) {
        about ??= isAboutCode(text);
        if (about) return [];
        changes.push({
          start,
          end,
          replacement: "",
          rule: "cleaning/code-remnant",
          reason: "is a script or a style sheet",
          score: 0.95,
        });
        within = true;
      } else within = false;
    }
    start = end + 1;
  }
  return changes;
}

function isScript(line: string): boolean {
  return script.test(line) && /[;{}()=]\s*$|[{};]/u.test(line) && hanCount(outsideStrings(line)) === 0;
}

function isStyle(line: string): boolean {
  if (hanCount(outsideStrings(line)) > 0) return false;
  return (
    declaration.test(line) ||
    (styleRule.test(line) && /:/u.test(line) && /\}\s*$|;\s*$/u.test(line) && !/^\{\s*["']/u.test(line))
  );
}

function outsideStrings(line: string): string {
  return line.replaceAll(/"[^"]{0,400}"|'[^']{0,400}'|\/\/.{0,200}$|\/\*.{0,200}?\*\//gu, "");
}

// Matches `{{article.title}}`, `{{#if a}}`, `{{citation needed}}`, `${data.x}`, `<%= a %>`, `{$a.b}`, `{%if a%}`, `{dede:x/}`, `{:4_12:}`;
// must not match `{{姓名}}`, `{x}` or `{{}}`.
const template = guarded(
  /\{\{\{?[#/^&>!]?\s{0,4}[A-Za-z@$_.][\w$.@ \t|:,'"()/=?!&+*-]{0,160}\}?\}\}|\$\{[A-Za-z_][\w$.[\]()'"| ]{0,100}\}|<%[^\n%\p{Script=Han}]{0,300}%>|\{\$[A-Za-z_][\w$.[\]()'"|:>-]{0,100}\}|\{%[^\n%\p{Script=Han}]{1,200}%\}|\{\/?(?:dede|pboot|cms|pc|field|volist|foreach|loop)[: /]?[^{}\n\p{Script=Han}]{0,200}\}|\{:\d{1,3}_\d{1,5}:\}/gu,
);

const ofTemplates = guarded(/[{%]/u);

/** Removes the places that a page's template left unfilled. */
export function dropTemplates(text: string): Change[] {
  if (!ofTemplates.test(text)) return [];
  const changes: Change[] = [];
  for (const match of template.all(text)) {
    const end = match.index + match[0].length;
    if (
      isSpokenOf(text, match.index, end) ||
      /(?:模板|变量|占位符)/u.test(text.slice(Math.max(0, match.index - 12), match.index))
    )
      continue;
    changes.push({
      start: match.index,
      end,
      replacement: "",
      rule: "cleaning/template-remnant",
      reason: "is a template's place",
      score: 1,
    });
  }
  return changes;
}

/** Reads what is left of wiki markup as its words: [[公安部|公安机关]] is 公安机关, == 概况 == a heading. */
export function readWiki(text: string): Change[] {
  const changes: Change[] = [];
  const drop = (start: number, end: number): void => {
    changes.push({ start, end, replacement: "", rule: "cleaning/wiki-markup" });
  };
  if (text.includes("[[")) {
    // Matches `[[公安部]]`, `[[a|b]]` and `[[File:a.jpg|缩略图]]`; must not match `[[1]]`.
    for (const match of text.matchAll(
      /\[\[(?:([A-Za-z\p{Script=Han}]{2,12})[:：])?([^[\]|\n]{1,80})(?:\|([^[\]\n]{0,200}))?\]\]/gu,
    )) {
      const { index } = match;
      const end = index + match[0].length;
      if (!/[\p{L}]/u.test(match[2] ?? "")) continue;
      if (/^(?:file|image|category|文件|图像|分类|檔案|分類)$/iu.test(match[1] ?? "")) drop(index, end);
      else {
        const words = match[3] ?? match[0].slice(2, -2);
        drop(index, end - 2 - words.length);
        drop(end - 2, end);
      }
    }
  }
  if (text.includes("[编辑")) {
    // Matches `[编辑]` at a line's start or end, `[编辑 | 编辑源代码]`; must not match `点击[编辑]按钮`.
    for (const match of text.matchAll(
      /(?:(?<=^|\n)[ \t\u3000]{0,4}\[编辑[^[\]\n]{0,12}\]|\[编辑[^[\]\n]{0,12}\](?=[ \t]{0,4}(?:\r?\n|$)))/gu,
    ))
      drop(match.index, match.index + match[0].length);
  }
  if (text.includes("[来源请求]") || text.includes("[需要更好来源]")) {
    for (const match of text.matchAll(/\[(?:来源请求|需要更好来源)\]/gu))
      drop(match.index, match.index + match[0].length);
  }
  if (text.includes("''")) {
    // Matches the quotes of `'''粗体'''` and `''斜体''`; must not match `6'12''`.
    for (const match of text.matchAll(/(?<!')('{2,3})(?!')([^'\n]{1,80})(?<!')\1(?!')/gu)) {
      if (!/\p{Script=Han}/u.test(match[2] ?? "")) continue;
      const width = match[1]?.length ?? 0;
      drop(match.index, match.index + width);
      drop(match.index + match[0].length - width, match.index + match[0].length);
    }
  }
  if (text.includes("==")) {
    // Matches a line `== 概况 ==`; must not match `a == b` or `======`.
    for (const match of text.matchAll(/^[ \t]{0,4}(={2,5})[ \t]{0,4}([^=\n]{1,60}?)[ \t]{0,4}\1[ \t]{0,4}\r?$/gmu)) {
      const inner = match.index + match[0].indexOf(match[2] ?? "");
      drop(match.index, inner);
      drop(inner + (match[2]?.length ?? 0), match.index + match[0].length);
    }
  }
  return changes;
}
