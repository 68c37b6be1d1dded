#!/usr/bin/env node
// The launcher: plain JavaScript that any Node can read. It starts the bundle in this process where
// Node is new enough (node:sqlite), else in the Node that was installed beside the package.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 24 || (major === 24 && minor >= 0)) {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache();
  const { main } = await import("../dist/main.js");
  process.exitCode = await main(process.argv.slice(2));
} else {
  let node = null;
  try {
    node = createRequire(import.meta.url).resolve("node/bin/node");
  } catch {
    process.stderr.write(
      `jianbao needs Node 24 or newer, this is ${process.versions.node}\n  run it with a newer Node: npx -y -p node@24 -p jianbao jianbao\n`,
    );
    process.exitCode = 2;
  }
  if (node !== null) {
    const result = spawnSync(node, [...process.execArgv, new URL(import.meta.url).pathname, ...process.argv.slice(2)], {
      stdio: "inherit",
    });
    process.exitCode = result.status ?? 3;
  }
}
