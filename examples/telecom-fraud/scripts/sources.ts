/** Writes `sources/` anew from the clean originals in `articles/`. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { buildSources } from "./build.ts";
import { folder, readArticles } from "./workspace.ts";

const sources = new URL("sources/", folder);
rmSync(sources, { recursive: true, force: true });
mkdirSync(sources);
const files = await buildSources(readArticles());
for (const [name, bytes] of files) writeFileSync(new URL(name, sources), bytes);
console.log(`${files.size} files written`);
