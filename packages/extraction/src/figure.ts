import {
  type Bound,
  type Decimal,
  type Unit,
  add,
  compareDecimals,
  multiply,
  shift,
  subtract,
  toNumber,
} from "@jianbao/model";
import { type Numeral, readNumeral, readRangeEnd, tenths } from "./numeral.ts";
import { Pattern } from "./pattern.ts";
import { type UnitWord, moneyWords, readUnit } from "./unit-word.ts";

/** A number with its unit, its hedges and what it can mean; positions in the clean text. */
export interface Figure {
  /** Number + 余/多 + unit: what `quantity.text` prints. */
  readonly start: number;
  readonly end: number;
  /** Where its prefix (近, 超, 约) starts, `start` where it has none. */
  readonly prefixStart: number;
  /** Where the unit starts. */
  readonly unitStart: number;
  readonly value: number | null;
  readonly unit: Unit | null;
  readonly unitText: string;
  readonly bound: Bound;
  readonly low: number | null;
  readonly high: number | null;
  readonly numeral: Numeral;
}

const ofBoth = /^一[升降增减]一[升降增减]$/u;

/** Reads the figure that starts at `at`: null where no number does. A number without unit has unit null. */
export function readFigure(text: string, at: number): Figure | null {
  const first = readNumeral(text, at);
  if (first === null) return null;
  // 一升一降, 一增一减 count nothing.
  if (text[at] === "一" && (ofBoth.test(text.slice(at, at + 4)) || ofBoth.test(text.slice(at - 2, at + 2))))
    return null;
  // 居前两位, 排名前3名: places in a ranking.
  if (text[at - 1] === "前" && /^[位名强](?![嫌犯罪被受])/u.test(text.slice(first.end, first.end + 2))) return null;
  let numeral: Numeral = first;
  let unit = readUnit(text, numeral.end);
  if (!numeral.chinese) {
    // 20%—30%, 20—30名, 3万至5万元: the unit may stand twice or once.
    const range = readRangeEnd(text, unit?.unit === "percent" ? numeral.end + unit.text.length : numeral.end);
    if (range !== null && range.numeral.value !== null && numeral.value !== null) {
      const upper = range.numeral;
      const after = readUnit(text, upper.end);
      // 减少38%至615宗: what it came to.
      if (after !== null && (unit?.unit !== "percent" || after.unit === "percent")) {
        const lower =
          !numeral.scaled && upper.scaled && upper.value !== null ? scaledLike(numeral, upper) : numeral.value;
        if (upper.value !== null && compareDecimals(upper.value, lower) > 0) {
          numeral = { ...numeral, end: upper.end, value: lower, upper: upper.value, scaled: upper.scaled };
          unit = after;
        }
      }
    }
  }
  const unitStart = numeral.end;
  // 七成六 and 三成半: tenths and a digit more.
  const more = unit?.tenths === true ? moreTenths(text, unitStart + unit.text.length) : null;
  if (unit !== null && more !== null && numeral.value !== null) {
    unit = { ...unit, text: text.slice(unitStart, more.end), tenths: false };
    numeral = { ...numeral, value: add(tenths(numeral.value), { digits: more.value, scale: 0 }) };
  }
  let end = unitStart + (unit?.text.length ?? 0);
  // 30名以上 and 20元多: the hedge may follow the unit.
  const suffix = suffixBound(text, end);
  if (unit !== null && suffix?.inside === true) end += suffix.length;
  const hedge = prefixBound(text, at);
  const hedged = at - (hedge?.length ?? 0);
  const money =
    unit === null || unit.unit === "CNY"
      ? (currencyBefore(text, hedged) ?? (unit === null ? moneyMeant(text, hedged, end, numeral) : null))
      : null;
  const named = hedged - (money?.length ?? 0);
  const prefix = hedge ?? (money === null ? null : prefixBound(text, named));
  const value = valueOf(numeral, unit);
  const upper = numeral.upper === null ? null : scaleTenths(numeral.upper, unit);
  const bound: Bound = upper
    ? "range"
    : numeral.more
      ? "min"
      : (prefix?.bound ??
        suffix?.bound ??
        leastBefore(text, hedged) ??
        (numeral.indefinite || numeral.about ? "approx" : "exact"));
  const place = numeral.place + (unit?.tenths === true ? 1 : 0);
  const { low, high } = reach(value, upper, bound, place, numeral);
  return {
    start: at,
    end,
    prefixStart: hedge === null ? named - (prefix?.length ?? 0) : named,
    unitStart,
    value: value === null ? null : toNumber(value),
    unit: money?.unit ?? unit?.unit ?? (numeral.percent ? "percent" : null),
    unitText: unit?.text ?? "",
    bound,
    low,
    high,
    numeral,
  };
}

/** 新台币76.3亿元, 港币近3亿元: the money that is named before a number and its hedge; must not match 3万美元2人. */
function currencyBefore(text: string, end: number): { readonly unit: Unit; readonly length: number } | null {
  if (!"币元".includes(text[end - 1] ?? " ")) return null;
  const currency = moneyWords.find(([word]) => text.startsWith(word, end - word.length));
  if (currency === undefined) return null;
  const [{ length }, unit] = currency;
  return /[\d万亿余多]/u.test(text[end - length - 1] ?? " ") ? null : { unit, length };
}

/** 罚款金额超10亿: an amount whose unit a headline leaves out. */
function moneyMeant(
  text: string,
  start: number,
  end: number,
  { scaled }: Numeral,
): { readonly unit: Unit; readonly length: number } | null {
  if (!scaled || /[\p{Script=Han}A-Za-z\d%％—~～-]/u.test(text[end] ?? "。")) return null;
  return amount.test(text.slice(Math.max(0, start - 12), start)) ? { unit: "CNY", length: 0 } : null;
}

// Matches `罚款金额`, `案值共计`, `损失达`; must not match `资金账户`.
const amount =
  /(?:金额|罚没?款|案值|货值|损失|资金|标的额?|涉案|总额|款项|价值|投资额?|赃款|挽损|流水|交易额)(?:总额|总计|共计|合计|累计|高?达|[共约为有了])*$/u;

/** 六 of 七成六; must not match 二 of 三成二十人 or 一名 of 三成一名. */
function moreTenths(text: string, at: number): { value: bigint; end: number } | null {
  const match = /^(?<digit>[半一二三四五六七八九])(?![一二三四五六七八九十百千万亿成名人起个家种类次])/u.exec(
    text.slice(at, at + 2),
  );
  const digit = match?.groups?.["digit"];
  if (digit === undefined) return null;
  return { value: BigInt(digit === "半" ? 5 : "零一二三四五六七八九".indexOf(digit)), end: at + 1 };
}

/** 3至5万 means 3万 to 5万: gives the lower number the scale of the upper. */
function scaledLike(lower: Numeral, upper: Numeral): Decimal {
  const value = lower.value ?? { digits: 0n, scale: 0 };
  let power = upper.place;
  if (upper.value !== null && upper.value.scale === 0) {
    power = 0;
    for (let digits = upper.value.digits; digits % 10n === 0n && digits > 0n && power < 8; digits /= 10n) power++;
    power = power >= 8 ? 8 : power >= 4 ? 4 : 0;
  }
  return shift(value, Math.max(0, power));
}

function valueOf(numeral: Numeral, unit: UnitWord | null): Decimal | null {
  return numeral.value === null ? null : scaleTenths(numeral.value, unit);
}

function scaleTenths(value: Decimal, unit: UnitWord | null): Decimal {
  return unit?.tenths === true ? tenths(value) : value;
}

/**
 * What the printed figure can mean. An exact figure that is rounded (13.1万, 36.8%) reaches half a unit of
 * its last printed digit to both sides, an integer printed in full means itself; 37万余 reaches up to the next
 * unit of the last digit; 超 starts at the figure and is open above; 近 reaches half a unit of the last digit that is
 * not zero below it, at most a tenth (近52% from 51.5, 近百 from 90); 约 reaches one tenth, or half a unit of the last digit where that is more, to both sides.
 */
function reach(
  value: Decimal | null,
  upper: Decimal | null,
  bound: Bound,
  place: number,
  numeral: Numeral,
): { low: number | null; high: number | null } {
  if (value === null) return { low: null, high: null };
  if (bound === "exact" && place === 0) {
    const itself = toNumber(value);
    return { low: itself, high: itself };
  }
  const unit = shift({ digits: 1n, scale: 0 }, place);
  const half = shift({ digits: 5n, scale: 0 }, place - 1);
  const tenth = shift(value, -1);
  switch (bound) {
    case "exact":
      return { low: toNumber(subtract(value, half)), high: toNumber(add(value, half)) };
    case "range":
      return { low: toNumber(value), high: upper === null ? null : toNumber(upper) };
    case "min":
      if (!numeral.more) return { low: toNumber(value), high: null };
      return { low: toNumber(value), high: toNumber(add(value, moreUnit(value, unit, place))) };
    case "max": {
      const step = shift(lastDigitUnit(value), -1);
      const below = multiply(step, { digits: 5n, scale: 0 });
      return {
        low: toNumber(subtract(value, compareDecimals(below, tenth) < 0 ? below : tenth)),
        high: toNumber(value),
      };
    }
    case "approx": {
      const wide = compareDecimals(half, tenth) > 0 ? half : tenth;
      return { low: toNumber(subtract(value, wide)), high: toNumber(add(value, wide)) };
    }
  }
}

/** How far 余 reaches: to the next unit of the last digit that is not zero (1500余 up to 1600, 37万余 up to 38万). */
function moreUnit(value: Decimal, unit: Decimal, place: number): Decimal {
  return value.scale > 0 || place < 0 ? unit : lastDigitUnit(value);
}

/** The unit of a number's last digit that is not zero: 100 for 1500, 0.1 for 36.8. */
function lastDigitUnit({ digits, scale }: Decimal): Decimal {
  let power = -scale;
  for (let left = digits; left > 0n && left % 10n === 0n; left /= 10n) power++;
  return shift({ digits: 1n, scale: 0 }, power);
}

/** What stands before a number and hedges it, the longest first. */
const prefixes: readonly (readonly [string, Bound])[] = [
  ["不少于", "min"],
  ["不下于", "min"],
  ["不下", "min"],
  ["不止", "min"],
  ["起码", "min"],
  ["差不多", "approx"],
  ["逼近", "max"],
  ["顶多", "max"],
  ["不高于", "max"],
  ["不低于", "min"],
  ["不超过", "max"],
  ["不多于", "max"],
  ["最多", "max"],
  ["至少", "min"],
  ["突破", "min"],
  ["超过", "min"],
  ["多达", "exact"],
  ["大约", "approx"],
  ["大概", "approx"],
  ["约为", "approx"],
  ["约合", "approx"],
  ["将近", "max"],
  ["接近", "max"],
  ["不足", "max"],
  ["不到", "max"],
  ["超", "min"],
  ["逾", "min"],
  ["过", "min"],
  ["上", "min"],
  ["约", "approx"],
  ["近", "max"],
];

const prefixEnds: ReadonlySet<number> = new Set(prefixes.map(([word]) => word.charCodeAt(word.length - 1)));

function prefixBound(text: string, at: number): { readonly bound: Bound; readonly length: number } | null {
  if (!prefixEnds.has(text.charCodeAt(at - 1))) return null;
  const match = prefixes.find(([word]) => at >= word.length && text.startsWith(word, at - word.length));
  if (match === undefined) return null;
  const [word, bound] = match;
  const before = text[at - word.length - 1] ?? "";
  // 通过, 超过 (above), 附近, 最近, 以上 and 网上 end in these characters and hedge nothing.
  if (word === "过" && !/[^\p{Script=Han}]|已|数|量|额|均|中/u.test(before || "，")) return null;
  if (word === "上" && !/^[千万百]/u.test(text.slice(at))) return null;
  if (word === "近" && /[附最新临靠邻远]/u.test(before)) return null;
  // 签约, 预约, 履约 end in 约.
  if (word === "约" && /[签预违节邀契履毁]/u.test(before)) return null;
  return { bound, length: word.length };
}

// Matches `少说也丢了`, `至少有`; must not match `至少，`, `减少说明`.
const atLeast = new Pattern(/(?:少说也?|至少|起码)[\p{Script=Han}]{1,3}$/u);

/** 少说也丢了890万元: a hedge before the verb. */
function leastBefore(text: string, at: number): Bound | null {
  return atLeast.in(text, Math.max(0, at - 8), at) ? "min" : null;
}

function suffixBound(
  text: string,
  at: number,
): { readonly bound: Bound; readonly length: number; readonly inside: boolean } | null {
  if (text.startsWith("以上", at)) return { bound: "min", length: 2, inside: false };
  if (text.startsWith("以下", at) || text.startsWith("以内", at)) return { bound: "max", length: 2, inside: false };
  if (text.startsWith("开外", at) || text.startsWith("出头", at) || text.startsWith("有余", at))
    return { bound: "min", length: 2, inside: false };
  if (text.startsWith("不到", at) && /^[。，,；;、）)\n]?$/u.test(text.slice(at + 2, at + 3)))
    return { bound: "max", length: 2, inside: false };
  if (text.startsWith("左右", at) || text.startsWith("上下", at)) return { bound: "approx", length: 2, inside: false };
  if (text[at] === "多" || text[at] === "余") return { bound: "min", length: 1, inside: true };
  return null;
}
