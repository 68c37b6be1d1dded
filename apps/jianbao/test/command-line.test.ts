import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tongueOf } from "../src/text.ts";
import { jianbao, temporaryFolder } from "./run.ts";

const commands = ["init", "add", "clean", "extract", "build", "check", "decide", "sign", "archive", "domain", "export"];

describe("the command line", () => {
  it("explains itself in Chinese and in English, and each command its own options and examples", async () => {
    using folder = temporaryFolder();
    for (const tongue of ["zh", "en"] as const) {
      const overview = await jianbao(folder.path, ["--help"], { tongue });
      expect(overview.code).toBe(0);
      for (const command of commands) {
        expect(overview.out).toContain(command);
        const page = await jianbao(folder.path, [command, "--help"], { tongue });
        expect(page.code).toBe(0);
        expect(page.out).toContain(`jianbao ${command}`);
        expect(page.out).toContain("--workspace DIR");
      }
    }
  });

  it("leaves with 2 and a suggestion when it is used wrongly", async () => {
    using folder = temporaryFolder();
    const cases: readonly (readonly [readonly string[], string])[] = [
      [["bild"], "did you mean jianbao build?"],
      [["build", "--formt", "pdf"], "did you mean --format?"],
      [["build", "--format", "docx"], "one of pdf, html, json, csv"],
      [["build"], "no briefing.yaml"],
      [["extract"], "missing argument"],
      [["extract", "nowhere.txt"], "cannot read nowhere.txt"],
      [["add", "nowhere.txt", "--workspace", "."], "no briefing.yaml"],
      [["archive", "mend"], "jianbao archive verify"],
    ];
    for (const [args, hint] of cases) {
      const run = await jianbao(folder.path, args);
      expect([args, run.code]).toEqual([args, 2]);
      expect(run.err).toContain(hint);
    }
    expect((await jianbao(folder.path, [])).code).toBe(2);
  });

  it("makes a workspace once, and never over another", async () => {
    using folder = temporaryFolder();
    expect((await jianbao(folder.path, ["init", "a"])).code).toBe(0);
    expect(existsSync(join(folder.path, "a", "briefing.yaml"))).toBe(true);
    writeFileSync(join(folder.path, "a", "briefing.yaml"), "title: 我的\nissuer: 我\n");
    const again = await jianbao(folder.path, ["init", "a"]);
    expect(again.code).toBe(2);
    expect(readFileSync(join(folder.path, "a", "briefing.yaml"), "utf8")).toBe("title: 我的\nissuer: 我\n");
  });

  it("adds articles with what is known of them, and never over another", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", "w"]);
    writeFileSync(join(folder.path, "通报.txt"), "全省破获案件385起。");
    const args = [
      "add",
      "通报.txt",
      "--workspace",
      "w",
      "--published",
      "2023-12-20",
      "--publisher",
      "示例日报",
      "--area",
      "山西省",
    ];
    const added = await jianbao(folder.path, args);
    expect(added.code).toBe(0);
    const sidecar = readFileSync(join(folder.path, "w", "sources", "通报.meta.yaml"), "utf8");
    expect(sidecar).toContain("published: 2023-12-20");
    expect(sidecar).toContain("area: CN-SX");
    writeFileSync(join(folder.path, "通报.txt"), "另一篇。");
    const other = await jianbao(folder.path, args);
    expect(other.code).toBe(2);
    expect(readFileSync(join(folder.path, "w", "sources", "通报.txt"), "utf8")).toBe("全省破获案件385起。");
    expect((await jianbao(folder.path, ["add", "通报.txt", "--workspace", "w", "--published", "去年"])).err).toContain(
      "2023-12-25, 2023-12 or 2023",
    );
  });

  it("cleans and extracts one file without a workspace", async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, "in"));
    writeFileSync(join(folder.path, "in", "a.txt"), "2023年，全國公安機關(guān)破獲電信網絡詐騙案件43.7萬起。");
    const cleaned = await jianbao(folder.path, ["clean", "in/a.txt", "--published", "2024-01-09"]);
    expect(cleaned.out).toContain("全国公安机关破获电信网络诈骗案件43.7万起。");
    const extracted = await jianbao(folder.path, ["extract", "in/a.txt", "--published", "2024-01-09"]);
    const [row] = extracted.out.split("\n");
    expect(JSON.parse(row ?? "")).toMatchObject({
      document: "a.txt",
      indicator: "cases.solved",
      quantity: { text: "43.7万起", value: 437_000 },
      period: { start: "2023-01-01", end: "2023-12-31" },
    });
    const table = await jianbao(folder.path, ["extract", "in/a.txt", "--format", "table"]);
    expect(table.out).toContain("43.7万起");
  });

  it("reads JSON Lines from standard input and goes on after a wrong line", async () => {
    using folder = temporaryFolder();
    const good = JSON.stringify({
      document: "x.txt",
      text: "2022年，全国破获电信网络诈骗案件46.4万起。",
      published: "2023-05",
    });
    const run = await jianbao(folder.path, ["extract", "-"], { input: `{"document":\n${good}\n{"document":"y"}\n` });
    expect(run.code).toBe(1);
    expect(run.out.trim().split("\n")).toHaveLength(1);
    expect(run.err).toContain("unusable line 1");
    expect(run.err).toContain("unusable line 3");
  });

  it("explains each reading, and why a figure is none", async () => {
    using folder = temporaryFolder();
    writeFileSync(
      join(folder.path, "a.txt"),
      "2023年，全国公安机关破获电信网络诈骗案件43.7万起。下一步，要做好4个方面的工作。",
    );
    const { out } = await jianbao(folder.path, ["extract", "a.txt", "--explain", "--published", "2024-01-09"]);
    expect(out).toMatch(/43\.7万起 +a\.txt@\d+/u);
    expect(out).toMatch(/indicator +cases\.solved ← 破获 \+ 案件/u);
    expect(out).toMatch(/period +2023-01-01 … 2023-12-31 ← 2023年/u);
    expect(out).toMatch(/4个.*left out/u);
  });

  it("tells a figure a day, of a part and of one case from the whole", async () => {
    using folder = temporaryFolder();
    writeFileSync(
      join(folder.path, "a.txt"),
      "2023年，全省劝阻群众8.2万人次，日均劝阻225人次，同比上升两成多。\n去年5月，警方打掉一个诈骗团伙，抓获犯罪嫌疑人12名。",
    );
    const options = ["--published", "2024-01-09"];
    const table = await jianbao(folder.path, ["extract", "a.txt", "--format", "table", ...options]);
    expect(table.out).toMatch(/per day +225人次/u);
    expect(table.out).toMatch(/suspects\.captured one case +12名/u);
    const { out } = await jianbao(folder.path, ["extract", "a.txt", "--explain", ...options]);
    expect(out).toMatch(/part +per day/u);
    expect(out).toMatch(/change +yoy up 20 percent \(min: 20 … …\)/u);
  });

  it("says at once what of an added file cannot be read", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", "第 二"]);
    writeFileSync(join(folder.path, "空.txt"), "");
    const added = await jianbao(folder.path, ["add", "空.txt", "--workspace", "第 二"]);
    expect(added.code).toBe(1);
    expect(added.err).toContain("空.txt");
    expect(added.out).toContain("--workspace '第 二'");
    expect(existsSync(join(folder.path, "第 二", "sources", "空.txt"))).toBe(true);
  });

  it("writes some media and leaves the others as they are", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", "."]);
    await jianbao(folder.path, ["build", "2024-01", "--format", "html,json"]);
    const html = readFileSync(join(folder.path, "out", "2024-01", "briefing.html"), "utf8");
    expect((await jianbao(folder.path, ["build", "2024-01", "--format", "csv"])).code).toBe(0);
    expect(readFileSync(join(folder.path, "out", "2024-01", "briefing.html"), "utf8")).toBe(html);
    expect(existsSync(join(folder.path, "out", "2024-01", "observations.csv"))).toBe(true);
  });

  it("exports by the name of an area as by its code", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", "."]);
    const byName = await jianbao(folder.path, ["export", "--where", "area=全国", "--format", "jsonl"]);
    expect(byName.out.trim().split("\n").length).toBeGreaterThan(3);
    expect((await jianbao(folder.path, ["export", "--where", "area=CN", "--format", "jsonl"])).out).toBe(byName.out);
  });

  it("does not call an archive well that had to be put aside", async () => {
    using folder = temporaryFolder();
    await jianbao(folder.path, ["init", "."]);
    writeFileSync(join(folder.path, "archive.db"), "this is no database".repeat(500));
    expect((await jianbao(folder.path, ["archive", "verify"])).code).toBe(1);
    expect((await jianbao(folder.path, ["archive", "verify"])).code).toBe(0);
  });
});

describe("tongueOf", () => {
  it("is Chinese where the locale is", () => {
    for (const locale of ["zh_CN.UTF-8", "zh", "zh-TW", "zh_HK"]) expect(tongueOf({ LANG: locale })).toBe("zh");
    for (const locale of ["en_US.UTF-8", "C", "", "zha_CN"]) expect(tongueOf({ LANG: locale })).toBe("en");
    expect(tongueOf({ LC_ALL: "zh_CN.UTF-8", LANG: "C" })).toBe("zh");
  });
});
