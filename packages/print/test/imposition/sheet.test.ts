import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Sheet, bookletSheets, creepOf, twoUpSheets } from "../../src/imposition/sheet.ts";

/** Reads a booklet as one does: leaf by leaf through the right halves of fronts and left halves of backs, then back out. */
function readFolded(sheets: readonly Sheet[]): (number | null)[] {
  const inwards = sheets.flatMap(({ front, back }) => [front.right, back.left]);
  const outwards = sheets.toReversed().flatMap(({ front, back }) => [back.right, front.left]);
  return [...inwards, ...outwards];
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

describe("a booklet", () => {
  it("of eight pages has two sheets", () => {
    expect(bookletSheets(8)).toEqual([
      { front: { left: 8, right: 1 }, back: { left: 2, right: 7 } },
      { front: { left: 6, right: 3 }, back: { left: 4, right: 5 } },
    ]);
  });

  it("of five pages has three blank ones, the last", () => {
    expect(bookletSheets(5)).toEqual([
      { front: { left: null, right: 1 }, back: { left: 2, right: null } },
      { front: { left: null, right: 3 }, back: { left: 4, right: 5 } },
    ]);
  });

  it.each(upTo(40))("of %i pages reads in order when it is folded, each page once, blank ones last", (count) => {
    const sheets = bookletSheets(count);
    expect(sheets.length).toBe(Math.ceil(count / 4));
    const read = readFolded(sheets);
    expect(read.slice(0, count)).toEqual(upTo(count));
    expect(read.slice(count).every((page) => page === null)).toBe(true);
    expect(read.length - count).toBeLessThan(4);
  });

  it("opens to facing pages that lie beside each other on no sheet but the middle one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
        const sheets = bookletSheets(count);
        const middle = sheets.at(-1)?.back;
        expect((middle?.right ?? (middle?.left ?? 0) + 1) - (middle?.left ?? 0)).toBe(1);
        for (const { front, back } of sheets) {
          for (const { left, right } of [front, back]) {
            if (left !== null && right !== null) expect(left + right).toBe(4 * sheets.length + 1);
          }
        }
      }),
    );
  });

  it("moves the pages of inner sheets towards the fold, each by the paper that lies round it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 400 }), (sheets, thousandths) => {
        const thickness = thousandths / 1000;
        const creeps = Array.from({ length: sheets }, (_, index) => creepOf(index, thickness));
        expect(creeps[0]).toBe(0);
        creeps.slice(1).forEach((creep, index) => expect(creep - (creeps[index] ?? 0)).toBeCloseTo(thickness, 9));
        const sum = creeps.reduce((all, creep) => all + creep, 0);
        expect(sum).toBeCloseTo((thickness * sheets * (sheets - 1)) / 2, 6);
      }),
    );
  });
});

describe("a two-up handout", () => {
  it.each(upTo(40))("of %i pages has each once, in order, two a side", (count) => {
    const pages = twoUpSheets(count).flatMap(({ front, back }) => [front.left, front.right, back.left, back.right]);
    expect(pages.filter((page) => page !== null)).toEqual(upTo(count));
    expect(pages.slice(0, count)).toEqual(upTo(count));
  });

  it("refuses what is no number of pages", () => {
    expect(() => twoUpSheets(1.5)).toThrow("no number of pages: 1.5");
    expect(() => bookletSheets(-1)).toThrow("no number of pages: -1");
  });
});
