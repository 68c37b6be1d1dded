import type { CueKind } from "./cue-words.ts";
import { type Manner, allManners } from "./manners.ts";
import { Letters, threadOf, threadTo } from "./thread.ts";
import type { Own } from "./own.ts";
import type { View } from "./view.ts";

/**
 * What makes a line strange to the article whatever it is about, and what it weighs in prose and in fragments (log
 * odds for foreign text). What the article's own lines do as well is no sign. The weights follow a logistic fit by
 * scripts/fit-voice.ts, rounded.
 */
export const signs = [
  { name: "any", prose: 1.4, fragment: 2.5 }, // every line
  { name: "threaded", prose: -0.35, fragment: -0.4 }, // it shares more characters with the article than chance has it
  { name: "severed", prose: 0.15, fragment: 0.3 }, // it shares fewer than its own lines do
  { name: "heads", prose: 0, fragment: -0.5 }, // it shares characters with the paragraph under it
  { name: "open", prose: 3.4, fragment: 3.4 }, // clauses without an end: 手机也能做，想来的滴滴我
  { name: "halved", prose: 2, fragment: 1.5 }, // two clauses, as headlines have
  { name: "ended", prose: -1.9, fragment: -2.7 }, // a full stop
  { name: "goesOn", prose: 0, fragment: -2.5 }, // a comma at the end
  { name: "opens", prose: 0, fragment: -1.8 }, // a colon at the end
  { name: "quoted", prose: -0.9, fragment: -0.9 },
  { name: "spoken", prose: 0.7, fragment: 1 }, // 喽, 哦, 吧
  { name: "addressed", prose: 0.4, fragment: 0.8 }, // 你
  { name: "first", prose: 0.7, fragment: 2.6 }, // 我
  { name: "exclaimed", prose: 0.2, fragment: 0.6 },
  { name: "asks", prose: 0.9, fragment: 0 },
  { name: "barred", prose: 0, fragment: 1.7 }, // 译文 | 朗读 | 查词
  { name: "urges", prose: 0, fragment: 0.9 }, // 请, 点, 收 at its head
  { name: "priced", prose: 0, fragment: 0.9 }, // 三毛五一斤
  { name: "latin", prose: 0, fragment: 1.8 },
  { name: "dated", prose: -1.2, fragment: -2.1 }, // 3月, 今年
  { name: "named", prose: -0.2, fragment: -1.2 }, // 先生, 说
  { name: "connects", prose: -1.5, fragment: -1 }, // 其中， at its head
  { name: "past", prose: -0.1, fragment: -0.4 },
  { name: "short", prose: 0, fragment: -0.8 },
  { name: "bare", prose: 0, fragment: -1.4 }, // 离家以后: a few characters and nothing else
  { name: "plain", prose: 0, fragment: -2 }, // 科技手段让监管更精准, above a paragraph: a subhead's form
] as const;

const endedProse = signs.find(({ name }) => name === "ended")?.prose ?? 0;
/** Those that weigh something. */
const ofProse = signs.filter(({ prose }) => prose !== 0);
const namesOfProse: ReadonlySet<SignName> = new Set(ofProse.map(({ name }) => name));
const ofFragments = signs.filter(({ fragment }) => fragment !== 0);
/** How far a thread's strength counts. */
const mostOfThread = 8;

export type SignName = (typeof signs)[number]["name"];

/** How an article speaks: of how many of its own lines each sign is, outside quotations. */
export interface Voice {
  readonly letters: Letters;
  readonly core: ReadonlySet<View>;
  readonly counts: Readonly<Record<Manner, number>>;
  /** Its lines break off where a column ends. */
  readonly wrapped: boolean;
  /** How firmly lines hang on its thread, as far as it was asked. */
  readonly threads: Map<View, number>;
}

/** How firmly a line hangs on the article's thread. */
export function threadIn(view: View, { letters, core, threads }: Voice): number {
  const known = threads.get(view);
  if (known !== undefined) return known;
  const thread = threadOf(view, letters, core.has(view));
  threads.set(view, thread);
  return thread;
}

/** Learns how an article speaks, as far as it is asked. */
export function voiceOf(own: Own, wrapped: boolean): Voice {
  return new LearntVoice(own, wrapped);
}

class LearntVoice implements Voice {
  readonly core: ReadonlySet<View>;
  readonly wrapped: boolean;
  readonly threads: Map<View, number> = new Map();
  readonly #own: Own;
  #letters: Letters | null = null;
  #counts: Readonly<Record<Manner, number>> | null = null;

  constructor(own: Own, wrapped: boolean) {
    this.core = own.core;
    this.wrapped = wrapped;
    this.#own = own;
  }

  get letters(): Letters {
    return (this.#letters ??= new Letters([...this.core], this.#own.grams));
  }

  get counts(): Readonly<Record<Manner, number>> {
    return (this.#counts ??= countsOf(this.core));
  }
}

function countsOf(core: ReadonlySet<View>): Record<Manner, number> {
  const counts = { spoken: 0, addressed: 0, first: 0, exclaimed: 0, asks: 0, open: 0 };
  for (const { manners } of core) for (const manner of allManners) if (manners[manner]) counts[manner]++;
  return counts;
}

/** Signs that may speak against a sentence that ends, and the most of each. */
const against = signs
  .filter(({ name, prose }) => prose > 0 && name !== "open" && name !== "halved")
  .map(({ name, prose }) => ({ name, most: prose * (name === "severed" ? mostOfThread : 1) }));

/** The most that a sentence may be strange that ends in a full stop and sells next to nothing; null where it is said to a reader. */
export function mostStrangeOf(view: View): number | null {
  if (isSaidToReader(view)) return null;
  const { manners } = view;
  let sum: number = endedProse;
  for (const { name, most } of against) if (!(name in manners) || manners[name as Manner]) sum += most;
  return Math.max(0, sum);
}

/** No more than a line that is no prose may be strange to any article. */
export function mostStrangeOfHead({ manners, line: { text, clauses, han } }: View): number {
  const isHalved = clauses === 1 && han <= 24;
  let sum = 0;
  for (const { name, fragment } of ofFragments) {
    if (fragment <= 0) continue;
    if (name === "severed") sum += mostOfThread * fragment;
    else if (name === "open" || name === "halved")
      sum += manners.open && (name === "halved") === isHalved ? fragment : 0;
    else if (name === "barred") sum += /[|｜丨·/]/u.test(text) ? 2 * fragment : 0;
    else if (name === "latin") sum += /[A-Za-z]/u.test(text) ? fragment : 0;
    else if (name === "urges") sum += urges.test(text) ? fragment : 0;
    else if (!(name in manners) || manners[name as Manner]) sum += fragment;
  }
  return sum;
}

/** How strange a line that sells so much, with `next` under it, is to an article: log odds for foreign text. */
export function strangenessOf(view: View, voice: Voice, selling: number, next?: View): number {
  const measured = signsOf(view, voice, next, true);
  let sum = 0;
  for (const sign of view.prose ? ofProse : ofFragments) {
    const part = measured[sign.name] * (view.prose ? sign.prose : sign.fragment);
    // Who sells to a reader may end as a sentence does.
    const ends =
      sign.name === "ended" && view.prose ? Math.max(0, 1 - (isSaidToReader(view) ? selling : selling - 4) / 3) : 1;
    sum += part * Math.min(1, ends);
  }
  // A short text tells little of how it speaks.
  const heard = voice.letters.length - (voice.core.has(view) ? view.line.han : 0);
  // A line without an end may be a piece of a sentence where others of the text are.
  if (sum > 0 && selling < 2 && !view.line.closed && isBroken(view, voice)) sum *= 0.2;
  return sum > 0 ? sum * Math.min(1, heard / enough) : sum;
}

function isBroken(view: View, { counts, core, wrapped }: Voice): boolean {
  const { start, end, text } = view.line;
  // Lines that were put together are wrapped ones, and no line begins with 的.
  if (end - start > text.length || /^[的了着们]/u.test(text)) return true;
  return wrapped || counts.open - (core.has(view) ? 1 : 0) > Math.max(2, core.size / 5);
}

/** A line of Chinese words alone that sells nothing and asks for nothing. */
function isPlain({ line: { text }, cues }: View): boolean {
  return (
    /^(?:[\p{Script=Han}《》、]|“[^”]{1,10}”){4,16}$/u.test(text) &&
    !urges.test(text) &&
    cues.words.every(({ kind }) => !asking.has(kind))
  );
}

const asking: ReadonlySet<CueKind> = new Set(["call", "act", "offer", "reach", "goods", "praise", "site"]);

function isSaidToReader({ cues }: View): boolean {
  return (
    cues.phones + cues.links + cues.labels + cues.addressed + cues.exclaimed > 0 ||
    cues.words.some(({ kind }) => kind === "call" || kind === "act")
  );
}

/** Measures a line's signs; `briefly`: but for those that are the dearest to measure and weigh nothing in prose. */
export function signsOf(view: View, voice: Voice, next?: View, briefly = false): Record<SignName, number> {
  const { text, han } = view.line;
  const { cues } = view;
  const { said } = view;
  const usual = view.prose ? 1 + 0.1 * han : 0.5 + 0.18 * han;
  const thread = threadIn(view, voice) - Math.min(9, usual);
  const own = voice.core.has(view) ? 1 : 0;
  const { manners } = view;
  const open = !isBroken(view, voice);
  const isHalved = view.line.clauses === 1 && han <= 24;
  const counts = (name: SignName): boolean => !briefly || !view.prose || namesOfProse.has(name);
  const end = text.slice(-2);
  const sign = (manner: Manner): number => (manners[manner] ? (voice.counts[manner] > own ? known : 1) : 0);
  return {
    any: 1,
    threaded: Math.min(mostOfThread, Math.max(0, thread)),
    severed: Math.min(mostOfThread, Math.max(0, -thread)),
    heads:
      next !== undefined && voice.core.has(next) && !view.prose && /^[\p{Script=Han}“《]/u.test(text)
        ? Math.min(6, Math.max(0, threadTo(text, next.line.text.slice(0, 160))))
        : 0,
    open: open && !isHalved ? sign("open") : 0,
    halved: open && isHalved ? sign("open") : 0,
    ended: /[。；][”」]?$/u.test(end) ? 1 : 0,
    goesOn: /[，、]$/u.test(end) ? 1 : 0,
    opens: /[：:]$/u.test(end) ? 1 : 0,
    quoted: cues.quoted > 0 ? 1 : 0,
    spoken: sign("spoken"),
    addressed: sign("addressed"),
    first: sign("first"),
    exclaimed: sign("exclaimed"),
    asks: sign("asks"),
    barred: counts("barred") ? Math.min(2, text.match(bars)?.length ?? 0) : 0,
    urges: counts("urges") && urges.test(text) ? 1 : 0,
    priced: counts("priced") && priced.test(said) ? 1 : 0,
    latin: counts("latin") && /[A-Za-z]/u.test(said) && !/[=＝]/u.test(said) ? 1 : 0,
    dated: dated.test(text) && !days.test(text) ? 1 : 0,
    named: named.test(text) ? 1 : 0,
    connects: connects.test(text) ? 1 : 0,
    past: Math.min(2, cues.past),
    short: han < 8 ? 1 : 0,
    plain:
      next !== undefined && voice.core.has(next) && isPlain(view) && !Object.values(manners).includes(true) ? 1 : 0,
    bare: text.length <= 14 && /^\p{Script=Han}{2,7}$/u.test(text) ? 1 : 0,
  };
}

/** As many characters tell how an article speaks. */
const enough = 260;

/** What a sign weighs that the article has as well. */
const known = 0.3;

// Matches `译文 | 朗读`, `甲 · 乙`, `原文/译文`; must not match `1/3`, `2元/碗`.
const bars = /[|｜丨]|\s·\s|(?<=\p{Script=Han}{2})(?<!\d\p{Script=Han}{1,3})\/(?=\p{Script=Han})/gu;
/** What one begins with who wants something of the reader. */
export const urges: RegExp = /^[请点按扫戳划滑选看听读查领抢买订报加收卖修补换租招求寻送转登切展复长双打]/u;
// Matches `三毛五一斤`, `一百二一床`, `十块三根`; must not match `一百二十天`, `三百二十起`.
const priced =
  /[一二两三四五六七八九十百半\d](?:块|毛)|[百千万][一二三四五六七八九](?![十百千万年月日个名起件多余点成])|[一二三四五六七八九十](?:折|斤|袋|瓶|盒|箱)/u;
const dated = /[\d一二三四五六七八九十][月日年]|今年|去年|年来|清晨|凌晨|傍晚|夜里|当晚|那天|那年|点半/u;
// Matches `3月5日 政治 3月7日 英语 3月9日 数学`; must not match `3月5日至3月7日`.
const days = /(?:\d日[\s　]?\p{Script=Han}{2,8}[\s　]{1,4}\d{1,2}月){2}/u;
const named = /某|先生|女士|介绍|表示|说[：，。]|主任|局长|书记/u;
// Matches `其中，`, `待遇方面，`, `随后`; must not match `其中药`.
/** What a sentence begins with that goes on from the one before. */
export const connects: RegExp =
  /^(?:其中[，有]|此外|另外|另有|与此同时|同时，|不过|但是?[，\p{Script=Han}]|然而|因此|于是|后来|如今|当时|对此|随后|接着|[一二三四五六]是|最后，|首先，|其次，|再次，|当然，|其实，?|可是|原来|所以|\p{Script=Han}{2,6}方面，|据\p{Script=Han}|经\p{Script=Han})/u;
