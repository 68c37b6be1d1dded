import type { ObservationFilter, Publication } from "@jianbao/archive";
import { type Observation, areaOf, nearest } from "@jianbao/model";
import { UsageError } from "./problems.ts";

/** Which figures to give: what the archive can ask for itself, and what is left to look at figure by figure. */
export interface Where {
  readonly filter: ObservationFilter;
  readonly holds: (observation: Observation, source: Publication | undefined) => boolean;
}

type Field = (observation: Observation, source: Publication | undefined) => string | null;

const fields: Readonly<Record<string, Field>> = {
  indicator: (o) => o.indicator,
  subject: (o) => o.subject,
  breakdown: (o) => o.breakdown,
  area: (o) => o.area?.code ?? null,
  scope: (o) => o.scope,
  rate: (o) => o.rate,
  unit: (o) => o.quantity?.unit ?? null,
  bound: (o) => o.quantity?.bound ?? null,
  year: (o) => (o.period?.start ?? o.period?.end)?.slice(0, 4) ?? null,
  document: (o) => o.document,
  published: (_, source) => source?.published ?? null,
};

/** The fields that a condition may name. */
export const whereFields: readonly string[] = Object.keys(fields);

/**
 * Reads conditions that must all hold: `indicator=cases.solved|cases.reported,area=CN,year>=2020,published<=2024-01`.
 * `=` and `!=` take one value or several parted by `|`, empty for what is not stated; `>=` and `<=` compare years and
 * dates as they are written, so that `published<=2024-01` takes in all of January. An area may be named: `area=江西`.
 * Throws a usage error for an unknown field or a condition without a sign.
 */
export function whereOf(text: string): Where {
  const conditions = text === "" ? [] : text.split(/,(?=[a-z]+[!<>]?=)/u).map(conditionOf);
  const exact = (name: keyof ObservationFilter): string | undefined =>
    conditions.find(
      ({ field, sign, values }) => field === name && sign === "=" && values.length === 1 && values[0] !== "",
    )?.values[0];
  return {
    filter: {
      document: exact("document"),
      indicator: exact("indicator"),
      subject: exact("subject"),
      area: exact("area"),
    },
    holds: (observation, source) =>
      conditions.every((condition) => isMet(condition, fields[condition.field]?.(observation, source) ?? null)),
  };
}

interface Condition {
  readonly field: string;
  readonly sign: string;
  readonly values: readonly string[];
}

function conditionOf(text: string): Condition {
  const [, field = "", sign = "", value = ""] = /^([a-z]*)([!<>]?=)(.*)$/u.exec(text) ?? [];
  if (sign === "" || fields[field] === undefined) {
    const near = nearest(field === "" ? text : field, whereFields);
    throw new UsageError(
      `unknown condition: ${text}`,
      near === null ? `fields: ${whereFields.join(", ")}` : `did you mean ${near}=…?`,
    );
  }
  if (sign.length === 2 && sign !== "!=" && field !== "year" && field !== "published")
    throw new UsageError(`unusable condition: ${text}`, "year and published can be compared: year>=2020");
  const values = value.split("|");
  return { field, sign, values: field === "area" ? values.map((one) => areaOf(one)?.code ?? one) : values };
}

function isMet({ sign, values }: Condition, found: string | null): boolean {
  const [value = ""] = values;
  if (sign === "=") return values.includes(found ?? "");
  if (sign === "!=") return !values.includes(found ?? "");
  if (found === null) return false;
  const same = found.slice(0, value.length);
  return sign === ">=" ? same >= value : same <= value;
}
