import type { Span } from "@jianbao/model";
import { furnitureOf, labelledIn } from "../article/page/furniture.ts";
import { isByline, isNote } from "../article/lines/forms.ts";
import { trustOf } from "../article/facts/published.ts";
import { lineOf } from "../article/lines/lines.ts";
import { type MarkupElement, type MarkupText, isBlock } from "../readers/markup.ts";
import type { Stated } from "../structure.ts";
import type { Place } from "./article.ts";
import { type Dropped, isButton } from "./boxes.ts";
import type { Headline } from "./headline.ts";
import type { Measure, PageLine } from "./measure.ts";
import { isTurn } from "./entries.ts";
import { isSubtitle } from "./paper.ts";
import { calledOf, isInside, kindOf, squeeze } from "./tree.ts";

/** What stands between the headline and the text and is not of the article, with the facts that it states. */
export interface HeadLines {
  readonly left: readonly { readonly line: Span; readonly why: Dropped }[];
  readonly texts: ReadonlySet<MarkupText>;
  readonly stated: readonly Stated[];
}

/** Judges the lines between the headline and the first paragraph: subtitles and bylines stay, the page's data goes. */
export function headLinesOf(
  measure: Measure,
  place: Place,
  headline: Headline | null,
  titles: readonly string[],
): HeadLines {
  const left: { line: Span; why: Dropped }[] = [];
  const texts = new Set<MarkupText>();
  const stated: Stated[] = [];
  const { lines } = measure;
  const leave = (line: PageLine, why: Dropped): void => {
    left.push({ line, why });
    for (let t = line.from; t < line.to; t++) {
      const piece = measure.texts[t];
      if (piece !== undefined) texts.add(piece);
    }
  };
  for (const line of lines) {
    if (line.start < place.start || line.end > place.end) continue;
    if (line.text <= 40 && isButton(line, measure.words(line)))
      leave(line, { rule: "cleaning/html-furniture", reason: "is one of the page's buttons", score: 0.9 });
  }
  if (headline === null) return { left, texts, stated };
  for (const piece of tagsOf(measure, headline, titles)) {
    left.push({
      line: piece,
      why: { rule: "cleaning/html-furniture", reason: "is a tag beside the headline", score: 0.85 },
    });
    texts.add(piece.node);
  }
  const body = lines.slice(headline.last + 1).find((line) => line.prose > 0)?.block;
  dropTeaser(measure, headline, leave);
  for (let i = headline.last + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.prose > 0 || line.start >= place.end || i > headline.last + 40) break;
    const text = measure.text(line);
    const inCore = isInside(line.block, place.core) && !headlineIsInside(headline, place);
    if (inCore && !isPageData(text)) break;
    if (isByline(text) && day.test(text)) {
      for (const piece of piecesOf(measure, line)) {
        if (!isPageData(piece.text) || /记者|通讯员/u.test(piece.text)) continue;
        left.push({
          line: piece,
          why: { rule: "cleaning/page-data", reason: "is the page's data on the article", score: 0.9 },
        });
        texts.add(piece.node);
        stated.push(...statedBy(piece.text));
      }
      continue;
    }
    // A salutation, a first short paragraph: built as the paragraphs after it are.
    if (body !== undefined && line.block !== body && isAlike(line.block, body) && !isPageData(text)) continue;
    const next = i === headline.last + 1;
    const why = isSubtitle(measure, line, next) ? null : whyOf(text, line, next, headline);
    if (why !== null) leave(line, why);
    if (why !== null || labelledIn(text).length > 0) stated.push(...statedBy(apart(measure, line, text)));
  }
  return { left, texts, stated };
}

/** Words such as 原创 and 视频 in an element of their own, without which the headline is the page's title. */
function tagsOf(measure: Measure, headline: Headline, titles: readonly string[]): ReturnType<typeof piecesOf> {
  const line = measure.lines[headline.last];
  if (line === undefined || line.to - line.from < 2) return [];
  const pieces = piecesOf(measure, line);
  const known = titles.map((title) => squeeze(title));
  const without = (left: (typeof pieces)[number]): string =>
    squeeze(
      pieces
        .filter((piece) => piece !== left)
        .map((piece) => piece.text)
        .join(""),
    );
  if (known.some((title) => title.includes(squeeze(pieces.map((piece) => piece.text).join(""))))) return [];
  return [pieces[0], pieces.at(-1)]
    .filter((piece) => piece !== undefined)
    .filter(
      (piece) =>
        piece.text.length <= 6 && without(piece).length >= 6 && known.some((title) => title.includes(without(piece))),
    )
    .slice(0, 1);
}

/** A summary that only cuts the first paragraph off, and its label. */
function dropTeaser(measure: Measure, headline: Headline, leave: (line: PageLine, why: Dropped) => void): void {
  const { lines } = measure;
  for (let i = headline.last + 1; i < Math.min(lines.length, headline.last + 12); i++) {
    const line = lines[i];
    if (line === undefined || line.prose === 0) continue;
    // Matches `…今年以来，……`; must not match a paragraph that ends as a sentence does.
    const start = /^(?:摘要|导读|核心提示|内容提要)?[:：]?(.{8,200}?)(?:…{1,2}|\.{3,6})$/u.exec(
      measure.words(line),
    )?.[1];
    const whole =
      start !== undefined &&
      lines.slice(i + 1, i + 8).some((next) => next.prose > line.prose && measure.words(next).includes(start));
    if (!whole) return;
    const why = { rule: "cleaning/html-furniture", reason: "is the beginning of the text once more", score: 0.85 };
    const label = lines[i - 1];
    if (
      label !== undefined &&
      i - 1 > headline.last &&
      /^(?:摘要|导读|核心提示|内容提要)[:：]?$/u.test(measure.words(label))
    )
      leave(label, why);
    leave(line, why);
    return;
  }
}

/** Tells whether two blocks and what they stand in are of one kind. */
function isAlike(a: MarkupElement, b: MarkupElement): boolean {
  if (kindOf(a) !== kindOf(b) || a.parent === null || b.parent === null) return false;
  return a.parent === b.parent || (kindOf(a.parent) === kindOf(b.parent) && kindOf(a.parent).includes("."));
}

function headlineIsInside(headline: Headline, { core }: Place): boolean {
  return headline.start >= core.start && headline.end <= core.end;
}

/** The pieces of markup text that make up a line. */
function piecesOf(measure: Measure, line: PageLine): { node: MarkupText; start: number; end: number; text: string }[] {
  return measure.texts.slice(line.from, line.to).map((node) => ({
    node,
    start: node.start,
    end: node.end,
    text: measure.source.slice(node.start, node.end).replaceAll(/\s+/gu, " ").trim(),
  }));
}

/** A line with its pieces set apart, where no day is broken by it: `来源：某报` and `评论 7` beside it. */
function apart(measure: Measure, line: PageLine, text: string): string {
  const spaced = piecesOf(measure, line)
    .map((piece) => piece.text)
    .join(" ");
  return day.test(spaced) === day.test(text) ? spaced : text;
}

const day = /(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}/u;

function isPageData(text: string): boolean {
  return text.length <= 60 && day.test(text) && !/[。，]/u.test(text);
}

function whyOf(text: string, line: PageLine, next: boolean, headline: Headline): Dropped | null {
  if (/^h[1-6]$/u.test(line.block.name) || isByline(text)) return null;
  if (isNote(text) && !isPageData(text)) return null;
  if (isTurn(text)) return null;
  // A salutation: 尊敬的客户：
  if (
    /[：:]$/u.test(text) &&
    line.linked === 0 &&
    labelledIn(text).length === 0 &&
    !/分享|字[号体]|扫|关注|标签|浏览|阅读/u.test(text)
  )
    return null;
  if (/(?:^|[\s_-])(?:sub|fubiao|fbt|byline|lead|abstract|summary)/u.test(calledOf(line.block)) && !day.test(text))
    return null;
  const labels = labelledIn(text);
  if (isPageData(text) || (labels.length > 0 && line.marks === 0 && text.length <= 60)) {
    // What the rules for lines know they also read: the outlet, who wrote and who edited.
    const known = furnitureOf(lineOf(text, { start: 0 }), "before") !== null;
    return known && labels.length > 0 && !labels.some((one) => isMessy(one))
      ? null
      : { rule: "cleaning/page-data", reason: "is the page's data on the article", score: 0.9 };
  }
  if (labels.length > 0) return null;
  const cell = line.block.name === "td" || line.block.name === "th";
  const near = line.block.parent === headline.block.parent || line.block.parent === headline.block.parent?.parent;
  const subtitle =
    next &&
    !/[|｜丨]/u.test(text) &&
    !/author|writer|zuozhe|editor/u.test(calledOf(line.block)) &&
    !/(?:编号|状态|受理号)[\s:：]/u.test(text) &&
    near &&
    !cell &&
    isBlock(line.block.name) &&
    line.linked === 0 &&
    line.text >= 8 &&
    line.text <= 48 &&
    !/^\S{0,12}[报网社台]$|\d{1,2}[:：]\d{2}/u.test(text);
  return subtitle
    ? null
    : { rule: "cleaning/html-furniture", reason: "stands between the headline and the text", score: 0.75 };
}

/** The outlet runs on into what stands behind it: 来源：某某日报 某省 */
function isMessy({ label, value }: { readonly label: string; readonly value: string }): boolean {
  return /来源|稿源/u.test(label) && /[\s[\]【】|]/u.test(value);
}

/** Facts of a page's visible lines where its text is elsewhere. */
export function statedAmong(measure: Measure): Stated[] {
  return measure.lines.slice(0, 60).flatMap((line) => {
    const text = line.text <= 60 ? measure.text(line) : "";
    return isPageData(text) ? statedBy(text) : [];
  });
}

/** The day and the outlet of a line such as `某某日报 2023-10-18 09:42`. */
function statedBy(text: string): Stated[] {
  const stated: Stated[] = [];
  // Matches `2023-10-18 09:42`; must not match `18:42`.
  const stamp =
    /(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s{0,4}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/u.exec(text);
  // Of several days with labels that of publication; 活动时间 alone is none.
  const dated = labelledIn(text).filter(({ label, value }) => /时间|日期/u.test(label) && day.test(value));
  const [best] = [...dated].sort((one, other) => trustOf(other.label) - trustOf(one.label));
  if (best === undefined) {
    if (stamp !== null) stated.push({ field: "published", value: stamp[0], evidence: text });
  } else if (trustOf(best.label) > 0)
    stated.push({ field: "published", value: best.value, evidence: `${best.label}：${best.value}` });
  const rest = text.replace(stamp?.[0] ?? "", " ");
  for (const { label, value } of labelledIn(text)) {
    // Matches `某某日报`, `某某日报 某省`; must not match `2023-10-18`.
    const name = /来源|稿源|转自|出处/u.test(label)
      ? /^[《“]?([\p{Script=Han}A-Za-z\d·]{2,20})/u.exec(value)?.[1]
      : undefined;
    if (name !== undefined && /\p{Script=Han}/u.test(name)) {
      return [...stated, { field: "publisher", value: name, evidence: text }];
    }
  }
  const outlet =
    /(?:^|[\s·|丨（(])(\p{Script=Han}{1,10}(?:报|网|社|台|在线|发布|周刊|客户端))(?=$|[\s·|丨）)【[])/u.exec(rest);
  if (outlet?.[1] !== undefined) stated.push({ field: "publisher", value: outlet[1], evidence: text });
  return stated;
}
