import type { Diagnostic } from "@jianbao/model";
import { type Change, type Draft, change, doubt, inOrder } from "../draft.ts";
import { codeOf, decodeDamaged, encodeGbk, gbkTable } from "../gbk-table.ts";
import { LanguageModel } from "../language-model.ts";
import { glossesOf } from "./glosses.ts";
import { type Place, findPlaces } from "./shift-places.ts";

/** What may have stood at a damaged place, and what it costs in bits to believe it. */
interface Proposal {
  readonly text: string;
  readonly cost: number;
}

/** How many bits a repair must be better than the text as found, and than the next repair. */
const enough = 8;
const margin = 2;
/** A page with fewer characters than this says nothing about its own language. */
const leastText = 60;
/** A page with more suspicious places than this is not damaged but strange. */
const mostPlaces = 200;

/**
 * Repairs text whose double bytes fell out of step because a byte was lost or a gloss was put inside a character.
 *
 *   損失。”公安  A1 A3|A1 B1|B9 AB|B0 B2     one byte lost ↓ (A1)
 *   損失?!惫…   ?|A3 A1|B1 B9|AB B0|B2 …    pairs are read across characters until an ASCII byte ends it
 *
 * Each hypothesis is written out as the original, damaged again by the same mechanism and accepted only if that
 * gives the text as found, and if it reads better than what was found and than every other hypothesis.
 */
export function repairShift(draft: Draft, document: string, diagnostics: Diagnostic[]): Draft {
  const { text } = draft;
  if (!mayBeDamaged(text)) return draft;
  const { glosses, readings } = glossesOf(text);
  const places = findPlaces(text, readings);
  if (places.length === 0 || places.length > mostPlaces + text.length / 1000) return draft;
  // The damage itself teaches nothing.
  const model = new LanguageModel(
    without(text, inOrder([...glosses, ...places].map(({ start, end }) => ({ start, end, replacement: "" })))),
  );
  const lost = new Set<string>();
  const found = new Map<Place, string>();
  const tried = new Map<Place, ReadonlyMap<string, number>>();
  const rounds = model.size < leastText ? 0 : 2;
  // What one place proves to be dropped is no surprise at the next: the rest is tried again with it.
  for (let round = 0; round < rounds; round++) {
    const before = lost.size;
    for (const place of places) {
      if (found.has(place)) continue;
      const costs = tried.get(place) ?? costsOf(place, text, model);
      tried.set(place, costs);
      const proposal = proposalFor(place, text, model, costs, lost);
      if (proposal === null) continue;
      found.set(place, proposal);
      for (const character of droppedIn(place, proposal)) lost.add(character);
    }
    if (lost.size === before) break;
  }
  const { changes, doubtful } = chosen(places, found);
  if (doubtful.length > 0) {
    const index = draft.map;
    for (const { start, end } of doubtful) {
      diagnostics.push({
        severity: "warning",
        rule: "cleaning/unrepaired-shift",
        message: "damaged characters that could not be proved",
        document,
        span: index.toSourceSpan({ start, end }),
        hint: "compare the place with the article as published; figures beside it may be wrong",
      });
    }
  }
  const doubts = doubtful.map(({ start, end }) => ({
    span: { start, end },
    rule: "cleaning/unrepaired-shift",
    reason: "is damaged, and what it was could not be proved",
    score: 0.5,
  }));
  return change(doubt(draft, doubts), changes);
}

/** Of places that overlap the one with a mark decides: where it is not proved, nothing within it is. */
function chosen(places: readonly Place[], found: ReadonlyMap<Place, string>): { changes: Change[]; doubtful: Place[] } {
  const changes: Change[] = [];
  const doubtful: Place[] = [];
  let done = 0;
  for (const place of places) {
    if (place.start < done) continue;
    const replacement = found.get(place);
    if (replacement !== undefined) {
      if (replacement.includes("\uFFFD")) doubtful.push(place);
      changes.push({ start: place.start, end: place.end, replacement, rule: "cleaning/gbk-shift" });
      done = place.end;
    } else if (place.certain) {
      doubtful.push(place);
      done = place.end;
    }
  }
  return { changes, doubtful };
}

/** How many bits more an original with a dropped character may cost, being longer, and still be a rival. */
const longer = 14;

/**
 * Tells whether an original from which nothing was dropped has a rival from which something was, and which is made
 * of pairs that the page knows as well: 共机关 and 公安机关 leave the same bytes, and only the page can tell.
 */
function isRivalled(
  place: Place,
  text: string,
  before: string,
  after: string,
  costs: ReadonlyMap<string, number>,
  model: LanguageModel,
): boolean {
  if (!place.mayDrop || droppedIn(place, text).length > 0) return false;
  const own = strangePairs(before + text + after, model);
  if (own === 0) return false;
  const limit = (costs.get(text) ?? 0) + longer;
  for (const [rival, cost] of costs) {
    if (cost > limit || rival.length <= text.length) continue;
    // In a long run some rival is always as strange by chance.
    const most = text.length <= 4 ? own : own - 2;
    if (strangePairs(before + rival + after, model) <= most && droppedIn(place, rival).length > 0) return true;
  }
  return false;
}

/** How many pairs of Han characters of a text do not stand in the page. */
function strangePairs(text: string, model: LanguageModel): number {
  let strange = 0;
  let last = "";
  for (const character of text) {
    if (/\p{Script=Han}/u.test(last) && /\p{Script=Han}/u.test(character) && !model.hasPair(last, character)) strange++;
    last = character;
  }
  return strange;
}

/** What each original that the bytes allow costs, before what was dropped is known. */
function costsOf(place: Place, text: string, model: LanguageModel): Map<string, number> {
  const before = lastCharacter(text, place.start);
  const after = nextCharacter(text, place.end);
  const paired = balanceOf(text, place);
  const costs = new Map<string, number>();
  for (const candidate of candidates(place, before, model)) {
    if (costs.has(candidate)) continue;
    costs.set(candidate, model.cost(before, candidate + after) + paired(candidate) + leadCost(place, candidate));
  }
  return costs;
}

/** The private-use characters that a cleaner must have dropped if a proposal is right. */
function droppedIn(place: Place, proposal: string): string[] {
  const bytes = place.mayDrop ? encodeGbk(proposal) : null;
  if (bytes === null) return [];
  const damaged = place
    .damage(bytes)
    .map((broken) => decodeDamaged(broken, { keepAscii: place.keepsAscii, drop: false }));
  return damaged.flatMap((text) => text.match(/[\uE000-\uF8FF]/gu) ?? []);
}

/** A lost byte shows: a mark for it, or an ASCII letter alone between Han. */
function mayBeDamaged(text: string): boolean {
  return /[?\uFFFD]|[\p{Script=Han}][@-~](?=[\p{Script=Han}(（])/u.test(text);
}

function without(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let rest = "";
  let done = 0;
  for (const { start, end } of spans) {
    rest += text.slice(done, start);
    done = end;
  }
  return rest + text.slice(done);
}

/**
 * The one original that explains a place, or null where none does or several do. Where the likely ones differ in a
 * character or two whose byte is lost for good, those stand as U+FFFD and the rest is restored.
 */
function proposalFor(
  place: Place,
  text: string,
  model: LanguageModel,
  costs: ReadonlyMap<string, number>,
  lost: ReadonlySet<string>,
): string | null {
  const before = lastCharacter(text, place.start);
  const after = nextCharacter(text, place.end);
  const observed = text.slice(place.start, place.end);
  const asFound = model.cost(before, observed + after) + balanceOf(text, place)(observed);
  let least = Infinity;
  for (const cost of costs.values()) least = Math.min(least, cost);
  const best: Proposal[] = [];
  for (const [candidate, cost] of costs) {
    // What is dropped moves a proposal by 7 at most, and no rival is farther off than 6.
    if (cost > least + 13) continue;
    const dropped = droppedIn(place, candidate);
    const needed = dropped.length === 0 ? 0 : dropped.some((one) => lost.has(one)) ? -4 : 3;
    best.push({ text: candidate, cost: cost + needed });
  }
  best.sort((a, b) => a.cost - b.cost);
  const [first] = best;
  if (first === undefined || first.cost + (place.certain ? 0 : enough) > asFound) return null;
  if (!damagedAgain(place, first.text)) return null;
  if (isRivalled(place, first.text, before, after, costs, model)) return null;
  // A byte that nothing but the context tells needs more than a byte that the mechanism tells.
  const chosen = droppedIn(place, first.text).some((one) => !lost.has(one));
  const free = !place.marked || place.tail.type === "unknown";
  const attested = isAttested(before + first.text + after, model);
  const needed = (free ? 3 : attested && !chosen ? 1 : attested || !chosen ? 2 : 3) * margin;
  const rivals = best.filter((one) => one.cost < first.cost + needed);
  if (rivals.length === 1) return withoutStrangers(first.text, place.mayDrop && !chosen, model);
  if (![...first.text].every((character) => model.knows(character))) return null;
  return free && !chosen ? consensus(rivals.map((one) => one.text)) : null;
}

/**
 * A character that the page does not know may be what is left of two between which a private-use character was
 * dropped: it stands as U+FFFD, and the rest, which the bytes tell, is restored. Many such characters prove nothing.
 */
function withoutStrangers(text: string, mayMark: boolean, model: LanguageModel): string | null {
  let strangers = 0;
  const characters = [...text].map((character) => {
    if (model.knows(character)) return character;
    strangers++;
    return "\uFFFD";
  });
  if (strangers === 0) return text;
  return mayMark && strangers === 1 && characters.length >= 7 ? characters.join("") : null;
}

/** What proposals agree in, character by character, with U+FFFD where they differ; null where that is much. */
function consensus(texts: readonly string[]): string | null {
  const all = texts.map((text) => [...text]);
  const [first] = all;
  if (first === undefined || all.some((one) => one.length !== first.length)) return null;
  let lost = 0;
  const agreed = first.map((character, i) => {
    if (all.every((one) => one[i] === character)) return character;
    lost++;
    return "\uFFFD";
  });
  return lost <= 2 && lost * 3 <= first.length ? agreed.join("") : null;
}

/** Tells whether the page itself has a third of the pairs of characters of a proposal. */
function isAttested(text: string, model: LanguageModel): boolean {
  let known = 0;
  let all = 0;
  let last = "";
  for (const character of text) {
    if (last !== "") {
      all++;
      if (model.hasPair(last, character)) known++;
    }
    last = character;
  }
  return model.size >= 120 && known * 3 >= all;
}

/** A1, the lead byte of the marks 。，“”, is the one that is known to get lost; any other must be read much better. */
function leadCost(place: Place, candidate: string): number {
  return place.marked && place.leads.length > 1 && codeOf(candidate.slice(0, 1)) >> 8 !== 0xa1 ? 10 : 0;
}

/** Quotation marks that do not pair in the paragraph cost: gives what they cost with a candidate in the place. */
function balanceOf(text: string, place: Place): (candidate: string) => number {
  // A paragraph, and no more of it than decides.
  const head = text.slice(Math.max(0, place.start - 600), place.start);
  const rest = text.slice(place.end, place.end + 600);
  const stop = rest.indexOf("\n");
  const before = quotesOf(head.slice(head.lastIndexOf("\n") + 1));
  const after = quotesOf(stop < 0 ? rest : rest.slice(0, stop));
  const known = new Map<string, number>();
  return (candidate) => {
    const within = quotesOf(candidate);
    let cost = known.get(within);
    if (cost === undefined) {
      cost = unpaired(before + within + after) * 8;
      known.set(within, cost);
    }
    return cost;
  };
}

function quotesOf(text: string): string {
  return text.replaceAll(/[^“”]/gu, "");
}

function unpaired(marks: string): number {
  let depth = 0;
  let wrong = 0;
  for (const mark of marks) {
    if (mark === "“") depth++;
    else if (--depth < 0) {
      wrong++;
      depth = 0;
    }
  }
  return wrong + depth;
}

/** Every original that the bytes allow, the likelier kinds first. */
function* candidates(place: Place, before: string, model: LanguageModel): Generator<string> {
  const { characters, dropped } = gbkTable();
  const { tokens, tail } = place;
  const read = (lead: number, trail: number): string => characters[lead * 256 + trail] ?? "";
  const endings: { trail: number; text: string }[] = [];
  if (tail.type === "trail") endings.push({ trail: tail.unit, text: "" });
  else if (tail.type === "unknown")
    for (let trail = 0x40; trail <= 0xfe; trail++) endings.push({ trail, text: tail.swallowed });
  for (const start of place.starts) {
    const head = tokens
      .slice(0, start)
      .map((code) => characters[code] ?? "")
      .join("");
    const rest = tokens.slice(start);
    const [opening] = rest;
    if (opening === undefined) continue;
    // The characters across the pairs as found: (second byte, next first byte).
    const shifted: string[] = [];
    for (let i = 1; i < rest.length; i++) shifted.push(read((rest[i - 1] ?? 0) & 255, (rest[i] ?? 0) >> 8));
    const last = (rest.at(-1) ?? 0) & 255;
    const middles = [shifted.join("")];
    const broken = shifted.some((one) => one === "");
    if (broken) middles.pop();
    if (place.mayDrop && rest.length <= 24) middles.push(...withDropped(rest, shifted, dropped, read, before, model));
    const final = bestEndings(endings, last, read, shifted.at(-1) ?? "", model);
    for (const first of openings(place, opening, read, head === "" ? before : head, shifted[0] ?? "", model)) {
      for (const middle of middles) for (const end of final) yield head + first + middle + end;
    }
  }
}

/** What the character was that lost a byte: its lead was lost, or (where nothing marks the place) its trail. */
function openings(
  place: Place,
  opening: number,
  read: (lead: number, trail: number) => string,
  before: string,
  after: string,
  model: LanguageModel,
): string[] {
  const found: string[] = [];
  const byte = opening >> 8;
  for (const lead of place.leads) {
    const character = read(lead, byte);
    if (isText(character)) found.push(character);
  }
  if (!place.marked) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = read(byte, trail);
      if (isText(character)) found.push(character);
    }
  }
  const last = lastCharacter(before, before.length);
  const cost = (one: string): number => model.cost(last, one + after);
  return found.length <= 8
    ? found
    : found
        .map((one) => ({ one, cost: cost(one) }))
        .sort((a, b) => a.cost - b.cost)
        .slice(0, 8)
        .map(({ one }) => one);
}

/** The likeliest last characters of the run. */
function bestEndings(
  endings: readonly { trail: number; text: string }[],
  lead: number,
  read: (lead: number, trail: number) => string,
  before: string,
  model: LanguageModel,
): string[] {
  if (endings.length === 0) return [""];
  const found: { text: string; cost: number }[] = [];
  for (const { trail, text } of endings) {
    const character = read(lead, trail);
    if (isText(character)) found.push({ text: character + text, cost: model.bits(before, character) });
  }
  return found
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 8)
    .map(({ text }) => text);
}

/** The shifted characters with one pair put back that a cleaner dropped as a private-use character. */
function withDropped(
  rest: readonly number[],
  shifted: readonly string[],
  dropped: readonly number[],
  read: (lead: number, trail: number) => string,
  before: string,
  model: LanguageModel,
): string[] {
  const found: { text: string; cost: number }[] = [];
  for (let i = 1; i < rest.length; i++) {
    const left = shifted.slice(0, i - 1);
    const right = shifted.slice(i);
    if (left.includes("") || right.includes("")) continue;
    const prefix = left.join("");
    const suffix = right.join("");
    const last = left.at(-1) ?? before;
    const next = right[0] ?? "";
    // What stands beside the pair is the same for all: only the two new characters are compared.
    const ones = trailing((rest[i - 1] ?? 0) & 255, read, (one) => model.bits(last, one));
    const twos = leading((rest[i] ?? 0) >> 8, read, (two) => (next === "" ? 0 : model.bits(two, next)));
    let best: { text: string; cost: number }[] = [];
    for (const code of dropped) {
      const one = ones[code >> 8];
      const two = twos[code & 255];
      if (one === undefined || two === undefined) continue;
      const worst = best[2]?.cost ?? Infinity;
      if (one.cost + two.cost >= worst) continue;
      const cost = one.cost + model.bits(one.character, two.character) + two.cost;
      if (cost < worst) {
        best.push({ text: one.character + two.character, cost });
        best = best.sort((a, b) => a.cost - b.cost).slice(0, 3);
      }
    }
    const start = model.cost("", prefix);
    for (const { text, cost } of best) {
      found.push({ text: prefix + text + suffix, cost: cost + start + model.cost(text.slice(-1), suffix) });
    }
  }
  return found
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 12)
    .map(({ text }) => text);
}

interface Rated {
  readonly character: string;
  readonly cost: number;
}

/** The characters of a lead byte, by trail byte. */
function trailing(
  lead: number,
  read: (lead: number, trail: number) => string,
  cost: (one: string) => number,
): (Rated | undefined)[] {
  const rated: (Rated | undefined)[] = [];
  for (let trail = 0; trail < 256; trail++) {
    const character = trail < 0x40 ? "" : read(lead, trail);
    rated.push(isText(character) ? { character, cost: cost(character) } : undefined);
  }
  return rated;
}

/** The characters of a trail byte, by lead byte. */
function leading(
  trail: number,
  read: (lead: number, trail: number) => string,
  cost: (two: string) => number,
): (Rated | undefined)[] {
  const rated: (Rated | undefined)[] = [];
  for (let lead = 0; lead < 256; lead++) {
    const character = lead < 0x81 ? "" : read(lead, trail);
    rated.push(isText(character) ? { character, cost: cost(character) } : undefined);
  }
  return rated;
}

/** Characters that articles are written in: Han and the marks of Chinese text. */
function isText(character: string): boolean {
  const unit = character === "" ? 0 : character.charCodeAt(0);
  let known = texts[unit] ?? 0;
  if (known === 0) {
    known = isTextMark(character) ? 2 : 1;
    texts[unit] = known;
  }
  return known === 2;
}

/** 2 where a code unit is one, 1 where it is none; 0 where it was not asked for. */
const texts = new Uint8Array(65_536);

function isTextMark(character: string): boolean {
  return /^[\p{Script=Han}，。、：；！？“”‘’（）《》…—·〈〉【】％　]$/u.test(character);
}

/** Damages a proposal by the place's mechanism and tells whether the text as found comes out. */
function damagedAgain(place: Place, proposal: string): boolean {
  const bytes = encodeGbk(proposal);
  if (bytes === null) return false;
  for (const broken of place.damage(bytes)) {
    for (const drop of [false, true]) {
      if (fold(decodeDamaged(broken, { keepAscii: place.keepsAscii, drop })) === fold(place.observed)) return true;
    }
  }
  return false;
}

/** A cleaner made these half-width; whether before or after the damage makes no difference here. */
function fold(text: string): string {
  return text.replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

function lastCharacter(text: string, end: number): string {
  const low = text.charCodeAt(end - 1);
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? end - 2 : end - 1, end);
}

function nextCharacter(text: string, start: number): string {
  const character = text.codePointAt(start);
  return character === undefined || character === 10 || character === 13 ? "" : String.fromCodePoint(character);
}
