#!/usr/bin/env node
// The launcher: plain JavaScript that any Node can read. It starts the bundle in this process where
// Node is new enough (node:sqlite), else in the Node that was installed beside the package.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const major = Number(process.versions.node.split(".")[0]);
if (major >= 24) {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache();
  // A short run makes much garbage and keeps little: a larger nursery saves most of its collections.
  (await import("node:v8")).setFlagsFromString("--min-semi-space-size=16");
  const { main } = await import("../dist/main.js");
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = nodeBeside();
  if (node === null) {
    process.stderr.write(
      `jianbao needs Node 24 or newer, this is ${process.versions.node}\n  → install a newer Node, or install jianbao with its optional dependencies\n`,
    );
    process.exitCode = 2;
  } else {
    const result = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
    process.exitCode = result.status ?? 3;
  }
}

/** Path of the Node that was installed as an optional dependency, or null. */
function nodeBeside() {
  const require = createRequire(import.meta.url);
  const [folder, file] = process.platform === "win32" ? ["win", "node.exe"] : [process.platform, "node"];
  try {
    return require.resolve(`node-${folder}-${process.arch}/bin/${file}`);
  } catch {
    return null;
  }
}
