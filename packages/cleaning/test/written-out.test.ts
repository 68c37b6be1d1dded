import { expect, test } from "vitest";
import { encoded } from "./encodings.ts";
import { cleaned } from "./helpers.ts";

const lines = [
  "县农机站的院子里停着11台收割机，机手们正在换机油、紧皮带。",
  "站长裴师傅说，今年麦子熟得齐，估计6天就能割完。",
  "去年这时候下了3场雨，收割拖了半个月，损失了一成。",
];
const text = lines.join("\n");
const utf8 = (one: string): Uint8Array => new TextEncoder().encode(one);

/** Writes each character beyond ASCII in another way. */
function written(way: (character: string) => string): string {
  return Array.from(text, (one) => (one < "\u0080" ? one : way(one))).join("");
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

function bytewise(character: string, way: (byte: number) => string): string {
  return Array.from(utf8(character), way).join("");
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((one) => [...one]));
}

test.each([
  ["\\\\u53bf", written((one) => `\\\\u${hex(one)}`)],
  ["\\u{53bf}", written((one) => `\\u{${hex(one)}}`)],
  ["\\53bf of a style sheet", written((one) => `\\${hex(one)} `)],
  ["U+53BF", written((one) => `U+${hex(one).toUpperCase()} `)],
  ["&#21439 without its end", written((one) => `&#${one.codePointAt(0)}`)],
  ["octal bytes", written((one) => bytewise(one, (byte) => `\\${byte.toString(8)}`))],
  [
    "what Python prints of bytes",
    `b'${written((one) => bytewise(one, (byte) => `\\x${byte.toString(16)}`)).replaceAll("\n", String.raw`\n`)}'`,
  ],
  ["percent signs twice over", encodeURIComponent(encodeURIComponent(text))],
] as const)("reads a text that is written out as %s", async (_name, input) => {
  expect((await cleaned(input)).text).toBe(text);
});

test("leaves a few numbers of characters in a text as they are", async () => {
  const about = "“县”的编号是U+53BF，写作\\\\u53bf、\\u{53bf}或者&#21439，八进制是\\345\\216\\277。";
  const result = await cleaned(`${about}\n${lines[1] ?? ""}`);
  for (const one of ["U+53BF", "\\u{53bf}", "345"]) expect(result.text).toContain(one);
});

test("reads UTF-8 behind a mark of UTF-16", async () => {
  expect((await cleaned(joined(Uint8Array.of(0xff, 0xfe), utf8(text)))).text).toBe(text);
});

test("drops the mark of UTF-8 that stands before a line of GBK", async () => {
  const gbk = lines.map((line) => encoded(`${line}\n`, "gb18030"));
  const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
  expect((await cleaned(joined(gbk[0] as Uint8Array, mark, gbk[1] as Uint8Array, gbk[2] as Uint8Array))).text).toBe(
    text,
  );
});

test("reads two halves of three bytes as one character, and no other into one half", async () => {
  const [first = "", second = ""] = lines;
  const high = Uint8Array.of(0xed, 0xa1, 0x80);
  const low = Uint8Array.of(0xed, 0xbc, 0xa5);
  // 𠌥
  const whole = await cleaned(joined(utf8(`${first}\n村名里有个“`), high, low, utf8(`”字。\n${second}`)));
  expect(whole.text).toContain("“\u{20325}”字");
  for (const half of [high, low]) {
    const { text: result } = await cleaned(joined(utf8(`${first}\n村名里有个`), half, utf8(`字，很少见。\n${second}`)));
    expect(result.split("\n")[1]).toBe("村名里有个\uFFFD字，很少见。");
  }
});
