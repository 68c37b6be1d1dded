import { commerceOf, isSpam } from "./commerce.ts";
import { type Foreign, furnitureOf, opensRelated } from "./furniture.ts";
import { isByline, isNote } from "./join.ts";
import { type Line, isProse } from "./lines.ts";
import { type NGrams, ngramsOf } from "./ngrams.ts";

/** Says of each line why it is not of the article, or null. A line that may be of the article is kept. */
export function findForeign(lines: readonly Line[]): (Foreign | null)[] {
  const found: (Foreign | null)[] = lines.map(() => null);
  const prose = lines.map((line) => isProse(line));
  const first = prose.indexOf(true);
  const last = prose.lastIndexOf(true);
  lines.forEach((line, i) => {
    found[i] = furnitureOf(line, first < 0 || i < first ? "before" : i > last ? "after" : "within");
  });
  markRelated(lines, prose, found);
  markAdvertisements(lines, prose, found);
  return found;
}

/** A list of other articles runs from its head to the next prose. */
function markRelated(lines: readonly Line[], prose: readonly boolean[], found: (Foreign | null)[]): void {
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i];
    if (head === undefined || found[i] !== null || !opensRelated(head.text)) continue;
    let end = i + 1;
    while (end < lines.length && isEntry(lines[end], prose[end] === true)) end++;
    // The headline of the next article or a heading stands right before prose: it is not an entry.
    if (
      end < lines.length &&
      end > i + 1 &&
      found[end - 1] === null &&
      !/\d{2}-\d{2}|^[·•●■◆▪○>*-]/u.test(lines[end - 1]?.text ?? "")
    )
      end--;
    if (end === i + 1 && end < lines.length && prose[end] === true) continue;
    for (let j = i; j < end; j++) {
      found[j] ??= { rule: "cleaning/related-news", reason: "lists other articles", score: 0.9 };
    }
    i = end - 1;
  }
}

function isEntry(line: Line | undefined, prose: boolean): boolean {
  return line !== undefined && !prose && !/[。；]$/u.test(line.text) && line.text.length <= 80;
}

/** Advertisements and spam: runs of fragments around lines that sell something, in words foreign to the article. */
function markAdvertisements(lines: readonly Line[], prose: readonly boolean[], found: (Foreign | null)[]): void {
  const commerce = lines.map((line, i) => (found[i] === null ? commerceOf(line.text) : 0));
  const anchors = commerce.some((score) => score >= 2) || lines.some((line) => isSpam(line.text));
  if (!anchors) return;
  const own = ngramsOf(lines.filter((_line, i) => prose[i] === true && found[i] === null && (commerce[i] ?? 0) < 3));
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || found[i] !== null) continue;
    if (isSpam(line.text) && own.overlap(line.text) < 0.4) {
      found[i] = { rule: "cleaning/search-spam", reason: "is a string of search words", score: 0.9 };
      commerce[i] = 3;
    }
  }
  for (let i = 0; i < lines.length; i++) {
    if (isOpen(lines, prose, commerce, own, i, found)) {
      let end = i + 1;
      while (end < lines.length && isOpen(lines, prose, commerce, own, end, found)) end++;
      judgeRun(lines, i, end, commerce, own, found);
      i = end;
    }
  }
}

/** Tells whether a line can be part of an advertisement at all. */
function isOpen(
  lines: readonly Line[],
  prose: readonly boolean[],
  commerce: readonly number[],
  own: NGrams,
  i: number,
  found: readonly (Foreign | null)[],
): boolean {
  const line = lines[i];
  if (line === undefined) return false;
  if (found[i] !== null) return found[i]?.rule === "cleaning/search-spam";
  if (line.marked || belongs(line.text)) return false;
  const score = commerce[i] ?? 0;
  const overlap = own.overlap(line.text);
  // Whole sentences need much more: an article on fraud quotes the advertisements of frauds.
  if (prose[i] === true) return score >= 5 && overlap < 0.45 && !/[“”‘’]/u.test(line.text);
  return overlap < 0.5 || score >= 3;
}

/** Lines of an article that are no prose: datelines, source notes, bylines, numbered headings. */
function belongs(text: string): boolean {
  // Matches `据新华社北京1月2日电`, `（原载某报）`, `本报记者 某某`, `一、某某`; must not match `电话`.
  return (
    isNote(text) ||
    isByline(text) ||
    /^\d{4}年\d{1,2}月\d{1,2}日(?:\s|$)/u.test(text) ||
    /^(?:第?[一二三四五六七八九十]{1,3}[、章节]|[（(][一二三四五六七八九十]{1,3}[）)])/u.test(text)
  );
}

function judgeRun(
  lines: readonly Line[],
  from: number,
  to: number,
  commerce: readonly number[],
  own: NGrams,
  found: (Foreign | null)[],
): void {
  let start = from;
  let end = to;
  const strong = (i: number): boolean => (commerce[i] ?? 0) >= 1.5;
  // Before a paragraph of the article stands its heading: it has no commerce and some of the article's words.
  if (end < lines.length) {
    let last = end;
    while (last > start && !strong(last - 1)) last--;
    for (let i = last; i < end; i++) if (own.overlap(lines[i]?.text ?? "") >= 0.2) end = i;
  }
  // After a paragraph a line with the article's words is the article's.
  while (start < end && !strong(start) && own.overlap(lines[start]?.text ?? "") >= 0.3) start++;
  let sum = 0;
  let best = 0;
  for (let i = start; i < end; i++) {
    sum += commerce[i] ?? 0;
    best = Math.max(best, commerce[i] ?? 0);
  }
  const count = end - start;
  if (best < 2 || sum < 3) return;
  const score = Math.min(0.99, 0.7 + sum / 50 + count / 100);
  for (let i = start; i < end; i++) {
    found[i] ??= { rule: "cleaning/advertisement", reason: "is an advertisement", score };
  }
}
