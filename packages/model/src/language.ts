/** The languages that a briefing can be written in (BCP 47). */
export type Language = "zh-Hans" | "zh-Hant-TW" | "zh-Hant-HK" | "en";

/** All languages, the default first. */
export const languages: readonly Language[] = ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"];

/** A word in the languages that a code list or subject pack knows; `zh-Hans` is always there. */
export interface Labels {
  readonly "zh-Hans": string;
  readonly "zh-Hant"?: string;
  readonly en?: string;
}

/** The label for a language, falling back to simplified Chinese. */
export function labelIn(labels: Labels, language: Language): string {
  if (language === "en") return labels.en ?? labels["zh-Hans"];
  if (language === "zh-Hans") return labels["zh-Hans"];
  return labels["zh-Hant"] ?? labels["zh-Hans"];
}
