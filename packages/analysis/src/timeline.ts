import { type IssuePeriod, firstDay, lastDay, parsePartialDate } from "@jianbao/model";
import type { Publication } from "./analysis.ts";
import { compareTexts } from "./order.ts";

/** An article with the days between which it was published. */
export interface DatedPublication extends Publication {
  readonly published: string;
  readonly first: string;
  readonly last: string;
  /** Published within the issue's period; a date of a month only counts for its month. */
  readonly isCurrent: boolean;
}

/** The articles as the end of a period sees them. */
export interface Timeline {
  /** Surely published by the end of the period, by key. */
  readonly known: ReadonlyMap<string, DatedPublication>;
  /** Articles without a date, or with one too coarse to say that they were published by then. */
  readonly undated: ReadonlyMap<string, Publication>;
}

/** Sorts articles into those known by the end of the period, those without a usable date, and later ones. */
export function timelineOf(publications: readonly Publication[], period: IssuePeriod): Timeline {
  const known = new Map<string, DatedPublication>();
  const undated = new Map<string, Publication>();
  for (const publication of [...publications].sort(comparePublications)) {
    if (known.has(publication.key) || undated.has(publication.key)) continue;
    const { published } = publication;
    if (published === null || parsePartialDate(published) === null) {
      undated.set(publication.key, publication);
      continue;
    }
    const first = firstDay(published);
    const last = lastDay(published);
    if (last <= period.end) {
      known.set(publication.key, { ...publication, published, first, last, isCurrent: first >= period.start });
    } else if (first <= period.end) {
      undated.set(publication.key, publication);
    }
  }
  return { known, undated };
}

function comparePublications(a: Publication, b: Publication): number {
  return compareTexts(a.document, b.document) || a.part - b.part || compareTexts(JSON.stringify(a), JSON.stringify(b));
}
