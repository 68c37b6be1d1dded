import { type MarkupElement, isBlock } from "../readers/markup.ts";
import { foldScript } from "./script.ts";
import { calledOf, silent, squeeze, textOf, visit } from "./tree.ts";

/** The elements of a page that no reader sees, topmost ones only. */
export function hiddenIn(page: MarkupElement, source: string): Set<MarkupElement> {
  const styled = hidingClasses(page, source);
  const found: MarkupElement[] = [];
  visit(page, (node) => {
    if (node.type === "text" || silent.has(node.name)) return false;
    if (!isHidden(node, styled) && !isMark(node, source)) return true;
    found.push(node);
    return false;
  });
  const hidden = new Set(found);
  if (found.length > 0) showWhatScriptsShow(page, source, hidden);
  return hidden;
}

/** A link that is nothing but a paragraph's sign: ¶. */
function isMark(node: MarkupElement, source: string): boolean {
  const [text] = node.children;
  if (node.name !== "a" || node.children.length !== 1 || text?.type !== "text" || text.end - text.start > 8)
    return false;
  return /^(?:[¶§🔗]|&para;|&sect;)$/u.test(source.slice(text.start, text.end).trim());
}

function isHidden(node: MarkupElement, styled: ReadonlySet<string>): boolean {
  const { attributes } = node;
  if ("hidden" in attributes && attributes["hidden"] !== "until-found") return node.name !== "body";
  const { style } = attributes;
  if (style !== undefined && style.length > 6 && hides(style)) return !isUndone(node, style);
  if (isBlock(node.name)) return false;
  const { class: of, id } = attributes;
  // What forums strew among the words of posts, which their style sheets hide: it is called the same everywhere.
  if (of === "jammer") return true;
  if (styled.size === 0) return false;
  if (id !== undefined && styled.has(`#${id}`)) return true;
  return of !== undefined && of.split(/\s+/u).some((one) => styled.has(`.${one}`));
}

/**
 * Tells whether declarations keep text from readers: removed, without size, transparent or off the screen.
 * Matches `display:none`, `font-size: 0`, `left:-9999px`; must not match `display:block`, `font-size:0.9em`, `left:-9px`.
 */
function hides(style: string): boolean {
  if (
    /(?:^|[;\s])(?:display\s?:\s?none|visibility\s?:\s?hidden|opacity\s?:\s?0(?:\.0+)?(?![\d.])|font-size\s?:\s?(?:0(?:\.0+)?|1px)(?![\d.])|clip\s?:\s?rect\(\s?[01](?:px)?[\s,])/iu.test(
      style,
    )
  ) {
    return true;
  }
  // An em of a paragraph's hanging indent is small; what is thousands of pixels away is off the screen.
  if (/(?:^|[;\s])(?:left|right|top|text-indent|margin-left|margin-top)\s?:\s?-\d{4,6}(?:px|em)/iu.test(style))
    return true;
  return (
    /(?:^|[;\s])(?:width|height|max-height|max-width)\s?:\s?0(?:px)?(?![\d.])/iu.test(style) &&
    /overflow\s?:\s?hidden/iu.test(style)
  );
}

/** A size of nothing holds for what is right inside only: parts of it may be given a size of their own. */
function isUndone(node: MarkupElement, style: string): boolean {
  if (!/font-size\s?:\s?0/iu.test(style) || /display\s?:\s?none|visibility\s?:\s?hidden/iu.test(style)) return false;
  return node.children.some(
    (child) => child.type === "element" && ("style" in child.attributes || "class" in child.attributes),
  );
}

/** Classes and ids that the page's own style sheets hide, where the rule is for one class or id alone. */
function hidingClasses(page: MarkupElement, source: string): Set<string> {
  const found = new Set<string>();
  visit(page, (node) => {
    if (node.type === "text") return false;
    if (node.name !== "style") return node.name === "head" || !silent.has(node.name);
    const media = node.attributes["media"] ?? "all";
    if (!/all|screen/iu.test(media)) return false;
    for (const [selectors, declarations] of rulesOf(source.slice(node.start, node.end))) {
      if (!hides(declarations)) continue;
      for (const selector of selectors.split(",")) {
        // Matches `.jammer` and `font.jammer`; must not match `.a .b` or `.a:hover`.
        const match = /^\s*(?:[a-z\d]{1,12})?([.#][\w-]{1,60})\s*$/iu.exec(selector);
        if (match?.[1] !== undefined) found.add(match[1]);
      }
    }
    return false;
  });
  return found;
}

/** The rules of a style sheet that hold everywhere: those within `@media` and its like are passed over. */
function rulesOf(sheet: string): [selectors: string, declarations: string][] {
  const rules: [string, string][] = [];
  const css = sheet.slice(sheet.indexOf(">") + 1);
  let depth = 0;
  let from = 0;
  let opened = 0;
  for (let i = 0; i < css.length; i++) {
    const unit = css.charCodeAt(i);
    if (unit === 0x2f && css.charCodeAt(i + 1) === 0x2a) {
      const end = css.indexOf("*/", i + 2);
      if (end < 0) break;
      if (depth === 0) from = end + 2;
      i = end + 1;
    } else if (unit === 0x7b) {
      if (depth === 0) opened = i;
      depth++;
    } else if (unit === 0x7d && depth > 0) {
      depth--;
      if (depth > 0) continue;
      const selectors = css.slice(from, opened);
      if (!selectors.includes("@") && selectors.length < 2000) rules.push([selectors, css.slice(opened + 1, i)]);
      from = i + 1;
    }
  }
  return rules;
}

/** Boxes that only open on a reader's wish to log in, share or pay: never the rest of an article. */
const popup = /dialog|modal|popup|pop-|mask|login|share|toast|tooltip|tips?\b|qr|code|profile|menu|nav|ext-|chrome/u;

/** What a script shows once the page is read: the greater part of all text, or the rest behind a button. */
function showWhatScriptsShow(page: MarkupElement, source: string, hidden: Set<MarkupElement>): void {
  let seen = 0;
  let folded = false;
  const texts = new Map<MarkupElement, number>();
  visit(page, (node) => {
    if (node.type === "text") {
      const raw = source.slice(node.start, node.end);
      seen += marksOf(raw);
      folded ||= unfolds(raw);
      return false;
    }
    if (node.name === "button") folded ||= unfolds(textOf(node, source));
    if (silent.has(node.name)) return false;
    if (hidden.has(node)) {
      texts.set(node, marksOf(textOf(node, source)));
      return false;
    }
    return true;
  });
  for (const [node, marks] of texts) {
    // Single words that are hidden in a line are those that only copies carry.
    if (!isBlock(node.name) && !(folded && marks >= 2)) continue;
    const most = marks >= 3 && marks * 2 > seen * 3;
    const rest = folded && !popup.test(calledOf(node)) && standsInText(node, source, hidden);
    if (most || rest) hidden.delete(node);
  }
}

/** Matches `展开全文` and `点击阅读剩余部分`; must not match `展开调查`, `阅读 3862`. */
export function unfolds(text: string): boolean {
  return /^\s*(?:点击)?(?:展开|阅读|查看|显示|余下|剩余|继续){1,2}[\s（(]{0,2}(?:全文|剩余|更多|余下|全部|正文|内容|\d{1,5}\s?(?:[%％]|字|页|段))/u.test(
    foldScript(text.slice(0, 40)),
  );
}

/** Tells whether what stands beside a hidden box is text: the rest of an article hides behind its beginning. */
function standsInText(node: MarkupElement, source: string, hidden: ReadonlySet<MarkupElement>): boolean {
  if (squeeze(textOf(node, source)).length < 4 || node.parent === null) return false;
  let marks = 0;
  for (const one of node.parent.children) {
    if (one === node || (one.type === "element" && (silent.has(one.name) || hidden.has(one)))) continue;
    marks += marksOf(one.type === "text" ? source.slice(one.start, one.end) : textOf(one, source));
    if (marks >= 2) return true;
  }
  return false;
}

function marksOf(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xff0c || unit === 0x3002 || unit === 0xff1b || unit === 0xff01 || unit === 0xff1f) count++;
  }
  return count;
}
