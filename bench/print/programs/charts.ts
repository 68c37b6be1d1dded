import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Draws the sample's four charts as SVG as Vega's users do: Vega-Lite compiles, Vega draws. */
export async function drawnSvg(folder: string): Promise<Record<string, string>> {
  const { compile } = await import("vega-lite");
  const { View, parse } = await import("vega");
  const specs = JSON.parse(readFileSync(join(folder, "specs.json"), "utf8")) as Record<string, never>;
  const drawn: Record<string, string> = {};
  for (const [key, spec] of Object.entries(specs)) {
    drawn[key] = await new View(parse(compile(spec).spec), { renderer: "none" }).toSVG();
  }
  return drawn;
}

/** The charts as SVG: read, or drawn by Vega. */
export async function svgCharts(folder: string, mode: string): Promise<Record<string, string>> {
  if (mode === "made") return drawnSvg(folder);
  const keys = Object.keys(JSON.parse(readFileSync(join(folder, "specs.json"), "utf8")) as object);
  return Object.fromEntries(keys.map((key) => [key, readFileSync(join(folder, `${key}.svg`), "utf8")]));
}
