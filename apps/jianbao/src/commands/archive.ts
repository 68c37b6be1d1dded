import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ArchiveError, type SearchHit, openArchive, searchTerms } from "@jianbao/archive";
import type { Diagnostic } from "@jianbao/model";
import { stringify } from "yaml";
import type { Command, Invocation } from "../command.ts";
import { type Console, formatDiagnostic, say } from "../console.ts";
import { sidecarOf } from "../facts.ts";
import { replaceFile } from "../output.ts";
import { UsageError, exitCodeOf } from "../problems.ts";
import { rebuildArchive } from "../rebuild.ts";
import { type Session, readerOf, withSession } from "../session.ts";
import { shownHit } from "../shown-hit.ts";
import { findWorkspace, shownPath } from "../workspace.ts";

/** `jianbao archive verify|rebuild|search|restore`: the memory checked, made anew from the files, searched, taken out. */
export const archive: Command = {
  name: "archive",
  usage: "archive verify | rebuild | search WORD… | restore DIR",
  summary: { zh: "检查、重建、搜索档案库", en: "verify, rebuild or search the archive" },
  description: {
    zh: "verify 重新核对每个来稿文件，检查数据库的完整、每个位置是否在文章之内；rebuild 由 sources/ 另做一份，做好了才整个换下 archive.db；search 找出含有全部词语的文章，新的在前；restore 把来稿的原字节写进一个文件夹。",
    en: "verify compares every source file and checks the database's integrity and that every position lies within its article; rebuild makes another archive from sources/ and puts it in the place of archive.db once it stands; search finds the articles that hold every word, the newest first; restore writes the source files' own bytes into a folder.",
  },
  options: [
    {
      name: "limit",
      value: "N",
      help: { zh: "search 最多列出几篇（默认 20）", en: "how many articles search lists at most (default: 20)" },
    },
  ],
  examples: [
    "jianbao archive verify",
    "jianbao archive rebuild",
    "jianbao archive search 缅北 虚拟货币",
    "jianbao archive search GOIP --limit 5 --json",
    "jianbao archive restore 备份",
  ],
  operands: { min: 1, max: Number.POSITIVE_INFINITY },
  async run(console, invocation) {
    const [verb = "", ...operands] = invocation.operands;
    const action = actions[verb];
    if (action === undefined)
      throw new UsageError(`unknown: archive ${verb}`, "jianbao archive verify, rebuild, search or restore");
    if (operands.length < action.min)
      throw new UsageError(`missing argument: ${archive.usage}`, "jianbao archive --help");
    if (operands.length > action.max)
      throw new UsageError(`unexpected argument: ${operands[action.max] ?? ""}`, "jianbao archive --help");
    return action.run(console, invocation, operands);
  },
};

interface Action {
  readonly min: number;
  readonly max: number;
  readonly run: (console: Console, invocation: Invocation, operands: readonly string[]) => Promise<number>;
}

const actions: Readonly<Record<string, Action>> = {
  verify: { min: 0, max: 0, run: verify },
  rebuild: { min: 0, max: 0, run: rebuild },
  search: { min: 1, max: Number.POSITIVE_INFINITY, run: search },
  restore: { min: 1, max: 1, run: restore },
};

async function verify(console: Console, invocation: Invocation): Promise<number> {
  const work = async ({ archive, ingestion, diagnostics }: Session): Promise<number> => {
    // An archive that had to be put aside is no good news to whoever asked for its state.
    const found = diagnostics.map((problem): Diagnostic =>
      problem.rule.startsWith("archive/") ? { ...problem, severity: "error" } : problem,
    );
    const problems = [...found, ...invocation.timer.time("verify", () => archive.verify())];
    const { observations } = archive.size();
    return reported(console, invocation, { ...ingestion, observations, diagnostics: problems });
  };
  return withSession(console, invocation, work, { everything: true });
}

async function rebuild(console: Console, invocation: Invocation): Promise<number> {
  const reader = await readerOf(console, invocation);
  try {
    const { ingestion, observations, diagnostics } = await rebuildArchive(console, invocation, reader);
    const problems = [...reader.diagnostics, ...ingestion.diagnostics, ...diagnostics];
    return reported(console, invocation, { ...ingestion, observations, diagnostics: problems });
  } catch (error) {
    if (error instanceof ArchiveError) throw new UsageError(error.message, error.diagnostic.hint);
    throw error;
  }
}

interface State {
  readonly files: number;
  readonly read: number;
  readonly observations: number;
  readonly diagnostics: readonly Diagnostic[];
}

function reported(console: Console, invocation: Invocation, state: State): number {
  const { files, read, observations, diagnostics } = state;
  if (invocation.json) console.out(`${JSON.stringify({ files, read, observations, diagnostics })}\n`);
  else {
    for (const problem of diagnostics) console.err(formatDiagnostic(console, problem));
    console.out(
      say(console, {
        zh: `${files} 个文件（新读 ${read} 个），${observations} 个数字，问题 ${diagnostics.length} 个\n`,
        en: `${files} files (${read} read anew), ${observations} figures, ${diagnostics.length} problems\n`,
      }),
    );
  }
  return exitCodeOf(diagnostics, invocation.failOn);
}

async function search(console: Console, invocation: Invocation, words: readonly string[]): Promise<number> {
  const limit = limitOf(invocation.options["limit"]);
  return withSession(console, invocation, async ({ archive }) => {
    const text = words.join(" ");
    // One more than is shown tells whether there are more.
    const found = invocation.timer.time("search", () => archive.search(text, limit + 1));
    const hits: readonly SearchHit[] = found.slice(0, limit);
    const isMore = found.length > limit;
    if (invocation.json) console.out(`${JSON.stringify({ words, hits, more: isMore })}\n`);
    else {
      console.out(hits.map((hit) => shownHit(console, hit, searchTerms(text))).join(""));
      if (hits.length === 0) console.err(say(console, { zh: "没有找到\n", en: "nothing found\n" }));
      if (isMore) {
        const next = `--limit ${limit * 5}`;
        console.err(say(console, { zh: `还有更多：${next}\n`, en: `there are more: ${next}\n` }));
      }
    }
    return 0;
  });
}

function limitOf(value: string | true | undefined): number {
  if (value === undefined) return 20;
  const limit = Number(value);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new UsageError(`unusable limit: ${value}`, "a number of articles, such as 20");
}

/** Takes the bytes out of the archive as it is: sources that were lost are not looked for. */
async function restore(console: Console, invocation: Invocation, [operand = ""]: readonly string[]): Promise<number> {
  const root = findWorkspace(console, invocation.options["workspace"] as string | undefined);
  const path = join(root, "archive.db");
  if (!existsSync(path)) throw new UsageError(`no archive in ${root}`, "it is made by jianbao build");
  const folder = resolve(console.cwd, operand);
  const problems: Diagnostic[] = [];
  let written = 0;
  try {
    using archive = openArchive(path);
    for (const { document, facts } of archive.states()) {
      const bytes = archive.bytes(document);
      const to = join(folder, document);
      if (bytes === null || (existsSync(to) && !readFileSync(to).equals(bytes))) {
        problems.push(notRestored(document, bytes === null));
        continue;
      }
      const beside = join(folder, sidecarOf(document));
      mkdirSync(dirname(to), { recursive: true });
      if (!existsSync(to)) replaceFile(to, bytes);
      if (Object.keys(facts ?? {}).length > 0 && !existsSync(beside)) writeFileSync(beside, stringify(facts));
      written++;
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw new UsageError(error.message, error.diagnostic.hint);
    throw error;
  }
  const shown = shownPath(console, folder);
  if (invocation.json) console.out(`${JSON.stringify({ folder, files: written, diagnostics: problems })}\n`);
  else {
    for (const problem of problems) console.err(formatDiagnostic(console, problem));
    console.out(say(console, { zh: `${written} 个文件，在 ${shown}\n`, en: `${written} files in ${shown}\n` }));
  }
  return exitCodeOf(problems, invocation.failOn);
}

function notRestored(document: string, isMissing: boolean): Diagnostic {
  return {
    severity: "error",
    rule: "app/not-restored",
    document,
    message: isMissing ? "missing bytes: the archive does not hold them" : "another file of that name is in the folder",
    hint: isMissing ? "the file was archived without its bytes" : "name an empty folder",
  };
}
