import { type Area, type Found, overseas } from "@jianbao/model";

const countries =
  "美国|英国|法国|德国|俄罗斯|日本|韩国|朝鲜|印度尼西亚|印度|印尼|泰国|越南|老挝|缅甸|柬埔寨|菲律宾|马来西亚|新加坡|文莱|巴基斯坦|孟加拉国|斯里兰卡|尼泊尔|阿富汗|伊朗|伊拉克|以色列|巴勒斯坦|土耳其|沙特|阿联酋|卡塔尔|科威特|叙利亚|约旦|黎巴嫩|埃及|南非|尼日利亚|肯尼亚|埃塞俄比亚|摩洛哥|阿尔及利亚|突尼斯|加纳|坦桑尼亚|乌干达|赞比亚|津巴布韦|刚果|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|奥地利|瑞典|挪威|芬兰|丹麦|冰岛|爱尔兰|波兰|捷克|匈牙利|罗马尼亚|保加利亚|希腊|塞尔维亚|克罗地亚|乌克兰|白俄罗斯|哈萨克斯坦|乌兹别克斯坦|吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|蒙古国|加拿大|墨西哥|古巴|巴西|阿根廷|智利|秘鲁|哥伦比亚|委内瑞拉|澳大利亚|新西兰|斐济|欧盟|联合国";
const cities =
  "纽约|华盛顿|洛杉矶|旧金山|伦敦|巴黎|柏林|法兰克福|慕尼黑|莫斯科|东京|大阪|首尔|釜山|曼谷|河内|金边|仰光|万象|马尼拉|雅加达|吉隆坡|新德里|孟买|伊斯兰堡|迪拜|开罗|内罗毕|约翰内斯堡|罗马|米兰|马德里|里斯本|阿姆斯特丹|布鲁塞尔|日内瓦|维也纳|斯德哥尔摩|奥斯陆|哥本哈根|华沙|布达佩斯|雅典|基辅|渥太华|多伦多|温哥华|墨西哥城|里约热内卢|圣保罗|布宜诺斯艾利斯|悉尼|墨尔本|惠灵顿";
const foreign = new RegExp(`${countries}|${cities}`, "gu");

/**
 * Tells that an article is of another country: its headline or first sentence is there, and nobody in China has a part
 * in it. An article on what our police did abroad is none.
 */
export function abroad(text: string, title: string | null): Found<Area> | null {
  const body = title !== null && text.startsWith(title) ? text.slice(title.length) : text;
  const opening = body.trimStart().slice(0, 60);
  const inTitle = (title ?? "").match(foreign) ?? [];
  const opens = opening.match(foreign) ?? [];
  if (inTitle.length === 0 && opens.length === 0) return null;
  // Matches `我国公民`, `公安机关`, `全省`; must not match `当地警方`.
  if (
    /我国|中国(?!网|新闻)|公安|民警|全[国省市区县州]|我[省市区县州]|人民(?:法院|检察院)|使领?馆|华人|留学生|回国|入境/u.test(
      body.slice(0, 20_000),
    )
  )
    return null;
  const names = [...new Set([...inTitle, ...opens])];
  return {
    value: overseas,
    by: "inferred",
    evidence: `${names.slice(0, 3).join("、")} ${inTitle.length > 0 ? "is in the title" : "opens the text"}`,
    confidence: inTitle.length > 0 && opens.length > 0 ? 0.75 : 0.6,
  };
}
