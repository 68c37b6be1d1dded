import { type Decimal, add, multiply, parseDecimal, shift } from "@jianbao/model";
import { readUnit } from "./unit-word.ts";

/** A number as printed, before its unit. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** Null for an indefinite numeral (数千万) that has no level. */
  readonly value: Decimal | null;
  /** The unit of its last printed digit as a power of ten: 4 − 1 for 13.1万; null where the digits are Chinese. */
  readonly place: number;
  /** The other end of 20—30 or 两三百. */
  readonly upper: Decimal | null;
  /** 余, 多 or 几 inside or right after it: at least. */
  readonly more: boolean;
  /** 来 inside or right after it: 八十来人, 三十来万元. */
  readonly about: boolean;
  /** 近百, 上千: a bound that the numeral itself carries. */
  readonly indefinite: boolean;
  /** Written with Chinese digits alone. */
  readonly chinese: boolean;
  /** Written with 万 or 亿. */
  readonly scaled: boolean;
  /** 三分之一 and 百分之二十 are shares already, in percent. */
  readonly percent: boolean;
}

/** Characters of a number, at the most: what is longer is none. */
const longest = 40;

/** Reads the number that starts at `at`; null where none does. */
export function readNumeral(text: string, at: number): Numeral | null {
  const first = text.charCodeAt(at);
  // 负三十二; must not match 胜负三场, 担负八项任务.
  if ((first === 0x8d1f || first === 0x8ca0) && !/[胜担背肩抱欺辜自减肩勝擔減]/u.test(text[at - 1] ?? " ")) {
    const read = readNumeral(text, at + 1);
    if (read === null || read.value === null || read.percent || read.start !== at + 1) return null;
    return { ...read, start: at, value: { digits: -read.value.digits, scale: read.value.scale } };
  }
  const half = readHalf(text, at);
  if (half !== null) return half;
  if (isArabic(first)) return readFraction(text, at) ?? readArabic(text, at);
  if (chineseDigit(first) >= 0 || scaleOf(first) > 0 || first === 0x5eff || first === 0x5345)
    return readChinese(text, at);
  return isIndefinite(text, at) ? readIndefinite(text, at) : null;
}

/** 半数, 一半: a share, of which the half is 50 percent; must not match 一半天, 一半海水一半火焰, 半数码. */
function readHalf(text: string, at: number): Numeral | null {
  const isHalf = text.startsWith("半数", at) ? text[at + 2] !== "码" : text.startsWith("一半", at);
  if (
    !isHalf ||
    /^(?:天|会儿|[\p{Script=Han}]{1,4}一半)/u.test(text.slice(at + 2, at + 8)) ||
    /一半[^，,。]{1,4}$/u.test(text.slice(Math.max(0, at - 6), at))
  )
    return null;
  const value = { digits: 50n, scale: 0 };
  return numeral({ start: at, end: at + 2, value, place: 0, percent: true, chinese: true });
}

/** The characters that can open a number. */
export const numeralOpeners = "半负負0123456789零〇一二三四五六七八九两十廿卅数几壹贰貳叁參肆伍陆陸柒捌玖拾兩數幾";

/** Tells whether a code unit is an Arabic digit. */
export function isArabic(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** The value of a Chinese digit, in any of its forms (〇 零 一 壹 … 九 玖 两), −1 for anything else. */
export function chineseDigit(unit: number): number {
  return digitValues.get(unit) ?? -1;
}

const digitValues: ReadonlyMap<number, number> = new Map(
  ["零〇", "一壹", "二贰貳两兩倆", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"].flatMap((forms, value) =>
    [...forms].map((form) => [form.charCodeAt(0), value] as const),
  ),
);

const scaleValues: ReadonlyMap<number, number> = new Map(
  (["十拾", "百佰", "千仟", "万萬", "亿億", "兆"] as const).flatMap((forms, i) =>
    [...forms].map((form) => [form.charCodeAt(0), [1, 2, 3, 4, 8, 12][i] ?? 0] as const),
  ),
);

/** Power of ten of 十 百 千 万 亿 兆, 0 for anything else. */
function scaleOf(unit: number): number {
  return scaleValues.get(unit) ?? 0;
}

/** 千 of 千克 and 千米 belongs to the unit. */
function scaleAt(text: string, at: number): number {
  return text[at] === "千" && /[克米瓦]/u.test(text[at + 1] ?? "") ? 0 : scaleOf(text.charCodeAt(at));
}

function isMore(text: string, at: number): boolean {
  const char = text[at];
  return (
    char === "余" ||
    char === "餘" ||
    char === "多" ||
    ((char === "几" || char === "幾") && scaleOf(text.charCodeAt(at + 1)) > 0)
  );
}

/** 八十来人, 三十来万元; must not match 三月来, 十年来. */
function isAbout(text: string, at: number): boolean {
  return (
    text[at] === "来" &&
    /^[万亿人名位个起件宗辆吨元块张条家户岁场次份台套部头只斤亩公里]/u.test(text.slice(at + 1, at + 2))
  );
}

/** Reads `13.1`, `1,234`, `13万2千`, `103亿余`, `100余亿`, `1.2万亿`. */
function readArabic(text: string, at: number): Numeral | null {
  let end = arabicEnd(text, at);
  if (end - at > longest) return null;
  let decimal = parseDecimal(withoutCommas(text.slice(at, end)));
  if (decimal === null) return null;
  let more = false;
  let scaled = false;
  let power = 0;
  let fraction = decimal.scale;
  let about = false;
  if (isMore(text, end)) {
    more = true;
    end++;
  } else if (isAbout(text, end) && decimal.scale === 0 && decimal.digits % 10n === 0n) {
    about = true;
    end++;
  }
  for (let scale = scaleAt(text, end); scale > 0; scale = scaleAt(text, end)) {
    power += scale;
    scaled = true;
    end++;
    if (!more && isMore(text, end)) {
      more = true;
      end++;
    } else if (isAbout(text, end)) {
      about = true;
      end++;
    }
  }
  decimal = shift(decimal, power);
  let place = power - fraction;
  // 13万2千, 3亿5000万, 2千零30: a smaller part follows without a unit between.
  for (;;) {
    const partAt = text[end] === "零" ? end + 1 : end;
    if (power <= 2 || more || !isArabic(text.charCodeAt(partAt))) break;
    const partEnd = arabicEnd(text, partAt);
    const part = parseDecimal(withoutCommas(text.slice(partAt, partEnd)));
    if (part === null) break;
    let partPower = 0;
    let partAfter = partEnd;
    for (let s = scaleOf(text.charCodeAt(partAfter)); s > 0; s = scaleOf(text.charCodeAt(partAfter))) {
      partPower += s;
      partAfter++;
    }
    if (partPower >= power) {
      // 2千零30万 is 2030万.
      if (partPower < 4 || power > 3 || partAt === end) break;
      decimal = shift(add(decimal, part), partPower);
      place = partPower - part.scale;
      scaled = true;
      end = partAfter;
      break;
    }
    decimal = add(decimal, shift(part, partPower));
    power = partPower;
    fraction = part.scale;
    place = partPower - part.scale;
    end = partAfter;
    if (isMore(text, end)) {
      more = true;
      end++;
    }
    if (partPower === 0) break;
  }
  return numeral({ start: at, end, value: decimal, place, more, about, scaled });
}

function withoutCommas(digits: string): string {
  return digits.replaceAll(/[, \u00a0\u2009\u202f]/gu, "");
}

function arabicEnd(text: string, at: number): number {
  let end = at;
  while (end - at <= longest && isArabic(text.charCodeAt(end))) end++;
  // Thousands: groups of exactly three digits after a comma, as 1,234,567.
  while (
    end - at <= 15 &&
    text[end] === "," &&
    isArabic(text.charCodeAt(end + 1)) &&
    isArabic(text.charCodeAt(end + 2)) &&
    isArabic(text.charCodeAt(end + 3)) &&
    !isArabic(text.charCodeAt(end + 4)) &&
    (end - at <= 3 || text[end - 4] === ",")
  ) {
    end += 4;
  }
  if (end - at <= 3) end += spacedGroups(text, at, end);
  if (text[end] === "." && isArabic(text.charCodeAt(end + 1))) {
    end++;
    while (end - at <= longest && isArabic(text.charCodeAt(end))) end++;
  }
  return end;
}

// GB/T 15835, 5.1.1: groups of three digits may stand apart. Matches ` 146件` after 321, ` 234.5万`; must not match ` 2023年`.
const spaced = /^(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?=(?<rest>[.\d]*[余多]?[万亿]*[余多]?))/u;

/** How long the groups of three digits are that follow the first after a space: none where no unit follows them. */
function spacedGroups(text: string, at: number, end: number): number {
  const space = text.charCodeAt(end);
  if (space !== 0x20 && space !== 0xa0 && space !== 0x2009 && space !== 0x202f) return 0;
  // 表1 200人, 案例1 120人: the number of a thing, and a figure.
  if (text[at] === "0" || /[第例表图]$/u.test(text.slice(at - 1, at))) return 0;
  const match = spaced.exec(text.slice(end, end + 24));
  if (match === null) return 0;
  const after = end + match[0].length + (match.groups?.["rest"]?.length ?? 0);
  return readUnit(text, after) === null ? 0 : match[0].length;
}

/** What has been read of a number in Chinese digits: multiples of 兆 and 亿, of 万, and what is below 万. */
interface Sums {
  high: bigint;
  middle: bigint;
  low: bigint;
}

/**
 * Reads 三百二十一, 两千余, 十几, 廿四, 两三百, 七成 (without 成), 四亿五千六百万, 三分之一, 百分之二十. A last digit without its
 * scale counts the next one below: 两千四百五 is 2450, 一万三 is 13000; after 零 it counts itself.
 */
function readChinese(text: string, at: number): Numeral | null {
  if (text.startsWith("十足", at)) return null;
  const fraction = readFraction(text, at);
  if (fraction) return fraction;
  const sums: Sums = { high: 0n, middle: 0n, low: 0n };
  let end = at;
  let digit = -1;
  let upperDigit = -1;
  let zero = false; // 零 stands before the digit
  let last = 0; // the scale read last
  let place = 0;
  let more = false;
  let about = false;
  let scaled = false;
  let upperSpread = 0n;
  for (;;) {
    if (end - at > longest) return null;
    const unit = text.charCodeAt(end);
    const value = chineseDigit(unit);
    const scale = scaleOf(unit);
    if (value >= 0) {
      if (digit >= 0 && upperDigit < 0 && (value === digit + 1 || (digit === 3 && value === 5))) upperDigit = value;
      else if (digit >= 0) return null; // 二〇二三 is a year or a number of a list
      else {
        digit = value === 0 ? -1 : value;
        zero ||= value === 0;
      }
      if (value > 0) place = 0;
      end++;
    } else if (digit < 0 && last !== 1 && !more && "廿卅".includes(text[end] ?? " ")) {
      sums.low += text[end] === "廿" ? 20n : 30n;
      zero = false;
      last = 1;
      place = 1;
      end++;
    } else if (scale > 0 && scale < 4 && !more) {
      // 五十千克, 百分之七十百分位: a scale after a smaller one is none of the number.
      if (digit < 0 && last > 0 && last < scale) break;
      sums.low += BigInt(digit < 0 ? 1 : digit) * 10n ** BigInt(scale);
      if (upperDigit >= 0) upperSpread = 10n ** BigInt(scale) * BigInt(upperDigit - digit);
      digit = -1;
      upperDigit = -1;
      zero = false;
      last = scale;
      place = scale;
      end++;
    } else if (scale >= 4) {
      if (digit < 0 && sums.low === 0n && sums.middle === 0n && sums.high === 0n) return null; // 万名民警, 亿万群众
      upperSpread = (upperDigit >= 0 ? BigInt(upperDigit - digit) : upperSpread) * 10n ** BigInt(scale);
      raise(sums, digit < 0 ? 0n : BigInt(digit), scale);
      digit = -1;
      upperDigit = -1;
      zero = false;
      last = scale;
      place = scale;
      scaled = true;
      end++;
    } else if (!more && !about && place > 0 && isAbout(text, end)) {
      about = true;
      end++;
      if (scaleOf(text.charCodeAt(end)) < 4) break;
    } else if (
      !more &&
      (isMore(text, end) || ("几幾".includes(text[end] ?? " ") && place === 1)) &&
      (place > 0 || scaled)
    ) {
      more = true;
      end++;
      if (scaleOf(text.charCodeAt(end)) < 1) break;
    } else break;
  }
  if (end === at) return null;
  // 陆家嘴, 伍某, 拾起: the figures of cheques are numbers only among others, and after 分之.
  const isAlone = end === at + 1 && "壹贰貳叁參肆伍陆陸柒捌玖拾倆".includes(text[at] ?? " ");
  if (isAlone && text[at - 1] !== "之") return null;
  const decimals = more || upperDigit >= 0 || upperSpread > 0n ? null : readDecimals(text, end);
  let rest = digit < 0 ? 0n : BigInt(digit);
  if (digit >= 0 && upperDigit < 0 && !zero && last >= 2) {
    rest *= 10n ** BigInt(last - 1);
    place = last - 1;
  }
  if (upperDigit >= 0) upperSpread = BigInt(upperDigit - digit);
  const value = sums.high + sums.middle + sums.low + rest;
  if (decimals !== null) {
    const scale = decimals.digits.length;
    const exact = { digits: value * 10n ** BigInt(scale) + BigInt(decimals.digits), scale };
    return numeral({
      start: at,
      end: decimals.end,
      value: shift(exact, decimals.power),
      place: decimals.power - scale,
      scaled: scaled || decimals.power > 0,
      chinese: true,
    });
  }
  if (value === 0n) return null;
  const decimal: Decimal = { digits: value, scale: 0 };
  const upper = upperSpread > 0n ? { digits: value + upperSpread, scale: 0 } : null;
  return numeral({
    start: at,
    end,
    value: decimal,
    place: scaled ? place : 0,
    more,
    about,
    scaled,
    upper,
    chinese: true,
  });
}

/** Counts what was read below a 万, 亿 or 兆 by it: 四千零四万 is added to the 亿 before it, 一万亿 is 亿 of 万. */
function raise(sums: Sums, digit: bigint, scale: number): void {
  const group = sums.low + digit;
  if (scale === 4) sums.middle = (group === 0n ? sums.middle : group) * 10_000n;
  else {
    const count = sums.middle + group;
    sums.high = count === 0n ? sums.high * 10n ** BigInt(scale) : sums.high + count * 10n ** BigInt(scale);
    sums.middle = 0n;
  }
  sums.low = 0n;
}

/** Reads 三分之一, 百分之二十, 千分之五, 一万分之三 as shares in percent. */
function readFraction(text: string, at: number): Numeral | null {
  const mark = text.slice(at, at + 7).indexOf("分之");
  if (mark < 1) return null;
  if (text.startsWith("百分之百", at)) {
    const whole = { digits: 100n, scale: 0 };
    return numeral({ start: at, end: at + 4, value: whole, place: 0, percent: true, chinese: true });
  }
  const words = text.slice(at, at + mark);
  const alone = words.length === 1 ? scaleOf(words.charCodeAt(0)) : 0;
  const whole = alone > 1 ? 10n ** BigInt(alone) : /^\d{1,4}$/u.test(words) ? BigInt(words) : (readWhole(words) ?? 0n);
  const part = whole < 1n ? null : readNumeral(text, at + mark + 2);
  if (part === null || part.value === null || part.percent) return null;
  const isHundred = whole === 100n;
  // A third is 33.3 %; what divides evenly is exact.
  const exact = isHundred ? part.value : quotient(part.value, whole);
  return {
    ...part,
    start: at,
    value: exact,
    place: isHundred ? part.place : -exact.scale,
    percent: true,
    chinese: true,
  };
}

/** A hundred times a number over another, to three digits where it does not divide evenly. */
function quotient({ digits, scale }: Decimal, by: bigint): Decimal {
  for (let more = 0; more <= 6; more++) {
    const times = digits * 100n * 10n ** BigInt(more);
    if (times % by === 0n) return { digits: times / by, scale: scale + more };
  }
  for (let more = 1; ; more++) {
    const rounded = (digits * 100n * 10n ** BigInt(more) * 2n + by) / (by * 2n);
    if (rounded >= 100n || more > 9) return { digits: rounded, scale: scale + more };
  }
}

/** The value of a whole number in Chinese digits and scales, null for any other words. */
function readWhole(words: string): bigint | null {
  const read = readChinese(words, 0);
  if (read === null || read.end !== words.length || read.value === null || read.more || read.upper !== null)
    return null;
  return read.value.scale === 0 ? read.value.digits : null;
}

/** 点五七九 after a whole number, and 万 or 亿 after it; null where 点 begins something else: 九点五十分, 三点看法. */
function readDecimals(text: string, at: number): { digits: string; power: number; end: number } | null {
  if (!"点點".includes(text[at] ?? " ")) return null;
  let end = at + 1;
  let digits = "";
  for (let value = chineseDigit(text.charCodeAt(end)); value >= 0; value = chineseDigit(text.charCodeAt(end))) {
    if ("两兩".includes(text[end] ?? " ")) return null;
    digits += String(value);
    end++;
  }
  if (digits === "" || /^[十百千分刻半]/u.test(text.slice(end, end + 1))) return null;
  let power = 0;
  for (let scale = scaleOf(text.charCodeAt(end)); scale >= 4; scale = scaleOf(text.charCodeAt(end))) {
    power += scale;
    end++;
  }
  return { digits, power, end };
}

function isIndefinite(text: string, at: number): boolean {
  const char = text[at];
  return "数几數幾".includes(char ?? " ") && scaleOf(text.charCodeAt(at + 1)) > 0;
}

/** Reads 数千万, 几百: how many digits, but no level. */
function readIndefinite(text: string, at: number): Numeral {
  let end = at + 1;
  let power = 0;
  for (let scale = scaleOf(text.charCodeAt(end)); scale > 0; scale = scaleOf(text.charCodeAt(end))) {
    power += scale;
    end++;
  }
  return numeral({ start: at, end, value: null, place: power, chinese: true, indefinite: true });
}

function numeral(given: Pick<Numeral, "start" | "end" | "value" | "place"> & Partial<Numeral>): Numeral {
  return {
    start: given.start,
    end: given.end,
    value: given.value,
    place: given.place,
    upper: given.upper ?? null,
    more: given.more ?? false,
    about: given.about ?? false,
    indefinite: given.indefinite ?? false,
    chinese: given.chinese ?? false,
    scaled: given.scaled ?? false,
    percent: given.percent ?? false,
  };
}

/** Reads a range's second number after —, -, ~ or 至: null where none follows. */
export function readRangeEnd(text: string, at: number): { readonly numeral: Numeral } | null {
  let next = at;
  while (next < at + 2 && "—–-－~～至到".includes(text[next] ?? " ")) next++;
  if (next === at || !isArabic(text.charCodeAt(next))) return null;
  const second = readArabic(text, next);
  return second === null ? null : { numeral: second };
}

/** 七成 → 70, 六成五 → 65: the value of tenths in percent. */
export function tenths(value: Decimal): Decimal {
  return multiply(value, { digits: 10n, scale: 0 });
}
