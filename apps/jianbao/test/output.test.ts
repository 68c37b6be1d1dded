import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
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

  it("says what is in the way", () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "file"), "");
    expect(() => replaceFolder(join(folder.path, "file", "2023-12"), { a: "" })).toThrow(
      "a file where a folder is needed",
    );
    expect(readdirSync(folder.path)).toEqual(["file"]);
  });
});
