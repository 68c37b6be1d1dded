import { isOutletName } from "../lines/forms.ts";
import type { Line } from "../lines/lines.ts";
import { guarded } from "../../patterns/guarded.ts";
import { isChannel } from "./mastheads.ts";
import type { Foreign } from "./reason.ts";

const site: Foreign = { rule: "cleaning/page-data", reason: "names the site or the account", score: 0.9 };
const stamped: Foreign = { rule: "cleaning/page-data", reason: "is the page's data on the article", score: 0.95 };
const channel: Foreign = {
  rule: "cleaning/breadcrumb",
  reason: "tells where on the site the page stands",
  score: 0.85,
};

const stamp = guarded(
  /^(?:(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2})(?:\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/u,
);
// Matches `date 2026-03-13 我的频道`, what a page's head left; must not match `2026-03-13 我的频道`.
const headStamp = guarded(
  /^(?:date|time|日期|时间)\s{1,2}(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:\s\S{1,8})?$/iu,
);
// Matches `当前报章为 第14067号`, `总第3021期`; must not match `穗府令第12号`.
const issue = guarded(/^(?:当前|今日|本期|总)?\p{Script=Han}{0,4}\s?第\s?\d{3,6}\s?[号期]$/u);
const reversed = guarded(/^\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}$/u);
// Matches `某某在线新闻网站`; must not match `严打非法网站`.
const outletSite = guarded(/^\p{Script=Han}{2,8}(?:新闻|在线|日报|晚报|资讯)网站$/u);

const hanOnly = guarded(/^[\p{Script=Han}·]{2,14}$/u);

/** Tells that a line is a day, perhaps with its time, and nothing else. */
export function isStamp(text: string): boolean {
  return text.length <= 24 && stamp.test(text);
}

/** Tells that a line is nothing but the name of an outlet or its site. */
export function namesOutlet(text: string): boolean {
  return hanOnly.test(text) && (isOutletName(text) || outletSite.test(text));
}

/**
 * Marks what stands alone above an article's text: the outlet beside the page's stamp, and the name of the channel or
 * the paper's page above the headline.
 */
export function markStamped(lines: readonly Line[], forms: (Foreign | null)[]): void {
  const first = lines.findIndex(({ sentences, closed, han }) => han > 20 && (sentences > 0 || closed));
  for (let i = 0; i < first && i < 30; i++) {
    const { text = "" } = lines[i] ?? {};
    if (forms[i] !== null) continue;
    const beside = [i - 1, i + 1].some((j) => isStamp(lines[j]?.text ?? ""));
    if (beside && namesOutlet(text)) forms[i] = site;
    if (headStamp.test(text) || reversed.test(text) || (beside && issue.test(text))) forms[i] = stamped;
    if (!isChannel(text)) continue;
    const next = lines.findIndex((_line, j) => j > i && forms[j] === null);
    const under = lines[next];
    if (under !== undefined && next < first && under.han >= 8 && !under.closed) {
      const above = lines.slice(0, i).every((_line, j) => forms[j] !== null);
      if (above) forms[i] = channel;
    }
  }
}
