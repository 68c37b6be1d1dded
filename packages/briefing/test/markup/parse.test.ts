import type { Inline } from "@jianbao/document";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markupOf, parseMarkup } from "../../src/index.ts";

function problems(markup: string): string[] {
  const { blocks, diagnostics } = parseMarkup(markup, "t.hbs");
  expect(blocks === null).toBe(diagnostics.length > 0);
  return diagnostics.map((one) => `${one.rule}: ${one.message}${one.hint === undefined ? "" : ` — ${one.hint}`}`);
}

function folded(markup: string): unknown {
  return parseMarkup(`<p>${markup}</p>`, "t.hbs").blocks?.[0];
}

function paragraph(value: string): unknown {
  return { type: "paragraph", children: [{ type: "text", value }] };
}

describe("parseMarkup", () => {
  test("reads every element of the vocabulary", () => {
    const markup = `
      <running slot="foot-center">第<page-number>页　共<page-count/>页</running>
      <section id="a" class="lead">
        <h1>一、要点</h1>
        <p>全国<data value="437000" observations="o-1">43.7万起</data><fn source="b#1" observations="o-1" short="央">央视</fn>，
           <strong>强</strong><em>调</em><b>粗</b>m<sup>2</sup>CO<sub>2</sub><br>
           <a href="#a">此处</a><ref to="b"><ref to="b" as="page"><time datetime="2023">2023年</time></p>
        <ul><li>甲</li><li><p>乙</p><ol><li>丙</li></ol></li></ul>
        <blockquote>原句</blockquote>
        <page-break>
        <page-break to="odd">
        <running slot="head-end"><section-title></running>
        <imprint class="sending"><p>报</p></imprint>
        <toc depth="3">
      </section>
      <table columns="3 2" unit="单位：起"><caption>表</caption>
        <thead><tr><th scope="col" align="start">甲</th><th scope="col">乙</th></tr></thead>
        <tbody><tr><th scope="row">丙</th><td align="end" colspan="1" rowspan="1">1</td></tr></tbody>
        <tfoot><tr><td colspan="2">注</td></tr></tfoot></table>
      <figure><chart ref="c-1" alt="条形图"><figcaption>图</figcaption></figure>
      <figure place="here"><chart ref="c-1" alt="条形图"></figure>`;
    const { blocks, diagnostics } = parseMarkup(markup, "t.hbs");
    expect(diagnostics).toEqual([]);
    expect(blocks).toMatchSnapshot();
  });

  test.each([
    ["<p>a", "briefing/markup-unclosed: unclosed <p> (t.hbs:1, p) — add </p>"],
    [
      "<section>\n<p>a\n</section>",
      "briefing/markup-unclosed: unclosed <p> (t.hbs:2, section > p) — add </p> before </section>",
    ],
    ["<p>a</p></p>", "briefing/markup-nesting: stray </p> (t.hbs:1, at the top) — there is no open <p> to close"],
    [
      "<sectoin>a</sectoin>",
      "briefing/markup-element: unknown element <sectoin> (t.hbs:1, sectoin) — did you mean <section>?",
    ],
    [
      "<p><td>a</td></p>",
      "briefing/markup-nesting: misplaced <td> (t.hbs:1, p > td) — in <p> may stand: strong em b sup sub br a data time fn ref page-number page-count section-title",
    ],
    [
      '<p clas="x">a</p>',
      "briefing/markup-attribute: unknown attribute clas of <p> (t.hbs:1, p) — did you mean class?",
    ],
    ["<p><a>x</a></p>", 'briefing/markup-attribute: missing attribute href of <a> (t.hbs:1, p > a) — add href="…"'],
    [
      "<p class=x>a</p>",
      'briefing/markup-syntax: unreadable attribute of <p>: class=x (t.hbs:1, at the top) — write attributes as name="value"',
    ],
    ["<section>字</section>", "briefing/markup-nesting: misplaced text “字” (t.hbs:1, section) — put it into <p>"],
    [
      "<p>&copy;</p>",
      "briefing/markup-syntax: unknown entity &copy; (t.hbs:1, at the top) — write & as &amp;, < as &lt;, any other character as itself",
    ],
    [
      "<p>a < b</p>",
      "briefing/markup-syntax: unclosed tag < b</p> (t.hbs:1, at the top) — add > after its last attribute, or write < as &lt;",
    ],
    ["<p/>", "briefing/markup-nesting: empty <p/> (t.hbs:1, p) — write <p>…</p>"],
    ["<p>a<br></br></p>", "briefing/markup-nesting: stray </br> (t.hbs:1, p) — <br> holds nothing: leave </br> out"],
    ['<toc depth="7">', "briefing/markup-value: unknown depth 7 (t.hbs:1, toc) — choose from: 1 2 3 4"],
    ["<figure></figure>", "briefing/markup-nesting: missing <chart> (t.hbs:1, figure) — add <chart> to <figure>"],
    [
      '<p><data value="many">x</data></p>',
      'briefing/markup-value: unreadable value many (t.hbs:1, p > data) — write plain digits: value="131000"',
    ],
    [
      "<script>x</script>",
      "briefing/markup-element: unknown element <script> (t.hbs:1, script) — allowed here: section h1 h2 h3 h4 p ul ol blockquote table figure imprint page-break running toc",
    ],
  ])("refuses %s and names place, path and remedy", (markup, problem) => {
    expect(problems(markup)[0]).toBe(problem);
  });

  test("folds white space as HTML does, and lets new lines vanish between Han characters", () => {
    expect(folded("  全国\n  共破获，\n案件  ")).toEqual(paragraph("全国共破获，案件"));
    expect(folded("全国 共")).toEqual(paragraph("全国 共"));
    expect(folded("two\n  words")).toEqual(paragraph("two words"));
    expect(folded("他说：\n“好”\n的")).toEqual(paragraph("他说：“好”的"));
    expect(folded("共\n12起")).toEqual(paragraph("共 12起"));
    expect(folded("𠮷\n案")).toEqual(paragraph("𠮷案"));
    expect(folded("甲<!-- 注 -->乙")).toEqual(paragraph("甲乙"));
  });

  test("folds across elements: a space stands outside a number, a note is no obstacle", () => {
    const { blocks } = parseMarkup('<p>a <strong> b</strong>\n甲<fn source="x"> 注\n释 </fn>\n乙 <br> 丙</p>', "t.hbs");
    expect(blocks?.[0]).toEqual({
      type: "paragraph",
      children: [
        { type: "text", value: "a " },
        { type: "strong", children: [{ type: "text", value: "b" }] },
        { type: "text", value: " 甲" },
        { type: "footnote", source: "x", observations: [], children: [{ type: "text", value: "注释" }] },
        { type: "text", value: "乙" },
        { type: "lineBreak" },
        { type: "text", value: "丙" },
      ],
    });
  });

  test("reads back what markupOf writes", () => {
    const word = fc.string({ unit: fc.constantFrom("案", "a", "1", "<", "&", '"', "。"), minLength: 1, maxLength: 5 });
    const ids = fc.array(fc.constantFrom("o-1", "o-2"), { maxLength: 2 });
    const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
      inline: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.record({ type: fc.constant("text" as const), value: word }),
        fc.record({ type: fc.constant("strong" as const), role: word, children: fc.tuple(tie("inline")) }),
        fc.record({
          type: fc.constant("data" as const),
          value: fc.option(fc.integer()),
          observations: ids,
          children: fc.tuple(tie("inline")),
        }),
        fc.record({
          type: fc.constant("footnote" as const),
          source: word,
          observations: ids,
          children: fc.tuple(tie("inline")),
        }),
        fc.record({ type: fc.constant("link" as const), href: word, children: fc.tuple(tie("inline")) }),
        fc.record({ type: fc.constant("time" as const), datetime: word, children: fc.tuple(tie("inline")) }),
      ),
    }));
    fc.assert(
      fc.property(inline, (node) => {
        const { blocks, diagnostics } = parseMarkup(`<p>${markupOf([node])}</p>`, "t.hbs");
        expect(diagnostics).toEqual([]);
        expect(blocks).toEqual([{ type: "paragraph", children: [node] }]);
      }),
    );
  });

  test("reads a long, deep and broken page in one pass", () => {
    expect(problems("<p>字".repeat(2000)).length).toBeGreaterThan(2000);
    expect(problems(`<p ${'a="b" '.repeat(5000)}>x</p>`).length).toBeGreaterThan(1);
  });
});
