import type { Language } from "@jianbao/model";
import { chineseWording } from "./chinese.ts";
import { english } from "./english.ts";
import type { Wording } from "./wording.ts";

/** Returns the wording of a language. */
export function wordingOf(language: Language): Wording {
  return language === "en" ? english : chineseWording(language);
}
