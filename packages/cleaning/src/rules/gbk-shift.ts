import type { Diagnostic } from "@jianbao/model";
import type { Draft } from "../draft.ts";

/** Repairs text whose double bytes fell out of step. */
export function repairShift(draft: Draft, _document: string, _diagnostics: Diagnostic[]): Draft {
  return draft;
}
