import { china, parseIssuePeriod } from "@jianbao/model";
import { type Analysis, type Conflict, type Finding, type Point, analyse } from "../../src/index.ts";
import { pack } from "../notation.ts";
import { type Printed, archiveOf, dateOf } from "./figure.ts";
import type { Verdict } from "./craft.ts";
import { type Plant, plantsIn } from "./plant.ts";
import { type World, firstMonth, months } from "./truth.ts";
import { worldOf } from "./world.ts";

/** What was found of the faults of one kind. */
export interface Tally {
  planted: number;
  found: number;
  /** Other warnings and conflicts that name a planted figure: a fault may break several rules. */
  echoes: number;
}

/** What was found in archives of planted faults, and what was asked of figures that have none. */
export interface Score {
  readonly kinds: Readonly<Record<string, Tally>>;
  /** Warnings, errors and conflicts that name no planted figure, in words. */
  readonly alarms: readonly string[];
  readonly missed: readonly string[];
  readonly figures: number;
  readonly issues: number;
}

/** Analyses the 36 issues of archives with planted faults. */
export function scoreOf(seeds: readonly number[], each: number): Score {
  const kinds: Record<string, Tally> = {};
  const alarms: string[] = [];
  const missed: string[] = [];
  let figures = 0;
  let issues = 0;
  for (const seed of seeds) {
    const world = worldOf(seed);
    const plants = plantsIn(world, each);
    const { verdict, count } = verdictOf(world);
    figures += count;
    issues += months - firstMonth;
    const owner = new Map(plants.flatMap((plant) => plant.figures.map((figure) => [verdict.idOf(figure), plant])));
    for (const plant of plants) {
      const tally = (kinds[plant.kind] ??= { planted: 0, found: 0, echoes: 0 });
      tally.planted++;
      if (plant.isFound(verdict)) tally.found++;
      else
        missed.push(
          `seed ${seed}: ${plant.kind} ${plant.figures.map((f) => `${verdict.idOf(f)} ${f.value}`).join(", ")}`,
        );
    }
    for (const { words, ids } of askedOf(verdict)) {
      const plant = ids.map((id) => owner.get(id)).find((one): one is Plant => one !== undefined);
      if (plant === undefined) alarms.push(`seed ${seed}: ${words}`);
      else {
        const tally = kinds[plant.kind];
        if (tally !== undefined) tally.echoes++;
      }
    }
  }
  return { kinds, alarms, missed, figures, issues };
}

/** Warnings, errors and conflicts of archives without a fault, in words. */
export function alarmsOf(seeds: readonly number[]): readonly string[] {
  return seeds.flatMap((seed) =>
    askedOf(verdictOf(worldOf(seed)).verdict).map(({ words }) => `seed ${seed}: ${words}`),
  );
}

function askedOf({ findings, conflicts }: Verdict): { readonly words: string; readonly ids: readonly string[] }[] {
  return [
    ...findings
      .filter(({ severity }) => severity !== "info")
      .map(({ rule, observations, facts }) => ({ words: `${rule} ${JSON.stringify(facts)}`, ids: observations })),
    ...conflicts.map(({ key, candidates }) => ({
      words: `conflict ${key.indicator} ${key.area.name} ${candidates.map(({ value }) => value.text).join(" / ")}`,
      ids: candidates.flatMap(({ value }) => value.observations),
    })),
  ];
}

export function verdictOf(world: World): { readonly verdict: Verdict; readonly count: number } {
  const { observations, publications, idOf } = archiveOf(world.articles);
  const findings = new Map<string, Finding>();
  const conflicts = new Map<string, Conflict>();
  const points = new Map<string, Point>();
  const analyses = new Map<number, Analysis>();
  for (let month = firstMonth + 1; month <= months; month++) {
    const period = parseIssuePeriod(dateOf(month));
    if (period === null) throw new RangeError(dateOf(month));
    const analysis = analyse({ observations, publications, decisions: [], pack, period, area: china, previous: null });
    analyses.set(month, analysis);
    for (const finding of analysis.findings) findings.set(finding.id, finding);
    for (const conflict of analysis.conflicts) conflicts.set(conflict.id, conflict);
    const shown = [
      ...[...analysis.comparisons, ...analysis.areas].flatMap((one) => [
        one.previous,
        ...(one.also ?? []),
        one.current,
      ]),
      ...(analysis.steps ?? []).flatMap(({ steps }) => steps.map(({ stated }) => stated)),
    ];
    for (const point of shown) for (const id of point?.observations ?? []) if (point !== null) points.set(id, point);
  }
  const reasonIn = (month: number, figure: Printed): string | null | undefined => {
    const analysis = analyses.get(month);
    const is = ({ key }: { readonly key: Analysis["comparisons"][number]["key"] }): boolean =>
      key.indicator === figure.indicator && key.area.code === figure.area.code && key.breakdown === figure.breakdown;
    const one = [...(analysis?.comparisons ?? []), ...(analysis?.areas ?? [])].find(
      (comparison) => is(comparison) && comparison.current.period.end === figure.period.end,
    );
    return one?.reason;
  };
  return {
    verdict: {
      findings: [...findings.values()],
      conflicts: [...conflicts.values()],
      pointOf: (figure) => points.get(idOf(figure)),
      idOf,
      reasonIn,
    },
    count: observations.length,
  };
}
