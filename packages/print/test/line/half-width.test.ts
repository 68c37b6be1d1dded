import { describe, expect, it } from "vitest";
import { openFace } from "@jianbao/fonts";
import { halfWidthsOf } from "../../../fonts/test/half-width.ts";
import { realFont } from "../../../fonts/test/real-face.ts";
import { kindsOf } from "../../src/line/character.ts";

// Marks are halved by the place of their ink in the em, which their kind tells; the faces say the same in `halt`.
describe.each(["noto-serif-sc-400", "noto-serif-sc-700", "noto-sans-sc-400", "noto-sans-sc-700"] as const)(
  "the half-width forms of %s",
  (id) => {
    const face = openFace(realFont(id));
    const halves = halfWidthsOf(face);

    it.each([..."（《〈「『【〔〖［｛“‘）》〉」』】〕〗］｝”’，、；：。？！．"])(
      "of %s are those that lines are set with",
      (mark) => {
        const codePoint = mark.codePointAt(0) ?? 0;
        const [kind] = kindsOf([codePoint], true);
        const opens = kind === "opening";
        expect(halves.get(face.glyphOf(codePoint))).toEqual({ placement: opens ? -500 : 0, advance: -500 });
      },
    );

    it("put an interpunct that fills its em into the middle of half of one", () => {
      expect(halves.get(face.glyphOf(0x30fb))).toEqual({ placement: -250, advance: -500 });
    });
  },
);
