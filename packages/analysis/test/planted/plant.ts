import {
  type Verdict,
  articlesOf,
  figureOf,
  countsHouses,
  isAsked,
  isDisputed,
  isOfSame,
  isSilent,
  monthOf,
  off,
  paper,
  put,
  reprint,
  skewed,
} from "./craft.ts";
import { type Article, type Printed, changeOf, dateOf, monthPeriod, yearToDate } from "./figure.ts";
import { type World, cities, firstMonth, flow, isSmall, months, provinces } from "./truth.ts";

/** A fault (or a likeness that is none) put into an archive, and how to tell that it was seen for what it is. */
export interface Plant {
  readonly kind: string;
  readonly figures: readonly Printed[];
  readonly isFound: (verdict: Verdict) => boolean;
}

/** A place in an archive that no other plant touches. */
interface Spot {
  readonly article: Article;
  readonly figure: Printed;
  readonly month: number;
}

/** Puts faults of every kind into a world. */
export function plantsIn(world: World, each: number): Plant[] {
  const { random, articles } = world;
  const taken = new Set<string>();
  const spots = random.shuffled(
    articles.flatMap((article) =>
      article.figures.flatMap((figure): Spot[] =>
        figure.period.start !== null && figure.period.end?.slice(5) !== undefined
          ? [{ article, figure, month: monthOf(figure.period.end) }]
          : [],
      ),
    ),
  );
  /** A spot whose series is untouched in its year and the next. */
  const take = (is: (spot: Spot) => boolean): Spot => {
    const found = spots.find((spot) => {
      const year = Math.floor(spot.month / 12);
      return ![year - 1, year, year + 1].some((y) => taken.has(slot(spot.figure, y))) && is(spot);
    });
    if (found === undefined) throw new RangeError("no spot left");
    taken.add(slot(found.figure, Math.floor(found.month / 12)));
    return found;
  };
  const plants: Plant[] = [];
  for (const [kind, plant] of Object.entries(kinds)) {
    for (let i = 0; i < each; i++) plants.push({ kind, ...plant(world, take) });
  }
  return plants;
}

function slot(figure: Printed, year: number): string {
  return [figure.indicator, figure.area.code, figure.breakdown ?? "", year].join(" ");
}

type Take = (is: (spot: Spot) => boolean) => Spot;

const isReport = ({ article }: Spot): boolean => article.title.includes("公安机关通报");
const isProvincial = (spot: Spot, indicator: string): boolean =>
  isReport(spot) && spot.figure.indicator === indicator && spot.figure.breakdown === null;
const isYearToDate = ({ figure, month }: Spot): boolean =>
  month % 12 > 0 && figure.period.start === yearToDate(month).start;
const isMonth = ({ figure, month }: Spot): boolean =>
  month % 12 > 0 && figure.period.start === monthPeriod(month).start;
const isSecondYear = ({ month }: Spot): boolean => month >= firstMonth + 12;

/** Every kind of fault, by name: each makes one and says how it is recognised. */
const kinds: Readonly<Record<string, (world: World, take: Take) => Omit<Plant, "kind">>> = {
  restatement: (world, take) => {
    const { article, figure } = take((spot) => isProvincial(spot, "suspects.captured"));
    const again = { ...figure, sentence: 9, change: [] };
    article.figures.push(again);
    return {
      figures: [figure, again],
      isFound: (v) => countsHouses(v, world, figure) && isSilent(v, [figure, again]),
    };
  },
  "reprint ×10": (world, take) => {
    const { article, figure } = take((spot) => isProvincial(spot, "cases.solved") && isYearToDate(spot));
    const copies = Array.from({ length: 10 }, (_, i) => reprint(world, article, i));
    const figures = copies.flatMap((copy) => copy.figures).filter((copy) => isOfSame(copy, figure));
    return {
      figures: [figure, ...figures],
      isFound: (v) =>
        countsHouses(v, world, figure) &&
        v.pointOf(figure)?.value.observations[0] === v.idOf(figure) &&
        isSilent(v, [figure, ...figures]),
    };
  },
  rounding: (world, take) => {
    const { article, figure } = take((spot) => isProvincial(spot, "suspects.captured") && spot.figure.value > 20_000);
    const rounder = (["rounded", "over", "coarse", "about"] as const).map((style, i) => ({
      ...figure,
      style,
      change: [],
      sentence: 20 + i,
    }));
    for (const [i, one] of rounder.entries()) paper(world, article.date, i + 1, `${i}报`, [one]);
    return {
      figures: [figure, ...rounder],
      isFound: (v) => v.pointOf(figure)?.value.observations[0] === v.idOf(figure) && isSilent(v, [figure, ...rounder]),
    };
  },
  revision: (world, take) => {
    const { article, figure, month } = take(
      (spot) => isProvincial(spot, "cards.seized") && isYearToDate(spot) && spot.month < months - 5,
    );
    const later = { ...figure, value: off(world, figure.value, 0.004, 0.03), change: [] };
    put(world, `${dateOf(month + 4)}-15`, article.publisher, `${figure.area.name}数据修订${month}`, [later]);
    return {
      figures: [figure, later],
      isFound: (v) => isAsked(v, ["figure-revised"], figure, later) && !isDisputed(v, figure),
    };
  },
  conflict: (world, take) => {
    const { article, figure } = take((spot) => isProvincial(spot, "suspects.captured") && isYearToDate(spot));
    const other = { ...figure, value: off(world, figure.value, 0.1, 0.3), change: [] };
    paper(world, article.date, world.random.whole(0, 5), "参考报", [other]);
    return { figures: [figure, other], isFound: (v) => isDisputed(v, figure, other) };
  },
  "conflict, slight": (world, take) => {
    const { article, figure } = take((spot) => isProvincial(spot, "suspects.captured") && isYearToDate(spot));
    const other = { ...figure, value: off(world, figure.value, 0.01, 0.04), change: [] };
    paper(world, article.date, world.random.whole(0, 5), "参考报", [other]);
    return { figures: [figure, other], isFound: (v) => isDisputed(v, figure, other) };
  },
  "nearly one period": (world, take) => {
    const { figure, month } = take(
      (spot) => isProvincial(spot, "cases.solved") && isYearToDate(spot) && spot.month % 12 > 6,
    );
    const day = world.random.whole(22, 26);
    const early = {
      ...figure,
      period: { start: figure.period.start, end: `${dateOf(month)}-${day}` },
      value: Math.round(figure.value * (1.08 + 0.2 * world.random.next())),
      change: [],
    };
    paper(world, `${dateOf(month)}-${day}`, 1, "快报", [early]);
    return {
      figures: [figure, early],
      isFound: (v) => isDisputed(v, early) || isAsked(v, ["part-exceeds-whole"], figure, early),
    };
  },
  gap: (world, take) => {
    const { article, figure, month } = take(
      (spot) => isProvincial(spot, "cases.solve_rate") && spot.month < firstMonth + 24 && spot.month % 12 > 0,
    );
    const index = article.figures.indexOf(figure);
    article.figures.splice(index, 1);
    const next = figureOf(world, figure, month + 12);
    return {
      figures: next === undefined ? [] : [next],
      isFound: (v) =>
        next !== undefined &&
        ["period-differs", "not-published", "missing"].includes(v.reasonIn(month + 13, next) ?? "") &&
        isSilent(v, [next]),
    };
  },
  "unit slip, sources": (world, take) => {
    const { article, figure } = take((spot) => isProvincial(spot, "suspects.captured") && isYearToDate(spot));
    const other = { ...figure, value: figure.value * 10_000, style: "rounded" as const, change: [] };
    paper(world, article.date, 2, "转载报", [other]);
    return { figures: [figure, other], isFound: (v) => isAsked(v, ["unit-slip"], figure, other) };
  },
  "unit slip, years": (_, take) => {
    const { figure } = take((spot) => isProvincial(spot, "funds.stopped") && isSecondYear(spot) && isYearToDate(spot));
    figure.value = Math.round(figure.value / 10_000);
    return { figures: [figure], isFound: (v) => isAsked(v, ["unit-slip"], figure) };
  },
  "unit slip, months": (_, take) => {
    const { figure } = take(
      (spot) =>
        cities.slice(2).some(({ code }) => code === spot.figure.area.code && !isSmall(code)) &&
        isMonth(spot) &&
        spot.month < firstMonth + 12,
    );
    figure.value *= 10_000;
    return { figures: [figure], isFound: (v) => isAsked(v, ["unit-slip"], figure) };
  },
  "part above whole, area": (world, take) => {
    const { figure, month } = take(
      ({ figure: one, month: at }) =>
        cities.some(({ code }) => code === one.area.code) && at % 12 > 2 && one.period.start === yearToDate(at).start,
    );
    const province = cities.find(({ code }) => code === figure.area.code)?.province ?? "";
    figure.value = Math.round(world.truth("cases.solved", province, null, month - (month % 12), month) * 1.15);
    return { figures: [figure], isFound: (v) => isAsked(v, ["part-exceeds-whole"], figure) };
  },
  "part above whole, kind": (world, take) => {
    const { figure, month } = take((spot) => isReport(spot) && spot.figure.breakdown !== null && isYearToDate(spot));
    figure.value = Math.round(world.truth("cards.seized", figure.area.code, null, month - (month % 12), month) * 1.1);
    figure.change = [];
    return { figures: [figure], isFound: (v) => isAsked(v, ["part-exceeds-whole"], figure) };
  },
  "part above whole, period": (world, take) => {
    const { figure, month } = take((spot) => isProvincial(spot, "funds.stopped") && isYearToDate(spot));
    figure.value = Math.round(
      world.truth("funds.stopped", figure.area.code, null, month - (month % 12), month - 1) * 0.9,
    );
    return { figures: [figure], isFound: (v) => isAsked(v, ["part-exceeds-whole"], figure) };
  },
  "months above their sum": (world, take) => {
    const { figure, month } = take(
      ({ figure: one, month: at }) =>
        cities.some(({ code }) => code === one.area.code && !isSmall(code)) &&
        at % 12 > 2 &&
        one.period.start === yearToDate(at).start,
    );
    // One of the months is not told.
    const gone = articlesOf(world, figure.area).find((article) => article.title.includes(dateOf(month - 2)));
    if (gone !== undefined) gone.figures = gone.figures.filter(({ indicator }) => indicator !== figure.indicator);
    const known =
      world.truth("cases.solved", figure.area.code, null, month - (month % 12), month) -
      world.truth("cases.solved", figure.area.code, null, month - 2, month - 2);
    figure.value = Math.round(known * 0.9);
    return {
      figures: [figure],
      isFound: (v) => isAsked(v, ["parts-exceed-whole", "sum-disagrees", "difference-disagrees"], figure),
    };
  },
  "areas above the whole": (world, take) => {
    const { figure, month } = take(
      (spot) =>
        spot.article.title.startsWith("全国打击") &&
        spot.figure.indicator === "suspects.captured" &&
        isYearToDate(spot),
    );
    const sum = provinces.reduce(
      (all, { code }) => all + world.truth("suspects.captured", code, null, month - (month % 12), month),
      0,
    );
    figure.value = Math.round(sum * 0.9);
    figure.change = [];
    return { figures: [figure], isFound: (v) => isAsked(v, ["parts-exceed-whole"], figure) || isDisputed(v, figure) };
  },
  "fall by multiples": (_, take) => {
    const { figure } = take((spot) => isProvincial(spot, "funds.stopped") && spot.month < firstMonth + 12);
    figure.change = [{ ...changeOf("yoy", -2), unit: "times", text: "同比减少2倍" }];
    return { figures: [figure], isFound: (v) => isAsked(v, ["decrease-by-multiples"], figure) };
  },
  "share over the whole": (_, take) => {
    const { figure } = take((spot) => isReport(spot) && spot.figure.breakdown === "电话卡");
    figure.change = [changeOf("share", 130)];
    return { figures: [figure], isFound: (v) => isAsked(v, ["share-over-whole"], figure) };
  },
  "period ahead": (world, take) => {
    const { article, figure, month } = take((spot) => isProvincial(spot, "cases.solve_rate") && spot.month % 12 < 9);
    const ahead = { ...figure, period: yearToDate(month + 3), change: [], sentence: 8 };
    put(world, article.date, "速报", `预告${month}`, [ahead]);
    return { figures: [ahead], isFound: (v) => isAsked(v, ["period-after-publication"], ahead) };
  },
  "sum over years": (world, take) => {
    const { figure } = take((spot) => isProvincial(spot, "suspects.captured") && spot.month === firstMonth + 23);
    const total = flow(world, figure.indicator, figure.area, null, firstMonth, firstMonth + 23, "rounded", 0, null);
    const wrong = { ...total, value: off(world, total.value, 0.03, 0.2) };
    put(world, `${dateOf(firstMonth + 24)}-27`, "年鉴社", `${figure.area.name}两年综述`, [wrong]);
    return { figures: [wrong], isFound: (v) => isAsked(v, ["sum-disagrees"], wrong) };
  },
  "sum, a year missing": (world, take) => {
    const { figure } = take((spot) => isProvincial(spot, "funds.stopped") && spot.month === firstMonth + 35);
    const total = flow(world, figure.indicator, figure.area, null, 0, firstMonth + 35, "rounded", 0, null);
    put(world, `${dateOf(firstMonth + 36)}-28`, "年鉴社", `${figure.area.name}四年综述`, [total]);
    return {
      figures: [total],
      isFound: (v) =>
        v.findings.some(
          (f) =>
            f.rule === "analysis/sum-incomplete" &&
            f.observations.includes(v.idOf(total)) &&
            f.facts["missingYears"] === "2020",
        ),
    };
  },
  "stated change, year": (world, take) => {
    const { figure } = take((spot) => isProvincial(spot, "cases.solved") && isYearToDate(spot) && isSecondYear(spot));
    figure.change = [skewed(world, figure, 12, "yoy")];
    return { figures: [figure], isFound: (v) => isAsked(v, ["change-disagrees"], figure) };
  },
  "stated change, month on year": (world, take) => {
    const { figure } = take((spot) => isProvincial(spot, "cases.solved") && isMonth(spot) && isSecondYear(spot));
    figure.change = [skewed(world, figure, 12, "yoy")];
    return { figures: [figure], isFound: (v) => isAsked(v, ["change-disagrees"], figure) };
  },
  "stated change, month on month": (world, take) => {
    const { figure } = take((spot) => isProvincial(spot, "cases.solved") && isMonth(spot) && spot.month % 12 > 2);
    figure.change = [skewed(world, figure, 1, "mom")];
    return { figures: [figure], isFound: (v) => isAsked(v, ["change-disagrees"], figure) };
  },
  "stated change, points": (world, take) => {
    const { figure } = take((spot) => isProvincial(spot, "cases.solve_rate") && isSecondYear(spot));
    const [change] = figure.change;
    const points =
      change === undefined || change.value === null ? 0 : change.value * (change.direction === "down" ? -1 : 1);
    figure.change = [changeOf("yoy", points + world.random.whole(2, 6), "pp")];
    return { figures: [figure], isFound: (v) => isAsked(v, ["change-disagrees"], figure) };
  },
  "stated changes differ": (world, take) => {
    const { article, figure } = take(
      (spot) => isProvincial(spot, "cases.solved") && isYearToDate(spot) && spot.month < firstMonth + 12,
    );
    const other = { ...figure, change: [skewed(world, figure, 12, "yoy")] };
    paper(world, article.date, 3, "参考报", [other]);
    return { figures: [figure, other], isFound: (v) => isAsked(v, ["stated-changes-differ"], figure, other) };
  },
  "month by difference": (world, take) => {
    const { figure } = take((spot) => isProvincial(spot, "cases.solved") && isMonth(spot));
    figure.value = off(world, figure.value, 0.1, 0.4);
    figure.change = [];
    return { figures: [figure], isFound: (v) => isAsked(v, ["difference-disagrees"], figure) };
  },
  "share of the whole": (world, take) => {
    const { figure } = take((spot) => isReport(spot) && spot.figure.breakdown === "银行卡");
    const share = figure.change[0]?.value ?? 50;
    figure.change = [changeOf("share", share + world.random.whole(4, 20) * (share > 60 ? -1 : 1))];
    return { figures: [figure], isFound: (v) => isAsked(v, ["share-disagrees"], figure) };
  },
  jump: (_, take) => {
    const { figure } = take(
      (spot) =>
        cities.some(({ code }) => code === spot.figure.area.code && !isSmall(code)) &&
        spot.figure.indicator === "suspects.captured" &&
        isSecondYear(spot),
    );
    figure.value = figure.value * 8 + 60;
    return { figures: [figure], isFound: (v) => isAsked(v, ["implausible-jump"], figure) };
  },
  "jump of a small number": (world, take) => {
    const { figure, month } = take(
      (spot) => isSmall(spot.figure.area.code) && spot.figure.indicator === "suspects.captured" && isSecondYear(spot),
    );
    const before = figureOf(world, figure, month - 12);
    if (before !== undefined) before.value = 2;
    figure.value = 17;
    return {
      figures: [figure],
      isFound: (v) => isSilent(v, [figure]) && v.reasonIn(month + 1, figure) === "base-small",
    };
  },
  "base of zero": (world, take) => {
    const { figure, month } = take(
      (spot) => isSmall(spot.figure.area.code) && spot.figure.indicator === "suspects.captured" && isSecondYear(spot),
    );
    const before = figureOf(world, figure, month - 12);
    if (before !== undefined) before.value = 0;
    return {
      figures: [figure],
      isFound: (v) => isSilent(v, [figure]) && v.reasonIn(month + 1, figure) === "base-zero",
    };
  },
};
