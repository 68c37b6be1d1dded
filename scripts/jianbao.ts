/** Runs the bundled command line with paths relative to where it was called: `pnpm --silent jianbao …`. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const app = join(root, "apps", "jianbao");
const bundle = join(app, "dist", "build.json");

if (!existsSync(bundle) || newestOf(["packages", "apps", "templates"]) > statSync(bundle).mtimeMs) {
  const build = spawnSync("turbo", ["run", "build", "--output-logs=errors-only"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
  if (build.status !== 0) process.exit(3);
}
const run = spawnSync(process.execPath, [join(app, "bin", "jianbao.js"), ...process.argv.slice(2)], {
  stdio: "inherit",
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
});
process.exitCode = run.status ?? 3;

/** When the newest file that the bundle is made of was written, in milliseconds. */
function newestOf(folders: readonly string[]): number {
  let newest = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!["node_modules", "dist", "test", "bench"].includes(entry.name) && !entry.name.startsWith(".")) {
          newest = Math.max(newest, newestOf([path]));
        }
      } else if (/\.(?:ts|js|json|ya?ml|hbs)$/u.test(entry.name))
        newest = Math.max(newest, statSync(join(root, path)).mtimeMs);
    }
  }
  return newest;
}
