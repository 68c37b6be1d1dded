import { china, overseas, type Span, WordIndex } from "@jianbao/model";
import type { AreaTopic } from "./area-topic.ts";

/** Places of another country, and words for abroad. */
const foreign =
  "境外 国外 海外 缅甸 缅北 果敢 佤邦 妙瓦底 柬埔寨 老挝 菲律宾 泰国 越南 印尼 印度尼西亚 马来西亚 蒙古国 阿联酋 迪拜 西班牙 新加坡 韩国 日本 印度 尼泊尔 斯里兰卡 孟加拉 巴基斯坦 土耳其 亚美尼亚 波兰 意大利 法国 英国 德国 美国 加拿大 澳大利亚 新西兰 俄罗斯 肯尼亚 尼日利亚 南非 赞比亚 乌干达 加纳 秘鲁 阿根廷 巴西 墨西哥 文莱 帕劳 东帝汶 瓦努阿图 斐济 格鲁吉亚 塞尔维亚 希腊 埃及 安哥拉 东南亚 中缅边境 中缅警方 中老警方 中越警方 中柬警方 中泰警方 中菲警方 中缅双方 中老双方 中越双方 中柬双方 中泰双方 中缅联合 中老联合 中越联合 中柬联合 中泰联合 中缅老泰".split(
    " ",
  );

/** Those that are a country: all that tell no region of one, no direction and no two together. */
const countries: ReadonlySet<string> = new Set(
  foreign.filter((word) => !/外$|缅北|果敢|佤邦|妙瓦底|迪拜|东南亚|^中/u.test(word)),
);

const foreignIndex: WordIndex = new WordIndex(foreign);

/** Where a text speaks of places abroad, in order. */
export function foreignPlaces(text: string): Span[] {
  const places: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const number = foreignIndex.longest(text, at);
    if (number < 0) continue;
    const end = at + (foreign[number]?.length ?? 1);
    // 境外人员 and 缅北“回流”人员 are people, not the place of the deed.
    if (/^[“"]?(?:回流|籍|人员|来电|[\p{Script=Han}]{0,2}电话|涉\p{Script=Han})/u.test(text.slice(end, end + 6)))
      continue;
    // 为境外诈骗团伙引流, 招募人员赴境外实施诈骗的团伙: whom they serve, and what they are, not where they were caught.
    if (/[为给替帮]$/u.test(text.slice(Math.max(0, at - 1), at))) continue;
    if (
      /[赴到往]$/u.test(text.slice(Math.max(0, at - 1), at)) &&
      /^[\p{Script=Han}]{1,8}的/u.test(text.slice(end, end + 9))
    )
      continue;
    places.push({ start: at, end });
    at = end - 1;
  }
  return places;
}

// Matches what tells that a statement is of the country itself: `新加坡警察部队`, `泰国一国`, `马来西亚的情况`, `越南公安部`, `德国去年`; must not match `缅甸妙瓦底`.
const ofCountry =
  /^(?:警方|警察|当局|政府|检方|央行|海关|全国|全境|一国|境内|的情况|居[首前]|最[多高]|同期|去年|今年|(?:19|20)\d\d年|[，,]|[\p{Script=Han}]{1,4}部(?!署|分|门))/u;

// Matches `在中国，`, `中国公安机关`, `中国去年`; must not match `中国籍`, `中国工商银行`, `中国消费者报`.
const home =
  /(?<=^|[\n，,。；;：:“]|[在而])中国(?=警方|公安|检察|法院|政府|各地|全国|同期|去年|今年|(?:19|20)\d\d年|的情况|[，,])/gu;

/** Tells whether a text opens with the name of a country. */
export function isCountryAt(text: string): boolean {
  const number = foreignIndex.longest(text, 0);
  return number >= 0 && countries.has(foreign[number] ?? "");
}

/** The countries whose own figures a text tells: 新加坡警察部队…该国, until it comes home: 在中国. */
export function countriesSpokenOf(text: string, abroad: readonly Span[]): AreaTopic[] {
  const topics: AreaTopic[] = [];
  const add = (start: number, end: number, isHome: boolean): void =>
    void topics.push({ start, end, area: isHome ? china : overseas, reach: "text", loose: false });
  for (const { start, end } of abroad) {
    if (!countries.has(text.slice(start, end))) continue;
    const opens = /(?:^|[\n，,。；;：:“]|而|据|日|月|年)$/u.test(text.slice(Math.max(0, start - 1), start));
    if (opens && ofCountry.test(text.slice(end, end + 6))) add(start, end, false);
  }
  if (topics.length === 0) return topics;
  for (const { index } of text.matchAll(/该国|当地警方/gu)) add(index, index + 2, false);
  for (const { index } of text.matchAll(home)) add(index, index + 2, true);
  return topics;
}
