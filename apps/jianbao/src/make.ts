import type { Diagnostic } from "@jianbao/model";
import type { Layout } from "@jianbao/print";
import type { Timer } from "./command.ts";
import { type ComposedIssue, type Signature, composeIssue, layoutIssue } from "./issue.ts";
import { lacksGlyphs } from "./missing-glyphs.ts";
import type { OutputFiles } from "./output.ts";
import { type Medium, media, publish } from "./publish.ts";
import type { IssueRecord } from "./record.ts";
import type { AnalysedIssue } from "./session.ts";
import { pdfProblems } from "./verify-pdf.ts";

/** An issue, made: its files as they will lie in `out/PERIOD`, without the manifest. */
export interface MadeIssue {
  readonly issue: ComposedIssue;
  /** False where it cannot be composed, or a character of it cannot be printed: then there are no files. */
  readonly isMade: boolean;
  readonly files: OutputFiles;
  /** The pages, as the PDF has them; null where none was wanted. */
  readonly set: Layout | null;
  /** Problems of the workspace, the articles, the template and the pages. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Composes an analysed issue, sets its pages and writes it in the wanted media; without a signature it is a draft. What
 * is signed is kept and handed on, so its PDF is checked against PDF/A and PDF/UA.
 */
export async function makeIssue(
  analysed: AnalysedIssue,
  timer: Timer,
  options: {
    readonly template?: string | undefined;
    readonly signature?: Signature;
    readonly wanted?: readonly Medium[];
  } = {},
): Promise<MadeIssue> {
  const wanted = options.wanted ?? media;
  const issue = await composeIssue(analysed, options.template, timer, options.signature);
  const set = wanted.includes("pdf") ? await layoutIssue(issue, timer) : null;
  const diagnostics = [...issue.diagnostics, ...(set?.diagnostics ?? [])];
  // A page on which a mark stands for a word is not to be had by accident: nothing is written.
  if (issue.document === null || lacksGlyphs(diagnostics))
    return { issue, isMade: false, files: {}, set, problems: diagnostics };
  const { files, problems } = await publish(issue, set, new Set(wanted), timer);
  const pdf = files["briefing.pdf"];
  const faults =
    options.signature === undefined || !(pdf instanceof Uint8Array)
      ? []
      : await timer.time("verify PDF", () => pdfProblems(pdf));
  return { issue, isMade: true, files, set, problems: [...diagnostics, ...problems, ...faults] };
}

/** What a signed issue prints of its signature. */
export function signatureOf({ signedBy, signedOn, replaces }: IssueRecord): Signature {
  return {
    by: signedBy,
    on: signedOn,
    replaces: replaces === null ? null : { on: replaces.signedOn, why: replaces.why },
  };
}
