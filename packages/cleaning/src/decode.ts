import type { Diagnostic, StrayBytes } from "@jianbao/model";
import { decodeHz, isHz } from "./decode/hz.ts";
import { withHongKong } from "./decode/hkscs.ts";
import { inStep, wideInStep } from "./decode/in-step.ts";
import { bitsOf } from "./decode/likelihood.ts";
import { transferred } from "./decode/transfer.ts";
import { decodeMixed } from "./decode/mixed.ts";
import { decodeBroken } from "./decode/stray-utf8.ts";
import { decodeInStep } from "./decode/stray-bytes.ts";

/** A decoded file: its text, the encoding that was used, and what was wrong. */
export interface Decoded {
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `big5`, `hz-gb-2312`; several joined by `+` where a file mixes them, or was coded to be sent (`base64+utf-8`). */
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Where bytes are no character; only of double bytes. */
  readonly strays: readonly StrayBytes[];
  /** The text is a page that a mail carried. */
  readonly isPage?: boolean;
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";

/** Decodes text by what the bytes are, whatever they are declared to be; null for a binary file. */
export function decode(bytes: Uint8Array, document: string): Decoded | null {
  const sent = transferred(bytes, textOf);
  if (sent !== null) {
    const within = decode(sent.bytes, document);
    if (within !== null) return { ...within, encoding: `${sent.by}+${within.encoding}`, isPage: sent.isPage === true };
  }
  const declared = declaredCharset(bytes);
  if (isHz(bytes)) return { ...finished(decodeHz(bytes), "hz-gb-2312", declared, document, []), strays: [] };
  const body = withoutPadding(withoutMarks(bytes));
  const marked = withoutMarks(bytes).length < bytes.length ? markOf(bytes) : null;
  const encoding = encodingOf(body, marked);
  if (encoding === null) return null;
  const diagnostics: Diagnostic[] = [];
  const plain = decodeAs(body, encoding);
  let { text, strays } = plain;
  let name: string = encoding;
  if ((encoding === "utf-8" && text.includes("\uFFFD")) || (isDouble(encoding) && plain.isSound !== true)) {
    const mixed = decodeMixed(body, encoding);
    if (mixed !== null) {
      ({ text } = mixed);
      strays = [];
      name = [encoding, ...mixed.others].join("+");
      diagnostics.push({
        severity: "warning",
        rule: "cleaning/mixed-encodings",
        message: `mixed encodings: ${encoding}, and ${mixed.others.join(" and ")} in ${mixed.places} ${mixed.places === 1 ? "place" : "places"}`,
        document,
        span: { start: mixed.first, end: mixed.first + 1 },
        hint: "compare with the page as it is shown, or save it again from a browser",
      });
    }
  }
  const read = name === "utf-8" ? withoutStored(body, text) : text;
  return { ...finished(text, name, declared, document, diagnostics, read), strays };
}

/** The text of UTF-8 without the U+FFFD that somebody before us saved: those bytes are lawful. */
function withoutStored(bytes: Uint8Array, text: string): string {
  if (!text.includes("\uFFFD")) return text;
  const other = bytes.slice();
  for (let i = 2; i < bytes.length; i++) {
    // U+FFFC in its place.
    if (bytes[i] === 0xbd && bytes[i - 1] === 0xbf && bytes[i - 2] === 0xef) other[i] = 0xbc;
  }
  return new TextDecoder("utf-8").decode(other);
}

/** What bytes read as, without a word about it; null for a binary file. */
function textOf(bytes: Uint8Array): string | null {
  const body = withoutMarks(bytes);
  const encoding = encodingOf(body, null);
  return encoding === null ? null : new TextDecoder(encoding).decode(body);
}

/** Without the blocks of zeros that programs and disks fill up with; pairs of bytes stay pairs. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0)) return bytes;
  const shortest = 8;
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length;) {
    let end = i;
    while (end < bytes.length && bytes[end] === 0) end++;
    const run = end - i;
    const keep = run === 0 ? 1 : run < shortest ? run : run & 1;
    for (let k = 0; k < keep; k++) kept[length++] = bytes[i + k] as number;
    i = run === 0 ? i + 1 : end;
  }
  return kept.subarray(0, length);
}

/** Reads the charset that a page declares for itself, lower case, or null; what stands in comments declares nothing. */
export function declaredCharset(bytes: Uint8Array): string | null {
  let head = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536)).replaceAll("\0", "");
  if (!head.includes("<")) return null;
  for (let at = head.indexOf("<!--"); at >= 0; at = head.indexOf("<!--", at)) {
    const end = head.indexOf("-->", at + 4);
    head = end < 0 ? head.slice(0, at) : head.slice(0, at) + head.slice(end + 3);
  }
  // Matches `<meta charset="gb2312">`, `<meta … content="text/html; charset=GBK">` and `<?xml … encoding="gb2312"`;
  // must not match `data-charset="x"` or `charset=` in a script.
  for (const match of head.matchAll(/<(?:meta\s|\?xml\s)([^<>]{0,400})/giu)) {
    const found = /(?:^|[\s;"'])(?:charset|encoding)\s{0,4}=\s{0,4}["']?([\w-]{2,20})/iu.exec(match[1] ?? "");
    if (found?.[1] !== undefined) return found[1].toLowerCase();
  }
  return null;
}

function finished(
  text: string,
  encoding: string,
  declared: string | null,
  document: string,
  found: readonly Diagnostic[],
  /** The text in which U+FFFD stands only for what is no character of the encoding, if it is another. */
  read: string = text,
): Omit<Decoded, "strays"> {
  const diagnostics = [...found];
  let lost = 0;
  const first = read.indexOf("\uFFFD");
  for (let at = first; at >= 0; at = read.indexOf("\uFFFD", at + 1)) lost++;
  if (lost > 0) {
    const last = lost === 1 && first >= read.trimEnd().length - 1;
    diagnostics.push({
      severity: "warning",
      rule: "cleaning/undecodable-bytes",
      message: last
        ? `cut-off last character of the ${encoding} text`
        : `${lost} undecodable ${lost === 1 ? "place" : "places"} in the ${encoding} text`,
      document,
      span: { start: first, end: first + 1 },
      hint: last
        ? "the file may have been cut off: fetch it again"
        : "fetch the file again; characters around the place may be wrong",
    });
  }
  if (declared !== null && !encoding.split("+").some((one) => familyOf(one) === familyOf(declared))) {
    diagnostics.push({
      severity: "info",
      rule: "cleaning/wrong-charset",
      message: `wrong declared charset: ${declared}; the bytes are ${encoding}`,
      document,
    });
  }
  return { text, encoding, diagnostics };
}

function familyOf(charset: string): string {
  if (/^(?:gb|x-gbk|cp936|ms936|windows-936|euc-cn|chinese)/u.test(charset)) return "gb18030";
  if (/^(?:big5|cp950|x-x-big5|windows-950)/u.test(charset)) return "big5";
  if (/^utf-?8/u.test(charset)) return "utf-8";
  // A page in UTF-16 cannot say so in ASCII: what it says is that it is Unicode.
  if (/^(?:utf-?16|unicode|ucs-?2)/u.test(charset)) return "utf-16";
  return charset;
}

/** Byte order marks at the start, of which careless programs write two, and that of UTF-8 read as Windows-1252. */
function withoutMarks(bytes: Uint8Array): Uint8Array {
  let at = 0;
  for (;;) {
    const [a, b, c, d, e, f] = bytes.subarray(at, at + 6);
    if (a === 0xef && b === 0xbb && c === 0xbf) at += 3;
    else if (at === 0 && ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))) at += 2;
    else if (a === 0xc3 && b === 0xaf && c === 0xc2 && d === 0xbb && e === 0xc2 && f === 0xbf) at += 6;
    else return bytes.subarray(at);
  }
}

/** Files of double bytes that were joined keep the mark of UTF-8 that one began with: 锘 at the start of a line. */
function withoutInnerMarks(bytes: Uint8Array): Uint8Array {
  const isMark = (i: number): boolean =>
    bytes[i] === 0xef && bytes[i + 1] === 0xbb && bytes[i + 2] === 0xbf && (i === 0 || bytes[i - 1] === 0x0a);
  let i = bytes.indexOf(0xef);
  while (i >= 0 && !isMark(i)) i = bytes.indexOf(0xef, i + 1);
  if (i < 0) return bytes;
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    if (isMark(at)) at += 2;
    else kept.push(bytes[at] as number);
  }
  return Uint8Array.from(kept);
}

function markOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

/** The encoding that the bytes are in, or null where they are no text. A mark at the start counts, and can be wrong. */
function encodingOf(bytes: Uint8Array, marked: Encoding | null): Encoding | null {
  const shape = shapeOf(bytes);
  // A mark that a program put before UTF-8: chance makes no UTF-16 lawful throughout.
  const isUtf8 = shape.errors === 0 && shape.zeros === 0 && shape.long >= 4;
  if ((marked === "utf-16le" || marked === "utf-16be") && !isUtf8) return marked;
  if (shape.zeros === 0 && shape.errors === 0 && shape.controls * 100 <= bytes.length) {
    if (shape.sequences === 0 || shape.long > 0 || marked === "utf-8") return "utf-8";
  }
  // Double bytes are lawful in UTF-8 once in five: so many are not by chance. Text that was misread and saved is so.
  if (shape.sequences >= 12 && shape.errors * 16 <= shape.sequences && shape.zeros * 16 <= bytes.length) return "utf-8";
  const sample = sampleOf(bytes);
  const candidates = candidatesFor(shape, bytes.length);
  let best: Encoding | null = null;
  let least = Infinity;
  for (const encoding of candidates) {
    const wide = encoding === "utf-16le" || encoding === "utf-16be";
    const bits = leastBits(sample, encoding) - (encoding === marked ? 60 : 0);
    // Without one error it is most likely UTF-8, unless another encoding makes words of what are signs there.
    const lenient = encoding === "utf-8" && shape.errors === 0 ? 12 : 0;
    // Pairs of any bytes are characters of some script: without a mark they must read as Chinese.
    if (wide && bits > sample.length * 7) continue;
    if (bits - lenient < least) {
      least = bits - lenient;
      best = encoding;
    }
  }
  return best;
}

function isDouble(encoding: Encoding): encoding is "gb18030" | "big5" {
  return encoding === "gb18030" || encoding === "big5";
}

interface Read {
  readonly text: string;
  readonly strays: readonly StrayBytes[];
  /** Nothing in the text is strange: it is in one encoding. */
  readonly isSound?: boolean;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Read {
  if (encoding === "utf-16le" || encoding === "utf-16be") return decodeWide(bytes, encoding);
  if (encoding === "utf-8") {
    const text = new TextDecoder(encoding).decode(bytes);
    return text.includes("\uFFFD") ? decodeBroken(bytes) : { text, strays: [] };
  }
  const read = decodeInStep(withoutInnerMarks(bytes), encoding);
  return encoding === "big5" ? { ...read, text: withHongKong(read.text) } : read;
}

/** What a byte of UTF-16 costs at most where nothing is out of step. */
const soundBits = 6;

/** UTF-16 in step where that is much cheaper, with U+FFFD for each byte that is half of nothing. */
function decodeWide(
  bytes: Uint8Array,
  encoding: "utf-16le" | "utf-16be",
): { text: string; strays: readonly StrayBytes[] } {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const plain = decoder.decode(bytes);
  const bits = bitsOf(plain);
  if (bits < bytes.length * soundBits && !plain.includes("\uFFFD")) return { text: plain, strays: [] };
  const { cost, lengths } = wideInStep(bytes, encoding);
  if (cost >= bits) return { text: plain, strays: [] };
  let text = "";
  let done = 0;
  let at = 0;
  const strays: StrayBytes[] = [];
  for (const length of lengths) {
    if (length > 0) {
      at += length;
      continue;
    }
    text += decoder.decode(bytes.subarray(done, at));
    strays.push({ at: text.length, bytes: [bytes[at] as number], original: null });
    text += "\uFFFD";
    done = ++at;
  }
  return { text: text + decoder.decode(bytes.subarray(done)), strays };
}

/** How much of a file is read in step to tell what it costs in an encoding. */
const mostInStep = 16_384;

/** What the bytes cost in an encoding; those of double bytes are in step again after what was lost, at a price. */
function leastBits(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === "utf-8") return bitsOf(new TextDecoder(encoding).decode(bytes));
  const text = new TextDecoder(encoding).decode(bytes);
  const least = bitsOf(encoding === "big5" ? withHongKong(text) : text);
  if (bytes.length > mostInStep) return least;
  const isWide = encoding === "utf-16le" || encoding === "utf-16be";
  if (isWide && least < bytes.length * soundBits) return least;
  return Math.min(least, isWide ? wideInStep(bytes, encoding).cost : inStep(bytes, encoding).cost);
}

interface Shape {
  /** Bytes that are no part of a UTF-8 character, and characters of more than one byte; of these, those of three or more. */
  readonly errors: number;
  readonly sequences: number;
  readonly long: number;
  readonly zeros: number;
  /** Control characters that no text holds. */
  readonly controls: number;
}

function shapeOf(bytes: Uint8Array): Shape {
  let errors = 0;
  let sequences = 0;
  let long = 0;
  let zeros = 0;
  let controls = 0;
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i] ?? 0;
    i++;
    if (byte < 0x80) {
      if (byte === 0) zeros++;
      else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 0x1a) controls++;
      continue;
    }
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : -1;
    let seen = 0;
    while (seen < more && ((bytes[i] ?? 0) & 0xc0) === 0x80) {
      i++;
      seen++;
    }
    if (more < 0 || seen < more || byte >= 0xf5) errors++;
    else {
      sequences++;
      if (more > 1) long++;
    }
  }
  return { errors, sequences, long, zeros, controls };
}

/** UTF-16 has zero bytes or none; the others have few: what was lost when a disk failed. */
function candidatesFor({ zeros, controls }: Shape, length: number): Encoding[] {
  const candidates: Encoding[] = ["utf-16le", "utf-16be"];
  if (zeros * 4 <= length && controls * 100 <= length) candidates.push("utf-8", "gb18030", "big5");
  return candidates;
}

/** Beginning and end of a large file, at whole pairs of bytes. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const half = 65_536;
  if (bytes.length <= half * 2) return bytes;
  const sample = new Uint8Array(half * 2);
  sample.set(bytes.subarray(0, half));
  let from = (bytes.length - half) & ~1;
  // Bytes below 0x30 are no half of a character but in UTF-16, where the pairs stay whole.
  while (from < bytes.length - half / 2 && (bytes[from] ?? 0) >= 0x30) from += 2;
  sample.set(bytes.subarray(from), half);
  return sample.subarray(0, half + bytes.length - from);
}
