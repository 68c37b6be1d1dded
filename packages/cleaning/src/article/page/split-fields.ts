import { isOffice, isOutletName, namesPeople } from "../lines/forms.ts";
import type { Line } from "../lines/lines.ts";
import { guarded } from "../../patterns/guarded.ts";
import type { Foreign } from "./reason.ts";
import { isStamp } from "./stamped.ts";

const data: Foreign = { rule: "cleaning/page-data", reason: "is the page's data on the article", score: 0.9 };
const editors: Foreign = { rule: "cleaning/editor-line", reason: "names who edited the page", score: 0.9 };

// Matches `来源：`, `作者:`, `责任编辑：`, `导读：`; must not match `记者：`, `主持人：`, whose words follow.
const lone = guarded(
  /^[【[（(]?(?:(?:(?:文章|信息|稿件|新闻)?来源|稿源|出处|作者|撰稿人?|供稿人?|(?:责任|值班)?编辑|责编|(?:发布|发表|更新)(?:时间|日期|者|人)|点击(?:数|量)?|浏览(?:次数|数|量)?|阅读(?:次数|数|量)?|标签|关键[字词]|分类|栏目|字号|字体)|(原标题|原题|导读|导语|摘要|内容摘要|核心提示|正文|内容提要))\s?[】\]）)]?\s?[:：]$/u,
);
const ofEditors = guarded(/编/u);
const stampOrCount = guarded(/^(?:(?:19|20)\d{2}[-/.年][\d\s:：/.月日-]{3,18}|\d[\d,.]*万?次?)$/u);
const bareCount = guarded(/^\d{1,8}$/u);
const machineName = guarded(/^[A-Za-z][\w.-]{1,15}$/u);

/** Tells that a line is nothing but the label of a field of the page: what it labels stands below it, if anywhere. */
export function isLoneLabel(text: string): boolean {
  return text.length <= 12 && lone.test(text);
}

/** Tells that a line can be what a label above it tells: an outlet, names, a stamp, a count. */
export function mayBeLabelled(text: string): boolean {
  return (
    text.length <= 20 &&
    (isOutletName(text) || isOffice(text) || namesPeople(text) || stampOrCount.test(text) || machineName.test(text))
  );
}

// Matches `标题：某事发生`; must not match `标题党：何时休`.
const titled = guarded(/^(?:本文|文章)?标\s?题\s?[:：]\s?[^。]{4,60}$/u);
const address = guarded(/^(?:(?:本文|原文|文章)?(?:地址|链接|网址)\s?[:：]\s?)?(?:https?:\/\/|www\.)\S+$/iu);

/** Tells that an address stands beside a line, and that no sentence stands below it. */
function leadsAway(lines: readonly Line[], forms: readonly (Foreign | null)[], i: number): boolean {
  if (
    !lines.slice(i + 1).every(({ sentences, closed }, j) => forms[i + 1 + j] !== null || (sentences === 0 && !closed))
  )
    return false;
  return [lines[i - 1], lines[i + 1]].some((one) => one !== undefined && address.test(one.text));
}

/**
 * Marks the page's fields that stand over two lines, the label and what it labels: `来源：` above `某某网`. A label of
 * what the article says (`导读：`, `摘要：`) goes alone.
 */
export function markSplitFields(lines: readonly Line[], forms: (Foreign | null)[]): void {
  const first = lines.findIndex(({ han }) => han >= 6);
  for (const [i, { text }] of lines.entries()) {
    // How often a page was read stands behind its stamp, its number above the headline.
    if (forms[i] === null && bareCount.test(text)) {
      const numbered = i < first && text.length >= 5;
      if (numbered || (forms[i - 1] !== null && isStamp(lines[i - 1]?.text ?? ""))) forms[i] = data;
    }
    if (forms[i] === null && titled.test(text) && leadsAway(lines, forms, i)) forms[i] = data;
    if (!isLoneLabel(text)) continue;
    forms[i] ??= ofEditors.test(text) ? editors : data;
    const next = lines[i + 1];
    if (next === undefined || forms[i + 1] !== null || lone.exec(text)?.[1] !== undefined) continue;
    if (mayBeLabelled(next.text)) forms[i + 1] = forms[i] ?? data;
  }
}
