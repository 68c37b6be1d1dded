import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FontFile } from "@jianbao/fonts";
import { describe, expect, it } from "vitest";
import { realFont } from "../../../packages/fonts/test/real-face.ts";
import { squareFont } from "../../../packages/fonts/test/square-font.ts";
import { textOfPdf } from "./pdf-text.ts";
import { jianbao, temporaryFolder } from "./run.ts";
import { writeArticle, writeSettings } from "./workspace.ts";

/** No face that comes with jianbao has the Thai letter. */
const article = {
  file: "甲.txt",
  text: "第一句。\n2022年，全国共破获电信网络诈骗案件46.4万起。",
  published: "2023-01-10",
  publisher: "ก报社",
};

function workspace(root: string, settings: Readonly<Record<string, unknown>> = {}): void {
  writeSettings(root, settings);
  writeArticle(root, article);
}

/** A workspace's own monthly template, whose body falls back on more faces. */
function ownTemplate(root: string, fallback: string): void {
  const folder = join(root, "templates", "own");
  cpSync(join(import.meta.dirname, "..", "..", "..", "templates", "monthly"), folder, { recursive: true });
  const theme = join(folder, "theme.yaml");
  const text = readFileSync(theme, "utf8").replaceAll(/fallback: \[.*\]/gu, `fallback: [${fallback}]`);
  writeFileSync(theme, text);
}

function writeFont(root: string, name: string, font: FontFile, change: (bytes: Buffer) => void = () => {}): void {
  mkdirSync(join(root, "fonts"), { recursive: true });
  const bytes = Buffer.from(font.read(0, 1 << 24));
  change(bytes);
  writeFileSync(join(root, "fonts", name), bytes);
}

describe("a character that no face has", () => {
  it("stops the build, naming code point, section and remedy, and leaves the former output", async () => {
    using folder = temporaryFolder();
    workspace(folder.path);
    const out = join(folder.path, "out", "2023-01");
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, "briefing.pdf"), "former");
    const { code, err } = await jianbao(folder.path, ["build", "2023-01", "--fail-on", "never"]);
    expect(code).toBe(1);
    expect(err).toMatch(/error no face has the character U\+0E01 ก of .+, under “一、要点” \[print\/missing-glyph\]/u);
    expect(err).toContain("put a font that has it into fonts/");
    expect(readFileSync(join(out, "briefing.pdf"), "utf8")).toBe("former");
    expect(existsSync(join(out, "briefing.html"))).toBe(false);
    const signed = await jianbao(
      folder.path,
      ["sign", "2023-01", "--by", "张三", "--on", "2023-02-05", "--despite", "急"],
      {
        today: "2023-02-05",
      },
    );
    expect(signed.code).toBe(1);
    expect(existsSync(join(folder.path, "issues.yaml"))).toBe(false);
    // What needs no faces is made.
    expect((await jianbao(folder.path, ["build", "2023-01", "--format", "html"])).code).toBe(0);
  });

  it("is asked about by the line of its article", async () => {
    using folder = temporaryFolder();
    writeSettings(folder.path);
    writeArticle(folder.path, {
      ...article,
      publisher: "报社",
      text: `第一句。\n甲ก乙：${article.text.split("\n")[1] ?? ""}`,
    });
    const { out } = await jianbao(folder.path, ["check", "2023-01", "--format", "annotations"]);
    expect(out).toMatch(/::error file=sources\/甲\.txt,line=2,title=print\/missing-glyph::/u);
    const chinese = await jianbao(folder.path, ["check", "2023-01"], { tongue: "zh" });
    expect(chinese.out).toContain("字体里没有这个字：U+0E01 ก");
  });

  it("is printed with a workspace's own font that the theme names, and hashed with it", async () => {
    using folder = temporaryFolder();
    workspace(folder.path, { template: "own" });
    ownTemplate(folder.path, "thai");
    writeFont(folder.path, "thai.ttf", squareFont({ id: "thai", characters: "ก" }));
    const { code, err } = await jianbao(folder.path, ["build", "2023-01"]);
    expect(err).not.toContain("missing-glyph");
    expect(code).toBe(0);
    const out = join(folder.path, "out", "2023-01");
    expect(await textOfPdf(readFileSync(join(out, "briefing.pdf")))).toContain("ก报社");
    const { fonts } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as { fonts: Record<string, string> };
    expect(fonts["thai"]).toMatch(/^[\da-f]{64}$/u);
  });

  it("is not sought in a font that cannot be used: cut off, of another kind, not to be embedded", async () => {
    using folder = temporaryFolder();
    workspace(folder.path, { template: "own" });
    ownTemplate(folder.path, "lxgw-wenkai-400");
    writeFont(folder.path, "cut.ttf", squareFont({ characters: "ก" }), (bytes) => bytes.fill(0, 12));
    writeFont(folder.path, "other.otf", squareFont({ characters: "ก" }));
    writeFont(folder.path, "house.ttf", realFont("noto-sans-sc-400"), (bytes) => {
      const entry = bytes.indexOf("OS/2", 0, "latin1");
      bytes.writeUInt16BE(2, bytes.readUInt32BE(entry + 8) + 8);
    });
    const { err } = await jianbao(folder.path, ["build", "2023-01"]);
    expect(err).toContain("error fonts/house.ttf: unusable font: its licence forbids embedding");
    expect(err).toContain("error fonts/cut.ttf: unusable font: damaged");
    expect(err).toContain("error fonts/other.otf: unusable font: not TrueType");
    ownTemplate(folder.path, "cut");
    expect((await jianbao(folder.path, ["build", "2023-01"])).err).toContain("unknown fall-back face of body: cut");
  });
});
