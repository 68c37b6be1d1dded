import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { observationJsonSchema, observationSchema } from "../src/schema.ts";

const row = {
  id: "o-0123456789ab",
  document: "a.txt",
  part: 1,
  indicator: "cases.solved",
  measure: "破获案件",
  subject: "telecom-fraud",
  breakdown: null,
  scope: "aggregate",
  quantity: {
    text: "13.1万起",
    value: 131_000,
    unit: "case",
    unitText: "起",
    bound: "exact",
    low: 130_500,
    high: 131_500,
  },
  area: { code: "CN", name: "全国" },
  period: { start: "2018-01-01", end: "2018-12-31", text: "2018年" },
  actor: null,
  rate: null,
  change: [],
  source: { start: 0, end: 6, quote: "破获案件13.1万起。", quoteStart: 0, quoteEnd: 11 },
  confidence: 0.98,
};

describe("observationSchema", () => {
  it("takes a whole observation and refuses an unknown key or a wrong unit", () => {
    expect(observationSchema.safeParse(row).success).toBe(true);
    expect(observationSchema.safeParse({ ...row, colour: "red" }).success).toBe(false);
    expect(observationSchema.safeParse({ ...row, quantity: { ...row.quantity, unit: "起" } }).success).toBe(false);
  });

  it("is published unchanged", () => {
    const published: unknown = JSON.parse(
      readFileSync(new URL("../../../docs/schema/observation.schema.json", import.meta.url), "utf8"),
    );
    expect(published).toEqual(JSON.parse(JSON.stringify(observationJsonSchema())));
  });
});
