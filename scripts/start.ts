/**
 * Builds the command line and the example's briefing, and says where they are: `pnpm start`.
 * What has not changed since the last time comes out of turbo's cache.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const example = join("examples", "telecom-fraud");
const turbo = spawnSync("turbo", ["run", "briefing", "--output-logs=errors-only"], {
  stdio: ["ignore", "pipe", "inherit"],
  encoding: "utf8",
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
});
if (turbo.status === 0) {
  const issue = readdirSync(join(example, "out"))
    .filter((name) => existsSync(join(example, "out", name, "briefing.pdf")) && /^\d{4}-\d{2}$/u.test(name))
    .sort()
    .at(-1);
  const folder = join(example, "out", issue ?? "");
  console.log(`PDF   ${join(folder, "briefing.pdf")}`);
  console.log(`HTML  ${join(folder, "briefing.html")}   data  ${join(folder, "observations.csv")}`);
  console.log(
    "next  npx -y pnpm@12 --silent jianbao init my-briefing    (a workspace of your own; jianbao --help for the rest)",
  );
} else {
  process.stdout.write(turbo.stdout ?? "");
}
process.exitCode = turbo.status ?? 1;
