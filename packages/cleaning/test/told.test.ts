import { expect, test } from "vitest";
import { blendOf, doubted } from "../src/article/foreign/blend.ts";
import { wrapOf } from "../src/article/foreign/context.ts";
import {
  findForeign,
  hear,
  joinsOf,
  unitsWithin,
  viewsOf,
  weighAlone,
  weighTogether,
} from "../src/article/foreign/foreign.ts";
import { formsOf } from "../src/article/foreign/page-forms.ts";
import { areTold, mayBeHeaded } from "../src/article/foreign/told.ts";
import { settingOf, wholesOf } from "../src/article/lines/join.ts";
import { linesOf } from "../src/article/lines/lines.ts";
import { draftOf } from "../src/draft.ts";
import { unstructured } from "../src/structure.ts";
import { articles, paragraphs } from "./texts.ts";

/** Articles, their beginnings, and each with a paragraph of another matter in it. */
function texts(): string[] {
  const others = paragraphs();
  return articles().flatMap(({ text }, i) => {
    const lines = text.split("\n");
    const other = others[(i * 7) % others.length]?.text ?? "";
    return [
      text,
      lines.slice(0, 2 + (i % 3)).join("\n"),
      [...lines.slice(0, 2), other, ...lines.slice(2)].join("\n"),
      [...lines, other].join("\n"),
    ];
  });
}

test("tells that a text is the article's as a whole only where all that is asked of its lines leaves them so", () => {
  let told = 0;
  let roughly = 0;
  for (const text of texts()) {
    const lines = linesOf(draftOf(text), unstructured);
    const wholes = wholesOf(lines, settingOf(lines));
    const units = unitsWithin(lines, wholes.with, wholes.pieces);
    const views = viewsOf(units);
    const forms = formsOf(views);
    const heard = hear(views, forms, wrapOf(lines), true);
    if (heard === null) continue;
    const alone = weighAlone(views, forms, heard);
    const isRough = mayBeHeaded(views, forms) && areTold(views, weighAlone(views, forms, heard, true));
    if (isRough) roughly++;
    if (!isRough && !areTold(views, alone)) continue;
    told++;
    // What the bounds of its first line settle, its own weight settles as well.
    expect(areTold(views, alone), text).toBe(true);
    const weighed = weighTogether(views, forms, wrapOf(lines), alone);
    for (const [i, weight] of blendOf(views, weighed, joinsOf(units, wholes.with)).entries())
      expect(weight, views[i]?.line.text).toBeLessThan(-doubted);
    const verdict = findForeign(lines, wholes.with, wholes.pieces);
    expect(verdict.foreign.every((one) => one === null)).toBe(true);
    expect(verdict.doubts).toEqual([]);
  }
  expect(told).toBeGreaterThan(100);
  expect(roughly).toBeGreaterThan(50);
});
