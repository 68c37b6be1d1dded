import { expect, test } from "vitest";
import type { Step, StepSeries } from "../src/index.ts";
import { analysed } from "./notation.ts";

/** Steps as `2023-09 stated | derived | sequential | yearly`, of one kind. */
function steps(period: string, lines: string, kind: StepSeries["kind"] = "month"): string[] {
  const series = (analysed(period, lines).steps ?? []).filter((one) => one.kind === kind);
  return series.flatMap((one) => one.steps.map((step) => stepText(step)));
}

function stepText({ period, stated, derived, sequential, yearly }: Step): string {
  const level = derived === null ? "—" : `${derived.value.value} [${derived.value.low}, ${derived.value.high}]`;
  return `${period.start}..${period.end}: ${stated?.value.text ?? "—"} | ${level} | ${changeText(sequential)} | ${changeText(yearly)}`;
}

function changeText({ computed, isDerived, reason }: Step["yearly"]): string {
  if (computed === null) return `${reason}`;
  return `${computed.direction} ${computed.value} [${computed.low}, ${computed.high}]${isDerived ? " 推算" : ""}`;
}

/** `2022-01` for 0. */
function month(i: number): string {
  return `${2022 + Math.floor(i / 12)}-${`${(i % 12) + 1}`.padStart(2, "0")}`;
}

const cumulative = `2023-08-09 甲 a.txt: cases.solved 2023-01..2023-07 27.5万
  2023-09-09 甲 b.txt: cases.solved 2023-01..2023-08 30.2万
  2023-10-09 甲 c.txt: cases.solved 2023-01..2023-09 33.0万`;

test("wins single months from cumulative figures, with the range that both leave", () => {
  expect(steps("2023-10", cumulative)).toEqual([
    "2023-08-01..2023-08-31: — | 27000 [26000, 28000] | missing | missing",
    "2023-09-01..2023-09-30: — | 28000 [27000, 29000] | up 4 [-3.58, 11.54] 推算 | missing",
  ]);
});

test("rests a derived month on both figures, and has no words of its own for it", () => {
  const [series] = analysed("2023-10", cumulative).steps ?? [];
  expect(series?.steps.at(-1)?.derived).toMatchObject({
    value: { text: null, bound: "approx", observations: ["o-c0", "o-b0"] },
    minuend: { period: { end: "2023-09-30" }, value: { text: "33.0万" } },
    subtrahend: { period: { end: "2023-08-31" }, value: { text: "30.2万" } },
  });
});

test("keeps a stated month and a derived one apart, and computes from the stated one", () => {
  const lines = `${cumulative.replace("2023-10-09 甲 c.txt: ", "2023-10-09 甲 c.txt: cases.solved 2023-09 28100 环+4.1% | ")}
    2022-10-09 甲 z.txt: cases.solved 2022-09 25000`;
  expect(steps("2023-10", lines).at(-1)).toBe(
    "2023-09-01..2023-09-30: 28100 | 28000 [27000, 29000] | up 4 [0.35, 8.08] 推算 | up 12.4 [12.4, 12.4]",
  );
  expect(analysed("2023-10", lines).steps?.[0]?.steps.at(-1)?.sequential.stated?.change.text).toBe("环+4.1%");
});

test.each([
  ["the range is too wide to be of use", "30万", "33万"],
  ["the difference may be nothing", "32.9万", "33.0万"],
  ["a figure has no upper end", "超30万", "33.0万"],
])("derives nothing where %s", (_, august, september) => {
  const lines = `2023-09-09 甲 a.txt: cases.solved 2023-01..2023-08 ${august}
    2023-10-09 甲 b.txt: cases.solved 2023-01..2023-09 ${september}`;
  expect(steps("2023-10", lines)).toEqual([]);
});

test.each([
  ["another area", "cases.solved@CN-SN 2023-01..2023-08 3.02万"],
  ["a part of what is counted", "cases.solved#境外 2023-01..2023-08 30.2万"],
  ["a daily mean", "cases.solved~per-day 2023-01..2023-08 30.2万"],
  ["another start", "cases.solved 2023-02..2023-08 30.2万"],
  ["a day that is no month's end", "cases.solved 2023-01-01..2023-08-30 30.2万"],
  ["a doubtful reading", "cases.solved!0.4 2023-01..2023-08 30.2万"],
])("derives nothing from %s", (_, august) => {
  const lines = `2023-09-09 甲 a.txt: ${august}\n2023-10-09 甲 b.txt: cases.solved 2023-01..2023-09 33.0万`;
  expect(steps("2023-10", lines).filter((text) => text.startsWith("2023-09"))).toEqual([]);
});

test("derives nothing from figures that sources disagree on", () => {
  const lines = `${cumulative}\n2023-09-12 乙 d.txt: cases.solved 2023-01..2023-08 29.1万`;
  expect(steps("2023-10", lines)).toEqual([]);
});

test("wins December from the year, quarters and the second half as well", () => {
  const lines = `2023-07-09 甲 a.txt: cases.solved 2023-01..2023-06 20.0万
    2023-10-09 甲 b.txt: cases.solved 2023-01..2023-09 33.0万
    2023-12-09 甲 c.txt: cases.solved 2023-01..2023-11 40.0万
    2024-01-09 甲 d.txt: cases.solved 2023 44.0万`;
  expect(steps("2024-01", lines)).toEqual(["2023-12-01..2023-12-31: — | 40000 [39000, 41000] | missing | missing"]);
  expect(steps("2024-01", lines, "quarter")).toEqual([
    "2023-07-01..2023-09-30: — | 130000 [129000, 131000] | missing | missing",
    "2023-10-01..2023-12-31: — | 110000 [109000, 111000] | down 15 [-16.8, -13.95] 推算 | missing",
  ]);
  expect(steps("2024-01", lines, "half-year")).toEqual([
    "2023-01-01..2023-06-30: 20.0万 | — | missing | missing",
    "2023-07-01..2023-12-31: — | 240000 [239000, 241000] | up 20 [19.2, 20.81] 推算 | missing",
  ]);
});

test("keeps a gap a gap and does not look past it for the month before", () => {
  const lines = `2023-07 甲 a.txt: cases.solved 2023-06 500\n2023-09 甲 b.txt: cases.solved 2023-08 600`;
  expect(steps("2023-09", lines)).toEqual([
    "2023-06-01..2023-06-30: 500 | — | missing | missing",
    "2023-08-01..2023-08-31: 600 | — | missing | missing",
  ]);
});

test.each([
  ["base-zero", "0"],
  ["base-small", "9"],
])("computes nothing against %s", (reason, july) => {
  const lines = `2023-08 甲 a.txt: cases.solved 2023-07 ${july}\n2023-09 甲 b.txt: cases.solved 2023-08 600`;
  expect(steps("2023-09", lines).at(-1)).toBe(`2023-08-01..2023-08-31: 600 | — | ${reason} | missing`);
});

test("tells of an earlier issue's months only beside a new one, and of thirteen months at most", () => {
  const lines = Array.from(
    { length: 20 },
    (_, i) => `${month(i + 1)} 甲 ${i}.txt: cases.solved ${month(i)} ${500 + i}`,
  );
  expect(steps("2023-09", lines.join("\n"))).toHaveLength(13);
  expect(steps("2023-10", `${lines.join("\n")}\n2023-10 乙 y.txt: cases.solved 2022 6000`)).toEqual([]);
});

test("tells of other areas the newest month and those that it is compared with", () => {
  const lines = Array.from(
    { length: 20 },
    (_, i) => `${month(i + 1)} 甲 ${i}.txt: cases.solved@CN-SN ${month(i)} ${500 + i}`,
  );
  expect(steps("2023-09", lines.join("\n")).map((text) => text.slice(0, 7))).toEqual(["2022-08", "2023-07", "2023-08"]);
});

test("compares percentages month by month in points and subtracts none", () => {
  const lines = `2023-08 甲 a.txt: cases.solve_rate 2023-07 40\n2023-09 甲 b.txt: cases.solve_rate 2023-08 42`;
  const [series] = analysed("2023-09", lines).steps ?? [];
  expect(series?.steps.at(-1)?.sequential.computed).toMatchObject({ unit: "pp", value: 2 });
  const rates =
    "2023-08 甲 a.txt: cases.solve_rate 2023-01..2023-07 40\n2023-09 甲 b.txt: cases.solve_rate 2023-01..2023-08 42";
  expect(steps("2023-09", rates)).toEqual([]);
});
