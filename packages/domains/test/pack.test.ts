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
    expect(diagnostics).toEqual([]);
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

describe("parsePack", () => {
  test("names the file, the line and the remedy of a misspelt field", () => {
    const text = files["indicators.yaml"] ?? "";
    const line = text.slice(0, text.indexOf("  theme:")).split("\n").length;
    expect(faults((changed) => (changed["indicators.yaml"] = text.replace("  theme:", "  teme:")))).toEqual([
      `indicators.yaml:${line}: unknown field: teme (did you mean theme?)`,
      expect.stringContaining("missing field: theme"),
    ]);
  });

  test("asks for a known unit, theme and area", () => {
    expect(
      faults(
        (changed) => (changed["indicators.yaml"] = (files["indicators.yaml"] ?? "").replace("unit: case", "unit: cas")),
      ),
    ).toEqual([expect.stringMatching(/unknown unit: cas \(did you mean case\?\)$/u)]);
    expect(
      faults(
        (changed) =>
          (changed["indicators.yaml"] = (files["indicators.yaml"] ?? "").replace(
            "unit: case",
            "unit: case\n  units: [persn]",
          )),
      ),
    ).toEqual([expect.stringMatching(/unknown unit: persn \(did you mean person\?\)$/u)]);
    expect(
      faults((changed) => (changed["pack.yaml"] = (files["pack.yaml"] ?? "").replace("id: money", "id: monies"))),
    ).toContainEqual(expect.stringContaining("unknown theme: money"));
    expect(faults((changed) => (changed["organisations.yaml"] = "- {name: 某局, area: XX}"))).toEqual([
      expect.stringContaining("organisations.yaml:1: unknown area: XX"),
    ]);
  });

  test("reports broken YAML and missing files and gives no pack", () => {
    expect(parsePack({ ...files, "subjects.yaml": "- {id: [" }).pack).toBeNull();
    const { "subjects.yaml": _, ...rest } = files;
    const { pack, diagnostics } = parsePack(rest);
    expect(pack).toBeNull();
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["domains/missing-file"]);
  });

  test("refuses an id that is given twice", () => {
    const twice = `${files["subjects.yaml"]}\n- { id: 传销, labels: { zh-Hans: 传销 }, words: [传销] }\n`;
    expect(faults((changed) => (changed["subjects.yaml"] = twice))).toEqual([
      expect.stringContaining("repeated id: 传销"),
    ]);
  });
});

/** The messages with their remedies after one change to the files. */
function faults(change: (files: Record<string, string>) => void): string[] {
  const changed = { ...files };
  change(changed);
  return parsePack(changed).diagnostics.map(({ message, hint }) => `${message} (${hint ?? ""})`);
}
