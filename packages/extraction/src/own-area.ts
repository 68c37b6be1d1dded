import {
  type Area,
  areaByCode,
  areaOf,
  type CleanArticle,
  china,
  findAreas,
  findShortNames,
  isWithin,
  overseas,
  parentOf,
} from "@jianbao/model";
import { isCountryAt } from "./abroad.ts";
import type { Lexicon } from "./lexicon.ts";
import { regionOf } from "./region.ts";
import { cityOfTaiwanOf, smallPlaceOf } from "./small-place.ts";

// Matches what comes after a place that speaks or acts: `昆山市公安局`, `福建省公安厅`, `洛阳警方`.
const agency =
  /^(?:市|省|自治区)?(?:公安|警方|检察|法院|[一二三四]?中院|高院|人民法院|人民检察院|中级|刑侦|通信管理|通管|打击治理|禁毒|交警|政法|联席会议)/u;

// Matches what comes after a place that another body is of: `农商行`, `分行`, `海关`, `市教育局`; must not match `路`.
const otherAgency =
  /^(?:市|省|自治区|区|县)?[\p{Script=Han}]{0,4}?(?:银行|农商行|分行|支行|分公司|海关|消防|市场监管|税务|教育|卫健|卫生健康|应急管理|司法|交通|气象|统计|人社|人力资源|民政|医保|文旅|农业农村|生态环境|住建|供电)/u;

/** The article's own area: as it is known, or as its first lines say who speaks, where that is nearer. */
export function ownAreaOf(article: CleanArticle, lexicon: Lexicon): Area {
  const area = statedAreaOf(article, lexicon);
  if (article.metadata.area?.by === "sidecar") return area;
  const { text, metadata } = article;
  const title = metadata.title?.value ?? "";
  if (area.code === "CN-TW") return cityOfTaiwanOf(title, text, area) ?? area;
  const own = codedAreaOf(article, area);
  return own === overseas ? own : (smallPlaceOf(title, text, own) ?? own);
}

function codedAreaOf(article: CleanArticle, area: Area): Area {
  const { text } = article;
  if (area.code === china.code) return localAreaOf(text) ?? (isOfAnotherCountry(article) ? overseas : area);
  return area.code.startsWith("CN-") ? (paperPlaceOf(text, area) ?? leadPlaceOf(article, area) ?? area) : area;
}

// Matches `全省`, `省公安厅`, `自治区高院`; must not match `外省`, `《某省条例》`.
const ofProvince = /(?:全|我)省|(?<![\p{Script=Han}])(?:省|自治区)[\p{Script=Han}]{1,6}[厅局院委]|自治区党委/u;

/** 杭州日报讯 …市交警支队…全市, where nothing tells of the province: the city whose paper it is. */
function paperPlaceOf(text: string, province: Area): Area | null {
  const words = [...(text.match(ofOneTerritory) ?? []), ...(text.match(cityOffice) ?? [])];
  if (words.length < 2 || ofProvince.test(text)) return null;
  const ofPaper = placeOfPaper(text.slice(0, 300));
  return ofPaper !== null && isWithin(ofPaper.code, province.code) ? ofPaper : null;
}

// Matches `市交警支队`; must not match `某市交警支队`.
const cityOffice = /(?<![\p{Script=Han}])市[\p{Script=Han}]{2,6}(?:支队|局|委|院|中心|办)/gu;

function placeOfPaper(opening: string): Area | null {
  const outlet = paper.exec(opening)?.groups?.["name"];
  return outlet === undefined ? null : (areaOf(`${outlet}市`) ?? findAreas(outlet)[0]?.area ?? null);
}

function statedAreaOf({ text, metadata }: CleanArticle, { pack, offices }: Lexicon): Area {
  const { organisations } = pack;
  const known = metadata.area;
  if (known !== null && known.by === "sidecar") return known.value;
  const title = metadata.title?.value ?? "";
  if (known === null || known.value.code === china.code) {
    const region = regionOf(title.concat("\n", text.slice(0, 4000)), metadata.script !== "hans", organisations);
    if (region !== null) return region;
  }
  // 中国消费者报北京讯: where it was written is not what a national office tells of.
  if (known !== null && known.value.code !== china.code && isNational(title, text)) return china;
  const speaker = speakerOf(title, text, offices);
  if (known === null) return speaker ?? china;
  // 放到全国看 in an article of a court: the court's place, where little tells of the whole country.
  if (known.value.code === china.code) return known.confidence < 0.7 && speaker !== null ? speaker : known.value;
  if (speaker === null) return known.value;
  // 江苏金融…：南京分行…全省: who speaks sits in the city, and tells of the province that the title names.
  const isOfHolder =
    speaker.code !== known.value.code &&
    known.value.code.startsWith("CN-") &&
    (text.match(/全省|全区(?=[\p{Script=Han}]{2})/gu)?.length ?? 0) > 1 &&
    !/全市|我市/u.test(text) &&
    findAreas(title).every(({ area }) => area.code === known.value.code) &&
    findAreas(title).length > 0;
  if (isOfHolder) return known.value;
  return isWithin(speaker.code, known.value.code) ? speaker : known.value;
}

/** 日本特殊诈骗案上半年增加: a title that opens with a country, over a text that says nothing of this one. */
function isOfAnotherCountry({ text, metadata }: CleanArticle): boolean {
  const title = metadata.title?.value ?? text.slice(0, Math.max(0, text.indexOf("\n")));
  return (
    isCountryAt(title) && !/中国|我国|我省|中方|中缅|中老|中柬|公安机关/u.test(text) && findAreas(text).length === 0
  );
}

// Matches words of a text that is of one territory: `全市`, `县公安局`; must not match `全国`.
const ofOneTerritory =
  /(?:全|我)[市县区省州](?![域长])|(?<![\p{Script=Han}])(?:市|县|区)(?:公安局|委|检察院|法院|联席办|政府)/gu;

/**
 * The territory of a text that does not name it: whose paper it stands in (大同日报讯), or which holds the counties that it
 * tells of (红花岗、汇川两个主城区), where it speaks of 全市 or 县公安局 and of no authority of the state.
 */
function localAreaOf(text: string): Area | null {
  const opening = text.slice(0, 300);
  if (/全国|公安部|最高(?:人民)?[检法]|国务院|国家[\p{Script=Han}]{1,8}[局委办]/u.test(text.slice(0, 1500)))
    return null;
  const words = text.match(ofOneTerritory) ?? [];
  if (words.length < 2) return null;
  const ofPaper = placeOfPaper(opening);
  if (ofPaper !== null) return ofPaper;
  return holderOfCounties(text, words.filter((word) => word.includes("县")).length * 2 > words.length);
}

// Matches `大同日报讯`, `本溪晚报记者`; must not match `人民日报讯`.
const paper =
  /(?<![\p{Script=Han}])(?<name>[\p{Script=Han}]{2,6}?)(?:日报|晚报|晨报|早报|都市报|商报|新闻网|融媒|电视台)(?:网|社)?\s?(?:讯|消息|记者|[（(])/u;

/** The city whose counties a text tells of, three of them at the least; the county itself that it names again and again. */
function holderOfCounties(text: string, isCounty: boolean): Area | null {
  const times = new Map<string, number>();
  const add = (code: string): void => void times.set(code, (times.get(code) ?? 0) + 1);
  for (const { area } of findAreas(text)) if (/^\d{4}(?!00)\d\d$/u.test(area.code)) add(area.code);
  const doubtful: string[][] = [];
  for (const { counties } of findShortNames(text)) {
    const [only, other] = counties;
    if (only !== undefined && other === undefined) add(only.code);
    else doubtful.push(counties.map(({ code }) => code));
  }
  const cities = new Map<string, Set<string>>();
  for (const code of times.keys()) {
    const city = `${code.slice(0, 4)}00`;
    cities.set(city, (cities.get(city) ?? new Set()).add(code));
  }
  for (const codes of doubtful) for (const code of codes) cities.get(`${code.slice(0, 4)}00`)?.add(code);
  const [first, second] = [...cities].toSorted((a, b) => b[1].size - a[1].size);
  if (first === undefined) return null;
  if (isCounty) {
    const [most, next] = [...times].toSorted((a, b) => b[1] - a[1]);
    return most !== undefined && most[1] >= 3 && most[1] > 2 * (next?.[1] ?? 0) ? areaByCode(most[0]) : null;
  }
  return first[1].size >= 3 && first[1].size > 2 * (second?.[1].size ?? 0) ? areaByCode(first[0]) : null;
}

/** The city that the first figure of a text is of, where nothing before it speaks of the province: 2021年，大庆市12315平台共受理…. */
function leadPlaceOf({ text, metadata }: CleanArticle, province: Area): Area | null {
  const title = metadata.title?.value ?? "";
  if (
    findAreas(title).some(({ area }) => area.code === province.code) ||
    /全省|我省|省[委厅局]|全区|我区|自治区/u.test(title)
  )
    return null;
  const from = text.startsWith(title) ? title.length : 0;
  const [lead = ""] = text.slice(from, from + 160).split("。");
  const [first, second] = findAreas(lead, province.code);
  if (first === undefined || !/^\d{4}00$/u.test(first.area.code) || !isWithin(first.area.code, province.code))
    return null;
  const before = lead.slice(0, first.span.start);
  const after = lead.slice(first.span.end, second?.span.start ?? lead.length);
  if (!/(?:^|[\n，,。])$/u.test(before) || /[全我][省区]|自治区|省[\p{Script=Han}]{1,4}[厅局院]/u.test(lead))
    return null;
  return /^(?!的|市民|居民|[\p{Script=Han}]{0,3}[某女先])[\p{Script=Han}\d]{0,24}?\d[\d.]*[万亿]?[余多]?[\p{Script=Han}]/u.test(
    after,
  )
    ? first.area
    : null;
}

// Matches `市场监管总局：`, `国家消防救援局发布`, `公安部通报`, `最高检：`; must not match `国家税务总局南京市税务局`, `中国人民银行`.
const nationalOffice =
  /^[“"《【]?(?:(?:[\p{Script=Han}]{0,6}(?:总局|总署)|国家[\p{Script=Han}]{2,8}?(?:局|委)|国务院[\p{Script=Han}]{0,4}|国新办|央行|中国人民银行|(?:公安|司法|交通运输|农业农村|应急管理|应急|工业和信息化|工信|商务|民政|教育|财政|住建|人社|文旅|水利)部|最高(?:人民)?(?:法院?|检(?:察院)?))(?=[：:，,“\s]|通报|发布|公布|介绍|召开|举行|部署|新闻))/u;

/** A title of an office of the state, over a text that tells of the whole country. */
function isNational(title: string, text: string): boolean {
  return nationalOffice.test(title) && /全国|各地/u.test(text.slice(0, 800));
}

/** The place whose agency the first lines name, if none of them names an agency of another place. */
function speakerOf(title: string, text: string, offices: readonly string[]): Area | null {
  const opening = title === "" || text.startsWith(title) ? text.slice(0, 400) : `${title}\n${text.slice(0, 400)}`;
  if (/全国公安机关|公安部|最高人民/u.test(opening)) return null;
  const police = speakerIn(opening, agency, offices);
  if (police === "several") return null;
  // A bank, a customs house or a school speaks where no police does.
  const speaker = police ?? speakerIn(opening.slice(0, Math.max(60, opening.indexOf("\n"))), otherAgency, []);
  if (speaker === null || speaker === "several") return null;
  return holderOf(opening, speaker) ?? speaker;
}

/** The place whose agency a text names, if none of them names an agency of another place. */
function speakerIn(opening: string, body: RegExp, offices: readonly string[]): Area | "several" | null {
  let speaker: Area | null = null;
  let chain = 0; // where the places end that open the text one after another: 重庆市渝北区
  for (const { span, area } of findAreas(opening)) {
    const opens = span.start === chain;
    if (opens) chain = span.end;
    const heads =
      opens &&
      /^[：:]|^(?:公布|通报|发布|今年|去年|前|上半年|破获|20\d\d年)/u.test(opening.slice(span.end, span.end + 6));
    const acts = offices.some((office) => opening.startsWith(office, span.end));
    if (!heads && !acts && !body.test(opening.slice(span.end, span.end + 12))) continue;
    speaker ??= area;
    if (!isWithin(area.code, speaker.code) && !isWithin(speaker.code, area.code)) return "several";
  }
  return speaker;
}

/** 我区, 全省 before a city is named: the text is of the territory that holds the city. */
function holderOf(opening: string, speaker: Area): Area | null {
  const named = findAreas(opening).find(({ area }) => area.code === speaker.code)?.span.start ?? 0;
  const said = opening.slice(0, named);
  const parent = parentOf(speaker.code);
  if (parent === null || parent.code === china.code) return null;
  const isCity = /^\d{4}00$/u.test(speaker.code);
  const province = isCity ? parent : parentOf(parent.code);
  if (province !== null && province.code !== china.code) {
    if (/(?:全省|我省|省公安厅|省委|省政府)(?!率先|首|第|前列)/u.test(said) && province.name.endsWith("省"))
      return province;
    const isRegion = province.name.endsWith("自治区");
    if (isRegion && /自治区(?:公安|禁毒|检察|高级|党委|政府|打击)|(?:全区|我区)(?!率先|首|第|前列)/u.test(said)) {
      if (isCity || !speaker.name.endsWith("区")) return province;
    }
  }
  if (!isCity && /(?:全市|我市|市公安局)(?!率先|首|第|前列)/u.test(said) && !speaker.name.endsWith("市")) return parent;
  return null;
}
