import { doubted, surelyProse } from "./blend.ts";
import type { Judged } from "./judgement.ts";
import type { Own, Tie } from "./own.ts";
import type { Section } from "./sections.ts";
import type { Voice } from "./voice.ts";
import type { Foreign } from "../page/reason.ts";
import type { View } from "./view.ts";

/** Lines with what speaks for and against each by itself: more than 0 is foreign. */
export interface Alone {
  /** Before what stands around each line was asked. */
  readonly bare: readonly number[];
  /** Of each line whether it is the article's whatever ties it to the rest, so that it was not looked at closely. */
  readonly sure: readonly boolean[];
  readonly judged: readonly Judged[];
  readonly lists: readonly number[];
  readonly sections: readonly Section[];
  readonly inSections: readonly number[];
  readonly ties: readonly Tie[];
  readonly leads: readonly boolean[];
  readonly stranges: readonly number[];
  readonly voice: Voice;
  readonly own: Own;
}

/**
 * Tells whether no line of a text can be foreign or doubted, whatever stands around each: what a line weighs by itself
 * is then too little for all that can be added to it, and no line is left for the trees to find something in.
 *
 * Law: where it holds, what stands around the lines and what the trees say leaves every line to the article.
 */
export function areTold(views: readonly View[], alone: Alone): boolean {
  // The lines that tell the least stand at the ends.
  for (let i = 0; i < views.length; i++) if (!isTold(views, i, alone)) return false;
  return true;
}

/** Below this a sentence that reports is asked no more. */
const reported = -4;
/** A line that stands where the headline does weighs so much less for it, if it weighs less than this. */
const headline = 7;

function isTold(views: readonly View[], i: number, { bare, sure, judged, sections }: Alone): boolean {
  const view = views[i];
  const one = judged[i];
  const weight = bare[i] ?? 0;
  if (view === undefined || one === undefined || one.formed || sections[i] !== null) return false;
  if (sure[i] === true || view.note) return true;
  if (view.line.marked) return weight < -doubted;
  if (view.plain) return weight < reported;
  if (view.prose) return weight + islandOf(one.selling) < surelyProse;
  return i === 0 && isHeaded(views, bare) && weight < headline - doubted;
}

/** The first line stands right above the article's first paragraph or above who wrote it: it is the headline. */
function isHeaded([, next]: readonly View[], bare: readonly number[]): boolean {
  return next !== undefined && (next.note || (next.prose && (bare[1] ?? 0) < -1));
}

/** Tells whether all that may keep a text from being told as a whole is the first line, where a headline stands. */
export function mayBeHeaded(views: readonly View[], forms: readonly (Foreign | null)[]): boolean {
  const [head, ...rest] = views;
  if (head === undefined || head.prose || head.note || head.line.marked || forms[0] !== null) return false;
  return rest.length > 0 && rest.every(({ prose, note, line }) => prose || note || line.marked);
}

/** What an island that offers weighs more. */
export function islandOf(selling: number): number {
  return selling >= 2.5 ? 1.8 : selling >= 1.8 ? 0.8 : 0;
}
