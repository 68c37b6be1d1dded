import {
  type Block,
  type Document,
  type Figure,
  type Heading,
  type Imprint,
  type Inline,
  type List,
  type Paragraph,
  type Quotation,
  type ResolvedRole,
  type Table,
  type TableOfContents,
  textOf,
} from "@jianbao/document";
import { unreachable } from "@jianbao/model";
import { collectInlines } from "../line/inline.ts";
import { type LineFrame, setLines } from "../line/set.ts";
import type { TextFrame } from "../page/page.ts";
import type { ElementKind } from "../page/structure.ts";
import { type World, roleIn, styleOf } from "../world.ts";
import { type BlockContext, type NamedHeading, shortened } from "./context.ts";
import { decorated } from "./decoration.ts";
import { collectFigure } from "./figure.ts";
import { collectFloatingTable } from "./floating-table.ts";
import { Flow, type FlowBox, type PageOfFrame, boxesOf, shifted, stacked } from "./flow.ts";
import { joinLast, paragraphBoxes } from "./paragraph-lines.ts";
import { type ShortText, textFrames } from "./text-frame.ts";

/** Turns a document into one column of measured items. */
export function collectDocument(world: World, document: Document, width: number, pageHeight: number): Flow {
  const flow = new Flow();
  const headings: NamedHeading[] = [];
  findHeadings(document.children, (heading) => headings.push({ heading, place: heading.id ?? flow.newName() }));
  for (const { heading, place } of headings) {
    const title = textOf(heading.children);
    flow.bookmarks.push({ level: heading.level, title, place });
  }
  const element = world.structure.root;
  collectBlocks(
    { world, flow, left: 0, width, pageHeight, element, around: undefined, inherits: false, floats: true, headings },
    document.children,
  );
  return flow;
}

/** Collects blocks one after the other. */
function collectBlocks(context: BlockContext, blocks: readonly Block[]): void {
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined) break;
    if (block.type === "paragraph") collectParagraph(context, block, blocks[index - 1], blocks[index + 1]);
    else if (block.type === "figure" || block.type === "table") {
      // Notes to a figure or table stay with it wherever it goes.
      const notes = notesAfter(blocks, index);
      const collectNotes = (inner: BlockContext): void => collectBlocks(inner, notes);
      if (block.type === "figure") collectFigure(context, block, collectNotes);
      else collectFloatingTable(context, block, notes.length > 0, collectNotes);
      index += notes.length;
    } else collectBlock(context, block);
  }
}

/** Notes to a table or figure: they stand under it, on its last page. */
function notesAfter(blocks: readonly Block[], index: number): readonly Block[] {
  let end = index + 1;
  for (let next = blocks[end]; next?.type === "paragraph" && next.role === "tableNote"; next = blocks[end]) end += 1;
  return blocks.slice(index + 1, end);
}

function collectBlock(context: BlockContext, block: Exclude<Block, Paragraph | Figure | Table>): void {
  switch (block.type) {
    case "section": {
      const element = context.world.structure.add(context.element, "Sect");
      const around = block.role === undefined ? context.around : roleIn(context.world, block, context.around);
      const first = block.children.find((child) => child.type !== "running");
      if (first?.type === "heading") openChapter(context, first);
      namePlace(context, block.id);
      decorated(context, block.role === undefined ? null : (around ?? null), (inner) =>
        collectBlocks({ ...inner, element, around }, block.children),
      );
      break;
    }
    case "heading":
      collectHeading(context, block);
      break;
    case "list":
      collectList(context, block);
      break;
    case "quotation":
      collectQuotation(context, block);
      break;
    case "imprint":
      collectImprint(context, block);
      break;
    case "pageBreak":
      context.flow.breakPage(block.to);
      break;
    case "toc":
      collectContents(context, block);
      break;
    case "running":
      context.flow.running(block);
      break;
    default:
      unreachable(block);
  }
}

/** A box without height that links lead to, kept with what follows. */
function namePlace(context: BlockContext, id: string | undefined): void {
  if (id === undefined) return;
  context.world.places.add(id);
  context.flow.box({ height: 0, keep: true, frames: [{ type: "place", name: id, x: context.left, y: 0 }] });
}

/** Collects what stands at the foot of the last page as one box; one that is taller than a page is set as text. */
function collectImprint(context: BlockContext, imprint: Imprint): void {
  const element = context.world.structure.add(context.element, "Sect", { isImprint: true });
  const around = imprint.role === undefined ? context.around : roleIn(context.world, imprint, context.around);
  const inner = new Flow();
  const gather = (flow: Flow): void => {
    const own = { ...context, flow, floats: false };
    namePlace(own, imprint.id);
    decorated(own, imprint.role === undefined ? null : (around ?? null), (within) =>
      collectBlocks({ ...within, element, around }, imprint.children),
    );
  };
  gather(inner);
  const isSpaced = inner.items[0]?.type === "space";
  const space = inner.items[0]?.type === "space" ? inner.items[0].height : 0;
  const box = stacked(inner.items.slice(isSpaced ? 1 : 0), false);
  if (box.height > context.pageHeight) gather(context.flow);
  else if (box.height > 0) context.flow.imprint = { space, box, isEven: imprint.to === "even" };
}

/** Begins a new page before a first-level heading where the theme says so; the document's first follows what is there. */
function openChapter({ world, flow, headings }: BlockContext, heading: Heading): void {
  const { chapters } = world.theme.page;
  if (chapters === undefined || heading.level !== 1) return;
  if (headings.find((known) => known.heading.level === 1)?.heading === heading) return;
  flow.breakPage(chapters === "odd" ? "odd" : undefined);
}

function collectHeading(context: BlockContext, heading: Heading): void {
  const { world } = context;
  openChapter(context, heading);
  const place = context.headings.find((known) => known.heading === heading)?.place ?? "";
  world.places.add(place);
  const kind: ElementKind = `H${heading.level}`;
  collectText(context, heading.children, roleIn(world, heading, context.around), kind, place, true);
}

/** Ruled paragraphs of one role that follow each other stay together and share the rule between them. */
function collectParagraph(
  context: BlockContext,
  paragraph: Paragraph,
  before: Block | undefined,
  after: Block | undefined,
): void {
  const { world, around } = context;
  const own =
    context.inherits && paragraph.role === undefined && around !== undefined
      ? {
          ...around,
          indent: 0,
          spaceBefore: 0,
          spaceAfter: 0,
          ruleAbove: 0,
          ruleBelow: 0,
          padding: 0,
          background: null,
        }
      : roleIn(world, paragraph, around);
  const joins = (other: Block | undefined): boolean =>
    own.ruleAbove > 0 &&
    own.ruleBelow > 0 &&
    paragraph.role !== undefined &&
    other?.type === "paragraph" &&
    other.role === paragraph.role;
  const role = {
    ...own,
    ...(joins(before) ? { ruleAbove: 0, spaceBefore: own.padding } : {}),
    ...(joins(after) ? { spaceAfter: 0, keepWithNext: true } : {}),
  };
  if (paragraph.id !== undefined) world.places.add(paragraph.id);
  collectText(context, paragraph.children, role, "P", paragraph.id ?? null, role.keepWithNext);
}

function collectText(
  context: BlockContext,
  inlines: readonly Inline[],
  role: ResolvedRole,
  kind: ElementKind,
  place: string | null,
  keepWithNext: boolean,
): void {
  const { world, flow } = context;
  const element = world.structure.add(context.element, kind, { role: role.name });
  if (!role.sameLine) flow.space(role.spaceBefore);
  const from = flow.items.length;
  decorated(context, role, (inner) => {
    const boxes = paragraphBoxes(inner, {
      inlines,
      role,
      element,
      kind: kind === "P" ? "paragraph" : "heading",
      keepWithNext,
    });
    const [first] = boxes;
    if (place !== null && first !== undefined) {
      boxes[0] = { ...first, frames: [{ type: "place", name: place, x: inner.left, y: 0 }, ...first.frames] };
    }
    inner.flow.boxes(kind === "P" ? boxes : boxes.map((box) => ({ ...box, keep: true, isHeading: true })));
  });
  if (role.sameLine) joinLast(world, context, from);
  flow.space(role.spaceAfter);
}

function collectList(context: BlockContext, list: List): void {
  const { world, flow } = context;
  const role = roleIn(world, list, context.around);
  const style = styleOf(world, role);
  const listElement = world.structure.add(context.element, "L", { numbering: list.ordered ? "Decimal" : "Disc" });
  const hang = (list.ordered && list.children.length > 9 ? 2 : 1.5) * role.size;
  flow.space(role.spaceBefore);
  list.children.forEach((item, index) => {
    const itemElement = world.structure.add(listElement, "LI");
    const label = world.structure.add(itemElement, "Lbl");
    const element = world.structure.add(itemElement, "LBody");
    const inner = new Flow();
    namePlace({ ...context, flow: inner }, item.id);
    collectBlocks(
      {
        ...context,
        flow: inner,
        left: context.left + hang,
        width: context.width - hang,
        element,
        around: role,
        inherits: true,
        floats: false,
      },
      item.children,
    );
    const { face, colour } = style;
    const { left } = context;
    const items = withLabel(inner, (baseline) =>
      list.ordered
        ? textFrames(world, `${index + 1}.`, { x: left, y: baseline, face, colour, size: role.size, element: label })
        : bullet(world, { x: left, y: baseline, face, colour, size: role.size, element: label }),
    );
    if (index > 0) flow.space(role.spaceAfter);
    for (const each of items) flow.add(each);
  });
  flow.space(role.spaceAfter);
}

/** A dot in the middle of an em box: Chinese faces draw • as small as an interpunct. */
function bullet(world: World, place: ShortText): TextFrame[] {
  const { x, y, size } = place;
  return textFrames(world, "●", { ...place, x: x + 0.3 * size, y: y - 0.2 * size, size: 0.4 * size });
}

/** Puts the label of a list item beside its first line of text. */
function withLabel(inner: Flow, label: (baseline: number) => TextFrame[]): Flow["items"] {
  let done = false;
  return inner.items.map((item) => {
    if (done || item.type !== "box") return item;
    const text = item.frames.find((frame) => frame.type === "text");
    if (text?.type !== "text") return item;
    done = true;
    return { ...item, frames: [...label(text.y), ...item.frames] };
  });
}

function collectQuotation(context: BlockContext, quotation: Quotation): void {
  const { world, flow } = context;
  const role = roleIn(world, quotation, context.around);
  const element = world.structure.add(context.element, "BlockQuote");
  const inset = role.background === null ? 2 * role.size : 0;
  flow.space(role.spaceBefore);
  decorated(
    { ...context, left: context.left + inset, width: context.width - 2 * inset, floats: false },
    role,
    (inner) => collectBlocks({ ...inner, element, around: role, inherits: true }, quotation.children),
  );
  flow.space(role.spaceAfter);
}

/** Lists the headings, each with dots to the number of its page. */
function collectContents(context: BlockContext, contents: TableOfContents): void {
  const { world, flow } = context;
  const role = roleIn(world, contents, context.around);
  const style = styleOf(world, role);
  const element = world.structure.add(context.element, "TOC");
  const numberWidth = 2.5 * role.size;
  flow.space(role.spaceBefore);
  for (const { heading, place } of context.headings) {
    if (heading.level > contents.depth) continue;
    const item = world.structure.add(element, "TOCI");
    const link = world.structure.add(world.structure.add(item, "Reference"), "Link");
    const inset = (heading.level - 1) * role.size;
    const left = context.left + inset;
    const message = `table of contents, “${shortened(textOf(heading.children))}”`;
    const segments = collectInlines(world, heading.children, {
      style,
      element: link,
      place: message,
      withoutNotes: true,
    });
    const leading = role.leading * role.size;
    const width = context.width - inset - numberWidth;
    const lines = setLines(world, segments, {
      measure: width,
      indent: 0,
      align: "start",
      leading,
      size: role.size,
      place: message,
    });
    const boxes = boxesOf(lines, left, false);
    const last = boxes.pop();
    const line = lines.at(-1);
    if (last === undefined || line === undefined) continue;
    const baseline = line.frames.find((frame: LineFrame) => frame.type === "text")?.y ?? leading * 0.7;
    const right = context.left + context.width;
    const number: PageOfFrame = {
      type: "pageOf",
      x: right,
      y: baseline,
      place,
      face: style.face,
      size: role.size,
      colour: style.colour,
      element: link,
    };
    const dots = leader(context, left + line.width, right - numberWidth * 0.6, baseline, style);
    const description = textOf(heading.children);
    const area = {
      type: "link",
      x: left,
      y: 0,
      width: right - left,
      height: leading,
      target: { place },
      description,
      element: link,
    } as const;
    flow.boxes([
      ...boxes.map((box): FlowBox => ({ ...box, keep: true })),
      { ...last, frames: [...last.frames, ...dots, number, area] },
    ]);
  }
  flow.space(role.spaceAfter);
}

/** Dots that stand under each other from line to line; no part of the reading order. */
function leader(
  context: BlockContext,
  from: number,
  to: number,
  baseline: number,
  style: { face: string; colour: string; role: ResolvedRole },
): TextFrame[] {
  const step = style.role.size / 2;
  const first = Math.ceil((from + step) / step);
  const count = Math.floor(to / step) - first;
  const [dot] = textFrames(context.world, ".", {
    x: 0,
    y: baseline,
    face: style.face,
    colour: style.colour,
    size: style.role.size,
    element: null,
  });
  if (count < 2 || dot === undefined) return [];
  const many = Array.from({ length: count }, (_, index) => index);
  const frame: TextFrame = {
    ...dot,
    text: ".".repeat(count),
    glyphs: many.map(() => dot.glyphs[0] ?? 0),
    xs: many.map((index) => index * step),
    artifact: "Layout",
  };
  return [shifted(frame, first * step, 0)];
}

function findHeadings(blocks: readonly Block[], found: (heading: Heading) => void): void {
  for (const block of blocks) {
    if (block.type === "heading") found(block);
    else if (block.type === "section" || block.type === "quotation") findHeadings(block.children, found);
    else if (block.type === "list") for (const item of block.children) findHeadings(item.children, found);
  }
}
