import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replaceFolder } from "../src/output.ts";
import { jianbao, temporaryFolder } from "./run.ts";

const launcher = join(import.meta.dirname, "..", "bin", "jianbao.js");

interface Problem {
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  readonly document?: string;
  readonly hint?: string;
}

const good = "2023年，全国公安机关破获电信网络诈骗案件43.7万起，见面劝阻1389万人次。\n";

/** A workspace with one good article and the given files beside it. */
async function workspaceWith(folder: string, files: Readonly<Record<string, Uint8Array | string>>): Promise<void> {
  await jianbao(folder, ["init", "."]);
  writeFileSync(join(folder, "sources", "example.txt"), good);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, "sources"), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Builds the issue and returns its problems; the good article must be in it. */
async function problemsOf(folder: string, args: readonly string[] = []): Promise<readonly Problem[]> {
  const run = await jianbao(folder, ["build", "2024-01", "--json", "--format", "html,json", ...args]);
  expect(run.code).toBeLessThan(2);
  expect(readFileSync(join(folder, "out", "2024-01", "briefing.html"), "utf8")).toContain("43.7万起");
  return (JSON.parse(run.out) as { diagnostics: readonly Problem[] }).diagnostics;
}

const about = (problems: readonly Problem[], document: string): readonly Problem[] =>
  problems.filter((problem) => problem.document === document);

/** A PDF with correct cross references, of the given objects (1 is the catalog). */
function pdfOf(objects: readonly string[], trailer = ""): Uint8Array {
  let text = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${`${offset}`.padStart(10, "0")} 00000 n \n`).join("")}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

const emptyPage = [
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
];

describe("bad input is named with its place and remedy, and the rest is built", () => {
  const cases: readonly (readonly [string, string, Uint8Array | string])[] = [
    ["an empty file", "sources/empty.txt", ""],
    [
      "a binary file named .txt",
      "sources/picture.txt",
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) & 255),
    ],
    ["a scanned PDF without text", "sources/scan.pdf", pdfOf(emptyPage)],
    [
      "an encrypted PDF",
      "sources/locked.pdf",
      pdfOf(
        [...emptyPage, `<< /Filter /Standard /V 1 /R 2 /O <${"1f".repeat(32)}> /U <${"2e".repeat(32)}> /P -4 >>`],
        `/Encrypt 4 0 R /ID [<${"ab".repeat(16)}> <${"ab".repeat(16)}>]`,
      ),
    ],
    ["a broken PDF", "sources/torn.pdf", "%PDF-1.7\nnothing more"],
    ["a broken DOCX", "sources/broken.docx", new TextEncoder().encode("PK\u0003\u0004 and nothing more")],
  ];
  for (const [name, file, content] of cases) {
    it(name, async () => {
      using folder = temporaryFolder();
      await workspaceWith(folder.path, { [file]: content });
      const problems = about(await problemsOf(folder.path), file.slice("sources/".length));
      expect(problems.length).toBeGreaterThan(0);
      for (const problem of problems) {
        expect(problem.rule).toMatch(/^[a-z]+\/[a-z0-9-]+$/u);
        expect(problem.message).not.toBe("");
        expect(problem.hint ?? "").not.toBe("");
      }
    });
  }

  it("a file without any date", async () => {
    using folder = temporaryFolder();
    await workspaceWith(folder.path, {
      "sources/undated.txt": "全市破获电信网络诈骗案件120起，抓获犯罪嫌疑人80名。\n",
    });
    const problems = about(await problemsOf(folder.path), "undated.txt");
    expect(problems.some((problem) => /date/u.test(problem.message) || /date/u.test(problem.rule))).toBe(true);
  });

  it("an HTML page of 5 MB", async () => {
    using folder = temporaryFolder();
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `<li><a href="/n/${i}.html">相关新闻第${i}条：某地楼盘开盘均价</a></li>`,
    ).join("\n");
    const page = `<html><head><meta charset="gbk"></head><body><ul>${rows}</ul><div><h1>全国打击电信网络诈骗</h1><p>2022年，全国公安机关破获电信网络诈骗案件46.4万起，各地持续推进打击治理工作，取得明显成效。</p><p>有关部门表示，将继续保持严打高压态势，切实维护人民群众财产安全。</p></div></body></html>`;
    await workspaceWith(folder.path, { "sources/big.html": page, "sources/big.meta.yaml": "published: 2024-01-05\n" });
    await problemsOf(folder.path);
    const data = readFileSync(join(folder.path, "out", "2024-01", "briefing.json"), "utf8");
    expect(data).toContain("46.4万起");
  });

  it("a wrong key, a wrong value and a wrong date in the settings", async () => {
    using folder = temporaryFolder();
    await workspaceWith(folder.path, { "sources/example.meta.yaml": "publishd: 2023\npublished: 2024-01-09\n" });
    const settings = readFileSync(join(folder.path, "briefing.yaml"), "utf8")
      .replace("template:", "tempalte:")
      .replace("period: month ", "period: week ");
    writeFileSync(
      join(folder.path, "briefing.yaml"),
      `${settings.replace("area: CN ", "area: 火星 ")}\nsections: [crackdwn, crackdown, money]\n`,
    );
    const problems = await problemsOf(folder.path);
    const hints = about(problems, "briefing.yaml").map((problem) => `${problem.message} → ${problem.hint}`);
    expect(hints.join("\n")).toMatch(/line \d+: unknown key: tempalte → did you mean template\?/u);
    expect(hints.join("\n")).toMatch(/line \d+: unusable value of period.*one of month/u);
    expect(hints.join("\n")).toMatch(/line \d+: unknown area: 火星/u);
    expect(hints.join("\n")).toMatch(/unknown section: crackdwn → did you mean crackdown\?/u);
    expect(about(problems, "example.meta.yaml").map((problem) => problem.hint)).toEqual(["did you mean published?"]);
  });

  it("an empty folder", async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "briefing.yaml"), "title: 简报\nissuer: 编辑部\n");
    for (const sources of [false, true]) {
      if (sources) mkdirSync(join(folder.path, "sources"));
      const run = await jianbao(folder.path, ["build", "2024-01", "--json"]);
      expect(run.code).toBe(0);
      expect(run.err).toContain("empty folder of sources");
      expect(run.err).toContain("jianbao add FILE");
      expect(readdirSync(join(folder.path, "out", "2024-01"))).toContain("briefing.pdf");
    }
  });

  it("a month without articles", async () => {
    using folder = temporaryFolder();
    await workspaceWith(folder.path, {});
    const empty = await jianbao(folder.path, ["build", "2021-05", "--json"]);
    expect(empty.code).toBe(0);
    expect(readdirSync(join(folder.path, "out", "2021-05"))).toContain("briefing.pdf");
    const messages = (JSON.parse(empty.out) as { diagnostics: readonly Problem[] }).diagnostics.map(
      (problem) => problem.rule,
    );
    expect(messages).toContain("app/no-articles");
  });

  it("an unknown period", async () => {
    using folder = temporaryFolder();
    await workspaceWith(folder.path, {});
    const run = await jianbao(folder.path, ["build", "2023-13"]);
    expect(run.code).toBe(2);
    expect(run.err).toContain("2023-12, 2023-Q4, 2023-H2 or 2023");
  });

  it("an output folder that cannot be made", async () => {
    using folder = temporaryFolder();
    await workspaceWith(folder.path, {});
    writeFileSync(join(folder.path, "file"), "");
    const run = await jianbao(folder.path, ["build", "2024-01", "--format", "json", "--out", "file/2024-01"]);
    expect(run.code).toBe(1);
    expect(run.err).toContain("app/output");
    expect(run.err).toContain("--out");
  });

  it("a disk with no room left keeps the former output", async () => {
    using folder = temporaryFolder();
    await workspaceWith(folder.path, {});
    const out = join(folder.path, "out", "2024-01");
    replaceFolder(out, { "briefing.pdf": "former" });
    // No file may grow beyond 16 KiB: the archive cannot be kept, and the PDF cannot be written.
    const command = 'trap "" XFSZ; ulimit -f 16; exec "$@"';
    const run = spawnSync(
      "bash",
      ["-c", command, "bash", process.execPath, launcher, "build", "2024-01", "--workspace", folder.path],
      {
        encoding: "utf8",
        env: { ...process.env, LC_ALL: "C" },
      },
    );
    expect([run.status, run.stderr]).toEqual([1, expect.stringContaining("app/output")]);
    expect(run.stderr).toContain("exceeded file size limit");
    expect(readFileSync(join(out, "briefing.pdf"), "utf8")).toBe("former");
    expect(readdirSync(join(folder.path, "out"))).toEqual(["2024-01"]);
  });

  it("a damaged archive is put aside and made anew", async () => {
    using folder = temporaryFolder();
    await workspaceWith(folder.path, {});
    writeFileSync(join(folder.path, "archive.db"), "this is no database".repeat(500));
    const problems = await problemsOf(folder.path);
    expect(problems.some((problem) => problem.document === "archive.db" && problem.rule.startsWith("archive/"))).toBe(
      true,
    );
    expect(readdirSync(folder.path)).toContain("archive.db.aside");
  });
});
