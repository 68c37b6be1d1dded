import type { Foreign } from "./reason.ts";
import { guarded } from "../../patterns/guarded.ts";

const head: Foreign = { rule: "cleaning/page-data", reason: "is the head or folio of a paper", score: 0.95 };
const number: Foreign = { rule: "cleaning/running-head", reason: "is a page's number", score: 0.95 };
const address: Foreign = { rule: "cleaning/page-data", reason: "is the page's address", score: 0.9 };

/** What a part of a masthead is: a date, a page, an issue, the paper, its section, its imprint. */
const parts: readonly (readonly [string, RegExp])[] = [
  [
    "date",
    /^(?:\d{4}[年./-]\d{1,2}[月./-](?:\d{1,2}日?)?|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/u,
  ],
  [
    "day",
    /^(?:星期[一二三四五六日天]|周[一二三四五六日]|农历\p{Script=Han}{3,12}|\p{Script=Han}{2}年\p{Script=Han}{4,6})$/u,
  ],
  // Matches `第A05版：要闻`, `B3`, `第12版`; must not match `第3版指南`.
  [
    "page",
    /^(?:第?\s?[A-Z]?\d{1,3}\s?版(?:[：:]\p{Script=Han}{2,8})?|[A-D]\d{1,2}(?:[-—/]\d{1,2})?|第[一二三四五六七八九十]{1,3}版|头版)$/u,
  ],
  [
    "issue",
    /^(?:\d{4}年)?(?:总?第\s?\d{1,6}\s?期|第[一二三四五六七八九十百]{1,4}期)(?:[（(].{1,16}[）)])?$|^(?:今日|本期|共)\s?[一二三四五六七八九十\d]{1,3}\s?版$/u,
  ],
  ["imprint", /^(?:国内统一(?:连续出版物号|刊号)|邮发代号|(?:CN|ISSN)\s?\d|代号\s?\d|(?:印|零)售价|定价)/u],
  ["paper", /^《?\p{Script=Han}{2,14}(?:报|刊|周刊|月刊|通讯|简报|快报|导报|商讯|新闻|在线)》?$/u],
  [
    "section",
    /^(?:要闻|综合|本地|时政|新闻|国内|国际|法治|社会|深度|专题|广告|理论|民生|特刊|评论|副刊|楼市|财经|体育|文化|教育|健康|\p{Script=Han}{2}新闻|民生\p{Script=Han}{2}|视点|焦点)$/u,
  ],
];

const sentenceMark = guarded(/[。，！？；“]/u);
// Matches `【第1篇】`; must not match `【第1问】`, `【第2条】《某报》2017年8月14日03版`.
const piece = guarded(/^【第[一二三四五六七八九十\d]{1,3}[篇条则]】$/u);
const ofFolios = guarded(/[版期报刊号]|[A-D]\d|新闻|要闻/u);
// Matches `综合新闻`, `要闻速览`, a section's name above its first headline; must not match `新闻发布会`.
const sectionHead = guarded(
  /^(?:(?:综合|国内|国际|本地|社会|时政|民生|法治|经济|体育|文化|教育|都市|县区|基层)新闻|要闻(?:速览|综合)?|新闻速览|一周要闻|版面导读)$/u,
);
// Matches `《某某月刊》2022年第5期（2022年5月）`, `某某简报 第7期`; must not match `某某简报印发`.
const periodical = guarded(
  /^《?\p{Script=Han}{2,16}(?:简报|月刊|周刊|季刊|旬刊|通讯|快报|专报|学刊|公报|杂志)》?[\s　]{0,6}(?:\d{4}年)?(?:总?第\s?\d{1,5}\s?期)(?:[\s　]{0,4}[（(][^（()）]{2,24}[）)])?$/u,
);
// Matches `本期导读：A2 某事 A5 某事`; must not match `本期导读：某书`.
const contentsHead = guarded(/^(?:本期|今日|本报|要闻|版面|头版)(?:导读|看点|要目|提要)/u);
// Matches `某某日报 某某机关报 国内统一连续出版物号 CN 62-0001`.
const imprint = guarded(/国内统一(?:连续出版物号|刊号)|邮发代号/u);
// Matches `某局办公室   2023年4月3日印发`, where it stands amid the text; must not match `某局2023年4月3日印发`.
const imprintOfOffice = guarded(/^\p{Script=Han}{4,24}\s{2,}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s?印发$/u);
const pageLetter = guarded(/^[A-D]\d{1,2}$/u);

/** A paper's head or folio: `某某日报 2022年10月25日 第01版：要闻`, `某某工作简报 2021年第7期`. */
export function folioOf(text: string, place: "before" | "within" | "after"): Foreign | null {
  if (text.length < 2 || text.length > 90 || sentenceMark.test(text)) return null;
  if (piece.test(text)) return head;
  if (place === "within" && imprintOfOffice.test(text)) return head;
  if (!ofFolios.test(text)) return null;
  if (place === "before" && sectionHead.test(text)) return head;
  if (periodical.test(text)) return head;
  if (contentsHead.test(text) && (text.match(/[A-D]?\d{1,2}版?(?=[\s　]|$)/gu)?.length ?? 0) >= 2)
    return { rule: "cleaning/related-news", reason: "lists what the paper holds", score: 0.9 };
  if (imprint.test(text)) return head;
  if (place === "before" && pageLetter.test(text)) return number;
  const kinds = new Set<string>();
  const words = text.split(/[\s　|｜丨]+|(?<=》)|(?<=日)(?=第|星期)/u).filter((word) => word !== "");
  for (const word of words) {
    const kind = parts.find(([, pattern]) => pattern.test(word))?.[0];
    if (kind === undefined) return null;
    kinds.add(kind);
  }
  if (kinds.has("imprint")) return head;
  if (kinds.has("page")) return kinds.size > 1 || /版/u.test(text) ? head : null;
  if (kinds.has("paper") && (kinds.has("issue") || (kinds.has("date") && (place === "before" || kinds.has("section")))))
    return head;
  return kinds.has("issue") && kinds.size > 1 ? head : null;
}

const printedStart = guarded(/^[\dh第wW|｜]/u);

/** What a browser or a mail program prints around a page: its address, its title with the site, the sheet's number. */
export function printedOf(text: string, place: "before" | "within" | "after"): Foreign | null {
  if (text.length > 200 || !printedStart.test(text)) return null;
  // Matches `｜06/01/2020 18:40`, what is left where the words before it were cut off.
  if (/^[|｜]\s?\d{1,2}\/\d{1,2}\/\d{4}(?:\s\d{1,2}:\d{2})?$/u.test(text)) return address;
  // Matches `1/1页`, `第3页/共5页`; must not match `1/3的居民`.
  if (/^(?:第\s?)?\d{1,3}\s?页?\s?\/\s?(?:共\s?)?\d{1,3}\s?页$/u.test(text)) return number;
  // Matches `2018/3/15      某事的背后_某某网`; must not match `2018/3/15 某地召开会议`.
  if (/^\d{4}[/-]\d{1,2}[/-]\d{1,2}(?:[\s　]\d{1,2}:\d{2})?[\s　]{2,}\S[^。]{3,60}[_|｜-]\S{2,14}$/u.test(text))
    return address;
  if (
    /^(?:https?:\/\/|www\.)\S+[\s　]+(?:第?\d{1,3}\s?\/\s?\d{1,3}页?|\d{4}[/-]\d{1,2}[/-]\d{1,2}.{0,12})$/iu.test(text)
  )
    return address;
  return place !== "within" && /^(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&'*+;=%]{4,180}$/iu.test(text) ? address : null;
}
