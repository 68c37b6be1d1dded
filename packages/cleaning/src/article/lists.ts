import type { CueKind } from "./cue-words.ts";
import type { Cues } from "./cues.ts";
import { opensRelated } from "./furniture.ts";
import { isNames } from "./traits.ts";
import type { Tie, View } from "./view.ts";

/** How a line is marked as an entry of a list. */
type Mark = "date" | "tag" | "bullet" | "number" | "count" | "none";

/** What a list of other articles gives to each of its lines. */
export function listWeights(views: readonly View[], ties: readonly Tie[], leads: readonly boolean[]): number[] {
  const weights = views.map(() => 0);
  for (let i = 0; i < views.length;) {
    const mark = markOf(views[i]);
    if (mark === null) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < views.length && markOf(views[end]) === mark) end++;
    // A heading stands right before its paragraph.
    if (mark === "none" && leads[end - 1] === true) end--;
    const length = views.slice(i, end).reduce((sum, { line }) => sum + line.han, 0) / Math.max(1, end - i);
    const weight = mark === "none" && length < 9 ? 0 : weightOf(mark, end - i);
    for (let j = i; j < end; j++) {
      const tie = ties[j];
      weights[j] = mark === "date" ? weight : weight - 4 * Math.max(0, (tie?.pairs ?? 0) - 0.05);
    }
    i = Math.max(end, i + 1);
  }
  for (let i = 0; i < views.length;) {
    if (!isLoose(views[i], ties[i])) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < views.length && isLoose(views[end], ties[end])) end++;
    if (end - i >= 3 && views.slice(i, end).some(({ cues }) => isSelling(cues))) for (let j = i; j < end; j++) weights[j] = Math.max(weights[j] ?? 0, 0.7);
    i = end;
  }
  return weights;
}

function isSelling({ words, phones, prices, discounts, links }: Cues): boolean {
  return phones + prices + discounts + links > 0 || words.some(({ kind }) => selling.has(kind));
}

const selling: ReadonlySet<CueKind> = new Set(["call", "act", "reach", "offer", "praise", "goods"]);

/** A fragment that no word ties to the article: three together are hardly its headings. */
function isLoose(view: View | undefined, tie: Tie | undefined): boolean {
  return (
    view !== undefined &&
    !view.prose &&
    !view.note &&
    !view.line.marked &&
    view.line.han >= 3 &&
    view.reports === 0 &&
    !/[\t：:；。]$|\t/u.test(view.line.text) &&
    (tie?.pairs ?? 0) < 0.02 &&
    !isNames(view.line.text)
  );
}

function weightOf(mark: Mark, count: number): number {
  if (mark === "date") return count >= 2 ? 4 : 1.5;
  if (mark === "tag" || mark === "count") return count >= 2 ? 3 : 0.5;
  if (mark === "none") return count >= 3 ? 1.7 : 0;
  return count >= 3 ? 2.2 : count === 2 ? 0.8 : 0;
}

/** How a headline in a list is marked; null where the line is no headline. */
function markOf(view: View | undefined): Mark | null {
  if (view === undefined || view.note || view.line.marked) return null;
  const { text, han } = view.line;
  if (han < 4 || text.length > 70 || /[。；：，、;:]$|[。；]./u.test(text)) return null;
  // Matches `[社会] 某事`, `快讯 | 某事`; must not match `某某 | 某事某事 | 某事`.
  const tagged = /^(?:[[【［]\p{Script=Han}{2,5}[\]】］]|\p{Script=Han}{2,4}\s?[|｜丨])\s?\p{Script=Han}/u.test(text);
  // Matches `某事 (11-08)`, `某事 2023/10/11`, `2023-11-02 某事`; must not match `3-5`.
  const dated =
    /[\s(（[]\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}:\d{2})?[)）\]]?$|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[)）\]]?$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s|^[[（(]?\d{1,2}[-/]\d{1,2}[\])）]?\s/u.test(
      text,
    );
  if (dated) return "date";
  if (tagged) return "tag";
  if (/^[·•●■◆▪○▶►>»*→☆★]\s?\p{Script=Han}/u.test(text)) return "bullet";
  if (/^(?:\d{1,2}[.、．\s]\s?|[①-⑳❶-❿]\s?|0\d\s)(?=[\p{Script=Han}“《])/u.test(text)) return "number";
  if (/[（(\s]\d[\d.]{0,6}万?[)）]?$/u.test(text) && han >= 5) return "count";
  if (view.prose || han < 6 || han > 36 || /^[（(【[]|^[一二三四五六七八九十]{1,3}[、，]|[\t|]|^——/u.test(text)) return null;
  // Names and tables: parts without a clause.
  if (text.split(/\s+/u).filter((part) => part.length < 5).length > 1) return null;
  return "none";
}

/** Where a section of the page opens: what stands under such a head goes with it. */
export type Section = "related" | "comments" | null;

/** What the sections of the page give to their lines, and which section a line stands in. */
export function sectionsOf(views: readonly View[]): { weights: number[]; sections: Section[] } {
  const weights = views.map(() => 0);
  const sections: Section[] = views.map(() => null);
  let open: Section = null;
  let left = 0;
  for (const [i, view] of views.entries()) {
    const { text, han } = view.line;
    const heads = headOf(text);
    if (heads !== null) {
      open = heads;
      left = heads === "comments" ? 12 : 10;
      weights[i] = 4;
      sections[i] = open;
      continue;
    }
    if (open === null) continue;
    const comment = isCommentMeta(view);
    if (open === "comments" && comment) left = Math.max(left, 6);
    const ends = view.note || text.includes("\t") || (view.prose && view.line.closed && (han > 60 || (view.reports > 0 && han > 24)));
    if (ends && !comment) open = null;
    else {
      weights[i] = open === "related" ? (view.prose && view.line.closed ? 0 : 1.8) : comment ? 4 : 1.8;
      sections[i] = open;
      left--;
      if (left === 0) open = null;
    }
  }
  for (const [i, view] of views.entries()) {
    if (sections[i] !== null || !isCommentMeta(view)) continue;
    weights[i] = 3;
    sections[i] = "comments";
  }
  // What stands between two of the lines that say who wrote a comment is a comment.
  for (let i = 0, last = -9; i < views.length; i++) {
    const view = views[i];
    if (view === undefined || sections[i] !== "comments" || !isCommentMeta(view)) continue;
    for (let j = last + 1; j < i && i - last <= 4; j++) {
      if ((views[j]?.reports ?? 0) > 1 || (views[j]?.line.han ?? 0) > 60 || views[j]?.note === true) continue;
      weights[j] = Math.max(weights[j] ?? 0, 4);
      sections[j] = "comments";
    }
    last = i;
  }
  return { weights, sections };
}

function headOf(text: string): Section {
  if (text.length > 24) return null;
  // Matches `网友评论（3）`, `全部评论 27条`, `共有 4 条评论`; must not match `评论员文章`.
  if (
    /^[【[■●|]?\s?(?:(?:网友|最新|全部|精彩|热门|读者|用户|我要|发表)?(?:评论|跟帖|留言|热评)区?|共有?\s?\d{1,6}\s?条(?:评论|跟帖|留言))\s?(?:[（(]?\d{0,6}条?[)）]?)\s?[】\]：:]?$/u.test(
      text,
    )
  )
    return "comments";
  return opensRelated(text) ? "related" : null;
}

/** Who wrote a comment, when, and how many like it: `3楼 某某 发表于 11-03 10:22`, `回复 赞(12)`. */
function isCommentMeta({ line, cues }: View): boolean {
  const { text } = line;
  if (text.length > 60 || line.sentences > 1) return false;
  // Matches `@某某：…`, `用户593820：…`, `[某地网友] …`, `3楼 …`, `5小时前`, `某某 2023-11-02 08:15`.
  return (
    /^(?:@\S{1,20}[：:\s]|用户\d{3,12}|[[【]?\S{0,8}网友[\]】]?[：:\s]|\d{1,4}(?:楼|#)\s)/u.test(text) ||
    /(?:^|\s)(?:\d{1,2}(?:小时|分钟|天|个月)前|刚刚|昨天 \d{1,2}:\d{2}|发表于\s?\d|来自\p{Script=Han}{2,4}$)/u.test(text) ||
    /^\S{1,12}\s\d{4}-\d{1,2}-\d{1,2}\s\d{1,2}:\d{2}(?::\d{2})?$/u.test(text) ||
    /[👍❤♥]\s?\d{0,6}$/u.test(text) ||
    (cues.covered > 0 && /(?:回复|赞|顶|踩|点赞)\s?[（(]\d{1,6}[)）]/u.test(text))
  );
}
