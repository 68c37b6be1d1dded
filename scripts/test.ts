/**
 * Runs everything that decides whether a change lands, through turbo's cache, and ends by printing
 * how many tests ran: `pnpm test`. Arguments go to turbo (`pnpm test --force`).
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const tasks = ["//#format", "//#lint", "//#types", "//#boundaries", "//#unused", "build", "test", "briefing"];
const turbo = spawnSync(
  "turbo",
  ["run", ...tasks, "--output-logs=new-only", "--continue=dependencies-successful", ...process.argv.slice(2)],
  {
    stdio: "inherit",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  },
);

let passed = 0;
let failed = 0;
for (const group of ["packages", "apps", "examples"]) {
  for (const name of existsSync(group) ? readdirSync(group).sort() : []) {
    const report = join(group, name, ".vitest", "report.json");
    if (!existsSync(report)) continue;
    const result = JSON.parse(readFileSync(report, "utf8")) as { numPassedTests: number; numFailedTests: number };
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    console.log(`${`${group}/${name}`.padEnd(28)} ${result.numPassedTests} passed, ${result.numFailedTests} failed`);
  }
}
console.log(turbo.status === 0 ? "all checks passed" : "some checks failed: see above");
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = turbo.status === 0 && failed === 0 && passed > 0 ? 0 : 1;
