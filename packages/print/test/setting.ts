import { readFileSync } from "node:fs";
import { type Block, type Document, type Inline, type Theme, parseTheme, roleOf } from "@jianbao/document";
import { FaceSet, openFace } from "@jianbao/fonts";
import { realFont } from "../../fonts/test/real-face.ts";
import { type SquareFont, squareFont } from "../../fonts/test/square-font.ts";
import type { Diagnostic } from "@jianbao/model";
import { collectInlines } from "../src/line/inline.ts";
import { newMeasureCache } from "../src/line/measure.ts";
import { type SetLine, setLines } from "../src/line/set.ts";
import { type Page, type TextFrame, layout } from "../src/index.ts";
import { Structure } from "../src/page/structure.ts";
import { type World, newResolvedRoles, styleOf } from "../src/world.ts";

/** A theme of one size and one face, 10 pt, without spaces: layouts are counted in squares. */
export function squareTheme(page: Partial<Theme["page"]> = {}, roles: Theme["roles"] = {}): Theme {
  const plain = { size: 10, leading: 1, align: "start", indent: 0 } as const;
  const names = [
    "masthead",
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    "list",
    "quotation",
    "caption",
    "tableUnit",
  ];
  const more = [
    "tableHead",
    "tableCell",
    "tableNote",
    "footnote",
    "footnoteMark",
    "running",
    "data",
    "link",
    "chartText",
    "toc",
  ];
  return {
    name: "square",
    families: { body: { faces: { "400": "square" }, screen: [] } },
    colours: { ink: "#000000" },
    roles: {
      body: { ...plain, family: "body", weight: 400, colour: "ink" },
      ...Object.fromEntries([...names, ...more].map((name) => [name, {}])),
      ...roles,
    },
    // Ten squares wide, ten high, without margins.
    page: {
      width: (100 / 72) * 25.4,
      height: (100 / 72) * 25.4,
      marginTop: 0,
      marginBottom: 0,
      marginInner: 0,
      marginOuter: 0,
      duplex: false,
      kinsoku: "basic",
      ...page,
    },
    screen: { measure: 40, size: 16 },
  };
}

/** A length of so many points, in millimetres. */
export function mm(points: number): number {
  return (points / 72) * 25.4;
}

const madeFaces = new Map<string, FaceSet>();

export function squareFaces(font: SquareFont = {}): FaceSet {
  const key = JSON.stringify(font);
  const faces = madeFaces.get(key) ?? new FaceSet([openFace(squareFont(font))]);
  madeFaces.set(key, faces);
  return faces;
}

/** The faces of the workspace, and the theme of the monthly briefing. */
export function realFaces(): FaceSet {
  const ids = ["noto-serif-sc-400", "noto-serif-sc-700", "noto-sans-sc-400", "noto-sans-sc-700"] as const;
  return new FaceSet(
    ids.map((id) => openFace(realFont(id))),
    { fallback: ["noto-serif-sc-400"] },
  );
}

export function monthlyTheme(): Theme {
  const file = new URL("../../../templates/monthly/theme.yaml", import.meta.url);
  const { theme } = parseTheme(readFileSync(file, "utf8"), "theme.yaml");
  if (theme === null) throw new Error("the monthly theme cannot be read");
  return theme;
}

function worldOf(theme: Theme, faces: FaceSet, diagnostics: Diagnostic[] = []): World {
  return {
    theme,
    faces,
    charts: {},
    language: "zh-Hans",
    grid: null,
    structure: new Structure(),
    diagnostics,
    missing: new Set(),
    places: new Set(),
    measures: newMeasureCache(),
    targets: new Map(),
    pages: new Map(),
    resolved: newResolvedRoles(),
  };
}

/** Sets a text in lines of so many em; `diagnostics` takes what is reported. */
export function setText(text: string, em: number, options: SettingOptions = {}): SetLine[] {
  return setInlines([{ type: "text", value: text }], em, options);
}

/** How a text is set. */
interface SettingOptions {
  theme?: Theme;
  faces?: FaceSet;
  indent?: number;
  align?: "start" | "center" | "justify";
  diagnostics?: Diagnostic[];
  title?: boolean;
}

/** Sets inlines in lines of so many em. */
export function setInlines(inlines: readonly Inline[], em: number, options: SettingOptions = {}): SetLine[] {
  const world = worldOf(
    options.theme ?? squareTheme(),
    options.faces ?? squareFaces({ western: 0.5 }),
    options.diagnostics,
  );
  const role = roleOf(world.theme, "body");
  const segments = collectInlines(world, inlines, {
    style: styleOf(world, role),
    element: null,
    place: "test",
  });
  return setLines(world, segments, {
    measure: em * role.size,
    indent: (options.indent ?? 0) * role.size,
    align: options.align ?? "justify",
    leading: role.size,
    size: role.size,
    place: "test",
    ...(options.title === undefined ? {} : { title: options.title }),
  });
}

/** The characters of a line. */
export function textOfLine(line: SetLine): string {
  return line.frames.map((frame) => (frame.type === "text" ? frame.text : "")).join("");
}

/** Lines as `破获案件|43.7万起`. */
export function lines(text: string, em: number, options: Parameters<typeof setText>[2] = {}): string {
  return setText(text, em, options).map(textOfLine).join("|");
}

export function documentOf(children: readonly Block[], properties: Partial<Document["properties"]> = {}): Document {
  return {
    type: "document",
    language: "zh-Hans",
    title: "试排",
    properties: { issuer: "某中心", date: "2024-01-31", issue: null, subject: "试排", draft: false, ...properties },
    children,
  };
}

export function text(value: string): Inline {
  return { type: "text", value };
}

export function paragraph(value: string): Block {
  return { type: "paragraph", children: [text(value)] };
}

export function footnote(source: string, value = `出处${source}`): Inline {
  return { type: "footnote", source, observations: [], children: [text(value)] };
}

/** Pages of a document in squares: a line a text frame, `x,y text`, y being the top of its em. */
export function dump(children: readonly Block[], theme: Theme = squareTheme()): string[] {
  const { pages, diagnostics } = layout(documentOf(children), { theme, faces: squareFaces(), charts: {} });
  if (diagnostics.length > 0) throw new Error(`unexpected: ${JSON.stringify(diagnostics)}`);
  return pages.map(dumpPage);
}

function dumpPage(page: Page): string {
  return textFramesOf(page)
    .map((frame) => `${Math.round(frame.x * 100) / 1000},${Math.round(frame.y - 8.8) / 10} ${frame.text}`)
    .join("\n");
}

export function textFramesOf(page: Page): TextFrame[] {
  return page.frames.filter((frame): frame is TextFrame => frame.type === "text");
}

/** All characters of all pages, in painting order. */
export function textOfPages(pages: readonly Page[]): string {
  return pages.flatMap((page) => textFramesOf(page).map((frame) => frame.text)).join("");
}
