import type { Finding, FindingRule } from "@jianbao/analysis";
import { unitLabels } from "@jianbao/model";
import { type Phrase, mark, number, phrase } from "../phrase.ts";
import { englishNumber } from "./english-number.ts";
import { englishDate, englishPeriod } from "./english-period.ts";
import { englishQuoted } from "./english-quoted.ts";
import { englishTitle } from "./english-title.ts";

/** Writes what a careful editor would ask, a sentence without its end; the article's own words stay quoted. */
export function englishRemark(finding: Finding, unitText: string): Phrase {
  const remark = remarks[finding.rule](factsOf(finding, unitText));
  const { accepted } = finding;
  return phrase(remark, accepted ? ` (${accepted.by} looked into it: ${accepted.why.replace(/[。.]$/u, "")})` : null);
}

interface Facts {
  readonly text: (name: string) => string;
  /** A fact that holds figures, resting on the finding's observations; words of the article are quoted. */
  readonly figure: (name: string) => Phrase;
  readonly range: (low: string, high: string, unit: string) => Phrase;
  /** Such a fact with the day on which its article appeared: “5588起” (published 4 December 2023). */
  readonly dated: (name: string) => Phrase;
  /** What lies between two facts in base units: 29,000 to 31,000. */
  readonly between: (low: string, high: string) => Phrase;
  readonly period: (start: string, end: string) => Phrase;
}

function factsOf({ facts, observations }: Finding, unitText: string): Facts {
  const text = (name: string): string => `${facts[name] ?? ""}`;
  const isMoney = Object.entries(unitLabels).some(
    ([unit, labels]) => labels.en === unitText && /^[A-Z]{3}$/u.test(unit),
  );
  const figure: Facts["figure"] = (name) => {
    const value = facts[name];
    if (value === null || value === undefined || value === "") return [];
    const unit = name === "ratio" || unitText === "" ? "" : `${unitText === "%" ? "" : " "}${unitText}`;
    if (typeof value === "number") return [number(`${englishNumber(value)}${unit}`, value, observations)];
    return [
      number(
        /\p{Script=Han}/u.test(value)
          ? englishQuoted(value, isMoney ? unitText : undefined)
          : value.replaceAll("、", ", "),
        null,
        observations,
      ),
    ];
  };
  return {
    text,
    figure,
    dated: (name) => {
      const published = text(`${name}Published`);
      return phrase(figure(name), published === "" ? null : phrase(" (published ", englishDate(published), ")"));
    },
    between: (low, high) => {
      const [from, to] = [facts[low], facts[high]];
      if (typeof from !== "number" || typeof to !== "number") return [];
      return [
        number(
          `${from === to ? signedNumber(from) : `${signedNumber(from)} to ${signedNumber(to)}`}${unitText === "" ? "" : ` ${unitText}`}`,
          null,
          observations,
        ),
      ];
    },
    range: (low, high, unit) => {
      const [from, to] = [facts[low], facts[high]];
      if (typeof from !== "number" || typeof to !== "number") return phrase("an open range");
      const words = from === to ? `${signed(from)}${unit}` : `${signed(from)} to ${signed(to)}${unit}`;
      return [number(words, null, observations)];
    },
    period: (start, end) => englishPeriod({ start: text(start) || null, end: text(end) || null }),
  };
}

/** What each rule of `analysis` has to say. */
const remarks: Readonly<Record<FindingRule, (facts: Facts) => Phrase>> = {
  "analysis/change-disagrees": ({ figure, dated, range, text }) =>
    phrase(
      "The article states ",
      figure("stated"),
      ", while ",
      dated("current"),
      text("basis") === "mom" ? " against the period before, " : " against a year before, ",
      dated("previous"),
      ", allow a change of ",
      range("computedLow", "computedHigh", text("computedUnit") === "pp" ? " percentage points" : "%"),
      "; what is counted may have changed",
    ),
  "analysis/stated-changes-differ": ({ dated, text }) =>
    phrase(
      text("basis") === "mom"
        ? "Two articles state different changes against the period before, "
        : "Two articles state different changes, ",
      dated("first"),
      " and ",
      dated("second"),
    ),
  "analysis/part-exceeds-whole": ({ dated, between, text, period }) =>
    phrase(
      { period: "The figure of a shorter period", area: "The figure of an area", breakdown: "One part" }[
        text("relation")
      ] ?? "A part",
      ", ",
      dated("part"),
      ", exceeds the whole, ",
      dated("whole"),
      text("wholeStart") === "" && text("wholeEnd") === "" ? null : phrase(", of ", period("wholeStart", "wholeEnd")),
      text("excess") === "" ? null : phrase(", by at least ", between("excess", "excess")),
    ),
  "analysis/parts-exceed-whole": ({ figure, dated, between, text }) =>
    phrase(
      text("relation") === "area" ? "The areas known, " : "The parts of the period known, ",
      figure("parts"),
      ", make at least ",
      between("sumLow", "sumLow"),
      ", more than the stated total of ",
      dated("whole"),
    ),
  "analysis/share-disagrees": ({ figure, dated, range }) =>
    phrase(
      "The article states ",
      figure("stated"),
      ", while ",
      dated("part"),
      " of ",
      dated("whole"),
      " are ",
      range("computedLow", "computedHigh", "%"),
    ),
  "analysis/difference-disagrees": ({ dated, period, between }) =>
    phrase(
      "The figure of ",
      period("start", "end"),
      ", ",
      dated("longer"),
      ", less that of ",
      period("shorterStart", "shorterEnd"),
      ", ",
      dated("shorter"),
      ", leaves ",
      between("leftLow", "leftHigh"),
      " for ",
      period("stepStart", "stepEnd"),
      ", for which ",
      dated("step"),
      " is stated; earlier figures may have been revised",
    ),
  "analysis/sum-disagrees": ({ figure, dated, text }) =>
    phrase(
      "The parts do not add up to the stated total: ",
      figure("parts"),
      " make ",
      figure("sum"),
      ", the total stated is ",
      dated("stated"),
      text("apart") === "" ? null : phrase(", which is ", figure("apart"), " apart"),
      text("missingYears") === "" ? null : phrase("; no figure is known for ", figure("missingYears")),
    ),
  "analysis/sum-incomplete": ({ figure, dated, between, text }) =>
    phrase(
      "The years known, ",
      figure("parts"),
      ", make ",
      figure("sum"),
      " of the stated total of ",
      dated("stated"),
      "; no figure is known for ",
      figure("missingYears"),
      text("remainderLow") === "" || text("remainderHigh") === ""
        ? null
        : phrase(", for which the total leaves ", between("remainderLow", "remainderHigh")),
    ),
  "analysis/unit-slip": ({ dated, figure }) =>
    phrase(
      "Two figures, ",
      dated("first"),
      " and ",
      dated("second"),
      ", are about ",
      figure("ratio"),
      " times apart; “万” (ten thousand) may have been lost or added in one",
    ),
  "analysis/implausible-jump": ({ dated, figure, text }) =>
    phrase(
      "The figure ",
      text("direction") === "up" ? "rises" : "falls",
      " within a year from ",
      dated("first"),
      " to ",
      dated("second"),
      ", ",
      figure("ratio"),
      text("direction") === "up" ? " times as much" : " times smaller",
      ", too far to be believed without a look at what is counted",
    ),
  "analysis/figure-revised": ({ dated, figure, text }) =>
    phrase(
      "First given as ",
      dated("before"),
      ", later as ",
      dated("after"),
      text("direction") === "down" ? ", less by " : ", more by ",
      figure("difference"),
      "; this issue prints the later",
    ),
  "analysis/doubtful-figure": () => phrase("The figure may have been misread and should be compared with the article"),
  "analysis/doubtful-contradicted": ({ figure }) =>
    phrase(
      "The doubtful reading ",
      figure("doubtful"),
      " is contradicted by the surer ",
      figure("sure"),
      ", which this issue prints",
    ),
  "analysis/several-in-sentence": ({ figure }) =>
    phrase(
      "The figures stand in one passage and read as the same statistic; some may be parts of it that were not told apart. This issue prints ",
      figure("printed"),
    ),
  "analysis/period-unknown": () => phrase("The article does not state the period; the figures are in no table"),
  "analysis/area-unknown": () => phrase("The article does not state the area; the figures are in no table"),
  "analysis/unsound-figure": () =>
    phrase("What the figure can mean is upside down or beyond counting; it is in no table"),
  "analysis/period-after-publication": () => phrase("The period ends after the article was published"),
  "analysis/decrease-by-multiples": ({ figure }) =>
    phrase("The article states ", figure("change"), ", but nothing can fall by multiples of itself"),
  "analysis/share-over-whole": ({ figure }) =>
    phrase("The article states ", figure("change"), ", a share greater than the whole"),
  "analysis/undated-publication": ({ text }) =>
    phrase(
      "The article ",
      englishTitle({ title: text("title") || null, document: text("document") }),
      " has no date, or only a year; its figures are in no table",
    ),
  "analysis/decision-without-object": (facts) =>
    phrase(decisionOf(facts), " is about a figure, conflict or question that is not there (any more)"),
  "analysis/settlement-without-candidate": (facts) =>
    phrase(
      decisionOf(facts),
      " chooses a figure",
      facts.text("observation") === "" ? null : phrase(" (", mark(facts.text("observation")), ")"),
      " that is on no side of its conflict, and was not followed",
    ),
};

/** The decision c-0123 by A. Editor (10 January 2024) */
function decisionOf({ text }: Facts): Phrase {
  return phrase(
    "The decision ",
    mark(text("decision")),
    ` by ${text("by")}`,
    text("on") === "" ? null : phrase(" (", englishDate(text("on")), ")"),
  );
}

function signedNumber(value: number): string {
  return `${value < 0 ? "−" : ""}${englishNumber(Math.abs(value))}`;
}

function signed(value: number): string {
  return value < 0 ? `−${-value}` : `${value}`;
}
