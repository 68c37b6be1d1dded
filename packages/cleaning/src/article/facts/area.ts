import { type Area, type Found, areaByCode, areaOf, china, isWithin, parentOf } from "@jianbao/model";
import { abroad } from "./abroad.ts";
import { isOffice } from "../lines/forms.ts";
import { byNamesIn } from "./by-names.ts";
import { placeOfOutlet } from "./outlet-places.ts";
import { countyNamedIn, placesIn } from "./places.ts";
import { guarded } from "../../patterns/guarded.ts";

/** What an article's own area is taken from. */
export interface AreaEvidence {
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly byline: string | null;
}

/**
 * Finds the article's own area: what 我省, 我区 and 全市 in it mean. The headline, the authorities that open the text,
 * the outlet and the names in the text vote; null where they tell of none or of several alike.
 */
export function areaOfArticle(stated: string | undefined, article: AreaEvidence): Found<Area> | null {
  if (stated !== undefined && stated !== "") {
    const area = areaByCode(stated) ?? areaOf(stated);
    if (area !== null) return { value: area, by: "sidecar", evidence: "stated beside the file", confidence: 1 };
  }
  const votes = votesOf(article);
  const nation = nationIn(article);
  const provinces = [...votes.values()]
    .filter(({ area, anchors }) => anchors > 0 && parentOf(area.code)?.code === china.code)
    .sort((a, b) => b.under - a.under || (a.area.code < b.area.code ? -1 : 1));
  const [first, second] = provinces;
  if (first === undefined || first.under < leastVotes || nation.votes >= first.under) {
    const away = first === undefined || first.under < leastVotes ? abroad(article.text, article.title) : null;
    return away ?? nationwide(nation, first?.under ?? 0);
  }
  const rival = Math.max(second?.under ?? 0, nation.votes);
  // Of two provinces that work together the one where the report was written.
  const bureau = second !== undefined && first.dated && !second.dated && second.under <= first.under;
  if (second !== undefined && second.under > first.under * 0.6 && !bureau) {
    // Several provinces side by side are the country's; of two nobody knows which is meant.
    const compared = provinces.filter((one) => one.under > first.under * 0.6);
    if (compared.length < 3) return null;
    const names = compared.map(({ area }) => area.name).join("、");
    return { value: china, by: "inferred", evidence: `${names} are named alike`, confidence: 0.4 };
  }
  const place = narrowest(first, votes);
  const share = place.under / (place.under + rival);
  return {
    value: place.area,
    by: "inferred",
    evidence: [...place.reasons].slice(0, 4).join("; "),
    confidence: confidenceOf(place.under, share),
  };
}

/** An area with what speaks for it. */
interface Votes {
  readonly area: Area;
  /** For the area itself. */
  own: number;
  /** For it and all that lies in it. */
  under: number;
  /** How much of what is under it only tells where a smaller place lies: the paper's name, 全省 once, 某省一县城. */
  around: number;
  /** How many of these are more than names in passing. */
  anchors: number;
  /** It, or what lies in it, is where the report was written. */
  dated: boolean;
  readonly reasons: Set<string>;
}

/** Fewer are a name in passing. */
const leastVotes = 2;
/** How much a name in the text itself may count in all, and how much one that authorities bear. */
const mostInPassing = 1;
const mostOfAuthorities = 1.5;

function votesOf(article: AreaEvidence): Map<string, Votes> {
  const { title, publisher } = article;
  const text = article.text.slice(0, 100_000);
  const votes = new Map<string, Votes>();
  const vote = (area: Area, weight: number, reason: string, anchors = 1, around = false): void => {
    votesFor(votes, area).own += weight;
    if (around) votesFor(votes, area).around += weight;
    votesFor(votes, area).reasons.add(reason);
    for (let one: Area | null = area; one !== null && one.code !== china.code; one = parentOf(one.code)) {
      votesFor(votes, one).under += weight;
      votesFor(votes, one).anchors += anchors;
    }
  };
  const body = title !== null && text.startsWith(title) ? title.length : 0;
  const opening = openingOf(text, body);
  const passing = new Map<string, { area: Area; names: number; authorities: number; opens: number }>();
  for (const { area, authority, home, whole, start, dateline } of placesIn(text)) {
    if (start < body || area.code === china.code) continue;
    const known = passing.get(area.code) ?? { area, names: 0, authorities: 0, opens: 0 };
    // 新华社北京1月2日电 tells where the agency is; of a county's dateline the county is what is told of.
    if (dateline) {
      const county = parentOf(area.code)?.code !== china.code && !area.code.endsWith("00");
      if (area.code !== "CN-BJ") known.opens = Math.max(known.opens, county ? 3 : 2);
      for (let one: Area | null = area; one !== null; one = parentOf(one.code)) votesFor(votes, one).dated = true;
    } else {
      known.names += 0.5;
      if (authority) known.authorities += 0.5;
      if (whole) known.opens = Math.max(known.opens, 1.5);
      if (start >= opening.start && start < opening.end)
        known.opens = Math.max(known.opens, authority ? 4 : home ? 1.5 : 2);
    }
    passing.set(area.code, known);
  }
  for (const { area, names, authorities, opens } of passing.values()) {
    if (opens > 0) vote(area, opens, `${area.name} opens the text`);
    if (names > 0) {
      vote(
        area,
        Math.min(names, mostInPassing) + Math.min(authorities, mostOfAuthorities),
        `${area.name} is named in the text`,
        0,
      );
    }
  }
  const head =
    title === null ? text.slice(opening.start, opening.end) : `${title}\n${text.slice(opening.start, opening.end)}`;
  for (const { area, name } of byNamesIn(head)) vote(area, 2, `${name} stands for ${area.name}`);
  for (const { area, around } of inTitle(title, text, votes)) vote(area, 4, `${area.name} is in the title`, 1, around);
  const outlet = publisher === null ? null : placeOfOutlet(publisher);
  if (outlet !== null) vote(outlet, 1.5, `published by ${publisher ?? ""}`, 1, true);
  // 某省某某公司 below the headline, 某地晚报记者 某某.
  const author = article.byline === null || article.byline === publisher ? null : placeOfOutlet(article.byline);
  if (author !== null) {
    const office = isOffice(article.byline ?? "");
    vote(author, office ? 3 : 1.5, `written by ${article.byline ?? ""}`, 1, !office);
  }
  const spoken = voteByOwnWords(text, votes, vote);
  for (const city of votes.values()) {
    if (!isCity(city.area)) continue;
    // 某市某局通报，某县某局……: the city only tells where the county lies that the text goes on to tell of.
    const counties = [...passing.values()].filter(({ area }) => parentOf(area.code)?.code === city.area.code);
    const [most, next] = counties.sort((a, b) => b.names - a.names);
    const told = passing.get(city.area.code)?.names ?? 0;
    if (most === undefined || most.names < 1.5 || most.authorities < 1) continue;
    if (most.names >= told * 2 && (next === undefined || most.names >= next.names * 3)) city.around = city.own;
  }
  const [widest] = [...votes.values()].filter(({ area }) => isCity(area)).sort((a, b) => b.own - a.own);
  // 定西山村…县反诈中心…全县: the city in the headline only tells where the county lies that speaks of itself.
  if (widest !== undefined && /[县旗区]/u.test(spoken) && !/[省市州盟]/u.test(spoken)) widest.around = widest.own;
  return votes;
}

function isCity({ code }: Area): boolean {
  return /^\d{4}00$/u.test(code);
}

function votesFor(votes: Map<string, Votes>, area: Area): Votes {
  const known = votes.get(area.code) ?? {
    area,
    own: 0,
    under: 0,
    around: 0,
    anchors: 0,
    dated: false,
    reasons: new Set<string>(),
  };
  votes.set(area.code, known);
  return known;
}

const clauseEnd = guarded(/[，。]/u);

const reportHead = /^[^。，]{0,30}[讯电][\s　]{0,3}[（(][^（()）]{2,50}[）)]/u;

/** The first paragraph's first words. */
function openingOf(text: string, from: number): { start: number; end: number } {
  for (let start = from; start < text.length;) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    if (end - start >= 20 && clauseEnd.test(text.slice(start, end))) {
      // A dateline and who wrote it stand before the first words.
      const head = reportHead.exec(text.slice(start, Math.min(end, start + 90)))?.[0].length ?? 0;
      return { start, end: Math.min(end, start + head + 50) };
    }
    start = end + 1;
  }
  return { start: from, end: from };
}

/** The places of a headline; of 某地某区 the smaller, and 某省一县城 tells only where its county lies. */
function inTitle(
  title: string | null,
  text: string,
  votes: ReadonlyMap<string, Votes>,
): { area: Area; around: boolean }[] {
  if (title === null) return [];
  const named = placesIn(title, text).map(({ area, start, end }) => ({
    area,
    start,
    end,
    // Matches `某省一县城`, `某省某市`; must not match `某省一季度`.
    around:
      parentOf(area.code)?.code === china.code &&
      /^(?:一|某|[两三四五多]|有)(?:个|家|名|位|所|座|地)?(?:\p{Script=Han}{0,2}[县市镇乡村区旗]|男|女|老人|[中小]学|高校|大学|司机|公司)/u.test(
        title.slice(end),
      ),
  }));
  // 昆山: the short name of a county alone is a place only where the text has the whole.
  for (const { area, own } of votes.values()) {
    if (own === 0) continue;
    const short = area.name.replace(/(?:[省市县区]|自治[州县旗])$/u, "");
    const start = short.length < 2 ? -1 : title.indexOf(short);
    const end = start + short.length;
    // Must not match 东港 in 丹东港.
    if (start >= 0 && !named.some((one) => covers(one.area, area) || (one.start < end && start < one.end)))
      named.push({ area, start, end, around: false });
  }
  return named.filter(
    ({ area }) => !named.some((one) => one.area.code !== area.code && isWithin(one.area.code, area.code)),
  );
}

function covers(one: Area, other: Area): boolean {
  return one.code === other.code || parentOf(one.code)?.code === other.code;
}

// Matches `我省`, `全区`, `我市首条`, `从省公安厅`, `，县反诈中心`; must not match `全省第一`, `我市场`, `完全市`, `某省公安厅`.
const ownWords = guarded(
  /(?<![完安健齐])(?:全(?!.(?:第|首|前|之|最|率先|平均|民政|委))|我|本)([省市区县州盟旗])(?!场|内外|别|域|块)|(?<=(?:^|[\n从据由经向，。：“、到在]))(?:(省|自治区)(?=公安厅|高院|高级|(?:人民)?检察院|通信管理局|反诈|[\p{Script=Han}]{1,6}[厅局]|厅)|([市区县州旗])(?=公安局|反诈|(?:人民)?(?:法院|检察院|政府)|消防|交警|刑警|禁毒|市场监管局|委|里|上(?![报级学班述])))/gu,
);
/** Matches `我兵团`, `全兵团`; must not match `新疆生产建设兵团`, `英国兵团`. */
const ofCorps = guarded(/(?<![\p{Script=Han}])(?:我|全)兵团|(?<=[，。“、年月])(?:我|全)兵团/gu);
const partOf = guarded(/[占在居列]$|[高低快慢多少]于$/u);

/**
 * 我省, 全区, 我市: the article speaks of its own; the best known place of that kind is meant, else the one county of that
 * kind that the text names by its short name (冬月里的某川…全县). Gives the kinds that the article speaks of.
 */
function voteByOwnWords(
  text: string,
  votes: Map<string, Votes>,
  vote: (area: Area, weight: number, reason: string, anchors?: number, around?: boolean) => void,
): string {
  const counts = new Map<string, { own: number; all: number; compared: number; word: string }>();
  for (const match of ownWords.all(text)) {
    const kind = match[1] ?? match[2] ?? match[3] ?? "";
    const known = counts.get(kind) ?? { own: 0, all: 0, compared: 0, word: match[0] };
    // 占全省的六成, 在全省比赛中: what is told of is smaller.
    if (partOf.test(text.slice(Math.max(0, match.index - 2), match.index))) known.compared++;
    if (/^[我本]/u.test(match[0])) {
      if (known.own === 0) known.word = match[0];
      known.own++;
    }
    known.all++;
    counts.set(kind, known);
  }
  // 我兵团: there is one.
  const corps = ofCorps.found(text).length;
  const xinjiang = corps === 0 ? null : areaOf("新疆维吾尔自治区");
  if (xinjiang !== null) vote(xinjiang, 3, `我兵团 is said ${corps === 1 ? "once" : `${corps} times`}`);
  for (const [kind, { own, all, compared, word }] of counts) {
    const fitting = [...votes.values()]
      .filter(({ area }) => area.name.endsWith(kind))
      .sort((a, b) => b.own + b.under / 2 - (a.own + a.under / 2) || (a.area.code < b.area.code ? -1 : 1));
    const best = fitting[0]?.area ?? (compared < all ? countyNamedIn(text, kind) : null);
    // In a national article 全市 can be any city's: it counts where it is a habit.
    // A name that only this word makes a place of is the word's evidence as well.
    const weight = (own > 0 ? 3 : all > 3 ? 2.5 : all > 1 ? 2 : 1) + (fitting.length === 0 ? 1 : 0);
    if (best !== null)
      vote(best, weight, `${word} is said ${all === 1 ? "once" : `${all} times`}`, 1, compared === all);
  }
  return [...counts].map(([kind, { all, compared }]) => (compared < all ? kind : "")).join("");
}

/** The smallest area within a province that nearly all votes are for; what only tells where it lies is against none. */
function narrowest(province: Votes, votes: ReadonlyMap<string, Votes>): Votes {
  let place = province;
  let { around } = province;
  for (;;) {
    const inside = [...votes.values()].filter(({ area }) => parentOf(area.code)?.code === place.area.code);
    const own = place.own - place.around;
    const next = inside.find(
      (one) => one.anchors > 0 && one.under >= (province.under - around) * 0.7 && one.under > own * 2,
    );
    if (next === undefined) return place;
    place = next;
    around += place.around;
  }
}

/** How much speaks for the whole country: 全国, and the authorities of the state. */
function nationIn({ text, title }: AreaEvidence): { votes: number; words: number; evidence: string } {
  const body = title !== null && text.startsWith(title) ? title.length : 0;
  const opening = openingOf(text, body);
  const inTitle = title !== null && wordsOfNation(title).length > 0;
  const opens = wordsOfNation(text.slice(opening.start, opening.end)).length > 0;
  const words = wordsOfNation(text.slice(0, 100_000));
  const votes = (inTitle ? 4 : 0) + (opens ? 3 : 0) + Math.min(2.5, words.length * 0.5);
  return { votes, words: words.length, evidence: [...new Set(words)].slice(0, 4).join("、") };
}

// Matches `全国`, `公安部`; must not match `全国人大`, `来自全国各地`, `国家反诈中心App`.
const ofNation = guarded(
  /(?<!来自|从|往|远销|走向|面向|到)全国(?!人大|政协|人民代表|劳|优秀|文明|先进|示范|首|第|前|平均)|公安部|国务院|最高人民(?:法院|检察院)|最高[检法](?![院律])|工业和信息化部|工信部|国家(?:网信办|互联网信息办公室|金融监督管理总局(?!\p{Script=Han}{2,8}(?:监管|分)局)|统计局(?!\p{Script=Han}{2,6}(?:总队|调查队))|消防救援局|移民管理局)|中央(?:政法委|网信办)|我国|各省|(?<!全国|来自|从)各地/gu,
);

function wordsOfNation(text: string): string[] {
  return ofNation.found(text);
}

function nationwide(
  nation: { readonly votes: number; readonly words: number; readonly evidence: string },
  rival: number,
): Found<Area> | null {
  if (nation.words < 2 && nation.votes < 3) return null;
  const share = nation.votes / (nation.votes + rival);
  return {
    value: china,
    by: "inferred",
    evidence: `${nation.evidence}: ${nation.words === 1 ? "once" : `${nation.words} times`}`,
    confidence: confidenceOf(nation.votes, share),
  };
}

function confidenceOf(votes: number, share: number): number {
  return Math.round(Math.min(0.95, share * (0.6 + Math.min(votes, 8) * 0.045)) * 100) / 100;
}
