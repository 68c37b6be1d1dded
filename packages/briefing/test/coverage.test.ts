import { type AnyNode, type Document, type Inline, textOf, walk } from "@jianbao/document";
import { describe, expect, test } from "vitest";
import { compose } from "../src/index.ts";
import { fullAnalysis, options } from "./fixture.ts";

/** Sections that quote (titles, sentences), number themselves or list addressees. */
const quoting = new Set(["sources", "evidence", "method", "distribution"]);

describe("every number printed", () => {
  test.each(["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"] as const)(
    "is data with observations, in %s",
    async (language) => {
      const { document } = await compose(fullAnalysis(), options({ language }));
      const bare: string[] = [];
      let covered = 0;
      if (!document) throw new Error("no document");
      walk(document, (node, ancestors) => {
        if (node.type === "section" && node.id !== undefined && quoting.has(node.id)) return false;
        if (node.type === "running" || node.type === "time" || node.type === "footnote" || isMasthead(node))
          return false;
        if (node.type === "data") {
          if (/\d/u.test(textOf(node.children)) && node.observations.length === 0) bare.push(textOf(node.children));
          else covered++;
          return false;
        }
        if (node.type === "text" && /\d/u.test(withoutNumbering(node.value, ancestors))) bare.push(node.value);
        return true;
      });
      expect(bare).toEqual([]);
      expect(covered).toBeGreaterThan(40);
    },
  );

  test("is reachable from a note of its own paragraph, table or figure", async () => {
    const { document } = await compose(fullAnalysis(), options());
    const lost: string[] = [];
    let reached = 0;
    for (const { numbers, vouched } of placesOf(document)) {
      for (const { text, observations } of numbers) {
        if (observations.every((id) => vouched.has(id))) reached++;
        else lost.push(`${text} ${observations.join(" ")}`);
      }
    }
    expect(lost).toEqual([]);
    expect(reached).toBeGreaterThan(40);
  });

  test("leads to the sentence that it was read from", async () => {
    const { document } = await compose(fullAnalysis(), options());
    const analysis = fullAnalysis();
    const quoted = new Set<string>();
    const printed = new Set<string>();
    if (!document) throw new Error("no document");
    walk(document, (node) => {
      if (node.type !== "data") return;
      for (const id of node.observations) (node.id === id ? quoted : printed).add(id);
    });
    expect([...printed].filter((id) => analysis.observations[id] && !quoted.has(id))).toEqual([]);
  });
});

function isMasthead(node: AnyNode): boolean {
  return node.type === "paragraph" && (node.role?.startsWith("masthead") ?? false);
}

/** 表1, 图2, Table 1: captions number themselves. */
function withoutNumbering(text: string, ancestors: readonly AnyNode[]): string {
  if (ancestors.at(-1)?.type === "heading") return text.replace(/^\d+\. /u, "");
  const isCaption = ancestors.at(-1)?.type === "table" || ancestors.at(-1)?.type === "figure";
  return isCaption ? text.replace(/^(?:[表图圖]|Table |Figure )\d+/u, "") : text;
}

interface NumberPlace {
  readonly numbers: { readonly text: string; readonly observations: readonly string[] }[];
  readonly vouched: Set<string>;
}

function placesOf(document: Document | null): readonly NumberPlace[] {
  const places: NumberPlace[] = [];
  if (!document) throw new Error("no document");
  walk(document, (node) => {
    if (node.type === "section" && node.id !== undefined && quoting.has(node.id)) return false;
    if (node.type !== "paragraph" && node.type !== "table" && node.type !== "figure") return true;
    const place: NumberPlace = { numbers: [], vouched: new Set() };
    const visit = (inlines: readonly Inline[]): void => {
      for (const inline of inlines) {
        if (inline.type === "footnote") for (const id of inline.observations) place.vouched.add(id);
        else if (inline.type === "data") {
          if (inline.observations.length > 0) {
            place.numbers.push({ text: textOf(inline.children), observations: inline.observations });
          }
        } else if ("children" in inline) visit(inline.children);
      }
    };
    if (node.type === "paragraph") visit(node.children);
    else {
      visit(node.caption);
      if (node.type === "table")
        for (const row of [...node.head, ...node.body]) for (const cell of row.cells) visit(cell.children);
    }
    places.push(place);
    return false;
  });
  return places;
}
