import { nearest } from "@jianbao/model";
import { type Command, commonOptions, helpOf, parseInvocation, timerOf } from "./command.ts";
import { type Console, processConsole } from "./console.ts";
import { UsageError } from "./problems.ts";
import { type Message, tongueOf } from "./text.ts";

declare const __VERSION__: string;

interface Entry {
  readonly summary: Message;
  /** Loads the command; the heavy parts load when it runs. */
  readonly load: () => Promise<Command>;
}

const entries: Readonly<Record<string, Entry>> = {
  init: {
    summary: {
      zh: "建立工作区：带注释的 briefing.yaml 和一篇示例文章",
      en: "make a workspace: a commented briefing.yaml and an example article",
    },
    load: async () => (await import("./commands/init.ts")).init,
  },
  add: {
    summary: { zh: "把文章连同出处放进 sources/", en: "copy articles into sources/ with what is known of them" },
    load: async () => (await import("./commands/add.ts")).add,
  },
  clean: {
    summary: {
      zh: "看一篇文章说了什么、修了什么、去掉了什么",
      en: "show what an article says, and what was repaired and removed",
    },
    load: async () => (await import("./commands/clean.ts")).clean,
  },
  extract: {
    summary: { zh: "从文章里读出统计数据", en: "read the statistics out of articles" },
    load: async () => (await import("./commands/extract.ts")).extract,
  },
  build: {
    summary: { zh: "生成一期简报：PDF、HTML、数据", en: "build an issue: PDF, HTML and data" },
    load: async () => (await import("./commands/build.ts")).build,
  },
  check: {
    summary: { zh: "签发前编辑会问的问题", en: "what a careful editor would ask before signing" },
    load: async () => (await import("./commands/check.ts")).check,
  },
  decide: {
    summary: { zh: "写下一条裁定", en: "write down an editor's decision" },
    load: async () => (await import("./commands/decide.ts")).decide,
  },
  sign: {
    summary: { zh: "签发一期，从此不变", en: "sign an issue, which freezes it" },
    load: async () => (await import("./commands/sign.ts")).sign,
  },
  archive: {
    summary: { zh: "检查或重建档案库", en: "verify the archive, or make it anew from the sources" },
    load: async () => (await import("./commands/archive.ts")).archive,
  },
  domain: {
    summary: { zh: "检查主题包", en: "validate a subject pack" },
    load: async () => (await import("./commands/domain.ts")).domain,
  },
  template: {
    summary: { zh: "列出版式，抄一份来改", en: "list templates, or copy one to change it" },
    load: async () => (await import("./commands/template.ts")).template,
  },
  gallery: {
    summary: { zh: "排出每种版式的样张", en: "set every block in every template" },
    load: async () => (await import("./commands/gallery.ts")).gallery,
  },
  export: {
    summary: { zh: "把档案库导出为数据", en: "write the archive as data" },
    load: async () => (await import("./commands/export.ts")).exportCommand,
  },
};

/** Runs the command line and returns its exit code: 0 clean, 1 problems, 2 wrong use, 3 internal fault. */
export async function main(
  args: readonly string[],
  console: Console = processConsole(tongueOf(process.env)),
): Promise<number> {
  try {
    return await dispatch(console, args);
  } catch (error) {
    if (error instanceof UsageError) {
      console.err(
        `${console.paint("red", "jianbao")}: ${error.message}\n${error.hint === undefined ? "" : `  → ${error.hint}\n`}`,
      );
      return 2;
    }
    // A reader that went away (`jianbao extract … | head`) is no fault.
    if (error instanceof Error && "code" in error && error.code === "EPIPE") return 0;
    console.err(
      `${console.paint("red", "jianbao")}: internal fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 3;
  }
}

async function dispatch(console: Console, args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const topic = name === "help" ? rest[0] : undefined;
    if (topic !== undefined) return dispatch(console, [topic, "--help"]);
    console.out(overview(console));
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-V") {
    console.out(`${typeof __VERSION__ === "string" ? __VERSION__ : "0.0.0"}\n`);
    return 0;
  }
  const entry = entries[name];
  if (entry === undefined) {
    const near = nearest(name, Object.keys(entries));
    throw new UsageError(
      `unknown command: ${name}`,
      near === null ? "jianbao --help" : `did you mean jianbao ${near}?`,
    );
  }
  const command = await entry.load();
  const timer = timerOf(() => performance.now());
  const invocation = parseInvocation(command, rest, timer);
  if (invocation.options["help"] === true) {
    console.out(helpOf(console, command));
    return 0;
  }
  const code = await command.run(console, invocation);
  if (invocation.options["timing"] === true) {
    for (const { label, ms } of timer.report()) console.err(`${ms.toFixed(0).padStart(7)} ms  ${label}\n`);
    console.err(
      `${performance.now().toFixed(0).padStart(7)} ms  ${console.tongue === "zh" ? "整个进程" : "the whole process"}\n`,
    );
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const peak = maxRSS / 1024;
    console.err(
      `${((userCPUTime + systemCPUTime) / 1000).toFixed(0).padStart(7)} ms  ${console.tongue === "zh" ? "处理器时间" : "of processor time"}\n`,
    );
    console.err(`${peak.toFixed(0).padStart(7)} MiB ${console.tongue === "zh" ? "内存峰值" : "peak memory"}\n`);
  }
  return code;
}

function overview(console: Console): string {
  const t = console.tongue;
  const rows = Object.entries(entries).map(([name, entry]) => `  ${name.padEnd(10)} ${entry.summary[t]}\n`);
  const common = commonOptions.map((option) => `--${option.name}`).join(" ");
  return t === "zh"
    ? `简报：从一文件夹的文章到一份可以签发的简报\n\n用法  jianbao 命令 [参数]\n\n${rows.join("")}\n每条命令都接受 ${common}\n从这里开始  jianbao init 我的简报 && jianbao build --workspace 我的简报\n`
    : `jianbao (简报): from a folder of articles to a briefing that a person can sign\n\nUsage  jianbao COMMAND [ARGUMENTS]\n\n${rows.join("")}\nEvery command takes ${common}\nStart here  jianbao init my-briefing && jianbao build --workspace my-briefing\n`;
}
