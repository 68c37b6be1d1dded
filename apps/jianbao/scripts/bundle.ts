/**
 * Bundles the command line into `dist`: our packages and all libraries as ES modules, heavy ones
 * in chunks of their own that load when they are first needed; templates and subject packs beside it.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parsePack } from "@jianbao/domains";
import { build } from "esbuild";
import { packedFaces, readAssets } from "../src/assets.ts";
import { hashOf } from "../src/pack.ts";
import { sfntOfWoff } from "../src/woff.ts";

const root = join(import.meta.dirname, "..");
const repository = join(root, "..", "..");
const dist = join(root, "dist");

/** Modules that the bundle replaces: a canvas that is not needed, and a font reader that ours stands in for. */
const stubs = join(root, "scripts", "stubs");
const alias = {
  "vega-canvas": join(stubs, "canvas.js"),
  fontkit: join(stubs, "fontkit.js"),
  linebreak: join(stubs, "unused.js"),
  "png-js": join(stubs, "unused.js"),
  "@noble/ciphers/aes": join(stubs, "unused.js"),
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await build({
  entryPoints: { main: join(root, "src", "main.ts"), "reading-thread": join(root, "src", "reading-thread.ts") },
  outdir: dist,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  splitting: true,
  minify: true,
  keepNames: true,
  legalComments: "linked",
  chunkNames: "chunks/[name]-[hash]",
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  define: {
    __VERSION__: JSON.stringify(
      (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version,
    ),
  },
  alias,
  // Brings a worker and tables beside its code: it is a dependency of the package, loaded when a PDF is read.
  external: ["pdfjs-dist"],
  logLevel: "warning",
});

// Read when it is needed, and where the code in `chunks` looks for it.
cpSync(join(repository, "packages", "cleaning", "src", "data", "grams.json"), join(dist, "data", "grams.json"));
cpSync(join(repository, "templates"), join(dist, "templates"), { recursive: true });
mkdirSync(join(dist, "fonts"));
for (const [id, specifier] of Object.entries(packedFaces)) {
  const packed = fileURLToPath(import.meta.resolve(specifier));
  writeFileSync(join(dist, "fonts", `${id}.ttf`), sfntOfWoff(readFileSync(packed)));
  cpSync(join(packed, "..", "..", "LICENSE"), join(dist, "fonts", `${id}.LICENSE`));
}
for (const name of ["LICENSE", "NOTICE.md"]) cpSync(join(repository, name), join(dist, name));
for (const entry of readdirSync(join(repository, "packages", "domains"), { withFileTypes: true })) {
  const from = join(repository, "packages", "domains", entry.name);
  if (!entry.isDirectory() || !existsSync(join(from, "pack.yaml"))) continue;
  cpSync(from, join(dist, "domains", entry.name), { recursive: true });
  // Parsed ahead: the YAML beside it is what counts, and a pack of other files is parsed when it is used.
  const files = readAssets("domains", entry.name, null);
  writeFileSync(
    join(dist, "domains", `${entry.name}.json`),
    JSON.stringify({ hash: hashOf(files), ...parsePack(files) }),
  );
}

// The program's own hash: part of the archive's key, so that figures are read anew when the reading changed.
const hash = createHash("sha256");
for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" }).sort()) {
  if (/\.(?:js|yaml|hbs)$|^data\W/u.test(file)) hash.update(file).update(readFileSync(join(dist, file)));
}
writeFileSync(join(dist, "build.json"), `${JSON.stringify({ program: hash.digest("hex") })}\n`);
