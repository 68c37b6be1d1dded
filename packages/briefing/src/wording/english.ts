import { textOf } from "@jianbao/document";
import { decimalOf, formatDecimal, labelIn, shift, unitLabels } from "@jianbao/model";
import { join, mergeNotes, moved, phrase } from "../phrase.ts";
import type { Direction } from "../statement.ts";
import { computedSizeOf } from "./computed.ts";
import { englishArea } from "./english-area.ts";
import { englishCorrection } from "./english-correction.ts";
import { englishRemark } from "./english-findings.ts";
import { capitalised, englishRankings, englishSentences, inPeriod, lower, lowered } from "./english-sentences.ts";
import { englishMonthsNote, englishStepHeads, englishSteps } from "./english-steps.ts";
import { englishQuoted } from "./english-quoted.ts";
import { englishTitle } from "./english-title.ts";
import { englishDate, englishPeriod } from "./english-period.ts";
import { englishFigure, englishScale, englishUnitText } from "./english-number.ts";
import { scaled } from "./number.ts";
import { shortCitations } from "./short-citation.ts";
import type { Publication } from "@jianbao/analysis";
import type { Mark, Wording } from "./wording.ts";

/** The English wording: shorter sentences than the Chinese, the same figures, notes and order. */
export const english: Wording = {
  language: "en",
  ends: ".!?",
  comma: ", ",
  separator: "; ",
  words: {
    key: "Key figures",
    changes: "Changes since the last issue",
    areas: "Areas compared",
    checks: "Checks",
    conflicts: "Figures on which sources disagree",
    doubts: "Figures to verify",
    sources: "Sources",
    method: "Method",
    evidence: "Appendix: evidence",
    distribution: "Distribution",
    other: "Other",
    draft: "Draft, not signed",
    indicator: "Indicator",
    current: "This period",
    previous: "Year before",
    stated: "Change, stated",
    computed: "Change, computed",
    period: "Period",
    area: "Area",
    value: "Figure",
    overseas: "abroad",
    mainFigures: "Key figures",
    page: ["Page ", " of ", ""],
  },
  heading: (index, title) => `${index}. ${title}`,
  subheading: (index, title) => `(${"abcdefghij"[index - 1] ?? index}) ${title}`,
  issueNumber: (index, total) => `No. ${index}${total === null ? "" : ` (overall No. ${total})`}`,
  distribution: ({ report, send, issue, copies }) => [
    ...(report.length > 0 ? [`Reported to: ${report.join(", ")}`] : []),
    ...(send.length > 0 ? [`Sent to: ${send.join(", ")}`] : []),
    ...(issue.length > 0 ? [`Issued to: ${issue.join(", ")}`] : []),
    ...(copies === null ? [] : [`Copies: ${copies}`]),
  ],
  date: englishDate,
  period: englishPeriod,
  headline: (period, area, subject) => phrase(subject, ", ", englishArea(area), ", ", englishPeriod(period)),
  statistic: (period, area, label) =>
    phrase(
      lowered(label),
      area === null ? "" : ` in ${englishArea(area)}`,
      period === null ? null : phrase(" ", inPeriod(englishPeriod(period))),
    ),
  samePeriod: "In the same period",
  area: englishArea,
  term: (labels) => labelIn(labels, "en"),
  label: (label, rate) =>
    rate === null
      ? label
      : `${label} ${{ "per-day": "a day", "per-month": "a month", "per-year": "a year" }[rate]} on average`,
  labelled: (label, part, overseas) => {
    const notes = [part, overseas ? "abroad" : null].filter((one) => one !== null);
    return notes.length === 0 ? label : `${label} (${notes.join(", ")})`;
  },
  named: (name, figure) => phrase(name, ": ", figure),
  figure: (value, unitText, scale) => englishFigure(value, scale, unitText),
  unit: (unit, printed) => (unit === "other" ? englishUnitText(printed) : labelIn(unitLabels[unit], "en")),
  commonScale: englishScale,
  size: (value, bound, unit) => {
    const suffix = unit === "percent" || unit === "times" ? "%" : unit === "pp" ? " percentage points" : "";
    const hedges = { exact: "", approx: "about ", min: "more than ", max: "nearly ", range: "" } as const;
    // 增长2倍 is up 200%; “up 2 times” may be read as doubled.
    const size = decimalOf(value);
    return `${hedges[bound]}${formatDecimal(unit === "times" ? shift(size, 2) : size)}${suffix}`;
  },
  computedSize: (computed) =>
    computedSizeOf(computed, {
      between: " to ",
      above: " or more",
      percent: "%",
      pp: " percentage points",
      about: "about ",
      times: null,
    }),
  direction,
  changeClause: (basis, way, size) => {
    const against = {
      yoy: " year on year",
      mom: " on the period before",
      share: "",
      "from-to": "",
      other: " (against what is not said)",
    }[basis];
    return phrase(way === null ? size : way === "flat" ? direction(way) : moved(`${direction(way)} `, size), against);
  },
  tableChange: (basis, way, size) =>
    `${way === null ? "" : `${direction(way)} `}${way === "flat" ? "" : size}${basis === "mom" ? " on the period before" : ""}`.trim(),
  quoted: englishQuoted,
  source: sourceOf,
  note: (publication) => {
    const { published } = publication;
    return phrase(
      sourceOf(publication),
      published === null ? " (date unknown)" : phrase(" (", englishDate(published), ")"),
    );
  },
  shortNote: ({ publisher, published }) =>
    publisher === null
      ? null
      : `${publisher}${published === null ? "" : ` (${textOf(phrase(englishDate(published)))})`}, title under Sources`,
  sharedNote: (publications) =>
    phrase(
      `From ${publications.length} articles: `,
      join(
        shortCitations(publications, (one) => one.publisher ?? englishTitle(one)).map(({ publication, name }) =>
          publication.published === null
            ? phrase(name, " (date unknown)")
            : phrase(name, " (", englishDate(publication.published), ")"),
        ),
        ", ",
      ),
      "; titles under Sources",
    ),
  see: (references) => {
    const listed = join(
      references.map((one) => [one]),
      ", ",
      " and ",
    );
    return phrase(" See ", listed, ".");
  },
  sentences: englishSentences,
  elsewhereLead: (when, area) =>
    phrase(
      "The articles received for ",
      when,
      ` hold no figures for ${area}; the main figures of other areas follow. `,
    ),
  disputed: (names) => phrase(`Sources disagree on ${names.map(lower).join(", ")}: see Checks.`),
  steps: englishSteps,
  stepHeads: englishStepHeads,
  stepCaption: (index, theme, place, when, kind) =>
    phrase(`Table ${index}  ${theme}, ${place}, `, when, `: beside the year before and the ${kind} before`),
  monthsCaption: (index, label, unit) => phrase(`Figure ${index}  ${label} by month`, unit === "" ? "" : ` (${unit})`),
  monthsNote: englishMonthsNote,
  emptyLead: (when, hasArticles) =>
    hasArticles
      ? phrase("The articles received for ", when, " hold no statistics that this issue could print.")
      : phrase("No articles were received for ", when, ": this issue has no statistics to print."),
  tableCaption: (index, theme, places, when, both) =>
    phrase(
      `Table ${index}  ${theme}, ${places.join(" and ")}, `,
      when ?? "periods by row",
      both ? ": this period and the year before" : null,
    ),
  areasCaption: (index, place, when) =>
    phrase(`Table ${index}  Figures published by ${place ?? "areas"}, `, when ?? "periods by row"),
  changeCaption: (index, theme, now, before, unit) =>
    phrase(`Figure ${index}  ${theme}: `, now, " and ", before, unit === "" ? "" : ` (${unit})`),
  seriesCaption: (index, theme, unit) =>
    phrase(`Figure ${index}  ${theme} over the years`, unit === "" ? "" : ` (${unit})`),
  rankedCaption: (index, label, when, unit) =>
    phrase(`Figure ${index}  ${label} by area, `, when, unit === "" ? "" : ` (${unit})`),
  against: (now, before) => phrase(now, " against ", before),
  span: (from, to) => (textOf(from) === textOf(to) ? from : phrase(from, " to ", to)),
  changeNote: (kind) => [
    {
      type: "text",
      value: {
        stated: "Changes are as the articles state them.",
        computed: "Changes are computed from the figures of both periods.",
        both: "Changes marked “implied” are computed from the figures of both periods, the others are as the articles state them.",
      }[kind],
    },
  ],
  description: (parts) => parts.join(", "),
  mark: (kind) => ({ ...markTexts })[kind],
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
        : [
            `no row has a comparable figure of the year before (${unmatched.map((kind) => unmatchedNotes[kind]).join("; ")})`,
          ]),
      ...(stated ? ["stated changes are the articles' own"] : []),
      ...(computed ? [`computed changes follow from the ${sequential ? "" : "two "}figures of the row`] : []),
      ...(emphasised ? ["bold marks a change for the worse"] : []),
    ];
    return points.length === 0 ? null : `Note: ${points.join("; ")}.`;
  },
  implied: (text) => `${text} (implied)`,
  rankings: englishRankings,
  conflict: ({ about, oneSource, sides, apart, rule, tie, nearly, settled }) =>
    phrase(
      capitalised(about),
      ": ",
      oneSource
        ? phrase(
            sides[0]?.who ?? [],
            " has both ",
            join(
              sides.map((side) => side.figure),
              " and ",
            ),
          )
        : join(
            sides.map((side) =>
              phrase(side.who, side.when === null ? "" : phrase(" (for ", side.when, ")"), " has ", side.figure),
            ),
            ", ",
          ),
      nearly ? ". The periods are nearly but not fully the same" : ". The ranges of the figures do not meet",
      apart === null ? "" : phrase("; ", apart),
      settled === null ? ". This issue prints " : phrase(". ", settled.by, " settled on "),
      sides[0]?.figure.filter((inline) => inline.type === "data") ?? [],
      settled !== null
        ? phrase(" on ", englishDate(settled.on), `: ${settled.why.replace(/[。.]$/u, "")}.`)
        : tie
          ? ", though nothing tells the two apart."
          : {
              later: ", which was published later.",
              "fits-series": ", which is of the size of the other periods.",
              "more-precise": ", which is more precise.",
              "higher-office": ", which a higher office published.",
              decided: ", as the editor decided.",
            }[rule],
    ),
  apart: (difference) => phrase("they are ", difference, " apart"),
  remark: englishRemark,
  finding: (about, said) =>
    mergeNotes(phrase(about.length === 0 ? null : phrase(capitalised(about), ". "), join(said, ". "), "."), "."),
  noConflicts: "No figures of this issue's sources contradict each other.",
  noFindings: "No other figures of this issue need to be verified.",
  revised: (before) => phrase("before published as ", before),
  issueChanges: (kind, when, where, items) =>
    phrase(
      when,
      where === null ? ": " : `, ${where}: `,
      join(
        items.map(({ label, before, after }) =>
          kind === "revised"
            ? phrase(lower(label), ", revised from ", before, " in the last issue to ", after)
            : phrase(lower(label), ", ", before, " in the last issue, withdrawn"),
        ),
        "; ",
      ),
      ".",
    ),
  newFigures: (periods, areas) =>
    phrase(
      periods.length === 0
        ? null
        : phrase(
            "New in this issue: ",
            join(
              periods.map(({ when, names }) => phrase(names.map(lower).join(", "), " (", when, ")")),
              "; ",
            ),
            "; the figures stand in the sections below. ",
          ),
      areas.length === 0 ? null : `New figures of other areas, ${areas.join(", ")}, stand in their own section.`,
    ),
  issueBefore: "as printed in the last issue",
  corrections: englishCorrection,
  noSources: "This issue cites no articles.",
  method: ({ draft, fonts }) => [
    "All figures are taken from the articles listed, with their hedges (more than, nearly, about); the note behind a figure names its source, the appendix quotes the sentence.",
    "A stated change is the article's own; a computed change follows from the figures of both periods and has the digits that they support, or a range. Neither replaces the other.",
    "An implied figure of the year before follows from this period's figure and the stated change; nobody published it.",
    "A month won by difference of cumulative figures is computed, with the range that they leave; nobody published it.",
    "Only periods of the same length and place in the year are compared; percent and percentage points never mix.",
    "An asterisk marks a figure on which sources disagree: all of them stand under Checks. “※” marks one that may be wrong and that no editor has accepted: nothing is computed from it.",
    "Because of rounding, parts may not add up to their total; nothing was adjusted.",
    ...(fonts.length > 0
      ? [
          `Typefaces: ${fonts.map(({ name, standsFor }) => (standsFor === null ? name : `${name} (for ${standsFor})`)).join(", ")}.`,
        ]
      : []),
    ...(draft ? ["This issue is a draft; its figures may change."] : []),
  ],
  chartScale: (values) => {
    const size = Math.max(0, ...values.map(({ value }) => Math.abs(value)));
    if (size >= 1e9) return { power: 9, word: "billion" };
    if (size >= 1e6) return { power: 6, word: "million" };
    return size >= 1e4 ? { power: 3, word: "thousand" } : { power: 0, word: "" };
  },
  chartUnit: (scale, unitText) => `${scale.word} ${unitText}`.trim(),
  chartFigure: (value, scale) => {
    const isPlain = value.unit !== "percent" && value.unit !== "pp";
    const inScale = (size: number | null): number | null => (size === null ? null : Number(scaled(size, scale, 9)));
    return englishFigure({
      ...value,
      unit: isPlain ? "other" : value.unit,
      value: inScale(value.value) ?? 0,
      low: inScale(value.low),
      high: inScale(value.high),
    });
  },
  chartLabel: (label) => label,
  isInScale: () => true,
  missingYears: (series) =>
    phrase(
      "No figure for the whole of ",
      join(
        series.map(({ label, years }) => phrase(join(years, ", "), label === null ? "" : ` (${label})`)),
        "; ",
      ),
      ".",
    ),
  signed: (way, size) => {
    if (way === "flat") return "no change";
    return size.replaceAll(/\d+(?:\.\d+)?/gu, (digits) => `${way === "up" ? "+" : "−"}${digits}`);
  },
};

/** Publisher, “title” */
function sourceOf(publication: Publication): string {
  return `${publication.publisher === null ? "" : `${publication.publisher}, `}${englishTitle(publication)}`;
}

function direction(way: Direction): string {
  return { up: "up", down: "down", flat: "unchanged" }[way];
}

const markTexts: Readonly<Record<Mark, string>> = {
  unknown: "…",
  unpublished: "n.p.",
  incomparable: "–",
  "zero-base": "×",
  "small-base": "(small)",
  implied: "(implied)",
  "no-level": "…",
  disputed: "*",
  questioned: "※",
};

const markNotes: Readonly<Record<Mark, string>> = {
  unknown: "“…” no published figure is known",
  unpublished: "“n.p.” the articles of that time do not give the figure",
  incomparable: "“–” periods differ or are open, or a figure is missing, so that nothing can be computed",
  "zero-base": "“×” the year before is zero",
  "small-base": "“(small)” the year before is below ten, too small for percentages",
  implied: "“(implied)” follows from this period and the stated change, nobody published it",
  "no-level": "“…” no published figure is known",
  disputed: "“*” sources disagree, see Checks",
  questioned: "“※” the figure may be wrong, see Checks; nothing is computed from it",
};

/** Why no row of a table has the year before. */
const unmatchedNotes: Readonly<Record<Mark, string>> = {
  unknown: "no articles of that time are at hand",
  unpublished: "the articles of that time do not give it",
  incomparable: "periods differ or are open",
  "zero-base": "the year before is zero",
  "small-base": "the year before is below ten",
  implied: "it can only be implied",
  "no-level": "no level is published",
  disputed: "sources disagree",
  questioned: "the figure may be wrong",
};
