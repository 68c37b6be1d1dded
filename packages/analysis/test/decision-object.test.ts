import { expect, test } from "vitest";
import { type Decision, decisionFigure, relocated } from "../src/index.ts";
import { articles, analysed, findings } from "./notation.ts";

const lines = "2024-01 甲 a.txt: cases.solved!0.4 2023 5万 | suspects.captured!0.4 2023 3万";

/** The same articles after their files were read anew: every id is another. */
function reread(text: string): ReturnType<typeof articles> {
  const { observations, publications } = articles(text);
  return { observations: observations.map((one) => ({ ...one, id: `${one.id}-new` })), publications };
}

function decide(id: string, verdict: Decision["verdict"], more: Partial<Decision> = {}): Decision {
  return { id, verdict, by: "张三", on: "2024-02-01", why: "与原文核对", ...more };
}

function figureOf(index: number): ReturnType<typeof decisionFigure> {
  const observation = articles(lines).observations[index];
  if (observation === undefined) throw new RangeError(`${index}`);
  return decisionFigure(observation);
}

test("finds a figure again by its document, sentence and words", () => {
  const accepted = decide("o-a0", "accept", { about: [figureOf(0)] });
  expect(findings(analysed("2024-01", lines, { ...reread(lines), decisions: [accepted] }))).toEqual([
    "doubtful-figure: a1-new",
  ]);
});

test("finds nothing by an id alone, and asks about the decision", () => {
  const rules = findings(analysed("2024-01", lines, { ...reread(lines), decisions: [decide("o-a0", "accept")] }));
  expect(rules.filter((rule) => rule.startsWith("decision-without-object"))).toHaveLength(1);
});

test("does not take a figure of another sentence or with other words for the one decided on", () => {
  const { observations } = reread("2024-01 甲 a.txt: cases.solved 2023 6万");
  const decision = decide("o-a0", "accept", { about: [figureOf(0)] });
  expect(relocated([decision], observations)).toEqual([decision]);
});

test("does not choose between two figures that stand so in one document", () => {
  const { observations } = reread(lines);
  const twice = observations.flatMap((one) => [one, { ...one, id: `${one.id}-twin` }]);
  const decision = decide("o-a0", "accept", { about: [figureOf(0)] });
  expect(relocated([decision], twice)).toEqual([decision]);
});

test("finds the figure of a document that was renamed, but not in another document beside it", () => {
  const decision = decide("o-a0", "reject", { about: [figureOf(0)] });
  const renamed = reread(lines).observations.map((one) => ({ ...one, document: "z.txt" }));
  expect(relocated([decision], renamed)[0]?.id).toBe("o-a0-new");
  const beside = [...renamed, ...reread("2024-01 甲 a.txt: cases.solved 2023 6万").observations];
  expect(relocated([decision], beside)).toEqual([decision]);
});

test("carries a settlement to the new id of the figure that it chose", () => {
  const quarrel = "2024-01-03 甲 a.txt: cases.solved 2023 43.7万\n2024-01-09 乙 b.txt: cases.solved 2023 45万";
  const first = articles(quarrel).observations[0];
  if (first === undefined) throw new RangeError("no observation");
  const id = analysed("2024-01", quarrel).conflicts[0]?.id ?? "";
  const settlement = decide(id, "settle", { observation: first.id, about: [decisionFigure(first)] });
  const analysis = analysed("2024-01", quarrel, { ...reread(quarrel), decisions: [settlement] });
  expect(analysis.conflicts[0]?.settled).toMatchObject({ observation: "o-a0-new" });
  expect(analysis.findings).toEqual([]);
});

test("carries the acceptance of a finding to the id that it has of its figures' new ids", () => {
  const [finding] = analysed("2024-01", lines).findings;
  const about = (finding?.observations ?? []).map((_, index) => figureOf(index));
  const accepted = decide(finding?.id ?? "", "accept", { about, rule: "analysis/doubtful-figure" });
  const [first] = analysed("2024-01", lines, { ...reread(lines), decisions: [accepted] }).findings.filter(
    (one) => one.accepted !== undefined,
  );
  expect(first).toMatchObject({ rule: "analysis/doubtful-figure", severity: "info", observations: ["o-a0-new"] });
});
