import { parseIssuePeriod } from "@jianbao/model";
import { expect, test } from "vitest";
import {
  type AnalysisInput,
  type Decision,
  type SignedFigure,
  analyse,
  lastSaid,
  signedFigures,
} from "../src/index.ts";
import { analysed, inputOf } from "./notation.ts";

const december = "2024-01-09 甲 a.txt: cases.solved 2023 43.7万 | suspects.captured 2023 7万";
const hashes = { "a.txt": "aa", "b.txt": "bb", "c.txt": "cc" };

/** What the issue of a month said, signed as total number 61. */
function signed(period: string, lines: string, options: Partial<AnalysisInput> = {}): SignedFigure[] {
  const issue = parseIssuePeriod(period);
  if (issue === null) throw new RangeError(period);
  return signedFigures(
    analysed(period, lines, options),
    { period: issue, number: 1, total: 61 },
    (document) => hashes[document as keyof typeof hashes] ?? null,
  );
}

/** Errata as `cause indicator printed → after`, and changes as `kind indicator`. */
function told(period: string, lines: string, options: Partial<AnalysisInput>): string[] {
  const analysis = analysed(period, lines, { hashes, ...options });
  return [
    ...(analysis.errata ?? []).map(
      ({ cause, key, printed, after, moved }) =>
        `${cause} ${key.indicator} ${printed.text} → ${after?.text ?? "-"}${moved === undefined ? "" : ` (${moved.key.area.code} ${moved.period.start} ${moved.value.text})`}`,
    ),
    ...analysis.changes.map(
      ({ kind, key, before, after }) => `${kind} ${key.indicator} ${before?.text ?? "-"} → ${after?.text ?? "-"}`,
    ),
  ];
}

function decide(id: string, verdict: Decision["verdict"], more: Partial<Decision> = {}): Decision {
  return { id, verdict, by: "张三", on: "2024-02-20", why: "与原文核对", ...more };
}

test("corrects a printed figure that an editor corrects, and does not call it revised", () => {
  const before = signed("2024-01", december);
  const decisions = [decide("o-a0", "correct", { correction: { quantity: { value: 457_000, text: "45.7万" } } })];
  expect(told("2024-02", december, { signed: before, previous: before, decisions })).toEqual([
    "corrected cases.solved 43.7万 → 45.7万",
  ]);
});

test("takes back a printed figure that an editor rejects, and names the one that another source has", () => {
  const before = signed("2024-01", december);
  const decisions = [decide("o-a0", "reject"), decide("o-a1", "reject")];
  const lines = `${december}\n2024-02-09 乙 b.txt: cases.solved 2023 46万`;
  expect(told("2024-02", lines, { signed: before, previous: before, decisions })).toEqual([
    "rejected cases.solved 43.7万 → 46万",
    "rejected suspects.captured 7万 → -",
  ]);
});

test("leaves a figure that a later source revises to the changes: it was right when it was printed", () => {
  const before = signed("2024-01", december);
  const lines = `${december}\n2024-02-09 乙 b.txt: cases.solved 2023 46万`;
  expect(told("2024-02", lines, { signed: before, previous: before })).toEqual(["revised cases.solved 43.7万 → 46万"]);
});

test("says nothing where a wrong source's figure is borne out by another", () => {
  const before = signed("2024-01", december);
  const lines = `${december}\n2024-02-09 乙 b.txt: cases.solved 2023 43.7万 | suspects.captured 2023 7万`;
  const decisions = [decide("o-a0", "reject"), decide("o-a1", "reject")];
  expect(told("2024-02", lines, { signed: before, previous: before, decisions })).toEqual([]);
});

test("tells a file that was replaced from one that is read otherwise, and from one that is gone", () => {
  const before = signed("2024-01", december);
  const repaired = "2024-01-09 甲 a.txt: cases.solved 2023 43.9万 | suspects.captured 2023 7万";
  const reread = { signed: before, previous: before };
  expect(told("2024-02", repaired, reread)).toEqual(["reread cases.solved 43.7万 → 43.9万"]);
  expect(told("2024-02", repaired, { ...reread, hashes: { "a.txt": "new" } })).toEqual([
    "source-changed cases.solved 43.7万 → 43.9万",
  ]);
  expect(
    told("2024-02", "2024-02-09 乙 b.txt: cases.solved 2023 46万", { ...reread, hashes: { "b.txt": "bb" } }),
  ).toEqual(["source-removed cases.solved 43.7万 → 46万", "source-removed suspects.captured 7万 → -"]);
});

test("says of which place a figure is that was printed as another's", () => {
  const before = signed("2024-01", december);
  const decisions = [decide("o-a0", "correct", { correction: { area: { code: "CN-SN", name: "陕西" } } })];
  expect(told("2024-02", december, { signed: before, previous: before, decisions })).toEqual([
    "corrected cases.solved 43.7万 → - (CN-SN 2023-01-01 43.7万)",
  ]);
});

test("speaks of an error once, whichever issue printed the figure last", () => {
  const lines = `${december}\n2024-02-09 乙 b.txt: funds.stopped 2023 3288亿`;
  const january = { figures: signed("2024-01", december), errata: [] };
  const february = { figures: signed("2024-02", lines), errata: [] };
  const decisions = [decide("o-a0", "reject")];
  const said = lastSaid([january, february]);
  const march = analysed("2024-03", lines, { signed: said, previous: february.figures, decisions, hashes });
  expect(march.errata).toMatchObject([{ id: january.figures[0]?.id, issue: { period: { id: "2024-01" } } }]);
  const errata = (march.errata ?? []).map(({ id }) => ({ id, after: null }));
  const april = lastSaid([january, february, { figures: [], errata }]);
  expect(analysed("2024-04", lines, { signed: april, decisions, hashes }).errata).toBeUndefined();
});

const rising = "2024-01-09 甲 a.txt: cases.solved 2023 43.7万 +52%";

test("corrects a change that an article stated, apart from its level", () => {
  const before = signed("2024-01", rising);
  expect(before.map(({ value }) => value.text)).toEqual(["43.7万", "+52%"]);
  const repaired = "2024-01-09 甲 a.txt: cases.solved 2023 43.7万 +42%";
  expect(told("2024-02", repaired, { signed: before, previous: before })).toEqual(["reread cases.solved +52% → +42%"]);
  const reversed = "2024-01-09 甲 a.txt: cases.solved 2023 43.7万";
  expect(told("2024-02", reversed, { signed: before, previous: before })).toEqual(["reread cases.solved +52% → -"]);
  expect(told("2024-02", rising, { signed: before, previous: before })).toEqual([]);
});

test("takes back a change whose article is rejected or of another place, unless another article states it", () => {
  const before = signed("2024-01", rising);
  const decisions = [decide("o-a0", "reject")];
  expect(told("2024-02", rising, { signed: before, previous: before, decisions })).toEqual([
    "rejected cases.solved 43.7万 → -",
    "rejected cases.solved +52% → -",
  ]);
  const borne = `${rising}\n2024-02-09 乙 b.txt: cases.solved 2023 43.7万 +52%`;
  expect(told("2024-02", borne, { signed: before, previous: before, decisions })).toEqual([]);
  const moved = [decide("o-a0", "correct", { correction: { area: { code: "CN-SN", name: "陕西" } } })];
  expect(told("2024-02", rising, { signed: before, previous: before, decisions: moved })).toEqual([
    "corrected cases.solved 43.7万 → - (CN-SN 2023-01-01 43.7万)",
    "corrected cases.solved +52% → -",
  ]);
});

test("corrects a change that was stated without a level", () => {
  const before = signed("2024-01", "2024-01-09 甲 a.txt: cases.reported 2023 ? -3.1%");
  expect(before.map(({ value }) => value.text)).toEqual(["-3.1%"]);
  const repaired = "2024-01-09 甲 a.txt: cases.reported 2023 ? -5.1%";
  expect(told("2024-02", repaired, { signed: before, previous: before })).toEqual([
    "reread cases.reported -3.1% → -5.1%",
  ]);
});

test("leaves a change right where only the level beside it was wrong", () => {
  const before = signed("2024-01", rising);
  const decisions = [decide("o-a0", "correct", { correction: { quantity: { value: 457_000, text: "45.7万" } } })];
  expect(told("2024-02", rising, { signed: before, previous: before, decisions })).toEqual([
    "corrected cases.solved 43.7万 → 45.7万",
  ]);
});

test("gives the same errata whatever the order of what it is given", () => {
  const before = signed("2024-01", december);
  const input = {
    ...inputOf("2024-02", december),
    decisions: [decide("o-a0", "reject"), decide("o-a1", "reject")],
    hashes,
  };
  const one = analyse({ ...input, signed: before });
  const two = analyse({ ...input, observations: [...input.observations].reverse(), signed: [...before].reverse() });
  expect(one.errata).toHaveLength(2);
  expect(two).toEqual(one);
});
