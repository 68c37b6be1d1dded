import type { Data, Inline, Time } from "@jianbao/document";

/** A piece of worded text, ready to stand in a line. */
export type Phrase = readonly Inline[];

/** Joins words, nodes and phrases into one phrase; what is null is left out. */
export function phrase(...parts: readonly (string | Inline | Phrase | null)[]): Phrase {
  const result: Inline[] = [];
  const push = (inline: Inline): void => {
    const before = result.at(-1);
    if (inline.type === "text") {
      if (inline.value === "") return;
      if (before?.type === "text") {
        result[result.length - 1] = { type: "text", value: before.value + inline.value };
        return;
      }
    }
    result.push(inline);
  };
  for (const part of parts) {
    if (part === null) continue;
    if (typeof part === "string") push({ type: "text", value: part });
    else if ("type" in part) push(part);
    else for (const inline of part) push(inline);
  }
  return result;
}

/** Joins phrases with words between them; `last` stands before the last one where it is given. */
export function join(phrases: readonly Phrase[], between: string, last: string = between): Phrase {
  return phrase(
    ...phrases.flatMap((one, index) => (index === 0 ? [one] : [index === phrases.length - 1 ? last : between, one])),
  );
}

/** Puts the direction of a change before its size, inside the number, so that whatever marks it marks 下降6% whole. */
export function moved(direction: string, size: Phrase): Phrase {
  const [first, ...rest] = size;
  if (first?.type !== "data") return phrase(direction, size);
  return phrase({ ...first, children: phrase(direction, first.children) }, rest);
}

/** Makes a printed number that rests on observations. */
export function number(text: string, value: number | null, observations: readonly string[], role?: string): Data {
  return {
    type: "data",
    ...(role === undefined ? {} : { role }),
    value,
    observations,
    children: [{ type: "text", value: text }],
  };
}

/** Makes a mark that stands where there is no number. */
export function mark(text: string): Data {
  return { type: "data", value: null, observations: [], children: [{ type: "text", value: text }] };
}

/** Makes a time of its words. */
export function time(text: string, datetime: string): Time {
  return { type: "time", datetime, children: [{ type: "text", value: text }] };
}

/**
 * Thins out note marks: of runs of calls of the same sources that follow each other within a sentence,
 * the last one stands and vouches for all. A sentence ends with one of `ends`.
 */
export function mergeNotes(inlines: Phrase, ends: string): Phrase {
  const result: (Inline | null)[] = [...inlines];
  let before: readonly number[] = [];
  for (let index = 0; index < inlines.length; index++) {
    const inline = inlines[index];
    if (inline?.type === "text" && [...ends].some((end) => inline.value.includes(end))) before = [];
    if (inline?.type !== "footnote") continue;
    const run: number[] = [];
    while (inlines[index]?.type === "footnote") run.push(index++);
    const notes = new Map(
      before.flatMap((at) => {
        const note = result[at];
        return note?.type === "footnote" ? [[note.source, note] as const] : [];
      }),
    );
    const isSame = run.length === notes.size && run.every((at) => notes.has(sourceOf(inlines[at])));
    if (isSame) {
      for (const at of before) result[at] = null;
      for (const at of run) {
        const note = inlines[at];
        if (note?.type !== "footnote") continue;
        const observations = [...(notes.get(note.source)?.observations ?? []), ...note.observations];
        result[at] = { ...note, observations: [...new Set(observations)] };
      }
    }
    before = run;
    index--;
  }
  return phrase(...result);
}

/** The notes of some phrases, one a source, in the order in which sources are first called. */
export function notesIn(...phrases: readonly Phrase[]): Phrase {
  const notes = new Map<string, Inline & { type: "footnote" }>();
  for (const inline of phrases.flat()) {
    if (inline.type !== "footnote") continue;
    const known = notes.get(inline.source);
    const observations = [...new Set([...(known?.observations ?? []), ...inline.observations])];
    notes.set(inline.source, { ...inline, observations });
  }
  return [...notes.values()];
}

/** A phrase without its notes. */
export function withoutNotes(words: Phrase): Phrase {
  return words.filter((inline) => inline.type !== "footnote");
}

function sourceOf(inline: Inline | undefined): string {
  return inline?.type === "footnote" ? inline.source : "";
}

/** Lists the ids of the observations that a phrase prints numbers of, in order, each once. */
export function observationsIn(inlines: Phrase): readonly string[] {
  const ids = new Set<string>();
  const visit = (list: Phrase): void => {
    for (const inline of list) {
      if (inline.type === "data") for (const id of inline.observations) ids.add(id);
      if (inline.type !== "footnote" && "children" in inline) visit(inline.children);
    }
  };
  visit(inlines);
  return [...ids];
}
