/**
 * Runs `jianbao extract -` as a whole process over many short articles, no two alike, and prints its peak memory beside
 * that of a tenth of them, and MB of UTF-8 a second: `pnpm --filter @jianbao/bench stream [ARTICLES]`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { shortArticles } from "./texts.ts";

const launcher = join(import.meta.dirname, "..", "apps", "jianbao", "bin", "jianbao.js");
const count = Number(process.argv[2] ?? 100_000);

interface Sample {
  readonly articles: number;
  /** MiB. */
  readonly peak: number;
  readonly megabytes: number;
  /** Of processor time, the start of the process among them. */
  readonly seconds: number;
  readonly observations: number;
}

const few = await run(count / 10);
const many = await run(count);
for (const { articles, peak, megabytes, seconds, observations } of [few, many]) {
  console.log(
    `${articles} articles (${megabytes.toFixed(1)} MB)  peak ${peak.toFixed(0)} MiB, ${(megabytes / seconds).toFixed(2)} MB a second of processor time, ${observations} observations`,
  );
}
console.log(`peak, ten times the articles  × ${(many.peak / few.peak).toFixed(2)}`);

async function run(articles: number): Promise<Sample> {
  const child = spawn(process.execPath, [launcher, "extract", "-", "--timing"], { stdio: ["pipe", "pipe", "pipe"] });
  let observations = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) observations++;
  });
  let last = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    last = (last + text).slice(-400);
  });
  const ended = once(child, "close");
  const next = shortArticles();
  let bytes = 0;
  for (let number = 0; number < articles; number++) {
    const text = next();
    bytes += Buffer.byteLength(text);
    const line = `${JSON.stringify({ document: `${number}.txt`, text, published: "2023-12-25" })}\n`;
    if (!child.stdin.write(line)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  await ended;
  const peak = Number(/(\d+) MiB/u.exec(last)?.[1] ?? Number.NaN);
  const ms = Number(/(\d+) ms {2}\D*(?:processor|处理器)/u.exec(last)?.[1] ?? Number.NaN);
  return { articles, peak, megabytes: bytes / 1e6, seconds: ms / 1000, observations };
}
