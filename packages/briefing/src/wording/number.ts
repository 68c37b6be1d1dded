import { type Bound, decimalOf, formatDecimal, round, shift } from "@jianbao/model";

/** A power of ten that a figure is read in: 万, 亿, thousand, or none. */
export interface Scale {
  readonly power: number;
  readonly word: string;
}

/** Chooses 万 or 亿 for reading: the largest that leaves at least 1. */
export function scaleOf(value: number): Scale {
  const size = Math.abs(value);
  if (size >= 1e8) return { power: 8, word: "亿" };
  if (size >= 1e4) return { power: 4, word: "万" };
  return { power: 0, word: "" };
}

/** Writes a value in a scale with at most `digits` digits after the point, rounded half away from zero. */
export function scaled(value: number, scale: Scale, digits: number): string {
  return formatDecimal(round(shift(decimalOf(value), -scale.power), digits));
}

/**
 * Writes a computed value with its range: `1.24亿至1.26亿`, ends rounded outward to the fewest digits (two at most) that
 * widen it by no more than a quarter, in a greater scale where it shares one; `13.1万` where both ends are one number of two digits. Null where an end is open.
 */
export function supported(
  low: number | null,
  high: number | null,
  shared: Scale = { power: 0, word: "" },
): { readonly text: string; readonly range: boolean } | null {
  if (low === null || high === null) return null;
  const own = scaleOf(high);
  const scale = shared.power > own.power && high * 10 >= 10 ** shared.power ? shared : own;
  const most = scale.power === 0 ? 0 : 2;
  const finest = scaled(low, scale, most);
  if (finest === scaled(high, scale, most)) return { text: `${finest}${scale.word}`, range: false };
  for (let digits = 0; ; digits++) {
    const step = 10 ** (scale.power - digits);
    const down = Math.floor(low / step + 1e-9) * step;
    const up = Math.ceil(high / step - 1e-9) * step;
    if (digits < most && up - down > (high - low) * 1.25) continue;
    return {
      text: `${scaled(down, scale, digits)}${scale.word}至${scaled(up, scale, digits)}${scale.word}`,
      range: true,
    };
  }
}

/** Matches a hedge that a printed figure carries: 1500余名, 近52%, 约三成; must not match 13.1万起. */
const hedge = /[余餘多近约約超逾]|以上|以下|以内|以內|左右|上下|不足|不到|不少于|不少於|突破|大概|大约/u;

/** Puts back a hedge that a figure's words have lost, so that nothing hedged is printed bare. */
export function hedged(text: string, bound: Bound, words: Readonly<Record<"min" | "max" | "approx", string>>): string {
  return bound === "exact" || bound === "range" || hedge.test(text) ? text : `${words[bound]}${text}`;
}

/** Finds the hedge of a change in the words of the article: 近 in 同比上升近52%; null where there is none. */
export function hedgeOf(text: string): string | null {
  return /近|约|約|超过|超過|超|逾|不足|不到/u.exec(text)?.[0] ?? null;
}

const numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** Writes 1 to 99 in Chinese: 十二. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? (numerals[tens] ?? "") : ""}${tens > 0 ? "十" : ""}${ones > 0 || tens === 0 ? (numerals[ones] ?? "") : ""}`;
}
