import type { Diagnostic, Span } from "@jianbao/model";
import { type Change, type Draft, change, doubt, inOrder } from "../draft.ts";
import { LanguageModel, nothingRead } from "../language-model.ts";
import { quotesOf, unpaired } from "../quotes.ts";
import { misreadAsGbk } from "./utf8-as-gbk.ts";
import { misreadAsWestern } from "./utf8-as-western.ts";

/**
 * Undoes UTF-8 that was read as another encoding, in parts of a page or the whole: only stretches whose bytes are
 * lawful UTF-8 again. 锟斤拷 is what is left of two characters that had become U+FFFD before: they are lost.
 */
export function repairMojibake(draft: Draft, document: string, diagnostics: Diagnostic[]): Draft {
  const { text } = draft;
  const changes: Change[] = [...misreadAsWestern(text), ...completed(text), ...replaced(text)].map(
    ({ start, end, text: replacement }) => ({ start, end, replacement, rule: "cleaning/utf8-mojibake" }),
  );
  const kept = inOrder(changes);
  const lost = kept.filter(({ replacement }) => replacement.includes("\uFFFD"));
  for (const { start, end } of lost) diagnostics.push(lossAt(draft.map.toSourceSpan({ start, end }), document));
  const doubts = lost.map(({ start, end }) => ({
    span: { start, end },
    rule: "cleaning/lost-characters",
    reason: "was lost in a conversion between encodings",
    score: 0.9,
  }));
  return change(doubt(draft, doubts), kept);
}

/** How much likelier a character must be than any other of which two bytes of three are the same, in bits. */
const margin = 8;

/** What a quotation mark without its fellow costs. */
const unpairedBits = 12;

/** The stretches of UTF-8 read as GBK, with the half-lost characters that their words tell beyond doubt. */
function completed(text: string): { start: number; end: number; text: string }[] {
  const found = misreadAsGbk(text);
  if (found.every(({ halves }) => halves.length === 0)) return found;
  const model = new LanguageModel(found.map((one) => one.text).join("\n") + text);
  return found.map((one) => {
    let result = one.text;
    const next = text.slice(one.end, one.end + 6);
    for (const { at, from } of one.halves) {
      const before = model.read(nothingRead, result.slice(Math.max(0, at - 8), at));
      const after = (result.slice(at + 1, at + 7) + next).split(/[\n\uFFFD]/u, 1)[0] ?? "";
      const line = result.slice(result.lastIndexOf("\n", at - 1) + 1, at);
      const rest = result.slice(at + 1).split("\n", 1)[0] ?? "";
      const quotes = (character: string): string => quotesOf(line + character + rest);
      const rated = Array.from({ length: 64 }, (_, i) => String.fromCharCode(from + i))
        .map((character) => ({
          character,
          cost: model.read(before, character + after).bits + unpaired(quotes(character)) * unpairedBits,
        }))
        .sort((a, b) => a.cost - b.cost);
      const [best, second] = rated;
      const ends = after === "" && /^[\r\n]?$/u.test(text.slice(one.end, one.end + 1)) && at === result.length - 1;
      if (ends && from === 0x3000 && !/[《「『【〈][^》」』】〉]*$/u.test(result)) {
        // Of the marks with these bytes only 。 ends a line in which none was opened.
        result = `${result.slice(0, at)}。`;
      } else if (best !== undefined && second !== undefined && second.cost - best.cost >= margin) {
        result = result.slice(0, at) + best.character + result.slice(at + 1);
      }
    }
    return { ...one, text: result };
  });
}

function lossAt(span: Span, document: string): Diagnostic {
  return {
    severity: "warning",
    rule: "cleaning/lost-characters",
    message: "lost characters: an earlier conversion replaced them",
    document,
    span,
    hint: "get the text anew from where it was published; nothing here can bring these back",
  };
}

/** U+FFFD in UTF-8 is EF BF BD: two of them, read as GBK, are 锟斤拷; one and a half are 锟斤 or 锟�. */
function replaced(text: string): { start: number; end: number; text: string }[] {
  const found: { start: number; end: number; text: string }[] = [];
  // Matches `锟斤拷锟斤拷` and `锟斤拷锟`; must not match `锟` in a name.
  for (const match of text.matchAll(/(?:锟斤拷)+(?:锟(?:斤|[?\uFFFD])?)?/gu)) {
    const whole = Math.floor(match[0].length / 3) * 2;
    const more = match[0].length % 3 === 0 ? 0 : 1;
    found.push({ start: match.index, end: match.index + match[0].length, text: "\uFFFD".repeat(whole + more) });
  }
  return found;
}
