import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FaceSet, type FontFile, type UnopenedFace, openFace, subsetOf } from "../src/index.ts";
import { realFont } from "./real-face.ts";
import { squareFont } from "./square-font.ts";

describe("a face", () => {
  it("gives glyphs and advances by code point", () => {
    const face = openFace(squareFont({ western: 0.5 }));
    expect(face.glyphOf(0x4e2d)).toBe(2);
    expect(face.advanceOf(face.glyphOf(0x4e2d))).toBe(1000);
    expect(face.widthOf("中a1")).toBe(2);
    expect(face.postscriptName).toBe("Square");
  });

  it("gives glyph 0 for what it lacks, beyond the basic plane as well", () => {
    const face = openFace(squareFont({ characters: "中文" }));
    expect([..."中国𠮷"].map((character) => face.glyphOf(character.codePointAt(0) ?? 0))).toEqual([2, 0, 0]);
  });

  it("reads no more than it needs", () => {
    let read = 0;
    const font = realFont("noto-serif-sc-400");
    const counting: FontFile = {
      id: font.id,
      read: (offset, length) => {
        read += length;
        return font.read(offset, length);
      },
    };
    const face = openFace(counting);
    face.widthOf("反诈工作简报2024");
    expect(read).toBeLessThan(600_000); // the file has 14.8 MB
  });

  it("reads the faces that the workspace brings", () => {
    const face = openFace(realFont("noto-serif-sc-400"));
    expect(face.postscriptName).toBe("NotoSerifSC-Regular");
    expect(face.unitsPerEm).toBe(1000);
    expect(face.widthOf("简报①⑳")).toBe(4);
    expect(face.widthOf("00")).toBeCloseTo(1.114, 3);
    expect(face.glyphOf("𬺈".codePointAt(0) ?? 0)).toBeGreaterThan(0);
  });

  it("refuses what is no TrueType file, and glyphs that it has not", () => {
    expect(() => openFace({ id: "x", read: (_offset, length) => new Uint8Array(length) })).toThrow("no TrueType file");
    expect(() => openFace(squareFont()).advanceOf(99)).toThrow("glyph 99 is outside the face square (3 glyphs)");
  });
});

describe("a subset", () => {
  it("is a font of the glyphs asked for, in the order of asking", () => {
    const face = openFace(realFont("noto-sans-sc-400"));
    const subset = subsetOf(face);
    const slots = [..."简报简"].map((character) => slotOf(subset, face, character));
    expect(slots).toEqual([1, 2, 1]);
    const again = openFace(fontOf(subset.toBytes()));
    expect(again.glyphCount).toBe(3);
    expect(again.outlineOf(1)).toEqual(padded(face.outlineOf(face.glyphOf(0x7b80))));
    expect(again.advanceOf(2)).toBe(1000);
  });

  it("takes in what composite glyphs are made of", () => {
    const face = openFace(squareFont({ composite: true }));
    const subset = subsetOf(face);
    slotOf(subset, face, "田");
    const again = openFace(fontOf(subset.toBytes()));
    expect(again.glyphCount).toBe(4);
    const outline = again.outlineOf(1);
    const view = new DataView(outline.buffer, outline.byteOffset);
    expect([view.getInt16(0), view.getUint16(12), view.getUint16(20)]).toEqual([-1, 2, 3]);
  });

  it("keeps two slots for a glyph that stands for two characters", () => {
    const face = openFace(squareFont());
    const subset = subsetOf(face);
    expect([slotOf(subset, face, "甲"), slotOf(subset, face, "乙")]).toEqual([1, 2]);
    expect(subset.entries().map((entry) => entry.codePoint)).toEqual([0, 0x7532, 0x4e59]);
  });

  it("has the same bytes each time", () => {
    expect(subsetBytes()).toEqual(subsetBytes());
  });

  it("keeps advance and outline of every glyph, whatever is asked for", () => {
    const face = openFace(realFont("noto-sans-sc-700"));
    const glyphs = fc.array(fc.integer({ min: 1, max: face.glyphCount - 1 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(glyphs, (list) => {
        const subset = subsetOf(face);
        const slots = list.map((glyph) => subset.slotOf(glyph, glyph));
        const again = openFace(fontOf(subset.toBytes()));
        expect(slots.map((slot) => again.advanceOf(slot))).toEqual(list.map((glyph) => face.advanceOf(glyph)));
        expect(slots.map((slot) => again.outlineOf(slot).length)).toEqual(
          list.map((glyph) => padded(face.outlineOf(glyph)).length),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("weighs less than half a kilobyte beside its outlines and twelve bytes a glyph", () => {
    const face = openFace(realFont("noto-serif-sc-400"));
    for (const count of [0, 1, 100, 400]) {
      const subset = subsetOf(face);
      let outlines = 0;
      for (let i = 0; i < count; i++) {
        const glyph = face.glyphOf(0x4e00 + 11 * i);
        subset.slotOf(glyph, 0x4e00 + 11 * i);
        outlines += face.outlineOf(glyph).length;
      }
      expect(subset.toBytes().length - outlines).toBeLessThan(500 + 12 * count);
    }
  });

  it("sums to the checksum that a TrueType file must have", () => {
    const face = openFace(squareFont());
    const subset = subsetOf(face);
    slotOf(subset, face, "甲");
    const bytes = subset.toBytes();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});

describe("a set of faces", () => {
  it("takes a character from the first fall-back that has it, and says where none does", () => {
    const main = openFace(squareFont({ id: "main", characters: "中" }));
    const other = openFace(squareFont({ id: "other", characters: "文" }));
    const faces = new FaceSet([main, other], { fallback: ["other"] });
    expect(faces.find("main", 0x4e2d).face.id).toBe("main");
    expect(faces.find("main", 0x6587).face.id).toBe("other");
    expect(faces.find("main", 0x56fd)).toEqual({ face: main, glyph: 0 });
    expect(() => faces.get("none")).toThrow("unknown face: none (known: main, other)");
  });

  it("look in a face's own fall-backs before those of all, and open none that is not asked for", () => {
    const opened: string[] = [];
    const faceOf = (id: string, characters: string): UnopenedFace => ({
      id,
      open: () => {
        opened.push(id);
        return { ...openFace(squareFont({ id, characters })), id };
      },
    });
    const faces = new FaceSet(
      [faceOf("main", "中"), faceOf("rare", "文国"), faceOf("plain", "文字"), faceOf("spare", "")],
      {
        fallback: ["plain"],
        fallbackOf: { main: ["rare"] },
      },
    );
    expect(opened).toEqual([]);
    expect(faces.find("main", 0x4e2d).face.id).toBe("main");
    expect(opened).toEqual(["main"]);
    expect(faces.find("main", 0x6587).face.id).toBe("rare");
    expect(faces.find("main", 0x5b57).face.id).toBe("plain");
    expect(faces.find("plain", 0x56fd).glyph).toBe(0);
    expect(opened).toEqual(["main", "rare", "plain"]);
    expect(() => new FaceSet([faceOf("main", "")], { fallbackOf: { main: ["none"] } })).toThrow("unknown face: none");
  });
});

function subsetBytes(): Uint8Array {
  const face = openFace(realFont("noto-serif-sc-400"));
  const subset = subsetOf(face);
  for (const character of "破获案件43.7万起") slotOf(subset, face, character);
  return subset.toBytes();
}

function slotOf(subset: ReturnType<typeof subsetOf>, face: ReturnType<typeof openFace>, character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  return subset.slotOf(face.glyphOf(codePoint), codePoint);
}

/** A file of the bytes, with the character map that a subset goes without. */
function fontOf(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(4);
  const map = squareFont({ characters: "中" });
  const directory = new DataView(map.read(12, 16).buffer);
  const table = map.read(directory.getUint32(8), directory.getUint32(12));
  const moved = new Uint8Array(bytes.length + 16 + table.length);
  moved.set(bytes.subarray(0, 12));
  const out = new DataView(moved.buffer);
  out.setUint16(4, count + 1);
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    moved.set(bytes.subarray(at, at + 16), at);
    out.setUint32(at + 8, view.getUint32(at + 8) + 16);
  }
  const at = 12 + 16 * count;
  [..."cmap"].forEach((letter, k) => out.setUint8(at + k, letter.charCodeAt(0)));
  out.setUint32(at + 8, bytes.length + 16);
  out.setUint32(at + 12, table.length);
  moved.set(bytes.subarray(at), at + 16);
  moved.set(table, bytes.length + 16);
  return { id: "subset", read: (offset, length) => moved.slice(offset, offset + length) };
}

function padded(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array((bytes.length + 3) & ~3);
  out.set(bytes);
  return out;
}
