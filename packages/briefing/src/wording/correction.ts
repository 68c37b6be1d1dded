import type { Erratum } from "@jianbao/analysis";
import type { Phrase } from "../phrase.ts";

/** What a correction (更正) is written of, each part worded and noted. */
export interface CorrectionParts {
  /** The issue that printed the figure: 第1期（总第61期，2024年1月）. */
  readonly issue: Phrase;
  /** 2023年全国破获案件 */
  readonly what: Phrase;
  readonly printed: Phrase;
  /** What it should be; null where it is withdrawn. */
  readonly after: Phrase | null;
  /** What the number is a figure of after all. */
  readonly moved: { readonly what: Phrase; readonly figure: Phrase } | null;
  readonly cause: Erratum["cause"];
  readonly decision: Erratum["decision"] | null;
}

/** Several figures of an issue that are withdrawn for one reason. */
export interface WithdrawalParts extends Pick<CorrectionParts, "cause" | "decision" | "issue"> {
  /** Each with its name: 2023年全国破获案件43.7万起. */
  readonly figures: readonly Phrase[];
}

/** Who signed an issue and when; where it is signed again, when it was first and why again. */
export interface SignatureParts {
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly replaces: { readonly on: string; readonly why: string } | null;
}

/** How a language says what concerns signing and correcting. */
export interface CorrectionWording {
  /** The head of the correction box. */
  readonly heading: string;
  readonly issueName: (
    issue: { readonly number: number | null; readonly total: number | null },
    period: Phrase,
  ) => Phrase;
  /** The note of a figure that stands in an issue before. */
  readonly issueNote: (issue: Phrase) => Phrase;
  /** A statistic whose stated change is spoken of. */
  readonly changeOf: (what: Phrase) => Phrase;
  readonly correction: (parts: CorrectionParts) => Phrase;
  readonly withdrawal: (parts: WithdrawalParts) => Phrase;
  readonly signature: (parts: SignatureParts) => Phrase;
}
