import type { Publication } from "@jianbao/analysis";

/** An article by its publisher; its date follows. */
export interface ShortCitation {
  readonly publication: Publication;
  readonly name: string;
}

/** Cites articles by publisher and date alone; of those that are alike in both, the first stands for all. */
export function shortCitations(
  publications: readonly Publication[],
  nameOf: (publication: Publication) => string,
): readonly ShortCitation[] {
  const seen = new Set<string>();
  return publications.flatMap((publication) => {
    const name = nameOf(publication);
    const key = `${name}|${publication.published ?? ""}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ publication, name }];
  });
}
