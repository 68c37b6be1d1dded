import { number, observationsIn, phrase, type Phrase } from "../phrase.ts";

/** Writes what a careful editor would ask about a figure: the figures, then what is odd about them. */
export function findingSentence(
  rule: string,
  facts: Readonly<Record<string, string | number | null>>,
  about: Phrase,
  t: (text: string) => string,
): Phrase {
  const known = sentences[rule];
  const what = known === undefined ? t("需要核实") : t(known);
  const shown = Object.entries(facts)
    .filter(([, value]) => value !== null && value !== "")
    .map(([key, value]) => `${key} ${value}`)
    .join("，");
  const detail =
    known !== undefined || shown === "" ? null : phrase("（", number(shown, null, observationsIn(about)), "）");
  return phrase(about.length === 0 ? t("有一处") : phrase(about, "："), what, detail, "。");
}

/** What each rule of `analysis` means to the reader. */
const sentences: Readonly<Record<string, string>> = {};
