import { type Theme, parseTheme } from "@jianbao/document";
import { FaceSet, openFace } from "@jianbao/fonts";
import type { Diagnostic } from "@jianbao/model";
import { bundledFonts } from "./assets.ts";
import { usableFonts } from "./own-fonts.ts";

/** A template's theme, and the faces that its text is set in. */
export interface OpenTheme {
  /** Null where `theme.yaml` cannot be read. */
  readonly theme: Theme | null;
  readonly faces: FaceSet;
  /** Problems of the theme, and of the workspace's own font files. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Faces that serve where a theme names none that has a character. */
const fallback = ["noto-serif-sc-400", "noto-sans-sc-400"];

/**
 * Reads the theme of a template and gathers the font files that come with jianbao and those of a workspace, which take
 * the place of others of their names; a face is opened when it is first asked for.
 */
export function openTheme(
  template: { readonly name: string; readonly files: Readonly<Record<string, string>> },
  workspaceRoot: string | null,
): OpenTheme {
  const own = usableFonts(workspaceRoot, openFace);
  const ids = new Set(own.files.map(({ id }) => id));
  const fonts = [...bundledFonts().filter(({ id }) => !ids.has(id)), ...own.files];
  const known = fonts.map(({ id }) => id);
  const file = `templates/${template.name}/theme.yaml`;
  const { theme, diagnostics } = parseTheme(template.files["theme.yaml"] ?? "", file, known);
  const faces = new FaceSet(
    fonts.map((font) => ({ id: font.id, open: () => openFace(font) })),
    { fallback, fallbackOf: fallbacksOf(theme) },
  );
  return { theme, faces, diagnostics: [...own.diagnostics, ...diagnostics] };
}

/** The faces that stand in for each face of a theme, by its families. */
function fallbacksOf(theme: Theme | null): Readonly<Record<string, readonly string[]>> {
  const fallbacks: Record<string, readonly string[]> = {};
  for (const { faces, fallback: others = [] } of Object.values(theme?.families ?? {})) {
    for (const id of Object.values(faces)) fallbacks[id] = [...new Set([...(fallbacks[id] ?? []), ...others])];
  }
  return fallbacks;
}
