import { type Draft, change } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";

/** Marks that set an article off from the next: matches `警方通报******`; must not match `张**`, `***`. */
const stars = guarded(/(?<=[\p{Script=Han}！？。”）])[*＊]{4,40}(?=[ \t　]*$)/gmu);

/** Takes away the rows of stars that set a headline off. */
export function dropHeadlineStars(draft: Draft): Draft {
  if (!stars.mayMatch(draft.text)) return draft;
  const changes = [...draft.text.matchAll(stars.pattern)].map(({ 0: found, index: start }) => ({
    start,
    end: start + found.length,
    replacement: "",
    rule: "cleaning/drawn-frame",
    reason: "is a mark of the page's layout",
    score: 0.95,
  }));
  return change(draft, changes);
}
