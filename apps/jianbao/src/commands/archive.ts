import { rmSync } from "node:fs";
import { join } from "node:path";
import { archiveFiles } from "@jianbao/archive";
import type { Diagnostic } from "@jianbao/model";
import type { Command } from "../command.ts";
import { formatDiagnostic, say } from "../console.ts";
import { UsageError, exitCodeOf } from "../problems.ts";
import { withSession } from "../session.ts";
import { findWorkspace } from "../workspace.ts";

/** `jianbao archive verify|rebuild`: the memory checked, or made anew from the files. */
export const archive: Command = {
  name: "archive",
  usage: "archive verify|rebuild",
  summary: { zh: "检查或重建档案库", en: "verify the archive, or make it anew from the sources" },
  description: {
    zh: "verify 检查数据库的完整、每个位置是否在文章之内；rebuild 删去 archive.db，从 sources/ 重新做起。",
    en: "verify checks the database's integrity and that every position lies within its article; rebuild deletes archive.db and makes it anew from sources/.",
  },
  options: [],
  examples: ["jianbao archive verify", "jianbao archive rebuild"],
  operands: { min: 1, max: 1 },
  async run(console, invocation) {
    const verb = invocation.operands[0];
    if (verb !== "verify" && verb !== "rebuild")
      throw new UsageError(`unknown: archive ${verb ?? ""}`, "jianbao archive verify, or jianbao archive rebuild");
    if (verb === "rebuild") {
      const root = findWorkspace(console, invocation.options["workspace"] as string | undefined);
      for (const file of archiveFiles(join(root, "archive.db"))) rmSync(file, { force: true });
    }
    return withSession(console, invocation, async (session) => {
      // An archive that had to be put aside is no good news to whoever asked for its state.
      const found = session.diagnostics.map((problem): Diagnostic =>
        verb === "verify" && problem.rule.startsWith("archive/") ? { ...problem, severity: "error" } : problem,
      );
      const problems: readonly Diagnostic[] = [...found, ...session.archive.verify()];
      const { files, read } = session.ingestion;
      const observations = session.archive.observations().length;
      if (invocation.json) console.out(`${JSON.stringify({ files, read, observations, diagnostics: problems })}\n`);
      else {
        for (const problem of problems) console.err(formatDiagnostic(console, problem));
        console.out(
          say(console, {
            zh: `${files} 个文件（新读 ${read} 个），${observations} 个数字，问题 ${problems.length} 个\n`,
            en: `${files} files (${read} read anew), ${observations} figures, ${problems.length} problems\n`,
          }),
        );
      }
      return exitCodeOf(problems, invocation.failOn);
    });
  },
};
