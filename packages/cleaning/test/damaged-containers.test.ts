import { expect, test } from "vitest";
import { clean, readSource } from "../src/index.ts";
import { docx, item, numbering, p, tbl, tc, tr } from "./docx/build.ts";
import { layouts } from "./pdf/layouts.ts";
import { rawPdf, show } from "./pdf/raw.ts";

/** The same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Cuts the end off, overwrites bytes, or leaves a stretch out. */
function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  const kind = random();
  if (kind < 0.3) return bytes.slice(0, Math.floor(random() * bytes.length));
  if (kind < 0.5) {
    const from = Math.floor(random() * bytes.length);
    return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(from + Math.floor(random() * 400))]);
  }
  const copy = Uint8Array.from(bytes);
  for (let i = 0; i < 1 + random() * 60; i++) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return copy;
}

async function survives(bytes: Uint8Array, document: string): Promise<void> {
  const { source, diagnostics } = await readSource(bytes, { document });
  for (const one of diagnostics) {
    expect(one.document).toBe(document);
    expect(one.hint ?? "the page declares another encoding").toBeTruthy();
  }
  if (source === null) {
    expect(diagnostics.map((one) => one.severity)).toContain("error");
    return;
  }
  let last = 0;
  for (const { start, end } of source.places) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(source.text.length);
  clean(source);
}

test("never throws for a damaged Word document", async () => {
  const body =
    p("全镇春耕进度", '<w:outlineLvl w:val="0"/>') +
    p("翻耕", item(0)) +
    tbl(tr(tc("甲村", { merge: "restart" }), "300亩"), tr(tc("", { merge: "continue" }), "40亩"));
  const whole = docx(body, { "word/numbering.xml": numbering([["decimal", "%1."]]) });
  const random = randomFrom(7);
  for (let i = 0; i < 200; i++) await survives(damaged(whole, random), "a.docx");
});

test("never throws for a damaged PDF", async () => {
  const random = randomFrom(11);
  const plain = rawPdf([show(50, 60, ["全县今年新建高标准农田三万亩，", "粮食单产提高百分之五。"])]);
  for (let i = 0; i < 60; i++) await survives(damaged(plain, random), "a.pdf");
  for (const layout of layouts.filter((_layout, i) => i % 4 === 0)) {
    const { bytes } = await layout.make();
    for (let i = 0; i < 8; i++) await survives(damaged(bytes, random), "a.pdf");
  }
});

test("reads a page of ten thousand pieces of text in reasonable time", async () => {
  const lines = Array.from({ length: 10_000 }, (_none, i) =>
    show(20 + (i % 40) * 12, 10 + Math.floor(i / 40) * 2.7, ["字"], { size: 2 }),
  );
  const { source } = await readSource(rawPdf([lines.join("\n")]), { document: "a.pdf" });
  expect(source?.text.match(/字/gu)).toHaveLength(10_000);
});
