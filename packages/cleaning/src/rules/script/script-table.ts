import characters from "opencc-js/dict/TSCharacters";
import phrases from "opencc-js/dict/TSPhrases";
import { alsoSimplified, ownPhrases, variants } from "./script-words.ts";

/** A word of several characters and its simplified form, which has as many code units. */
export interface Phrase {
  readonly from: string;
  readonly to: string;
}

/** Used by both scripts alike, or by neither. */
export const neutral = 0;
/** Stands in traditional text alone (說): simplified wherever it is found. */
export const traditional = 1;
/** Stands in simplified text alone (说). */
export const simple = 2;
/** A traditional or variant form that simplified text knows as well (乾, 著, 峯): the neighbourhood decides. */
export const either = 3;

/** What is known of the characters of the two scripts. */
export interface ScriptTable {
  /** `neutral`, `traditional`, `simple` or `either`, by code unit. */
  readonly kinds: Uint8Array;
  /** The simplified form of a character that is one code unit in both scripts, else 0. */
  readonly units: Uint16Array;
  /** The simplified forms that are not. */
  readonly others: ReadonlyMap<string, string>;
  /** Words by their first code unit, the longest first. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>;
  /** 1 for each code unit that words begin with. */
  readonly starts: Uint8Array;
}

let table: ScriptTable | null = null;

/** The table, made when it is first asked for. */
export function scriptTable(): ScriptTable {
  table ??= build();
  return table;
}

function build(): ScriptTable {
  const kinds = new Uint8Array(0x1_0000);
  const units = new Uint16Array(0x1_0000);
  const others = new Map<string, string>();
  const common = commonTraditional();
  const pairs: (readonly [from: string, to: string])[] = characters
    .split("|")
    .map((entry) => [entry.slice(0, entry.indexOf(" ")), entry.slice(entry.indexOf(" ") + 1)] as const);
  const own = new Set(alsoSimplified);
  for (let i = 0; i + 1 < variants.length; i += 2) {
    pairs.push([variants.charAt(i), variants.charAt(i + 1)]);
    own.add(variants.charAt(i));
  }
  for (const [from, to] of pairs) {
    if (from === to) continue;
    if (from.length > 1 || to.length > 1) others.set(from, to);
    else units[from.charCodeAt(0)] = to.charCodeAt(0);
    if (from.length === 1) kinds[from.charCodeAt(0)] = own.has(from) ? either : traditional;
  }
  for (const [, to] of pairs) {
    const unit = to.charCodeAt(0);
    if (to.length === 1 && kinds[unit] === neutral && !common.has(to)) kinds[unit] = simple;
  }
  kinds["著".charCodeAt(0)] = either;
  kinds["藉".charCodeAt(0)] = either;
  units["藉".charCodeAt(0)] = "借".charCodeAt(0);
  const byStart = phrasesByStart();
  const starts = new Uint8Array(0x1_0000);
  for (const unit of byStart.keys()) starts[unit] = 1;
  return { kinds, units, others, phrases: byStart, starts };
}

function phrasesByStart(): Map<number, Phrase[]> {
  const byStart = new Map<number, Phrase[]>();
  const known = new Set<string>();
  for (const entry of `${ownPhrases}|${phrases}`.split("|")) {
    const gap = entry.indexOf(" ");
    const from = entry.slice(0, gap);
    const to = entry.slice(gap + 1);
    // Our own come first and win; of the others only those that leave positions as they are.
    if (from.length !== to.length || known.has(from)) continue;
    known.add(from);
    const unit = from.charCodeAt(0);
    const list = byStart.get(unit);
    if (list === undefined) byStart.set(unit, [{ from, to }]);
    else list.push({ from, to });
  }
  for (const list of byStart.values()) list.sort((a, b) => b.from.length - a.from.length);
  return byStart;
}

/** What Big5 calls frequently used, with shorthands that traditional text takes as well: 万, 号. */
function commonTraditional(): Set<string> {
  const bytes: number[] = [];
  for (let lead = 0xa4; lead <= 0xc6; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail <= 0x7e || trail >= 0xa1) bytes.push(lead, trail);
    }
  }
  return new Set([
    ...new TextDecoder("big5").decode(Uint8Array.from(bytes)),
    ..."万与号尔礼无弥灾痒秆踪启线着垛厘侄凄埼恒挲昵棱沄炖熏璇瓮痹皙秕箬羡膻蒏蔂蚝蝎衄跖淀",
  ]);
}
