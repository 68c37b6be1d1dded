import { base64, partOf, quotedPrintable } from "../readers/mhtml.ts";
import { bitsOf } from "./likelihood.ts";

/** Bytes that were written as ASCII to be sent, and how: what stands behind them is text like any other. */
export interface Transferred {
  readonly bytes: Uint8Array;
  readonly by: string;
  /** The part of a mail that was taken is a page. */
  readonly isPage?: boolean;
}

/** What a character of Chinese text costs at most, on average, and how many of them tell it from chance. */
const mostBits = 12;
const fewest = 6;

/**
 * Undoes what carries text over lines that take ASCII alone, where a whole file was saved so: a mail's parts,
 * quoted-printable, base64, %E4%B8%AD, \xe4\xb8\xad, bytes as entities, UTF-7, ISO 2022; characters by number. Null where it was not.
 */
export function transferred(bytes: Uint8Array, read: (bytes: Uint8Array) => string | null): Transferred | null {
  if (!isAscii(bytes)) return null;
  const text = new TextDecoder("latin1").decode(bytes);
  for (const [by, undo] of ways) {
    const undone = undo(text);
    if (undone === null) continue;
    const result = read(undone.bytes);
    if (result !== null && isChinese(result)) return { by, ...undone };
  }
  return null;
}

type Undone = Omit<Transferred, "by">;

const ways: readonly (readonly [string, (text: string) => Undone | null])[] = [
  ["mail", mailIn],
  ["quoted-printable", quoted],
  ["base64", packed],
  ["percent", (text) => escaped(text, /%([\da-f]{2})/giu)],
  // Coded twice: %25E5%258E is %E5%8E.
  ["percent", (text) => escaped(text, /%25([\da-f]{2})/giu)],
  ["escapes", (text) => escaped(withoutQuotes(text), /\\x([\da-f]{2})/giu)],
  ["escapes", (text) => escaped(withoutQuotes(text), /\\([0-3][0-7]{2})/gu, 8)],
  ["escapes", (text) => written(text, /\\\\u([\da-f]{4})/giu)],
  ["escapes", (text) => written(text, /\\u\{([\da-f]{1,6})\}/giu)],
  ["escapes", (text) => written(text, /\\0{0,2}([\da-f]{4}) /giu)],
  ["escapes", (text) => written(text, /U\+([\da-f]{4,6}) ?/giu)],
  ["entities", (text) => written(text, /&#([1-6]\d{4}|8[12]\d\d)(?!;)/gu, 10)],
  ["entities", references],
  ["utf-7", utf7],
  ["iso-2022-cn", shifted],
];

function isAscii(bytes: Uint8Array): boolean {
  let strange = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) return false;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 0x1b && byte !== 14 && byte !== 15)
      strange++;
  }
  return strange * 50 <= bytes.length;
}

function isChinese(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= fewest && han * 4 >= sample.replaceAll(/\s/gu, "").length && bitsOf(sample) <= sample.length * mostBits;
}

/** The text of a mail whose body was coded to be sent; one that stands in plain text is read as it is. */
function mailIn(text: string): Undone | null {
  // Matches `Content-Type: text/plain` at a line's start in a head; must not match a word of a text.
  if (!/^content-(?:type|transfer-encoding)\s?:/imu.test(text.slice(0, 8192))) return null;
  const blank = /\r?\n\r?\n/u.exec(text);
  const head = blank === null ? [] : text.slice(0, blank.index).split(/\r?\n/u);
  // Matches `Subject: x` and the line that goes on; must not match a line of a text.
  if (head.length < 2 || !head.every((line) => /^(?:[ \t]|[A-Za-z][\w-]{0,40}\s?:)/u.test(line))) return null;
  const parts = partsOf(text, 0);
  const plain = parts.find((one) => !one.isPage) ?? parts[0];
  return plain === undefined ? null : { bytes: plain.bytes, isPage: plain.isPage };
}

function partsOf(text: string, depth: number): { bytes: Uint8Array; isPage: boolean }[] {
  const { headers, body } = partOf(text);
  const type = headers.get("content-type") ?? "text/plain";
  const boundary = /boundary\s?=\s?(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/iu.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark !== undefined && depth < 4)
    return body
      .split(`--${mark}`)
      .slice(1)
      .flatMap((one) => partsOf(one.replace(/^\r?\n/u, ""), depth + 1));
  if (!/^text\/(?:plain|html)/iu.test(type) || /^attachment/iu.test(headers.get("content-disposition") ?? ""))
    return [];
  const coding = (headers.get("content-transfer-encoding") ?? "").toLowerCase();
  const bytes = coding === "base64" ? base64(body) : coding === "quoted-printable" ? quotedPrintable(body) : null;
  return bytes === null ? [] : [{ bytes, isPage: /^text\/html/iu.test(type) }];
}

/** `=E4=B8=AD` all over, with lines that `=` joins. */
function quoted(text: string): Undone | null {
  const codes = text.match(/=[\dA-F]{2}/gu)?.length ?? 0;
  return codes >= 12 && codes * 9 >= text.length ? { bytes: quotedPrintable(text) } : null;
}

/** Lines of base64 and nothing else. */
function packed(text: string): Undone | null {
  const body = text.trim();
  return body.length >= 24 && /^[A-Za-z\d+/]{4,}(?:\r?\n[A-Za-z\d+/]+)*={0,2}$/u.test(body)
    ? { bytes: base64(body) }
    : null;
}

/** What Python prints of bytes: `b'\\xe5\\x8e'`. */
function withoutQuotes(text: string): string {
  return /^\s*b(['"])([^]*)\1\s*$/u.exec(text)?.[2]?.replaceAll(/\\r?\\n|\\n/gu, "\n") ?? text;
}

/** Characters that are written by their numbers all over: `\\\\u4e2d`, `\\u{4e2d}`, `U+4E2D`, `&#20013`. */
function written(text: string, code: RegExp, base = 16): Undone | null {
  const found = [...text.matchAll(code)];
  const length = found.reduce((sum, { 0: all }) => sum + all.trim().length, 0);
  if (found.length < 12 || length * 2 < text.replaceAll(/\s/gu, "").length) return null;
  const characters = text.replaceAll(code, (all: string, number: string) => {
    const point = Number.parseInt(number, base);
    return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? all : String.fromCodePoint(point);
  });
  return { bytes: new TextEncoder().encode(characters) };
}

/** Escapes of bytes that make up most of a text. */
function escaped(text: string, code: RegExp, base = 16): Undone | null {
  const found = [...text.matchAll(code)];
  const [first] = found;
  if (
    first === undefined ||
    found.length < 12 ||
    found.length * first[0].length * 2 < text.replaceAll(/\s/gu, "").length
  )
    return null;
  return {
    bytes: latin(text.replaceAll(code, (_all, number: string) => String.fromCharCode(Number.parseInt(number, base)))),
  };
}

/** References to characters of Latin-1 that are bytes: `&#214;&#208;`; those of Chinese are read where they stand. */
function references(text: string): Undone | null {
  const code = /&#(\d{3}|x[\da-f]{2});/giu;
  const bytes = [...text.matchAll(code)]
    .map(([, number = ""]) => valueOf(number))
    .filter((value) => value >= 0x80 && value <= 0xff);
  if (bytes.length < 12 || bytes.length * 6 < text.replaceAll(/\s/gu, "").length / 2) return null;
  return {
    bytes: latin(
      text.replaceAll(code, (all, number: string) => {
        const value = valueOf(number);
        return value >= 0x80 && value <= 0xff ? String.fromCharCode(value) : all;
      }),
    ),
  };
}

function valueOf(number: string): number {
  return number.startsWith("x") || number.startsWith("X") ? Number.parseInt(number.slice(1), 16) : Number(number);
}

/** UTF-7 (RFC 2152): `+Ti1WfQ-` is UTF-16 in base64. */
function utf7(text: string): Undone | null {
  const run = /\+([A-Za-z\d+/]{3,})-?|\+-/gu;
  const long = text.match(/\+[A-Za-z\d+/]{3,}/gu) ?? [];
  if (long.join("").length * 2 < text.replaceAll(/\s/gu, "").length) return null;
  return {
    bytes: new TextEncoder().encode(
      text.replaceAll(run, (_all, coded: string | undefined) => {
        if (coded === undefined) return "+";
        const bytes = base64(coded);
        return new TextDecoder("utf-16be").decode(bytes.subarray(0, bytes.length & ~1));
      }),
    ),
  };
}

/** ISO 2022: double bytes without their high bits between shift out and shift in, or behind `ESC $ A`. */
function shifted(text: string): Undone | null {
  if (!text.includes(`${escape}$)A`) && !text.includes(`${escape}$A`)) return null;
  const bytes: number[] = [];
  let double = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (text[i] === escape) {
      // Matches `$)A` and `(B`; must not match `a`.
      const sign = /^(?:\$\)[AGE]|\$[AB@]|\([BJ]|\$\*H)/u.exec(text.slice(i + 1, i + 4))?.[0] ?? "";
      double = sign === "$A" || (double && sign.startsWith("$)"));
      i += sign.length;
    } else if (unit === 14 || unit === 15) double = unit === 14;
    else {
      if (unit === 10) double = false;
      bytes.push(double && unit > 0x20 ? unit | 0x80 : unit);
    }
  }
  return { bytes: Uint8Array.from(bytes) };
}

const escape = "\u001B";

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (one) => one.charCodeAt(0) & 255);
}
