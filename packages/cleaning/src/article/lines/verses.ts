import type { Line } from "./lines.ts";

/**
 * The lines of verses and songs, each a line of its own: short lines of about one length that all end in a mark, or
 * none does. A colon announces two and more; without one there are four between lines of prose.
 */
export function versesOf(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  for (let i = 0; i < lines.length;) {
    const first = lines[i];
    if (first === undefined || !mayBeVerse(first)) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < lines.length && isFellow(first, lines[end], end === i + 1 ? null : (lines[i + 1]?.blank ?? null)))
      end++;
    const run = lines.slice(i, end);
    if (isVerse(run, lines[i - 1])) for (const line of run) found.add(line);
    i = end;
  }
  for (const line of freeVersesOf(lines)) found.add(line);
  return found;
}

/**
 * Verses of any length: four lines and more without a mark at their ends or more than one within, after a sentence. They speak as
 * sentences do: `你见过我挑着担子的爷爷`, `从不说话`; the slogans of an offer have no such words.
 */
function freeVersesOf(lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    let end = i;
    while (end < lines.length && mayBeFreeVerse(lines[end])) end++;
    if (end === i) continue;
    const run = lines.slice(i, end);
    const all = run.map(({ text }) => text).join("");
    const words = all.match(wordsOfVerse)?.length ?? 0;
    // Behind the last sentence other articles' headlines may stand so.
    const inside = lines[i - 1]?.text.endsWith("：") === true || (i > 0 && lines[end]?.closed === true);
    if (inside && run.length >= 4 && words >= run.length - 1 && words * 9 >= all.length) found.push(...run);
    i = end;
  }
  return found;
}

const wordsOfVerse = /[的了着过我你他她它也把被在是不又只就都还很这那]/gu;

function mayBeFreeVerse(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    !line.marked &&
    /^(?:[\p{Script=Han} ]{2,20}|\p{Script=Han}{2,10}，\p{Script=Han}{2,10})$/u.test(line.text)
  );
}

/** Matches `天干物燥，`, `手把竹篙莫松手哟`; must not match `第3条`, `要闻速览`, `他说：“好。”`. */
function mayBeVerse({ text, han, marked }: Line): boolean {
  return !marked && han >= 3 && text.length <= 18 && /^[\p{Script=Han}，、]+[，。；！？、…]{0,2}$/u.test(text);
}

/** As long as the first line or two characters off, ends as it does, and stands as far from the line before as others. */
function isFellow(first: Line, line: Line | undefined, blank: number | null): boolean {
  return (
    line !== undefined &&
    mayBeVerse(line) &&
    Math.abs(line.han - first.han) <= 2 &&
    endsInMark(line) === endsInMark(first) &&
    (blank === null || line.blank === blank)
  );
}

function isVerse(run: readonly Line[], before: Line | undefined): boolean {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined || before === undefined) return false;
  const announced = before.text.endsWith("：");
  let most = 0;
  let least = Infinity;
  for (const { han } of run) {
    most = Math.max(most, han);
    least = Math.min(least, han);
  }
  const even = most - least <= (announced ? 3 : 1);
  if (!even || run.length < (announced ? 2 : 4)) return false;
  if (endsInMark(first)) return /[。！？…]$/u.test(last.text);
  return first.han >= 5 && (announced || /[。！？”]$/u.test(before.text)) && run.every(({ commas }) => commas === 0);
}

function endsInMark({ text }: Line): boolean {
  return /[，。；！？、…]$/u.test(text);
}
