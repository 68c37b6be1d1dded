import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { tables } from "../scripts/write-lexicon.ts";
import { pairs as countedPairs } from "../scripts/write-pairs.ts";
import { common } from "../src/data/common.ts";
import { lexicon } from "../src/data/lexicon.ts";
import { pairs } from "../src/data/pairs.ts";
import { readings } from "../src/data/readings.ts";
import { isCommon } from "../src/common-characters.ts";
import { LanguageModel, nothingRead } from "../src/language-model.ts";
import { readingsOf } from "../src/readings.ts";
import { borderBits } from "../src/word-borders.ts";

test("ships what the script makes of its sources", () => {
  const made = tables();
  expect(Buffer.compare(unpacked(lexicon), made.lexicon)).toBe(0);
  expect(Buffer.compare(unpacked(readings), made.readings)).toBe(0);
  expect(Buffer.compare(Buffer.from(common, "base64"), made.common)).toBe(0);
  expect(lexicon.length + readings.length + common.length).toBeLessThan(400_000);
});

test("ships the pairs of characters that the script counts", () => {
  expect(Buffer.compare(unpacked(pairs), countedPairs())).toBe(0);
  expect(pairs.length).toBeLessThan(60_000);
});

test("knows which characters meet where one word ends and the next begins", () => {
  expect(bits("但。")).toBeGreaterThan(bits("了。") + 1);
  expect(bits("，但")).toBeLessThan(-1);
  expect(bits("3万")).toBe(bits("7万"));
  expect(bits("龘龘")).toBe(0);
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

function bits(pair: string): number {
  return borderBits(pair.charCodeAt(0), pair.charCodeAt(1));
}

function unpacked(packed: string): Uint8Array {
  return brotliDecompressSync(Buffer.from(packed, "base64"));
}
