import type { Language } from "@jianbao/model";

/** The powers of ten that figures are counted in, the greatest first, by language. */
const myriads: Readonly<Record<Language, readonly (readonly [size: number, word: string])[]>> = {
  "zh-Hans": [
    [1e8, "亿"],
    [1e4, "万"],
  ],
  "zh-Hant-TW": [
    [1e8, "億"],
    [1e4, "萬"],
  ],
  "zh-Hant-HK": [
    [1e8, "億"],
    [1e4, "萬"],
  ],
  en: [],
};

/**
 * Writes the number of a tick: `45万`, `1.2亿`, `5,000`, `0.25`. A unit that counts in 万 or 亿
 * itself (`万起`) leaves the number plain.
 */
export function tickText(value: number, unit: string, language: Language = "zh-Hans"): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  const scaled = /^[万亿萬億]/u.test(unit) ? undefined : myriads[language].find(([power]) => size >= power);
  const [power, word] = scaled ?? [1, ""];
  return `${sign}${grouped(Number((size / power).toPrecision(12)))}${word}`;
}

/** Thousands are set apart from five digits up. */
function grouped(value: number): string {
  const [whole = "0", fraction] = plain(value).split(".");
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return `${whole.length > 4 ? groups.join(",") : whole}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Decimal notation without an exponent. */
function plain(value: number): string {
  if (value >= 1e21) return BigInt(value).toString();
  return value !== 0 && value < 1e-6 ? value.toFixed(12) : `${value}`;
}

/** Round steps from `low` to `high` (both included in what the ticks span): about `count` of them, 1, 2 or 5 apart. */
export function ticksOf(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
