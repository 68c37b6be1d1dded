import { nearest } from "@jianbao/model";
import type { SpecChart } from "../chart.ts";
import { type Specification, type Style, smallSize } from "./style.ts";

/**
 * A template's own specification under our look: it keeps what it sets itself. Times are UTC whatever
 * it says, and data that lie elsewhere (`url`) are refused, so that it draws alike everywhere.
 */
export function templateSpecification(chart: SpecChart, style: Style): Specification {
  const spec = adapted(chart.spec);
  if (!isObject(spec)) throw new TypeError(`not a specification: ${JSON.stringify(chart.spec)}`);
  const composed = ["facet", "repeat", "concat", "hconcat", "vconcat"].some((key) => key in spec);
  const sized = composed
    ? {}
    : {
        width: style.width,
        height: Math.round(style.width * 0.45),
        autosize: { type: "fit", contains: "padding" },
      };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    ...sized,
    ...spec,
    config: merged(configOf(style), isObject(spec["config"]) ? spec["config"] : {}),
  };
}

const marks =
  "arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text tick trail".split(
    " ",
  );

/** What a channel may hold, one of which it needs. */
const channelKeys = "field aggregate value datum condition bin timeUnit repeat sort".split(" ");

/** Refuses what the compiler would stumble over or pass over: a mark that is none, a channel without field or value. */
function check(key: string, value: unknown): void {
  if (key === "mark") {
    const name = isObject(value) ? value["type"] : value;
    if (typeof name === "string" && !marks.includes(name)) {
      throw new RangeError(`unknown mark: ${name} (${meant(name, marks)})`);
    }
  }
  if (key === "encoding" && isObject(value)) {
    for (const [channel, definition] of Object.entries(value)) {
      if (!isObject(definition) || channelKeys.some((one) => one in definition)) continue;
      const [first = ""] = Object.keys(definition);
      throw new RangeError(`channel ${channel} without field or value: it has ${first} (${meant(first, channelKeys)})`);
    }
  }
}

function meant(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === null ? `one of ${words.join(" ")}` : `did you mean ${near}?`;
}

/** Walks a specification: time units become UTC ones, temporal scales UTC scales. */
function adapted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(adapted);
  if (!isObject(value)) return value;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    check(key, inner);
    if (key === "url" && typeof inner === "string") throw new RangeError(`data outside the specification: ${inner}`);
    if (key === "values" || key === "datasets") result[key] = inner;
    else if (key === "timeUnit") result[key] = utcUnit(inner);
    else result[key] = adapted(inner);
  }
  const scale = value["scale"];
  if (value["type"] === "temporal" && (scale === undefined || isObject(scale))) {
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

/** Our look as a configuration of Vega-Lite; what it would name in English goes unnamed. */
function configOf({ size, colours, language }: Style): Specification {
  const small = smallSize(size);
  const text = { labelColor: colours.muted, labelFontSize: small, labelLimit: 0, titleLimit: 0 };
  const title = { titleColor: colours.muted, titleFontSize: small, titleFontWeight: 400 };
  return {
    aria: false,
    background: null,
    font: "sans-serif",
    padding: 0,
    view: { stroke: null },
    customFormatTypes: true,
    numberFormatType: "chineseNumber",
    fieldTitle: "plain",
    text: { fontSize: size, color: colours.text },
    bar: { fill: colours.accent },
    line: { stroke: colours.accent, strokeWidth: 1.5 },
    point: { fill: colours.accent, stroke: colours.accent, filled: true, size: 30 },
    area: { fill: colours.comparison, stroke: colours.muted, line: true },
    axis: { domainColor: colours.muted, tickColor: colours.muted, gridColor: colours.grid, ...text, ...title },
    legend: { ...text, ...title, labelColor: colours.text },
    header: { ...text, ...title },
    title: { color: colours.text, fontSize: size, limit: 0 },
    // Told apart in greyscale: by pattern where they fill, and at 3:1 and more on paper where they are lines.
    range: {
      category: [
        colours.accent,
        `hatch(#8c5a1e, ${colours.paper})`,
        "#8a8f98",
        `dots(#2f7d6d, ${colours.paper})`,
        `crosshatch(#5b4a8a, ${colours.paper})`,
        colours.text,
      ],
    },
    // In English the compiler's own.
    ...(language === "en" ? {} : { locale: chineseLocale(language === "zh-Hans" ? "周" : "週") }),
  };
}

const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
const days = ["日", "一", "二", "三", "四", "五", "六"];

/** How dates are written; weeks alone differ between the two scripts. */
function chineseLocale(week: string): Specification {
  return {
    number: { decimal: ".", thousands: ",", grouping: [3], currency: ["", "元"] },
    time: {
      dateTime: "%Y年%-m月%-d日 %H:%M:%S",
      date: "%Y年%-m月%-d日",
      time: "%H:%M:%S",
      periods: ["上午", "下午"],
      days: days.map((day) => `星期${day}`),
      shortDays: days.map((day) => `${week}${day}`),
      months,
      shortMonths: months,
    },
  };
}
