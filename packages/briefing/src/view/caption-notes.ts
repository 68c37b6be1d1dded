import type { Footnote } from "@jianbao/document";
import { type Phrase, notesIn, withoutNotes } from "../phrase.ts";
import { type Context, publicationOf } from "./context.ts";

/** Notes that a caption carries one by one. */
const mostNotes = 3;

/**
 * Gives a caption one note in place of a row of many: it names every source shortly, and vouches for
 * the same observations. `key` is the figure's; no article's key is spelled so.
 */
export function withOneNote(context: Context, key: string, caption: Phrase): Phrase {
  const notes = notesIn(caption).filter((inline): inline is Footnote => inline.type === "footnote");
  if (notes.length <= mostNotes) return caption;
  const publications = notes.map((note) => publicationOf(context, note.source));
  const note: Footnote = {
    type: "footnote",
    source: `figure:${key}`,
    observations: [...new Set(notes.flatMap(({ observations }) => observations))],
    children: context.wording.sharedNote(publications),
  };
  return [...withoutNotes(caption), note];
}
