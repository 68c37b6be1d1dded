import type { Language } from "@jianbao/model";
import type { ChartColours } from "../colour.ts";
import type { Measure } from "../measure.ts";

/** What every built-in chart is laid out with; lengths in points. */
export interface Style {
  readonly measure: Measure;
  readonly width: number;
  /** Size of labels and figures. */
  readonly size: number;
  readonly colours: ChartColours;
  readonly language: Language;
}

/** A Vega-Lite specification as plain JSON; the compiler checks it. */
export type Specification = Readonly<Record<string, unknown>>;

/** Lengths around the plot, in points. */
export interface Padding {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What all our specifications share: a fixed frame, one face, no decoration, Chinese numbers, no English ARIA texts. */
export function frame(style: Style, padding: Padding, width: number, height: number): Specification {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width,
    height,
    padding,
    autosize: "none",
    background: null,
    config: configOf(style),
  };
}

/** Vega-Lite's configuration of our look; also put under the specifications of templates. */
export function configOf({ size, colours }: Style): Specification {
  const small = smallSize(size);
  return {
    aria: false,
    background: null,
    font: "sans-serif",
    padding: 0,
    view: { stroke: null },
    customFormatTypes: true,
    numberFormatType: "chineseNumber",
    text: { fontSize: size, color: colours.text },
    bar: { fill: colours.accent },
    line: { stroke: colours.accent, strokeWidth: 1.5 },
    point: { fill: colours.accent, stroke: colours.accent, filled: true, size: 30 },
    area: { fill: colours.comparison, stroke: colours.muted },
    axis: {
      domainColor: colours.muted,
      tickColor: colours.muted,
      gridColor: colours.grid,
      labelColor: colours.muted,
      labelFontSize: small,
      labelLimit: 0,
      titleColor: colours.muted,
      titleFontSize: small,
      titleFontWeight: 400,
      titleLimit: 0,
    },
    legend: {
      labelColor: colours.text,
      labelFontSize: small,
      labelLimit: 0,
      titleColor: colours.muted,
      titleFontSize: small,
      titleFontWeight: 400,
    },
    title: { color: colours.text, fontSize: size, limit: 0 },
    header: { labelColor: colours.text, labelFontSize: small, titleColor: colours.muted, titleFontSize: small },
    range: { category: [colours.accent, "#8c5a1e", "#59636e", "#2f7d6d", "#8a8f98", "#5b4a8a"] },
    locale: chineseLocale,
  };
}

/** The size of what explains a chart: ticks, units, notes. */
export function smallSize(size: number): number {
  return Math.round(size * 0.89 * 4) / 4;
}

const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
const days = ["日", "一", "二", "三", "四", "五", "六"];
const chineseLocale = {
  number: { decimal: ".", thousands: ",", grouping: [3], currency: ["", "元"] },
  time: {
    dateTime: "%Y年%-m月%-d日 %H:%M:%S",
    date: "%Y年%-m月%-d日",
    time: "%H:%M:%S",
    periods: ["上午", "下午"],
    days: days.map((day) => `星期${day}`),
    shortDays: days.map((day) => `周${day}`),
    months,
    shortMonths: months,
  },
};
