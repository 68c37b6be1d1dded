import { createHash } from "node:crypto";
import type { Chart, ChartColours, Measure, Scene } from "@jianbao/charts";
import { type Theme, roleOf } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import type { Diagnostic, Language } from "@jianbao/model";
import { programKey } from "./assets.ts";
import type { SceneCache } from "./scene-cache.ts";

/** Drawn charts, and what is wrong with those of a template that cannot be drawn. */
export interface Drawing {
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Draws charts with the faces that are embedded; Vega is loaded only for those that no cache holds. `template` names
 * the template whose own charts are among them.
 */
export async function drawCharts(
  charts: Readonly<Record<string, Chart>>,
  theme: Theme,
  faces: FaceSet,
  language: Language,
  cache: SceneCache,
  template: string,
): Promise<Drawing> {
  const text = roleOf(theme, "chartText");
  const family = theme.families[text.family];
  const colours = coloursOf(theme, text.colour);
  const { page } = theme;
  const width = ((page.width - page.marginInner - page.marginOuter) * 72) / 25.4;
  const scenes: Record<string, Scene> = {};
  const diagnostics: Diagnostic[] = [];
  for (const key of Object.keys(charts).sort()) {
    const chart = charts[key];
    if (chart === undefined) continue;
    const hash = createHash("sha256")
      .update(JSON.stringify([chart, family, text.size, width, colours, language, programKey()]))
      .digest("hex");
    const known = cache.read(hash);
    if (known !== null) {
      scenes[key] = known;
      continue;
    }
    const { drawChart } = await import("@jianbao/charts");
    const drawn = drawChart(chart, {
      measure: measureOf(faces, family?.faces ?? {}),
      width,
      size: text.size,
      colours,
      locale: language,
    });
    // Our own kinds draw whatever they are given; a template's specification is code of its author.
    const scene = await (chart.kind === "spec"
      ? drawn.catch((error: unknown) => problemOf(error, template, key))
      : drawn);
    if ("rule" in scene) {
      diagnostics.push(scene);
      continue;
    }
    cache.write(hash, scene);
    scenes[key] = scene;
  }
  return { scenes, diagnostics };
}

/** The theme's colours of charts: `chart` for what is shown, `chartMuted` for axes, `chartGrid`; its paper, and the one that `text` names. */
function coloursOf({ colours }: Theme, text: string): Partial<ChartColours> {
  const named = {
    accent: colours["chart"],
    muted: colours["chartMuted"],
    grid: colours["chartGrid"],
    paper: colours["paper"],
    text: colours[text],
  };
  return Object.fromEntries(Object.entries(named).filter(([, colour]) => colour !== undefined));
}

function problemOf(error: unknown, template: string, file: string): Diagnostic {
  const document = `${template}/${file}`;
  const message = error instanceof Error ? error.message : String(error);
  return {
    severity: "error",
    rule: "app/chart-failed",
    document,
    message: `failed chart: ${message.replace(/^chart cannot be (?:compiled|drawn): /u, "")} (${document})`,
    hint: "the file is a Vega-Lite 6 specification; see docs/charts.md",
  };
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
