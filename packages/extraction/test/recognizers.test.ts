import { existsSync, readFileSync } from "node:fs";
import { toNumber } from "@jianbao/model";
import { expect, test } from "vitest";
import { readFigure } from "../src/figure.ts";
import { readNumeral } from "../src/numeral.ts";

// The Chinese specification of another recogniser, where it is at hand.
const corpus = new URL("../../../../shared/corpus/recognizers/", import.meta.url);
const besides = new URL("../../../../../shared/corpus/recognizers/", import.meta.url);
const folder = existsSync(corpus) ? corpus : besides;

interface Case {
  readonly Input: string;
  readonly Results: readonly { readonly Text: string; readonly Resolution?: { readonly value?: string | null } }[];
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

function inScope(all: readonly Case[]): readonly Case[] {
  return all.filter(({ Input }) => !beyond.some(([pattern]) => pattern.test(cleaned(Input))));
}

/** A digit alone is a number only with its unit, which `readFigure` decides. */
const alone = /^[零〇一二两兩三四五六七八九壹贰貳叁肆伍陆陸柒捌玖]$/u;

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
  const all = cases("NumberModel");
  const scope = inScope(all);
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
  const told = failed.map(({ Input }) => Input).join("\n");
  expect(scope.length).toBeGreaterThanOrEqual(310);
  expect(scope.length - failed.length, told).toBeGreaterThanOrEqual(298);
});

test.skipIf(!existsSync(folder))("percentages are read as another recogniser specifies", () => {
  const scope = inScope(cases("PercentModel"));
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
  const told = failed.map(({ Input }) => Input).join("\n");
  expect(scope.length).toBeGreaterThanOrEqual(75);
  expect(scope.length - failed.length, told).toBeGreaterThanOrEqual(68);
});
