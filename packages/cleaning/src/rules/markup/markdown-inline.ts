import type { Change } from "../../draft.ts";

/** A run of `*`, `_` or `~` that may open or close an emphasis. */
interface Run {
  readonly start: number;
  readonly length: number;
  readonly mark: string;
}

/**
 * The marks within a line of Markdown, from `start` to `end` of the text: emphasis, code, links, pictures, escapes.
 * What they mark stays, but for pictures; a mark without its partner is a character of the text.
 */
export function inlineMarks(text: string, start: number, end: number, labels: ReadonlySet<string>): Change[] {
  const changes: Change[] = [];
  const drop = (from: number, to: number): void => {
    changes.push({ start: from, end: to, replacement: "" });
  };
  const brackets: { readonly at: number; readonly image: boolean }[] = [];
  const open: Run[] = [];
  for (let at = start; at < end;) {
    const character = text.charAt(at);
    if (character === "\\" && (at + 1 === end || /^[\p{P}\p{S}]$/u.test(text.charAt(at + 1)))) {
      // At a line's end it breaks the line, which the line's end does as well.
      drop(at, at + 1);
      at += 2;
    } else if (character === "`") {
      const width = runLength(text, at, end);
      const close = at + width <= end ? closingTicks(text, at + width, end, width) : -1;
      if (close >= 0) {
        drop(at, at + width);
        drop(close, close + width);
        at = close + width;
      } else at += width;
    } else if (character === "[") {
      brackets.push({ at, image: at > start && text.charAt(at - 1) === "!" });
      at++;
    } else if (character === "]") {
      const opening = brackets.pop();
      at = opening === undefined ? at + 1 : closeBracket(text, opening, at, end, labels, drop);
    } else if (character === "<") {
      // Matches `<https://a.cn/b>` and `<a@b.cn>`; must not match `<br>` or `<5万元`.
      const address = /^<(?:https?:\/\/[^\s<>]{1,400}|[\w.+-]{1,60}@[\w.-]{1,80})>/u.exec(
        text.slice(at, Math.min(end, at + 420)),
      );
      if (address !== null) {
        drop(at, at + 1);
        drop(at + address[0].length - 1, at + address[0].length);
        at += address[0].length;
      } else at++;
    } else if (character === "*" || character === "_" || character === "~") {
      const run = { start: at, length: runLength(text, at, end), mark: character };
      pair(text, run, start, end, open, drop);
      at += run.length;
    } else at++;
  }
  return changes;
}

function runLength(text: string, at: number, end: number): number {
  let to = at + 1;
  while (to < end && text.charCodeAt(to) === text.charCodeAt(at)) to++;
  return to - at;
}

/** Where a run of exactly as many backticks stands, or −1. */
function closingTicks(text: string, from: number, end: number, width: number): number {
  for (let at = text.indexOf("`", from); at >= 0 && at < end && at - from < 1000; at = text.indexOf("`", at)) {
    const length = runLength(text, at, end);
    if (length === width) return at;
    at += length;
  }
  return -1;
}

/** Reads what follows a closing bracket, and goes on behind it: a link's target, a reference or a footnote's call. */
function closeBracket(
  text: string,
  { at: opening, image }: { readonly at: number; readonly image: boolean },
  at: number,
  end: number,
  labels: ReadonlySet<string>,
  drop: (from: number, to: number) => void,
): number {
  const inner = text.slice(opening + 1, Math.min(at, opening + 200));
  if (/^\^[\w-]{1,30}$/u.test(inner)) {
    drop(opening, at + 1);
    return at + 1;
  }
  let close = -1;
  if (text.charAt(at + 1) === "(") close = closingParenthesis(text, at + 1, end);
  else if (text.charAt(at + 1) === "[") {
    const label = /^\[([^[\]]{0,100})\]/u.exec(text.slice(at + 1, Math.min(end, at + 110)));
    if (label !== null && labels.has((label[1] === "" ? inner : (label[1] ?? "")).toLowerCase()))
      close = at + label[0].length;
  } else if (labels.has(inner.toLowerCase())) close = at;
  if (close < 0) return at + 1;
  if (image) drop(opening - 1, close + 1);
  else {
    drop(opening, opening + 1);
    drop(at, close + 1);
  }
  return close + 1;
}

function closingParenthesis(text: string, at: number, end: number): number {
  let depth = 0;
  for (let i = at; i < end && i - at < 600; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x28) depth++;
    else if (unit === 0x29 && --depth === 0) return i;
  }
  return -1;
}

/** Pairs a run with the last one like it that is open, or opens it. */
function pair(
  text: string,
  run: Run,
  start: number,
  end: number,
  open: Run[],
  drop: (from: number, to: number) => void,
): void {
  if (run.mark === "~" ? run.length !== 2 : run.length > 3) return;
  const before = run.start > start ? text.charAt(run.start - 1) : " ";
  const after = run.start + run.length < end ? text.charAt(run.start + run.length) : " ";
  // A star between digits multiplies; an underline within a Latin word joins it.
  if (run.mark === "*" && run.length === 1 && /[\d\s]/u.test(before) && /[\d\s]/u.test(after)) return;
  const closes = !/\s/u.test(before) && !(run.mark === "_" && /\w/u.test(after));
  const opens = !/\s/u.test(after) && !(run.mark === "_" && /\w/u.test(before));
  if (closes) {
    for (let i = open.length - 1; i >= Math.max(0, open.length - 12); i--) {
      const other = open[i];
      if (other?.mark !== run.mark || other.length !== run.length) continue;
      drop(other.start, other.start + other.length);
      drop(run.start, run.start + run.length);
      open.length = i;
      return;
    }
  }
  if (opens) open.push(run);
}
