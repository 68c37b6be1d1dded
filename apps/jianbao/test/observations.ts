import { join } from "node:path";
import type { Observation } from "@jianbao/model";
import { openArchive } from "@jianbao/archive";

export type { Observation } from "@jianbao/model";

/** Reads the sources of a workspace's archive, to follow observations back to their characters. */
export function observationJsonl(workspace: string): { holds(observation: Observation | undefined): boolean } {
  const texts = new Map<string, string | null>();
  const textOf = (document: string): string | null => {
    if (!texts.has(document)) {
      const archive = openArchive(join(workspace, "archive.db"));
      texts.set(document, archive.source(document)?.text ?? null);
      archive.close();
    }
    return texts.get(document) ?? null;
  };
  return {
    holds: (observation) => {
      if (observation === undefined) return false;
      const source = textOf(observation.document);
      if (source === null) return false;
      const printed = observation.quantity?.text ?? observation.change[0]?.text ?? "";
      return digits(source.slice(observation.source.start, observation.source.end)).includes(digits(printed));
    },
  };
}

function digits(text: string): string {
  return text.normalize("NFKC").replaceAll(/[^0-9]/gu, "");
}
