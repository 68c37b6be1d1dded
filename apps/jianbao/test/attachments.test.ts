import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkPdf } from "@jianbao/print";
import { describe, expect, it } from "vitest";
import { sha256 } from "../src/inputs.ts";
import { parseManifest } from "../src/manifest-schema.ts";
import { attachmentsOfPdf } from "./pdf-text.ts";
import { jianbao, temporaryFolder } from "./run.ts";
import { writeArticle, writeSettings } from "./workspace.ts";

const first = {
  file: "市局/甲.txt",
  text: "2022年，全国共破获电信网络诈骗案件46.4万起。",
  published: "2023-01-10",
};
const second = { file: "乙.txt", text: "2022年，全国冻结资金3180亿元。", published: "2023-01-20" };

function workspace(root: string, settings: Readonly<Record<string, unknown>> = {}): void {
  writeSettings(root, settings);
  writeArticle(root, first);
  writeArticle(root, second);
}

const pdf = (root: string): Uint8Array => readFileSync(join(root, "out", "2023-01", "briefing.pdf"));

describe("the PDF of an issue", () => {
  it("carries the articles as they arrived, the data, and the hashes of what it was made of", async () => {
    using folder = temporaryFolder();
    workspace(folder.path);
    await jianbao(folder.path, ["build", "2023-01"]);
    const files = await attachmentsOfPdf(pdf(folder.path));
    expect(Object.keys(files).sort()).toEqual(
      ["briefing.json", "inputs.json", "observations.csv", "乙.txt", "市局~甲.txt"].sort(),
    );
    const bytesOf = (file: string): Buffer => Buffer.from(files[file] ?? []);
    expect(bytesOf("市局~甲.txt").equals(readFileSync(join(folder.path, "sources", first.file)))).toBe(true);
    for (const file of ["briefing.json", "observations.csv"])
      expect(bytesOf(file).equals(readFileSync(join(folder.path, "out", "2023-01", file)))).toBe(true);
    const inputs = parseManifest(bytesOf("inputs.json").toString());
    expect(inputs.inputs.map(({ document }) => document).sort()).toEqual([first.file, second.file].sort());
    expect(inputs.outputs.map(({ file }) => file)).toEqual(["briefing.json", "observations.csv"]);
    expect(inputs.outputs[0]?.sha256).toBe(sha256(bytesOf("briefing.json")));
    expect(checkPdf(pdf(folder.path))).toEqual([]);
  });

  it("carries the data alone, or nothing, where the settings say so", async () => {
    using folder = temporaryFolder();
    workspace(folder.path, { attachments: "data" });
    await jianbao(folder.path, ["build", "2023-01"]);
    expect(Object.keys(await attachmentsOfPdf(pdf(folder.path))).sort()).toEqual([
      "briefing.json",
      "inputs.json",
      "observations.csv",
    ]);
    writeSettings(folder.path, { attachments: "none" });
    await jianbao(folder.path, ["build", "2023-01"]);
    expect(await attachmentsOfPdf(pdf(folder.path))).toEqual({});
    writeSettings(folder.path, { attachments: "some" });
    expect((await jianbao(folder.path, ["build", "2023-01"])).err).toContain("one of all, data, none");
  });

  it("is the same however the media are chosen", async () => {
    using folder = temporaryFolder();
    workspace(folder.path);
    await jianbao(folder.path, ["build", "2023-01"]);
    const whole = pdf(folder.path);
    await jianbao(folder.path, ["build", "2023-01", "--format", "pdf"]);
    expect(Buffer.from(pdf(folder.path)).equals(whole)).toBe(true);
  });

  it("comes out the same once signed, with the articles of that day", async () => {
    using folder = temporaryFolder();
    workspace(folder.path);
    await jianbao(folder.path, ["sign", "2023-01", "--by", "张三", "--on", "2023-02-05"], { today: "2023-02-05" });
    const signed = pdf(folder.path);
    expect(Object.keys(await attachmentsOfPdf(signed))).toContain("市局~甲.txt");
    rmSync(join(folder.path, "out"), { recursive: true });
    writeArticle(folder.path, { file: "丙.txt", text: "2023年1月，全国立案5万起。", published: "2023-02-20" });
    writeSettings(folder.path, { attachments: "none" });
    expect((await jianbao(folder.path, ["build", "2023-01"])).code).toBe(0);
    expect(Buffer.from(pdf(folder.path)).equals(signed)).toBe(true);
  });

  it("leaves a file outside that is too large, and says so", async () => {
    using folder = temporaryFolder();
    workspace(folder.path);
    const page = `<html><body><h1>冻结资金情况</h1><p>${second.text}</p></body></html><!--${"略".repeat(1_500_000)}-->`;
    writeFileSync(join(folder.path, "sources", "丁.html"), page);
    writeFileSync(join(folder.path, "sources", "丁.meta.yaml"), "published: 2023-01-21\n");
    const { err } = await jianbao(folder.path, ["build", "2023-01", "--format", "pdf"]);
    expect(err).toContain("too large to be attached to the PDF: 丁.html");
    expect(Object.keys(await attachmentsOfPdf(pdf(folder.path)))).not.toContain("丁.html");
  });
});
