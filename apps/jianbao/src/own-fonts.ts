import { closeSync, existsSync, openSync, readSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Face, FontFile } from "@jianbao/fonts";
import type { Diagnostic } from "@jianbao/model";

/** Font files of a workspace: `fonts/NAME.ttf` is the face `NAME` of its themes. */
export function ownFontFiles(root: string | null): readonly FontFile[] {
  return fontNames(root)
    .filter((name) => isTrueType(name))
    .map((name) => ({ id: name.replace(/\.ttf$/iu, ""), read: readerOf(join(root ?? "", "fonts", name)) }));
}

/** Opens a workspace's font files, and says which cannot be used: they are left out. */
export function usableFonts(
  root: string | null,
  openFace: (file: FontFile) => Face,
): { readonly files: readonly FontFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = fontNames(root)
    .filter((name) => !isTrueType(name))
    .map((name) => unusable(name, "not TrueType", "convert it to TrueType outlines (.ttf)"));
  const files = ownFontFiles(root).filter((file) => {
    const name = `${file.id}.ttf`;
    try {
      if (isRestricted(openFace(file))) {
        diagnostics.push(unusable(name, "its licence forbids embedding", "take a font that may be embedded"));
        return false;
      }
      return true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      diagnostics.push(
        unusable(name, "damaged, or without TrueType outlines", "convert it to TrueType outlines (.ttf)"),
      );
      return false;
    }
  });
  return { files, diagnostics };
}

function fontNames(root: string | null): readonly string[] {
  const folder = root === null ? null : join(root, "fonts");
  if (folder === null || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:ttf|otf|ttc|otc|woff2?)$/iu.test(name))
    .sort();
}

function isTrueType(name: string): boolean {
  return /\.ttf$/iu.test(name);
}

/** Reads pieces of a file, opened for each: a workspace has few, and most pieces are read once. */
function readerOf(path: string): FontFile["read"] {
  return (offset, length) => {
    const descriptor = openSync(path, "r");
    try {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
    } finally {
      closeSync(descriptor);
    }
  };
}

/** True where the font says that it must not be embedded (OpenType, OS/2, fsType: restricted licence). */
function isRestricted(face: Face): boolean {
  const table = face.table("OS/2");
  return table !== null && table.length >= 10 && (((table[8] ?? 0) << 8) | (table[9] ?? 0)) % 16 === 2;
}

function unusable(name: string, why: string, hint: string): Diagnostic {
  return {
    severity: "error",
    rule: "app/unusable-font",
    document: `fonts/${name}`,
    message: `unusable font: ${why}`,
    hint,
  };
}
