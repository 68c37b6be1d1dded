import { fold } from "../../gbk/folding.ts";
import { LanguageModel, nothingRead } from "../../language/language-model.ts";

/** A character of a text that is lost in part: U+FFFD stands at its place. */
export interface LostCharacter {
  readonly at: number;
  /** What it may be, by the bytes that are left of it. */
  readonly candidates: readonly string[];
}

/** How much likelier a character must be than any other, in bits; a mark more, as one of them fits as well as another. */
const margin = { character: 8, mark: 9 };
const marginOfForms = 2;
const marginOfNames = 16;
/** What a mark without its fellow costs. */
const unpairedBits = 12;
/** Matches `、赵` and `赵` at a line's start; must not match `姓赵` or `为何`. */
const afterSurname =
  /(?:^|[、，。：；“\n])[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭郎鲁韦马方袁柳唐薛雷贺倪汤罗郝安于傅康伍余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒项祝董梁杜阮蓝席季贾江童颜郭梅林徐邱高夏蔡田樊胡凌霍万柯卢莫房丁邓洪包左石崔吉龚程邢裴陆翁荀曲段侯武符刘景詹龙叶黎白赖卓池乔闻党翟谭劳姬申冉桑牛尚温庄柴阎习向古易廖耿欧沃利师巩聂关曾沙丰游]$/u;
/** How much of the text before and behind is read. */
const ahead = 8;
const behind = 6;
/** A text with more lost characters than this is no text any more. */
const mostLost = 1500;

/**
 * Tells by its words what each lost character was, where they leave no doubt; the others are not in the result.
 * A first pass over the text tells what the second may rely on.
 */
export function knownCharacters(text: string, places: readonly LostCharacter[]): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  if (places.length === 0 || places.length > mostLost) return known;
  const model = new LanguageModel(whole(text));
  let read = text;
  for (let round = 0; round < 2; round++) {
    for (const { at, candidates } of places) {
      if (known.has(at) || candidates.length === 0) continue;
      const found = rated(read, at, candidates, model);
      const [best, next] = found;
      if (best === undefined) continue;
      const second = found.find(
        ({ character }) => character !== best.character && !isVariant(character, best.character),
      );
      // 张 and 張 are told by the script of the page.
      if (next !== undefined && next !== second && next.bits - best.bits < marginOfForms) continue;
      const needed = "，：；！？、。".includes(best.character) && !isEndAt(read, at) ? margin.mark : margin.character;
      const isName = afterSurname.test(read.slice(Math.max(0, at - 2), at));
      // 赵集 is as good a name as 赵云: what names say, no words around them tell.
      if (second !== undefined && second.bits - best.bits < (isName ? marginOfNames : needed)) continue;
      known.set(at, best.character);
      read = read.slice(0, at) + best.character + read.slice(at + 1);
    }
  }
  return known;
}

/** Tells whether two characters are forms of one in either script. */
export function isVariant(a: string, b: string): boolean {
  return a !== b && a.length === 1 && b.length === 1 && fold(a.charCodeAt(0)) === fold(b.charCodeAt(0));
}

/** What a text teaches: what stands beside a lost character would only teach that nothing fits there. */
export function whole(text: string): string {
  // Matches `两天座位几\uFFFD天天坐满`; must not match a text without U+FFFD.
  return text.replaceAll(/[^\n\uFFFD]{0,6}\uFFFD[^\n\uFFFD]{0,6}/gu, "\n");
}

/** Tells whether what stands between two texts is only in the way: its neighbours are a word that it cuts. */
export function isWithinWord(before: string, after: string, model: LanguageModel): boolean {
  const [head, tail] = [before.slice(-4), after.slice(0, 4)];
  if (!/\p{Script=Han}$/u.test(head) || !/^\p{Script=Han}/u.test(tail)) return false;
  const together = model.read(nothingRead, head + tail).bits;
  return together + 6 < model.read(nothingRead, head).bits + model.read(nothingRead, tail).bits;
}

/** The candidates for a lost character by what the text costs with them, the likeliest first. */
export function rated(
  text: string,
  at: number,
  candidates: readonly string[],
  model: LanguageModel,
): { readonly character: string; readonly bits: number }[] {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const stop = text.indexOf("\n", at);
  const line = text.slice(start, stop < 0 ? text.length : stop);
  const head = line.slice(Math.max(0, at - start - ahead), at - start);
  const tail = line.slice(at - start + 1).split("\uFFFD", 1)[0] ?? "";
  const rest = `${tail}\n`.slice(0, behind);
  const before = model.read(nothingRead, head.slice(head.lastIndexOf("\uFFFD") + 1));
  const isEnd = isEndAt(text, at);
  const isFigure = /^\d/u.test(tail);
  return candidates
    .map((character) => {
      let bits = model.read(before, character + rest).bits;
      if (isMark(character))
        bits += unpaired(line.slice(0, at - start) + character + line.slice(at - start + 1)) * unpairedBits;
      if (isEnd && character === "。") bits -= 3;
      if (isFigure) bits -= figureBits(head, character, tail);
      return { character, bits };
    })
    .sort((a, b) => a.bits - b.bits);
}

function isEndAt(text: string, at: number): boolean {
  return at + 1 >= text.length || text[at + 1] === "\n" || text[at + 1] === "\r";
}

function isMark(character: string): boolean {
  return "“”《》（）()「」『』【】".includes(character);
}

const fellows: Readonly<Record<string, string>> = {
  "”": "“",
  "》": "《",
  "）": "（",
  ")": "(",
  "」": "「",
  "』": "『",
  "】": "【",
};

/** How many marks that stand in pairs have no fellow in a line. */
function unpaired(line: string): number {
  const open: string[] = [];
  let wrong = 0;
  for (const mark of line) {
    if (!isMark(mark)) continue;
    const opening = fellows[mark];
    if (opening === undefined) open.push(mark);
    else if (open.at(-1) === opening) open.pop();
    else wrong++;
  }
  return wrong + open.length;
}

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

/** Numerals and words that a unit may stand behind: 三月, 每年, 半分. */
const beforeUnits = /[\d〇零一二三四五六七八九十百千万亿两几数每上下本当全半多余整]$/u;

/** How much likelier a character is between a text and the figure that follows it, in bits. */
function figureBits(head: string, character: string, tail: string): number {
  // Units stand behind figures: 8月21日, 18时52分, and not 县月13名.
  if ("年月日号时時点點分秒元".includes(character)) {
    if (!beforeUnits.test(head)) return character === "日" || character === "时" ? 0 : -4;
    // 8分10秒 and 8到10秒 are both said.
    if (character === "分" || character === "秒") return 0;
    const follows = unitsBehind[character];
    if (!/\d$/u.test(head) || follows === undefined) return 2;
    return follows.test(tail) ? 7 : -3;
  }
  if ("到至".includes(character) && /[\d元点时日月年%％]$/u.test(head)) return 4;
  if (character === "占" && /^[\d.]+[%％]/u.test(tail)) return 6;
  // A label before its figure: 立案数：1326起.
  if (character === "：" && /^(?:.*[，。；：])?\p{Script=Han}{2,6}$/u.test(head) && head.length < ahead) return 3;
  const text = head + character;
  if (beforeFigures.has(text.slice(-2)) || text.endsWith("嫌疑人")) return 5;
  return singlesBeforeFigures.includes(character) ? 2 : 0;
}

/** What stands behind a unit between two figures: 18时52分, 8月21日. */
const unitsBehind: Readonly<Record<string, RegExp>> = {
  年: /^\d{1,2}月/u,
  月: /^\d{1,2}(?:日|号)/u,
  日: /^\d{1,2}(?:时|時|点|點|:|：)/u,
  时: /^\d{1,2}分/u,
  時: /^\d{1,2}分/u,
  点: /^\d{1,2}分/u,
  點: /^\d{1,2}分/u,
};
