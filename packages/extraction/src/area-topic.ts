import {
  type Area,
  type AreaMention,
  type Span,
  WordIndex,
  areaByCode,
  areaOf,
  china,
  findAreas,
  findShortNames,
  isWithin,
  parentOf,
} from "@jianbao/model";
import { countriesSpokenOf } from "./abroad.ts";
import { basesOf, placesOfList } from "./place-list.ts";
import { codedPlace, type SmallPlace, smallPlaces } from "./small-place.ts";

/** A place of the text that says what territory the figures after it are about. */
export interface AreaTopic {
  readonly start: number;
  readonly end: number;
  readonly area: Area;
  /**
   * How far its figures go: `figure` the one right after it (杭州1306人、宁波874人), `clause` those of its clause (国内, and
   * 河南受水238亿立方米 at the head of such a list), `sentence` those of its sentence (前者), `text` all up to the next place.
   */
  readonly reach: "figure" | "clause" | "sentence" | "text";
  /** 国内: no territory of a single case. */
  readonly loose: boolean;
}

/** Words that follow the name of a place where it acts: 太原市公安机关; those of the pack (反诈中心, 交警支队) as well. */
const agencies =
  "公安 警方 检察 法院 人民检察 人民法院 中级 高级 民警 刑侦 刑警 网警 警察 政府 党委 政法 通信管理 通管局 各级 各地 打击治理 全省 全市 全区 禁毒 交警 消防 市场监管 海关 税务 银行业 金融监管 两级 三级 司法 边境 边检 森林 分公司 分行 支行 支公司 缉私 铁警 检方 中院 高院 卫健 网信 辖区".split(
    " ",
  );

/** What stands before a place that figures are not about: 从北京抓获, 前往天津, 向山西移交. */
export const leadsAway: RegExp =
  /(?:前往|奔赴|远赴|赴|从|往|至|到|向|由|经|自|往返|流窜|逃往|来自|辗转|羁押回|押解回|抵达|位于|户籍|籍贯)$/u;

/** Words for the article's own territory and for the whole country. */
const pointers =
  "全国 我国 国内 各地 各省 全省 我省 咱省 全市 我市 咱市 本市 全区 我区 本区 咱区 自治区 全县 我县 本县 咱县 全州 我州 本州 全盟 我盟 全旗 我旗 本旗 全镇 我镇 本镇 咱镇 全乡 我乡 全街道 我街道 本街道 全疆 全自治区 本省 该省 该市 该县 当地 省公安厅 市公安局 县公安局 全港 本港 全澳 本澳 全台 全臺".split(
    " ",
  );

const pointerIndex: WordIndex = new WordIndex(pointers);

/** 各地区, 全区域 and 内蒙古自治区 hold a pointer and are none. */
function isPointer(text: string, word: string, end: number): boolean {
  if (word === "各地") return text[end] !== "区";
  if (word === "全区") return text[end] !== "域";
  if (word === "全州") return text[end] !== "县";
  if (/^[全本][台乡港澳]$/u.test(word)) return !/^[湾资商地机币元媒独]/u.test(text[end] ?? "");
  if (/^[本我咱][区旗州镇县市]$/u.test(word)) return !/^[场委长级]/u.test(text[end] ?? "");
  return word !== "自治区" || /^(?:党委|政府|公安|各级|人民)/u.test(text.slice(end, end + 2));
}

/** Finds what an article's figures are about, in text order: places that act, 全国 and 我省, national bodies. */
export function findTopics(
  text: string,
  own: Area,
  organisations: readonly { start: number; end: number; area: Area }[],
  offices: readonly string[],
  abroad: readonly Span[],
): AreaTopic[] {
  const topics: AreaTopic[] = [];
  const named: AreaTopic[] = [];
  const mentions = mentionsIn(text, own);
  for (let i = 0; i < mentions.length; i++) {
    let mention = mentions[i];
    if (mention === undefined) continue;
    const { start } = mention.span;
    // 苏州市昆山市: the last of a chain is meant.
    for (
      let next = mentions[i + 1];
      next !== undefined && next.span.start === mention.span.end;
      next = mentions[i + 1]
    ) {
      mention = next;
      i++;
    }
    const { end } = mention.span;
    const branch = branchOf(text, end, mention.area);
    if (branch === null && isItem(text, start, end)) {
      topics.push({ start, end, area: mention.area, reach: "figure", loose: false });
      continue;
    }
    const joint = jointTerritory(text, mentions, i, start, offices);
    if (joint !== null) {
      topics.push({ start, end, area: joint, reach: "text", loose: false });
      continue;
    }
    // 北京10月9日讯: where it was written.
    if (/^(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:电|讯)/u.test(text.slice(end, end + 14))) continue;
    if (!speaksFor(text, start, end, offices)) continue;
    // 平湖警方在杭州抓获车手: whose the deed is, where the place that acts does not hold the one where it was done.
    const actor = named.at(-1);
    if (
      actor !== undefined &&
      text[start - 1] === "在" &&
      !/[，,。；;：:\n]/u.test(text.slice(actor.end, start)) &&
      !isWithin(mention.area.code, actor.area.code)
    )
      continue;
    // 除酒泉同比下降4.3%外: of its clause alone.
    const reach = text[start - 1] === "除" ? "clause" : "text";
    const topic: AreaTopic = { start, end, area: branch ?? mention.area, reach, loose: false };
    topics.push(topic);
    named.push(topic);
  }
  for (const { start, end, area } of organisations) {
    // 人民银行杭州中心支行 acts where it is.
    const branch = findAreas(text.slice(end, end + 8))[0];
    if (
      branch?.span.start === 0 &&
      /^(?:[省市])?(?:中心支行|分行|支行|税务局|监管局|监管分局|海关|管理局)/u.test(
        text.slice(end + branch.span.end, end + branch.span.end + 6),
      )
    )
      continue;
    if (opensClause(text, start) && !/^(?:部署|指挥|统一|下发|转发|交办|门|机关)/u.test(text.slice(end, end + 3))) {
      topics.push({ start, end, area, reach: "text", loose: false });
    }
  }
  for (const { index, 0: name } of text.matchAll(
    /国家[\p{Script=Han}]{2,8}?(?:总局|委员会|中心|[局委])(?!部署|[“”"A-Za-z]|客户端)/gu,
  )) {
    if (opensClause(text, index)) {
      topics.push({ start: index, end: index + name.length, area: china, reach: "text", loose: false });
    }
  }
  const { coded } = codedPlace(own);
  const small = smallPlaces(text, own);
  topics.push(...small.flatMap((place) => topicOfSmall(text, place, offices)));
  let next = 0; // of the places named, the first after the pointer
  for (let start = 0; start < text.length; start++) {
    const number = pointerIndex.longest(text, start);
    const word = number < 0 ? undefined : pointers[number];
    if (word === undefined || !isPointer(text, word, start + word.length)) continue;
    while (next < named.length && (named[next]?.start ?? 0) < start) next++;
    const before = named[next - 1];
    // 济宁市中级法院的数据显示，全市 in an article of one of its cities.
    const isNear = before !== undefined && !/[。！？\n]/u.test(text.slice(before.end, start).slice(-40));
    const holder = isNear && suits(word, before.area) && isWithin(own.code, before.area.code) ? before.area : null;
    // 全镇 is the town named last.
    const nearest = /[镇乡道]$/u.test(word) ? small.findLast(({ end }) => end <= start) : undefined;
    const told = /[镇乡道]$/u.test(word) ? own : coded;
    const area = nearest?.area ?? holder ?? areaOfPointer(word, told, before?.area ?? null);
    if (area === null) continue;
    if (isComparison(text, start, start + word.length)) continue;
    // 日本全国确认: that country's.
    if (word === "全国" && abroad.some(({ end }) => end === start)) continue;
    const isShared = /^(?:省|市|县)公安/u.test(word) && !opensClause(text, start);
    if (isShared || /[省市县区州]$/u.test(text[start - 1] ?? "")) continue;
    topics.push({
      start,
      end: start + word.length,
      area,
      reach: word === "国内" ? "clause" : "text",
      loose: word === "国内",
    });
  }
  topics.push(...formerAndLatter(text, own, named));
  topics.push(...countriesSpokenOf(text, abroad));
  topics.sort((a, b) => a.start - b.start);
  return topics.map((topic, i) => (headsItems(text, topic, topics[i + 1]) ? { ...topic, reach: "clause" } : topic));
}

/** 其中隽水镇损失128万元, 发案较高的为隽水镇，发20起, 桃园市受理2502件: a place without a code that heads what is counted there. */
function topicOfSmall(text: string, { start, end, area }: SmallPlace, offices: readonly string[]): AreaTopic[] {
  const isTown = /[镇乡道]$/u.test(area.name);
  const before = text.slice(Math.max(0, start - 8), start);
  const named = text.slice(end, end + 40);
  const heads = opensClause(text, start) || /(?:[、和与及为有]|[县区市])$/u.test(before);
  if (!heads || leadsAway.test(before) || before.endsWith("在")) return [];
  const counts = /^[^，,。；;：:\n]{0,24}?\d|^[，,：:（(]?[\p{Script=Han}]{0,8}\d/u.test(named);
  if (isTown) return counts ? [{ start, end, area, reach: "sentence", loose: false }] : [];
  return counts || speaksFor(text, start, end, offices) ? [{ start, end, area, reach: "text", loose: false }] : [];
}

/** 石家庄、保定、邯郸等地公安机关: the territory that holds all the places of a list, at the last of them. */
function jointTerritory(
  text: string,
  mentions: readonly AreaMention[],
  last: number,
  start: number,
  offices: readonly string[],
): Area | null {
  const mention = mentions[last];
  if (mention === undefined) return null;
  const after = text.slice(mention.span.end, mention.span.end + 16);
  const list =
    /^(?:等(?:\d+|[两二三四五六七八九十]+)?个?[地市县区省州]|[两二三四五六七八九十]个?[地市县区省州])(?:[市县区州]*)/u.exec(
      after,
    )?.[0];
  if (list === undefined) return null;
  const who = after.slice(list.length);
  if (!/^(?:公安|警方|检察|法院|各级)/u.test(who) && !offices.some((office) => who.startsWith(office))) return null;
  let area: Area | null = mention.area;
  let from = start;
  let count = 1;
  for (let i = last - 1; i >= 0; i--) {
    const one = mentions[i];
    if (one === undefined || one.span.end > from) continue;
    const between = text.slice(one.span.end, from);
    if (between !== "" && !/^[、和与及]$/u.test(between)) break;
    if (between !== "") {
      count++;
      while (area !== null && !isWithin(one.area.code, area.code)) area = parentOf(area.code);
    }
    from = one.span.start;
  }
  // 在河北、广东等地公安机关配合下: who helps.
  if (count < 2 || text[from - 1] === "在" || !opensClause(text, from)) return null;
  return /^[^，,。；;]{0,16}(?:配合|协助|支持)/u.test(
    after.slice(2) + text.slice(mention.span.end + 10, mention.span.end + 24),
  )
    ? null
    : area;
}

/** 河南受水238亿立方米，河北212亿立方米: the first place of such a list goes no further than the others. */
function headsItems(text: string, topic: AreaTopic, next: AreaTopic | undefined): boolean {
  if (topic.reach !== "text" || next?.reach !== "figure" || next.start - topic.end > 40) return false;
  if (topic.area.code === next.area.code || isWithin(next.area.code, topic.area.code)) return false;
  return /^[^，,。；;：:、\n]*\d[^，,。；;：:、\n]{0,8}[，,、；;]$/u.test(text.slice(topic.end, next.start));
}

/** 常德、益阳两地…：前者为476人；后者为391人: the first and the second of the two places named before. */
function formerAndLatter(text: string, own: Area, named: readonly AreaTopic[]): AreaTopic[] {
  const topics: AreaTopic[] = [];
  let pair: readonly Area[] = [];
  let from = 0;
  let passed = 0; // of the places named, those before
  for (const { index, 0: word } of text.matchAll(/[前后]者(?!续)/gu)) {
    if (word === "前者" || pair.length === 0 || text.slice(from, index).includes("\n")) {
      const before = text.slice(Math.max(0, index - 70), index);
      const said = before.slice(before.lastIndexOf("\n") + 1);
      const start = index - said.length;
      // Matches `常德、益阳两地`, `甲县和乙县`: the last two names that are joined.
      const joint = [
        ...said.matchAll(/(?<first>[\p{Script=Han}]{2,12}?)(?:、|和|与|及)(?<second>[\p{Script=Han}]{2,12})/gu),
      ].at(-1);
      const first = joint?.groups?.["first"] ?? "";
      const at = start + (joint?.index ?? 0);
      const items = [
        { start: at, end: at + first.length },
        { start: at + first.length + 1, end: at + (joint?.[0].length ?? 0) },
      ];
      while ((named[passed]?.start ?? index) < index) passed++;
      const bases = basesOf(
        own,
        named.slice(Math.max(0, passed - 4), passed).map(({ area }) => area),
      );
      pair = joint === undefined ? [] : (placesOfList(text, items, bases)?.areas ?? []);
    }
    from = index;
    const area = pair[word === "前者" ? 0 : 1];
    if (area !== undefined) topics.push({ start: index, end: index + 2, area, reach: "sentence", loose: false });
  }
  return topics;
}

/**
 * The places that a text names, and by their short names the counties of the article's own city and of the prefectures
 * that the text names: 晋江劝住2.1万人.
 */
function mentionsIn(text: string, { code }: Area): readonly AreaMention[] {
  const full = findAreas(text, code === china.code ? undefined : code);
  const cities = new Set(/^\d{6}$/u.test(code) ? [`${code.slice(0, 4)}00`] : []);
  const isMunicipality = /^CN-(?:BJ|TJ|SH|CQ)$/u.test(code);
  for (const { area } of full) if (/^\d{4}00$/u.test(area.code)) cities.add(area.code);
  if (cities.size === 0 && code === china.code) return full;
  const short: AreaMention[] = [];
  for (const { span, counties } of findShortNames(text)) {
    const near = counties.filter(
      (county) => cities.has(`${county.code.slice(0, 4)}00`) || (isMunicipality && isWithin(county.code, code)),
    );
    // 东兴边境派出所 in an article of its region: the only county of that name, before its office.
    // 安溪怎么样了？, 仙游是重点县: the text turns to it.
    const after = text.slice(span.end, span.end + 8);
    const turnsTo = opensClause(text, span.start) && asked.test(after);
    const wide = near.length === 0 && text[span.start - 1] !== "在" && (turnsTo || office.test(after));
    const [area, other] = wide ? counties.filter((county) => isWithin(county.code, code)) : near;
    if (area === undefined || other !== undefined || !(wide || speaksShortly(text, span))) continue;
    const rival = full.find((mention) => mention.span.start < span.end && span.start < mention.span.end);
    // 朝阳分局 in an article of its municipality is none of the city of that name.
    const isOther = rival !== undefined && isMunicipality && !isWithin(rival.area.code, code);
    if (rival === undefined || isOther) short.push({ span, area });
  }
  // 朝阳分局 in an article of its municipality: a name that is not only a county's.
  if (isMunicipality || cities.has(code)) {
    for (const { index } of text.matchAll(/分局/gu)) {
      const found = [4, 3, 2].flatMap((length) => {
        const area = areaOf(`${text.slice(Math.max(0, index - length), index)}区`, code);
        return area === null ? [] : [{ span: { start: index - length, end: index }, area }];
      })[0];
      if (found !== undefined && !short.some(({ span }) => span.end === index)) short.push(found);
    }
  }
  if (short.length === 0) return full;
  const kept = full.filter(({ span }) => !short.some((one) => one.span.start < span.end && span.start < one.span.end));
  return [...kept, ...short].sort((a, b) => a.span.start - b.span.start);
}

// Matches `警方`, `边境派出所`, `口岸`; must not match `公安厅`.
const office =
  /^(?:警方|公安(?!厅)|法院|检察院|人民法院|人民检察院|[\p{Script=Han}]{2,4}中心|边境(?:派出所|检查站|管理)|派出所|口岸|海关|边检|交警|消防)/u;

// Matches `怎么样了？`, `呢？`, `的情况如何`; must not match `呢绒`.
const asked =
  /^(?:县|市)?(?:(?:又|现在|如今)?(?:怎么样|怎样|咋样|如何)|呢[？?]|的情况|这几年|曾?是[^，,。]{0,12}(?:重点|典型|试点|县|[地市]区|高发))/u;

// Matches `分局`, `交警大队`, `支行`; must not match `大队部`.
const unit =
  /^(?:分局|(?:交警|消防|刑警|特警|巡警|网安)?[大中]队(?!部|长)|派出所|法院|检察院|农商行|农商银行|农信社|农信联社|支行|分行|支公司|分公司|海关|税务局|警方)/u;

/** 仁怀就劝住3200余人, 金州分局: a short name that opens its clause or item and soon comes to a figure, or to its office. */
function speaksShortly(text: string, { start, end }: Span): boolean {
  if (unit.test(text.slice(end, end + 5))) return true;
  const opens = opensClause(text, start) || /[、和与及]/u.test(text[start - 1] ?? "");
  const after = text.slice(end, end + 16);
  return (
    opens &&
    (/^[\p{Script=Han}：:（(]{0,8}[\d一二两三四五六七八九十近百千]/u.test(after.slice(0, 9)) ||
      // 大丰破案最多，有90起; 东台次之，80起.
      /^[\p{Script=Han}]{0,5}(?:最[多少高低]|次之|其次|居首|第[一二三]|紧随其后|垫底)[，,][\p{Script=Han}]{0,3}\d/u.test(
        after,
      ))
  );
}

/** 居全国前列, 在全省率先, 全国反诈专线: no territory of figures. */
function isComparison(text: string, start: number, end: number): boolean {
  return (
    /^(?:率先|首|第|排|前列|领先|平均|推广|最|唯一|统一|通报|人大|政协|劳模|先进|前)/u.test(text.slice(end, end + 2)) ||
    /^[\p{Script=Han}]{0,4}(?:专线|热线)/u.test(text.slice(end, end + 6)) ||
    // 无锡是去年全省发案最少的地级市之一
    /^[\p{Script=Han}]{0,6}最[\p{Script=Han}]的[\p{Script=Han}]{0,4}(?:之一|[省市县区州])/u.test(
      text.slice(end, end + 18),
    ) ||
    /(?:居|列|占|占中国|面向|发起)$/u.test(text.slice(Math.max(0, start - 3), start)) ||
    // 在全省系统内排名第2
    (text[start - 1] === "在" &&
      /^[\p{Script=Han}]{0,4}?[内中里]?(?:的?(?:排名|排位|位[居列次]|名列|排在|居|处于|领先|率先))/u.test(
        text.slice(end, end + 10),
      ))
  );
}

/** 杭州1306人、宁波市抓获874人: an item of a list of places, each with its figure. */
function isItem(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 8);
  if (!/^(?:[\p{Script=Han}]{0,6}|[（(：:，])[\d一二两三四五六七八九十]/u.test(after)) return false;
  if (/^\d{4}年|^\d{1,2}[月日]/u.test(after)) return false;
  // 泸州、宜宾两地收网: what the places are, and no figure.
  if (/^[\p{Script=Han}]{0,2}[两二三四五六七八九十]个?[地市县区省州旗盟级]/u.test(after)) return false;
  if (/^\d/u.test(after) && /[从赴往向到至由]$/u.test(text.slice(Math.max(0, start - 1), start))) return false;
  // 赴贵州、四川抓获嫌疑人200名: where they went, and not whose they are.
  if (/[从赴往向到至由在][\p{Script=Han}]{2,10}[、和与及]$/u.test(text.slice(Math.max(0, start - 13), start)))
    return false;
  // 崇明区不到10套, after other items.
  if (/[；;，,、]/u.test(text[start - 1] ?? "") && /^(?:不到|不足|约|近|超|逾|超过|有|也有|为)+\d/u.test(after))
    return true;
  return /^\d|^[（(：:]/u.test(after) || /(?:[、和与及]|其中)$/u.test(text.slice(Math.max(0, start - 2), start));
}

/** 青岛市公安局市北分局 acts for 市北区. */
function branchOf(text: string, end: number, area: Area): Area | null {
  const match = /^市?(?:公安局|公安|警方)(?<name>[\p{Script=Han}]{2,4}?)(?:公安)?分局/u.exec(text.slice(end, end + 14));
  const name = match?.groups?.["name"];
  return name === undefined ? null : districtOf(name, area);
}

/** The county or district of a city that a short name stands for: 市北, 义乌. */
function districtOf(name: string, { code }: Area): Area | null {
  return areaOf(`${name}区`, code) ?? areaOf(`${name}市`, code) ?? areaOf(`${name}县`, code) ?? areaOf(name, code);
}

/** Tells whether a place acts or heads its clause, so that figures are about it. */
function speaksFor(text: string, start: number, end: number, offices: readonly string[]): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 6);
  const acts =
    agencies.some((agency) => after.startsWith(agency)) || offices.some((office) => text.startsWith(office, end));
  if (leadsAway.test(before)) {
    // 记者从宁波市反诈中心获悉: the source of the figures.
    return (
      /[从据自]$/u.test(before) && acts && /^[^，,。]{0,14}?(?:了解到|获悉|介绍|通报)/u.test(text.slice(end, end + 22))
    );
  }
  // 在惠东县一出租屋内抓获6名: where the deed was done.
  if (
    before.endsWith("在") &&
    !/^[、和与及]/u.test(after) &&
    /^[^，,。\d]{0,10}(?:[内里中处房楼店][，,][\p{Script=Han}]{0,6})?(?:抓获|捣毁|端掉|查获|打掉|缴获|破获|侦破|劝\p{Script=Han}|起获|收缴|搜出|查扣|扣押|揪出|被[骗抢盗偷撞]|遭遇|接警)/u.test(
      text.slice(end, end + 22),
    )
  )
    return true;
  // 在成都，王女士…: where what is told next happened.
  // 在宽城区团山街道，民警给老人讲课: as well.
  if (
    before.endsWith("在") &&
    /^(?:[\p{Script=Han}]{1,8}(?:街道|社区|[镇村乡]|小区|广场|大学|中学|小学|学院))?[，,]/u.test(
      text.slice(end, end + 14),
    ) &&
    opensClause(text, start - 1)
  )
    return true;
  const listed = /[、和与及]$/u.test(before) || /^[、和与及等]/u.test(after);
  if (listed) return false;
  if (acts) return !/(?:在|接到|收到|会同|联合|配合|协助|移交|上报|来自)$/u.test(before) || opensClause(text, start);
  return opensClause(text, start) && !before.endsWith("在") && !/^(?:籍|人|话|路|街)/u.test(after);
}

/** Tells whether a place of the text opens a clause, time and reporting words aside. */
function opensClause(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === undefined || "\n，,。；;：:！？!?（(“”—".includes(before)) return true;
  return /(?:所在的?|隔壁|邻近|相邻|毗邻|隔壁的|相邻的|次是|的是|年|月|日|以来|目前|其中|同时|此外|在|据|仅|除|期间|季度|据悉|而|来|底|初|末|中)$/u.test(
    text.slice(Math.max(0, at - 3), at),
  );
}

/** The territories that have words of their own for themselves. */
const ofTheirOwn: Readonly<Record<string, string>> = { 港: "CN-HK", 澳: "CN-MO", 台: "CN-TW", 臺: "CN-TW" };

/** 全省 in an article of a county is its province; 全市 after a city was named is that city. */
function areaOfPointer(word: string, own: Area, last: Area | null): Area | null {
  // 全国 in a paper of Taiwan is what it is a paper of.
  if (word === "全国" && own.code === "CN-TW") return own;
  if (/国|各地|各省/u.test(word)) return word.startsWith("各地") && own.code !== china.code ? null : china;
  if (word === "当地") return last;
  const code = ofTheirOwn[word.slice(1)];
  if (code !== undefined) return areaByCode(code);
  // 全镇: towns have no code of ours, so that their county stands for them.
  if (/[镇乡]$/u.test(word)) return last !== null && isWithin(last.code, own.code) ? last : own;
  // 全市 in an article of a city is that city, whatever county-level city was named.
  if (suits(word, own)) return own;
  for (const base of [last, own]) {
    for (let area = base; area !== null; area = parentOf(area.code)) {
      if (
        suits(word, area) &&
        (base !== last || own.code === china.code || isWithin(area.code, own.code) || isWithin(own.code, area.code))
      ) {
        return area;
      }
    }
  }
  return own.code === china.code ? null : own;
}

function suits(word: string, { code, name }: Area): boolean {
  const isProvince = code.startsWith("CN-");
  if (word.includes("省")) return isProvince && name.endsWith("省");
  if (word.includes("自治区") || word.includes("疆")) return isProvince && name.endsWith("自治区");
  if (word.includes("市")) return name.endsWith("市");
  if (word.includes("县")) return name.endsWith("县");
  if (word.includes("区")) return name.endsWith("区");
  if (word.includes("州")) return name.endsWith("州");
  if (word.includes("盟")) return name.endsWith("盟");
  return word.includes("旗") && name.endsWith("旗");
}
