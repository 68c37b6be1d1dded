/** Writes the published JSON Schemas: `node packages/model/scripts/write-schema.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { articleJsonSchema } from "../src/article-schema.ts";
import { observationJsonSchema } from "../src/schema.ts";

const folder = new URL("../../../docs/schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of [
  ["observation", observationJsonSchema()],
  ["clean-article", articleJsonSchema()],
] as const) {
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
