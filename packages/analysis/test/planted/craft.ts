import { type Area, addDays } from "@jianbao/model";
import type { Conflict, Finding, Point } from "../../src/index.ts";
import { type Article, type Printed, changeOf, monthPeriod } from "./figure.ts";
import type { World } from "./truth.ts";

/** What the analyses of all issues say of an archive. */
export interface Verdict {
  /** Findings of all issues, each once. */
  readonly findings: readonly Finding[];
  readonly conflicts: readonly Conflict[];
  /** The points that hold an observation, of the last issue that prints it. */
  readonly pointOf: (figure: Printed) => Point | undefined;
  readonly idOf: (figure: Printed) => string;
  /** Why the issue of a month computes no change for a series; undefined where it has no such comparison. */
  readonly reasonIn: (month: number, figure: Printed) => string | null | undefined;
}

/** A value that is off by a share between two, up or down. */
export function off({ random }: World, value: number, least: number, most: number): number {
  const share = least + (most - least) * random.next();
  return Math.round(value * (random.chance(0.5) ? 1 + share : 1 - share));
}

/** The true change of a figure, ten to thirty points off. */
export function skewed(world: World, figure: Printed, back: number, basis: "mom" | "yoy"): Printed["change"][number] {
  const from = monthOf(figure.period.start ?? "");
  const to = monthOf(figure.period.end ?? "");
  const base = world.truth(figure.indicator, figure.area.code, figure.breakdown, from - back, to - back);
  return changeOf(basis, ((figure.value - base) / base) * 100 + world.random.whole(10, 30));
}

/** The figure of a series for the same place in another month's report. */
export function figureOf(world: World, like: Printed, month: number): Printed | undefined {
  const end = monthPeriod(month).end;
  const isStart = (start: string | null): boolean =>
    like.period.start?.endsWith("-01-01") === true
      ? start?.endsWith("-01-01") === true
      : start?.slice(0, 7) === end.slice(0, 7);
  return world.articles
    .flatMap(({ figures }) => figures)
    .find(
      (one) => isOfSame({ ...one, period: like.period }, like) && one.period.end === end && isStart(one.period.start),
    );
}

export function isOfSame(a: Printed, b: Printed): boolean {
  return (
    a.indicator === b.indicator &&
    a.area.code === b.area.code &&
    a.breakdown === b.breakdown &&
    a.period.start === b.period.start &&
    a.period.end === b.period.end
  );
}

/**
 * Tells whether a point counts as many texts as articles state its figure in words of their own; two of these may
 * happen to use the very same words.
 */
export function countsHouses({ pointOf }: Verdict, { articles }: World, like: Printed): boolean {
  const own = articles.filter(
    ({ copyOf, figures }) => copyOf === undefined && figures.some((one) => isOfSame(one, like)),
  );
  const sources = pointOf(like)?.sources ?? 0;
  return sources >= 1 && sources <= own.length && sources >= own.length - 1;
}

export function articlesOf(world: World, area: Area): Article[] {
  return world.articles.filter(({ figures }) => figures.some((figure) => figure.area.code === area.code));
}

/** 0 for 2020-01. */
export function monthOf(day: string): number {
  return (Number(day.slice(0, 4)) - 2020) * 12 + Number(day.slice(5, 7)) - 1;
}

export function put(world: World, date: string, publisher: string, title: string, figures: Printed[]): Article {
  const article = {
    date,
    publisher,
    title,
    figures,
    voice: world.random.whole(0, 3),
    document: `${date}-p${world.articles.length}.txt`,
  };
  world.articles.push(article);
  return article;
}

/** Another paper some days after an article. */
export function paper(world: World, date: string, days: number, publisher: string, figures: Printed[]): Article {
  return put(world, addDays(date, days), publisher, `${publisher}消息${world.articles.length}`, figures);
}

/** A copy as other houses print it: another head, a cut paragraph, a publisher's line, old characters, mended damage. */
export function reprint(world: World, article: Article, i: number): Article {
  const edits: readonly ((sentence: string) => string)[] = [
    (text) => text,
    (text) => `本网讯 ${text}`,
    (text) => text.replaceAll("，", ","),
    (text) => `${text}（来源：${article.publisher}）`,
    (text) => text.replaceAll("获", "獲").replaceAll("诈", "詐"),
    (text) => text.replace("有力", "有 力").replace("成效", "成 效"),
  ];
  const kept = article.figures.filter((figure) => figure.sentence === 0 || figure.sentence % 4 !== i % 4);
  const copy = put(
    world,
    addDays(article.date, Math.floor(i / 3)),
    `转载${i}网`,
    `${i % 2 === 0 ? article.title : `转载${i}：各地反诈速览`}`,
    kept.map((figure) => ({ ...figure })),
  );
  const edit = edits[i % edits.length] ?? ((text: string): string => text);
  copy.copyOf = { article, edit };
  copy.voice = article.voice;
  return copy;
}

export function isAsked(
  { findings, idOf }: Verdict,
  rules: readonly string[],
  ...figures: readonly Printed[]
): boolean {
  const ids = figures.map(idOf);
  return findings.some(
    ({ rule, observations }) =>
      rules.includes(rule.slice("analysis/".length)) && ids.every((id) => observations.includes(id)),
  );
}

export function isDisputed({ conflicts, idOf }: Verdict, ...figures: readonly Printed[]): boolean {
  const ids = figures.map(idOf);
  return conflicts.some(({ candidates }) => {
    const named = candidates.flatMap(({ value }) => value.observations);
    return ids.every((id) => named.includes(id));
  });
}

/** Tells whether no issue asks anything about figures. */
export function isSilent(verdict: Verdict, figures: readonly Printed[]): boolean {
  return figures.every(
    (figure) =>
      !isDisputed(verdict, figure) &&
      !verdict.findings.some(
        ({ observations, severity }) => severity !== "info" && observations.includes(verdict.idOf(figure)),
      ),
  );
}
