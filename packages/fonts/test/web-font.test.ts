import { describe, expect, it } from "vitest";
import { openFace, webFontOf } from "../src/index.ts";
import { realFont } from "./real-face.ts";
import { squareFont } from "./square-font.ts";

const codePointsOf = (text: string): number[] => [...text].map((character) => character.codePointAt(0) ?? 0);
const opened = (bytes: Uint8Array) =>
  openFace({ id: "web", read: (offset, length) => bytes.slice(offset, offset + length) });

describe("a font for the screen", () => {
  it("maps its code points to the face's own glyphs, in any order of asking", () => {
    const face = openFace(realFont("noto-sans-sc-400"));
    const bytes = webFontOf(face, codePointsOf("万起43.7万"));
    expect(webFontOf(face, codePointsOf("7.34起万"))).toEqual(bytes);
    const again = opened(bytes);
    expect(again.glyphCount).toBe(7);
    for (const codePoint of codePointsOf("万起43.7")) {
      const own = face.outlineOf(face.glyphOf(codePoint));
      expect(again.outlineOf(again.glyphOf(codePoint)).subarray(0, own.length)).toEqual(own);
      expect(again.advanceOf(again.glyphOf(codePoint))).toBe(face.advanceOf(face.glyphOf(codePoint)));
    }
    expect(again.glyphOf(0x56fd)).toBe(0);
  });

  it("has the tables that a browser asks for, the name and the licence", () => {
    const again = opened(webFontOf(openFace(realFont("noto-sans-sc-400")), codePointsOf("简报")));
    for (const tag of ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "post"]) {
      expect(again.table(tag), tag).not.toBeNull();
    }
    expect(again.postscriptName).toBe("NotoSansSC-Regular");
    const words = Buffer.from(again.table("name") ?? [])
      .swap16()
      .toString("utf16le");
    expect(words).toContain("SIL Open Font License");
  });

  it("leaves out what the face has not", () => {
    const again = opened(webFontOf(openFace(squareFont({ characters: "中文" })), codePointsOf("国中")));
    expect(again.glyphCount).toBe(2);
    expect(again.glyphOf(0x4e2d)).toBe(1);
    expect(again.glyphOf(0x56fd)).toBe(0);
  });
});
