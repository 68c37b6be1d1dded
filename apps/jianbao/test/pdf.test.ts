import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPdf } from "@jianbao/print";
import { attachmentsOfPdf } from "./pdf-text.ts";
import { copyExample, jianbao, temporaryFolder } from "./run.ts";

const templates = readdirSync(join(import.meta.dirname, "..", "..", "..", "templates"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Tools that people open, check and archive PDFs with; each says what it has to complain of. */
const tools: Readonly<Record<string, (file: string) => readonly string[]>> = {
  qpdf: (file) => ["--check", file],
  mutool: (file) => ["info", file],
  pdfinfo: (file) => ["-struct", file],
  pdffonts: (file) => [file],
};

describe.for(templates)("the example's PDFs by the template %s", (template) => {
  const files: string[] = [];
  const folder = temporaryFolder();
  const { path } = folder;

  beforeAll(async () => {
    copyExample(path);
    for (const period of ["2023-12", "2024-01"]) {
      const out = join(path, period);
      await jianbao(path, ["build", period, "--template", template, "--out", out, "--format", "pdf"]);
      files.push(join(out, "briefing.pdf"));
    }
  }, 120_000);

  afterAll(() => folder[Symbol.dispose]());

  it("keep to PDF/A-3a and PDF/UA-1", () => {
    for (const file of files) expect(checkPdf(readFileSync(file))).toEqual([]);
  });

  it("take up to 400 kB without what is attached", { timeout: 120_000 }, async () => {
    using bare = temporaryFolder();
    copyExample(bare.path);
    const settings = join(bare.path, "briefing.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace("attachments: all", "attachments: none"));
    for (const period of ["2023-12", "2024-01"]) {
      const out = join(bare.path, period);
      await jianbao(bare.path, ["build", period, "--template", template, "--out", out, "--format", "pdf"]);
      const bytes = readFileSync(join(out, "briefing.pdf"));
      expect(await attachmentsOfPdf(bytes)).toEqual({});
      expect(bytes.length).toBeLessThanOrEqual(400_000);
    }
  });

  for (const [tool, argumentsFor] of Object.entries(tools)) {
    it.runIf(spawnSync(tool, ["--version"]).error === undefined)(`give ${tool} nothing to complain of`, () => {
      for (const file of files) {
        const { status, stderr } = spawnSync(tool, argumentsFor(file), { encoding: "utf8" });
        expect(stderr).toBe("");
        expect(status).toBe(0);
      }
    });
  }
});
