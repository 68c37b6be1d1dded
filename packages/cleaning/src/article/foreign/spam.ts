import { guarded } from "../../patterns/guarded.ts";

/** Words that search spam is made of, whatever it sells. */
const words =
  /娱乐(?:城|场|平台|官网)?|体育(?:平台|官网|app|投注)|彩票|开奖|棋牌|博彩|赌场|投注|百家乐|老虎机|捕鱼|真人|六合|时时彩|官网|官方网站|下载|app|登录|注册|网址|入口|在线(?:观看|播放)?|免费(?:观看|视频|下载|阅读)?|视频|直播|小说|影院|高清|无码|成人|私服|外挂|代开|发票|办证|刻章|套现|网赚|排名|优化|友情链接|站长|备用|手机版|手机(?:端|阅读)|安卓|苹果版|最新版|最新地址|网页版|客户端|首页(?=\s\d)|开户|平台|全本|txt|走势图|计划|记录|完结/giu;

const gap = guarded(/[\s,，、|丨｜_/·\-—–]+/u);
const sentenceEnd = guarded(/[。；！？]/u);
const webAddress = guarded(/https?:\/\/|www\.|\.(?:com|cn|net|cc|vip|top)\b/iu);

/** How much a line is a string of search words: tokens without a sentence, spammers' words, one stem again and again. */
export function spamOf(text: string): number {
  if (text.length < 8 || text.length > 600 || sentenceEnd.test(text)) return 0;
  const address = webAddress.test(text);
  const tokens = gap.split(text).filter((token) => token !== "");
  if (!address && tokens.length < 3) return 0;
  const found = new Set((text.match(words) ?? []).map((word) => word.toLowerCase()));
  if (address && found.size >= 2) return 5;
  const short = tokens.every((token) => token.length <= 24);
  const [first = ""] = tokens;
  const stem = first.slice(0, /^[a-z]/iu.test(first) ? 3 : 2);
  const again =
    stem.length > 1 &&
    !/\d/u.test(stem) &&
    tokens.filter((token) => token.startsWith(stem)).length >= Math.max(3, tokens.length * 0.7);
  if (!short) return 0;
  if (again) return found.size >= 1 ? 6 : 2;
  return found.size >= 3 ? 6 : 0;
}

const alone = guarded(/^[^\s，。：；！？、]{4,24}(?:\s\d{1,2})?$/u);
// Matches `某某(中国)官方网站`, `某某中国·官方网站`; must not match `某某中学官方网站`.
const brand = guarded(/(?:[·•]|[(（][^()（）]{1,6}[)）])(?:官方网站|官网|登录入口|体育|app|平台)/iu);
const countedPicture = guarded(/\s\d{1,2}$/u);

/**
 * A name that spam sells, alone on its line: matches `某某官网首页 1`, a picture's words with its number, and
 * `某某体育app官网下载`; must not match `某某中学官网`.
 */
export function isSpammersName(text: string): boolean {
  if (!alone.test(text)) return false;
  const found = new Set((text.match(words) ?? []).map((word) => word.toLowerCase()));
  return found.size >= 2 || brand.test(text) || (found.size >= 1 && countedPicture.test(text));
}
