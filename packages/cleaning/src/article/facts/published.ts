import type { Found, PartialDate } from "@jianbao/model";
import type { Structure } from "../../structure.ts";
import {
  type Day,
  arabic,
  compactDay,
  compareDays,
  dayIn,
  dayInUrl,
  dayOf,
  daysApart,
  englishDate,
  isDay,
  isSpan,
  monthInUrl,
  republicDay,
  stampIn,
  written,
} from "./dates.ts";
import type { EdgeLine } from "./edges.ts";
import { isOffice, isOutletName, namesPeople } from "../lines/forms.ts";
import type { Paragraph } from "../lines/paragraph.ts";
import { labelledIn } from "../page/furniture.ts";
import { mastheadOf } from "../page/mastheads.ts";
import { yearAfter, yearOf } from "./year.ts";
import { guarded } from "../../patterns/guarded.ts";
import { remembered } from "../../patterns/known.ts";

interface DateEvidence {
  readonly paragraphs: readonly Paragraph[];
  readonly edges: readonly EdgeLine[];
  readonly structure: Structure;
  readonly labelled: readonly { readonly label: string; readonly value: string; readonly line: string }[];
  readonly title: string | null;
  /** Where a person states that the page stands. */
  readonly url?: string | null;
}

/** A day that something states, before it is weighed against others. */
interface Candidate {
  readonly day: Day;
  readonly by: "text" | "inferred";
  readonly evidence: string;
  readonly confidence: number;
}

/** Finds when an article was published; never by the clock, and without a year in the text not at all. */
export function publishedIn(evidence: DateEvidence): Found<PartialDate> | null {
  const stated = [
    ...byLabel(evidence),
    ...byHead(evidence.structure),
    ...byEdge(evidence),
    ...byWord(evidence),
    ...byNote(evidence),
    ...byDateline(evidence),
    ...byUrl(evidence),
    ...bySignature(evidence),
  ].sort((a, b) => b.confidence - a.confidence);
  const [best] = stated;
  if (best === undefined) {
    const told = byMail(evidence) ?? byText(evidence);
    const month = told !== null && told.confidence > 0.45 ? null : monthInUrl(evidence.url ?? "");
    return month === null ? told : foundOf({ day: month.day, by: "inferred", evidence: month.text, confidence: 0.6 });
  }
  const reported = best.by === "text" ? bySooner(evidence, best) : null;
  if (reported !== null) return foundOf(reported);
  // Of two that disagree one is wrong: nobody knows which.
  const rival = stated.find((one) => one.confidence >= 0.85 && daysApart(one.day, best.day) > 3);
  if (rival === undefined) return foundOf(best);
  return {
    ...foundOf(best),
    evidence: `${best.evidence}; but ${rival.evidence} tells of ${written(rival.day)}`,
    confidence: Math.round(best.confidence * 0.75 * 100) / 100,
  };
}

/**
 * A dateline whose day and month lie weeks before the page's stamp: a site that moved, or that took the text over late,
 * stamps it with a day of its own. The report is as old as its dateline; its year is the last that fits.
 */
function bySooner({ paragraphs }: DateEvidence, best: Candidate): Candidate | null {
  const { day } = best.day;
  const match = datelineIn(paragraphs.map((one) => one.text).join("\n"));
  if (day === null || match === null || match[1] !== undefined) return null;
  const [month, date] = [Number(match[2]), Number(match[3])];
  const years = [best.day.year, best.day.year - 1].filter((year) => isDay(year, month, date));
  const told = years
    .map((year) => ({ year, month, day: date }))
    .find((one) => compareDays(one, best.day) <= 0 || daysApart(one, best.day) <= 3);
  if (told === undefined || daysApart(told, best.day) <= farBefore) return null;
  return {
    day: told,
    by: "inferred",
    evidence: `${match[0]}; the page is of ${written(best.day)}: ${best.evidence}`,
    confidence: 0.5,
  };
}

/** So many days after its dateline a report is hardly ever published for the first time. */
const farBefore = 20;

function foundOf({ day, by, evidence, confidence }: Candidate): Found<PartialDate> {
  return { value: written(day), by, evidence, confidence };
}

/** 发布时间：2023-12-20 10:31; when a page was changed or made is no more than near it. */
function byLabel({ labelled }: DateEvidence): Candidate[] {
  return labelled.flatMap(({ label, value, line }) => {
    // A letter's day is that on which someone sent the article on.
    if (!/时间|日期|发布/u.test(label) || sent.test(line) || isSpan(value)) return [];
    const confidence = trustOf(label);
    const day = confidence === 0 ? null : (dayIn(value) ?? compactDay(value) ?? republicDay(value));
    return day === null ? [] : [{ day, by: "text" as const, evidence: line, confidence }];
  });
}

/** How far the day of a label is that of publication; 0 for the days of something else: 活动时间, 打印时间. */
export function trustOf(label: string): number {
  // In print an article is published before the paper's site has it.
  if (/见报|刊登|刊发|刊出|出版|登报/u.test(label)) return 0.98;
  if (/创建|建立|上传|录入|成文|生成/u.test(label)) return 0.845;
  if (/更新|修改|编辑/u.test(label)) return 0.84;
  if (/上网|上线|转载|入库|采集|签发|印发|颁布/u.test(label)) return 0.9;
  if (
    /发[布表稿文]|公[开告布]|张贴|推送|播出|首发|^(?:时间|日期)$|(?:文章|稿件|信息|新闻|内容)(?:时间|日期)/u.test(label)
  )
    return 0.97;
  return /访谈|直播|回复|答复|回应|采访|报道/u.test(label) ? 0.8 : 0;
}

function byHead(structure: Structure): Candidate[] {
  return structure.stated.flatMap(({ field, value, evidence }) => {
    const day = field === "published" ? dayIn(value) : null;
    // A paper is dated before it is made public.
    const weak = /^(?:filed )?(?:最后)?(?:创建|建立|上传|录入|成文|生成|更新|修改|编辑)/u.test(evidence);
    const confidence = weak ? trustOf(evidence.slice(0, 12)) : 0.95;
    return day === null ? [] : [{ day, by: "text" as const, evidence: `${evidence}: ${value}`, confidence }];
  });
}

const sentenceEnd = guarded(/[。！？；]/u);

/** A stamp or a date line at the head or the end: 2024-01-15 10:22 某报, 2024年1月15日. */
function byEdge({ edges }: DateEvidence): Candidate[] {
  return edges.flatMap(({ text: line, page }) => {
    const text = line.replace(/(?:https?:\/\/|www\.)[^\s，。]{4,300}/iu, " ").trim();
    if (text.length > 80 || (!page && sentenceEnd.test(text))) return [];
    const day = dayIn(text);
    if (day === null || (!page && !isDateLine(text) && mastheadOf(text) === null)) return [];
    // 更新时间 and 本帖最后由某某于…编辑 are no days of publication, nor is a letter's.
    if (
      /更新|修改|最后由|于.{6,20}编辑|今[天日]是|现在是|(?:打印|下载|导出|截图|访问|浏览|抓取|缓存|当前)(?:日期|时间|于)/u.test(
        text,
      ) ||
      sent.test(text)
    )
      return [];
    // 活动时间：…, 即日起至…: days of something else.
    if (isSpan(text) || labelledIn(text).some(({ label }) => /时间|日期/u.test(label) && trustOf(label) === 0))
      return [];
    // A post's own stamp tells when the article was passed on; the day beside its source is the article's.
    const posted = /楼主|只看|回复\s?\d|沙发/u.test(text);
    const confidence = posted ? 0.84 : /来源|稿源/u.test(text) ? 0.95 : /\d[:：]\d{2}/u.test(text) ? 0.93 : 0.9;
    return [{ day, by: "text" as const, evidence: text, confidence }];
  });
}

// Matches `出版：2023-11-06`, `发布 / 2023年11月6日`, `张贴日：112-11-06`; must not match `更新：2023-11-06`.
const published = guarded(
  /(?<!\p{Script=Han})(?:出版|发布|发表|刊登|见报|刊出|刊发|张贴|公告)(?:时间|日期|于|日)?\s{0,2}[:：/｜|丨]?\s{0,2}((?:(?:19|20)\d{2}|1[01]\d)\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2})/gu,
);
// Matches `（编辑：某某）1121106`, an agency's day in years since 1911, and `1121106` alone.
const agencyNumber = guarded(
  /^(?:[（(](?:编辑|责任编辑|译者|核稿)[:：][^（()）]{2,24}[）)]\s?)?(1[01]\d)(0[1-9]|1[0-2])([0-2]\d|3[01])$/u,
);
// Matches `——原载2023年11月6日《某报》`; must not match `原载于旧作`.
const reprinted = guarded(/^[—（(\s]{0,4}(?:本文)?(?:原载|原刊|刊于|刊发于|载于|摘自|转自|选自)[^。]{0,40}$/u);
// Matches `某局办公室 2023年11月6日印发`; must not match `2023年11月6日印发的《办法》`.
const imprint = guarded(/(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s?印发$/u);

/** Words of a line at the edge that say themselves what the day is of. */
function byWord({ edges, paragraphs }: DateEvidence): Candidate[] {
  const isOfAgency = paragraphs.some((one) => one.text.includes("中央社"));
  return edges.flatMap(({ text: line, place }) => {
    if (line.length > 120) return [];
    const text = arabic(line);
    if (place === "foot" && text.length <= 60 && reprinted.test(text)) {
      const printed = dayIn(text);
      return printed === null ? [] : [{ day: printed, by: "text" as const, evidence: line, confidence: 0.92 }];
    }
    const told = published.exec(text)?.[1];
    const found = agencyNumber.exec(text);
    const number = found !== null && (text.length > 7 || isOfAgency) ? found : null;
    const day =
      told === undefined
        ? number === null
          ? imprint.test(text) && text.length <= 48
            ? dayIn(text)
            : null
          : dayOf(1911 + Number(number[1]), Number(number[2]), Number(number[3]))
        : (dayIn(told) ?? republicDay(told));
    const confidence = told === undefined && number === null ? 0.88 : 0.95;
    return day === null ? [] : [{ day, by: "text" as const, evidence: line, confidence }];
  });
}

/** A line of a letter's head: 发送时间：…, Sent: …. */
const sent = /^[>\s]{0,4}(?:发送|发件|收件|寄件|Sent|Received|Date\s?:)/iu;

const yearDigits = guarded(/(?:19|20)\d{2}/u);
const ofAccounts = guarded(/原创|发表于/u);

/** Tells that a line of the text is a date with no more than its outlet or author: not a headline that names a day. */
export const isDateLine: (text: string) => boolean = remembered((text) => {
  const line = arabic(text);
  if (!yearDigits.test(line)) return false;
  const bare = line.replaceAll(dates, " ");
  if (bare === line) return false;
  const rest = bare
    .replaceAll(
      /\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|星期[一二三四五六日天]|周[一二三四五六日]|第?\s?\d{0,3}\s?[A-Z]?\d{1,3}\s?版(?:面)?(?:[:：]?\s?\p{Script=Han}{2,4}(?=\s|$))?|农历\S{2,8}|[甲乙丙丁戊己庚辛壬癸]\S[鼠牛虎兔龙蛇马羊猴鸡狗猪]?年\S{2,5}|[正腊冬一二三四五六七八九十]{1,2}月(?:初|十|廿|三十)[一二三四五六七八九十]?/gu,
      " ",
    )
    .replaceAll(
      /^(?:date|time)\s|发[布表]于\p{Script=Han}{0,4}|(?<!\p{Script=Han})发[布表](?!\p{Script=Han})|(?<!\p{Script=Han})(?:本报|见习|实习)?(?:记者|通讯员|编辑|责编|审核|校对|作者|摄影|实习生)(?!\p{Script=Han})|published|posted|updated|\bon\b|\bby\b|原创|原载|刊于|来源|(?:发布|发表|发稿|刊发)?(?:日期|时间)|[:：《》（()）〔〕【】|丨｜/,，]/giu,
      " ",
    );
  const words = rest.split(/[\s　]+/u).filter((word) => word !== "");
  // 原创 名 名 … 发表于某地: an account's line, whatever its name.
  if (ofAccounts.test(line) && words.every((word) => /^[\p{Script=Han}A-Za-z]{1,16}$/u.test(word)))
    return words.length <= 4;
  return (
    words.length <= 4 &&
    words.every((word) => isOutletName(word) || isOffice(word) || namesPeople(word) || word.length === 1)
  );
});

/** The dates that a line of data may hold. */
const dates = new RegExp(
  `(?:19|20)\\d{2}(?:年\\/?|[-/.])\\d{1,2}(?:(?:月\\/?|[-/.])(?:\\d{1,2}日?)?)?|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}|${englishDate}`,
  "giu",
);

/** （原载《某报》2024年1月15日） at the end of the last paragraph. */
function byNote({ paragraphs }: DateEvidence): Candidate[] {
  const last = paragraphs.findLast(({ kind }) => kind === "prose")?.text ?? "";
  // Matches `（原载《某报》2024年1月15日第2版）`; must not match `（2024年1月15日通过）`.
  const note = /[（(](?:原载|原刊|来源|摘自|转自|选自|刊于|据)[^（()）]{2,40}[）)]$/u.exec(last.slice(-60));
  const day = note === null ? null : dayIn(note[0]);
  return note === null || day === null ? [] : [{ day, by: "text", evidence: note[0], confidence: 0.92 }];
}

/** An address that holds its day, as those of news sites do: one that the page prints, or that a person stated. */
function byUrl({ edges, structure, url = null }: DateEvidence): Candidate[] {
  const printed = [
    ...edges.map(({ text }) => text),
    ...structure.stated.filter(({ field }) => field === "url").map(({ value }) => value),
  ];
  const own = url === null ? null : dayInUrl(url);
  return [
    ...printed.flatMap((text) => {
      const found = dayInUrl(text);
      return found === null ? [] : [{ day: found.day, by: "text" as const, evidence: found.text, confidence: 0.86 }];
    }),
    ...(own === null ? [] : [{ day: own.day, by: "inferred" as const, evidence: own.text, confidence: 0.84 }]),
  ];
}

/** 据新华社北京12月25日电, or a stamp of 12-25 10:31: the day stands there, the year follows from the text. */
function byDateline({ paragraphs, title, edges }: DateEvidence): Candidate[] {
  const text = paragraphs.map((one) => one.text).join("\n");
  const match = datelineIn(text);
  if (match?.[1] !== undefined) {
    const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
    return day === null ? [] : [{ day, by: "text", evidence: match[0], confidence: 0.97 }];
  }
  const stamp = edges.map((edge) => stampIn(edge.text)).find((one) => one !== null);
  const told = match === null ? (stamp ?? null) : { month: Number(match[2]), day: Number(match[3]), text: match[0] };
  const year = told === null ? null : yearOf(text, title, told.month);
  if (told === null || year === null || !isDay(year.value, told.month, told.day)) return [];
  return [
    {
      day: { year: year.value, month: told.month, day: told.day },
      by: "inferred",
      evidence: `${told.text}; ${year.evidence}`,
      confidence: year.confidence,
    },
  ];
}

/** The first dateline of a text: outlet, perhaps a place, year or none, month, day. */
function datelineIn(text: string): RegExpExecArray | null {
  // Matches `1月2日电`, `1月2日讯`; must not match `1月2日电话`. What stands before it tells whether it is a dateline.
  for (const match of text.matchAll(/\d{1,2}月\d{1,2}日(?:电|讯)(?!话|信|息|号|问)/gu)) {
    const from = Math.max(0, match.index - 32);
    const outlet =
      /(?:新华社|中新社|中新网|人民网|央视网|光明网|本报|本网|[\p{Script=Han}]{2,10}(?:[报网社线台刊讯]|新闻|新语|客户端))[^，。\n\d]{0,16}(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[电讯]$|(?:^|\n)[\p{Script=Han}]{2,12}(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[电讯]$/u.exec(
        text.slice(from, match.index + match[0].length),
      );
    if (outlet !== null && outlet[2] === undefined) {
      [outlet[1], outlet[2], outlet[3]] = [outlet[4] as string, outlet[5] as string, outlet[6] as string];
    }
    if (outlet !== null) return outlet;
  }
  return null;
}

/** A day below the office that signs, though a line more stands under both: 某某服务中心, 2024年11月9日. */
function bySignature({ paragraphs }: DateEvidence): Candidate[] {
  return paragraphs.slice(-4).flatMap(({ text, kind }, i, last) => {
    const signer = last[i - 1];
    if (kind === "prose" || signer === undefined || signer.kind === "prose" || !isOffice(signer.text)) return [];
    const day = isDateLine(text) ? dayIn(arabic(text)) : null;
    return day === null ? [] : [{ day, by: "text" as const, evidence: `${signer.text} ${text}`, confidence: 0.85 }];
  });
}

/** The day on which a mail was sent, where there is one mail: its text is no younger. */
function byMail({ edges }: DateEvidence): Found<PartialDate> | null {
  const stamps = edges.filter(({ text, page }) => page && text.length <= 80 && sentOn.test(text));
  const [only] = stamps;
  // `Thu Jul  3 21:14:08 2003` has its year behind the time.
  const text = only?.text.replace(/([A-Z][a-z]{2})\s+(\d{1,2})\s\d{2}:\d{2}:\d{2}\s(\d{4})/u, "$1 $2, $3");
  const day = text === undefined || stamps.length > 1 ? null : dayIn(text);
  if (day === null || only === undefined) return null;
  return foundOf({ day, by: "inferred", evidence: only.text, confidence: 0.6 });
}

// Matches `Sent: Tuesday, June 11, 2019`, `发送时间：2016年5月23日`; must not match `发送日志`.
const sentOn = guarded(/^>{0,3}\s?(?:发送(?:时间|日期)|发件(?:时间|日期)|发信站|Sent|Date)\s?[：:]/iu);

/** What the text itself tells of: the day on which its first sentence has someone speak, or its newest date. */
function byText({ paragraphs, title }: DateEvidence): Found<PartialDate> | null {
  // 会议时间：…, 报名日期：…, 数据更新至…: days of something else.
  const text = paragraphs
    .filter(({ kind, text: one }) => kind === "prose" || !ofOther(one))
    .map((one) => one.text)
    .join("\n");
  const opening = firstSentence(paragraphs);
  const first = fullDay(opening);
  const newest = newestDay(text);
  const spoken = first === null ? null : speaking.exec(opening.slice(first.end));
  if (first !== null && spoken !== null && (newest === null || compareDays(first.day, newest.day) >= 0)) {
    return {
      value: written(first.day),
      by: "inferred",
      evidence: `the opening tells of ${first.text}: ${spoken[0]}`,
      confidence: /今[天日]|发布会|答记者问|记者提问|通报|公布/u.test(opening) ? 0.88 : 0.8,
    };
  }
  const told = dayOfOpening(opening, text, title);
  const after = told === null ? yearAfter(text, title) : null;
  if (after !== null && (newest === null || newest.day.year < after.value)) {
    return { value: `${after.value}`, by: "inferred", evidence: after.evidence, confidence: after.confidence };
  }
  const later = told === null ? laterDay(text, newest?.day ?? null) : null;
  if (later !== null) return foundOf(later);
  if (newest !== null && (told === null || told.value.slice(0, 7) < written(newest.day).slice(0, 7))) {
    const { year, month } = newest.day;
    return {
      value: `${year}-${String(month).padStart(2, "0")}`,
      by: "inferred",
      evidence: `the newest date in the text is ${newest.text}`,
      // The article is no older; where its opening tells of another month, it may be years younger.
      confidence: told === null ? 0.4 : 0.3,
    };
  }
  return told;
}

/**
 * A day without a year behind the newest month of the text, on which someone speaks or acts: 2022年12月……1月6日上午，召开…….
 * It is the first such day after that month.
 */
function laterDay(text: string, newest: Day | null): Candidate | null {
  const year = newest?.year ?? wholeYear(text);
  if (year === null) return null;
  const month = newest?.month ?? 12;
  let found: Candidate | null = null;
  for (const match of text.matchAll(
    /(?:^|[。\n])(?:截至)?(\d{1,2})月(\d{1,2})日(?!至|到|—|前|起)(?:[上下]午|晚间?|凌晨|当天)?，/gu,
  )) {
    const [m, d] = [Number(match[1]), Number(match[2])];
    const day = dayOf(m < month ? year + 1 : year, m, d);
    // More than half a year later it may be a day of long ago as well.
    if (day === null || (m < month && m + 12 - month > 6)) continue;
    if (found === null || compareDays(day, found.day) > 0)
      found = {
        day,
        by: "inferred",
        evidence: `${match[0].replace(/^[。\n]/u, "")} stands behind ${year}年${month}月`,
        confidence: 0.45,
      };
  }
  return found;
}

/** The newest year of a text that tells of it as over: 2025年以来……全年. */
function wholeYear(text: string): number | null {
  const year = Math.max(
    0,
    ...[...text.matchAll(/(?<!\d)((?:19|20)\d{2})年(?!底前|前)/gu)].map((match) => Number(match[1])),
  );
  return year > 0 && /全年|年度|年底|岁末/u.test(text) ? year : null;
}

/** Tells that a line gives the day of something else than the article. */
function ofOther(text: string): boolean {
  if (text.length > 60) return false;
  return (
    isSpan(text) ||
    /更新至|截[至止]/u.test(text) ||
    labelledIn(text).some(({ label }) => /时间|日期/u.test(label) && trustOf(label) === 0)
  );
}

/** Matches `某某报讯（记者 某某）`, `本报讯 `; must not match `通讯员`. */
const reportHead = /^\p{Script=Han}{2,12}讯(?:[\s　]{0,3}[（(][^（()）]{2,40}[）)]|[\s　])[\s　]{0,3}/u;

/** `12月20日上午，` or `记者12月20日从某局获悉` at the opening; the year only where the text or the title names one. */
function dayOfOpening(opening: string, text: string, title: string | null): Found<PartialDate> | null {
  const bare = /^(?:记者|据|昨[天日]|今[天日])?[（(]?(\d{1,2})月(\d{1,2})日/u.exec(opening.replace(reportHead, ""));
  const year = bare === null ? null : yearOf(text, title, Number(bare[1]));
  const day = bare === null || year === null ? null : dayOf(year.value, Number(bare[1]), Number(bare[2]));
  if (bare === null || year === null || day === null) return null;
  return {
    value: written(day),
    by: "inferred",
    evidence: `the opening tells of ${bare[0]}; ${year.evidence}`,
    confidence: Math.min(/ was in /u.test(year.evidence) ? 0.75 : 0.6, year.confidence),
  };
}

/** What is told to the public on the day it is said; must not match `印发的《办法》`, which names a paper. */
const speaking =
  /(?:召开|举行|发布|通报|获悉|了解到|印发|公布|公开|介绍|回答|答记者问|记者提问|接受.{0,12}采访|透露|披露|宣布|表示|消息|下发|晒出|亮出)(?!的?《|的)/u;

function firstSentence(paragraphs: readonly Paragraph[]): string {
  const text = paragraphs.find((one) => one.kind === "prose")?.text ?? "";
  const stop = text.slice(0, 120).search(/[。！？]/u);
  return arabic(text.slice(0, stop < 0 ? 80 : stop));
}

/** The newest day or month that a text tells of; not what lies ahead, began long ago, or is a law's or a birth's. */
function newestDay(text: string): { day: Day; text: string } | null {
  let newest: { day: Day; text: string } | null = null;
  // Matches `2023年12月`; must not match `2024年1月1日起施行`, `2020年10月以来`, `2019年9月26日通过`, `2025年6月底前`.
  for (const match of text.matchAll(
    /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?(?!\d|底?前|\s?(?:至|到|—|–|~|～)\s?\d|[^，。；\n]{0,12}(?:以来|起施行|起实施|起执行|起正式)|起[，,]?[^。；\n]{0,24}(?:施行|实施|执行|启用|将|起算)|(?:[^，。；\n]{0,8}(?:会议|大会))?(?:审议)?(?:通过|修订|修正|颁布|施行|生[，。])|[^，。；\n]{0,20}出生)/gu,
  )) {
    const day = dayOf(Number(match[1]), Number(match[2]), match[3] === undefined ? null : Number(match[3]));
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    // Matches `记得，`, `根据`, `力争到`; must not match `记者`.
    if (
      /(?:记得|想起|回忆|那是|早在|追溯到|根据|依据|按照|力争|计划|预计|将于|拟于|到|打印于?|下载于?|编辑于|修改于|更新于|即日起至|有效期至?)[^。；]{0,4}$/u.test(
        before,
      )
    )
      continue;
    if (day !== null && (newest === null || compareDays(day, newest.day) > 0)) newest = { day, text: match[0] };
  }
  return newest;
}

function fullDay(text: string): { day: Day; text: string; end: number } | null {
  const match =
    /(?<!根据|依据|按照|截至|截止|早在|自从?|从)(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?!至|到|前|起|以来)/u.exec(
      text,
    );
  if (match === null) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === null ? null : { day, text: match[0], end: match.index + match[0].length };
}
