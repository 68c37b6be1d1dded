import type { Block, Document, Inline } from "@jianbao/document";
import { expect, test } from "vitest";
import { linkFigures } from "../src/link.ts";

function note(source: string): Inline {
  return { type: "footnote", source, observations: [], children: [{ type: "text", value: source }] };
}

/** Writes `甲 a乙 ba`: a letter after a word is a call of that source. */
function paragraph(calls: string): Block {
  return {
    type: "paragraph",
    children: [...calls].map((one): Inline => (/[a-z]/u.test(one) ? note(one) : { type: "text", value: one })),
  };
}

function arranged(...paragraphs: string[]): readonly string[] {
  const document: Document = {
    type: "document",
    language: "zh-Hans",
    title: "简报",
    properties: { issuer: "", date: "2024-01-01", issue: null, subject: "", draft: false },
    children: paragraphs.map(paragraph),
  };
  return linkFigures(document).children.map((block) =>
    block.type === "paragraph"
      ? block.children
          .map((inline) => (inline.type === "footnote" ? inline.source : inline.type === "text" ? inline.value : ""))
          .join("")
      : "",
  );
}

test("orders notes that stand side by side by the first call of their sources, and leaves single ones", () => {
  expect(arranged("数a，数c。", "图cba", "数b数a")).toEqual(["数a，数c。", "图acb", "数b数a"]);
});
