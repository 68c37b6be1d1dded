import { isTurn, opensItem } from "./forms.ts";
import { type Line, asks, isProse } from "./lines.ts";
import type { NGrams } from "./ngrams.ts";
import { isCommonWord } from "./words.ts";

/** How a text's lines are set where no wrap is found. */
export interface Layout {
  /** Paragraphs begin with an indent. */
  readonly indented: boolean;
  /** Blank lines are rare: one in the middle of a sentence is a column's or a page's end. */
  readonly breaks: boolean;
}

/** Finds how a text's lines are set. */
export function layoutOf(lines: readonly Line[]): Layout {
  const prose = lines.filter((line) => isProse(line));
  const indents = prose.filter((line) => line.indent >= 1.5).length;
  const blanks = lines.filter((line) => line.blank > 0).length;
  return {
    indented: indents >= 3 && indents * 4 >= prose.length,
    breaks: lines.length >= 5 && blanks * 2 <= lines.length,
  };
}

/** Tells that what is open is more than a headline of one or two lines. */
export function isSentence(open: readonly Line[]): boolean {
  return (
    open.length > 3 ||
    open.some((line, i) => (line.sentences > 0 && !asks(line.text)) || (i > 0 && line.clauses > 0)) ||
    ((open[0]?.clauses ?? 0) > 0 && open.length > 1)
  );
}

/** How strongly a line without an end and the next belong together; headings before prose stay below 3.5. */
export function evidenceOfUnity(
  { open, leads }: { readonly open: readonly Line[]; readonly leads: boolean },
  before: Line,
  line: Line,
  after: Line | undefined,
  layout: Layout,
  grams: NGrams,
): number {
  const text = before.text;
  const sentences = isSentence(open);
  const a = text.charCodeAt(text.length - 2);
  const b = text.charCodeAt(text.length - 1);
  const c = line.text.charCodeAt(0);
  const d = line.text.charCodeAt(1);
  let sum = 0;
  if (sentences) sum += 3.5;
  // 一、认清形势，把面积稳住 is a heading, if no longer than one.
  if (!sentences && isTurn(text)) sum += 2;
  else if (!sentences && opensItem(text)) sum -= text.length <= 24 ? 3 : before.clauses > 0 ? 0 : 2;
  else if (before.clauses > 0) sum += 1;
  // A verse ends in a comma too: its fellow is as long and ends as well.
  const verse = text.length <= 16 && line.closed && Math.abs(line.text.length - text.length) <= 1;
  if (/[，、（(《“‘:,]$/u.test(text)) sum += verse ? 3 : 8;
  else if (unbalanced(text)) sum += 2.5;
  if (breaksFigure(text.slice(-12), line.text.slice(0, 6))) sum += 6;
  if (/[A-Za-z]$/u.test(text) && /^[A-Za-z]/u.test(line.text)) sum += 3;
  if (/(?:上升|下降|增长|减少|回落|达到?|超过?|约|近|共|为|占|计)$/u.test(text) && /^\d/u.test(line.text)) sum += 4;
  if (endsOpen.test(text)) sum += 2;
  if (beginsInside.test(line.text)) sum += 2.5;
  if (opensAsSentence.test(text)) sum += 1;
  // A clause that tells when, or who speaks, opens a sentence; two clauses seldom stand in a heading.
  if (!sentences && before.clauses > 0 && opensWithClause.test(text)) sum += 2;
  if (!sentences && before.clauses > 1) sum += 1.5;
  if (!sentences && inSentences.test(text)) sum += 1;
  if (!sentences && before.commas - before.clauses > 1) sum += 1;
  // `道。`: the rest of a sentence, not one.
  if (line.text.length <= 4 && /[。！？]$/u.test(line.text)) sum += 4;
  // `人，7月当月`: so short a clause begins no paragraph, but for an adverb.
  if (/^\p{Script=Han}[，。；、]/u.test(line.text)) sum += 3;
  else if (/^\p{Script=Han}{2,3}[、。；）”]/u.test(line.text)) sum += 2;
  if (!sentences) sum += Math.min(2.5, (text.match(inClauses)?.length ?? 0) * 0.6);
  // So long a line with clauses in it is no heading.
  if (!sentences && before.clauses > 0 && before.han > 22) sum += before.han > 30 ? 2.5 : 1.5;
  // A word broken in two: where the one character stands elsewhere, the other mostly follows.
  const bound = grams.binding(b, c);
  const within = breaksWord(text.slice(-2), line.text.slice(0, 2));
  sum += Math.max(bound * 3, within);
  if (layout.breaks && line.blank > 0) sum += 1.5;
  // The line itself holds neither, so what is counted stands elsewhere in the article.
  if (grams.triple(a, b, c) > 0 || grams.triple(b, c, d) > 0) sum += 2.5;
  else if (grams.pair(b, c) > 0) sum += 1;
  if (isProse(line) || line.closed) sum += 0.5;
  else if (after !== undefined && line.clauses === 0 && !sentences) sum -= 1;
  if (opensParagraph(line.text)) sum -= 2.5;
  if (layout.indented && line.indent < 1) sum += 2;
  if (!sentences && before.clauses === 0 && before.text.length <= 30) {
    sum -= within > 0 || bound >= 0.8 ? 1.5 : 2.5;
  }
  // Where an article begins, its headline stands.
  if (leads && !sentences && before.clauses <= 1 && text.length <= 36) sum -= 3;
  if (line.blank === 0 && !sentences && before.indent === line.indent && text.length < 26) sum -= 0.5;
  return sum;
}

/** Tells whether a break stands within a figure, a date or before the unit. */
function breaksFigure(before: string, after: string): boolean {
  if (/\d$/u.test(before))
    return /^(?:\d|[年月日时分秒点万亿千百元名起个人条件余多%℃吨米]|公里|[A-Za-z]{1,3}(?![a-z]))/u.test(after);
  // Matches `12时` before `18分`, `312万` before `辆`; must not match `12时` before `记者`.
  if (/\d[年月日时点分]$/u.test(before)) return /^\d{1,2}[月日时分秒点]/u.test(after);
  return (
    /\d[\d.]{0,6}[万亿千]?[余多]?$/u.test(before) &&
    /[万亿千余多]$/u.test(before) &&
    /^(?:[元名起个人条件部台套辆户吨亩次份家张株斤枚件米]|千瓦|公里|平方)/u.test(after)
  );
}

/** How surely a break stands inside a common word: less where it may as well stand between two. */
function breaksWord(before: string, after: string): number {
  if (!isCommonWord(before.slice(-1) + after.slice(0, 1))) return 0;
  const between = Number(isCommonWord(before)) + Number(isCommonWord(after));
  return between === 0 ? 3.5 : between === 1 ? 1.5 : 0;
}

/** `前11个月，`, `同期，`, `有关负责人介绍，`: a sentence has begun. */
const opensWithClause =
  /^(?:(?:今年|去年|前年|同年|上半年|下半年|前?[一二三四1-4]季度|前\d{1,2}个?月|前[一二三四五六七八九十]{1,3}个?月|\d{4}年|\d{1,2}月|截至|截止|同期|其间|期间|此外|另外|同时|目前|近日|日前|近年来|当前|一年来|随着|通过|针对|面对|据|经|在|自|对|为|从|根据|按照|由于|因)[^，]{0,20}，|[^，。]{2,24}(?:表示|介绍|提醒|指出|强调|认为|称|说|透露|获悉|了解到)[，：])/u;
/** Words that headings do without. */
const inSentences = /今天|昨天|日前|近日|目前|共[^同享建治筑商话]|累计|已经|正在|仍|还|的|了/u;

/** Words that sentences hold more of than headings do. */
const inClauses = /[了着过就都也很便却才又再其这那它]|已|正在|可以|如果|由于|因为|以及|或者|并且|因此/gu;

/** Words after which a sentence goes on. */
const endsOpen =
  /(?:侦办|破获|抓获|打掉|捣毁|查处|查获|查扣|缴获|冻结|止付|拦截|挽回|劝阻|返还|下发|发布|印发|提出|召开|举行|取得|实现|完成|公布|涉及|造成|的|和|与|及|或|对|在|把|被|将|向|从|由|为|以|于|并|至|到|使|让|给|是|有|称|该|其|各|等地|通过|根据|按照|进行|实施|开展|组织|接到|共|已|均|约|超|近|达|某|王|李|张)$/u;
/** Words with which no paragraph begins. */
const beginsInside =
  /^(?:\d[\d,.]{0,12}[万亿]?余?(?:[名个起件条张部台处元人%％]|公斤)|[月日时分年](?![初末底中前后来月日年])|[万亿]|[名个起件条张部台处元%％]|某|的|了|着|过|们|等[人地，、]|和|与|及|或者?|以及|者|性|化|率|并(?!购|案)|而(?!且今)|则|也|地[^方区])/u;
/** A line that begins like this is a sentence, not a heading. */
const opensAsSentence =
  /^(?:今年|去年|近日|日前|目前|当前|\d{1,2}月\d{1,2}日|\d{4}年|据|经|随着|为了?|此外|同时|记者|在[^\p{P}]{2,20}，)/u;

/** No headline begins like this. */
export const opensWithTime: RegExp = /^(?:今年|去年|近日|日前|目前|当前|近年来|截至|随着|此外|与此同时|记者)/u;

/** Tells that a line begins like a new paragraph. */
export function opensParagraph(text: string): boolean {
  return /^(?:“?(?:今年|去年|近日|日前|目前|当前|近年来|据|经|随着|为|此外|同时|下一步|其中|记者|针对|在[^，。]{1,12}[，下上中]|截至|自\d|\d{1,2}[:：]\d{2}|\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|一方面|另一方面|另据|与此同时|不仅|图为|同志们|各位|通过|根据|对于?|要|面对|新华社|本报讯)|“)/u.test(
    text,
  );
}

/** Tells that a quotation, title or bracket is open at the end of a text. */
export function unbalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "“" || character === "（" || character === "《" || character === "「") depth++;
    else if (character === "”" || character === "）" || character === "》" || character === "」") depth--;
  }
  return depth > 0;
}
