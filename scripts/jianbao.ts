/** Runs the bundled command line with paths relative to where it was called: `pnpm -s jianbao …`. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const bundle = join(import.meta.dirname, "..", "apps", "jianbao", "dist", "main.js");
if (!existsSync(bundle)) {
  const build = spawnSync("turbo", ["run", "build", "--output-logs=errors-only"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (build.status !== 0) process.exit(3);
}
const run = spawnSync(
  process.execPath,
  [join(import.meta.dirname, "..", "apps", "jianbao", "bin", "jianbao.js"), ...process.argv.slice(2)],
  {
    stdio: "inherit",
    cwd: process.env["INIT_CWD"] ?? process.cwd(),
  },
);
process.exitCode = run.status ?? 3;
