import { type Language, unreachable } from "@jianbao/model";
import type { ChangeChart, Chart, ChartFigure, ChartSeries, RankedArea, SpecChart } from "./chart.ts";
import { type ChartWords, chartWords } from "./words.ts";

/**
 * Writes the text alternative of a chart: its kind, what it shows, and every figure as printed with what is to be said
 * of it (推算, 各来源不一致), gaps as gaps, the highest and lowest of a long series. It leaves out what the caption
 * says, for a screen reader reads that too.
 */
export function alternativeOf(chart: Chart, language: Language = "zh-Hans"): string {
  const words = chartWords(language);
  const opening = `${words.kinds[chart.kind]}${words.colon}`;
  switch (chart.kind) {
    case "change":
      return `${opening}${sentence(chart.description, words)}${changes(chart, words)}`;
    case "series":
      return `${opening}${sentence(chart.description, words)}${courses(chart.series, chart.periods, words)}`;
    case "panels":
      return `${opening}${sentence(chart.description, words)}${courses(chart.panels, chart.periods, words)}`;
    case "ranked":
    case "map":
      return `${opening}${sentence(chart.description, words)}${ranks(chart.rows, words)}`;
    case "spec":
      return `${opening}${sentence(chart.description, words)}${known(chart, words)}`.trim();
    default:
      return unreachable(chart);
  }
}

/** A figure as printed, with what is to be said of it: `32.2万起（各来源不一致）`. */
export function saidOf({ text, origin, doubts = [] }: ChartFigure, words: ChartWords): string {
  const remarks = [
    ...(origin === undefined ? [] : [words.shortOrigins[origin]]),
    ...doubts.map((doubt) => words.shortDoubts[doubt]),
  ];
  return remarks.length === 0 ? text : `${text}${words.aside(remarks.join(words.comma))}`;
}

function changes({ rows, currentLabel, previousLabel }: ChangeChart, words: ChartWords): string {
  const { comma } = words;
  const parts = rows.map(({ label, current, previous, change }) =>
    [
      label,
      `${spaced(previousLabel, words)}${saidOf(previous, words)}`,
      `${spaced(currentLabel, words)}${saidOf(current, words)}`,
      ...(change === "" ? [] : [`${spaced(words.change, words)}${change}`]),
    ].join(comma),
  );
  return closed(parts, words);
}

/** From how many figures the highest and lowest are named. */
const long = 5;

function courses(series: readonly ChartSeries[], periods: readonly string[], words: ChartWords): string {
  const parts = series.map(({ label, points }) => {
    const figures = periods.map((period, i) => {
      const point = points[i] ?? null;
      return `${spaced(period, words)}${point === null ? words.missing : saidOf(point, words)}`;
    });
    return [label, ...figures, ...extremes(points, periods, words)].join(words.comma);
  });
  return closed(parts, words);
}

/** The highest and lowest of a long series; several alike are none. */
function extremes(
  points: readonly (ChartFigure | null)[],
  periods: readonly string[],
  words: ChartWords,
): readonly string[] {
  const known = points.flatMap((point, at) => (point === null ? [] : [{ point, period: periods[at] ?? "" }]));
  if (known.length < long) return [];
  const sorted = [...known].sort((a, b) => a.point.value - b.point.value);
  const [low, second] = sorted;
  const high = sorted.at(-1);
  const before = sorted.at(-2);
  return [
    ...(high && before && high.point.value > before.point.value
      ? [`${spaced(words.highest, words)}${spaced(high.period, words)}${high.point.text}`]
      : []),
    ...(low && second && low.point.value < second.point.value
      ? [`${spaced(words.lowest, words)}${spaced(low.period, words)}${low.point.text}`]
      : []),
  ];
}

function ranks(rows: readonly RankedArea[], words: ChartWords): string {
  const intro = rows.length > 1 ? `${words.count(rows.length)}${words.colon}` : "";
  const parts = rows.map(({ label, rank, figure }) => `${rank}. ${spaced(label, words)}${saidOf(figure, words)}`);
  return closed([intro + parts.join(words.comma)], words);
}

/** The figures of a template's own chart, statistic by statistic. */
function known({ figures = [] }: SpecChart, words: ChartWords): string {
  const parts = [...Map.groupBy(figures, ({ label }) => label)].map(([label, of]) =>
    [label, ...of.map(({ period, figure }) => `${spaced(period, words)}${saidOf(figure, words)}`)].join(words.comma),
  );
  return closed(parts, words);
}

/** Words of alphabets are set apart from what follows. */
function spaced(text: string, { comma }: ChartWords): string {
  return comma.endsWith(" ") ? `${text} ` : text;
}

/** A description that ends in a full stop already keeps it. */
function sentence(text: string, { stop }: ChartWords): string {
  if (text === "") return "";
  return `${/[。！？.!?]$/u.test(text) ? text : `${text}${stop}`}${stop === "." ? " " : ""}`;
}

function closed(parts: readonly string[], { semicolon, stop }: ChartWords): string {
  const text = parts.filter((part) => part !== "").join(semicolon);
  return text === "" ? "" : `${text}${stop}`;
}
