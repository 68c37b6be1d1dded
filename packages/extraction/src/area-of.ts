import {
  type Area,
  areaOf,
  findAreas,
  findShortNames,
  isWithin,
  overseas,
  type Scope,
  type Span,
} from "@jianbao/model";
import { type AreaTopic, leadsAway } from "./area-topic.ts";
import type { Meaning } from "./meaning.ts";
import { type Run, type View, within } from "./reading.ts";

export function areaAt(
  view: View,
  run: Run,
  at: number,
  meaning: Meaning | null,
  clauseStart: number,
  scope: Scope,
): Area {
  const { reading, sentence, topics } = view;
  const { text, held } = reading;
  const abroad = meaning?.indicator.abroad;
  if (abroad === "always") return overseas;
  const origin = originOf(text.slice(clauseStart, at), reading.ownArea);
  if (origin !== null) return origin;
  let topic: AreaTopic | null = null;
  for (const candidate of topics) {
    if (candidate.start >= at) break;
    if (candidate.reach === "clause" && candidate.start < clauseStart) continue;
    // 致使国内412名被害人: a case is where it is tried, not where all its victims are.
    if (candidate.loose && scope === "case") continue;
    // 株洲市2000起；破获: the place is of its own figure alone.
    if (candidate.reach === "figure" && (at - candidate.end > 10 || /[\d；;。]/u.test(text.slice(candidate.end, at))))
      continue;
    if (isPart(text, sentence, candidate) && /[；;]/u.test(text.slice(candidate.end, at))) continue;
    topic = candidate;
  }
  if (abroad === "where-named") {
    const home = broughtTo(text, at, sentence);
    // 被天水麦积警方押解回天水, in an article of 麦积: the city that holds the own place says no more of it.
    const near = topic?.area ?? held.area ?? reading.ownArea;
    if (home !== null) return isWithin(near.code, home.code) && home.code !== "CN" ? near : home;
    if (run.last?.area.code === overseas.code && text.slice(run.last.span.end, at).includes("其中")) return overseas;
    const place = within(reading.abroad, { start: sentence.start, end: at }).at(-1);
    if (place !== undefined && place.start >= (topic?.end ?? sentence.start)) {
      // 打掉境外窝点215个，抓获嫌疑人3.7万名: what the dens are says nothing of who was caught.
      const isOfAnother =
        scope === "aggregate" && run.last !== null && place.end <= run.last.span.start && isAttribute(text, place);
      if (!isOfAnother) return overseas;
      return topic?.area ?? held.area ?? reading.ownArea;
    }
    const after = within(reading.abroad, { start: at, end: at + 20 }).find(
      ({ start }) => !/[，,；;。]/u.test(text.slice(at, start)),
    );
    if (after !== undefined) return overseas;
  }
  // 移交的1079名…。里头还有…4名: a part of what was told of abroad.
  const told = run.last ?? held.told.at(-1);
  if (
    told?.area.code === overseas.code &&
    isPartOf(text, sentence, at) &&
    (topic === null || !isPart(text, sentence, topic))
  )
    return overseas;
  if (
    run.last !== null &&
    run.last.area.code === overseas.code &&
    topic === null &&
    abroad === "where-named" &&
    text.slice(run.last.span.end, at).length < 30
  ) {
    return overseas;
  }
  // 在老挝打掉团伙，抓获43名，查扣手机310部: the sentence stays where it went.
  const isDeed = meaning?.indicator.day === "operation";
  const last = run.last;
  if (
    last !== null &&
    isDeed &&
    last.area.code === overseas.code &&
    (last.indicator?.abroad === "where-named" || last.indicator?.day === "operation") &&
    (topic === null || topic.end <= last.span.start) &&
    (scope === "case" ||
      !within(reading.abroad, { start: sentence.start, end: last.span.start }).some((one) => isAttribute(text, one))) &&
    !/[；;]/u.test(text.slice(last.span.end, at))
  ) {
    return overseas;
  }
  const scene = scope === "case" && topic === null ? sceneOf(view, at) : null;
  if (scene !== null) {
    // The story goes on where it happened.
    if (held.isCase) held.area = scene;
    return scene;
  }
  return topic?.area ?? held.area ?? reading.ownArea;
}

/** 与宁城县公安局在一处出租屋查获6台, 4月23日，关岭一位养牛户被骗7.3万元: the place within the own territory where one case was. */
function sceneOf({ reading, paragraph, sentence, topics }: View, at: number): Area | null {
  const { text, held, ownArea } = reading;
  const base = held.area ?? ownArea;
  if (base.code === "CN" || base.code === overseas.code) return null;
  const here = sceneIn(text.slice(sentence.start, at), base);
  if (here !== null || !held.isCase || topics.some(({ start }) => start >= paragraph.start)) return here;
  // 老邓在金牛区跑快递。…要寄18万元: where the story of the paragraph began.
  return sceneIn(text.slice(paragraph.start, sentence.start), base);
}

/** The place within a territory where the words of a story say that it was. */
function sceneIn(words: string, base: Area): Area | null {
  const full = findAreas(words, base.code).filter(
    ({ area }) => area.code !== base.code && isWithin(area.code, base.code),
  );
  const short = findShortNames(words).flatMap(({ span, counties }) => {
    const [area, other] = counties.filter(({ code }) => isWithin(code, base.code));
    const isFull = full.some((one) => one.span.start < span.end && span.start < one.span.end);
    if (area === undefined || other !== undefined || isFull || area.code === base.code) return [];
    return ofScene.test(words.slice(span.end, span.end + 8)) && standsAlone.test(words.slice(0, span.start))
      ? [{ span, area }]
      : [];
  });
  const named = [...full, ...short]
    .filter(
      ({ span }) =>
        !leadsAway.test(words.slice(Math.max(0, span.start - 6), span.start)) &&
        !/^(?:籍|人(?!民)|话|路|街(?!道)|等地)/u.test(words.slice(span.end, span.end + 3)),
    )
    .sort((a, b) => a.span.start - b.span.start);
  const [first, second] = named;
  if (first === undefined) return null;
  // 晋中市介休市: the last of a chain is meant.
  return second !== undefined && isWithin(second.area.code, first.area.code) ? second.area : first.area;
}

// Matches `一位养牛户`, `段三车相撞`, `义安镇`, `警方`; must not match `模式`.
const ofScene =
  /^(?:的?一[位名家户个对]|的[\p{Script=Han}]{1,3}(?:先生|女士|[大老]\p{Script=Han}|某)|段|[支分]行|网点|营业[厅部]|农商|信用社|[\p{Script=Han}]{1,3}[镇乡村](?!级)|警方|公安|民警|农民|村民|市民|居民|店主|老板|(?:老|小)[\p{Script=Han}]|[\p{Script=Han}]{0,3}(?:街道|社区|小区))/u;

// Matches what stands before a name that is none of the words around it: a mark, a day, 在, 家住, 沪昆高速.
const standsAlone = /(?:^|[，,。；;：:、“（(\s]|[日号晚午晨]|[在与和助合]|家?住|高速|[国省县]道)$/u;

// Matches `电白籍嫌疑人`, `安溪籍在外人员`; must not match `中国籍`, `党籍`.
const ofOrigin = /(?<name>[\p{Script=Han}]{2,4}?)籍[\p{Script=Han}]{0,6}?(?:人员|嫌疑人|逃犯|罪犯|分子)/u;

/** 各地公安机关抓获电白籍嫌疑人1580名: what an article of a county counts is of its own people, wherever they were caught. */
function originOf(clause: string, own: Area): Area | null {
  const name = clause.includes("籍") ? (ofOrigin.exec(clause)?.groups?.["name"] ?? null) : null;
  if (name === null || !/^\d{6}$/u.test(own.code)) return null;
  for (let length = Math.min(4, name.length); length >= 2; length--) {
    const short = name.slice(-length);
    if (own.name.startsWith(short)) return own;
    for (const ending of ["区", "县", "市"]) {
      const area = areaOf(short + ending, own.code);
      if (area !== null && area.code !== own.code) return area;
    }
  }
  return null;
}

/** 打掉境外诈骗窝点, 摧毁缅北集团: a place abroad that tells what kind of thing is counted, and not where the deed was done. */
function isAttribute(text: string, { start, end }: Span): boolean {
  return (
    !/[赴在从于往到由经与和同]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
    /^的?(?:[\p{Script=Han}]{0,4}?)(?:犯罪)?(?:窝点|集团|团伙|据点|园区|组织)/u.test(text.slice(end, end + 10))
  );
}

/** 其中甲区1.6万个，乙县1.2万个；新招聘3100名: the places of the parts of a whole do not reach beyond them. */
export function isPart(text: string, { start }: Span, topic: AreaTopic): boolean {
  const before = text.slice(start, topic.start);
  const from = before.lastIndexOf("其中");
  return from >= 0 && !/[；;。]/u.test(before.slice(from));
}

/** 其中有金主4名, 里头还有4名: the words of a clause that counts a part of what was told before. */
export function isPartOf(text: string, sentence: Span, at: number): boolean {
  return /(?:其中|里头|里面|当中|他们中)[^；;。]*$/u.test(text.slice(Math.max(sentence.start, at - 40), at));
}

/** 42名嫌疑人从甲地押回乙地: the figure is of the place that they were brought to. */
function broughtTo(text: string, at: number, { end }: Span): Area | null {
  const own = /^[^，,；;。]*/u.exec(text.slice(at, end))?.[0] ?? "";
  // 抓获3名，将他们带回乙市: the next clause as well, where it counts nothing.
  const next = /^[，,](?:并|随后|后)?(?:将|把|已)[^，,；;。\d]*/u.exec(text.slice(at + own.length, end))?.[0] ?? "";
  const clause = own + next;
  const verb = /(?:羁押|押解|押送|押|带)[回返至]/u.exec(clause);
  if (verb === null) return null;
  const from = verb.index + verb[0].length;
  const mentions = findAreas(clause.slice(from, from + 24));
  return mentions[0]?.span.start === 0 ? (mentions.at(-1)?.area ?? null) : null;
}
