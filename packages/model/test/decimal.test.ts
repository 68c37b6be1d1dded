import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compareDecimals,
  decimalOf,
  divide,
  formatDecimal,
  multiply,
  parseDecimal,
  round,
  shift,
  subtract,
  toNumber,
} from "../src/index.ts";
import type { Decimal } from "../src/index.ts";

const d = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (!value) throw new TypeError(text);
  return value;
};
const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n): Decimal => ({ digits: BigInt(n), scale: 2 }));

describe("Decimal", () => {
  it("reads numerals with separators and refuses malformed ones", () => {
    expect(formatDecimal(d("1,234.50"))).toBe("1234.5");
    expect(formatDecimal(d("-0.0"))).toBe("0");
    expect(parseDecimal("12,34")).toBeNull();
    expect(parseDecimal("1.")).toBeNull();
  });

  it("multiplies by 万 and 亿 without floats", () => {
    expect(toNumber(shift(d("16.4"), 8))).toBe(1_640_000_000);
    expect(toNumber(shift(d("3541.07"), 4))).toBe(35_410_700);
  });

  it("divides and rounds half away from zero", () => {
    const quotient = divide(d("437"), d("464"), 4);
    expect(quotient && formatDecimal(quotient)).toBe("0.9418");
    expect(formatDecimal(round(d("-2.5"), 0))).toBe("-3");
    expect(divide(d("1"), d("0"), 2)).toBeNull();
  });

  it("makes a decimal of a number by its shortest notation", () => {
    expect(decimalOf(0.1)).toEqual({ digits: 1n, scale: 1 });
    expect(formatDecimal(decimalOf(1e21))).toBe("1000000000000000000000");
    expect(() => decimalOf(Number.NaN)).toThrow(RangeError);
  });

  it("adds, subtracts, multiplies and compares as integers do", () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(compareDecimals(subtract(add(a, b), b), a)).toBe(0);
        expect(compareDecimals(multiply(a, b), multiply(b, a))).toBe(0);
        expect(compareDecimals(a, b)).toBe(-compareDecimals(b, a) || 0);
      }),
    );
  });
});
