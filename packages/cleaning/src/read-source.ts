import { createHash } from "node:crypto";
import type { Diagnostic, SourceFormat, SourcePlace, SourceText } from "@jianbao/model";
import { decode } from "./decode.ts";

/** What a container reader found: text with places, or nothing and the reason. */
export interface ReadContainer {
  readonly text: string | null;
  readonly places: readonly SourcePlace[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a file's bytes into the text that all positions count in; null where nothing can be read.
 * The format follows from the bytes, then from the file's name; `format` overrides both.
 */
export async function readSource(
  bytes: Uint8Array,
  options: { readonly document: string; readonly format?: SourceFormat },
): Promise<{ source: SourceText | null; diagnostics: Diagnostic[] }> {
  const { document } = options;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (bytes.length === 0) return nothing(document, "empty-file", "empty file", "fetch the article again");
  const format = options.format ?? formatOf(bytes, document);
  if (format === "pdf" || format === "docx") {
    const read =
      format === "pdf"
        ? await (await import("./readers/pdf.ts")).readPdf(bytes, document)
        : (await import("./readers/docx.ts")).readDocx(bytes, document);
    const source =
      read.text === null
        ? null
        : { document, format, text: read.text, encoding: "container", places: read.places, sha256 };
    return { source, diagnostics: [...read.diagnostics] };
  }
  const decoded = decode(bytes, document);
  if (decoded === null) {
    return nothing(
      document,
      "binary-file",
      "binary file where an article was expected",
      "save the article as .txt, .html, .md, .pdf or .docx and add it again",
    );
  }
  if (decoded.text.trim() === "") return nothing(document, "empty-file", "empty file", "fetch the article again");
  const source = { document, format, text: decoded.text, encoding: decoded.encoding, places: [], sha256 };
  return { source, diagnostics: [...decoded.diagnostics] };
}

function nothing(
  document: string,
  rule: string,
  message: string,
  hint: string,
): { source: null; diagnostics: Diagnostic[] } {
  return { source: null, diagnostics: [{ severity: "error", rule: `cleaning/${rule}`, message, document, hint }] };
}

/** Tells the format from the bytes where they are plain about it, else from the name. */
function formatOf(bytes: Uint8Array, document: string): SourceFormat {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("PK\u0003\u0004")) return "docx";
  // Word's old binary format and RTF: its reader says what to do with them.
  if (head.startsWith("\u00D0\u00CF\u0011\u00E0") || head.startsWith("{\\rtf")) return "docx";
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(document)?.[1]?.toLowerCase();
  if (extension === "md" || extension === "markdown") return "markdown";
  if (extension === "html" || extension === "htm" || extension === "xhtml" || extension === "shtml") return "html";
  // A page saved under another name: matches `<!DOCTYPE html>` and `<html lang=…`; must not match `a<html`.
  const narrow = head.replaceAll("\u0000", "");
  if (/^[^<]{0,8}<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/iu.test(narrow)) return "html";
  return extension === "docx" || extension === "pdf" ? extension : "text";
}
