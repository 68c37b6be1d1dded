import { type IsoDate, addDays, addMonths, daysInMonth, isoDate } from "@jianbao/model";
import { readSmall } from "./calendar.ts";
import { markAt, sentenceEnd, type TimeContext, type TimeMark } from "./time-mark.ts";
import { Pattern } from "./pattern.ts";

/** Reads a day or a week that is told from the day of the report: 昨天, 上周六, 上月22日, and 8日 alone. */
export function readDay(text: string, at: number, context: TimeContext): TimeMark | null {
  return (
    readAsOf(text, at, context) ??
    readSame(text, at, context) ??
    readThatStretch(text, at, context) ??
    readNext(text, at, context) ??
    readOfMonth(text, at, context) ??
    readNear(text, at, context) ??
    readBare(text, at, context)
  );
}

const thatDay = new Pattern(/^(?:当[天日晚]|同一?[天日])(?!的)/u);

/** 截至11月10日24时…。当天接报98起, 同一天: the day last named, for the figures of its sentence. */
function readSame(text: string, at: number, { dayNamed }: TimeContext): TimeMark | null {
  const match = dayNamed === null || !opensClause(text, at) ? null : thatDay.matchIn(text, at, at + 4);
  if (match === null || dayNamed === null) return null;
  return { ...dayMark(at, at + match[0].length, dayNamed), until: sentenceEnd(text, at) };
}

const thatStretch = new Pattern(
  /^同(?:一个?(?<unit>[周月]|季度|星期)|一(?:时段|时期|期|时间段?|阶段))(?:内|里)?(?![的份相]|[，,]?(?:相比|持平))/u,
);

/** 好消息也有。同一周，…; 同一时段: the stretch last named, which no single day is. */
function readThatStretch(text: string, at: number, { base }: TimeContext): TimeMark | null {
  const match = base === null || !opensClause(text, at) ? null : thatStretch.matchIn(text, at, at + 10);
  if (match === null || base === null || base.from === null || base.to === null) return null;
  const days = { 周: 7, 星期: 7, 月: 31, 季度: 92 }[match.groups?.["unit"] ?? ""];
  if (days !== undefined && addDays(base.from, days) < base.to) return null;
  return markAt(at, at + match[0].length, { from: base.from, to: base.to });
}

const nextDay = new Pattern(/^(?:第二天|次日|翌日|隔天)(?!的?凌晨\d)/u);

/** 6月3日深夜…。第二天保住…, 次日: the day after the one last named. */
function readNext(text: string, at: number, { lastDay }: TimeContext): TimeMark | null {
  const word = nextDay.matchIn(text, at, at + 5)?.[0];
  if (word === undefined || lastDay === null || !opensClause(text, at)) return null;
  const next = addDays(lastDay, 1);
  return dayMark(at, at + word.length, next);
}

const dayOfMonth = new Pattern(/^(?<which>上个?|本)月(?<day>\d{1,2}|[一二三]?十?[一二三四五六七八九]?)[日号]/u);

/** 上月22日, 本月8日, 本月1日至9日. */
function readOfMonth(text: string, at: number, { published }: TimeContext): TimeMark | null {
  const match = dayOfMonth.matchIn(text, at, at + 8);
  const number = match === null ? null : readSmall(text, at + (match.groups?.["which"]?.length ?? 0) + 1);
  if (match === null || number === null || published === null || published.month === null) return null;
  const isLast = match[0].startsWith("上");
  const year = isLast && published.month === 1 ? published.year - 1 : published.year;
  const month = isLast ? (published.month === 1 ? 12 : published.month - 1) : published.month;
  if (number.value < 1 || number.value > daysInMonth(year, month)) return null;
  const from = isoDate(year, month, number.value);
  const end = at + match[0].length;
  const joint = /^[至到—–~～-]+/u.exec(text.slice(end, end + 2));
  const last = joint === null ? null : readSmall(text, end + joint[0].length);
  if (last === null || !/[日号]/u.test(text[last.end] ?? " ")) return dayMark(at, end, from);
  if (last.value <= number.value || last.value > daysInMonth(year, month)) return dayMark(at, end, from);
  return markAt(at, last.end + 1, { from, to: isoDate(year, month, last.value) });
}

const asOfDay = new Pattern(/^截[至止]到?(?<day>昨[天日晚]|前[天晚])/u);

/** 截至昨天, 截至昨日24时. */
function readAsOf(text: string, at: number, { today }: TimeContext): TimeMark | null {
  const match = asOfDay.matchIn(text, at, at + 5);
  if (match === null || today === null) return null;
  const back = match.groups?.["day"]?.startsWith("昨") === true ? -1 : -2;
  return markAt(at, at + match[0].length, { to: addDays(today, back), asOf: true });
}

const nearDay = new Pattern(
  /^(?:(?<day>昨[天日晚]|前[天晚]|今[天日晨](?!的|[后起])|今[早晚])|上个?(?:周|星期|礼拜)(?<of>[一二三四五六日天](?![年个种起次])|末)?)/u,
);

const telling = new Pattern(
  /^(?:[上下]午|晚|间)?(?:对外)?(?:公布|发布|通报|介绍|表示|披露|召开|举行|宣布|透露|发表|说|从|向|在[^，,。]{0,10}(?:会|表示))/u,
);

/** 今天, 昨天, 前天, 上周, 上周六; the day of telling (昨日公布) is for the sentence to tell. */
function readNear(text: string, at: number, { today }: TimeContext): TimeMark | null {
  const match = nearDay.matchIn(text, at, at + 5);
  // 比上周少, 昨日公布: what is compared with, and the day of telling.
  if (match === null || today === null || /[比较与和同跟及至]/u.test(text[at - 1] ?? " ")) return null;
  const end = at + match[0].length;
  if (telling.in(text, end, end + 16)) return markAt(at, end, { type: "aside" });
  const day = match.groups?.["day"];
  // It tells of its own sentence, and the text goes on with what it reports on.
  const until = sentenceEnd(text, end);
  if (day !== undefined) return { ...dayMark(at, end, addDays(today, daysBack(day))), until };
  const since = weekday(today) - 1;
  const monday = addDays(today, -since - 7);
  const of = match.groups?.["of"];
  if (of === undefined) return markAt(at, end, { from: monday, to: addDays(monday, 6), until });
  if (of === "末") return markAt(at, end, { from: addDays(monday, 5), to: addDays(monday, 6), until });
  const number = "一二三四五六".indexOf(of);
  return dayMark(at, end, addDays(monday, number < 0 ? 6 : number));
}

function daysBack(day: string): number {
  return day.startsWith("今") ? 0 : day.startsWith("昨") ? -1 : -2;
}

/** 1 for Monday to 7 for Sunday. */
function weekday(date: IsoDate): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  // Sakamoto's method: 0 for Sunday.
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const y = month < 3 ? year - 1 : year;
  const number = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
  return number === 0 ? 7 : number;
}

/** 8日，广州…, 到28日平台打不开: a day without a month is of the month of the day last named, else of the report. */
function readBare(text: string, at: number, context: TimeContext): TimeMark | null {
  const asOf = text[at] === "到" || text[at] === "至";
  const number = opensClause(text, at) ? readSmall(text, asOf ? at + 1 : at) : null;
  if (number === null || number.value < 1 || number.value > 31) return null;
  if (text[number.end] !== "日" && text[number.end] !== "号") return null;
  const end = number.end + 1;
  // 15日以下拘留, 7日内, 3日游: how long, and no date.
  if (
    /^(?:以|之|内|间|后|前|游|期|均|龄|用|无|历|租|工|线|楼|院|店|机|库|[至到—–~～-])/u.test(text.slice(end, end + 1))
  )
    return null;
  const date = dateOf(number.value, context);
  if (date === null) return null;
  return asOf ? markAt(at, end, { to: date, asOf: true }) : dayMark(at, end, date);
}

function dateOf(day: number, { lastDay, today }: TimeContext): IsoDate | null {
  if (lastDay !== null) {
    const date = inMonthOf(lastDay, day);
    if (date !== null && date >= lastDay) return date;
    const next = inMonthOf(addMonths(`${lastDay.slice(0, 7)}-01`, 1), day);
    if (next !== null && Number(lastDay.slice(8)) - day > 15 && (today === null || next <= today)) return next;
    return date;
  }
  if (today === null) return null;
  const date = inMonthOf(today, day);
  return date !== null && date <= today ? date : inMonthOf(addMonths(`${today.slice(0, 7)}-01`, -1), day);
}

function inMonthOf(date: IsoDate, day: number): IsoDate | null {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  return day > daysInMonth(year, month) ? null : isoDate(year, month, day);
}

function opensClause(text: string, at: number): boolean {
  return "\n，,。；;：:（(！？!?“”".includes(text[at - 1] ?? "\n");
}

function dayMark(start: number, end: number, date: IsoDate): TimeMark {
  return markAt(start, end, { from: date, to: date, day: true });
}
