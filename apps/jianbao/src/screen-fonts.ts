import { Buffer } from "node:buffer";
import type { Scene, SceneMark } from "@jianbao/charts";
import { type Theme, roleOf } from "@jianbao/document";
import { type FaceSet, webFontOf } from "@jianbao/fonts";
import type { ScreenFont } from "@jianbao/html";

/**
 * Cuts the faces that charts were measured with down to the characters of these scenes, a font a weight that occurs;
 * none where no chart has text.
 */
export function screenFonts(
  scenes: Readonly<Record<string, Scene>>,
  theme: Theme,
  faces: FaceSet,
): readonly ScreenFont[] {
  const byWeight = new Map<number, Set<number>>();
  const gather = (marks: readonly SceneMark[]): void => {
    for (const mark of marks) {
      if (mark.type === "clip") gather(mark.marks);
      if (mark.type !== "text") continue;
      const known = byWeight.get(mark.weight) ?? new Set();
      for (const character of mark.text) known.add(character.codePointAt(0) ?? 0);
      byWeight.set(mark.weight, known);
    }
  };
  for (const { marks } of Object.values(scenes)) gather(marks);
  const family = theme.families[roleOf(theme, "chartText").family]?.faces ?? {};
  return [...byWeight]
    .sort(([a], [b]) => a - b)
    .flatMap(([weight, codePoints]) => {
      const id = family[weight] ?? family["400"];
      if (id === undefined || !faces.has(id)) return [];
      return [{ weight, data: Buffer.from(webFontOf(faces.get(id), codePoints)).toString("base64") }];
    });
}
