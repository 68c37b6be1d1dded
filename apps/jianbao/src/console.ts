import { type Diagnostic, isoDate } from "@jianbao/model";
import { inChinese } from "./chinese.ts";
import { columnsOf } from "./columns.ts";
import type { Message, Tongue } from "./text.ts";

/** What the commands know of the world: where they run, whom they talk to, what day it is. */
export interface Console {
  readonly tongue: Tongue;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `YYYY-MM-DD`: SOURCE_DATE_EPOCH in UTC where it is set, else the day on the wall where the program runs. */
  readonly today: string;
  /** Writes results. */
  out(text: string): void;
  /** Writes progress and problems. */
  err(text: string): void;
  /** True where progress may be drawn over itself. */
  readonly interactive: boolean;
  /** True where what `out` writes may be coloured: it goes to a terminal, and nobody forbade it. */
  readonly colour: boolean;
  /** How many columns a line of `out` may have. */
  readonly columns: number;
  /** Paints words for a terminal; returns them as they are where colour is not wanted. */
  paint(style: Style, text: string): string;
  /**
   * Resolves when the readers of `out` and `err` have taken so much of what was written that more may be; rejects where
   * the reader of `out` has gone away or can hold no more.
   */
  drained(): Promise<void>;
  /** The bytes of standard input as they come; the next are asked for when the last have been dealt with. */
  input(): AsyncIterable<Uint8Array>;
}

/** How words stand out on a terminal. */
export type Style = "bold" | "dim" | "red" | "yellow" | "green" | "cyan";

const codes: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, yellow: 33, green: 32, cyan: 36 };

/** Makes the console of this process. */
export function processConsole(tongue: Tongue): Console {
  const env = process.env;
  const out = outlet(process.stdout);
  const err = outlet(process.stderr);
  const mayColour = env["NO_COLOR"] === undefined && env["CI"] === undefined && env["TERM"] !== "dumb";
  const colour = mayColour && process.stderr.isTTY;
  return {
    tongue,
    cwd: process.cwd(),
    env,
    today: todayOf(env["SOURCE_DATE_EPOCH"]),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    drained: async () => {
      await out.drained();
      // Problems that nobody reads any more do not stop the results.
      await err.drained().catch(() => {});
    },
    interactive: process.stderr.isTTY === true && env["CI"] === undefined && env["TERM"] !== "dumb",
    colour: mayColour && process.stdout.isTTY,
    columns: process.stdout.columns ?? (Number(env["COLUMNS"]) || 100),
    paint: (style, text) => (colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text),
    input: () => process.stdin,
  };
}

/** A stream that is waited for; its fault is kept until somebody waits, and does not end the process before. */
function outlet(stream: NodeJS.WriteStream): { drained(): Promise<void> } {
  let fault: Error | null = null;
  const waiting: (() => void)[] = [];
  const settle = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  stream.on("error", (error: Error) => {
    fault ??= error;
    settle();
  });
  stream.on("drain", settle);
  stream.on("close", settle);
  return {
    drained: async () => {
      if (fault === null && stream.writableNeedDrain && !stream.destroyed)
        await new Promise<void>((resolve) => waiting.push(resolve));
      if (fault !== null) throw fault;
    },
  };
}

/** All bytes of standard input. */
export async function readInput(console: Console): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of console.input()) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Says a message in the console's language. */
export function say(console: Console, message: Message): string {
  return message[console.tongue];
}

const words: Readonly<Record<Diagnostic["severity"], Message & { readonly style: Style }>> = {
  error: { zh: "错误", en: "error", style: "red" },
  warning: { zh: "警告", en: "warning", style: "yellow" },
  info: { zh: "提示", en: "note", style: "cyan" },
};

/** Writes a problem for a person: file and place, what is wrong, what can be done. */
export function formatDiagnostic(console: Console, problem: Diagnostic): string {
  const diagnostic = console.tongue === "zh" ? inChinese(problem) : problem;
  const { document = "", message } = diagnostic;
  // Problems of YAML name file, line and column themselves.
  const place =
    document === "" || message.startsWith(`${document}:`)
      ? ""
      : `${document}${diagnostic.span ? `@${diagnostic.span.start}` : ""}: `;
  const word = words[diagnostic.severity];
  const first = `${console.paint(word.style, say(console, word))} ${place}${message} ${console.paint("dim", `[${diagnostic.rule}]`)}\n`;
  return diagnostic.hint === undefined ? first : `${first}  ${console.paint("dim", "→")} ${diagnostic.hint}\n`;
}

/** A line of progress. */
export interface Progress {
  /** Says that the work is at the thing of this name, `done` of `total` being behind it. */
  step(label: string, done: number, total: number): void;
  clear(): void;
}

/**
 * A line of progress that is drawn over itself on a terminal and is silent elsewhere: a bar, how many are done, and once
 * that can be told how many a second and how long it will take. `now` is the clock in milliseconds.
 */
export function progressOf(console: Console, now: () => number = () => performance.now()): Progress {
  if (!console.interactive) return { step: () => {}, clear: () => {} };
  const start = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    step: (label, done, total) => {
      const at = now();
      if (at - drawn < msBetweenDrawings) return;
      drawn = at;
      const filled = total === 0 ? barColumns : Math.round((barColumns * done) / total);
      const bar = "█".repeat(filled) + "░".repeat(barColumns - filled);
      const words = [bar, `${done}/${total}`, ...pace(console, done, total, at - start), label].join("  ");
      // A line that wraps cannot be drawn over.
      console.err(`\r\u001b[K${cutTo(words, console.columns - 1)}`);
    },
    clear: () => console.err(drawn === Number.NEGATIVE_INFINITY ? "" : "\r\u001b[K"),
  };
}

const barColumns = 24;
const msBetweenDrawings = 100;
/** Before so long the first of them, which take longest, would be taken for all. */
const msBeforePace = 1000;

/** How many a second and how long the rest will take, where enough is behind to tell. */
function pace(console: Console, done: number, total: number, ms: number): string[] {
  if (ms < msBeforePace || done === 0) return [];
  const rate = (1000 * done) / ms;
  const seconds = Math.ceil((total - done) / rate);
  const shown = rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
  return [
    say(console, { zh: `每秒 ${shown} 篇`, en: `${shown}/s` }),
    say(console, { zh: `还要 ${duration(seconds, "zh")}`, en: `${duration(seconds, "en")} left` }),
  ];
}

function duration(seconds: number, tongue: Tongue): string {
  const units = tongue === "zh" ? [" 小时", " 分", " 秒"] : [" h", " min", " s"];
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const first = parts.findIndex((part) => part > 0);
  // Two units are enough: with hours to go, seconds say nothing.
  const from = first < 0 ? 2 : first;
  return parts
    .slice(from, from + 2)
    .map((part, i) => `${part}${units[from + i] ?? ""}`)
    .join(" ");
}

/** The beginning of a text that fits into so many columns of a terminal. */
function cutTo(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let cut = "";
  let taken = 1; // …
  for (const character of text) {
    taken += columnsOf(character);
    if (taken > columns) break;
    cut += character;
  }
  return `${cut}…`;
}

function todayOf(epoch: string | undefined): string {
  const seconds = epoch === undefined || epoch === "" ? Number.NaN : Number(epoch);
  if (Number.isFinite(seconds)) return new Date(seconds * 1000).toISOString().slice(0, 10);
  // At eight in the morning in Beijing it is still yesterday in UTC: who signs then signs today.
  const now = new Date();
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
