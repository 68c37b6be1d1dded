import { type Span, isoDate } from "@jianbao/model";
import { type Figure, readFigure } from "./figure.ts";
import { isArabic, numeralOpeners } from "./numeral.ts";
import { Pattern } from "./pattern.ts";
import { readTime, timeOpeners, timeSeconds } from "./time.ts";
import { noTime, type Stretch, type TimeContext, type TimeMark } from "./time-mark.ts";

/** The figures and time expressions of a sentence, in order. */
export interface Tokens {
  readonly figures: readonly Figure[];
  readonly times: readonly TimeMark[];
}

/** Reads a sentence once from left to right; a time expression is never taken for a figure. */
export function readTokens(text: string, { start, end }: Span, context: TimeContext): Tokens {
  const figures: Figure[] = [];
  const times: TimeMark[] = [];
  let title = 0; // depth of 《》
  for (let at = start; at < end;) {
    const unit = text.charCodeAt(at);
    const role = roles[unit] ?? 0;
    if ((role & 15) === 0) {
      at++;
      continue;
    }
    if (unit === 0x300a) title++;
    else if (unit === 0x300b) title = Math.max(0, title - 1);
    const time =
      title === 0 && (role & 1) !== 0 && ((roles[text.charCodeAt(at + 1)] ?? 0) & 16) !== 0
        ? readTime(text, at, context)
        : null;
    if (time !== null && time.end <= end) {
      times.push(time);
      at = time.end;
      continue;
    }
    if (title === 0 && unit === 0x671f && text[at + 1] === "间" && context.campaign !== null) {
      const mark = campaignMark(text, at, times.at(-1)?.end ?? start, context.campaign);
      if (mark !== null) {
        times.push(mark);
        at += 2;
        continue;
      }
    }
    if (title === 0 && isSince(text, at, unit)) {
      times.push(sinceMark(text, at, times, context));
      at += 2;
      continue;
    }
    if (
      title === 0 &&
      ((role & 2) !== 0 || ((role & 4) !== 0 && opensAfterHedge(text, at))) &&
      !followsLetterOrDigit(text, at)
    ) {
      const figure = readFigure(text, at);
      if (figure !== null && figure.end <= end && (figure.unit !== null || standsBare(text, figure))) {
        figures.push(figure);
        at = figure.end;
        continue;
      }
    }
    at++;
    if (isArabic(unit))
      while (
        at < end &&
        (isArabic(text.charCodeAt(at)) ||
          (text[at] === "." && isArabic(text.charCodeAt(at + 1)) && !numbersYear(text, at)))
      )
        at++;
  }
  const launch = times.length === 0 ? null : launching.matchIn(text, start, end);
  const since =
    launch === null
      ? undefined
      : times.findLast((mark) => mark.start < start + launch.index && (!mark.open || isStart(text, mark)));
  if (since !== undefined && since.from !== null) {
    context.launched = since.from;
    const isDay = since.day || isStart(text, since);
    context.campaign = { from: since.from, to: isDay ? context.today : since.to };
  }
  return { figures, times };
}

/** 9月起, 自6月25日以来: a start of its own; must not match 今年以来. */
function isStart(text: string, { open, from, start, end }: TimeMark): boolean {
  if (text[end - 1] === "起") return true;
  return open && from !== null && !from.endsWith("-01-01") && /[日号]以来$/u.test(text.slice(start, end));
}

/** 1.2023年立案数, 2.7月警情中: the number of a point, and a year or a month. */
function numbersYear(text: string, at: number): boolean {
  return /^\.(?:(?:19|20)\d\d年|(?:1[0-2]|[1-9])月(?=份|[^\d]{0,4}[，,中]))/u.test(text.slice(at, at + 10));
}

/** 冬季行动期间, 整治期间，…: the stretch over which the campaign ran that the text told of. */
function campaignMark(text: string, at: number, after: number, { from, to }: Stretch): TimeMark | null {
  let start = at;
  while (start > 0 && at - start < 24 && !/[，,；;。\n：:]/u.test(text[start - 1] ?? "\n")) start--;
  // 2022年4月至9月专项行动期间 gives its own time.
  if (start < after || !/(?:行动|会战|战役|攻势|整治|专项)$/u.test(text.slice(start, at))) return null;
  return { ...noTime, start, end: at + 2, from, to };
}

/** 行动开展以来, 行动启动至今; must not match 至今年10月. */
function isSince(text: string, at: number, unit: number): boolean {
  if (unit === 0x4ee5) return text[at + 1] === "来";
  return unit === 0x81f3 && text[at + 1] === "今" && !/[年天日晚后]/u.test(text[at + 2] ?? " ");
}

// Matches `启动“晋盾”行动`, `部署开展夏季百日攻势`; must not match `行动启动以来`.
const launching = new Pattern(
  /(?:启动|部署|发起|打响|展开|拉开|开展|实施)[^，,。]{0,20}(?:行动|会战|战役|攻势|整治)(?!以来)/u,
);

/** What a character may open: 1 a time, 2 a number, 4 a number after a hedge, 8 or close a title, 16 come second in a time. */
const roles: Uint8Array = roleTable();

function roleTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const add = (chars: string, role: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = (table[char.charCodeAt(0)] ?? 0) | role;
  };
  add(timeOpeners, 1);
  add(timeSeconds, 16);
  add(numeralOpeners, 2);
  add("百千万", 4);
  add("《》以期", 8);
  return table;
}

/** A number without unit counts where it is large or said to be reached: 达5.1万, 共计386. */
function standsBare(text: string, { numeral, prefixStart }: Figure): boolean {
  if (numeral.value === null) return false;
  if (numeral.scaled) return true;
  return (
    !numeral.chinese && /(?:达|达到|为|有|共|计|数|量)$/u.test(text.slice(Math.max(0, prefixStart - 2), prefixStart))
  );
}

/** 近百, 上千, 过万: a scale alone is a number after a hedge; 百分之五 and 万分之三 open with one. */
function opensAfterHedge(text: string, at: number): boolean {
  if (text.startsWith("分之", at + 1)) return true;
  if (!/[百千]/u.test(text[at] ?? "")) return false;
  // 百余人 is a hundred and more; must not match 数百余人, 3百余人.
  return (
    /[近上逾超过]/u.test(text[at - 1] ?? "") ||
    (/[余多]/u.test(text[at + 1] ?? "") && !/[\d零一二三四五六七八九十百千万两数几]/u.test(text[at - 1] ?? ""))
  );
}

/** 96110, A4, QQ12, 6·26: digits that go on from letters or from a day are names. */
function followsLetterOrDigit(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (isArabic(before) || text[at - 1] === "." || (text[at - 1] === "·" && isArabic(text.charCodeAt(at - 2))))
    return true;
  // A4 and Q1 are names, APP18.6万人 is a figure.
  return isLatin(before) && !isLatin(text.charCodeAt(at - 2));
}

function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/**
 * 行动开展以来, 启动至今: from the date that stands before it in the same clause, else from a start that the text does not
 * give, up to the publication.
 */
function sinceMark(text: string, at: number, times: readonly TimeMark[], context: TimeContext): TimeMark {
  const last = times.at(-1);
  const given =
    last !== undefined && !/[，,；;。]/u.test(text.slice(last.end, at)) && last.type !== "vague" ? last.from : null;
  let from = at;
  while (from > 0 && at - from < 24 && !/[，,；;。\n：:]/u.test(text[from - 1] ?? "\n")) from--;
  // 有史以来最高, 建局以来首次: what a record is measured against.
  if (/^的?(?:最|首|历史|纪录|同期最|新[高低]|第[一二三]|罕见)/u.test(text.slice(at + 2, at + 6)))
    return { ...noTime, type: "aside", start: from, end: at + 2 };
  // 自2023年8月平台上线以来…。9月中旬: of the report's year.
  if (given !== null) context.year = context.published?.year ?? context.year;
  const words = text.slice(from, at);
  // 年初以来, 开年至今.
  const isYear = context.today !== null && /(?:年初|开年|新年)$/u.test(words);
  const start = isYear ? isoDate(Number(context.today?.slice(0, 4)), 1, 1) : null;
  return {
    ...noTime,
    start: from,
    end: at + 2,
    from: given ?? start ?? (/行动|会战|战役|攻势|整治/u.test(words) ? context.launched : null),
    to: context.today,
    open: true,
  };
}
