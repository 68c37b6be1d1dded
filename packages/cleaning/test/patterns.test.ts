import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guarded } from "../src/patterns/guarded.ts";
import { forgetTexts, mayHoldUnseen, remembered } from "../src/patterns/known.ts";
import { needsOf } from "../src/patterns/needs.ts";
import { invisibleIn } from "../src/rules/invisible.ts";

/** Few characters, so that random patterns match random texts. */
const alphabet = ["日", "月", "电", "讯", "，", "。", "（", " ", "\n", "　", "a", "K", "3", "7", "-", "|", "𠮷", "👍"];
const texts = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 9 });
const atoms = fc.oneof(
  fc.constantFrom(...alphabet.map((one) => (one === "|" ? "\\|" : one))),
  fc.constantFrom("\\d", "\\s", "\\S", "\\w", ".", "\\p{Script=Han}", "\\u65e5", "\\n", "[^\\n]", "[日月\\d]", "[^日]"),
  fc.constantFrom("[-–a]", "[\\s　、]", "[3-8]", "[\\p{Script=Han}3]", "[a-z]", "[👍a]", "\\b", "^", "$"),
);
const { pattern: patterns } = fc.letrec<{ pattern: string; sequence: string; part: string }>((tie) => ({
  part: fc
    .tuple(
      fc.oneof(
        { withCrossShrink: true, maxDepth: 3 },
        { weight: 4, arbitrary: atoms },
        { weight: 1, arbitrary: tie("pattern").map((one) => `(?:${one})`) },
        { weight: 1, arbitrary: tie("pattern").map((one) => `(${one})`) },
        {
          weight: 1,
          arbitrary: tie("pattern")
            .map((one) => `(?<name>${one})`)
            .filter(isAlone),
        },
        { weight: 1, arbitrary: tie("pattern").map((one) => `(?=${one})(?:)`) },
        { weight: 1, arbitrary: tie("pattern").map((one) => `(?!${one})(?:)`) },
        { weight: 1, arbitrary: tie("pattern").map((one) => `(?<=${one})(?:)`) },
        { weight: 1, arbitrary: tie("pattern").map((one) => `(?<!${one})(?:)`) },
      ),
      fc.constantFrom("", "", "", "?", "*", "+", "{2}", "{1,2}", "{2,}", "{0,3}?", "+?"),
    )
    .map(([one, times]) => (/^(?:\\b|[$^])$/u.test(one) ? one : one + times)),
  sequence: fc.array(tie("part"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
  pattern: fc.array(tie("sequence"), { minLength: 1, maxLength: 3 }).map((all) => all.join("|")),
}));

/** A name may be given once in a pattern. */
function isAlone(source: string): boolean {
  return source.indexOf("(?<name>") === source.lastIndexOf("(?<name>");
}

const isPattern = (source: string): boolean => {
  try {
    return new RegExp(source, "u").source !== "";
  } catch {
    return false;
  }
};

describe("guarded patterns", () => {
  it("answer as the patterns themselves do", () => {
    fc.assert(
      fc.property(
        patterns.filter(isPattern),
        fc.constantFrom("u", "iu", "mu", "su"),
        fc.array(texts, { minLength: 4, maxLength: 12 }),
        (source, flags, all) => {
          const plain = new RegExp(source, flags);
          const guard = guarded(new RegExp(source, flags));
          const every = guarded(new RegExp(source, `g${flags}`));
          for (const text of all) {
            expect(guard.test(text)).toBe(plain.test(text));
            expect(guard.exec(text)?.[0]).toBe(plain.exec(text)?.[0]);
            const matches = [...text.matchAll(new RegExp(source, `g${flags}`))];
            expect([...every.all(text)].map(({ index }) => index)).toEqual(matches.map(({ index }) => index));
            expect(every.found(text)).toEqual(matches.map(([all]) => all));
            expect(every.replaced(text, "某")).toBe(text.replaceAll(new RegExp(source, `g${flags}`), "某"));
            expect(guard.split(text)).toEqual(text.split(plain));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    [/^[（(]?据?[\p{Script=Han}]{2,16}\d{1,2}月\d{1,2}日(?:电|讯)[）)]?$/u, "据新华社北京1月2日电", "据统计，"],
    [/^(?:[①-⑳❶-❿]|[●•·■◆])\s?/u, "⑪ 某事", "某事 ●"],
    [/[👍❤♥]\s?\d{0,6}$/u, "某某 👍12", "👍某某"],
    [/skip to|sign (?:in|up)/iu, "SKIP TO content", "sKip"],
    [/\bKm\b/iu, "5 \u212Am", "5 m"],
  ])("let %s be tried on %j and not match %j", (pattern, match, other) => {
    expect(guarded(pattern).test(match)).toBe(true);
    expect(guarded(pattern).test(other)).toBe(false);
  });

  it("need what their pattern needs", () => {
    const { least, most, opens, closes } = needsOf(/^\d{4}年(?:\d{1,2}月)?$/u);
    expect({ least, most, opens, closes }).toEqual({ least: 5, most: 8, opens: true, closes: true });
    expect(needsOf(/(?:^|\n)据/u).opens).toBe(false);
    expect(needsOf(/a|据/u).least).toBe(1);
    expect(needsOf(/[\p{L}--[a-z]]/v).most).toBe(Infinity);
  });
});

describe("what nobody sees", () => {
  it("is of a kind of its own, whatever it is", () => {
    for (let unit = 0; unit < 0x1_0000; unit++) {
      const text = `汉${String.fromCharCode(unit)}字，a1 。`;
      if (invisibleIn(text).length > 0) expect(mayHoldUnseen(text)).toBe(true);
    }
    expect(mayHoldUnseen("汉字，a1 。\n“引文”……《书》")).toBe(false);
    expect(invisibleIn("汉\u200b字\u0001")).toHaveLength(2);
  });
});

describe("remembered questions", () => {
  it("are asked once for each text, until it is forgotten", () => {
    let asked = 0;
    const isLong = remembered((text) => {
      asked++;
      return text.length > 3;
    });
    expect(["四个汉字", "二字", "四个汉字", "二字"].map((text) => isLong(text))).toEqual([true, false, true, false]);
    expect(asked).toBe(2);
    forgetTexts();
    expect(isLong("四个汉字")).toBe(true);
    expect(asked).toBe(3);
  });

  it("are kept apart", () => {
    const isLong = remembered((text) => text.length > 3);
    const hasDay = remembered((text) => text.includes("日"));
    expect([isLong("一日"), hasDay("一日"), isLong("一日"), hasDay("年月日时")]).toEqual([false, true, false, true]);
  });
});
