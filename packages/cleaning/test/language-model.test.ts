import { expect, test } from "vitest";
import { tables } from "../scripts/write-characters.ts";
import { common } from "../src/data/common.ts";
import grams from "../src/data/grams.json" with { type: "json" };
import { readings } from "../src/data/readings.ts";
import { brotliDecompressSync } from "node:zlib";
import { isCommon } from "../src/language/common-characters.ts";
import { LanguageModel, freed, nothingRead } from "../src/language/language-model.ts";
import { readingsOf } from "../src/readings.ts";
import { childOf, moreAfter, wordModel } from "../src/language/word-model.ts";

test("ships what the script makes of its sources", () => {
  const made = tables();
  expect(Buffer.compare(unpacked(readings), made.readings)).toBe(0);
  expect(Buffer.compare(Buffer.from(common, "base64"), made.common)).toBe(0);
  expect(readings.length + common.length).toBeLessThan(60_000);
  expect(grams.data.length).toBeLessThan(2_000_000);
});

test.each(["公安", "犯罪", "，", "的", "0", "\n"])(
  "gives all that may follow %j the chance of one together",
  (word) => {
    const model = wordModel();
    const id = numberOf(word);
    const words = model.chances.length - 1;
    expect((model.backoff[id] ?? 0) * (model.chances[words] ?? 0) + moreAfter(model, id, 0, words)).toBeCloseTo(1, 9);
    expect(model.backoff[id]).toBeGreaterThan(0);
  },
);

test("knows which words follow which", () => {
  expect(bits("犯罪嫌疑人")).toBeLessThan(bits("犯罪疑嫌人") - 10);
  expect(bits("但是。") - bits("但是")).toBeGreaterThan(bits("走了。") - bits("走了") + 1);
  expect(bits("共3万")).toBe(bits("共7万"));
  expect(bits("5月") - bits("5")).toBeLessThan(bits("甘月") - bits("甘"));
});

test("tells how likely a text is that begins so, so that all that may come next is one together", () => {
  const model = new LanguageModel("");
  const before = model.read(nothingRead, "公安机");
  let all = 0;
  for (let unit = 0x20; unit < 0xffff; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    const one = String.fromCharCode(unit);
    // A character that is written in one script alone costs more where it is not known which the page is in.
    if (one.normalize("NFKC") === one) all += 2 ** (before.bits - model.next(before, one).bits);
  }
  expect(all).toBeGreaterThan(0.4);
  expect(all).toBeLessThan(1.1);
});

test("reads on after what is freed as after what it was", () => {
  const model = new LanguageModel("");
  const before = model.read(nothingRead, "犯罪嫌疑");
  expect(model.next(freed(before), "人").bits).toBeCloseTo(model.next(before, "人").bits - before.bits, 9);
});

test.each([
  ["犯罪嫌疑人已被抓获", "犯罪嫌宜人已被抓获"],
  ["粮食产量连续九年增长", "粮食产量连续九年憎长"],
  ["預防溺水，人人有責", "預防弱水，人人有責"],
  ["消费者协会提醒", "消费着协会提醒"],
  ["这张脸照着我画的。", "这张脸照着我画但。"],
])("reads %s as likelier than %s", (right, wrong) => {
  const model = new LanguageModel("");
  expect(model.read(nothingRead, right).bits).toBeLessThan(model.read(nothingRead, wrong).bits);
});

test("takes a page's own words for likely", () => {
  const line = "雒某某与雒某";
  const before = new LanguageModel("").read(nothingRead, line).bits;
  expect(new LanguageModel("雒某某到案。雒某某供述，雒某不知情。").read(nothingRead, line).bits).toBeLessThan(
    before - 10,
  );
});

test("knows how characters are read, in either script", () => {
  expect(readingsOf("數")).toContain("shu");
  expect(readingsOf("女")).toContain("nv");
  expect(readingsOf("行")).toEqual(expect.arrayContaining(["xing", "hang"]));
  expect(readingsOf("a")).toEqual([]);
});

test("tells common characters from rare ones", () => {
  expect([..."的國国诈詐"].every((one) => isCommon(one.charCodeAt(0)))).toBe(true);
  expect([..."苿袆龘"].some((one) => isCommon(one.charCodeAt(0)))).toBe(false);
});

function numberOf(word: string): number {
  const { tree, classes } = wordModel();
  let node = 0;
  for (const one of word) node = childOf(tree, node, classes[one.charCodeAt(0)] ?? 0);
  return tree.from[node] ?? 0;
}

function bits(text: string): number {
  return new LanguageModel("").read(nothingRead, text).bits;
}

function unpacked(packed: string): Uint8Array {
  return brotliDecompressSync(Buffer.from(packed, "base64"));
}
