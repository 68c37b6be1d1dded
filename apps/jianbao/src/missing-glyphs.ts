import { textOf, walk } from "@jianbao/document";
import type { Diagnostic } from "@jianbao/model";
import type { ComposedIssue } from "./issue.ts";

/** The rule of a character that no face has. */
const missingGlyph = "print/missing-glyph";

/** True where a character has no glyph: its page must not be printed. */
export function lacksGlyphs(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ rule }) => rule === missingGlyph);
}

/**
 * Says of each character that no face has where it is: the section of the briefing, and the article and place that it
 * comes from, where one that the issue cites holds it.
 */
export function placedGlyphs(issue: ComposedIssue, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    // Matches the code point of `no face has the character U+20BB7 𠮷 of …`.
    const digits = diagnostic.rule === missingGlyph ? /U\+([\dA-F]+)/u.exec(diagnostic.message)?.[1] : undefined;
    if (digits === undefined) return diagnostic;
    const character = String.fromCodePoint(Number.parseInt(digits, 16));
    const section = sectionOf(issue, character);
    const { message } = diagnostic;
    return {
      ...diagnostic,
      ...sourceOf(issue, character),
      ...(section === null ? {} : { message: `${message}, under “${section}”` }),
    };
  });
}

/** The heading that a character stands under first; null where it stands under none. */
function sectionOf({ document }: ComposedIssue, character: string): string | null {
  let heading: string | null = null;
  let found: string | null = null;
  let isFound = false;
  if (document === null) return null;
  walk(document, (node) => {
    if (isFound) return false;
    if (node.type === "heading") heading = textOf(node.children);
    if (node.type !== "text" || !node.value.includes(character)) return true;
    isFound = true;
    found = heading;
    return false;
  });
  return found;
}

/** The first of the cited articles that holds a character, with its place in it. */
function sourceOf({ analysis, archive }: ComposedIssue, character: string): Pick<Diagnostic, "document" | "span"> {
  const documents = new Set(Object.values(analysis.publications).map(({ document }) => document));
  for (const document of [...documents].sort()) {
    const start = archive.source(document)?.text.indexOf(character) ?? -1;
    if (start >= 0) return { document, span: { start, end: start + character.length } };
  }
  return {};
}
