import {
  type Layout,
  beginning,
  belongTogether,
  cutsWord,
  isCutSentence,
  isSentence,
  layoutOf,
  oddsOver,
  opensParagraph,
  opensWithTime,
  unbalanced,
} from "./evidence.ts";
import {
  creditIn,
  endsArticle,
  isDay,
  isByline,
  isVisited,
  isNote,
  isRow,
  isTurn,
  isAuthor,
  isOffice,
  isOutletName,
  namesPeople,
  opensEntry,
  opensItem,
  opensWithDateline,
} from "./forms.ts";
import { isDateLine } from "../facts/published.ts";
import { isChannel, mastheadOf } from "../page/mastheads.ts";
import { type Line, asks, isProse, lineOf } from "./lines.ts";
import { type Measure, endsSentence, isFull, isNearlyFull, measuresOf } from "./measure.ts";
import { type NGrams, ngramsOf } from "./ngrams.ts";
import { isProgramme } from "./rows.ts";
import { guarded } from "../../patterns/guarded.ts";
import { remembered } from "../../patterns/known.ts";
import type { Paragraph } from "./paragraph.ts";

/**
 * Joins the lines that a narrow column, a page's end or a hard wrap broke; a paragraph is one line.
 * An article may begin at a line of `seams`.
 */
export function joinLines(
  lines: readonly Line[],
  seams: ReadonlySet<Line> = new Set(),
  setting: Setting = settingOf(lines),
): Paragraph[] {
  const paragraphs = groupsOf(lines, enough, seams, setting);
  const kinds = paragraphs.map((group, i) => {
    const first = group[0] !== undefined && seams.has(group[0]);
    if (group[0] !== undefined && setting.layout.rows.has(group[0]) && /[ \u3000]/u.test(group[0].text)) return "row";
    return kindOf(group, paragraphs, i, first || leads(paragraphs.slice(Math.max(0, i - 1), i + 1)));
  });
  return paragraphs.map((group, i) => ({ lines: group, kind: kinds[i] ?? "other", text: textOf(group) }));
}

/**
 * Reads lines that surely belong together as one, so that each can be judged by the whole sentence that it is of:
 * `with` gives for each line the number of its whole. Their text has no breaks; their span takes them in.
 */
export function wholesOf(
  lines: readonly Line[],
  setting: Setting = settingOf(lines),
): {
  readonly wholes: readonly Line[];
  readonly with: readonly number[];
  /** The lines that are pieces of a sentence, whatever they say by themselves. */
  readonly pieces: ReadonlySet<Line>;
} {
  const groups = groupsOf(lines, enough + 2, new Set(), setting);
  return {
    wholes: groups.map((group) => wholeOf(group)),
    with: groups.flatMap((group, i) => group.map(() => i)),
    pieces: new Set([
      ...clausesIn(groups, setting.layout.clauses),
      ...wrappedIn(groups, setting.measures),
      ...halvesIn(groups, setting.measures),
    ]),
  };
}

/**
 * The halves of sentences that a break cut beyond doubt. What stands in mid-sentence itself is none: an advertisement
 * between two halves would be taken for the first.
 */
function halvesIn(groups: readonly (readonly Line[])[], measures: readonly (Measure | null)[]): Line[] {
  let at = 0;
  return groups.flatMap((group, i) => {
    const [first, second] = group;
    const wrapped = measures[at + 1] ?? null;
    at += group.length;
    if (first === undefined || second === undefined) return [];
    if (isLoneRest(first, second)) return [first, second];
    const behind = groups[i - 1]?.at(-1)?.closed !== false;
    // Of a wrapped text the measure tells which lines are pieces.
    return wrapped === null && behind && isCutSentence(first, second) ? [first, second] : [];
  });
}

/** Of lines that hold a clause each those that end in a comma or stand behind one. */
function clausesIn(groups: readonly (readonly Line[])[], follow: ReadonlySet<Line>): ReadonlySet<Line> {
  if (follow.size === 0) return follow;
  return new Set(
    groups.flatMap((group) =>
      group.filter((line, i) => {
        const before = group[i - 1];
        const after = group[i + 1];
        return (
          (before !== undefined && follow.has(line) && endsClause(before)) ||
          (after !== undefined && follow.has(after) && endsClause(line))
        );
      }),
    ),
  );
}

/**
 * Of a wrapped paragraph the lines that fill their measure, and those between a full line that ends in mid-sentence
 * and a full stop: an advertisement set into a paragraph is hardly ever as wide as its lines.
 */
function wrappedIn(groups: readonly (readonly Line[])[], measures: readonly (Measure | null)[]): Line[] {
  const characters = commonLength(groups.flat().filter((_line, i) => measures[i] !== null));
  const fills = (line: Line, next: Line, measure: Measure): boolean =>
    isFull(line, next, measure) || line.indent + line.text.length === characters;
  let at = -1;
  return groups.flatMap((group) =>
    group.filter((line, i) => {
      const measure = measures[++at] ?? null;
      if (measure === null) return false;
      const before = group[i - 1];
      const after = group[i + 1];
      if (after !== undefined) return fills(line, after, measure);
      return before !== undefined && fills(before, line, measure) && !before.closed && line.text.endsWith("。");
    }),
  );
}

/** The commonest length of lines that were cut after so many characters, figures counted like Chinese; else 0. */
function commonLength(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { indent, text } of lines) counts.set(indent + text.length, (counts.get(indent + text.length) ?? 0) + 1);
  const [length = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return count * 2 > lines.length ? length : 0;
}

function endsClause({ text }: Line): boolean {
  return /[，、]$/u.test(text);
}

function wholeOf(group: readonly Line[]): Line {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("a paragraph has no lines");
  if (group.length === 1) return first;
  const text = textOf(group);
  return { ...lineOf(text, first), end: last.end, blank: first.blank, indent: first.indent, marked: first.marked };
}

/** What lines tell of how they are set, and of their language. */
export interface Setting {
  readonly layout: Layout;
  readonly measures: readonly (Measure | null)[];
  readonly grams: NGrams;
  /** What was found of the breaks before lines: what belongs together is asked twice, with more and with less at stake. */
  readonly weighed: Map<Line, WeighedBreak>;
}

/** What speaks for one sentence over a break, and the lines that were asked: those of the open paragraph, and the next. */
interface WeighedBreak {
  readonly from: Line | undefined;
  readonly count: number;
  readonly after: Line | undefined;
  readonly leads: boolean;
  readonly odds: number;
}

/** Looks at lines once, for all that is asked of their breaks. */
export function settingOf(lines: readonly Line[]): Setting {
  return { layout: layoutOf(lines), measures: measuresOf(lines), grams: ngramsOf(lines), weighed: new Map() };
}

function groupsOf(
  lines: readonly Line[],
  threshold: number,
  seams: ReadonlySet<Line>,
  { layout, measures, grams, weighed }: Setting,
): Line[][] {
  const paragraphs: Line[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const open = paragraphs.at(-1);
    if (before !== undefined && open !== undefined) {
      const measure = measures[i] === measures[i - 1] ? (measures[i] ?? null) : null;
      if (measure === null && isPlainEnd(before, line, layout)) {
        paragraphs.push([line]);
        return;
      }
      const verse = inVerse(paragraphs);
      const first = leads(paragraphs) || (open[0] !== undefined && seams.has(open[0]));
      const needed = seams.has(line) ? threshold + 3 : threshold;
      const place = {
        open,
        before,
        above: paragraphs.at(-2)?.at(-1),
        line,
        after: lines[i + 1],
        layout,
        grams,
        weighed,
        leads: first,
        threshold: verse ? needed + 3 : needed,
      };
      if (measure === null ? continues(place) : continuesWrapped(place, measure)) {
        open.push(line);
        return;
      }
    }
    paragraphs.push([line]);
  });
  return paragraphs;
}

const inMidSentence = guarded(/^[，。、；：！？”’）》」』…—]/u);

/**
 * Most breaks: a sentence has ended, and the next line does not begin as no line does. Nothing that `continues` asks
 * joins these, but for the settings named here; it is spared them.
 */
function isPlainEnd(before: Line, line: Line, layout: Layout): boolean {
  const { text } = before;
  return (
    before.closed &&
    (text.endsWith("。") || text.endsWith("！") || text.endsWith("？")) &&
    !layout.flush &&
    !layout.clauses.has(line) &&
    !inMidSentence.test(line.text)
  );
}

/** What stands between two lines of one paragraph: a space between Latin words, else nothing. */
export function joint(before: string, after: string): string {
  // Matches `Super` and `Chat`, `iPhone` and `15`, `end.` and `We`; must not match `T` and `3`, `5` and `G`.
  const ends = /(?:[A-Za-z\d]{2}|[A-Za-z][,.;:!?)])$/u.test(before.slice(-8));
  if (!ends || !/^[A-Za-z\d(]/u.test(after)) return "";
  const letters = /[A-Za-z][,.;:!?)]?$/u.test(before.slice(-3));
  return letters && (/^[A-Za-z(]/u.test(after) || !/(?<![A-Za-z])[A-Z]{1,2}$/u.test(before.slice(-4))) ? " " : "";
}

function textOf(lines: readonly Line[]): string {
  const parts: string[] = [];
  for (const [i, line] of lines.entries())
    parts.push(i === 0 ? "" : joint(lines[i - 1]?.text ?? "", line.text), line.text);
  return parts.join("");
}

/** A break between two lines, with all that it is judged by. */
interface Break {
  /** The lines of the paragraph that is open; `before` is its last. */
  readonly open: readonly Line[];
  readonly before: Line;
  /** The last line of the paragraph before the open one. */
  readonly above: Line | undefined;
  readonly line: Line;
  readonly after: Line | undefined;
  readonly layout: Layout;
  readonly grams: NGrams;
  readonly weighed: Setting["weighed"];
  /** The open paragraph is the first of the file, or follows the last note of an article. */
  readonly leads: boolean;
  /** How much evidence joins two lines. */
  readonly threshold: number;
}

/** How much evidence joins two lines, unless more is asked for: at these odds hardly a heading is lost. */
const enough = 0.5;

/** Prose, or a short sentence with its full stop. */
function tells(line: Line): boolean {
  return isProse(line) || (line.han >= 8 && line.text.endsWith("。"));
}

/** An entry of a list with labels, which ends without a mark, and a message that a colon announces in brackets. */
function isEntry({ open, before, line, above }: Break): boolean {
  if (open.length > 1 || before.closed) return false;
  if (isLabelled(before) && (isLabelled(line) || (above !== undefined && isLabelled(above)))) return true;
  return before.text.startsWith("【") && above?.text.endsWith("：") === true && !/[，、]$/u.test(before.text);
}

/** Tells whether a line goes on with the paragraph that is open, where each paragraph should have a line of its own. */
function continues(place: Break): boolean {
  const { before, line, layout } = place;
  const known = knownOf(place);
  if (known !== null) return known;
  if (isEntry(place)) return false;
  if (isCutSentence(before, line) && !opensEntry(line.text)) return true;
  if (layout.clauses.has(line) && /[，、；：。！？…”’）]$/u.test(before.text)) return !opensEntry(line.text);
  if (layout.verses.has(before) || layout.verses.has(line)) return false;
  if (opensItem(line.text) && (before.closed || opensEntry(line.text) || !cutsWord(before.text, line.text)))
    return false;
  if (endsHeadline(place)) return true;
  if (layout.briefs && line.blank === 0) return false;
  if (line.fresh && !runsOver(before, line)) return false;
  if (layout.indented && line.indent >= 1.5) return false;
  // A sentence that a point ends, and the close of a letter.
  if (/[\p{Script=Han}A-Za-z）)”]\.$|^此致$/u.test(before.text)) return false;
  if (before.closed) {
    // A quotation that is no sentence can stand in mid-sentence: “老师” | 每天讲课.
    const cited = /[^。！？!?…—][”’》」』]$/u.test(before.text);
    // Where paragraphs are indented and their other lines are not, a sentence that is not goes on.
    if (layout.flush && line.indent < 1 && line.blank <= layout.gap && tells(line) && !opensItem(line.text))
      return tells(before);
    return cited ? unites(place, 6) : hangs(before.text) && !opensParagraph(line.text);
  }
  // Blocks of a page's markup are paragraphs: what joins two must be strong.
  return unites(place, line.fresh ? 2 : 0);
}

// Matches `卓玛 实习生 何叶` behind `某报记者 达瓦`; must not match `近日，`.
const restOfByline = /^\p{Script=Han}{1,3}(?:[ \u3000]\p{Script=Han}{2,4}){1,6}$/u;

/** Tells whether a line of a hard-wrapped run goes on with the paragraph that is open. */
function continuesWrapped(place: Break, measure: Measure): boolean {
  const { open, before, line, after, layout } = place;
  if (layout.rows.has(before) || layout.rows.has(line)) return false;
  const full = isFull(before, line, measure);
  // The last characters of a wrapped headline or byline.
  if (full && !before.closed && !isOffset(line, measure) && isRemainder(line, isByline(before.text) ? 8 : 3))
    return true;
  if (full && isByline(before.text) && restOfByline.test(line.text)) return true;
  const known = knownOf(place, full);
  if (known !== null) return known;
  const ends = endsSentence(before.text);
  if (!full) {
    // The next word would have fitted: a break that was meant, or a column's end.
    if (hangs(before.text)) return true;
    // Where paragraphs are indented, a line that is not goes on with the one before, if that is nearly full.
    const near = isNearlyFull(before, measure);
    if (
      (near || place.layout.flush) &&
      measure.indent !== null &&
      !isOffset(line, measure) &&
      (ends || isSentence(open)) &&
      tells(line)
    )
      return true;
    // What a dash opens stands with it.
    if (near && measure.indent === null && before.text.endsWith("——") && isSentence(open)) return true;
    const title = place.leads && open.length <= 6 && !open.some(({ sentences }) => sentences > 0);
    return !before.closed && !opensItem(line.text) && unites(place, title ? 7 : 3);
  }
  if (isOffset(line, measure)) return !ends && !opensItem(line.text) && unites(place, 4);
  const apart = measure.spaced && line.blank > measure.gap;
  if (!ends) {
    if (opensEntry(line.text) && !isSentence(open)) return false;
    if (apart) return unites(place, -1);
    // A headline can be as wide as a full line by chance; where paragraphs are indented, the next line tells.
    if (measure.indent === null && mayBeHeading(before, open, place.leads) && !endsWrapped(line, after, measure))
      return unites(place, -5);
    return true;
  }
  if ((opensItem(line.text) && !countsWithin(open, line)) || apart) return false;
  // After a sentence comes a line that is neither full nor ends: a heading or a signature.
  if (!endsSentence(line.text) && !(after !== undefined && isFull(line, after, measure))) return false;
  // A full line that happens to end a sentence: indents and blank lines tell paragraphs apart, where they are.
  if (measure.indent !== null || measure.spaced || /[：；]$/u.test(before.text)) return true;
  return beginning(line.text) < 0.3;
}

/** What is sure of a break whatever the layout; null where nothing is. */
function knownOf({ open, before, above, line, after, leads: heads, layout }: Break, full = false): boolean | null {
  if (before.marked || line.marked || isRow(before.text) || isRow(line.text)) return false;
  if (layout.rows.has(before) || layout.rows.has(line)) return false;
  if (!full && (endsAttributed.test(before.text) || endsInNumbers.test(before.text) || isProgramme(before.text)))
    return false;
  // One character is the rest of a word, but where others stand below it.
  if (isLoneRest(before, line) && (after?.text.length ?? 0) > 1) return true;
  if (isByline(line.text) || isByline(before.text) || isNote(line.text)) return false;
  // A dateline that fills its line opens the paragraph.
  if (isNote(before.text) && !(full && /[电讯][）)]?$/u.test(before.text))) return false;
  // Below a headline the office that wrote it stands by itself: 某市反电信网络诈骗中心.
  if (!full && open.length === 1 && above?.closed === false && isOffice(before.text) && isProse(line)) return false;
  // The close of a quotation that is open.
  if (/^[”’）》」』]$/u.test(line.text) && unbalanced(textOf(open))) return true;
  // ，。” can never begin a line of its own.
  if (/^[，。、；：！？”’）》」』…]/u.test(line.text) && !/^[”’「『]?$/u.test(line.text))
    return !/[。！？；：]$/u.test(before.text) || /^[”’）》」』…]/u.test(line.text);
  // 8月2日 晴: a day of a diary is a line of its own.
  if (isDay(before.text, true) || isDay(line.text, true) || endsCaption(before.text)) return false;
  // A dash that was cut in two.
  if (/(?<!—)—$/u.test(before.text) && /^—(?!—)/u.test(line.text)) return true;
  // A stamp with the outlet or the author, and the head of a page, are lines of their own.
  if (isOfPage(before.text) || isOfPage(line.text)) return false;
  // Below a headline: who wrote it, not the headline's rest.
  // More than a few lines are no headline.
  const told = open.length > 6 || open.some(({ text, sentences }) => sentences > 0 && !asks(text));
  if (heads && !told && line.text.length >= 4 && isAuthor(line.text)) return false;
  if (opensWithDateline(line.text) && !before.text.endsWith("据")) return false;
  return opensEntry(line.text) && !isSentence(open) ? false : null;
}

// Who wrote or said it stands behind the last sentence: matches `已经登记”。——文庙街居民 邹女士`; must not match `他走了。——`.
const endsAttributed = guarded(/[。！？…”]\s?——[\p{Script=Han}·《》\s]{2,20}$/u);
// Matches `开奖号码：03 11 17 22 29 + 05 09`; must not match `2022 年 6 月 1`.
const endsInNumbers = guarded(/(?:^|[ \u3000：])(?:\d{1,3}[ \u3000]{1,2}(?:\+[ \u3000])?){4,20}\d{1,3}$/u);

/** The last character of a headline, a name or a sentence, on a line of its own; no number of a section. */
function isLoneRest(before: Line, line: Line): boolean {
  return (
    /^(?![一二三四五六七八九十甲乙丙丁上中下])\p{Script=Han}$/u.test(line.text) && !before.closed && before.han >= 6
  );
}

/** Who took or made the picture stands at a caption's end: matches `图为施工现场。 任小满摄`. */
function endsCaption(text: string): boolean {
  return /[\s　。”（(]\p{Script=Han}[\p{Script=Han}·]{1,7}(?:[\s　]\p{Script=Han}{2,3})?[\s　]?(?:摄|供图|制图|绘)[）)]?$/u.test(
    text.slice(-20),
  );
}

/** Matches `停得最久的一次：2月的暴雪，封桥19小时`; must not match `他说：`, `负责人介绍：今年`, `结果如下：`. */
function isLabelled({ text, closed }: Line): boolean {
  return !closed && /^[^：，。；“]{2,12}(?<![说道称问答曰示绍醒])：[^：。；“]{2,40}$/u.test(text);
}

/** Tells that a line of data, not of prose, stands there: 2021-04-03 某某网 记者 某某. */
const isOfPage = remembered((text) => {
  return (
    text.length <= 80 &&
    /(?:19|20)\d{2}[-/.年]/u.test(text) &&
    text.length > 11 &&
    (isDateLine(text) || mastheadOf(text) !== null || dated.test(text) || isVisited(text))
  );
});

// Matches `某某检察院 2025-02-20`, an office and its day; must not match `，截至2025-02-20`.
const dated = /^[^，。；：、]{2,24}[\s　](?:19|20)\d{2}(?<mark>[-/.])\d{1,2}\k<mark>\d{1,2}$/u;

/** Tells whether a sentence can go on in the next block of a page's markup: a caption or a time of day does not. */
function runsOver(before: Line, line: Line): boolean {
  if (/[，、“‘（《]$/u.test(before.text) || /^[，。、；：！？”’）》」』]/u.test(line.text)) return true;
  return !before.closed && before.clauses > 0 && before.han >= 12 && !/(?:摄|供图|制图|绘|讯|电)$/u.test(before.text);
}

/** The last characters of a headline over two lines: the byline or the body stands below them. */
function endsHeadline({ open, before, line, after, leads }: Break): boolean {
  const short =
    open.length === 1 && !before.closed && before.commas === 0 && before.han >= 6 && before.text.length <= 24;
  if (!leads || !short || !isRemainder(line, 4) || before.text.includes(" ") || after === undefined) return false;
  const names = namesPeople(line.text) || isOutletName(line.text) || isOffice(line.text);
  return !names && (isByline(after.text) || isNote(after.text));
}

const numerals = "一二三四五六七八九十";

/** Tells that the number before a line's own stands within the sentence that is open: `一、离开；二、记住；` | `三、不喝酒`. */
function countsWithin(open: readonly Line[], line: Line): boolean {
  const [, han, figure] = /^(?:([二三四五六七八九十])、|(\d{1,2})[.．、])/u.exec(line.text) ?? [];
  if (han === undefined && figure === undefined) return false;
  const before = han === undefined ? String(Number(figure) - 1) : numerals.charAt(numerals.indexOf(han) - 1);
  return new RegExp(`[：；，。]${before}[、.．]`, "u").test(textOf(open));
}

/** Tells that a line begins where paragraphs of its run begin. */
function isOffset(line: Line, measure: Measure): boolean {
  return measure.indent !== null && line.indent >= measure.indent;
}

/** The second line of a wrapped headline: short, without an end, and the body begins after it. */
function endsWrapped(line: Line, after: Line | undefined, measure: Measure): boolean {
  return !endsSentence(line.text) && line.clauses === 0 && after !== undefined && !isFull(line, after, measure);
}

function isRemainder(line: Line, most: number): boolean {
  return line.text.length <= most && line.han >= line.text.length - 1 && !line.closed && line.commas === 0;
}

/** Tells whether what speaks for one sentence over a break is enough, where `more` than usual is asked for. */
function unites(place: Break, more = 0): boolean {
  const { open, before, line, after, layout, grams, leads, threshold, weighed } = place;
  let known = weighed.get(line);
  if (
    known === undefined ||
    known.from !== open[0] ||
    known.count !== open.length ||
    known.after !== after ||
    known.leads !== leads
  ) {
    const odds = oddsOver({ open, leads }, before, line, after, layout, grams);
    known = { from: open[0], count: open.length, after, leads, odds };
    weighed.set(line, known);
  }
  return belongTogether(before, line, known.odds, threshold + more);
}

/** Tells that short lines without an end follow one another, as those of a verse do, but not at the head of a file. */
function inVerse(paragraphs: readonly (readonly Line[])[]): boolean {
  const short = paragraphs
    .slice(-3)
    .filter((group) => group.length === 1 && group[0]?.closed === false && group[0].text.length <= 16);
  return short.length === 3 && paragraphs.length > 4;
}

/** Tells whether the last of some paragraphs stands where an article begins. */
function leads(paragraphs: readonly (readonly Line[])[]): boolean {
  const before = paragraphs.at(-2)?.at(-1);
  return before === undefined || isNote(before.text) || endsArticle(before.text) || isChannel(before.text);
}

/** Ends in a mark that opens: what it opens follows. */
function hangs(text: string): boolean {
  return /[“‘（《「『]$/u.test(text);
}

/** A headline can be as wide as a full line by chance: it has no clause but at an article's head, nothing in it is open. */
function mayBeHeading(before: Line, open: readonly Line[], leads: boolean): boolean {
  const { text } = before;
  return (
    !isSentence(open) &&
    !isTurn(text) &&
    !opensWithTime.test(text) &&
    !opensWithDateline(text) &&
    before.clauses <= (leads && open.length === 1 ? 1 : 0) &&
    (before.commas < 2 || opensItem(text)) &&
    text.length <= 30 &&
    !unbalanced(text)
  );
}

function kindOf(
  group: readonly Line[],
  all: readonly (readonly Line[])[],
  i: number,
  begins: boolean,
): Paragraph["kind"] {
  const whole = wholeOf(group);
  const { text } = whole;
  if (isByline(text)) return "byline";
  // Who wrote may stand above all, where the headline was lost.
  if (begins && creditIn(text) !== null) return "byline";
  if (group.length === 1 && isRow(text)) return "row";
  if (whole.marked) return "heading";
  const next = all[i + 1]?.[0];
  if (isBelowHeadline(all, i) && isAuthor(text) && !isProse(whole) && next !== undefined && !isByline(next.text)) {
    if (isProse(next) || next.closed || next.sentences > 0 || next.commas > 0) return "byline";
  }
  // A headline may be a question, a turn is not one.
  const asked = begins && /[？！]$/u.test(text) && text.length <= 40 && asks(text) && !opensItem(text);
  if (asked && next !== undefined && (isProse(next) || isByline(next.text))) return "heading";
  if (isProse(whole) && (whole.sentences > 0 || whole.closed || group.length > 1)) return "prose";
  if (isNote(text)) return "other";
  if (group.length > 3) return "prose";
  const heads =
    whole.han >= 4 &&
    text.length <= 60 &&
    (whole.sentences === 0 || asks(text)) &&
    !/[。；，：:、…—]$|：.*？$/u.test(text) &&
    (text.length >= 8 || !text.endsWith("！"));
  // What no prose follows is a signature or a caption.
  const leads = all.slice(i + 1, i + 4).some((one) => isProse(one.length > 1 ? wholeOf(one) : (one[0] ?? whole)));
  if (heads && isVerse(all, i)) return "other";
  if (heads && next !== undefined && leads && whole.han * 2 > text.length - 8) return "heading";
  return group.length > 1 && (whole.closed || text.length > 60) ? "prose" : "other";
}

/** Tells that the paragraph before is a headline. */
function isBelowHeadline(all: readonly (readonly Line[])[], i: number): boolean {
  const above = all[i - 1];
  if (above === undefined) return false;
  // Further down a second article may begin: its headline follows a full stop, and a name stands below it.
  if (i > 3) {
    const name = all[i]?.[0]?.text ?? "";
    const ends = all[i - 2]?.at(-1)?.text ?? "";
    if (above.length > 1 || !/^\p{Script=Han}{2,3}$/u.test(name) || !/[。！？”）]$/u.test(ends)) return false;
  }
  const title = wholeOf(above);
  return !/[。；，：、]$/u.test(title.text) && title.han >= 4 && !isProse(title);
}

/** Lines of one length that a colon announces: a couplet, a verse. */
function isVerse(all: readonly (readonly Line[])[], i: number): boolean {
  const length = (at: number): number => all[at]?.[0]?.text.length ?? -1;
  const announces = (at: number): boolean => all[at]?.at(-1)?.text.endsWith("：") === true;
  let first = i;
  while (first > i - 8 && length(first - 1) === length(i)) first--;
  return announces(first - 1) && (first < i || length(i + 1) === length(i));
}
