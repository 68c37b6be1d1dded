import type { Span } from "@jianbao/model";
import { hanCount, isSpace } from "../characters.ts";
import { type Draft, isWithin } from "../draft.ts";
import type { Structure } from "../structure.ts";

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

/** Cuts a text into its lines that are not blank. */
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
      lines.push(
        lineOf(
          text,
          { start, end },
          blank,
          position,
          index !== null && isWithin(structure.headings, index.toSource(start, "start")),
        ),
      );
      blank = 0;
    }
    position = stop + (text.charCodeAt(stop) === 0x0d && text.charCodeAt(stop + 1) === 0x0a ? 2 : 1);
  }
  return lines;
}

/** Measures a stretch of a text as a line; `from` is where its white space begins. */
export function lineOf(whole: string, span: Span, blank: number, from: number, marked: boolean): Line {
  const text = whole.slice(span.start, span.end);
  let sentences = 0;
  let commas = 0;
  let clauses = 0;
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff1b) sentences++;
    else if (unit === 0xff0c) clauses++;
    else if (unit === 0x3001) commas++;
  }
  let indent = 0;
  for (let i = from; i < span.start; i++) {
    const unit = whole.charCodeAt(i);
    indent += unit === 0x3000 || unit === 0x2003 ? 1 : unit === 0x09 ? 2 : 0.5;
  }
  return {
    ...span,
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
  if (line.sentences > 0) return true;
  return line.commas > 0 && (line.closed || line.han > 30);
}
