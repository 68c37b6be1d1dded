import type { Line } from "../lines/lines.ts";
import type { Foreign } from "./reason.ts";

const again: Foreign = { rule: "cleaning/running-head", reason: "repeats a paragraph word for word", score: 0.9 };
const headline: Foreign = { rule: "cleaning/running-head", reason: "repeats the headline", score: 0.9 };

/** A paragraph of fewer characters may be said twice: a refrain, a slogan, an answer. */
const least = 60;

/**
 * Marks what a page has twice: paragraphs of whole sentences that stand there word for word before, and the headline
 * set once more among the paragraphs, as the name of a picture or the head of a player.
 */
export function markRepeats(lines: readonly Line[], forms: (Foreign | null)[]): void {
  const seen = new Set<string>();
  const first = lines.findIndex(
    ({ sentences, closed, han }, i) => forms[i] === null && han >= 24 && (sentences > 0 || closed),
  );
  const title = lines.findIndex(
    ({ han, closed, sentences, text }, i) =>
      i < first && forms[i] === null && han >= 6 && !closed && sentences === 0 && text.length <= 50,
  );
  for (const [i, { text, sentences, marked }] of lines.entries()) {
    if (forms[i] !== null) continue;
    if (title >= 0 && i > title && !marked && text === lines[title]?.text) forms[i] = headline;
    if (isTwice(text, lines[i - 1]?.text, lines[i + 1]?.text)) forms[i] = again;
    if (text.length < least || sentences === 0) continue;
    if (seen.has(text)) forms[i] = again;
    seen.add(text);
  }
}

/** Tells that a line says what a line beside it says, twice over: a caption that is a picture's name as well. */
function isTwice(text: string, before: string | undefined, after: string | undefined): boolean {
  if (!isHalf(before, text.length) && !isHalf(after, text.length)) return false;
  const half = text.slice(0, text.length / 2).trim();
  return (
    half.length >= 4 && text.endsWith(half) && (half === before || half === after) && text.length <= half.length * 2 + 2
  );
}

/** Tells that a line is as long as one of the halves of another that a gap may part. */
function isHalf(text: string | undefined, whole: number): boolean {
  return text !== undefined && text.length * 2 <= whole && text.length * 2 + 2 >= whole;
}
