import type { Comparison } from "@jianbao/analysis";
import { type ChangeChart, alternativeOf } from "@jianbao/charts";
import { textOf } from "@jianbao/document";
import { periodKey } from "@jianbao/model";
import { phrase } from "../phrase.ts";
import { type ChartView, type Drawn, axisOf, drawnOf, shareAxis } from "./charts.ts";
import { type Context, fullLabelOf, notesOf, toneOf, unitTextOf } from "./context.ts";
import { newsKey } from "./rank.ts";

/** A comparison that a chart can draw: both figures, and the change. */
interface Pair {
  readonly comparison: Comparison;
  readonly previous: Drawn;
  readonly change: { readonly text: string; readonly direction: "up" | "down" | "flat"; readonly isStated: boolean };
}

/**
 * Draws figures beside those of the year before, where at least `fewest` are of one period: on one axis where they share
 * a unit and are of one size, else each on its own. What an article states goes before what is computed.
 */
export function changeChart(
  context: Context,
  index: number,
  theme: string,
  comparisons: readonly Comparison[],
  fewest: number,
): (ChartView & { readonly chart: ChangeChart; readonly keys: readonly string[] }) | null {
  const { wording } = context;
  const groups = Map.groupBy(
    comparisons.flatMap((one) => pairOf(context, one) ?? []),
    ({ comparison }) => periodKey(comparison.current.period),
  );
  const [pairs = []] = [...groups.values()].sort((a, b) => b.length - a.length);
  const [first] = pairs;
  const before = first?.comparison.previousPeriod ?? first?.comparison.previous?.period ?? null;
  if (!first || before === null || pairs.length < fewest) return null;
  const now = wording.period(first.comparison.current.period);
  const previous = wording.period(before);
  const isOne = shareAxis(
    pairs.map(({ comparison, previous: { value } }) => ({
      key: comparison.key,
      values: [comparison.current.value, value],
    })),
  );
  const shared = isOne ? axisOf(context, pairs.flatMap(valuesOf)) : null;
  const mixed = new Set(pairs.map(({ change }) => change.isStated)).size > 1;
  const rows = pairs.map((pair) => {
    const { comparison, change } = pair;
    const axis = shared ?? axisOf(context, valuesOf(pair));
    const current = axis.figure(drawnOf(comparison.current));
    const earlier = axis.figure(pair.previous);
    const inScale = wording.commonScale(valuesOf(pair));
    // What is 推算 has no article of its own: it counts as the figure that it follows from.
    const unitText = unitTextOf(context, comparison.current.value);
    const text = ({ value, origin }: Drawn): string =>
      wording.figure(value, origin === "derived" ? unitText : unitTextOf(context, value), inScale);
    return {
      label: fullLabelOf(context, comparison.key),
      current: { ...current, text: text(drawnOf(comparison.current)) },
      previous: { ...earlier, text: text(pair.previous) },
      change: mixed && !change.isStated ? wording.implied(change.text) : change.text,
      tone: toneOf(context, comparison.key, change.direction),
    };
  });
  const unit = shared?.unit ?? "";
  const chart: ChangeChart = {
    kind: "change",
    description: wording.description([theme, textOf(wording.against(now, previous))]),
    unit,
    currentLabel: textOf(now),
    previousLabel: textOf(previous),
    rows,
  };
  const ids = pairs.flatMap(({ comparison, previous: { value } }) => [
    ...comparison.current.value.observations,
    ...value.observations,
  ]);
  return {
    ref: `change-${index}`,
    alternative: alternativeOf(chart, wording.language),
    caption: phrase(wording.changeCaption(index, theme, now, previous, unit), notesOf(context, [...new Set(ids)])),
    note: wording.changeNote(mixed ? "both" : first.change.isStated ? "stated" : "computed"),
    chart,
    keys: pairs.map(({ comparison: { key, current } }) => newsKey(key, current.period)),
  };
}

function valuesOf({ comparison, previous }: Pair): readonly [Drawn["value"], Drawn["value"]] {
  return [comparison.current.value, previous.value];
}

/** The figure of the year before as articles give it, else as the stated change implies it; null without a change. */
function pairOf(context: Context, comparison: Comparison): Pair | null {
  const change = changeOf(context, comparison);
  if (change === null || comparison.current.value.missing === true) return null;
  if (comparison.previous !== null) return { comparison, previous: drawnOf(comparison.previous), change };
  if (comparison.implied === null) return null;
  return { comparison, previous: { value: comparison.implied, origin: "derived", disputed: false }, change };
}

function changeOf({ wording }: Context, { stated, computed }: Comparison): Pair["change"] | null {
  const change = stated?.change;
  if (change?.basis === "yoy" && change.value !== null && change.direction !== null && change.unit !== null) {
    const size = wording.size(change.value, change.bound, change.unit, change.text);
    return { text: wording.signed(change.direction, size), direction: change.direction, isStated: true };
  }
  if (computed === null) return null;
  const size = wording.computedSize(computed);
  // A size that says its own signs went either way.
  const text = /^[−+]/u.test(size) ? size : wording.signed(computed.direction, size);
  return { text, direction: computed.direction, isStated: false };
}
