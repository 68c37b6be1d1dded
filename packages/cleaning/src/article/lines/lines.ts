import type { Span } from "@jianbao/model";
import { isSpace } from "../../characters.ts";
import { type Draft, isWithin } from "../../draft.ts";
import type { Structure } from "../../structure.ts";

/** A line of the text with what its form tells; positions are in the draft's text, white space trimmed. */
export interface Line extends Span {
  readonly text: string;
  /** Han characters. */
  readonly han: number;
  /** Blank lines before it. */
  readonly blank: number;
  /** White space at its start, in columns of a Han character. */
  readonly indent: number;
  /** The markup or the container calls it a heading. */
  readonly marked: boolean;
  /** The markup builds it as it builds the article's own paragraphs. */
  readonly settled: boolean;
  /** Begins a block of the markup. */
  readonly fresh: boolean;
  /** Ends as a sentence, quotation or clause does. */
  readonly closed: boolean;
  /** Sentence marks inside: 。！？； */
  readonly sentences: number;
  /** Commas inside: ， and 、 */
  readonly commas: number;
  /** Clauses set apart inside: ， alone. */
  readonly clauses: number;
}

/** The marks with which a sentence, a quotation or a clause ends. */
const closing: ReadonlySet<string> = new Set('。！？!?；;…：:—”’"』」》）)】]\uFFFD');

/** Cuts a text into its lines that are not blank. */
export function linesOf(draft: Draft, structure: Structure): Line[] {
  const { text } = draft;
  const blocks = structure.blocks ?? [];
  const settled = structure.settled ?? [];
  const index = structure.headings.length > 0 || blocks.length > 0 ? draft.map : null;
  let block = 0;
  const lines: Line[] = [];
  const lineEnd = lineEndsOf(text);
  let blank = 0;
  for (let position = 0; position <= text.length;) {
    const stop = lineEnd(position);
    let start = position;
    let end = stop;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start === end) blank++;
    else {
      const source = index === null ? 0 : index.toSource(start, "start");
      const before = block;
      while (block < blocks.length && (blocks[block] ?? 0) <= source) block++;
      lines.push(
        lineOf(text.slice(start, end), {
          start,
          blank,
          indent: indentOf(text, position, start),
          marked: index !== null && isWithin(structure.headings, source),
          settled: index !== null && isWithin(settled, source),
          fresh: block > before,
        }),
      );
      blank = 0;
    }
    position = stop + (text.charCodeAt(stop) === 0x0d && text.charCodeAt(stop + 1) === 0x0a ? 2 : 1);
  }
  return lines;
}

/** Describes a text that stands at a place as a line. */
export function lineOf(
  text: string,
  {
    start,
    blank = 0,
    indent = 0,
    marked = false,
    settled = false,
    fresh = false,
  }: Pick<Line, "start"> & Partial<Pick<Line, "blank" | "indent" | "marked" | "settled" | "fresh">>,
): Line {
  let han = 0;
  let sentences = 0;
  let commas = 0;
  let clauses = 0;
  const last = text.length - 1;
  for (let i = 0; i <= last; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3400 && unit <= 0x9fff) {
      if (unit >= 0x4e00 || unit <= 0x4dbf) han++;
    } else if (i === last) break;
    else if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff1b) sentences++;
    else if (unit === 0xff0c) clauses++;
    else if (unit === 0x3001) commas++;
  }
  return {
    start,
    end: start + text.length,
    text,
    han,
    blank,
    indent,
    marked,
    settled,
    fresh,
    closed: closing.has(text.charAt(last)),
    sentences,
    commas: commas + clauses,
    clauses,
  };
}

/** White space in columns of a Han character. */
function indentOf(text: string, start: number, end: number): number {
  let indent = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    indent += unit === 0x3000 || unit === 0x2003 ? 1 : unit === 0x09 ? 2 : 0.5;
  }
  return indent;
}

/** Finds where lines end, at their breaks or at the end of the text; most texts have one kind of break. */
export function lineEndsOf(text: string): (from: number) => number {
  const only = !/[\v\f\r\u2028\u2029]/u.test(text);
  return (from) => {
    if (only) {
      const stop = text.indexOf("\n", from);
      return stop < 0 ? text.length : stop;
    }
    let at = from;
    while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    return at;
  };
}

function isLineEnd(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x2028 || unit === 0x2029;
}

/** Tells whether a line reads as prose: whole sentences, not a heading, an entry of a list or an advertisement. */
export function isProse(line: Line): boolean {
  if (line.han < 8) return false;
  if (line.sentences > 0 && (line.closed || !asks(line.text))) return true;
  // A headline may end in a quotation: 寒潮来袭，牧区如何“抗白灾”.
  const ends = line.closed && (line.han > 24 || !/[^。！？!?…；，]["”』」》）)】\]]+$/u.test(line.text));
  return line.commas > 0 && (ends || line.han > 30);
}

/** A headline may ask or exclaim in its middle: 电梯谁来管？三家单位这样答 */
export function asks(text: string): boolean {
  return text.length <= 40 && !/[。；]/u.test(text.slice(0, -1)) && !/[？！]”/u.test(text);
}
