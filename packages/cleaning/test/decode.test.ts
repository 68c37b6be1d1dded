import { expect, test } from "vitest";
import { readSource } from "../src/index.ts";
import { bytesOf } from "./helpers.ts";

const sentence = "今年以来，全市共破获案件90起，抓获嫌疑人126名。\n";

async function encodingOf(bytes: Uint8Array): Promise<string | undefined> {
  return (await readSource(bytes, { document: "a.txt" })).source?.encoding;
}

test("reads UTF-8 with and without a mark, and leaves the mark out of the text", async () => {
  const bytes = new TextEncoder().encode(sentence);
  const { source } = await readSource(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]), { document: "a.txt" });
  expect(source?.text).toBe(sentence);
  expect(await encodingOf(bytes)).toBe("utf-8");
});

test("reads UTF-16 of either order, marked or not", async () => {
  const little = new Uint8Array(sentence.length * 2);
  const big = new Uint8Array(sentence.length * 2);
  for (let i = 0; i < sentence.length; i++) {
    const unit = sentence.charCodeAt(i);
    little.set([unit & 255, unit >> 8], i * 2);
    big.set([unit >> 8, unit & 255], i * 2);
  }
  expect(await encodingOf(little)).toBe("utf-16le");
  expect(await encodingOf(big)).toBe("utf-16be");
  expect(await encodingOf(Uint8Array.from([0xff, 0xfe, ...little]))).toBe("utf-16le");
});

test("reads GBK, also with a byte lost and when it is declared to be UTF-8", async () => {
  const bytes = bytesOf(sentence.repeat(5));
  expect(await encodingOf(bytes)).toBe("gb18030");
  expect(await encodingOf(Uint8Array.from([...bytes.slice(0, 21), ...bytes.slice(22)]))).toBe("gb18030");
  const page = bytesOf(`<html><head><meta charset="utf-8"></head><body><p>${sentence}</p></body></html>`);
  const { source, diagnostics } = await readSource(page, { document: "a.html" });
  expect(source?.encoding).toBe("gb18030");
  expect(diagnostics.map((one) => one.rule)).toEqual(["cleaning/wrong-charset"]);
});

test("tells Big5 from GBK by what the bytes read as", async () => {
  // 今年以來，警方破獲案件，群眾財產受到保護。
  const bytes = Uint8Array.from(
    "a4b5a67ea548a8d3a141c4b5a4e8afa5c0f2aed7a5f3a141b8b3b2b3b05dbca3a8fca8ecab4fc540a143"
      .match(/../gu)
      ?.map((pair) => Number.parseInt(pair, 16)) ?? [],
  );
  expect(await encodingOf(bytes)).toBe("big5");
});

test("keeps UTF-8 with one broken sequence and says where it is", async () => {
  const bytes = new TextEncoder().encode(sentence.repeat(3));
  const { source, diagnostics } = await readSource(Uint8Array.from([...bytes.slice(0, 4), ...bytes.slice(5)]), {
    document: "a.txt",
  });
  expect(source?.encoding).toBe("utf-8");
  const [problem] = diagnostics;
  expect(problem?.rule).toBe("cleaning/undecodable-bytes");
  expect(source?.text.slice(problem?.span?.start, problem?.span?.end)).toBe("\uFFFD");
});

test("refuses an empty and a binary file with a remedy", async () => {
  for (const [bytes, rule] of [
    [new Uint8Array(), "cleaning/empty-file"],
    [new TextEncoder().encode(" \n　"), "cleaning/empty-file"],
    [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2]), "cleaning/binary-file"],
  ] as const) {
    const { source, diagnostics } = await readSource(bytes, { document: "a.txt" });
    expect(source).toBeNull();
    expect(diagnostics.map((one) => one.rule)).toEqual([rule]);
    expect(diagnostics[0]?.hint).toBeTruthy();
  }
});
