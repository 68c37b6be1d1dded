/** Runs one of the benchmarks of `bench/`: `pnpm bench NAME [ARGUMENTS]`; without a name, says which there are. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "bench");
const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
  scripts: Readonly<Record<string, string>>;
};
const [name = "", ...rest] = process.argv.slice(2);
const [, script] = /^node (\S+)$/u.exec(scripts[name] ?? "") ?? [];
if (script === undefined) {
  console.error(`usage: pnpm bench ${Object.keys(scripts).join("|")} [ARGUMENTS]`);
  process.exitCode = 2;
} else {
  process.exitCode = spawnSync(process.execPath, [join(folder, script), ...rest], { stdio: "inherit" }).status ?? 3;
}
