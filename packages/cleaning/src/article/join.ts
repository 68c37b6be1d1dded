import { type Line, isProse } from "./lines.ts";
import { type NGrams, ngramsOf } from "./ngrams.ts";
import { isCommonWord } from "./words.ts";

/** One line of the clean text: the lines of the source that make it up. */
export interface Paragraph {
  readonly lines: readonly Line[];
  readonly kind: "prose" | "heading" | "byline" | "row" | "other";
  /** What stands between its lines: nothing, but a space between Latin words. */
  readonly text: string;
}

/** Joins the lines that a narrow column, a page's end or a hard wrap broke; a paragraph is one line. */
export function joinLines(lines: readonly Line[]): Paragraph[] {
  const layout = layoutOf(lines);
  const grams = ngramsOf(lines);
  const paragraphs: Line[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const open = paragraphs.at(-1);
    if (before !== undefined && open !== undefined && continues(open, before, line, lines[i + 1], layout, grams))
      open.push(line);
    else paragraphs.push([line]);
  });
  const kinds = paragraphs.map((group, i) => kindOf(group, paragraphs, i));
  return paragraphs.map((group, i) => ({ lines: group, kind: kinds[i] ?? "other", text: textOf(group) }));
}

/** What stands between two lines of one paragraph. */
export function joint(before: string, after: string): string {
  const end = before.slice(-8);
  const start = after.slice(0, 8);
  const words = /[A-Za-z\d,.;:!?)]$/u.test(end) && /^[A-Za-z\d(]/u.test(start);
  return words && /[A-Za-z]/u.test(end + start) ? " " : "";
}

function textOf(lines: readonly Line[]): string {
  const parts: string[] = [];
  for (const [i, line] of lines.entries())
    parts.push(i === 0 ? "" : joint(lines[i - 1]?.text ?? "", line.text), line.text);
  return parts.join("");
}

interface Layout {
  /** The width of hard-wrapped lines in code units, or null. */
  readonly wrap: number | null;
  /** Paragraphs begin with an indent. */
  readonly indented: boolean;
  /** Lines are set apart by blank lines where they are paragraphs, not everywhere. */
  readonly spaced: boolean;
  /** Blank lines are rare: one in the middle of a sentence is a column's or a page's end. */
  readonly breaks: boolean;
}

function layoutOf(lines: readonly Line[]): Layout {
  const open = lines.filter((line) => !line.closed && line.text.length >= 12);
  let wrap: number | null = null;
  if (open.length >= 3 && open.length * 3 >= lines.length) {
    const widths = open.map((line) => line.text.length).sort((a, b) => a - b);
    const width = widths[Math.floor(widths.length * 0.6)] ?? 0;
    const near = widths.filter((one) => Math.abs(one - width) <= Math.max(3, width * 0.12)).length;
    const longer = lines.filter((line) => line.text.length > width * 1.4).length;
    // Three lines are few: they must be of one width, and one must hold a clause.
    const sure = open.length >= 4 || (near === open.length && width >= 15 && open.some((line) => line.clauses > 0));
    if (sure && near * 2 >= open.length && longer * 8 <= lines.length) wrap = width;
  }
  const prose = lines.filter((line) => isProse(line));
  const indents = prose.filter((line) => line.indent >= 1.5).length;
  const blanks = lines.filter((line) => line.blank > 0).length;
  // Blank lines in mid-sentence are how the lines were broken, and tell no paragraphs apart.
  const midway = lines.filter((line, i) => line.blank > 0 && isFragment(lines[i - 1])).length;
  return {
    wrap,
    indented: indents >= 3 && indents * 4 >= prose.length,
    spaced: blanks >= 2 && blanks * 10 < lines.length * 8 && midway * 3 < blanks,
    breaks: lines.length >= 5 && blanks * 2 <= lines.length,
  };
}

/** A line with clauses that has no end. */
function isFragment(line: Line | undefined): boolean {
  return line !== undefined && !line.closed && line.clauses > 0 && line.text.length >= 12;
}

/** Tells whether a line goes on with the paragraph that is open. */
function continues(
  open: readonly Line[],
  before: Line,
  line: Line,
  after: Line | undefined,
  layout: Layout,
  grams: NGrams,
): boolean {
  if (before.marked || line.marked || isRow(before.text) || isRow(line.text)) return false;
  if (line.fresh && layout.wrap === null && !runsOver(before, line)) return false;
  if (opensItem(line.text) || isByline(line.text) || isByline(before.text) || isNote(line.text) || isNote(before.text))
    return false;
  if (layout.indented && line.indent >= 1.5) return false;
  // ，。” can never begin a line of its own.
  if (/^[，。、；：！？”’）》」』…]/u.test(line.text) && !/^[”’「『]?$/u.test(line.text))
    return !/[。！？；：]$/u.test(before.text) || /^[”’）》」』…]/u.test(line.text);
  const full = layout.wrap !== null && before.text.length >= layout.wrap - 4 && before.text.length <= layout.wrap * 1.4;
  if (before.closed) {
    if (hangs(before.text)) return !opensParagraph(line.text) || full;
    if (full && before.text.endsWith("；") && !hasBreak(line, layout)) return true;
    // A full line that happens to end a sentence: only indents or blank lines tell paragraphs apart.
    return full && !hasBreak(line, layout) && (layout.indented || layout.spaced) && open.length > 0;
  }
  const runsOn = full && !hasBreak(line, layout);
  // The last characters of a wrapped headline.
  if (runsOn && line.han <= 3 && line.text.length <= 4) return true;
  if (runsOn && !isHeadingLike(before, line, open) && !mayBeHeading(before, open)) return true;
  if (full && layout.indented && line.indent < 1) return true;
  const wrapped = runsOn ? (opensWithTime.test(before.text) ? 5.5 : 3) : 0;
  return evidence(open, before, line, after, layout, grams) + wrapped >= 3.5;
}

/** Tells whether a sentence can go on in the next block of a page's markup: a caption or a time of day does not. */
function runsOver(before: Line, line: Line): boolean {
  if (/[，、“‘（《]$/u.test(before.text) || /^[，。、；：！？”’）》」』]/u.test(line.text)) return true;
  return !before.closed && before.clauses > 0 && before.han >= 12 && !/(?:摄|供图|制图|绘|讯|电)$/u.test(before.text);
}

function hasBreak(line: Line, layout: Layout): boolean {
  return (layout.indented && line.indent >= 1.5) || (layout.spaced && line.blank > 0);
}

function isHeadingLike(before: Line, line: Line, open: readonly Line[]): boolean {
  return (
    open.length === 1 && before.sentences === 0 && before.clauses === 0 && before.text.length < line.text.length * 0.7
  );
}

/** Tells that what is open is more than a headline of one or two lines. */
function isSentence(open: readonly Line[]): boolean {
  return (
    open.length > 3 ||
    open.some((line, i) => line.sentences > 0 || (i > 0 && line.clauses > 0)) ||
    ((open[0]?.clauses ?? 0) > 0 && open.length > 1)
  );
}

/** A headline can be as wide as a full line by chance: it has no clause, and nothing in it is open. */
function mayBeHeading(before: Line, open: readonly Line[]): boolean {
  const { text } = before;
  return (
    !isSentence(open) &&
    !turn.test(text) &&
    before.clauses === 0 &&
    text.length <= 30 &&
    !unbalanced(text) &&
    !endsOpen.test(text)
  );
}

/** How strongly a line without an end and the next belong together; headings before prose stay below 3.5. */
function evidence(
  open: readonly Line[],
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
  if (before.clauses > 0) sum += 1;
  else if (!sentences && opensItem(text)) sum -= 2;
  if (/[，、（(《“‘:,]$/u.test(text)) sum += 4;
  else if (unbalanced(text)) sum += 2.5;
  if (/\d$/u.test(text) && /^(?:\d|[年月日时分万亿元名起个人条件余多%])/u.test(line.text)) sum += 4;
  if (/(?:上升|下降|增长|减少|回落|达到?|超过?|约|近|共|为|占|计)$/u.test(text) && /^\d/u.test(line.text)) sum += 4;
  if (endsOpen.test(text)) sum += 2;
  if (beginsInside.test(line.text)) sum += 2.5;
  if (opensAsSentence.test(text)) sum += 1;
  // A clause that tells when, or who speaks, opens a sentence; two clauses seldom stand in a heading.
  if (!sentences && before.clauses > 0 && opensWithClause.test(text)) sum += 2;
  if (!sentences && before.clauses > 1) sum += 1.5;
  if (!sentences && inSentences.test(text)) sum += 1;
  // `人，7月当月`: so short a clause begins no paragraph.
  if (/^\p{Script=Han}[，。；、]/u.test(line.text)) sum += 3;
  // So long a line with clauses in it is no heading.
  if (!sentences && before.clauses > 0 && before.han > 30) sum += 1.5;
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
  if (!sentences && before.clauses === 0 && before.text.length <= 30) sum -= within > 0 || bound >= 0.8 ? 1.5 : 2.5;
  if (layout.wrap === null && line.blank === 0 && !sentences && before.indent === line.indent && text.length < 26)
    sum -= 0.5;
  return sum;
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
const opensWithTime = /^(?:今年|去年|近日|日前|目前|当前|近年来|截至|随着|此外|与此同时|记者)/u;

function opensParagraph(text: string): boolean {
  return /^(?:“?(?:今年|去年|近日|日前|目前|当前|近年来|据|经|随着|为|此外|同时|下一步|其中|记者|针对|在[^，。]{1,12}[，下上中]|截至|自\d|\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|一方面|另一方面|另据|与此同时|不仅|通过|根据|对于?|要|面对|新华社|本报讯)|“)/u.test(
    text,
  );
}

/** Ends in a mark that does not end a sentence: a colon or dash before its list stays apart, a lone quotation hangs. */
function hangs(text: string): boolean {
  return /[“‘（《「『]$/u.test(text);
}

function unbalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "“" || character === "（" || character === "《" || character === "「") depth++;
    else if (character === "”" || character === "）" || character === "》" || character === "」") depth--;
  }
  return depth > 0;
}

function isRow(text: string): boolean {
  return text.includes("\t") || text.split(/ {3,}/u).length >= 3;
}

// Matches `某某网记者：`, `有关负责人：`; must not match `负责人表示：`.
const turn =
  /^[\p{Script=Han}“”·]{0,14}(?:记者|负责人|发言人|主持人|主任|[厅部局处院所校队]长|民警|专家|律师|代表|委员)[问答]?：/u;

/** Begins an entry of a list, a question, or a speaker's turn. */
function opensItem(text: string): boolean {
  if (turn.test(text)) return true;
  // Matches `一、某`, `（二）某`, `3.某`, `①`, `● 某`, `记者：`, `看点一：`; must not match `3.1万`, `一是`.
  return /^(?:第?[一二三四五六七八九十百]{1,4}[、．章节条]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、)）](?!\d)|[①-⑳❶-❿]|[●•·■◆▪○□▲★※◎→-]\s?|——|【|[\p{Script=Han}]{2,4}：|[\p{Script=Han}]{2}[一二三四五六七八九十]:)/u.test(
    text,
  );
}

/** A line that says who wrote: 本报记者 某某 通讯员 某某. */
export function isByline(text: string): boolean {
  if (text.length > 60 || /[。；，]/u.test(text.slice(0, -1))) return false;
  // Matches `□新华社记者 甲 乙`, `本报记者●某某`, `文/某某`; must not match `记者：当前情况如何？`, `记者从公安局了解到`.
  return (
    /^[□■●○◎◇◆▲△☐（(\s]{0,3}(?:(?:本报|本刊|本网|本台|新华社|人民网|中新社|中新网|央视|光明网|见习|实习|特约|全媒体|融媒体|驻\p{Script=Han}{1,6}|\p{Script=Han}{2,8}(?:报|网|社|台|日报|晚报))?\s?){0,3}(?:全媒体|首席|见习|特约|实习)?(?:记者|通讯员|特约记者|评论员)[\s●·•:：/丨　](?!.*[？?])\S/u.test(
      text,
    ) || /^(?:文|图|文图|图文|撰文|作者|供稿|摄影)\s?[/／|丨:：]\s?[\p{Script=Han}\s、]{2,20}$/u.test(text)
  );
}

/** Tells that a line is a dateline or a source note of its own. */
export function isNote(text: string): boolean {
  // Matches `据新华社北京1月2日电`, `（原载某报）`, `（完）`, `2023年1月2日`; must not match `据统计，`.
  return (
    text.length <= 40 &&
    (/^[（(]?(?:据|新华社|人民网|中新社|中新网|央视网?|本报|本网)[^，。]{0,24}(?:电|讯)[）)]?$/u.test(text) ||
      /^[（(]?据?[\p{Script=Han}]{2,16}\d{1,2}月\d{1,2}日(?:电|讯)[）)]?$/u.test(text) ||
      /^[（(](?:原载|来源|摘自|转自|选自|据)[^（()）]{1,24}[）)]$/u.test(text) ||
      /^[（(]完[）)]$/u.test(text) ||
      /^[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]?$/u.test(text) ||
      /^[（(]?[一二][〇○零九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?[）)]?$/u.test(
        text,
      ) ||
      /^[（(]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[）)]?$/u.test(text))
  );
}

function kindOf(group: readonly Line[], all: readonly (readonly Line[])[], i: number): Paragraph["kind"] {
  const [first] = group;
  if (first === undefined) return "other";
  const { text } = first;
  if (isByline(text)) return "byline";
  if (group.length === 1 && isRow(text)) return "row";
  if (first.marked) return "heading";
  if (group.length > 1 || isProse(first)) {
    if (group.length > 1 || first.sentences > 0 || first.closed) return "prose";
  }
  if (isNote(text)) return "other";
  const next = all[i + 1]?.[0];
  const heads = first.han >= 4 && text.length <= 60 && first.sentences === 0 && !/[。；，：:、…—]$|：.*？$/u.test(text);
  // What no prose follows is a signature or a caption.
  const leads = all.slice(i + 1, i + 4).some(([line]) => line !== undefined && isProse(line));
  return heads && next !== undefined && leads && first.han * 2 > text.length - 8 ? "heading" : "other";
}
