import { mailHeadsOf } from "../page/mails.ts";
import { runningHeadsOf } from "../page/running-heads.ts";
import { bitsOverBreak } from "./broken-words.ts";
import { endsInSurname, isTurn, opensItem } from "./forms.ts";
import { type Line, asks, isProse } from "./lines.ts";
import type { NGrams } from "./ngrams.ts";
import { rowsOf } from "./rows.ts";
import { versesOf } from "./verses.ts";
import { guarded } from "../../patterns/guarded.ts";

/** How a text's lines are set where no wrap is found. */
export interface Layout {
  /** Paragraphs begin with an indent. */
  readonly indented: boolean;
  /** Paragraphs are indented and lines that go on with them are not. */
  readonly flush: boolean;
  /** Blank lines between paragraphs. */
  readonly gap: number;
  /** The text is of briefs: a headline and a paragraph below it, set apart by blank lines. */
  readonly briefs: boolean;
  /** Lines that go on with the one before, where each clause has a line of its own. */
  readonly clauses: ReadonlySet<Line>;
  /** Lines of verses, each a paragraph of its own. */
  readonly verses: ReadonlySet<Line>;
  /** Rows of a list in columns, days of a chronicle, heads of mails and of pages, each a line of its own. */
  readonly rows: ReadonlySet<Line>;
}

/** Finds how a text's lines are set. */
export function layoutOf(lines: readonly Line[]): Layout {
  const prose = lines.filter((line) => isProse(line) || line.clauses > 0);
  const indents = prose.filter((line) => line.indent >= 1.5).length;
  // After a sentence's end stands what stands between paragraphs.
  const gaps = [0, 0, 0, 0];
  lines.forEach((line, i) => {
    const gap = Math.min(3, line.blank);
    if (i > 0 && lines[i - 1]?.closed === true) gaps[gap] = (gaps[gap] ?? 0) + 1;
  });
  const indented = indents >= 3 && indents * 4 >= prose.length;
  const flush = lines.filter((line, i) => {
    const before = lines[i - 1];
    return line.indent < 1 && before !== undefined && !before.closed && before.clauses > 0;
  }).length;
  return {
    indented,
    flush: indented && flush >= 2,
    gap: gaps.indexOf(Math.max(...gaps)),
    briefs: areBriefs(lines),
    clauses: clausesOf(lines),
    verses: versesOf(lines),
    rows: new Set([
      ...rowsOf(lines),
      ...datesOf(lines),
      ...timesOf(lines),
      ...mailHeadsOf(lines),
      ...runningHeadsOf(lines),
    ]),
  };
}

// Matches `1953年`, `2020年7月`, `7月16日`, `一九五三年`, `同年秋`, `上世纪70年代`; must not match `2020年起`.
const bareDate =
  /^(?:(?:公元前?|民国|上?世纪)?[\d〇零一二三四五六七八九十]{1,4}年(?:代[初中末]?|[春夏秋冬初底末])?(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日|[上中下]旬)?|同年[春夏秋冬]?)$/u;

/** The dates that head the entries of a chronicle: two and more, each behind a sentence's end. */
function datesOf(lines: readonly Line[]): readonly Line[] {
  const dates = lines.filter(
    ({ text }, i) => text.length <= 14 && bareDate.test(text) && (i === 0 || lines[i - 1]?.closed === true || i === 1),
  );
  return dates.length > 1 ? dates : [];
}

const timed = guarded(/^\d{1,2}[:：]\d{2}(?:\s?[—\-～~至]\s?\d{1,2}[:：]\d{2})?\s+\p{Script=Han}/u);

/** Three short lines and more that begin with a time of day: what is done when. */
function timesOf(lines: readonly Line[]): readonly Line[] {
  const times = lines.filter(({ text, closed }) => !closed && text.length <= 40 && timed.test(text));
  return times.length > 2 ? times : [];
}

/** Tells that all lines stand in twos between blank lines: a short one without a mark, and one that ends. */
function areBriefs(lines: readonly Line[]): boolean {
  if (lines.length < 6 || lines.length > 80 || lines.length % 2 > 0) return false;
  return lines.every((line, i) =>
    i % 2 === 0
      ? (i === 0 || line.blank > 0) &&
        !line.closed &&
        line.commas === 0 &&
        line.sentences === 0 &&
        line.text.length <= 30
      : line.blank === 0 && line.closed && isProse(line),
  );
}

/** The lines that go on with the one before where lines break after each clause, between blank lines; no verse's. */
function clausesOf(lines: readonly Line[]): ReadonlySet<Line> {
  const groups: Line[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    if (open === undefined || line.blank > 0) groups.push([line]);
    else open.push(line);
  }
  const broken = groups.filter((group) => group.length > 1 && !isStanza(group));
  const inner = broken.flatMap((group) => group.slice(0, -1));
  const commas = inner.filter(({ text }) => /[，、]$/u.test(text)).length;
  const ended = inner.filter(({ closed }) => closed).length;
  const usual =
    broken.length >= 2 &&
    inner.length >= 6 &&
    inner.length * 2 >= lines.length &&
    commas * 3 >= inner.length &&
    ended > 0 &&
    (commas + ended) * 10 >= inner.length * 8;
  return new Set(usual ? broken.flatMap((group) => group.slice(1)) : []);
}

/** Short lines of about one length. */
function isStanza(group: readonly Line[]): boolean {
  let longest = 0;
  let shortest = Infinity;
  for (const { text } of group) {
    longest = Math.max(longest, text.length);
    shortest = Math.min(shortest, text.length);
  }
  return longest <= 18 && (group.length > 2 ? shortest * 2 > longest : longest - shortest < 2);
}

/** Tells that what is open is more than a headline of one or two lines. */
export function isSentence(open: readonly Line[]): boolean {
  return (
    open.length > 3 ||
    open.some((line, i) => (line.sentences > 0 && !asks(line.text)) || (i > 0 && line.clauses > 0)) ||
    ((open[0]?.clauses ?? 0) > 0 && open.length > 1)
  );
}

/**
 * What speaks for and against one sentence over a break, in the order of `weights`. Heads are told from sentences
 * by their length and words; the line after a break inside a sentence seldom begins as a paragraph does.
 */
function featuresOf(
  { open, leads }: { readonly open: readonly Line[]; readonly leads: boolean },
  before: Line,
  line: Line,
  after: Line | undefined,
  layout: Layout,
  grams: NGrams,
): number[] {
  const text = before.text;
  const next = line.text;
  const a = text.charCodeAt(text.length - 2);
  const b = text.charCodeAt(text.length - 1);
  const c = next.charCodeAt(0);
  const d = next.charCodeAt(1);
  const sentence = isSentence(open);
  const head = sentence ? 0 : 1;
  // A verse ends in a comma too: its fellow is as long and ends as well.
  const verse = text.length <= 16 && line.closed && Math.abs(next.length - text.length) <= 1;
  const comma = /[，、（(《“‘:,]$/u.test(text);
  const item = !isTurn(text) && opensItem(text);
  const clauses = before.clauses;
  return [
    head,
    1 - head,
    comma && !verse ? 1 : 0,
    comma && verse ? 1 : 0,
    !comma && unbalanced(text) ? 1 : 0,
    breaksFigure(text.slice(-12), next.slice(0, 6)) ? 1 : 0,
    /[A-Za-z]$/u.test(text) && /^[A-Za-z]/u.test(next) ? 1 : 0,
    /(?:上升|下降|增长|减少|回落|达到?|超过?|约|近|共|为|占|计)$/u.test(text) && /^\d/u.test(next) ? 1 : 0,
    endsOpen.test(text) ? 1 : 0,
    beginsInside.test(next) ? 1 : 0,
    next.length <= 4 && next.endsWith("。") ? 1 : 0,
    /^\d[\d,.]{0,12}[万亿]?[余多]?(?:[名个起件条张部台处元人%％吨亩]|公斤)/u.test(next) ? 1 : 0,
    /^\p{Script=Han}[，。；、]/u.test(next) ? 1 : 0,
    /^\p{Script=Han}{2,3}[。；）”]/u.test(next) ? 1 : 0,
    /^\p{Script=Han}{2,3}、/u.test(next) ? 1 : 0,
    grams.binding(b, c),
    grams.triple(a, b, c) > 0 || grams.triple(b, c, d) > 0 ? 1 : 0,
    grams.pair(b, c) > 0 ? 1 : 0,
    isProse(line) || line.closed ? 1 : 0,
    !isProse(line) && !line.closed && after !== undefined && line.clauses === 0 ? head : 0,
    opensParagraph(next) ? 1 : 0,
    layout.indented && line.indent < 1 ? 1 : 0,
    line.blank < layout.gap ? 1 : 0,
    line.blank > layout.gap ? 1 : 0,
    // What follows tells a sentence's beginning from a heading.
    opensAsSentence.test(text) ? head : 0,
    clauses > 0 && opensWithClause.test(text) ? head : 0,
    Math.min(3, clauses) * head,
    before.commas - clauses > 1 ? head : 0,
    isTurn(text) ? head : 0,
    item && text.length <= 24 ? head : 0,
    item && text.length > 24 ? head : 0,
    inSentences.test(text) ? head : 0,
    Math.min(4, text.match(inClauses)?.length ?? 0) * head,
    (Math.min(before.han, 40) / 10) * head,
    clauses > 0 && before.han > 22 ? head : 0,
    clauses === 0 && text.length <= 30 ? head : 0,
    /\p{Script=Han}[ \u3000]\p{Script=Han}/u.test(text) ? head : 0,
    /\d/u.test(text) ? head : 0,
    leads && clauses <= 1 && text.length <= 36 ? head : 0,
  ];
}

/**
 * What each sign adds to the logarithm of the odds, in the order of `featuresOf`: set by hand, then fitted to 1,650
 * breaks and headings of articles of our own.
 */
const weights: readonly number[] = [
  -4.2, // a line that may be a heading
  3.5, // a sentence that has begun
  8, // a comma or an opening mark at the end
  3, // the same in what may be a verse
  3.2, // an open quotation or bracket
  6.1, // a figure cut in two
  3, // Latin on both sides
  4, // a figure after 上升 or 约
  3.4, // a word that goes on, at the end
  1.5, // a word that nothing begins with
  4, // `道。`
  2, // `126名`
  0.3, // `人，`
  3.5, // `急促。`
  1.6, // `急促、`
  1.8, // two characters that go together elsewhere
  0.4, // three characters that stand elsewhere
  -0.3, // two characters that stand elsewhere
  2.3, // prose behind
  -1.4, // no prose behind
  -1.8, // a paragraph's beginning behind
  2, // no indent where paragraphs have one
  3.5, // fewer blank lines than between paragraphs
  1.5, // more blank lines
  1, // 今年 at the start
  1.8, // a clause of time or speech at the start
  -0.3, // clauses
  2.2, // an enumeration
  0.7, // a speaker's turn
  -2.2, // a short entry of a list
  -0.8, // a long entry of a list
  0.9, // words of sentences
  0.7, // words of clauses
  1.4, // its length
  1.6, // a long one with clauses
  -1.9, // a short one without
  -1.6, // two parts set apart by a space
  1.7, // a figure within
  -5.4, // a headline's place
];

/** What speaks for one sentence over a break, but for what the words at it tell, as the logarithm of its odds. */
export function oddsOver(
  open: { readonly open: readonly Line[]; readonly leads: boolean },
  before: Line,
  line: Line,
  after: Line | undefined,
  layout: Layout,
  grams: NGrams,
): number {
  const features = featuresOf(open, before, line, after, layout, grams);
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += (features[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}

/** Tells whether two lines over whose break the odds are such belong together, at the odds that are needed. */
export function belongTogether(before: Line, line: Line, odds: number, needed: number): boolean {
  if (odds >= needed || odds + mostOfWord < needed) return odds >= needed;
  return odds + breaksWord(before.text, line.text) >= needed;
}

/**
 * Tells beyond doubt that a sentence goes on in the next line, whatever each half looks like: it holds a clause, and
 * the next begins as no line does, `…凡是让你先掏钱` | `的兼职，都是诈骗`, or with the rest of a word.
 */
export function isCutSentence(before: Line, line: Line): boolean {
  if (before.marked || line.marked || (line.clauses + line.sentences === 0 && !line.closed)) return false;
  if (/[？！]——$/u.test(before.text)) return true;
  if (before.commas === 0 || before.han < 12) return false;
  // `…低声说“我好像被骗了”` | `，请先递上一杯水`
  if (/^[，、；]/u.test(line.text)) return !/[。！？；：，]$/u.test(before.text);
  if (before.closed) return false;
  if (/[“‘（《「『]$/u.test(before.text) || neverFirst.test(line.text) || neverLast.test(before.text)) return true;
  if (before.clauses === 0) return false;
  return bitsOverBreak(before.text, line.text) > 8;
}

// Matches `的兼职`, `了三天`; must not match `的士`, `的确`, `了解`.
const neverFirst = /^(?:[，。、；：！？”’）》」』]|的(?![士确])|们|了(?![解结却断然望得]|不起))/u;

// No line but a piece of a sentence ends so: matches `广告发布者应当`, `颗粒日均`; must not match `平均`, `大约`.
const neverLast =
  /(?:应当|应该|必须|可以|能够|不得|[日月年人]均|分别|以及|或者|并且|因为|由于|如果|虽然|但是|而且|通过|根据|按照|关于|对于|随着|为了|达到|超过|高达|共计|累计|只要|只有|还要|就要|即使|哪怕|无论|不论|不管|把|被|将|向|从|由|以|于|在|和|与|及|或|对|的)$/u;

/** Tells whether a break stands within a figure, a date or before the unit. */
function breaksFigure(before: string, after: string): boolean {
  if (/\d$/u.test(before))
    return /^(?:\d|[年月日时分秒点万亿千百元名起个人条件余多%℃吨米段座只头]|公里|[A-Za-z]{1,3}(?![a-z]))/u.test(after);
  // Matches `长210.` before `5米`.
  if (/\d[.．:：]$/u.test(before)) return /^\d/u.test(after);
  // Matches `12时` before `18分`, `312万` before `辆`; must not match `12时` before `记者`.
  if (/\d[年月日时点分]$/u.test(before)) return /^\d{1,2}[月日时分秒点]/u.test(after);
  return (
    /\d[\d.]{0,6}[万亿千]?[余多]?$/u.test(before) &&
    /[万亿千余多]$/u.test(before) &&
    /^(?:[元名起个人条件部台套辆户吨亩次份家张株斤枚件米]|千瓦|公里|平方)/u.test(after)
  );
}

/** How surely a break stands inside a word: of breaks within sentences four in ten do, of those after a heading none. */
function breaksWord(before: string, after: string): number {
  if (endsInSurname(before)) return 4;
  const bits = bitsOverBreak(before, after);
  return bits > 8 ? mostOfWord : bits > 4 ? 5.5 : bits > 2 ? 2 : 0;
}

const mostOfWord = 6.6;

/** Tells whether a break stands inside a word beyond doubt. */
export function cutsWord(before: string, after: string): boolean {
  return bitsOverBreak(before, after) > 4;
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
  /(?:侦办|破获|抓获|打掉|捣毁|查处|查获|查扣|缴获|冻结|止付|拦截|挽回|劝阻|返还|下发|发布|印发|提出|召开|举行|取得|实现|完成|公布|涉及|造成|的|和|与|及|或|对|在|把|被|将|向|从|由|为|以|于|并|至|到|使|让|给|是|有|称|该|其|各|等地|通过|根据|按照|进行|实施|开展|组织|接到|共|已|均|约|超|近|达|某|王|李|张|今年|去年|当年|目前|此前|随后|随即|当即|当场|先后|分别|陆续|已经|正在|即将|还会|可以|可能|应当|应该|必须|能够|不[能会仅但是]|而是|就是|只是|还是|都是|也是|但|而|(?<![冷退忘了])却|(?<![人天英口刚])才|(?<![成造])就|也|很|不|未|仍|曾|每|这|那|(?<!第)一[个名位些种]|这[个些种样]|那[个些种样]|因为|由于|如果|只要|只有|即使|虽然|尽管|无论|除了|关于|对于|经过|围绕|为了|随着|依[照据]|沿着|有关部门|属于|具有|受到|得到|收到|遭到|听到|感到|来到|回到)$/u;
/** Words with which no paragraph begins. */
const beginsInside =
  /^(?:\d[\d,.]{0,12}[万亿]?余?(?:[名个起件条张部台处元人%％]|公斤)|[月日时分年](?![初末底中前后来月日年])|[万亿]|[名个起件条张部台处元%％]|某|的|了|着|过|们|等(?:[人地，、。]|方面|环节|领域|部门|单位|问题|内容|措施|工作|情况|因素|行为|形式|方式|渠道)|和|与|及|或者?|以及|者|性|化|率|并(?!购|案)|而(?!且今)|则|也|地[^方区])/u;
/** A line that begins like this is a sentence, not a heading. */
const opensAsSentence =
  /^(?:今年|去年|近日|日前|目前|当前|\d{1,2}月\d{1,2}日|\d{4}年|据|经|随着|为了?|此外|同时|记者|在[^\p{P}]{2,20}，)/u;

/** No headline begins like this. */
export const opensWithTime: RegExp = /^(?:今年|去年|近日|日前|目前|当前|近年来|截至|随着|此外|与此同时|记者)/u;

/** Tells that a line begins like a new paragraph. */
export function opensParagraph(text: string): boolean {
  return /^(?:“?(?:今年|去年|近日|日前|目前|当前|近年来|据|经|随着|为|此外|同时|下一步|其中|记者|针对|在[^，。]{1,12}[，下上中]|截至|自\d|\d{1,2}[:：]\d{2}|\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|一方面|另一方面|另据|与此同时|不仅|图为|同志们|各位|通过|根据|对于?|要|面对|新华社|本报讯|(?:有关|相关|该|省|市|县|区)?\p{Script=Han}{0,8}(?:负责人|发言人|专家)(?:表示|介绍|提醒|认为|说|指出))|“)/u.test(
    text,
  );
}

/** How much a sentence's first words speak for a new paragraph: the logarithm of how much oftener one begins so. */
export function beginning(text: string): number {
  if (/^[〔【（(]?(?:本报|新华社|[问答]：)/u.test(text)) return 4;
  if (/^(?:他说|她说|他们|她们|他|她|它|其)(?!其|山)/u.test(text)) return -2.5;
  if (/^据(?!此|说)/u.test(text)) return 2.3;
  if (
    /^(?:这|那|该|此[^外前次]|但|而|也|还|于是|因此|所以|结果|然而|不过|可是?|却|随即|接着|同样|甚至|如果|只[有要]|即使|哪怕|因为|有的|再|又|[一二三四]是|对方|当时|为此|至于|不料|谁知|就|才|则|并|且|一位|要|对)/u.test(
      text,
    )
  )
    return -1;
  if (text.startsWith("在")) return 1.2;
  return /^[“\d]/u.test(text) ? 0.7 : opensParagraph(text) ? 0.5 : -0.1;
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
