import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  isWholeYear,
  isoDate,
  lastDay,
  monthsOf,
  parseIssuePeriod,
  parsePartialDate,
  periodKey,
  yearsEarlier,
} from "../src/index.ts";

describe("dates", () => {
  it("knows the days of a month and refuses others", () => {
    expect(lastDay("2024-02")).toBe("2024-02-29");
    expect(lastDay("2023")).toBe("2023-12-31");
    expect(firstDay("2023")).toBe("2023-01-01");
    expect(parsePartialDate("2023-02-29")).toBeNull();
    expect(parsePartialDate("2023-13")).toBeNull();
    expect(() => isoDate(2023, 4, 31)).toThrow("no such day: 2023-4-31");
  });

  it("counts days exactly over leap years and centuries", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2100-02-28", 1)).toBe("2100-03-01");
    expect(daysBetween("2000-01-01", "2001-01-01")).toBe(366);
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: -200_000, max: 200_000 }), (year, days) => {
        const start = isoDate(year, 1, 1);
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });

  it("moves by months and keeps to the month's end", () => {
    expect(addMonths("2023-03-31", -1)).toBe("2023-02-28");
    expect(addMonths("2023-12-15", 1)).toBe("2024-01-15");
  });
});

describe("periods", () => {
  it("reads months, quarters, halves and years of an issue", () => {
    expect(parseIssuePeriod("2023-12")).toMatchObject({ kind: "month", start: "2023-12-01", end: "2023-12-31" });
    expect(parseIssuePeriod("2023-Q4")).toMatchObject({ kind: "quarter", start: "2023-10-01", end: "2023-12-31" });
    expect(parseIssuePeriod("2023-H1")).toMatchObject({ kind: "half-year", start: "2023-01-01", end: "2023-06-30" });
    expect(parseIssuePeriod("2023")).toMatchObject({ kind: "year", end: "2023-12-31" });
    for (const wrong of ["2023-13", "2023-Q5", "23-12", "", "2023-1"]) expect(parseIssuePeriod(wrong)).toBeNull();
  });

  it("finds the same period a year before, over leap days", () => {
    expect(yearsEarlier({ start: "2023-01-01", end: "2023-09-30" })).toEqual({
      start: "2022-01-01",
      end: "2022-09-30",
    });
    expect(yearsEarlier({ start: "2024-01-01", end: "2024-02-29" })).toEqual({
      start: "2023-01-01",
      end: "2023-02-28",
    });
    expect(yearsEarlier({ start: "2025-01-01", end: "2025-02-28" })).toEqual({
      start: "2024-01-01",
      end: "2024-02-29",
    });
  });

  it("tells whole years and months from others", () => {
    expect(isWholeYear({ start: "2023-01-01", end: "2023-12-31" })).toBe(true);
    expect(monthsOf({ start: "2022-12-01", end: "2023-11-30" })).toBe(12);
    expect(monthsOf({ start: "2023-01-01", end: "2023-12-20" })).toBeNull();
    expect(periodKey({ start: null, end: "2019-03-05" })).toBe("..2019-03-05");
  });
});
