/** Writes the tables of properties in docs/templates.md: `node packages/document/scripts/write-properties.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { withPropertyTables } from "./property-tables.ts";

const file = new URL("../../../docs/templates.md", import.meta.url);
writeFileSync(file, withPropertyTables(readFileSync(file, "utf8")));
