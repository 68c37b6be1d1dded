import { expect, test } from "vitest";
import { type Analysis, printedFigures } from "../src/index.ts";
import { analysed } from "./notation.ts";

function changes(analysis: Analysis): string[] {
  return analysis.changes.map(
    ({ kind, key, period, before, after }) =>
      `${kind} ${key.indicator} ${period.start ?? ""}..${period.end ?? ""} ${before?.text ?? "-"} → ${after?.text ?? "-"}`,
  );
}

const january =
  "2024-01-09 甲 a.txt: cases.solved 2023 43.7万 | suspects.captured 2023 7万\n2023-01-09 甲 z.txt: cases.solved 2022 46.4万";

test("lists each printed figure once, with its series and period", () => {
  const figures = printedFigures(analysed("2024-01", january));
  expect(figures.map(({ key, period, value }) => [key.indicator, period.start, value.text])).toEqual([
    ["cases.solved", "2022-01-01", "46.4万"],
    ["cases.solved", "2023-01-01", "43.7万"],
    ["suspects.captured", "2023-01-01", "7万"],
  ]);
  expect(new Set(figures.map(({ id }) => id)).size).toBe(3);
});

test("says nothing of changes where there was no issue before", () => {
  expect(analysed("2024-01", january).changes).toEqual([]);
});

test("tells new, revised and withdrawn figures apart", () => {
  const previous = printedFigures(analysed("2024-01", january));
  const february = analysed(
    "2024-02",
    `2024-01-09 甲 a.txt: cases.solved 2023 43.7万
     2023-01-09 甲 z.txt: cases.solved 2022 46.4万
     2024-02-09 乙 b.txt: cases.solved 2022 47.1万 | funds.stopped 2023 3288亿`,
    { previous },
  );
  expect(changes(february)).toEqual([
    "revised cases.solved 2022-01-01..2022-12-31 46.4万 → 47.1万",
    "withdrawn suspects.captured 2023-01-01..2023-12-31 7万 → -",
    "new funds.stopped 2023-01-01..2023-12-31 - → 3288亿",
  ]);
});

test("finds nothing changed where another article prints the same figure", () => {
  const previous = printedFigures(analysed("2024-01", january));
  expect(
    changes(analysed("2024-02", `${january}\n2024-02-09 乙 b.txt: cases.solved 2023 43.7万`, { previous })),
  ).toEqual([]);
});

test("does not withdraw an open figure whose period has been closed since", () => {
  const lines = "2021-01 甲 a.txt: cases.solved 2020-01-01.. 25.6万";
  const previous = printedFigures(analysed("2021-01", lines));
  expect(previous).toMatchObject([{ asOf: "2021-01", period: { end: null } }]);
  const later = `${lines}\n2021-02-03 乙 b.txt: cases.solved 2020-01-01..2021-01-04 25.6万`;
  expect(changes(analysed("2021-02", later, { previous }))).toEqual([
    "new cases.solved 2020-01-01..2021-01-04 - → 25.6万",
  ]);
});

test("survives JSON", () => {
  const figures = printedFigures(analysed("2024-01", january));
  expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
});
