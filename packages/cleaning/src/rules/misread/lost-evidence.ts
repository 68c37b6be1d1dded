/** Where a character is lost: its line, and what stands in it before and behind, up to what else is lost. */
export interface LostPlace {
  readonly line: string;
  readonly at: number;
  readonly head: string;
  /** What stands behind, with the line's end where it is in sight. */
  readonly tail: string;
  /** What else is lost in the line may be these. */
  readonly others: ReadonlySet<string>;
}

/**
 * What speaks for a character at a place beside its words, in bits: what figures and their units are like, marks that
 * stand in pairs, lists, labels and questions. The figures were fitted on articles by others than the tests'.
 */
export function evidenceFor(place: LostPlace): (character: string) => number {
  const { line, at, head, tail, others } = place;
  const isFigure = /^\d/u.test(tail);
  const unit = isFigure ? unitBits(head, tail, line.slice(at + 1, at + 24)) : null;
  const mark = markBits(place);
  const open = unpaired(line.slice(0, at) + line.slice(at + 1));
  return (character) => {
    if (isPaired(character)) {
      const more = unpaired(line.slice(0, at) + character + line.slice(at + 1)) - open;
      const mate = mates[character] ?? "";
      return -more * (others.has(mate) || others.has(character) ? looseBits : pairBits);
    }
    if (isMark(character)) return mark(character);
    return unit === null ? countBits(character, head, tail) : unit(character);
  };
}

/** Matches `条鱼`, `家企业`; must not match `个人`. */
const measure = /^[条條家张張把辆輛台臺只隻头頭匹位名座栋棟间間件份本支根棵块塊片段句首篇趟遍场場杯碗]/u;

/** One is what is counted, and what a list begins with: 一条鱼, 一、. */
function countBits(character: string, head: string, tail: string): number {
  if (head === "" && tail.startsWith("、")) return numerals.includes(character) ? 6 : 0;
  if (!measure.test(tail)) return 0;
  return character === "一" ? 2 : character === "个" || character === "個" ? -2 : 0;
}

const numerals = "一二三四五六七八九十";

/** What a mark without its fellow costs, and where the fellow may be lost as well. */
const pairBits = 12;
const looseBits = 2;
const fellows: Readonly<Record<string, string>> = {
  "”": "“",
  "》": "《",
  "）": "（",
  ")": "(",
  "」": "「",
  "』": "『",
  "】": "【",
};

const mates: Readonly<Record<string, string>> = {
  ...fellows,
  ...Object.fromEntries(Object.entries(fellows).map(([closing, opening]) => [opening, closing])),
  "（": "）",
};

function isPaired(character: string): boolean {
  return "“”《》（）()「」『』【】".includes(character);
}

function isMark(character: string): boolean {
  return "，：；！？、。".includes(character);
}

/** How many marks that stand in pairs have no fellow in a line. */
function unpaired(line: string): number {
  const open: string[] = [];
  let wrong = 0;
  for (const mark of line) {
    if (!isPaired(mark)) continue;
    const opening = fellows[mark];
    if (opening === undefined) open.push(mark);
    else if (open.at(-1) === opening) open.pop();
    else wrong++;
  }
  return wrong + open.length;
}

/** Matches a clause that asks: `谁来管`, `怎么办`; must not match `没什么`. */
const question =
  /(?:[吗嗎呢]|(?<![没沒无無])什[么麼]|怎[么麼样樣]|如何|[为為]何|何[时時处處]|哪[里裡儿兒些个個家年月天种種位]|[谁誰]|多少|几[时時个個]|是否|能否|可否|[该該]不[该該]|要不要|能不能|是不是|有[没沒]有)[^，。；：！？、]*$/u;

/** What lists, labels and sentences say of the mark between them. */
function markBits({ line, at, head, tail }: LostPlace): (character: string) => number {
  const clause = /[^，。；：！？、“”]*$/u.exec(line.slice(Math.max(0, at - 30), at))?.[0] ?? "";
  const hasFigure = /\d[^，。；：！？、]*$/u.test(head);
  const isFigure = /^\d/u.test(tail);
  const isEnd = tail === "\n" || tail === "";
  const isDate = date.test(tail) && !/[年月日号號时時]$/u.test(head);
  const asks = isEnd && question.test(clause);
  return (mark) => {
    let bits = 0;
    if (mark === "？" && isEnd) bits += asks ? 5 : -3;
    if (isEnd) return mark === "、" ? bits - 2 : bits;
    // A label is short, and its figure follows: 立案数：1326起.
    if (mark === "：") bits += clause.length > 9 ? -3 : clause.length >= 2 && clause.length <= 6 && !hasFigure ? 2 : 0;
    // 1.1%、0.8%; and not 公益金、2021年.
    if (mark === "、" && isFigure) bits += isLike(head, tail) ? 2.5 : listBits(clause, hasFigure, isDate);
    if (mark === "。" && clause.length <= 3) bits -= 2.5;
    if (mark === "；" && !line.includes("；")) bits -= 2.5;
    return bits;
  };
}

/** What is listed before a figure is short, and has figures as well: a date of another kind begins a sentence. */
function listBits(clause: string, hasFigure: boolean, isDate: boolean): number {
  if (isDate) return -8;
  return hasFigure ? 0 : clause.length > 7 ? -7 : -4;
}

/** Matches `2018年`, `8月` and `2018` where what follows is lost; must not match `8个`. */
const date = /^(?:(?:19|20)\d\d(?:年|$)|\d{1,2}月|\d{1,2}[日号號])/u;

/** Tells whether figures before and behind count the same: 27日 and 28日. */
function isLike(head: string, tail: string): boolean {
  const before = /\d[\d.,]*([万亿]?\p{Script=Han}|[%％℃])$/u.exec(head)?.[1];
  return before !== undefined && before === /^[\d.,]+([万亿]?\p{Script=Han}|[%％℃])/u.exec(tail)?.[1];
}

/** What stands before what must be a time or a date: 5月, 每月, 上年, 节日. */
const beforeUnits =
  /[\d〇零一二三四五六七八九十百千万亿两兩几幾数數每上下本当當全半多余餘整次元前后後假生节節昨今明近旬周平期同某临臨个個岁歲头頭早晚新隔逐]$/u;
const units = "年月日号號时時点點";
/** `9时至16` with the unit in it, and what comes behind the figure is most likely the same. */
const range =
  /\d\s?([年月日号號时時点點元分米人万亿岁歲级級层層])\p{Script=Han}{0,3}(?:至|到|[—～-]{1,2}|、|和)\d{1,4}$/u;

/** Matches `8元涨到12元`, `10月至次年1月`; must not match `8元，12元`. */
const fromTo =
  /^[\d.,]+(?:[\p{Script=Han}%％℃]|\uFFFD){0,6}(?:[到至]|[增减減升降上下][到至加少升降涨漲])[^，。；\d]{0,4}\d/u;
/** Matches `8万元`, `300多块`; must not match `8万人`. */
const money = /^[\d.,]+[余餘多]?[万萬亿億千百]{0,2}[余餘多]?(?:元|块|塊|[美日港欧歐澳台]元|英镑|英鎊)/u;
/** What is done with money: to pay and to be paid, to lend and to steal. */
const beforeMoney =
  "赔賠付收交花给給借骗騙汇匯转轉存取卖賣买買罚罰捐退补補贷貸缴繳奖獎赚賺亏虧扣贴貼送还還省欠放投拨撥募筹籌";
/** Matches `2019年起`, `3月以来`, `8点开始`; must not match `8年`. */
const since = /^[\d:：]+(?:[年月日号號时時点點][\d\uFFFD]*){0,5}(?:起|以[来來后後]|开始|開始)/u;

/** What a figure behind a place, and one before it, say of the character between. */
function unitBits(head: string, tail: string, behind: string): (character: string) => number {
  const figure = /(?<![\d.])(\d{1,4})$/u.exec(head)?.[1];
  const value = Number(figure ?? Number.NaN);
  const like = range.exec(head)?.[1];
  const isYear = /^(?:19|20)\d\d$/u.test(figure ?? "");
  const isDay = /^(?:3[01]|[12]\d|[1-9])(?:[日号號至到、]|$)/u.test(tail);
  const isMonth = /^(?:1[0-2]|[1-9])(?:月|$)/u.test(tail);
  // What stands between may be lost as well: 24日7\uFFFD30分.
  const isSecond = figure !== undefined && /^\d{1,2}(?:\.\d+)?秒/u.test(tail);
  const isMinute = /^\d{1,2}分/u.test(tail);
  const isClock = /^\d{1,2}(?:[点點时時:：]|\uFFFD\d{1,2}分)/u.test(behind);
  const isDate = date.test(tail);
  const afterMonth = /月\d{1,2}$/u.test(head);
  const afterDay = /(?:[日号號]|[上下中]午|晚上?|凌晨|清晨|傍晚|早上?|夜里|夜裡)\d{1,2}$/u.test(head);
  const hasRange = /\d[^，。；：！？]*$/u.test(head);
  const isMoney = money.test(tail);
  const isSince = since.test(behind);
  const starters = figure !== undefined ? "" : isSince ? "自从從" : fromTo.test(behind) ? "由从從" : "";
  return (character) => {
    let bits = figureBits(head, character);
    if (starters.includes(character)) bits += 4;
    if (isMoney && beforeMoney.includes(character)) bits += 5;
    if (units.includes(character)) {
      if (!beforeUnits.test(head)) bits -= 7;
      if (character === like) bits += 4;
      else if (like !== undefined && units.includes(like)) bits -= 2;
      if (figure !== undefined) bits += (isPossible(character, value) ? 0 : -7) + ofClock(character);
    } else if ("至到".includes(character)) {
      if (/[\d%％元]$/u.test(head)) bits += 3;
      // 将自2018年5月起: until when is said after since when, or what goes on.
      else if (isDate && !hasRange) bits -= /[将將拟擬]$/u.test(head) ? 7 : 1;
    } else if ("自由从從有了是在的些这這中人于於".includes(character) && figure !== undefined) bits -= 3;
    else if (character === "午" && !/^\d{1,2}(?:[点點时時:：月日]|$)/u.test(tail)) bits -= 7;
    else if ("占佔达達近超".includes(character) && /^[\d.]+[%％]/u.test(tail))
      bits += "占佔".includes(character) ? 4 : 2;
    else if (character === "分" && isSecond) bits += 5;
    return bits;
  };

  function ofClock(character: string): number {
    if (character === "年") return isYear && isMonth ? 3 : isYear ? 1 : 0;
    if (character === "月") return isDay && !isYear ? 2 : 0;
    if ("日号號".includes(character)) return afterMonth ? 5 : afterDay ? -4 : isClock ? 3 : isMinute ? -2 : 0;
    if (isMinute) return afterMonth ? 0 : 6;
    return afterDay ? 4 : afterMonth ? -5 : 0;
  }
}

/** Tells whether so many months, days, hours or years are counted by a calendar or a clock. */
function isPossible(unit: string, value: number): boolean {
  if (unit === "月") return value >= 1 && value <= 12;
  if ("日号號".includes(unit)) return value >= 1 && (value <= 31 || unit !== "日");
  if ("时時点點".includes(unit)) return value <= 24;
  return value <= 60 || (value >= 1800 && value <= 2100);
}

/** How much likelier a figure follows a character than a text at large has it. */
function figureBits(head: string, character: string): number {
  const word = beforeFigures.has((head + character).slice(-2))
    ? 3.5
    : singlesBeforeFigures.includes(character)
      ? 2.5
      : 0;
  return word + (oftenBeforeFigures.includes(character) ? 1.3 : seldomBeforeFigures.includes(character) ? -1.2 : 0);
}

const oftenBeforeFigures = "共自近有到由为為以";
const seldomBeforeFigures = "多后後用人元上下这這对對了至";

/** Words that figures follow: how much, since when, how many of what. */
const beforeFigures: ReadonlySet<string> = new Set(
  (
    "警情 案件 骗走 被骗 骗取 损失 赔偿 赔付 赔了 罚款 判处 处罚 扣押 冻结 返还 退还 得分 平均 累计 合计 总计 共计 其中 新增 增加 增长 减少 下降 上升 提高 降低 " +
    "回落 上涨 下跌 扩大 缩小 延长 缩短 降至 升至 增至 减至 涨至 跌至 降到 升到 涨到 跌到 增到 减到 达到 超过 超出 不足 不到 不少 少于 多于 高于 低于 大于 小于 等于 长于 晚于 早于 " +
    "至少 最多 最高 最低 最大 最小 最长 最短 最远 最快 用了 花了 等了 过了 走了 少了 多了 涨了 降了 跌了 买了 卖了 骗了 有了 扣了 得了 跑了 开了 办了 来了 去了 住了 写了 种了 修了 建了 " +
    "只有 仅有 共有 还有 约有 已有 就有 仍有 占了 名下 认准 拨打 电话 热线 年满 未满 已满 不满 时速 气温 水位 海拔 面积 全长 全程 票价 单价 均价 月薪 年薪 学费 房租 租金 押金 " +
    "贷款 存款 投资 融资 产值 营收 利润 销量 产量 亩产 库存 出动 派出 投入 调集 转移 疏散 救出 救治 抓获 查获 缴获 捣毁 打掉 查处 破获 立案 办理 受理 接报 接到 收到 发放 发出 发现 " +
    "举办 开展 召开 建成 新建 改造 修复 种植 养殖 培训 招收 录取 录用 招聘 接待 服务 今年 去年 明年 前年 当年 全年 每年 截至 截止 至今 凌晨 上午 下午 晚上 中午 傍晚 早上 清晨 " +
    "每天 每日 每月 每周 每次 每人 每户 每亩 每吨 每斤 每年 每隔 人均 户均 日均 月均 年均 同比 环比 占比 比重 实现 完成 覆盖 涉及 包括 追回 挽回 止付 转账 汇款 转出 存入 取出 付款 支付 付了 收取 " +
    "售价 定价 报价 成交 为期 历时 耗时 距今 超百 近百 第一 编号 型号 总长 总共 一共 共约 大约 将近 接近 约占 均为 分别 由去 从去 较去 比去 约为 即为 仅为 高达 多达 长达 远达 重达 深达 宽约 高约 长约 重约 " +
    "房号 国道 省道 高速 公路 航班 车次 地铁 主场 客场 比分 总分 战绩 领先 落后 净胜 投中 射进 攻入 得票 满分 编者 门牌 病例 确诊 治愈 出院 开出 罚没 收缴 清理 拆除 关停 整改 排查 检查 检测 抽检 调取 " +
    "参加 参与 报名 注册 发起 组织 邀请 吸引 带动 帮助 资助 捐款 捐赠 捐出 募集 筹集 拨付 下达 安排 带来 提供 推出 上线 升级 更新 翻修 扩建 栽下 栽种 收获 采摘 播种 灌溉 供水 停电 供电 减排 节约"
  ).split(" "),
);
/** Characters that figures follow. */
const singlesBeforeFigures =
  "年月日时分第约近超达逾满仅只共计合为是有在于至到从由自距每过按占比增升涨减降跌少多高低了付收花用买卖扣赔罚欠款额金费值重宽深长前后上下余和与或及的";
