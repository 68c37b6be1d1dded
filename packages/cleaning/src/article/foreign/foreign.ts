import type { Change, Doubted } from "../../draft.ts";
import { blendOf, doubted } from "./blend.ts";
import { attach, protect, turnsOf, weighEnd, wrapOf } from "./context.ts";
import { type Judged, advertisement, judge, market } from "./judgement.ts";
import { formsOf } from "./page-forms.ts";
import { pointsOn } from "../page/chrome.ts";
import { furnitureOf } from "../page/furniture.ts";
import type { Foreign } from "../page/reason.ts";
import { cutsWord } from "../lines/evidence.ts";
import { isHeading } from "./headings.ts";
import { type Line, isProse } from "../lines/lines.ts";
import { keepOwnForms } from "./kept.ts";
import { listWeights } from "./lists.ts";
import { adsWithin } from "./mixed.ts";
import { nameTogether, whyOf } from "./naming.ts";
import { type Own, type Tie, ownOf, tieOf, unknown, untied } from "./own.ts";
import { passagesOf } from "./passages.ts";
import { leastOffer } from "./register.ts";
import { type Section, sectionsOf } from "./sections.ts";
import { type Alone, areTold, islandOf, mayBeHeaded } from "./told.ts";
import { barredRows, tableRows } from "./tables.ts";
import { titlesWithin } from "./titles-within.ts";
import { threadOf } from "./thread.ts";
import { type Unit, isProseUnit, together, unitsOf } from "../lines/units.ts";
import { type View, viewOf } from "./view.ts";
import { wordingOf } from "./wording.ts";
import { type Voice, mostStrangeOf, mostStrangeOfHead, strangenessOf, voiceOf } from "./voice.ts";

/** Which lines are not of the article, and which may not be. */
export interface Verdict {
  /** Of each line why it is not of the article, or null. */
  readonly foreign: readonly (Foreign | null)[];
  /** Lines that are kept and may be foreign all the same, in the draft's text. */
  readonly doubts: readonly Doubted[];
  /** Advertisements within paragraphs of the article. Where there are any, the rest holds for a text without them. */
  readonly within: readonly Change[];
}

/**
 * Finds the lines that are not of the article. Every line is weighed by itself, then by what stands around it,
 * then the lines that stand together are judged together. A line that may be of the article is kept, with a doubt.
 * `groups` tells which lines surely are of one paragraph, `pieces` those that are no more than a piece of its sentence.
 */
export function findForeign(
  lines: readonly Line[],
  groups: readonly number[],
  pieces: ReadonlySet<Line> = new Set(),
): Verdict {
  const units = unitsWithin(lines, groups, pieces);
  const verdict = judgeAll(viewsOf(units), wrapOf(lines), joinsOf(units, groups));
  if (units.length === lines.length) return verdict;
  return {
    foreign: units.flatMap(({ from, to }, u) => lines.slice(from, to).map(() => verdict.foreign[u] ?? null)),
    doubts: verdict.doubts,
    // A unit of several lines has breaks of its own.
    within: verdict.within.filter(({ start, end }) =>
      units.some((unit) => unit.to - unit.from === 1 && unit.line.start <= start && end <= unit.line.end),
    ),
  };
}

/** What is judged as one, of the lines of a text. */
export function unitsWithin(lines: readonly Line[], groups: readonly number[], pieces: ReadonlySet<Line>): Unit[] {
  const isPiece = (line: Line | undefined): boolean => line !== undefined && pieces.has(line);
  const repeated = repeatedIn(lines);
  return unitsOf(
    lines,
    groups,
    (i) =>
      repeated.has(lines[i]?.text ?? "") ||
      (!isPiece(lines[i]) && (headsAlone(lines, i) || (standsAlone(lines[i]) && !tellsTogether(lines, groups, i)))),
  );
}

/** What stands three times and more on lines of its own is no piece of a sentence. */
function repeatedIn(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text, han, closed } of lines)
    if (han >= 6 && !closed && text.length <= 40) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 3).map(([text]) => text));
}

/** Of each unit whether its last line goes on in the next unit's first, as far as the lines tell. */
export function joinsOf(units: readonly Unit[], groups: readonly number[]): boolean[] {
  return units.map(({ to }) => to < groups.length && groups[to - 1] === groups[to]);
}

/** Looks at each unit once. */
export function viewsOf(units: readonly Unit[]): View[] {
  return units.map((unit) => viewOf(unit.line, isProseUnit(unit)));
}

/** A line that looks like the page's or an advertisement's is no piece of a wrapped sentence. */
function standsAlone(line: Line | undefined): boolean {
  if (line === undefined) return false;
  if (furnitureOf(line, "within") !== null) return true;
  const view = viewOf(line, isProse(line));
  if (view.note || view.register > 0.4 || judge(view, untied, unknown, null, false).weight > 0.5) return true;
  return !line.closed && wordingOf(line.text) > ofPage;
}

/**
 * A line that only its own words sell, and that tells what the article tells where it is read with the line that goes
 * on with it: `…司机一律按“三年无责”标准招聘，报名九十三人，录用` | `九十人，平均年龄四十四岁。`
 */
function tellsTogether(lines: readonly Line[], groups: readonly number[], i: number): boolean {
  const line = lines[i];
  const next = lines[i + 1];
  if (line === undefined || next === undefined || groups[i] !== groups[i + 1]) return false;
  // What a break left of a sentence is no longer than the line before, and hardly ever the only break of a text.
  if (next.text.length > line.text.length || !next.text.endsWith("。")) return false;
  if (line.closed || line.clauses === 0 || standsAlone(next)) return false;
  const view = viewOf(line, isProse(line));
  if (view.cues.phones + view.cues.links + view.cues.labels + view.cues.discounts > 0 || view.register > 0.4)
    return false;
  if (!lines.some((other, j) => j !== i && isHalf(other) && groups[j] === groups[j + 1])) return false;
  const whole = together([line, next]);
  return judge(viewOf(whole, isProse(whole)), untied, unknown, null, false).weight < -1;
}

/** A line whose sentence is left open, and that may be of an article. */
function isHalf(line: Line): boolean {
  return !line.closed && line.clauses + line.commas > 0 && !standsAlone(line);
}

/** Above this a line's wording is hardly ever that of an article's sentence, or of a piece of one. */
const ofPage = 1;

/** A bare line above such a line is its head, also where the sentence before was left open. */
function headsAlone(lines: readonly Line[], i: number): boolean {
  const line = lines[i];
  if (line === undefined || line.closed || line.commas + line.sentences > 0 || line.text.length > 16) return false;
  return standsAlone(lines[i + 1]);
}

/** Lines with what speaks for and against each, by itself and by what stands around it. */
export interface Weighed extends Alone {
  readonly weights: readonly number[];
  /** Lines that are taken for the headline, its second line or who wrote it. */
  readonly heads: ReadonlySet<number>;
}

function judgeAll(views: readonly View[], width: number | null, joins: readonly boolean[]): Verdict {
  const forms = formsOf(views);
  const heard = hear(views, forms, width, true);
  // A text without a sentence of report, a poem or a notice, has nothing that its lines could be foreign to.
  if (heard === null) return { foreign: forms, doubts: [], within: [] };
  const roughly = mayBeHeaded(views, forms) ? weighAlone(views, forms, heard, true) : null;
  const isTold = roughly !== null && areTold(views, roughly);
  const alone = roughly !== null && isTold ? roughly : weighAlone(views, forms, heard);
  if (isTold || areTold(views, alone))
    return { foreign: views.map(() => null), doubts: [], within: withinOf(views, alone) };
  const weighed = weighTogether(views, forms, width, alone);
  const { judged, lists, sections } = weighed;
  const weights = blendOf(views, weighed, joins);
  const passages = passagesOf(weights, turnsOf(views, judged));

  const foreign = judged.map((one, i) =>
    passages[i] === true && hasLetters(views[i])
      ? whyOf(one, lists[i] ?? 0, sections[i] ?? null, weights[i] ?? 0)
      : null,
  );
  nameTogether(foreign, judged);
  return {
    foreign,
    doubts: doubtsOf(views, judged, weights, foreign),
    within: withinOf(views, weighed),
  };
}

function withinOf(views: readonly View[], { judged, own }: Alone): Change[] {
  const found = views.flatMap((view, i) => ((judged[i]?.selling ?? 0) > 3 ? adsWithin(view, own) : []));
  return found.length > 0 ? found : titlesWithin(views);
}

/**
 * Weighs lines by themselves and by what stands around them; null where nothing is told that they could be foreign to.
 * `briefly`: sentences that are the article's whatever ties them to it are given the most that they may weigh, unless
 * a line is more likely foreign than not.
 */
export function weigh(
  views: readonly View[],
  forms: readonly (Foreign | null)[],
  width: number | null,
  briefly = false,
): Weighed | null {
  const heard = hear(views, forms, width, briefly);
  return heard === null ? null : weighTogether(views, forms, width, weighAlone(views, forms, heard));
}

/** Learns how the article speaks from what is surely its own; null where nothing is. */
export function hear(
  views: readonly View[],
  forms: readonly (Foreign | null)[],
  width: number | null,
  briefly: boolean,
): Heard | null {
  const { weights: inSections, sections } = sectionsOf(views);
  const looks = firstLooks(views, forms, sections);
  const first = ownOf([...looks.keys()]);
  if (first.core.size === 0) return null;
  return { ...withoutStrangers(first, width !== null, looks, briefly), looks, inSections, sections, briefly };
}

/**
 * Weighs lines by themselves. `roughly`: the first is given no less than it may weigh, whatever ties it to the article
 * and however that speaks.
 */
export function weighAlone(
  views: readonly View[],
  forms: readonly (Foreign | null)[],
  { own, voice, known, looks, inSections, sections, briefly }: Heard,
  roughly = false,
): Alone {
  const ties = views.map((view, i) => (roughly && i === 0 ? untied : tieOf(view, own)));
  const leads = views.map((_view, i) => !(roughly && i === 0) && isHeading(views, own.core, i));
  const lists = listWeights(views, ties, leads);
  // The most that a sentence may be strange that needs no closer look.
  const mosts = views.map((view, i) => {
    const look = briefly && own.grams.counted && lists[i] === 0 && sections[i] === null ? looks.get(view) : undefined;
    return look === undefined ? null : mostOf(view, look);
  });
  const judged = views.map(
    (view, i) =>
      (mosts[i] === null ? known.get(view)?.one : looks.get(view)) ??
      judge(view, ties[i] ?? untied, own, forms[i] ?? null, leads[i] === true),
  );
  const stranges = judged.map((one, i) => {
    const view = views[i];
    const heard = view === undefined ? undefined : known.get(view);
    // What stands under a line tells of a sentence only where a word may be broken.
    if (heard !== undefined && heard.strange <= 0) return heard.strange;
    if (roughly && i === 0 && view !== undefined) return mostStrangeOfHead(view);
    return mosts[i] ?? strangeness(view, one, voice, views[i + 1]);
  });
  const bare = judged.map((one, i) => {
    const { told } = one;
    const list = lists[i] ?? 0;
    const section = inSections[i] ?? 0;
    const strange = stranges[i] ?? 0;
    // Under its head a list may share the article's subject, and its readers speak of it; the article goes on after it.
    const isSubject = sections[i] === "related" && strange < -1.5;
    const spoken = isAlone(views, judged, i) ? offering(views[i], one, ties[i], leads[i] === true) : 0;
    const weight = one.weight + spoken + (section > 0 && !isSubject ? Math.max(0, strange) : strange);
    // The headlines of other articles report as well, and so do those who comment.
    const sum = weight + (list > 1 || section > 1 ? told : 0) + list + section;
    return sections[i] === "related" && section > 1 && leads[i] !== true && !isSubject ? Math.max(sum, 1.2) : sum;
  });
  const sure = mosts.map((most) => most !== null);
  return { bare, sure, judged, lists, sections, inSections, ties, leads, stranges, voice, own };
}

/** Weighs lines by what stands around them as well; closely, if a line is more likely foreign than not. */
export function weighTogether(
  views: readonly View[],
  forms: readonly (Foreign | null)[],
  width: number | null,
  alone: Alone,
): Weighed {
  const { bare, judged, ties, leads, voice } = alone;
  const weights = [...bare];
  const heads = protect(views, weights, leads, judged, ties, threadsBefore(views, voice), width);
  for (let i = 1; i < views.length - 1; i++) {
    const goesOn = [i - 1, i + 1].every((j) => (weights[j] ?? 0) < -3 && (ties[j]?.pairs ?? 0) > 0.03);
    if (goesOn && isIsland(views[i], ties[i])) weights[i] = (weights[i] ?? 0) + islandOf(judged[i]?.selling ?? 0);
  }
  keepOwnForms(views, weights, judged);
  // Built as the paragraphs are, a line needs more than its looks to be an advertisement.
  for (const [i, { line }] of views.entries())
    if (line.settled && judged[i]?.formed === false) weights[i] = (weights[i] ?? 0) - 4;
  for (const [i, row] of tableRows(views).entries()) {
    if (row && judged[i]?.formed === false && judged[i]?.why !== market) weights[i] = (weights[i] ?? 0) - 7;
  }
  for (const [i, row] of barredRows(views).entries()) {
    if (row && judged[i]?.formed === false) weights[i] = (weights[i] ?? 0) - barred;
  }
  weighEnd(views, weights, ties);
  attach(views, weights, leads, ties, judged);
  const closer = alone.sure.includes(true) && weights.some((weight) => weight > 0) ? weigh(views, forms, width) : null;
  return closer ?? { ...alone, weights, heads };
}

/** So much less weighs a row between bars that no tree is asked of it. */
const barred = 14;

/** Less than any weight that is asked for: what weighs no more is the article's. */
const surely = -3.1;

/**
 * The most that a sentence may be strange to its article, where it cannot be foreign whatever ties it to the article
 * and however that speaks; else null. To tie a line to an article, and to know its words there, never speaks against it.
 */
function mostOf(view: View, { weight, selling, why, formed }: Judged): number | null {
  if (view.plain || formed || selling >= 1.8 || (why !== null && why !== advertisement)) return null;
  if (weight >= surely || !view.line.text.endsWith("。") || view.line.marked) return null;
  const most = mostStrangeOf(view);
  return most !== null && weight + most < surely ? most : null;
}

/** How firmly the lines before the article's first hang on it. */
function threadsBefore(views: readonly View[], { letters, core }: Voice): number[] {
  const first = views.findIndex((view) => core.has(view));
  return views.slice(0, Math.max(0, first)).map((view) => threadOf(view, letters, false));
}

/** Characters that were read wrongly are no one's: matches `?!疤鸬?!庇`; must not match `真的?！`. */
function isDamaged(text: string): boolean {
  return /\uFFFD|[?？][!！]\p{Script=Han}|[\uE000-\uF8FF]/u.test(text);
}

/** The article's language and voice, with what was found of its lines on the way. */
interface Heard extends Learnt {
  readonly looks: ReadonlyMap<View, Judged>;
  readonly inSections: readonly number[];
  readonly sections: readonly Section[];
  /** Sentences that are the article's whatever ties them to it are given the most that they may weigh. */
  readonly briefly: boolean;
}

interface Learnt {
  readonly own: Own;
  readonly voice: Voice;
  /** Of lines of its own what is told of each by itself and by the article's voice. */
  readonly known: ReadonlyMap<View, { readonly one: Judged; readonly strange: number }>;
}

/** Forgets what stands among the article's prose and is strange to the rest. */
function withoutStrangers(own: Own, wrapped: boolean, looks: ReadonlyMap<View, Judged>, briefly: boolean): Learnt {
  const voice = voiceOf(own, wrapped);
  const known = new Map<View, { readonly one: Judged; readonly strange: number }>();
  const core = [...own.core].filter((view) => {
    if (view.plain) return true;
    const counted = own.grams.counted;
    const look = looks.get(view);
    if (briefly && counted && look !== undefined && mostOf(view, look) !== null) return true;
    const one = judge(view, tieOf(view, own), own, null, false);
    const strange = strangeness(view, one, voice);
    if (counted) known.set(view, { one, strange });
    return one.weight + strange < 0;
  });
  if (core.length === own.core.size || core.length * 2 < own.core.size) return { own, voice, known };
  const rest = ownOf(core);
  return { own: rest, voice: voiceOf(rest, wrapped), known: new Map() };
}

/** What the article's voice says of a line that its own form does not decide. */
function strangeness(
  view: View | undefined,
  { formed, weight, why, selling }: Judged,
  voice: Voice,
  next?: View,
): number {
  if (view === undefined || formed || weight <= -6 || view.line.marked || isDamaged(view.line.text)) return 0;
  const strange = strangenessOf(view, voice, selling, next);
  // A break inside a word: `首席分`, then `析师认为`.
  const mayBreak =
    strange > 0 && weight + strange > -1 && !view.line.closed && next !== undefined && voice.core.has(next);
  if (mayBreak && cutsWord(view.line.text, next.line.text)) return 0;
  // What the page says of itself may speak as the article does.
  return why === null || why === advertisement ? strange : Math.max(0, strange);
}

/** Between sentences that end, or beside what is foreign by itself: lines in a row may be entries of the article's. */
function isAlone(views: readonly View[], judged: readonly Judged[], i: number): boolean {
  return [i - 1, i + 1].every((j) => {
    const view = views[j];
    return view === undefined || (view.line.closed && !endsInColon(view.line.text)) || (judged[j]?.weight ?? 0) > 2;
  });
}

function endsInColon(text: string): boolean {
  return text.endsWith("：") || text.endsWith(":");
}

/** What the register of offers adds to a line that no sentence ends, the less the more ties it to the article. */
function offering(view: View | undefined, { formed, weight }: Judged, tie: Tie = untied, leads: boolean): number {
  if (view === undefined || formed || weight <= -6 || view.note || leads || !view.mayOffer) return 0;
  if (isDamaged(view.line.text)) return 0;
  const tied = 10 * Math.max(0, tie.pairs - 0.03) + 10 * Math.max(0, tie.triples - 0.05);
  const sum = view.register - tied;
  return sum > leastOffer ? Math.min(5, sum + 1.5) : 0;
}

/** What the prose says by itself that is no more likely foreign than not: the article's language is learnt from it. */
function firstLooks(
  views: readonly View[],
  forms: readonly (Foreign | null)[],
  sections: readonly Section[],
): Map<View, Judged> {
  const looks = new Map<View, Judged>();
  for (const [i, view] of views.entries()) {
    if (!view.prose || forms[i] !== null || (sections[i] !== null && !view.line.closed)) continue;
    const look = judge(view, untied, unknown, null, false);
    if (look.weight < -1) looks.set(view, look);
  }
  return looks;
}

/** A line that nothing ties to the text and that reports nothing, between paragraphs that go on without it. */
function isIsland(view: View | undefined, tie: Tie | undefined): boolean {
  if (view === undefined || tie === undefined || view.note || view.line.marked) return false;
  const { cues, line, reports } = view;
  const { text, han } = line;
  return (
    han >= 8 &&
    text.length <= 90 &&
    tie.pairs < 0.03 &&
    tie.triples < 0.03 &&
    reports + cues.first + cues.past + cues.days + cues.quoted + cues.publics === 0 &&
    cues.particles * 12 <= han &&
    !/[：:]$|\t/u.test(text)
  );
}

/** A line of dashes says nothing by itself. */
function hasLetters(view: View | undefined): boolean {
  if (view === undefined) return false;
  return view.line.han > 0 || view.cues.latin > 0 || /\d/u.test(view.line.text) || pointsOn(view.line.text);
}

/** Lines that look foreign by themselves and stay because of what stands around them. */
function doubtsOf(
  views: readonly View[],
  judged: readonly Judged[],
  weights: readonly number[],
  foreign: readonly (Foreign | null)[],
): Doubted[] {
  return views.flatMap(({ line: { start, end } }, i) => {
    const weight = weights[i] ?? 0;
    const { why = null } = judged[i] ?? {};
    if (foreign[i] !== null || weight < -doubted) return [];
    const { rule } = why ?? advertisement;
    const score = Math.round(100 / (1 + Math.exp(-Math.min(3, weight)))) / 100;
    return [{ span: { start, end }, rule, reason: "may not be of the article", score }];
  });
}
