import type { Value } from "@jianbao/analysis";
import { type Unit, decimalOf, formatDecimal, isCurrency, round, shift, unitLabels } from "@jianbao/model";

/** Writes a figure with its hedge: more than 99,000; nearly 2.75 billion yuan; 30 to 40. */
export function englishFigure(value: Value): string {
  const unit = unitOf(value.unit);
  const write = (size: number): string => `${englishNumber(size)}${unit}`;
  if (value.bound === "range" && value.low !== null && value.high !== null) {
    return `${englishNumber(value.low)} to ${write(value.high)}`;
  }
  if (value.text === null) return computedFigure(value, unit);
  const hedges = { exact: "", approx: "about ", min: "more than ", max: "nearly ", range: "" } as const;
  return `${hedges[value.bound]}${write(value.value)}`;
}

/** Writes a number for reading: 437,000; 13.89 million; 328.8 billion. Nothing is rounded away. */
export function englishNumber(value: number): string {
  const size = Math.abs(value);
  const [power, word] = size >= 1e9 ? [9, " billion"] : size >= 1e6 ? [6, " million"] : [0, ""];
  const short = formatDecimal(round(shift(decimalOf(value), -power), 4));
  if (power > 0 && Number(short) * 10 ** power === value) return `${short}${word}`;
  const [whole = "", fraction] = formatDecimal(decimalOf(value)).split(".");
  return `${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** What arithmetic gives: the digits that its range supports, or the range rounded outward. */
function computedFigure(value: Value, unit: string): string {
  const { low, high } = value;
  if (low === null || high === null) return `about ${englishNumber(value.value)}${unit}`;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, high - low))));
  const nearest = (size: number): number => Math.round(size / step) * step;
  if (nearest(low) === nearest(high)) return `about ${englishNumber(nearest(low))}${unit}`;
  return `${englishNumber(Math.floor(low / step) * step)} to ${englishNumber(Math.ceil(high / step) * step)}${unit}`;
}

function unitOf(unit: Unit): string {
  if (isCurrency(unit)) return ` ${unitLabels[unit].en}`;
  const words: Partial<Record<Unit, string>> = { percent: "%", pp: " percentage points", day: " days" };
  return words[unit] ?? "";
}

function grouped(digits: string): string {
  const negative = digits.startsWith("-");
  const plain = negative ? digits.slice(1) : digits;
  const parts: string[] = [];
  for (let end = plain.length; end > 0; end -= 3) parts.unshift(plain.slice(Math.max(0, end - 3), end));
  return `${negative ? "−" : ""}${parts.join(",")}`;
}
