import { type Change, type Draft, change } from "../../draft.ts";
import { type LostCharacter, knownCharacters } from "./lost-characters.ts";
import { misreadPages } from "./misread-pages.ts";
import type { Stretch } from "./misread-path.ts";
import { isSample } from "./samples.ts";
import { markedAsGbk, misreadAsGbk } from "./utf8-as-gbk.ts";
import { misreadAsWestern } from "./utf8-as-western.ts";

/** How often one text may have been misread. */
const mostTimes = 4;

/**
 * Undoes text that was read in another encoding than it was written in, in parts of a page or the whole: first what
 * the whole page was taken for, then single stretches whose bytes are lawful UTF-8 again. Where a byte is lost, its
 * character is put in if the words leave no doubt, else U+FFFD stands for it.
 */
export function repairMojibake(draft: Draft): Draft {
  let done = draft;
  for (let times = 0; times < mostTimes; times++) {
    const pages = misreadPages(done.text);
    if (pages === null) break;
    const next = undo(
      done,
      pages.stretches,
      pages.written === "utf-8" ? "cleaning/utf8-mojibake" : "cleaning/misread-encoding",
    );
    if (next === done) break;
    done = next;
  }
  const western = misreadAsWestern(done.text).map((one) => ({ ...one, halves: [] }));
  const gbk = [...markedAsGbk(done.text), ...misreadAsGbk(done.text)];
  return undo(done, apart([...western, ...gbk]), "cleaning/utf8-mojibake");
}

/** Stretches in order; of two that overlap the first in the text stays. */
function apart(stretches: readonly Stretch[]): Stretch[] {
  let done = 0;
  return stretches
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => start >= done && ((done = end), true));
}

function undo(draft: Draft, stretches: readonly Stretch[], rule: string): Draft {
  const { text } = draft;
  const real = stretches.filter(({ start, end }) => !isSample(text, start, end));
  if (real.length === 0) return draft;
  const places: LostCharacter[] = [];
  const swallows = mayHaveSwallowed(text, real);
  let after = "";
  let done = 0;
  for (const { start, end, text: to, halves } of real) {
    after += text.slice(done, start);
    for (const { at, mark, candidates, likely } of halves) {
      // A `?` in a line may have taken a figure along: then the character alone would make a wrong text of it.
      const took =
        mark === "?" && swallows && !/^[?\r\n]{0,2}(?:\n|$)/u.test(to.slice(at + 1) + text.slice(end, end + 2));
      places.push({
        at: after.length + at,
        candidates: took ? [] : candidates,
        ...(likely === undefined ? {} : { likely }),
      });
    }
    after += to;
    done = end;
  }
  after += text.slice(done);
  const known = knownCharacters(after, places);
  let shift = 0;
  const changes = real.map(({ start, end, text: to, halves }): Change => {
    let replacement = to;
    for (const { at } of halves) {
      const character = known.get(start + shift + at);
      if (character !== undefined) replacement = replacement.slice(0, at) + character + replacement.slice(at + 1);
    }
    shift += to.length - (end - start);
    return { start, end, replacement, rule };
  });
  return change(draft, changes);
}

/** A reader that takes the byte behind a bad one along leaves `?` before anything; others only before ASCII. */
function mayHaveSwallowed(text: string, stretches: readonly Stretch[]): boolean {
  let before = 0;
  for (const { start, end, halves } of stretches) {
    if (!halves.some(({ mark }) => mark === "?")) continue;
    for (let at = text.indexOf("?", start); at >= 0 && at < end; at = text.indexOf("?", at + 1)) {
      if (text.charCodeAt(at + 1) >= 0x40) return true;
      before++;
    }
  }
  return before < 6;
}
