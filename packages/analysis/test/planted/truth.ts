import { type Area, type Change, china } from "@jianbao/model";
import { type Article, type Printed, type Style, changeOf, monthPeriod } from "./figure.ts";
import type { Random } from "./random.ts";

/** Months of truth from January 2020; the articles tell of those from January 2021. */
export const months = 48;
export const firstMonth = 12;

/** An invented country: what happened, month by month, and the articles that tell of it without a fault. */
export interface World {
  readonly random: Random;
  readonly articles: Article[];
  /** What a series counted over months, both included; for percentages and stocks its value at the last. */
  readonly truth: (indicator: string, area: string, breakdown: string | null, from: number, to: number) => number;
}

export const provinces: readonly Area[] = [
  { code: "CN-JX", name: "江西省" },
  { code: "CN-GS", name: "甘肃省" },
  { code: "CN-FJ", name: "福建省" },
  { code: "CN-ZJ", name: "浙江省" },
  { code: "CN-HN", name: "湖南省" },
  { code: "CN-SD", name: "山东省" },
];
/** Cities of the first four provinces. */
export const cities: readonly (Area & { readonly province: string })[] = [
  { code: "360100", name: "南昌市", province: "CN-JX" },
  { code: "360400", name: "九江市", province: "CN-JX" },
  { code: "620100", name: "兰州市", province: "CN-GS" },
  { code: "620200", name: "嘉峪关市", province: "CN-GS" },
  { code: "620300", name: "金昌市", province: "CN-GS" },
  { code: "350100", name: "福州市", province: "CN-FJ" },
  { code: "350300", name: "莆田市", province: "CN-FJ" },
  { code: "330100", name: "杭州市", province: "CN-ZJ" },
  { code: "330300", name: "温州市", province: "CN-ZJ" },
];
/** Tells whether a city counts a handful of cases a month. */
export function isSmall(code: string): boolean {
  return code === "620200" || code === "620300";
}

/** Kinds of cards that are counted for themselves; other cards make the rest of the whole. */
export const cardKinds = ["银行卡", "电话卡"] as const;

/** What happened in each month, by series. */
export function monthlyTruth(random: Random): Map<string, number[]> {
  const all = new Map<string, number[]>();
  const walk = (base: number, noise: number): number[] => {
    const trend = random.normal() * 0.006;
    const phase = random.whole(0, 11);
    return Array.from({ length: months }, (_, month) => {
      const season = 1 + 0.18 * Math.sin(((month + phase) / 12) * 2 * Math.PI);
      return random.poisson(base * Math.exp(trend * month + noise * random.normal()) * season);
    });
  };
  const bases = { "cases.solved": 3000, "suspects.captured": 4000, "suspects.prosecuted": 900 };
  for (const [indicator, base] of Object.entries(bases)) {
    let country = walk(base * 18, 0.06);
    for (const { code } of provinces) {
      let whole = walk(base * (0.4 + random.next()), 0.1);
      for (const city of cities.filter(({ province }) => province === code)) {
        // Some count a handful a month: ratios of five are nothing there.
        const own = walk(isSmall(city.code) ? 4 : base * (0.05 + 0.1 * random.next()), 0.2);
        all.set(`${indicator} ${city.code} `, own);
        whole = plus(whole, own);
      }
      all.set(`${indicator} ${code} `, whole);
      country = plus(country, whole);
    }
    all.set(`${indicator} CN `, country);
  }
  for (const { code } of [china, ...provinces]) {
    const cases = all.get(`cases.solved ${code} `) ?? [];
    const perCase = 60_000 + random.whole(0, 80_000);
    all.set(
      `funds.stopped ${code} `,
      cases.map((count) => Math.round(count * perCase * Math.exp(0.1 * random.normal()))),
    );
    let cards = walk(code === "CN" ? 60_000 : 2500, 0.15);
    for (const kind of cardKinds) {
      const part = walk(code === "CN" ? 50_000 : 2000, 0.15);
      all.set(`cards.seized ${code} ${kind}`, part);
      cards = plus(cards, part);
    }
    all.set(`cards.seized ${code} `, cards);
    all.set(
      `cases.solve_rate ${code} `,
      Array.from({ length: months }, (_, month) => 35 + 0.15 * month + random.normal()),
    );
    const built = 20 + random.whole(0, 100);
    all.set(
      `centers.built ${code} `,
      Array.from({ length: months }, (_, month) => built + month),
    );
  }
  return all;
}

/** A figure over months, both included, as the truth has it, with the change that the truth has. */
export function flow(
  world: Pick<World, "truth">,
  indicator: string,
  area: Area,
  breakdown: string | null,
  from: number,
  to: number,
  style: Style,
  sentence: number,
  basis: Change["basis"] | null,
): Printed {
  const level = (back: number): number => world.truth(indicator, area.code, breakdown, from - back, to - back);
  const value = level(0);
  const base = basis === "yoy" ? level(12) : basis === "mom" ? level(to - from + 1) : 0;
  const points = indicator === "cases.solve_rate";
  const change =
    basis === null || base === 0
      ? []
      : [
          points
            ? changeOf(basis, rounded(value) - rounded(base), "pp")
            : changeOf(basis, ((value - base) / base) * 100),
        ];
  return {
    indicator,
    area: { code: area.code, name: area.name },
    breakdown,
    period: {
      start: monthPeriod(from).start,
      end: monthPeriod(to).end,
    },
    value,
    style,
    change,
    sentence,
  };
}

function plus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value + (b[i] ?? 0));
}

/** To one digit after the point. */
function rounded(rate: number): number {
  return Math.round(rate * 10) / 10;
}
