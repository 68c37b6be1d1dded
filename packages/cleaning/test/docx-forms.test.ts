import { expect, test } from "vitest";
import { forms } from "./docx/forms.ts";
import { cleaned } from "./helpers.ts";

test.each(forms.map((form) => [form.name, form] as const))("reads %s", async (_name, { bytes, gold }) => {
  const { articles, diagnostics } = await cleaned(bytes, { document: "a.docx" });
  expect(diagnostics).toEqual([]);
  expect(articles.flatMap((article) => article.text.split("\n"))).toEqual(gold);
});
