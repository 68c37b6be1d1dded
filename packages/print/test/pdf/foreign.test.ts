import type { Language } from "@jianbao/model";
import { describe, expect, it } from "vitest";
import { languageParts } from "../../src/pdf/foreign.ts";

/** The parts of a text as `字体|en:Noto Serif SC@20|等`, `@` being where a part begins, characters 10 pt apart. */
function parts(text: string, language: Language = "zh-Hans"): string {
  const characters = [...text];
  const frame = {
    type: "text",
    x: 0,
    y: 0,
    face: "square",
    size: 10,
    colour: "#000000",
    text,
    glyphs: characters.map((_, index) => index),
    xs: characters.map((_, index) => 10 * index),
    element: 1,
  } as const;
  const found = languageParts(frame, language);
  expect(found.flatMap((part) => part.frame.glyphs)).toEqual(frame.glyphs);
  return found
    .map(({ frame: { text: own, x, xs }, language: other }) => {
      expect(xs[0]).toBe(0);
      return other === null ? own : `${other}:${own}@${x}`;
    })
    .join("|");
}

describe("words of another language", () => {
  it("are English ones in a Chinese document, from two words on", () => {
    expect(parts("字体为Noto Serif SC等")).toBe("字体为|en:Noto Serif SC@30|等");
    expect(parts("用APP、5G和GDP的数")).toBe("用APP、5G和GDP的数");
  });

  it("are Han in an English document, characters beyond the basic plane in their places", () => {
    expect(parts("Source: 𠮷林省公安厅，2023年 (in Chinese)", "en")).toBe(
      "Source: |zh:𠮷林省公安厅，2023年@80| (in Chinese)",
    );
    expect(parts("No Han here", "en")).toBe("No Han here");
  });
});
