import { describe, expect, it } from "vitest";
import { numeralBreaks } from "../../src/line/numeral.ts";

/** A text with `|` where a line may end, `'` where it had better not, `¦` where only need makes it. */
function pieces(text: string): string {
  const { forbidden, costly } = numeralBreaks(text);
  return [...text]
    .map((character, index) => {
      const cost = costly.get(index);
      const border = cost === undefined ? (forbidden.has(index) ? "" : "|") : cost > 100_000 ? "¦" : "'";
      return index === 0 ? character : border + character;
    })
    .join("");
}

describe("the pieces of a text", () => {
  it.each([
    [
      "numbers with their units and hedges",
      "约3.5万起|，|不到4,615.2万元|，|12台（部）|，|3个多月|，|1.2万亿元|，|80元/人",
    ],
    ["numbers of several groups", "1,000,000起|，|010-12345678|，|400 810 1234|，|10:30|，|2024-03-18"],
    ["numbers with typed blanks", "约 3.5 万 起|，|第 5 期|，|GB/T 9704"],
    ["signs and currency", "￥3,000元|，|-3.2%|，|+15.6‰"],
    ["full-width digits", "１２３万起|，|２０２３年"],
    ["numbers in Chinese digits", "三十五亿余元|，|百分之三点五|，|十余万起|，|数千名|群|众|，|第三十二条|第一款"],
    ["fractions and approximations", "三分之二|，|六七成|，|五六千元|，|近百起|，|几十万元"],
    ["ranges", "1—6月|，|20%～35%|，|3万元—8万元|，|三—五人|，|第3—5期"],
    ["ranges in words", "3月'至'5月|，|1'到'9月|，|三'至'五年|，|10:30'至'12:00"],
    ["dates and times", "2023年¦12月¦25日'10时¦30分|，|二〇二三年¦十二月¦二十五日"],
    ["periods", "2023年'第一季度|，|2024年'上|半|年|，|2023年¦1—11月"],
    ["references", "下|降|（|见表 1|、|图 2|）|参见图3"],
    ["papers", "海|反|诈'〔2024〕5号|，|国|发'(2023)第12号"],
  ])("of %s are whole", (_, expected) => {
    const text = expected.replaceAll(/[|'¦]/gu, "");
    const western = /(?<=[A-Z/])\|(?=[A-Z/])/gu; // letters of one word are kept elsewhere
    expect(pieces(text).replaceAll(western, "")).toBe(expected);
  });

  it.each(["一些", "统一", "万一", "十分重视", "百姓", "千方百计"])("%s is no number that takes a unit", (word) => {
    expect(pieces(`${word}的`).endsWith("|的")).toBe(true);
  });

  it("joins no number to a word that is no unit", () => {
    expect(pieces("13.1万的案件")).toBe("13.1万|的|案|件");
    expect(pieces("3和5")).toBe("3|和|5");
  });

  it("keeps the number of a paragraph with its first word", () => {
    expect(pieces("（一）总体")).toBe("（|一|）总|体");
    expect(pieces("1. 案件")).toBe("1|.| 案|件");
    expect(pieces("三、基本")).toBe("三|、基|本");
  });
});
