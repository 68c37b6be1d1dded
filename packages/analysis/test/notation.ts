import {
  type Area,
  type Bound,
  type Change,
  type DomainPack,
  type Indicator,
  type Observation,
  type Period,
  type Rate,
  type Unit,
  china,
  isoDate,
  daysInMonth,
  overseas,
  parseIssuePeriod,
} from "@jianbao/model";
import { type Analysis, type AnalysisInput, type Publication, analyse } from "../src/index.ts";

/**
 * A notation for articles, a line each:
 *
 *   `2021-04 新华社 甲.txt: cases.solved 2020 32.2万 | suspects.captured@OVERSEAS 2020-01..2020-09 3.4万余 +52%`
 *
 * date (`?` for none), publisher, document; then figures: indicator, with `@area`, `#breakdown`, `~rate`, `!confidence`
 * as needed; period; figure with prefix or suffix hedge (`?` for a change alone, `-` for one in words); and changes (`+52%`, `-2.2pp`, `+2x`, `=`, `占30%`, `环+5%`).
 * Periods: a year, a month, `from..to` of days, months or nothing (`2020-01-01..` is open), `?` for none.
 */
export function articles(lines: string): Pick<AnalysisInput, "observations" | "publications"> {
  const observations: Observation[] = [];
  const publications: Publication[] = [];
  for (const line of lines.split("\n").map((l) => l.trim())) {
    if (line === "") continue;
    const colon = line.indexOf(": ");
    const [published = "", publisher = "", document = "", title] = line.slice(0, colon).split(" ");
    publications.push({
      key: `${document}#1`,
      document,
      part: 1,
      title: title ?? null,
      publisher,
      published: published === "?" ? null : published,
      url: null,
    });
    for (const [index, figure] of line
      .slice(colon + 2)
      .split(" | ")
      .entries()) {
      observations.push(observationOf(document, index, figure.trim()));
    }
  }
  return { observations, publications };
}

/** Analyses articles for a month, quarter … and area (default: the whole country). */
export function analysed(period: string, lines: string, options: Partial<AnalysisInput> = {}): Analysis {
  return analyse(inputOf(period, lines, options));
}

export function inputOf(period: string, lines: string, options: Partial<AnalysisInput> = {}): AnalysisInput {
  const issue = parseIssuePeriod(period);
  if (!issue) throw new RangeError(period);
  return { ...articles(lines), decisions: [], pack, period: issue, area: china, previous: null, ...options };
}

/** Findings as `rule: documents`, in order. */
export function findings(analysis: Analysis): string[] {
  return analysis.findings.map(
    ({ rule, observations }) => `${rule.replace("analysis/", "")}: ${observations.map((id) => id.slice(2)).join(" ")}`,
  );
}

/** Comparisons as `indicator period: current | previous`. */
export function table(comparisons: Analysis["comparisons"]): string[] {
  return comparisons.map(
    ({ key, current, previous, reason }) =>
      `${key.indicator}${key.area.code === "CN" ? "" : `@${key.area.code}`} ${current.period.start ?? ""}..${current.period.end ?? ""}: ${current.value.text} | ${previous?.value.text ?? reason}`,
  );
}

export const pack: DomainPack = {
  id: "telecom-fraud",
  labels: { "zh-Hans": "电信网络诈骗" },
  themes: [{ id: "crackdown", labels: { "zh-Hans": "打击" } }],
  indicators: [
    indicator("cases.reported", "case"),
    indicator("cases.solved", "case"),
    indicator("cases.solve_rate", "percent"),
    indicator("suspects.captured", "person"),
    indicator("suspects.prosecuted", "person"),
    indicator("funds.stopped", "CNY"),
    indicator("cards.seized", "item"),
    { ...indicator("centers.built", "item"), kind: "stock" },
  ],
  subjects: [{ id: "telecom-fraud", labels: { "zh-Hans": "电信网络诈骗" }, words: [] }],
  campaigns: [],
  organisations: [
    { name: "公安部", area: china },
    { name: "某省公安厅", area: { code: "CN-SN", name: "陕西" } },
    { name: "某县公安局", area: { code: "610122", name: "蓝田县" } },
  ],
};

function indicator(id: string, unit: Unit): Indicator {
  return {
    id,
    labels: { "zh-Hans": id },
    theme: "crackdown",
    unit,
    rise: "neutral",
    kind: "flow",
    verbs: [],
    nouns: [],
    phrases: [],
    not: [],
  };
}

const areas: Readonly<Record<string, Area>> = {
  CN: china,
  OVERSEAS: overseas,
  "CN-SN": { code: "CN-SN", name: "陕西" },
  "610100": { code: "610100", name: "西安市" },
  "610122": { code: "610122", name: "蓝田县" },
};

function observationOf(document: string, index: number, text: string): Observation {
  const [head = "", period = "?", figure = "-", ...changes] = text.split(" ");
  const [, id = "", area, breakdown, subject, rate, confidence] =
    /^([a-z._?]+)(?:@([\w-]+))?(?:#([^~!&]+))?(?:&([^~!]+))?(?:~([a-z-]+))?(?:!([\d.]+))?$/u.exec(head) ?? [];
  const unit = pack.indicators.find((i) => i.id === id)?.unit ?? "item";
  const start = index * 100;
  return {
    id: `o-${document.replace(".txt", "")}${index}`,
    document,
    part: 1,
    indicator: id === "?" ? null : id,
    measure: id,
    subject: subject ?? "telecom-fraud",
    breakdown: breakdown ?? null,
    scope: "aggregate",
    quantity: figure === "-" ? null : figure === "?" ? { ...noLevel, unit } : quantityOf(figure, unit),
    area: area === "none" ? null : (areas[area ?? "CN"] ?? { code: area ?? "", name: area ?? "" }),
    period: periodOf(period),
    actor: null,
    rate: (rate as Rate | undefined) ?? null,
    change: changes.map(changeOf),
    source: {
      start: start + 20,
      end: start + 30,
      quote: `${document}第${index + 1}处所说的数字是${figure}，此外并无他意。`,
      quoteStart: start,
      quoteEnd: start + 60,
    },
    confidence: Number(confidence ?? 0.95),
  };
}

const noLevel = { text: "", value: null, unitText: "", bound: "exact", low: null, high: null } as const;

/** `32.2万`, `37万余`, `约30万`, `近4万`, `超3万`, `20—30`. */
export function quantityOf(text: string, unit: Unit): Observation["quantity"] {
  const match = /^(约|近|超)?(\d+(?:\.(\d+))?)(万|亿)?(余)?$/u.exec(text);
  if (!match) throw new RangeError(`a figure cannot be written ${text}`);
  const scale = match[4] === "万" ? 1e4 : match[4] === "亿" ? 1e8 : 1;
  const value = scale === 1 ? Number(match[2]) : Math.round(Number(match[2]) * scale);
  const step = Math.round(scale / 10 ** (match[3]?.length ?? 0));
  const bound: Bound =
    match[5] || match[1] === "超" ? "min" : match[1] === "近" ? "max" : match[1] ? "approx" : "exact";
  const reach = scale === 1 ? 0 : step / 2;
  const range = {
    exact: [value - reach, value + reach],
    approx: [value * 0.95, value * 1.05],
    min: [value, value + step],
    max: [value - step, value],
    range: [value, value],
  }[bound];
  return {
    text: text.replace(/^[约近超]/u, ""),
    value,
    unit,
    unitText: "",
    bound,
    low: range[0] ?? null,
    high: range[1] ?? null,
  };
}

/** `+52%`, `-3.1%`, `-2.2pp`, `+2x`, `=`, `占30%`, `环+5%`. */
function changeOf(text: string): Change {
  if (text === "=") return { ...base, direction: "flat", value: 0, text: "同比持平" };
  const match = /^环?([+-]|占)(\d+(?:\.(\d+))?)(%|pp|x)$/u.exec(text);
  if (!match) throw new RangeError(`a change cannot be written ${text}`);
  const value = Number(match[2]);
  const half = 0.5 / 10 ** (match[3]?.length ?? 0);
  return {
    ...base,
    basis: match[1] === "占" ? "share" : text.startsWith("环") ? "mom" : "yoy",
    direction: match[1] === "占" ? null : match[1] === "+" ? "up" : "down",
    value,
    unit: match[4] === "%" ? "percent" : match[4] === "pp" ? "pp" : "times",
    low: Number((value - half).toFixed(4)),
    high: Number((value + half).toFixed(4)),
    text,
  };
}

const base: Change = {
  basis: "yoy",
  direction: null,
  value: null,
  unit: "percent",
  bound: "exact",
  low: null,
  high: null,
  text: "",
};

function periodOf(text: string): Period | null {
  if (text === "?") return null;
  if (!text.includes("..")) return { start: edge(text, false), end: edge(text, true), text };
  const [from = "", to = ""] = text.split("..");
  return { start: from === "" ? null : edge(from, false), end: to === "" ? null : edge(to, true), text };
}

function edge(text: string, isEnd: boolean): string {
  const [year = 0, month, day] = text.split("-").map(Number);
  const m = month ?? (isEnd ? 12 : 1);
  return isoDate(year, m, day ?? (isEnd ? daysInMonth(year, m) : 1));
}
