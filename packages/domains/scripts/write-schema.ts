/** Writes the published JSON Schemas of a pack's files: `node packages/domains/scripts/write-schema.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileNames, packJsonSchema, schemaFileName } from "../src/index.ts";

const folder = new URL("../../../docs/schema/pack/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const name of fileNames)
  writeFileSync(new URL(schemaFileName(name), folder), `${JSON.stringify(packJsonSchema(name), null, 2)}\n`);
