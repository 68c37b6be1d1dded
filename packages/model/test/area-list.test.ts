import { describe, expect, test } from "vitest";
import { areaByCode, areaOf, findAreas, findShortNames, isWithin, parentOf } from "../src/index.ts";

/** Writes each place found as 名=code. */
function found(text: string, within?: string): string {
  return findAreas(text, within)
    .map(({ span, area }) => `${text.slice(span.start, span.end)}=${area.code}`)
    .join(" ");
}

describe("findAreas", () => {
  test.each([
    ["海南省东方市公安局发布通告", "海南省=CN-HI 东方市=469007"],
    ["东方升起一轮红日", ""],
    ["海南州、海西州两地民警", "海南州=632500 海西州=632800"],
    ["从海南押解到浙江省温州市", "海南=CN-HI 浙江省=CN-ZJ 温州市=330300"],
    ["呼伦贝尔市牙克石市公安局", "呼伦贝尔市=150700 牙克石市=150782"],
    ["牙克石警方抓获五人", "牙克石=150782"],
    ["通辽市奈曼旗公安局", "通辽市=150500 奈曼旗=150525"],
    ["昆明反诈中心民警", "昆明=530100"],
    ["太原市公安机关", "太原市=140100"],
    ["西双版纳、普洱、临沧等地", "西双版纳=532800 普洱=530800 临沧=530900"],
    ["内蒙古自治区与内蒙古公安", "内蒙古自治区=CN-NM 内蒙古=CN-NM"],
    ["香港、澳门、台湾居民", "香港=CN-HK 澳门=CN-MO 台湾=CN-TW"],
    ["凉山州和凉山彝族自治州", "凉山州=513400 凉山彝族自治州=513400"],
    ["吉林市与吉林省", "吉林市=220200 吉林省=CN-JL"],
  ])("reads %s", (text, places) => {
    expect(found(text)).toBe(places);
  });

  test.each([
    ["长白山下的派出所"],
    ["维护国家长治久安"],
    ["中山大学教授"],
    ["南京路步行街"],
    ["北京时间八点"],
    ["该县与外县交界的老城区"],
    ["上海银行的客户"],
    ["和平稳定"],
    ["公安民警与公安交警"],
    ["会同检察院、法院开展警务合作"],
  ])("sees no place in %s", (text) => {
    expect(found(text)).toBe("");
  });

  test("gives a name that two places bear to the one whose province was named before", () => {
    expect(found("北京市通州区")).toBe("北京市=CN-BJ 通州区=110112");
    expect(found("江苏省南通市警方介绍，通州区发案下降")).toBe("江苏省=CN-JS 南通市=320600 通州区=320612");
    expect(found("朝阳区发案下降")).toBe("");
    expect(found("朝阳区发案下降", "CN-BJ")).toBe("朝阳区=110105");
  });

  test("reads a county of two characters only after its place or before its authority", () => {
    expect(found("重庆市忠县警方")).toBe("重庆市=CN-CQ 忠县=500233");
    expect(found("忠县公安局")).toBe("忠县=500233");
    expect(found("市区和县城")).toBe("");
  });
});

describe("the list of areas", () => {
  test("knows codes of ours and of GB/T 2260", () => {
    expect(areaByCode("CN-SX")).toEqual({ code: "CN-SX", name: "山西省" });
    expect(areaByCode("140000")).toEqual({ code: "CN-SX", name: "山西省" });
    expect(areaByCode("469007")).toEqual({ code: "469007", name: "东方市" });
    expect(areaByCode("CN")?.name).toBe("全国");
    expect(areaByCode("999999")).toBeNull();
  });

  test("goes from a county up to the country", () => {
    expect(parentOf("150782")?.code).toBe("150700");
    expect(parentOf("150700")?.code).toBe("CN-NM");
    expect(parentOf("CN-NM")?.code).toBe("CN");
    expect(parentOf("CN")).toBeNull();
    expect(parentOf("OVERSEAS")).toBeNull();
    expect(parentOf("469007")?.code).toBe("CN-HI");
    expect(parentOf("110112")?.code).toBe("CN-BJ");
    expect(isWithin("150782", "CN-NM")).toBe(true);
    expect(isWithin("150782", "CN-SX")).toBe(false);
  });

  test("finds an area by its name", () => {
    expect(areaOf("内蒙古")?.code).toBe("CN-NM");
    expect(areaOf("吉林")?.code).toBe("CN-JL");
    expect(areaOf("通州区")).toBeNull();
    expect(areaOf("通州区", "320600")?.code).toBe("320612");
    expect(areaOf("全国")?.code).toBe("CN");
    expect(areaOf("无此地")).toBeNull();
  });

  test("names every place so that its full name finds it again within its parent", () => {
    const lost: string[] = [];
    for (const area of allAreas()) {
      const parent = parentOf(area.code);
      if (areaOf(area.name, parent?.code)?.code !== area.code) lost.push(area.name);
    }
    expect(lost).toEqual([]);
  });
});

function allAreas(): { code: string; name: string }[] {
  const areas = [];
  for (let code = 110000; code < 830000; code++) {
    const area = areaByCode(`${code}`);
    if (area) areas.push(area);
  }
  expect(areas.length).toBeGreaterThan(3000);
  return areas;
}

describe("findShortNames", () => {
  test.each([
    ["昆山农商行与神木矿区", "昆山=320583 神木=610881"],
    ["曹县的木匠", "曹县=371721"],
    ["昆山市公安局", ""],
    ["老城的公安局长", ""],
  ])("of %s are: %s", (text, expected) => {
    const names = findShortNames(text).map(
      ({ span, counties }) => `${text.slice(span.start, span.end)}=${counties.map(({ code }) => code).join("/")}`,
    );
    expect(names.join(" ")).toBe(expected);
  });
});
