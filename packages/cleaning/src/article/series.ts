import { guarded } from "../patterns/guarded.ts";
import { type Line, lineOf } from "./lines/lines.ts";
import type { Foreign } from "./page/reason.ts";

/**
 * The labels that number the articles of a file: `稿件一`, `文章2：`, `第三篇`, `【1】`, or `标题：` or an address before each. They count on
 * from one, the first stands on the file's first line, and text follows each. A label is a line of its own here, also
 * where the headline stands behind it.
 */
export function partLabels(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly labels: ReadonlySet<Line>;
} {
  const label = styles.find((style) => counts(lines, style));
  const labels = new Set<Line>();
  if (label === undefined) return { lines, labels };
  const parted = lines.flatMap((line) => {
    const found = (label.own.exec(line.text) ?? label.beside?.exec(line.text))?.[0] ?? "";
    if (found === "") return [line];
    // Marked, so that it is never taken for a piece of the headline.
    const pieces = [lineOf(line.text.slice(0, found.length).trimEnd(), { ...line, marked: true })];
    if (pieces[0] !== undefined) labels.add(pieces[0]);
    const rest = line.text.slice(found.length);
    if (rest !== "") pieces.push(lineOf(rest, { start: line.start + found.length }));
    return pieces;
  });
  return { lines: parted, labels };
}

/** Why a label is not of the article. */
export const seriesLabel: Foreign = {
  rule: "cleaning/series-label",
  reason: "heads an article of the file",
  score: 0.95,
};

/** Tells that a label begins an article; `正文：` names a part of one. */
export function beginsArticle(label: string): boolean {
  return !/正文|内容|全文/u.test(label);
}

interface Style {
  /** The label, with its number where it has one. */
  readonly own: ReturnType<typeof guarded>;
  readonly numbered: boolean;
  /** How many there must be. */
  readonly least: number;
  /** What stands before the other parts of an article. */
  readonly beside?: ReturnType<typeof guarded>;
}

const styles: readonly Style[] = [
  // Matches `稿件一`, `文章2：`; must not match `稿件一经采用`, `新闻1+1`.
  {
    own: guarded(
      /^[【[（(]?(?:稿件|文章|新闻|报道|材料|样本|原文|例文|范文)\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[】\]）)]?(?:\s?[：:]\s?|[\s　]{1,4}|$)/u,
    ),
    numbered: true,
    least: 2,
  },
  {
    own: guarded(
      /^[【[（(]?第\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})\s?[篇则]稿?件?[】\]）)]?(?:\s?[：:]\s?|[\s　]{1,4}|$)/u,
    ),
    numbered: true,
    least: 2,
  },
  { own: guarded(/^[【[]\s?\d{1,3}\s?[】\]](?=\s?[\p{Script=Han}“《]|$)/u), numbered: true, least: 2 },
  { own: guarded(/^https?:\/\/\S{6,400}$/u), numbered: false, least: 2 },
  // Matches `标题：`, and `正文：` below it.
  {
    own: guarded(/^[【[]?(?:标题|题目)[】\]]?\s?[：:]\s?/u),
    numbered: false,
    least: 1,
    beside: guarded(/^[【[]?(?:正文|内容|全文)[】\]]?\s?[：:]\s?/u),
  },
];

/** Tells that labels of one style stand from the first line on, count on by one, and that sentences follow each. */
function counts(lines: readonly Line[], { own, numbered, least }: Style): boolean {
  const [first] = lines;
  if (first === undefined || !own.test(first.text)) return false;
  let number = 0;
  let told = true;
  for (const { text, closed, han } of lines) {
    const found = own.exec(text)?.[0];
    if (found !== undefined) {
      if (!told || (numbered && numberOf(found) !== number + 1)) return false;
      number++;
      told = false;
    } else if (closed && han >= 12) told = true;
  }
  return told && number >= least;
}

const numerals = "一二三四五六七八九";

/** Reads `12`, `十二`, `三`; 0 where there is no number. */
function numberOf(label: string): number {
  const digits = /\d+/u.exec(label)?.[0];
  if (digits !== undefined) return Number(digits);
  const [, tens, ten, ones] =
    /([二三四五六七八九])?(十)?([一二三四五六七八九])?(?=[】\]）)：:\s　篇则稿]|$)/u.exec(
      label.replace(/^[^一二三四五六七八九十]+/u, ""),
    ) ?? [];
  const one = ones ?? (ten === undefined ? tens : undefined);
  return (
    (ten === undefined ? 0 : 10 * (tens === undefined ? 1 : numerals.indexOf(tens) + 1)) +
    (one === undefined ? 0 : numerals.indexOf(one) + 1)
  );
}
