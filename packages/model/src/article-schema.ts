import { z } from "zod";
import type { ArticleRecord } from "./article-record.ts";

const count = z.int().min(0);
const points = z.strictObject({ start: count, end: count });
const span = (of: string): z.ZodType<ArticleRecord["headings"][number]["cleanSpan"]> =>
  z
    .strictObject({ start: count, end: count, codePoints: points.describe("the same, counted in code points") })
    .describe(`half-open, in the ${of}, in UTF-16 code units`);
const sourceSpan = span("source text");
const cleanSpan = span("clean text");
const rule = z
  .string()
  .regex(/^[a-z]+\/[a-z\d-]+$/u)
  .describe("package/kebab-name");
const score = z.number().min(0).max(1);
const found = <T>(
  value: z.ZodType<T>,
): z.ZodType<{
  value: T;
  by: "sidecar" | "text" | "inferred";
  evidence: string;
  confidence: number;
} | null> =>
  z
    .strictObject({
      value,
      by: z.enum(["sidecar", "text", "inferred"]).describe("stated by a person, in the article, or from several hints"),
      evidence: z.string().describe("the words that it rests on, or how it was inferred"),
      confidence: score,
    })
    .nullable();
const notation = z
  .string()
  .regex(/^(?:\d+(?::\d+)?(?: \d+(?::\d+)?)*)?$/u)
  .describe('"5 2:0 3": five kept one for one, two removed, three kept; "0:1" one put in, "3:1" three became one');

/** Checks one line of `clean --format json`; its JSON Schema is published in `docs/schema`. */
export const articleRecordSchema: z.ZodType<ArticleRecord> = z.strictObject({
  document: z.string().describe("the input's file name"),
  part: z.int().min(1).describe("numbers the article within its file"),
  source: z.strictObject({
    format: z.enum(["text", "html", "markdown", "pdf", "docx"]),
    encoding: z.string().describe("as decoded: utf-8, gb18030, big5, utf-16le …; container for PDF and DOCX"),
    sha256: z.string().describe("of the file's bytes, hexadecimal"),
    utf16: count.describe("length of the source text in UTF-16 code units"),
    codePoints: count.describe("length of the source text in code points"),
    text: z.string().exactOptional().describe("the source text, with --with-source"),
  }),
  text: z.string().describe("the clean article, a paragraph a line"),
  map: z
    .strictObject({ utf16: notation, codePoints: notation })
    .describe("how the clean text came from the source text, in either unit"),
  metadata: z.strictObject({
    title: found(z.string()),
    publisher: found(z.string()),
    byline: found(z.string()),
    published: found(z.string().describe("YYYY-MM-DD, YYYY-MM or YYYY")),
    url: found(z.string()),
    area: found(z.strictObject({ code: z.string(), name: z.string() })),
    script: z.enum(["hans", "hant", "mixed"]).describe("as the article was written"),
  }),
  headings: z.array(z.strictObject({ cleanSpan })).readonly(),
  places: z
    .array(
      z.strictObject({
        span: sourceSpan,
        page: z.int().min(1).exactOptional(),
        paragraph: z.int().min(1).exactOptional(),
        box: z
          .tuple([z.number(), z.number(), z.number(), z.number()])
          .readonly()
          .exactOptional()
          .describe("left, top, right, bottom in points from the page's top left corner"),
        role: z
          .enum(["heading", "row", "caption", "note", "furniture"])
          .exactOptional()
          .describe("what the container shows the piece to be"),
      }),
    )
    .readonly()
    .describe("where pieces of the source text stand in a PDF or DOCX"),
  removals: z
    .array(z.strictObject({ span: sourceSpan, text: z.string(), rule, reason: z.string(), score }))
    .readonly()
    .describe("text of the source that is not the article's"),
  repairs: z
    .array(z.strictObject({ span: sourceSpan, cleanSpan, rule, before: z.string(), after: z.string() }))
    .readonly()
    .describe("damage that was undone"),
  doubts: z
    .array(z.strictObject({ span: sourceSpan, cleanSpan, rule, reason: z.string(), score }))
    .readonly()
    .describe("text that was kept and may be wrong; score is how likely"),
  diagnostics: z
    .array(
      z.strictObject({
        severity: z.enum(["error", "warning", "info"]),
        rule,
        message: z.string(),
        document: z.string().exactOptional(),
        span: sourceSpan.exactOptional(),
        hint: z.string().exactOptional(),
      }),
    )
    .readonly()
    .describe("problems of the file, and those that lie in this article"),
});

/** The JSON Schema (draft 2020-12) of a clean article, as published. */
export function articleJsonSchema(): unknown {
  return { ...z.toJSONSchema(articleRecordSchema), title: "jianbao clean article" };
}
