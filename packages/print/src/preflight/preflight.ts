import type { Theme } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import type { Diagnostic } from "@jianbao/model";
import type { Layout } from "../layout.ts";
import { geometryOf } from "../page/geometry.ts";
import type { Page } from "../page/page.ts";
import { contrasts } from "./contrast-rule.ts";
import { cutNumbers, loneLines, lonelyCharacters, outsideTexts, smallTexts } from "./line-rules.ts";
import { pageLines } from "./page-line.ts";
import { emptyPages, headingsAtFoot, movedNotes, reducedFigures } from "./page-rules.ts";
import type { PreflightRule } from "./rule.ts";

/** All rules, in the order of what would embarrass most. */
const rules: readonly PreflightRule[] = [
  outsideTexts,
  cutNumbers,
  contrasts,
  headingsAtFoot,
  movedNotes,
  lonelyCharacters,
  loneLines,
  smallTexts,
  reducedFigures,
  emptyPages,
];

/**
 * 打印检查: looks over finished pages as a careful printer would. The answer holds what the layout itself reported, each
 * with its page where the words tell it, and what only the pages show; every message names page and words.
 */
export function preflight(
  layout: Layout,
  { theme, faces }: { readonly theme: Theme; readonly faces: FaceSet },
): readonly Diagnostic[] {
  const lines = pageLines(layout.pages, layout.structure);
  const proof = { layout, theme, faces, geometry: geometryOf(theme), lines };
  return [...layout.diagnostics.map((one) => located(one, layout.pages)), ...rules.flatMap((rule) => [...rule(proof)])];
}

/** Problems of the layout whose message holds words that stand on a page, by what finds the words. */
const wordsOf: Readonly<Record<string, RegExp>> = {
  // Matches `too long by 1.2 pt: WORDS (paragraph “…”)`.
  "print/overfull-line": /: (.+?)…? \([^)]*\)$/su,
  "print/loose-line": /: (.+?)…? \([^)]*\)$/su,
  // Matches `unknown place: #checks (“核对”)`.
  "print/unresolved-reference": /\(“(.+)”\)$/su,
  // Matches `no face has the character U+20BB7 𠮷 of …`.
  "print/missing-glyph": /U\+[\dA-F]+ (\S+) of /su,
};

/** Adds the first page that holds the words of a message. */
function located(diagnostic: Diagnostic, pages: readonly Page[]): Diagnostic {
  const sought = wordsOf[diagnostic.rule]?.exec(diagnostic.message)?.[1];
  if (sought === undefined) return diagnostic;
  const page = pages.find(({ frames }) =>
    frames
      .map((frame) => (frame.type === "text" ? frame.text : ""))
      .join("")
      .includes(sought),
  );
  return page === undefined ? diagnostic : { ...diagnostic, message: `${diagnostic.message} on page ${page.number}` };
}
