/** Words before a change that add nothing to the level before it. */
export function isBare(words: string): boolean {
  const mayHaveCause = words.includes("受") || words.includes("因");
  const said = mayHaveCause
    ? words.replace(/受[^，,；;。]{2,10}(?:影响|拖累|带动)|因[^，,；;。\d]{2,16}而/u, "")
    : words;
  // Most words begin with none of them.
  const first = firstLetter.exec(said)?.[0];
  if (first === undefined) return true;
  if (!fillersBy.has(first)) return false;
  const rest = said.replace(/[，,、；;（(\s]/gu, "");
  for (let at = 0; at < rest.length;) {
    const filler = fillersBy.get(rest.charAt(at))?.find((word) => rest.startsWith(word, at));
    if (filler === undefined) return false;
    at += filler.length;
  }
  return true;
}

const firstLetter = /[^，,、；;（(\s]/u;

const fillers =
  "后者 反而 反 却 两年平均 三年平均 两年年均 环比 同比 按年 按月 比年初 较年初 年初 比上年末 较上年末 上年末 去年底 这个数字 这个数 倒是 却是 倒 却 更是 更 亦 再 还 则 两项 三项 四项 两者 二者 三者 数据 指标 上述 以上 上半年 上月 上季度 一季度 二季度 三季度 前三季度 基本 大体 相比 或者 或 即 以及 及 但 惟 不过 仍然 依然 仍 这一数字 数量 总数 增速 涨幅 增幅 升幅 降幅 减幅 跌幅 总体 整体 实现 去年 上年 同期 全部 该数 分别 数 均 也 都 又 而 且 并 同 比 较 仅 只 约 近 就 其 呈 这 与 和".split(
    " ",
  );

/** The same by their first characters, in the same order. */
const fillersBy: ReadonlyMap<string, readonly string[]> = Map.groupBy(fillers, (word) => word.charAt(0));

/** What is said right before a change, without what only joins. */
export function bareItem(words: string): string {
  return words.replace(/^(?:[，,、；;和及\s]|但|而|不过)+|[\s也则均都又还却反净减增]+$|^\d+个月来/gu, "");
}

/** Matches what only says that cases are counted: 案件数, 起数. */
export const caseCount: RegExp =
  /^(?:事故|案件|火灾|警情|发案|案发|受理|立案)?(?:起数|件数|宗数|总数|总量|数量)$|^(?:受理|立案)?案件数?$/u;
