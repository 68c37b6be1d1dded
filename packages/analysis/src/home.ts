import { type Area, type Observation, china, overseas } from "@jianbao/model";
import { groupBy } from "./order.ts";

/** From this share of an article's figures on, their area is the article's own. */
const leastShare = 0.6;

/** What is counted abroad by an area's own offices stands beside that area's figures: 移交遣返（境外行动）of a province. */
const abroad = "境外行动";

/**
 * Moves what is counted abroad to the area whose article tells it, beside that area's own figures: a province's
 * 境外遣返1412名 is no figure of the country's, and never set against one. Articles of the whole country, and those that
 * tell of no area else, keep theirs as they are.
 */
export function withHome(observations: readonly Observation[], subject: string): readonly Observation[] {
  if (!observations.some(isAbroad)) return observations;
  const articles = groupBy(observations, ({ document, part }) => `${document}#${part}`);
  const homes = new Map([...articles].map(([key, own]) => [key, homeOf(own, subject)]));
  return observations.map((observation) => {
    const home = isAbroad(observation) ? (homes.get(`${observation.document}#${observation.part}`) ?? null) : null;
    if (home === null) return observation;
    const { breakdown } = observation;
    return { ...observation, area: home, breakdown: breakdown === null ? abroad : `${abroad}${breakdown}` };
  });
}

/** Tells whether a breakdown is of action abroad, which the area's whole need not hold: it is a part of nothing. */
export function isActionAbroad(breakdown: string | null): boolean {
  return breakdown?.startsWith(abroad) ?? false;
}

/** The area of most of an article's statistics; null where it is the country, or none stands out. */
function homeOf(observations: readonly Observation[], subject: string): Area | null {
  const areas = observations.flatMap((one) =>
    one.scope === "aggregate" && one.subject === subject && one.area !== null && !isAbroad(one) ? [one.area] : [],
  );
  const [most] = [...groupBy(areas, ({ code }) => code).values()].sort((a, b) => b.length - a.length);
  const [home] = most ?? [];
  if (home === undefined || most === undefined || home.code === china.code) return null;
  return most.length >= leastShare * areas.length ? home : null;
}

function isAbroad({ area }: Observation): boolean {
  return area?.code === overseas.code;
}
