import { type Diagnostic, type Span, overlaps } from "@jianbao/model";
import { type Doubted, type Draft, doubt } from "../draft.ts";
import { isSample } from "./misread/samples.ts";
import { guarded } from "../patterns/guarded.ts";

/** Lost characters no farther apart than this are one stretch. */
const apart = 8;
/** A text with more stretches is told of once for the rest. */
const mostTold = 40;

/**
 * Says where characters are lost that nothing here can bring back: U+FFFD, and what is left of it when it was read
 * once more (锟斤拷, ï¿½). They stay as found; what stands there and the figures beside it are doubtful.
 */
export function markLost(draft: Draft, document: string, diagnostics: Diagnostic[]): Draft {
  const stretches = lostIn(draft.text).filter(({ start, end }) => !isSample(draft.text, start, end));
  if (stretches.length === 0) return draft;
  const told = draft.doubts.map(({ span }) => span);
  const doubts: Doubted[] = [];
  let untold = 0;
  for (const stretch of stretches) {
    const span = draft.map.toSourceSpan(stretch);
    const isTold = told.some((one) => overlaps(one, span));
    if (!isTold && ++untold <= mostTold)
      diagnostics.push(lossAt(span, document, untold === mostTold ? stretches.length - mostTold : 0));
    const figures = withFigures(draft.text, stretch);
    if (isTold && figures.start === stretch.start && figures.end === stretch.end) continue;
    doubts.push({
      span: figures,
      rule: "cleaning/lost-characters",
      reason: "was lost in a conversion between encodings",
      score: 0.9,
    });
  }
  return doubt(draft, doubts);
}

// Matches `\uFFFD\uFFFD`, `锟斤拷锟斤` and `ï¿½`; must not match `锟` in a name.
const lost = guarded(/\uFFFD+|(?:锟斤拷)+(?:锟(?:斤|[?\uFFFD])?)?|(?:ï¿½)+/gu);

function lostIn(text: string): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { 0: match, index } of lost.all(text)) {
    const last = found.at(-1);
    if (last !== undefined && index - last.end <= apart && !text.slice(last.end, index).includes("\n"))
      last.end = index + match.length;
    else found.push({ start: index, end: index + match.length });
  }
  return found;
}

/** A stretch with the figures that touch it: a digit may be among what is lost. */
function withFigures(text: string, { start, end }: Span): Span {
  const before =
    /[\d.,:：，%％〇零一二三四五六七八九十百千万亿]{0,12}$/u.exec(text.slice(Math.max(0, start - 12), start))?.[0] ??
    "";
  const after = /^\p{Script=Han}?[\d.,:%％]{1,12}/u.exec(text.slice(end, end + 14))?.[0] ?? "";
  return { start: start - (/\d/u.test(before) ? before.length : 0), end: end + after.length };
}

function lossAt(span: Span, document: string, more: number): Diagnostic {
  return {
    severity: "warning",
    rule: "cleaning/lost-characters",
    message:
      more > 0
        ? `lost characters: an earlier conversion replaced them, here and in ${more} more places`
        : "lost characters: an earlier conversion replaced them",
    document,
    span,
    hint: "get the text anew from where it was published; nothing here can bring these back",
  };
}
