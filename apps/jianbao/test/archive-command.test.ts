import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openArchive } from "@jianbao/archive";
import { describe, expect, it } from "vitest";
import { copyExample, exampleFolder, jianbao, temporaryFolder } from "./run.ts";

/** A copy of the example with its archive. */
async function archived(root: string): Promise<void> {
  copyExample(root);
  await jianbao(root, ["archive", "verify"]);
}

/** All that an archive answers, as one text. */
function answersOf(root: string): string {
  using archive = openArchive(join(root, "archive.db"));
  const documents = archive.documents();
  return JSON.stringify([
    documents.map((document) => [archive.source(document), archive.bytes(document)]),
    archive.articles(),
    archive.observations(),
    archive.diagnostics(),
    archive.search("诈骗"),
  ]);
}

describe("jianbao archive rebuild", () => {
  it("answers as before, and leaves nothing behind", async () => {
    using folder = temporaryFolder();
    await archived(folder.path);
    const before = answersOf(folder.path);
    const { code, out } = await jianbao(folder.path, ["archive", "rebuild", "--json", "--fail-on", "never"]);
    expect(code).toBe(0);
    const { files, read } = JSON.parse(out) as { files: number; read: number };
    expect(read).toBe(files);
    expect(answersOf(folder.path)).toBe(before);
    expect(readdirSync(join(folder.path, ".jianbao")).filter((name) => name.startsWith("rebuilt"))).toEqual([]);
  });

  it("knows decisions and signed issues again, and follows the files that they stand in", async () => {
    using folder = temporaryFolder();
    await archived(folder.path);
    const signed = await jianbao(folder.path, ["sign", "2024-01", "--by", "王主任", "--despite", "示例"], {
      today: "2024-02-05",
    });
    expect(signed.err + signed.out).toContain("2024-01");
    writeFileSync(
      join(folder.path, "decisions.yaml"),
      "- id: o-0123456789ab\n  verdict: accept\n  by: 张三\n  on: 2024-01-04\n  why: 已核\n",
    );
    const asked = (sql: string): unknown[] => {
      const db = new DatabaseSync(join(folder.path, "archive.db"), { readOnly: true });
      const rows = db.prepare(sql).all();
      db.close();
      return rows.map((row) => ({ ...row }));
    };
    for (const verb of ["verify", "rebuild"]) {
      await jianbao(folder.path, ["archive", verb]);
      expect(asked("SELECT ISSUE, SIGNED_BY, SIGNED_ON FROM v_issues")).toEqual([
        { ISSUE: "2024-01", SIGNED_BY: "王主任", SIGNED_ON: "2024-02-05" },
      ]);
      expect(asked("SELECT DECIDED_BY, VERDICT, WHY FROM v_decisions")).toEqual([
        { DECIDED_BY: "张三", VERDICT: "accept", WHY: "已核" },
      ]);
      expect(
        asked(`SELECT OBS_VALUE, FIGURE, DOCUMENT FROM v_printed
               WHERE INDICATOR = 'cases.solved' AND REF_AREA = 'CN' AND TIME_START = '2023-01-01'`),
      ).toContainEqual({ OBS_VALUE: 437_000, FIGURE: "43.7万起", DOCUMENT: "2024-01-zhanguo.html" });
    }
    rmSync(join(folder.path, "decisions.yaml"));
    rmSync(join(folder.path, "issues.yaml"));
    await jianbao(folder.path, ["archive", "verify"]);
    expect(asked("SELECT * FROM v_issues")).toEqual([]);
    expect(asked("SELECT * FROM v_decisions")).toEqual([]);
  });

  it("puts an archive aside that cannot be used, says so, and makes a new one", async () => {
    using folder = temporaryFolder();
    await archived(folder.path);
    const before = answersOf(folder.path);
    writeFileSync(join(folder.path, "archive.db"), "这不是数据库。".repeat(500));
    const { err } = await jianbao(folder.path, ["archive", "rebuild"]);
    expect(err).toContain("[archive/damaged]");
    expect(readFileSync(join(folder.path, "archive.db.aside"), "utf8")).toContain("这不是数据库。");
    expect(answersOf(folder.path)).toBe(before);
  });

  it("shows whoever has the archive open the former until the new one is there, then the new one", async () => {
    using folder = temporaryFolder();
    await archived(folder.path);
    using archive = openArchive(join(folder.path, "archive.db"));
    const before = archive.documents();
    archive.hold();
    writeFileSync(join(folder.path, "sources", "new.txt"), "2022年，合肥市共破获电信网络诈骗案件120起。");
    await jianbao(folder.path, ["archive", "rebuild"]);
    expect(archive.documents()).toEqual(before);
    archive.release();
    expect(archive.documents()).toContain("new.txt");
    expect(archive.verify()).toEqual([]);
    expect(archive.remove("new.txt")).toBe(true);
  });

  it("waits for another process that writes", { timeout: 60_000 }, async () => {
    using folder = temporaryFolder();
    await archived(folder.path);
    const script = `
      import { DatabaseSync } from "node:sqlite";
      const db = new DatabaseSync(${JSON.stringify(join(folder.path, "archive.db"))});
      db.exec("BEGIN IMMEDIATE");
      console.log("held");
      setTimeout(() => { db.exec("COMMIT"); db.close(); }, 3000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "exit");
    await once(child.stdout, "data");
    const { code } = await jianbao(folder.path, ["archive", "rebuild", "--fail-on", "never"]);
    expect(code).toBe(0);
    await ended;
  });
});

describe("jianbao archive verify", () => {
  it("finds rows that say otherwise than the data", async () => {
    using folder = temporaryFolder();
    await archived(folder.path);
    const db = new DatabaseSync(join(folder.path, "archive.db"));
    db.exec("UPDATE observations SET value = value + 1 WHERE seq = 0");
    db.close();
    const { code, err } = await jianbao(folder.path, ["archive", "verify"], { tongue: "zh" });
    expect(code).toBe(1);
    expect(err).toContain("档案库里的列被改过：与数据本身不符 [archive/columns]\n  → 由 sources/ 重建");
    await jianbao(folder.path, ["archive", "rebuild"]);
    const { err: after } = await jianbao(folder.path, ["archive", "verify"]);
    expect(after).not.toContain("archive/");
  });

  it("takes no other words", async () => {
    using folder = temporaryFolder();
    copyExample(folder.path);
    expect((await jianbao(folder.path, ["archive", "verify", "all"])).code).toBe(2);
    expect((await jianbao(folder.path, ["archive", "search"])).code).toBe(2);
    expect((await jianbao(folder.path, ["archive", "delete"])).err).toContain("verify, rebuild, search or restore");
    expect((await jianbao(folder.path, ["archive", "search", "诈骗", "--limit", "0"])).code).toBe(2);
  });
});

describe("jianbao archive search", () => {
  it("lists the articles that hold all words, the newest first, with the line around the first", async () => {
    using folder = temporaryFolder();
    await withArticles(folder.path);
    const { code, out } = await jianbao(folder.path, ["archive", "search", "缅北"], { columns: 60 });
    expect(code).toBe(0);
    const lines = out.split("\n");
    expect(lines[0]).toBe("2023-06-05  虚拟货币洗钱案告破  新.txt");
    expect(lines[1]).toMatch(/^ {4}….*设备放在缅北。.*…$/u);
    expect(lines[2]).toBe("2022-03-05  缅北回流人员落网  旧.txt");
    const both = await jianbao(folder.path, ["archive", "search", "缅北", "goip"]);
    expect(both.out).toContain("新.txt");
    expect(both.out).not.toContain("旧.txt");
    expect(await jianbao(folder.path, ["archive", "search", "没有的话"])).toMatchObject({ code: 0, out: "" });
  });

  it("gives machines the place in the clean text, and says whether there is more", async () => {
    using folder = temporaryFolder();
    await withArticles(folder.path);
    const { out } = await jianbao(folder.path, ["archive", "search", "转账", "--limit", "1", "--json"]);
    const { hits, more } = JSON.parse(out) as {
      hits: { document: string; start: number; end: number }[];
      more: boolean;
    };
    expect(more).toBe(true);
    expect(hits).toHaveLength(1);
    using archive = openArchive(join(folder.path, "archive.db"));
    const [hit] = hits;
    expect(archive.articles("新.txt")[0]?.text.slice(hit?.start, hit?.end)).toBe("转账");
  });
});

describe("jianbao archive restore", () => {
  it("gives every file back as it arrived, also where sources/ is lost", async () => {
    using folder = temporaryFolder();
    await archived(folder.path);
    renameSync(join(folder.path, "sources"), join(folder.path, "moved"));
    const lost = await jianbao(folder.path, ["archive", "verify"]);
    expect(lost.code).toBe(1);
    expect(lost.err).toContain("missing folder of sources");
    const { code } = await jianbao(folder.path, ["archive", "restore", "sources"]);
    expect(code).toBe(0);
    for (const file of readdirSync(join(folder.path, "moved"), { recursive: true, encoding: "utf8" })) {
      if (/\.meta\.ya?ml$/u.test(file)) continue;
      expect(
        readFileSync(join(folder.path, "sources", file)).equals(readFileSync(join(folder.path, "moved", file))),
      ).toBe(true);
    }
    // What the sidecars state is there as well: nothing is read anew.
    const { out } = await jianbao(folder.path, ["archive", "verify", "--json", "--fail-on", "never"]);
    expect(JSON.parse(out)).toMatchObject({ read: 0 });
  });

  it("overwrites no other file", async () => {
    using folder = temporaryFolder();
    await archived(folder.path);
    const [file = ""] = readdirSync(join(exampleFolder, "sources")).filter((name) => name.endsWith(".txt"));
    mkdirSync(join(folder.path, "there"));
    writeFileSync(join(folder.path, "there", file), "mine");
    const { code, err } = await jianbao(folder.path, ["archive", "restore", "there"]);
    expect(code).toBe(1);
    expect(err).toContain("[app/not-restored]");
    expect(readFileSync(join(folder.path, "there", file), "utf8")).toBe("mine");
    expect(existsSync(join(folder.path, "there", "nothing"))).toBe(false);
  });
});

/** A workspace of two articles of different years. */
async function withArticles(root: string): Promise<void> {
  await jianbao(root, ["init", "."]);
  rmSync(join(root, "sources"), { recursive: true });
  mkdirSync(join(root, "sources"));
  const body = "警方介绍，骗子常以客服退款为由诱导群众转账。".repeat(10);
  writeFileSync(
    join(root, "sources", "旧.txt"),
    `缅北回流人员落网\n2022年3月5日 来源：昆明日报\n昆明警方抓获一名从缅北回流的人员。${body}\n`,
  );
  writeFileSync(
    join(root, "sources", "新.txt"),
    `虚拟货币洗钱案告破\n2023年6月5日 来源：合肥日报\n${body}这伙人用虚拟货币转移赃款，GOIP设备放在缅北。${body}\n`,
  );
}
