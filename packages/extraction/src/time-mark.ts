import { type IsoDate, type PartialDate, daysInMonth, isoDate, parsePartialDate } from "@jianbao/model";

/** What a time expression means for the figures after it. */
export interface TimeMark {
  readonly start: number;
  readonly end: number;
  /**
   * `period` holds figures; `vague` (近年来) ends the reach of the period before it; `point` (近日) does so and
   * tells of one event; `aside` (去年同期, 自2022年12月1日起施行) holds no figure.
   */
  readonly type: "period" | "vague" | "point" | "aside";
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** 以来: its end is the publication date, or what the context names. */
  readonly open: boolean;
  /** A single day, as a case or a meeting has. */
  readonly day: boolean;
  /** 截至: the state at a moment. */
  readonly asOf: boolean;
  /** 目前: the moment of the report, which the next paragraph need not share. */
  readonly now: boolean;
  /** The year, where the expression is a whole one. */
  readonly wholeYear: number | null;
  /** 去年同期 that opens a statement: the text comes back to the period before it. */
  readonly former: boolean;
  /** Where its reach ends, for 去年同期 in brackets. */
  readonly until: number | null;
}

/** What an article says of time as far as it has been read. */
export interface TimeContext {
  /** The publication date as far as it is known. */
  readonly published: { readonly year: number; readonly month: number | null; readonly day: number | null } | null;
  /** The publication day, null where only the month or year is known. */
  readonly today: IsoDate | null;
  /** The year that a month without year belongs to. */
  year: number | null;
  /** The last whole year that the article reports on. */
  reported: number | null;
  /** The year that the article's title names. */
  titled: number | null;
  /** The whole year that the paragraph reports on, as far as it has been read. */
  here: number | null;
  /** The year last named, for 同年. */
  named: number | null;
  /** The period last read, for 去年同期. */
  base: Stretch | null;
  /** The last stretch of each number of whole months, for 七个月里 and 当月. */
  readonly months: Map<number, Stretch>;
  /** The day last named, for 8日 without a month; null after a month or a year. */
  lastDay: IsoDate | null;
  /** The same, whatever month or year came after it, for 当天. */
  dayNamed: IsoDate | null;
  /** When the campaign started that the text told of last, for 行动开展以来. */
  launched: IsoDate | null;
  /** From when to when it ran, for 行动期间. */
  campaign: Stretch | null;
  /** The day on which the text says that it was over. */
  ended: IsoDate | null;
  /** The last stretch of each number of years, for 五年来. */
  readonly years: Map<number, Stretch>;
}

/** A stretch of the calendar, open where an end is not known. */
export interface Stretch {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Starts reading an article that was published on a day, in a month or in a year. */
export function timeContext(published: PartialDate | null): TimeContext {
  const known = published === null ? null : parsePartialDate(published);
  const today =
    known !== null && known.month !== null && known.day !== null ? isoDate(known.year, known.month, known.day) : null;
  return {
    published: known,
    today,
    year: known?.year ?? null,
    reported: null,
    titled: null,
    here: null,
    named: null,
    base: null,
    months: new Map(),
    lastDay: null,
    dayNamed: null,
    launched: null,
    campaign: null,
    ended: null,
    years: new Map(),
  };
}

/** Forgets at a new paragraph what only the one before it spoke of. */
export function turnPage(context: TimeContext): void {
  context.year = context.published?.year ?? context.year;
  context.here = null;
}

/** A time expression of which nothing is known. */
export const noTime: Omit<TimeMark, "start" | "end"> = {
  type: "period",
  from: null,
  to: null,
  open: false,
  day: false,
  asOf: false,
  now: false,
  wholeYear: null,
  former: false,
  until: null,
};

export function markAt(start: number, end: number, given: Partial<TimeMark>): TimeMark {
  // All marks have one shape: they are read far more often than made.
  return {
    start,
    end,
    type: given.type ?? noTime.type,
    from: given.from ?? null,
    to: given.to ?? null,
    open: given.open ?? false,
    day: given.day ?? false,
    asOf: given.asOf ?? false,
    now: given.now ?? false,
    wholeYear: given.wholeYear ?? null,
    former: given.former ?? false,
    until: given.until ?? null,
  };
}

/** Where the sentence ends that goes on from a place: the reach of what is told of one sentence alone. */
export function sentenceEnd(text: string, from: number): number {
  const stop = text.slice(from, from + 400).search(/[。！？\n]/u);
  return stop < 0 ? from + 400 : from + stop;
}

/** The same stretch years before. */
export function yearsEarlier({ from, to }: Stretch, years: number): Stretch {
  return { from: from === null ? null : earlier(from, years), to: to === null ? null : earlier(to, years) };
}

/** The same day years before; the last day of a month stays the last one. */
function earlier(date: IsoDate, years: number): IsoDate {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const last = daysInMonth(year - years, month);
  return isoDate(year - years, month, day === daysInMonth(year, month) ? last : Math.min(day, last));
}
