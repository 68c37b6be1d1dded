import type { Span } from "@jianbao/model";
import { isHan } from "../../characters.ts";
import { fold } from "../../gbk/folding.ts";
import { charactersBy } from "../../gbk/gbk-halves.ts";
import { codeOf } from "../../gbk/gbk-table.ts";
import type { Choice } from "../../language/choice.ts";
import { isCommon } from "../../language/common-characters.ts";
import { type LanguageModel, freed, nothingRead, plainModel } from "../../language/language-model.ts";

/** How much of a line is read before and behind a character. */
const before = 10;
const behind = 5;
/** How many of the likeliest characters are read on. */
const mostRead = 16;
/**
 * How many bits another character must be likelier: in place of a question mark, less where it may have taken the
 * first digit of a figure along; and in place of a character that names alone have, which are no likelier by 21.
 */
const enough = { question: 14, figure: 12, strange: 24 };
/** A text that has more of them, by its length, is written so. */
const fewest = 3;
const charactersEach = 2000;
/** As many places are looked at for each that may be found: a text that has more is not of lost characters. */
const looksEach = 10;

/**
 * Where one character of a text was lost, or became another, and nothing around it tells: a question mark within a
 * sentence that asks nothing (總?情況), and a character that no text has (同睗下降), where another fits far better.
 * What stood there is not told by that: both stay.
 */
export function suspectsIn(text: string): Span[] {
  const most = fewest + text.length / charactersEach;
  const places = strangePlacesIn(text, most * looksEach);
  const found: Span[] = [];
  for (const at of places) {
    if (isQuestion(text.charCodeAt(at))) {
      const least = /[0-9]/u.test(text[at + 1] ?? "") ? enough.figure : enough.question;
      if (!isHalfFigure(text, at + 1) && gainAt(text, at, anyOf(plainModel())) < least) continue;
    } else if (gainAt(text, at, fellowsOf(codeOf(text.charAt(at)), plainModel())) < enough.strange) continue;
    found.push({ start: at, end: at + 1 });
  }
  return found.length > most ? [] : found;
}

/** Where a question mark or a strange character stands that may be for another; nowhere where there are more than `most`. */
function strangePlacesIn(text: string, most: number): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isHere = isQuestion(unit)
      ? mayBeLost(text, at)
      : unit >= 0x4e00 && unit <= 0x9fff && !isCommon(unit) && isStrange(text, at, unit);
    if (!isHere) continue;
    if (places.length >= most) return [];
    places.push(at);
  }
  return places;
}

function isQuestion(unit: number): boolean {
  return unit === 0x3f || unit === 0xff1f;
}

/** Tells whether a question mark stands between words of a sentence that asks nothing. */
function mayBeLost(text: string, at: number): boolean {
  if (!isWord(text[at - 1]) || !isWord(text[at + 1])) return false;
  const clause = text.slice(Math.max(0, at - 14), at);
  const own = clause.slice(clause.search(/[^\n，。、：；！？“”,:;!?]*$/u));
  // Matches `怎么办`, `去沒有`, `他呢`; must not match `保持總`.
  return !/[吗嗎呢么麼吧啊呀什怎哪谁誰几幾何否岂豈不没沒多]/u.test(own);
}

/** No figure begins so: `0月`, `00元`; but `0元` and `00后`. */
function isHalfFigure(text: string, at: number): boolean {
  return /^0(?:[月日]|0+[余多萬万亿億]?[元块塊人名个個起件])/u.test(text.slice(at, at + 8));
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && (isHan(character) || /[0-9]/u.test(character));
}

/** Tells whether a character is beyond GB 2312, simplified by nobody, and stands once in its text. */
function isStrange(text: string, at: number, unit: number): boolean {
  const character = text.charAt(at);
  const code = codeOf(character);
  const isNational = code >> 8 >= 0xb0 && code >> 8 <= 0xf7 && (code & 255) >= 0xa1;
  if (code === 0 || isNational || text.includes(character, at + 1) || text.indexOf(character) !== at) return false;
  // What is glossed or quoted is meant: 嬛(huán), “翯”.
  return fold(unit) === unit && !/[(（”」』》]/u.test(text[at + 1] ?? "");
}

const fellows = new Map<number, Choice>();
let any: Choice | null = null;

/** The everyday characters that share a byte with a code. */
function fellowsOf(code: number, model: LanguageModel): Choice {
  let choice = fellows.get(code);
  if (choice === undefined) {
    const all = [...charactersBy("lead", code >> 8), ...charactersBy("trail", code & 255)];
    choice = model.choiceOf(all.filter((one) => isHan(one) && isCommon(one.charCodeAt(0))));
    fellows.set(code, choice);
  }
  return choice;
}

/** The commoner half of GB 2312, and figures. */
function anyOf(model: LanguageModel): Choice {
  if (any === null) {
    const all = [..."0123456789"];
    for (let lead = 0xb0; lead <= 0xd7; lead++) {
      all.push(...charactersBy("lead", lead).filter((one) => (codeOf(one) & 255) >= 0xa1));
    }
    any = model.choiceOf(all);
  }
  return any;
}

/** How many bits the best character of a choice is likelier than the one that stands at a place. */
function gainAt(text: string, at: number, choice: Choice, model: LanguageModel = plainModel()): number {
  const head = freed(model.read(nothingRead, text.slice(Math.max(0, at - before), at).replace(/^[^]*\n/u, "")));
  const rest = text.slice(at + 1, at + 1 + behind).replace(/\n[^]*$/u, "");
  const bits = model.weigh(head, choice);
  let least = Infinity;
  for (const k of likeliest(bits, choice)) {
    const cost = bits[k] as number;
    if (cost >= least) break;
    least = Math.min(least, model.read(model.next(head, choice.characters[k] as string, cost), rest).bits);
  }
  return model.read(head, text.charAt(at) + rest).bits - least;
}

/** The places of the likeliest characters of a choice that was weighed, the likeliest first. */
function likeliest(bits: Float64Array, { units }: Choice): number[] {
  const order: number[] = [];
  for (let k = 0; k < units.length; k++) {
    // Any of ten figures is one way to read it.
    if ((units[k] as number) < 0x80) bits[k] = (bits[k] as number) - 3;
    const cost = bits[k] as number;
    if (order.length === mostRead && cost >= (bits[order[mostRead - 1] as number] as number)) continue;
    let at = order.length < mostRead ? order.length : mostRead - 1;
    for (; at > 0 && (bits[order[at - 1] as number] as number) > cost; at--) order[at] = order[at - 1] as number;
    order[at] = k;
  }
  return order;
}
