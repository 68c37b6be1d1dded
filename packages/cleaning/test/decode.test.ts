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

/** Encodes by searching a decoder's double bytes, as Node has encoders for UTF-8 alone. */
function encodeBig5(text: string): Uint8Array {
  if (big5.size === 0) {
    const decoder = new TextDecoder("big5");
    for (let lead = 0x87; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = decoder.decode(Uint8Array.from([lead, trail]));
        if ([...character].length === 1 && !character.includes("\uFFFD") && !big5.has(character))
          big5.set(character, [lead, trail]);
      }
    }
  }
  const bytes: number[] = [];
  for (const character of text) {
    const pair = big5.get(character);
    if (pair === undefined && character.charCodeAt(0) >= 0x80) throw new Error(`not in Big5: ${character}`);
    bytes.push(...(pair ?? [character.charCodeAt(0)]));
  }
  return Uint8Array.from(bytes);
}
const big5 = new Map<string, readonly number[]>();

function encodeWide(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) bytes.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], i * 2);
  return bytes;
}

const concat = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

const short = [
  "突发火灾通报",
  "暴雨橙色预警",
  "道路封闭通知",
  "停水公告",
  "招聘启事：诚聘厨师",
  "县长接待日",
  "今日油价下调",
  "高考成绩公布",
  "我校喜获冠军",
];
const shortTraditional = ["突發火災通報", "颱風警報解除", "道路封閉通知", "停水公告", "立法會會議紀錄", "市長發表談話"];

test.each([
  ["utf-8", short, (text: string) => new TextEncoder().encode(text)],
  ["gb18030", short, bytesOf],
  ["gb18030", shortTraditional, bytesOf],
  // 停水公告 is eight bytes of ASCII in UTF-16: nobody can tell.
  ["utf-16le", short.filter((text) => text !== "停水公告"), encodeWide],
  ["big5", shortTraditional, encodeBig5],
] as const)("tells %s by a few characters: case %#", async (encoding, texts, encode) => {
  for (const text of texts) {
    const { source } = await readSource(encode(text), { document: "a.txt" });
    expect([source?.encoding, source?.text]).toEqual([encoding, text]);
  }
});

const long = [
  "昨夜至今晨，我市普降中到大雨，城区最大小时雨强达到46毫米，3处低洼路段一度积水。交警部门及时疏导，早高峰未受明显影响。\n",
  "据介绍，这批文物共计127件，包括青铜器、玉器和漆木器，年代从西周一直到战国，为研究当地历史提供了珍贵的实物资料。\n",
  "球队主教练赛后表示，下半场队员体能下降较快，第71分钟的失球不该发生，“我们会认真总结，争取在主场把分数拿回来”。\n",
];

test.each([
  ["utf-8", (text: string) => new TextEncoder().encode(text)],
  ["gb18030", bytesOf],
] as const)(
  "does not take a file in %s for another one because of one byte, wherever it was lost",
  async (encoding, encode) => {
    for (const text of [...long, ...short.map((one) => `${one}，详见附件。`)]) {
      const bytes = encode(text);
      for (let at = 0; at < bytes.length; at++) {
        const { source } = await readSource(concat(bytes.subarray(0, at), bytes.subarray(at + 1)), {
          document: "a.txt",
        });
        expect(source?.encoding, `${text} without byte ${at}`).toBe(encoding);
      }
    }
  },
);

test("says that the last character was cut off", async () => {
  for (const bytes of [new TextEncoder().encode(long[0]).slice(0, -3), bytesOf(long[0] ?? "").slice(0, -2)]) {
    const { diagnostics } = await readSource(bytes, { document: "a.txt" });
    expect(diagnostics.map((one) => one.rule)).toEqual(["cleaning/undecodable-bytes"]);
    expect(diagnostics[0]?.message).toContain("last character");
  }
});

test("reads characters of GB18030 in four bytes, of HKSCS, and HZ", async () => {
  // 㐀 and 𠮷 in four bytes among common characters.
  const rare = concat(
    bytesOf("村名叫"),
    [0x81, 0x39, 0xee, 0x39],
    bytesOf("，店名叫"),
    [0x95, 0x34, 0x8d, 0x32],
    bytesOf("野家，都是少见的字。"),
  );
  const { source } = await readSource(rare, { document: "a.txt" });
  expect([source?.encoding, source?.text]).toEqual([
    "gb18030",
    `村名叫㐀，店名叫${new TextDecoder("gb18030").decode(Uint8Array.from([0x95, 0x34, 0x8d, 0x32]))}野家，都是少见的字。`,
  ]);

  // 哋, 啲, 嘢 and 嘅 are in the supplement alone.
  const spoken = concat(
    encodeBig5("佢"),
    [0x92, 0x5d],
    encodeBig5("話"),
    [0x9d, 0xf8, 0x9d, 0xcf],
    encodeBig5("好貴，唔係人人買得起"),
    [0x9d, 0xef],
    encodeBig5("，市民希望有關部門盡快處理。"),
  );
  const supplement = (await readSource(spoken, { document: "a.txt" })).source;
  expect([supplement?.encoding, supplement?.text]).toEqual([
    "big5",
    "佢哋話啲嘢好貴，唔係人人買得起嘅，市民希望有關部門盡快處理。",
  ]);

  // RFC 1843: 己所不欲，勿施于人。
  const hz = new TextEncoder().encode("The next sentence is in GB.~{<:Ky2;S{#,NpJ)l6HK!#~}Bye.");
  const read = await readSource(hz, { document: "a.txt" });
  expect([read.source?.encoding, read.source?.text]).toEqual([
    "hz-gb-2312",
    "The next sentence is in GB.己所不欲，勿施於人。Bye.",
  ]);
});

test("reads past marks at the start, one or two, and one that is wrong", async () => {
  const mark = [0xef, 0xbb, 0xbf];
  const body = new TextEncoder().encode(sentence);
  expect((await readSource(concat(mark, mark, body), { document: "a.txt" })).source?.text).toBe(sentence);
  expect(
    (await readSource(concat([0xff, 0xfe], encodeWide(`\uFEFF${sentence}`)), { document: "a.txt" })).source?.text,
  ).toContain("今年以来");
  const lying = await readSource(concat(mark, bytesOf(sentence.repeat(3))), { document: "a.txt" });
  expect([lying.source?.encoding, lying.source?.text]).toEqual(["gb18030", sentence.repeat(3)]);
});

test.each([
  ["declared as utf-8, and is GBK", `<meta charset="utf-8">`, bytesOf, "gb18030", true],
  [
    "declared as gb2312, and is UTF-8",
    `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`,
    (text: string) => new TextEncoder().encode(text),
    "utf-8",
    true,
  ],
  [
    "declared in a comment only",
    `<!-- <meta http-equiv="Content-Type" content="text/html; charset=big5"> -->`,
    bytesOf,
    "gb18030",
    false,
  ],
  [
    "declared behind four thousand bytes",
    `<script>${"var a = 1;".repeat(500)}</script><meta charset="big5">`,
    bytesOf,
    "gb18030",
    true,
  ],
  ["declared as GBK, and is", `<meta charset="GBK">`, bytesOf, "gb18030", false],
  [
    "declared by its XML",
    `<?xml version="1.0" encoding="gb2312"?>`,
    (text: string) => new TextEncoder().encode(text),
    "utf-8",
    true,
  ],
  ["declared by nothing", "", bytesOf, "gb18030", false],
] as const)("reads a page that is %s", async (_name, declaration, encode, encoding, wrong) => {
  const page = `<html><head>${declaration}<title>通报</title></head><body><p>${sentence}</p></body></html>`;
  const { source, diagnostics } = await readSource(encode(page), { document: "a.html" });
  expect(source?.text).toBe(page);
  expect(source?.encoding).toBe(encoding);
  expect(diagnostics.map((one) => one.rule)).toEqual(wrong ? ["cleaning/wrong-charset"] : []);
  if (wrong) expect(diagnostics[0]?.message).toContain(encoding);
});

test("reads a page whose frame is in one encoding and whose article is in another", async () => {
  const head = `<html><head><meta charset="utf-8"><title>某某市政府门户网站</title></head><body><div>当前位置：首页</div>`;
  const article = `<h1>${short[0]}</h1><p>${sentence.trim()}</p><p>${long[0]?.trim()}</p>`;
  for (const [a, b, name] of [
    [utf8, bytesOf, "utf-8"],
    [bytesOf, utf8, "gb18030"],
  ] as const) {
    const bytes = concat(a(head), b(article), a("</body></html>"));
    const { source, diagnostics } = await readSource(bytes, { document: "a.html" });
    expect(source?.text).toBe(`${head}${article}</body></html>`);
    expect(source?.encoding.split("+").sort()).toEqual(["gb18030", "utf-8"]);
    expect(
      diagnostics.map((one) => one.rule),
      name,
    ).toEqual(["cleaning/mixed-encodings"]);
  }
});

test("reads past null characters that a failing disk or program wrote", async () => {
  const bytes = new TextEncoder().encode(sentence.repeat(4));
  const holes = concat(
    bytes.subarray(0, 30),
    [0, 0],
    bytes.subarray(30),
    Array.from({ length: 20 }, () => 0),
  );
  const { source } = await readSource(holes, { document: "a.txt" });
  expect([source?.encoding, source?.text.replaceAll("\0", "")]).toEqual(["utf-8", sentence.repeat(4)]);
});

test("reads ASCII that holds its characters as entities", async () => {
  const { source, diagnostics } = await readSource(new TextEncoder().encode("<p>&#20170;&#24180;</p>"), {
    document: "a.html",
  });
  expect([source?.encoding, diagnostics]).toEqual(["utf-8", []]);
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const encoded = (text: string): readonly number[] => [...new TextEncoder().encode(text)];

test.each([
  ["old Word document", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0], "docx-old-format", "word document"],
  ["rich text", encoded("{\\rtf1\\ansi\\ansicpg936 {\\fonttbl}\\'bb\\'f0\\'d4\\'d6}"), "docx-old-format", "RTF"],
  ["picture", [0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70], "binary-file", "JPEG"],
  ["archive", [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0], "binary-file", "RAR"],
  ["film", [0, 0, 0, 24, ...encoded("ftypmp42")], "binary-file", "film"],
  ["program", [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0], "binary-file", "program"],
] as const)("refuses a file that is a %s, says so and what to do", async (_name, bytes, rule, kind) => {
  for (const document of ["a.txt", "a.html", "a"]) {
    const { source, diagnostics } = await readSource(Uint8Array.from(bytes), { document });
    expect(source).toBeNull();
    expect(diagnostics.map((one) => one.rule)).toEqual([`cleaning/${rule}`]);
    expect(diagnostics[0]?.message).toContain(kind);
    expect(diagnostics[0]?.hint).toBeTruthy();
  }
});

test.each([
  ["a.html", "没有标记的文字。\n第二段。", "text"],
  ["a.txt", "<!-- 注 -->\n<!DOCTYPE html><html><body><p>正文。</p></body></html>", "html"],
  ["a", `<div class="a"><p>一段。</p><p>二段。</p></div>`, "html"],
  ["a.txt", "<b>号楼</b>发生火灾，“<p>”是标签。", "text"],
  ["a.jsp", "<html><body><p>正文。</p></body></html>", "html"],
] as const)("takes %s with %j for %s", async (document, text, format) => {
  expect((await readSource(new TextEncoder().encode(text), { document })).source?.format).toBe(format);
});
