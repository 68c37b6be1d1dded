import { openSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import type { FontFile } from "../src/index.ts";

const require = createRequire(import.meta.url);

/** Opens one of the font files that the workspace brings. */
export function realFont(
  id: "noto-serif-sc-400" | "noto-serif-sc-700" | "noto-sans-sc-400" | "noto-sans-sc-700",
): FontFile {
  const family = id.includes("serif") ? "serif" : "sans";
  const cut = id.endsWith("400") ? "400Regular" : "700Bold";
  const name = family === "serif" ? "NotoSerifSC" : "NotoSansSC";
  const descriptor = openSync(require.resolve(`@expo-google-fonts/noto-${family}-sc/${cut}/${name}_${cut}.ttf`), "r");
  return {
    id,
    read: (offset, length) => {
      const bytes = new Uint8Array(length);
      readSync(descriptor, bytes, 0, length, offset);
      return bytes;
    },
  };
}
