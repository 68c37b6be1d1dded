import { opensRelated } from "../page/furniture.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

/** Where a section of the page opens: what stands under such a head goes with it. */
export type Section = "related" | "comments" | null;

const sentenceEnd = guarded(/[。；]$/u);
const cellOrNumber = guarded(/\t|^[一二三四五六七八九十]{1,3}、/u);

/** What the sections of the page give to their lines, and which section a line stands in. */
export function sectionsOf(views: readonly View[]): { weights: number[]; sections: Section[] } {
  const weights = views.map(() => 0);
  const sections: Section[] = views.map(() => null);
  let open: Section = null;
  let left = 0;
  for (const [i, view] of views.entries()) {
    const { text, han } = view.line;
    const next = views[i + 1];
    // A newspaper's own box of background is prose under such a head.
    const box = next !== undefined && next.prose && next.line.closed && next.line.han > 20;
    const heads = box && opensRelated(text) ? null : headOf(text);
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
    const ends =
      view.note ||
      (open === "related" && sentenceEnd.test(text)) ||
      cellOrNumber.test(text) ||
      (view.prose && view.line.closed && (han > 45 || (view.reports > 0 && han > 20)));
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
    const from = i - last <= 4 ? last + 1 : i;
    for (let j = from; j < i; j++) {
      const between = views[j];
      const short = (between?.line.han ?? 0) <= 40 && i - last <= 3;
      if (between?.note === true || (!short && ((between?.reports ?? 0) > 1 || (between?.line.han ?? 0) > 60)))
        continue;
      weights[j] = Math.max(weights[j] ?? 0, 4);
      sections[j] = "comments";
    }
    last = i;
  }
  return { weights, sections };
}

// Matches `网友评论（3）`, `全部评论 27条`, `共有 4 条评论`; must not match `评论员文章`.
const commentsHead = guarded(
  /^[【[■●|]?\s?(?:(?:网友|最新|全部|精彩|热门|读者|用户|我要|发表)?(?:评论|跟帖|留言|热评)区?|共有?\s?\d{1,6}\s?条(?:评论|跟帖|留言))\s?(?:[（(]?\d{0,6}条?[)）]?)\s?[】\]：:]?$/u,
);

function headOf(text: string): Section {
  if (text.length > 24) return null;
  if (commentsHead.test(text)) return "comments";
  return opensRelated(text) ? "related" : null;
}

// Matches `@某某：…`, `用户593820：…`, `[某地网友] …`, `3楼 …`, `5小时前`, `某某 2023-11-02 08:15`.
const commenter = guarded(/^(?:@\S{1,20}[：:\s]|用户\d{3,12}|[[【]?\S{0,8}网友[\]】]?[：:\s]|\d{1,4}(?:楼|#)\s)/u);
const commentTime = guarded(
  /(?:^|\s)(?:\d{1,2}(?:小时|分钟|天|个月)前|刚刚(?=\s|$)|昨天 \d{1,2}:\d{2}|发表于\s?\d|来自\p{Script=Han}{2,4}$)/u,
);
const commenterStamp = guarded(/^\S{1,12}\s\d{4}-\d{1,2}-\d{1,2}\s\d{1,2}:\d{2}(?::\d{2})?$/u);
const likes = guarded(/[👍❤♥]\s?\d{0,6}$/u);
const replies = guarded(/(?:回复|赞|顶|踩|点赞)\s?[（(]\d{1,6}[)）]/u);

/** Who wrote a comment, when, and how many like it: `3楼 某某 发表于 11-03 10:22`, `回复 赞(12)`. */
function isCommentMeta({ line, cues }: View): boolean {
  const { text } = line;
  if (text.length > 60 || line.sentences > 1) return false;
  return (
    commenter.test(text) ||
    commentTime.test(text) ||
    commenterStamp.test(text) ||
    likes.test(text) ||
    (cues.covered > 0 && replies.test(text))
  );
}
