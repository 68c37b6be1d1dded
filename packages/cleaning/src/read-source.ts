import { createHash } from "node:crypto";
import type { Diagnostic, SourceFormat, SourceText } from "@jianbao/model";
import { decode } from "./decode.ts";
import { binaryKindOf } from "./readers/binary-kinds.ts";
import { isMhtml, readMhtml } from "./readers/mhtml.ts";

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
  const binary = binaryKindOf(bytes);
  if (binary !== null)
    return nothing(document, "binary-file", `${binary.kind} where an article was expected`, binary.hint);
  const page = format === "html" && isMhtml(headOf(bytes)) ? readMhtml(bytes) : null;
  const decoded = decode(page ?? bytes, document);
  if (decoded === null) {
    return nothing(
      document,
      "binary-file",
      "binary file where an article was expected",
      "save the article as .txt, .html, .md, .pdf or .docx and add it again",
    );
  }
  if (decoded.text.trim() === "") return nothing(document, "empty-file", "empty file", "fetch the article again");
  const { text, encoding, strays } = decoded;
  const kind = decoded.isPage === true ? "html" : format;
  const source = {
    document,
    format: kind,
    text,
    encoding,
    places: [],
    sha256,
    ...(strays.length > 0 ? { strays } : {}),
  };
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

function headOf(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 16_384)).replaceAll("\0", "");
}

/** Tells the format from the bytes where they are plain about it, else from the name. */
function formatOf(bytes: Uint8Array, document: string): SourceFormat {
  const head = headOf(bytes);
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(document)?.[1]?.toLowerCase() ?? "";
  if (head.startsWith("PK\u0003\u0004")) return "docx";
  // Word's old binary format and RTF: its reader says what to do with them.
  if (head.startsWith("\u00D0\u00CF\u0011\u00E0") || head.startsWith("{\\rtf")) return "docx";
  if (isMhtml(head)) return "html";
  if (extension === "md" || extension === "markdown") return "markdown";
  // A page saved under another name, and a text saved as a page.
  if (extensions.has(extension)) return tagsIn(head) > 0 ? "html" : "text";
  if (isPage(head)) return "html";
  return extension === "docx" || extension === "pdf" ? extension : "text";
}

const extensions: ReadonlySet<string> = new Set(
  "html htm xhtml xhtm wml shtml shtm mht mhtml asp aspx jsp php do".split(" "),
);

function tagsIn(head: string): number {
  return head.match(/<\/?[a-z][a-z\d]{0,12}(?=[\s/>])|<!doctype/giu)?.length ?? 0;
}

/** Tells whether a text begins as a page does, after comments and declarations, or as a piece of one. */
function isPage(head: string): boolean {
  let at = 0;
  for (let i = 0; i < 20; i++) {
    // Matches what may stand before: white space, a byte order mark, `<?xml …?>`; must not match text.
    at +=
      /^(?:[\s\u00EF\u00BB\u00BF\u00FE\u00FF]|<\?[^>]{0,200}>){0,200}/u.exec(head.slice(at, at + 4000))?.[0].length ??
      0;
    if (!head.startsWith("<!--", at)) break;
    const end = head.indexOf("-->", at);
    if (end < 0) break;
    at = end + 3;
  }
  const start = head.slice(at, at + 200);
  // Matches `<!DOCTYPE html>` and `<html lang=…`; must not match `a<html`.
  if (/^<(?:!doctype\s+(?:html|wml)|(?:html|wml|head|body)[\s>])/iu.test(start)) return true;
  // A piece of a page: tags of blocks, many for the little text that there is.
  return (
    /^<(?:div|p|table|section|article|meta|title|link|ul|ol|h[1-6]|span|font|center|style|script)[\s>]/iu.test(start) &&
    tagsIn(head) >= 4
  );
}
