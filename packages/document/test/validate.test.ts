import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Block, type Document, type Inline, parseTheme, validate } from "../src/index.ts";
import { sampleDocument, sampleTheme } from "./sample.ts";

function problems(...children: Block[]): string[] {
  const document: Document = { ...sampleDocument(), children };
  return validate(document, sampleTheme).map((one) => `${one.rule}: ${one.message}${one.hint ? ` (${one.hint})` : ""}`);
}

const cell = { type: "cell", header: null, columnSpan: 1, rowSpan: 1, align: "start" } as const;
const word = { type: "text", value: "字" } as const;

function table(spans: [number, number][][]): Block {
  return {
    type: "table",
    caption: [word],
    unit: null,
    columns: [],
    head: [],
    foot: [],
    body: spans.map((cells) => ({
      type: "row",
      cells: cells.map(([columnSpan, rowSpan]) => ({ ...cell, columnSpan, rowSpan, children: [word] })),
    })),
  };
}

function note(value: string): Inline {
  return { type: "footnote", source: "a.txt#1", observations: [], children: [{ type: "text", value }] };
}

function ref(to: string, as: "label" | "title" | "page"): Inline {
  return { type: "reference", to, as };
}

function figure(caption: string): Block {
  return { type: "figure", id: "f", chart: "x", alternative: "图", caption: [{ type: "text", value: caption }] };
}

describe("validate", () => {
  test("finds nothing wrong with the sample, in the sample's theme and in the monthly one", () => {
    expect(validate(sampleDocument(), sampleTheme)).toEqual([]);
    const file = new URL("../../../templates/monthly/theme.yaml", import.meta.url);
    const { theme, diagnostics } = parseTheme(readFileSync(file, "utf8"), "theme.yaml");
    expect(diagnostics).toEqual([]);
    expect(theme && validate(sampleDocument(), theme)).toEqual([]);
  });

  test("names an unknown role and the one that was meant", () => {
    expect(problems({ type: "paragraph", role: "captoin", children: [word] })).toEqual([
      "document/unknown-role: unknown role captoin at paragraph (did you mean caption?)",
    ]);
  });

  test("reports references that lead nowhere and those to what has no name", () => {
    const numbered: Block = { type: "paragraph", children: [ref("f", "label"), ref("f", "title"), ref("f", "page")] };
    expect(problems(figure("图1　破获案件"), numbered)).toEqual([]);
    expect(problems({ type: "paragraph", id: "p", children: [ref("q", "label"), ref("p", "page")] })).toEqual([
      "document/dangling-link: dangling link #q at paragraph#p > reference (known: p)",
    ]);
    expect(problems({ type: "paragraph", id: "p", children: [ref("p", "label")] })).toEqual([
      'document/unnamed-reference: nameless reference to #p at paragraph#p > reference (refer to a figure, a table, a heading or an item of a numbered list, or to its page with as="page")',
    ]);
  });

  test("wants the imprint once, at the end, whatever runs at head and foot", () => {
    const imprint: Block = { type: "imprint", children: [{ type: "paragraph", children: [word] }] };
    const text: Block = { type: "paragraph", children: [word] };
    const running: Block = { type: "running", slot: "head-start", children: [word] };
    expect(problems(text, imprint, running)).toEqual([]);
    expect(problems(imprint, text)).toEqual([
      "document/misplaced-imprint: misplaced imprint at imprint (it stands once, at the end of the document)",
    ]);
    expect(problems(text, { type: "section", children: [imprint] }).length).toBe(1);
    expect(problems(text, imprint, { ...imprint }).length).toBe(1);
  });

  test("reports a skipped heading level", () => {
    expect(
      problems({ type: "heading", level: 1, children: [word] }, { type: "heading", level: 3, children: [word] }),
    ).toEqual(["document/skipped-level: skipped heading level at heading: 3 after 1 (use level 2)"]);
  });

  test("reports ids given twice and links that lead nowhere", () => {
    expect(
      problems(
        { type: "paragraph", id: "a", children: [{ type: "link", href: "#b", children: [word] }] },
        { type: "section", id: "a", children: [{ type: "paragraph", children: [word] }] },
      ),
    ).toEqual([
      "document/duplicate-id: duplicate id a at section#a (the first is at paragraph#a)",
      "document/dangling-link: dangling link #b at paragraph#a > link (known: a)",
    ]);
  });

  test("counts columns with spans and reports the row that does not fit", () => {
    expect(
      problems(
        table([
          [
            [1, 2],
            [2, 1],
          ],
          [
            [1, 1],
            [1, 1],
          ],
        ]),
      ),
    ).toEqual([]);
    expect(
      problems(
        table([
          [
            [1, 2],
            [2, 1],
          ],
          [[1, 1]],
        ]),
      ),
    ).toEqual(["document/table-geometry: uneven table at table: body row 2 has 2 columns, not 3"]);
    expect(problems(table([[[1, 2]]]))).toEqual([]);
  });

  test("lets no cell be blank and no number be unsupported", () => {
    expect(
      problems({
        type: "table",
        caption: [word],
        unit: null,
        columns: [1, 1],
        head: [],
        foot: [],
        body: [
          {
            type: "row",
            cells: [
              { ...cell, children: [] },
              {
                ...cell,
                children: [{ type: "data", value: 5, observations: [], children: [{ type: "text", value: "5起" }] }],
              },
            ],
          },
        ],
      }),
    ).toEqual([
      "document/empty-cell: empty cell at table > row > cell (print a mark such as … or — and explain it under the table)",
      "document/data-without-observations: unsupported number 5起 at table > row > cell > data",
    ]);
  });

  test("wants notes of one source to say the same", () => {
    expect(problems({ type: "paragraph", children: [word, note("甲"), note("甲")] })).toEqual([]);
    expect(problems({ type: "paragraph", children: [word, note("甲"), note("乙")] })).toEqual([
      "document/unequal-notes: unequal notes of one source a.txt#1 at paragraph > footnote (calls that share a source share one note: give them equal bodies)",
    ]);
  });

  test("keeps page numbers in running content and addresses safe", () => {
    expect(
      problems({
        type: "paragraph",
        children: [{ type: "pageNumber" }, { type: "link", href: "javascript:alert(1)", children: [word] }],
      }),
    ).toEqual([
      "document/misplaced-page-number: misplaced page number at paragraph > pageNumber (page numbers stand in <running> alone)",
      "document/bad-address: unsafe address javascript:alert(1) at paragraph > link (use http, https, mailto or a relative path)",
    ]);
  });
});
