import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answersOf, contentOf, fromSource, problemsOf, run, writeArticles } from "./killing.ts";
import { jianbao, temporaryFolder } from "./run.ts";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** What an undisturbed build makes of a workspace. */
async function built(root: string): Promise<{ readonly output: string; readonly answers: string }> {
  const { code, err } = await jianbao(root, ["build", "2023-12", "--fail-on", "never"]);
  if (code !== 0) throw new Error(err);
  return { output: contentOf(join(root, "out", "2023-12")), answers: answersOf(root) };
}

describe("two processes at one workspace", () => {
  it("both import it and build its issue: one archive, one whole issue", { timeout: 180_000 }, async () => {
    using folder = temporaryFolder();
    writeArticles(join(folder.path, "reference"), numbers(200));
    const { output, answers } = await built(join(folder.path, "reference"));
    const root = join(folder.path, "shared");
    writeArticles(root, numbers(200));
    const build = (threads: number): Promise<boolean> => run(fromSource, root, ["build", "2023-12"], threads);
    await Promise.all([build(2), build(0)]);
    expect(problemsOf(root)).toEqual([]);
    expect(answersOf(root)).toBe(answers);
    expect(contentOf(join(root, "out", "2023-12"))).toBe(output);
    expect(readdirSync(join(root, "out"))).toEqual(["2023-12"]);
  });

  it(
    "one adds articles and the other builds: the issue is that of before or of after",
    { timeout: 180_000 },
    async () => {
      using folder = temporaryFolder();
      writeArticles(join(folder.path, "before"), numbers(60));
      const before = await built(join(folder.path, "before"));
      cpSync(join(folder.path, "before"), join(folder.path, "after"), { recursive: true });
      writeArticles(join(folder.path, "after"), [60]);
      const after = await built(join(folder.path, "after"));
      expect(after.output).not.toBe(before.output);
      const root = join(folder.path, "shared");
      cpSync(join(folder.path, "before"), root, { recursive: true });
      rmSync(join(root, "archive.db"));
      const added = join(folder.path, "after", "sources", "60.txt");
      await Promise.all([
        run(fromSource, root, ["add", added], 0),
        run(fromSource, root, ["build", "2023-12"], 0),
        run(fromSource, root, ["archive", "rebuild"], 0),
      ]);
      expect(problemsOf(root)).toEqual([]);
      expect([before.output, after.output]).toContain(contentOf(join(root, "out", "2023-12")));
      await run(fromSource, root, ["build", "2023-12"], 0);
      expect(answersOf(root)).toBe(after.answers);
      expect(contentOf(join(root, "out", "2023-12"))).toBe(after.output);
    },
  );
});
