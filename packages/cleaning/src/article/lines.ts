import type { Span } from "@jianbao/model";
import { hanCount, isSpace } from "../characters.ts";
import { type Draft, isWithin } from "../draft.ts";
import type { Structure } from "../structure.ts";
import { paragraphsIn } from "./flattened.ts";

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
  /** Ends as a sentence, quotation or clause does. */
  readonly closed: boolean;
  /** Sentence marks inside: 。！？； */
  readonly sentences: number;
  /** Commas inside: ， and 、 */
  readonly commas: number;
  /** Clauses set apart inside: ， alone. */
  readonly clauses: number;
}

const closing = /[。！？!?；;…：:—”"』」》）)】\]\uFFFD][”"』」）)】]*$/u;

/** Cuts a text into its lines that are not blank; paragraphs that were run together in a line are lines of their own. */
export function linesOf(draft: Draft, structure: Structure): Line[] {
  const { text } = draft;
  const index = structure.headings.length > 0 ? draft.map : null;
  const lines: Line[] = [];
  let blank = 0;
  for (let position = 0; position <= text.length;) {
    const stop = lineEnd(text, position);
    let start = position;
    let end = stop;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start === end) blank++;
    else {
      const pieces = paragraphsIn(text.slice(start, end));
      for (const [p, piece] of pieces.entries()) {
        const at = start + piece.start;
        lines.push(
          lineOf(text.slice(at, start + piece.end), {
            start: at,
            blank: p === 0 ? blank : 0,
            indent: p === 0 ? indentOf(text, position, at) : 0,
            marked: index !== null && isWithin(structure.headings, index.toSource(at, "start")),
          }),
        );
      }
      // A line that holds no more than an escape is as good as blank.
      blank = pieces.length === 0 ? blank + 1 : 0;
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
  }: Pick<Line, "start"> & Partial<Pick<Line, "blank" | "indent" | "marked">>,
): Line {
  let sentences = 0;
  let commas = 0;
  let clauses = 0;
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff1b) sentences++;
    else if (unit === 0xff0c) clauses++;
    else if (unit === 0x3001) commas++;
  }
  return {
    start,
    end: start + text.length,
    text,
    han: hanCount(text),
    blank,
    indent,
    marked,
    closed: closing.test(text),
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

function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a || unit === 0x0d || unit === 0x0b || unit === 0x0c || unit === 0x2028 || unit === 0x2029)
      return i;
  }
  return text.length;
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
