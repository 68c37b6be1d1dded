import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { openArchive } from "@jianbao/archive";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { textOfPdf } from "./pdf-text.ts";
import { type Run, jianbao, temporaryFolder } from "./run.ts";
import { writeArticle, writeSettings } from "./workspace.ts";

const january = {
  file: "a.txt",
  text: "2022年，全国公安机关共破获电信网络诈骗案件46.4万起，抓获犯罪嫌疑人35.1万名。",
  published: "2023-01-12",
};
const february = {
  file: "b.txt",
  text: "2023年1月，全国公安机关共破获电信网络诈骗案件3.2万起。",
  published: "2023-02-10",
};

function workspaceOf(root: string): void {
  writeSettings(root);
  writeArticle(root, january);
  writeArticle(root, february);
}

function run(root: string, ...args: readonly string[]): Promise<Run> {
  return jianbao(root, args, { today: "2023-06-01" });
}

/** SHA-256 of every file of a folder, by path. */
function hashes(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}

interface Listed {
  readonly period: string;
  readonly number: number;
  readonly total: number;
  readonly replaces?: readonly unknown[];
}

function issuesOf(root: string): readonly Listed[] {
  return parse(readFileSync(join(root, "issues.yaml"), "utf8")) as Listed[];
}

function briefingOf(root: string, period: string): string {
  return readFileSync(join(root, "out", period, "briefing.html"), "utf8");
}

describe("sign", () => {
  it("freezes an issue: no draft mark, who signed it and when, and a record beside the list of issues", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    expect((await run(folder.path, "build", "2023-01")).code).toBe(0);
    expect(briefingOf(folder.path, "2023-01")).toContain("草稿");
    const signed = await run(folder.path, "sign", "2023-01", "--by", "王主任", "--on", "2023-02-05");
    expect([signed.code, signed.err]).toEqual([0, expect.stringContaining("signed by 王主任 on 2023-02-05")]);
    expect(briefingOf(folder.path, "2023-01")).not.toContain("草稿");
    expect(briefingOf(folder.path, "2023-01")).toContain("签发：王主任");
    const pdf = await textOfPdf(readFileSync(join(folder.path, "out", "2023-01", "briefing.pdf")));
    expect(pdf).toContain("签发：王主任2023年2月5日");
    expect(pdf).not.toMatch(/草\s*稿/u);
    expect(issuesOf(folder.path)).toMatchObject([
      { period: "2023-01", number: 1, total: 1, date: "2023-02-05", signedBy: "王主任", signedOn: "2023-02-05" },
    ]);
    const record = JSON.parse(readFileSync(join(folder.path, "issues", "2023-01.json"), "utf8")) as {
      inputs: { sources: Record<string, { sha256: string }> };
      outputs: Record<string, string>;
      figures: { value: { text: string }; basis: { document: string } }[];
    };
    expect(record.inputs.sources["a.txt"]?.sha256).toBe(
      createHash("sha256")
        .update(readFileSync(join(folder.path, "sources", "a.txt")))
        .digest("hex"),
    );
    // What was published after the month is nothing that it rests on.
    expect(Object.keys(record.inputs.sources)).toEqual(["a.txt"]);
    expect(record.figures.map(({ value, basis }) => [value.text, basis.document])).toEqual([
      ["46.4万起", "a.txt"],
      ["35.1万名", "a.txt"],
    ]);
    const { "manifest.json": _, ...outputs } = hashes(join(folder.path, "out", "2023-01"));
    expect(record.outputs).toEqual(outputs);
  });

  it("refuses a signed issue, an empty one, one that is not over, and one without a signer", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "sign", "2023-01", "--by", "王主任", "--on", "2023-02-05");
    const before = readFileSync(join(folder.path, "issues.yaml"), "utf8");
    const cases: readonly (readonly [readonly string[], number, string])[] = [
      [["2023-01", "--by", "李四"], 1, "already signed issue 2023-01: by 王主任 on 2023-02-05"],
      [["2023-04", "--by", "李四"], 1, "empty issue 2023-04"],
      [["2023-02", "--by", "李四", "--on", "2023-02-20"], 1, "unended period 2023-02"],
      [["2023-02", "--by", "李四", "--again", "重发"], 1, "there is nothing to sign again"],
      [["2023-02"], 2, "nobody signs"],
      [["2023-02", "--by", "李四", "--on", "2023-07-01"], 2, "a day that has not come"],
      [["2023-02", "--by", "李四", "--total", "1"], 2, "taken number: 1 is that of 2023-01"],
    ];
    for (const [args, code, message] of cases) {
      const refused = await run(folder.path, "sign", ...args);
      expect([args, refused.code, refused.err]).toEqual([args, code, expect.stringContaining(message)]);
    }
    expect(readFileSync(join(folder.path, "issues.yaml"), "utf8")).toBe(before);
  });

  it("refuses while errors are open, and records why it was signed all the same", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    writeFileSync(join(folder.path, "sources", "c.docx"), "PK\u0003\u0004");
    const refused = await run(folder.path, "sign", "2023-01", "--by", "王主任");
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("1 open error")]);
    expect(existsSync(join(folder.path, "issues.yaml"))).toBe(false);
    expect(existsSync(join(folder.path, "out", "2023-01"))).toBe(false);
    const signed = await run(folder.path, "sign", "2023-01", "--by", "王主任", "--despite", "坏文件与本期无关");
    expect(signed.code).toBe(0);
    const record = readFileSync(join(folder.path, "issues", "2023-01.json"), "utf8");
    expect(JSON.parse(record)).toMatchObject({
      despite: { why: "坏文件与本期无关", problems: [expect.stringContaining("cleaning/docx-broken: c.docx")] },
    });
    expect(issuesOf(folder.path)).toMatchObject([{ despite: "坏文件与本期无关" }]);
  });

  it("keeps the comments of issues.yaml and the signatures that a new one replaces", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "sign", "2023-01", "--by", "王主任", "--on", "2023-02-05");
    const path = join(folder.path, "issues.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("- period", "# 备查\n- period"));
    await run(folder.path, "sign", "2023-02", "--by", "王主任", "--on", "2023-03-05");
    writeFileSync(
      join(folder.path, "decisions.yaml"),
      `- {id: ${idOf(folder.path, "2023-01", "35.1万名")}, verdict: reject, by: 张三, on: 2023-03-20, why: 误读}\n`,
    );
    const again = await run(folder.path, "sign", "2023-01", "--by", "李主任", "--on", "2023-04-01", "--again", "有误");
    expect(again.code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("# 备查");
    expect(issuesOf(folder.path)).toMatchObject([
      { period: "2023-01", number: 1, total: 1, signedBy: "李主任", record: "issues/2023-01.2.json" },
      { period: "2023-02", number: 2, total: 2 },
    ]);
    expect(issuesOf(folder.path)[0]?.replaces).toMatchObject([
      { record: "issues/2023-01.json", signedBy: "王主任", signedOn: "2023-02-05", why: "有误" },
    ]);
    expect(existsSync(join(folder.path, "issues", "2023-01.json"))).toBe(true);
    const html = plain(briefingOf(folder.path, "2023-01"));
    expect(html).toContain("曾签发，本次重新签发，原因：有误");
    expect(html).toContain("2022年全国抓获嫌疑人印作35.1万名，现予撤回");
    // The issue that was signed in between is what it was.
    const rebuilt = await run(folder.path, "build", "2023-02");
    expect([rebuilt.code, rebuilt.err]).toEqual([0, expect.stringContaining("made again to the byte")]);
  });
});

describe("an issue that cannot be written down", () => {
  it("is not signed, and its output stays the draft that it was", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "build", "2023-01", "--format", "html");
    const before = hashes(join(folder.path, "out"));
    // A file lies where the folder of records is to be.
    writeFileSync(join(folder.path, "issues"), "");
    const failed = await run(folder.path, "sign", "2023-01", "--by", "王主任");
    expect([failed.code, failed.err]).toEqual([1, expect.stringContaining("[app/output]")]);
    expect(existsSync(join(folder.path, "issues.yaml"))).toBe(false);
    expect(hashes(join(folder.path, "out"))).toEqual(before);
  });
});

describe("a signed issue", () => {
  it("is made again to the byte, whatever came later", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "sign", "2023-01", "--by", "王主任", "--on", "2023-02-05");
    const out = join(folder.path, "out", "2023-01");
    const signed = hashes(out);
    rmSync(join(folder.path, "out"), { recursive: true });
    rmSync(join(folder.path, "archive.db"));
    // Later articles, one without a date, a decision, other settings: nothing of this was known or held then.
    writeArticle(folder.path, { file: "c.txt", text: "全国破获案件1.1万起。" });
    writeArticle(folder.path, {
      file: "d.txt",
      text: "2022年，全国共破获电信网络诈骗案件47万起。",
      published: "2023-03",
    });
    writeSettings(folder.path, { title: "另一种简报", issueDay: 8 });
    writeFileSync(
      join(folder.path, "decisions.yaml"),
      `- {id: ${idOf(folder.path, "2023-01", "46.4万起")}, verdict: reject, by: 张三, on: 2023-02-05, why: 误读}\n`,
    );
    const again = await run(folder.path, "build", "2023-01");
    expect(again.code).toBe(0);
    expect(again.err).toContain("decisions: added");
    expect(again.err).toContain("settings: changed issueDay, title");
    expect(hashes(out)).toEqual(signed);
  });

  it("is not replaced by what would come out otherwise, and says by name why", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    writeArticle(folder.path, { file: "e.txt", text: "2023年1月10日，全国返还资金3.1亿元。", published: "2023-01-20" });
    mkdirSync(join(folder.path, "templates"));
    await run(folder.path, "sign", "2023-01", "--by", "王主任", "--on", "2023-02-05");
    const out = join(folder.path, "out", "2023-01");
    const signed = hashes(out);
    writeArticle(folder.path, { ...january, text: january.text.replace("46.4", "46.5") });
    rmSync(join(folder.path, "sources", "e.txt"));
    writeArticle(folder.path, { file: "f/g.txt", text: "2022年，全国冻结资金3.3亿元。", published: "2023-01-30" });
    const refused = await run(folder.path, "build", "2023-01");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("the signed issue 2023-01 would come out otherwise");
    expect(refused.err).toContain("sources: added f/g.txt; changed a.txt; removed e.txt\n");
    expect(refused.err).toContain("the signed output in out/2023-01 stands");
    expect(hashes(out)).toEqual(signed);
    const json = await run(folder.path, "build", "2023-01", "--json", "--fail-on", "never");
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      same: false,
      isThere: true,
      changes: [
        { kind: "source", change: "changed", name: "a.txt" },
        { kind: "source", change: "removed", name: "e.txt" },
        { kind: "source", change: "added", name: "f/g.txt" },
      ],
    });
    const draft = await run(folder.path, "build", "2023-01", "--out", "draft", "--format", "html");
    expect(draft.code).toBe(0);
    const html = readFileSync(join(folder.path, "draft", "briefing.html"), "utf8");
    expect(html).toContain("草稿");
    expect(html).toContain("46.5万起");
    expect(hashes(out)).toEqual(signed);
  });

  it("names the template's files and the sidecars that keep it from coming out the same", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "sign", "2023-01", "--by", "王主任", "--on", "2023-02-05");
    writeArticle(folder.path, { ...january, publisher: "另一报" });
    const own = join(folder.path, "templates", "monthly");
    copyTemplate(own);
    writeFileSync(join(own, "partials", "key-figures.hbs"), "<p>{{title}}</p>");
    const { err } = await run(folder.path, "build", "2023-01");
    expect(err).toContain("sidecars: changed a.meta.yaml");
    expect(err).toContain("template: changed monthly/partials/key-figures.hbs");
  });

  it("is left alone where its record was changed, and where the list of issues cannot be read", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "sign", "2023-01", "--by", "王主任", "--on", "2023-02-05");
    const out = join(folder.path, "out", "2023-01");
    const signed = hashes(out);
    const record = join(folder.path, "issues", "2023-01.json");
    const text = readFileSync(record, "utf8");
    writeFileSync(record, text.replace("46.4万起", "46.9万起"));
    const changed = await run(folder.path, "build", "2023-01");
    expect([changed.code, changed.err]).toEqual([1, expect.stringContaining("[app/issue-record]")]);
    writeFileSync(record, text.replaceAll("\n", "\r\n"));
    expect((await run(folder.path, "build", "2023-01")).code).toBe(0);
    const list = join(folder.path, "issues.yaml");
    writeFileSync(list, readFileSync(list, "utf8").replace("signedOn", "signdOn"));
    const unread = await run(folder.path, "build", "2023-01");
    expect([unread.code, unread.err]).toEqual([1, expect.stringContaining("[app/issues]")]);
    expect((await run(folder.path, "sign", "2023-02", "--by", "王主任")).code).toBe(1);
    expect(hashes(out)).toEqual(signed);
  });
});

describe("an issue after a signed one", () => {
  it("corrects what was printed wrongly, once, and calls revised what a later source revises", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "sign", "2023-01", "--by", "王主任", "--on", "2023-02-05");
    writeArticle(folder.path, {
      file: "h.txt",
      text: "据核实，2022年全国公安机关共破获电信网络诈骗案件47.2万起。",
      published: "2023-02-20",
    });
    writeFileSync(
      join(folder.path, "decisions.yaml"),
      `- id: ${idOf(folder.path, "2023-01", "35.1万名")}
  verdict: correct
  by: 张三
  on: 2023-02-21
  why: 原文为35.7万名
  correction: {quantity: {value: 357000}}
`,
    );
    await run(folder.path, "sign", "2023-02", "--by", "王主任", "--on", "2023-03-05");
    const html = plain(briefingOf(folder.path, "2023-02"));
    const box = html.slice(html.indexOf("更正"), html.indexOf("一、要点"));
    expect(box).toContain("第1期（总第1期，2023年1月），2022年全国抓获嫌疑人印作35.1万名，应为35.7万名");
    expect(box).toContain("张三2023年2月21日核对更正，理由：原文为35.7万名。");
    expect(box).not.toContain("破获案件");
    expect(html).toContain("2022年全国破获案件由上期的46.4万起改为47.2万起");
    writeArticle(folder.path, {
      file: "i.txt",
      text: "2023年2月，全国公安机关共破获电信网络诈骗案件3.3万起。",
      published: "2023-03-10",
    });
    await run(folder.path, "build", "2023-03", "--format", "html");
    expect(plain(briefingOf(folder.path, "2023-03"))).not.toContain("更正");
  });

  it("compares itself with the last one signed, however many months ago", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "sign", "2023-01", "--by", "王主任", "--on", "2023-02-05");
    writeArticle(folder.path, {
      file: "i.txt",
      text: "2022年，全国公安机关共破获电信网络诈骗案件46.9万起。",
      published: "2023-05-10",
    });
    await run(folder.path, "build", "2023-05", "--format", "html,json");
    expect(plain(briefingOf(folder.path, "2023-05"))).toContain("由上期的46.4万起改为46.9万起");
    expect(plain(briefingOf(folder.path, "2023-05"))).toContain("第2期（总第2期）");
    expect(JSON.parse(readFileSync(join(folder.path, "out", "2023-05", "manifest.json"), "utf8"))).toMatchObject({
      comparedWith: "2023-01",
    });
  });
});

describe("the archive", () => {
  it("remembers decisions and signed issues, and can be made again with them", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    await run(folder.path, "sign", "2023-01", "--by", "王主任", "--on", "2023-02-05");
    const id = idOf(folder.path, "2023-01", "35.1万名");
    await run(folder.path, "decide", id, "reject", "--by", "张三", "--why", "误读");
    rmSync(join(folder.path, "archive.db"));
    await run(folder.path, "archive", "rebuild");
    await run(folder.path, "archive", "verify");
    using archive = openArchive(join(folder.path, "archive.db"));
    expect(archive.decisions()).toMatchObject([{ id, verdict: "reject", by: "张三" }]);
    expect(archive.issues()).toMatchObject([{ number: "1/1", date: "2023-02-05", signedBy: "王主任" }]);
    expect(archive.printedFigures("2023-01")?.map(({ value }) => value.text)).toEqual(["46.4万起", "35.1万名"]);
  });
});

describe("a draft built again", () => {
  it("says what is not as it was when it was last built", async () => {
    using folder = temporaryFolder();
    workspaceOf(folder.path);
    const first = await run(folder.path, "build", "2023-01", "--format", "html");
    expect(first.err).not.toContain("changed since");
    expect((await run(folder.path, "build", "2023-01", "--format", "html")).err).not.toContain("changed since");
    writeArticle(folder.path, { file: "late.txt", text: "2022年，全国冻结资金3.3亿元。", published: "2023-01-30" });
    writeArticle(folder.path, { file: "next.txt", text: "2022年，全国冻结资金3.5亿元。", published: "2023-02-28" });
    writeSettings(folder.path, { issueDay: 8 });
    const { err } = await run(folder.path, "build", "2023-01", "--format", "html");
    expect(err).toContain(
      "changed since 2023-01 was last built:\n  sources: added late.txt\n  settings: changed issueDay\n",
    );
  });
});

/** The text of a page, without its marks of notes. */
function plain(html: string): string {
  return html
    .replaceAll(/<sup.*?<\/sup>/gsu, "")
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/\s+/gu, "");
}

/** The id of the observation that a signed issue printed so. */
function idOf(root: string, period: string, text: string): string {
  const record = JSON.parse(readFileSync(join(root, "issues", `${period}.json`), "utf8")) as {
    figures: { value: { text: string }; basis: { id: string } }[];
  };
  const figure = record.figures.find(({ value }) => value.text === text);
  if (figure === undefined) throw new RangeError(`no figure ${text} in ${period}`);
  return figure.basis.id;
}

/** Copies the built-in template into a workspace. */
function copyTemplate(to: string): void {
  const from = join(import.meta.dirname, "..", "..", "..", "templates", "monthly");
  for (const file of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    if (statSync(join(from, file)).isDirectory()) mkdirSync(join(to, file), { recursive: true });
    else {
      mkdirSync(join(to, file, ".."), { recursive: true });
      writeFileSync(join(to, file), readFileSync(join(from, file)));
    }
  }
}
