import type { Cue } from "./cues.ts";
import { type Foreign, furnitureOf } from "./furniture.ts";
import type { Line } from "./lines.ts";
import { type Section, listWeights, sectionsOf } from "./lists.ts";
import { type NGrams, ngramsOf } from "./ngrams.ts";
import { passagesOf } from "./passages.ts";
import { spamOf } from "./spam.ts";
import { prior, traits, traitsOf } from "./traits.ts";
import { type Tie, type View, tieOf, viewOf } from "./view.ts";

/**
 * Says of each line why it is not of the article, or null. A line that may be of the article is kept.
 * Every line is weighed by itself, then the lines that stand together are judged together.
 */
export function findForeign(lines: readonly Line[]): (Foreign | null)[] {
  const views = lines.map((line) => viewOf(line));
  const forms = formsOf(views);
  const { weights: inSections, sections } = sectionsOf(views);
  const own = languageOf(views, forms, sections);
  // A text without a sentence of report, a poem or a notice, has nothing that its lines could be foreign to.
  if (own.core.size === 0) return forms;
  const ties = views.map((view) => tieOf(view.line.text, own.grams, own.core.has(view)));
  const leads = views.map((_view, i) => isHeading(views, own.core, i));
  const lists = listWeights(views, ties, leads);
  const judged = views.map((view, i) => weigh(view, ties[i] ?? untied, own, forms[i] ?? null, leads[i] === true));
  const weights = judged.map(({ weight, told }, i) => {
    const entry = (lists[i] ?? 0) > 1 || (inSections[i] ?? 0) > 1;
    // The headlines of other articles report as well, and so do those who comment.
    return weight + (entry ? told : 0) + (lists[i] ?? 0) + (inSections[i] ?? 0);
  });
  protect(views, weights, leads);
  end(views, weights, ties);
  attach(views, weights, leads, judged);
  const foreign = passagesOf(weights, turnsOf(views, judged));
  const found = views.map((_view, i) =>
    foreign[i] === true ? whyOf(judged[i]?.why ?? null, lists[i] ?? 0, sections[i] ?? null, weights[i] ?? 0) : null,
  );
  nameTogether(found, judged);
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

/** Learns from the prose that by itself is no more likely foreign than not. */
function languageOf(views: readonly View[], forms: readonly (Foreign | null)[], sections: readonly Section[]): Own {
  const nothing: Own = { grams: ngramsOf([]), cues: new Set(), core: new Set() };
  const core = views.filter(
    (view, i) => view.prose && forms[i] === null && (sections[i] === null || view.line.closed) && weigh(view, untied, nothing, null, false).weight < -1,
  );
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

/** Tells whether a line heads the article's next paragraph: it shares words with it. */
function isHeading(views: readonly View[], core: ReadonlySet<View>, i: number): boolean {
  const view = views[i];
  if (view === undefined || view.prose || view.line.han < 4 || view.line.han > 34) return false;
  let next = i + 1;
  while (next < i + 20 && next < views.length && !core.has(views[next] as View)) next++;
  const body = [views[next], views[next + 1]].map((one) => (one !== undefined && core.has(one) ? one.line.text : "")).join("\n");
  if (body === "\n") return false;
  const { text } = view.line;
  let shared = 0;
  for (let c = 0; c + 1 < text.length; c++) {
    const pair = text.slice(c, c + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair) && body.includes(pair)) shared++;
  }
  // A byline and a second line of the headline may stand between; foreign lines as well, but words agree by chance.
  return next <= i + 3 ? shared > 0 : shared > 1 || shared * 4 >= text.length;
}

interface Judged {
  /** Log odds: more than 0 speaks for foreign text. */
  readonly weight: number;
  /** How much of that speaks against, for the line reports. */
  readonly told: number;
  /** How much it sells. */
  readonly selling: number;
  /** It is of the page by its form alone. */
  readonly formed: boolean;
  /** What it would be, were it foreign. */
  readonly why: Foreign | null;
}

/** Weighs one line by what it says, how it says it, and how it is tied to the article. */
function weigh(view: View, tie: Tie, own: Own, form: Foreign | null, leads: boolean): Judged {
  const { line, prose, note } = view;
  if (note) return { weight: -6, told: 0, selling: 0, formed: false, why: null };
  const soft = form !== null && isSoft(form);
  if (form !== null && !soft) return { weight: 6 * form.score, told: 0, selling: 0, formed: true, why: form };
  const measured = traitsOf(view, tie, own.cues, leads);
  let weight: number = prose ? prior.prose : prior.fragment;
  let selling = 0;
  let told = 0;
  for (const trait of traits) {
    const part = measured[trait.name] * (prose ? trait.prose : trait.fragment);
    weight += part;
    if (trait.name === "says" || trait.name === "warn" || trait.name === "report" || trait.name === "office") told -= part;
    if (part > 0 && trait.name !== "site" && trait.name !== "legal") selling += part;
  }
  if (line.marked) weight -= 3;
  const [first, ...others] = [
    { sum: selling, why: advertisement },
    { sum: measured.site * 2, why: site },
    { sum: measured.legal * 2, why: notice },
    { sum: barOf(view), why: bar },
    { sum: spamOf(line.text) * 3, why: spam },
    { sum: shareOf(view, "calendar", own), why: weather },
    { sum: shareOf(view, "market", own), why: market },
    ...(soft ? [{ sum: form.rule === "cleaning/contact-line" ? 2 : 3.5, why: form }] : []),
  ] as const;
  let best = first;
  for (const other of others) {
    if (other.why !== site && other.why !== notice) weight += other.sum;
    if (other.sum > best.sum) best = other;
  }
  return { weight, told, selling, formed: false, why: best.sum > 0 ? best.why : null };
}

/** Forms that an article may have as well: how to reach someone, what to follow. */
function isSoft({ rule }: Foreign): boolean {
  return rule === "cleaning/contact-line" || rule === "cleaning/self-promotion" || rule === "cleaning/disclaimer";
}

const advertisement: Foreign = { rule: "cleaning/advertisement", reason: "is an advertisement", score: 0.9 };
const spam: Foreign = { rule: "cleaning/search-spam", reason: "is a string of search words", score: 0.9 };
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
  if (/#[^#\s]{2,20}#.{0,4}#/u.test(line.text)) return 4;
  if (share >= 0.95 && /\d:\d\d/u.test(line.text)) return 3.5;
  if (share >= 0.95) return cues.controls >= 2 ? 6 : cues.covered >= 4 ? 2.5 : 1.2;
  if (share >= 0.6) return cues.controls >= 3 ? 4 : cues.controls >= 2 ? 2.5 : 0.6;
  return share >= 0.4 && cues.controls >= 3 ? 1.5 : 0;
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
function protect(views: readonly View[], weights: number[], leads: readonly boolean[]): void {
  const less = (i: number, by: number): void => {
    weights[i] = (weights[i] ?? 0) - by;
  };
  const body = views.findIndex(({ prose, note }, i) => (prose && (weights[i] ?? 0) < -1) || note);
  if (body > 0) {
    if (views[body - 1]?.prose === false) less(body - 1, 1.5);
    less(0, 1.5);
    for (let i = 0; i < body; i++) if (leads[i] === true && (weights[i] ?? 0) < 1.5) less(i, 1);
    const title = views.findIndex((view, i) => i < body && !view.prose && (weights[i] ?? 0) < 0.8);
    if (title >= 0) less(title, 1);
    // Its second line, and who wrote it.
    for (let i = title + 1; title >= 0 && i < body; i++) {
      const { text, han } = views[i]?.line ?? { text: "", han: 0 };
      if (/^\p{Script=Han}{2,4}$/u.test(text)) less(i, 1.5);
      else if (han <= 20 && (weights[i] ?? 0) < 0.8) less(i, i === title + 1 ? 1.2 : 0.6);
    }
  }
  const speakers = new Map<string, number>();
  for (const { line } of views) {
    const speaker = speakerOf(line.text);
    if (speaker !== "") speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1);
  }
  const numbered = new Map<number, boolean>();
  for (const [i, { line }] of views.entries()) {
    if (/[：:]$/u.test(line.text) && (weights[i] ?? 0) < 0.5) {
      less(i + 1, 1);
      for (let j = i + 1; j < views.length && j < i + 40; j++) {
        if (isItem(views[j]?.line.text ?? "")) less(j, 2);
        else if ((weights[j] ?? 0) < 0.3) break;
      }
    }
    if ((speakers.get(speakerOf(line.text)) ?? 0) > 1) less(i, 5);
    const number = /^[（(]?(\d{1,2})[.．、）)]/u.exec(line.text)?.[1];
    if (number !== undefined) {
      const at = Number(number);
      if (at > 1 && numbered.get(at - 1) === true) less(i, 1.5);
      numbered.set(at, (weights[i] ?? 0) < 0);
    }
    // Its headline stands before who wrote it, and what a numbered heading counts after that.
    if (views[i + 1]?.note === true && line.han >= 4 && (leads[i] === true || (weights[i] ?? 0) < 1.5) && !views[i]?.prose) less(i, 1.5);
    if (/^[一二三四五六七八九十]{1,3}、/u.test(line.text)) less(i + 1, 1.5);
    // Who signs a document stands before its day.
    const signs = /[府局厅委会办室院部队社司校处]$/u.test(line.text) && line.text.length <= 30;
    if (signs) {
      let next = i + 1;
      while (next < i + 20 && (weights[next] ?? 0) > 0.3) next++;
      if (views[next]?.note === true) less(i, 4);
      else if (/[府局厅委]$/u.test(line.text)) less(i, 1.5);
    }
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

/** After the article's last words, and more so after its source note, a line that nothing ties to it is not its own. */
function end(views: readonly View[], weights: number[], ties: readonly Tie[]): void {
  const last = views.findLastIndex(({ prose }, i) => prose && (weights[i] ?? 0) < -1);
  const note = views.findLastIndex(({ note: is }) => is);
  for (let i = Math.max(last, note) + 1; last >= 0 && i < views.length; i++) {
    const view = views[i];
    if (view === undefined || view.prose || view.line.marked || (ties[i]?.pairs ?? 0) >= 0.08) continue;
    if (view.line.text.includes("\t")) continue;
    weights[i] = (weights[i] ?? 0) + (note > last ? 0.8 : 0.3);
  }
}

/** A line that says nothing goes with the foreign lines that it heads or ends, where no word ties it to the article. */
function attach(views: readonly View[], weights: number[], leads: readonly boolean[], judged: readonly Judged[]): void {
  const isStrong = (i: number): boolean => (weights[i] ?? 0) > 1.5 && judged[i]?.formed === false;
  const given = views.map(({ prose, note, line }, i) => {
    const weight = weights[i] ?? 0;
    if (prose || note || line.marked || leads[i] === true || weight < -0.8 || weight > 0.8) return 0;
    return isStrong(i + 1) ? 0.9 : isStrong(i - 1) ? 0.6 : 0;
  });
  for (const [i, more] of given.entries()) weights[i] = (weights[i] ?? 0) + more;
}

/** Where a turn is more or less likely: an article ends at its source note, and not after a colon. */
function turnsOf(views: readonly View[], judged: readonly Judged[]): number[] {
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

/** Lines that stand together are one advertisement, whatever each looks like by itself. */
function nameTogether(found: (Foreign | null)[], judged: readonly Judged[]): void {
  for (let i = 0; i < found.length;) {
    let stop = i;
    let sells = false;
    let selling = 0;
    let other = 0;
    let heaviest = found[i] ?? advertisement;
    while (stop < found.length && isOfBlock(found[stop])) {
      const weight = Math.max(0, judged[stop]?.weight ?? 0);
      const sold = found[stop]?.rule === advertisement.rule ? weight : Math.min(weight, judged[stop]?.selling ?? 0);
      sells ||= found[stop]?.rule === advertisement.rule;
      selling += sold;
      if (weight - sold > other) {
        other = weight - sold;
        heaviest = found[stop] ?? advertisement;
      }
      stop++;
    }
    if (sells && selling >= other) heaviest = advertisement;
    for (let j = i; j < stop; j++) {
      const why = found[j];
      if (why !== null && why !== undefined && why.rule !== heaviest.rule) found[j] = { ...heaviest, score: why.score };
    }
    i = Math.max(stop, i + 1);
  }
}

function isOfBlock(why: Foreign | null | undefined): boolean {
  return (
    why !== null &&
    why !== undefined &&
    /advertisement|self-promotion|contact-line|search-spam|legal-notice/u.test(why.rule)
  );
}

function whyOf(why: Foreign | null, list: number, section: Section, weight: number): Foreign {
  const score = Math.round(100 * (1 - 1 / (2 + Math.exp(Math.min(6, Math.max(0, weight)))))) / 100;
  if (section === "comments" && (why === null || why === advertisement || why === bar))
    return { rule: "cleaning/comments", reason: "is what readers wrote under the article", score };
  if (section === "related" || (list > 1 && (why === null || why === advertisement)))
    return { rule: "cleaning/related-news", reason: "lists other articles", score };
  if (why === null) return { ...advertisement, score };
  return why === advertisement || why === bar || why === site || why === notice || why === weather || why === market
    ? { ...why, score }
    : why;
}
