import type { Inline, Text } from "@jianbao/document";

/**
 * Folds white space as HTML does: runs become one space, none stands at the ends of a block or
 * beside a line break. A run that holds a new line vanishes between two wide characters (Han,
 * full-width punctuation), so that a template may break its lines anywhere. Notes fold by themselves.
 */
export function foldWhiteSpace(inlines: readonly Inline[]): readonly Inline[] {
  const state: State = { last: "", pending: null, newLine: false };
  const pieces = new Map<Text, string[]>();
  collect(inlines, state, pieces);
  return rebuild(inlines, pieces);
}

interface State {
  /** The character before; empty at the start of a line. */
  last: string;
  /** Where the space would stand if one is due. */
  pending: string[] | null;
  newLine: boolean;
}

function collect(inlines: readonly Inline[], state: State, pieces: Map<Text, string[]>): void {
  for (const inline of inlines) {
    if (inline.type === "text") {
      const piece: string[] = [];
      pieces.set(inline, piece);
      takeText(inline.value, piece, state);
    } else if (inline.type === "lineBreak") {
      state.last = "";
      state.pending = null;
    } else if (isFilledIn(inline)) {
      // A digit or a word will stand here: what matters is only that it is no white space.
      takeWord("0", [], state);
    } else if (inline.type !== "footnote" && "children" in inline) collect(inline.children, state, pieces);
  }
}

/** Inlines that say words of other places: they have none of their own. */
function isFilledIn({ type }: Inline): boolean {
  return type === "pageNumber" || type === "pageCount" || type === "sectionTitle" || type === "reference";
}

function takeText(value: string, piece: string[], state: State): void {
  let at = 0;
  // Matches ` ` and a new line with what is around it; not U+00A0 or U+3000, which are characters.
  for (const match of value.matchAll(/[ \n\t\r\f]+/gu)) {
    takeWord(value.slice(at, match.index), piece, state);
    at = match.index + match[0].length;
    if (state.last === "") continue;
    if (state.pending === null) state.newLine = false;
    state.pending ??= piece;
    state.newLine ||= match[0].includes("\n");
  }
  takeWord(value.slice(at), piece, state);
}

function takeWord(word: string, piece: string[], state: State): void {
  const first = word.codePointAt(0);
  if (first === undefined) return;
  if (state.pending !== null) {
    if (!(state.newLine && vanishes(state.last, String.fromCodePoint(first)))) state.pending.push(" ");
    state.pending = null;
  }
  piece.push(word);
  const end = word.charCodeAt(word.length - 1);
  // A character beyond the first plane has two code units.
  state.last = word.slice(end >= 0xdc_00 && end <= 0xdf_ff ? -2 : -1);
}

function vanishes(before: string, after: string): boolean {
  return (isWide(before) && (isWide(after) || isQuote(after))) || (isQuote(before) && isWide(after));
}

/** Matches Han characters, CJK and full-width punctuation: 案 ，（; must not match a or 5. */
function isWide(character: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character);
}

/** Marks that Chinese and Western share: they are wide beside a wide character. */
function isQuote(character: string): boolean {
  return "“”‘’…—·".includes(character);
}

function rebuild(inlines: readonly Inline[], pieces: ReadonlyMap<Text, readonly string[]>): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type === "text") {
      const value = pieces.get(inline)?.join("") ?? "";
      const before = result.at(-1);
      if (value === "") continue;
      if (before?.type === "text") result[result.length - 1] = { type: "text", value: before.value + value };
      else result.push({ type: "text", value });
    } else if (inline.type === "footnote") {
      result.push({ ...inline, children: foldWhiteSpace(inline.children) });
    } else if ("children" in inline) {
      result.push({ ...inline, children: rebuild(inline.children, pieces) });
    } else result.push(inline);
  }
  return result;
}
