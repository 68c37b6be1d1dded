import { type Change, type Draft, change } from "../draft.ts";
import { guarded } from "../patterns/guarded.ts";

/** A line of a frame's top, bottom or middle: matches `┏━━━━┓`, `+------+`, `├────┤`; must not match `----`, `——`. */
const edge = /^[ \t　]*(?:[┌┏╔╭├┣╠└┗╚╰][─━═╌┄┈┬┳╦┴┻╩┼╋╬╪╫ \t]{2,200}[┐┓╗╮┤┫╣┘┛╝╯]|\+[-=]{3,200}\+)[ \t　]*$/u;
/** A framed line's left and right side: `┃ `, ` ┃`. */
const left = /^[ \t　]*[│┃║|][ \t　]{0,4}/u;
const right = /(?:^|[^ \t　])([ \t　]*[│┃║|][ \t　]*)$/u;

// Matches what has a corner of a frame: `┏━`, `+---`; must not match `1+1`.
const corner = guarded(/[┌┏╔╭]|^[ \t　]*\+[-=]{3}/mu);

/**
 * Takes away a frame of box-drawing characters that stands around lines of text. Both its top and its bottom must be
 * there, and every line between them must have both sides and none within: tables stay.
 */
export function dropDrawnFrames(draft: Draft): Draft {
  const { text } = draft;
  if (!corner.test(text)) return draft;
  const changes: Change[] = [];
  let inside: Change[] | null = null;
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf("\n", start);
    const stop = found < 0 ? text.length : found;
    const end = text[stop - 1] === "\r" ? stop - 1 : stop;
    const line = text.slice(start, end);
    if (edge.test(line)) {
      const frame: Change = drop(start, end);
      if (inside === null) inside = [frame];
      else {
        if (inside.length > 1) changes.push(...inside, frame);
        inside = null;
      }
    } else if (inside !== null) {
      const sides = sidesOf(line);
      if (sides === null) inside = null;
      else inside.push(drop(start, start + sides.left), drop(end - sides.right, end));
    }
    start = stop + 1;
  }
  return change(draft, changes);
}

/** How long the two sides of a framed line are; null for a table's row, `│ 甲 │ 乙 │`, and what has no frame. */
function sidesOf(line: string): { readonly left: number; readonly right: number } | null {
  const from = left.exec(line)?.[0].length ?? 0;
  const rest = line.slice(from);
  const to = right.exec(rest)?.[1]?.length ?? 0;
  return from === 0 || to === 0 || /[│┃║|]/u.test(rest.slice(0, -to)) ? null : { left: from, right: to };
}

function drop(start: number, end: number): Change {
  const reason = "is a frame drawn around the text";
  return { start, end, replacement: "", rule: "cleaning/drawn-frame", reason, score: 0.98 };
}
