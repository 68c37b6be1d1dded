import { isCurrency, type Unit } from "@jianbao/model";

/** A unit as printed at a place. */
export interface UnitWord {
  readonly unit: Unit;
  readonly text: string;
  /** 成 counts tenths. */
  readonly tenths: boolean;
}

/** Reads the unit that starts at `at`, the longest first; null where none does. */
export function readUnit(text: string, at: number): UnitWord | null {
  const words = unitWords.get(text.charCodeAt(at));
  if (words === undefined) return null;
  // 2940件次之: 次之 is none of the unit.
  const word = words.find(
    ([name]) => text.startsWith(name, at) && !(name.endsWith("次") && name !== "次" && text[at + name.length] === "之"),
  );
  if (word === undefined) return null;
  const [name, unit] = word;
  if (name === "个") return readGe(text, at);
  return { unit, text: name, tenths: name === "成" };
}

/** Nouns after 个 that make of it a measure of another kind: 18个重点地区. */
function readGe(text: string, at: number): UnitWord {
  // A noun phrase of at most ten characters, without punctuation or figures.
  let end = at + 1;
  while (end < text.length && end - at <= 12 && isHan(text.charCodeAt(end))) end++;
  const phrase = text.slice(at + 1, end);
  // 143个人被骗; 5个人账户 counts accounts.
  if (/^人(?![\p{Script=Han}]{0,2}(?:账|户|信息|贷|卡)|[头员次民才大物群工口质数均])/u.test(phrase))
    return { unit: "person", text: "个人", tenths: false };
  for (const [noun, unit, reach] of geNouns) {
    const found = phrase.indexOf(noun);
    if (found >= 0 && found <= reach && !/[级场民委政]/u.test(phrase[found + noun.length] ?? "。"))
      return { unit, text: text.slice(at, at + 1 + found + noun.length), tenths: false };
  }
  return { unit: "item", text: "个", tenths: false };
}

const geNouns: readonly (readonly [string, Unit, number])[] = [
  ["国家和地区", "country", 0],
  ["国家或地区", "country", 0],
  ["国家", "country", 0],
  ["省份", "area", 0],
  ["省区市", "area", 0],
  ["省", "area", 0],
  ["市县", "area", 0],
  ["县区", "area", 0],
  ["县市区", "area", 0],
  ["城市", "area", 0],
  ["乡镇", "area", 0],
  ["街道", "area", 0],
  ["市", "area", 0],
  ["县", "area", 0],
  ["重点地区", "area", 6],
  ["地区", "area", 5],
];

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

const table: readonly (readonly [Unit, string])[] = [
  ["person-time", "人次"],
  ["person", "人 名 位"],
  ["case", "起 宗 例"],
  [
    "item",
    "件 个 处 台 张 条 部 份 枚 套 辆 本 把 幅 块 艘 架 间 座 所 支 组 项 款 笔 通 单 头 只 瓶 箱 株 颗 册 盒 包 顶 门 副 则 篇 支队 扇 棵 盏 粒 袋 卷 根 枝",
  ],
  ["CNY", "元人民币 元 块钱 人民币"],
  ["USD", "美元 美金"],
  ["HKD", "港元 港币"],
  ["TWD", "新台币元 新台币 台币"],
  ["EUR", "欧元"],
  ["MOP", "澳门元 澳门币 葡币"],
  ["SGD", "新加坡元 新加坡币 新元 坡币"],
  ["JPY", "日元 日圆 日币"],
  ["GBP", "英镑"],
  ["KRW", "韩元 韩圜 韩币"],
  ["THB", "泰铢 泰币"],
  ["VND", "越南盾"],
  ["MYR", "林吉特 令吉 马币"],
  ["PHP", "比索 披索"],
  ["IDR", "印尼盾"],
  ["MMK", "缅元 缅币"],
  ["KHR", "瑞尔"],
  ["LAK", "基普"],
  ["INR", "卢比"],
  ["RUB", "卢布"],
  ["AUD", "澳元 澳币 澳大利亚元"],
  ["CAD", "加元 加币 加拿大元"],
  ["CHF", "瑞士法郎"],
  ["time", "批次 次 轮次 轮 户次 车次 件次 家次 批"],
  ["event", "场次 场 堂"],
  ["household", "户"],
  ["percent", "% ％ 成"],
  ["pp", "个百分点 百分点"],
  ["times", "倍"],
  ["day", "天"],
  ["kind", "种 类"],
  ["institution", "家"],
  [
    "other",
    "小时 分钟 双 串 公吨 尾 斤 册次 毫米 厘米 海里 台次 辆次 公斤 千克 克 吨 平方米 立方米 亩 公里 千米 米 升 毫克 mg kg 微克/立方米 毫克/立方米 微克/升 毫克/升 毫克/100毫升 公里/小时 微克 毫升 分贝 千瓦时 千瓦 兆瓦 平方公里 公顷 吨标准煤",
  ],
  ["country", "国"],
  ["area", "省份"],
];

/** Names of money that may stand before a number (港币3亿元), the longest first: those of 币 and 元, but for 元 alone. */
export const moneyWords: readonly (readonly [string, Unit])[] = table
  .filter(([unit]) => isCurrency(unit))
  .flatMap(([unit, names]) => names.split(" ").map((name): readonly [string, Unit] => [name, unit]))
  .filter(([name]) => /.[币元]$/u.test(name))
  .toSorted(([a], [b]) => b.length - a.length);

const unitWords: ReadonlyMap<number, readonly (readonly [string, Unit])[]> = group();

function group(): Map<number, (readonly [string, Unit])[]> {
  const byFirst = new Map<number, (readonly [string, Unit])[]>();
  for (const [unit, names] of table) {
    for (const name of names.split(" ")) {
      const list = byFirst.get(name.charCodeAt(0)) ?? [];
      list.push([name, unit]);
      byFirst.set(name.charCodeAt(0), list);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  return byFirst;
}
