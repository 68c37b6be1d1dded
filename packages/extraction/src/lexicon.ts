import { type Area, type DomainPack, type Indicator, type Subject, WordIndex } from "@jianbao/model";

/** What a word of the pack can mean for an indicator, by the indicator's place in the pack. */
interface WordUse {
  readonly verbs: readonly number[];
  readonly nouns: readonly number[];
  readonly phrases: readonly number[];
  readonly nots: readonly number[];
  readonly parts: readonly number[];
  readonly subject: Subject | null;
  readonly organisation: { readonly area: Area | null } | null;
}

/** A word of the pack at a place of the clean text. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly use: WordUse;
}

/** A pack made ready for scanning. */
export interface Lexicon {
  readonly pack: DomainPack;
  readonly indicators: readonly Indicator[];
  readonly own: Subject;
  /** Finds the pack's words in a text, the longest at each place; a word inside another is left out where both play one part. */
  readonly scan: (text: string) => Hit[];
  /** Tells whether a word of the pack goes on over a line break: 止付涉\n案资金. */
  readonly isInside: (text: string, at: number) => boolean;
  /** What a word of the pack can mean; null for any other word. */
  readonly use: (word: string) => WordUse | null;
  /** Words of the pack that end in 境外 (赴境外): before a place abroad they mean the same (赴柬埔寨). */
  readonly journeys: readonly string[];
  /** What the names of kinds are counted by (刷单返利402起); null where the pack says nothing of it. */
  readonly kinds: {
    readonly index: number;
    readonly words: readonly string[];
    readonly whole: readonly string[];
  } | null;
  /** A pattern for what with 案 or 警情 names all of the pack's subject: 诈骗, 电信网络诈骗, 电诈. */
  readonly ownName: string;
  /** The bodies of the pack that act for the place before their name: 反诈中心, 交警支队. */
  readonly offices: readonly string[];
}

const compiled = new WeakMap<DomainPack, Lexicon>();

/** Makes a pack ready for scanning; the work is done once for each pack. */
export function lexiconOf(pack: DomainPack): Lexicon {
  let lexicon = compiled.get(pack);
  if (lexicon === undefined) {
    lexicon = makeLexicon(pack);
    compiled.set(pack, lexicon);
  }
  return lexicon;
}

interface Entry {
  verbs: number[];
  nouns: number[];
  phrases: number[];
  nots: number[];
  parts: number[];
  subject: Subject | null;
  organisation: { area: Area | null } | null;
}

function makeLexicon(pack: DomainPack): Lexicon {
  const entries = new Map<string, Entry>();
  const entry = (word: string): Entry => {
    let found = entries.get(word);
    if (found === undefined) {
      found = { verbs: [], nouns: [], phrases: [], nots: [], parts: [], subject: null, organisation: null };
      entries.set(word, found);
    }
    return found;
  };
  pack.indicators.forEach((indicator, index) => {
    for (const word of verbsOf(indicator)) entry(word).verbs.push(index);
    for (const word of indicator.nouns) entry(word).nouns.push(index);
    for (const word of indicator.phrases) entry(word).phrases.push(index);
    for (const word of indicator.not) entry(word).nots.push(index);
    for (const word of indicator.parts ?? []) entry(word).parts.push(index);
  });
  const terse = new Set<string>();
  pack.indicators.forEach((indicator, index) => {
    for (const word of terseOf(indicator)) {
      if (!entries.has(word)) terse.add(word);
      if (terse.has(word)) entry(word).phrases.push(index);
    }
  });
  for (const subject of pack.subjects) {
    for (const word of subject.words) entry(word).subject ??= subject;
  }
  for (const organisation of pack.organisations) entry(organisation.name).organisation = { area: organisation.area };
  // 避免受骗 opens with 避免, which rules the same indicators out.
  for (const [word, found] of entries) {
    for (let end = 2; end < word.length; end++) {
      for (const index of entries.get(word.slice(0, end))?.nots ?? []) {
        const isOwn = [found.verbs, found.nouns, found.phrases, found.nots].some((uses) => uses.includes(index));
        if (!isOwn) found.nots.push(index);
      }
    }
  }
  // 吸毒人员 opens with 吸毒, which is never found beside it.
  for (const [word, found] of entries) {
    found.subject ??= pack.subjects.find(({ words }) => words.some((opening) => word.startsWith(opening))) ?? null;
  }

  const words = [...entries.keys()];
  const uses = [...entries.values()];
  const index = new WordIndex(words);
  const own = pack.subjects[0];
  if (own === undefined) throw new RangeError(`pack ${pack.id} has no subject`);
  return {
    pack,
    indicators: pack.indicators,
    own,
    scan: (text) => scan(index, words, uses, terse, text),
    isInside: (text, at) => isInside(index, words, text, at),
    use: (word) => entries.get(word) ?? null,
    journeys: words.filter((word) => word.length > abroad.length && word.endsWith(abroad)),
    kinds: kindsOf(pack),
    ownName: ownNameOf(own),
    offices: pack.organisations.filter(({ area }) => area === null).map(({ name }) => name),
  };
}

/** 封网址, 停号码: a deed of one character right before what it is done to, as headlines and lists have it. */
function terseOf({ unit, stems = [], nouns }: Indicator): readonly string[] {
  if (unit !== "item") return [];
  const things = nouns.filter((noun) => noun.length > 1);
  return stems.filter((stem) => terseStems.includes(stem)).flatMap((stem) => things.map((noun) => stem + noun));
}

/** Stems that are no part of a longer word before a noun, as 开 and 打 are (打网络电话). */
const terseStems = "封停冻拦截端捣缴";

const abroad = "境外";

function ownNameOf({ words, kinds }: Subject): string {
  const whole = (kinds?.whole ?? []).filter((word) => word.length > 1);
  const names =
    kinds === undefined ? words : [...whole, ...words.filter((word) => whole.some((end) => word.endsWith(end)))];
  return [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[^\p{Script=Han}\w]/gu, "\\$&"))
    .join("|");
}

function kindsOf({ subjects, indicators }: DomainPack): Lexicon["kinds"] {
  const kinds = subjects[0]?.kinds;
  const index = indicators.findIndex(({ id }) => id === kinds?.indicator);
  return kinds === undefined || index < 0 ? null : { index, words: kinds.words, whole: kinds.whole };
}

/** What may stand before a deed of one character. */
const openers = "共计已新均又累再并先";

/** What may follow a verb of one character: how far the deed came, and which way. */
const complements: readonly string[] =
  "了 着 过 到 住 掉 下 回 起 走 出 获 上 停 断 完 倒 光 去 回来 下来 出来 起来 出去 过去 进去".split(" ");

const verbsOfIndicators = new WeakMap<Indicator, ReadonlySet<string>>();

/** The verbs of an indicator, its stems with every complement among them: 拦下, 拦下了, 拦了下来. */
export function verbsOf(indicator: Indicator): ReadonlySet<string> {
  let verbs = verbsOfIndicators.get(indicator);
  if (verbs === undefined) {
    verbs = withComplements(indicator);
    verbsOfIndicators.set(indicator, verbs);
  }
  return verbs;
}

function withComplements({ verbs, stems = [] }: Indicator): ReadonlySet<string> {
  const all = new Set(verbs);
  for (const stem of stems) {
    for (const complement of complements) {
      all.add(stem + complement);
      if (complement.length === 1 && !"了着过".includes(complement)) all.add(`${stem}${complement}了`);
      if (complement.length === 2) all.add(`${stem}了${complement}`);
    }
  }
  return all;
}

/** Tells whether a word is among those by which an indicator is told, alone or in a longer one: 事故 in 伤人事故. */
export function isCountedBy({ verbs, nouns, phrases }: Indicator, word: string): boolean {
  return [verbs, nouns, phrases].some((words) => words.some((one) => one.includes(word)));
}

function isInside(index: WordIndex, words: readonly string[], text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 6), at);
  const around = before + text.slice(at + 1, at + 7);
  for (let start = 0; start < before.length; start++) {
    const number = index.longest(around, start);
    if (number >= 0 && start + (words[number]?.length ?? 0) > before.length) return true;
  }
  return false;
}

function scan(
  index: WordIndex,
  words: readonly string[],
  uses: readonly WordUse[],
  terse: ReadonlySet<string>,
  text: string,
): Hit[] {
  const hits: Hit[] = [];
  let covered = 0; // end of the longest hit so far
  let coveredByNoun = false; // that hit is a noun and no phrase
  let subjectEnd = 0; // end of the longest hit so far that names a subject
  for (let at = 0; at < text.length; at++) {
    const number = index.longest(text, at);
    if (number < 0) continue;
    const word = words[number] ?? "";
    const use = uses[number];
    if (use === undefined || (word.length === 1 && !standsAlone(text, at, word))) continue;
    // 全省下达资金 is no 省下.
    if ("省市区县州".includes(word[0] ?? "") && "全我各本该".includes(text[at - 1] ?? "\n")) continue;
    // 停号码 in 关停号码 is none.
    if (terse.has(word) && /[\p{Script=Han}]/u.test(text[at - 1] ?? "\n") && !openers.includes(text[at - 1] ?? " "))
      continue;
    const end = at + word.length;
    if (end <= covered) {
      // Inside a longer word 获 of 抓获 adds nothing, but the noun that heads it does (电话卡 of 涉诈电话卡), and
      // what rules an indicator out does so there as well (交通事故).
      const isHead = end === covered && coveredByNoun && use.nouns.length > 0;
      // The subject is named as well (道路交通 of 亡人道路交通事故起数), where the longer word names none.
      const names = use.subject !== null && end > subjectEnd && at >= subjectEnd;
      if (names) subjectEnd = end;
      if (use.nots.length > 0 || isHead || names)
        hits.push({ start: at, end, word, use: { ...within(use, isHead), subject: names ? use.subject : null } });
      continue;
    }
    // 合同诈骗案 is none of 诈骗案: a subject that begins inside another's name is not named.
    const isNamed = use.subject === null || at >= subjectEnd;
    hits.push({ start: at, end, word, use: isNamed ? use : { ...use, subject: null } });
    if (end > covered) {
      covered = end;
      coveredByNoun = (use.nouns.length > 0 || namesOnly(use)) && use.phrases.length === 0;
    }
    if (use.subject !== null && isNamed && end > subjectEnd) subjectEnd = end;
  }
  return hits;
}

/** 诈骗集团 names a subject and nothing else, so that what it is of heads it. */
function namesOnly({ subject, verbs, nots, organisation }: WordUse): boolean {
  return subject !== null && verbs.length === 0 && nots.length === 0 && organisation === null;
}

/** What a word still means inside a longer one. */
function within({ nouns, nots, parts }: WordUse, isHead: boolean): WordUse {
  return {
    verbs: [],
    nouns: isHead ? nouns : [],
    phrases: [],
    nots,
    parts: isHead ? parts : [],
    subject: null,
    organisation: null,
  };
}

/** A word of one character counts only where it cannot be part of a longer one: 共立, 全国共破, 起案. */
function standsAlone(text: string, at: number, word: string): boolean {
  const before = text[at - 1] ?? "\n";
  const after = text[at + 1] ?? "\n";
  // 破坏, 立足: a longer word that is no deed.
  if ("坏产损旧碎裂解译冰绽除足即场法功项体".includes(after)) return false;
  if (word === "案") return !"例发情由值底卷外子板".includes(after) && !"图档备提方法草".includes(before);
  // 公安机关立电诈案, 警方破案
  if (/(?:机关|警方|[支大]队|[分安]局|法院|察院)$/u.test(text.slice(Math.max(0, at - 2), at))) return after >= "一";
  // 已破620件
  if (after >= "0" && after <= "9") return "共计已新均累".includes(before);
  return "共计已新均又累省市区县州国\n，。；、0123456789".includes(before) && (after === "“" || after >= "一");
}
