import type { Span } from "@jianbao/model";

/** A sentence of the clean text with the clauses that commas, colons and semicolons make. */
export interface Sentence extends Span {
  /** Starts of clauses, the sentence's own first. */
  readonly clauses: readonly number[];
}

/** A line of the clean text. */
export interface Paragraph extends Span {
  readonly heading: boolean;
  readonly sentences: readonly Sentence[];
}

/**
 * Splits a clean text into paragraphs, sentences and clauses. A line that breaks off inside a word, as `isInside` tells,
 * is one with the next.
 */
export function splitText(text: string, headings: readonly Span[], isInside: (at: number) => boolean): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const marked = headings.toSorted((a, b) => a.start - b.start);
  let next = 0; // of the headings, the first that does not end before the line
  for (let start = 0; start <= text.length;) {
    let newline = text.indexOf("\n", start);
    while (newline > start && goesOver(text, start, newline, isInside)) newline = text.indexOf("\n", newline + 1);
    const end = newline < 0 ? text.length : newline;
    if (text.slice(start, end).trim() !== "") {
      while ((marked[next]?.end ?? end) < end - 1) next++;
      const isMarked = (marked[next]?.start ?? end) <= start;
      paragraphs.push({
        start,
        end,
        heading: isMarked || looksLikeHeading(text, start, end),
        sentences: sentencesOf(text, start, end),
      });
    }
    start = end + 1;
  }
  return paragraphs;
}

/** A line that ends inside a word, or that opens with a time, has a comma and breaks off, goes on in the next. */
function goesOver(text: string, start: number, newline: number, isInside: (at: number) => boolean): boolean {
  let next = newline + 1;
  while (text[next] === "\n") next++;
  if (!isHan(text.charCodeAt(newline - 1)) || !isHan(text.charCodeAt(next))) return false;
  if (next === newline + 1 && isInside(newline)) return true;
  // Matches `今年上半年，全市公安机关持`; must not match `今年以来，全市破案486起`.
  if (start === 0 || newline - start < 12 || newline - start > 400) return false;
  const line = text.slice(start, newline);
  const end = text.indexOf("\n", next);
  return (
    /^(?:今年|去年|上半年|下半年|[一二三四]季度|前.{1,2}(?:季度|个月)|20\d\d年|截至)[^，,。]{0,14}[，,][^。！？]*[^起人名元个次条张件万亿。！？，,；;：:]$/u.test(
      line,
    ) && /[，,。]/u.test(text.slice(next, end < 0 ? text.length : end))
  );
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** A short line without a full stop heads what follows. */
function looksLikeHeading(text: string, start: number, end: number): boolean {
  return (
    end - start <= 40 &&
    !/[。！？；;!?…，,：:]\s*$/u.test(text.slice(start, end)) &&
    !/[。；]/u.test(text.slice(start, end))
  );
}

/**
 * No sentence is longer: what is read of a figure is looked for in all of its sentence. A text without a full stop is cut
 * at the last mark that parts clauses, else between two characters that are no figures.
 */
const longest = 1500;

function sentencesOf(text: string, start: number, end: number): Sentence[] {
  const sentences: Sentence[] = [];
  let from = start;
  let clauses = [start];
  const close = (after: number): void => {
    sentences.push({ start: from, end: after, clauses });
    from = after;
    clauses = [after];
  };
  for (let at = start; at < end; at++) {
    if (at - from >= longest) {
      const last = clauses.at(-1) ?? from;
      if (last - from > longest / 2) {
        // The clause that has begun is the first of the next.
        clauses.pop();
        close(last);
      } else if (!isNumeric(text[at - 1]) || !isNumeric(text[at]) || at - from >= 2 * longest) close(at);
    }
    const role = roles[text.charCodeAt(at)];
    if (role === 0) continue;
    if (role === 1) {
      let after = at + 1;
      while (after < end && "。！？!?”’）)】》…".includes(text[after] ?? " ")) after++;
      close(after);
      at = after - 1;
    } else if (role === 2 || isBreak(text, at)) clauses.push(at + 1);
  }
  if (text.slice(from, end).trim() !== "") sentences.push({ start: from, end, clauses });
  return sentences;
}

function isNumeric(char: string | undefined): boolean {
  return char !== undefined && "0123456789.,%零〇一二三四五六七八九十百千万亿两".includes(char);
}

/** What a character does to the sentence: 1 ends it, 2 parts clauses, 3 is an ASCII comma. */
const roles: Uint8Array = roleTable();

function roleTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of "。！？!?") table[char.charCodeAt(0)] = 1;
  for (const char of "，；：;:…") table[char.charCodeAt(0)] = 2;
  table[0x2c] = 3;
  return table;
}

/** Commas part clauses, but not inside 1,234. */
function isBreak(text: string, at: number): boolean {
  return !(/\d/u.test(text[at - 1] ?? "") && /^\d{3}(?!\d)/u.test(text.slice(at + 1, at + 5)));
}
