import { z } from "zod";
import type { Observation } from "./observation.ts";

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .describe("calendar date, YYYY-MM-DD");
const bound = z.enum(["exact", "approx", "min", "max", "range"]);
const unit = z.enum([
  "case",
  "person",
  "person-time",
  "CNY",
  "USD",
  "HKD",
  "TWD",
  "EUR",
  "MOP",
  "SGD",
  "JPY",
  "GBP",
  "KRW",
  "THB",
  "VND",
  "MYR",
  "PHP",
  "IDR",
  "MMK",
  "KHR",
  "LAK",
  "INR",
  "RUB",
  "AUD",
  "CAD",
  "CHF",
  "item",
  "time",
  "event",
  "household",
  "percent",
  "pp",
  "times",
  "day",
  "country",
  "kind",
  "institution",
  "area",
  "other",
]);
const position = z.int().min(0).describe("UTF-16 code units");

/** Checks one line of `observations.jsonl`; its JSON Schema is published in `docs/schema`. */
export const observationSchema: z.ZodType<Observation> = z.strictObject({
  id: z
    .string()
    .regex(/^o-[0-9a-f]{12,}$/u)
    .describe("stable for the same article text, place and indicator"),
  document: z.string().describe("the input's file name"),
  part: z.int().min(1).describe("numbers the article within its file"),
  indicator: z.string().nullable().describe("id of the subject pack, or null where none fits"),
  measure: z.string().describe("what is counted, in the words of the text"),
  subject: z.string().describe("the pack's subject id, or the words of the text"),
  breakdown: z.string().nullable().describe("the part of the whole that is counted"),
  scope: z.enum(["aggregate", "case"]),
  quantity: z
    .strictObject({
      text: z.string(),
      value: z.number().nullable().describe("in base units"),
      unit,
      unitText: z.string(),
      bound,
      low: z.number().nullable(),
      high: z.number().nullable(),
    })
    .nullable(),
  area: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  period: z
    .strictObject({ start: isoDate.nullable(), end: isoDate.nullable(), text: z.string().nullable() })
    .nullable(),
  actor: z.string().nullable(),
  rate: z.enum(["per-day", "per-month", "per-year"]).nullable(),
  change: z
    .array(
      z.strictObject({
        basis: z.enum(["yoy", "mom", "share", "from-to", "other"]),
        direction: z.enum(["up", "down", "flat"]).nullable(),
        value: z.number().nullable(),
        unit: unit.nullable(),
        bound,
        low: z.number().nullable(),
        high: z.number().nullable(),
        text: z.string(),
      }),
    )
    .readonly(),
  source: z
    .strictObject({
      start: position,
      end: position,
      quote: z.string(),
      quoteStart: position,
      quoteEnd: position,
      page: z.int().min(1).exactOptional(),
      paragraph: z.int().min(1).exactOptional(),
    })
    .describe("half-open positions in the source text"),
  confidence: z.number().min(0).max(1),
});

/** The JSON Schema (draft 2020-12) of an observation, as published. */
export function observationJsonSchema(): unknown {
  return { ...z.toJSONSchema(observationSchema), title: "jianbao observation" };
}
