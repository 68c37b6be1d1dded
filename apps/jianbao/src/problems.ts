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

/** The nearest of the known words to a mistyped one, or null where none is near. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Levenshtein's distance: the least number of single-character changes from one word to the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
