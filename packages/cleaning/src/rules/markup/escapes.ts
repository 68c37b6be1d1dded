import { decodeHTML } from "entities";
import { isHanAt } from "../../characters.ts";
import type { Change } from "../../draft.ts";
import { isSpokenOf } from "./spoken.ts";
import { guarded } from "../../patterns/guarded.ts";

// Matches `&nbsp;`, `&ldquo;`, `&#12290;`, `&amp;amp;nbsp;`, `＆nbsp；`, `&nbsp` and `&ldquo断`; must not match `R&D` or `?a=1&b=2`.
const entity =
  /[&＆](?:amp[;；]){0,4}(?:#x[\da-f]{1,6}[;；]|#\d{1,7}[;；]|[a-z][a-z\d]{1,31}[;；]|(?:nbsp|[lr][ds]quo|mdash|hellip|middot)(?![a-z\d=;；]))/giu;
// Matches `ldquo;` and `nbsp;` whose & is gone; must not match `lt;` or `dnbsp;`.
const headless = /(?<![&＆;；\w])(?:nbsp|[lr][ds]quo|[mn]dash|hellip|middot)[;；]/gu;

const ampersand = guarded(/[&＆]/u);

/** Reads the entity references that were never read: &ldquo; is “. */
export function readEntities(text: string): Change[] {
  const changes: Change[] = [];
  const read = (match: RegExpExecArray, reference: string): void => {
    const end = match.index + match[0].length;
    // “&lt;”表示小于号 speaks of the sign; “赚&rdquo;写成&ldquo;转” does not.
    if (!/quo|dash|hellip|middot/u.test(reference) && isSpokenOf(text, match.index, end)) return;
    const decoded = decodeHTML(reference).replaceAll("\u00A0", " ");
    if (decoded === reference || decoded === match[0]) return;
    changes.push({ start: match.index, end, replacement: decoded, rule: "cleaning/entity" });
  };
  if (ampersand.test(text)) {
    for (const match of text.matchAll(entity)) {
      const name = match[0].replaceAll(/[&＆]|amp[;；]|[;；]/giu, "") || "amp";
      read(match, `&${name};`);
    }
  }
  if (
    text.includes("quo") ||
    text.includes("nbsp") ||
    text.includes("dash") ||
    text.includes("hellip") ||
    text.includes("middot")
  ) {
    for (const match of text.matchAll(headless)) read(match, `&${match[0].slice(0, -1)};`);
  }
  return changes;
}

// Matches `\u4eca\u5e74`, `%u4ECA%u5E74` and `u4ecau5e74u5171` as a run; must not match `u4e` or `%20`.
const unicodeRun =
  /(?:[\\%]u[\da-f]{4}){1,400}|(?<![\w\\%])(?:u[4-9][\da-f]{3}|uff[01][\da-f]|u30[01][\da-f]){3,400}/giu;
// Matches `%E4%BB%8A`, `\xe4\xbb\x8a` and `=E4=BB=8A`; must not match `100%` or `a%20b`.
const byteRun = /(?:(?:%[\da-f]{2}){3,600}|(?:\\x[\da-f]{2}){3,600}|(?:=[\dA-F]{2}){3,600})/giu;
// Matches `\n` and `\r\n` behind and before anything but a word, and before Han; must not match `C:\new` or `\nabla`.
const lineEscape =
  /(?<![A-Za-z:\\/])(?:(?:\\r){0,2}\\n(?:\\r)?|\\t){1,20}(?![a-z])|(?<=[A-Za-z])\\n(?=\p{Script=Han})/gu;

const unicodeEscape = guarded(/[\\%]u|u[4-9][\da-f]{3}u/iu);
const byteEscape = guarded(/[%=][\dA-F]{2}[%=]|\\x[\da-f]{2}\\x/iu);

/** Reads the escapes of programs that stand in the text as they are: \u4eca is 今, \n a line's end, %E4%BB%8A 今. */
export function readEscapes(text: string): Change[] {
  const changes: Change[] = [];
  const read = (start: number, end: number, replacement: string | null): void => {
    if (replacement === null || isSpokenOf(text, start, end)) return;
    changes.push({ start, end, replacement, rule: "cleaning/escape" });
  };
  if (unicodeEscape.test(text)) {
    for (const match of text.matchAll(unicodeRun)) {
      read(match.index, match.index + match[0].length, unicodeOf(match[0]));
    }
  }
  if (byteEscape.test(text)) {
    for (const match of text.matchAll(byteRun)) {
      if (/[\w/?&.=#%-]$/u.test(text.slice(Math.max(0, match.index - 1), match.index))) continue;
      read(match.index, match.index + match[0].length, bytesOf(match[0]));
    }
  }
  if (text.includes("\\")) {
    const found = [...text.matchAll(lineEscape)].filter(({ index }) => !isPath(text, index));
    // One alone may be spoken of; behind a sentence's end it cannot be.
    const sure = found.length > 1 || found.some(({ index }) => /[。！？”」』….!?]/u.test(text[index - 1] ?? ""));
    for (const match of sure ? found : []) {
      read(match.index, match.index + match[0].length, match[0].includes("n") ? "\n" : " ");
    }
    for (const match of text.matchAll(/(?<!\\)\\(?=")/gu)) {
      if (isHanAt(text, match.index - 1) || isHanAt(text, match.index + 2)) read(match.index, match.index + 1, "");
    }
  }
  return changes;
}

function unicodeOf(run: string): string | null {
  // `\\u9000元` alone may be a figure behind a stray sign.
  if (/^.u\d{4}$/u.test(run)) return null;
  let out = "";
  for (const [code] of run.matchAll(/[\da-f]{4}/giu)) out += String.fromCharCode(Number.parseInt(code, 16));
  return /^[\p{Script=Han}\p{P}\p{Zs}\p{Nd}A-Za-z\uFF01-\uFF5E\n\t]+$/u.test(out) &&
    /[\p{Script=Han}\u2010-\u2030\u3000-\u303F\uFF01-\uFF5E]/u.test(out)
    ? out
    : null;
}

/** UTF-8 or GB 18030 that makes Chinese; other bytes stay. */
function bytesOf(run: string): string | null {
  const bytes = Uint8Array.from(run.match(/[\da-f]{2}/giu) ?? [], (pair) => Number.parseInt(pair, 16));
  for (const encoding of ["utf-8", "gb18030"]) {
    // UTF-8 that lost its end is lawful GB 18030 as well, but its leads are not those of common characters and marks.
    if (
      encoding === "gb18030" &&
      !bytes.every((byte, i) => i % 2 === 1 || /^(?:a[13]|b|c|d[0-7])/u.test(byte.toString(16)))
    )
      break;
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      if (/^[\p{Script=Han}，。、；：！？“”（）《》\w\s-]+$/u.test(text) && /\p{Script=Han}/u.test(text)) return text;
    } catch {
      // Not of this encoding.
    }
  }
  return null;
}

/** `D:\资料\年度`, `\\server\share`: the word that an escape stands in begins as a path does. */
function isPath(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 200 && !/[\s，。；、“（]/u.test(text[start - 1] ?? " ")) start--;
  return (
    /^[“"（(]?(?:[A-Za-z]:|路径|\\\\|[\w.]+\\)/u.test(text.slice(start, at + 1)) ||
    text.slice(start, at).includes(":\\")
  );
}
