import type { Line } from "../lines/lines.ts";
import { isNames } from "./names.ts";
import { spamOf } from "./spam.ts";
import { termsOf } from "./terms.ts";
import { guarded } from "../../patterns/guarded.ts";

/** How a line is made, whatever its words are to the article: what takes the longest to measure, and is asked for again. */
export interface Shape {
  readonly terms: number;
  readonly slogan: number;
  readonly spaced: number;
  readonly clipped: number;
  readonly hook: number;
  readonly informs: number;
  readonly names: number;
  readonly ordered: number;
  readonly spam: number;
}

/** Measures how a line is made. */
export function shapeOf(line: Line, prose: boolean): Shape {
  const { text } = line;
  return {
    // An article on offers has such terms as well, and other words in common with them.
    terms: prose && line.han > 110 ? 0 : Math.min(4, termsOf(text)),
    slogan: isSlogan(text) ? 1 : 0,
    spaced: prose ? 0 : gapsOf(text),
    clipped: clippedOf(line),
    hook: hook.test(text) ? 1 : 0,
    informs: informs.test(text) ? 1 : 0,
    names: isNames(text) ? 1 : 0,
    ordered: isOrdered(text) ? 1 : 0,
    spam: spamOf(text),
  };
}

const hook = guarded(/^[^。！“：]{3,26}？/u);

// Matches `市民可通过`, `求职者可登录`: told of readers, not to them; must not match `您可拨打`.
const informs = guarded(
  /[者民众人生长户客友业位](?:可以?|需|须|应)?(?:凭|持[^，。]{0,6})?[^，。]{0,4}(?:登录|拨打|通过|前往|致电|查询)/u,
);

const order = guarded(
  /^(?:——|[问答][：:]|案例[一二三四五六七八九十\d]|第?[一二三四五六七八九十]{1,3}[、章节]|[（(][一二三四五六七八九十]{1,3}[）)])/u,
);

/** Tells whether a line begins as headings and items of an article do: 一、某某, （二）某某, ——某某. */
export function isOrdered(text: string): boolean {
  return order.test(text);
}

const gap = guarded(/[\p{Script=Han}\d]\s+(?=\p{Script=Han})/gu);

/** How many gaps of white space stand between Chinese words. */
function gapsOf(text: string): number {
  if (text.length > 60 || text.includes("\t")) return 0;
  return Math.min(3, gap.found(text).length);
}

const partEnd = guarded(/[\s，、·|！!]+/u);

/** Tells whether a line is made of parts of one length: 一线湖景 全城仰望, 近水楼台，先得明月. */
function isSlogan(text: string): boolean {
  if (text.length > 40 || text.length < 8) return false;
  const parts = partEnd.split(text).filter((part) => part !== "");
  const [first = ""] = parts;
  return (
    parts.length >= 2 &&
    first.length >= 3 &&
    first.length <= 9 &&
    parts.every((part) => part.length === first.length && /^\p{Script=Han}+$/u.test(part))
  );
}

/** How much a line is clipped: many short clauses. */
function clippedOf({ han, clauses, sentences, commas }: Line): number {
  const parts = clauses + sentences + 1;
  if (han < 12 || clauses < 2 || commas >= 2 * parts) return 0;
  return han / parts <= 6.5 ? 2 : han / parts <= 8 ? 1 : 0;
}
