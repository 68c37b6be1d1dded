/** Writes the published JSON Schema of an observation: `node packages/model/scripts/write-schema.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { observationJsonSchema } from "../src/schema.ts";

const folder = new URL("../../../docs/schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("observation.schema.json", folder), `${JSON.stringify(observationJsonSchema(), null, 2)}\n`);
