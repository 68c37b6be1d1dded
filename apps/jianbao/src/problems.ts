import { type Diagnostic, type Severity, isAtLeast } from "@jianbao/model";

/** A wrong use of the command line: exit code 2, with what to do instead. */
export class UsageError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = "UsageError";
    this.hint = hint;
  }
}

/** Which problems make the exit code 1; `never` lets all pass. */
export type FailOn = Severity | "never";

/** The exit code for the problems met: 0 clean, 1 at or above the threshold. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], failOn: FailOn): 0 | 1 {
  return failOn !== "never" && diagnostics.some((diagnostic) => isAtLeast(diagnostic.severity, failOn)) ? 1 : 0;
}
