import type { ExtentFrame, Frame, Page } from "../page/page.ts";
import { isInImprint } from "../page/structure.ts";
import { words } from "./page-line.ts";
import { type PreflightRule, found } from "./rule.ts";

/** A heading has text of its section below it on its page. */
export const headingsAtFoot: PreflightRule = function* ({ layout, lines }) {
  for (const page of layout.pages) {
    const own = lines.filter((line) => line.page === page.number && line.kind !== "Note" && line.kind !== "Lbl");
    const last = own.toSorted((a, b) => a.baseline - b.baseline).at(-1);
    if (last === undefined || !/^H\d$/u.test(last.kind) || page === layout.pages.at(-1)) continue;
    if (page.frames.some((frame) => frame.type === "extent" && frame.y + frame.height > last.baseline)) continue;
    const place = { page: page.number, text: words(last.text) };
    yield found(
      "warning",
      "heading-at-foot",
      "a heading at the foot",
      place,
      "put a page break before it, or shorten what is above",
    );
  }
};

/** A note stands on the page that calls it. */
export const movedNotes: PreflightRule = function* ({ layout, lines }) {
  for (const page of layout.pages) {
    for (const frame of page.frames) {
      // Matches note-3-2, the second note that page 3 calls.
      const called = frame.type === "place" ? /^note-(\d+)-(\d+)$/u.exec(frame.name) : null;
      if (frame.type !== "place" || called === null || Number(called[1]) === page.number) continue;
      const line = lines.find(
        ({ page: own, kind, baseline }) => own === page.number && kind === "Note" && baseline > frame.y,
      );
      const fault = `a note of page ${called[1]} moved, it stands`;
      const place = { page: page.number, text: words(line?.text ?? "") };
      yield found("warning", "note-moved", fault, place, "shorten the notes of the page before, or its text");
    }
  }
};

/**
 * A page but the last is filled for a third at least, and the last has more than two lines. The last is that of
 * the text: an imprint may have the page after it to itself.
 */
export const emptyPages: PreflightRule = function* ({ layout, lines, geometry }) {
  const texts = lines.filter(({ block }) => !isInImprint(layout.structure, block));
  const last = Math.max(0, ...texts.map(({ page }) => page));
  for (const page of layout.pages) {
    const bottoms = page.frames.flatMap((frame) => bottomOf(frame));
    const own = texts.filter((line) => line.page === page.number);
    if (bottoms.length === 0 || own.length === 0) continue;
    const notes = own.filter(({ kind }) => kind === "Note" || kind === "Lbl");
    const text = words(own[0]?.text ?? "");
    const isLast = page.number === last;
    const filled = (Math.max(...bottoms) - geometry.top) / geometry.bodyHeight;
    if (isLast ? layout.pages.length > 1 && own.length - notes.length <= 2 && filled < 0.2 : filled < 1 / 3) {
      const fault = isLast ? "a last page of hardly any text," : `a page filled to ${Math.round(100 * filled)} % only,`;
      yield found(
        "info",
        "empty-page",
        fault,
        { page: page.number, text },
        "leave out the page break after it, or shorten the text",
      );
    }
  }
};

/** The lower edge of what belongs to the document, notes included. */
function bottomOf(frame: Frame): readonly number[] {
  if (frame.type === "extent") return [frame.y + frame.height];
  return frame.type === "text" && frame.element !== null ? [frame.y] : [];
}

/** A figure is nearly as large as it was drawn: what a page takes to be filled is not seen. */
export const reducedFigures: PreflightRule = function* ({ layout }) {
  for (const page of layout.pages) {
    for (const extent of page.frames) {
      if (extent.type !== "extent") continue;
      const scale = scaleOf(page, extent);
      if (scale === null || scale > 0.9) continue;
      const place = { page: page.number, text: words(layout.structure[extent.element]?.alternative ?? "") };
      const fault = `a figure set at ${Math.round(100 * scale)} % of its size`;
      yield found(
        scale < 0.7 ? "warning" : "info",
        "figure-reduced",
        fault,
        place,
        "draw it narrower or lower, so that its words keep their size",
      );
    }
  }
};

/** How much smaller the figure of an extent is than it was drawn; null where nothing of it tells. */
function scaleOf({ frames }: Page, { element }: ExtentFrame): number | null {
  const path = frames.find((frame) => frame.type === "path" && frame.element === element);
  return path?.type === "path" ? path.scale : null;
}
