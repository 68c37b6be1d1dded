import { isOutletName } from "../lines/forms.ts";
import { guarded } from "../../patterns/guarded.ts";

/** The head of a paper's page or of an account: whose it is, and what of its date it tells. */
export interface Masthead {
  readonly outlet: string;
  /** The line tells a number, a page or a date: it is of the whole page. */
  readonly numbered: boolean;
}

/** What stands in a masthead beside the outlet's name: its number, page, date and section. */
const furniture =
  /(?:19|20)\d{2}\s?年?第\s?\d{1,4}\s?期|[（(]?(?:总第|第|总)\s?\d{1,6}\s?期[）)]?|[（(]?(?:19|20)\d{2}(?:年|[-/.])\d{1,2}(?:月|[-/.])?(?:\d{1,2}日?)?[）)]?|第?\s?[A-Z]?\d{1,3}\s?版|星期[一二三四五六日天]|微信公众号|公众号|官方微博|数字报|电子版/gu;

const clauseMark = guarded(/[，。；！？：]/u);
// Matches `第5版`, `第7期`, `微信公众号`, `2013年6月27日`; must not match `第5版块`.
const numbering = guarded(
  /第\s?\d{1,6}\s?期|[A-Z]?\d\s?版|公众号|官方微博|数字报|电子版|(?:19|20)\d{2}[-/.年]\d{1,2}/u,
);
const titledOutlet = guarded(/^(?:【[^【】]{1,8}】\s?)?《([^《》]{2,16})》$/u);
const accountKind = guarded(/公众号|官方微博/u);
const accountName = guarded(/^\p{Script=Han}{2,12}$/u);
const bulletinName = guarded(/(?:简报|通讯|周报|月报|专报|快报)$/u);

/**
 * Reads a line that names its outlet with a number, a page, a date or a kind of account and nothing else but a section:
 * 《某某月刊》2022年第5期, 某某晚报 2013年6月27日 第5版 综合新闻, 某某发布 微信公众号.
 */
export function mastheadOf(text: string): Masthead | null {
  if (text.length > 60 || clauseMark.test(text)) return null;
  const numbered = numbering.test(text);
  if (!numbered) return null;
  const words = text
    .replaceAll(furniture, " ")
    .split(/[\s　|丨｜/]+/u)
    .filter((word) => word !== "");
  const [first = ""] = words;
  const named = titledOutlet.exec(first)?.[1];
  if (words.length === 0 || words.length > 3 || words.slice(1).some((word) => word.length > 8)) return null;
  if (named !== undefined) return { outlet: named, numbered };
  const account = accountKind.test(text) && accountName.test(first);
  return isOutletName(first) || (account && words.length === 1) || bulletinName.test(first)
    ? { outlet: first, numbered }
    : null;
}

/** Names of a paper's pages and a site's channels: 要闻, 两岸国际, 社会新闻. */
const channel = guarded(
  /^(?:(?:要闻|国内|国际|两岸|港澳台?|台湾|时政|时事|社会|法治|法制|民生|财经|经济|本地|本埠|地方|综合|教育|健康|文体|文化|体育|科技|军事|图片|视频|城事|深度){1,3}(?:新闻|要闻|版|频道)?)$/u,
);

/** Tells that a line is the name of a paper's page or a site's channel and nothing else. */
export function isChannel(text: string): boolean {
  return text.length <= 8 && channel.test(text);
}

/** Names of columns and sections that stand above headlines and are none. */
const section = guarded(
  /^(?:(?:要闻|本地|国内|国际|社会|综合|时政|法治|民生|经济|文化|体育|教育|健康|地方|图片|今日|本市|一周|一句话|各地|热点|基层)(?:新闻|要闻|资讯|速览|速递|播报|综合|动态|简讯|导读|集锦|快报|传真)?|(?:新闻|信息)(?:速览|速递|播报|集锦|快报|简讯|导读)|简讯|快讯|短讯|简明新闻)$/u,
);

// Matches `要闻速览`, `（下稿接续）`, `每日剪报（内部参考，请勿外传）`; must not match `【反诈】三招识破骗局`, `要闻部来了新人`.
const bracketedLabel = guarded(/^(?:（[^（）]{2,16}）|\([^()]{2,16}\)|【[^【】]{2,6}】)$/u);
const internalLabel = guarded(/[（(](?:内部参考|内部资料|注意保存|仅供参阅|请勿外传)[^（()）]{0,12}[）)]$/u);

/** Tells that a heading is the name of a column or a remark to the reader in brackets, not a headline. */
export function isLabel(text: string): boolean {
  return section.test(text) || isChannel(text) || bracketedLabel.test(text) || internalLabel.test(text);
}
