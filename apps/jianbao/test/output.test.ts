import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownName } from "../src/leftover.ts";
import { OutputError, replaceFolder } from "../src/output.ts";
import { temporaryFolder } from "./run.ts";

describe("replaceFolder", () => {
  it("replaces a folder whole: what is no longer written is gone", () => {
    using folder = temporaryFolder();
    const out = join(folder.path, "out", "2023-12");
    replaceFolder(out, { "a.txt": "1", "evidence/b.txt": "2" });
    replaceFolder(out, { "c.txt": new Uint8Array([51]) });
    expect(readdirSync(out)).toEqual(["c.txt"]);
    expect(readdirSync(join(folder.path, "out"))).toEqual(["2023-12"]);
  });

  it("leaves the former output where a file cannot be written", () => {
    using folder = temporaryFolder();
    const out = join(folder.path, "2023-12");
    replaceFolder(out, { "a.txt": "1" });
    // A name that is a file cannot be a folder too: the second write fails half-way.
    expect(() => replaceFolder(out, { "a.txt": "2", "a.txt/b": "3" })).toThrow(OutputError);
    expect(readFileSync(join(out, "a.txt"), "utf8")).toBe("1");
    expect(readdirSync(folder.path)).toEqual(["2023-12"]);
  });

  it("puts back what a killed run left aside", () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, ".2023-12.old"));
    writeFileSync(join(folder.path, ".2023-12.old", "a.txt"), "former");
    expect(() => replaceFolder(join(folder.path, "2023-12"), { x: "1", "x/y": "2" })).toThrow(OutputError);
    expect(readFileSync(join(folder.path, "2023-12", "a.txt"), "utf8")).toBe("former");
  });

  it("puts back the last of what killed runs left aside, and removes the rest that they left", () => {
    using folder = temporaryFolder();
    const left = (name: string, content: string): void => {
      // No process has a number so high.
      const path = join(folder.path, ownName(name).replace(/\d+$/u, "99999999"));
      mkdirSync(path);
      writeFileSync(join(path, "a.txt"), content);
    };
    mkdirSync(join(folder.path, ".2023-12.old"));
    writeFileSync(join(folder.path, ".2023-12.old", "a.txt"), "older");
    left(".2023-12.old", "former");
    left(".2023-12.new", "half");
    left(".2023-11.new", "of another issue");
    expect(() => replaceFolder(join(folder.path, "2023-12"), { x: "1", "x/y": "2" })).toThrow(OutputError);
    expect(readFileSync(join(folder.path, "2023-12", "a.txt"), "utf8")).toBe("former");
    expect(readdirSync(folder.path).filter((name) => name.includes("2023-12"))).toEqual(["2023-12"]);
    expect(readdirSync(folder.path)).toHaveLength(2);
  });

  it("leaves alone what a living process is at", () => {
    using folder = temporaryFolder();
    const other = join(folder.path, ownName(".2023-12.new").replace(/\d+$/u, `${process.ppid}`));
    mkdirSync(other);
    replaceFolder(join(folder.path, "2023-12"), { x: "1" });
    expect(readdirSync(folder.path).sort()).toEqual([basename(other), "2023-12"].sort());
  });

  it("gives the folder whole to one of the processes that replace it at once", { timeout: 60_000 }, async () => {
    using folder = temporaryFolder();
    const out = join(folder.path, "out", "2023-12");
    const script = `
      const { replaceFolder } = await import(${JSON.stringify(join(import.meta.dirname, "..", "src", "output.ts"))});
      const [out, mark] = process.argv.slice(1);
      for (let i = 0; i < 150; i++)
        replaceFolder(out, Object.fromEntries(Array.from({ length: 20 }, (_, k) => ["d" + (k % 3) + "/" + k, mark + i])));`;
    const run = async (mark: string): Promise<number | null> => {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script, out, mark], { stdio: "inherit" });
      const [code] = (await once(child, "exit")) as [number | null];
      return code;
    };
    expect(await Promise.all([run("a"), run("b"), run("c")])).toEqual([0, 0, 0]);
    const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => /\/\d+$/u.test(name));
    expect(files).toHaveLength(20);
    expect(new Set(files.map((name) => readFileSync(join(out, name), "utf8"))).size).toBe(1);
    expect(readdirSync(join(folder.path, "out"))).toEqual(["2023-12"]);
  });

  it("says what is in the way", () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "file"), "");
    expect(() => replaceFolder(join(folder.path, "file", "2023-12"), { a: "" })).toThrow(
      "a file where a folder is needed",
    );
    expect(readdirSync(folder.path)).toEqual(["file"]);
  });
});
