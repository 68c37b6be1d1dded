import { type Area, china, overseas } from "./area.ts";
import { areaData } from "./area-data.ts";
import type { Span } from "./span.ts";
import { WordIndex } from "./word-index.ts";

/** A place named in a text: where, and which. */
export interface AreaMention {
  readonly span: Span;
  readonly area: Area;
}

/**
 * Finds the provinces, prefectures and counties that a text names, the longest name first, none inside
 * another. A name that several places bear (通州区) goes to the one whose province or prefecture was
 * named before it, else to the one within `within`, else it is left out; so are short names of counties
 * (义乌) that no authority follows (义乌警方), and names that open a common word (北京路, 中山大学).
 */
export function findAreas(text: string, within?: string): AreaMention[] {
  const { names, entries } = gazetteer();
  const found: AreaMention[] = [];
  const named: string[] = within === undefined ? [] : [within];
  let before: AreaMention | undefined;
  let free = 0;
  for (const { at, number } of namesIn(text)) {
    if (at < free) continue;
    const length = names[number]?.length ?? 1;
    const bearers = entries[number] ?? [];
    const entry = bearers.length === 0 ? null : chosen(bearers, text, at, length, before, named, within);
    if (entry === null) {
      free = at + (bearers.length === 0 ? length : 1);
      continue;
    }
    before = { span: { start: at, end: at + length }, area: entry.area };
    found.push(before);
    named.push(entry.area.code);
    free = at + length;
  }
  return found;
}

/** A name of a place, or a word that holds one, at a place of a text. */
interface NameAt {
  readonly at: number;
  readonly number: number;
}

let lastText = "";
let lastNames: readonly NameAt[] = [];

/** The longest name at each place of a text that has one. A text is asked for its areas and for its short names in turn. */
function namesIn(text: string): readonly NameAt[] {
  if (text === lastText) return lastNames;
  const { index } = gazetteer();
  const found: NameAt[] = [];
  for (let at = 0; at < text.length; at++) {
    const number = index.longest(text, at);
    if (number >= 0) found.push({ at, number });
  }
  lastText = text;
  lastNames = found;
  return found;
}

/** A short name of counties in a text, whether or not the county is meant. */
export interface ShortName {
  readonly span: Span;
  /** All counties that bear it. */
  readonly counties: readonly Area[];
}

/**
 * Finds where a text has the short names of counties (昆山, 神木, 曹县) that are no common words, none inside a longer
 * name: `findAreas` leaves most of them out, for what stands around them must tell that a place is meant.
 */
export function findShortNames(text: string): ShortName[] {
  const { names, entries } = gazetteer();
  const found: ShortName[] = [];
  let free = 0;
  for (const { at, number } of namesIn(text)) {
    if (at < free) continue;
    const length = names[number]?.length ?? 1;
    const bearers = entries[number] ?? [];
    const brief = bearers.every(
      ({ area, short, rank }) =>
        rank === 2 && (short || length === 2) && !partsOfTowns.has(area.name) && !districtsOfTowns.has(area.name),
    );
    if (bearers.length > 0 && brief) {
      found.push({ span: { start: at, end: at + length }, counties: bearers.map(({ area }) => area) });
    }
    free = at + length;
  }
  return found;
}

/** The area of a code of ours (`CN`, `CN-SX`, `330300`, `OVERSEAS`) or of GB/T 2260 (`140000`); null for any other. */
export function areaByCode(code: string): Area | null {
  return gazetteer().byCode.get(code) ?? null;
}

/** The area that a code belongs to: county → prefecture or province → `CN` → null. */
export function parentOf(code: string): Area | null {
  const { byCode, parents } = gazetteer();
  let parent = parents.get(code);
  if (parent === undefined) {
    if (!byCode.has(code)) return null;
    parent = parentAmong(byCode, code);
    parents.set(code, parent);
  }
  return parent;
}

function parentAmong(byCode: ReadonlyMap<string, Area>, code: string): Area | null {
  if (code === china.code || code === overseas.code) return null;
  if (code.startsWith("CN-") || code.endsWith("0000")) return china;
  const prefecture = code.endsWith("00") ? undefined : byCode.get(`${code.slice(0, 4)}00`);
  return prefecture ?? byCode.get(`${code.slice(0, 2)}0000`) ?? null;
}

/**
 * The area of a full or short name, within the area of a code where one is given. Of places that share a
 * name the highest in rank is meant (吉林 the province); null where several of that rank are left.
 */
export function areaOf(name: string, within?: string): Area | null {
  if (name === china.name || name === "中国") return china;
  const { names, index, entries: all } = gazetteer();
  const number = index.longest(name, 0);
  if (number < 0 || names[number] !== name) return null;
  const bearers = all[number] ?? [];
  const entries = within === undefined ? bearers : bearers.filter((entry) => isWithin(entry.area.code, within));
  const best = Math.min(...entries.map((entry) => entry.rank));
  const left = entries.filter((entry) => entry.rank === best);
  return left.length === 1 ? (left[0]?.area ?? null) : null;
}

/** Tells whether an area is another one or lies in it: `isWithin("330300", "CN-ZJ")`. */
export function isWithin(code: string, ancestor: string): boolean {
  if (code === ancestor) return true;
  for (let parent = parentOf(code); parent !== null; parent = parentOf(parent.code)) {
    if (parent.code === ancestor) return true;
  }
  return false;
}

/** ISO 3166-2 letters of the provinces, by the first two digits of GB/T 2260. */
const provinceLetters: Readonly<Record<string, string>> = {
  "11": "BJ",
  "12": "TJ",
  "13": "HE",
  "14": "SX",
  "15": "NM",
  "21": "LN",
  "22": "JL",
  "23": "HL",
  "31": "SH",
  "32": "JS",
  "33": "ZJ",
  "34": "AH",
  "35": "FJ",
  "36": "JX",
  "37": "SD",
  "41": "HA",
  "42": "HB",
  "43": "HN",
  "44": "GD",
  "45": "GX",
  "46": "HI",
  "50": "CQ",
  "51": "SC",
  "52": "GZ",
  "53": "YN",
  "54": "XZ",
  "61": "SN",
  "62": "GS",
  "63": "QH",
  "64": "NX",
  "65": "XJ",
  "71": "TW",
  "81": "HK",
  "82": "MO",
};

/** Short names that are common words as well; only their full names are places. */
const commonWords = new Set(
  "公安 会同 中方 友谊 合作 共和 大方 南部 同心 互助 通道 资源 朝阳 白银 来宾 安康 长治 海西 海北 黄南 三明 兴安 和平 东方 平安 新华 长安 中山 大同 日照 通化 安顺 怀化 白山 阿里 和田 海南州".split(
    " ",
  ),
);

/** Names that describe a part of any town (老城区, 新城区); places only right after the town's name. */
const partsOfTowns = new Set("城区 老城区 郊区 矿区 东区 西区 南区 北区 新城区 新区".split(" "));

/** Names that many towns have for a district of theirs; places after the town's name, or in a text of that town. */
const districtsOfTowns = new Set(
  "城中区 城东区 城西区 城北区 城关区 市中区 河东区 河西区 向阳区 桥东区 桥西区 铁东区 铁西区".split(" "),
);

/** Words that hold the name of a place and mean none. */
const holdingWords =
  "长白山 长治久安 中山路 中山装 中山大学 白云山庄 云南白药 黄河南 淮河南 珠江南 上海合作 海南岛以 北京时间 阿里巴巴 阿里云 辽河南 西安全 江西面 山东面 河北岸 河南岸 河东西 东海岸 大理石 大理由 和平安 海口气 三亚太 白银行".split(
    " ",
  );

/** What turns the name of a place into the name of a street, a firm or a school. */
const turningWords = "路 街 大道 大学 银行 证券 酒店 话 菜 时间 卫视 航空 保险 日报 晚报 合作组织".split(" ");

/** What follows the short name of a county where it stands for its authorities. */
const authorityWords =
  "警方 公安 反诈 检方 检察 法院 刑警 民警 刑侦 网警 交警 市委 市政府 县委 海关 消防 税务局 供电 市场监管".split(" ");

interface Entry {
  readonly area: Area;
  /** 0 a province, 1 a prefecture, 2 a county. */
  readonly rank: number;
  readonly short: boolean;
}

interface Gazetteer {
  readonly byCode: ReadonlyMap<string, Area>;
  /** The area that an area lies in, by code: of those that were asked for. */
  readonly parents: Map<string, Area | null>;
  /** Names of places, then the holding words. */
  readonly names: readonly string[];
  readonly index: WordIndex;
  /** The places that bear each name; a holding word has none. */
  readonly entries: readonly (readonly Entry[])[];
}

let made: Gazetteer | null = null;

/** Parses the data on first use. */
function gazetteer(): Gazetteer {
  made ??= makeGazetteer();
  return made;
}

function makeGazetteer(): Gazetteer {
  const byCode = new Map<string, Area>([
    [china.code, china],
    [overseas.code, overseas],
  ]);
  const byName = new Map<string, Entry[]>();
  for (let at = 0; at < areaData.length;) {
    const code = areaData.slice(at, at + 6);
    let end = at + 6;
    while (end < areaData.length && areaData.charCodeAt(end) > 0x39) end++;
    // The point U+00B7 is above the digits as the names are.
    addArea(code, areaData.slice(at + 6, end));
    at = end;
  }
  for (const word of holdingWords) byName.set(word, []);
  const names = [...byName.keys()];
  return { byCode, parents: new Map(), names, index: new WordIndex(names), entries: [...byName.values()] };

  function addArea(code: string, marked: string): void {
    const letters = code.endsWith("0000") ? provinceLetters[code.slice(0, 2)] : undefined;
    const rank = letters !== undefined ? 0 : code.endsWith("00") ? 1 : 2;
    const point = marked.indexOf("·");
    const name = point < 0 ? marked : marked.slice(0, point) + marked.slice(point + 1);
    const area: Area = { code: letters === undefined ? code : `CN-${letters}`, name };
    byCode.set(area.code, area);
    if (letters !== undefined) byCode.set(code, area);
    addName(name, { area, rank, short: false });
    if (point < 0) return;
    const short = marked.slice(0, point);
    if (!commonWords.has(short)) addName(short, { area, rank, short: true });
    // 凉山州, 石柱县, 鄂伦春旗: the short name with the last character of the ending.
    if (/自治[州县旗]$/u.test(name)) addName(short + name.slice(-1), { area, rank, short: false });
  }

  function addName(name: string, entry: Entry): void {
    const entries = byName.get(name);
    if (entries === undefined) byName.set(name, [entry]);
    else entries.push(entry);
  }
}

/** Chooses among the places that bear a name, or none where the text does not tell. */
function chosen(
  entries: readonly Entry[],
  text: string,
  at: number,
  length: number,
  before: AreaMention | undefined,
  named: readonly string[],
  within: string | undefined,
): Entry | null {
  const end = at + length;
  const follows = (word: string): boolean => text.startsWith(word, end);
  const led = before !== undefined && before.span.end === at ? before.area.code : null;
  let open = entries.filter((entry) => !entry.short || !turningWords.some(follows));
  if (led !== null) {
    const inside = open.filter((entry) => entry.area.code !== led && isWithin(entry.area.code, led));
    if (inside.length > 0) open = inside;
  }
  open = open.filter((entry) => {
    const isLed = led !== null && isWithin(entry.area.code, led);
    if (entry.short && entry.rank === 2) return isLed || authorityWords.some(follows);
    const name = text.slice(at, end);
    if (partsOfTowns.has(name)) return isLed;
    if (districtsOfTowns.has(name)) return isLed || (within !== undefined && isWithin(entry.area.code, within));
    // 忠县, 赵县: too short to be sure of (该县, 和县) unless its place leads it or an authority follows.
    return length > 2 || entry.short || isLed || (name.endsWith("县") && authorityWords.some(follows));
  });
  if (open.length === 0) return null;
  const best = Math.min(...open.map((entry) => entry.rank));
  const left = open.filter((entry) => entry.rank === best);
  if (left.length === 1) return left[0] ?? null;
  for (let i = named.length - 1; i >= 0; i--) {
    const ancestor = named[i];
    const inside = ancestor === undefined ? [] : left.filter((entry) => isWithin(entry.area.code, ancestor));
    if (inside.length === 1) return inside[0] ?? null;
  }
  return null;
}
