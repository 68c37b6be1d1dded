/**
 * Compiles the specifications of the built-in charts, so that drawing one needs no Vega-Lite: run it
 * after a change to `src/spec`, then format. A test holds the file to what the compiler makes.
 */
import { writeFileSync } from "node:fs";
import { compiledOf } from "../src/compile.ts";
import { specifications } from "../src/spec/specifications.ts";

const compiled = Object.fromEntries(Object.entries(specifications).map(([kind, spec]) => [kind, compiledOf(spec)]));
const file = new URL("../src/compiled.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(compiled, null, 2)}\n`);
