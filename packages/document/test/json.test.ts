import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, type Inline, documentFromJson, documentToJson } from "../src/index.ts";
import { sampleDocument } from "./sample.ts";

const characters = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ type: fc.constant("text" as const), value: characters }),
    fc.constant({ type: "lineBreak" as const }),
    fc.record({
      type: fc.constant("data" as const),
      value: fc.option(fc.integer()),
      observations: fc.array(characters, { maxLength: 3 }),
      children: fc.array(tie("inline"), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constantFrom("strong" as const, "emphasis" as const, "bold" as const),
      role: characters,
      children: fc.array(tie("inline"), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant("footnote" as const),
      source: characters,
      observations: fc.array(characters, { maxLength: 3 }),
      children: fc.array(tie("inline"), { maxLength: 3 }),
    }),
  ),
}));
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ type: fc.constant("paragraph" as const), children: fc.array(inline, { maxLength: 4 }) }),
    fc.record({
      type: fc.constant("section" as const),
      id: characters,
      children: fc.array(tie("block"), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant("list" as const),
      ordered: fc.boolean(),
      children: fc.array(
        fc.record({ type: fc.constant("listItem" as const), children: fc.array(tie("block"), { maxLength: 2 }) }),
        { maxLength: 3 },
      ),
    }),
  ),
}));

describe("documentFromJson", () => {
  test("reads back what documentToJson wrote: the sample, and any tree", () => {
    expect(documentFromJson(documentToJson(sampleDocument()))).toEqual({ document: sampleDocument(), diagnostics: [] });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (children) => {
        const document = { ...sampleDocument(), children };
        expect(documentFromJson(documentToJson(document)).document).toEqual(document);
      }),
    );
  });

  test("names the place of a node that does not belong, a missing field and an unknown one", () => {
    const changed = documentToJson(sampleDocument())
      .replace('"type": "heading"', '"type": "haeding"')
      .replace('"ordered": false', '"orderd": false');
    expect(documentFromJson(changed).diagnostics.map((one) => one.message)).toEqual([
      'misplaced node "haeding" at children[5].children[0]',
      "unknown field orderd of list at children[6].children[5]",
      "expected true or false at children[6].children[5].ordered",
    ]);
    expect(documentFromJson("{").diagnostics[0]?.rule).toBe("document/bad-json");
  });
});
