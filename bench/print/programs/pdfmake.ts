/** The sample by pdfmake, with charts as SVG that is there or that Vega draws first. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { svgCharts } from "./charts.ts";

interface Pdfmake {
  addFonts(fonts: object): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: () => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

const [folder = "", mode = "ready"] = process.argv.slice(2);
const pdfmake = createRequire(import.meta.url)("pdfmake") as Pdfmake;
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);
const face = (id: string): string => join(folder, "fonts", `noto-${id}.ttf`);
pdfmake.addFonts({
  Serif: { normal: face("serif-sc-400"), bold: face("serif-sc-700") },
  Sans: { normal: face("sans-sc-400"), bold: face("sans-sc-700") },
});
const charts = await svgCharts(folder, mode);
const definition = JSON.parse(readFileSync(join(folder, "pdfmake.json"), "utf8"), (key, value: unknown) =>
  key === "svg" && typeof value === "string" ? (charts[value] ?? "").replaceAll(/font-family="[^"]*"/gu, "") : value,
) as object;
writeFileSync(
  join(folder, `pdfmake-${mode}.pdf`),
  await pdfmake
    .createPdf({ ...definition, defaultStyle: { font: "Serif", fontSize: 10.5, lineHeight: 1.2 } })
    .getBuffer(),
);
