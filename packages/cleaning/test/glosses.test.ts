import { expect, test } from "vitest";
import { cleaned, origin, spin } from "./helpers.ts";

test("removes the pinyin that a page puts after characters, toned or not, half or full width", async () => {
  const { text } = await cleaned("機關(guān)公布,電話(huà)詐騙（piàn）案件下降,他們(men)不再上當(dàng)。");
  expect(text).toBe("机关公布，电话诈骗案件下降，他们不再上当。");
});

test("keeps real parentheses: names of things, amounts, years, abbreviations", async () => {
  const line = "涉及P2P（网贷）平台，追回（含50万元现金）若干，安装“国家反诈中心”（APP），办法（征求意见稿）已公布。";
  expect((await cleaned(line)).text).toBe(line);
});

test("keeps a word's pinyin in prose about pinyin", async () => {
  const line = "“网络”的拼音是（wǎngluò），“詐”在这里读作诈（zhà），不要念错。";
  expect((await cleaned(line)).text).toContain("（wǎngluò）");
  expect((await cleaned(line)).text).toContain("（zhà）");
});

test("keeps short Latin words in brackets on a page without glosses", async () => {
  const line = "该组织（an）与机构（he）并列，编号甲（a）和乙（e）。";
  expect((await cleaned(line)).text).toBe(line);
});

test("leads a figure back across the glosses around it", async () => {
  const result = await cleaned(
    spin("全國公安機關破獲電信網絡詐騙案件1234起，機關表示，網絡安全。", { glosses: { 關: "guān", 網: "wǎng" } }),
  );
  expect(result.text).toBe("全国公安机关破获电信网络诈骗案件1234起，机关表示，网络安全。");
  expect(origin(result, "案件1234起")).toBe("案件1234起");
  expect(origin(result, "机关破获")).toBe("機關(guān)破獲");
  expect(result.articles[0]?.repairs.filter((one) => one.rule === "cleaning/pinyin-gloss")).toHaveLength(4);
});
