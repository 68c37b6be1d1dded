import { expect, test } from "vitest";
import { independentSources } from "../src/origin.ts";
import { type Reading, readingOf } from "../src/reading.ts";
import { timelineOf } from "../src/timeline.ts";
import { inputOf } from "./notation.ts";

/** Readings of `[published, title, quote]`, in order, all of one figure. */
function readings(sources: readonly (readonly [string, string, string])[]): Reading[] {
  const lines = sources.map(([published], i) => `${published} 报${i} ${i}.txt: cases.solved 2023 43.7万`).join("\n");
  const input = inputOf("2024", lines);
  const publications = input.publications.map((publication, i) => ({ ...publication, title: sources[i]?.[1] ?? null }));
  const { known } = timelineOf(publications, input.period);
  return input.observations.flatMap((observation, i) => {
    const publication = known.get(`${observation.document}#1`);
    if (publication === undefined) return [];
    const quoted = { ...observation, source: { ...observation.source, quote: sources[i]?.[2] ?? "" } };
    return readingOf({ observation: quoted, publication, isCurrent: true }, "telecom-fraud", new Set()) ?? [];
  });
}

const groups = (...sources: (readonly [string, string, string])[]): string[][] =>
  independentSources(readings(sources)).map((group) => group.map(({ publication }) => publication.document[0] ?? ""));

const quote = "2023年，全国公安机关持续向电信网络诈骗犯罪发起凌厉攻势，共破获电信网络诈骗案件43.7万起，形成有力震慑。";

test("takes sentences that are the same but for punctuation for one source", () => {
  expect(groups(["2024-01-01", "一", quote], ["2024-03-02", "二", quote.replaceAll("，", ",")])).toEqual([["0", "1"]]);
});

test("takes sentences that differ in a word or two for one source", () => {
  expect(groups(["2024-01-01", "一", quote], ["2024-01-02", "二", quote.replace("凌厉攻势", "强大攻势")])).toEqual([
    ["0", "1"],
  ]);
});

test("takes articles of one title that appear within a month for one source", () => {
  const other = "去年破案43.7万起。";
  expect(
    groups(["2024-01-01", "公安机关打击诈骗成效显著", quote], ["2024-01-20", "公安机关打击诈骗，成效显著", other]),
  ).toEqual([["0", "1"]]);
  expect(
    groups(["2024-01-01", "公安机关打击诈骗成效显著", quote], ["2024-05-20", "公安机关打击诈骗成效显著", other]),
  ).toEqual([["0"], ["1"]]);
});

test("keeps sources apart that say the same in their own words", () => {
  expect(
    groups(["2024-01-01", "一", quote], ["2024-01-01", "二", "公安部昨日通报，去年侦破的电诈案件达43.7万起。"]),
  ).toEqual([["0"], ["1"]]);
});

test("keeps set phrases apart that have each a figure of its own", () => {
  const [one, two] = readings([
    ["2024-01-01", "一", quote],
    ["2024-01-02", "二", quote.replace("43.7万起", "43万余起")],
  ]);
  const quantity = two?.observation.quantity;
  if (one === undefined || two === undefined || !quantity) throw new RangeError("two readings");
  const other = { ...two, observation: { ...two.observation, quantity: { ...quantity, text: "43万余起" } } };
  expect(independentSources([one, other])).toHaveLength(2);
});

test("joins copies of copies and keeps the earliest first", () => {
  const third = quote.replace("形成有力震慑", "成效明显");
  expect(
    groups(
      ["2024-01-01", "甲地全力推进打击治理工作", quote],
      ["2024-01-02", "乙", quote],
      ["2024-01-03", "丙", third],
      ["2024-01-04", "丁", "43.7万起"],
    ),
  ).toEqual([["0", "1", "2"], ["3"]]);
});
