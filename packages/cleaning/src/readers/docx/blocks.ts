import type { PlaceRole } from "@jianbao/model";

/** A paragraph as it reads, with its number; lines within it are set apart by line feeds. */
export interface ParagraphBlock {
  readonly type: "paragraph";
  readonly text: string;
  readonly role: PlaceRole | null;
}

/** A table: rows of cells, each with its own blocks. */
export interface TableBlock {
  readonly type: "table";
  readonly rows: readonly Row[];
}

export type Block = ParagraphBlock | TableBlock;

export interface Row {
  /** Columns left out before the first cell. */
  readonly skipped: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** How many columns it spans. */
  readonly span: number;
  /** Goes on with the cell above. */
  readonly continued: boolean;
}

/** One line of the document's text. */
export interface TextLine {
  readonly text: string;
  readonly role: PlaceRole | null;
}

/** Writes blocks as lines: a paragraph a line, a row a line with its cells set apart by tabs. */
export function linesOf(blocks: readonly Block[]): TextLine[] {
  return blocks.flatMap((block) => (block.type === "paragraph" ? [block] : linesOfTable(block)));
}

function linesOfTable(table: TableBlock): TextLine[] {
  if (isFrame(table)) return table.rows.flatMap((row) => row.cells.flatMap((cell) => linesOf(cell.blocks)));
  const width = Math.max(...table.rows.map((row) => row.skipped + row.cells.reduce((sum, cell) => sum + cell.span, 0)));
  const above: string[] = [];
  const lines: TextLine[] = [];
  const notes: TextLine[] = [];
  for (const row of table.rows) {
    const cells: string[] = Array.from({ length: row.skipped }, () => "");
    for (const cell of row.cells) {
      const column = cells.length;
      const text = cell.continued ? headOf(above[column] ?? "") : textOfCell(cell, notes);
      if (!cell.continued) above[column] = text;
      cells.push(text);
      // A head over several columns stands at each of them; a row that is one cell is said once.
      for (let n = 1; n < cell.span && cell.span < width; n++) {
        above[cells.length] = text;
        cells.push(headOf(text));
      }
    }
    while (cells.length > 0 && cells.at(-1) === "") cells.pop();
    if (cells.length > 0) lines.push({ text: cells.join("\t"), role: cells.length > 1 ? "row" : null });
  }
  return [...lines, ...notes];
}

/** What is repeated of a merged cell: words, which are a head; a figure is said once. */
function headOf(text: string): string {
  return /\d/u.test(text) ? "" : text;
}

/** A table of one column, or one that only places text on the page, is no table. */
function isFrame(table: TableBlock): boolean {
  const columns = Math.max(0, ...table.rows.map((row) => row.cells.length));
  if (columns <= 1 || areColumns(table)) return true;
  return table.rows.some((row) =>
    row.cells.some((cell) => {
      const paragraphs = cell.blocks.filter((block) => block.type === "paragraph" && block.text.trim() !== "");
      const length = paragraphs.reduce((sum, block) => sum + (block.type === "paragraph" ? block.text.length : 0), 0);
      const inner = cell.blocks.some((block) => block.type === "table");
      return (inner && paragraphs.length > 0 && table.rows.length <= 2) || (paragraphs.length >= 3 && length > 240);
    }),
  );
}

/** A row whose cells hold paragraphs of sentences each: columns that a table sets side by side. */
function areColumns({ rows }: TableBlock): boolean {
  const cells = rows
    .flatMap((row) => row.cells)
    .filter(({ blocks }) => linesOf(blocks).some(({ text }) => text.trim() !== ""));
  return (
    rows.length <= 2 &&
    cells.length >= 2 &&
    cells.every(({ blocks }) => {
      const lines = linesOf(blocks).filter(({ text }) => text.trim() !== "");
      return lines.length >= 2 && lines.filter(({ text }) => text.length >= 16 && /[。！？”]$/u.test(text)).length >= 2;
    })
  );
}

/** A cell's paragraphs on one line; a table within it cell by cell. */
function textOfCell(cell: Cell, notes: TextLine[]): string {
  const parts: string[] = [];
  for (const line of linesOf(cell.blocks)) {
    if (line.role === "note") notes.push(line);
    else if (line.text.trim() !== "") parts.push(line.text.replaceAll(/\s+/gu, " ").trim());
  }
  return parts.join(" ");
}
