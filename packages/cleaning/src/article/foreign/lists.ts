import type { CueKind } from "./cue-words.ts";
import type { Cues } from "./cues.ts";
import { isField } from "../lines/forms.ts";
import type { Tie } from "./own.ts";
import { isNames } from "./names.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

/** How a line is marked as an entry of a list. */
type Mark = "date" | "tag" | "bullet" | "number" | "count" | "none";

/** What a list of other articles gives to each of its lines. */
export function listWeights(views: readonly View[], ties: readonly Tie[], leads: readonly boolean[]): number[] {
  const weights = views.map(() => 0);
  for (let i = 0; i < views.length;) {
    const mark = markOf(views[i]);
    if (mark === null) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < views.length && markOf(views[end]) === mark) end++;
    // A heading stands right before its paragraph.
    if (mark === "none" && leads[end - 1] === true) end--;
    const length = views.slice(i, end).reduce((sum, { line }) => sum + line.han, 0) / Math.max(1, end - i);
    const weight = mark === "none" && length < 9 ? 0 : weightOf(mark, end - i);
    for (let j = i; j < end; j++) {
      const tie = ties[j];
      weights[j] = mark === "date" ? weight : weight - 4 * Math.max(0, (tie?.pairs ?? 0) - 0.05);
    }
    i = Math.max(end, i + 1);
  }
  for (let i = 0; i < views.length;) {
    if (!isLoose(views[i], ties[i])) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < views.length && isLoose(views[end], ties[end])) end++;
    if (end - i >= 3 && views.slice(i, end).some(({ cues }) => isSelling(cues)))
      for (let j = i; j < end; j++) weights[j] = Math.max(weights[j] ?? 0, 0.7);
    i = end;
  }
  return weights;
}

function isSelling({ words, phones, prices, discounts, links }: Cues): boolean {
  return phones + prices + discounts + links > 0 || words.some(({ kind }) => selling.has(kind));
}

const selling: ReadonlySet<CueKind> = new Set(["call", "act", "reach", "offer", "trade", "praise", "goods"]);

const fieldOrSentence = guarded(/[\t：:；。]$|\t/u);

/** A fragment that no word ties to the article: three together are hardly its headings. */
function isLoose(view: View | undefined, tie: Tie | undefined): boolean {
  return (
    view !== undefined &&
    !view.prose &&
    !view.note &&
    !view.line.marked &&
    view.line.han >= 3 &&
    view.reports === 0 &&
    !fieldOrSentence.test(view.line.text) &&
    (tie?.pairs ?? 0) < 0.02 &&
    !isNames(view.line.text)
  );
}

const statedSum = guarded(/[\s　]\d[\d,.]{0,9}万?元$/u);

/** A field of a document, or an entry with its sum: `时间：9月18日下午`, `某某护士站 2200元`; must not match `时间：不等人`. */
function isStated(text: string): boolean {
  return isField(text) || statedSum.test(text);
}

function weightOf(mark: Mark, count: number): number {
  if (mark === "date") return count >= 2 ? 4 : 1.5;
  if (mark === "tag" || mark === "count") return count >= 2 ? 3 : 0.5;
  if (mark === "none") return count >= 3 ? 1.7 : 0;
  return count >= 3 ? 2.2 : count === 2 ? 0.8 : 0;
}

const gap = guarded(/\s+/u);
const sentenceMark = guarded(/[。；：，、;:]$|[。；]./u);
// Matches `[社会] 某事`, `快讯 | 某事`; must not match `某某 | 某事某事 | 某事`.
const taggedHeadline = guarded(
  /^(?:[[【［]\p{Script=Han}{2,5}[\]】］]|\p{Script=Han}{2,4}\s?[|｜丨])\s?\p{Script=Han}/u,
);
// Matches `某事 (11-08)`, `某事 2023/10/11`, `2023-11-02 某事`; must not match `3-5`, `23.1 12.2`.
const datedHeadline = guarded(
  /[\s(（[](?:0?[1-9]|1[0-2])[-/月](?:0?[1-9]|[12]\d|3[01])日?(?:\s\d{1,2}:\d{2})?[)）\]]?$|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[)）\]]?$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s|^[[（(]?(?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|[12]\d|3[01])[\])）]?\s/u,
);
const bulletedHeadline = guarded(/^[·•●■◆▪○▶►>»*→☆★]\s?\p{Script=Han}/u);
const numberedHeadline = guarded(/^(?:\d{1,2}[.、．\s]\s?|[①-⑳❶-❿]\s?)(?=[\p{Script=Han}“《])/u);
const countedHeadline = guarded(/[（(\s]\d[\d.]{0,6}万?[)）]?$/u);
const otherThanHeadline = guarded(/^[（(【[]|^[一二三四五六七八九十]{1,3}[、，]|[\t|]|^——/u);

/** How a headline in a list is marked; null where the line is no headline. */
function markOf(view: View | undefined): Mark | null {
  if (view === undefined || view.note || view.line.marked) return null;
  const { text, han } = view.line;
  if (isStated(text)) return null;
  if (text.includes("\t") || han < 4 || text.length > 70 || sentenceMark.test(text)) return null;
  const tagged = taggedHeadline.test(text);
  const dated = datedHeadline.test(text);
  if (dated) return "date";
  if (tagged) return "tag";
  if (bulletedHeadline.test(text)) return "bullet";
  if (numberedHeadline.test(text)) return "number";
  if (countedHeadline.test(text) && han >= 5) return "count";
  if (view.prose || view.line.clauses > 0 || han < 6 || han > 36 || otherThanHeadline.test(text)) return null;
  // Names and tables: parts without a clause.
  if (gap.split(text).filter((part) => part.length < 5).length > 1) return null;
  return "none";
}
