import type { Block, Inline } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { layout } from "../../src/index.ts";
import {
  documentOf,
  dump,
  footnote,
  mm,
  monthlyTheme,
  paragraph,
  realFaces,
  squareFaces,
  squareTheme,
  text,
  textFramesOf,
  textOfPages,
} from "../setting.ts";

const lineOf = (letter: string): string => letter.repeat(10);

function heading(value: string): Block {
  return { type: "heading", level: 1, children: [text(value)] };
}

function call(...inlines: Inline[]): Block {
  return { type: "paragraph", children: inlines };
}

/** A note with a short form. */
function cited(body: string, short: string): Inline {
  return { type: "footnote", source: "a", observations: [], short, children: [text(body)] };
}

/** The notes of two pages that cite one source. */
function textsOfNotes(body: string, short: string): string[] {
  const blocks = [
    call(text("天"), cited(body, short)),
    { type: "pageBreak" } as const,
    call(text("地"), cited(body, short)),
  ];
  const { pages, structure } = layout(documentOf(blocks), { theme: squareTheme(), faces: squareFaces(), charts: {} });
  return pages.map((page) =>
    textFramesOf(page)
      .filter((frame) => structure[frame.element ?? 0]?.kind === "Note")
      .map((frame) => frame.text)
      .join(""),
  );
}

function sent(value: string): Block {
  return { type: "paragraph", role: "sending", children: [text(value)] };
}

describe("pages", () => {
  it("hold nothing where the document holds nothing", () => {
    expect(dump([])).toEqual([""]);
  });

  it("take lines one under the other, and go on on the next", () => {
    const theme = squareTheme({ height: mm(50) });
    expect(
      dump([paragraph(lineOf("天")), paragraph(lineOf("地").repeat(2)), paragraph(lineOf("玄").repeat(5))], theme),
    ).toEqual([
      [
        "0,0 天天天天天天天天天天",
        "0,1 地地地地地地地地地地",
        "0,2 地地地地地地地地地地",
        "0,3 玄玄玄玄玄玄玄玄玄玄",
        "0,4 玄玄玄玄玄玄玄玄玄玄",
      ].join("\n"),
      ["0,0 玄玄玄玄玄玄玄玄玄玄", "0,1 玄玄玄玄玄玄玄玄玄玄", "0,2 玄玄玄玄玄玄玄玄玄玄"].join("\n"),
    ]);
  });

  it("leave no single line of a paragraph at their foot, nor at their head", () => {
    const theme = squareTheme({ height: mm(30) });
    const [first, second] = dump([paragraph(lineOf("天").repeat(2)), paragraph(lineOf("地").repeat(4))], theme);
    expect(first).not.toContain("地");
    expect(second?.split("\n").length).toBe(2); // not three: the last line is not left alone
  });

  it("leave no heading at their foot", () => {
    const theme = squareTheme({ height: mm(30) });
    const pages = dump([paragraph(lineOf("天").repeat(2)), heading("题"), paragraph("地")], theme);
    expect(pages[1]).toBe("0,0 题\n0,1 地");
  });

  it("begin where a page break says, and have none that is empty", () => {
    const pages = dump([
      { type: "pageBreak" },
      paragraph("天"),
      { type: "pageBreak" },
      { type: "pageBreak" },
      paragraph("地"),
      { type: "pageBreak" },
    ]);
    expect(pages).toEqual(["0,0 天", "0,0 地"]);
  });

  it("drop the room between blocks at their head", () => {
    const theme = squareTheme(
      { height: mm(20) },
      { body: { family: "body", size: 10, weight: 400, colour: "ink", leading: 1, align: "start", spaceBefore: 5 } },
    );
    expect(dump([paragraph("天"), paragraph("地")], theme)).toEqual(["0,0 天", "0,0 地"]);
  });

  it("keep ruled paragraphs of one role together, with one rule between two", () => {
    const theme = squareTheme(
      { height: mm(50) },
      { sending: { ruleAbove: 1, ruleBelow: 1, padding: 2, spaceBefore: 8, colour: "ink", ruleColour: "ink" } },
    );
    const document = documentOf([paragraph("天"), paragraph("地"), sent("报"), sent("送"), sent("发")]);
    const { pages } = layout(document, { theme, faces: squareFaces(), charts: {} });
    const rules = pages.map((page) => page.frames.filter((frame) => frame.type === "box").length);
    // Three paragraphs have four rules, and go to the second page as one.
    expect(pages.map((page) => textFramesOf(page).map((frame) => frame.text))).toEqual([
      ["天", "地"],
      ["报", "送", "发"],
    ]);
    expect(rules).toEqual([0, 4]);
  });

  it("count themselves at head and foot", () => {
    const running: Block = {
      type: "running",
      slot: "foot-center",
      children: [{ type: "pageNumber" }, text("共"), { type: "pageCount" }],
    };
    const theme = squareTheme({ height: mm(120), marginBottom: mm(30) });
    const pages = dump([running, paragraph("天"), { type: "pageBreak" }, paragraph("地")], theme);
    expect(pages.map((page) => page.split("\n").at(-1))).toEqual([
      expect.stringContaining("1共2"),
      expect.stringContaining("2共2"),
    ]);
  });

  it("say on each that they are a draft until they are signed", () => {
    const document = documentOf([paragraph("天"), { type: "pageBreak" }, paragraph("地")], { draft: true });
    const { pages } = layout(document, { theme: monthlyTheme(), faces: realFaces(), charts: {} });
    expect(pages.map((page) => textFramesOf(page)[0]?.text)).toEqual(["草　稿", "草　稿"]);
  });

  it("are numbered in the contents", () => {
    const theme = squareTheme({ height: mm(60) });
    const pages = dump([{ type: "toc", depth: 1 }, heading("甲"), { type: "pageBreak" }, heading("乙")], theme);
    const contents = pages[0]?.split("\n").filter((line) => /^\d[\d.]*,[01] [甲乙12]$/u.test(line)); // matches 9,0 1
    expect(contents).toEqual(["0,0 甲", "9,0 1", "0,1 乙", "9,1 2"]);
  });
});

describe("notes", () => {
  it("stand at the foot of the page of their call, one a source", () => {
    const theme = squareTheme({ height: mm(50) });
    const pages = dump(
      [call(text("天"), footnote("a", "甲"), text("地"), footnote("b", "乙"), text("玄"), footnote("a", "甲"))],
      theme,
    );
    expect(pages[0]?.split("\n").map((line) => line.split(" ")[1])).toEqual([
      "天",
      "①",
      "地",
      "②",
      "玄",
      "①",
      "①",
      "甲",
      "②",
      "乙",
    ]);
    expect(pages[0]).toContain("1.75,3 甲\n0,4 ②\n1.75,4 乙");
  });

  it("are numbered anew on each page", () => {
    const pages = dump([
      call(text("天"), footnote("a", "甲")),
      { type: "pageBreak" },
      call(text("地"), footnote("b", "乙")),
    ]);
    expect(pages.map((page) => page.includes("①") && !page.includes("②"))).toEqual([true, true]);
  });

  it("of several lines are cited shortly on later pages, where that takes fewer", () => {
    const long = "甲乙丙丁戊己庚辛壬癸".repeat(2);
    expect(textsOfNotes(long, "甲乙")).toEqual([long, "甲乙"]);
    // As many lines as the body: the body says more.
    expect(textsOfNotes("甲乙丙丁", "甲乙")).toEqual(["甲乙丙丁", "甲乙丙丁"]);
    expect(textsOfNotes(long, `${long}癸癸癸`)).toEqual([long, long]);
  });

  it("take a line to the next page where their note does not fit", () => {
    const theme = squareTheme({ height: mm(45) });
    const pages = dump(
      [paragraph("天"), paragraph("地"), paragraph("玄"), call(text("黄"), footnote("a", "甲"))],
      theme,
    );
    expect(pages[0]).not.toContain("黄");
    expect(pages[1]).toContain("黄");
    expect(pages[1]).toContain("甲");
  });

  it("longer than a page go on at the foot of the next, and lose nothing", () => {
    const body = "甲乙丙丁戊己庚辛壬癸".repeat(20);
    const theme = squareTheme({ height: mm(80) });
    const { pages, diagnostics } = layout(documentOf([call(text("天"), footnote("a", body)), paragraph("地")]), {
      theme,
      faces: squareFaces(),
      charts: {},
    });
    expect(diagnostics).toEqual([]);
    expect(pages.length).toBeGreaterThan(2);
    expect(textOfPages(pages).replaceAll(/[天地①]/gu, "")).toBe(body);
    for (const page of pages) for (const frame of textFramesOf(page)) expect(frame.y).toBeLessThanOrEqual(80);
  });

  it("are one note in the structure, however many pages they take", () => {
    const { structure, pages } = layout(documentOf([call(text("天"), footnote("a", "甲乙".repeat(90)))]), {
      theme: squareTheme({ height: mm(80) }),
      faces: squareFaces(),
      charts: {},
    });
    const notes = structure.flatMap((element, index) => (element.kind === "Note" ? [index] : []));
    expect(notes.length).toBe(1);
    const owners = pages.map((page) => textFramesOf(page).some((frame) => frame.element === notes[0]));
    expect(owners.filter(Boolean).length).toBeGreaterThan(2);
  });

  it("are forty on a page, with plain numbers after ⑳", () => {
    const many = Array.from({ length: 40 }, (_, index) => [text("天"), footnote(`s${index}`, "注")]).flat();
    const { pages } = layout(documentOf([call(...many)]), {
      theme: squareTheme({ height: mm(600) }),
      faces: squareFaces(),
      charts: {},
    });
    const labels = pages
      .flatMap((page) => textFramesOf(page))
      .filter((frame) => frame.x === 0 && frame.size === 10)
      .map((frame) => frame.text);
    expect(labels).toContain("⑳");
    expect(labels).toContain("40");
    expect(textOfPages(pages).match(/注/gu)?.length).toBe(40);
  });

  it("lead to their notes and back", () => {
    const { pages } = layout(documentOf([call(text("天"), footnote("a", "甲"))]), {
      theme: squareTheme(),
      faces: squareFaces(),
      charts: {},
    });
    const frames = pages[0]?.frames ?? [];
    const places = frames.flatMap((frame) => (frame.type === "place" ? [frame.name] : []));
    const targets = frames.flatMap((frame) =>
      frame.type === "link" && "place" in frame.target ? [frame.target.place] : [],
    );
    expect(places.toSorted()).toEqual(targets.toSorted());
    expect(places.length).toBe(2);
  });
});

describe("problems", () => {
  it("are reported: missing glyphs, unknown places, lines that are too long", () => {
    const link: Inline = { type: "link", href: "#nowhere", children: [text("见")] };
    const { diagnostics } = layout(documentOf([{ type: "paragraph", children: [text("𠮷"), link] }]), {
      theme: squareTheme(),
      faces: squareFaces(),
      charts: {},
    });
    expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "print/missing-glyph: no face has the character U+20BB7 𠮷 of paragraph “𠮷见”",
      "print/unresolved-reference: unknown place: #nowhere (“见”)",
    ]);
  });

  it("name a chart that is not there, and print its words", () => {
    const figure: Block = { type: "figure", chart: "x", alternative: "上升", caption: [text("图1")] };
    const { pages, diagnostics } = layout(documentOf([figure]), {
      theme: squareTheme(),
      faces: squareFaces(),
      charts: {},
    });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["print/missing-chart"]);
    expect(textOfPages(pages)).toBe("上升图1");
  });

  it("make a figure smaller that is larger than a page", () => {
    const figure: Block = { type: "figure", chart: "x", alternative: "上升", caption: [text("图1")] };
    const charts = {
      x: {
        width: 50,
        height: 500,
        marks: [
          {
            type: "path",
            commands: [
              ["M", 0, 0],
              ["L", 50, 500],
            ],
            paint: { stroke: "#000000" },
          },
        ],
      },
    } as const;
    const { pages, diagnostics } = layout(documentOf([figure]), { theme: squareTheme(), faces: squareFaces(), charts });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["print/figure-too-large"]);
    expect(pages.length).toBe(1);
  });
});
