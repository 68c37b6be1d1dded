import type { Observation } from "@jianbao/model";
import { type Console, say } from "./console.ts";
import { terminalTable } from "./terminal-table.ts";

/** Writes observations as a table for a terminal: Han characters count two columns. */
export function toTable(console: Console, observations: readonly Observation[]): string {
  const head = [
    say(console, { zh: "指标", en: "indicator" }),
    say(console, { zh: "数字", en: "figure" }),
    say(console, { zh: "地区", en: "area" }),
    say(console, { zh: "期间", en: "period" }),
    say(console, { zh: "变化", en: "change" }),
    say(console, { zh: "主题", en: "subject" }),
    say(console, { zh: "把握", en: "sure" }),
    say(console, { zh: "出处", en: "place" }),
  ];
  const rows = observations.map((o) => [
    [o.indicator ?? `（${o.measure}）`, ...partsOf(console, o)].join(" "),
    o.quantity?.text ?? "—",
    o.area?.name ?? "—",
    o.period === null ? "—" : `${o.period.start ?? ""}..${o.period.end ?? ""}`,
    o.change.map((change) => change.text).join("；") || "—",
    o.subject,
    o.confidence.toFixed(2),
    `${o.document}@${o.source.start}`,
  ]);
  return terminalTable(console, head, rows);
}

/** What tells a figure from others of its indicator: 日均, 银行卡, one case alone. */
export function partsOf(console: Console, { breakdown, rate, scope }: Observation): string[] {
  const rates = {
    "per-day": { zh: "日均", en: "per day" },
    "per-month": { zh: "月均", en: "per month" },
    "per-year": { zh: "年均", en: "per year" },
  } as const;
  return [
    ...(rate === null ? [] : [say(console, rates[rate])]),
    ...(breakdown === null ? [] : [breakdown]),
    ...(scope === "case" ? [say(console, { zh: "个案", en: "one case" })] : []),
  ];
}
