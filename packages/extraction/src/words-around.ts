import type { Span } from "@jianbao/model";
import type { Figure } from "./figure.ts";
import type { Hit } from "./lexicon.ts";
import { isGiven } from "./meaning.ts";
import { Pattern } from "./pattern.ts";
import { between, clauseEndOf, type View } from "./reading.ts";

/** The clause-wide regions whose words a figure may take: to its left and to its right. */
export function regionsOf(
  view: View,
  hits: readonly Hit[],
  figure: Figure,
  clauseStart: number,
  clauseEnd: number,
  from: number,
): { left: Span; right: Span } {
  const { reading, figures } = view;
  const { text } = reading;
  let start = from;
  if (from > clauseStart) {
    // After another figure of the clause: its own nouns end at the first mark.
    const mark = /[、和及并]/u.exec(text.slice(from, figure.prefixStart));
    const hasVerb =
      mark !== null && between(hits, { start: from, end: from + mark.index }).some(({ use }) => use.verbs.length > 0);
    if (mark !== null && !hasVerb) start = from + mark.index + 1;
  }
  // 先后赴8个国家开展执法合作21次: where is no other statement.
  const where = figures.findLast((other) => other.end <= figure.start && other.start >= clauseStart);
  // 破获12个省份发生的案件451起: where they were is none either.
  if (
    (where?.unit === "country" || where?.unit === "area") &&
    !/[，,、；;]/u.test(text.slice(where.end, figure.prefixStart))
  )
    start = clauseStart;
  // 加强网站整治等9项措施: what 等 sums up is not what is counted.
  if (text[figure.prefixStart - 1] === "等" && figure.unit !== "person") start = figure.prefixStart;
  const next = figures.find((other) => other.start > figure.start && other.start < clauseEnd);
  let end = next?.prefixStart ?? clauseEnd;
  const after = text.slice(figure.end, end);
  const stop =
    next === undefined ? /^[、和及与并]|并(?=[\p{Script=Han}]{2})/u.exec(after) : /[、]|^[和及与并]|并|和/u.exec(after);
  if (stop !== null) end = figure.end + stop.index;
  // 破获案件20万起 劝阻受害人: a headline has a space for a mark.
  const gap = /\s(?=\p{Script=Han})/u.exec(text.slice(figure.end, end));
  if (gap !== null && between(hits, { start, end: figure.prefixStart }).some(({ use }) => use.verbs.length > 0))
    end = figure.end + gap.index;
  // 先后21次赴甲、乙等10国开展执法合作: times are of the whole deed.
  if (figure.unit === "time" && !/^[、，]/u.test(text.slice(figure.end, clauseEnd)))
    end = journeyEnd(view, figure, clauseEnd);
  return { left: { start, end: figure.prefixStart }, right: { start: figure.unitStart, end } };
}

/** 先后64次组织多地公安机关，赴境外开展打击: those who are sent go in the next clause. */
function journeyEnd({ reading, sentence }: View, figure: Figure, clauseEnd: number): number {
  const sent = /^(?:组织|派|会同|抽调|指挥|带领|选派|联合)[^，,]{2,30}[，,](?=[赴到]|前往|分赴|远赴)/u.exec(
    reading.text.slice(figure.end, clauseEnd + 4),
  );
  return sent === null ? clauseEnd : clauseEndOf(sentence, figure.end + sent[0].length);
}

/** The words after a level; 将抓获的210名嫌疑人，通过包机移交我方: up to the deed that was done to them. */
export function rightOf({ reading, sentence, figures }: View, hits: readonly Hit[], figure: Figure, span: Span): Hit[] {
  const right = between(hits, span);
  if (right.some(({ use }) => use.verbs.length > 0) || !isGiven(reading.text, figure.prefixStart)) return right;
  const next = figures.find(({ start }) => start > figure.start);
  return between(hits, { start: span.start, end: next?.prefixStart ?? sentence.end });
}

/** 将40名嫌疑人（大陆35名、台湾5名）全部押解回国: the words past the brackets that part them; none elsewhere. */
export function pastBrackets(
  { reading, figures }: View,
  hits: readonly Hit[],
  figure: Figure,
  clauseEnd: number,
): Hit[] {
  const brackets = inBrackets.matchIn(reading.text, figure.end, clauseEnd);
  if (brackets === null) return [];
  const start = figure.end + brackets[0].length;
  const next = figures.find((other) => other.start >= start);
  return between(hits, { start, end: Math.min(clauseEnd, next?.prefixStart ?? clauseEnd) });
}

const inBrackets = new Pattern(/^[\p{Script=Han}]{0,12}[（(][^（）()。]{2,40}[）)](?=\p{Script=Han})/u);
