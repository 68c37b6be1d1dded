import { parseIssuePeriod } from "@jianbao/model";
import { describe, expect, it } from "vitest";
import { issueNumberOf, periodOfKind } from "../src/numbering.ts";

const settings = { numbering: { first: "2023-11", number: 11, total: 59 } };

/** Signed issues as `2023-11 11/59`, and the number of a period as `12/60`. */
function numberOf(period: string, ...signed: readonly string[]): string | null {
  const issue = parseIssuePeriod(period);
  if (issue === null) throw new RangeError(period);
  const number = issueNumberOf(
    issue,
    settings,
    signed.map((text) => {
      const [, id = "", inYear, total] = /^(\S+) (\d+)\/(\d+)$/u.exec(text) ?? [];
      return { period: id, number: Number(inYear), total: Number(total) };
    }),
  );
  return number === null ? null : `${number.number}/${number.total}`;
}

describe("the number of an issue", () => {
  it("counts on from the first of the settings until something is signed", () => {
    expect(["2023-10", "2023-11", "2023-12", "2024-03"].map((period) => numberOf(period))).toEqual([
      null,
      "11/59",
      "12/60",
      "3/63",
    ]);
  });

  it("follows the issue signed before it, and leaves no number out for a month without one", () => {
    expect(numberOf("2023-12", "2023-11 11/59")).toBe("12/60");
    expect(numberOf("2024-03", "2023-11 11/59")).toBe("1/60");
    expect(numberOf("2024-05", "2023-11 11/59", "2024-03 1/60")).toBe("2/61");
  });

  it("begins at 1 with the first issue of a year", () => {
    expect(numberOf("2024-01", "2023-11 11/59", "2023-12 12/60")).toBe("1/61");
  });

  it("is kept once it is given, whatever the settings say", () => {
    expect(numberOf("2023-11", "2023-11 7/107")).toBe("7/107");
    expect(numberOf("2023-12", "2023-11 7/107")).toBe("8/108");
  });

  it("is the one after the last for an issue signed late", () => {
    expect(numberOf("2023-12", "2023-11 11/59", "2024-01 1/60")).toBe("12/61");
    expect(numberOf("2023-11", "2024-01 1/59")).toBe("11/60");
  });

  it("is counted apart for issues of another kind of period", () => {
    expect(numberOf("2023-Q4", "2023-11 11/59")).toBeNull();
    expect(numberOf("2024-Q1", "2023-11 11/59", "2023-Q4 4/12")).toBe("1/13");
  });
});

describe("periodOfKind", () => {
  it("finds the period that a day lies in", () => {
    const kinds = ["month", "quarter", "half-year", "year"] as const;
    expect(kinds.map((kind) => periodOfKind("2023-08-05", kind)?.id)).toEqual([
      "2023-08",
      "2023-Q3",
      "2023-H2",
      "2023",
    ]);
    expect(periodOfKind("2023", "year")).toBeNull();
  });
});
