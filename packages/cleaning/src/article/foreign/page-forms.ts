import { furnitureOf } from "../page/furniture.ts";
import { markMail } from "../page/mails.ts";
import type { Foreign } from "../page/reason.ts";
import { markRunningHeads } from "../page/running-heads.ts";
import { markWidgets } from "../page/widgets.ts";
import { markClosings, markGreetings } from "./greetings.ts";
import { sharedPairs } from "./pairs.ts";
import { isSpammersName } from "./spam.ts";
import { releaseTopics } from "./topics.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

/** Lines that are of the page by their own form. */
export function formsOf(views: readonly View[]): (Foreign | null)[] {
  const first = views.findIndex(({ prose }) => prose);
  const last = views.findLastIndex(({ prose }) => prose);
  const lines = views.map(({ line }) => line);
  const forms = views.map((view, i) =>
    view.plain ? null : furnitureOf(view.line, first < 0 || i < first ? "before" : i > last ? "after" : "within"),
  );
  markGreetings(views, forms);
  markRepeated(views, forms);
  markTwice(views, forms);
  markMail(lines, forms);
  markRunningHeads(lines, forms);
  markWidgets(lines, forms);
  markSignatures(views, forms);
  markHead(views, forms, first);
  markTail(views, forms, last);
  markClosings(views, forms);
  markSpammers(views, forms, first, last);
  markTags(views, forms, last);
  releaseTopics(views, forms);
  return forms;
}

const site: Foreign = { rule: "cleaning/page-data", reason: "names the site or the account", score: 0.9 };
const pageTitle: Foreign = { rule: "cleaning/page-data", reason: "is the page's title for search engines", score: 0.9 };
const others: Foreign = { rule: "cleaning/related-news", reason: "leads to another page", score: 0.9 };

// Matches `某县新闻中心`, `某市法院网`; must not match `天罗地网`, `一张看不见的网`.
const siteName = guarded(
  /^\p{Script=Han}{2,8}(?:新闻中心|融媒体中心|(?:新闻|法院|政府|法治|文明|教育|警务|政法|检察|资讯|信息|日报|晚报|党建|长安)网|在线|数字报|客户端)$/u,
);
// Matches `2023-11-28 12:00 来自 微博网页版`; must not match `2023年11月，来自各地的人`.
const posted = guarded(/^\d{4}[-./]\d{1,2}[-./]\d{1,2}\s\d{1,2}:\d{2}(?::\d{2})?[\s　]{1,3}来自[\s　]/u);
// Matches `2024-03-02 19:20`; must not match `2024年3月2日，晴`.
const stampAlone = guarded(/^\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?$/u);
// Matches `某某群(48)`; must not match `某某群（图）`.
const groupName = guarded(/^[^，。：]{2,16}群\s?[（(]\d{1,4}[）)]$/u);
// Matches `某科长 2022/5/11 8:32:10`; must not match `某科长说`.
const turn = guarded(/^\S{1,12}[\s　]{1,3}\d{4}[-/]\d{1,2}[-/]\d{1,2}[\s　]\d{1,2}:\d{2}/u);
// Matches `甲新闻_乙最新消息_丙大全-某某网`; must not match `甲_乙`.
const searchTitle = guarded(/^[^_，。]{2,20}(?:_[^_，。]{2,24}){2,8}$/u);
// Matches `原标题：某事一览`, below the headline that the page gave it; must not match a sentence.
const otherTitle = guarded(/^[（(]?(?:原标题|原题)\s?[：:][^。]{4,56}$/u);
const keywords = guarded(/^\p{Script=Han}{2,8}(?:[,，、]\p{Script=Han}{2,8}){3,12}$/u);

/** What stands above the headline: who the site or the account is, and the page's title for search engines. */
function markHead(views: readonly View[], forms: (Foreign | null)[], first: number): void {
  // The outlet's app between the headline and its day, and the button beside it.
  for (let i = 1; i < first; i++) {
    const isDay = stampAlone.test(views[i + 1]?.line.text ?? "");
    if (isDay && siteName.test(views[i]?.line.text ?? "")) forms[i] = site;
    if (/^[+＋]?(?:已?关注|订阅)$/u.test(views[i]?.line.text ?? "") && stampAlone.test(views[i - 1]?.line.text ?? ""))
      forms[i] = site;
  }
  for (let i = 1; i < first; i++) {
    const { text } = views[i]?.line ?? { text: "" };
    const headed = views.some(({ line, note }, j) => j < i && forms[j] === null && !note && line.han >= 6);
    if (headed && forms[i] === null && text.length <= 60 && otherTitle.test(text)) forms[i] = pageTitle;
  }
  const top = views[0]?.line.text ?? "";
  const next = views[1]?.line.text ?? "";
  if (forms[0] !== null || first === 0) return;
  const headline = views.findIndex(
    ({ line, note }, i) => i > 0 && i < first && forms[i] === null && !note && line.han >= 8 && !line.closed,
  );
  if ((siteName.test(top) && headline > 0) || (posted.test(next) && top.length <= 12)) forms[0] = site;
  else if (groupName.test(top) && turn.test(next)) forms[0] = site;
  else if (searchTitle.test(top) && headline > 0) {
    forms[0] = pageTitle;
    const end = views.findLastIndex((_view, i) => forms[i] === null);
    if (end > first && keywords.test(views[end]?.line.text ?? "")) forms[end] = pageTitle;
  }
}

const relatedHead = guarded(
  /^[【[]?(?:往期|相关|推荐|延伸|更多|精彩|热门)(?:推荐|阅读|文章|回顾|精彩|报道)[】\]]?[：:]?$/u,
);

/** Headlines of others under their head, where the article has ended before it by a mark or its editors. */
function markTail(views: readonly View[], forms: (Foreign | null)[], last: number): void {
  if (last < 0) return;
  const head = views.findIndex(({ line }, i) => i > last && relatedHead.test(line.text));
  if (head < 0 || !forms.slice(last + 1, head).some((form) => form?.rule === "cleaning/editor-line")) return;
  for (let i = head; i < views.length; i++) {
    const { text, marked } = views[i]?.line ?? { text: "", marked: true };
    if (forms[i] === null && !marked && text.length <= 40 && !/。|：$/u.test(text)) forms[i] = others;
  }
}

const siteNameBehind = guarded(/^\s?[_|｜丨–-]/u);

/** Heads that the pages of a document repeat, and the page's title before the headline. */
function markRepeated(views: readonly View[], forms: (Foreign | null)[]): void {
  const counts = new Map<string, number>();
  for (const { line } of views)
    if (line.han >= 6 && !line.closed) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  const seen = new Set<string>();
  const body = views.findIndex(({ prose }, i) => prose && forms[i] === null);
  for (const [i, { line, prose }] of views.entries()) {
    if (prose || forms[i] !== null) continue;
    // The page's title and the headline, in the same words.
    const twin = i < body ? twinAbove(views, forms, i) : -1;
    if (twin >= 0) {
      const isBare = bareTitle(line.text) === line.text;
      forms[isBare ? twin : i] = { rule: "cleaning/page-data", reason: "repeats the headline", score: 0.9 };
      continue;
    }
    if ((counts.get(line.text) ?? 0) >= 3) {
      // The headline again, as the words of each picture.
      const isHeadline = views.slice(0, Math.min(i, 3)).some((view) => view.line.text.endsWith(line.text));
      if (seen.has(line.text) || isHeadline) {
        forms[i] = { rule: "cleaning/running-head", reason: "is repeated on the pages", score: 0.9 };
      }
      seen.add(line.text);
    }
    // 标题_频道_某某网, then the headline itself.
    const next = views[i + 1]?.line.text ?? "";
    if (next.length >= 6 && line.text.startsWith(next) && siteNameBehind.test(line.text.slice(next.length))) {
      forms[i] = { rule: "cleaning/page-data", reason: "is the page's title, and repeats the headline", score: 0.95 };
    }
  }
}

const summaryLabel = guarded(/^[【[]?(?:摘要提示|内容摘要|内容提要|核心提示|新闻提示|摘要|提要|导读)[】\]]?[：:]?\s?/u);

/** A paragraph that the page has twice, one right behind the other: as its summary, or once for each of two screens. */
function markTwice(views: readonly View[], forms: (Foreign | null)[]): void {
  let before = -1;
  for (const [i, { line }] of views.entries()) {
    if (forms[i] !== null) continue;
    const text = views[before]?.line.text ?? "";
    if (line.han >= 40 && line.text.length <= text.length && summaryLabel.replaced(text, "") === line.text)
      forms[before] = { rule: "cleaning/page-data", reason: "repeats the next paragraph", score: 0.95 };
    before = i;
  }
}

// Matches the end of `某某纪事（ 二 ）`, the number of a page; must not match `某某纪事（上）`.
const pageOfTitle = guarded(/\s?[（(]\s?[一二三四五六七八九十\d]{1,2}\s?[）)]$/u);

function bareTitle(text: string): string {
  return pageOfTitle.replaced(text, "");
}

/** The line above that says the same, but for the number of the page. */
function twinAbove(views: readonly View[], forms: readonly (Foreign | null)[], i: number): number {
  const { text = "", han = 0 } = views[i]?.line ?? {};
  // A table that goes on repeats its head.
  if (han < 8 || text.includes("\t")) return -1;
  return views.findIndex(({ line }, j) => j < i && forms[j] === null && bareTitle(line.text) === bareTitle(text));
}

const spammer: Foreign = { rule: "cleaning/search-spam", reason: "names what search spam sells", score: 0.9 };

/** The name of a site that spam sells, alone above or below the article and without a word of it. */
function markSpammers(views: readonly View[], forms: (Foreign | null)[], first: number, last: number): void {
  for (const [i, { line, prose, note }] of views.entries()) {
    if ((i >= first && i <= last) || prose || note || line.closed || forms[i] !== null) continue;
    if (!isSpammersName(line.text)) continue;
    const rest = views.filter((_view, j) => j !== i).map((view) => view.line.text);
    if (sharedPairs(line.text, rest) < 0.15) forms[i] = spammer;
  }
}

const tags: Foreign = { rule: "cleaning/page-data", reason: "is a row of the page's keywords", score: 0.9 };
// Matches `酒驾 某某北站 追捕逃犯`; must not match `（某某 某某）`.
const tagRow = guarded(/^[\p{Script=Han}A-Za-z\d“”]{2,10}(?:[\s　]{1,3}[\p{Script=Han}A-Za-z\d“”]{2,10}){2,11}$/u);

/** Keywords behind the article's last sentence, most of them its own words as they stand there. */
function markTags(views: readonly View[], forms: (Foreign | null)[], last: number): void {
  if (last < 0 || views[last]?.line.closed !== true) return;
  for (let i = last + 1; i < views.length; i++) {
    const { text } = views[i]?.line ?? { text: "" };
    if (forms[i] !== null || views[i]?.note === true || !tagRow.test(text)) continue;
    const words = text.split(/[\s　]+/u);
    const told = words.filter((word) => views.slice(0, last + 1).some(({ line }) => line.text.includes(word)));
    const alone = [i - 1, i + 1].every((j) => j <= last || j >= views.length || forms[j] !== null);
    if (alone && told.length >= Math.max(3, words.length * 0.75) && words.some((word) => word.length >= 4))
      forms[i] = tags;
  }
}

const memberSignature = guarded(/^(?:个性)?签名档?[：:]/u);

/** What a member of a forum lets stand under each post. */
function markSignatures(views: readonly View[], forms: (Foreign | null)[]): void {
  for (const [i, { line }] of views.entries()) {
    if (forms[i] === null && memberSignature.test(line.text) && line.text.length <= 60 && isForum(views))
      forms[i] = { rule: "cleaning/comments", reason: "is a member's signature", score: 0.9 };
  }
}

const ofForums = guarded(
  /本帖最后由|只看(?:该作者|楼主)|\d{1,4}楼|发表于\s?(?:\d|昨天|前天)|积分|发短消息|回复.{0,12}举报/u,
);

function isForum(views: readonly View[]): boolean {
  return views.some(({ line: { text } }) => text.length <= 80 && ofForums.test(text));
}
