import type { ReadContainer } from "../read-source.ts";
export async function readPdf(_bytes: Uint8Array, _document: string): Promise<ReadContainer> {
  return { text: null, places: [], diagnostics: [] };
}
