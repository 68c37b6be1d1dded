import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GeometryReport } from "@jianbao/print";
import { type Data, type Document, walk } from "@jianbao/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textOfPdf } from "./pdf-text.ts";
import { copyExample, jianbao, temporaryFolder } from "./run.ts";

interface Built {
  readonly document: Document;
  readonly pdf: Buffer;
  readonly err: string;
}

describe("the example as a red-headed briefing", () => {
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
    for (const template of ["monthly", "redhead"]) built[template] = await build(template);
  }, 120_000);
  afterAll(() => folder[Symbol.dispose]());

  it("prints number for number what the monthly briefing prints", () => {
    const [monthly, redhead] = [numbersOf(built["monthly"]?.document), numbersOf(built["redhead"]?.document)];
    expect(monthly.length).toBeGreaterThan(60);
    expect(redhead).toEqual(monthly);
  });

  it("has no fault of the page", () => {
    expect(built["redhead"]?.err).not.toMatch(/\[(?:print|document|briefing)\//u);
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

/** The printed numbers of a document in reading order, each with its words' value and observations. */
function numbersOf(document: Document | undefined): readonly string[] {
  const numbers: string[] = [];
  if (document === undefined) return numbers;
  walk(document, (node) => {
    if (node.type === "data" && node.value !== null) numbers.push(wordsOf(node));
  });
  return numbers;
}

function wordsOf({ value, observations, children }: Data): string {
  return JSON.stringify([value, observations, children]);
}
