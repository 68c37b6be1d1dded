import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The texts of a PDF by its tags, white space aside. */
export interface PdfBlocks {
  /** Headings, paragraphs, captions and cells, one an element and page. */
  readonly text: readonly string[];
  readonly notes: readonly string[];
}

interface TreeNode {
  readonly role?: string;
  readonly children?: readonly (TreeNode | { readonly type: string; readonly id: string })[];
}

const blockRoles = new Set(["H1", "H2", "H3", "H4", "P", "Caption", "TH", "TD"]);
/** Marks of notes, labels of lists and notes, and drawings are no text of a block. */
const otherRoles = new Set(["Reference", "Lbl", "Figure", "TOCI"]);

/** Reads a PDF as a screen reader does: by its structure, without what is marked as an artifact. */
export async function blocksOfPdf(bytes: Uint8Array): Promise<PdfBlocks> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
  });
  const pdf = await task.promise;
  const blocks: string[] = [];
  const notes: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const texts = new Map<string, string>();
    const open: (string | null)[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ("str" in item) {
        const id = open.findLast((each) => each !== null);
        if (id !== undefined && id !== null) texts.set(id, (texts.get(id) ?? "") + item.str);
      } else if (item.type === "endMarkedContent") open.pop();
      else open.push(item.type === "beginMarkedContentProps" ? item.id : null);
    }
    const visit = (node: TreeNode, into: string[] | null): void => {
      const role = node.role ?? "";
      if (otherRoles.has(role)) return;
      const own = role === "Note" || blockRoles.has(role) ? [] : into;
      for (const child of node.children ?? []) {
        if ("id" in child) own?.push(texts.get(child.id) ?? "");
        else visit(child as TreeNode, own);
      }
      if (own === null || own === into) return;
      const text = own.join("").replaceAll(/\s+/gu, "");
      if (text !== "") (role === "Note" ? notes : blocks).push(text);
    };
    visit((await page.getStructTree()) as TreeNode, null);
  }
  await task.destroy();
  return { text: blocks, notes };
}
