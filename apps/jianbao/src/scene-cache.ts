import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Scene } from "@jianbao/charts";

/** Drawn charts by the hash of what they were drawn from. Losing it costs time, nothing else. */
export interface SceneCache {
  /** The scene, or null where none is kept. */
  read(hash: string): Scene | null;
  write(hash: string, scene: Scene): void;
}

/** Keeps scenes as JSON files in a folder; a folder that cannot be written is no cache and no problem. */
export function sceneCache(folder: string): SceneCache {
  const path = (hash: string): string => join(folder, `${hash}.json`);
  return {
    read: (hash) => {
      try {
        return JSON.parse(readFileSync(path(hash), "utf8")) as Scene;
      } catch {
        return null;
      }
    },
    write: (hash, scene) => {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${path(hash)}.new`, JSON.stringify(scene));
        renameSync(`${path(hash)}.new`, path(hash));
      } catch {
        // Not kept: the next build draws the chart again.
      }
    },
  };
}
