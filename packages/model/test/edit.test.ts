import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../src/index.ts";

describe("applyEdits", () => {
  it("keeps one unit for one where the length stays", () => {
    const { text, map } = applyEdits("機關(guān)", [
      { start: 0, end: 1, replacement: "机" },
      { start: 1, end: 2, replacement: "关" },
      { start: 2, end: 8, replacement: "" },
    ]);
    expect(text).toBe("机关");
    expect(`${map}`).toBe("2 6:0");
  });

  it("gives the spans of characters beyond the basic plane, and of line ends, whole", () => {
    const source = "𠮷野家\r\n破獲(huò)案件";
    const { text, map } = applyEdits(source, [
      { start: 4, end: 6, replacement: "\n" },
      { start: 7, end: 8, replacement: "获" },
      { start: 8, end: 13, replacement: "" },
    ]);
    expect(text).toBe("𠮷野家\n破获案件");
    expect(map.toSourceSpan({ start: 0, end: 2 })).toEqual({ start: 0, end: 2 });
    expect(map.toSourceSpan({ start: 4, end: 5 })).toEqual({ start: 4, end: 6 });
    expect(map.toCleanSpan({ start: 5, end: 6 })).toEqual({ start: 4, end: 5 });
    const found = map.toSourceSpan({ start: text.indexOf("获"), end: text.indexOf("件") + 1 });
    expect(source.slice(found.start, found.end)).toBe("獲(huò)案件");
  });

  it("refuses edits that overlap", () => {
    expect(() =>
      applyEdits("abc", [
        { start: 0, end: 2, replacement: "" },
        { start: 1, end: 3, replacement: "" },
      ]),
    ).toThrow(RangeError);
  });

  it("gives texts that fit their map", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.nat(20), fc.nat(4), fc.string({ maxLength: 4 }))),
        (text, wanted) => {
          let done = 0;
          const edits = wanted.flatMap(([skip, length, replacement]) => {
            const start = done + skip;
            const end = start + length;
            if (end > text.length) return [];
            done = end;
            return [{ start, end, replacement }];
          });
          const result = applyEdits(text, edits);
          expect(() => result.map.check(text, result.text)).not.toThrow();
        },
      ),
    );
  });
});
