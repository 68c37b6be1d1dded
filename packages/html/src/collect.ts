import type { ChartTable, Scene } from "@jianbao/charts";
import {
  type Document,
  type Footnote,
  type Heading,
  type Paragraph,
  type Target,
  type Theme,
  targetsOf,
  textOf,
  walk,
} from "@jianbao/document";
import type { Evidence } from "./evidence.ts";
import { type Words, wordsOf } from "./words.ts";

/** What a report is written from, beside the document. */
export interface HtmlOptions {
  readonly theme: Theme;
  /** Scenes by the keys that figures name. */
  readonly charts: Readonly<Record<string, Scene>>;
  /** The figures of charts by the same keys; a chart without a table has none beneath it. */
  readonly tables?: Readonly<Record<string, ChartTable>>;
  /** Evidence by observation id. */
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** Faces that the texts of charts were measured with; the reader's own fonts stand in for what they lack. */
  readonly fonts?: readonly ScreenFont[];
}

/** A face that travels inside the page, for the texts of charts. */
export interface ScreenFont {
  readonly weight: number;
  /** A TrueType file in base64. */
  readonly data: string;
}

/** A note: one a source, numbered by its first call. */
export interface Note {
  /** From 1. */
  readonly number: number;
  readonly body: Footnote["children"];
  /** Observations that its calls vouch for, in order of the first call. */
  readonly observations: Set<string>;
  /** Calls written so far: each gets an id to come back to. */
  calls: number;
}

/** A heading with its id and text, for the table of contents. */
export interface Entry {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** What the rules look up while they write; made in one pass over the document. */
export interface Context {
  readonly document: Document;
  readonly theme: Theme;
  readonly charts: Readonly<Record<string, Scene>>;
  readonly tables: Readonly<Record<string, ChartTable>>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly fonts: readonly ScreenFont[];
  readonly words: Words;
  readonly notes: ReadonlyMap<string, Note>;
  readonly entries: readonly Entry[];
  /** What references lead to, by id. */
  readonly targets: ReadonlyMap<string, Target>;
  readonly headingIds: ReadonlyMap<Heading, string>;
  /** The note that quotes an observation; null for those that no note vouches for. */
  readonly quotedIn: ReadonlyMap<string, Note | null>;
  /** What is printed of an observation, to be marked in its quotation. */
  readonly printed: ReadonlyMap<string, ReadonlySet<string>>;
  /** The masthead is the page's only first-level heading; those of the document then begin at the second. */
  readonly masthead: Paragraph | null;
  /** True where the document marks the draft itself. */
  readonly marksDraft: boolean;
  /** Makes an id that nothing else in the page has. */
  freshId(name: string): string;
}

/** Collects notes, headings, ids and printed figures of a document. */
export function collect(document: Document, options: HtmlOptions): Context {
  const evidence = new Map(Object.entries(options.evidence));
  const notes = new Map<string, Note>();
  const entries: Entry[] = [];
  const headings: Heading[] = [];
  const ids = new Set<string>();
  const quotedIn = new Map<string, Note | null>();
  const printed = new Map<string, Set<string>>();
  let marksDraft = false;
  let masthead: Paragraph | null = null;

  walk(document, (node) => {
    if (node.type === "running") return false;
    if ("id" in node && node.id !== undefined) ids.add(node.id);
    if ("role" in node && node.role === "draft") marksDraft = true;
    if (node.type === "paragraph" && node.role === "masthead") masthead ??= node;
    if (node.type === "heading") headings.push(node);
    if (node.type === "footnote") noteOf(notes, node, quotedIn);
    if (node.type === "data") {
      for (const id of node.observations) {
        if (!evidence.has(id)) continue;
        if (!quotedIn.has(id)) quotedIn.set(id, null);
        const texts = printed.get(id) ?? new Set();
        printed.set(id, texts.add(textOf(node.children)));
      }
    }
    return true;
  });

  const freshId = (name: string): string => {
    let id = name;
    for (let n = 2; ids.has(id); n++) id = `${name}-${n}`;
    ids.add(id);
    return id;
  };
  const headingIds = new Map<Heading, string>();
  for (const heading of headings) {
    const id = heading.id ?? freshId(`h-${headingIds.size + 1}`);
    headingIds.set(heading, id);
    entries.push({ level: heading.level, id, text: textOf(heading.children) });
  }
  return {
    document,
    theme: options.theme,
    charts: options.charts,
    tables: options.tables ?? {},
    evidence,
    fonts: options.fonts ?? [],
    words: wordsOf(document.language),
    notes,
    entries,
    targets: targetsOf(document),
    headingIds,
    quotedIn,
    printed,
    masthead,
    marksDraft,
    freshId,
  };
}

function noteOf(notes: Map<string, Note>, call: Footnote, quotedIn: Map<string, Note | null>): void {
  let note = notes.get(call.source);
  if (!note) {
    note = { number: notes.size + 1, body: call.children, observations: new Set(), calls: 0 };
    notes.set(call.source, note);
  }
  for (const id of call.observations) {
    note.observations.add(id);
    if (!quotedIn.get(id)) quotedIn.set(id, note);
  }
}

/** The id of the place that quotes an observation. */
export function evidenceId(observation: string): string {
  return `evidence-${idOf(observation)}`;
}

/** The id of a note. */
export function noteId(note: Note): string {
  return `note-${note.number}`;
}

/** Writes any text as an id: characters other than letters, digits, `-` and `.` become their code point. */
export function idOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
}
