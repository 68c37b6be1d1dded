import { provinces } from "./provinces.ts";
import { describe, expect, it } from "vitest";
import { gridSize, tileName, tiles } from "../src/grid.ts";

describe("the grid of provinces", () => {
  it("has all 34 provincial units, each once", () => {
    expect(tiles.map(({ code }) => code).toSorted()).toEqual(provinces.toSorted());
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(34);
  });

  it("keeps within its columns and rows", () => {
    for (const { column, row } of tiles) {
      expect(column).toBeGreaterThanOrEqual(0);
      expect(column).toBeLessThan(gridSize.columns);
      expect(row).toBeGreaterThanOrEqual(0);
      expect(row).toBeLessThan(gridSize.rows);
    }
  });

  it("names every tile in three languages", () => {
    for (const { code } of tiles) {
      expect(tileName(code, "zh-Hans")).toMatch(/^[\p{Script=Han}]{2,3}$/u);
      expect(tileName(code, "zh-Hant-TW")).toMatch(/^[\p{Script=Han}]{2,3}$/u);
      expect(tileName(code, "en")).toMatch(/^[A-Z][A-Za-z ]+$/u);
    }
    expect(new Set(tiles.map(({ code }) => tileName(code, "en"))).size).toBe(34);
  });

  it.each([
    ["CN-HL", "CN-JL"],
    ["CN-JL", "CN-LN"],
    ["CN-BJ", "CN-HE"],
    ["CN-BJ", "CN-TJ"],
    ["CN-XJ", "CN-GS"],
    ["CN-XJ", "CN-XZ"],
    ["CN-XZ", "CN-QH"],
    ["CN-GS", "CN-NX"],
    ["CN-NX", "CN-SN"],
    ["CN-SX", "CN-HA"],
    ["CN-HA", "CN-HB"],
    ["CN-SC", "CN-CQ"],
    ["CN-SC", "CN-YN"],
    ["CN-GZ", "CN-HN"],
    ["CN-AH", "CN-JX"],
    ["CN-JS", "CN-SH"],
    ["CN-JX", "CN-FJ"],
    ["CN-GD", "CN-GX"],
    ["CN-GD", "CN-MO"],
    ["CN-FJ", "CN-TW"],
  ])("sets %s beside %s", (a, b) => {
    const [one, other] = [a, b].map((code) => tiles.find((tile) => tile.code === code));
    const apart = Math.abs((one?.column ?? 0) - (other?.column ?? 9)) + Math.abs((one?.row ?? 0) - (other?.row ?? 9));
    expect(apart).toBe(1);
  });
});
