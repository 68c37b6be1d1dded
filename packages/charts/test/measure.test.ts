import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrap } from "../src/measure.ts";
import { squareMeasure } from "./charts.ts";

/** Wraps at a width in Han characters; lines are joined with |. */
const at = (text: string, width: number): string => wrap(text, width * 10, 10, squareMeasure).join("|");

describe("wrapped labels", () => {
  it.each([
    ["破获电信网络诈骗案件", 5, "破获电信网|络诈骗案件"],
    ["2018年1月", 4, "2018年|1月"],
    ["案件（起）、人员（名）", 4, "案件|（起）、|人员|（名）"],
    ["App安装1,234.5万次", 4, "App安装|1,234.5万|次"],
    ["", 4, ""],
  ])("break %s at %i em as %s", (text, width, lines) => {
    expect(at(text, width)).toBe(lines);
  });

  it("lose nothing but spaces", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."电信（，。）万年1 .a") }),
        fc.integer({ min: 1, max: 9 }),
        (text, width) => {
          expect(at(text, width).replaceAll("|", "").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        },
      ),
    );
  });
});
