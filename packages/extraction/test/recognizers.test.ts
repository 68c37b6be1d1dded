import { existsSync, readFileSync } from "node:fs";
import { toNumber } from "@jianbao/model";
import { expect, test } from "vitest";
import { readFigure } from "../src/figure.ts";
import { readNumeral } from "../src/numeral.ts";
import { timeContext } from "../src/time-mark.ts";
import { readTime } from "../src/time.ts";

// The Chinese specification of another recogniser, where it is at hand.
const corpus = new URL("../../../../shared/corpus/recognizers/", import.meta.url);
const besides = new URL("../../../../../shared/corpus/recognizers/", import.meta.url);
const folder = existsSync(corpus) ? corpus : besides;

interface Case {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly Results: readonly {
    readonly Text: string;
    readonly Resolution?: { readonly value?: string | null };
    readonly Value?: { readonly PastResolution?: { readonly date?: string } };
  }[];
}

type Read = readonly (readonly [text: string, value: number | null])[];

const cases = (name: string): readonly Case[] =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Case[];

const inNumber = "0-9.%零〇一二两兩三四五六七八九十百千万萬亿億兆余餘多几幾点點分之壹贰貳叁肆伍陆陸柒捌玖拾佰仟成";
const gap = new RegExp(`(?<=[${inNumber}])\\s+(?=[${inNumber}])`, "gu");

/** A text as cleaning hands it over: half-width digits, no blanks within a number. */
function cleaned(text: string): string {
  return text.normalize("NFKC").replaceAll(gap, "");
}

/** What no bulletin writes, and why. */
const beyond: readonly (readonly [RegExp, string])[] = [
  [/\^|\de[-+]?\d|E\d|\d\s?[kKMGTm](?![a-z])/u, "exponents and multiples of computing"],
  [/打/u, "dozens"],
  [/又/u, "mixed fractions"],
  [/\d\s?\/\s?\d/u, "a stroke parts dates and scores"],
  [/(?:^|[^\d])-\.?\d/u, "a hyphen joins"],
  [/(?:^|[^\d])\.\d/u, "a decimal without its zero"],
  [/百分[点點]/u, "points are kept apart from percent"],
  [/折/u, "discounts"],
];

/** What no number of a bulletin is. */
const beyondNumbers: typeof beyond = [
  ...beyond,
  [/半百/u, "an age"],
  [/^百分之/u, "a share is read as a percentage"],
  [/\d\.\d+\.\d/u, "an address of a computer"],
  [/分\s*之\s*[负負]/u, "parts of less than nothing"],
];

/** What no percentage of a bulletin is. */
const beyondPercentages: typeof beyond = [
  ...beyond,
  [/半成/u, "半成 opens 半成品"],
  [/万万分之/u, "parts of a hundred million"],
  [/https?:/u, "an address, which cleaning removes"],
  [/之二三十|\d-\d+%/u, "a range is read with both ends here"],
  [/五百分之2/u, "a fraction of any whole is read as a share here"],
];

/** What no date of a bulletin is. */
const beyondDates: typeof beyond = [
  [/\d[-./ ]\d/u, "a date in figures alone is a dateline, which cleaning reads"],
  [/农历|正月|大年|[初]一|神龙|雍正/u, "the moon's calendar"],
  [/明天|[后後]天|下周|大前天|上上个?周|上上個/u, "talk of days to come, or counted back by hand"],
  [/最近/u, "no day"],
  [/^(?:这个)?(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]$/u, "a day of the week alone"],
  [/^(?:1[0-8]\d\d|三六七)年/u, "long ago"],
  [/月十五$|月二十三$/u, "a day without 日"],
  [/去年本月/u, "a month of last year by the name of this one"],
];

function inScope(all: readonly Case[], without: typeof beyond): readonly Case[] {
  return all.filter(({ Input }) => !without.some(([pattern]) => pattern.test(cleaned(Input)) || pattern.test(Input)));
}

/** A digit is a number only with its unit, 百 and 千 only after a hedge, which `readFigure` and its caller decide. */
const alone = /^[百千零〇一二两兩三四五六七八九壹贰貳叁肆伍陆陸柒捌玖]$/u;

/** The numbers that are none by a digit alone, without the hedge after them. */
function bare(read: Read): Read {
  return read.filter(([text]) => !alone.test(text)).map(([text, value]) => [text.replace(/[多余餘]$/u, ""), value]);
}

function isSame(read: Read, wanted: Read): boolean {
  return (
    read.length === wanted.length &&
    read.every(([text, value], i) => {
      const [other, number] = wanted[i] ?? ["", null];
      if (text !== other || value === null || number === null) return text === other && value === number;
      return Math.abs(value - number) <= 1e-3 * Math.abs(number);
    })
  );
}

function tell(read: (text: string, at: number) => { end: number; value: number | null } | null, text: string): Read {
  const found: [string, number | null][] = [];
  for (let at = 0; at < text.length;) {
    const one = read(text, at);
    if (one === null) at += /^[\d.]+/u.exec(text.slice(at))?.[0].length ?? 1;
    else {
      found.push([text.slice(at, one.end), one.value]);
      at = one.end;
    }
  }
  return found;
}

test.skipIf(!existsSync(folder))("numbers are read as another recogniser specifies", () => {
  const scope = inScope(cases("NumberModel"), beyondNumbers);
  const failed = scope.filter(({ Input, Results }) => {
    const read = tell((text, at) => {
      const one = readNumeral(text, at);
      if (one === null) return null;
      const value = one.value === null ? null : toNumber(one.value);
      return { end: one.end, value: one.percent && value !== null ? value / 100 : value };
    }, cleaned(Input));
    const wanted = Results.map(({ Text, Resolution }) => {
      const value = Resolution?.value ?? null;
      return [cleaned(Text), value === null ? null : Number(value)] as const;
    });
    return !isSame(bare(read), bare(wanted));
  });
  expect(failed.map(({ Input }) => Input)).toEqual([]);
  expect(scope.length).toBe(301);
});

test.skipIf(!existsSync(folder))("percentages are read as another recogniser specifies", () => {
  const scope = inScope(cases("PercentModel"), beyondPercentages);
  const failed = scope.filter(({ Input, Results }) => {
    const read = tell((text, at) => {
      const figure = readFigure(text, at);
      return figure?.unit === "percent" ? figure : null;
    }, cleaned(Input));
    const wanted = Results.map(({ Resolution }) => Number(Resolution?.value?.replace("%", "") ?? Number.NaN));
    return !isSame(
      read.map(([, value]) => ["", value]),
      wanted.map((value) => ["", value]),
    );
  });
  expect(failed.map(({ Input }) => Input)).toEqual([]);
  expect(scope.length).toBe(69);
});

test.skipIf(!existsSync(folder))("dates are read as another recogniser specifies what is past", () => {
  const scope = inScope(cases("DateParser"), beyondDates);
  const failed = scope.filter(({ Input, Context, Results }) => {
    const text = cleaned(Input);
    const context = timeContext(Context?.ReferenceDateTime?.slice(0, 10) ?? null);
    const read: string[] = [];
    for (let at = 0; at < text.length;) {
      const mark = readTime(text, at, context);
      if (mark?.day === true) read.push(`${text.slice(mark.start, mark.end)} ${mark.from}`);
      at = mark?.end ?? at + 1;
    }
    // A day of the week after the date says nothing more; 2月30日 is no day.
    const wanted = Results.flatMap(({ Text, Value }) => {
      const date = Value?.PastResolution?.date ?? "";
      return date === "0001-01-01" ? [] : [`${Text.replace(/[,，]星期.$/u, "")} ${date}`];
    });
    return read.join() !== wanted.join();
  });
  expect(failed.map(({ Input }) => Input)).toEqual([]);
  expect(scope.length).toBe(20);
});
