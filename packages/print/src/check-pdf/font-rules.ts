import { fontName, statedWidth } from "./font-program.ts";
import type { PdfRule } from "./rule.ts";
import { isOf, nameOf, numberOf, textOf } from "./value.ts";

/** Rules of fonts: all embedded, measured, and readable as text. */
export const fontRules: readonly PdfRule[] = [
  {
    id: "font-embedded",
    clause: "ISO 19005-3, 6.2.11.4.1; ISO 14289-1, 7.21.4.1; Matterhorn 31-009",
    about: "Each font that is used lies in the file.",
    *check({ fonts }) {
      for (const font of fonts) if (font.program === null) yield `${fontName(font)} is not embedded`;
    },
  },
  {
    id: "font-kind",
    clause: "ISO 19005-3, 6.2.11.2, 6.2.11.3; ISO 14289-1, 7.21.3; Matterhorn 31-001 to 31-006",
    about:
      "Fonts are composite, Identity-H over TrueType, with glyphs numbered as in the file and one name throughout.",
    *check({ file, fonts }) {
      for (const font of fonts) {
        const { dictionary, descendant } = font;
        const name = fontName(font);
        const kind = (value: typeof dictionary, key: string): string | null => nameOf(file.get(value, key));
        if (kind(dictionary, "Subtype") !== "Type0" || kind(dictionary, "Encoding") !== "Identity-H")
          yield `${name} is not composite`;
        if (kind(descendant, "Subtype") !== "CIDFontType2") yield `${name} is not TrueType`;
        if (kind(descendant, "CIDToGIDMap") !== "Identity") yield `${name} does not number glyphs as its file does`;
        const info = ["Registry", "Ordering"].map((key) => textOf(file.get(descendant, "CIDSystemInfo", key)));
        if (info.join("-") !== "Adobe-Identity") yield `${name} has the character collection ${info.join("-")}`;
        const names = [
          kind(dictionary, "BaseFont"),
          kind(descendant, "BaseFont"),
          nameOf(file.get(descendant, "FontDescriptor", "FontName")),
        ];
        // Matches AAAAAA+NotoSansSC-Bold.
        if (new Set(names).size !== 1 || !/^[A-Z]{6}\+[\w-]+$/u.test(name))
          yield `${name} is named otherwise elsewhere, or not as a subset`;
      }
    },
  },
  {
    id: "font-widths",
    clause: "ISO 19005-3, 6.2.11.5; ISO 14289-1, 7.21.5; Matterhorn 31-016",
    about: "The widths that the PDF states are those of the embedded font, to a thousandth of the em.",
    *check({ file, fonts }) {
      for (const font of fonts) {
        const { program } = font;
        if (program === null) continue;
        for (const code of font.codes.keys()) {
          if (code >= program.glyphs) continue;
          const stated = statedWidth(file, font.descendant, code);
          const real = program.widthOf(code);
          if (Math.abs(stated - real) > 1)
            yield `${fontName(font)}: glyph ${code} is ${real} wide, the PDF says ${stated}`;
        }
      }
    },
  },
  {
    id: "font-glyphs",
    clause: "ISO 19005-3, 6.2.11.4.1, 6.2.11.8; ISO 14289-1, 7.21.8; Matterhorn 31-011, 31-030",
    about: "Each glyph that is shown is in the embedded font, and none of them is .notdef.",
    *check({ fonts }) {
      for (const font of fonts) {
        if (font.codes.has(0)) yield `${fontName(font)}: .notdef is shown`;
        const glyphs = font.program?.glyphs ?? 0;
        for (const code of font.codes.keys()) if (code >= glyphs) yield `${fontName(font)}: no glyph ${code}`;
      }
    },
  },
  {
    id: "font-unicode",
    clause: "ISO 19005-3, 6.2.11.7.2; ISO 14289-1, 7.21.7; Matterhorn 31-027 to 31-029",
    about: "Each glyph that is shown stands for characters: none of them U+0000, U+FEFF or U+FFFE.",
    *check({ fonts }) {
      for (const font of fonts) {
        if (font.unicode === null) yield `${fontName(font)} has no map to characters`;
        for (const [code, { isReplaced }] of font.codes) {
          const text = font.unicode?.get(code) ?? "";
          if (isReplaced || font.unicode === null) continue;
          if (text === "" || /[\0\uFEFF\uFFFE\uFFFD]/u.test(text))
            yield `${fontName(font)}: glyph ${code} stands for no character`;
        }
      }
    },
  },
  {
    id: "private-use",
    clause: "ISO 19005-3, 6.2.11.7.3",
    about: "No character is one of private use, unless another text stands for it.",
    *check({ fonts }) {
      for (const font of fonts) {
        for (const [code, { isReplaced }] of font.codes) {
          const text = font.unicode?.get(code) ?? "";
          if (!isReplaced && /\p{Co}/u.test(text))
            yield `${fontName(font)}: glyph ${code} stands for U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase()}, a character of private use`;
        }
      }
    },
  },
  {
    id: "font-cid-set",
    clause: "ISO 19005-3, 6.2.11.4.2; ISO 14289-1, 7.21.4.2; Matterhorn 31-014",
    about: "A list of the glyphs that a font file has is whole, where there is one.",
    *check({ file, fonts }) {
      for (const font of fonts) {
        const stream = file.get(font.descendant, "FontDescriptor", "CIDSet");
        const bits = isOf(stream, "stream") ? file.data(stream) : null;
        if (bits === null) continue;
        for (let glyph = 0; glyph < (font.program?.glyphs ?? 0); glyph++) {
          if ((((bits[glyph >> 3] ?? 0) >> (7 - (glyph & 7))) & 1) === 0) {
            yield `${fontName(font)}: glyph ${glyph} is not listed`;
            break;
          }
        }
      }
    },
  },
  {
    id: "graphics-state",
    clause: "ISO 19005-3, 6.2.5, 6.2.10",
    about: "States of the graphics have no transfer curves or halftones, blend normally, and are opaque to a degree.",
    *check({ file, pages }) {
      for (const { number, dictionary, contents } of pages) {
        for (const name of contents.resources.get("ExtGState") ?? []) {
          const state = file.get(dictionary, "Resources", "ExtGState", name);
          for (const key of ["TR", "TR2", "HT", "HTP", "SMask"]) {
            const value = file.get(state, key);
            if (value !== null && nameOf(value) !== "None" && nameOf(value) !== "Default")
              yield `page ${number}: ${name} has ${key}`;
          }
          const blend = nameOf(file.get(state, "BM"));
          if (blend !== null && blend !== "Normal") yield `page ${number}: ${name} blends as ${blend}`;
          for (const key of ["ca", "CA"]) {
            const opacity = numberOf(file.get(state, key));
            if (opacity !== null && (opacity < 0 || opacity > 1))
              yield `page ${number}: ${name} has an opacity of ${opacity}`;
          }
        }
      }
    },
  },
];
