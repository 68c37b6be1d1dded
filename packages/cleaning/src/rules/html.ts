import type { Removal, Span } from "@jianbao/model";
import { type Draft, change } from "../draft.ts";
import { dropAround, placeOf } from "../html/article.ts";
import { textOfData } from "../html/embedded.ts";
import { factsOf, siteOf, titlesIn } from "../html/facts.ts";
import { headLinesOf, statedAmong } from "../html/head-lines.ts";
import { headlineOf } from "../html/headline.ts";
import { Measure } from "../html/measure.ts";
import { collectText } from "../html/text.ts";
import { hiddenIn } from "../html/visibility.ts";
import { sourceShownBy } from "../html/view-source.ts";
import { parseMarkup } from "../readers/markup.ts";
import type { Structure } from "../structure.ts";

/** Reads an HTML page as the lines of its article; what is not the article is listed as removed. */
export function readHtml(draft: Draft): { draft: Draft; structure: Structure } {
  const page = parseMarkup(draft.text);
  const shown = sourceShownBy(page, draft.text);
  if (shown !== null) return readHtml(change(draft, shown));

  const facts = factsOf(page, draft.text);
  const site = siteOf(page, facts.stated);
  const measure = new Measure(page, draft.text, hiddenIn(page, draft.text));
  const inData = textOfData(measure, titlesIn(facts.stated));
  if (inData !== null) {
    const read = change(draft, inData.changes);
    const { draft: text, structure } = inData.isMarkup
      ? readHtml(read)
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

  const headline = headlineOf(measure, titlesIn(facts.stated));
  const place = placeOf(measure, headline) ?? { core: page, foreign: new Map(), start: 0, end: draft.text.length };
  const own = headline !== null && headline.start < place.end && headline.end > place.start ? headline : null;
  const boxes = dropAround(measure, place, own);
  const head = headLinesOf(measure, place, own);
  const lines = collectText(measure, { boxes, texts: head.texts, within: place });

  // What is called a date elsewhere is another article's, or today's.
  const from = own?.block.parent?.parent?.start ?? place.start;
  const near = facts.shown.filter(({ at }) => at >= from && at < place.end).map((one) => one.stated);
  // A newspaper's page has its day in its own head.
  if (/上一版|下一版|版面导航|标题导航/u.test(draft.text))
    near.push(...facts.shown.map((one) => one.stated).filter((one) => one.field === "published"));
  const removals: Removal[] = [];
  for (const [node, why] of boxes) removals.push({ span: sourceSpan(draft, node), ...why });
  for (const { line, why } of head.left) removals.push({ span: sourceSpan(draft, line), ...why });
  for (const node of measure.hidden) {
    if (node.start < place.start || node.end > place.end || node.end - node.start < 8) continue;
    removals.push({
      span: sourceSpan(draft, node),
      rule: "cleaning/html-hidden",
      reason: "is hidden from readers",
      score: 0.95,
    });
  }
  const headings = own === null ? lines.headings : [{ start: own.start, end: own.end }, ...lines.headings];
  const next = change(draft, lines.changes);
  return {
    draft: { ...next, removals: [...next.removals, ...removals.sort((a, b) => a.span.start - b.span.start)] },
    structure: {
      headings: inOrder(headings).map((one) => sourceSpan(draft, one)),
      stated: [...facts.stated, ...near, ...head.stated, ...site],
      blocks: lines.blocks.map((at) => draft.map.toSource(at, "start")),
    },
  };
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
