import { walk } from "@jianbao/document";
import { describe, expect, test } from "vitest";
import { compose } from "../src/index.ts";
import { bareNumbers, placesOf } from "./cover.ts";
import { fullAnalysis, options } from "./fixture.ts";

describe("every number printed", () => {
  test.each(["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"] as const)(
    "is data with observations, in %s",
    async (language) => {
      const { document } = await compose(fullAnalysis(), options({ language }));
      if (!document) throw new Error("no document");
      expect(bareNumbers(document)).toEqual([]);
      expect(placesOf(document).flatMap((place) => place.numbers).length).toBeGreaterThan(40);
    },
  );

  test("is reachable from a note of its own paragraph, table or figure", async () => {
    const { document } = await compose(fullAnalysis(), options());
    if (!document) throw new Error("no document");
    const lost: string[] = [];
    let reached = 0;
    for (const { numbers, vouched } of placesOf(document)) {
      for (const { text, observations } of numbers) {
        if (observations.every((id) => vouched.has(id))) reached++;
        else lost.push(`${text} ${observations.join(" ")}`);
      }
    }
    expect(lost).toEqual([]);
    expect(reached).toBeGreaterThan(40);
  });

  test("leads to the sentence that it was read from", async () => {
    const { document } = await compose(fullAnalysis(), options());
    const analysis = fullAnalysis();
    const quoted = new Set<string>();
    const printed = new Set<string>();
    if (!document) throw new Error("no document");
    walk(document, (node) => {
      if (node.type !== "data") return;
      for (const id of node.observations) (node.id === id ? quoted : printed).add(id);
    });
    expect([...printed].filter((id) => analysis.observations[id] && !quoted.has(id))).toEqual([]);
  });
});
