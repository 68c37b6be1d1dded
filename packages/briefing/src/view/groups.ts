import type { Comparison } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import { periodKey } from "@jianbao/model";
import { type Phrase, phrase } from "../phrase.ts";
import type { Group, Statement } from "../statement.ts";
import type { Context } from "./context.ts";

/** In the pack's order; within an indicator home before abroad, the whole before its parts, the newest period first. */
export function inOrder<T extends Pick<Comparison, "key" | "current">>(
  context: Context,
  comparisons: readonly T[],
): readonly T[] {
  const order = new Map(context.pack.indicators.map((indicator, index) => [indicator.id, index]));
  const rank = (one: T): number => order.get(one.key.indicator) ?? order.size;
  return [...comparisons].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(a.key.area.code === "OVERSEAS") - Number(b.key.area.code === "OVERSEAS") ||
      Number(a.key.breakdown !== null) - Number(b.key.breakdown !== null) ||
      compare(b.current.period.end ?? "", a.current.period.end ?? ""),
  );
}

/** Length of a paragraph's text that no further period is added to. */
const longEnough = 120;

/** Period by period, the newest first; action abroad follows what was done at home; short periods share a paragraph. */
export function paragraphsOf(context: Context, statements: readonly Statement[]): readonly Phrase[] {
  const { wording } = context;
  const paragraphs: Phrase[] = [];
  let before = "";
  for (const group of groupsOf(context, statements)) {
    const period = periodKey(group.statements[0]?.comparison.current.period ?? null);
    const isSame = period === before && isDated(group);
    before = period;
    const sentences = wording.sentences(isSame ? { ...group, when: phrase(wording.samePeriod) } : group);
    const last = paragraphs.at(-1);
    if (last && (isSame || textOf(last).length + textOf(sentences).length <= longEnough)) {
      paragraphs[paragraphs.length - 1] = phrase(last, sentences);
    } else paragraphs.push(sentences);
  }
  return paragraphs;
}

/** Tells whether the period of a group is known at all: unknown ones are not the same. */
export function isDated({ statements }: Group): boolean {
  const period = statements[0]?.comparison.current.period;
  return period !== undefined && (period.start !== null || period.end !== null);
}

/** Gathers statements of one period and area, the newest period first, action abroad behind what was done at home. */
export function groupsOf(context: Context, statements: readonly Statement[]): readonly Group[] {
  const groups = new Map<string, Statement[]>();
  for (const one of statements) {
    const { period } = one.comparison.current;
    const key = `${period.start ?? ""}..${period.end ?? ""}|${one.comparison.key.area.code}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()]
    .map((members) => ({ members, first: members[0]?.comparison }))
    .flatMap(({ members, first }) => (first ? [{ members, first }] : []))
    .sort(
      (a, b) =>
        compare(b.first.current.period.end ?? "9999", a.first.current.period.end ?? "9999") ||
        compare(a.first.current.period.start ?? "", b.first.current.period.start ?? "") ||
        Number(a.first.key.area.code === "OVERSEAS") - Number(b.first.key.area.code === "OVERSEAS") ||
        compare(a.first.key.area.code, b.first.key.area.code),
    )
    .map(({ members, first }) => ({
      when: context.wording.period(first.current.period),
      where: first.key.area.code === "OVERSEAS" ? null : context.wording.area(first.key.area),
      statements: members,
    }));
}

/** Orders by code point. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
