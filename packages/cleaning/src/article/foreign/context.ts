import type { Judged } from "./judgement.ts";
import { isByline } from "../lines/forms.ts";
import type { Line } from "../lines/lines.ts";
import type { Tie } from "./own.ts";
import { isNames } from "./names.ts";
import { registerOf } from "./register.ts";
import { isOrdered } from "./shape.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

const endsInColon = guarded(/[：:]$/u);
const numberedEntry = guarded(/^[（(]?(\d{1,2})[.．、）)]/u);
const numberedHead = guarded(/^[一二三四五六七八九十]{1,3}、/u);
// Matches `特此公告。`, `特此通知，请周知。`; must not match `特此感谢新老客户`.
const closesNotice = guarded(/特此(?:公告|通知|通告|公示|声明|说明|函告|函复|报告|证明|告知)/u);
const officeEnd = guarded(/[府局厅委会办室院部队社司校处]$/u);

/**
 * What stands where an article has something of its own: its headline, what a colon introduces, its signature. Tells
 * which lines may be the headline.
 */
export function protect(
  views: readonly View[],
  weights: number[],
  leads: readonly boolean[],
  judged: readonly Judged[],
  ties: readonly Tie[],
  threads: readonly number[],
  width: number | null,
): ReadonlySet<number> {
  const less = (i: number, by: number): void => {
    if (judged[i]?.formed === false) weights[i] = (weights[i] ?? 0) - by;
  };
  const above = [...weights];
  // A headline shares words with the text, if not with the paragraph after it.
  const heads = views.map((_view, i) => leads[i] === true || isBound(ties[i]));
  protectHead(views, weights, heads, threads, judged, less);
  const found = new Set<number>();
  for (const [i, { line }] of views.entries())
    if ((above[i] ?? 0) - (weights[i] ?? 0) >= 2 || (found.has(i - 1) && line.text.startsWith("——"))) found.add(i);
  const speakers = new Map<string, number>();
  for (const { line } of views) {
    const speaker = speakerOf(line.text);
    if (speaker !== "") speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1);
  }
  const numbered = new Map<number, boolean>();
  for (const [i, { line }] of views.entries()) {
    const before = views[i - 1]?.line;
    // What goes on with a sentence that the line before left open.
    if (width !== null && !isLoud(views[i])) {
      if (before !== undefined && isOpen(before) && (weights[i - 1] ?? 0) < 0.5) less(i, 3);
      else if (!line.closed && Math.abs(line.text.length - width) <= 3) less(i, 3);
    }
    // No line begins with 的 or ends with 每, and lines that were put together are a paragraph's.
    if (before !== undefined && !before.closed && /^[的了着们]/u.test(line.text)) less(i, 6);
    if (line.clauses > 0 && /[的每在和与及对把被将向从由]$/u.test(line.text)) less(i, 5);
    if (line.end - line.start > line.text.length && line.commas > 0 && !isLoud(views[i])) less(i, 4);
    // `步办理中。`: the rest of a sentence.
    if (before !== undefined && line.han <= 12 && line.text.endsWith("。") && isOpen(before)) less(i, 3);
    if (endsInColon.test(line.text) && (weights[i] ?? 0) < 0.5) {
      // What it introduces runs to the next paragraph: a list, a table, what a page or a message said.
      introduce(views, weights, ties, i, less);
      for (let j = i + 1; j < views.length && j < i + 40; j++) {
        if (isItem(views[j]?.line.text ?? "")) less(j, 2);
        else if ((weights[j] ?? 0) < 0.3) break;
      }
    }
    if ((speakers.get(speakerOf(line.text)) ?? 0) > 1) less(i, 6);
    if (isOpenSentence(line) && !isLoud(views[i]) && (weights[i] ?? 0) < 0.5) {
      // What goes on with a sentence stands next, or after the block that broke it.
      let next = i + 1;
      while (next < i + 16 && next < views.length && (weights[next] ?? 0) > 0.5) next++;
      const rest = views[next];
      if (rest !== undefined && (rest.line.closed || isOpenSentence(rest.line)) && !isOrdered(rest.line.text)) {
        less(i, 1.5);
        less(next, /^[\p{P}\d]|^[的了着过]/u.test(rest.line.text) ? 3 : 2);
      }
    }
    const number = numberedEntry.exec(line.text)?.[1];
    if (number !== undefined) {
      const at = Number(number);
      if (at > 1 && numbered.get(at - 1) === true) less(i, 1.5);
      numbered.set(at, (weights[i] ?? 0) < 0);
    }
    // Its headline stands before who wrote it, and what a numbered heading counts after that.
    if (
      views[i + 1]?.note === true &&
      line.han >= 4 &&
      (leads[i] === true || (weights[i] ?? 0) < 1.5) &&
      !views[i]?.prose
    )
      less(i, 1.5);
    const reported = views[i + 2]?.prose === true && isByline(views[i + 1]?.line.text ?? "");
    if (
      reported &&
      line.han >= 6 &&
      !views[i]?.prose &&
      (views[i]?.cues.phones ?? 0) + (views[i]?.cues.links ?? 0) === 0
    )
      less(i, 8);
    if (numberedHead.test(line.text)) less(i + 1, 1.5);
    // The next article's headline stands under the page's data on it.
    if (judged[i - 1]?.formed === true && judged[i - 1]?.why?.rule === "cleaning/page-data") {
      const view = views[i];
      if (view !== undefined && !view.prose && views[i + 1]?.prose === true && saysPlainly(view)) less(i, 2.5);
    }
    // A headline with its second line: `灯火可亲 书香更浓`, then `——市图书馆夜间服务侧记`.
    if (/^——\S/u.test(views[i + 1]?.line.text ?? "") && !views[i]?.prose) less(i, 5);
    // Who signs a document stands before its day, or under the words that close it.
    const signs = officeEnd.test(line.text) && line.text.length <= 30;
    if (signs) {
      let next = i + 1;
      while (next < i + 20 && views[next]?.note === false && (weights[next] ?? 0) > -0.7) next++;
      if (views[next]?.note === true || closesNotice.test(before?.text ?? "")) less(i, 6);
      else if (/[府局厅委队]$|(?:银行|公司)$/u.test(line.text) && line.han >= 5) less(i, 3.5);
    }
  }
  return found;
}

const teller = /^(?:讲述人?|口述人?|采访对象|受访者|主讲人?|演讲者|整理)[：:]\S{2,24}$/u;

/** Keeps the headline, its second line and who wrote it: they stand before the first paragraph or the byline. */
function protectHead(
  views: readonly View[],
  weights: readonly number[],
  leads: readonly boolean[],
  threads: readonly number[],
  judged: readonly Judged[],
  less: (i: number, by: number) => void,
): void {
  const body = views.findIndex(({ prose, note }, i) => (prose && (weights[i] ?? 0) < -1) || note);
  if (body <= 0) return;
  // What is the page's by its form is no headline, however firmly it hangs on the text.
  const mayHead = (i: number, most: number): boolean =>
    views[i]?.prose === false && judged[i]?.formed !== true && (weights[i] ?? 0) < most;
  if (mayHead(body - 1, Infinity)) less(body - 1, 2.5);
  // 讲述人：某某，24岁, below the headline.
  if (teller.test(views[body - 1]?.line.text ?? "") && mayHead(body - 2, Infinity)) less(body - 2, 5);
  // Of what stands before the text, the line that hangs most firmly on it.
  let closest = -1;
  for (let i = 0; i < body; i++) if (mayHead(i, 5.5) && (threads[i] ?? 0) > (threads[closest] ?? 3)) closest = i;
  less(closest, 5);
  let head = closest < 0 ? body - 1 : closest;
  while (head >= 0 && head !== closest && !(leads[head] === true && mayHead(head, 5.5))) head--;
  const sure = head >= 0;
  if (!sure) {
    // No line shares a word with the article: the first that sells nothing may be its headline.
    less(0, 2.5);
    const bare = views.findIndex((view, i) => i < body && mayHead(i, 4.5) && saysPlainly(view));
    head = bare < 0 ? views.findIndex((_view, i) => i < body && mayHead(i, 1.5)) : bare;
    if (head < 0) return;
    if (bare >= 0) less(head, 2.5);
  }
  less(head, sure ? 4.5 : 2);
  if (sure && leads[head - 1] === true && mayHead(head - 1, 3)) less(head - 1, 2);
  for (let i = head + 1; i < body; i++) {
    const { text, han } = views[i]?.line ?? { text: "", han: 0 };
    if (/^\p{Script=Han}{2,4}$/u.test(text)) less(i, 2.5);
    else if (han <= 20 && mayHead(i, 1.5)) less(i, i === head + 1 ? 2 : 0.8);
  }
}

function isBound(tie: Tie | undefined): boolean {
  return tie !== undefined && tie.pairs >= 0.15 && tie.triples >= 0.1;
}

/** As long as headlines are, without gaps and without a word that sells or speaks to the reader. */
function saysPlainly({ line: { text, han }, cues }: View): boolean {
  return (
    han >= 7 &&
    !/[\s|：]/u.test(text) &&
    cues.addressed + cues.controls === 0 &&
    cues.words.every(({ kind }) => kind === "report" || kind === "says" || kind === "office" || kind === "warn")
  );
}

/** Keeps what a line with a colon introduces, past a block that stands in the middle of it. */
function introduce(
  views: readonly View[],
  weights: readonly number[],
  ties: readonly Tie[],
  i: number,
  less: (i: number, by: number) => void,
): void {
  const shapes = new Map<string, number>();
  const entries: { at: number; first: boolean }[] = [];
  let broken = false;
  for (let j = i + 1; j < i + 40 && j < views.length; j++) {
    if (isIntroduced(views[j])) {
      entries.push({ at: j, first: !broken && j < i + 24 });
      shapes.set(shapeOf(views[j]), (shapes.get(shapeOf(views[j])) ?? 0) + 1);
    } else if ((weights[j] ?? 0) > 0.5) broken = true;
    else break;
  }
  const most = Math.max(...shapes.values());
  const isAlike = (at: number): boolean => most > 1 && shapes.get(shapeOf(views[at])) === most;
  const lastAlike = entries.findLast(({ at }) => isAlike(at))?.at ?? -1;
  for (const { at, first } of entries) {
    const alike = isAlike(at);
    if (alike) less(at, 12);
    else if (first || at < lastAlike) less(at, 10);
    else if ((ties[at]?.triples ?? 0) > 0.1) less(at, 4.5);
  }
}

/** The shape of a list's entry: its cells by what they hold. */
function shapeOf(view: View | undefined): string {
  if (view === undefined || view.line.text.length > 60) return "";
  const cells = view.line.text.split(/[\s，、：:]+/u);
  const last = cells.at(-1) ?? "";
  return `${cells.length} ${/^[-+−\d.,%％()（）]+$/u.test(last) ? "figure" : /\d/u.test(last) ? "mixed" : "words"}`;
}

function isIntroduced(view: View | undefined): boolean {
  return view !== undefined && !view.prose && !view.note && !view.line.marked && !isOrdered(view.line.text);
}

/** The width of a text that was set in lines, or null: many break off in mid-sentence, and most of those alike. */
export function wrapOf(lines: readonly Line[]): number | null {
  const widths = lines.flatMap((line) =>
    isOpenSentence(line) && !/[\d]{7}|https?:/u.test(line.text) && registerOf(line.text) < 1 ? [line.text.length] : [],
  );
  if (widths.length < 3 || widths.length * 6 < lines.length) return null;
  widths.sort((x, y) => x - y);
  return widths[Math.floor(widths.length * 0.6)] ?? null;
}

/** A number to call, an address to load, a gap, an ornament: no piece of a sentence. */
function isLoud(view: View | undefined): boolean {
  return (
    view !== undefined &&
    (view.cues.phones + view.cues.links + view.cues.labels + view.cues.ornaments > 0 ||
      view.register > 1 ||
      /\p{Script=Han}\s+\p{Script=Han}/u.test(view.line.text))
  );
}

function isOpen({ closed, text, marked }: Line): boolean {
  return !closed && text.length >= 8 && !marked;
}

const openEnd = guarded(/[：，“（]$/u);

/** A line with a clause that has no end. */
function isOpenSentence({ closed, clauses, sentences, text }: Line): boolean {
  return (!closed || openEnd.test(text)) && clauses + sentences > 0 && text.length >= 12;
}

function speakerOf(text: string): string {
  const colon = text.indexOf("：");
  return colon > 0 && colon <= 8 && colon < text.length - 4 ? text.slice(0, colon) : "";
}

/** An entry of a list, a turn of a talk, a quotation. */
function isItem(text: string): boolean {
  return /^(?:[“「]|——|[（(]?[一二三四五六七八九十\d]{1,2}[、.．）)]|[①-⑳●·•■◆▪○]|\S{1,8}：)/u.test(text);
}

/** After the article's last words, and more so after its source note, a line that nothing ties to it is not its own. */
export function weighEnd(views: readonly View[], weights: number[], ties: readonly Tie[]): void {
  const last = views.findLastIndex(({ prose }, i) => prose && (weights[i] ?? 0) < -1);
  const note = views.findLastIndex(({ note: is }) => is);
  if (last < 0) return;
  for (let i = Math.max(last, note) + 1; i < views.length; i++) {
    const view = views[i];
    if (view === undefined || view.prose || view.line.marked || (ties[i]?.pairs ?? 0) >= 0.08) continue;
    if (view.line.text.includes("\t")) continue;
    weights[i] = (weights[i] ?? 0) + (note > last ? 0.8 : 0.3);
  }
}

/** Lines that nothing ties to the article go with the advertisement that stands among them: head, address and all. */
export function attach(
  views: readonly View[],
  weights: number[],
  leads: readonly boolean[],
  ties: readonly Tie[],
  judged: readonly Judged[],
): void {
  const last = views.findLastIndex(({ prose, note }, i) => note || (prose && (weights[i] ?? 0) < -1));
  const isFree = (i: number): boolean => {
    const view = views[i];
    const weight = weights[i] ?? 0;
    if (view === undefined || view.prose || view.note || view.line.marked) return false;
    if (judged[i]?.formed === true || leads[i] === true || view.reports > 0) return false;
    if (/[。；：:]$/u.test(view.line.text) || isOrdered(view.line.text) || isNames(view.line.text)) return false;
    if (weight > 1.5) return true;
    const tied = (ties[i]?.pairs ?? 0) >= (i > last ? 0.5 : 0.1);
    return weight > (i > last ? -3 : -1.8) && !tied && !view.line.text.includes("\t");
  };
  for (let i = 0; i < views.length;) {
    if (!isFree(i)) {
      i++;
      continue;
    }
    let stop = i + 1;
    while (isFree(stop)) stop++;
    let strong = 0;
    for (let j = i; j < stop; j++) strong += (weights[j] ?? 0) > 1.5 ? 1 : 0;
    for (let j = strong > 0 ? i : stop; j < stop; j++) {
      // A bare line right before a paragraph may be its heading, and one at the very top the headline.
      const last =
        j === stop - 1 && stop - i > 1 && isPlain(views[j]) && views[stop]?.prose === true && (weights[j] ?? 0) < 0.5;
      if (!last) weights[j] = Math.max(weights[j] ?? 0, Math.min(0.6, (weights[j] ?? 0) + 1.4));
    }
    i = stop;
  }
}

/** Words alone: no figure, no gap, no cue. */
function isPlain(view: View | undefined): boolean {
  return view !== undefined && view.cues.words.length === 0 && !/[\d\s：:!！]/u.test(view.line.text);
}

/** Where a turn is more or less likely: an article ends at its source note, and not after a colon. */
export function turnsOf(views: readonly View[], judged: readonly Judged[]): number[] {
  return views.map(({ line }, i) => {
    const before = views[i - 1];
    if (before === undefined) return 0;
    let more = line.blank > 0 ? -0.2 : 0;
    if (before.note) more -= 0.2;
    if (views[i]?.prose === true) more -= 0.2;
    // A line of the page's own stands by itself.
    if (judged[i]?.formed === true || judged[i - 1]?.formed === true) more -= 0.8;
    if (/[：:]$/u.test(before.line.text)) more += 1;
    return more;
  });
}
