import { contentRules } from "./content-rules.ts";
import { PdfFile } from "./file.ts";
import { fileRules } from "./file-rules.ts";
import { fontRules } from "./font-rules.ts";
import { linkRules } from "./link-rules.ts";
import { metadataRules } from "./metadata-rules.ts";
import { readPdf } from "./pdf.ts";
import { PdfSyntaxError } from "./reader.ts";
import type { PdfFinding, PdfRule } from "./rule.ts";
import { structureRules } from "./structure-rules.ts";

/** All rules, in the order in which a file is read. */
export const pdfRules: readonly PdfRule[] = [
  ...fileRules,
  ...metadataRules,
  ...fontRules,
  ...contentRules,
  ...structureRules,
  ...linkRules,
];

/**
 * Checks a PDF against the conditions of PDF/A-3a and PDF/UA-1 that can be told by machine and that our files rest on.
 * It reads the subset of PDF that we write (tables of objects, no object streams); a file that it cannot open breaks
 * `cross-reference`. It is no substitute for a full validator: what our files never hold (images, forms, layers,
 * Type 1 fonts) it refuses rather than checks.
 */
export function checkPdf(bytes: Uint8Array): readonly PdfFinding[] {
  let file: PdfFile;
  try {
    file = PdfFile.open(bytes);
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    return [{ rule: "cross-reference", clause: "ISO 32000-1, 7.5.4", message: error.message }];
  }
  const pdf = readPdf(file);
  return pdfRules.flatMap(({ id, clause, check }) => [...check(pdf)].map((message) => ({ rule: id, clause, message })));
}
