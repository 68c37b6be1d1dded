import type { Step, StepSeries } from "@jianbao/analysis";
import { addDays, addMonths, samePeriod, yearsEarlier } from "@jianbao/model";
import { type Phrase, phrase } from "../phrase.ts";
import type { Scale } from "../wording/number.ts";
import type { StepChangeSaid, StepItem } from "../wording/wording.ts";
import { alone } from "./alone.ts";
import {
  type Context,
  changeOf,
  figureOf,
  fullLabelOf,
  isQuestioned,
  notesOf,
  pointFigure,
  statementOf,
  unitTextOf,
} from "./context.ts";
import { compare } from "./groups.ts";
import { newsKey } from "./rank.ts";

const months = { month: 1, quarter: 3, "half-year": 6 } as const;

/** The newest step of a series. */
export interface NewestStep {
  readonly series: StepSeries;
  readonly step: Step;
}

/** The newest steps of series that are told in the steps of the issue: the months of a monthly one. */
export function newestOf({ analysis }: Context, series: readonly StepSeries[]): readonly NewestStep[] {
  const newest = series
    .filter(({ kind }) => kind === analysis.period.kind)
    .flatMap((one): NewestStep[] => {
      const step = one.steps.at(-1);
      return step === undefined ? [] : [{ series: one, step }];
    });
  const last = newest
    .map(({ step }) => step.period.end)
    .sort(compare)
    .at(-1);
  return newest.filter(({ step }) => step.period.end === last);
}

/** The step of a series that is of a period. */
export function stepAt({ steps }: StepSeries, period: Step["period"]): Step | null {
  return steps.find((step) => samePeriod(step.period, period)) ?? null;
}

/** Names of the figures of articles that the sentences on steps tell, so that no other sentence tells them again. */
export function saysOf(context: Context, series: readonly StepSeries[]): ReadonlySet<string> {
  return new Set(
    series.flatMap((one) => {
      const step = one.steps.at(-1);
      if (step === undefined || step.stated === null || itemOf(context, one, step) === null) return [];
      return [newsKey(one.key, step.period)];
    }),
  );
}

/**
 * Says what single months, quarters and halves did, the newest of each series: levels that follow from cumulative
 * figures with their changes, and levels of articles with what arithmetic adds to the changes that they state.
 */
export function stepSentences(context: Context, series: readonly StepSeries[]): readonly Phrase[] {
  const groups = new Map<string, { readonly series: StepSeries; readonly step: Step; readonly items: StepItem[] }>();
  for (const one of series) {
    const step = one.steps.at(-1);
    const item = step === undefined ? null : itemOf(context, one, step);
    if (step === undefined || item === null) continue;
    const key = `${one.key.area.code}|${step.period.start}|${step.period.end}|${item.isDerived}`;
    const group = groups.get(key) ?? { series: one, step, items: [] };
    groups.set(key, group);
    group.items.push(item);
  }
  return [...groups.values()]
    .sort((a, b) => compare(b.step.period.end, a.step.period.end) || compare(b.step.period.start, a.step.period.start))
    .map((group) =>
      context.wording.steps(
        context.wording.period(group.step.period),
        group.series.key.area.code === "OVERSEAS" ? null : context.wording.area(group.series.key.area),
        group.series.kind,
        group.items,
      ),
    );
}

function itemOf(context: Context, series: StepSeries, step: Step): StepItem | null {
  const label = fullLabelOf(context, series.key);
  const said = ({ stated, computed }: Step["yearly"]): StepChangeSaid | null =>
    stated !== null || computed === null || isQuestioned(context, computed.observations)
      ? null
      : changeOf(context, series.key, computed, [...computed.observations, ...observationsOf(step)]);
  if (step.stated === null) {
    if (step.derived === null) return null;
    const figure = levelOf(context, step);
    const changes = { sequential: said(step.sequential), yearly: said(step.yearly) };
    return { label, figure, isDerived: true, clauses: [], base: null, yearBase: null, ...changes };
  }
  const before = stepAt(series, stepBefore(step, series));
  const yearBefore = stepAt(series, yearsEarlier(step.period));
  const sequential = before === null ? null : said(step.sequential);
  const yearly = yearBefore === null ? null : said(step.yearly);
  if (sequential === null && yearly === null) return null;
  const compared = [sequential === null ? null : before, yearly === null ? null : yearBefore];
  const scale = context.wording.commonScale(
    [step, ...compared].flatMap((one) => (one === null || one.stated === null ? [] : [one.stated.value])),
  );
  const { figure, stated, beside } = statementOf(context, alone(series.key, step.stated), scale);
  return {
    label,
    figure: figure ?? [],
    isDerived: false,
    clauses: [...(stated === null ? [] : [stated.clause]), ...beside],
    sequential,
    base: sequential === null || before === null ? null : levelOf(context, before, scale),
    yearly,
    yearBase: yearly === null || yearBefore === null ? null : levelOf(context, yearBefore, scale),
  };
}

/** The step before one. */
export function stepBefore({ period }: Step, { kind }: StepSeries): Step["period"] {
  return { start: addMonths(period.start, -months[kind]), end: addDays(period.start, -1) };
}

function observationsOf({ stated, derived }: Step): readonly string[] {
  return stated?.value.observations ?? derived?.value.observations ?? [];
}

/** The level of a step, as an article gives it or as 推算, with its notes. */
export function levelOf(context: Context, { stated, derived }: Step, scale?: Scale): Phrase {
  if (stated !== null) return pointFigure(context, stated, scale);
  if (derived === null) return [];
  const { value } = derived;
  const figure = figureOf(context, value, unitTextOf(context, value));
  const [words] = figure.children;
  const text = words?.type === "text" ? words.value : "";
  // Beside what an article gives, what is computed says that it is.
  const marked = scale === undefined ? text : context.wording.implied(text);
  return phrase({ ...figure, children: [{ type: "text", value: marked }] }, notesOf(context, value.observations));
}
