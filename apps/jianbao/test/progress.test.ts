import { describe, expect, it } from "vitest";
import { columnsOf } from "../src/columns.ts";
import { type Console, progressOf } from "../src/console.ts";

/** A terminal of some width that keeps what was drawn. */
function terminal(tongue: "zh" | "en", columns = 100): Console & { drawn: string } {
  const console = {
    tongue,
    cwd: ".",
    env: {},
    today: "2024-01-10",
    drawn: "",
    out: () => {},
    err: (text: string) => void (console.drawn += text),
    interactive: true,
    colour: false,
    columns,
    paint: (_: unknown, text: string) => text,
    drained: async () => {},
    input: async function* () {},
  };
  return console;
}

/** The last line drawn. */
const last = ({ drawn }: { drawn: string }): string => drawn.split("\r\u001b[K").at(-1) ?? "";

describe("progress", () => {
  it("tells how many, how many a second and how long it will take", () => {
    const console = terminal("zh");
    let now = 5000;
    const progress = progressOf(console, () => now);
    progress.step("a.txt", 0, 10_000);
    expect(last(console)).toBe(`${"░".repeat(24)}  0/10000  a.txt`);
    now += 2000;
    progress.step("b.txt", 1000, 10_000);
    expect(last(console)).toBe(`${"█".repeat(2)}${"░".repeat(22)}  1000/10000  每秒 500 篇  还要 18 秒  b.txt`);
    now += 2000;
    progress.step("c.txt", 1100, 10_000);
    expect(last(console)).toContain("每秒 275 篇  还要 33 秒");
    // The pace is that of the last ten seconds.
    now += 10_000;
    progress.step("d.txt", 1195, 10_000);
    expect(last(console)).toContain("每秒 9.5 篇  还要 15 分 27 秒");
    progress.clear();
    expect(last(console)).toBe("");
  });

  it("tells it in English as well, in two units at most", () => {
    const console = terminal("en");
    let now = 0;
    const progress = progressOf(console, () => now);
    now = 10_000;
    progress.step("a.txt", 10, 7000);
    expect(last(console)).toContain("10/7000  1.0/s  1 h 56 min left  a.txt");
  });

  it("draws no more often than the eye follows, and never a line that wraps", () => {
    const console = terminal("zh", 60);
    let now = 0;
    const progress = progressOf(console, () => now);
    for (; now < 1000; now++) progress.step("一个名字很长很长很长很长很长很长很长很长的文件.txt", now, 1000);
    const lines = console.drawn.split("\r\u001b[K").slice(1);
    expect(lines).toHaveLength(10);
    for (const line of lines) expect(columnsOf(line)).toBeLessThan(60);
    expect(lines[0]).toMatch(/…$/u);
  });

  it("is silent where nobody watches", () => {
    const console = { ...terminal("zh"), interactive: false };
    const progress = progressOf(console);
    progress.step("a.txt", 1, 2);
    progress.clear();
    expect(console.drawn).toBe("");
  });
});
