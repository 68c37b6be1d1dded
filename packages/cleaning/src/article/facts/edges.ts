import { isDateLine } from "./published.ts";
import { labelledIn } from "../page/furniture.ts";
import type { Foreign } from "../page/reason.ts";
import type { Paragraph } from "../lines/paragraph.ts";
import type { Line } from "../lines/lines.ts";
import { mastheadOf } from "../page/mastheads.ts";

/** A line around an article's prose, where facts about it stand. */
export interface EdgeLine {
  readonly text: string;
  readonly place: "head" | "within" | "foot";
  /** It is of the page, and was left out of the article. */
  readonly page: boolean;
}

/** The lines before and after an article's prose, and the page's own within it, in order. */
export function edgesOf(
  paragraphs: readonly Paragraph[],
  lines: readonly Line[],
  foreign: readonly (Foreign | null)[],
): EdgeLine[] {
  const prose = paragraphs.filter(({ kind }) => kind === "prose");
  const begins = prose[0]?.lines[0]?.start ?? Infinity;
  const ends = prose.at(-1)?.lines.at(-1)?.end ?? -1;
  const edges: EdgeLine[] = [];
  for (const [i, { text, start }] of lines.entries()) {
    const why = foreign[i] ?? null;
    if (text.length > 200) continue;
    const place = start < begins ? "head" : start >= ends ? "foot" : "within";
    if (why === null ? place !== "within" : isOfPage(why, text)) edges.push({ text, place, page: why !== null });
  }
  return edges;
}

/** The numbered mastheads before an article: they are of all articles of the page. */
export function pageHeadOf(
  paragraphs: readonly Paragraph[],
  lines: readonly Line[],
  foreign: readonly (Foreign | null)[],
): EdgeLine[] {
  return edgesOf(paragraphs, lines, foreign).filter(
    ({ text, place }) => place === "head" && mastheadOf(text)?.numbered === true && !text.startsWith("【"),
  );
}

/** Advertisements, lists of other articles and disclaimers tell nothing of this article. */
function isOfPage({ rule }: Foreign, text: string): boolean {
  if (rule === "cleaning/advertisement" && mastheadOf(text) !== null) return true;
  if (/^cleaning\/(?:page-data|editor-line|running-head|breadcrumb|share-bar)$/u.test(rule)) return true;
  // What tells a day or a source is of the page's data, whatever else it looks like.
  if (
    /^cleaning\/(?:advertisement|search-spam|self-promotion|contact-line|disclaimer)$/u.test(rule) &&
    (isDateLine(text) ||
      labelledIn(text).some(({ label, value }) => /来源|稿源|(?:发布|发表)(?:时间|日期)/u.test(label) && value !== ""))
  )
    return true;
  // Who holds the rights in a page is told where nothing else is.
  if (/^cleaning\/(?:licence|disclaimer)$/u.test(rule) && text.length <= 90 && /版权|所有|copyright|©/iu.test(text))
    return true;
  // Matches `原文链接：https://…`; must not match `相关链接：…`.
  return /^(?:https?:\/\/|(?:本文|原文|原帖|文章)(?:地址|链接|网址|来源)?\s?[:：])/iu.test(text);
}
