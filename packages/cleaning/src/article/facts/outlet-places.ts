import { type Area, WordIndex, areaByCode, areaOf, china, findShortNames } from "@jianbao/model";
import { byNames, coded } from "./by-names.ts";
import { placesIn } from "./places.ts";

/** Outlets whose place their name does not spell out, by the code of the area that they serve; `byNames` has more. */
const known =
  "CN-HB:楚天 长江日报|CN-SN:华商报 秦风|CN-SD:大众日报 大众网 半岛都市报|CN-HN:潇湘 红网|CN-GD:羊城 南方日报 南方都市报 岭南 信息时报|" +
  "CN-JS:扬子晚报 新华日报 现代快报|CN-ZJ:钱江 浙里 之江 都市快报|CN-FJ:海峡都市报 闽南 东南网|CN-HA:大河报 大河网 中原 豫见|" +
  "CN-SC:华西都市报 天府 蜀道 巴蜀|CN-YN:春城晚报 云岭 滇池|CN-HL:龙江 冰城 黑土地|CN-LN:辽沈 北国网|CN-JL:长白 松花江|" +
  "CN-AH:江淮 新安晚报 皖|CN-SH:解放日报 文汇报 新民晚报 浦江|CN-HI:南国都市报 琼州 椰城|CN-GX:南国早报 邕江 桂|CN-JX:大江网 赣|" +
  "CN-TJ:津云 今晚报|CN-BJ:京华 京报 北青|CN-GZ:黔中 黔|CN-GS:陇|CN-NX:塞上 朔方|CN-XJ:天山网 兵团日报 兵团|CN-XZ:雪域|CN-QH:三江源 河湟|" +
  "CN-NM:草原 北疆|CN-CQ:山城 渝|CN-HK:大公报 文汇网|CN-MO:濠江";
let made: { readonly codes: readonly string[]; readonly index: WordIndex; readonly names: readonly string[] } | null =
  null;

/** Reads the list on first use. */
function outlets(): NonNullable<typeof made> {
  if (made !== null) return made;
  const pairs = [...coded(known), ...coded(byNames)];
  const names = pairs.map(({ name }) => name);
  made = { codes: pairs.map(({ code }) => code), names, index: new WordIndex(names) };
  return made;
}

/** 某地日报, 某省公安厅, 平安某地: the outlet's place, where its name begins with one. */
export function placeOfOutlet(publisher: string): Area | null {
  const [mention] = placesIn(publisher);
  if (mention !== undefined) return mention.area;
  const byName = placeOfByName(publisher);
  if (byName !== null) return byName;
  return placeAtStart(publisher) ?? placeAtStart(publisher.replace(greetings, ""));
}

/** What accounts put before the place that they are of: 平安某地, 今日某地. */
const greetings =
  /^(?:平安|今日|美丽|掌上|信用|幸福|文明|网信|法治|智慧|大美|最美|印象|魅力|活力|健康|清风|清廉|诗画|爱|看|微|新)(?=\p{Script=Han}{2})/u;

function placeAtStart(name: string): Area | null {
  for (let length = 4; length >= 2; length--) {
    const area = areaOf(name.slice(0, length));
    if (area !== null && area.code !== china.code && name.length > length) return area;
  }
  const [county] = findShortNames(name);
  return county?.span.start === 0 && county.counties.length === 1 ? (county.counties[0] ?? null) : null;
}

/** The area that an outlet's by-name tells of: 楚天都市报 is Hubei's; null where it tells of none. */
function placeOfByName(outlet: string): Area | null {
  const { codes, names, index } = outlets();
  const found = index.longest(outlet, 0);
  // One character alone opens many a word: it needs a paper or a platform behind it.
  if (found < 0 || (names[found]?.length === 1 && !/^.\p{Script=Han}{0,2}[报网云]/u.test(outlet))) return null;
  return areaByCode(codes[found] ?? "");
}
