import { textOf } from "@jianbao/document";
import { chineseCorrection } from "./chinese-correction.ts";
import type { Publication, Value } from "@jianbao/analysis";
import { type Language, decimalOf, formatDecimal, labelIn, unitLabels } from "@jianbao/model";
import { join, mergeNotes, moved, phrase } from "../phrase.ts";
import type { Direction } from "../statement.ts";
import { computedSizeOf } from "./computed.ts";
import { chineseDate, chinesePeriod } from "./chinese-period.ts";
import { chineseMethod } from "./chinese-method.ts";
import { remarkOf } from "./chinese-findings.ts";
import { sentencesOf } from "./chinese-sentences.ts";
import { chineseMonthsNote, chineseStepHeads, chineseSteps } from "./chinese-steps.ts";
import { chineseNewFigures, chineseRankings } from "./chinese-lists.ts";
import { type Scale, chineseNumeral, hedgeOf, hedged } from "./number.ts";
import { chineseFigure, commonScale } from "./chinese-figure.ts";
import { titleOf } from "./chinese-title.ts";
import { shortCitations } from "./short-citation.ts";
import { regional, traditional } from "./traditional.ts";
import type { Mark, Wording } from "./wording.ts";

/** Returns the Chinese wording: one grammar, in simplified characters or in those of Taiwan or Hong Kong. */
export function chineseWording(language: Exclude<Language, "en">): Wording {
  const t = (text: string): string =>
    language === "zh-Hans" ? text : traditional(text, language === "zh-Hant-TW" ? "TW" : "HK");
  const direction = (way: Direction): string => t({ up: "上升", down: "下降", flat: "持平" }[way]);
  const figure = (value: Value, unitText: string, scale?: Scale): string => t(chineseFigure(value, unitText, scale));
  return {
    language,
    ends: "。！？",
    comma: "、",
    separator: "、",
    words: {
      key: t("要点"),
      changes: t("与上期相比的变化"),
      areas: t("各地情况"),
      checks: t("核对"),
      conflicts: t("来源不一致的数字"),
      doubts: t("需要核实的数字"),
      sources: t("资料来源"),
      method: t("编制说明"),
      evidence: t("附：数据出处"),
      distribution: t("分送"),
      other: t("其他"),
      draft: t("草稿（未经签发）"),
      indicator: t("指标"),
      current: t("本期"),
      previous: t("上年同期"),
      stated: t("公布同比"),
      computed: t("推算同比"),
      period: t("期间"),
      area: t("地区"),
      value: t("数值"),
      overseas: t("境外"),
      mainFigures: t("主要数字"),
      page: ["第", t("页　共"), t("页")],
    },
    heading: (index, title) => `${chineseNumeral(index)}、${title}`,
    subheading: (index, title) => `（${chineseNumeral(index)}）${title}`,
    issueNumber: (number, total) => t(`第${number}期${total === null ? "" : `（总第${total}期）`}`),
    distribution: ({ report, send, issue, copies }) => [
      ...(report.length > 0 ? [t("报：") + report.join("，")] : []),
      ...(send.length > 0 ? [t("送：") + send.join("，")] : []),
      ...(issue.length > 0 ? [t("发：") + issue.join("，")] : []),
      ...(copies === null ? [] : [t(`共印${copies}份`)]),
    ],
    date: chineseDate,
    period: (period) => chinesePeriod(period, t),
    statistic: (period, area, label) =>
      phrase(period === null ? null : chinesePeriod(period, t), area === null ? "" : t(area.name), label),
    samePeriod: t("同期"),
    area: (area) => t(area.name),
    headline: (period, area, subject) => phrase(chinesePeriod(period, t), t(area.name), subject, t("情况")),
    term: (labels) => {
      if (language === "zh-Hans") return labels["zh-Hans"];
      const own = labels["zh-Hant"];
      return own === undefined ? t(labels["zh-Hans"]) : regional(own, language === "zh-Hant-TW" ? "TW" : "HK");
    },
    label: (label, rate) =>
      rate === null ? label : `${t({ "per-day": "日均", "per-month": "月均", "per-year": "年均" }[rate])}${label}`,
    labelled: (label, part, overseas) => {
      const notes = [part, overseas ? "境外" : null].filter((one) => one !== null);
      return notes.length === 0 ? label : `${label}（${t(notes.join("，"))}）`;
    },
    named: (name, figure) => phrase(name, figure),
    figure,
    unit: (unit, printed) => t(printed || labelIn(unitLabels[unit], "zh-Hans")),
    commonScale,
    size: (value, bound, unit, text) => {
      const digits = formatDecimal(decimalOf(value));
      const suffix = unit === "percent" ? "%" : unit === "pp" ? "个百分点" : unit === "times" ? "倍" : "";
      const found = bound === "exact" || bound === "range" ? null : hedgeOf(text);
      const plain = `${digits}${suffix}`;
      return t(found === null ? hedged(plain, bound, { min: "超", max: "近", approx: "约" }) : `${found}${plain}`);
    },
    computedSize: (computed) =>
      t(
        computedSizeOf(computed, {
          between: "至",
          above: "以上",
          percent: "%",
          pp: "个百分点",
          about: "约",
          times: "倍",
        }),
      ),
    direction,
    changeClause: (basis, way, size) => {
      const against = { yoy: "同比", mom: "环比", share: "占", "from-to": "较前", other: "" }[basis];
      const open = basis === "other" ? t("（未说明与何时相比）") : "";
      return phrase(
        t(against),
        way === null ? size : way === "flat" ? direction(way) : moved(direction(way), size),
        open,
      );
    },
    tableChange: (basis, way, size) => {
      const against = basis === "yoy" ? "" : basis === "mom" ? t("环比") : "";
      return `${against}${way === null ? "" : direction(way)}${way === "flat" ? "" : size}`;
    },
    // What is no more than a judgement (大幅下降) is the article's, and in quotation marks.
    quoted: (text) => t(hasMeasure.test(text) ? text : `“${text}”`),
    source: (publication) => sourceOf(publication, t),
    note: (publication) => {
      const { published } = publication;
      return phrase(
        sourceOf(publication, t),
        published === null ? t("（日期不详）") : phrase("（", chineseDate(published), "）"),
      );
    },
    shortNote: ({ publisher, published }) =>
      publisher === null
        ? null
        : `${publisher}${published === null ? "" : `（${textOf(phrase(chineseDate(published)))}）`}${t("，题名见“资料来源”")}`,
    sharedNote: (publications) =>
      phrase(
        t(`综合${publications.length}篇：`),
        join(
          shortCitations(publications, (one) => one.publisher ?? t(titleOf(one))).map(({ publication, name }) =>
            publication.published === null
              ? phrase(name, t("（日期不详）"))
              : phrase(name, "（", chineseDate(publication.published), "）"),
          ),
          "、",
        ),
        t("；题名见“资料来源”"),
      ),
    see: (references) =>
      phrase(
        t("（见"),
        join(
          references.map((one) => [one]),
          "、",
        ),
        "）",
      ),
    sentences: (group) => mergeNotes(sentencesOf(group, t, direction), "。"),
    elsewhereLead: (when, area) => phrase(when, t("收到的文章中没有"), area, t("的统计数字，各地公布的主要数字如下。")),
    disputed: (names) => phrase(names.join("、"), t("的数字各来源不一致，见“核对”。")),
    steps: (when, where, kind, items) => chineseSteps(when, where, kind, items, t, direction),
    stepHeads: (kind) => chineseStepHeads(kind, t),
    stepCaption: (index, theme, place, when, kind) => {
      const { yearBefore, before } = chineseStepHeads(kind, t);
      return phrase(
        t(`表${index}　`),
        theme,
        "（",
        place,
        "，",
        when,
        t("）：与"),
        yearBefore,
        "、",
        before,
        t("相比"),
      );
    },
    monthsCaption: (index, label, unit) => phrase(t(`图${index}　`), label, t("：逐月情况"), inUnit(unit, t)),
    monthsNote: (months) => chineseMonthsNote(months, t),
    emptyLead: (when, hasArticles) =>
      hasArticles
        ? phrase(when, t("收到的文章中，没有可以列入本期的统计数字。"))
        : phrase(when, t("没有收到文章，本期没有可以列入的统计数字。")),
    tableCaption: (index, theme, places, when, both) =>
      phrase(
        t(`表${index}　`),
        theme,
        "（",
        places.join(t("和")),
        "，",
        when ?? t("期间见各行"),
        "）",
        both ? t("：本期与上年同期") : null,
      ),
    areasCaption: (index, place, when) =>
      phrase(t(`表${index}　`), place ?? t("各地"), t("公布的数字（"), when ?? t("期间见各行"), "）"),
    changeCaption: (index, theme, now, before, unit) =>
      phrase(t(`图${index}　`), theme, "：", now, t("与"), before, t("比较"), inUnit(unit, t)),
    seriesCaption: (index, theme, unit) => phrase(t(`图${index}　`), theme, t("：历年情况"), inUnit(unit, t)),
    rankedCaption: (index, label, when, unit) =>
      phrase(t(`图${index}　`), label, "：", when, t("各地比较"), inUnit(unit, t)),
    against: (now, before) => phrase(now, t("与"), before, t("相比")),
    span: (from, to) => (textOf(from) === textOf(to) ? from : phrase(from, t("至"), to)),
    changeNote: (kind) => [
      {
        type: "text",
        value: t(
          {
            stated: "变化为文章公布的同比。",
            computed: "变化由两期数字推算。",
            both: "注明“推算”的变化由两期数字推算，其余为文章公布的同比。",
          }[kind],
        ),
      },
    ],
    description: (parts) => parts.join("，"),
    mark: (kind) => t(markTexts[kind]),
    markFor: (reason) =>
      reason === "not-published"
        ? "unpublished"
        : reason === "base-zero"
          ? "zero-base"
          : reason === "base-small"
            ? "small-base"
            : reason === "period-differs" || reason === "open-period"
              ? "incomparable"
              : "unknown",
    marks: (kinds, { emphasised, stated, computed, sequential = false, unmatched }) => {
      const points = [
        ...new Set(kinds.map((kind) => markNotes[kind])),
        ...(unmatched.length === 0
          ? []
          : [`各行没有可比的上年同期数字（${unmatched.map((kind) => unmatchedNotes[kind]).join("；")}），不列该栏`]),
        ...(stated ? [sequential ? "公布的同比、环比是文章公布的变化" : "公布同比是文章公布的变化"] : []),
        ...(computed ? [sequential ? "推算的同比、环比由表中数字算得" : "推算同比由表中两期数字算得"] : []),
        ...(emphasised ? ["加粗表示向不利方向变化"] : []),
      ];
      return points.length === 0 ? null : t(`注：${points.join("；")}。`);
    },
    implied: (text) => `${text}${t("（推算）")}`,
    rankings: (when, rankings) => chineseRankings(when, rankings, t),
    conflict: ({ about, oneSource, sides, apart, rule, tie, nearly, settled }) =>
      phrase(
        about,
        t("，"),
        oneSource
          ? phrase(
              sides[0]?.who ?? [],
              t("中并见"),
              join(
                sides.map((side) => side.figure),
                t("与"),
              ),
            )
          : join(
              sides.map((side) =>
                phrase(
                  side.who,
                  side.when === null ? "" : phrase(t("（期间为"), side.when, "）"),
                  t("为"),
                  side.figure,
                ),
              ),
              "，",
            ),
        t("。"),
        nearly ? t("两处所说的期间相近而不完全相同") : t("各数的可能范围互不重合"),
        apart === null ? "" : phrase("，", apart),
        settled === null ? t("。本期暂取") : phrase(t("。"), settled.by, t("于"), chineseDate(settled.on), t("裁定取")),
        sides[0]?.figure.filter((inline) => inline.type === "data") ?? [],
        settled !== null
          ? phrase(t("，理由："), settled.why.replace(/。$/u, ""), "。")
          : t(
              tie
                ? "，尚无从判断取舍，请编辑裁定。"
                : {
                    later: "，因其公布较晚。",
                    "fits-series": "，因其与其他各期大小相当。",
                    "more-precise": "，因其数字较精确。",
                    "higher-office": "，因其公布机关层级较高。",
                    decided: "，系经编辑裁定。",
                  }[rule],
            ),
      ),
    apart: (difference) => phrase(t("相差"), difference),
    remark: (finding, unitText) => remarkOf(finding, unitText, t),
    finding: (about, remarks) =>
      mergeNotes(phrase(about.length === 0 ? null : phrase(about, "："), join(remarks, "；"), "。"), "。"),
    noConflicts: t("本期各来源的数字未发现互相矛盾。"),
    noFindings: t("本期未发现其他需要核实的数字。"),
    revised: (before) => phrase(t("此前公布为"), before),
    issueChanges: (kind, when, where, items) =>
      phrase(
        when,
        where ?? "",
        join(
          items.map(({ label, before, after }) =>
            kind === "revised"
              ? phrase(label, t("由上期的"), before, t("改为"), after)
              : phrase(label, t("上期列为"), before, t("，本期撤下")),
          ),
          "；",
        ),
        "。",
      ),
    newFigures: (periods, areas) => chineseNewFigures(periods, areas, t),
    issueBefore: t("上期简报所列"),
    corrections: chineseCorrection(t),
    noSources: t("本期没有引用文章。"),
    method: (facts) => chineseMethod(facts).map(t),
    chartScale: commonScale,
    chartUnit: (scale, unitText) => t(`${scale.word}${unitText}`),
    chartFigure: (value, scale, unitText) => figure(value, unitText, scale),
    chartLabel: (label, scale, unitText) => {
      const plain = unitText !== "" && label.endsWith(unitText) ? label.slice(0, -unitText.length) : label;
      const bare = [scale.word, t(scale.word)].reduce(
        (text, word) => (word === "" ? text : text.replaceAll(word, "")),
        plain,
      );
      // A label in another scale says its own.
      return /[万萬亿億]/u.test(bare) ? label : bare;
    },
    isInScale: (label, scale) =>
      scale.word === "" ? !/[万萬亿億]/u.test(label) : [scale.word, t(scale.word)].some((word) => label.includes(word)),
    missingYears: (series) =>
      phrase(
        join(
          series.map(({ label, years }) => phrase(label ?? "", join(years, "、"))),
          "；",
        ),
        t("：无全年数。"),
      ),
    signed: (way, size) => {
      if (way === "flat") return direction(way);
      const sign = way === "up" ? "+" : "−";
      // Puts the sign before each number: 约6% → 约−6%, 14%至18% → +14%至+18%.
      return size.replaceAll(/\d+(?:\.\d+)?/gu, (number) => `${sign}${number}`);
    },
  };
}

/** Matches words that say how much: 比上年翻一番, 占总数的5.1%, 基本持平, 增长两成; must not match 大幅下降, 明显减少. */
const hasMeasure = /\d|[一二两三四五六七八九十][倍成番]|翻番|持平|半/u;

/** （单位：万起）; nothing where labels are in several units and say them themselves. */
function inUnit(unit: string, t: (text: string) => string): string {
  return unit === "" ? "" : `${t("（单位：")}${unit}）`;
}

/** 央视新闻《公安部通报工作情况》 */
function sourceOf(publication: Publication, t: (text: string) => string): string {
  return `${publication.publisher ?? ""}${publication.title === null ? t(titleOf(publication)) : titleOf(publication)}`;
}

/** What stands in a cell without a number. */
const markTexts: Readonly<Record<Mark, string>> = {
  unknown: "…",
  unpublished: "未公布",
  incomparable: "—",
  "zero-base": "×",
  "small-base": "（基数小）",
  implied: "（推算）",
  "no-level": "…",
  disputed: "*",
  questioned: "※",
};

const markNotes: Readonly<Record<Mark, string>> = {
  unknown: "“…”表示未见公布",
  unpublished: "“未公布”表示同期的文章中没有这一数字",
  incomparable: "“—”表示期间长短不同、起止不明而不可比，或缺少一期数字而无法推算",
  "zero-base": "“×”表示上年同期为零，不计算变化",
  "small-base": "“（基数小）”表示上年同期不足十，不计算百分比",
  implied: "“（推算）”表示由本期数字和公布的同比倒推，不是公布的数字",
  "no-level": "“…”表示未见公布",
  disputed: "“*”表示各来源的数字不一致，见“核对”",
  questioned: "“※”表示数字疑有差错，见“核对”，不用于推算",
};

/** Why no row of a table has the year before. */
const unmatchedNotes: Readonly<Record<Mark, string>> = {
  unknown: "资料中没有上年同期的文章",
  unpublished: "同期的文章没有公布",
  incomparable: "期间长短不同或起止不明",
  "zero-base": "上年同期为零",
  "small-base": "上年同期不足十",
  implied: "只能推算",
  "no-level": "未见公布",
  disputed: "来源不一致",
  questioned: "疑有差错",
};
