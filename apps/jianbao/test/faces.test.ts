import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { openFace } from "@jianbao/fonts";
import { describe, expect, it } from "vitest";
import { bundledFonts, packedFaces } from "../src/assets.ts";
import { sfntOfWoff } from "../src/woff.ts";

describe("the faces that come with jianbao", () => {
  const faces = bundledFonts().map(openFace);

  it("have the characters of briefings, traditional ones too", () => {
    const text = "反诈简报第12期（总第36期）一、（一）13.8亿元％—…《》〔2024〕①⑳龘囧犇臺灣機關";
    for (const face of faces) {
      const missing = [...text].filter((character) => face.glyphOf(character.codePointAt(0) ?? 0) === 0);
      expect([face.id, missing.join("")]).toEqual([face.id, ""]);
    }
  });

  it("have all Han characters of GB/T 2312", () => {
    const decoder = new TextDecoder("gb18030");
    const all = Array.from({ length: 72 * 94 }, (_, index) => {
      const [row, cell] = [Math.floor(index / 94) + 16, (index % 94) + 1];
      return decoder.decode(Uint8Array.of(row + 160, cell + 160));
    }).filter((character) => /\p{Script=Han}/u.test(character));
    expect(all.length).toBe(6763);
    for (const face of faces) {
      const missing = all.filter((character) => face.glyphOf(character.codePointAt(0) ?? 0) === 0);
      expect([face.id, missing.join("")]).toEqual([face.id, ""]);
    }
  });

  it("are unpacked from WOFF to the same tables", () => {
    const require = createRequire(import.meta.url);
    const packed = new Uint8Array(readFileSync(require.resolve(packedFaces["lxgw-wenkai-400"] ?? "")));
    const bytes = sfntOfWoff(packed);
    const face = openFace({ id: "kai", read: (offset, length) => bytes.slice(offset, offset + length) });
    expect(face.postscriptName).toBe("LXGWWenKai-Regular");
    expect(face.advanceOf(face.glyphOf(0x6c49))).toBe(face.unitsPerEm);
    expect(face.outlineOf(face.glyphOf(0x6c49)).length).toBeGreaterThan(50);
    // The directory's checksums are those of the file as it was made: sums of big-endian words.
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < view.getUint16(4); index++) {
      const [tag, sum, offset, length] = [0, 4, 8, 12].map((at) => view.getUint32(12 + 16 * index + at)) as [
        number,
        number,
        number,
        number,
      ];
      // `head` holds the sum of the whole file, which its own leaves out.
      if (tag === 0x68656164) continue;
      let own = 0;
      for (let at = offset; at < offset + length; at += 4) own = (own + view.getUint32(at)) >>> 0;
      expect(own).toBe(sum);
    }
  });

  it("refuses what is no WOFF, or is cut off", () => {
    expect(() => sfntOfWoff(new Uint8Array(100))).toThrow("no WOFF 1.0 file");
    const require = createRequire(import.meta.url);
    const packed = new Uint8Array(readFileSync(require.resolve(packedFaces["lxgw-wenkai-400"] ?? "")));
    expect(() => sfntOfWoff(packed.subarray(0, packed.length - 300_000))).toThrow(
      /cut-off table|unexpected end of file|RangeError|invalid/u,
    );
  });
});
