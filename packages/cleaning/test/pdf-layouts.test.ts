import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";
import { heldBackAgain } from "./pdf/held-back-2.ts";
import { forms } from "./pdf/forms.ts";
import { heldBack } from "./pdf/held-back.ts";
import { layouts } from "./pdf/layouts.ts";
import { bare } from "./pdf/score.ts";

test.each([...layouts, ...heldBack, ...heldBackAgain, ...forms].map((layout) => [layout.name, layout] as const))(
  "reads %s paragraph by paragraph",
  async (_name, { make }) => {
    const { bytes, gold } = await make();
    const { articles, diagnostics } = await cleaned(bytes, { document: "a.pdf" });
    expect(diagnostics).toEqual([]);
    expect(articles.flatMap((article) => article.text.split("\n")).map((line) => bare(line))).toEqual(
      gold.map((line) => bare(line)),
    );
  },
);
