import type { Span } from "@jianbao/model";
import { hanCount, isSpace } from "../../characters.ts";
import { type Change, type Draft, change } from "../../draft.ts";
import { isByline, isTurn } from "./forms.ts";
import { lineEndsOf } from "./lines.ts";
import { guarded } from "../../patterns/guarded.ts";

/**
 * Parts the paragraphs that were run together in one line, as far as the text shows them: indents in mid-line,
 * numbered headings, speakers' turns, a headline before a byline. Never within a sentence.
 */
export function partParagraphs(draft: Draft): Draft {
  const { text } = draft;
  const changes: Change[] = [];
  const lineEnd = lineEndsOf(text);
  for (let start = 0; start < text.length;) {
    const found = lineEnd(start);
    if (found - start >= 40) {
      const spans = paragraphsIn(text.slice(start, found));
      for (const [i, span] of spans.entries()) {
        const before = spans[i - 1];
        if (before !== undefined)
          changes.push({ start: start + before.end, end: start + span.start, replacement: "\n" });
      }
    }
    start = found + 1;
  }
  return change(draft, changes);
}

/** Where a line may be parted, in the order in which it is tried. */
const cuts: readonly ((text: string, span: Span) => Span[])[] = [atGaps, atHead, atNumbers, atTurns, atSpaces, atTail];

/** The paragraphs of a line, without the white space between them; mostly there is one. */
function paragraphsIn(text: string): Span[] {
  let spans = [trimmed(text, { start: 0, end: text.length })];
  for (const cut of cuts) {
    const [only] = spans;
    spans = only !== undefined && spans.length === 1 ? cut(text, only) : spans.flatMap((span) => cut(text, span));
  }
  return spans.map((span) => trimmed(text, span)).filter((span) => span.end > span.start);
}

/** A sentence, quotation or bracket is closed. */
const closes = /[。！？!?…：；”’」』）》】]/u;
const sentenceEnd = /[。！？；]/u;
/** All that `isSpace` takes for white space. */
const space = guarded(/[\t \u00A0\u00AD\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/u);

function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Cuts a span at places in it, each with what is left out there. */
function cutAt({ start, end }: Span, places: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const place of places) {
    if (place.start > from) spans.push({ start: from, end: place.start });
    from = place.end;
  }
  spans.push({ start: from, end });
  return spans;
}

/** Indents in mid-line: two ideographic spaces, or several others, after a sentence or beside a headline. */
function atGaps(text: string, span: Span): Span[] {
  const line = text.slice(span.start, span.end);
  if (line.length < 40 || !space.test(line) || !sentenceEnd.test(line)) return [span];
  const gaps = gapsIn(text, span);
  if (gaps.length === 0) return [span];
  const chunks = cutAt(span, gaps);
  const forms = chunks.map((chunk) => formOf(text.slice(chunk.start, chunk.end)));
  // Where two gaps follow full stops, gaps are how this text tells paragraphs apart; tabs set cells apart.
  const habit = gaps.filter((gap) => /[。！？”]/u.test(text[gap.start - 1] ?? "")).length >= 2;
  return cutAt(
    span,
    gaps.filter((gap, i) => {
      const before = forms[i];
      const after = forms[i + 1];
      if (closes.test(text[gap.start - 1] ?? "")) return true;
      if (before === "byline") return after !== "byline";
      if (after === undefined || text.slice(gap.start, gap.end).includes("\t")) return false;
      if (before !== "heading" && !habit) return false;
      // A headline of two short halves is one line.
      const halves = after === "heading" && [i, i + 1].every((c) => lengthOf(chunks[c]) <= 14);
      return (
        !halves &&
        (habit || i === 0 || closes.test(text[(gaps[i - 1]?.start ?? 0) - 1] ?? "") || forms[i - 1] === "heading")
      );
    }),
  );
}

function lengthOf(span: Span | undefined): number {
  return span === undefined ? 0 : span.end - span.start;
}

function gapsIn(text: string, { start, end }: Span): Span[] {
  const gaps: Span[] = [];
  for (let i = start; i < end; i++) {
    if (!isSpace(text.charCodeAt(i))) continue;
    let columns = 0;
    let stop = i;
    while (stop < end && isSpace(text.charCodeAt(stop))) {
      const unit = text.charCodeAt(stop++);
      columns += unit === 0x3000 || unit === 0x2003 ? 2 : unit === 0x09 ? 4 : 1;
    }
    // After a full stop less room will do.
    if (columns >= 4 || (columns >= 2 && /[。！？”]/u.test(text[i - 1] ?? "") && end - start >= 100))
      gaps.push({ start: i, end: stop });
    i = stop;
  }
  return gaps;
}

function formOf(chunk: string): "byline" | "heading" | "other" {
  const text = chunk.trim();
  if (isByline(text)) return "byline";
  return hanCount(text) >= 6 && text.length <= 44 && !/[，。；：]/u.test(text) ? "heading" : "other";
}

/** The words that begin an article's body after its headline: `本报讯`, `新华社北京1月2日电`, `本报记者 某某`. */
const body = guarded(
  /[□■]?(?:本报|本网|本台)(?:[\p{Script=Han}]{0,6}\d{0,2}月?\d{0,2}日?[讯电]|(?:见习|实习|首席|全媒体)?记者[\s　●])|(?:新华社|中新社|中新网|人民网|央视网|[\p{Script=Han}]{2,6}(?:日报|晚报|时报|网))[\p{Script=Han}]{0,8}\d{1,2}月\d{1,2}日[电讯]/u,
);
const names = guarded(
  /^[□■●(（\s]{0,3}(?:本报|本网|本台|新华社|人民网|中新社|中新网|[\p{Script=Han}]{2,6}(?:日报|晚报|时报|网))?(?:全媒体|见习|实习|首席|特约)?(?:记者|通讯员)(?:[\s　●：:]{1,3}(?:(?:摄影|实习|见习|本报)?(?:记者|通讯员|实习生)[\s　：:]{0,3})?(?!近日|日前|昨日|昨天|今天|今年|目前|当前|随着)\p{Script=Han}{2,4}(?=[\s　、）)])(?:、\p{Script=Han}{2,4}(?=[\s　、）)]))*){1,8}[）)]?[\s　]{1,8}/u,
);

const ofDatelines = guarded(/[讯电]|记者/u);

/** A headline and byline stuck to the body: only where the line is an article's text as a whole. */
function atHead(text: string, span: Span): Span[] {
  const line = text.slice(span.start, span.end);
  const opens = headStamp.mayMatch(line) ? (headStamp.exec(line.slice(0, 60))?.[0].length ?? 0) : 0;
  if (opens > 0) return cutAt(span, [{ start: span.start + opens, end: span.start + opens }]);
  if (line.length < 80 || !sentenceEnd.test(line)) return [span];
  const places: Span[] = [];
  const glued = stampInLine(line);
  if (glued.length > 0) {
    return cutAt(
      span,
      glued.map((at) => ({ start: span.start + at, end: span.start + at })),
    );
  }
  const data = dataAfterHeadline(line);
  if (data !== null) {
    places.push({ start: span.start + data.start, end: span.start + data.start });
    places.push({ start: span.start + data.end, end: span.start + data.end });
  }
  let from = data?.end ?? 0;
  const first = line.slice(from, from + 90);
  const stop = first.search(/[。；！？]/u);
  const opening = stop < 0 ? first : first.slice(0, stop);
  const begins = ofDatelines.test(opening) ? body.exec(opening) : null;
  if (
    data === null &&
    begins !== null &&
    begins.index >= 6 &&
    begins.index <= 50 &&
    !/[，：]/u.test(opening.slice(0, begins.index).replace(/^[^，：]{2,24}[，：](?=[^，：]{4,})/u, ""))
  ) {
    places.push({ start: span.start + begins.index, end: span.start + begins.index });
    from = begins.index;
  }
  const byline = names.exec(line.slice(from, from + 160));
  if (byline !== null)
    places.push({ start: span.start + from + byline[0].trimEnd().length, end: span.start + from + byline[0].length });
  else if (from === 0 && line.length >= 150) {
    const gap = gapAfterHeadline(line);
    if (gap !== null) places.push({ start: span.start + gap, end: span.start + gap + 1 });
  }
  return cutAt(span, places);
}

const headBeforeData = guarded(
  /^[^。；！？]{6,50}?[\s　](?=(?:[\p{Script=Han}]{2,4}\s?[:：]\s?)?(?:19|20)\d{2}[-/.年]\d|(?:来源|稿源)\s?[:：])/u,
);

// Matches `某地某事发生2024-01-15 10:22`, where a page lost its breaks; must not match `截至2024-01-15 10:22`.
const gluedStamp = guarded(
  /^(?=[^。；！？]{0,20}\p{Script=Han}{4})[^。；！？]{7,60}?(?<![截至止于在自从到由据日期间：:\s])(?=(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}\s?|年\d{1,2}月\d{1,2}日\s?)\d{1,2}[:：]\d{2})/u,
);
const wholeStamp =
  /^(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}\s?|年\d{1,2}月\d{1,2}日\s?)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/u;

// Matches `date 2025-09-27 某地一名`, what a page's head left before the text; must not match `时间 2025-09-27 地点`.
const headStamp = guarded(
  /^(?:(?:date|time|日期|时间|发布时间)[\s　]{1,3}(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?|(?:文章|信息|稿件)?(?:来源|稿源)\s?[:：]\s?[\p{Script=Han}A-Za-z·]{2,14})(?=[\s　]{1,3}[\p{Script=Han}“《【\d][^\s　：:]{6})/iu,
);

/** Where a page's stamp begins and ends that runs from the headline into the body, with how often it was read. */
function stampInLine(line: string): number[] {
  const head = gluedStamp.mayMatch(line) ? gluedStamp.exec(line.slice(0, 100))?.[0] : undefined;
  if (head === undefined) return [];
  const stamp = wholeStamp.exec(line.slice(head.length, head.length + 40))?.[0] ?? "";
  const end = head.length + stamp.length;
  // `14:35` `20958` `公安部`: figures that no unit follows are a count of the page's.
  const count = /^(?!\d+[年月日时分个起名人次万亿元件条家种项岁多余届位只套])\d{1,8}(?=[\p{Script=Han}“【])/u.exec(
    line.slice(end, end + 12),
  )?.[0];
  const body = end + (count?.length ?? 0);
  if (!/^[\s　]{0,4}[\p{Script=Han}“《【（(\d]/u.test(line.slice(body)) || line.length - body < 40) return [];
  return count === undefined ? [head.length, end] : [head.length, end, body];
}

/** The page's data between a headline and the body: 2024-01-15 10:22 来源：某报 作者：某某 */
function dataAfterHeadline(line: string): Span | null {
  const head = headBeforeData.exec(line.slice(0, 80));
  if (head === null) return null;
  const start = head[0].length;
  let end = start;
  for (;;) {
    // Matches `来源：某报 `, `2024-01-15 `, `10:22 `; must not match `记者：今年的任务` followed by a sentence.
    const field =
      /^(?:(?:发布时间|发布日期|发表时间|时间|日期|来源|稿源|文章来源|信息来源|作者|记者|编辑|责任编辑|责编|字号|浏览次数|浏览|点击数?|阅读)\s?[:：]\s?[^\s　，。：:]{1,20}|(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)[\s　]{1,8}/u.exec(
        line.slice(end, end + 60),
      );
    if (field === null) break;
    end += field[0].length;
  }
  return end > start ? { start, end } : null;
}

/** The last space before the first comma, where all before it reads as a headline and the line holds a whole article. */
function gapAfterHeadline(line: string): number | null {
  if ((line.match(/。/gu) ?? []).length < 3) return null;
  const comma = line.search(/[，。；：！？]/u);
  const opening = line.slice(0, Math.max(0, comma));
  const gap = Math.max(opening.lastIndexOf(" "), opening.lastIndexOf("　"));
  if (gap < 0 || gap > 50 || opening.length - gap < 3) return null;
  const title = opening.slice(0, gap);
  // A space beside Latin letters is that of the words.
  if (/[A-Za-z]$/u.test(title) || /^[A-Za-z]/u.test(opening.slice(gap + 1))) return null;
  return hanCount(title) >= 9 ? gap : null;
}

const spacedEnd = guarded(/[。！？”][ \u3000](?! )/gu);

/** Single spaces after some full stops of a long line: a page whose white space was folded. */
function atSpaces(text: string, span: Span): Span[] {
  const line = text.slice(span.start, span.end);
  if (line.length < 160) return [span];
  const spaced = [...spacedEnd.all(line)];
  const ends = line.match(/[。！？]/gu)?.length ?? 0;
  // Who types a space after every full stop means nothing by it.
  if (spaced.length < 2 || spaced.length * 10 > ends * 7) return [span];
  const places: Span[] = [];
  for (const { index } of spaced) {
    const at = span.start + index + 1;
    places.push({ start: at, end: at + 1 });
    // Matches the heading `蹲守十二天 ` before its text; must not match `王某 男，`.
    const heading = /^[\p{Script=Han}“”、]{5,20}[ \u3000](?=[\p{Script=Han}“\d])/u.exec(
      line.slice(index + 2, index + 26),
    );
    if (heading !== null) places.push({ start: at + heading[0].length, end: at + 1 + heading[0].length });
  }
  return cutAt(span, places);
}

/** How headings are numbered: `一、某`, `（一）某`. */
const numberings = [
  {
    starts: guarded(/[一二]、/u),
    number: guarded(/(?:^|[。！？”：）])[\s　]{0,4}(?=([一二三四五六七八九十]{1,3})、[\p{Script=Han}“])/gu),
  },
  {
    starts: guarded(/[一二][）)]/u),
    number: guarded(/(?:^|[。！？”：）])[\s　]{0,4}(?=[（(]([一二三四五六七八九十]{1,3})[）)][\p{Script=Han}“])/gu),
  },
];

/** Numbered headings after a full stop, where they count from one: 一、 … 二、 */
function atNumbers(text: string, span: Span): Span[] {
  const line = text.slice(span.start, span.end);
  if (line.length < 80) return [span];
  const places: Span[] = [];
  for (const { starts, number } of numberings) {
    if (!starts.test(line)) continue;
    const found = [...number.all(line)];
    if (found.length < 2 || !["一", "二"].includes(found[0]?.[1] ?? "")) continue;
    for (const match of found) {
      const at = match.index + match[0].length;
      if (at > 0) places.push({ start: span.start + at, end: span.start + at });
      const end = headingEnd(line.slice(at, at + 40));
      if (end !== null) places.push({ start: span.start + at + end, end: span.start + at + end });
    }
  }
  return cutAt(
    span,
    places.sort((a, b) => a.start - b.start),
  );
}

/** Where a numbered heading ends that a space parts from its text; null where it runs into the sentence. */
function headingEnd(text: string): number | null {
  const space = text.search(/[\s　]/u);
  return space >= 6 &&
    !/[。；！？]/u.test(text.slice(0, space)) &&
    /^\p{Script=Han}/u.test(text.slice(space).trimStart())
    ? space
    : null;
}

/** Speakers' turns after a full stop, where at least two of them stand in the line. */
function atTurns(text: string, span: Span): Span[] {
  const line = text.slice(span.start, span.end);
  if (line.length < 60 || line.indexOf("：") === line.lastIndexOf("：")) return [span];
  const found = [...line.matchAll(/(?<=^|[。！？”）][\s　]{0,4})([\p{Script=Han}·]{1,10})：(?![“‘])/gu)].filter(
    ([, label = ""]) =>
      !/(?:说|道|表示|介绍|认为|指出|提醒|强调|如下|[^提]问|回答|写着?|称|是|为|有|包括|方面)$/u.test(label),
  );
  const counts = new Map<string, number>();
  for (const [, label = ""] of found) counts.set(label, (counts.get(label) ?? 0) + 1);
  const turns = found.filter(([all, label = ""]) => (counts.get(label) ?? 0) >= 2 || isTurn(all));
  if (turns.length < 2) return [span];
  // Who answers speaks as often as who asks, if only once.
  const places = found.map((match) => span.start + match.index).filter((at) => at > span.start);
  return cutAt(
    span,
    places.map((at) => ({ start: at, end: at })),
  );
}

const ofTails = guarded(/编辑|责编|来源|稿源|时间|校对|审核|编审|原标题|新华社|人民网|中新|本报/u);
// Matches `。责任编辑：某某` and `。据新华社北京1月2日电`; must not match `。来源是`.
const pageTail = guarded(
  /(?<=[。！？”）])[\s　]{0,8}(?=(?:[（(【[]?(?:责任编辑|责编|编辑|原标题|来源|稿源|文章来源|信息来源|发布时间|校对|审核|编审)\s?[:：/／][^。！？]{0,70}|据?(?:新华社|人民网|中新社|中新网|本报)[\p{Script=Han}]{0,8}\d{1,2}月\d{1,2}日[电讯])$)/u,
);

/** What the page adds behind the last full stop: 责任编辑, 来源, a dateline. */
function atTail(text: string, span: Span): Span[] {
  const line = text.slice(span.start, span.end);
  if (line.length < 30) return [span];
  const from = Math.max(0, line.length - 90);
  if (!ofTails.mayMatch(line) || !ofTails.test(line.slice(from))) return [span];
  const tail = pageTail.exec(line.slice(from));
  if (tail === null) return [span];
  const at = span.start + from + tail.index;
  return cutAt(span, [{ start: at, end: at + tail[0].length }]);
}
