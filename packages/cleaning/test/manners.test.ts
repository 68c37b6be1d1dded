import { expect, test } from "vitest";
import { countManners, fields } from "./facts/measure.ts";

// Heads and tails of papers, portals, offices and accounts, in many manners: `node scripts/facts.ts --show` tells all.
test("finds facts in many manners and states none that is wrong: those built on", async () => {
  const { counts, notes } = await countManners(false);
  for (const field of fields) {
    expect(counts[field].wrong, notes.join("\n")).toBe(0);
    expect(counts[field].missed, notes.join("\n")).toBe(0);
  }
});
