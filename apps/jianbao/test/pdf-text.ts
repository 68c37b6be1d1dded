import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Reads the text of a PDF, all white space removed, so that a number set over two runs is found whole. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
  });
  const pdf = await task.promise;
  let text = "";
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    for (const item of content.items) if ("str" in item) text += item.str;
  }
  await task.destroy();
  return text.replaceAll(/\s+/gu, "");
}
