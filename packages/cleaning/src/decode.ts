import type { Diagnostic } from "@jianbao/model";

/** A decoded file: its text, the encoding that was used, and what was wrong. */
export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";
  readonly diagnostics: readonly Diagnostic[];
}

/** Decodes text by what the bytes are, whatever they are declared to be; null for a binary file. */
export function decode(bytes: Uint8Array, document: string): Decoded | null {
  const marked = byMark(bytes);
  if (marked !== null) return finished(bytes, marked, document);
  const wide = wideOf(bytes);
  if (wide !== null) return finished(bytes, wide, document);
  if (looksBinary(bytes)) return null;
  return finished(bytes, narrowOf(bytes), document);
}

/** Reads the charset that a page declares for itself, lower case, or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  // Matches `<meta charset="gb2312">` and `content="text/html; charset=GBK"`; must not match `data-charset="x"`.
  const match = /[\s;"']charset\s{0,4}=\s{0,4}["']?([\w-]{2,20})/iu.exec(head);
  return match?.[1]?.toLowerCase() ?? null;
}

type Encoding = Decoded["encoding"];

function finished(bytes: Uint8Array, encoding: Encoding, document: string): Decoded {
  const text = decodeAs(bytes, encoding);
  const diagnostics: Diagnostic[] = [];
  let lost = 0;
  let at = text.indexOf("\uFFFD");
  const first = at;
  while (at >= 0) {
    lost++;
    at = text.indexOf("\uFFFD", at + 1);
  }
  if (lost > 0) {
    diagnostics.push({
      severity: "warning",
      rule: "cleaning/undecodable-bytes",
      message: `${lost} undecodable ${lost === 1 ? "place" : "places"} in the ${encoding} text`,
      document,
      span: { start: first, end: first + 1 },
      hint: "fetch the file again; characters around the place may be wrong",
    });
  }
  const declared = declaredCharset(bytes);
  if (declared !== null && familyOf(declared) !== familyOf(encoding)) {
    diagnostics.push({
      severity: "info",
      rule: "cleaning/wrong-charset",
      message: `wrong declared charset: ${declared}; the bytes are ${encoding}`,
      document,
    });
  }
  return { text, encoding, diagnostics };
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function familyOf(charset: string): string {
  if (/^(?:gb|x-gbk|cp936|ms936|windows-936|hz-)/u.test(charset)) return "gb18030";
  if (/^(?:big5|cp950|x-x-big5|windows-950)/u.test(charset)) return "big5";
  if (/^utf-?8/u.test(charset)) return "utf-8";
  return charset;
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: ASCII (line ends, digits) leaves zero bytes on one side only. */
function wideOf(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const length = Math.min(bytes.length, 65_536) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (even + odd === 0) return null;
  for (const encoding of ["utf-16le", "utf-16be"] as const) {
    const zeros = encoding === "utf-16le" ? odd : even;
    const others = encoding === "utf-16le" ? even : odd;
    if (zeros === 0 || others > zeros / 8) continue;
    const text = decodeAs(bytes.subarray(0, length), encoding);
    if (plausible(text) > 0.9) return encoding;
  }
  return null;
}

function plausible(text: string): number {
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (
      (unit >= 0x20 && unit < 0x7f) ||
      unit === 10 ||
      unit === 13 ||
      unit === 9 ||
      (unit >= 0x2000 && unit < 0x2700) ||
      (unit >= 0x3000 && unit < 0x3100) ||
      (unit >= 0x4e00 && unit < 0xa000) ||
      (unit >= 0xff00 && unit < 0xfff0)
    ) {
      good++;
    }
  }
  return text.length === 0 ? 0 : good / text.length;
}

function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536);
  let control = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 0x1a) control++;
  }
  return control > length / 100;
}

/** UTF-8 unless its errors are many; then GB18030 or Big5, whichever reads as more common characters. */
function narrowOf(bytes: Uint8Array): Encoding {
  const { errors, sequences } = utf8Shape(bytes);
  if (errors === 0) return "utf-8";
  // A lost byte spoils one sequence; bytes of another encoding spoil nearly all.
  if (sequences > errors * 4) return "utf-8";
  return gbShape(bytes) >= big5Shape(bytes) ? "gb18030" : "big5";
}

function utf8Shape(bytes: Uint8Array): { errors: number; sequences: number } {
  let errors = 0;
  let sequences = 0;
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i] ?? 0;
    const more = byte < 0x80 ? 0 : byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : -1;
    i++;
    if (more === 0) continue;
    let seen = 0;
    while (seen < more && ((bytes[i] ?? 0) & 0xc0) === 0x80) {
      i++;
      seen++;
    }
    if (more < 0 || seen < more || byte >= 0xf5) errors++;
    else sequences++;
  }
  return { errors, sequences };
}

/** The share of double bytes that are everyday characters: level 1 of GB 2312 and its punctuation. */
function gbShape(bytes: Uint8Array): number {
  return shapeOf(bytes, (lead, trail) => {
    if (lead < 0x81 || trail < 0x40 || trail === 0x7f) return null;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) return 1;
    if ((lead === 0xa1 || lead === 0xa3) && trail >= 0xa1) return 1;
    return lead >= 0xd8 && lead <= 0xf7 && trail >= 0xa1 ? 0.5 : 0.3;
  });
}

/** The share of double bytes that are everyday characters: level 1 of Big5 and its punctuation. */
function big5Shape(bytes: Uint8Array): number {
  return shapeOf(bytes, (lead, trail) => {
    if (lead < 0x81 || trail < 0x40 || (trail > 0x7e && trail < 0xa1)) return null;
    if (lead >= 0xa4 && lead <= 0xc6) return 1;
    return lead >= 0xa1 && lead <= 0xa3 ? 0.9 : 0.2;
  });
}

function shapeOf(bytes: Uint8Array, score: (lead: number, trail: number) => number | null): number {
  let sum = 0;
  let count = 0;
  const length = Math.min(bytes.length, 262_144);
  for (let i = 0; i < length;) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const found = score(lead, bytes[i + 1] ?? 0);
    count++;
    sum += found ?? -1;
    i += found === null ? 1 : 2;
  }
  return count === 0 ? 0 : sum / count;
}
