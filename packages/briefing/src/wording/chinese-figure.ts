import type { Value } from "@jianbao/analysis";
import { type Decimal, compareDecimals, decimalOf, formatDecimal, parseDecimal, shift } from "@jianbao/model";
import { type Scale, hedged, scaleOf, scaled, supported } from "./number.ts";

/** A printed figure taken apart: 逾 | 3180 | 余 | 亿 | 元. */
interface Parts {
  /** The hedge before the digits: 近, 约, 超过; empty where there is none. */
  readonly before: string;
  readonly digits: Decimal;
  /** The hedge after the digits: 余, 多; empty where there is none. */
  readonly inside: string;
  readonly power: number;
  readonly unit: string;
}

/** Matches a figure that is printed as it stands: it has a unit and one scale. */
function isAsPrinted(text: string): boolean {
  return !isStepped(text) && !/[\d余餘多]$/u.test(text) && !text.includes(",");
}

const none: Scale = { power: 0, word: "" };

/**
 * Writes a figure for reading. One of an article keeps its digits and its hedge where they stood (近7万张,
 * 3180余亿元); it gains the unit that a table's head had (21450 → 21450万元), one spelled in several scales is
 * written in its greatest (1万6230件 → 1.623万件), and `scale` moves it to a greater one where both can be read
 * beside each other (9800起 beside 2.3万起 → 0.98万起). No digit is added or rounded away. What arithmetic gives
 * has the digits that its range supports.
 */
export function chineseFigure(value: Value, unitText: string, scale: Scale = none): string {
  if (value.text === null) return computedFigure(value, unitText, scale);
  const text = hedged(value.text, value.bound, { min: "逾", max: "近", approx: "约" });
  const parts = partsOf(text, value, unitText);
  if (parts === null) return text;
  const moved = inScale(parts, scale);
  return isAsPrinted(text) && moved === parts ? text : written(moved);
}

/** The greatest scale that some figures are printed in: 万 for 2.21万起 and 14326起. */
export function commonScale(values: readonly Value[]): Scale {
  let greatest = none;
  for (const value of values) {
    const power = value.text === null ? scaleOf(value.value).power : (partsOf(value.text, value, "")?.power ?? 0);
    if (power > greatest.power) greatest = { power, word: wordOf(power) };
  }
  return greatest;
}

function computedFigure(value: Value, unitText: string, shared: Scale): string {
  const digits = supported(value.low, value.high, shared);
  // What exact figures give is exact.
  if (digits !== null) return `${digits.range || value.low === value.high ? "" : "约"}${digits.text}${unitText}`;
  const scale = scaleOf(value.value);
  return `${value.low === null ? "不足" : "逾"}${scaled(value.value, scale, 2)}${scale.word}${unitText}`;
}

/** Matches a number in Arabic digits: the 3180 of 3180余亿元, the 1 and the 6230 of 1万6230件; none in 几十起. */
const digitsOf = /\d[\d,]*(?:\.\d+)?/gu;
/** Matches what stands between the steps of a figure spelled in several scales: the 万 of 1万6230件; must not match 至. */
const step = /^[亿億万萬千百]+$/u;
/** Matches what follows the digits: 余亿元, 亿余元, 万起, 件. */
const behind = /^([余餘多]?)(万亿|萬億|[万萬亿億]?)([余餘多]?)(.*)$/u;

function partsOf(text: string, value: Value, unitText: string): Parts | null {
  const numbers = [...text.matchAll(digitsOf)];
  const [first] = numbers;
  const last = numbers.at(-1);
  if (!first || !last) return null;
  const before = text.slice(0, first.index);
  const rest = text.slice(last.index + last[0].length);
  if (isStepped(text)) {
    const [, early = "", , late = "", unit = ""] = behind.exec(rest.replace(/^[千百]/u, "")) ?? [];
    return { ...ofValue(value), before, inside: early || late, unit };
  }
  const digits = parseDecimal(first[0].replaceAll(",", ""));
  if (numbers.length > 1 || digits === null) return null;
  const [, early = "", word = "", late = "", unit = ""] = behind.exec(rest) ?? [];
  const inside = early || late;
  const isOf = (power: number): boolean => compareDecimals(shift(digits, power), decimalOf(value.value)) === 0;
  if (unit !== "" || word !== "") {
    const power = powerOf(word);
    // 3千起: a scale that is none of ours; what the text says stands.
    return isOf(power) ? { before, digits, inside, power, unit: unit || unitText } : null;
  }
  const power = [0, 4, 8].find(isOf);
  if (power !== undefined) return { before, digits, inside, power, unit: unitText };
  return { ...ofValue(value), before, inside, unit: unitText };
}

/** Tells whether a figure is spelled in several scales: 1万6230件, 118亿6千万元; not 1.6万件, 3万至4万人. */
function isStepped(text: string): boolean {
  const pieces = text.split(digitsOf);
  return pieces.length > 2 && pieces.slice(1, -1).every((piece) => step.test(piece));
}

function ofValue(value: Value): Pick<Parts, "digits" | "power"> {
  const { power } = scaleOf(value.value);
  return { digits: shift(decimalOf(value.value), -power), power };
}

/** Moves a figure to a greater scale, where at least a tenth of it is left to read. */
function inScale(parts: Parts, scale: Scale): Parts {
  if (scale.power <= parts.power) return parts;
  const digits = shift(parts.digits, parts.power - scale.power);
  return compareDecimals(digits, decimalOf(0.1)) < 0 ? parts : { ...parts, digits, power: scale.power };
}

/** 3180余亿元 keeps 余 at its place; a figure that was moved has it behind the scale: 0.26万余场. */
function written({ before, digits, inside, power, unit }: Parts): string {
  return `${before}${formatDecimal(digits)}${wordOf(power)}${inside}${unit}`;
}

function powerOf(word: string): number {
  if (word === "") return 0;
  return word.length === 2 ? 12 : /[万萬]/u.test(word) ? 4 : 8;
}

function wordOf(power: number): string {
  return { 0: "", 4: "万", 8: "亿", 12: "万亿" }[power] ?? "";
}
