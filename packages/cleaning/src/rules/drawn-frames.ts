import { type Change, type Draft, change } from "../draft.ts";

/** A line of a frame's top, bottom or middle: matches `┏━━━━┓`, `+------+`, `├────┤`; must not match `----`, `——`. */
const edge = /^[ \t　]*(?:[┌┏╔╭├┣╠└┗╚╰][─━═╌┄┈┬┳╦┴┻╩┼╋╬╪╫ \t]{2,200}[┐┓╗╮┤┫╣┘┛╝╯]|\+[-=]{3,200}\+)[ \t　]*$/u;
/** The sides of a framed line: matches `┃ 告示 ┃`, `| 告示 |`; must not match `│ 甲 │ 乙 │`, a table's row. */
const framed = /^([ \t　]*[│┃║|][ \t　]{0,4})[^│┃║|]*?([ \t　]*[│┃║|][ \t　]*)$/u;

const reason = "is a frame drawn around the text";

/**
 * Takes away a frame of box-drawing characters that stands around lines of text. Both its top and its bottom must be
 * there, and every line between them must have both sides and none within: tables stay.
 */
export function dropDrawnFrames(draft: Draft): Draft {
  const { text } = draft;
  if (!/[┌┏╔╭]|^[ \t　]*\+[-=]{3}/mu.test(text)) return draft;
  const changes: Change[] = [];
  let inside: Change[] | null = null;
  const drop = (start: number, end: number): Change => ({
    start,
    end,
    replacement: "",
    rule: "cleaning/drawn-frame",
    reason,
    score: 0.98,
  });
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
      const sides = framed.exec(line);
      if (sides === null) inside = null;
      else {
        const [, left = "", right = ""] = sides;
        inside.push(drop(start, start + left.length), drop(end - right.length, end));
      }
    }
    start = stop + 1;
  }
  return change(draft, changes);
}
