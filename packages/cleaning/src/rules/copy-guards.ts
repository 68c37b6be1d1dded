import { type Change, type Draft, change } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";

/**
 * Noise that a forum writes in the colour of the page at the ends of lines, so that copies carry it. It is drawn pair
 * by pair, a character from space to `;`, a space and one from `?` to `~`; a space that is drawn runs together with
 * the space behind it: `- X6 e2 R( B$ l- r) M$ X`.
 */
const noise =
  /(?:(?<=^[ \t]*)[?-~](?=[!-;] [?-~]))?(?:[!-;] {1,2}[?-~]| {1,2}[?-~](?=[!-;] [?-~]| {1,2}[?-~][!-;] )){4,40}(?:[!-;] {1,2}[?-~])(?: {0,2}[!-~](?=[ \t]*$))?/gmu;

const mayHaveNoise = guarded(/[!-;] [?-~][!-;] [?-~]/u);
/** Marks that hardly any words have between them. */
const odd = /[!"#$%&'*+/?@[\\\]^_`{|}~]/u;
const odds = new RegExp(odd.source, "gu");
const han = guarded(/\p{Script=Han}/u);

interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Takes away what a forum hides among the words of a post. One run may be anyone's characters: two at least are needed,
 * at the edges of lines, and what the forum writes beside each of them, its name or a slogan, goes with them.
 */
export function dropCopyGuards(draft: Draft): Draft {
  const { text } = draft;
  if (!mayHaveNoise.test(text)) return draft;
  const found = [...text.matchAll(noise)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const sure = found.filter(({ start, end }) => isNoise(text.slice(start, end)));
  if (sure.length < 2) return draft;
  // Beside such runs one with fewer marks is none of the author's either.
  const runs = found.filter(({ start, end }) => odd.test(text.slice(start, end)));
  const pieces = [...runs, ...besides(text, runs)].sort((a, b) => a.start - b.start);
  return change(
    draft,
    pieces.map(({ start, end }) => ({ start, end, replacement: "", ...hidden }) satisfies Change),
  );
}

const hidden = { rule: "cleaning/copy-guard", reason: "is noise that a forum hides for those who copy", score: 0.97 };

/** Matches `3 ~+ [3 |7 l7 q" H!`; must not match `A. B, C. D. E. F`, `1 a 2 b 3 c`. */
function isNoise(run: string): boolean {
  const marks = run.match(odds) ?? [];
  return marks.length >= 2 && new Set(marks).size >= 2 && marks.length * 12 >= run.length;
}

/** What stands between noise and noise or the edge of its line: without a Chinese word, or said again and again. */
function besides(text: string, runs: readonly Piece[]): Piece[] {
  const gaps: (Piece & { readonly said: string; readonly between: boolean })[] = [];
  const add = (from: number, to: number, between = false): void => {
    const said = text.slice(from, to).trim();
    if (said === "") return;
    const start = text.indexOf(said, from);
    gaps.push({ start, end: start + said.length, said, between });
  };
  for (const [i, { start, end }] of runs.entries()) {
    const from = text.lastIndexOf("\n", start - 1) + 1;
    const found = text.indexOf("\n", end);
    const to = found < 0 ? text.length : found;
    const before = runs[i - 1];
    const next = runs[i + 1];
    if (before === undefined || before.end <= from) add(from, start);
    if (next !== undefined && next.start < to) add(end, next.start, true);
    else add(end, to);
  }
  return gaps.flatMap(({ start, end, said }, i) => {
    const slogan =
      gaps.find((other, j) => j !== i && other.between && other.said.length >= 4 && said.endsWith(other.said))?.said ??
      "";
    const own = said.slice(0, said.length - slogan.length);
    const from = han.test(own) ? end - slogan.length : start;
    return from < end ? [{ start: from, end }] : [];
  });
}
