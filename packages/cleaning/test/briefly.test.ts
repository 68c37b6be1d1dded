import { expect, test } from "vitest";
import { weigh } from "../src/article/foreign/foreign.ts";
import { formsOf } from "../src/article/foreign/page-forms.ts";
import { viewOf } from "../src/article/foreign/view.ts";
import { isProse, linesOf } from "../src/article/lines/lines.ts";
import { draftOf } from "../src/draft.ts";
import { unstructured } from "../src/structure.ts";
import { articles, paragraphs } from "./texts.ts";

/** Articles with a paragraph of another matter after every third line of their own. */
function mixed(): string[] {
  const others = paragraphs();
  let next = 0;
  return articles().map(({ text }) =>
    text
      .split("\n")
      .flatMap((line, i) => (i % 3 === 2 ? [line, others[next++ % others.length]?.text ?? ""] : [line]))
      .join("\n"),
  );
}

test("weighs a sentence that is spared a closer look no less than the closer look does", () => {
  let spared = 0;
  for (const text of [...articles().map((article) => article.text), ...mixed()]) {
    const views = linesOf(draftOf(text), unstructured).map((line) => viewOf(line, isProse(line)));
    const forms = formsOf(views);
    const brief = weigh(views, forms, null, true);
    const whole = weigh(views, forms, null);
    if (brief === null || whole === null) continue;
    for (const [i, weight] of whole.weights.entries()) {
      const most = brief.weights[i] ?? 0;
      if (most === weight) continue;
      spared++;
      expect(most, views[i]?.line.text).toBeGreaterThan(weight);
      // Nothing asks whether a line weighs less than this.
      expect(most, views[i]?.line.text).toBeLessThan(-3);
    }
    expect(brief.weights.map((weight) => weight > 0)).toEqual(whole.weights.map((weight) => weight > 0));
    expect(brief.sections).toEqual(whole.sections);
    expect(brief.lists).toEqual(whole.lists);
  }
  expect(spared).toBeGreaterThan(100);
});
