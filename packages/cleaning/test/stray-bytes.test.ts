import { expect, test } from "vitest";
import { simplified } from "../src/rules/script/script.ts";
import { decodedAs, encoded } from "./encodings.ts";
import { cleaned, origin } from "./helpers.ts";

const plain = [
  "入冬以后，县图书馆把闭馆时间推迟到23时，自习室的286个座位几乎天天坐满。",
  "馆长介绍，来的人里有学生，也有附近工地上的工人，大家都很安静。",
].join("\n");
const traditional = [
  "入冬以後，縣圖書館把閉館時間推遲到23時，自習室的286個座位幾乎天天坐滿。",
  "館長介紹，來的人裡有學生，也有附近工地上的工人，大家都很安靜。",
].join("\n");
const files = [
  ["gb18030", plain],
  ["gb18030", traditional],
  ["big5", traditional],
  ["utf-8", plain],
] as const;

/** How many characters differ, once what is the same at both ends is taken away. */
function difference(a: string, b: string): number {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let to = 0;
  while (to < Math.min(a.length, b.length) - from && a.at(-1 - to) === b.at(-1 - to)) to++;
  return Math.max(a.length, b.length) - from - to;
}

test.each(files)(
  "is in step again behind a byte that %s lost, wherever it was: case %#",
  { timeout: 60_000 },
  async (encoding, text) => {
    const bytes = encoded(text, encoding);
    for (let at = 3; at < bytes.length - 4; at += 5) {
      if ((bytes[at] ?? 0) < 0x80 && encoding !== "big5") continue;
      const result = await cleaned(Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1)]));
      expect(result.source.encoding).toBe(encoding);
      expect(difference(result.text, simplified(text)), `${result.text} without byte ${at}`).toBeLessThan(4);
    }
  },
);

test("tells a character that lost a byte by the words around it, and where it stood", async () => {
  for (const [encoding, text] of files) {
    const word = text.includes("縣") ? "學生" : "学生";
    const before = text.slice(0, text.indexOf(word) + 1);
    const bytes = encoded(text, encoding);
    const at = encoded(before, encoding).length;
    const result = await cleaned(Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1)]));
    expect(result.text, encoding).toContain("也有附近工地上的工人");
    const repaired = result.articles.flatMap(({ repairs }) =>
      repairs.filter(({ rule }) => rule === "cleaning/stray-byte"),
    );
    if (repaired.length === 0) expect(result.text, encoding).toContain("\uFFFD");
    else expect(result.text, encoding).toBe(simplified(text));
    expect(origin(result, "286")).toBe("286");
    expect(result.source.strays?.length).toBe(1);
    expect(result.source.text[result.source.strays?.[0]?.at ?? -1]).toBe("\uFFFD");
  }
});

test("says where bytes are no character, and takes no figure away with them", async () => {
  const bytes = encoded("去年共销售新车3861辆，占全部的36.5%。", "gb18030");
  const at = encoded("去年共销售新车3861辆，占全部的3", "gb18030").length;
  bytes[at] = 0xd6;
  const result = await cleaned(bytes);
  expect(result.text).toContain("\uFFFD");
  expect(result.diagnostics.map(({ rule }) => rule)).toContain("cleaning/undecodable-bytes");
});

test("leaves letters between the characters of Big5 and GBK that are right", async () => {
  for (const [encoding, text] of [
    ["big5", "醫院新添2台B超和1台X光機，掛號費不變，A股昨天收漲，卡拉OK店又開了3家。"],
    ["gb18030", "医院新添2台B超和1台X光机，挂号费不变，A股昨天收涨，卡拉OK店又开了3家。"],
    ["gb18030", "維生素C和維生素D都不能多吃，T恤每件39元，K線圖看不懂不要買。"],
  ] as const) {
    const { text: result, source } = await cleaned(encoded(text, encoding));
    expect(result).toBe(simplified(text));
    expect(source.strays).toBeUndefined();
  }
});

test("reads other scripts and rare characters in step as they are", async () => {
  for (const text of [
    "俄语课上，老师写下ПРИВЕТ ДРУЗЬЯ和Москва，全班跟着念了3遍。",
    "日语里“ありがとうございます”是谢谢，“カタカナ”是片假名。",
    "骉、犇、羴、猋、鱻、骉、麤、龘，这些字由三个相同的字组成。",
    "设α、β、γ为三个角，ΑΒΓΔ为四个点，①②③④为步骤。",
  ]) {
    const { source } = await cleaned(encoded(text, "gb18030"));
    expect([source.encoding, source.text]).toEqual(["gb18030", text]);
  }
});

test("closes a character of UTF-8 that a line's end cut by bytes", async () => {
  const bytes = encoded("县图书馆把闭馆时间推迟到二十三时，自习室几乎天天坐满。", "utf-8");
  const wrapped = Uint8Array.from([...bytes].flatMap((byte, i) => (i % 40 === 39 ? [byte, 0x0a] : [byte])));
  expect(decodedAs(wrapped, "latin1")).toContain("\n");
  expect((await cleaned(wrapped)).text).toBe("县图书馆把闭馆时间推迟到二十三时，自习室几乎天天坐满。");
});
