import type { Diagnostic } from "@jianbao/model";
import { type Console, say } from "./console.ts";
import type { OutputError } from "./output.ts";
import { shownPath } from "./workspace.ts";

/** Words an output folder that could not be written. */
export function outputProblem(console: Console, error: OutputError): Diagnostic {
  return {
    severity: "error",
    rule: "app/output",
    document: shownPath(console, error.folder),
    message: say(console, {
      zh: `写不进输出文件夹：${error.message}；原来的输出没有动`,
      en: `unwritable output folder: ${error.message}; the former output stands`,
    }),
    hint: say(console, {
      zh: "腾出空间或改权限后重来，或用 --out 换一个文件夹",
      en: "make room or change its permissions and try again, or name another with --out",
    }),
  };
}
