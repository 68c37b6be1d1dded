import { describe, expect, test } from "vitest";
import { convertWith, ownTexts } from "../../scripts/traditional-texts.ts";
import { wordingOf } from "../../src/wording/index.ts";
import { terms, traditional } from "../../src/wording/traditional.ts";

describe("traditional characters", () => {
  test.each([
    ["TW", "tw"],
    ["HK", "hk"],
  ] as const)("of our own words and all names of areas are OpenCC's, in %s", (region, to) => {
    const wrong = ownTexts().flatMap((text) => {
      let expected = convertWith(to, text);
      for (const [from, word] of terms[region]) expected = expected.replaceAll(from, word);
      const written = traditional(text, region);
      return written === expected ? [] : [`${text}: ${written}, not ${expected}`];
    });
    // Where words were added: node packages/briefing/scripts/write-traditional.ts
    expect(wrong).toEqual([]);
    expect(ownTexts().length).toBeGreaterThan(3000);
  });

  test.each([
    ["打击治理电信网络诈骗", "打擊治理電信網路詐騙", "打擊治理電訊網絡詐騙"],
    ["公益短信推送5.9亿条", "公益簡訊推送5.9億條", "公益短訊推送5.9億條"],
    ["冻结止付账户216万个", "凍結止付帳戶216萬個", "凍結止付戶口216萬個"],
    ["台湾省64台，台州市、烟台市", "臺灣省64臺，台州市、煙臺市", "台灣省64台，台州市、煙台市"],
    ["“核对”一节，系经编辑裁定", "「核對」一節，係經編輯裁定", "「核對」一節，係經編輯裁定"],
    ["數字已是繁體", "數字已是繁體", "數字已是繁體"],
  ])("and words of the region: %s", (text, taiwan, hongKong) => {
    expect(traditional(text, "TW")).toBe(taiwan);
    expect(traditional(text, "HK")).toBe(hongKong);
  });

  test("are those of labels: the pack's own, else converted, in the words of the region", () => {
    const hongKong = wordingOf("zh-Hant-HK");
    const taiwan = wordingOf("zh-Hant-TW");
    const fraud = { "zh-Hans": "电信网络诈骗团伙", "zh-Hant": "電信網絡詐騙團伙" };
    expect(hongKong.term(fraud)).toBe("電訊網絡詐騙團伙");
    expect(taiwan.term(fraud)).toBe("電信網路詐騙團伙");
    expect(taiwan.term({ "zh-Hans": "打掉团伙" })).toBe("打掉團伙");
    expect(wordingOf("zh-Hans").term(fraud)).toBe("电信网络诈骗团伙");
    expect(taiwan.label("收繳兩卡", "per-day")).toBe("日均收繳兩卡");
    expect(taiwan.labelled("收繳兩卡", "银行卡", true)).toBe("收繳兩卡（銀行卡，境外）");
    expect(wordingOf("zh-Hans").labelled("收缴两卡", "银行卡", false)).toBe("收缴两卡（银行卡）");
  });
});
