import type { Comparison } from "@jianbao/analysis";
import { periodKey } from "@jianbao/model";
import type { Phrase } from "../phrase.ts";
import type { Ranking } from "../wording/wording.ts";
import { areaOrder } from "./area-order.ts";
import { areaChart, isBelow } from "./area-chart.ts";
import { type Context, hasLevel, labelOf, statementOf } from "./context.ts";
import { compare, inOrder } from "./groups.ts";
import { areasTable } from "./tables.ts";
import type { Counters, SectionDraft } from "./view.ts";

/** Areas compared: one ranking a statistic that two areas of one level publish for one period, and a table of all. */
export function areasOf(context: Context, elsewhere: readonly Comparison[], counters: Counters): SectionDraft {
  const { wording } = context;
  const ordered = [...inOrder(context, elsewhere)].sort((a, b) =>
    compare(areaOrder(a.key.area), areaOrder(b.key.area)),
  );
  const ranked = rankedOf(context, elsewhere);
  const heading = wording.heading(++counters.heading, wording.words.areas);
  const byPeriod = new Map<string, { readonly when: Phrase; readonly rankings: Ranking[] }>();
  for (const members of ranked) {
    const [first] = members;
    if (!first) continue;
    const key = periodKey(first.current.period);
    const entry = byPeriod.get(key) ?? { when: wording.period(first.current.period), rankings: [] };
    byPeriod.set(key, entry);
    entry.rankings.push(rankingOf(context, members));
  }
  const chart = areaChart(context, counters.chart + 1, ranked[0] ?? []);
  if (chart) counters.chart++;
  return {
    id: "areas",
    heading,
    paragraphs: [...byPeriod.values()].map(({ when, rankings }) => wording.rankings(when, rankings)),
    tables: [
      areasTable(
        context,
        ++counters.table,
        ordered.map((one) => statementOf(context, one)),
      ),
    ],
    charts: chart ? [chart] : [],
  };
}

/** Statistics that two areas of one level publish for one period, the most widely published first, each by size. */
function rankedOf(context: Context, elsewhere: readonly Comparison[]): readonly (readonly Comparison[])[] {
  const rankings = new Map<string, Comparison[]>();
  for (const one of inOrder(context, elsewhere)) {
    if (!hasLevel(context, one)) continue;
    const { key, current } = one;
    const level = key.area.code.startsWith("CN-") ? "province" : key.area.code.endsWith("00") ? "prefecture" : "county";
    const parts = [key.indicator, key.breakdown, key.rate, key.unit, level, periodKey(current.period)];
    const members = rankings.get(parts.join("|"));
    if (members) members.push(one);
    else rankings.set(parts.join("|"), [one]);
  }
  return [...rankings.values()]
    .filter((members) => members.length >= 2)
    .map((members) => [...members].sort((a, b) => b.current.value.value - a.current.value.value))
    .sort((a, b) => b.length - a.length);
}

/** How many areas a sentence names; the table has all. */
const mostAreas = 5;

function rankingOf(context: Context, members: readonly Comparison[]): Ranking {
  const { wording } = context;
  const told = members.slice(0, mostAreas);
  const scale = wording.commonScale(told.map((one) => one.current.value));
  const first = members[0]?.key;
  return {
    label: first === undefined ? "" : wording.labelled(labelOf(context, first), first.breakdown, false),
    rows: told.map((one) => ({
      area: wording.area(one.key.area),
      figure: statementOf(context, one, scale).figure ?? [],
    })),
    isPart: told.length < members.length,
    isOrdered: members
      .slice(0, told.length + 1)
      .every((one, at) => at === 0 || isBelow(one.current.value, members[at - 1]?.current.value)),
  };
}
