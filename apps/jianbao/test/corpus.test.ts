import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { textOfPdf } from "./pdf-text.ts";
import { jianbao, temporaryFolder } from "./run.ts";

/** Real articles that some checkouts have beside the repository; their text is not part of it. */
const corpus = join(import.meta.dirname, "..", "..", "..", "..", "shared", "corpus");

interface Row {
  readonly document: string;
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string;
  readonly area: string;
}

describe.runIf(existsSync(corpus))("real articles", () => {
  it("give a briefing without a trace of the advertisement pasted under one of them", async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, "sources"));
    writeFileSync(join(folder.path, "briefing.yaml"), "title: 打击治理电信网络诈骗简报\nissuer: 编辑部\n");
    const rows = readFileSync(join(corpus, "documents.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);
    for (const row of rows) {
      writeFileSync(join(folder.path, "sources", row.document), readFileSync(join(corpus, row.path)));
      const facts = Object.entries({
        title: row.title,
        publisher: row.publisher,
        published: row.published,
        area: row.area,
      });
      const sidecar = facts
        .flatMap(([key, value]) => (value === null ? [] : [`${key}: ${JSON.stringify(value)}\n`]))
        .join("");
      writeFileSync(join(folder.path, "sources", row.document.replace(/\.txt$/u, ".meta.yaml")), sidecar);
    }
    const run = await jianbao(folder.path, ["build", "2023-12"]);
    expect(run.code).toBe(0);
    const out = join(folder.path, "out", "2023-12");
    const html = readFileSync(join(out, "briefing.html"), "utf8");
    const pdf = await textOfPdf(readFileSync(join(out, "briefing.pdf")));
    for (const text of [html, pdf]) {
      expect(text).toContain("68.9万起");
      expect(text).not.toMatch(/芳华|芳華|样板间|Forever Home|784 ?8888|214 ?m/u);
    }
    const data = readFileSync(join(out, "observations.csv"), "utf8");
    expect(data).not.toMatch(/芳华|样板间|平墅|项目地址|㎡|m²/u);
  });
});
