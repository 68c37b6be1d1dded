import type { Finding, FindingRule } from "@jianbao/analysis";
import { type Phrase, join, mark, number, phrase, time } from "../phrase.ts";
import { plainFigures } from "./chinese-figure.ts";
import { chineseDate, chinesePeriod } from "./chinese-period.ts";
import { titleOf } from "./chinese-title.ts";
import { scaleOf, scaled } from "./number.ts";

/**
 * Writes what a careful editor would ask: what is odd, with the arithmetic in words, and what was
 * decided where somebody looked into it. What arithmetic gives has the unit that the finding
 * knows of, else `unitText`, that of the figures concerned.
 */
export function remarkOf(finding: Finding, unitText: string, t: (text: string) => string): Phrase {
  const stated = finding.facts["unitText"];
  const ownUnit = typeof stated === "string" && stated !== "" ? stated : unitText;
  const facts: Facts = {
    text: (name) => {
      const value = finding.facts[name];
      return value === null || value === undefined ? "" : `${value}`;
    },
    figure: (name) => {
      const value = finding.facts[name];
      if (value === null || value === undefined || value === "") return [];
      const unit = name === "ratio" ? "" : ownUnit;
      const words = typeof value === "number" ? `${inScale(value)}${unit}` : plainFigures(value);
      return [number(t(words), typeof value === "number" ? value : null, finding.observations)];
    },
    range: (low, high, unit) => {
      const [from, to] = [finding.facts[low], finding.facts[high]];
      if (typeof from !== "number" || typeof to !== "number") return [];
      const text = from === to ? `${signed(from)}${unit}` : `${signed(from)}${unit}至${signed(to)}${unit}`;
      return [number(t(text), null, finding.observations)];
    },
    between: (low, high) => {
      const [from, to] = [finding.facts[low], finding.facts[high]];
      if (typeof from !== "number" || typeof to !== "number") return [];
      const words = from === to ? inScale(from) : `${inScale(from)}至${inScale(to)}`;
      return [number(t(`${words}${ownUnit}`), null, finding.observations)];
    },
    dated: (name) => {
      const published = dateOf(finding.facts[`${name}Published`]);
      return phrase(
        facts.figure(name),
        published === null ? null : phrase(t("（"), chineseDate(published), t("公布）")),
      );
    },
    years: (name) => {
      const value = finding.facts[name];
      const years = typeof value === "string" ? value.split("、") : [];
      return join(
        years.map((year): Phrase => [time(`${year}年`, year)]),
        "、",
      );
    },
    period: (start, end) => chinesePeriod({ start: dateOf(finding.facts[start]), end: dateOf(finding.facts[end]) }, t),
    t,
  };
  const remark = remarks[finding.rule](facts);
  const { accepted } = finding;
  return phrase(
    remark,
    accepted ? phrase(t("（已由"), accepted.by, t("核过："), accepted.why.replace(/。$/u, ""), "）") : null,
  );
}

interface Facts {
  readonly text: (name: string) => string;
  /** A fact that holds figures, resting on the finding's observations. */
  readonly figure: (name: string) => Phrase;
  readonly range: (low: string, high: string, unit: string) => Phrase;
  /** Such a fact with the day on which its article appeared: 5588起（2023年12月4日公布）. */
  readonly dated: (name: string) => Phrase;
  /** What lies between two facts in base units: 2.9万至3.1万. */
  readonly between: (low: string, high: string) => Phrase;
  /** Years that a fact lists: 2021年、2022年. */
  readonly years: (name: string) => Phrase;
  readonly period: (start: string, end: string) => Phrase;
  readonly t: (text: string) => string;
}

/** What each rule of `analysis` has to say. */
const remarks: Readonly<Record<FindingRule, (facts: Facts) => Phrase>> = {
  "analysis/change-disagrees": ({ figure, dated, range, text, t }) =>
    phrase(
      t("文章公布“"),
      figure("stated"),
      t("”，而由"),
      dated("current"),
      t(text("basis") === "mom" ? "与前一期的" : "与上年同期的"),
      dated("previous"),
      t("推算，变化应在"),
      range("computedLow", "computedHigh", text("computedUnit") === "pp" ? "个百分点" : "%"),
      t("之间，两者不合，可能因统计口径调整，请核对"),
    ),
  "analysis/stated-changes-differ": ({ dated, text, t }) =>
    phrase(
      t(text("basis") === "mom" ? "两处公布的环比不一致，一处为" : "两处公布的同比不一致，一处为"),
      dated("first"),
      t("，另一处为"),
      dated("second"),
    ),
  "analysis/part-exceeds-whole": ({ dated, between, text, period, t }) =>
    phrase(
      t("部分大于总体，"),
      t({ period: "较短期间的", area: "下级地区的", breakdown: "其中一部分的" }[text("relation")] ?? ""),
      dated("part"),
      t("，大于"),
      period("wholeStart", "wholeEnd"),
      text("wholeArea"),
      t("总数的"),
      dated("whole"),
      text("excess") === "" ? null : phrase(t("，至少多出"), between("excess", "excess")),
      t("，请核对"),
    ),
  "analysis/parts-exceed-whole": ({ figure, dated, between, text, t }) =>
    phrase(
      t(text("relation") === "area" ? "已知各下级地区的" : "期内已知各段的"),
      figure("parts"),
      t("合计至少"),
      between("sumLow", "sumLow"),
      t("，已大于公布的总数"),
      dated("whole"),
      t("，请核对"),
    ),
  "analysis/share-disagrees": ({ figure, dated, range, t }) =>
    phrase(
      t("文章公布“"),
      figure("stated"),
      t("”，而由部分的"),
      dated("part"),
      t("除以总体的"),
      dated("whole"),
      t("，占比应在"),
      range("computedLow", "computedHigh", "%"),
      t("之间，两者不合"),
    ),
  "analysis/difference-disagrees": ({ dated, period, between, t }) =>
    phrase(
      t("由"),
      period("start", "end"),
      t("的"),
      dated("longer"),
      t("减去"),
      period("shorterStart", "shorterEnd"),
      t("的"),
      dated("shorter"),
      t("推算，"),
      period("stepStart", "stepEnd"),
      t("应为"),
      between("leftLow", "leftHigh"),
      t("，而公布的是"),
      dated("step"),
      t("，两者不合，可能因前期数字有过调整，请核对"),
    ),
  "analysis/sum-disagrees": ({ figure, dated, years, text, t }) =>
    phrase(
      t("各段之和与公布的总数不合，"),
      figure("parts"),
      t("，合计"),
      figure("sum"),
      t("，公布的总数为"),
      dated("stated"),
      text("apart") === "" ? null : phrase(t("，相差"), figure("apart")),
      text("missingYears") === "" ? null : phrase(t("，且尚缺"), years("missingYears"), t("的数字")),
    ),
  "analysis/sum-incomplete": ({ figure, dated, between, years, t, text }) =>
    phrase(
      t("公布的总数为"),
      dated("stated"),
      text("parts").includes("、")
        ? phrase(t("，已知各年为"), figure("parts"), t("，合计"), figure("sum"), "，")
        : phrase(t("，其中已知的只有"), figure("parts"), "，"),
      years("missingYears"),
      t("未见数字"),
      text("remainderLow") === "" || text("remainderHigh") === ""
        ? null
        : phrase(t("，由总数减去已知各年推算，所缺部分为"), between("remainderLow", "remainderHigh")),
    ),
  "analysis/unit-slip": ({ dated, figure, t }) =>
    phrase(dated("first"), t("与"), dated("second"), t("相差约"), figure("ratio"), t("倍，疑有一处漏写或多写“万”字")),
  "analysis/implausible-jump": ({ dated, figure, text, t }) =>
    phrase(
      t("由上年同期的"),
      dated("first"),
      t(text("direction") === "up" ? "升至" : "降至"),
      dated("second"),
      t(text("direction") === "up" ? "，后者为前者的" : "，前者为后者的"),
      figure("ratio"),
      t("倍，变化过大，请核对统计口径"),
    ),
  "analysis/figure-revised": ({ dated, figure, text, t }) =>
    phrase(
      t("先为"),
      dated("before"),
      t("，后为"),
      dated("after"),
      t(text("direction") === "down" ? "，减少" : "，增加"),
      figure("difference"),
      t("，本期采用后者"),
    ),
  "analysis/doubtful-figure": ({ t }) => phrase(t("这一读法把握不大，请对照原文")),
  "analysis/doubtful-contradicted": ({ figure, t }) =>
    phrase(t("把握不大的"), figure("doubtful"), t("与较可靠的"), figure("sure"), t("不合，本期采用后者")),
  "analysis/period-unknown": ({ t }) => phrase(t("原文没有说明期间，未列入表格")),
  "analysis/area-unknown": ({ t }) => phrase(t("原文没有说明地区，未列入表格")),
  "analysis/period-after-publication": ({ t }) => phrase(t("所说的期间晚于文章的发表日期，请核对期间")),
  "analysis/decrease-by-multiples": ({ figure, t }) =>
    phrase(t("原文作“"), figure("change"), t("”，数字减少不能用倍数表示，请向来源核实")),
  "analysis/share-over-whole": ({ figure, t }) =>
    phrase(t("原文作“"), figure("change"), t("”，占比大于全部，请核对原文")),
  "analysis/undated-publication": ({ text, t }) =>
    phrase(
      t(titleOf({ title: text("title") || null, document: text("document") })),
      t("没有发表日期，或日期只到年份，其中的数字未列入表格"),
    ),
  "analysis/several-in-sentence": ({ figure, t }) =>
    phrase(
      t("几个数字见于同一处，读来是同一统计，可能有的只是其中一部分而未能分清，本期采用"),
      figure("printed"),
      t("，请对照原文"),
    ),
  "analysis/unsound-figure": ({ t }) => phrase(t("这一数字的可能范围上下颠倒，或大到无法计数，未列入表格，请对照原文")),
  "analysis/decision-without-object": ({ t, ...facts }) =>
    phrase(decisionOf({ t, ...facts }), t("已找不到所指的数字、冲突或问题，请更新决定文件")),
  "analysis/settlement-without-candidate": ({ text, t, ...facts }) =>
    phrase(
      decisionOf({ text, t, ...facts }),
      t("选定的数字"),
      text("observation") === "" ? null : phrase("（", mark(text("observation")), "）"),
      t("不在冲突各方之中，未能照办，请更新决定文件"),
    ),
};

/** 王编辑2024年1月10日的决定c-0123 */
function decisionOf({ text, t }: Facts): Phrase {
  return phrase(text("by"), text("on") === "" ? null : chineseDate(text("on")), t("的决定"), mark(text("decision")));
}

function dateOf(value: string | number | null | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function inScale(value: number): string {
  const scale = scaleOf(value);
  return `${signed(Number(scaled(value, scale, 4)))}${scale.word}`;
}

function signed(value: number): string {
  return value < 0 ? `−${-value}` : `${value}`;
}
