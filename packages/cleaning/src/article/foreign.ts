import { commerceOf, isSpam } from "./commerce.ts";
import { isByline, isNote } from "./forms.ts";
import { type Foreign, furnitureOf, opensRelated } from "./furniture.ts";
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
  markRepeated(lines, prose, found);
  markRelated(lines, prose, found);
  markAdvertisements(lines, prose, found);
  return found;
}

/** Heads that the pages of a document repeat, and the page's title before the headline. */
function markRepeated(lines: readonly Line[], prose: readonly boolean[], found: (Foreign | null)[]): void {
  const counts = new Map<string, number>();
  for (const line of lines) if (line.han >= 6 && !line.closed) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  const seen = new Set<string>();
  for (const [i, line] of lines.entries()) {
    if (prose[i] === true || found[i] !== null) continue;
    if ((counts.get(line.text) ?? 0) >= 3) {
      if (seen.has(line.text)) {
        found[i] = { rule: "cleaning/running-head", reason: "is repeated on the pages", score: 0.9 };
      }
      seen.add(line.text);
    }
    // 标题_频道_某某网, then the headline itself.
    const next = lines[i + 1]?.text ?? "";
    if (next.length >= 6 && line.text.startsWith(next) && /^\s?[_|｜丨–-]/u.test(line.text.slice(next.length))) {
      found[i] = { rule: "cleaning/page-data", reason: "is the page's title, and repeats the headline", score: 0.95 };
    }
  }
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
      !/\d{2}-\d{2}|^(?:[·•●■◆▪○>*-]|\d{1,2}[.、\s]\s?\D)/u.test(lines[end - 1]?.text ?? "")
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
  const commerce = lines.map((line, i) => (isOpenTo(found[i]) ? commerceOf(line.text) : 0));
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

function isOpenTo(why: Foreign | null | undefined): boolean {
  return why === null || why?.rule === "cleaning/contact-line" || why?.rule === "cleaning/self-promotion";
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
  // A line that tells how to reach someone belongs to the advertisement that it stands in.
  if (!isOpenTo(found[i])) return found[i]?.rule === "cleaning/search-spam";
  if (found[i] !== null) return true;
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
  // Lines that only tell how to reach or follow the site are what they were taken for.
  let reach = start;
  while (reach < end && found[reach] !== null) reach++;
  if (reach === end) return;
  if (best < 2 || sum < 3) return;
  const score = Math.min(0.99, 0.7 + sum / 50 + count / 100);
  for (let i = start; i < end; i++) {
    if (isOpenTo(found[i])) found[i] = { rule: "cleaning/advertisement", reason: "is an advertisement", score };
  }
}
