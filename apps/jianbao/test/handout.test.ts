import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkPdf } from "@jianbao/print";
import { describe, expect, it } from "vitest";
import { textOfPdf } from "./pdf-text.ts";
import { jianbao, temporaryFolder } from "./run.ts";

/** A workspace with the example article of `init`. */
async function workspace(folder: string): Promise<void> {
  await jianbao(folder, ["init", "."]);
}

function pdf(folder: string, name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)));
}

/** The characters of a text with how often each stands in it: sheets have the pages in another order. */
function counted(text: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const character of text) counts[character] = (counts[character] ?? 0) + 1;
  return counts;
}

describe("handouts", () => {
  it("lie beside the briefing, with every character of its pages", async () => {
    using folder = temporaryFolder();
    await workspace(folder.path);
    const { code, out } = await jianbao(folder.path, [
      "build",
      "2024-01",
      "--template",
      "redhead",
      "--impose",
      "booklet,two-up",
      "--marks",
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/briefing-booklet\.pdf\n.*briefing-two-up\.pdf\n/u);
    const output = join(folder.path, "out", "2024-01");
    const pages = counted(await textOfPdf(pdf(output, "briefing.pdf")));
    for (const name of ["briefing-booklet.pdf", "briefing-two-up.pdf"]) {
      expect(counted(await textOfPdf(pdf(output, name)))).toEqual(pages);
      expect(checkPdf(pdf(output, name))).toEqual([]);
    }
    expect(readFileSync(join(output, "manifest.json"), "utf8")).toContain('"briefing-booklet.pdf"');
  });

  it("are made of a signed issue without touching what was signed", async () => {
    using folder = temporaryFolder();
    await workspace(folder.path);
    await jianbao(folder.path, ["sign", "2024-01", "--by", "王主任", "--on", "2024-02-06", "--despite", "试签"], {
      today: "2024-02-06",
    });
    const output = join(folder.path, "out", "2024-01");
    const before = readdirSync(output, { recursive: true, encoding: "utf8" }).toSorted();
    const [signed, manifest] = [pdf(output, "briefing.pdf"), pdf(output, "manifest.json")];
    const { code } = await jianbao(folder.path, ["build", "2024-01", "--impose", "booklet"], { today: "2024-02-07" });
    expect(code).toBe(0);
    expect(pdf(output, "briefing.pdf")).toEqual(signed);
    expect(pdf(output, "manifest.json")).toEqual(manifest);
    expect(readdirSync(output, { recursive: true, encoding: "utf8" }).toSorted()).toEqual(
      [...before, "briefing-booklet.pdf"].toSorted(),
    );
    expect(await textOfPdf(pdf(output, "briefing-booklet.pdf"))).not.toContain("草稿");
  });

  it("of small print are said to be so, with the template that has larger", async () => {
    using folder = temporaryFolder();
    await workspace(folder.path);
    const { err } = await jianbao(folder.path, ["build", "2024-01", "--impose", "two-up"], { tongue: "zh" });
    expect(err).toMatch(
      /拼版以后大部分字只有 6\.\d 磅，比六号（7\.875 磅）还小 \[print\/small-print\]\n.*--template handout/u,
    );
  });

  it.each([
    [["--paper", "0.1"], "--paper needs --impose"],
    [["--impose", "booklet", "--paper", "thick"], "no thickness of paper: thick"],
    [["--impose", "booklet", "--paper", "2"], "no thickness of paper: 2"],
    [["--impose", "boklet"], "unknown impose: boklet"],
    [["--impose", "booklet", "--format", "html"], "--impose puts pages on sheets"],
  ])("are refused with %s", async (options, message) => {
    using folder = temporaryFolder();
    await workspace(folder.path);
    const { code, err } = await jianbao(folder.path, ["build", "2024-01", ...options]);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});
