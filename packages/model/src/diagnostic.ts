import type { Span } from "./span.ts";

/** How bad a problem is: `error` leaves something out, `warning` may mislead, `info` is worth knowing. */
export type Severity = "error" | "warning" | "info";

/** A problem with an input, as data: it names the place and the remedy, and the work goes on. */
export interface Diagnostic {
  readonly severity: Severity;
  /** `package/kebab-name`, stable: people filter by it. */
  readonly rule: string;
  /** Lower case, adjective first, no blame, no full stop. */
  readonly message: string;
  /** The input's file name, where the problem belongs to one. */
  readonly document?: string;
  /** The place in the source text of `document`. */
  readonly span?: Span;
  /** What the reader can do about it. */
  readonly hint?: string;
}

const rank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Tells whether a severity is at least as bad as a threshold. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return rank[severity] >= rank[threshold];
}
