import type { Line } from "../lines/lines.ts";
import { guarded } from "../../patterns/guarded.ts";
import type { Foreign } from "./reason.ts";

const head: Foreign = {
  rule: "cleaning/running-head",
  reason: "is repeated beside the numbers of the pages",
  score: 0.95,
};

// Matches `— 17 —`, `·30·`, `第 2 页 共 3 页`, `第3页`, `-12-`, `17 / 40`, `P.12`; must not match `17`, `第3页写着`.
const pageNumber = guarded(
  /^(?:[-—–·•.]{1,2}\s?\d{1,4}\s?[-—–·•.]{1,2}|第\s?\d{1,4}\s?页(?:\s?[，,/（(]?\s?共\s?\d{1,4}\s?页[）)]?)?|\d{1,4}\s?\/\s?\d{1,4}|[Pp](?:age|\.)?\s?\d{1,4})$/u,
);
// Matches `135`, `一三五`, `〇五七`, numbers whose digits stand one by one; must not match `十二`, `二百`, `1998`.
const bareNumber = guarded(/^(?:(?!(?:19|20)\d\d$)\d{2,4}|[〇○零一二三四五六七八九]{2,4})$/u);
// Matches `一三五 乡村旧事`, `乡村旧事 136`; must not match `一九四九年 大事`, `乡村 旧事`.
const numbered = guarded(
  /^(?:(?:\d{1,4}|[〇○零一二三四五六七八九]{2,4})(?:[\u3000]|\s{2})[\s\u3000]*(\p{Script=Han}[^。，！？；]{1,28})|(\p{Script=Han}[^。，！？；]{1,28}?)[\s\u3000]*(?:[\u3000]|\s{2})(?:\d{1,4}|[〇○零一二三四五六七八九]{2,4}))$/u,
);
// Matches `县教育简报 第2页`, `第 2 页 共 8 页 县教育简报`; must not match `见第2页`, `翻到书的第2页`.
const paged = guarded(
  /^(?:(\p{Script=Han}[^。，！？；]{1,28}?)[\s\u3000·|｜—–-]+第\s?\d{1,4}\s?页(?:\s?[，,/（(]?\s?共\s?\d{1,4}\s?页[）)]?)?|第\s?\d{1,4}\s?页(?:\s?[，,/（(]?\s?共\s?\d{1,4}\s?页[）)]?)?[\s\u3000·|｜—–-]+(?!共\s?\d)(\p{Script=Han}[^。，！？；]{1,28}))$/u,
);
const sentenceMark = guarded(/[。，！？；：“”]/u);
const gap = guarded(/[\s\u3000·|｜•]+/u);

/** A line that may be a page's head, and the line of the number that it stands beside or on. */
interface Beside {
  readonly line: Line;
  readonly number: Line;
  readonly words: readonly string[];
  /** The number is one by its marks: `— 17 —`. */
  readonly plain: boolean;
  /** It stands in a sentence that the page's end broke. */
  readonly breaks: boolean;
}

/**
 * Finds what the pages of a document repeat beside their numbers, and the numbers with it: `— 17 —`, then
 * `高原交通 2015年第4期`. Pages are long: the numbers and words of a table stand close together. A number without a mark
 * is a page's where one of them at least breaks a sentence.
 */
export function runningHeadsOf(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  const beside = besideNumbers(lines);
  if (beside.length < 2) return found;
  const byWord = new Map<string, Beside[]>();
  for (const one of beside) for (const word of new Set(one.words)) byWord.set(word, [...(byWord.get(word) ?? []), one]);
  for (const of of byWord.values()) {
    const apart = of.every(({ number }, i) => i === 0 || number.start - (of[i - 1]?.number.start ?? 0) > aPage);
    const told = of.every(({ plain }) => plain) || of.some(({ breaks }) => breaks);
    if (of.length < 2 || !apart || !told) continue;
    for (const { line, number } of of) found.add(line).add(number);
  }
  return found;
}

/** A page has no fewer characters. */
const aPage = 60;

function besideNumbers(lines: readonly Line[]): Beside[] {
  const beside: Beside[] = [];
  for (const [i, number] of lines.entries()) {
    if (number.text.length > 40) continue;
    const marked = paged.exec(number.text);
    const own = marked ?? numbered.exec(number.text);
    if (own !== null) {
      const words = wordsOf(own[1] ?? own[2] ?? "");
      beside.push({ line: number, number, words, plain: marked !== null, breaks: isOpen(lines[i - 1]) });
      continue;
    }
    const plain = pageNumber.test(number.text);
    if (!plain && !bareNumber.test(number.text)) continue;
    for (const j of [i - 1, i + 1]) {
      const line = lines[j];
      if (line === undefined || line.han < 2 || line.text.length > 32 || sentenceMark.test(line.text)) continue;
      const breaks = isOpen(lines[Math.min(i, j) - 1]);
      beside.push({ line, number, words: wordsOf(line.text), plain, breaks });
    }
  }
  return beside;
}

function isOpen(line: Line | undefined): boolean {
  return line !== undefined && !line.closed && line.han >= 6 && (line.clauses + line.sentences > 0 || line.han >= 16);
}

/** The words of a head, set apart by gaps; figures change from page to page. */
function wordsOf(text: string): string[] {
  return gap
    .split(text)
    .map((word) => word.replaceAll(/\d+/gu, "0"))
    .filter((word) => word.length >= 2);
}

/** Marks the heads and the numbers of a document's pages. */
export function markRunningHeads(lines: readonly Line[], forms: (Foreign | null)[]): void {
  const heads = runningHeadsOf(lines);
  if (heads.size > 0) for (const [i, line] of lines.entries()) if (heads.has(line)) forms[i] = head;
}
