import { WordIndex } from "@jianbao/model";
import { type CueKind, cueWords } from "./cue-words.ts";

/** A word that tells what a line does. */
export interface Cue {
  readonly word: string;
  readonly kind: CueKind;
  /** The same word may be of the page's controls, too: how much of a bar it covers. */
  readonly control: boolean;
}

/** What one pass over a line's characters finds. */
export interface Cues {
  /** Each word once, outside quotations. */
  readonly words: readonly Cue[];
  /** Words inside quotations: told, not said to the reader. */
  readonly told: readonly Cue[];
  /** Words of the page's controls, each once, and the Han characters and letters that they cover. */
  readonly controls: number;
  readonly covered: number;
  /** Telephone numbers, and numbers with a price's sign. */
  readonly phones: number;
  readonly prices: number;
  /** 8.5折, 八八折. */
  readonly discounts: number;
  /** 110, 12345, 96110. */
  readonly publics: number;
  /** 您 and 你. */
  readonly addressed: number;
  /** ！ */
  readonly exclaimed: number;
  /** “ or 「: someone is quoted. */
  readonly quoted: number;
  /** ●, ◆, ▶, ☎ and their fellows. */
  readonly ornaments: number;
  readonly digits: number;
  readonly latin: number;
  /** Words for how to reach someone with a colon: 地址： */
  readonly labels: number;
  /** Addresses of mail and of the web. */
  readonly links: number;
  /** 的, 了, 在, 是 and their fellows: what sentences are held together by. */
  readonly particles: number;
  /** 了 and 过 in mid-sentence. */
  readonly past: number;
  /** 3月2日 */
  readonly days: number;
  /** 我 */
  readonly first: number;
  readonly questions: number;
  /** A word that offers or calls stands at the line's head. */
  readonly leading: boolean;
}

const bars: ReadonlySet<CueKind> = new Set(["control", "calendar", "market"]);
const contacts: ReadonlySet<CueKind> = new Set(["call", "act", "reach"]);
const offering: ReadonlySet<CueKind> = new Set(["call", "offer", "trade", "praise"]);
/** 的, 了, 在 and their fellows: what sentences are held together by. */
const particle: ReadonlySet<number> = new Set(
  [..."的了在是和将被对与以为着过从于而也就都又"].map((character) => character.charCodeAt(0)),
);

interface Index {
  readonly cues: readonly Cue[];
  readonly words: WordIndex;
  /** A bit for each code unit that tells something by itself: a digit, a letter, a mark, an ornament, a particle. */
  readonly telling: Int32Array;
  /** And for those as well that a word begins with. */
  readonly asked: Int32Array;
}

let index: Index | undefined;

function indexOf(): Index {
  if (index !== undefined) return index;
  const cues = new Map<string, Cue>();
  for (const [kind, list] of Object.entries(cueWords) as [CueKind, string][]) {
    for (const word of list.split(" ")) {
      const known = cues.get(word);
      if (known === undefined) cues.set(word, { word, kind, control: bars.has(kind) });
      else if (bars.has(kind)) cues.set(word, { ...known, control: true });
    }
  }
  const telling = tellingUnits();
  const asked = telling.slice();
  for (const word of cues.keys()) setBit(asked, word.charCodeAt(0));
  index = { cues: [...cues.values()], words: new WordIndex([...cues.keys()]), telling, asked };
  return index;
}

function setBit(bits: Int32Array, unit: number): void {
  bits[unit >> 5] = (bits[unit >> 5] ?? 0) | (1 << (unit & 31));
}

function hasBit(bits: Int32Array, unit: number): boolean {
  return ((bits[unit >> 5] ?? 0) & (1 << (unit & 31))) !== 0;
}

function tellingUnits(): Int32Array {
  const units = new Int32Array(0x1_0000 / 32);
  const mark = (unit: number): void => setBit(units, unit);
  for (const one of "abcdefghijklmnopqrstuvwxyz0123456789,.@我？您你！!“「”」￥¥折»«") mark(one.charCodeAt(0));
  for (const unit of particle) mark(unit);
  for (let unit = 0x25a0; unit <= 0x27bf; unit++) mark(unit);
  for (let unit = 0xd800; unit < 0xdc00; unit++) mark(unit);
  return units;
}

// Matches `0700-1234567`, `400-000-1188`, `138 0000 0066`, `5550132`; must not match `20231102`, `1234567元`.
const phone =
  /(?:0\d{2,3}[-\s—–)）]{0,2}\d{3,4}[-\s]?\d{3,5}|[48]00[-\s]?\d{3,4}[-\s]?\d{3,4}|1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|(?!(?:19|20)\d{6})[2-9]\d{6,7}|95\d{3})(?![\d.%万亿元年户件起名人个])/uy;

// Matches `110`, `12345`, `96110`; must not match `126`, `12000`.
const isPublic = /^(?:11[0249]|12[02]|12[1-9]\d{2}|96\d{3,4})$/u;
/** 满199减30, 送2: what stands before a number that is given away. */
const giving: ReadonlySet<string> = new Set(["送", "赠", "满", "减", "抵", "￥"]);
/** 体验价699元, 只收19元: what stands before a price that is asked. */
const pricing: ReadonlySet<string> = new Set(["价", "收", "要", "仅", "只", "需", "售"]);
const counted: ReadonlySet<string> = new Set("起名人元个件万亿年月日号户条米平㎡岁次天%％".split(""));

/** Reads a line's cues: the longest word at each place, and the shapes of its numbers. */
export function cuesOf(text: string): Cues {
  const { cues, words, telling, asked } = indexOf();
  const lower = /[A-Z]/u.test(text) ? text.toLowerCase() : text;
  const found: Cue[] = [];
  const told: Cue[] = [];
  let inside = closesFirst(lower);
  let controls = 0;
  let covered = 0;
  let phones = 0;
  let prices = 0;
  let discounts = 0;
  let publics = 0;
  let addressed = 0;
  let exclaimed = 0;
  let quoted = 0;
  let ornaments = 0;
  let digits = 0;
  let latin = 0;
  let links = 0;
  let labels = 0;
  let particles = 0;
  let leading = false;
  let past = 0;
  let days = 0;
  let first = 0;
  let questions = 0;
  for (let i = 0; i < lower.length;) {
    const unit = lower.charCodeAt(i);
    if (!hasBit(asked, unit)) {
      i++;
      continue;
    }
    if (unit >= 0x30 && unit <= 0x39) {
      phone.lastIndex = i;
      const match = isWord(lower.charCodeAt(i - 1)) ? null : phone.exec(lower);
      // So short a number must be said to be one, or end the line.
      const local = match !== null && /^[2-9]\d{6,7}$/u.test(match[0]);
      const stated = !local || i + match[0].length === lower.length || found.some(({ kind }) => contacts.has(kind));
      if (match !== null && stated) {
        phones += inside ? 0 : 1;
        digits += match[0].length;
        i += match[0].length;
        continue;
      }
      let end = i;
      while (end < lower.length && isDigit(lower.charCodeAt(end))) end++;
      const next = lower[end] ?? "";
      // Numbers that serve everyone: the police, ambulances, the town hall, consumers' aid.
      if (isPublic.test(lower.slice(i, end)) && !counted.has(next) && !isWord(lower.charCodeAt(i - 1))) publics++;
      else if (inside) prices += 0;
      else if (next === "日" && lower[i - 1] === "月") days++;
      else if (next === "折") discounts++;
      else if ((next === "元" || next === "块") && pricing.has(lower[i - 1] ?? "")) discounts++;
      else if (giving.has(lower[i - 1] ?? "") && next !== "年" && next !== "月") discounts++;
      else if (next === "元" || next === "块") prices += lower[end + 1] === "/" ? 2 : 1;
      digits += end - i;
      i = end;
      continue;
    }
    const word = words.longest(lower, i);
    const cue = word < 0 ? undefined : cues[word];
    if (cue !== undefined) {
      i += cue.word.length;
      if (inside) {
        told.push(cue);
        continue;
      }
      if (i - cue.word.length < 4 && offering.has(cue.kind)) leading = true;
      if (!found.includes(cue)) {
        found.push(cue);
        if (cue.control) controls++;
      }
      if (cue.kind === "reach" && /[：:]/u.test(lower[i] ?? "")) labels++;
      if (cue.control) covered += cue.word.length;
      if (cue.word.includes("您")) addressed++;
      continue;
    }
    if (!hasBit(telling, unit)) {
      i++;
      continue;
    }
    if (unit >= 0x61 && unit <= 0x7a) {
      latin++;
      if (unit === 0x77 || unit === 0x68) links += Number(lower.startsWith("www.", i) || lower.startsWith("http", i));
    } else if (unit === 0x40) links++;
    else if (particle.has(unit)) {
      particles++;
      if (unit === 0x4e86 || unit === 0x8fc7)
        past += isHan(lower.charCodeAt(i + 1)) || isDigit(lower.charCodeAt(i + 1)) ? 1 : 0;
    } else if (unit === 0x6211) first++;
    else if (unit === 0xff1f) questions++;
    else if (unit === 0x60a8 || unit === 0x4f60) addressed += inside ? 0 : 1;
    else if (unit === 0xff01 || unit === 0x21) exclaimed += inside ? 0 : 1;
    else if (unit === 0x201c || unit === 0x300c) {
      quoted++;
      inside = true;
    } else if (unit === 0x201d || unit === 0x300d) inside = false;
    else if (unit === 0xffe5 || unit === 0xa5) prices++;
    else if (unit === 0x6298 && "一二三四五六七八九半".includes(lower[i - 1] ?? " ")) discounts++;
    else if (
      (unit >= 0x25a0 && unit <= 0x27bf) ||
      unit === 0x00bb ||
      unit === 0x00ab ||
      (unit >= 0xd800 && unit < 0xdc00)
    )
      ornaments++;
    i++;
  }
  return {
    words: found,
    told,
    controls,
    covered,
    phones,
    prices,
    discounts,
    publics,
    addressed,
    exclaimed,
    quoted,
    ornaments,
    digits,
    latin,
    links,
    labels,
    particles,
    leading,
    past,
    days,
    first,
    questions,
  };
}

/** The first quotation mark closes: what stands before it was said in the line before. */
function closesFirst(text: string): boolean {
  const close = text.indexOf("”");
  if (close < 0) return false;
  const open = text.indexOf("“");
  return open < 0 || close < open;
}

/** A digit, a Latin letter, a point or a hyphen. */
function isWord(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x2d || unit === 0x5f;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || unit === 0x2e || unit === 0x2c;
}
