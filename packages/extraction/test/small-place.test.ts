import { describe, expect, test } from "vitest";
import { extract } from "../src/index.ts";
import { articleOf, type Facts, pack } from "./notation.ts";

/** Figure, code of the area and part of each statement of a text. */
function placesOf(text: string, facts: Facts): string[] {
  return extract(articleOf(text, { published: "2024-08-12", ...facts }), pack).observations.map(
    ({ quantity, area, breakdown }) => `${quantity?.text} ${area?.code ?? "?"} ${breakdown ?? "-"}`,
  );
}

describe("places that have no code", () => {
  test.each<[text: string, facts: Facts, rows: readonly string[]]>([
    [
      "7月，全县电诈立案31起，发案较多的为隽溪镇，发案20起。其中隽溪镇损失128万元，北港镇损失30万元；全县破案18起。",
      { area: "421222" },
      ["31起 421222 -", "20起 421222 隽溪镇", "128万元 421222 隽溪镇", "30万元 421222 北港镇", "18起 421222 -"],
    ],
    [
      "今年以来，平阳县鳌山镇电诈立案163起，昆山镇立案120起。",
      { area: "330300" },
      ["163起 330326 鳌山镇", "120起 330326 昆山镇"],
    ],
    [
      "松坪镇织密反诈网\n今年以来，松坪镇劝阻群众120人，避免损失56万元，全镇破案6起。",
      {},
      ["120人 ? 松坪镇", "56万元 ? 松坪镇", "6起 ? 松坪镇"],
    ],
    [
      "江城大学保卫处发布校园警情通报。\n7月，学校接报电诈警情10起，涉案金额58万元。",
      {},
      ["10起 ? 江城大学", "58万元 ? 江城大学"],
    ],
    [
      "彰化县警察局今（12）日召开记者会，警政署统计显示，7月该局受理诈骗案件487件，民众财损3亿元。",
      { area: "CN-TW" },
      ["487件 CN-TW 彰化县", "3亿元 CN-TW 彰化县"],
    ],
    [
      "刑事局统计，7月全国受理诈骗案件12860件；桃园市受理诈骗案件1432件，新北市受理诈骗案件1980件。",
      { area: "CN-TW" },
      ["12860件 CN-TW -", "1432件 CN-TW 桃园市", "1980件 CN-TW 新北市"],
    ],
    // Nothing tells what place it is, but that it is not the country.
    ["今年以来，县公安局破获电诈案件31起，全县发案下降。", {}, ["31起 ? -"]],
    ["今年以来，公安机关破获电诈案件31起。", {}, ["31起 CN -"]],
    // Only what is named, or where somebody went.
    [
      "今年以来，民警深入鳌山镇开展宣传，全县发放资料5万份，建成镇街反诈站12个。",
      { area: "330326" },
      ["5万份 330326 -", "12个 330326 -"],
    ],
    [
      "今年以来，各乡镇、街道发放资料5万份，城乡居民注册App3万人。",
      { area: "330326" },
      ["5万份 330326 -", "3万人 330326 -"],
    ],
    ["景德镇今年以来破案31起，中山大学学生被骗案件下降。", {}, ["31起 360200 -"]],
    [
      "各市州立案数除金昌同比下降3.7%外均有上升，全省抓获嫌疑人1420名。",
      { area: "CN-GS" },
      ["3.7% 620300 -", "1420名 CN-GS -"],
    ],
  ])("%s", (text, facts, rows) => {
    expect(placesOf(text, facts)).toEqual(rows);
  });
});
