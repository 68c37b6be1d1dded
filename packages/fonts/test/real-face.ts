import { openSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import type { FontFile } from "../src/index.ts";

const require = createRequire(import.meta.url);

const files = {
  "noto-serif-sc-400": (): string =>
    require.resolve("@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
  "noto-serif-sc-700": (): string =>
    require.resolve("@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
  "noto-sans-sc-400": (): string =>
    require.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  "noto-sans-sc-700": (): string => require.resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
};

/** Opens one of the font files that the workspace brings. */
export function realFont(id: keyof typeof files): FontFile {
  const descriptor = openSync(files[id](), "r");
  return {
    id,
    read: (offset, length) => {
      const bytes = new Uint8Array(length);
      readSync(descriptor, bytes, 0, length, offset);
      return bytes;
    },
  };
}
