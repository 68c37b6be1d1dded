import { readFileSync } from "node:fs";
import { UsageError } from "./problems.ts";

/** Reads a file that the command line names; throws a `UsageError` that shows the name as it was given. */
export function readOperand(path: string, shown: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(
      `cannot read ${shown}: ${error instanceof Error ? error.message : String(error)}`,
      "name a file that exists and that you may read",
    );
  }
}
