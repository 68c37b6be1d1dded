import { type Area, type Change, china } from "@jianbao/model";
import { type Article, type Printed, type Style, changeOf, dateOf, monthPeriod, yearToDate } from "./figure.ts";
import { type Random, randomOf } from "./random.ts";

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

const cardKinds = ["银行卡", "电话卡"] as const;

/** Makes a world and its faultless articles. */
export function worldOf(seed: number): World {
  const random = randomOf(seed);
  const monthly = monthlyTruth(random);
  const truth: World["truth"] = (indicator, area, breakdown, from, to) => {
    const values = monthly.get(`${indicator} ${area} ${breakdown ?? ""}`);
    if (values === undefined) throw new RangeError(`${indicator} ${area}`);
    const isLevel = indicator === "cases.solve_rate" || indicator === "centers.built";
    if (isLevel) return values[to] ?? 0;
    return values.slice(from, to + 1).reduce((sum, value) => sum + value, 0);
  };
  const articles: Article[] = [];
  const world = { random, articles, truth };
  for (let month = firstMonth; month < months; month++) writeMonth(world, month);
  return world;
}

function monthlyTruth(random: Random): Map<string, number[]> {
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

/** The days of a month's articles, in the month after it. */
function dayIn(month: number, day: number): string {
  return `${dateOf(month)}-${`${day}`.padStart(2, "0")}`;
}

function writeMonth(world: World, month: number): void {
  const { random } = world;
  const start = month - (month % 12);
  const put = (
    article: Pick<Article, "date" | "figures" | "publisher" | "title">,
    voice = random.whole(0, 3),
  ): Article => {
    const made = { ...article, voice, document: `${article.date}-${world.articles.length}.txt` };
    world.articles.push(made);
    return made;
  };
  const next = month + 1;

  put({
    date: dayIn(next, random.whole(5, 9)),
    publisher: "公安部",
    title: `全国打击治理电信网络诈骗情况${dateOf(month)}`,
    figures: [
      flow(world, "cases.solved", china, null, start, month, "rounded", 0, random.chance(0.7) ? "yoy" : null),
      flow(world, "suspects.captured", china, null, start, month, "rounded", 0, "yoy"),
      flow(world, "funds.stopped", china, null, start, month, random.pick(["rounded", "over"]), 1, null),
      ...(month % 3 === 2 ? [flow(world, "cases.solved", china, null, month, month, "rounded", 2, null)] : []),
      ...(month % 6 === 5 ? [flow(world, "suspects.prosecuted", china, null, start, month, "over", 3, null)] : []),
    ],
  });
  for (const area of provinces) {
    const figures = [
      flow(world, "cases.solved", area, null, start, month, "plain", 0, "yoy"),
      flow(world, "suspects.captured", area, null, start, month, "plain", 0, random.chance(0.5) ? "yoy" : null),
      ...(month === start ? [] : [flow(world, "cases.solved", area, null, month, month, "plain", 1, monthly(random))]),
      flow(world, "funds.stopped", area, null, start, month, "rounded", 2, null),
      flow(world, "cards.seized", area, null, start, month, "plain", 3, null),
      ...cardKinds.map((kind, i) => {
        const part = flow(world, "cards.seized", area, kind, start, month, "plain", 4 + i, null);
        const whole = world.truth("cards.seized", area.code, null, start, month);
        if (i === 0) part.change = [changeOf("share", (part.value / whole) * 100)];
        return part;
      }),
      flow(world, "cases.solve_rate", area, null, start, month, "plain", 6, "yoy"),
    ];
    const report = put({
      date: dayIn(next, random.whole(6, 14)),
      publisher: `${area.name.slice(0, 2)}日报`,
      title: `${area.name}公安机关通报${dateOf(month)}反诈工作`,
      figures,
    });
    // A paper of the province tells the same in rounder words.
    if (random.chance(0.4)) {
      const evening = {
        date: dayIn(next, random.whole(14, 22)),
        publisher: `${area.name.slice(0, 2)}晚报`,
        title: `${area.name}反诈成绩单${dateOf(month)}`,
        figures: [
          { ...(report.figures[0] as Printed), style: random.pick(["rounded", "coarse", "about"]), change: [] },
          { ...(report.figures[1] as Printed), style: random.pick(["rounded", "over", "about"]), change: [] },
        ],
      } satisfies Parameters<typeof put>[0];
      put(evening, report.voice + 1);
    }
    // Up to a day of the month itself, before it is over.
    if (random.chance(0.15)) {
      const day = random.whole(20, 26);
      const before = month === start ? 0 : world.truth("cases.solved", area.code, null, start, month - 1);
      const part = Math.floor((world.truth("cases.solved", area.code, null, month, month) * day) / 30);
      put({
        date: dayIn(month, day + 1),
        publisher: `${area.name.slice(0, 2)}日报`,
        title: `${area.name}今年以来打击治理情况${dateOf(month)}`,
        figures: [
          {
            ...flow(world, "cases.solved", area, null, start, month, "plain", 0, null),
            value: before + part,
            period: { start: yearToDate(month).start, end: dayIn(month, day) },
          },
        ],
      });
    }
  }
  for (const area of cities) {
    put({
      date: dayIn(next, random.whole(3, 12)),
      publisher: `${area.name}公安局`,
      title: `${area.name}${dateOf(month)}警情`,
      figures: [
        flow(world, "cases.solved", area, null, month, month, "plain", 0, null),
        flow(world, "suspects.captured", area, null, month, month, "plain", 0, null),
        ...(month % 3 === 2 ? [flow(world, "cases.solved", area, null, start, month, "plain", 1, null)] : []),
      ],
    });
  }
  if (month % 12 === 11 && month > firstMonth + 11) {
    // A total over years, the first of which no article of the archive tells.
    put({
      date: dayIn(next, 25),
      publisher: "公安部",
      title: `几年来全国打击治理综述${dateOf(month)}`,
      figures: [flow(world, "cases.solved", china, null, 0, month, "rounded", 0, null)],
    });
  }
}

function monthly(random: Random): Change["basis"] | null {
  return random.pick(["yoy", "mom", null]);
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
