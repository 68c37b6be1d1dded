import type { ArticleMetadata, CleanArticle, SourceFormat, SourcePlace, SourceText } from "./article.ts";
import { CodePoints } from "./code-points.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { SourceMap } from "./source-map.ts";
import type { Span } from "./span.ts";

/** A span in UTF-16 code units, and the same in code points. */
export interface RecordSpan extends Span {
  readonly codePoints: Span;
}

/** A clean article as it is handed to other programs: a line of `clean --format json`. */
export interface ArticleRecord {
  readonly document: string;
  readonly part: number;
  readonly source: {
    readonly format: SourceFormat;
    readonly encoding: string;
    readonly sha256: string;
    /** Lengths of the source text. */
    readonly utf16: number;
    readonly codePoints: number;
    /** The source text itself, where it was asked for. */
    readonly text?: string;
  };
  readonly text: string;
  /** From the source text to `text`, in the one-line notation of `SourceMap`, counted in either unit. */
  readonly map: { readonly utf16: string; readonly codePoints: string };
  readonly metadata: ArticleMetadata;
  readonly headings: readonly { readonly cleanSpan: RecordSpan }[];
  readonly places: readonly (Omit<SourcePlace, "start" | "end"> & { readonly span: RecordSpan })[];
  readonly removals: readonly {
    readonly span: RecordSpan;
    readonly text: string;
    readonly rule: string;
    readonly reason: string;
    readonly score: number;
  }[];
  readonly repairs: readonly {
    readonly span: RecordSpan;
    readonly cleanSpan: RecordSpan;
    readonly rule: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly doubts: readonly {
    readonly span: RecordSpan;
    readonly cleanSpan: RecordSpan;
    readonly rule: string;
    readonly reason: string;
    readonly score: number;
  }[];
  /** Of the file; those that have a place, only where it lies in this article. */
  readonly diagnostics: readonly (Omit<Diagnostic, "span"> & { readonly span?: RecordSpan })[];
}

/** Writes an article with its source's facts, every span in code units and in code points. */
export function articleRecordOf(
  source: SourceText,
  article: CleanArticle,
  diagnostics: readonly Diagnostic[],
  options: { readonly withSource?: boolean } = {},
): ArticleRecord {
  const { document, part, text, map, metadata } = article;
  const inSource = new CodePoints(source.text);
  const inText = new CodePoints(text);
  const span = spanIn(inSource);
  const cleanSpan = spanIn(inText);
  const whole = map.toSourceSpan({ start: 0, end: text.length });
  return {
    document,
    part,
    source: {
      format: source.format,
      encoding: source.encoding,
      sha256: source.sha256,
      utf16: source.text.length,
      codePoints: inSource.length,
      ...(options.withSource === true ? { text: source.text } : {}),
    },
    text,
    map: { utf16: `${map}`, codePoints: `${mapInCodePoints(map, inSource, inText)}` },
    metadata,
    headings: article.headings.map((heading) => ({ cleanSpan: cleanSpan(heading) })),
    places: article.places
      .filter((place) => place.start < whole.end && whole.start < place.end)
      .map(({ start, end, ...place }) => ({ span: span({ start, end }), ...place })),
    removals: article.removals.map((removal) => ({
      ...removal,
      span: span(removal.span),
      text: source.text.slice(removal.span.start, removal.span.end),
    })),
    repairs: article.repairs.map((repair) => ({
      ...repair,
      span: span(repair.span),
      cleanSpan: cleanSpan(map.toCleanSpan(repair.span)),
    })),
    doubts: article.doubts.map((doubt) => ({
      ...doubt,
      span: span(map.toSourceSpan(doubt.cleanSpan)),
      cleanSpan: cleanSpan(doubt.cleanSpan),
    })),
    diagnostics: diagnostics
      .filter((one) => one.span === undefined || (one.span.start < whole.end && whole.start <= one.span.start))
      .map(({ span: place, ...one }) => ({ ...one, ...(place === undefined ? {} : { span: span(place) }) })),
  };
}

function spanIn(points: CodePoints): (span: Span) => RecordSpan {
  return ({ start, end }) => ({ start, end, codePoints: { start: points.at(start), end: points.at(end) } });
}

/** The same map, counted in code points; no section of it cuts a character in two. */
function mapInCodePoints(map: SourceMap, inSource: CodePoints, inText: CodePoints): SourceMap {
  const pairs: number[] = [];
  let from = 0;
  let to = 0;
  for (const { source, clean, kept } of map.sections()) {
    const sourceLength = inSource.at(from + source) - inSource.at(from);
    const cleanLength = inText.at(to + clean) - inText.at(to);
    // Two units that became two others need not be as many characters.
    pairs.push(sourceLength, kept && sourceLength === cleanLength ? -1 : cleanLength);
    from += source;
    to += clean;
  }
  return SourceMap.of(pairs);
}
