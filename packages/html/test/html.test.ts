import { createHash } from "node:crypto";
import { Script } from "node:vm";
import type { Document, Footnote, Heading, Paragraph, Table } from "@jianbao/document";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleDocument, sampleTheme } from "../../document/test/sample.ts";
import { toHtml } from "../src/index.ts";
import {
  type Element as PageElement,
  type Page,
  all,
  attribute,
  documentOf,
  evidence,
  options,
  pageOf,
  read,
  scene,
  textIn,
} from "./page.ts";

const text = (value: string) => ({ type: "text", value }) as const;
const paragraph = (...children: Paragraph["children"]): Paragraph => ({ type: "paragraph", children });

const data = (...children: Paragraph["children"]) =>
  ({ type: "data", value: 1, observations: ["o-000000000001"], children }) as const;

const policyOf = (page: Page): string | null =>
  attribute(all(page, "meta", "http-equiv", "Content-Security-Policy")[0], "content");

describe("the page", () => {
  it("of the sample is the one on file", async () => {
    const { html } = pageOf();
    const bare = html
      .replace(/<style>[\s\S]*?<\/style>/u, "<style></style>")
      .replace(/<script>[\s\S]*?<\/script>/u, "<script></script>");
    await expect(bare).toMatchFileSnapshot("pages/sample.html.txt");
  });

  it("is read without an error, and is the same the second time", () => {
    const page = pageOf();
    expect(page.errors).toEqual([]);
    expect(pageOf().html).toBe(page.html);
  });

  it("asks for nothing beyond itself", () => {
    const page = pageOf();
    for (const name of ["link", "img", "iframe", "object", "embed", "video", "audio", "base", "form"]) {
      expect(all(page, name)).toEqual([]);
    }
    expect(all(page, "*", "src")).toEqual([]);
    expect(page.html).not.toMatch(/@import|url\((?!#)/u);
    expect(attribute(all(page, "meta", "http-equiv")[0], "content")).toContain("default-src 'none'");
  });

  it("lets its own script run, and no other", () => {
    const page = pageOf();
    const written = textIn(all(page, "script")[0]);
    const hash = createHash("sha256").update(written).digest("base64");
    expect(attribute(all(page, "meta", "http-equiv")[0], "content")).toContain(`script-src 'sha256-${hash}';`);
    expect(() => new Script(written)).not.toThrow();
  });

  it("has unique ids, and every link within it has its target", () => {
    const page = pageOf();
    const ids = all(page, "*", "id").map((element) => attribute(element, "id"));
    expect(ids.every((id) => id !== null && /^\S+$/u.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of all(page, "a")) {
      const href = attribute(link, "href") ?? "";
      if (href.startsWith("#")) expect(ids).toContain(decodeURIComponent(href.slice(1)));
    }
    for (const element of all(page, "*", "aria-labelledby"))
      expect(ids).toContain(attribute(element, "aria-labelledby"));
  });

  it("names its language and has its landmarks, a skip link first", () => {
    const page = pageOf();
    expect(attribute(all(page, "html")[0], "lang")).toBe("zh-Hans");
    for (const name of ["header", "main", "aside", "footer", "nav"]) expect(all(page, name)).toHaveLength(1);
    const [first] = all(page, "a");
    expect(attribute(first, "href")).toBe("#main");
    expect(textIn(first)).toBe("跳到正文");
    expect(textIn(all(page, "title")[0])).toBe("反诈工作简报　第12期（总第36期）");
  });

  it("has one first heading, the masthead, and skips no level", () => {
    const levels = pageOf().elements.flatMap(({ tagName }) => (/^h[1-6]$/u.test(tagName) ? [Number(tagName[1])] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it("has one first heading where the masthead has two lines", () => {
    const line = { ...paragraph(text("简报")), role: "masthead" };
    const heading: Heading = { type: "heading", level: 1, children: [text("一、要点")] };
    const page = pageOf(documentOf([line, { ...line }, heading]));
    expect(all(page, "h1")).toHaveLength(1);
    expect(all(page, "h2").map(textIn)).toContain("一、要点");
  });

  it("keeps the levels of a document without a masthead", () => {
    const heading: Heading = { type: "heading", level: 1, children: [text("清样")] };
    expect(all(pageOf(documentOf([heading])), "h1").map(textIn)).toEqual(["清样"]);
  });

  it("shows neither running heads nor page breaks nor page numbers", () => {
    const page = pageOf();
    expect(textIn(all(page, "body")[0])).not.toContain("反诈工作简报　第12期\n");
    expect(page.html).not.toContain("page-break");
    expect(textIn(all(page, "main")[0])).not.toMatch(/第页|共页/u);
  });

  it("marks a draft at the top, unless the document does or it is signed", () => {
    const draft = sampleDocument();
    const signed = { ...draft, properties: { ...draft.properties, draft: false } };
    const own = { ...draft, children: [{ ...paragraph(text("草稿")), role: "draft" }, ...draft.children] };
    expect(all(pageOf(draft), "p", "class", "draft-mark").map(textIn)).toEqual(["草稿　未经签发，不得引用"]);
    expect(all(pageOf(signed), "p", "class", "draft-mark")).toEqual([]);
    expect(all(pageOf(own), "p", "class", "draft-mark")).toEqual([]);
  });

  it.each([
    ["zh-Hant-TW", "註釋與出處"],
    ["zh-Hant-HK", "註釋與出處"],
    ["en", "Notes and sources"],
  ] as const)("speaks %s", (language, notes) => {
    const page = pageOf({ ...sampleDocument(), language });
    expect(attribute(all(page, "html")[0], "lang")).toBe(language);
    expect(textIn(all(page, "h2", "id", "notes")[0])).toBe(notes);
  });

  it("of an empty document is whole", () => {
    const page = pageOf(documentOf([]), { charts: {}, evidence: {} });
    expect(page.errors).toEqual([]);
    expect(all(page, "main")).toHaveLength(1);
    expect(all(page, "aside")).toEqual([]);
  });
});

describe("notes", () => {
  it("are one a source, numbered by their first call", () => {
    const page = pageOf();
    expect(all(page, "a", "role", "doc-noteref").map(textIn)).toEqual(["1", "2", "1", "1", "2"]);
    const list = all(page, "li", "value");
    expect(list.map((item) => attribute(item, "id"))).toEqual(["note-1", "note-2"]);
    expect(textIn(list[0])).toContain("央视新闻《公安部通报去年工作情况》（2024年1月9日）");
  });

  it("lead back to each of their calls", () => {
    const backs = all(pageOf(), "a", "role", "doc-backlink").map((link) => attribute(link, "href"));
    expect(backs).toEqual(["#call-1-1", "#call-1-2", "#call-1-3", "#call-2-1", "#call-2-2"]);
  });

  it("quote a sentence once for all its figures, and mark them", () => {
    const page = pageOf();
    const quotes = all(page, "li", "data-quotes");
    expect(quotes.map((item) => attribute(item, "data-quotes"))).toEqual([
      "o-000000000001 o-000000000004",
      "o-000000000002",
    ]);
    expect(all(page, "mark").map(textIn)).toEqual(["43.7万起", "9.9万余名", "46.4万起"]);
    expect(textIn(all(page, "q")[1])).toBe(evidence["o-000000000002"]?.quote);
  });

  it("link to the evidence page where there is one", () => {
    expect(all(pageOf(), "a", "class", "original").map((link) => attribute(link, "href"))).toEqual([
      "evidence/b.txt-1.html#place",
    ]);
  });

  it("quote what no note vouches for under the article's name", () => {
    const figure = {
      type: "data",
      value: 437_000,
      observations: ["o-000000000001"],
      children: [text("43.7万起")],
    } as const;
    const page = pageOf(documentOf([paragraph(figure)]));
    expect(textIn(all(page, "p", "class", "source")[0])).toBe("央视新闻《公安部通报去年工作情况》（2024年1月9日）");
    expect(all(page, "*", "id", "evidence-o-000000000001")).toHaveLength(1);
  });

  it("stay one where a thousand calls share a source", () => {
    const call: Footnote = {
      type: "footnote",
      source: "b.txt#1",
      observations: ["o-000000000001"],
      children: [text("注")],
    };
    const page = pageOf(documentOf(Array.from({ length: 1000 }, () => paragraph(call))));
    expect(all(page, "li", "value")).toHaveLength(1);
    expect(all(page, "a", "role", "doc-backlink")).toHaveLength(1000);
  });
});

describe("figures", () => {
  it("carry their machine form and lead to their evidence", () => {
    const page = pageOf();
    const [first] = all(page, "data");
    expect(attribute(first, "value")).toBe("437000");
    expect(attribute(first, "data-observations")).toBe("o-000000000001");
    const links = all(page, "a", "class", "figure");
    expect(attribute(links[0], "href")).toBe("#evidence-o-000000000001");
    expect(textIn(links[0])).toBe("43.7万起");
  });

  it("of which every one with evidence leads to it, but for those that stand in a link", () => {
    const page = pageOf();
    for (const element of all(page, "data")) {
      const known = (attribute(element, "data-observations") ?? "")
        .split(" ")
        .filter((id) => Object.hasOwn(evidence, id));
      const inside = element.childNodes.some((child) => "tagName" in child && child.tagName === "a");
      const parent = element.parentNode;
      const within = parent !== null && "tagName" in parent && parent.tagName === "a";
      expect(inside || within).toBe(known.length > 0 || within);
    }
  });

  it("never put a link within a link", () => {
    const note: Footnote = { type: "footnote", source: "b.txt#1", observations: [], children: [text("注")] };
    const page = pageOf(
      documentOf([
        paragraph(data(text("43.7万起"), note, text("余"))),
        paragraph({
          type: "link",
          href: "#x",
          children: [data(text("43.7万起")), { type: "link", href: "#y", children: [text("内")] }],
        }),
      ]),
    );
    expect(page.errors).toEqual([]);
    for (const link of all(page, "a")) {
      let parent: (typeof link)["parentNode"] = link.parentNode;
      while (parent !== null) {
        expect("tagName" in parent && parent.tagName === "a").toBe(false);
        parent = "parentNode" in parent ? parent.parentNode : null;
      }
    }
  });

  it("without evidence are no links, whatever their ids are called", () => {
    const figure = {
      type: "data",
      value: 1,
      observations: ["constructor", "__proto__"],
      children: [text("1")],
    } as const;
    expect(all(pageOf(documentOf([paragraph(figure)])), "a", "class", "figure")).toEqual([]);
  });
});

describe("tables", () => {
  it("have a caption, scopes, and a region of their own that the keyboard reaches", () => {
    const page = pageOf();
    expect(textIn(all(page, "caption")[0])).toContain("表1　打击：本期与上年同期");
    expect(textIn(all(page, "caption")[0])).toContain("单位：起、名");
    expect(all(page, "th").map((cell) => attribute(cell, "scope"))).toEqual([
      "col",
      "colgroup",
      "col",
      "col",
      "col",
      "row",
      "row",
    ]);
    const [region] = all(page, "div", "role", "region");
    expect(attribute(region, "tabindex")).toBe("0");
    expect(attribute(region, "aria-labelledby")).toBe("caption");
  });

  it("leave no cell that holds nothing", () => {
    for (const cell of [...all(pageOf(), "td"), ...all(pageOf(), "th")]) expect(textIn(cell)).not.toBe("");
  });

  it("share their width as their columns say", () => {
    expect(all(pageOf(), "col").map((column) => attribute(column, "style"))).toEqual([
      "width:33.33%",
      "width:22.22%",
      "width:22.22%",
      "width:22.22%",
    ]);
  });

  it("are named where they have no caption", () => {
    const cell = {
      type: "cell",
      header: null,
      columnSpan: 1,
      rowSpan: 1,
      align: "start",
      children: [text("甲")],
    } as const;
    const table: Table = {
      type: "table",
      caption: [],
      unit: null,
      columns: [],
      head: [],
      body: [{ type: "row", cells: [cell] }],
      foot: [],
    };
    const page = pageOf(documentOf([table]));
    expect(attribute(all(page, "div", "role", "region")[0], "aria-label")).toBe("表格，可左右滚动");
  });
});

describe("charts", () => {
  it("are one picture with a name, and their text is text", () => {
    const [svg] = all(pageOf(), "svg");
    expect(attribute(svg, "role")).toBe("img");
    expect(attribute(svg, "aria-label")).toBe("条形图：2023年破获案件43.7万起，2022年46.4万起，下降5.8%。");
    expect(textIn(svg)).toBe("43.7万起 <&>");
  });

  it("have their figures beneath them as a table, folded, each with the note of its source", () => {
    const table = {
      head: ["期间", "破获案件 <起>"],
      rows: [
        { label: "2023年", cells: [{ text: "43.7万起", observations: ["o-000000000001"] }] },
        { label: "2021年", cells: [{ text: "无数字", observations: [] }] },
      ],
    };
    const page = pageOf(sampleDocument(), { tables: { "change-crackdown": table } });
    const [details] = all(page, "details");
    expect(attribute(details, "open")).toBeNull();
    expect(textIn(details)).toContain("图中数字");
    expect(textIn(details)).toContain("破获案件 <起>");
    const inside = (name: string) => all(page, name).filter((one) => isWithin(one, details));
    expect(inside("th").map((one) => attribute(one, "scope"))).toEqual(["col", "col", "row", "row"]);
    const hrefs = inside("a").map((one) => attribute(one, "href") ?? "");
    expect(hrefs).toHaveLength(2);
    expect(hrefs[0]).toBe("#evidence-o-000000000001");
    for (const href of hrefs) expect(all(page, "*", "id", href.slice(1))).toHaveLength(1);
    expect(page.errors).toEqual([]);
    expect(all(pageOf(), "details")).toEqual([]);
  });

  it("may bring their fonts, which the page's policy lets in", () => {
    const options = { theme: sampleTheme, charts: { "change-crackdown": scene }, evidence: {} };
    const page = read(toHtml(sampleDocument(), { ...options, fonts: [{ weight: 400, data: "AAEA" }] }));
    expect(policyOf(page)).toContain("font-src data:;");
    expect(page.html).toContain("base64,AAEA");
    expect(policyOf(pageOf())).not.toContain("font-src");
  });

  it("clip within the page's ids", () => {
    const figure = sampleDocument().children.flatMap((block) => (block.type === "section" ? block.children : []));
    const figures = figure.filter(({ type }) => type === "figure");
    const page = pageOf(documentOf([...figures, ...figures]));
    const ids = all(page, "clipPath").map((clip) => attribute(clip, "id"));
    expect(new Set(ids).size).toBe(2);
    expect(all(page, "g").map((group) => attribute(group, "clip-path"))).toEqual(ids.map((id) => `url(#${id})`));
  });

  it("must be handed in", () => {
    expect(() => toHtml(sampleDocument(), { ...options, charts: { other: scene } })).toThrow(
      'no chart "change-crackdown" was handed in (there are: other)',
    );
  });
});

describe("hostile strings", () => {
  const strings = [
    '"><script>alert(1)</script>',
    "</style></script><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "<!--",
    "]]>&#x27;&lt;",
    "\u0000\u0008\ud800\ufffe",
    "a b\tc\nd",
  ];

  it.each(strings)("are characters and nothing else: %j", (evil) => {
    const { document, evidence } = hostile(evil);
    const page = pageOf(document, { evidence });
    const names = new Set(pageOf().elements.map(({ tagName }) => tagName));
    expect(page.errors).toEqual([]);
    expect(all(page, "script")).toHaveLength(1);
    for (const element of page.elements) {
      expect([...names, "h3", "ul", "q", "mark", "wbr"]).toContain(element.tagName);
      for (const { name } of element.attrs) expect(name).not.toMatch(/^on/u);
    }
  });

  it("of any kind leave a page without errors", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (value) => {
        const html = toHtml(documentOf([paragraph(text(value))], { title: value }), options);
        expect(read(html.replace(/<style>[\s\S]*?<\/style>/u, "")).errors).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it.each(["javascript:alert(1)", " JaVa\nScript:alert(1)", "data:text/html,x", "vbscript:x", "//example.org", ""])(
    "that are addresses like %j are no links",
    (href) => {
      const page = pageOf(documentOf([paragraph({ type: "link", href, children: [text("链接")] })]));
      expect(all(page, "a").map((link) => attribute(link, "href"))).toEqual(["#main"]);
      expect(textIn(all(page, "main")[0])).toContain("链接");
    },
  );

  it("in a theme stay within their place", () => {
    const evil = '}</style><script>alert(1)</script>"';
    const theme = {
      ...sampleTheme,
      colours: { ...sampleTheme.colours, [evil]: evil },
      families: { ...sampleTheme.families, [evil]: { faces: {}, screen: [evil] } },
      roles: { ...sampleTheme.roles, [evil]: { family: evil, colour: evil, background: evil } },
    };
    const page = pageOf(sampleDocument(), { theme });
    expect(page.errors).toEqual([]);
    expect(all(page, "script")).toHaveLength(1);
  });
});

/** The sample with every free string replaced, and every id and source along with it. */
function hostile(evil: string): { document: Document; evidence: typeof evidence } {
  const fixed = new Set(["type", "level", "header", "align", "language", "slot", "chart", "href", "role"]);
  let count = 0;
  const replace = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((inner) => replace(inner, key));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replace(inner, name)]));
    }
    if (typeof value !== "string" || fixed.has(key)) return value;
    return key === "id" ? `${evil}${++count}` : evil;
  };
  const quoted = {
    document: evil,
    title: evil,
    publisher: evil,
    published: evil,
    quote: evil + evil,
    start: 0,
    end: 1,
    href: evil,
  };
  return { document: replace(sampleDocument(), "") as Document, evidence: { [evil]: quoted } };
}

function isWithin(element: PageElement, outer: PageElement | undefined): boolean {
  for (let node = element.parentNode; node !== null; node = "parentNode" in node ? node.parentNode : null)
    if (node === outer) return true;
  return false;
}
