import { type Area, type Found, areaByCode, areaOf, china, findAreas, parentOf } from "@jianbao/model";
import { abroad } from "./abroad.ts";
import { isOffice } from "./forms.ts";
import { placeOfByName } from "./outlet-places.ts";

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
  if (second !== undefined && second.under > first.under * 0.6) {
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
  /** How many of these are more than names in passing. */
  anchors: number;
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
  const vote = (area: Area, weight: number, reason: string, anchors = 1): void => {
    votesFor(votes, area).own += weight;
    votesFor(votes, area).reasons.add(reason);
    for (let one: Area | null = area; one !== null && one.code !== china.code; one = parentOf(one.code)) {
      votesFor(votes, one).under += weight;
      votesFor(votes, one).anchors += anchors;
    }
  };
  const body = title !== null && text.startsWith(title) ? title.length : 0;
  const opening = openingOf(text, body);
  const passing = new Map<string, { area: Area; names: number; authorities: number; opens: number }>();
  for (const { area, authority, start, dateline } of placesIn(text)) {
    if (start < body || area.code === china.code) continue;
    const known = passing.get(area.code) ?? { area, names: 0, authorities: 0, opens: 0 };
    // 新华社北京1月2日电 tells where the agency is.
    if (dateline) {
      if (area.code !== "CN-BJ") known.opens = Math.max(known.opens, 1.5);
    } else {
      known.names += 0.5;
      if (authority) known.authorities += 0.5;
      if (start >= opening.start && start < opening.end) known.opens = Math.max(known.opens, authority ? 4 : 2);
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
  const inTitle = title === null ? [] : placesIn(title).map(({ area }) => area);
  // 昆山: the short name of a county alone is a place only where the text has the whole.
  for (const { area } of votes.values()) {
    const short = area.name.replace(/(?:[省市县区]|自治[州县旗])$/u, "");
    if (short.length >= 2 && title?.includes(short) === true && !inTitle.some((one) => covers(one, area)))
      inTitle.push(area);
  }
  for (const area of inTitle) vote(area, 4, `${area.name} is in the title`);
  const outlet = publisher === null ? null : placeOfOutlet(publisher);
  if (outlet !== null) vote(outlet, 1.5, `published by ${publisher ?? ""}`);
  // 某省某某公司 below the headline, 某地晚报记者 某某.
  const author = article.byline === null || article.byline === publisher ? null : placeOfOutlet(article.byline);
  if (author !== null) vote(author, isOffice(article.byline ?? "") ? 3 : 1.5, `written by ${article.byline ?? ""}`);
  voteByOwnWords(text, votes, vote);
  return votes;
}

function votesFor(votes: Map<string, Votes>, area: Area): Votes {
  const known = votes.get(area.code) ?? { area, own: 0, under: 0, anchors: 0, reasons: new Set<string>() };
  votes.set(area.code, known);
  return known;
}

/** The first paragraph's first words. */
function openingOf(text: string, from: number): { start: number; end: number } {
  for (let start = from; start < text.length;) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    if (end - start >= 20 && /[，。]/u.test(text.slice(start, end))) {
      return { start, end: Math.min(end, start + 50) };
    }
    start = end + 1;
  }
  return { start: from, end: from };
}

interface NamedPlace {
  readonly area: Area;
  readonly start: number;
  /** Its police, courts, government or banks are meant. */
  readonly authority: boolean;
  /** It stands in a dateline: 某社福州1月2日电. */
  readonly dateline: boolean;
}

/** The places that a text names; of 某省某市 the city, and not where someone is from. */
function placesIn(text: string): NamedPlace[] {
  const mentions = findAreas(text);
  return mentions.flatMap(({ area, span }, i) => {
    const next = mentions[i + 1];
    if (next !== undefined && next.span.start === span.end && parentOf(next.area.code)?.code === area.code) return [];
    const after = text.slice(span.end, span.end + 16);
    // Matches `籍`, `人张某`; must not match `人民法院`.
    if (/^(?:籍|人(?!民)|口音)/u.test(after)) return [];
    // Matches `省公安厅`, `警方`, `人民检察院`, `监管局`; must not match `居民`.
    const authority =
      /^[省市县区]?(?:人民)?(?:各?级?公安|警方|警察|民警|刑侦|网安|反诈|反电诈|检察|法院|中级|高级|政府|省?委|市委|县委|区委|政法|司法|网信|通信|通管|监管|金融|银保监|银监|打击治理|联席|消防|统计|市场监管|税务|教育|民政|卫健|应急)/u.test(
        after,
      );
    return [{ area, start: span.start, authority, dateline: /^(?:\d{4}年)?\d{1,2}月\d{1,2}日[电讯]/u.test(after) }];
  });
}

function covers(one: Area, other: Area): boolean {
  return one.code === other.code || parentOf(one.code)?.code === other.code;
}

/** 某地日报, 某省公安厅: the outlet's place, where its name begins with one. */
function placeOfOutlet(publisher: string): Area | null {
  const [mention] = placesIn(publisher);
  if (mention !== undefined) return mention.area;
  const byName = placeOfByName(publisher);
  if (byName !== null) return byName;
  for (let length = 4; length >= 2; length--) {
    const area = areaOf(publisher.slice(0, length));
    if (area !== null && area.code !== china.code && publisher.length > length) return area;
  }
  return null;
}

/** 我省, 全区, 我市: the article speaks of its own; the best known place of that kind is meant. */
function voteByOwnWords(
  text: string,
  votes: Map<string, Votes>,
  vote: (area: Area, weight: number, reason: string) => void,
): void {
  const counts = new Map<string, { own: number; all: number; word: string }>();
  // Matches `我省`, `全区`, `我市`; must not match `全省第一`, `我市场`, `完全市`.
  for (const match of text.matchAll(
    /(?<![完安健齐])(?:我|全|本)([省市区县州盟旗])(?!场|民政|委|内外|别|域|块|第|首|前|之|最|率先|平均)/gu,
  )) {
    const kind = match[1] ?? "";
    const known = counts.get(kind) ?? { own: 0, all: 0, word: match[0] };
    if (!match[0].startsWith("全")) {
      if (known.own === 0) known.word = match[0];
      known.own++;
    }
    known.all++;
    counts.set(kind, known);
  }
  for (const [kind, { own, all, word }] of counts) {
    const fitting = [...votes.values()]
      .filter(({ area }) => area.name.endsWith(kind))
      .sort((a, b) => b.own + b.under / 2 - (a.own + a.under / 2) || (a.area.code < b.area.code ? -1 : 1));
    const [best] = fitting;
    // In a national article 全市 can be any city's: it counts where it is a habit.
    const weight = own > 0 ? 3 : all > 3 ? 2.5 : all > 1 ? 2 : 1;
    if (best !== undefined) vote(best.area, weight, `${word} is said ${all === 1 ? "once" : `${all} times`}`);
  }
}

/** The smallest area within a province that nearly all votes are for. */
function narrowest(province: Votes, votes: ReadonlyMap<string, Votes>): Votes {
  let place = province;
  for (;;) {
    const inside = [...votes.values()].filter(({ area }) => parentOf(area.code)?.code === place.area.code);
    const next = inside.find((one) => one.under >= province.under * 0.7 && one.under > place.own * 2);
    if (next === undefined) return place;
    place = next;
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

function wordsOfNation(text: string): string[] {
  // Matches `全国`, `公安部`; must not match `全国人大`, `国家反诈中心App`.
  return (
    text.match(
      /全国(?!人大|政协|人民代表|劳|优秀|文明|先进|示范|首|第|前|平均)|公安部|国务院|最高人民(?:法院|检察院)|最高[检法](?![院律])|工业和信息化部|工信部|国家(?:网信办|互联网信息办公室|金融监督管理总局(?!\p{Script=Han}{2,8}(?:监管|分)局)|统计局(?!\p{Script=Han}{2,6}(?:总队|调查队))|消防救援局|移民管理局)|中央(?:政法委|网信办)|我国|各省|各地/gu,
    ) ?? []
  );
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
