/** Tells whether a file is a web archive (RFC 2557): a mail of several parts. */
export function isMhtml(head: string): boolean {
  return (
    /^mime-version\s?:/imu.test(head) &&
    /content-type\s?:\s?(?:multipart\/(?:related|mixed|alternative)|text\/html)/iu.test(head)
  );
}

/**
 * Reads the page out of a web archive; null where it holds none.
 * Frames are parts as well: the page that the archive was made of wins, unless it has next to no text.
 */
export function readMhtml(bytes: Uint8Array): Uint8Array | null {
  const text = new TextDecoder("latin1").decode(bytes);
  const { headers, body } = partOf(text);
  const boundary = /boundary\s?=\s?(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/iu.exec(headers.get("content-type") ?? "");
  const mark = boundary?.[1] ?? boundary?.[2];
  const origin = headers.get("snapshot-content-location") ?? headers.get("content-location") ?? null;
  const pages = (mark === undefined ? [text] : body.split(`--${mark}`).slice(1))
    .map((one) => partOf(one.replace(/^\r?\n/u, "")))
    .filter((one) => /^text\/html|^application\/xhtml/iu.test(one.headers.get("content-type") ?? ""))
    .map((one) => ({
      bytes: decoded(one.body, one.headers.get("content-transfer-encoding") ?? ""),
      url: one.headers.get("content-location") ?? origin,
    }));
  const [first] = pages;
  if (first === undefined) return null;
  const own = pages.find((one) => one.url !== null && one.url === origin) ?? first;
  const largest = pages.reduce((best, one) => (highBytes(one.bytes) > highBytes(best.bytes) ? one : best), own);
  return (highBytes(own.bytes) * 20 < highBytes(largest.bytes) ? largest : own).bytes;
}

function highBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count++;
  return count;
}

/** Headers, names in lower case and folded lines joined, and what follows the first blank line. */
export function partOf(text: string): { headers: ReadonlyMap<string, string>; body: string } {
  const blank = /\r?\n\r?\n/u.exec(text);
  const head = blank === null ? text.slice(0, 4096) : text.slice(0, blank.index);
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/gu, " ").split(/\r?\n/u)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: blank === null ? "" : text.slice(blank.index + blank[0].length) };
}

function decoded(body: string, encoding: string): Uint8Array {
  const kind = encoding.toLowerCase();
  if (kind === "base64") return base64(body);
  return kind === "quoted-printable" ? quotedPrintable(body) : bytesOf(body);
}

/** The bytes that a text of latin1 was read from: 0x80 to 0x9F were read as Windows-1252. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = byteOf(text.charCodeAt(i));
  return bytes;
}

let windows: Map<number, number> | null = null;

function byteOf(unit: number): number {
  if (unit < 0x100) return unit;
  if (windows === null) {
    const signs = new TextDecoder("latin1").decode(Uint8Array.from({ length: 32 }, (_none, i) => 0x80 + i));
    windows = new Map([...signs].map((sign, i) => [sign.charCodeAt(0), 0x80 + i]));
  }
  return windows.get(unit) ?? 0x3f;
}

/** Undoes quoted-printable (RFC 2045). */
export function quotedPrintable(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 0x3d) {
      bytes[length++] = byteOf(unit);
      continue;
    }
    if (text.charCodeAt(i + 1) === 0x0d && text.charCodeAt(i + 2) === 0x0a) i += 2;
    else if (text.charCodeAt(i + 1) === 0x0a) i += 1;
    else {
      const high = hex(text.charCodeAt(i + 1));
      const low = hex(text.charCodeAt(i + 2));
      if (high < 0 || low < 0) bytes[length++] = unit;
      else {
        bytes[length++] = high * 16 + low;
        i += 2;
      }
    }
  }
  return bytes.subarray(0, length);
}

function hex(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const upper = unit & ~0x20;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Undoes base64; what is none of its signs is left out. */
export function base64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 255;
  }
  return bytes.subarray(0, length);
}
