import { expect, test } from "vitest";
import { simplified } from "../src/rules/script/script.ts";
import { codings, mail } from "./codings.ts";
import { decodedAs, encoded } from "./encodings.ts";
import { cleaned } from "./helpers.ts";

const plain = [
  "社区食堂开张一个月",
  "上月15日，北关社区的食堂正式开张，第一天就来了230位老人。",
  "“两荤一素只要9元，比自己做还省事。”72岁的陶大爷说。",
  "社区干部介绍，食堂由3家企业出资，今年还要再开2家。",
];
const traditional = [
  "社區食堂開張一個月",
  "上月15日，北關社區的食堂正式開張，第一天就來了230位老人。",
  "“兩葷一素只要9元，比自己做還省事。”72歲的陶大爺說。",
  "社區幹部介紹，食堂由3家企業出資，今年還要再開2家。",
];
const text = plain.join("\n");

test.each(Object.entries(codings))("reads a file that was saved as %s", async (_name, code) => {
  const result = await cleaned(code(text));
  expect(result.text).toBe(text);
  expect(result.diagnostics).toEqual([]);
});

test.each([
  ["base64", "utf-8", "text/plain"],
  ["base64", "gb18030", "text/plain"],
  ["quoted-printable", "gb18030", "text/plain"],
  ["quoted-printable", "utf-8", "multipart/alternative"],
  ["base64", "utf-8", "text/html"],
] as const)("reads the text of a mail in %s, %s, %s", async (coding, charset, type) => {
  const result = await cleaned(mail(text, coding, charset, type), { document: "a.eml" });
  expect(result.text).toBe(text);
  expect(result.source.format).toBe(type === "text/plain" ? "text" : "html");
});

test("leaves a text alone that speaks of codings and has samples of them", async () => {
  for (const one of [
    "网址中的%E4%B8%AD%E6%96%87就是“中文”，把网址复制到浏览器里可以看到。",
    "邮件里出现=E4=BD=A0=E5=A5=BD这样的字，是因为对方的软件没有声明编码。",
    "证书的指纹是MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA，共48位，核对无误再安装。",
  ])
    expect((await cleaned(one)).source.text).toBe(one);
});

const bytes = (parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part, i) => [...(i > 0 ? [0x0a] : []), ...part]));

test.each([
  ["gb18030", "utf-8", 1, plain],
  ["utf-8", "gb18030", 2, plain],
  ["utf-8", "big5", 1, traditional],
  ["big5", "utf-8", 1, traditional],
  ["gb18030", "big5", 3, traditional],
  ["big5", "gb18030", 1, traditional],
] as const)("reads a file in %s with a line in %s", async (main, other, at, lines) => {
  const result = await cleaned(bytes(lines.map((line, i) => encoded(line, i === at ? other : main))));
  expect(result.text).toBe(simplified(lines.join("\n")));
});

test.each([
  ["zeros behind the text", (one: Uint8Array) => Uint8Array.from([...one, ...new Uint8Array(700)])],
  [
    "a block of zeros within it",
    (one: Uint8Array) => Uint8Array.from([...one.slice(0, 40), ...new Uint8Array(512), ...one.slice(40)]),
  ],
  ["an end mark of DOS", (one: Uint8Array) => Uint8Array.from([...one, 0x1a])],
] as const)("reads past %s", async (_name, pad) => {
  for (const encoding of ["utf-8", "gb18030"] as const)
    expect((await cleaned(pad(encoded(text, encoding)))).text).toBe(text);
});

test("is in step again where UTF-16 lost a byte, and reads marks of byte order within a text as nothing", async () => {
  for (const encoding of ["utf-16le", "utf-16be"] as const) {
    const whole = encoded(text, encoding);
    const result = await cleaned(Uint8Array.from([...whole.slice(0, 61), ...whole.slice(62)]));
    expect(result.text.replace("\uFFFD", "?").length).toBe(text.length);
    expect(result.text.slice(-40)).toBe(text.slice(-40));
  }
  expect((await cleaned(encoded(plain.join("\n\uFEFF"), "utf-8"))).text).toBe(text);
  expect((await cleaned(encoded(plain.join("\n\uFEFF"), "utf-16le"))).text).toBe(text);
});

test("reads the bytes of a page whose text was misread before it was saved", async () => {
  const [title = "", ...body] = plain.map((line) => decodedAs(encoded(line, "gb18030"), "latin1"));
  const page = `<html><head><meta charset="gb2312"><title>${title}</title></head><body><h1>${title}</h1>${body.map((line) => `<p>${line}</p>`).join("")}</body></html>`;
  expect((await cleaned(page, { document: "a.html" })).text).toBe(text);
});
