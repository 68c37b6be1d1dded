import { type Area, type ShortName, findAreas, findShortNames, isWithin } from "@jianbao/model";
import { guarded } from "../../patterns/guarded.ts";

/** A place that a text names. */
export interface NamedPlace {
  readonly area: Area;
  readonly start: number;
  readonly end: number;
  /** Its police, courts, government or banks are meant. */
  readonly authority: boolean;
  /** Someone is of there: 某区的李奶奶. */
  readonly home: boolean;
  /** What is told of is all of it: 在某省内各网点. */
  readonly whole: boolean;
  /** It stands in a dateline: 某社福州1月2日电. */
  readonly dateline: boolean;
}

// Matches `籍`, `人张某`; must not match `人民法院`.
const behindOrigin = guarded(/^(?:籍|人(?!民|社)|口音)/u);
const behindOutlet = guarded(
  /^\p{Script=Han}{0,3}(?:日报|晚报|客户端)?[\s·]?\p{Script=Han}{0,8}(?:记者|通讯员)[\s　]/u,
);
// Matches `电视台、`, `日报等`, `法制传媒网：`: the outlet is named, not the place; must not match `日报社召开会议`.
const ofOutlet = guarded(
  /^[\p{Script=Han}]{0,5}(?:日报|晚报|时报|商报|早报|晨报|都市报|电视台|广播电台|广播电视台|广播电视总台|新闻网|传媒网|在线|发布|客户端)(?=[、，,：:。；）)]|等(?:媒体|新闻|多家|\p{Script=Han}{0,4}家))/u,
);
const regionOrCity = guarded(/^[东西南北中][山湖海城]区$/u);
const datelineBehind = guarded(/^(?:\d{4}年)?\d{1,2}月\d{1,2}日[电讯]/u);

/**
 * The places that a text names; of 某省某市 the city, and not where someone is from or set out. The short name of a
 * county (昆山) is one where what stands around it tells so; `around` is a text that may tell of its province.
 */
export function placesIn(text: string, around = ""): NamedPlace[] {
  const mentions: { readonly area: Area; readonly start: number; readonly end: number }[] = findAreas(text).map(
    ({ area, span }) => ({ area, ...span }),
  );
  for (const name of findShortNames(text.slice(0, shortNamesWithin))) {
    if (mentions.some(({ start, end }) => name.span.start < end && start < name.span.end) || !isMeant(name, text))
      continue;
    const area = countyOf(name, around === "" ? mentions : [...mentions, ...regionsOf(around)]);
    if (area !== null) mentions.push({ area, ...name.span });
  }
  mentions.sort((a, b) => a.start - b.start);
  return mentions.flatMap(({ area, start, end }, i) => {
    const next = mentions[i + 1];
    if (next !== undefined && next.start === end && isWithin(next.area.code, area.code)) return [];
    const before = text.slice(Math.max(0, start - 4), start);
    const after = text.slice(end, end + 20);
    if (behindOrigin.test(after)) return [];
    // 从某地出发: a journey's start; 某省某报记者 in brackets; 青海湖; 豫西山区.
    if (before.endsWith("从") && /^(?:出发|启程|起程|动身|赶来|远道)/u.test(after)) return [];
    if (behindOutlet.test(after) || ofOutlet.test(after)) return [];
    // 迎大庆: the nation's birthday.
    if (area.name === "大庆市" && /[迎庆贺保]$/u.test(before)) return [];
    if (area.name === "青海省" && after.startsWith("湖")) return [];
    if (regionOrCity.test(area.name) && /[豫赣湘川桂粤闽浙苏皖鲁晋冀辽吉黑陕甘滇黔鄂渝]$/u.test(before)) return [];
    return [
      {
        area,
        start,
        end,
        authority: authority.test(after),
        home: home.test(after),
        whole: whole.test(after),
        dateline: datelineBehind.test(after),
      },
    ];
  });
}

/**
 * The county of a kind (`县`, `市`, `区`, `旗`) that the beginning of a text names by its short name; null where it names none
 * or several, or where the name is a word as well.
 */
export function countyNamedIn(text: string, kind: string): Area | null {
  const named = new Map<string, Area>();
  for (const { span, counties } of findShortNames(text.slice(0, 600))) {
    const [only, other] = counties.filter(({ name }) => name.endsWith(kind));
    const name = text.slice(span.start, span.end);
    if (only === undefined || other !== undefined || wordsAsWell.has(name)) continue;
    const after = text.slice(span.end, span.end + 20);
    if (behindOrigin.test(after) || ofTown.test(after)) continue;
    named.set(only.code, only);
  }
  return named.size === 1 ? ([...named.values()][0] ?? null) : null;
}

/** How far into a text short names are looked for: its beginning tells what it is about. */
const shortNamesWithin = 4000;

// Matches `省公安厅`, `警方`, `人民检察院`, `消费者协会`; must not match `居民`, `的公安局`.
const authority = guarded(
  /^[省市县区州旗]?(?:人民)?(?:各?级?公安|警方|警察|民警|刑侦|网安|反诈|反电诈|检察|法院|中级|高级|政府|省?委|市委|县委|区委|旗委|政法|司法|网信|通信|通管|监管|金融|银保监|银监|打击治理|联席|消防|统计|市场监管|税务|教育|民政|卫健|应急|[^的在和与到从是有了\P{Script=Han}]{2,8}(?:局|协会|委员会|办公室|大队|支队))/u,
);

// Matches `的李奶奶`, `的王先生`, `居民张某`; must not match `的戈壁荒滩`.
const home = guarded(
  /^(?:的|居民|市民|村民)\p{Script=Han}{0,6}(?:奶奶|爷爷|大爷|大妈|大叔|阿姨|先生|女士|小姐|师傅|老汉|老人|老伯|婆婆|[某×]|小\p{Script=Han}(?=[，在]))/u,
);

// Matches `省内各网点`, `境内`, `辖区`; must not match `省内外`, `市内的一家`.
const whole = guarded(/^[省市县区州旗]?(?:辖[内区]|境内|内各|各(?:地|县|市|区|网点|支行|乡镇)|内(?=网点|各|共|累计))/u);

/** What tells, right behind the short name of a county, that the county is meant. */
const behindCounty =
  // Matches `警方`, `农商行`, `沙溪镇`, `县城`, `古城`, `物流园`; must not match `的路上`, `说`.
  /^(?:警方|公安|检方|检察|法院|刑警|民警|刑侦|网警|交警|特警|反诈|消防|市委|县委|旗委|市政府|县政府|市民|县城|城区|城[东南西北关]|古城|古镇|老城|矿区|口岸|海关|边检|农商|支行|分行|信用社|人社|民政|供电|电网|税务|气象|水务|林草|农业|文旅|融媒|电视台|一[中小]|二中|开发区|经开区|高新区|[^的在和与到从是有了\P{Script=Han}]{2,3}(?:镇|乡|街道|苏木|嘎查)|[^的在和与到从是有了说\P{Script=Han}]{0,8}(?:物流园|市场|产业园|工业园|支行|分理处|储蓄所|营业厅|派出所|景区|林场|农场|水库|医院|中学|小学|学院|集团|公司|车站|火车站|机场))/u;

/** What makes the name that of a town or a street: matches `镇的`, `乡`; must not match `乡村`, `镇上`. */
const ofTown = /^(?:镇(?!上|里)|乡(?!村|镇|下|间)|村(?!里|民)|街道|社区|路(?!上))/u;

/** What stands before a place: 在某地, 记者从某地. */
const beforePlace = /(?:在|来自|家住|位于|地处|赴|走进|驻|抵达|前往|途经|本报|本网)$/u;

/** Short names of counties that are words or names of people as well: only what stands behind them tells. */
const wordsAsWell = new Set(
  "富县 和县 凤凰 平原 高台 东山 西山 南山 北山 金山 天山 白云 红旗 青山 光明 龙门 高明 温泉 海港 开平 双流 正定 正阳 永安 永定 安定 普定 平定 平和 仁和 和静 东明 文安 安平 太和 永和 长丰 新建 建平 志丹 子长 丹凤 永新 永福 永胜 永春 德清 明光 新民 海丰 兴文 明水 清水 白水 长江 黄河 建华 振兴 振安 立山 太平 兴隆 建昌 宏伟 福山 金平 金湖 民乐 民勤 安宁 安居 大安 大洼 高阳 高邑 长海 长顺 广丰 罗田 麻阳 常山 开化 天长 望江 太湖 石台 泰山 河口 沙湾 平顺 清河 长子 岳池 安吉 宁静 定远 临海 城口 武功 太白 文成 通江 平江 平阴 富平 富源 富民 宣化 怀来 长岭 长白 前郭 双阳 双辽 农安 东方 远安 保康 安化 宁远 宁化 建宁 清流 光泽 顺昌 政和 松溪 大田".split(
    " ",
  ),
);

/** Tells whether the short name of a county means the place. */
function isMeant({ span: { start, end } }: ShortName, text: string): boolean {
  const after = text.slice(end, end + 20);
  if (ofTown.test(after)) return false;
  if (behindCounty.test(after)) return true;
  const before = text.slice(Math.max(0, start - 16), start);
  if (/^(?:\d{4}年)?\d{1,2}月\d{1,2}日[电讯](?!话)/u.test(after) && /(?:[社报网台刊端]|新闻|\n|^)$/u.test(before))
    return true;
  if (/^[讯电](?=[\s　（(])/u.test(after) && /[报网台]$/u.test(before)) return true;
  if (wordsAsWell.has(text.slice(start, end))) return false;
  if (start === 0) return !/^(?:说|的|是|和|与|告诉|老师|先生|女士|[，。、])/u.test(after);
  return beforePlace.test(before) && !/^(?:说|告诉|老师|先生|女士)/u.test(after);
}

/** The county that is meant: the only one of its name, or the only one in a place that is named as well. */
function countyOf({ counties }: ShortName, named: readonly { readonly area: Area }[]): Area | null {
  const [only, other] = counties;
  if (other === undefined) return only ?? null;
  const inside = counties.filter((county) => named.some(({ area }) => isWithin(county.code, area.code)));
  return inside.length === 1 ? (inside[0] ?? null) : null;
}

function regionsOf(text: string): { area: Area }[] {
  return findAreas(text.slice(0, shortNamesWithin));
}
