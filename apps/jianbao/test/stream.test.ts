import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { Console } from "../src/console.ts";
import { linesOf } from "../src/lines.ts";
import { main } from "../src/main.ts";
import { jianbao, temporaryFolder } from "./run.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A line of input: a short article, no two alike. */
const lineOf = (number: number): string =>
  `${JSON.stringify({
    document: `${number}.txt`,
    text: `2022年，全国公安机关破获电信网络诈骗案件${1000 + number}起，抓获嫌疑人${2000 + number}名，止付资金${number + 1}万元。`,
    published: "2023-01-15",
  })}\n`;

/** The documents of observations, one for each run of the same. */
function documentsOf(out: string): string[] {
  const documents = out
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { readonly document: string }).document);
  return documents.filter((document, i) => document !== documents[i - 1]);
}

/** A console whose input and readers are in a test's hands. */
function consoleOf(given: Pick<Console, "input" | "out"> & Partial<Console>): Console {
  return {
    tongue: "en",
    cwd: ".",
    env: {},
    today: "2024-01-10",
    err: () => {},
    interactive: false,
    colour: false,
    columns: 100,
    paint: (_, text) => text,
    drained: async () => {},
    ...given,
  };
}

/** The lines of a stream that comes in pieces of single-byte characters, each with its number. */
async function read(pieces: readonly string[], limit?: number): Promise<string[]> {
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) yield Uint8Array.from(piece, (char) => char.charCodeAt(0));
  };
  const found: string[] = [];
  for await (const lines of linesOf(stream(), limit)) {
    for (const { number, text } of lines) found.push(`${number} ${text ?? "too long"}`);
  }
  return found;
}
/** The bytes of a text as characters, so that pieces may part them. */
const latin = (text: string): string => Array.from(bytes(text), (byte) => String.fromCharCode(byte)).join("");

describe("the lines of a stream", () => {
  it("are numbered, the empty ones as well, and the last needs no line feed", async () => {
    expect(await read(["a\n\nb"])).toEqual(["1 a", "2 ", "3 b"]);
    expect(await read(["a\r\nb\r\n"])).toEqual(["1 a\r", "2 b\r"]);
    expect(await read([])).toEqual([]);
    expect(await read(["", "\n", ""])).toEqual(["1 "]);
  });

  it("are whole wherever the pieces part, inside a character too", async () => {
    const text = latin("案件385起\n金额𠮷元\n三");
    for (let at = 0; at <= text.length; at++) {
      expect(await read([text.slice(0, at), text.slice(at)])).toEqual(["1 案件385起", "2 金额𠮷元", "3 三"]);
    }
    expect(await read(Array.from(text))).toEqual(["1 案件385起", "2 金额𠮷元", "3 三"]);
  });

  it("have no byte order mark, of the first file and of one put after it", async () => {
    expect(await read([latin("\uFEFFa\n\uFEFFb\n")])).toEqual(["1 a", "2 b"]);
  });

  it("are let go of where they are too long, and the next is read", async () => {
    expect(await read(["abc", "def\n", "gh\n", "abcd\n", "abcde\n"], 4)).toEqual([
      "1 too long",
      "2 gh",
      "3 abcd",
      "4 too long",
    ]);
    expect(await read(["abcde", "f"], 4)).toEqual(["1 too long"]);
  });

  it("of which one never ends are not kept", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    let given = 0;
    const held: WeakRef<Uint8Array>[] = [];
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (; given < 400; given++) {
        const piece = new Uint8Array(1024).fill(0x41);
        held.push(new WeakRef(piece));
        yield piece;
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    for await (const lines of linesOf(endless(), 16 * 1024)) {
      collect();
      expect(lines).toEqual([{ number: 1, text: null }]);
      expect(held.filter((piece) => piece.deref() !== undefined).length).toBeLessThan(4);
    }
    expect(given).toBe(400);
  });
});

describe("jianbao extract -", () => {
  it("keeps the order, and tells the number of a line that is no article", async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "二.txt"), "2022年，全市公安机关破获诈骗案件22起。");
    const input = [
      `\uFEFF${lineOf(1).trim()}\r`,
      "",
      '{"document":"two", "text":',
      '{"document":"二.txt","path":"二.txt","published":"2023"}\r',
      '{"document":"三.txt","path":"三.txt"}',
      "   ",
      '{"document":"四.txt","text":"2022年破案44起。","published":"soon"}',
      "[]",
      lineOf(5).trim(),
    ].join("\n");
    const run = await jianbao(folder.path, ["extract", "-"], { input });
    expect(run.code).toBe(1);
    expect(documentsOf(run.out)).toEqual(["1.txt", "二.txt", "5.txt"]);
    expect([...run.err.matchAll(/unusable line (\d+)/gu)].map((match) => match[1])).toEqual(["3", "5", "7", "8"]);
  });

  it("writes each article before it asks for the next", async () => {
    let out = "";
    const input = async function* (): AsyncGenerator<Uint8Array> {
      for (let number = 0; number < 50; number++) {
        yield bytes(lineOf(number));
        expect(documentsOf(out).at(-1)).toBe(`${number}.txt`);
      }
    };
    const code = await main(["extract", "-"], consoleOf({ input, out: (text) => (out += text) }));
    expect(code).toBe(0);
    expect(documentsOf(out)).toHaveLength(50);
  });

  it("takes no more of its input than a slow reader takes of what it writes", async () => {
    let asked = 0;
    let articles = 0;
    const waiting: (() => void)[] = [];
    const run = { isOver: false };
    const input = async function* (): AsyncGenerator<Uint8Array> {
      for (; asked < 20; asked++) yield bytes(lineOf(2 * asked) + lineOf(2 * asked + 1));
    };
    const console = consoleOf({
      input,
      out: () => articles++,
      drained: () =>
        new Promise((resolve) => {
          waiting.push(resolve);
        }),
    });
    const code = main(["extract", "-"], console).finally(() => {
      run.isOver = true;
    });
    let waits = 0;
    while (!run.isOver) {
      // Everything that can go on without the reader has gone on.
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
      expect(articles).toBeLessThanOrEqual(2 * asked + 2);
      expect(articles).toBeLessThanOrEqual(waits + 1);
      waits++;
      for (const resolve of waiting.splice(0)) resolve();
    }
    expect(await code).toBe(0);
    expect(articles).toBe(40);
  });

  it("ends without a fault when its reader has gone, and asks for nothing more", async () => {
    let asked = 0;
    let isOver = false;
    const input = async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield bytes(lineOf(asked++));
      } finally {
        isOver = true;
      }
    };
    const console = consoleOf({
      input,
      out: () => {},
      drained: async () => {
        if (asked === 3) throw Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
      },
    });
    expect(await main(["extract", "-"], console)).toBe(0);
    expect([asked, isOver]).toEqual([3, true]);
  });

  it("holds nothing of the articles that it has read", { timeout: 120_000 }, async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const sizes: number[] = [];
    const input = async function* (): AsyncGenerator<Uint8Array> {
      for (let number = 0; number < 3000; number++) {
        if (number % 500 === 0) {
          collect();
          sizes.push(process.memoryUsage().heapUsed);
        }
        yield bytes(lineOf(number));
      }
    };
    expect(await main(["extract", "-"], consoleOf({ input, out: () => {} }))).toBe(0);
    // The first of them are spent on what is made once: tables, caches, compiled code.
    const [, , early = 0] = sizes;
    const late = sizes.at(-1) ?? 0;
    // 1,500 articles and their observations take about 4 MB where they are kept.
    expect(late - early).toBeLessThan(1_000_000);
  });

  it("goes on as a process of its own, at a reader's pace, and ends when the reader does", async () => {
    const script = `const { main } = await import(${JSON.stringify(join(import.meta.dirname, "..", "src", "main.ts"))});
      process.exitCode = await main(["extract", "-"]);`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.stdin.on("error", () => {});
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    // Whoever waits for the answer before the next line gets it.
    let out = "";
    const answers = child.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
    for (let number = 0; number < 3; number++) {
      child.stdin.write(lineOf(number));
      while (!out.includes(`"${number}.txt"`)) {
        const next = (await answers.next()) as IteratorResult<string, undefined>;
        if (next.done === true) throw new Error(err);
        out += next.value;
      }
    }
    child.stdout.destroy();
    let number = 3;
    const more = (): void => {
      // Its end closes standard input: then nothing is written any more.
      while (child.stdin.writable && child.stdin.write(lineOf(number++)));
    };
    child.stdin.on("drain", more);
    more();
    expect(await ended).toBe(0);
    expect(err).toBe("");
  });
});
