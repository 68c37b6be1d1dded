/** The sample by Typst, with charts as SVG that is there or that Vega draws first. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const [folder = "", mode = "ready"] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [join(folder, "fonts")] }] });
if (mode === "made") {
  const { drawnSvg } = await import("./charts.ts");
  for (const [key, svg] of Object.entries(await drawnSvg(folder))) {
    compiler.mapShadow(join(folder, `${key}.svg`), Buffer.from(svg));
  }
}
const pdf = compiler.pdf({ mainFileContent: readFileSync(join(folder, "main.typ"), "utf8") });
writeFileSync(join(folder, `typst-${mode}.pdf`), pdf);
