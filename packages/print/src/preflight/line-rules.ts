import type { FaceSet } from "@jianbao/fonts";
import type { Diagnostic } from "@jianbao/model";
import { emBoxOf, rightOf } from "../geometry/set-text.ts";
import type { TextFrame } from "../page/page.ts";
import type { ElementKind } from "../page/structure.ts";
import { linesByBlock, words } from "./page-line.ts";
import { type PreflightRule, type Proof, found } from "./rule.ts";

/** Blocks that are read as running text. */
const running = new Set<ElementKind>(["P", "H1", "H2", "H3", "H4", "Caption", "LBody", "BlockQuote", "Note"]);

/** CLREQ, 3.1.2: no last line of one character, marks not counted. */
export const lonelyCharacters: PreflightRule = function* ({ lines }) {
  for (const own of linesByBlock(lines).values()) {
    const last = own.at(-1);
    if (last === undefined || own.length < 2 || !running.has(last.kind)) continue;
    const characters = [...last.text].filter((character) => /[\p{L}\p{N}]/u.test(character));
    if (characters.length !== 1) continue;
    const place = { page: last.page, text: words(`${own.at(-2)?.text.slice(-12) ?? ""}/${last.text}`) };
    yield found("warning", "lonely-character", "a last line of one character", place, "add or cut a word before it");
  }
};

/** No line of a paragraph stands alone at the foot or on top of a page. */
export const loneLines: PreflightRule = function* ({ lines }) {
  for (const own of linesByBlock(lines).values()) {
    const [first] = own;
    if (first === undefined || (first.kind !== "P" && first.kind !== "LBody")) continue;
    const pages = Map.groupBy(own, ({ page }) => page);
    if (pages.size < 2) continue;
    for (const [page, members] of pages) {
      const [line] = members;
      if (members.length > 1 || line === undefined) continue;
      const isTop = page !== first.page;
      const fault = isTop ? "a line alone on top" : "a line alone at the foot";
      yield found("warning", "lone-line", fault, { page, text: words(line.text) }, "add or cut a line before it");
    }
  }
};

/** What a number must not be cut from: its other digits, 万 亿, per cent, and the units counted most. */
const afterNumber = /^(?:[\d.,]|[万亿千百余多]|[%％‰℃]|个百分点|[起人次元件名户条张])/u;

/** No number is cut from its other digits, its 万 or 亿, or its unit: it would be read as another one. */
export const cutNumbers: PreflightRule = function* ({ lines }) {
  for (const own of linesByBlock(lines).values()) {
    for (const [index, line] of own.entries()) {
      const next = own[index + 1];
      if (next === undefined || (line.kind === "Note" && /https?:/u.test(own.map(({ text }) => text).join(""))))
        continue;
      const tail = /[\w.,:/-]*\d[.,]?$/u.exec(line.text)?.[0]; // matches 1,234. at the end, with what it hangs on
      // An address or a code may be cut where it must.
      if (tail === undefined || /[a-z/:_-]/iu.test(tail) || !afterNumber.test(next.text)) continue;
      const place = { page: line.page, text: words(`${line.text.slice(-12)}/${next.text.slice(0, 8)}`) };
      yield found(
        "error",
        "cut-number",
        "a number cut at a line's end",
        place,
        "widen the column, or write it otherwise",
      );
    }
  }
};

/** 六号, the smallest text that CLREQ (2.1.3) has for reading, in points; a twentieth less is not seen. */
const smallest = 7.5;
const unseen = 0.05;

/** No text is smaller than 六号, but raised marks. */
export const smallTexts: PreflightRule = function* ({ layout, lines }) {
  const told = new Set<string>();
  for (const { page, kind, size, text } of lines) {
    if (size >= smallest - unseen || text.trim() === "" || told.has(kind)) continue;
    told.add(kind);
    yield small(page, size, text);
  }
  for (const page of layout.pages) {
    const texts = page.frames.filter((frame): frame is TextFrame => frame.type === "text");
    const charts = texts.filter(({ element }) => element !== null && layout.structure[element]?.kind === "Figure");
    const furniture = texts.filter((frame) => frame.element === null && !isRepeatedMark(frame));
    for (const own of [charts, furniture]) {
      const least = own.filter(({ text }) => text.trim() !== "").sort((a, b) => a.size - b.size)[0];
      if (least !== undefined && least.size < smallest - unseen) yield small(page.number, least.size, least.text);
    }
  }
};

/** The mark of a note in the repeated head of a table, which is raised like others. */
function isRepeatedMark({ artifact, text }: TextFrame): boolean {
  return artifact === "Pagination" && /^(?:[①-⑳]|\d{1,3})$/u.test(text);
}

function small(page: number, size: number, text: string): Diagnostic {
  const fault = `text of ${Math.round(size * 100) / 100} pt, below 六号 (${smallest} pt),`;
  return found(
    "warning",
    "small-text",
    fault,
    { page, text: words(text) },
    "set it larger in theme.yaml, or make the chart wider",
  );
}

/** All text stands on the page, and that of the column within its width. */
export const outsideTexts: PreflightRule = function* (proof) {
  for (const page of proof.layout.pages) {
    for (const frame of page.frames) {
      if (frame.type !== "text" || frame.angle !== undefined || frame.text.trim() === "") continue;
      // Most texts end within the column by their advance; ink is asked for where one does not.
      const advanced = rightOf(frame, proof.faces);
      const right = advanced > columnRight(proof, page.number) ? inkRightOf(frame, proof.faces) : advanced;
      const { top, bottom } = emBoxOf(frame);
      const place = { page: page.number, text: words(frame.text) };
      if (frame.x < -0.5 || right > page.width + 0.5 || top < -0.5 || bottom > page.height + 0.5) {
        yield found(
          "error",
          "outside-page",
          "text beyond the edge of the paper",
          place,
          "widen the page, or make the text narrower",
        );
      } else if (frame.element !== null && right > columnRight(proof, page.number) + 1) {
        yield found(
          "error",
          "outside-column",
          "text beyond the type area",
          place,
          "break the long word, or make the table narrower",
        );
      }
    }
  }
};

/** Right edge of a text's ink: a mark at a line's end stands in half of its advance. */
function inkRightOf(frame: TextFrame, faces: FaceSet): number {
  const face = faces.get(frame.face);
  const outline = face.outlineOf(frame.glyphs.at(-1) ?? 0);
  if (outline.length < 10) return frame.x + (frame.xs.at(-1) ?? 0);
  // The header of a glyph's record: number of contours, then xMin, yMin, xMax, yMax (OpenType, glyf).
  const right = new DataView(outline.buffer, outline.byteOffset, 10).getInt16(6);
  return frame.x + (frame.xs.at(-1) ?? 0) + (right / face.unitsPerEm) * frame.size;
}

/** Right edge of the type area of a page. */
function columnRight({ geometry }: Proof, page: number): number {
  const left = geometry.duplex && page % 2 === 0 ? geometry.outer : geometry.inner;
  return left + geometry.bodyWidth;
}
