import { parseArgs } from "node:util";
import { nearest } from "@jianbao/model";
import type { Console } from "./console.ts";
import { type FailOn, UsageError } from "./problems.ts";
import type { Message } from "./text.ts";

/** An option of a command, as the help page shows it. */
export interface Option {
  readonly name: string;
  /** `flag` takes no value; else the word for its value: `DIR`, `DATE`. */
  readonly value: "flag" | string;
  readonly help: Message;
  /** Allowed values, where they are few. */
  readonly choices?: readonly string[];
  readonly short?: string;
}

/** What a command is called with. */
export interface Invocation {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | true>>;
  readonly failOn: FailOn;
  readonly json: boolean;
  /** Notes how long each step took, for `--timing`. */
  readonly timer: Timer;
}

/** A subcommand: what it is for, what it takes, and what it does. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: Message;
  readonly description: Message;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  readonly operands: { readonly min: number; readonly max: number };
  run(console: Console, invocation: Invocation): Promise<number>;
}

/** Measures the steps of a command; the clock is the app's. */
export interface Timer {
  time<T>(label: string, work: () => T): T;
  report(): readonly { readonly label: string; readonly ms: number }[];
}

/** Options that every command takes. */
export const commonOptions: readonly Option[] = [
  {
    name: "workspace",
    value: "DIR",
    help: {
      zh: "工作区（默认：向上最近的含 briefing.yaml 的文件夹）",
      en: "the workspace (default: the nearest folder upward with a briefing.yaml)",
    },
  },
  { name: "json", value: "flag", help: { zh: "结果写成 JSON，供程序读取", en: "print results as JSON, for machines" } },
  {
    name: "fail-on",
    value: "LEVEL",
    choices: ["error", "warning", "info", "never"],
    help: {
      zh: "从哪一级问题起退出码为 1（默认 error）",
      en: "the least severity that makes the exit code 1 (default: error)",
    },
  },
  { name: "timing", value: "flag", help: { zh: "打印时间花在哪里", en: "print where the time goes" } },
  { name: "help", short: "h", value: "flag", help: { zh: "打印本页", en: "print this page" } },
];

/** Reads a command's arguments; throws UsageError for what it does not know. */
export function parseInvocation(command: Command, args: readonly string[], timer: Timer): Invocation {
  const options = [...command.options, ...commonOptions];
  let parsed: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        options.map((option) => [
          option.name,
          {
            type: option.value === "flag" ? ("boolean" as const) : ("string" as const),
            ...(option.short === undefined ? {} : { short: option.short }),
          },
        ]),
      ),
    }) as typeof parsed;
  } catch (error) {
    throw new UsageError(optionMessage(error, options), `jianbao ${command.name} --help`);
  }
  const values: Record<string, string | true> = {};
  for (const [name, value] of Object.entries(parsed.values)) {
    if (value === undefined || value === false) continue;
    const option = options.find((candidate) => candidate.name === name);
    if (option?.choices && typeof value === "string") {
      for (const choice of value.split(",")) {
        if (option.choices.includes(choice)) continue;
        throw new UsageError(`unknown ${name}: ${choice}`, `one of ${option.choices.join(", ")}`);
      }
    }
    values[name] = value;
  }
  const { min, max } = command.operands;
  if (values["help"] !== true && (parsed.positionals.length < min || parsed.positionals.length > max)) {
    throw new UsageError(
      parsed.positionals.length < min
        ? `missing argument: ${command.usage}`
        : `unexpected argument: ${parsed.positionals[max] ?? ""}`,
      `jianbao ${command.name} --help`,
    );
  }
  return {
    operands: parsed.positionals,
    options: values,
    failOn: (values["fail-on"] ?? "error") as FailOn,
    json: values["json"] === true,
    timer,
  };
}

/** Writes a command's help page. */
export function helpOf(console: Console, command: Command): string {
  const t = console.tongue;
  const row = (option: Option): string => {
    const name = `${option.short === undefined ? "" : `-${option.short}, `}--${option.name}${option.value === "flag" ? "" : ` ${option.value}`}`;
    const choices = option.choices ? ` (${option.choices.join(" | ")})` : "";
    return `  ${name.padEnd(22)} ${option.help[t]}${choices}\n`;
  };
  return [
    `jianbao ${command.usage}\n\n${command.description[t]}\n`,
    command.options.length === 0 ? "" : `\n${t === "zh" ? "选项" : "Options"}\n${command.options.map(row).join("")}`,
    `\n${t === "zh" ? "通用选项" : "Common options"}\n${commonOptions.map(row).join("")}`,
    `\n${t === "zh" ? "例子" : "Examples"}\n${command.examples.map((example) => `  ${example}\n`).join("")}`,
  ].join("");
}

/** Makes a timer that reads `now` in milliseconds. */
export function timerOf(now: () => number): Timer {
  const rows: { label: string; ms: number }[] = [];
  const note = (label: string, ms: number): void => {
    const row = rows.find((candidate) => candidate.label === label);
    if (row) row.ms += ms;
    else rows.push({ label, ms });
  };
  return {
    time: (label, work) => {
      const start = now();
      const result = work();
      if (result instanceof Promise) {
        return result.finally(() => note(label, now() - start)) as typeof result;
      }
      note(label, now() - start);
      return result;
    },
    report: () => rows,
  };
}

function optionMessage(error: unknown, options: readonly Option[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '--?([^']+)'/u.exec(message)?.[1];
  if (unknown === undefined) return message.split(".")[0] ?? message;
  const near = nearest(
    unknown,
    options.map((option) => option.name),
  );
  return `unknown option: --${unknown}${near === null ? "" : ` (did you mean --${near}?)`}`;
}
