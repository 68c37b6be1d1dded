import { isByline, isOffice, isOutletName } from "../article/lines/forms.ts";
import { labelledIn } from "../article/page/furniture.ts";
import { isLabel } from "../article/page/mastheads.ts";
import { type MarkupElement, type MarkupNode, isBlock } from "../readers/markup.ts";
import type { Measure, PageLine } from "./measure.ts";
import { foldScript } from "./script.ts";
import { calledOf, squeeze } from "./tree.ts";

/** The page's headline: its lines (a headline may be broken in two) and the block that they stand in. */
export interface Headline {
  readonly start: number;
  readonly end: number;
  readonly block: MarkupElement;
  /** Index of its last line among the page's lines. */
  readonly last: number;
}

/** Finds the headline: the line that the page's title repeats, or that is marked or called as one, before prose. */
export function headlineOf(measure: Measure, titles: readonly string[]): Headline | null {
  const { lines } = measure;
  // A title that is no more than the site's name is that of its logo.
  const known = titles
    .filter((title) => !isOutletName(title.trim()))
    .map((title) => plain(title))
    .filter((title) => title.length >= 4);
  const after: number[] = [0];
  for (let i = lines.length - 1; i >= 0; i--) after.unshift((after[0] ?? 0) + (lines[i]?.prose ?? 0));
  let best = -1;
  let rank = 0;
  for (const [i, line] of lines.entries()) {
    if (line.text < 4 || line.text > 120 || (after[i + 1] ?? 0) === 0) continue;
    const marked = rankOf(line);
    const tries = line.linked * 2 < line.text || marked >= 4;
    if (!tries || (marked === 0 && known.length === 0) || line.marks > 4) continue;
    const words = plain(measure.words(line));
    const score = marked + agreement(words, known);
    const keeps = best < 0 || (after[i + 1] ?? 0) * 5 >= (after[best + 1] ?? 0) * 4;
    // Of two that are marked alike the one right before the text is its headline.
    const alike = score === rank && keeps && (score >= 10 || (after[i + 1] ?? 0) === (after[best + 1] ?? 0));
    if (score > rank || alike) {
      // Less text follows a line at the foot of the page: only a much better one there is the headline.
      if (!keeps && score < rank + 5) continue;
      rank = score;
      best = i;
    }
  }
  const looks = rank < 3 || (lines[best]?.text ?? 0) <= ofColumn ? byLooks(measure) : -1;
  // 乡镇动态, the column's name, is what an old page calls itself; the headline below it is the large one.
  if (rank < 3 || looks > best) best = looks;
  if (best < 0) best = byPlace(measure);
  const line = lines[best];
  if (line === undefined) return null;
  let first = best;
  let last = best;
  const agrees = (one: PageLine | undefined): boolean =>
    one !== undefined && one.block === line.block && one.text >= 4 && agreement(plain(measure.words(one)), known) > 10;
  if (rank >= 10) {
    while (agrees(lines[first - 1])) first--;
    while (agrees(lines[last + 1])) last++;
  }
  return { start: lines[first]?.start ?? line.start, end: lines[last]?.end ?? line.end, block: line.block, last };
}

/** The name of a column has no more characters than this. */
const ofColumn = 6;

/** Pages of old mark a headline by nothing but its looks: in the middle, large or bold, right before the text. */
function byLooks({ lines, source }: Measure): number {
  let proses = 0;
  for (const [i, line] of lines.entries()) {
    // A notice or two may stand before the headline, not a text.
    if (line.prose > 0 && ++proses > 3) return -1;
    const leads = lines.slice(i + 1, i + 5).some((next) => next.prose > 0);
    if (!leads || line.linked > 0 || line.marks > 1 || line.text < 3 || line.text > 60) continue;
    let middle = false;
    let at: MarkupElement | null = line.block;
    for (let up = 0; up < 2 && at !== null; up++) {
      middle ||=
        at.name === "center" || /center/iu.test(`${at.attributes["align"] ?? ""} ${at.attributes["style"] ?? ""}`);
      at = at.parent;
    }
    const markup = source.slice(line.block.start, line.end);
    if (middle && markup.length < 2000 && large.test(markup)) return i;
  }
  return -1;
}

/**
 * Where nothing is in the middle either: the line right before the text, with no more than the page's data between,
 * where it is emphasised as a whole, the first of all, or long enough for a headline.
 */
function byPlace(measure: Measure): number {
  const { lines } = measure;
  const body = lines.findIndex((line) => line.prose > 0);
  for (let i = body - 1; i >= 0 && i >= body - 4; i--) {
    const line = lines[i];
    if (line === undefined || line.linked > 0) return -1;
    const text = measure.text(line);
    if (isData(text)) continue;
    const fits = line.text >= 5 && line.text <= 50 && line.marks <= 1 && !/[；，。|｜>＞]|[：:]$/u.test(text);
    if (!fits || isLabel(text) || isOutletName(text) || isByline(text)) return -1;
    return i === 0 || isEmphasised(line) || (line.text >= 8 && !isOffice(text)) ? i : -1;
  }
  return -1;
}

/** A day, or labelled facts: what stands between a headline and the text. */
function isData(text: string): boolean {
  return text.length <= 60 && (/(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}/u.test(text) || labelledIn(text).length > 0);
}

/** Tells that an element of emphasis holds a whole line. */
function isEmphasised({ block, start, end }: PageLine): boolean {
  let at: MarkupElement | undefined = block;
  for (let depth = 0; depth < 4 && at !== undefined; depth++) {
    const { name, attributes } = at;
    if (/^(?:b|strong|big)$/u.test(name) || (name === "font" && ("size" in attributes || "color" in attributes)))
      return true;
    if (/font-weight\s?:\s?(?:bold|[6-9]00)|font-size\s?:\s?(?:1[89]|[2-4]\d)px/iu.test(attributes["style"] ?? ""))
      return true;
    const inner: MarkupNode | undefined = at.children.find(
      (child) => child.type === "element" && child.start <= start && child.end >= end,
    );
    at = inner?.type === "element" ? inner : undefined;
  }
  return false;
}

/** Matches `<font size="5"`, `<b>`, `font-size: 22px`; must not match `<font size="2"` or `<br>`. */
const large =
  /<(?:b|strong|big)[\s>]|size\s?=\s?["']?(?:[4-7]|\+[1-4])|font-size\s?:\s?(?:(?:1[89]|[2-4]\d)px|(?:1[4-9]|2\d)pt|x{0,2}-?large)|font-weight\s?:\s?(?:bold|[6-9]00)/iu;

function plain(text: string): string {
  return foldScript(squeeze(text)).replaceAll(/[\p{P}\p{S}]/gu, "");
}

/** How far a line and a title of the page are the same: 0, or 10 to 20. */
function agreement(words: string, titles: readonly string[]): number {
  let best = 0;
  if (words.length < 4) return 0;
  for (const title of titles) {
    if (title.includes(words)) {
      // The site's own name stands in its titles as well.
      if (words.length * 4 >= title.length) best = Math.max(best, 10 + (10 * words.length) / title.length);
    } else if (title.length >= 6 && words.includes(title) && title.length * 2 > words.length) {
      best = Math.max(best, 10 + (8 * title.length) / words.length);
    }
  }
  return best;
}

/** How plainly a block is marked as a headline, by its element or its name. */
function rankOf({ block, start, end }: PageLine): number {
  let at: MarkupElement | null = block;
  for (let up = 0; up < 3 && at !== null; up++) {
    // Matches h1 to h4; must not match `hr` or `header`.
    const match = /^h([1-4])$/u.exec(at.name);
    if (match !== null) return isOfSite(calledOf(at)) ? 0 : 5 - Number(match[1]);
    if (isBlock(at.name) && at.children.length > 6) break;
    at = at.parent;
  }
  if (isCalledTitle(calledOf(block))) return 3;
  // An inline element that holds the whole line.
  const whole = block.children.find((child) => child.type === "element" && child.start <= start && child.end >= end);
  if (whole?.type !== "element") return 0;
  // The element of its own in which electronic papers put a headline.
  if (whole.name === "founder-title") return 4;
  return isCalledTitle(calledOf(whole)) ? 3 : 0;
}

/** `font01` is what electronic papers call their headlines, `font02` what goes with them. */
function isCalledTitle(called: string): boolean {
  return (
    /title|headline|(?:^|[\s_-])(?:bt|biaoti|tit|ttl|hd|font01)(?:$|[\s_-])/u.test(called) &&
    !/sub|list/u.test(called) &&
    !isOfSite(called)
  );
}

/** The name of a site, of a column or of a box is no headline. */
export function isOfSite(called: string): boolean {
  return /site|column|channel|logo|brand|lanmu|block|box-|widget|blogname/u.test(called);
}
