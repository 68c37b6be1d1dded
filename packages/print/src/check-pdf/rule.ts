import type { Pdf } from "./pdf.ts";

/** What a PDF of ours must keep to. */
export interface PdfRule {
  /** `note-id` */
  readonly id: string;
  /** Where it stands: standards with their clauses, Matterhorn's conditions. */
  readonly clause: string;
  /** What must hold, in a sentence. */
  readonly about: string;
  /** Says each place where it does not. */
  readonly check: (pdf: Pdf) => Iterable<string>;
}

/** A place where a PDF does not keep to a rule. */
export interface PdfFinding {
  readonly rule: string;
  readonly clause: string;
  readonly message: string;
}
