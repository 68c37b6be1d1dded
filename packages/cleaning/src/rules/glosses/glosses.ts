import { isHan, isHanAt } from "../../characters.ts";
import { type Change, type Draft, change, inOrder } from "../../draft.ts";
import { isEveryday } from "../../language/everyday.ts";
import { codeOf } from "../../gbk/gbk-table.ts";
import { readingsOf } from "../../readings.ts";
import { glossesBefore, halvesOf, neutral } from "./gloss-remains.ts";
import { simplified } from "../script/script.ts";
import { traditional, scriptTable } from "../script/script-table.ts";
import { type Transcription, transcriptionOf } from "./transcriptions.ts";

interface Gloss {
  readonly start: number;
  readonly end: number;
  /** The characters that are glossed, mostly one. */
  readonly base: string;
  readonly letters: string;
  readonly toned: boolean;
}

/** A reading in brackets behind the characters that it belongs to. */
interface Candidate extends Gloss {
  readonly capital: boolean;
  /** The base is read so. */
  readonly fits: boolean;
  /** Nothing but letters, without brackets. */
  readonly bare: boolean;
  /** In the middle of running words, not set apart by quotes or marks as a word that is spoken of. */
  readonly running: boolean;
  /** Its word goes on behind it. */
  readonly goesOn: boolean;
  /** The words around it may tell of reading: 读, 拼音, 姓, 字. */
  readonly told: boolean;
  /** The words right before it say that this is how the base is read: 读作, 念成, 拼音是. */
  readonly stated: boolean;
}

/** What a page's glosses are, learnt from the page itself. */
export interface GlossTable {
  /** The glosses that are noise, in text order. */
  readonly glosses: readonly Gloss[];
  /** The readings (letters only) of each glossed character. */
  readonly readings: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Removes the readings that page spinners put after characters: 機關(guān) is 機關.
 *
 * A spinner glosses a character wherever it stands, in the middle of words; a writer glosses a word once, where it
 * is hard to read, and sets it apart. So the page decides: which characters are glossed, whether each time, and with
 * which reading. A single gloss goes where nobody would write one: a toned reading behind an everyday character.
 */
export function dropGlosses(draft: Draft): Draft {
  const { text } = draft;
  const { glosses } = glossesOf(text);
  const changes = glosses.map(({ start, end }): Change => ({
    start,
    // 關 (guān) 係: the space behind goes with the one before.
    end:
      text.charAt(start) === " " && text.charAt(end) === " " && /[\p{Script=Han}“‘《（(—「]/u.test(text.charAt(end + 1))
        ? end + 1
        : end,
    replacement: "",
    rule: "cleaning/pinyin-gloss",
  }));
  if (!mayBeToned(text)) return change(draft, changes);
  const before = glossesBefore(text);
  if (before.length > glosses.length) return change(draft, before);
  const habitual = glosses.filter((one) => one.toned && isSingle(one)).length >= 4;
  return change(
    draft,
    habitual
      ? inOrder([
          ...changes,
          ...halvesOf(
            text,
            glosses.some(({ start }) => isLetter(text, start)),
          ),
        ])
      : changes,
  );
}

/** A gloss begins there without a bracket. */
function isLetter(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at)) && !isHanAt(text, at);
}

/** Finds the glosses of a page. */
export function glossesOf(text: string): GlossTable {
  const candidates = candidatesOf(text);
  const glosses = candidates.length === 0 ? [] : spun(text, candidates);
  const readings = new Map<string, Set<string>>();
  for (const { base, letters } of glosses) {
    const known = readings.get(base);
    if (known === undefined) readings.set(base, new Set([letters]));
    else known.add(letters);
  }
  return { glosses, readings };
}

/** What may close each opening bracket. */
const closings: ReadonlyMap<number, string> = new Map(
  ["()）", "（)）", "[]］", "［]］", "{}｝", "〔〕", "【】"].map((one) => [one.charCodeAt(0), one.slice(1)]),
);

/** Tells whether a text has anything beside Chinese and plain Latin: only there are letters with tones or combining marks. */
function mayBeToned(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xe0 || (unit >= 0x3100 && unit < 0xa600) || (unit >= 0xff00 && unit < 0xffff)) continue;
    // Of the marks from U+2000 to U+30FF a few combine.
    const combines = (unit >= 0x20d0 && unit <= 0x20ff) || (unit >= 0x2ce0 && unit < 0x2e00);
    const isMark = unit >= 0x2000 && unit < 0x3100 && !combines;
    if (!isMark || (unit >= 0x302a && unit <= 0x302f) || unit === 0x3099 || unit === 0x309a) return true;
  }
  return false;
}

function candidatesOf(text: string): Candidate[] {
  const found: Candidate[] = [];
  const read = new Map<string, Transcription | null>();
  for (let start = 1; start < text.length; start++) {
    const unit = text.charCodeAt(start);
    // Most of a text is Han or ASCII letters.
    if ((unit >= 0x3400 && unit <= 0xff00) || (unit > 0x28 && unit < 0x5b)) continue;
    const close = closings.get(unit);
    if (close === undefined) continue;
    const stop = closingAfter(text, start, close);
    if (stop < 0) continue;
    const one = candidate(text, start, stop + 1, transcribed(text.slice(start + 1, stop), read), false);
    if (one !== null) found.push(one);
  }
  if (!mayBeToned(text) || !/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]|\p{M}/u.test(text)) return found;
  const bracketed = found.length;
  // Matches `guān` right behind a character; must not match `café` behind Latin or `読 guān`.
  for (const match of text.matchAll(/(?<=\p{Script=Han})[a-zà-ɏɑɡ\p{M}]{1,9}(?![A-Za-zÀ-ɏ])/gu)) {
    if (!/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\p{M}]/u.test(match[0])) continue;
    const one = candidate(text, match.index, match.index + match[0].length, transcribed(match[0], read), true);
    if (one?.fits === true) found.push(one);
  }
  return found.length === bracketed ? found : found.sort((a, b) => a.start - b.start);
}

/** Where a bracket closes that holds a reading's letters: 40 at most, no Han but 一, which zhuyin writes as well; else −1. */
function closingAfter(text: string, start: number, close: string): number {
  for (let at = start + 1; at < text.length && at - start <= 41; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || (unit >= 0x3400 && unit <= 0x9fff && unit !== 0x4e00)) return -1;
    if (unit < 0x30 || unit > 0x7a) {
      if (close.includes(text.charAt(at))) return at > start + 1 ? at : -1;
    } else if (unit === 0x5d && close.startsWith("]")) return at > start + 1 ? at : -1;
  }
  return -1;
}

/** A page has few readings, each many times. */
function transcribed(text: string, known: Map<string, Transcription | null>): Transcription | null {
  let read = known.get(text);
  if (read === undefined) {
    read = transcriptionOf(text);
    known.set(text, read);
  }
  return read;
}

function candidate(
  text: string,
  start: number,
  end: number,
  read: Transcription | null,
  bare: boolean,
): Candidate | null {
  if (read === null) return null;
  let from = start;
  while (from > 0 && text.charCodeAt(from - 1) === 0x20) from--;
  if (!isHanAt(text, from - 1)) return null;
  const { letters, toned, syllables, capital } = read;
  const single = syllables === 1 ? baseBefore(text, from, 1) : "";
  const word = single !== "" && (toned || isRead(single, letters)) ? null : wordBefore(text, from, letters, syllables);
  const base = word ?? single;
  if (base === "") return null;
  const fits = word !== null || isRead(base, letters);
  if (!fits && (!toned || bare)) return null;
  const before = from - base.length;
  const told = tellsOfReading(text, before, end);
  return {
    start: from,
    end,
    base,
    letters,
    toned,
    capital,
    fits,
    bare,
    running:
      isHanAt(text, before - (text.charAt(before - 1) === " " ? 2 : 1)) ||
      /[\d%％]/u.test(text[before - 1] ?? "") ||
      ((isHanAt(text, text.charAt(end) === " " ? end + 1 : end) || /^[A-Za-z\d]/u.test(text.slice(end, end + 1))) &&
        !/[“‘《「『、：]/u.test(text[before - 1] ?? "")),
    goesOn: isHanAt(text, end),
    told,
    stated: told && statesReading(text, before, end),
  };
}

/** The last `count` characters before a position, or nothing where one is not Han. */
function baseBefore(text: string, position: number, count: number): string {
  let start = position;
  for (let i = 0; i < count; i++) {
    if (!isHanAt(text, start - 1)) return "";
    const low = text.charCodeAt(start - 1);
    start -= low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
  }
  return text.slice(start, position);
}

/** Tells whether a character is read so; of a character without known readings all is believed. */
function isRead(character: string, letters: string): boolean {
  const readings = readingsOf(character);
  if (readings.length === 0) return simplified(character) !== character && isRead(simplified(character), letters);
  return readings.includes(letters);
}

/** The word before a position that several syllables belong to: each character must be read as they say. */
function wordBefore(text: string, position: number, letters: string, syllables: number): string | null {
  const counts = syllables > 1 ? [syllables] : [2, 3, 4, 5, 6];
  for (const count of counts) {
    const word = baseBefore(text, position, count);
    if (word === "") return null;
    if (spells([...word], 0, letters, 0)) return word;
  }
  return null;
}

function spells(characters: readonly string[], i: number, letters: string, at: number): boolean {
  if (i === characters.length) return at === letters.length;
  const character = characters[i] ?? "";
  return readingsOf(character).some(
    (one) => letters.startsWith(one, at) && spells(characters, i + 1, letters, at + one.length),
  );
}

/** 1 for each character that words about reading have. */
const readingWords = new Uint8Array(0x1_0000);
for (const character of "读讀念唸音姓名叫调調字声聲") readingWords[character.charCodeAt(0)] = 1;

/** Prose about how words are read: 读作, 拼音, 念成, 姓, with the word before it or a bracket that lists words. */
function tellsOfReading(text: string, start: number, end: number): boolean {
  let told = false;
  for (let i = Math.max(0, start - 12); i < start && !told; i++) told = readingWords[text.charCodeAt(i)] === 1;
  for (let i = end; i < end + 6 && !told; i++) told = readingWords[text.charCodeAt(i)] === 1;
  if (!told) return false;
  const before = text.slice(Math.max(0, start - 12), start).replace(/^.*[\n。！？]/u, "");
  const after = text.slice(end, end + 6).replace(/[\n。！？].*$/u, "");
  return (
    // Must not match 读者, 读物, 阅读, 观念, 纪念.
    /(?<![阅閱研就])[读讀](?![者物书書本后後博研数數取])|(?<![观觀概纪紀信怀懷留悼理挂掛想])[念唸](?![头頭书書])|[拼注发發]音|姓$|[姓名叫][“‘]?$|声调|聲調|[汉漢生错錯难難个個僻]字/u.test(
      before,
    ) || /^[”’]?(?:[读讀念](?![者物书書本])|[的之]?[拼发發读讀]?音|字(?![\p{Script=Han}])|[一二三四]声)/u.test(after)
  );
}

function statesReading(text: string, start: number, end: number): boolean {
  return (
    /(?:[读讀念唸](?:作|成|为|為|做)|拼音(?:是|为|為|写作|寫作))[“‘「]?$/u.test(
      text.slice(Math.max(0, start - 5), start),
    ) ||
    (/[“‘「]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
      /^[”’」](?:[读讀念]|的?[读讀拼]?音)/u.test(text.slice(end, end + 4)))
  );
}

/** The glosses of a page: those that its habit explains, and those that no writer would put. */
function spun(text: string, candidates: readonly Candidate[]): Gloss[] {
  const page: Page = {
    text,
    occurrences: occurrences(text, new Set(candidates.map(({ base }) => base))),
    byBase: Map.groupBy(candidates, ({ base }) => base),
    told: candidates.some(({ told }) => told),
  };
  const habits = habitsOf(candidates, page);
  const odd = candidates.some((one) => one.running && isOddity(one, page) && !isLesson(text, one));
  // Two words in running text: nobody tells how 同比 is read.
  const words = candidates.filter((one) => !isSingle(one) && isOddWord(one, page)).length;
  const usual =
    candidates.filter((one) => text.charAt(one.end - 1) === ")").length * 2 > candidates.length ? ")" : "）";
  return candidates.filter((one) => {
    if (!habits.has(kindOf(one)) && !isUnmarked(one, habits))
      return (
        (((one.running || (odd && one.goesOn && isTraditional(one.base))) && isOddity(one, page)) ||
          (words > 1 && isOddWord(one, page))) &&
        !isLesson(text, one)
      );
    const alone = (page.byBase.get(one.base)?.length ?? 0) === 1;
    if (one.stated) return !alone && page.byBase.get(one.base)?.some((other) => !other.told) === true;
    // A rare character that is glossed once, in other brackets or as a word by itself, was glossed by the writer.
    if (!alone || !isRare(one.base)) return true;
    return one.bare || (one.running && text.charAt(one.end - 1) === usual);
  });
}

/** What a page says of its glosses together. */
interface Page {
  readonly text: string;
  /** How often each glossed base stands in the text. */
  readonly occurrences: ReadonlyMap<string, number>;
  readonly byBase: ReadonlyMap<string, readonly Candidate[]>;
  /** Some words tell of reading. */
  readonly told: boolean;
}

/** Characters that few can read: not of the first level of GB 2312, in simplified script. */
function isRare(base: string): boolean {
  return [...base].every((character) => {
    const code = codeOf(simplified(character));
    return code < 0xb0a1 || code > 0xd7f9 || (code & 255) < 0xa1;
  });
}

/** On a page that glosses with tones some readings have none: 們(men), 的(de). */
function isUnmarked(one: Candidate, habits: ReadonlySet<string>): boolean {
  return !one.toned && !one.capital && one.fits && isSingle(one) && habits.has("single");
}

/** The kinds of gloss that a page puts by habit. */
function habitsOf(candidates: readonly Candidate[], page: Page): Set<string> {
  const kinds = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const key = kindOf(one);
    const list = kinds.get(key);
    if (list === undefined) kinds.set(key, [one]);
    else list.push(one);
  }
  const habits = new Set<string>();
  for (const [key, list] of kinds) if (isHabit(list, page)) habits.add(key);
  // ü alone says no tone: 女(nü) and 行(xing2) are one habit.
  const toned = kinds.get("single");
  const untoned = kinds.get("single untoned");
  if (toned !== undefined && untoned !== undefined && isHabit([...toned, ...untoned], page)) habits.add("single");
  return habits;
}

/** What a habit is of: characters or words, with or without tones, capital letters, brackets. */
function kindOf(one: Candidate): string {
  return `${isSingle(one) ? "single" : "word"}${one.toned ? "" : " untoned"}${one.capital ? " capital" : ""}${one.bare ? " bare" : ""}`;
}

function isSingle({ base }: Gloss): boolean {
  return base.length === 1 || (base.length === 2 && (base.codePointAt(0) ?? 0) > 0xffff);
}

/** Three glosses or more in running words, of characters that are hardly ever without, most of them repeated or traditional. */
function isHabit(list: readonly Candidate[], page: Page): boolean {
  const strong = list.filter((one) => !one.told);
  if (strong.length < 3 || strong.length * 2 < list.length) return false;
  if (strong.filter((one) => one.running).length * 3 < strong.length * 2) return false;
  const glossed = new Map<string, number>();
  for (const { base } of strong) glossed.set(base, (glossed.get(base) ?? 0) + 1);
  let open = 0;
  let old = 0;
  let repeated = 0;
  for (const [base, count] of glossed) {
    open += Math.max(0, (page.occurrences.get(base) ?? 0) - count);
    if (isTraditional(base)) old += count;
    if (count > 1) repeated++;
  }
  // Paragraphs of several pages may have been put together, each with its own table of glosses.
  if (
    open * 4 > strong.length + 4 &&
    (old * 3 < strong.length * 2 || openInLines(strong, page.text) * 4 > strong.length + 4)
  )
    return false;
  let common = 0;
  for (const [base, count] of glossed) if (!isRare(base)) common += count;
  return old * 2 >= strong.length || repeated >= 2 || (common * 3 >= strong.length * 2 && strong.length >= 4);
}

/** How often bases stand without a gloss in lines that have them with one. */
function openInLines(list: readonly Candidate[], text: string): number {
  const lines = new Map<number, Map<string, number>>();
  for (const { base, start } of list) {
    const line = text.lastIndexOf("\n", start) + 1;
    let glossed = lines.get(line);
    if (glossed === undefined) lines.set(line, (glossed = new Map<string, number>()));
    glossed.set(base, (glossed.get(base) ?? 0) + 1);
  }
  let open = 0;
  for (const [line, glossed] of lines) {
    const stop = text.indexOf("\n", line);
    const counts = occurrences(text.slice(line, stop < 0 ? text.length : stop), new Set(glossed.keys()));
    for (const [base, count] of glossed) open += Math.max(0, (counts.get(base) ?? 0) - count);
  }
  return open;
}

/** How often each base stands in the text. */
function occurrences(text: string, bases: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const base of bases) if (base.length > 1 && counts.size < 500) counts.set(base, text.split(base).length - 1);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) continue;
    const character = text.charAt(i);
    if (bases.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

/** Whether a base holds a character that simplified text does not use. */
function isTraditional(base: string): boolean {
  const { kinds } = scriptTable();
  return [...base].some((character) => kinds[character.charCodeAt(0)] === traditional);
}

/** Everyday characters, which nobody needs to be told how to read. */
function isPlain(base: string): boolean {
  return [...simplified(base)].every((character) => isHan(character) && isEveryday(character));
}

/**
 * Without a habit: a toned reading, the usual one, behind an everyday character that the page never has without it. It
 * stands in running words, or at the head of a word, 、鄉(xiāng)道, of a page that has another in running words.
 */
function isOddity(one: Candidate, page: Page): boolean {
  if (one.capital || one.told || !one.fits || !isSingle(one) || one.bare) return false;
  // 們(men) has no tone to mark.
  if (!one.toned && !(neutral.has(one.letters) && particles.includes(one.base))) return false;
  if (page.told || (!isPlain(one.base) && !isTraditional(one.base))) return false;
  const usual = readingsOf(one.base)[0] ?? readingsOf(simplified(one.base))[0];
  if ((one.toned && usual !== one.letters) || otherInNames.includes(one.base)) return false;
  return page.occurrences.get(one.base) === page.byBase.get(one.base)?.length;
}

const particles = "们們的得着著了么麼吗嗎吧呢";

/** A toned reading behind a word of everyday characters, between running words, and never without it. */
function isOddWord(one: Candidate, page: Page): boolean {
  const { base, toned, capital, told, fits, running, bare } = one;
  if (!toned || capital || told || !fits || !running || bare || page.told || isSingle(one) || !isPlain(base))
    return false;
  return page.occurrences.get(base) === page.byBase.get(base)?.length;
}

/** The line is about how characters are read. */
function isLesson(text: string, { start, end }: Gloss): boolean {
  const from = Math.max(text.lastIndexOf("\n", start) + 1, start - 200);
  const line = text.slice(from, Math.min(text.length, end + 200)).split("\n")[0] ?? "";
  return /[读讀]音|拼音|注音|[声聲][调調]|[发發]音|多音|[易常][错錯]|生僻|[读念][作成]|第[一二三四]声|[旧今]读|識字|识字|生字|生词/u.test(
    line,
  );
}

/** Characters that are read in another tone in a surname or the name of a place: 任某, 台州, 济南. */
const otherInNames = "任華华宁寧应應燕曲纪紀盛哈车車占幸要训訓空少过過台臺济濟丽麗冠那";
