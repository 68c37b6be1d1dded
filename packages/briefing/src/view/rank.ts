import type { Comparison } from "@jianbao/analysis";
import { type DomainPack, type IssuePeriod, daysBetween, isClosed, periodKey } from "@jianbao/model";

/**
 * Picks what a reader should see first: at most `limit` comparisons, at most two a theme, in the
 * pack's order. What counts most is how long a closed period is; of those of a month or less none stands beside
 * a longer one. Then the pack's own order, a known change and how much of it is sure, what the
 * issue before had otherwise or not at all, how recent the period is, the whole rather than a part, a total rather than
 * a rate. That sources disagree takes nothing away: what matters is told, and that it is disputed.
 */
export function keyComparisons(
  comparisons: readonly Comparison[],
  pack: DomainPack,
  period: IssuePeriod,
  limit: number,
  news: ReadonlyMap<string, "new" | "revised"> = new Map(),
): readonly Comparison[] {
  const order = new Map(pack.indicators.map((indicator, index) => [indicator.id, index]));
  const themes = new Map(pack.indicators.map((indicator) => [indicator.id, indicator.theme]));
  const isLong = comparisons.some((one) => closedMonths(one.current.period) > 1);
  const ranked = comparisons
    .filter((one) => !isLong || !isClosed(one.current.period) || closedMonths(one.current.period) > 1)
    .map((comparison, index) => ({ comparison, index, weight: weightOf(comparison, order, period, news) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const perTheme = new Map<string, number>();
  const picked: { comparison: Comparison; index: number }[] = [];
  for (const one of ranked) {
    const theme = themes.get(one.comparison.key.indicator) ?? "";
    const count = perTheme.get(theme) ?? 0;
    if (count >= 2 || picked.length >= limit) continue;
    perTheme.set(theme, count + 1);
    picked.push(one);
  }
  return picked.sort((a, b) => a.index - b.index).map((one) => one.comparison);
}

/** Length of a closed period in months, at most 12 (campaigns and 2018年至2020年 weigh no more than a year); 0 for others. */
export function closedMonths(period: Comparison["current"]["period"]): number {
  if (!isClosed(period)) return 0;
  return Math.min(12, Math.round((daysBetween(period.start, period.end) + 1) / 30.44));
}

/** Names a figure in the list of what is new. */
export function newsKey(key: Comparison["key"], period: Comparison["current"]["period"]): string {
  return [key.indicator, key.subject, key.breakdown, key.area.code, key.rate, key.unit, periodKey(period)].join("|");
}

/** The least that a change in percent can be by its range: 0 where it may be none; null where none is known. */
function sureChange({ stated, computed }: Comparison): number | null {
  if (stated?.change.unit === "percent" && stated.change.value !== null)
    return Math.abs(stated.change.low ?? stated.change.value);
  if (computed === null) return null;
  const { low, high } = computed;
  if (low === null || high === null) return Math.abs(low ?? high ?? computed.value);
  return low < 0 && high > 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
}

/** Weighs one comparison; only the order of the weights means something. */
export function weightOf(
  comparison: Comparison,
  order: ReadonlyMap<string, number>,
  period: IssuePeriod,
  news: ReadonlyMap<string, "new" | "revised"> = new Map(),
): number {
  const { key, current } = comparison;
  const place = order.get(key.indicator);
  let weight = place === undefined ? 0 : 1 - place / Math.max(1, order.size);
  weight += closedMonths(current.period) / 12;
  const sure = sureChange(comparison);
  if (sure !== null) weight += 0.4 + Math.min(sure, 100) / 250;
  const kind = news.get(newsKey(key, current.period));
  if (kind !== undefined) weight += kind === "revised" ? 0.3 : 0.1;
  if (
    current.period.end !== null &&
    current.period.end < `${Number(period.start.slice(0, 4)) - 1}${period.start.slice(4)}`
  ) {
    weight -= 0.6;
  }
  if (current.period.start === null && current.period.end === null) weight -= 0.5;
  if (key.breakdown !== null) weight -= 0.5;
  if (key.rate !== null) weight -= 0.3;
  if (key.area.code === "OVERSEAS") weight -= 0.2;
  return weight;
}
