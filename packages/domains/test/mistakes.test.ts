import { describe, expect, test } from "vitest";
import { parsePack } from "../src/index.ts";
import { problemsOf, small, told } from "./small.ts";

const indicators = "indicators.yaml";

test("the small pack is without fault", () => {
  const { pack, diagnostics } = parsePack(small);
  expect(told(diagnostics)).toEqual([]);
  expect(pack?.indicators[1]).toMatchObject({ id: "units.inspected", kind: "flow", phrases: [], not: [] });
});

describe("what is typed wrong", () => {
  test("a tab", () => {
    expect(problemsOf(indicators, ["  unit: case", "\tunit: case"])).toEqual([
      "error tab indicators.yaml:7:1: tab in the indent → indent with spaces, two for each step; let the editor turn tabs into spaces",
    ]);
    expect(problemsOf("pack.yaml", ["  - { id: checks", " \t- { id: checks"])[0]).toMatch(
      /^error tab pack\.yaml:5:2:/u,
    );
  });

  test("a full-width space in the indent", () => {
    expect(problemsOf(indicators, ["  unit: case", "　unit: case"])[0]).toMatch(
      /^error full-width-mark indicators\.yaml:7:1: full-width space in the indent/u,
    );
  });

  test("a full-width colon, in a line and between braces", () => {
    expect(problemsOf(indicators, ["unit: case", "unit：case"])).toEqual([
      "error full-width-mark indicators.yaml:7:7: full-width colon after a field → write an ordinary colon and a space after it: unit: case",
    ]);
    expect(problemsOf("organisations.yaml", ["name: 国家消防救援局", "name：国家消防救援局"])[0]).toMatch(
      /^error full-width-mark organisations\.yaml:1:\d+: full-width colon after a field/u,
    );
  });

  test("full-width brackets, dashes and commas", () => {
    expect(problemsOf(indicators, ["[发生, 接报]", "［发生, 接报］"])[0]).toMatch(
      /^error full-width-mark indicators\.yaml:9:10: full-width bracket: ［ → write ordinary brackets/u,
    );
    expect(problemsOf(indicators, [/^- id/u, "－ id"])[0]).toMatch(
      /^error full-width-mark indicators\.yaml:1:1: full-width dash/u,
    );
    expect(problemsOf(indicators, ["[发生, 接报]", "[发生，接报]"])).toEqual([
      "warning dead-word indicators.yaml:9:11: several words in one: 发生，接报 → part them with an ordinary comma and a space: [发生, 接报]",
    ]);
    expect(problemsOf(indicators, ["[发生, 接报]", "[发生、接报]"])).toHaveLength(1);
  });

  test("a missing space after a colon or a dash", () => {
    expect(problemsOf(indicators, ["unit: case", "unit:case"])).toEqual([
      "error missing-space indicators.yaml:7:7: missing space after the colon → write a space after the colon: unit: case",
    ]);
    expect(problemsOf(indicators, ["- id: units", "-id: units"])[0]).toMatch(
      /^error missing-space indicators\.yaml:13:1: missing space after the dash/u,
    );
  });

  test("a wrong indent", () => {
    for (const change of [
      ["  unit: case", "   unit: case"],
      ["  unit: case", " unit: case"],
      ["  unit: case", "unit: case"],
    ] as const) {
      const problems = problemsOf(indicators, change);
      expect(problems[0], change[1]).toMatch(/^error indent indicators\.yaml:[67]:\d+: wrong indent/u);
      expect(problems).toHaveLength(1);
    }
  });

  test("labels that are not indented under their field", () => {
    const problems = problemsOf(
      indicators,
      ["    zh-Hans: 火灾起数", "  zh-Hans: 火灾起数"],
      ["    zh-Hant: 火災起數", "  zh-Hant: 火災起數"],
      ["    en: Fires", "  en: Fires"],
    );
    expect(problems).toContainEqual(
      "error indent indicators.yaml:3:3: misplaced field: zh-Hans → it belongs under labels: indent it by two spaces more",
    );
    expect(problems).toContainEqual(expect.stringContaining("indicators.yaml:2:3: empty field: labels"));
  });

  test("an unclosed bracket or quotation mark", () => {
    expect(problemsOf(indicators, ["[发生, 接报]", "[发生, 接报"])[0]).toMatch(
      /^error (?:unclosed|indent) indicators\.yaml:(?:9|10):\d+/u,
    );
    expect(problemsOf(indicators, ["zh-Hans: 火灾起数", 'zh-Hans: "火灾起数'])[0]).toMatch(
      /^error unclosed indicators/u,
    );
  });

  test("a word that begins with a mark of YAML", () => {
    expect(problemsOf(indicators, ["zh-Hans: 火灾起数", "zh-Hans: @火灾起数"])[0]).toMatch(
      /^error odd-opening indicators\.yaml:3:14: odd opening of a word: @ → put the word in quotation marks/u,
    );
  });

  test("no mistake is seen in the text of an example or a remark", () => {
    const text = `${small["pack.yaml"]}# 说明：\tunit：case\nbriefing:\n  title: 简报\n  issuer: 编辑部\n  published: 2024-01-09\n  publisher: 日报\n  article: |\n    App：一行\n    unit:case\n\n    －又一行\n`;
    expect(told(parsePack({ ...small, "pack.yaml": text }).diagnostics)).toEqual([]);
    const broken = parsePack({ ...small, "pack.yaml": text.replace("themes:", "themes：") });
    expect(told(broken.diagnostics)).toEqual([expect.stringMatching(/^error full-width-mark pack\.yaml:3:7/u)]);
  });
});

describe("what is not of the form", () => {
  test("a misspelt or unknown field, with its Chinese name", () => {
    expect(problemsOf(indicators, ["  theme: fires", "  teme: fires"])).toEqual([
      expect.stringMatching(/^error missing-field indicators\.yaml:1:3: missing field: theme → add a line theme: …/u),
      "error unknown-field indicators.yaml:6:3: unknown field: teme → did you mean theme?",
    ]);
    expect(problemsOf(indicators, ["  unit: case", "  单位: case"])).toContainEqual(
      "error unknown-field indicators.yaml:7:3: unknown field: 单位 → did you mean unit?",
    );
  });

  test("an unknown unit, also as it is printed", () => {
    expect(problemsOf(indicators, ["unit: case", "unit: cas"])).toEqual([
      "error unknown-unit indicators.yaml:7:9: unknown unit: cas → did you mean case?",
    ]);
    for (const [printed, unit] of [
      ["起", "case"],
      ["人", "person"],
      ["辆", "item"],
      ["家", "institution"],
    ] as const)
      expect(problemsOf(indicators, ["unit: case", `unit: ${printed}`])).toEqual([
        `error unknown-unit indicators.yaml:7:9: unknown unit: ${printed} → did you mean ${unit}?`,
      ]);
  });

  test("an unknown meaning of a rise, theme, area and day", () => {
    expect(problemsOf(indicators, ["rise: bad", "rise: 坏"])[0]).toMatch(
      /unknown rise: 坏 → use one of good, bad, neutral/u,
    );
    expect(problemsOf(indicators, ["theme: checks", "theme: check"])[0]).toMatch(
      /indicators\.yaml:15:10: unknown theme: check → did you mean checks\?/u,
    );
    expect(problemsOf("organisations.yaml", ["area: CN", "area: 中国"])[0]).toMatch(
      /organisations\.yaml:1:26: unknown area: 中国 → use CN/u,
    );
    expect(problemsOf("campaigns.yaml", ["2023-11-01", "2023-02-30"])[0]).toMatch(/:1:22: odd date: 2023-02-30/u);
    expect(problemsOf("campaigns.yaml", ["2023-11-01", "2023年11月"])[0]).toMatch(
      /odd date: 2023年11月 → write it as/u,
    );
    expect(problemsOf("campaigns.yaml", ["2024-03-31", "2022-03-31"])[0]).toMatch(/is before the start/u);
  });

  test("an odd or repeated id", () => {
    expect(problemsOf(indicators, ["id: fires.total", "id: 火灾起数"])[0]).toMatch(
      /indicators\.yaml:1:7: odd id: 火灾起数 → write it as group\.name/u,
    );
    expect(problemsOf(indicators, ["id: units.inspected", "id: fires.total"])).toContainEqual(
      "error repeated-id indicators.yaml:13:7: repeated id: fires.total → each is given once; it is number 1 of the list already",
    );
    expect(problemsOf("subjects.yaml", ["id: 交通事故", "id: fire"])[0]).toMatch(
      /^error repeated-id subjects\.yaml:4:7/u,
    );
    expect(problemsOf(indicators, ["  unit: case", "  unit: case\n  unit: case"])).toEqual([
      "error repeated-field indicators.yaml:8:3: repeated field: unit → each field stands once in an item; a new item begins with - ",
    ]);
  });

  test("a word where a list belongs, a number where a word does, and nothing at all", () => {
    expect(problemsOf(indicators, ["nouns: [火灾]", "nouns: 火灾"])).toEqual([
      "error wrong-type indicators.yaml:10:10: misplaced value of nouns: a list is needed here → write nouns: [火灾]",
    ]);
    expect(problemsOf(indicators, ["nouns: [火灾]", "nouns: [119]"])).toEqual([
      'error wrong-type indicators.yaml:10:11: misplaced value of nouns: 119 is no word → put it in quotation marks: "119"',
    ]);
    expect(problemsOf(indicators, ["nouns: [火灾]", "nouns:"])[0]).toMatch(
      /^error empty-field indicators\.yaml:10:3: empty field: nouns/u,
    );
    expect(problemsOf("subjects.yaml", ["words: [火灾, 消防]", "words: []"])[0]).toMatch(/^error empty-field/u);
  });

  test("a missing and an unknown file", () => {
    const { "subjects.yaml": _, ...rest } = small;
    expect(parsePack(rest).pack).toBeNull();
    expect(told(parsePack(rest).diagnostics)).toEqual([
      "error missing-file missing file: subjects.yaml → a pack needs pack.yaml, indicators.yaml, subjects.yaml",
    ]);
    expect(told(parsePack({ ...small, "campaign.yaml": "" }).diagnostics)).toEqual([
      "warning unknown-file unknown file: campaign.yaml → did you mean campaigns.yaml?",
    ]);
  });

  test("an optional file of remarks alone is an empty list", () => {
    expect(parsePack({ ...small, "campaigns.yaml": "# none yet\n" }).pack?.campaigns).toEqual([]);
  });
});

describe("what could not work", () => {
  test("a label that is missing in one script, where others have it", () => {
    expect(problemsOf("subjects.yaml", ["zh-Hant: 火災, ", ""])).toEqual([
      "warning missing-label subjects.yaml:2:3: missing label of fire: zh-Hant → add zh-Hant: … as others have it, or the simplified name is printed",
    ]);
    const plain = Object.fromEntries(
      Object.entries(small).map(([name, text]) => [name, text.replaceAll(/, en: [A-Z][a-z ]+|\n +en: .*/gu, "")]),
    );
    expect(told(parsePack(plain).diagnostics)).toEqual([]);
  });

  test("an indicator that no word leads to", () => {
    expect(problemsOf(indicators, [/ {2}verbs: \[检查\]\n {2}stems: \[查\]\n/u, ""])).toEqual([
      expect.stringMatching(
        /^error no-words indicators\.yaml:13:7: wordless indicator: units\.inspected → nouns alone are not enough/u,
      ),
    ]);
    expect(problemsOf(indicators, ["unit: institution", "unit: item"], ["  nouns: [单位]\n", ""])).toEqual([
      expect.stringMatching(
        /^error no-words indicators\.yaml:18:3: indicator that no word leads to: units\.inspected/u,
      ),
    ]);
  });

  test("a class of words that is not there, or that nothing uses", () => {
    expect(problemsOf(indicators, ["verbs: [检查]", "verbs: [检查]\n  does: [chek]"])[0]).toMatch(
      /^error unknown-value indicators\.yaml:19:10: unknown class of words: chek/u,
    );
    const classes = "- id: check\n  words: [抽查]\n";
    expect(told(parsePack({ ...small, "words.yaml": classes }).diagnostics)).toEqual([
      "warning unused-field words.yaml:1:7: unused class of words: check → no indicator does or counts it",
    ]);
  });

  test("words that two indicators share", () => {
    expect(
      problemsOf(indicators, ["unit: institution", "unit: case"], ["[单位]", "[单位]\n  phrases: [火灾起数]"]),
    ).toEqual([
      "warning shared-word indicators.yaml:21:13: shared word of fires.total and units.inspected: 火灾起数 → a figure beside it is of fires.total; leave it with one of them",
    ]);
    expect(
      problemsOf(
        indicators,
        ["unit: institution", "unit: case"],
        ["[检查]\n  stems: [查]", "[接报]"],
        ["[单位]", "[火灾]"],
      ),
    ).toEqual([
      expect.stringMatching(/^warning shared-word indicators\.yaml:13:7: overshadowed indicator: all words of units/u),
    ]);
    expect(problemsOf("subjects.yaml", ["words: [交通事故]", "words: [交通事故, 消防]"])).toEqual([
      expect.stringMatching(/^warning shared-word subjects\.yaml:6:17: shared word of fire and 交通事故: 消防/u),
    ]);
  });

  test("a word that can never match", () => {
    expect(problemsOf(indicators, ["[发生, 接报]", "[發生, 接报]"])).toEqual([
      "warning dead-word indicators.yaml:9:11: word in traditional Chinese: 發生 → texts are read in simplified Chinese: 发生",
    ]);
    expect(problemsOf(indicators, ["[火灾起数]", "[火灾 起数]"])[0]).toMatch(/word that no text can match: 火灾 起数/u);
    expect(problemsOf(indicators, ["[火灾起数]", "[“火灾起数”]"])[0]).toMatch(/word in quotation marks/u);
    expect(problemsOf(indicators, ["[火灾起数]", "[Ａpp火灾数]"])[0]).toMatch(/ordinary ones: App火灾数/u);
    expect(problemsOf(indicators, ["not: [森林火灾]", "not: [起数]"])).toEqual([
      "warning dead-word indicators.yaml:11:13: word that never counts: 火灾起数 holds 起数 → 起数 is among not of fires.total: leave it out there, or 火灾起数 here",
    ]);
    expect(problemsOf(indicators, ["not: [森林火灾]", "not: [接报]"])[0]).toMatch(
      /^error contradiction indicators\.yaml:9:15: contradictory word of fires\.total: 接报/u,
    );
    expect(problemsOf(indicators, ["nouns: [单位]", "nouns: [单位, 店]"])).toEqual([
      expect.stringMatching(/^info short-word indicators\.yaml:20:15: word of one character: 店/u),
    ]);
    expect(problemsOf(indicators, ["nouns: [单位]", "nouns: [单位, 学校食堂]\n  parts: [学校]"])).toEqual([
      expect.stringMatching(/^info short-part indicators\.yaml:21:11: part that is not seen: 学校 within 学校食堂/u),
    ]);
    expect(problemsOf(indicators, ["stems: [查]", "stems: [检查]"])[0]).toMatch(/stem of several characters: 检查/u);
  });

  test("a word twice, a section without indicators, and a first subject that is not the pack's", () => {
    expect(problemsOf(indicators, ["[发生, 接报]", "[发生, 发生]"])[0]).toMatch(
      /^warning repeated-word indicators\.yaml:9:15/u,
    );
    expect(problemsOf(indicators, ["theme: checks", "theme: fires"])).toEqual([
      expect.stringMatching(/^warning empty-theme pack\.yaml:5:5: empty section: checks/u),
    ]);
    expect(problemsOf("subjects.yaml", ["id: fire", "id: 火灾"])[0]).toMatch(
      /^error foreign-subject subjects\.yaml:1:7: foreign first subject: 火灾/u,
    );
    expect(problemsOf("subjects.yaml", ["words: [交通事故]", "words: [交通事故]\n  field: [车道]"])[0]).toMatch(
      /^warning unused-field subjects\.yaml:7:3: unused field: field/u,
    );
  });
});
