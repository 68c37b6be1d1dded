import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "./run.ts";

const app = join(import.meta.dirname, "..");

function run(command: string, args: readonly string[], cwd: string): string {
  const env = { ...process.env, npm_config_loglevel: "error" };
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env });
}

describe("the packed command line", () => {
  it(
    "is one npm package that builds a briefing in an empty folder, far from the repository",
    { timeout: 300_000 },
    () => {
      using folder = temporaryFolder();
      const packed = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder.path], app)) as unknown;
      const tarball = readdirSync(folder.path).find((name) => name.endsWith(".tgz"));
      expect(packed).toBeTruthy();
      writeFileSync(join(folder.path, "package.json"), '{"private":true}');
      run(
        "npm",
        ["install", "--prefer-offline", "--no-audit", "--no-fund", "--omit=optional", `./${tarball ?? ""}`],
        folder.path,
      );

      // Threads read in it as well: the script is there and comes to work.
      const thread = join(folder.path, "node_modules", "jianbao", "dist", "reading-thread.js");
      const waits = `const { Worker } = require("node:worker_threads");
        const worker = new Worker(${JSON.stringify(thread)}, { workerData: { cacheFolder: null } });
        worker.once("message", ({ type }) => { console.log(type); worker.terminate(); });`;
      expect(run(process.execPath, ["--eval", waits], folder.path)).toBe("ready\n");

      const jianbao = join(folder.path, "node_modules", ".bin", "jianbao");
      run(jianbao, ["init", "briefing"], folder.path);
      const printed = run(jianbao, ["build", "2024-01", "--workspace", "briefing"], folder.path);
      expect(printed).toContain("briefing.pdf");
      const out = join(folder.path, "briefing", "out", "2024-01");
      expect(readFileSync(join(out, "briefing.pdf")).subarray(0, 5).toString("latin1")).toBe("%PDF-");
      expect(readFileSync(join(out, "briefing.html"), "utf8")).toContain("43.7万起");
    },
  );
});
