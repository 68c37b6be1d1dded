import type { Cue } from "./cues.ts";
import { type Foreign, furnitureOf } from "./furniture.ts";
import type { Line } from "./lines.ts";
import { type Section, listWeights, sectionsOf } from "./lists.ts";
import { type NGrams, ngramsOf } from "./ngrams.ts";
import { passagesOf } from "./passages.ts";
import { solicitationOf } from "./solicitation.ts";
import { type Tie, type View, tieOf, viewOf } from "./view.ts";

/**
 * Says of each line why it is not of the article, or null. A line that may be of the article is kept.
 * Every line is weighed by itself, then the lines that stand together are judged together.
 */
export function findForeign(lines: readonly Line[]): (Foreign | null)[] {
  const views = lines.map((line) => viewOf(line));
  const forms = formsOf(views);
  const own = languageOf(views, forms);
  const ties = views.map((view) => tieOf(view.line.text, own.grams, own.core.has(view)));
  const leads = views.map((_view, i) => isHeading(views, i));
  const lists = listWeights(views, ties, leads);
  const { weights: inSections, sections } = sectionsOf(views);
  const judged = views.map((view, i) => weigh(view, ties[i] ?? untied, own, forms[i] ?? null, leads[i] === true));
  const weights = judged.map(({ weight }, i) => weight + (lists[i] ?? 0) + (inSections[i] ?? 0));
  protect(views, weights);
  const foreign = passagesOf(weights, turnsOf(views));
  if ((globalThis as any).DEBUG) lines.forEach((l, i) => console.log(foreign[i] ? "F" : "A", weights[i]?.toFixed(1), "own", judged[i]?.weight.toFixed(1), "list", lists[i]?.toFixed(1), "sec", inSections[i], "tie", ties[i]?.pairs.toFixed(2), ties[i]?.triples.toFixed(2), "rep", views[i]?.reports, "sol", solicitationOf(views[i]!, own.cues).toFixed(1), own.core.has(views[i]!) ? "core" : "", leads[i] ? "leads" : "", judged[i]?.why?.rule, l.text.slice(0, 50)));
  const found = views.map((_view, i) =>
    foreign[i] === true ? whyOf(judged[i]?.why ?? null, lists[i] ?? 0, sections[i] ?? null, weights[i] ?? 0) : null,
  );
  return found;
}

/** The article's own language, learnt from the lines that report. */
interface Own {
  readonly grams: NGrams;
  /** Cue words that the article itself uses. */
  readonly cues: ReadonlySet<Cue>;
  /** The lines that it was learnt from. */
  readonly core: ReadonlySet<View>;
}

const untied: Tie = { pairs: 0, triples: 0 };
const noCues: ReadonlySet<Cue> = new Set();

function languageOf(views: readonly View[], forms: readonly (Foreign | null)[]): Own {
  const prose = views.filter((view, i) => view.prose && forms[i] === null);
  const sure = prose.filter((view) => view.reports >= 1 && solicitationOf(view, noCues) < 1 + view.reports);
  const core = sure.length > 0 ? sure : prose.filter((view) => solicitationOf(view, noCues) < 2.5);
  return {
    grams: ngramsOf(core.map(({ line }) => line)),
    cues: new Set(core.flatMap(({ cues }) => [...cues.words, ...cues.told])),
    core: new Set(core),
  };
}

/** Lines that are of the page by their own form. */
function formsOf(views: readonly View[]): (Foreign | null)[] {
  const first = views.findIndex(({ prose }) => prose);
  const last = views.findLastIndex(({ prose }) => prose);
  const forms = views.map(({ line }, i) =>
    furnitureOf(line, first < 0 || i < first ? "before" : i > last ? "after" : "within"),
  );
  markRepeated(views, forms);
  return forms;
}

/** Heads that the pages of a document repeat, and the page's title before the headline. */
function markRepeated(views: readonly View[], forms: (Foreign | null)[]): void {
  const counts = new Map<string, number>();
  for (const { line } of views)
    if (line.han >= 6 && !line.closed) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  const seen = new Set<string>();
  for (const [i, { line, prose }] of views.entries()) {
    if (prose || forms[i] !== null) continue;
    if ((counts.get(line.text) ?? 0) >= 3) {
      if (seen.has(line.text)) {
        forms[i] = { rule: "cleaning/running-head", reason: "is repeated on the pages", score: 0.9 };
      }
      seen.add(line.text);
    }
    // 标题_频道_某某网, then the headline itself.
    const next = views[i + 1]?.line.text ?? "";
    if (next.length >= 6 && line.text.startsWith(next) && /^\s?[_|｜丨–-]/u.test(line.text.slice(next.length))) {
      forms[i] = { rule: "cleaning/page-data", reason: "is the page's title, and repeats the headline", score: 0.95 };
    }
  }
}

/** Tells whether a line heads the paragraph after it: it shares words with it. */
function isHeading(views: readonly View[], i: number): boolean {
  const view = views[i];
  if (view === undefined || view.prose || view.line.han < 4) return false;
  // A second line of the headline and a byline may stand between.
  let next = i + 1;
  while (next <= i + 3 && next < views.length && views[next]?.prose === false) next++;
  const body = (views[next]?.prose === true ? (views[next]?.line.text ?? "") : "") + (views[next + 1]?.line.text ?? "");
  const { text } = view.line;
  for (let c = 0; c + 1 < text.length; c++) {
    if (/^\p{Script=Han}{2}$/u.test(text.slice(c, c + 2)) && body.includes(text.slice(c, c + 2))) return true;
  }
  return false;
}

interface Judged {
  /** Log odds: more than 0 speaks for foreign text. */
  readonly weight: number;
  /** What it would be, were it foreign. */
  readonly why: Foreign | null;
}

/** Weighs one line by what it says, how it says it, and how it is tied to the article. */
function weigh(view: View, tie: Tie, own: Own, form: Foreign | null, leads: boolean): Judged {
  const { line, cues, prose, note, reports } = view;
  if (note) return { weight: -6, why: null };
  const soft = form !== null && isSoft(form);
  if (form !== null && !soft) return { weight: 6 * form.score, why: form };
  const kinds: readonly (readonly [sum: number, why: Foreign])[] = [
    [solicitationOf(view, own.cues), advertisement],
    [barOf(view), bar],
    [ofKind(view, "site", own) * 2 - 0.6, site],
    [ofKind(view, "legal", own) * 1.8 - 0.8, notice],
    [shareOf(view, "calendar", own), weather],
    [shareOf(view, "market", own), market],
  ];
  let sum = soft ? 1.5 : 0;
  let best: readonly [number, Foreign] | null = soft ? [1.5, form] : null;
  for (const one of kinds) {
    sum += Math.max(0, one[0]);
    if (best === null || one[0] > best[0]) best = one;
  }
  sum -= Math.min(3.5, 7 * Math.max(0, tie.pairs - 0.05) + 5 * tie.triples);
  sum -= (prose ? 0.9 : 0.4) * Math.min(5, reports);
  if (cues.publics > 0 && cues.phones === 0) sum -= 2;
  if (informs.test(line.text)) sum -= 2.5;
  if (isNames(line.text)) sum -= 0.8;
  sum -= prose ? 2.5 : tie.pairs === 0 && line.han >= 4 ? -0.3 : 0.2;
  if (leads) sum -= 1.2;
  if (line.marked) sum -= 3;
  // `一、某某`, `（二）某某`
  if (/^(?:第?[一二三四五六七八九十]{1,3}[、章节]|[（(][一二三四五六七八九十]{1,3}[）)])/u.test(line.text)) sum -= 2;
  if (cues.quoted > 0 && /^[“「]/u.test(line.text)) sum -= 2;
  return { weight: sum, why: best !== null && best[0] > 0 ? best[1] : null };
}

// Matches `市民可通过`, `求职者可登录`: told of readers, not to them; must not match `您可拨打`.
const informs = /[者民众人生长户客友业位]可(?:以|凭|持)?[^，。]{0,4}(?:登录|拨打|通过|到|前往|致电|在|向|查询)/u;

/** A row of names: 甲某某 乙某 丙某某. */
function isNames(text: string): boolean {
  const parts = text.split(/[\s、]+/u);
  return parts.length >= 3 && parts.every((part) => /^\p{Script=Han}{2,4}$/u.test(part));
}

/** Forms that an article may have as well: how to reach someone, what to follow. */
function isSoft({ rule }: Foreign): boolean {
  return rule === "cleaning/contact-line" || rule === "cleaning/self-promotion" || rule === "cleaning/disclaimer";
}

const advertisement: Foreign = { rule: "cleaning/advertisement", reason: "is an advertisement", score: 0.9 };
const bar: Foreign = { rule: "cleaning/share-bar", reason: "is a row of the page's buttons", score: 0.9 };
const site: Foreign = { rule: "cleaning/disclaimer", reason: "is the page speaking of itself", score: 0.9 };
const notice: Foreign = { rule: "cleaning/legal-notice", reason: "is a notice printed for a fee", score: 0.9 };
const weather: Foreign = { rule: "cleaning/page-data", reason: "tells the day and the weather", score: 0.9 };
const market: Foreign = { rule: "cleaning/page-data", reason: "is a bar of prices", score: 0.9 };

/** How much a line is made of the page's controls. */
function barOf({ line, cues }: View): number {
  const letters = line.han + cues.latin;
  if (cues.controls === 0 || letters === 0 || /[。；]/u.test(line.text)) return 0;
  const share = cues.covered / letters;
  if (share >= 0.95) return cues.controls >= 2 ? 6 : cues.covered >= 4 ? 2.5 : 1.2;
  if (share >= 0.6) return cues.controls >= 3 ? 4 : cues.controls >= 2 ? 2.5 : 0.6;
  return share >= 0.4 && cues.controls >= 3 ? 1.5 : 0;
}

function ofKind({ cues }: View, kind: "site" | "legal", own: Own): number {
  let sum = 0;
  for (const cue of cues.words) if (cue.kind === kind) sum += own.cues.has(cue) ? 0.2 : 1;
  return sum;
}

/** Bars of figures: most of the letters are of one kind. */
function shareOf({ line, cues }: View, kind: "calendar" | "market", own: Own): number {
  let covered = 0;
  let count = 0;
  for (const cue of cues.words) {
    if (cue.kind !== kind || own.cues.has(cue)) continue;
    covered += cue.word.length;
    count++;
  }
  if (count < 2 || /[。；]/u.test(line.text) || cues.digits < 2) return 0;
  const share = covered / Math.max(1, line.han + cues.latin);
  return share >= 0.6 ? 5 : share >= 0.35 ? 3 : 0;
}

/** What stands where an article has something of its own: its headline, what a colon introduces, its signature. */
function protect(views: readonly View[], weights: number[]): void {
  const less = (i: number, by: number): void => {
    weights[i] = (weights[i] ?? 0) - by;
  };
  const body = views.findIndex(({ prose, note }, i) => (prose && (weights[i] ?? 0) < -1) || note);
  if (body > 0) {
    if (views[body - 1]?.prose === false) less(body - 1, 1.5);
    less(0, 1);
    const title = views.findIndex((view, i) => i < body && !view.prose && (weights[i] ?? 0) < 0.8);
    if (title >= 0) less(title, 1);
  }
  const speakers = new Map<string, number>();
  for (const { line } of views) {
    const speaker = speakerOf(line.text);
    if (speaker !== "") speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1);
  }
  for (const [i, { line }] of views.entries()) {
    if (/[：:]$/u.test(line.text) && (weights[i] ?? 0) < 0) {
      less(i + 1, 1);
      for (let j = i + 1; j < views.length && isItem(views[j]?.line.text ?? ""); j++) less(j, 2);
    }
    if ((speakers.get(speakerOf(line.text)) ?? 0) > 1) less(i, 2);
    // Who signs a document stands before its day.
    const signs = /[府局厅委会办室院部队社司校处]$/u.test(line.text) && line.text.length <= 30;
    if (signs && views.slice(i + 1, i + 4).some(({ note }) => note)) less(i, 4);
  }
}

function speakerOf(text: string): string {
  const colon = text.indexOf("：");
  return colon > 0 && colon <= 8 && colon < text.length - 4 ? text.slice(0, colon) : "";
}

/** An entry of a list, a turn of a talk, a quotation. */
function isItem(text: string): boolean {
  return /^(?:[“「]|——|[（(]?[一二三四五六七八九十\d]{1,2}[、.．）)]|[①-⑳●·•■◆▪○]|\S{1,8}：)/u.test(text);
}

/** Where a turn is more or less likely: an article ends at its source note, and not after a colon. */
function turnsOf(views: readonly View[]): number[] {
  return views.map(({ line }, i) => {
    const before = views[i - 1];
    if (before === undefined) return 0;
    let more = line.blank > 0 ? -0.3 : 0;
    if (before.note) more -= 0.5;
    if (/[：:]$/u.test(before.line.text)) more += 1;
    return more;
  });
}

function whyOf(why: Foreign | null, list: number, section: Section, weight: number): Foreign {
  const score = Math.round(100 * (1 - 1 / (2 + Math.exp(Math.min(6, Math.max(0, weight)))))) / 100;
  if (section === "comments" && (why === null || why === advertisement || why === bar))
    return { rule: "cleaning/comments", reason: "is what readers wrote under the article", score };
  if (section === "related" || (list > 0 && (why === null || why === advertisement)))
    return { rule: "cleaning/related-news", reason: "lists other articles", score };
  if (why === null) return { ...advertisement, score };
  return why === advertisement || why === bar || why === site || why === notice || why === weather || why === market
    ? { ...why, score }
    : why;
}
