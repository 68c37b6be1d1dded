import { deflateRawSync, inflateRawSync } from "node:zlib";

/** The bytes of a file as they are stored: as they are, or deflated (RFC 1951) where that saves something. */
export interface Blob {
  readonly packing: "none" | "deflate";
  /** How many bytes the file has. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** Packs a file's bytes; what is packed already, as PDF and DOCX are, stays as it is. */
export function packedBytes(bytes: Uint8Array): Blob {
  const packed = deflateRawSync(bytes);
  return packed.length < bytes.length * 0.9
    ? { packing: "deflate", size: bytes.length, bytes: packed }
    : { packing: "none", size: bytes.length, bytes };
}

/** Gives a file's bytes back. Throws where they are not what `packedBytes` made. */
export function unpackedBytes(packing: string, bytes: Uint8Array): Uint8Array {
  if (packing === "none") return bytes;
  if (packing === "deflate") return new Uint8Array(inflateRawSync(bytes));
  throw new RangeError(`unknown packing: ${packing}`);
}
