import { validate } from "@jianbao/document";
import { describe, expect, test } from "vitest";
import { compose } from "../src/index.ts";
import { dumpOf } from "./dump.ts";
import { fullAnalysis, options, workbench } from "./fixture.ts";

describe("compose", () => {
  test("writes a full issue", async () => {
    const { document, charts, diagnostics } = await compose(fullAnalysis(), options());
    expect(diagnostics).toEqual([]);
    await expect(document && dumpOf(document)).toMatchFileSnapshot("reference/full-issue.txt");
    await expect(`${JSON.stringify(charts, null, 2)}\n`).toMatchFileSnapshot("reference/full-issue-charts.txt");
  });

  test("writes a valid, honest issue for a month without articles", async () => {
    const { document, charts, diagnostics } = await compose(workbench().analysis(), options());
    expect(diagnostics).toEqual([]);
    expect(charts).toEqual({});
    await expect(document && dumpOf(document)).toMatchFileSnapshot("reference/empty-issue.txt");
  });

  test.each(["zh-Hant-TW", "en"] as const)("writes the same figures, notes and order in %s", async (language) => {
    const { document, diagnostics } = await compose(fullAnalysis(), options({ language }));
    expect(diagnostics).toEqual([]);
    await expect(document && dumpOf(document)).toMatchFileSnapshot(`reference/full-issue-${language}.txt`);
  });

  test("gives equal trees for equal input, valid in the theme", async () => {
    const once = await compose(fullAnalysis(), options());
    const twice = await compose(fullAnalysis(), options());
    expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
    expect(once.document && validate(once.document, options().theme)).toEqual([]);
  });
});
