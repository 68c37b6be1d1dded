import { type Judged, advertisement, bar } from "./judgement.ts";
import type { Foreign } from "../page/reason.ts";
import type { Section } from "./sections.ts";

/** Lines that stand together are one advertisement, whatever each looks like by itself. */
export function nameTogether(found: (Foreign | null)[], judged: readonly Judged[]): void {
  for (let i = 0; i < found.length;) {
    let stop = i;
    let sells = 0;
    let selling = 0;
    let other = 0;
    let heaviest = found[i] ?? advertisement;
    while (stop < found.length && isOfBlock(found[stop])) {
      const weight = Math.max(0, judged[stop]?.weight ?? 0);
      const sold = found[stop]?.rule === advertisement.rule ? weight : Math.min(weight, judged[stop]?.selling ?? 0);
      if (found[stop]?.rule === advertisement.rule) sells++;
      selling += sold;
      if (weight - sold > other) {
        other = weight - sold;
        heaviest = found[stop] ?? advertisement;
      }
      stop++;
    }
    if (sells > 1 || (sells > 0 && selling >= other)) heaviest = advertisement;
    for (let j = i; j < stop; j++) {
      const why = found[j];
      if (why !== null && why !== undefined && why.rule !== heaviest.rule) found[j] = { ...heaviest, score: why.score };
    }
    i = Math.max(stop, i + 1);
  }
}

function isOfBlock(why: Foreign | null | undefined): boolean {
  return (
    why !== null &&
    why !== undefined &&
    /advertisement|self-promotion|contact-line|search-spam|legal-notice/u.test(why.rule)
  );
}

/** Why a line is foreign: its section or its list says more than the line itself. */
export function whyOf(judged: Judged, list: number, section: Section, weight: number): Foreign {
  if (judged.formed && judged.why !== null) return judged.why;
  const why = judged.why ?? advertisement;
  const plain = why === advertisement || why === bar;
  const score = Math.round(100 / (1 + Math.exp(-Math.min(4, Math.max(0.2, weight))))) / 100;
  if (plain && section === "comments")
    return { rule: "cleaning/comments", reason: "is what readers wrote under the article", score };
  if (section === "related" || (list > 1 && why === advertisement))
    return { rule: "cleaning/related-news", reason: "lists other articles", score };
  return { ...why, score };
}
