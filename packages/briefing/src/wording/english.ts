import { type Finding } from "@jianbao/analysis";
import { decimalOf, formatDecimal } from "@jianbao/model";
import { type Phrase, join, mergeNotes, number, phrase } from "../phrase.ts";
import type { Direction, Group, Statement } from "../statement.ts";
import { computedSizeOf } from "./computed.ts";
import { englishDate, englishPeriod } from "./english-period.ts";
import { englishFigure } from "./english-number.ts";
import type { Mark, Wording } from "./wording.ts";

/** The English wording: shorter sentences than the Chinese, the same figures, notes and order. */
export const english: Wording = {
  language: "en",
  ends: ".!?",
  comma: ", ",
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
    page: ["Page ", " of ", ""],
  },
  heading: (index, title) => `${index}. ${title}`,
  subheading: (index, title) => `(${"abcdefghij"[index - 1] ?? index}) ${title}`,
  issueNumber: (index, total) => `No. ${index}${total === null ? "" : ` (${total} in all)`}`,
  distribution: ({ report, send, issue, copies }) => [
    ...(report.length > 0 ? [`Reported to: ${report.join(", ")}`] : []),
    ...(send.length > 0 ? [`Sent to: ${send.join(", ")}`] : []),
    ...(issue.length > 0 ? [`Issued to: ${issue.join(", ")}`] : []),
    ...(copies === null ? [] : [`Copies: ${copies}`]),
  ],
  date: englishDate,
  period: englishPeriod,
  inPeriod: (period) => phrase(englishPeriod(period), ", "),
  samePeriod: "In the same period",
  area: (area) => (area.code === "CN" ? "China" : area.code === "OVERSEAS" ? "abroad" : area.name),
  inArea: (area) => `${area.code === "CN" ? "China" : area.name}, `,
  label: (label, rate) =>
    rate === null
      ? label
      : `${label}, ${{ "per-day": "daily", "per-month": "monthly", "per-year": "yearly" }[rate]} average`,
  labelled: (label, part, overseas) => {
    const notes = [part, overseas ? "abroad" : null].filter((one) => one !== null);
    return notes.length === 0 ? label : `${label} (${notes.join(", ")})`;
  },
  named: (name, figure) => phrase(name, ", ", figure),
  figure: englishFigure,
  size: (value, bound, unit) => {
    const suffix = unit === "percent" ? "%" : unit === "pp" ? " percentage points" : unit === "times" ? " times" : "";
    const hedges = { exact: "", approx: "about ", min: "more than ", max: "nearly ", range: "" } as const;
    return `${hedges[bound]}${formatDecimal(decimalOf(value))}${suffix}`;
  },
  computedSize: (computed) =>
    computedSizeOf(computed, {
      between: " to ",
      above: " or more",
      percent: "%",
      pp: " percentage points",
      about: "about ",
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
    return phrase(way === null ? "" : `${direction(way)} `, way === "flat" ? null : size, against);
  },
  tableChange: (basis, way, size) =>
    `${way === null ? "" : `${direction(way)} `}${way === "flat" ? "" : size}${basis === "mom" ? " on the period before" : ""}`.trim(),
  quoted: (text) => `“${text}”`,
  title: (publication) => `“${publication.title ?? publication.document}”`,
  note: (publication) => {
    const { published } = publication;
    return phrase(
      publication.publisher === null ? "" : `${publication.publisher}, `,
      `“${publication.title ?? publication.document}”`,
      published === null ? " (date unknown)" : phrase(" (", englishDate(published), ")"),
    );
  },
  sentences: (group) => mergeNotes(sentencesOf(group), "."),
  movements: (items, kind) => {
    if (items.length === 0) return [];
    const listed = items.map((item) =>
      phrase(
        `${lower(item.label)} ${direction(item.direction)} `,
        item.direction === "flat" ? [] : item.size,
        item.notes,
      ),
    );
    const opening = kind === "stated" ? " Year on year, as published: " : " Computed from both years' figures: ";
    return mergeNotes(phrase(opening, join(listed, ", "), "."), ".");
  },
  emptyLead: (when, hasArticles) =>
    hasArticles
      ? phrase("The articles received for ", when, " hold no statistics that this issue could print.")
      : phrase("No articles were received for ", when, ": this issue has no statistics to print."),
  tableCaption: (index, theme) => `Table ${index}  ${theme}: this period and the year before`,
  areasCaption: (index) => `Table ${index}  Figures published by areas`,
  changeCaption: (index, theme, now, before, unit) =>
    phrase(`Figure ${index}  ${theme}: `, now, " and ", before, unit === "" ? "" : ` (${unit})`),
  seriesCaption: (index, theme, unit) =>
    phrase(`Figure ${index}  ${theme} over the years`, unit === "" ? "" : ` (${unit})`),
  rankedCaption: (index, label, when, unit) =>
    phrase(`Figure ${index}  ${label} by area, `, when, unit === "" ? "" : ` (${unit})`),
  description: (parts) => parts.join(", "),
  alternative: (caption, rows) => `${caption}. ${rows.join("; ")}.`,
  mark: (kind) => ({ ...markTexts })[kind],
  markFor: (reason) =>
    reason === "not-published"
      ? "unpublished"
      : reason === "base-zero"
        ? "zero-base"
        : reason === "period-differs" || reason === "open-period"
          ? "incomparable"
          : "unknown",
  marks: (kinds, emphasised) =>
    `Note: ${[
      ...new Set(kinds.map((kind) => markNotes[kind])),
      "stated changes are the articles' own, computed ones follow from the two figures of the row",
      ...(emphasised ? ["bold marks a change for the worse"] : []),
    ].join("; ")}.`,
  implied: (text) => `${text} (implied)`,
  rankings: (when, rankings) =>
    mergeNotes(
      phrase(
        ...rankings.map(({ label, rows }) =>
          phrase(
            `${label}, `,
            when,
            ", from the highest: ",
            join(
              rows.map((row) => phrase(`${row.area} `, row.figure)),
              ", ",
            ),
            ". ",
          ),
        ),
      ),
      ".",
    ),
  conflict: ({ subject, when, oneSource, sides, apart, rule, tie, nearly }) =>
    phrase(
      `${subject}, `,
      when,
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
              phrase(side.who, side.when === null ? "" : phrase(" (", side.when, ")"), " has ", side.figure),
            ),
            ", ",
          ),
      nearly ? ". The periods are nearly but not fully the same" : ". The ranges of the figures do not meet",
      apart === null ? "" : phrase("; ", apart),
      ". This issue prints ",
      sides[0]?.figure.filter((inline) => inline.type === "data") ?? [],
      tie
        ? ", though nothing tells the two apart."
        : {
            later: ", which was published later.",
            "more-precise": ", which is more precise.",
            "higher-office": ", which a higher office published.",
            decided: ", as the editor decided.",
          }[rule],
    ),
  apart: (difference) => phrase("they are ", difference, " apart"),
  remark: (finding) =>
    phrase(
      remarks[finding.rule] ?? "to be verified",
      otherFacts(finding),
      finding.accepted ? ` (${finding.accepted.by} looked into it: ${finding.accepted.why})` : null,
    ),
  finding: (about, said) =>
    mergeNotes(phrase(about.length === 0 ? null : phrase(about, ": "), join(said, "; "), "."), "."),
  noConflicts: "No figures of this issue's sources contradict each other.",
  noFindings: "No other figures of this issue need to be verified.",
  issueChange: (kind, what, before, after) =>
    kind === "revised"
      ? phrase(what, ": revised, was ", before, ", is ", after, ".")
      : kind === "withdrawn"
        ? phrase(what, ": ", before, " in the last issue, withdrawn.")
        : phrase(what, ": new, ", after, "."),
  newFigures: (sentences, elsewhere) =>
    phrase(
      sentences.length === 0 ? null : phrase("New in this issue. ", sentences),
      elsewhere ? "New figures of other areas stand in their own section." : "",
    ),
  issueBefore: "as printed in the last issue",
  noSources: "This issue cites no articles.",
  method: ({ draft, fonts }) => [
    "All figures are taken from the articles listed, with their hedges (more than, nearly, about); the note behind a figure names its source, the appendix quotes the sentence.",
    "A stated change is the article's own; a computed change follows from the figures of both periods and has the digits that they support, or a range. Neither replaces the other.",
    "An implied figure of the year before follows from this period's figure and the stated change; nobody published it.",
    "Only periods of the same length and place in the year are compared; percent and percentage points never mix.",
    "An asterisk marks a figure on which sources disagree: all of them stand under Checks.",
    "Because of rounding, parts may not add up to their total; nothing was adjusted.",
    ...(fonts.length > 0 ? [`Typefaces: ${fonts.join(", ")}.`] : []),
    ...(draft ? ["This issue is a draft; its figures may change."] : []),
  ],
  chartUnit: (power, unitText) =>
    `${power === 8 ? "hundred million " : power === 4 ? "ten thousand " : ""}${unitText}`.trim(),
  signed: (way, size) => {
    if (way === "flat") return "no change";
    return size.replaceAll(/\d+(?:\.\d+)?/gu, (digits) => `${way === "up" ? "+" : "−"}${digits}`);
  },
};

function direction(way: Direction): string {
  return { up: "up", down: "down", flat: "unchanged" }[way];
}

/** In 2023, China: cases solved, 437,000 (computed: down 6% against 464,000); suspects captured, … */
function sentencesOf(group: Group): Phrase {
  const [first] = group.when;
  const opening =
    first?.type === "time"
      ? phrase(first.datetime.includes("/") ? "From " : "In ", group.when)
      : capitalised(group.when);
  return phrase(opening, `, ${group.where ?? "abroad"}: `, join(group.statements.map(clauseOf), "; "), ". ");
}

function clauseOf(one: Statement): Phrase {
  const name = lower(one.part === null ? one.label : `${one.label} (${one.part})`);
  const beside = one.beside.map((words) => phrase(", ", words));
  if (one.figure === null) return phrase(`${name} `, one.stated?.clause ?? null, ...beside, " (no level published)");
  if (one.stated) return phrase(`${name}, `, one.figure, " (", one.stated.clause, ")", ...beside);
  if (one.computed && one.previous) {
    const { direction: way, number: size } = one.computed;
    return phrase(
      `${name}, `,
      one.figure,
      " (computed: ",
      way === null ? "between " : `${direction(way)} `,
      way === "flat" ? null : size,
      " against ",
      one.previous,
      ")",
      ...beside,
    );
  }
  return phrase(`${name}, `, one.figure, ...beside);
}

function lower(label: string): string {
  return /^[A-Z][a-z]/u.test(label) ? `${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : label;
}

function capitalised(words: Phrase): Phrase {
  const [first, ...rest] = words;
  if (first?.type !== "text") return words;
  return phrase(`${first.value.slice(0, 1).toUpperCase()}${first.value.slice(1)}`, rest);
}

function otherFacts(finding: Finding): Phrase {
  const shown = Object.entries(finding.facts)
    .filter(([, value]) => value !== null && value !== "")
    .map(([key, value]) => `${key} ${value}`)
    .join(", ");
  return shown === "" ? [] : phrase(" (", number(shown, null, finding.observations), ")");
}

const markTexts: Readonly<Record<Mark, string>> = {
  unknown: "[x]",
  unpublished: "[np]",
  incomparable: "[z]",
  "zero-base": "[zb]",
  implied: "(implied)",
  "no-level": "[x]",
  disputed: "*",
};

const markNotes: Readonly<Record<Mark, string>> = {
  unknown: "[x] no published figure is known",
  unpublished: "[np] the articles of that time do not give the figure",
  incomparable: "[z] periods differ or are open, or a figure is missing, so that nothing can be computed",
  "zero-base": "[zb] the year before is zero",
  implied: "(implied) follows from this period and the stated change, nobody published it",
  "no-level": "[x] no published figure is known",
  disputed: "* sources disagree, see Checks",
};

const remarks: Readonly<Record<string, string>> = {
  "analysis/change-disagrees": "the stated change is not the one that both figures allow",
  "analysis/stated-changes-differ": "two articles state different changes",
  "analysis/part-exceeds-whole": "a part is greater than the whole",
  "analysis/share-disagrees": "the stated share is not the one that the figures allow",
  "analysis/sum-disagrees": "the parts do not add up to the stated total",
  "analysis/sum-incomplete": "years are missing from the stated total",
  "analysis/unit-slip": "the figures differ about ten thousandfold: 万 may have been lost or doubled",
  "analysis/implausible-jump": "the change is implausibly large",
  "analysis/doubtful-figure": "the reading is not sure",
  "analysis/doubtful-contradicted": "a doubtful reading is contradicted by a surer one",
  "analysis/period-unknown": "the period is not stated; the figure is in no table",
  "analysis/area-unknown": "the area is not stated; the figure is in no table",
  "analysis/period-after-publication": "the period is later than the publication",
  "analysis/decrease-by-multiples": "a number cannot fall by multiples of itself",
  "analysis/share-over-whole": "a share exceeds the whole",
  "analysis/undated-publication": "the article has no date; its figures are in no table",
  "analysis/decision-without-object": "a decision whose figure is no longer there",
};
