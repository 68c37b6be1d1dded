/**
 * The sample by jianbao: reads the document, the theme and the drawn charts (or the charts, and draws
 * them) from a folder, and writes the PDF. It is bundled and started as the command line is.
 */
import { openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Chart, Scene } from "@jianbao/charts";
import { type Theme, documentFromJson, roleOf } from "@jianbao/document";
import { FaceSet, type FontFile, openFace } from "@jianbao/fonts";
import { layout, toPdf } from "@jianbao/print";

const [folder = "", mode = "ready"] = process.argv.slice(2);
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

const { document } = documentFromJson(read("document.json"));
if (document === null) throw new Error("the document cannot be read");
const theme = JSON.parse(read("theme.json")) as Theme;
const ids = ["noto-serif-sc-400", "noto-serif-sc-700", "noto-sans-sc-400", "noto-sans-sc-700"];
const faces = new FaceSet(
  ids.map((id) => openFace(fontFile(id))),
  { fallback: ["noto-serif-sc-400"] },
);
const charts = mode === "ready" ? (JSON.parse(read("scenes.json")) as Record<string, Scene>) : await drawn();
const laid = layout(document, { theme, faces, charts });
writeFileSync(join(folder, `jianbao-${mode}.pdf`), await toPdf(laid.pages, { ...laid, faces }));
if (process.argv[4] === "scenes") writeFileSync(join(folder, "scenes.json"), JSON.stringify(charts));

function fontFile(id: string): FontFile {
  let descriptor: number | null = null;
  return {
    id,
    read: (offset, length) => {
      descriptor ??= openSync(join(folder, "fonts", `${id}.ttf`), "r");
      const bytes = new Uint8Array(length);
      readSync(descriptor, bytes, 0, length, offset);
      return bytes;
    },
  };
}

async function drawn(): Promise<Record<string, Scene>> {
  const { drawChart } = await import("@jianbao/charts");
  const { size, family } = roleOf(theme, "chartText");
  const byWeight = theme.families[family]?.faces ?? {};
  const { width, marginInner, marginOuter } = theme.page;
  const scenes: Record<string, Scene> = {};
  for (const [key, chart] of Object.entries(JSON.parse(read("charts.json")) as Record<string, Chart>)) {
    scenes[key] = await drawChart(chart, {
      measure: (text, points, weight) =>
        faces.get(byWeight[`${weight}`] ?? byWeight["400"] ?? "").widthOf(text) * points,
      width: ((width - marginInner - marginOuter) * 72) / 25.4,
      size,
      locale: "zh-Hans",
    });
  }
  return scenes;
}
