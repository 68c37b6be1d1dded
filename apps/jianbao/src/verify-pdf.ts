import type { Diagnostic } from "@jianbao/model";

/** Checks a PDF against PDF/A-3a and PDF/UA-1; each place where it does not keep to them is an error. */
export async function pdfProblems(bytes: Uint8Array): Promise<readonly Diagnostic[]> {
  const { checkPdf } = await import("@jianbao/print");
  return checkPdf(bytes).map(({ rule, clause, message }) => ({
    severity: "error",
    rule: "print/pdf-conformance",
    message: `nonconforming PDF (${rule}; ${clause}): ${message}`,
    hint: "docs/pdf.md lists the rules; nothing that you write should break one: please report this fault",
  }));
}
