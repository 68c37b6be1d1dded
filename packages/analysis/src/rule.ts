/** Every rule that a finding can have: whoever words findings has a sentence for each. */
export const findingRules = [
  "analysis/area-unknown",
  "analysis/change-disagrees",
  "analysis/decision-without-object",
  "analysis/decrease-by-multiples",
  "analysis/difference-disagrees",
  "analysis/doubtful-contradicted",
  "analysis/doubtful-figure",
  "analysis/figure-revised",
  "analysis/implausible-jump",
  "analysis/part-exceeds-whole",
  "analysis/parts-exceed-whole",
  "analysis/period-after-publication",
  "analysis/period-unknown",
  "analysis/settlement-without-candidate",
  "analysis/several-in-sentence",
  "analysis/share-disagrees",
  "analysis/share-over-whole",
  "analysis/stated-changes-differ",
  "analysis/sum-disagrees",
  "analysis/sum-incomplete",
  "analysis/undated-publication",
  "analysis/unit-slip",
  "analysis/unsound-figure",
] as const;

/** The rule of a finding: `analysis/kebab-name`. */
export type FindingRule = (typeof findingRules)[number];
