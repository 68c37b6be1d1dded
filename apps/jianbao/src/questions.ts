import type { Diagnostic } from "@jianbao/model";
import type { ComposedIssue } from "./issue.ts";

/** What a careful editor would ask of the figures: conflicts and findings, worded. */
export async function questionsFor(issue: ComposedIssue): Promise<readonly Diagnostic[]> {
  if (issue.theme === null) return [];
  const { questionsOf } = await import("@jianbao/briefing");
  return questionsOf(issue.analysis, { pack: issue.pack, theme: issue.theme, language: issue.language });
}
