import type { Foreign } from "../page/reason.ts";
import type { Own, Tie } from "./own.ts";
import { type TraitName, prior, traits, traitsOf } from "./traits.ts";
import type { View } from "./view.ts";

/** What speaks for and against one line. */
export interface Judged {
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

/** Traits that say nothing of what a line is about; and those that are counted apart. */
const silent: ReadonlySet<TraitName> = new Set(["unrelated", "long", "bare", "question", "site", "legal"]);

/** Those that weigh something. */
const ofProse = traits.filter(({ prose }) => prose !== 0);
const ofFragments = traits.filter(({ fragment }) => fragment !== 0);

/** Judges one line by what it says, how it says it, and how it is tied to the article. */
export function judge(view: View, tie: Tie, own: Own, form: Foreign | null, leads: boolean): Judged {
  const { line, prose, note } = view;
  // A reader may thank as a letter does.
  if (note && form?.rule !== "cleaning/editor-line" && form?.rule !== "cleaning/comments")
    return { weight: -6, told: 0, selling: 0, formed: false, why: null };
  const soft = form !== null && isSoft(form);
  if (form !== null && !soft) return { weight: 6 * form.score, told: 0, selling: 0, formed: true, why: form };
  if (view.plain && form === null) return { weight: -6, told: 0, selling: 0, formed: false, why: null };
  const measured = traitsOf(view, tie, own.cues, leads);
  let weight: number = prose ? prior.prose : prior.fragment;
  let selling = 0;
  let told = 0;
  for (const trait of prose ? ofProse : ofFragments) {
    const part = measured[trait.name] * (prose ? trait.prose : trait.fragment);
    weight += part;
    if (trait.name === "says" || trait.name === "warn" || trait.name === "report" || trait.name === "office")
      told -= part;
    if (part > 0 && !silent.has(trait.name)) selling += part;
  }
  if (line.marked) weight -= 3;
  // A sentence that speaks to no reader may tell of the trade itself.
  if (prose && !speaks(measured)) weight -= 1;
  // Who warns of deceit and leaves no number sells nothing.
  if (measured.warn > 0 && measured.phone + measured.link === 0) weight -= 1;
  let best: Leaning = { sum: selling, why: advertisement };
  const lean = (sum: number, why: Foreign): void => {
    if (sum > best.sum) best = { sum, why };
  };
  lean(measured.site * 2, site);
  lean(measured.legal * 2, notice);
  for (const shape of shapes) {
    const sum = shape.sumOf(view, own);
    weight += sum;
    lean(sum, shape.why);
  }
  if (soft && !(form.rule === "cleaning/contact-line" && (measured.public > 0 || line.text.endsWith("。")))) {
    const sum = form.rule === "cleaning/contact-line" ? 2 : 5;
    weight += sum;
    lean(sum, form);
  }
  // A fragment that says nothing is not foreign by itself.
  if (!prose && best.sum === 0) weight = Math.min(weight, -0.1);
  // One word of trade is little, and so are gaps and prices.
  else if (!prose && best.why === advertisement && selling - 0.6 * measured.spaced < 1.5)
    weight = Math.min(weight, 0.3);
  return { weight, told, selling, formed: false, why: best.sum > 0 ? best.why : null };
}

/** What a line most likely is, were it foreign, and how much speaks for that. */
interface Leaning {
  readonly sum: number;
  readonly why: Foreign;
}

function speaks({
  call,
  act,
  reach,
  phone,
  link,
  addressed,
  exclaimed,
  site,
  legal,
}: Readonly<Record<TraitName, number>>): boolean {
  return call + act + reach + phone + link + addressed + exclaimed + site + legal > 0;
}

/** Forms that an article may have as well: how to reach someone, what to follow. */
function isSoft({ rule }: Foreign): boolean {
  return rule === "cleaning/contact-line" || rule === "cleaning/self-promotion" || rule === "cleaning/disclaimer";
}

/** What most foreign lines are. */
export const advertisement: Foreign = { rule: "cleaning/advertisement", reason: "is an advertisement", score: 0.9 };
const spam: Foreign = { rule: "cleaning/search-spam", reason: "is a string of search words", score: 0.9 };
export const bar: Foreign = { rule: "cleaning/share-bar", reason: "is a row of the page's buttons", score: 0.9 };
const site: Foreign = { rule: "cleaning/disclaimer", reason: "is the page speaking of itself", score: 0.9 };
const notice: Foreign = { rule: "cleaning/legal-notice", reason: "is a notice printed for a fee", score: 0.9 };
const weather: Foreign = { rule: "cleaning/page-data", reason: "tells the day and the weather", score: 0.9 };
export const market: Foreign = { rule: "cleaning/page-data", reason: "is a bar of prices", score: 0.9 };

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

/** What lines are by how they are made, whatever they say. */
const shapes: readonly { readonly why: Foreign; readonly sumOf: (view: View, own: Own) => number }[] = [
  { why: bar, sumOf: barOf },
  { why: spam, sumOf: ({ shape }) => shape.spam * 3 },
  { why: weather, sumOf: (view, own) => shareOf(view, "calendar", own) },
  { why: market, sumOf: (view, own) => shareOf(view, "market", own) },
];

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
