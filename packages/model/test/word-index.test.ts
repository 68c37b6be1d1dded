import { assert, constantFrom, property, string, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { WordIndex } from "../src/index.ts";

test("finds the longest word at a place", () => {
  const index = new WordIndex(["案", "案件", "破获", "破获案件"]);
  expect(index.longest("共破获案件", 1)).toBe(3);
  expect(index.longest("共破获案", 1)).toBe(2);
  expect(index.longest("共破获案", 3)).toBe(0);
  expect(index.longest("共破获案", 3, 2)).toBe(-1);
  expect(index.longest("共破获案", 0)).toBe(-1);
  expect(index.longest("共", 5)).toBe(-1);
});

test("agrees with trying every word", () => {
  const word = string({ unit: constantFrom(..."甲乙丙a"), minLength: 1, maxLength: 4 });
  assert(
    property(
      uniqueArray(word, { maxLength: 30 }),
      string({ unit: constantFrom(..."甲乙丙a"), maxLength: 40 }),
      (words, text) => {
        const index = new WordIndex(words);
        for (let at = 0; at < text.length; at++) {
          const best = words.filter((w) => text.startsWith(w, at)).sort((a, b) => b.length - a.length)[0];
          expect(index.longest(text, at)).toBe(best === undefined ? -1 : words.indexOf(best));
        }
      },
    ),
  );
});

test("refuses the empty word", () => {
  expect(() => new WordIndex([""])).toThrow(RangeError);
});
