import { type Change, china } from "@jianbao/model";
import { clutterOf } from "./clutter.ts";
import { type Article, type Printed, changeOf, dateOf, yearToDate } from "./figure.ts";
import { type Random, randomOf } from "./random.ts";
import { type World, cardKinds, cities, firstMonth, flow, monthlyTruth, months, provinces } from "./truth.ts";

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
  for (const article of clutterOf(world, month)) put(article);
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
