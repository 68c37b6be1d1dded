import { walk } from "@jianbao/document";
import { describe, expect, test } from "vitest";
import { compose } from "../../src/index.ts";
import { placesOf } from "../cover.ts";
import { fullAnalysis, options } from "../fixture.ts";
import { withOneNote } from "../../src/view/caption-notes.ts";
import type { Context } from "../../src/view/context.ts";
import { wordingOf } from "../../src/wording/index.ts";
import type { Phrase } from "../../src/phrase.ts";

function contextOf(language: "zh-Hans" | "en" = "zh-Hans"): Context {
  const analysis = fullAnalysis();
  return { analysis, wording: wordingOf(language) } as Context; // all that the notes of a caption look at
}

function captionOf(keys: readonly string[]): Phrase {
  return [
    { type: "text", value: "图1" },
    ...keys.map((source, index) => ({
      type: "footnote" as const,
      source,
      observations: [`o-${index}`, "o-shared"],
      children: [{ type: "text" as const, value: source }],
    })),
  ];
}

describe("the notes of a caption", () => {
  test("stand one by one up to three", () => {
    const caption = captionOf(["a.txt#1", "b.txt#1", "c.txt#1"]);
    expect(withOneNote(contextOf(), "series-1", caption)).toEqual(caption);
  });

  test("become one that names all sources and vouches for all observations", () => {
    const keys = Object.keys(fullAnalysis().publications).slice(0, 5);
    const [text, note, ...rest] = withOneNote(contextOf(), "series-1", captionOf(keys));
    expect(text).toEqual({ type: "text", value: "图1" });
    expect(rest).toEqual([]);
    expect(note).toMatchObject({ type: "footnote", source: "figure:series-1" });
    if (note?.type !== "footnote") throw new Error("no note");
    expect([...note.observations].toSorted()).toEqual([...keys.map((_, index) => `o-${index}`), "o-shared"].toSorted());
    const words = JSON.stringify(note.children);
    for (const key of keys) {
      const publication = fullAnalysis().publications[key];
      expect(words).toContain(publication?.publisher ?? publication?.document);
    }
    expect(words).toContain(`综合${keys.length}篇`);
  });

  test("are said in English too", () => {
    const keys = Object.keys(fullAnalysis().publications).slice(0, 4);
    const note = withOneNote(contextOf("en"), "x", captionOf(keys)).at(-1);
    expect(JSON.stringify(note)).toContain("From 4 articles: ");
  });

  test("leave every number of the issue with a note of its own place, and no caption with more than three", async () => {
    const { document } = await compose(fullAnalysis(), options());
    if (!document) throw new Error("no document");
    const places = placesOf(document);
    const lost = places.flatMap(({ numbers, vouched }) =>
      numbers.filter(({ observations }) => observations.some((id) => !vouched.has(id))),
    );
    expect(lost).toEqual([]);
    const counts: number[] = [];
    walk(document, (node) => {
      if (node.type === "figure" || node.type === "table")
        counts.push(node.caption.filter((inline) => inline.type === "footnote").length);
    });
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
    expect(counts.length).toBeGreaterThan(2);
  });
});

describe("the text of a section", () => {
  test("refers to its tables and charts by their numbers", async () => {
    const { document } = await compose(fullAnalysis(), options());
    if (!document) throw new Error("no document");
    const referred = new Set<string>();
    const there = new Set<string>();
    walk(document, (node) => {
      if (node.type === "reference") referred.add(node.to);
      if ((node.type === "figure" || node.type === "table") && node.id !== undefined) there.add(node.id);
    });
    expect(referred).toEqual(there);
    expect(there.size).toBeGreaterThan(2);
  });
});
