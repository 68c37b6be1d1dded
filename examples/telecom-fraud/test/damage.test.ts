import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { breakColumns, fold, gloss, loseLeadByte, strayWord, toTraditional } from "../scripts/damage.ts";
import { decodeSwallowing, dropPrivateUse, encodeTwoByte } from "../scripts/encoding.ts";
import { readings } from "../scripts/readings.ts";

const gbk = (text: string): Uint8Array => encodeTwoByte(text, "gb18030");
const han = array(constantFrom(..."反诈中心的民警說：他們把錢轉進銀行賬戶，1起案件。“當地組織”電騙網數"), {
  maxLength: 60,
});

describe("old code pages", () => {
  test("encoding and decoding undo each other", () => {
    assert(
      property(han, (characters) => {
        const text = characters.join("");
        expect(decodeSwallowing(gbk(text))).toBe(text);
      }),
    );
  });

  test("a lead byte swallows the ASCII character that follows it", () => {
    expect(decodeSwallowing(Uint8Array.of(0xb1, 0x3c, 0x2f, 0x70, 0x3e))).toBe("?/p>");
  });

  test("a character without a code is refused by name", () => {
    expect(() => encodeTwoByte("诈", "big5")).toThrow("诈");
  });
});

describe("glosses", () => {
  test("stand behind every occurrence of their character", () => {
    expect(decodeSwallowing(gloss(gbk("反詐與防詐"), "詐", gbk))).toBe("反詐(zhà)與防詐(zhà)");
  });

  test("also fall between two bytes that belong to two other characters", () => {
    // 當 is AE 94 and 地 is B5 D8: between them stands 94 B5, the code of 數.
    expect(decodeSwallowing(gloss(gbk("當地派出所"), "數", gbk))).toBe(decodeSwallowing(straddled()));
    expect(decodeSwallowing(straddled())).toMatch(/^當\?shù\)/u);
  });

  test("only add bytes: without them the text is as before", () => {
    assert(
      property(han, (characters) => {
        const bytes = gbk(characters.join(""));
        const marks = Object.entries(readings).map(([character, reading]) => ({ character, reading }));
        const glossed = latin(gloss(bytes, marks.map(({ character }) => character).join(""), gbk));
        const bare = marks.reduce((text, { reading }) => text.replaceAll(latin(gbk(`(${reading})`)), ""), glossed);
        expect(bare).toBe(latin(bytes));
      }),
    );
  });
});

test("a lost lead byte shifts the pairs until they are in step again", () => {
  expect(damaged("“先返小利，再騙大錢。”辦案民警")).toBe("“先返小利，再騙大錢?！鞭k案民警");
});

test("two texts can be damaged into one, so that what stood there cannot be known", () => {
  // 利，再 is C0 FB A3 AC D4 D9: out of step, FB A3 and AC D4 are private-use pairs and leave 蕾, C0 D9.
  expect(damaged("首位。“先返小利，再騙大錢")).toBe("首位?！跋确敌±衮_大錢");
  expect(damaged("首位。“先返小蕾騙大錢")).toBe("首位?！跋确敌±衮_大錢");
});

test("a closing quote after another mark keeps its bytes", () => {
  const text = "“真的？”他問、“是嗎”。";
  expect(decodeSwallowing(loseLeadByte(gbk(text)))).toBe(text);
});

test("folding changes seven marks and no other", () => {
  expect(fold("一，二：三；四！五？（六）。、“七”《八》…—")).toBe("一,二:三;四!五?(六)。、“七”《八》…—");
});

test("a converter that goes by single characters leaves the ambiguous ones simplified", () => {
  expect(toTraditional("团伙后来诈骗1500余人")).toBe("團伙后來詐騙1500余人");
});

test("a place that is not in the text is refused rather than skipped", () => {
  expect(() => breakColumns("破获案件", ["抓获|人员"])).toThrow("抓获|人员");
  expect(() => strayWord("破获案件", { for: "和", in: "甲和乙", word: "and" })).toThrow("甲和乙");
});

function damaged(text: string): string {
  return dropPrivateUse(decodeSwallowing(loseLeadByte(gbk(text))));
}

/** 當地派出所 with the gloss of 數 behind 94 B5. */
function straddled(): Uint8Array {
  const bytes = [...gbk("當地派出所")];
  return Uint8Array.from([...bytes.slice(0, 3), ...gbk("(shù)"), ...bytes.slice(3)]);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
