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

/** Each code unit that a map keeps, in both texts: read off the notation, not by the map itself. */
const keptUnits = (map: SourceMap): { source: number; clean: number }[] => {
  const units: { source: number; clean: number }[] = [];
  let source = 0;
  let clean = 0;
  for (const word of `${map}`.split(" ").filter((one) => one !== "")) {
    const [from = 0, to] = word.split(":").map(Number);
    if (to === undefined) for (let i = 0; i < from; i++) units.push({ source: source + i, clean: clean + i });
    source += from;
    clean += to ?? from;
  }
  return units;
};

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

  it("finds positions in a map of many sections as in a short one", () => {
    // Each "1 2:1" is three units that became two.
    const map = SourceMap.parse("1 2:1 ".repeat(100));
    for (let i = 0; i < 100; i++) {
      expect(map.toSourceSpan({ start: 2 * i + 1, end: 2 * i + 2 })).toEqual({ start: 3 * i + 1, end: 3 * i + 3 });
      expect(map.toCleanSpan({ start: 3 * i, end: 3 * i + 1 })).toEqual({ start: 2 * i, end: 2 * i + 1 });
    }
  });

  it("lists its sections", () => {
    expect([...SourceMap.parse("5 2:0 3").sections()]).toEqual([
      { source: 5, clean: 5, kept: true },
      { source: 2, clean: 0, kept: false },
      { source: 3, clean: 3, kept: true },
    ]);
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

  it("keeps the order of positions, and stays within the texts", () => {
    fc.assert(
      fc.property(pairs(), (a) => {
        for (const edge of ["start", "end"] as const) {
          const back = positions(a.cleanLength).map((p) => a.toSource(p, edge));
          expect(back).toEqual([...back].sort((x, y) => x - y));
          expect(back.every((p) => p >= 0 && p <= a.sourceLength)).toBe(true);
          const forth = positions(a.sourceLength).map((p) => a.toClean(p, edge));
          expect(forth).toEqual([...forth].sort((x, y) => x - y));
          expect(forth.every((p) => p >= 0 && p <= a.cleanLength)).toBe(true);
        }
      }),
    );
  });

  it("gives a kept unit its place on the way there and back", () => {
    fc.assert(
      fc.property(pairs(), (a) => {
        for (const { source, clean } of keptUnits(a)) {
          expect(a.toSourceSpan({ start: clean, end: clean + 1 })).toEqual({ start: source, end: source + 1 });
          expect(a.toCleanSpan({ start: source, end: source + 1 })).toEqual({ start: clean, end: clean + 1 });
        }
      }),
    );
  });

  it("composes kept units: what both keep is kept, and lies where one step after the other puts it", () => {
    fc.assert(
      fc.property(chain, ([a, b]) => {
        const first = new Map(keptUnits(a).map(({ source, clean }) => [clean, source]));
        const stepped = keptUnits(b)
          .filter(({ source }) => first.has(source))
          .map(({ source, clean }) => ({ source: first.get(source), clean }));
        const kept = new Map(keptUnits(a.compose(b)).map(({ source, clean }) => [clean, source]));
        // A replacement of one step takes in what the other keeps of it, and nothing beyond.
        for (const [clean, source] of kept) expect(stepped).toContainEqual({ source, clean });
      }),
    );
  });

  it("is associative: lengths, and each unit that is kept, however it is bracketed", () => {
    fc.assert(
      fc.property(chain, ([a, b, c]) => {
        const left = a.compose(b).compose(c);
        const right = a.compose(b.compose(c));
        expect([left.sourceLength, left.cleanLength]).toEqual([a.sourceLength, c.cleanLength]);
        expect([right.sourceLength, right.cleanLength]).toEqual([a.sourceLength, c.cleanLength]);
        const other = new Map(keptUnits(right).map(({ source, clean }) => [clean, source]));
        for (const { source, clean } of keptUnits(left)) {
          if (other.has(clean)) expect(other.get(clean)).toBe(source);
        }
      }),
    );
  });

  it("comes back from its notation and its JSON as it was", () => {
    fc.assert(
      fc.property(pairs(), (a) => {
        expect(`${SourceMap.parse(`${a}`)}`).toBe(`${a}`);
        expect(`${SourceMap.fromJSON(JSON.parse(JSON.stringify({ map: a })).map)}`).toBe(`${a}`);
        expect(`${SourceMap.of([...a.sections()].flatMap((one) => [one.source, one.kept ? -1 : one.clean]))}`).toBe(
          `${a}`,
        );
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
