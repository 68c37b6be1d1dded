import { KindSet, unseenKinds } from "./kinds.ts";

/** What is known of a text that is asked about again and again: of a line, or of a piece of one. */
interface Known {
  readonly kinds: KindSet;
  /** Bits of the questions that were asked of it, and of those that were answered with yes. */
  asked: number;
  yes: number;
}

const texts = new Map<string, Known>();
const most = 4096;
/** Longer texts are asked about a few times in a row, and then no more. */
const long = 2_000;
/**
 * The texts that were asked about last, one for each length up to a number: a text and its neighbours are asked about
 * in turn, and to compare a text with one is cheaper than to look it up among all.
 */
const lastTexts: string[] = [];
const last: Known[] = [];
const lengths = 64;

function forgetLast(): void {
  const nothing = { kinds: KindSet.ofText(""), asked: 0, yes: 0 };
  for (let i = 0; i < lengths; i++) {
    lastTexts[i] = "";
    last[i] = nothing;
  }
}

forgetLast();

/** The kinds of a text's characters and the answers that it had, found when it is first asked about. */
export function knownOf(text: string): Known {
  const slot = text.length % lengths;
  if (text === lastTexts[slot]) return last[slot] as Known;
  let known = texts.get(text);
  if (known === undefined) {
    known = { kinds: KindSet.ofText(text), asked: 0, yes: 0 };
    if (text.length < long) {
      if (texts.size >= most) texts.clear();
      texts.set(text, known);
    }
  }
  lastTexts[slot] = text;
  last[slot] = known;
  return known;
}

/** False where a text surely holds nothing that nobody sees: no joiner, no soft hyphen, no control. */
export function mayHoldUnseen(text: string): boolean {
  return knownOf(text).kinds.meets(unseenKinds);
}

/** Forgets all texts: no article is remembered when the next one is cleaned. */
export function forgetTexts(): void {
  texts.clear();
  forgetLast();
}

let questions = 0;

/** Makes a question that is answered once for each text: what a line looks like is asked at every step. */
export function remembered(question: (text: string) => boolean): (text: string) => boolean {
  if (questions === 30) throw new RangeError("more than 30 questions are remembered");
  const bit = 1 << questions++;
  return (text) => {
    const known = knownOf(text);
    if ((known.asked & bit) === 0) {
      const yes = question(text);
      known.asked |= bit;
      if (yes) known.yes |= bit;
    }
    return (known.yes & bit) !== 0;
  };
}
