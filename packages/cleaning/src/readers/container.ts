import type { Diagnostic, SourcePlace } from "@jianbao/model";

/** What a container reader found: text with places, or nothing and the reason. */
export interface ReadContainer {
  readonly text: string | null;
  readonly places: readonly SourcePlace[];
  readonly diagnostics: readonly Diagnostic[];
}
