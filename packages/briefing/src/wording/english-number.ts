import type { Value } from "@jianbao/analysis";
import { type Unit, decimalOf, formatDecimal, isCurrency, shift, unitLabels } from "@jianbao/model";
import type { Scale } from "./number.ts";

/** Writes a figure with its hedge: more than 99,000; nearly 2.75 billion yuan; 30 to 40. */
export function englishFigure(value: Value, scale?: Scale): string {
  const unit = unitOf(value.unit);
  const write = (size: number): string => `${englishNumber(size, scale)}${unit}`;
  if (value.bound === "range" && value.low !== null && value.high !== null) {
    return `${englishNumber(value.low, scale)} to ${write(value.high)}`;
  }
  if (value.text === null) return computedFigure(value, unit);
  const hedges = { exact: "", approx: "about ", min: "more than ", max: "nearly ", range: "" } as const;
  return `${hedges[value.bound]}${write(value.value)}`;
}

/**
 * Writes a number for reading: 437,000; 13.89 million; 328.8 billion. Nothing is rounded away; `scale` is one that
 * it shares with others, used where at least a tenth of it is left (0.98 million beside 2.3 million).
 */
export function englishNumber(value: number, scale?: Scale): string {
  const exact = decimalOf(value);
  const least = scaleOfSize(value);
  const own = scale && scale.power > least.power && Math.abs(value) * 10 >= 10 ** scale.power ? scale : least;
  const short = formatDecimal(shift(exact, -own.power));
  if (own.power > 0 && (short.split(".")[1] ?? "").length <= 4) return `${short.replace("-", "−")} ${own.word}`;
  const [whole = "", fraction] = formatDecimal(exact).split(".");
  return `${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** The scale in which figures that are compared can all be read: the greatest of theirs. */
export function englishScale(values: readonly Value[]): Scale {
  return scaleOfSize(Math.max(0, ...values.filter(({ text }) => text !== null).map(({ value }) => Math.abs(value))));
}

function scaleOfSize(value: number): Scale {
  const size = Math.abs(value);
  if (size >= 1e9) return { power: 9, word: "billion" };
  return size >= 1e6 ? { power: 6, word: "million" } : { power: 0, word: "" };
}

/** What arithmetic gives: its range, rounded outward by no more than a quarter; exact where its figures are. */
function computedFigure(value: Value, unit: string): string {
  const { low, high } = value;
  if (low === null || high === null) return `about ${englishNumber(value.value)}${unit}`;
  if (low === high) return `${englishNumber(low)}${unit}`;
  const widest = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, high - low))));
  const outward = (step: number): readonly [number, number] => [
    Math.floor(low / step + 1e-9) * step,
    Math.ceil(high / step - 1e-9) * step,
  ];
  const [down, up] = outward(widest);
  const [from, to] = up - down > (high - low) * 1.25 && widest > 1 ? outward(widest / 10) : [down, up];
  return from === to ? `about ${englishNumber(from)}${unit}` : `${englishNumber(from)} to ${englishNumber(to)}${unit}`;
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
