import { cpSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkPdf } from "@jianbao/print";
import { describe, expect, it } from "vitest";
import { galleryCharts } from "../src/gallery/charts.ts";
import { introductionOf } from "../src/gallery/index-page.ts";
import { textOfPdf } from "./pdf-text.ts";
import { jianbao, temporaryFolder } from "./run.ts";

const templates = join(import.meta.dirname, "..", "..", "..", "templates");

/** What stands in every gallery, without white space. */
const everywhere = [
  "打击治理电信网络诈骗简报",
  "（一）二级标题",
  "（1）四级标题",
  "编号的小条乙",
  "更正框放在前几期印错的数字",
  "表1跨行跨列的表头",
  "见表1，题为“跨行跨列的表头”，在",
  "单位：万起",
  "第45区",
  "甲报《全年打击成效》（2024年1月5日）",
  "报：本单位领导",
  "共印30份",
  ...Object.values(galleryCharts).map(({ caption }) => caption.replaceAll(/\s/gu, "")),
];

describe("the gallery", () => {
  it(
    "sets every block in every template without a problem, as sound PDF and as HTML",
    { timeout: 120_000 },
    async () => {
      using folder = temporaryFolder();
      const { code, out, err } = await jianbao(folder.path, ["gallery", "all"], { tongue: "zh" });
      expect([code, err]).toEqual([0, ""]);
      const names = readdirSync(templates).filter((name) => !name.includes("."));
      expect(names).toEqual(expect.arrayContaining(["monthly", "redhead", "handout"]));
      const files = ["index.html", ...names.flatMap((name) => [`${name}.html`, `${name}.pdf`])].toSorted();
      expect(out).toBe(files.map((file) => `all/${file}\n`).join(""));
      const index = readFileSync(join(folder.path, "all", "index.html"), "utf8");
      for (const name of names) {
        const bytes = new Uint8Array(readFileSync(join(folder.path, "all", `${name}.pdf`)));
        expect(checkPdf(bytes)).toEqual([]);
        const text = await textOfPdf(bytes);
        expect([name, everywhere.filter((piece) => !text.includes(piece))]).toEqual([name, []]);
        expect(text).toContain("续表2");
        const html = readFileSync(join(folder.path, "all", `${name}.html`), "utf8");
        expect(html).toContain("第45区");
        expect(index).toContain(`href="${name}.pdf"`);
      }
      expect(index).toContain("红头简报（redhead）");
    },
  );

  it("sets the workspace's own templates, with every role that they add", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", "."]);
    mkdirSync(join(folder.path, "templates"));
    cpSync(join(templates, "redhead"), join(folder.path, "templates", "own"), { recursive: true });
    const { code, out } = await jianbao(folder.path, ["gallery", "--template", "own"]);
    expect(code).toBe(0);
    expect(out).toBe("gallery/index.html\ngallery/own.html\ngallery/own.pdf\n");
    const text = await textOfPdf(readFileSync(join(folder.path, "gallery", "own.pdf")));
    expect(text).toContain("signature：这一种文字排出来是这个样子");
  });

  it("names a template that there is none of", async () => {
    using folder = temporaryFolder();
    const { code, err } = await jianbao(folder.path, ["gallery", "--template", "redhat"]);
    expect([code, err]).toEqual([2, expect.stringContaining("unknown template: redhat")]);
    expect(err).toContain("did you mean redhead?");
  });

  it("introduces a template by its README", () => {
    expect(introductionOf("# 月报（monthly）\n\n每期简报的版式，见[说明](a.md)。\n\n## 文件\n", "monthly")).toEqual({
      title: "月报（monthly）",
      summary: "每期简报的版式，见说明。",
    });
    expect(introductionOf(null, "own")).toEqual({ title: "own", summary: "" });
  });
});
