import { china, overseas } from "@jianbao/model";
import { type Article, type Printed, dateOf, monthPeriod, yearToDate } from "./figure.ts";
import { type World, flow, provinces } from "./truth.ts";

/**
 * What makes real archives hard to read without a fault: dates of which only the month is known, periods without an end,
 * hedges, daily means, figures of action abroad that provinces tell, titles that come every month, whole and parts in
 * one sentence. All of it agrees with the truth.
 */
export function clutterOf(world: World, month: number): Omit<Article, "document" | "voice">[] {
  const { random } = world;
  const start = month - (month % 12);
  const next = dateOf(month + 1);
  const articles: Omit<Article, "document" | "voice">[] = [];
  const area = random.pick(provinces);
  const name = area.name.slice(0, 2);
  const total = (indicator: string, breakdown: string | null = null): Printed =>
    flow(world, indicator, area, breakdown, start, month, "plain", 0, null);

  // Only the month of publication is known.
  articles.push({
    date: next,
    publisher: `${name}法治网`,
    title: `${area.name}反诈月报`,
    figures: [{ ...total("suspects.captured"), style: random.pick(["rounded", "over", "about"]) }],
  });
  // 今年以来, said after the month's end of what was counted up to some day since.
  if (random.chance(0.3)) {
    const more = Math.floor(world.truth("cases.solved", area.code, null, month, month) / 4);
    const figure = total("cases.solved");
    articles.push({
      date: `${next}-${random.whole(10, 16)}`,
      publisher: `${name}在线`,
      title: `${area.name}今年以来反诈工作`,
      figures: [
        {
          ...figure,
          value: figure.value + (month % 12 === 11 ? 0 : more),
          period: { start: figure.period.start, end: null },
        },
      ],
    });
  }
  // Means a day beside the totals.
  if (random.chance(0.3)) {
    const value = Math.round(world.truth("cases.solved", area.code, null, month, month) / 30);
    articles.push({
      date: `${next}-${random.whole(10, 20)}`,
      publisher: `${name}日报`,
      title: `${area.name}日均破案数${dateOf(month)}`,
      figures: [{ ...total("cases.solved"), period: monthPeriod(month), value, rate: "per-day" }],
    });
  }
  // A province's offices act abroad as well, and so do the country's.
  if (random.chance(0.5)) {
    const abroad = { code: overseas.code, name: overseas.name };
    articles.push(
      {
        date: `${next}-${random.whole(10, 20)}`,
        publisher: `${name}日报`,
        title: `${area.name}跨境打击${dateOf(month)}`,
        figures: [
          total("cases.solved"),
          { ...total("suspects.captured"), area: abroad, sentence: 1, value: 10 + 3 * (month % 12) },
        ],
      },
      {
        date: `${next}-${random.whole(10, 20)}`,
        publisher: "公安部",
        title: `全国跨境打击${dateOf(month)}`,
        figures: [
          flow(world, "cases.solved", china, null, start, month, "rounded", 0, null),
          {
            ...flow(world, "suspects.captured", china, null, start, month, "plain", 1, null),
            area: abroad,
            value: 900 * ((month % 12) + 1),
          },
        ],
      },
    );
  }
  // The whole and a part in one sentence, the part not told apart.
  if (random.chance(0.3)) {
    const whole = total("suspects.captured");
    articles.push({
      date: `${next}-${random.whole(10, 20)}`,
      publisher: `${name}检察`,
      title: `${area.name}抓获情况${dateOf(month)}`,
      figures: [whole, { ...whole, value: Math.round(whole.value * 0.3) }],
    });
  }
  // Half-years and quarters beside the months.
  if (month % 6 === 5) {
    articles.push({
      date: `${next}-${random.whole(18, 25)}`,
      publisher: "新华社",
      title: `全国半年反诈综述${dateOf(month)}`,
      figures: [
        { ...flow(world, "cases.solved", china, null, month - 5, month, "rounded", 0, null), change: [] },
        { ...flow(world, "suspects.captured", china, null, month - 5, month, "over", 0, null), change: [] },
        flow(world, "cases.solved", china, null, month - 2, month, "rounded", 1, "yoy"),
      ],
    });
  }
  // What was counted a year before, told again beside this year's.
  if (month - start > 2 && month >= 24 && random.chance(0.4)) {
    articles.push({
      date: `${next}-${random.whole(10, 24)}`,
      publisher: `${name}晚报`,
      title: `${area.name}两年比较${dateOf(month)}`,
      figures: [
        { ...total("cases.solved"), style: "rounded" },
        {
          ...flow(world, "cases.solved", area, null, start - 12, month - 12, "rounded", 1, null),
          period: yearToDate(month - 12),
        },
      ],
    });
  }
  return articles;
}
