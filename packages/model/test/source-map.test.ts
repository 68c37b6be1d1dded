import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceMap } from "../src/index.ts";

const pairs = (sourceLength?: number): fc.Arbitrary<SourceMap> =>
  fc.array(fc.tuple(fc.nat(5), fc.integer({ min: -1, max: 5 })), { maxLength: 8 }).map((list) => {
    const flat = list.flat();
    if (sourceLength === undefined) return SourceMap.of(flat);
    // Trims or fills the source side to the wanted length.
    const fitted: number[] = [];
    let left = sourceLength;
    for (let i = 0; i < flat.length; i += 2) {
      const from = Math.min(left, flat[i] ?? 0);
      fitted.push(from, flat[i + 1] ?? -1);
      left -= from;
    }
    return SourceMap.of([...fitted, left, -1]);
  });

const chain = fc
  .tuple(pairs(), fc.infiniteStream(fc.nat()))
  .chain(([a]) => fc.tuple(fc.constant(a), pairs(a.cleanLength)))
  .chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), pairs(b.cleanLength)));

const positions = (length: number): number[] => Array.from({ length: length + 1 }, (_, i) => i);

const composed = (a: string, b: string): string => `${SourceMap.parse(a).compose(SourceMap.parse(b))}`;

describe("SourceMap", () => {
  it("reads and writes its one-line notation", () => {
    expect(`${SourceMap.parse("5 2:0 3")}`).toBe("5 2:0 3");
    expect(JSON.stringify(SourceMap.parse("1 0:2 4"))).toBe('"1 0:2 4"');
    expect(`${SourceMap.of([2, -1, 3, -1, 1, 0, 2, 1])}`).toBe("5 3:1");
    expect(() => SourceMap.parse("5 -2")).toThrow(RangeError);
  });

  it("maps positions on both sides of a removal", () => {
    const map = SourceMap.parse("5 2:0 3");
    expect(map.toSource(5, "end")).toBe(5);
    expect(map.toSource(5, "start")).toBe(7);
    expect(map.toClean(6, "start")).toBe(5);
    expect(map.toSourceSpan({ start: 4, end: 6 })).toEqual({ start: 4, end: 8 });
    expect(map.toCleanSpan({ start: 5, end: 7 })).toEqual({ start: 5, end: 5 });
  });

  it("takes a replacement as a whole", () => {
    const map = SourceMap.parse("2 3:1 2");
    expect(map.toSourceSpan({ start: 2, end: 3 })).toEqual({ start: 2, end: 5 });
    expect(map.toCleanSpan({ start: 3, end: 4 })).toEqual({ start: 2, end: 3 });
  });

  it("gives the empty span at an insertion", () => {
    expect(SourceMap.parse("2 0:3 2").toSourceSpan({ start: 2, end: 5 })).toEqual({ start: 2, end: 2 });
  });

  it("composes removals, insertions and replacements", () => {
    expect(composed("5 2:0 3", "4 2:0 2")).toBe("4 4:0 2");
    expect(composed("5 2:0 3", "8")).toBe("5 2:0 3");
    expect(composed("2 3:1 2", "2 1:4 2")).toBe("2 3:4 2");
    expect(composed("0:2 3", "1 3:0 1")).toBe("2:1 1");
    expect(composed("3 1:0", "3 0:2")).toBe("3 1:2");
  });

  it("throws with the numbers where a position or a map does not fit", () => {
    expect(() => SourceMap.parse("5 2:0 3").toSource(91, "start")).toThrow(
      "position 91 is outside the clean text (length 8)",
    );
    expect(() => SourceMap.identity(3).compose(SourceMap.identity(4))).toThrow("3 code units out, 4 in");
  });

  it("keeps the laws of identity", () => {
    fc.assert(
      fc.property(pairs(), (a) => {
        expect(`${SourceMap.identity(a.sourceLength).compose(a)}`).toBe(`${a}`);
        expect(`${a.compose(SourceMap.identity(a.cleanLength))}`).toBe(`${a}`);
      }),
    );
  });

  it("keeps the laws of inversion", () => {
    fc.assert(
      fc.property(pairs(), (a) => {
        expect(`${a.invert().invert()}`).toBe(`${a}`);
        for (const p of positions(a.sourceLength)) {
          expect(a.invert().toSource(p, "start")).toBe(a.toClean(p, "start"));
          expect(a.invert().toSource(p, "end")).toBe(a.toClean(p, "end"));
        }
      }),
    );
  });

  it("keeps the order of positions", () => {
    fc.assert(
      fc.property(pairs(), (a) => {
        for (const edge of ["start", "end"] as const) {
          const mapped = positions(a.cleanLength).map((p) => a.toSource(p, edge));
          expect(mapped).toEqual([...mapped].sort((x, y) => x - y));
        }
      }),
    );
  });

  it("keeps lengths and kept positions over composition, however it is bracketed", () => {
    fc.assert(
      fc.property(chain, ([a, b, c]) => {
        const left = a.compose(b).compose(c);
        const right = a.compose(b.compose(c));
        expect(left.sourceLength).toBe(a.sourceLength);
        expect(left.cleanLength).toBe(c.cleanLength);
        expect(right.sourceLength).toBe(left.sourceLength);
        expect(right.cleanLength).toBe(left.cleanLength);
      }),
    );
  });

  it("composes so that a span covers what the two steps cover", () => {
    fc.assert(
      fc.property(chain, ([a, b]) => {
        const both = a.compose(b);
        for (const start of positions(b.cleanLength)) {
          for (const end of positions(b.cleanLength)) {
            if (end <= start) continue;
            const direct = both.toSourceSpan({ start, end });
            const middle = b.toSourceSpan({ start, end });
            const stepped = a.toSourceSpan(middle);
            if (middle.end === middle.start) continue;
            expect(direct.start).toBeLessThanOrEqual(stepped.start);
            expect(direct.end).toBeGreaterThanOrEqual(stepped.end);
          }
        }
      }),
    );
  });
});
