import { type PDFDocumentProxy, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Reads the text of a PDF, all white space removed, so that a number set over two runs is found whole. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  return withPdf(bytes, async (pdf) => {
    let text = "";
    for (let number = 1; number <= pdf.numPages; number++) {
      const content = await (await pdf.getPage(number)).getTextContent();
      for (const item of content.items) if ("str" in item) text += item.str;
    }
    return text.replaceAll(/\s+/gu, "");
  });
}

/** The files that a PDF carries, by name. */
export async function attachmentsOfPdf(bytes: Uint8Array): Promise<Readonly<Record<string, Uint8Array>>> {
  return withPdf(bytes, async (pdf) => {
    const files: Record<string, Uint8Array> = {};
    for (const [id, { filename }] of (await pdf.getAttachments()) ?? []) {
      files[filename] = (await pdf.getAttachmentContent(id)) ?? new Uint8Array(0);
    }
    return files;
  });
}

async function withPdf<T>(bytes: Uint8Array, read: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}
