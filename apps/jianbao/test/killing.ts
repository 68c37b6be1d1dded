import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openArchive } from "@jianbao/archive";
import { jianbao } from "./run.ts";

/** What a process was at when it was killed. */
export type Work = "first import" | "build over a former issue" | "rebuild of the archive";

/** All kinds of work that processes are killed at. */
export const works: readonly Work[] = ["first import", "build over a former issue", "rebuild of the archive"];

/** What killing a process at one moment came to. */
export interface Killing {
  readonly work: Work;
  /** How far the work was, as a share of the time that it takes undisturbed. */
  readonly at: number;
  /** False where it had ended before. */
  readonly isKilled: boolean;
  /** Whether the folder was there, and as whose. */
  readonly output: "none" | "former" | "new";
  /** What was lost, corrupt or mixed; empty where all is well. */
  readonly losses: readonly string[];
}

const period = "2023-12";

/** How a process is started: the arguments of Node before those of the command line. */
export type Launch = readonly string[];

/** Starts the command line from its sources; it says when all is loaded, so that loading takes none of the moments. */
export const fromSource: Launch = [
  "--input-type=module",
  "--eval",
  `const source = ${JSON.stringify(join(import.meta.dirname, "..", "src"))};
   const { main } = await import(source + "/main.ts");
   for (const part of ["commands/build.ts", "commands/archive.ts"]) await import(source + "/" + part);
   for (const part of ["briefing", "document", "fonts", "html", "print"]) await import("@jianbao/" + part);
   process.stdout.write("loaded\\n");
   process.exitCode = await main(process.argv.slice(1));`,
];

/** Workspaces of two states with what undisturbed runs made of them: what killed runs are measured by. */
export interface Scene {
  readonly folder: string;
  readonly launch: Launch;
  readonly threads: number;
  readonly formerOutput: string;
  readonly newOutput: string;
  readonly newAnswers: string;
  /** Milliseconds that each work takes undisturbed. */
  readonly takes: Readonly<Record<Work, number>>;
}

/** Makes the scene in an empty folder: a workspace of so many articles, and one in which some came, changed and went. */
export async function sceneIn(folder: string, articles: number, threads: number, launch: Launch): Promise<Scene> {
  const [first, former, next] = ["first", "former", "next"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeArticles(
    former,
    Array.from({ length: articles }, (_, i) => i),
  );
  await undisturbed(former, ["build", period]);
  writeArticles(first, changed(articles));
  cpSync(former, next, { recursive: true });
  rmSync(join(next, "sources"), { recursive: true });
  writeArticles(next, changed(articles));
  // Timed on copies: each work begins from the state that killed runs begin from.
  const takes = {
    "first import": await timed(launch, copied(first, join(folder, "timed")), ["build", period], threads),
    "build over a former issue": await timed(launch, copied(next, join(folder, "timed")), ["build", period], threads),
    "rebuild of the archive": await timed(launch, copied(next, join(folder, "timed")), ["archive", "rebuild"], threads),
  };
  const reference = copied(first, join(folder, "reference"));
  await undisturbed(reference, ["build", period]);
  const scene = {
    folder,
    launch,
    threads,
    formerOutput: contentOf(join(former, "out", period)),
    newOutput: contentOf(join(reference, "out", period)),
    newAnswers: answersOf(reference),
    takes,
  };
  if (scene.formerOutput === scene.newOutput) throw new Error("the two states give the same issue");
  return scene;
}

/** Kills a process at a moment (0 to 1 of the time that its work takes), and looks at what is left and what follows. */
export async function killAt(scene: Scene, work: Work, at: number): Promise<Killing> {
  const { launch, threads } = scene;
  const root = copied(join(scene.folder, work === "first import" ? "first" : "next"), join(scene.folder, "killed"));
  const args = work === "rebuild of the archive" ? ["archive", "rebuild"] : ["build", period];
  const isKilled = await run(launch, root, args, threads, at * scene.takes[work]);
  const losses: string[] = [];
  losses.push(...problemsOf(root));
  const output = outputOf(scene, root, work, losses);
  await undisturbed(root, ["build", period]);
  losses.push(...problemsOf(root));
  if (contentOf(join(root, "out", period)) !== scene.newOutput) losses.push("the next issue has other bytes");
  if (answersOf(root) !== scene.newAnswers) losses.push("the next archive answers otherwise");
  if (work === "rebuild of the archive") {
    await undisturbed(root, args);
    if (answersOf(root) !== scene.newAnswers) losses.push("the archive made anew answers otherwise");
  }
  for (const left of [...readdirSync(join(root, "out")), ...readdirSync(join(root, ".jianbao"))])
    if (/^\.|^rebuilt/u.test(left)) losses.push(`a leftover: ${left}`);
  return { work, at, isKilled, output, losses };
}

/** Whose the folder is; what is neither the former nor the new whole is a loss. */
function outputOf(scene: Scene, root: string, work: Work, losses: string[]): Killing["output"] {
  const out = join(root, "out");
  const content = contentOf(join(out, period));
  if (content === scene.newOutput) return "new";
  if (content === scene.formerOutput) return "former";
  if (content !== "") losses.push("the issue's folder is neither the former nor the new");
  if (work === "first import") return "none";
  // Between two renames the former stands aside; the next build puts it back.
  const aside = existsSync(out) ? readdirSync(out).filter((name) => name.includes(".old")) : [];
  if (aside.some((name) => contentOf(join(out, name)) === scene.formerOutput)) return "former";
  losses.push("the former issue is gone");
  return "none";
}

/** The same articles but for one in eight that went, one in eight that changed, and as many that came. */
function changed(articles: number): readonly number[] {
  return Array.from({ length: articles + Math.ceil(articles / 4) }, (_, i) => i).filter((i) => i % 8 !== 3);
}

/** Writes a workspace of the articles of these numbers. */
export function writeArticles(root: string, numbers: readonly number[]): void {
  mkdirSync(join(root, "sources"), { recursive: true });
  writeFileSync(join(root, "briefing.yaml"), "title: 反诈简报\nissuer: 某反诈中心\n");
  const count = numbers.length;
  for (const number of numbers) {
    const day = String(1 + (number % 28)).padStart(2, "0");
    // Articles that are in both states change where the count of all does.
    const cases = 1000 + 13 * number + (number % 8 === 5 ? count : 0);
    writeFileSync(
      join(root, "sources", `${number}.txt`),
      `反诈工作情况之${number}\n2023年12月${day}日 来源：合肥日报\n2022年，合肥市共破获电信网络诈骗案件${cases}起，抓获犯罪嫌疑人${200 + number}名。\n${"民警走村入户讲解防骗知识，银行柜员耐心劝阻。".repeat(12)}\n`,
    );
  }
}

function copied(from: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  return to;
}

async function timed(launch: Launch, root: string, args: readonly string[], threads: number): Promise<number> {
  const start = performance.now();
  const loaded = { at: start };
  await run(launch, root, args, threads, null, loaded);
  return performance.now() - loaded.at;
}

/** Runs the command line to its end, here and in one thread. */
async function undisturbed(root: string, args: readonly string[]): Promise<void> {
  const { code, err } = await jianbao(root, [...args, "--fail-on", "never"]);
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
}

/** Runs the command line in a process; kills it so many milliseconds after it has loaded. Tells whether it was killed. */
export async function run(
  launch: Launch,
  root: string,
  args: readonly string[],
  threads: number,
  killAfterMs: number | null = null,
  loaded: { at: number } = { at: 0 },
): Promise<boolean> {
  const child = spawn(process.execPath, [...launch, ...args, "--workspace", root, "--fail-on", "never"], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, JIANBAO_THREADS: `${threads}` },
  });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdout.once("data", () => {
    loaded.at = performance.now();
    if (killAfterMs !== null) setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  });
  child.stdout.resume();
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (signal === "SIGKILL") return true;
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
  return false;
}

/** What `verify` finds in an archive as a killed process left it; one that was not begun is in order. */
export function problemsOf(root: string): string[] {
  const path = join(root, "archive.db");
  if (!existsSync(path) || statSync(path).size === 0) return [];
  using archive = openArchive(path);
  return archive.verify().map(({ message }) => message);
}

/** Everything that the archive of a workspace answers, as a hash. */
export function answersOf(root: string): string {
  using archive = openArchive(join(root, "archive.db"));
  const answers = [
    archive.states().map((state) => ({ ...state, seen: null })),
    archive.documents().map((document) => [archive.source(document), [...(archive.bytes(document) ?? [])]]),
    archive.articles(),
    archive.observations(),
    archive.diagnostics(),
    archive.search("合肥"),
  ];
  return createHash("sha256").update(JSON.stringify(answers)).digest("hex");
}

/** The names and bytes of a folder's files as a hash; empty where there is none. */
export function contentOf(folder: string): string {
  if (!existsSync(folder)) return "";
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    hash.update(`${name}\0`);
    if (statSync(join(folder, name)).isFile()) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex");
}
