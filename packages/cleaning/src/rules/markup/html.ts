import type { Removal, Span } from "@jianbao/model";
import { type Draft, change, doubt } from "../../draft.ts";
import { type Place, dropAround, placeOf } from "../../html/article.ts";
import { type DataText, textOfData } from "../../html/embedded.ts";
import { isSetInLines, settledIn } from "../../html/entries.ts";
import { isMessage, remedyFor } from "../../html/emptiness.ts";
import { type PageFacts, factsOf, filedFacts, isLabelledDay, siteOf, titlesIn } from "../../html/facts.ts";
import { headLinesOf, statedAmong } from "../../html/head-lines.ts";
import { type Headline, headlineOf } from "../../html/headline.ts";
import { Measure } from "../../html/measure.ts";
import { unpacked } from "../../html/packed.ts";
import { collectText } from "../../html/text.ts";
import { reorderedIn } from "../../html/order.ts";
import { hiddenIn } from "../../html/visibility.ts";
import { sourceShownBy } from "../../html/view-source.ts";
import { type MarkupElement, parseMarkup } from "../../readers/markup.ts";
import type { Stated, Structure } from "../../structure.ts";

/** Data may be packed in data, but no deeper than this. */
const deepest = 3;

/** Reads an HTML page as the lines of its article; what is not the article is listed as removed. */
export function readHtml(
  draft: Draft,
  depth = 0,
  known: readonly string[] = [],
): { draft: Draft; structure: Structure } {
  const page = parseMarkup(draft.text);
  const shown = sourceShownBy(page, draft.text);
  if (shown !== null && depth < deepest) return readHtml(change(draft, shown), depth + 1);

  const measure = new Measure(page, draft.text, hiddenIn(page, draft.text));
  const told = factsOf(page, draft.text);
  const site = siteOf(page, told.stated);
  const inFiles = filedFacts(measure);
  const facts = {
    ...told,
    stated: [
      ...inFiles.filter(({ field }) => field === "title"),
      ...told.stated,
      ...inFiles.filter(({ field }) => field !== "title"),
    ],
  };
  const inData = textOfData(measure, titlesIn(facts.stated));
  const packed = depth < deepest ? unpacked(measure, inData?.body ?? null) : null;
  if (packed !== null) {
    const inner = readHtml(change(draft, packed), depth + 1);
    const stated = [...facts.stated, ...statedAmong(measure), ...inner.structure.stated, ...site];
    return { draft: inner.draft, structure: { ...inner.structure, stated } };
  }
  if (inData !== null) {
    const read = withoutShell(draft, change(draft, inData.changes), measure, inData);
    const { draft: text, structure } = inData.isMarkup
      ? readHtml(read, depth + 1, titlesIn(facts.stated))
      : { draft: read, structure: { headings: [], stated: [] } };
    const headings =
      inData.title === null ? structure.headings : [sourceSpan(draft, inData.title), ...structure.headings];
    return {
      draft: text,
      structure: {
        ...structure,
        headings,
        stated: [...facts.stated, ...statedAmong(measure), ...structure.stated, ...site],
      },
    };
  }

  const titles = [...titlesIn(facts.stated), ...known];
  const headline = headlineOf(measure, titles);
  const found = placeOf(measure, headline) ?? { core: page, foreign: new Map(), start: 0, end: draft.text.length };
  const message = isMessage(measure, found);
  const place = message ? { ...found, start: 0, end: 0 } : found;
  const own = headline !== null && headline.start < place.end && headline.end > place.start ? headline : null;
  const boxes = dropAround(measure, place, own);
  const head = headLinesOf(measure, place, own, titles);
  const lines = collectText(measure, { boxes, texts: head.texts, within: place });

  const listed = [...boxes].map(([node, why]): Removal => ({ span: sourceSpan(draft, node), ...why }));
  for (const { line, why } of head.left) listed.push({ span: sourceSpan(draft, line), ...why });
  listed.push(...hiddenWithin(measure, place).map((node) => ({ span: sourceSpan(draft, node), ...hiddenFromReaders })));
  const kicker = own !== null && place.start < own.start ? shoulderIn(measure, place, own) : null;
  const ownHeadline = own === null ? [] : [{ start: own.start, end: own.end }];
  const headings = [...(kicker === null ? [] : [kicker.line]), ...ownHeadline, ...lines.headings];
  const remedy = remedyFor(measure, message);
  const next = change(doubt(draft, reorderedIn(measure, place)), lines.changes);
  return {
    draft: { ...next, removals: [...next.removals, ...listed.sort((a, b) => a.span.start - b.span.start)] },
    structure: {
      headings: inOrder(headings).map((one) => sourceSpan(draft, one)),
      stated: [
        ...(kicker?.stated ?? []),
        ...facts.stated,
        ...shownNear(facts, place, own, draft.text),
        ...head.stated,
        ...site,
      ],
      settled: settledIn(measure, place).map((one) => sourceSpan(draft, one)),
      // Where each line of print is a box, a box begins no paragraph.
      ...(isSetInLines(measure, place) ? {} : { blocks: lines.blocks.map((at) => draft.map.toSource(at, "start")) }),
      ...(remedy === null ? {} : { remedy }),
    },
  };
}

/** The line above the headline that leads to it; it is a heading, and the headline below it is the title. */
function shoulderIn(measure: Measure, place: Span, own: Headline): { line: Span; stated: Stated[] } | null {
  const line = measure.lines.find(({ start }) => start >= place.start);
  const first = measure.lines.find(({ start }) => start >= own.start);
  if (line === undefined || first === undefined || line.start >= own.start) return null;
  const value = measure.lines
    .slice(measure.lines.indexOf(first), own.last + 1)
    .map((one) => measure.text(one))
    .join("");
  return { line: { start: line.start, end: line.end }, stated: [{ field: "title", value, evidence: "headline" }] };
}

/** Lists the lines that the page shows around its data as removed. */
function withoutShell(draft: Draft, read: Draft, { lines }: Measure, { title, body }: DataText): Draft {
  const removals = lines
    .filter(
      (line) =>
        (title === null || line.end <= title.start || line.start >= title.end) &&
        (line.end <= body.start || line.start >= body.end),
    )
    .map((line): Removal => ({
      span: sourceSpan(draft, line),
      rule: "cleaning/html-outside-article",
      reason: "stands outside the text, which is in the page's data",
      score: 0.9,
    }));
  return { ...read, removals: [...read.removals, ...removals] };
}

const hiddenFromReaders = { rule: "cleaning/html-hidden", reason: "is hidden from readers", score: 0.95 };

function hiddenWithin({ hidden }: Measure, { start, end }: Span): MarkupElement[] {
  return [...hidden].filter((node) => node.start >= start && node.end <= end && node.end - node.start >= 8);
}

/** Facts of short elements in and right before the article: what is called a date elsewhere is another article's. */
function shownNear({ shown }: PageFacts, place: Place, headline: Headline | null, text: string): Stated[] {
  const from = headline?.block.parent?.parent?.start ?? place.start;
  // 编辑于… may stand below the text that it is of, in the box of both.
  const until = place.core.parent?.parent?.end ?? place.end;
  const near = shown
    .filter(({ at, stated }) => at >= from && (at < place.end || (at < until && isLabelledDay(stated))))
    .map((one) => one.stated);
  // A newspaper's page has its day in its own head.
  const isNewspaper = /上一版|下一版|版面导航|标题导航/u.test(text);
  const days = isNewspaper ? shown.map((one) => one.stated).filter((one) => one.field === "published") : [];
  return [...near, ...days];
}

function sourceSpan(draft: Draft, { start, end }: Span): Span {
  return draft.map.toSourceSpan({ start, end });
}

/** Spans in order, none within another. */
function inOrder(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
  }
  return kept;
}
