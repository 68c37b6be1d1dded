import { daysInMonth, isoDate } from "@jianbao/model";
import { Pattern } from "./pattern.ts";
import { markAt, type Stretch, type TimeContext, type TimeMark, yearsEarlier } from "./time-mark.ts";

// Matches `环比`, `较`, `，相比`, `较平台上线时的`; must not match `占比`, `与`.
const comparing = new Pattern(/(?:[同环]比|(?<!占)[较比]|相比)于?(?:[^，,。；;：:\d、]{1,10}的)?$/u);

const times =
  "(?:(?<year>去年|上一?年|前年|今年)?(?:(?<month>1[0-2]|[1-9])月份?(?!\\d{1,2}[日号至到—-]|[日至到])|(?<same>同期|同月))|(?<before>上个?月|前一?个?月)|(?<whole>去年|上一?年|前年))";

const figure = "\\d[\\d.,]*[万亿]?[\\d.]*[万亿]?[余多]?(?:起|件|宗|人次|名|人|(?:港|澳门|新台|美)?元|个|条|次|户|张)";

// Matches `去年8月的685件、4.4亿元，分别下降`, `上月259.43万元，下降`, `2月份21起，上升`; must not match `去年8月的685件，抓获`.
const baseFigures = new Pattern(
  new RegExp(
    `^(?<head>${times}(?<of>(?:的|为|是|有|平均|每日|每天|日均)*))(?<figures>${figure}(?:[、和与及]${figure}){0,3})[，,]?(?:相比[，,]?)?(?:均|都|分别|各)*(?:大幅|明显|小幅|显著|略|微|急|锐)?(?:上升|下降|增长|增加|减少|回落|上涨|下跌|降低|多了?|少了?|升|降|跌)`,
    "u",
  ),
);

/** 环比2月份21起，上升47.6%; 较去年8月的685件、4亿元，分别下降: the base that a change is measured by, of its own time. */
export function readBase(text: string, at: number, context: TimeContext): TimeMark | null {
  if (!"较比于的".includes(text[at - 1] ?? " ") || !comparing.in(text, Math.max(0, at - 13), at)) return null;
  const match = baseFigures.matchIn(text, at, at + 80);
  const said = match?.groups;
  if (match === null || said === undefined) return null;
  const stretch = stretchOf(said, context, text.slice(at - 2, at) === "同比");
  if (stretch === null) return null;
  const figures = at + (said["head"]?.length ?? 0);
  const end = figures - (said["of"]?.length ?? 0);
  return markAt(at, end, { ...stretch, former: true, until: figures + (said["figures"]?.length ?? 0) });
}

function stretchOf(
  said: Record<string, string | undefined>,
  { base, published }: TimeContext,
  isRate: boolean,
): Stretch | null {
  const last = base?.to ?? base?.from ?? null;
  const year = last === null ? (published?.year ?? null) : Number(last.slice(0, 4));
  const back =
    said["year"] === "前年" || said["whole"] === "前年"
      ? 2
      : /^[去上]/u.test(said["year"] ?? said["whole"] ?? "")
        ? 1
        : 0;
  if (said["month"] !== undefined) {
    const month = Number(said["month"]);
    if (year === null) return null;
    const own = last === null ? (published?.month ?? 12) : Number(last.slice(5, 7));
    // 较11月份 told in March is of the year before.
    return monthOf(year - (back > 0 ? back : said["year"] === undefined && month > own ? 1 : 0), month);
  }
  if (base === null) return null;
  if (said["before"] !== undefined) {
    if (base.from === null || base.from.slice(0, 7) !== (base.to ?? base.from).slice(0, 7)) return null;
    const month = Number(base.from.slice(5, 7)) - 1;
    return month === 0 ? monthOf(Number(base.from.slice(0, 4)) - 1, 12) : monthOf(Number(base.from.slice(0, 4)), month);
  }
  if (
    said["whole"] !== undefined &&
    !isRate &&
    !(base.from?.endsWith("-01-01") === true && base.to?.endsWith("-12-31") === true)
  )
    return null;
  return yearsEarlier(base, Math.max(1, back));
}

function monthOf(year: number, month: number): Stretch {
  return { from: isoDate(year, month, 1), to: isoDate(year, month, daysInMonth(year, month)) };
}
