import type { Bound, Language } from "@jianbao/model";
import { type Label, type Style, smallSize } from "./style.ts";

const notes: Readonly<Record<Language, string>> = {
  "zh-Hans": "空心：原文为约数，或带“余”“近”“超”等字",
  "zh-Hant-TW": "空心：原文為約數，或帶「餘」「近」「超」等字",
  "zh-Hant-HK": "空心：原文為約數，或帶「餘」「近」「超」等字",
  en: "Hollow: approximate in the source",
};

/** Tells whether a figure is printed with a hedge, which is drawn hollow. */
export function isHedged(bound: Bound): boolean {
  return bound !== "exact";
}

/** What a hollow mark means. */
export function hollowNote(language: Language): string {
  return notes[language];
}

/** A line of small text at the foot of a chart; `bottom` is the chart's lower edge. */
export function noteAt(text: string, x: number, bottom: number, { size, colours }: Style): Label {
  const small = smallSize(size);
  return { x, y: bottom - small * 0.3, text, size: small, fill: colours.muted, align: "left" };
}
