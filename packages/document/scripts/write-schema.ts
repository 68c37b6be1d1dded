/** Writes the published JSON Schema of themes: `node packages/document/scripts/write-schema.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { themeJsonSchema } from "../src/index.ts";

const folder = new URL("../../../docs/schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("theme.schema.json", folder), `${JSON.stringify(themeJsonSchema(), null, 2)}\n`);
