import { type Area, areaByCode, findAreas, isWithin } from "@jianbao/model";

/** A place without a code that a text names, and where: its area has the code of what holds it and its own name. */
export interface SmallPlace {
  readonly start: number;
  readonly end: number;
  readonly area: Area;
}

/** What has the code of a place, and the name of the place where it has none of its own: a town of a county. */
export function codedPlace(area: Area): { readonly coded: Area; readonly name: string | null } {
  const coded = areaByCode(area.code) ?? area;
  return { coded, name: coded.name === area.name ? null : area.name };
}

function placeWithin({ code }: Area, name: string): Area {
  return { code, name };
}

/** The counties and cities of Taiwan, for which GB/T 2260 has no codes. */
const cities =
  "台北市 新北市 桃园市 台中市 台南市 高雄市 基隆市 新竹市 嘉义市 新竹县 苗栗县 彰化县 南投县 云林县 嘉义县 屏东县 宜兰县 花莲县 台东县 澎湖县 金门县 连江县".split(
    " ",
  );

const cityOfTaiwan = new RegExp(cities.join("|"), "gu");

// Ends a name: `镇`, `街道`; must not match `镇长`, `镇街`.
const townEnd = /(?:(?<![城村家故返下入乡街小重古场市集])[镇乡]|街道)(?![长志民上亲村镇街级（(])/gu;

// Matches `，鳌江` before it, and what stands behind a county or a small word; must not match `全`, `为各`.
const townStem =
  /(?:^|[\n，,。；;：:、“”（）()\s\d县区市州旗在为是由和与及除对有从中])(?<stem>(?![全我本该各每两几数多等为在由是与及除对有其将让至于向]|景德|建成|组建|覆盖|深入|走进|下沉|联合|指导|组织|发动|涉及|所辖|重点|部分|相关|中心|示范|特色|工业|边境|偏远|贫困)[\p{Script=Han}]{2,3})$/u;

// Matches `西南大学` after a mark or a day; must not match `大学生`, `某大学`.
const school =
  /(?<=^|[\n，,。；;：:、“”（）()\s\d日])(?![某各全我本该])[\p{Script=Han}]{2,12}?(?:大学|学院|中学|小学)(?!生|城|附近)/gmu;

/** The towns, and in a paper of Taiwan the counties and cities, that a text names: places of figures that have no code. */
export function smallPlaces(text: string, own: Area): readonly SmallPlace[] {
  const { coded: holder } = codedPlace(own);
  if (isWithin(own.code, "CN-TW")) {
    return [...text.matchAll(cityOfTaiwan)].map(({ index, 0: name }) => ({
      start: index,
      end: index + name.length,
      area: placeWithin(holder, name),
    }));
  }
  if (!/[镇乡街]/u.test(text)) return [];
  const places: SmallPlace[] = [];
  let last: { readonly end: number; readonly county: Area } | null = null;
  for (const { index: at, 0: ending } of text.matchAll(townEnd)) {
    const stem = townStem.exec(text.slice(Math.max(0, at - 4), at))?.groups?.["stem"];
    if (stem === undefined) continue;
    const index = at - stem.length;
    const name = stem + ending;
    const mention = findAreas(text.slice(Math.max(0, index - 12), index), holder.code).at(-1);
    const isNamed = mention !== undefined && mention.span.end === Math.min(12, index);
    // 平阳县鳌江镇120起，昆阳镇80起: the county goes on.
    const goesOn: Area | null = last !== null && !/[。！？\n]/u.test(text.slice(last.end, index)) ? last.county : null;
    const county: Area = isNamed ? mention.area : (goesOn ?? holder);
    const end = index + name.length;
    places.push({ start: index, end, area: placeWithin(county, name) });
    last = { end, county };
  }
  return places;
}

// Matches words of a text that is of a town: `全镇`, `镇党委`, `我所`; must not match `全县`.
const ofTown =
  /[全我本该](?:镇|乡|街道)|(?:镇|乡|街道)(?:党|政府|综治|平安|办|辖区)|我所|派出所[^，,。]{0,6}辖区|辖区/u;

// Matches words of a text that is of a school: `我校`, `校园警情`; must not match `高校`.
const ofSchool = /[全我本该]校|学校|校园|校内|涉生|师生/gu;

const offices = /公安|警方|检察|法院|教育厅|教育局/u;

/**
 * The town or the school that a text is of, within what is known of its area: it alone is named at the head, and the text
 * goes on about 全镇, 辖区 or 我校. Null where nothing tells, or the police of a county speaks.
 */
export function smallPlaceOf(title: string, text: string, holder: Area): Area | null {
  const opening = title === "" || text.startsWith(title) ? text.slice(0, 200) : `${title}\n${text.slice(0, 200)}`;
  const [place, other] = distinct(smallPlaces(text.slice(0, 1200), holder));
  if (place !== undefined && other === undefined && ofTown.test(text)) {
    const head = opening.slice(0, Math.max(40, opening.indexOf("\n")));
    const stem = place.name.replace(/(?:镇|乡|街道)$/u, "");
    if (head.includes(stem) && !/[县市区]公安局|公安分局/u.test(head)) return place;
  }
  const near = opening.slice(0, 120);
  if (!near.includes("学")) return null;
  const schools = distinct(
    [...near.matchAll(school)].map(({ index, 0: name }) => ({
      start: index,
      end: index + name.length,
      area: placeWithin(holder, name),
    })),
  );
  const [only, more] = schools;
  if (only === undefined || more !== undefined || offices.test(near)) return null;
  const isOfSchool = (text.match(ofSchool)?.length ?? 0) > 1 && /保卫[处部]|学生处|学工|[我本]校|校园/u.test(opening);
  return isOfSchool ? only : null;
}

function distinct(places: readonly SmallPlace[]): Area[] {
  return [...new Map(places.map(({ area }) => [area.name, area])).values()];
}

// Matches who speaks for a city of Taiwan: `警察局`, `市府`; must not match `民众`.
const ofCity = /^(?:政府|府)?(?:警(?!政署|示|觉|告)|消防|卫生局|环保局|地检署|地方检察署|市府|县府|府)/u;

// Matches who speaks for all of Taiwan: `刑事局`, `警政署`, `全台`.
const ofAll = /刑事(?:警察)?局|警政署|内政部|行政院|法务部|全[国台]/u;

/** The city of Taiwan whose police or office speaks first in a text, before any of all of Taiwan. */
export function cityOfTaiwanOf(title: string, text: string, taiwan: Area): Area | null {
  const opening = text.startsWith(title) ? text.slice(0, 500) : `${title}\n${text.slice(0, 500)}`;
  const speaking = smallPlaces(opening, taiwan).filter(({ end }) => ofCity.test(opening.slice(end, end + 6)));
  const [first, other] = distinct(speaking);
  if (first === undefined || other !== undefined) return null;
  const all = opening.search(ofAll);
  return all >= 0 && all < (speaking[0]?.start ?? 0) ? null : first;
}
