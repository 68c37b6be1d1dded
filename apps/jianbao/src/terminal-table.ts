import { columnsOf } from "./columns.ts";
import type { Console } from "./console.ts";

/**
 * Writes rows under a head for a terminal, columns two spaces apart: Han characters count two columns. `align` says for
 * each column where its cells stand; `start` where it is silent.
 */
export function terminalTable(
  console: Console,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly ("start" | "end")[] = [],
): string {
  const widths = head.map((title, column) =>
    Math.max(columnsOf(title), ...rows.map((row) => columnsOf(row[column] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    `${cells
      .map((text, column) => {
        const room = " ".repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(text)));
        return align[column] === "end" ? room + text : text + room;
      })
      .join("  ")
      .trimEnd()}\n`;
  return [console.paint("bold", line(head)), ...rows.map(line)].join("");
}
