import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";
import bodies from "./facts/bodies.json" with { type: "json" };
import headers from "./facts/headers.json" with { type: "json" };

/** The lines around a body of no date and place of its own, and what they tell; a fact that is left out is not compared. */
interface Framed {
  readonly head: readonly string[];
  readonly lead?: string;
  readonly body: string;
  readonly foot?: readonly string[];
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly byline?: string | null;
  readonly published?: string | null;
  readonly area?: string | null;
}

const framed: readonly Framed[] = headers;

test.each(framed.map((one) => [[...one.head, one.lead, ...(one.foot ?? [])].join(" / "), one] as const))(
  "finds the facts of: %s",
  async (_lines, { head, lead = "", body, foot = [], ...wanted }) => {
    const [first = "", ...rest] = (bodies as Record<string, string[]>)[body] ?? [];
    const { articles } = await cleaned([...head, lead + first, ...rest, ...foot].join("\n"));
    expect(articles).toHaveLength(1);
    const metadata = articles[0]?.metadata;
    const found = {
      title: metadata?.title?.value ?? null,
      publisher: metadata?.publisher?.value ?? null,
      byline: metadata?.byline?.value ?? null,
      published: metadata?.published?.value ?? null,
      area: metadata?.area?.value.code ?? null,
    };
    expect(found).toMatchObject(wanted);
    // Every fact says what it rests on, and never more than the text allows.
    for (const fact of [metadata?.title, metadata?.publisher, metadata?.byline, metadata?.published, metadata?.area]) {
      if (fact === null || fact === undefined) continue;
      expect(fact.evidence).not.toBe("");
      expect(fact.confidence).toBeGreaterThan(0);
      expect(fact.confidence).toBeLessThan(1);
    }
  },
);
