import type { Specification } from "./spec/style.ts";

/** Functions of Vega's expressions that read the machine's time zone, and those that do not. */
const functions: Readonly<Record<string, string>> = {
  datetime: "utc",
  timeFormat: "utcFormat",
  timeParse: "utcParse",
  timeOffset: "utcOffset",
  timeSequence: "utcSequence",
  year: "utcyear",
  quarter: "utcquarter",
  month: "utcmonth",
  week: "utcweek",
  date: "utcdate",
  day: "utcday",
  dayofyear: "utcdayofyear",
  hours: "utchours",
  minutes: "utcminutes",
  seconds: "utcseconds",
  milliseconds: "utcmilliseconds",
};

/**
 * Makes every expression of a compiled specification count time in UTC; one that asks for the
 * present time throws a RangeError.
 */
export function inUtc(specification: Specification): Specification {
  return Object.fromEntries(Object.entries(specification).map(([key, value]) => [key, adapted(value, key)]));
}

/** Keys whose strings are expressions. */
const expressions = new Set(["expr", "signal", "test", "update", "init", "filter", "calculate"]);

function adapted(value: unknown, key: string): unknown {
  if (key === "values") return value;
  if (typeof value === "string") return expressions.has(key) ? expressionInUtc(value) : value;
  if (Array.isArray(value)) return value.map((inner) => adapted(inner, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, adapted(inner, name)]));
}

function expressionInUtc(expression: string): string {
  // Matches the name in `year(datum.t)`; must not match `utcyear(`, `datum.year` or `x.date(`.
  return expression.replace(/(?<![\w.$])(\w+)(?=\s*\()/gu, (name) => {
    if (name === "now") throw new RangeError(`chart depends on the clock: ${expression}`);
    return Object.hasOwn(functions, name) ? (functions[name] ?? name) : name;
  });
}
