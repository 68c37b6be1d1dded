import { opensWithDateline } from "../lines/forms.ts";
import type { Line } from "../lines/lines.ts";
import { guarded } from "../../patterns/guarded.ts";
import { opensRelated } from "./furniture.ts";
import type { Foreign } from "./reason.ts";

const teaser: Foreign = { rule: "cleaning/related-news", reason: "is the beginning of another article", score: 0.9 };
const below: Foreign = {
  rule: "cleaning/related-news",
  reason: "stands below the head of other articles",
  score: 0.85,
};

// Matches `…将于近日联合……`, cut in mid-sentence; must not match `他说不出话来。……`, `“走吧……”`.
const cut = guarded(/[\p{Script=Han}“A-Za-z\d，、（(]\s?(?:……|…|\.{3,6})$/u);
// Matches `新闻推荐`, `【文章推荐】`; must not match `推荐理由`.
const recommends = guarded(/^[【[]?(?:新闻|文章|阅读|热点|精彩|编辑|本站|内容|资讯)(?:推荐|推送)[】\]]?[:：]?$/u);

/**
 * Marks the beginnings of other articles that a page sets below its own: a paragraph cut off in mid-sentence that opens
 * as a report does, or stands under a head that recommends, with its headline and the site's words after it.
 */
export function markOtherReports(lines: readonly Line[], forms: (Foreign | null)[]): void {
  const first = lines.findIndex(
    ({ sentences, closed, han }, i) => forms[i] === null && han > 20 && (sentences > 0 || closed),
  );
  if (first < 0) return;
  for (let i = lines.length - 1; i > first; i--) {
    const line = lines[i];
    if (line === undefined || line.han < 24 || !cut.test(line.text)) continue;
    const head = headAbove(lines, i, first);
    if (head >= 0 && lines.slice(head).every(({ text }) => text.length <= 240)) {
      for (let j = head; j < lines.length; j++) forms[j] ??= below;
    } else if (isLast(lines, forms, i) && reportsAnew(lines, first, i)) {
      forms[i] ??= teaser;
      const above = lines[i - 1];
      if (above !== undefined && i - 1 > first && above.sentences === 0 && !above.closed && above.han >= 6)
        forms[i - 1] ??= teaser;
    }
  }
}

/** Where the head of other articles stands above a line, no more than a headline between; -1 where none does. */
function headAbove(lines: readonly Line[], i: number, first: number): number {
  for (let j = i - 1; j > first && j >= i - 3; j--) {
    const { text = "" } = lines[j] ?? {};
    if (recommends.test(text) || opensRelated(text)) return j;
  }
  return -1;
}

/** Tells that nothing of an article stands below a line. */
function isLast(lines: readonly Line[], forms: readonly (Foreign | null)[], i: number): boolean {
  return lines
    .slice(i + 1)
    .every(({ sentences, text }, j) => forms[i + 1 + j] !== null || (sentences === 0 && text.length <= 60));
}

/** Tells that a line opens with a dateline, as the article itself does. */
function reportsAnew(lines: readonly Line[], first: number, i: number): boolean {
  return opensWithDateline(lines[i]?.text ?? "") && opensWithDateline(lines[first]?.text ?? "");
}
