import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";

/** An article of a test's workspace. */
export interface TestArticle {
  readonly file: string;
  readonly text: string;
  /** Left out for an article that nobody dated. */
  readonly published?: string;
  readonly publisher?: string;
  readonly area?: string;
}

/** Writes a workspace's settings: a monthly briefing, numbered from January 2023 as number 1, 1 in all. */
export function writeSettings(root: string, more: Readonly<Record<string, unknown>> = {}): void {
  const settings = {
    title: "反诈工作简报",
    issuer: "示例编辑部",
    numbering: { first: "2023-01", number: 1, total: 1 },
    ...more,
  };
  mkdirSync(join(root, "sources"), { recursive: true });
  writeFileSync(join(root, "briefing.yaml"), stringify(settings));
}

/** Writes an article with its sidecar into a workspace. */
export function writeArticle(root: string, { file, text, ...facts }: TestArticle): void {
  const path = join(root, "sources", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
  writeFileSync(
    path.replace(/\.txt$/u, ".meta.yaml"),
    stringify({ title: text.slice(0, 16), publisher: "示例日报", ...facts }, { schema: "failsafe" }),
  );
}
