import { type LineSettings, type MeasuredParagraph, widthOf } from "./paragraph.ts";

/** Demerits of a line that is an em longer or shorter than it would be if all were equal; they grow by the square. */
const perEm = 400;

/**
 * Breaks a centred text into so many lines of nearly equal length (GB/T 9704-2012, 7.3.1: a title is laid
 * out evenly, its words whole): the sum of squares of what lines differ by, and of what their breaks cost,
 * is least. Null where so many lines cannot hold it.
 */
export function balancedEnds(paragraph: MeasuredParagraph, settings: LineSettings, lines: number): number[] | null {
  const count = paragraph.kinds.length;
  const { costs, titleCosts, size } = paragraph;
  const even = (widthOf(paragraph, 0, count) + settings.indent) / lines;
  let best = new Float64Array(count + 1).fill(Infinity);
  best[0] = 0;
  const from: Int32Array[] = [];
  for (let line = 0; line < lines; line++) {
    const next = new Float64Array(count + 1).fill(Infinity);
    const origin = new Int32Array(count + 1).fill(-1);
    for (let start = line; start < count; start++) {
      const before = best[start] ?? Infinity;
      if (before === Infinity) continue;
      const indent = start === 0 ? settings.indent : 0;
      for (let end = start + 1; end <= count; end++) {
        const cost = end === count ? 0 : (costs[end - 1] ?? 0) + (titleCosts[end - 1] ?? 0);
        if (cost === Infinity) continue;
        const width = widthOf(paragraph, start, end) + indent;
        if (width > settings.measure + 0.005) break;
        const off = (width - even) / size;
        const total = before + perEm * off * off + cost * cost;
        // Of two ways that are as good, the one whose upper lines are longer.
        if (total <= (next[end] ?? Infinity) + 1e-6) {
          next[end] = total;
          origin[end] = start;
        }
      }
    }
    best = next;
    from.push(origin);
  }
  if (best[count] === Infinity) return null;
  const ends: number[] = [];
  let end = count;
  for (const origin of from.reverse()) {
    ends.push(end);
    end = origin[end] ?? 0;
  }
  return ends.reverse();
}

/** Cost of a break between any two Han characters of a title. */
const anywhere = 25;
/** Cost of a break that leaves 的 at a line start. */
const particle = 120;
/** Cost of a break within quotation marks or brackets. */
const withinMarks = 90;
/** Cost of a break within a word that titles are made of. */
const withinWord = 150;

// After these a title may well break: 关于做好……的|通知.
const joints = new Set("的和与與及暨或、，：；。！？）》”　 ");
// Before these too: 情况|和建议.
const beginnings = new Set("和与與及暨（《“【");

const opening = new Set("（《“【〔‘");
const closing = new Set("）》”】〕’");

// Words of two characters that the titles and column heads of offices are made of; a break within them looks wrong.
const words = new Set(
  (
    "反电 反诈 反洗 反恐 反假 诈中 关于 情况 工作 通报 通知 报告 意见 办法 方案 行动 案件 资金 公安 机关 中心 全国 全省 全市 全县 全区 人民 政府 委员 会议 纪要 简报 月报 季报 年报 " +
    "信息 数据 统计 分析 研判 预警 宣传 教育 防范 打击 治理 整治 专项 电信 网络 诈骗 犯罪 违法 银行 账户 手机 电话 短信 平台 客服 贷款 刷单 返利 投资 理财 " +
    "嫌疑 团伙 窝点 损失 群众 返还 止付 冻结 涉案 金额 破获 抓获 立案 同比 环比 上升 下降 增长 累计 占比 比重 数量 单位 地区 部门 负责 联席 领导 小组 办公 " +
    "年度 季度 月份 上半 下半 半年 第一 第二 第三 第四 一季 二季 三季 四季 安全 道路 交通 事故 管理 服务 建设 发展 经济 社会 保障 监督 检查 考核 评估 总结 " +
    "问题 建议 措施 进展 成效 经验 典型 案例 提示 风险 主要 总体 基本 分类 各类 重点 行业 领域 实施 印发 转发 开展 加强 推进 落实 做好 进一 一步 有关 若干"
  ).split(" "),
);

/** What a line end after each character of a title costs beyond what it costs in any text. */
export function titleCosts(codePoints: readonly number[]): number[] {
  const characters = codePoints.map((codePoint) => String.fromCodePoint(codePoint));
  let depth = 0;
  return characters.map((character, index) => {
    const next = characters[index + 1];
    if (opening.has(character)) depth++;
    else if (closing.has(character)) depth--;
    const inner = depth > 0 ? withinMarks : 0;
    if (next === undefined || joints.has(character) || beginnings.has(next)) return inner;
    if (next === "的") return inner + particle;
    return inner + (words.has(character + next) ? withinWord : anywhere);
  });
}
