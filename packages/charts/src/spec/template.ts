import type { SpecChart } from "../chart.ts";
import { type Specification, type Style, configOf } from "./style.ts";

/**
 * A template's own specification under our look: it keeps what it sets itself. Times are UTC whatever
 * it says, and data that lie elsewhere (`url`) are refused, so that it draws alike everywhere.
 */
export function templateSpec(chart: SpecChart, style: Style): Specification {
  const spec = adapted(chart.spec);
  if (!isObject(spec)) throw new TypeError(`not a specification: ${JSON.stringify(chart.spec)}`);
  const composed = ["facet", "repeat", "concat", "hconcat", "vconcat"].some((key) => key in spec);
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    ...(composed ? {} : { width: style.width, height: Math.round(style.width * 0.45) }),
    ...(composed ? {} : { autosize: { type: "fit", contains: "padding" } }),
    ...spec,
    config: merged(configOf(style), isObject(spec["config"]) ? spec["config"] : {}),
  };
}

/** Walks a specification: time units become UTC ones, temporal scales UTC scales. */
function adapted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(adapted);
  if (!isObject(value)) return value;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === "url" && typeof inner === "string") throw new RangeError(`data outside the specification: ${inner}`);
    if (key === "values") result[key] = inner;
    else if (key === "timeUnit") result[key] = utcUnit(inner);
    else result[key] = adapted(inner);
  }
  const scale = value["scale"];
  if (value["type"] === "temporal" && scale !== null && (scale === undefined || isObject(scale))) {
    result["scale"] = { type: "utc", ...scale };
  }
  return result;
}

function utcUnit(unit: unknown): unknown {
  if (typeof unit === "string") return unit.startsWith("utc") || unit.startsWith("binned") ? unit : `utc${unit}`;
  if (!isObject(unit)) return unit;
  return typeof unit["unit"] === "string" ? { ...unit, unit: utcUnit(unit["unit"]) } : { ...unit, utc: true };
}

function merged(under: Specification, over: Specification): Specification {
  const result: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = under[key];
    result[key] = isObject(below) && isObject(value) ? merged(below, value) : value;
  }
  return result;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
