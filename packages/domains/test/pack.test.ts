import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parsePack } from "../src/index.ts";

const folder = new URL("../telecom-fraud/", import.meta.url);
const files = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
);

/** What the pack must be able to count: the list that the briefing's tables are made for. */
const ids = `cases.reported cases.registered cases.solved cases.handled cases.solve_rate cases.amount_involved
  suspects.captured suspects.detained suspects.arrested suspects.prosecuted suspects.convicted suspects.repatriated
  suspects.ringleaders suspects.fugitives suspects.surrendered gangs.dismantled dens.destroyed penalties.administrative
  persons.disciplined funds.seized cards.seized devices.seized officers.deployed funds.stopped funds.frozen
  funds.recovered funds.returned losses.incurred losses.avoided accounts.blocked phones.blocked calls.blocked sms.blocked
  sites.blocked apps.blocked warnings.issued people.dissuaded people.protected app.installs outreach.events
  outreach.messages outreach.materials outreach.people centers.built areas.listed institutions.inspected
  inspections.held operations.overseas countries.covered fraud.types victims.count`.split(/\s+/u);

describe("the pack telecom-fraud", () => {
  const { pack, diagnostics } = parsePack(files);

  test("is without fault", () => {
    expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("counts everything on the list, in its order of themes", () => {
    expect(pack?.indicators.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(pack?.subjects[0]?.id).toBe("telecom-fraud");
  });

  test("labels everything in three languages", () => {
    for (const { labels } of [...(pack?.indicators ?? []), ...(pack?.subjects ?? []), ...(pack?.themes ?? [])]) {
      expect(Object.keys(labels)).toEqual(["zh-Hans", "zh-Hant", "en"]);
    }
  });
});

test("an indicator has the words of its classes, and the names of the counts of its deeds", () => {
  const { pack } = parsePack({
    "pack.yaml": "id: p\nlabels: { zh-Hans: 甲 }\nthemes: [{ id: t, labels: { zh-Hans: 乙 } }]\n",
    "indicators.yaml": `- id: a.solved
  labels: { zh-Hans: 丙 }
  theme: t
  unit: case
  rise: good
  does: [solve]
  verbs: [拿下]
  counts: [case]
`,
    "subjects.yaml": "- id: p\n  labels: { zh-Hans: 甲 }\n  words: [甲]\n",
    "words.yaml": "- { id: solve, words: [破, 侦破] }\n- { id: case, words: [案件] }\n",
  });
  const [indicator] = pack?.indicators ?? [];
  expect(indicator?.verbs).toEqual(["拿下", "破", "侦破"]);
  expect(indicator?.nouns).toEqual(["案件"]);
  expect(indicator?.phrases).toEqual(expect.arrayContaining(["侦破数", "侦破量", "侦破起数"]));
  expect(indicator?.phrases).not.toContain("侦破人数");
  expect(indicator?.phrases).not.toContain("破数");
});
