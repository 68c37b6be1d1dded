import type { Analysis } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import type { Diagnostic } from "@jianbao/model";
import type { Phrase } from "../phrase.ts";
import { wordingOf } from "../wording/index.ts";
import { conflictSentence, findingSentences } from "./checks.ts";
import type { Context } from "./context.ts";
import type { ViewOptions } from "./view.ts";

/**
 * Words what a careful editor would ask before signing, one diagnostic a conflict and a finding, in
 * the order of the analysis; what an editor settled or accepted is `info`; `document` is the article of the first figure concerned.
 */
export function questionsOf(
  analysis: Analysis,
  options: Pick<ViewOptions, "pack" | "theme" | "language">,
): readonly Diagnostic[] {
  const context: Context = {
    analysis,
    pack: options.pack,
    theme: options.theme,
    wording: wordingOf(options.language),
    indicators: new Map(options.pack.indicators.map((indicator) => [indicator.id, indicator])),
  };
  const about = (observations: readonly string[]): Pick<Diagnostic, "document" | "span"> => {
    const first = analysis.observations[observations[0] ?? ""];
    return first === undefined
      ? {}
      : { document: first.document, span: { start: first.source.start, end: first.source.end } };
  };
  return [
    ...analysis.conflicts.map((conflict): Diagnostic => ({
      severity: conflict.settled === undefined ? "warning" : "info",
      rule: "analysis/conflict",
      message: plain(conflictSentence(context, conflict)),
      ...about(conflict.candidates.flatMap((candidate) => candidate.value.observations)),
      ...(conflict.settled === undefined
        ? {
            hint: `decisions.yaml: {id: ${conflict.id}, verdict: settle, observation: ${conflict.candidates[0]?.value.observations[0] ?? "…"}}`,
          }
        : {}),
    })),
    ...analysis.findings.map((finding): Diagnostic => ({
      severity: finding.severity,
      rule: finding.rule,
      message: plain(findingSentences(context, [finding]).flat()),
      ...about(finding.observations),
      ...(finding.accepted === undefined ? { hint: `decisions.yaml: {id: ${finding.id}, verdict: accept}` } : {}),
    })),
  ];
}

/** The words alone, without note marks and the full stop. */
function plain(sentence: Phrase): string {
  return textOf(sentence.filter((inline) => inline.type !== "footnote")).replace(/[。.]$/u, "");
}
