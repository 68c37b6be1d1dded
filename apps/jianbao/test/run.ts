import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Console } from "../src/console.ts";
import { main } from "../src/main.ts";

/** What a call of the command line gave. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Calls the command line in this process, in a folder, with what a person would type. */
export async function jianbao(
  cwd: string,
  args: readonly string[],
  options: {
    readonly input?: string | Uint8Array;
    readonly tongue?: "zh" | "en";
    readonly today?: string;
    readonly colour?: boolean;
    readonly columns?: number;
  } = {},
): Promise<Run> {
  let out = "";
  let err = "";
  const console: Console = {
    tongue: options.tongue ?? "en",
    cwd,
    env: {},
    today: options.today ?? "2024-01-10",
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    interactive: false,
    colour: options.colour ?? false,
    columns: options.columns ?? 100,
    paint: (_, text) => text,
    drained: async () => {},
    input: async function* () {
      yield typeof options.input === "string"
        ? new TextEncoder().encode(options.input)
        : (options.input ?? new Uint8Array());
    },
  };
  const code = await main(args, console);
  return { code, out, err };
}

/** Makes an empty folder that `dispose` removes: `using folder = temporaryFolder()`. */
export function temporaryFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), "jianbao-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Folder of the example workspace. */
export const exampleFolder: string = join(import.meta.dirname, "..", "..", "..", "examples", "telecom-fraud");

/** Copies what a person wrote of the example workspace (not what was built of it) into a folder. */
export function copyExample(to: string): void {
  for (const name of ["briefing.yaml", "sources"])
    cpSync(join(exampleFolder, name), join(to, name), { recursive: true });
}
