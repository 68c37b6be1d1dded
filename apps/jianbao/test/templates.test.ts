import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { GeometryReport } from "@jianbao/print";
import { type Data, type Document, textOf, walk } from "@jianbao/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textOfPdf } from "./pdf-text.ts";
import { copyExample, jianbao, temporaryFolder } from "./run.ts";

interface Built {
  readonly document: Document;
  readonly pdf: Buffer;
  readonly err: string;
}

describe("the example in other templates", () => {
  const folder = temporaryFolder();
  const built: Record<string, Built> = {};

  async function build(template: string): Promise<Built> {
    const { err } = await jianbao(folder.path, ["build", "2024-01", "--template", template, "--out", template]);
    const { document } = JSON.parse(readFileSync(join(folder.path, template, "briefing.json"), "utf8")) as {
      document: Document;
    };
    return { document, pdf: readFileSync(join(folder.path, template, "briefing.pdf")), err };
  }

  beforeAll(async () => {
    copyExample(folder.path);
    for (const template of ["monthly", "redhead", "handout"]) built[template] = await build(template);
  }, 120_000);
  afterAll(() => folder[Symbol.dispose]());

  it.each(["redhead", "handout"])("prints number for number what the monthly briefing prints: %s", (template) => {
    const monthly = numbersOf(built["monthly"]?.document);
    expect(monthly.length).toBeGreaterThan(60);
    expect(numbersOf(built[template]?.document)).toEqual(monthly);
  });

  it.each(["monthly", "redhead", "handout"])("has no fault of the page: %s", (template) => {
    expect(built[template]?.err).not.toMatch(/\[(?:print|document|briefing)\//u);
  });

  it.each(["redhead", "handout"])("prints every number on paper, too: %s", async (template) => {
    const text = await textOfPdf(built[template]?.pdf ?? Buffer.from(""));
    const missing = textsOf(built[template]?.document).filter(
      (number) => !text.includes(number.replaceAll(/\s+/gu, "")),
    );
    expect(missing).toEqual([]);
  });

  it("has the measures of GB/T 9704, which a report prints beside those prescribed", async () => {
    const args = [
      "build",
      "2024-01",
      "--template",
      "redhead",
      "--out",
      "measured",
      "--format",
      "pdf",
      "--report",
      "geometry",
    ];
    const { out } = await jianbao(folder.path, args, { tongue: "zh" });
    expect(out).toContain("版面尺寸（毫米），按GB/T 9704-2012");
    expect(out).toMatch(/^报名上边缘到纸上边 +72\.000 +72\.000 +0\.000 +±1 +1 +合$/mu);
    const { out: json } = await jianbao(folder.path, [...args, "--json"]);
    const { geometry } = JSON.parse(json) as { geometry: GeometryReport };
    expect(geometry.measures.length).toBe(21);
    const checked = await jianbao(folder.path, ["check", "2024-01", "--report", "geometry", "--json"]);
    const own = (JSON.parse(checked.out) as { geometry: GeometryReport }).geometry;
    // The workspace's own template is the monthly one, which names no standard.
    expect([own.standard, own.measures.every(({ isWithin }) => isWithin)]).toEqual([null, true]);
    const { out: text } = await jianbao(folder.path, ["check", "2024-01", "--report", "geometry"]);
    expect(text).toContain("geometry (mm), by the theme's own numbers");
    expect(geometry.measures.filter(({ set, isWithin }) => set === null || !isWithin)).toEqual([]);
  });

  it("has its parts in the order of a red-headed briefing", async () => {
    const text = await textOfPdf(built["redhead"]?.pdf ?? Buffer.from(""));
    const parts = [
      "打击治理电信网络诈骗简报",
      "第1期（总第61期）",
      "某省反诈中心编辑部（示例）",
      "2024年2月5日",
      "2024年1月全国打击治理电信网络诈骗情况",
      "一、要点",
      "附：数据出处",
      "报：某省打击治理电信网络新型违法犯罪工作联席会议（示例）",
      "送：",
      "发：各市反诈中心（示例）",
      "共印120份",
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain("—1—");
    expect(text).toMatch(/NotoSerifSC（代仿宋）、.*LXGWWenKai（代楷体）/u);
  });
});

describe("the parts of templates", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "templates");
  const parts = (template: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(join(folder, template, "partials"))
        .filter((name) => !["masthead.hbs", "distribution.hbs"].includes(name))
        .map((name) => [
          name,
          // The comment on the first line is the template's own.
          readFileSync(join(folder, template, "partials", name), "utf8").replace(/^\{\{!--.*\n/u, ""),
        ]),
    );

  it.each(["redhead", "handout"])("are those of the monthly briefing, but for head and foot: %s", (template) => {
    expect(parts(template)).toEqual(parts("monthly"));
  });
});

/** The printed numbers of a document in reading order, each with its words' value and observations. */
function numbersOf(document: Document | undefined): readonly string[] {
  const numbers: string[] = [];
  if (document === undefined) return numbers;
  walk(document, (node) => {
    if (node.type === "data" && node.value !== null) numbers.push(wordsOf(node));
  });
  return numbers;
}

/** The printed numbers of a document, as printed. */
function textsOf(document: Document | undefined): readonly string[] {
  const texts: string[] = [];
  if (document === undefined) return texts;
  walk(document, (node) => {
    if (node.type === "data" && node.value !== null) texts.push(textOf(node.children));
  });
  return texts;
}

function wordsOf({ value, observations, children }: Data): string {
  return JSON.stringify([value, observations, children]);
}
