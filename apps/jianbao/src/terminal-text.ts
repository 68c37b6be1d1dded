import { columnsOf } from "./columns.ts";

/** A character as a terminal shows it. */
export interface Cell {
  readonly text: string;
  readonly columns: number;
  /** SGR parameters, such as `31;9`; empty for plain. */
  readonly style: string;
}

/** Control, format, private-use and lone surrogate characters, and line separators: nothing a terminal may act on. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
const combining = /^\p{M}$/u;

/** Spells out what a terminal would obey or hide: U+001B is `<U+001B>`, a tab two spaces. */
export function printable(text: string): string {
  if (!unprintable.test(text)) return text;
  let out = "";
  for (const character of text) out += character === "\t" ? "  " : escaped(character);
  return out;
}

/** One line of at most `most` characters: what is too long keeps its two ends. */
export function shortened(text: string, most: number): string {
  const characters = [...text.trim().replaceAll(/\s+/gu, " ")];
  if (characters.length <= most) return printable(characters.join(""));
  const tail = Math.floor(most / 3);
  const head = characters.slice(0, most - tail - 1);
  return printable(`${head.join("")}…${characters.slice(-tail).join("")}`);
}

/** The cells of a text, each character one; what is unprintable is spelled out in reverse video. */
export function cellsOf(text: string, style: string): Cell[] {
  const cells: Cell[] = [];
  for (const character of text) {
    const unit = character.charCodeAt(0);
    if (unit >= 0x20 && unit < 0x7f) cells.push({ text: character, columns: 1, style });
    else if (unit >= 0x4e00 && unit <= 0x9fff) cells.push({ text: character, columns: 2, style });
    else if (character === "\t") cells.push({ text: "  ", columns: 2, style });
    else if (unprintable.test(character)) {
      const spelled = escaped(character);
      cells.push({ text: spelled, columns: spelled.length, style: style === "" ? "7" : `${style};7` });
    } else cells.push({ text: character, columns: combining.test(character) ? 0 : columnsOf(character), style });
  }
  return cells;
}

function escaped(character: string): string {
  if (!unprintable.test(character)) return character;
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** Breaks cells into lines of at most `columns`; Latin words and numbers stay whole, and no closing mark opens a line. */
export function wrapped(cells: readonly Cell[], columns: number): Cell[][] {
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  let width = 0;
  for (const cell of cells) {
    if (width + cell.columns > columns && line.length > 0) {
      const cut = breakIn(line, cell);
      const rest = line.slice(cut);
      lines.push(line.slice(0, cut));
      line = rest;
      width = rest.reduce((sum, one) => sum + one.columns, 0);
    }
    line.push(cell);
    width += cell.columns;
  }
  lines.push(line);
  return lines;
}

/** Where a full line is cut before the next cell: at its end, or before the word or mark that must not be torn off. */
function breakIn(line: readonly Cell[], next: Cell): number {
  let cut = line.length;
  let after = next;
  for (let steps = 0; steps < 24 && cut > 1; steps++) {
    const before = line[cut - 1];
    if (before === undefined || !isBound(before.text, after.text)) return cut;
    after = before;
    cut--;
  }
  return line.length;
}

function isBound(before: string, after: string): boolean {
  return (
    (/[\p{Script=Latin}\p{M}\d.%]$/u.test(before) && /^[\p{Script=Latin}\p{M}\d.%]/u.test(after)) ||
    /^(?:[，。、；：！？”’）》」』…,.;:!?)\]}›〕]|[-~]\]|\+\})/u.test(after) ||
    /(?:[“‘（《「『([‹〔]|\[[-~]|\{[+?])$/u.test(before)
  );
}

/** Writes a line of cells, with or without colour. */
export function written(line: readonly Cell[], colour: boolean): string {
  let out = "";
  let style = "";
  for (const cell of line) {
    if (colour && cell.style !== style) {
      out += cell.style === "" ? "\u001b[0m" : `\u001b[0;${cell.style}m`;
      style = cell.style;
    }
    out += cell.text;
  }
  return style === "" ? out : `${out}\u001b[0m`;
}
