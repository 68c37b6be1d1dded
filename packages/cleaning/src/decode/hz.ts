/** Tells whether bytes are HZ (RFC 1843): ASCII alone, with double bytes between `~{` and `~}`. */
export function isHz(bytes: Uint8Array): boolean {
  let pairs = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    if ((bytes[i] ?? 0) >= 0x80) return false;
    if (bytes[i] !== 0x7e || bytes[i + 1] !== 0x7b) continue;
    for (i += 2; i + 1 < bytes.length && !(bytes[i] === 0x7e && bytes[i + 1] === 0x7d); i += 2) {
      if (bytes[i] === 0x0a) break;
      // A lead byte of GB 2312 with its high bit off.
      if ((bytes[i] ?? 0) < 0x21 || (bytes[i] ?? 0) > 0x77 || (bytes[i + 1] ?? 0) < 0x21 || (bytes[i + 1] ?? 0) > 0x7e)
        return false;
      pairs++;
    }
  }
  return pairs >= 2;
}

/** Decodes HZ; a line's end ends the double bytes of its line. */
export function decodeHz(bytes: Uint8Array): string {
  const out: number[] = [];
  let double = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    const next = bytes[i + 1] ?? 0;
    if (byte === 0x0a) double = false;
    if (byte === 0x7e && (next === 0x7b || next === 0x7d)) {
      double = next === 0x7b;
      i++;
    } else if (double && i + 1 < bytes.length) {
      out.push(byte | 0x80, next | 0x80);
      i++;
    } else if (byte === 0x7e && next === 0x7e) {
      out.push(0x7e);
      i++;
    } else if (byte === 0x7e && next === 0x0a) i++;
    else out.push(byte);
  }
  return new TextDecoder("gb18030").decode(Uint8Array.from(out));
}
