import type { Foreign } from "../page/reason.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

const topic = guarded(/^[#＃][^#＃\s]{6,30}[#＃]$/u);
// Matches `登上微博热搜第一`, `引发网友热议`; must not match `登上长城`.
const goesOn = guarded(
  /^(?:一度|随即|迅速|随后|近日|再次|[也曾又还])?(?:登上|冲上|登|上了?|[引成刷火]|进入|位居|占据)[^，。：]{0,16}(?:热搜|热榜|榜|头条|热议|关注|讨论|屏|话题|焦点)/u,
);
const day = guarded(/^(?:\d{1,2}月)?\d{1,2}日(?:[上下]午|晚|早晨|凌晨)?$/u);

/**
 * The lines of a sentence that an account sets in short lines around a topic: `27日`, `#某事#`, `登上热搜第一`. Such a
 * topic is the sentence's subject, and no button of the page.
 */
export function topicSentences(views: readonly View[]): Set<number> {
  const found = new Set<number>();
  for (const [i, { line }] of views.entries()) {
    if (!topic.test(line.text) || !goesOn.test(views[i + 1]?.line.text ?? "")) continue;
    found.add(i).add(i + 1);
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) if (day.test(views[j]?.line.text ?? "")) found.add(j);
  }
  return found;
}

/** Releases the topics that are a sentence's subject from what their form alone makes of them. */
export function releaseTopics(views: readonly View[], forms: (Foreign | null)[]): void {
  for (const i of topicSentences(views)) forms[i] = null;
}
