import type { ReadContainer } from "../read-source.ts";
export function readDocx(_bytes: Uint8Array, _document: string): ReadContainer {
  return { text: null, places: [], diagnostics: [] };
}
