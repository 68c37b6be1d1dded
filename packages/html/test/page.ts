import type { Scene } from "@jianbao/charts";
import type { Document } from "@jianbao/document";
import { type DefaultTreeAdapterTypes, type ParserError, parse } from "parse5";
import { sampleDocument, sampleTheme } from "../../document/test/sample.ts";
import { type Evidence, type HtmlOptions, toHtml } from "../src/index.ts";

/** An element of a page as a browser reads it. */
export type Element = DefaultTreeAdapterTypes.Element;

/** A page with its elements in document order and what a strict reader complains of. */
export interface Page {
  readonly html: string;
  readonly elements: readonly Element[];
  readonly errors: readonly string[];
}

/** Reads HTML as a browser does. */
export function read(html: string): Page {
  const errors: ParserError[] = [];
  const root = parse(html, { onParseError: (error) => errors.push(error), sourceCodeLocationInfo: true });
  const elements: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("tagName" in node) elements.push(node);
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  visit(root);
  return { html, elements, errors: errors.map(({ code, startLine, startCol }) => `${startLine}:${startCol} ${code}`) };
}

/** An attribute's value, or null. */
export function attribute(element: Element | undefined, name: string): string | null {
  return element?.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** Elements of a name, with an attribute or a value of it where asked for. */
export function all(page: Page, name: string, attr?: string, value?: string): readonly Element[] {
  return page.elements.filter(
    (element) =>
      (name === "*" || element.tagName === name) &&
      (attr === undefined ||
        (value === undefined ? attribute(element, attr) !== null : attribute(element, attr) === value)),
  );
}

/** All characters within an element. */
export function textIn(node: DefaultTreeAdapterTypes.Node | undefined): string {
  if (node === undefined) return "";
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textIn).join("") : "";
}

/** A small scene with every kind of mark. */
export const scene: Scene = {
  width: 100,
  height: 50,
  marks: [
    {
      type: "path",
      commands: [["M", 0, 0], ["L", 10.5, 0], ["C", 1, 2, 3, 4, 5, 6], ["Z"]],
      paint: { fill: "#1f4e79", stroke: "#59636e", strokeWidth: 0.5, dash: [6, 3], opacity: 0.5 },
    },
    {
      type: "clip",
      x: 0,
      y: 0,
      width: 20,
      height: 20,
      marks: [
        {
          type: "text",
          x: 5,
          y: 9,
          text: "43.7万起 <&>",
          size: 9,
          weight: 700,
          colour: "#1f2328",
          anchor: "end",
          angle: -90,
        },
      ],
    },
  ],
};

const quote = "据通报，2023年全国公安机关共破获电信网络诈骗案件43.7万起，抓获犯罪嫌疑人9.9万余名。";
const later = {
  document: "b.txt",
  title: "公安部通报去年工作情况",
  publisher: "央视新闻",
  published: "2024-01-09",
  href: "evidence/b.txt-1.html#place",
};

/** Evidence of the sample's figures; two stand in one sentence, one in an article that no note names. */
export const evidence: Readonly<Record<string, Evidence>> = {
  "o-000000000001": { ...later, quote, start: 30, end: 35 },
  "o-000000000004": { ...later, quote, start: 44, end: 49 },
  "o-000000000002": {
    document: "a.txt",
    title: "打击治理工作一年综述",
    publisher: "新华社",
    published: "2023-05-30",
    quote: "一年来，全国共破获电信网络诈骗案件46.4万起。",
    start: 17,
    end: 22,
  },
};

/** Options of the sample document. */
export const options: HtmlOptions = { theme: sampleTheme, charts: { "change-crackdown": scene }, evidence };

/** Writes a document and reads the page. */
export function pageOf(document: Document = sampleDocument(), more: Partial<HtmlOptions> = {}): Page {
  return read(toHtml(document, { ...options, ...more }));
}

/** A document of some blocks. */
export function documentOf(children: Document["children"], more: Partial<Document> = {}): Document {
  const properties = {
    issuer: "某市反诈中心",
    date: "2024-01-31",
    issue: null,
    subject: "telecom-fraud",
    draft: false,
  };
  return { type: "document", language: "zh-Hans", title: "简报", properties, children, ...more };
}
