/** What a file is that holds no text to read, and what to do with it. */
export interface BinaryKind {
  readonly kind: string;
  readonly hint: string;
}

const picture = "type the article or read the picture with OCR, and add the text";
const archive = "unpack it and add the articles in it";
const sound = "add the article as text: sound and film are not read";

/** Files by how they begin: a text of latin1 characters, at an offset where it is not 0. */
const kinds: readonly (readonly [magic: string, kind: string, hint: string, offset?: number])[] = [
  ["\u0089PNG", "PNG picture", picture],
  ["\u00FF\u00D8\u00FF", "JPEG picture", picture],
  ["GIF87a", "GIF picture", picture],
  ["GIF89a", "GIF picture", picture],
  ["BM", "BMP picture", picture],
  ["II*\0", "TIFF picture", picture],
  ["MM\0*", "TIFF picture", picture],
  ["WEBP", "WebP picture", picture, 8],
  ["ftypavif", "AVIF picture", picture, 4],
  ["ftypheic", "HEIC picture", picture, 4],
  ["Rar!\u001A\u0007", "RAR archive", archive],
  ["7z\u00BC\u00AF\u0027\u001C", "7-Zip archive", archive],
  ["\u001F\u008B", "gzip archive", archive],
  ["BZh", "bzip2 archive", archive],
  ["\u00FD7zXZ", "xz archive", archive],
  ["ustar", "tar archive", archive, 257],
  ["ftyp", "film", sound, 4],
  ["ID3", "sound file", sound],
  ["RIFF", "sound or film", sound],
  ["OggS", "sound file", sound],
  ["\u001A\u0045\u00DF\u00A3", "film", sound],
  ["FLV\u0001", "film", sound],
  ["SQLite format 3", "database", "export the articles from it as text"],
  ["MZ\u0090", "program", "add the article itself"],
  ["\u007FELF", "program", "add the article itself"],
  ["ITSF", "help file (.chm)", "save the page as .html or .txt and add that"],
];

/** Tells what kind of binary file begins like this, or null. */
export function binaryKindOf(bytes: Uint8Array): BinaryKind | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 300));
  for (const [magic, kind, hint, offset = 0] of kinds) {
    if (!head.startsWith(latin1(magic), offset)) continue;
    // Two letters begin a text as well: a picture of this kind states its own length next.
    if (magic === "BM" && !isLength(bytes)) continue;
    return { kind, hint };
  }
  return null;
}

/** What a decoder of latin1 makes of a string: it reads 0x80 to 0x9F as Windows-1252. */
function latin1(text: string): string {
  return new TextDecoder("latin1").decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

function isLength(bytes: Uint8Array): boolean {
  const length = (bytes[2] ?? 0) + (bytes[3] ?? 0) * 256 + (bytes[4] ?? 0) * 65_536 + (bytes[5] ?? 0) * 16_777_216;
  return length > 26 && Math.abs(length - bytes.length) < 64;
}
