import { encoded } from "./encodings.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Quoted-printable with lines of at most 76 characters. */
export function quotedPrintable(bytes: Uint8Array, end = "\n"): string {
  let out = "";
  let line = "";
  for (const byte of bytes) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const code = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (byte === 0x0a) {
      out += line + end;
      line = "";
      continue;
    }
    if (line.length + code.length > 75) {
      out += `${line}=${end}`;
      line = "";
    }
    line += code;
  }
  return out + line;
}

export function base64(bytes: Uint8Array, width = 76): string {
  return Buffer.from(bytes)
    .toString("base64")
    .replaceAll(new RegExp(`.{1,${width}}`, "gu"), "$&\n");
}

const beyondAscii = /[^\n -~]/gu;
const runs = /[^\n -~]+/gu;

function utf7(text: string): string {
  return text.replaceAll(
    runs,
    (run) => `+${Buffer.from(encoded(run, "utf-16be")).toString("base64").replaceAll("=", "")}-`,
  );
}

/** GB 2312 without its high bits. */
function seven(run: string): string {
  return String.fromCharCode(...encoded(run, "gb18030").map((byte) => byte & 0x7f));
}

function escapes(bytes: Uint8Array, of: (hex: string) => string): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : of(byte.toString(16)))).join("");
}

function units(text: string, of: (hex: string, number: number) => string): string {
  return text.replaceAll(beyondAscii, (one) => of(one.charCodeAt(0).toString(16).padStart(4, "0"), one.charCodeAt(0)));
}

/** The ways in which a whole file is saved as ASCII. */
export const codings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "quoted-printable of UTF-8": (text) => utf8(quotedPrintable(utf8(text))),
  "quoted-printable of UTF-8 with CRLF": (text) => utf8(quotedPrintable(utf8(text), "\r\n")),
  "quoted-printable of GBK": (text) => utf8(quotedPrintable(encoded(text, "gb18030"))),
  "base64 of UTF-8": (text) => utf8(base64(utf8(text))),
  "base64 of GBK": (text) => utf8(base64(encoded(text, "gb18030"), 60)),
  "base64 in one line": (text) => utf8(Buffer.from(utf8(text)).toString("base64")),
  "UTF-7": (text) => utf8(utf7(text)),
  HZ: (text) => utf8(text.replaceAll(runs, (run) => `~{${seven(run)}~}`)),
  "ISO 2022": (text) =>
    utf8(
      text
        .split("\n")
        .map((line) => `\u001B$)A${line.replaceAll(runs, (run) => `\u000E${seven(run)}\u000F`)}`)
        .join("\n"),
    ),
  "%E4 with line ends": (text) => utf8(text.split("\n").map(encodeURIComponent).join("\n")),
  "%E4 all over": (text) => utf8(encodeURIComponent(text)),
  "%D6 of GBK": (text) => utf8(escapes(encoded(text, "gb18030"), (hex) => `%${hex.toUpperCase()}`)),
  "\\xe4": (text) => utf8(escapes(utf8(text), (hex) => `\\x${hex}`)),
  "\\u4e2d": (text) => utf8(units(text, (hex) => `\\u${hex}`)),
  "\\u4e2d with \\n": (text) => utf8(units(text, (hex) => `\\u${hex}`).replaceAll("\n", "\\n")),
  "&#20013;": (text) => utf8(units(text, (_hex, number) => `&#${number};`)),
  "&#x4e2d;": (text) => utf8(units(text, (hex) => `&#x${hex};`)),
  "&amp;#20013;": (text) => utf8(units(text, (_hex, number) => `&amp;#${number};`)),
  "&#214; of GBK": (text) => utf8(escapes(encoded(text, "gb18030"), (hex) => `&#${Number.parseInt(hex, 16)};`)),
  "&#228; of UTF-8": (text) => utf8(escapes(utf8(text), (hex) => `&#${Number.parseInt(hex, 16)};`)),
};

/** A mail with a text; as a page where the type says so. */
export function mail(
  text: string,
  coding: "base64" | "quoted-printable",
  charset: "utf-8" | "gb18030",
  type: "text/plain" | "text/html" | "multipart/alternative",
): Uint8Array {
  const [title = "", ...body] = text.split("\n");
  const page = `<html><body><h1>${title}</h1>${body.map((line) => `<p>${line}</p>`).join("")}</body></html>`;
  const put = (one: string): string =>
    coding === "base64" ? base64(encoded(one, charset)) : quotedPrintable(encoded(one, charset));
  const part = (kind: string, one: string): string =>
    `Content-Type: ${kind}; charset="${charset === "utf-8" ? "utf-8" : "gb2312"}"\nContent-Transfer-Encoding: ${coding}\n\n${put(one)}\n`;
  const head =
    "From: a@example.com\nTo: b@example.com\nDate: Mon, 18 Dec 2023 09:00:00 +0800\nSubject: =?UTF-8?B?56i/5Lu2?=\nMIME-Version: 1.0\n";
  if (type === "text/plain") return utf8(head + part(type, text));
  if (type === "text/html") return utf8(head + part(type, page));
  return utf8(
    `${head}Content-Type: multipart/alternative;\n boundary="----=_x1"\n\nThis is a multi-part message.\n\n------=_x1\n${part("text/plain", text)}\n------=_x1\n${part("text/html", page)}\n------=_x1--\n`,
  );
}
