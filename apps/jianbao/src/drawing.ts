import { createHash } from "node:crypto";
import type { Chart, Measure, Scene } from "@jianbao/charts";
import { type Theme, roleOf } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import type { Language } from "@jianbao/model";
import { programKey } from "./assets.ts";
import type { SceneCache } from "./scene-cache.ts";

/** Draws charts with the faces that are embedded; Vega is loaded only for those that no cache holds. */
export async function drawCharts(
  charts: Readonly<Record<string, Chart>>,
  theme: Theme,
  faces: FaceSet,
  language: Language,
  cache: SceneCache,
): Promise<Readonly<Record<string, Scene>>> {
  const text = roleOf(theme, "chartText");
  const family = theme.families[text.family];
  const { page } = theme;
  const width = ((page.width - page.marginInner - page.marginOuter) * 72) / 25.4;
  const scenes: Record<string, Scene> = {};
  for (const key of Object.keys(charts).sort()) {
    const chart = charts[key];
    if (chart === undefined) continue;
    const hash = createHash("sha256")
      .update(JSON.stringify([chart, family, text.size, width, language, programKey()]))
      .digest("hex");
    const known = cache.read(hash);
    if (known !== null) {
      scenes[key] = known;
      continue;
    }
    const { drawChart } = await import("@jianbao/charts");
    const scene = await drawChart(chart, {
      measure: measureOf(faces, family?.faces ?? {}),
      width,
      size: text.size,
      locale: language,
    });
    cache.write(hash, scene);
    scenes[key] = scene;
  }
  return scenes;
}

/** Measures text in points with the faces of a family; a weight without a face of its own takes the regular one. */
function measureOf(faces: FaceSet, byWeight: Readonly<Record<string, string>>): Measure {
  return (text, size, weight) => {
    const id = byWeight[`${weight}`] ?? byWeight["400"] ?? faces.ids()[0] ?? "";
    let em = 0;
    for (const character of text) {
      const { face, glyph } = faces.find(id, character.codePointAt(0) ?? 0);
      em += face.advanceOf(glyph) / face.unitsPerEm;
    }
    return em * size;
  };
}
