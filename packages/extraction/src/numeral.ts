import { type Decimal, add, multiply, parseDecimal, shift } from "@jianbao/model";

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
  /** 近百, 上千: a bound that the numeral itself carries. */
  readonly indefinite: boolean;
  /** Written with Chinese digits alone. */
  readonly chinese: boolean;
  /** Written with 万 or 亿. */
  readonly scaled: boolean;
  /** 三分之一 and 百分之二十 are shares already, in percent. */
  readonly percent: boolean;
}

/** Reads the number that starts at `at`; null where none does. */
export function readNumeral(text: string, at: number): Numeral | null {
  const first = text.charCodeAt(at);
  if (isArabic(first)) return readArabic(text, at);
  if (chineseDigit(first) >= 0 || scaleOf(first) > 0) return readChinese(text, at);
  return isIndefinite(text, at) ? readIndefinite(text, at) : null;
}

/** The characters that can open a number. */
export const numeralOpeners = "0123456789零〇一二三四五六七八九两十数几";

/** Tells whether a code unit is an Arabic digit. */
export function isArabic(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** The value of a Chinese digit (〇 零 一 … 九 两), −1 for anything else. */
export function chineseDigit(unit: number): number {
  return digitValues.get(unit) ?? -1;
}

const digitValues: ReadonlyMap<number, number> = new Map(
  [..."零一二三四五六七八九"]
    .map((char, value) => [char.charCodeAt(0), value] as [number, number])
    .concat([
      [0x3007, 0],
      [0x4e24, 2],
    ]),
);

/** Power of ten of 十 百 千 万 亿, 0 for anything else. */
function scaleOf(unit: number): number {
  if (unit === 0x5341) return 1;
  if (unit === 0x767e) return 2;
  if (unit === 0x5343) return 3;
  if (unit === 0x4e07) return 4;
  return unit === 0x4ebf ? 8 : 0;
}

/** 千 of 千克 and 千米 belongs to the unit. */
function scaleAt(text: string, at: number): number {
  return text[at] === "千" && /[克米瓦]/u.test(text[at + 1] ?? "") ? 0 : scaleOf(text.charCodeAt(at));
}

function isMore(text: string, at: number): boolean {
  const char = text[at];
  return char === "余" || char === "多" || (char === "几" && scaleOf(text.charCodeAt(at + 1)) > 0);
}

/** Reads `13.1`, `1,234`, `13万2千`, `103亿余`, `100余亿`, `1.2万亿`. */
function readArabic(text: string, at: number): Numeral | null {
  let end = arabicEnd(text, at);
  let decimal = parseDecimal(text.slice(at, end).replaceAll(",", "").replaceAll("，", ""));
  if (decimal === null) return null;
  let more = false;
  let scaled = false;
  let power = 0;
  let fraction = decimal.scale;
  if (isMore(text, end)) {
    more = true;
    end++;
  }
  for (let scale = scaleAt(text, end); scale > 0; scale = scaleAt(text, end)) {
    power += scale;
    scaled = true;
    end++;
    if (!more && isMore(text, end)) {
      more = true;
      end++;
    }
  }
  decimal = shift(decimal, power);
  let place = power - fraction;
  // 13万2千, 3亿5000万: a smaller part follows without a unit between.
  while (power > 2 && !more && isArabic(text.charCodeAt(end))) {
    const partEnd = arabicEnd(text, end);
    const part = parseDecimal(text.slice(end, partEnd).replaceAll(",", ""));
    if (part === null) break;
    let partPower = 0;
    let partAfter = partEnd;
    for (let s = scaleOf(text.charCodeAt(partAfter)); s > 0; s = scaleOf(text.charCodeAt(partAfter))) {
      partPower += s;
      partAfter++;
    }
    if (partPower >= power) break;
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
  return numeral({ start: at, end, value: decimal, place, more, scaled });
}

function arabicEnd(text: string, at: number): number {
  let end = at;
  while (isArabic(text.charCodeAt(end))) end++;
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
  if (text[end] === "." && isArabic(text.charCodeAt(end + 1))) {
    end++;
    while (isArabic(text.charCodeAt(end))) end++;
  }
  return end;
}

/** Reads 三百二十一, 两千余, 十几, 两三百, 七成 (without 成), 三分之一, 百分之二十. */
function readChinese(text: string, at: number): Numeral | null {
  const fraction = readFraction(text, at);
  if (fraction) return fraction;
  let end = at;
  let total = 0n;
  let section = 0n; // below the next 万 or 亿
  let digit = -1;
  let upperDigit = -1;
  let place = 0;
  let more = false;
  let scaled = false;
  let upperSpread = 0n;
  for (;;) {
    const unit = text.charCodeAt(end);
    const value = chineseDigit(unit);
    const scale = scaleOf(unit);
    if (value >= 0) {
      if (digit >= 0 && value === digit + 1 && upperDigit < 0) upperDigit = value;
      else if (digit >= 0) return null; // 二〇二三 is a year or a number of a list
      else digit = value === 0 ? -1 : value;
      if (value > 0) place = 0;
      end++;
    } else if (scale > 0 && scale < 4 && !more) {
      section += BigInt(digit < 0 ? 1 : digit) * 10n ** BigInt(scale);
      if (upperDigit >= 0) upperSpread = 10n ** BigInt(scale);
      digit = -1;
      upperDigit = -1;
      place = scale;
      end++;
    } else if (scale >= 4) {
      if (digit < 0 && section === 0n && total === 0n) return null; // 万名民警, 亿万群众
      section += digit < 0 ? 0n : BigInt(digit);
      total = (total + section) * 10n ** BigInt(scale);
      upperSpread = upperDigit >= 0 ? 10n ** BigInt(scale) : upperSpread * 10n ** BigInt(scale);
      section = 0n;
      digit = -1;
      upperDigit = -1;
      place = scale;
      scaled = true;
      end++;
    } else if (!more && (isMore(text, end) || (text[end] === "几" && place === 1)) && (place > 0 || scaled)) {
      more = true;
      end++;
      if (scaleOf(text.charCodeAt(end)) < 1) break;
    } else break;
  }
  if (end === at) return null;
  if (upperDigit >= 0) upperSpread = 1n;
  const value = total + section + (digit < 0 ? 0n : BigInt(digit));
  if (value === 0n) return null;
  const decimal: Decimal = { digits: value, scale: 0 };
  const upper = upperSpread > 0n ? { digits: value + upperSpread, scale: 0 } : null;
  return numeral({ start: at, end, value: decimal, place: scaled ? place : 0, more, scaled, upper, chinese: true });
}

function readFraction(text: string, at: number): Numeral | null {
  const mark = text[at + 1] === "分" ? at + 1 : text[at + 2] === "分" ? at + 2 : -1;
  if (mark < 0 || text[mark + 1] !== "之") return null;
  const whole = text.slice(at, mark) === "百" ? 100 : chineseDigit(text.charCodeAt(at));
  const part = text.startsWith("百分之百", at) ? null : readNumeral(text, mark + 2);
  if (whole < 1 || part === null || part.value === null) return null;
  const percent =
    whole === 100
      ? part.value
      : {
          digits: (part.value.digits * 1000n * 10n + BigInt(whole) * 5n) / (BigInt(whole) * 10n),
          scale: 1,
        };
  return { ...part, start: at, value: percent, place: whole === 100 ? part.place : -1, percent: true, chinese: true };
}

function isIndefinite(text: string, at: number): boolean {
  const char = text[at];
  return (char === "数" || char === "几") && scaleOf(text.charCodeAt(at + 1)) > 0;
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
  return { upper: null, more: false, indefinite: false, chinese: false, scaled: false, percent: false, ...given };
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
