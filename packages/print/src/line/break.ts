import { balancedEnds } from "./balance.ts";
import type { CharacterKind } from "./character.ts";
import { type Line, type LineSettings, type MeasuredParagraph, at, widthOf } from "./paragraph.ts";
import { type Spacing, shrinkLevels } from "./spacing.ts";

const tolerance = 0.005;
/** Cost of a paragraph's last line that holds one character: worse than any line that is merely loose. */
const lonely = 1e11;
/** Cost of a line that is too long, a point. */
const overfull = 1e12;
/** Parts of the measure that justified lines fill before they are stretched: the next is tried where one fails. */
const fullLines = [0.88, 0.6, 0];
/** How far letters of one word may be parted, in em, where a line has no other gap: what an address leaves of a line. */
const letterSpace = 0.25;
/** Demerits, a line, that somebody minds: looser lines are tried before such a paragraph is taken. */
const minded = 1e6;
/** Cost of a break inside a word or number that fills a line by itself. */
const emergency = 20_000;

/**
 * Breaks a paragraph into lines so that the sum of their demerits is least: one pass over all places
 * where a line may end, from each the best way to get there (Knuth and Plass 1981, without tolerances).
 * Where no way leads to the end, words that are longer than a line are opened as well.
 */
export function breakLines(paragraph: MeasuredParagraph, settings: LineSettings): readonly Line[] {
  const key = `${settings.measure} ${settings.indent} ${settings.justify} ${settings.balance === true} ${settings.title === true}`;
  let lines = paragraph.lines.get(key);
  if (lines === undefined) {
    lines = broken(paragraph, settings);
    paragraph.lines.set(key, lines);
  }
  return lines;
}

function broken(paragraph: MeasuredParagraph, settings: LineSettings): Line[] {
  const count = paragraph.kinds.length;
  if (count === 0) return [];
  const ends = isOneLine(paragraph, settings)
    ? [count]
    : ((
        (settings.justify
          ? fitFull(paragraph, settings)
          : fit(paragraph, settings, raggedCosts(paragraph, settings), 0, false)) ??
        fit(paragraph, settings, opened(paragraph, settings), 0, true)
      )?.ends ?? [count]);
  const shaped = settings.balance === true && ends.length > 1 ? balancedEnds(paragraph, settings, ends.length) : null;
  let start = 0;
  return (shaped ?? ends).map((end) => {
    const line = placed(paragraph, settings, start, end, end === count);
    start = end;
    return line;
  });
}

/** The width of the paragraph on one line, without adjustment. */
export function naturalWidth(paragraph: MeasuredParagraph): number {
  const count = paragraph.kinds.length;
  if (count === 0) return 0;
  return widthOf(paragraph, 0, count);
}

/** The width of the widest piece that no line may cut. */
export function minimalWidth(paragraph: MeasuredParagraph): number {
  const { kinds } = paragraph;
  // A number or a word of a cell; longer ones may be addresses.
  if (kinds.length < 20 && kinds.every((kind) => kind === "western")) return naturalWidth(paragraph);
  const { costs } = paragraph;
  let widest = 0;
  let start = 0;
  for (let i = 0; i < kinds.length; i++) {
    if (at(costs, i) < Infinity || i === kinds.length - 1) {
      widest = Math.max(widest, widthOf(paragraph, start, i + 1));
      start = i + 1;
    }
  }
  return widest;
}

/** What breaks cost in text that is not to end flush: those of a title keep its words whole. */
function raggedCosts({ costs, titleCosts }: MeasuredParagraph, { title }: LineSettings): readonly number[] {
  return title === true ? costs.map((cost, index) => cost + at(titleCosts, index)) : costs;
}

function isOneLine(paragraph: MeasuredParagraph, settings: LineSettings): boolean {
  return widthOf(paragraph, 0, paragraph.kinds.length) <= settings.measure - settings.indent + tolerance;
}

/** Most paragraphs have lines that are nearly full: looking at those alone first saves most of the work. */
function fitFull(paragraph: MeasuredParagraph, settings: LineSettings): Fit | null {
  let best: Fit | null = null;
  for (const least of fullLines) {
    best = fit(paragraph, settings, paragraph.costs, least, false);
    if (best !== null && best.demerits < minded * best.ends.length) break;
  }
  return best;
}

/** Where the best lines end, and the sum of their demerits. */
interface Fit {
  readonly ends: readonly number[];
  readonly demerits: number;
}

/** Finds the ends of the best lines; null where none fit and too long ones are not allowed. */
function fit(
  paragraph: MeasuredParagraph,
  settings: LineSettings,
  costs: readonly number[],
  least: number,
  allowOverfull: boolean,
): Fit | null {
  const count = paragraph.kinds.length;
  const { sums } = paragraph;
  const best = new Float64Array(count + 1).fill(Infinity);
  const from = new Int32Array(count + 1).fill(-1);
  best[0] = 0;
  // Lines from a later start end later: the first end that is far enough only moves forward.
  let first = 1;
  for (let start = 0; start < count; start++) {
    const before = at(best, start);
    if (before === Infinity) continue;
    const measure = settings.measure - (start === 0 ? settings.indent : 0);
    const far = at(sums.width, start) + measure * least - paragraph.size;
    while (first < count && (first <= start || at(sums.width, first) < far)) first++;
    let ended = false;
    for (let end = first; end <= count; end++) {
      const cost = end === count ? 0 : at(costs, end - 1);
      if (cost === Infinity) continue;
      const natural = widthOf(paragraph, start, end);
      if (natural < measure * least && end < count) continue;
      const shrink = at(sums.shrink, end - 1) - at(sums.shrink, start);
      const excess = natural - shrink - measure;
      if (excess > tolerance && (ended || !allowOverfull)) break;
      const demerits =
        excess > tolerance ? overfull * excess : demeritsOf(paragraph, settings, start, end, natural, measure, shrink);
      ended = true;
      const total = before + demerits + cost * cost;
      if (total < at(best, end)) {
        best[end] = total;
        from[end] = start;
      }
      if (excess > tolerance) break;
    }
  }
  if (at(from, count) < 0) return null;
  const ends: number[] = [];
  for (let end = count; end > 0; end = at(from, end)) ends.push(end);
  return { ends: ends.reverse(), demerits: at(best, count) };
}

/** How bad a line looks: (10 + badness)², badness 100 for a line squeezed as far as it goes. */
function demeritsOf(
  paragraph: MeasuredParagraph,
  settings: LineSettings,
  start: number,
  end: number,
  natural: number,
  measure: number,
  shrink: number,
): number {
  const { sums } = paragraph;
  const isLast = end === paragraph.kinds.length;
  const loneliness = isLast && start > 0 && visibleCharacters(paragraph.kinds, start, end) < 2 ? lonely : 0;
  const room = measure - natural;
  if (room < 0) {
    const ratio = shrink > 0 ? -room / shrink : 0;
    return (10 + 100 * ratio * ratio * ratio) ** 2 + loneliness;
  }
  if (isLast) return 100 + loneliness;
  if (!settings.justify) {
    const ragged = room / paragraph.size;
    return (10 + 4 * ragged * ragged) ** 2;
  }
  const easy = at(sums.stretch, end - 1) - at(sums.stretch, start);
  const open = at(sums.open, end - 1) - at(sums.open, start);
  const beyond = Math.max(0, room - easy);
  if (open === 0 && beyond > 0) return shortDemerits(paragraph, start, end, beyond);
  // Squeezing goes before pushing out (CLREQ 3.2.3): an eighth of an em a gap is as bad as a full squeeze.
  const ratio = beyond === 0 ? 0 : beyond / open / (paragraph.size / 8);
  const easyRatio = easy > 0 ? Math.min(room, easy) / easy : 0;
  return (10 + 15 * easyRatio + 100 * ratio ** 3) ** 2;
}

/** How bad a line without gaps is: its letters are parted a little, what is left is as bad as one gap that is as wide. */
function shortDemerits({ sums, size }: MeasuredParagraph, start: number, end: number, room: number): number {
  const letters = at(sums.letters, end - 1) - at(sums.letters, start);
  const spread = Math.min(room, letters * letterSpace * size);
  const spreadRatio = letters === 0 ? 0 : spread / letters / (size / 10);
  const ratio = (room - spread) / (size / 8);
  return (10 + 200 * spreadRatio ** 3 + 100 * ratio ** 3) ** 2;
}

function visibleCharacters(kinds: readonly CharacterKind[], start: number, end: number): number {
  let visible = 0;
  for (let i = start; i < end && visible < 2; i++) {
    const kind = kinds[i];
    if (kind === "han" || kind === "western" || kind === "opening") visible++;
  }
  return visible;
}

/** The costs with words opened that fill a line by themselves. */
function opened(paragraph: MeasuredParagraph, settings: LineSettings): number[] {
  const costs = [...paragraph.costs];
  const { sums } = paragraph;
  const narrowest = settings.measure - settings.indent;
  let start = 0;
  for (let i = 0; i < costs.length; i++) {
    if (paragraph.costs[i] === Infinity && i < costs.length - 1) continue;
    const width = widthOf(paragraph, start, i + 1) - (at(sums.shrink, i) - at(sums.shrink, start));
    if (width > narrowest - tolerance) {
      for (let at = start; at < i; at++) {
        if (paragraph.costs[at] === Infinity && mayOpenAfter(paragraph, at)) costs[at] = emergency;
      }
    }
    start = i + 1;
  }
  return costs;
}

/** Even in an emergency no mark that may not start a line does, and no opening mark or sign ends one. */
function mayOpenAfter({ kinds, spacing }: MeasuredParagraph, index: number): boolean {
  const before = kinds[index];
  const after = kinds[index + 1];
  if (before === "western" && after === "western") return spacing.letters[index] === 1;
  return (after === "western" || after === "han") && before !== "opening";
}

/** Sets the characters of a line: the room is given to, or taken from, the gaps in CLREQ's order. */
function placed(
  paragraph: MeasuredParagraph,
  settings: LineSettings,
  start: number,
  end: number,
  isLast: boolean,
): Line {
  const { advances, spacing } = paragraph;
  const measure = settings.measure - (start === 0 ? settings.indent : 0);
  const gaps = spacing.gap.slice(start, end);
  gaps[gaps.length - 1] = 0;
  let natural = at(spacing.atStart, start) + at(spacing.atEnd, end - 1);
  for (let i = start; i < end; i++) natural += at(advances, i) + at(gaps, i - start);
  let room = measure - natural;
  let opened = 0;
  if (room < 0) room = -shrunk(spacing, gaps, start, -room);
  else if (settings.justify && !isLast) {
    room = stretched(spacing, gaps, start, room);
    opened = openedBy(spacing, gaps, start, room);
    room = opened > 0 ? 0 : parted(spacing, gaps, start, room, paragraph.size);
  }
  const xs: number[] = [];
  let x = at(spacing.atStart, start);
  for (let i = start; i < end; i++) {
    xs.push(x);
    x += at(advances, i) + at(gaps, i - start);
  }
  const width = x + at(spacing.atEnd, end - 1);
  const excess = room < -tolerance ? -room : 0;
  const short = settings.justify && !isLast && room > tolerance ? room : 0;
  return { start, end, xs, width, excess, short, opened };
}

/** Takes points out of the gaps, level by level; returns what could not be taken. */
function shrunk(spacing: Spacing, gaps: Float64Array, start: number, wanted: number): number {
  let left = wanted;
  for (let level = 1; level <= shrinkLevels && left > 0; level++) {
    let capacity = 0;
    for (let k = 0; k + 1 < gaps.length; k++) {
      if (spacing.shrinkLevel[start + k] === level) capacity += at(spacing.shrink, start + k);
    }
    if (capacity <= 0) continue;
    const share = Math.min(1, left / capacity);
    for (let k = 0; k + 1 < gaps.length; k++) {
      if (spacing.shrinkLevel[start + k] === level) gaps[k] = at(gaps, k) - share * at(spacing.shrink, start + k);
    }
    left -= share * capacity;
  }
  return left;
}

/** Gives points to word spaces, then to gaps between scripts, as far as they may grow; returns what is left. */
function stretched(spacing: Spacing, gaps: Float64Array, start: number, wanted: number): number {
  let left = wanted;
  for (let level = 1; level <= 2 && left > 0; level++) {
    let capacity = 0;
    for (let k = 0; k + 1 < gaps.length; k++) {
      if (spacing.stretchLevel[start + k] === level) capacity += at(spacing.stretch, start + k);
    }
    if (capacity <= 0) continue;
    const share = Math.min(1, left / capacity);
    for (let k = 0; k + 1 < gaps.length; k++) {
      if (spacing.stretchLevel[start + k] === level) gaps[k] = at(gaps, k) + share * at(spacing.stretch, start + k);
    }
    left -= share * capacity;
  }
  return Math.max(0, left);
}

/** Gives points to all gaps alike; returns how much each got, 0 where there is no gap or nothing to give. */
function openedBy(spacing: Spacing, gaps: Float64Array, start: number, wanted: number): number {
  let open = 0;
  for (let k = 0; k + 1 < gaps.length; k++) open += at(spacing.open, start + k);
  if (open === 0) return 0;
  const share = wanted / open;
  for (let k = 0; k + 1 < gaps.length; k++) if (spacing.open[start + k] === 1) gaps[k] = at(gaps, k) + share;
  return share;
}

/** Parts the letters of a line without any other gap by as much as they may; returns what could not be given. */
function parted(spacing: Spacing, gaps: Float64Array, start: number, wanted: number, size: number): number {
  let letters = 0;
  for (let k = 0; k + 1 < gaps.length; k++) letters += at(spacing.letters, start + k);
  if (letters === 0) return wanted;
  const share = Math.min(wanted / letters, letterSpace * size);
  for (let k = 0; k + 1 < gaps.length; k++) {
    if (spacing.letters[start + k] === 1) gaps[k] = at(gaps, k) + share;
  }
  return wanted - share * letters;
}
