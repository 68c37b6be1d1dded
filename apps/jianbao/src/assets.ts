import { existsSync, openSync, readFileSync, readSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { nearest } from "@jianbao/model";
import type { FontFile } from "@jianbao/fonts";
import { ownFontFiles } from "./own-fonts.ts";
import { UsageError } from "./problems.ts";
import { sfntOfWoff } from "./woff.ts";

/** Where templates and subject packs lie: beside the bundle, or in the repository that runs from source. */
function assetFolder(kind: "templates" | "domains"): string {
  const bundled = join(import.meta.dirname, kind);
  const chunked = join(import.meta.dirname, "..", kind);
  if (existsSync(bundled)) return bundled;
  if (existsSync(chunked)) return chunked;
  const repository = join(import.meta.dirname, "..", "..", "..");
  return kind === "templates" ? join(repository, "templates") : join(repository, "packages", "domains");
}

/** The bundle's own hash, so that an archive knows which program read its figures; `source` when run unbundled. */
export function programKey(): string {
  for (const folder of [import.meta.dirname, join(import.meta.dirname, "..")]) {
    const file = join(folder, "build.json");
    if (existsSync(file)) return (JSON.parse(readFileSync(file, "utf8")) as { program: string }).program;
  }
  return "source";
}

/** Names of the templates or subject packs that come with jianbao, and of the workspace's own. */
export function assetNames(kind: "templates" | "domains", workspaceRoot: string | null): readonly string[] {
  const folders = [assetFolder(kind), ...(workspaceRoot === null ? [] : [join(workspaceRoot, kind)])];
  const marker = kind === "templates" ? "theme.yaml" : "pack.yaml";
  const names = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).filter((name) => existsSync(join(folder, name, marker))));
  return [...new Set(names)].sort();
}

/** Where a template or subject pack lies: the workspace's own first; throws UsageError where there is none. */
export function assetPath(kind: "templates" | "domains", name: string, workspaceRoot: string | null): string {
  const own = workspaceRoot === null ? null : join(workspaceRoot, kind, name);
  const folder = own !== null && existsSync(own) ? own : join(assetFolder(kind), name);
  const marker = kind === "templates" ? "theme.yaml" : "";
  if (existsSync(join(folder, marker))) return folder;
  const known = assetNames(kind, workspaceRoot);
  const near = nearest(name, known);
  throw new UsageError(
    `unknown ${kind === "templates" ? "template" : "domain"}: ${name}`,
    near === null ? `known: ${known.join(", ")}` : `did you mean ${near}?`,
  );
}

/** Reads a folder of assets by name: file name relative to it → text; throws UsageError where there is none. */
export function readAssets(
  kind: "templates" | "domains",
  name: string,
  workspaceRoot: string | null,
): Readonly<Record<string, string>> {
  const folder = assetPath(kind, name, workspaceRoot);
  const files: Record<string, string> = {};
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (/\.(?:hbs|ya?ml|vl\.json)$/u.test(file))
      files[file.replaceAll("\\", "/")] = readFileSync(join(folder, file), "utf8");
  }
  return files;
}

/** Reads what the gallery sets in every template. */
export function readGalleryTemplate(): string {
  return readFileSync(join(assetFolder("templates"), "gallery.hbs"), "utf8");
}

/** Reads a subject pack that the bundle parsed ahead; null where there is none. */
export function readCompiledPack<T>(name: string): T | null {
  const file = join(assetFolder("domains"), `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null;
}

const faces: Readonly<Record<string, string>> = {
  "noto-serif-sc-400": "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "noto-serif-sc-700": "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  "noto-serif-sc-900": "@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf",
  "noto-sans-sc-400": "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  "noto-sans-sc-700": "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};

/** Faces that come packed: the bundler unpacks them into its folder `fonts`, a program run from source in memory. */
export const packedFaces: Readonly<Record<string, string>> = {
  // Fontsource calls the regular weight 500 and the bold one 700.
  "lxgw-wenkai-400": "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff",
};

/**
 * The font files that come with jianbao, and those of a workspace, which take the place of others of their names; bytes
 * are read when they are asked for.
 */
export function fontFiles(root: string | null): readonly FontFile[] {
  const own = ownFontFiles(root);
  const ids = new Set(own.map(({ id }) => id));
  return [...bundledFonts().filter(({ id }) => !ids.has(id)), ...own];
}

/** The font files that come with jianbao. */
export function bundledFonts(): readonly FontFile[] {
  const require = createRequire(import.meta.url);
  return [
    ...Object.entries(faces).map(([id, specifier]) => fileOf(id, () => require.resolve(specifier))),
    ...Object.entries(packedFaces).map(([id, specifier]) => {
      const unpacked = [import.meta.dirname, join(import.meta.dirname, "..")]
        .map((folder) => join(folder, "fonts", `${id}.ttf`))
        .find((path) => existsSync(path));
      return unpacked === undefined ? packedFile(id, () => require.resolve(specifier)) : fileOf(id, () => unpacked);
    }),
  ];
}

function fileOf(id: string, path: () => string): FontFile {
  let descriptor: number | null = null;
  return {
    id,
    read: (offset, length) => {
      descriptor ??= openSync(path(), "r");
      const bytes = new Uint8Array(length);
      const read = readSync(descriptor, bytes, 0, length, offset);
      return read === length ? bytes : bytes.subarray(0, read);
    },
  };
}

/** Faces that were unpacked in memory: once is enough for a process. */
const unpackedFaces = new Map<string, Uint8Array>();

function packedFile(id: string, path: () => string): FontFile {
  return {
    id,
    read: (offset, length) => {
      const bytes = unpackedFaces.get(id) ?? sfntOfWoff(readFileSync(path()));
      unpackedFaces.set(id, bytes);
      return bytes.slice(offset, offset + length);
    },
  };
}
