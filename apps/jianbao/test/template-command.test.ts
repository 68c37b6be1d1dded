import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { textOfPdf } from "./pdf-text.ts";
import { jianbao, temporaryFolder } from "./run.ts";

describe("a template of one's own", () => {
  it("is copied from one there is, and used once briefing.yaml names it", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", ".", "--template", "redhead"]);
    const settings = join(folder.path, "briefing.yaml");
    expect(readFileSync(settings, "utf8")).toMatch(
      /^template: redhead +# 版式 \/ template: handout monthly redhead$/mu,
    );
    const copied = await jianbao(folder.path, ["template", "copy", "redhead", "本单位简报"], { tongue: "zh" });
    expect(copied.code).toBe(0);
    expect(copied.out).toContain("templates/本单位简报/theme.yaml\n");
    expect(copied.out).toContain("下一步  在 briefing.yaml 里写 template: 本单位简报");
    const own = join(folder.path, "templates", "本单位简报");
    const theme = join(own, "theme.yaml");
    const yaml = readFileSync(theme, "utf8");
    expect(yaml.split("\n")[0]).toBe("# yaml-language-server: $schema=.schema/theme.schema.json");
    expect(yaml).toMatch(/^name: 本单位简报$/mu);
    expect(existsSync(join(own, ".schema", "theme.schema.json"))).toBe(true);
    writeFileSync(
      join(own, "partials", "method.hbs"),
      '<section id="method"><h1>{{headings.method}}</h1><p>本单位自己的说明。</p></section>\n',
    );
    writeFileSync(settings, readFileSync(settings, "utf8").replace("template: redhead", "template: 本单位简报"));
    const built = await jianbao(folder.path, ["build", "2024-01", "--format", "pdf"]);
    expect([built.code, built.err]).toEqual([0, expect.not.stringContaining("error")]);
    const text = await textOfPdf(readFileSync(join(folder.path, "out", "2024-01", "briefing.pdf")));
    expect(text).toContain("本单位自己的说明。");
  });

  it("is never written over, and has a plain name", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", "."]);
    expect((await jianbao(folder.path, ["template", "copy", "monthly"])).code).toBe(0);
    for (const [args, message] of [
      [["copy", "monthly"], "there already: templates/my-monthly"],
      [["copy", "monthly", "../x"], "no name of a template: ../x"],
      [["copy", "monthyl"], "unknown template: monthyl"],
      [["draw"], "unknown: template draw"],
      [["list", "monthly"], "unknown: template list monthly"],
    ] as const) {
      const { code, err } = await jianbao(folder.path, ["template", ...args]);
      expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    }
  });

  it("stands in the list of templates, beside those that come with jianbao", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", "."]);
    await jianbao(folder.path, ["template", "copy", "handout", "own"]);
    const { out } = await jianbao(folder.path, ["template", "list"]);
    expect(out.split("\n").map((line) => line.split(" ")[0])).toEqual(["handout", "monthly", "own", "redhead", ""]);
    expect(out).toMatch(/^redhead +机关印发的简报/mu);
  });

  it("is refused by init where there is none", async () => {
    using folder = temporaryFolder();
    const { code, err } = await jianbao(folder.path, ["init", ".", "--template", "readhead"]);
    expect([code, err]).toEqual([2, expect.stringContaining("did you mean redhead?")]);
    expect(existsSync(join(folder.path, "briefing.yaml"))).toBe(false);
  });
});
