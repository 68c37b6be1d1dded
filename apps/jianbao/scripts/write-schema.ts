/** Writes the published descriptions of the exports: `node apps/jianbao/scripts/write-schema.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { csvTableSchema } from "../src/csv-schema.ts";
import { manifestJsonSchema } from "../src/manifest.ts";
import { structureMessage } from "../src/sdmx-structure.ts";

const folder = new URL("../../../docs/schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, content] of [
  ["manifest.schema.json", manifestJsonSchema()],
  ["observations.csv.schema.json", csvTableSchema()],
  ["observations.sdmx.json", structureMessage()],
] as const) {
  writeFileSync(new URL(name, folder), `${JSON.stringify(content, null, 2)}\n`);
}
