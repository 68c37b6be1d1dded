import { areaByCode } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { englishArea } from "../../src/wording/english-area.ts";

describe("an area in English", () => {
  test.each([
    ["CN", "China"],
    ["CN-SN", "Shaanxi"],
    ["CN-SX", "Shanxi"],
    ["330100", "Hangzhou"],
    ["610100", "Xi'an"],
    ["341500", "Lu'an"],
    ["141100", "Lüliang"],
    ["150100", "Hohhot"],
    ["650100", "Ürümqi"],
    ["533100", "Dehong Prefecture"],
    ["320583", "Kunshan"],
    ["340200", "Wuhu"],
    ["330382", "Yueqing"],
    ["341021", "Shexian County (Anhui)"],
    // Two places of one spelling are told by their province.
    ["350100", "Fuzhou (Fujian)"],
    ["361000", "Fuzhou (Jiangxi)"],
  ])("%s is %s", (code, name) => {
    const area = areaByCode(code);
    if (area === null) throw new Error(code);
    expect(englishArea(area)).toBe(name);
  });

  test("that has no name in English keeps its own", () => {
    expect(englishArea({ code: "540102", name: "城关区" })).toBe("城关区");
    expect(englishArea({ code: "CN-NS", name: "南山" })).toBe("南山");
  });
});
