import type { Analysis, Conflict, Finding } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import type { Diagnostic } from "@jianbao/model";
import type { Phrase } from "../phrase.ts";
import { wordingOf } from "../wording/index.ts";
import { conflictSentence, findingSentences } from "./checks.ts";
import type { Context } from "./context.ts";
import type { ViewOptions } from "./view.ts";

/** What a careful editor would ask before signing, with what it is about and the command that settles it. */
export interface Question extends Diagnostic {
  /** Of the conflict or finding: `c-…`, `f-…`. */
  readonly id: string;
  /** Observations concerned, the first of each side before the others. */
  readonly observations: readonly string[];
  /** True where an editor settled or accepted it: it is no question any more. */
  readonly isSettled: boolean;
}

/**
 * Words what a careful editor would ask before signing, one question a conflict and a finding, in the order of the
 * analysis; what an editor settled or accepted is `info`; `document` is the article of the first figure concerned, and
 * the hint of an open one is the command to decide it.
 */
export function questionsOf(
  analysis: Analysis,
  options: Pick<ViewOptions, "pack" | "theme" | "language">,
): readonly Question[] {
  const context: Context = {
    analysis,
    pack: options.pack,
    theme: options.theme,
    wording: wordingOf(options.language),
    indicators: new Map(options.pack.indicators.map((indicator) => [indicator.id, indicator])),
    questioned: new Set(),
  };
  const about = (observations: readonly string[]): Pick<Question, "document" | "observations" | "span"> => {
    const first = analysis.observations[observations[0] ?? ""];
    return {
      observations,
      ...(first === undefined
        ? {}
        : { document: first.document, span: { start: first.source.start, end: first.source.end } }),
    };
  };
  return [
    ...analysis.conflicts.map((conflict): Question => ({
      id: conflict.id,
      isSettled: conflict.settled !== undefined,
      severity: conflict.settled === undefined ? "warning" : "info",
      rule: "analysis/conflict",
      message: plain(conflictSentence(context, conflict)),
      ...about(conflict.candidates.flatMap((candidate) => candidate.value.observations)),
      ...(conflict.settled === undefined
        ? { hint: `jianbao decide ${conflict.id} settle --observation ${proposedIn(conflict)} ${signature}` }
        : {}),
    })),
    ...analysis.findings.map((finding): Question => ({
      id: finding.id,
      isSettled: finding.accepted !== undefined,
      severity: finding.severity,
      rule: finding.rule,
      message: plain(findingSentences(context, [finding]).flat()),
      ...about(finding.observations),
      ...(finding.accepted === undefined ? { hint: commandFor(finding) } : {}),
    })),
  ];
}

/** What the editor fills in: who and why. */
const signature = "--by … --why …";

function proposedIn({ candidates }: Conflict): string {
  return candidates[0]?.value.observations[0] ?? "o-…";
}

/** The command that settles a finding: what is missing of a figure is stated, a doubtful one accepted, others looked into. */
function commandFor({ id, rule, observations }: Finding): string {
  const [figure] = observations;
  const isAlone = figure !== undefined && observations.length === 1;
  if (isAlone && rule === "analysis/period-unknown") return `jianbao decide ${figure} correct --period … ${signature}`;
  if (isAlone && rule === "analysis/area-unknown") return `jianbao decide ${figure} correct --area … ${signature}`;
  if (isAlone && rule === "analysis/unsound-figure") return `jianbao decide ${figure} correct --value … ${signature}`;
  if (isAlone && rule === "analysis/doubtful-figure") return `jianbao decide ${figure} accept ${signature}`;
  return `jianbao decide ${id} accept ${signature}`;
}

/** The words alone, without note marks and the full stop. */
function plain(sentence: Phrase): string {
  return textOf(sentence.filter((inline) => inline.type !== "footnote")).replace(/[。.]$/u, "");
}
