import type { Weighed } from "./foreign.ts";
import { besideOf, settledAt } from "./beside.ts";
import { mostOf, scoreOf, secondScoreOf } from "./forest.ts";
import { type Briefly, type Measure, measuredOf } from "./measures.ts";
import { opensRelated } from "../page/furniture.ts";
import type { View } from "./view.ts";
import { wordingOf } from "./wording.ts";
import { guarded } from "../../patterns/guarded.ts";

/**
 * Weighs each line anew by all that is measured of it, what the rules say included: log odds for foreign text, less
 * what it takes to be sure. Small trees of decisions that are asked one after the other and add up, fitted by
 * scripts/fit-trees.ts on blocks of many kinds in articles of many kinds: they decide, save where a form does.
 */
export function blendOf(views: readonly View[], weighed: Weighed, joins: readonly boolean[]): readonly number[] {
  const isShort = weighed.voice.letters.length < enough;
  const open = views.map((view, i) => isOpen(view, i, weighed, false));
  if (!open.includes(true)) return weighed.weights;
  const measured = measuredOf(views, weighed, joins);
  // Where the rules keep all lines, the trees need not say how surely they keep them.
  const isKept = (weight: number, i: number): boolean =>
    weight < -doubted && (open[i] !== true || isSurelyKept(measured.briefly(i), isShort));
  if (weighed.weights.every(isKept)) return weighed.weights;
  const rows = views.map((view, i) => (open[i] === true || isOpen(view, i, weighed) ? measured.wholly(i) : null));
  const said = saidOf(rows, weighed.weights, isShort);
  // Amid what is foreign the headline of another article may stand.
  const heads = (i: number): boolean => {
    const next = views[i + 1];
    return next !== undefined && (next.prose || next.note || weighed.judged[i + 1]?.why?.rule === "cleaning/page-data");
  };
  const doubtful = new Map<number, Row>();
  const scores = new Map<number, number>();
  const likely = new Set<number>();
  const blended = views.map(({ line }, i) => {
    const row = rows[i] ?? null;
    const weight = weighed.weights[i] ?? 0;
    if (row === null) return weight;
    const score = said[i] ?? 0;
    if (weight <= 0 && score < firmPiece && isPiece(row)) return weight;
    if (weight < surelyProse && row.prose > 0 && score < firm) return weight;
    // What may be a piece of a sentence is the article's unless all speaks against it.
    const bare = weighed.bare[i] ?? 0;
    if (weight <= 0 && (row.joinsBefore + row.joinsAfter > 0 || row.breaks > 5))
      if (score < (bare > loud ? firm : firmPiece)) return weight;
    // A bare line above a sentence of the article may be its heading.
    const mayHead = row.leads + row.sheltered > 1.5 && row.proseAfter > 0 && row.digits === 0;
    if (weight <= 0 && mayHead && score < firmProse) return weight;
    // Of the lines that may be the headline one that hangs on the article as a headline does is none of others.
    if (weight <= 0 && weighed.heads.has(i) && row.thread > bound && score < firmProse) return weight;
    // What is kept for where it stands is foreign only where all says so.
    if (weight <= 0 && (row.sheltered > 5.5 || weighed.heads.has(i)))
      if (score < (isLeftOpen(row) ? firmPiece : bare > offers ? sheltered : firm)) return weight;
    if (weight <= 0 && row.prose === 0 && row.closed === 0 && score > (heads(i) ? found / 2 : 0)) likely.add(i);
    // A short text tells too little of itself for all that is found in it.
    if (weight <= 0)
      return isShort && score < (row.prose > 0 ? firmProse : firm) ? Math.min(weight, score) : score - found;
    if (isShort && weight < undecided && score < firm) return score - firm;
    const needed = isQuiet(row) || (isShort && row.wording < 0) ? quiet : doubt;
    const isCounted = row.section > 1 && score > 2 * against && counted.test(line.text);
    if (isCounted || isProof(row, score, needed) || (isShort && isProofInShort(row, score)))
      return Math.max(weight, score - doubt);
    doubtful.set(i, row);
    scores.set(i, score);
    return score - needed;
  });
  // A running head may stand amid the article's sentences.
  const beside = blended.map((weight, i) =>
    weighed.judged[i]?.why?.rule === "cleaning/running-head" ? Math.min(weight, loud) : weight,
  );
  for (const [i, row] of doubtful) {
    // Whatever stands around it, the trees may know it for the article's.
    const isEntry = row.tail > 0 && counted.test(views[i]?.line.text ?? "");
    if ((scores.get(i) ?? 0) < (isEntry ? 4 * against : against)) continue;
    const isLikely = row.weight > firmly && (scores.get(i) ?? 0) > hardly;
    if (goesAlong(i, row, beside, doubtful, isLikely)) blended[i] = weighed.weights[i] ?? 0;
  }
  // What is more likely foreign than not needs no more beside what is foreign.
  for (const i of likely) {
    const stands = [i - 1, i + 1].some((j) => !likely.has(j) && (beside[j] ?? 0) > firmly);
    if ((blended[i] ?? 0) <= 0 && stands) blended[i] = barely;
  }
  // The second entry of a page's list goes with its first, whatever it tells.
  for (const [i, { line }] of views.entries()) {
    const number = entry.exec(line.text)?.[1];
    if ((blended[i] ?? 0) > 0 || number === undefined || (weighed.inSections[i] ?? 0) <= 1) continue;
    const before = entry.exec(views[i - 1]?.line.text ?? "")?.[1];
    if ((blended[i - 1] ?? 0) > firmly && Number(before) === Number(number) - 1) blended[i] = firmly + barely;
  }
  // Under a page's head its titles go together, though one tells as the article does.
  for (const i of titlesUnder(views, weighed, blended)) blended[i] = Math.max(blended[i] ?? 0, firmly + barely);
  // A row of a table is the article's where the one above or below it is.
  for (const [i, view] of views.entries()) {
    if ((blended[i] ?? 0) <= 0 || (weighed.weights[i] ?? 0) > loud || !isRow(view)) continue;
    if ([i - 1, i + 1].some((j) => isRow(views[j]) && (blended[j] ?? 0) <= 0)) blended[i] = -doubt;
  }
  return blended;
}

/**
 * The lines under a page's own heads of related articles (`相关阅读`) at the end of a text: titles, none of which a
 * full stop ends. Where the article goes on below them, what stands under a head may be its own: the trees decide.
 */
function titlesUnder(views: readonly View[], weighed: Weighed, blended: readonly number[]): ReadonlySet<number> {
  const titles = new Set<number>();
  const isTitle = (i: number): boolean => {
    const view = views[i];
    return view !== undefined && weighed.sections[i] === "related" && !view.line.closed && !view.note;
  };
  // From the end upwards, as long as nothing below is the article's.
  let from = views.length;
  for (let head = views.length - 1; head >= 0; head--) {
    const opens = weighed.sections[head] === "related" && opensRelated(views[head]?.line.text ?? "");
    if (!opens || (blended[head] ?? 0) <= firmly) continue;
    let end = head + 1;
    while (isTitle(end)) end++;
    for (let i = end; i < from; i++) if ((blended[i] ?? 0) <= 0) return titles;
    for (let i = head + 1; i < end; i++) titles.add(i);
    from = head;
  }
  return titles;
}

type Row = Readonly<Record<Measure, number>>;

/**
 * What the trees say of each line that is measured, and then, where any may be foreign, what more they say of it by
 * what they said of the lines around it.
 */
function saidOf(rows: readonly (Row | null)[], weights: readonly number[], isShort: boolean): readonly number[] {
  const first = rows.map((row, i) => (row === null ? settledAt(weights[i] ?? 0) : scoreOf(row)));
  const mayBe = (row: Row | null, i: number): boolean =>
    (weights[i] ?? 0) >= -doubted || (row !== null && (first[i] ?? 0) >= leastFound(row, isShort));
  if (!rows.some(mayBe)) return first;
  return rows.map((row, i) => {
    const alone = first[i] ?? 0;
    if (row === null || alone < hopeless) return alone;
    const both = alone + secondScoreOf(row, besideOf(first, i));
    // A piece of a sentence may stand anywhere.
    return isQuiet(row) || isLeftOpen(row) ? Math.min(alone, both) : both;
  });
}

/** A sentence that the line does not end, kept for where it stands: it may go on after a break. */
function isLeftOpen({ clauses, closed, sheltered: by, weight }: Row): boolean {
  return weight <= 0 && clauses > 0 && closed === 0 && by > 5.5;
}

/** What the trees must say of a line that the rules keep for it to be doubted. */
function leastFound(row: Briefly, isShort: boolean): number {
  return isShort ? (row.prose > 0 ? firmProse : firm) : found - doubted;
}

/** Tells that no more can be found in a line that the rules keep, whatever the dearest measures of it are. */
function isSurelyKept(row: Briefly | null, isShort: boolean): boolean {
  if (row === null) return true;
  return mostOf(row) < leastFound(row, isShort);
}

/**
 * Whether a line that is doubted goes with the foreign text beside it: what stands in the middle of a block, a number
 * to call beside a loud offer, the name above one, what stands last under one, and entries of a list in a block.
 */
function goesAlong(
  i: number,
  row: Row,
  blended: readonly number[],
  doubtful: ReadonlyMap<number, Row>,
  isLikely: boolean,
): boolean {
  const [before = -1, after = -1] = [i - 1, i + 1].map((j) => (doubtful.has(j) ? -1 : blended[j]));
  if (Math.min(before, after) > 0) return true;
  if ((row.phones + row.links > 0 || row.selling > 3) && Math.max(before, after) > loud) return true;
  // It sells, and the trees hardly speak against it.
  if (isLikely && Math.max(before, after) > 0) return true;
  if ((isName(row) && after > loud) || (row.tail > 0 && row.colon === 0 && before > loud)) return true;
  const isEntry = (j: number): boolean => {
    const { list = 0, weight = 0, han = 0 } = doubtful.get(j) ?? {};
    return list > 1 && weight > 2 && han > 8;
  };
  let from = i;
  while (i - from <= longestRun && isEntry(from)) from--;
  let to = i;
  while (to - i <= longestRun && isEntry(to)) to++;
  return from < i && to - from <= longestRun && Math.min(blended[from] ?? 0, blended[to] ?? 0) > 0;
}

/** As bare as the name of what is offered. */
function isName({ prose, closed, clauses, digits, han }: Row): boolean {
  return prose + closed + digits === 0 && clauses <= 1 && han <= 8;
}

/** A line that no sentence ends and that neither asks, offers nor addresses, in words as articles have them: verses. */
function isQuiet(row: Row): boolean {
  if (row.prose > 0 || row.wording >= 0 || row.list > 0) return false;
  return row.page + row.bids + row.selling + row.addressed + row.exclaimed + row.phones + row.links <= 0;
}

function isRow(view: View | undefined): boolean {
  return view !== undefined && view.line.text.includes("\t");
}

/**
 * What the rules find foreign is so where the trees do not speak against it, unless the article asks its readers or
 * names prices itself. What stands under the page's heads is known by that, and what speaks of the page by its words;
 * and so are sentences that only sell.
 */
function isProof(row: Row, score: number, needed: number): boolean {
  if (isLone(row)) return score >= quiet;
  const isPlain = row.pricedToo + row.askedToo === 0;
  if (score >= (row.wording < 0 ? needed : doubt / 2) || (row.section > 1 && score > against)) return true;
  if (score < (row.prose > 0 ? denied : -2)) return false;
  if (row.weight > 2 && (row.page >= 3 || row.spam > 0 || row.list >= 4 || (row.wording > 1.5 && score > 0)))
    return true;
  if (row.weight > 8 && score > -1) return true;
  // It sells, tells nothing and gives a number to call.
  if (row.phones > 0 && row.selling > 7 && row.weight > loud && row.told < 1) return true;
  return row.prose > 0 && row.weight > (isPlain ? 2 : 5) && row.told < 1;
}

/** A bare line that stands by itself and says little: `好了，散会！` */
function isLone({ run, weight, page, phones, links, addressed, selling, section, exclaimed }: Row): boolean {
  return run === 1 && weight < 2 && exclaimed > 0 && page + phones + links + addressed + section === 0 && selling < 2.5;
}

/** The same in a text that tells little of itself: the trees need not be as sure, but may not speak against it. */
function isProofInShort(row: Row, score: number): boolean {
  return row.wording > 0.5 && !isLone(row) && (score > 0 || (row.weight > 4 && row.phones === 0 && score > -1.5));
}

/**
 * Whether the trees can change what is told of a line: rows and verses are the article's, and what the rules are so
 * sure of no trees have found foreign in any text. What stands where a headline does, or where a list that a colon
 * introduces, is the article's unless it sounds foreign by itself. `closely`: so may be a sentence that is worded as
 * offers and readers are.
 */
export function isOpen(view: View, i: number, { weights, bare, heads, leads }: Weighed, closely = true): boolean {
  const weight = weights[i] ?? 0;
  if (weight > 0) return true;
  const { text, settled } = view.line;
  const alone = bare[i] ?? 0;
  return !(
    (weight < (view.prose ? surelyProse : surelyOther) && alone < heardAlone && !isLively(view, weight, closely)) ||
    (heads.has(i) && (alone < unlikeHeads || leads[i] === true || isFirmest(i, weights, heads))) ||
    (alone - weight > 5.5 && alone < heardAlone) ||
    settled ||
    text.includes("\t") ||
    attributed.test(text) ||
    caption.test(text) ||
    text.endsWith("，") ||
    numbered.test(text) ||
    signing.test(text)
  );
}

/** A sentence that the rules keep, in words that articles do not tell with: a tale that sells, a reader's remark. */
function isLively({ prose, line }: View, weight: number, closely: boolean): boolean {
  return closely && prose && weight > leastLively && wordingOf(line.text) > 0;
}

/** Of the lines that may be the headline the one that is kept most firmly. */
function isFirmest(i: number, weights: readonly number[], heads: ReadonlySet<number>): boolean {
  for (const j of heads) if (j !== i && (weights[j] ?? 0) < (weights[i] ?? 0)) return false;
  return true;
}

/** Below these weights of the rules no line of the texts that the trees were fitted and tried on was foreign. */
export const surelyProse = -5;
const surelyOther = -10;
/** A line that is kept for where it stands must weigh so much by itself to be asked of all the same. */
const heardAlone = 0.5;
const unlikeHeads = -1;
/** A sentence that weighs less is not asked of, whatever its words. */
const leastLively = -9;

/** A line that weighs as much below nothing is not even doubted. */
export const doubted = 0.8;
/** What the trees must say of a line for it to be foreign: a lost line of an article is worse than one that is left over. */
const doubt = 1;
/** Less than this says that it is the article's, whatever stands around it. */
const against = -0.9;
/** Below this nothing that is said around a line makes it foreign. */
const hopeless = -4.5;
/** Less than this denies that a sentence sells, whatever the rules say. */
const denied = -2.7;
/** More than this says little against it. */
const hardly = -0.6;
/** The same where the rules keep it. */
const found = 1.6;
/** The same where a line asks nothing and is worded as an article is. */
const quiet = 2;
/** What the trees must say of a line of a short text that the rules keep, and of a sentence. */
const firm = 3;
const firmProse = 5;
/** And of what may be a piece of a sentence. */
const firmPiece = 4;
/** What it must say of a line that is kept for where it stands, but sounds foreign by itself. */
const sheltered = 2;
const offers = 2;
/** So firmly hangs a headline on its article. */
const bound = 3;
/** What the rules weigh so little of a short text they do not know. */
const undecided = 0.5;
/** More entries of a list than this between two lines of the page may be the article's. */
const longestRun = 3;
/** A weight that leaves little doubt, and one that decides nothing else. */
const firmly = 1.5;
const barely = 0.1;
/** So much weighs an offer that leaves no doubt. */
const loud = 4.5;
/** As many characters of the article's own tell how it is written. */
const enough = 150;

// Matches `我父亲卧床多年。——读者 老田`; must not match `——读者摘句`.
const attributed = guarded(/[。！？]——\p{Script=Han}{2,8}(?:[\s　]\p{Script=Han}{2,4})?$/u);

// An entry of a page's list: matches `2 外地警方破获盗窃案`, `.今晚有雨`; must not match `10:00 旧书交换集市`.
const counted = guarded(/^(?:\d{1,2}[\s.、．]|[.．·•◎○●■▪◆▶-])\s?\S/u);
// Matches `2 外地警方破获盗窃案`, `3.今晚有雨`; must not match `2万户`, `3.5元`.
const entry = guarded(/^(\d{1,2})(?:[\s　]|[.、．](?!\d))/u);
// The number of a document: matches `〔2024〕3号`.
const numbered = guarded(/^\p{Script=Han}{0,8}〔\d{4}〕\d{1,4}号$/u);
// Matches `△志愿者在社区发放传单`; must not match `▶点这里`.
const caption = guarded(/^[△▲▽▼]\s?\p{Script=Han}{4}/u);

// Who signs, and a section's head: matches `某市公安局`, `三、工作措施`; must not match `某某口腔医院`.
const signing = guarded(
  /^(?:\p{Script=Han}{2,20}(?:政府|局|厅|委员会|管委会|办公室|法院|检察院|[大支总]队|派出所|领导小组)|[一二三四五六七八九十]{1,3}、\p{Script=Han}{2,16}|\p{Script=Han}{3,18}(?:检察官|法官|民警|教授|研究员)[\s　]\p{Script=Han}{2,4})$/u,
);

/** A line that a neighbour goes on with, and that neither asks nor offers anything. */
function isPiece(row: Row): boolean {
  if (row.joinsBefore + row.joinsAfter === 0) return false;
  const asks = row.page + row.bids + row.selling + row.addressed + row.exclaimed;
  return asks < (row.cutAfter + row.cutBefore > 0 ? 2 : 0.5);
}
