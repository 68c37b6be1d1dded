import { describe, expect, test } from "vitest";
import { plainFigures } from "../../src/wording/chinese-figure.ts";
import { englishQuoted } from "../../src/wording/english-quoted.ts";

describe("an article's own words", () => {
  test.each([
    ["9.9万余名", "more than 99,000"],
    ["近2.75亿元", "nearly 275 million yuan"],
    ["1万6230件", "16,230"],
    ["38.5%", "38.5%"],
    ["12起、9起", "12, 9"],
    ["同比上升近52%", "up nearly 52% year on year"],
    ["比上年增长2倍", "up 200% year on year"],
    ["下降2.2个百分点", "down 2.2 percentage points"],
    ["环比减少4.6%", "down 4.6% on the period before"],
    ["比上年翻一番", "doubled year on year"],
    ["翻两番", "quadrupled"],
    ["与上年基本持平", "broadly unchanged year on year"],
    ["同比持平", "unchanged year on year"],
    ["仅占总数的5.1%", "a share of 5.1%"],
  ])("whose meaning is fixed are said in English: %s is %s", (text, english) => {
    expect(englishQuoted(text)).toBe(english);
  });

  test.each(["大幅上升", "几十起", "由5起增至8起", "12起、数起", "近百人", "占比最高"])(
    "that may mean more are quoted: %s",
    (text) => {
      expect(englishQuoted(text)).toBe(`“${text}”`);
    },
  );

  test("have their figures in one scale", () => {
    expect(plainFigures("除1万6230件外，还有118亿6千万元、2840件和3万余人")).toBe(
      "除1.623万件外，还有118.6亿元、2840件和3万余人",
    );
    expect(plainFigures("2023年12月4日的2千5百起")).toBe("2023年12月4日的2500起");
  });
});
