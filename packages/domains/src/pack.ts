import {
  type Area,
  type Campaign,
  type Diagnostic,
  type DomainPack,
  type Indicator,
  type Organisation,
  type Subject,
  type Theme,
  areaByCode,
  parsePartialDate,
  unitLabels,
} from "@jianbao/model";
import { isUnit, remedyFor } from "./words.ts";
import { type YamlFile, type YamlNode, readYaml } from "./yaml-node.ts";

/** The files of a pack; all but `pack.yaml`, `indicators.yaml` and `subjects.yaml` may be missing. */
const fileNames = ["pack.yaml", "indicators.yaml", "subjects.yaml", "campaigns.yaml", "organisations.yaml"] as const;
type FileName = (typeof fileNames)[number];

/**
 * Reads a subject pack from its YAML files (file name → text). Every mistake is a diagnostic with file,
 * line and remedy; the pack is null where one of them is an error.
 */
export function parsePack(files: Readonly<Record<string, string>>): {
  readonly pack: DomainPack | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  for (const name of Object.keys(files)) reportUnknownFile(name, diagnostics);
  const file = (name: FileName, needed: boolean): YamlFile | null => {
    const text = files[name];
    if (text !== undefined) return readYaml(name, text, diagnostics);
    if (needed) {
      diagnostics.push({
        severity: "error",
        rule: "domains/missing-file",
        message: `missing file: ${name}`,
        document: name,
        hint: `a pack needs ${fileNames.slice(0, 3).join(", ")}`,
      });
    }
    return null;
  };

  const head = file("pack.yaml", true)?.root.fields(["id", "labels", "themes"]) ?? null;
  const themes = head?.["themes"]?.list().map(themeOf) ?? [];
  const indicators = (file("indicators.yaml", true)?.root.list() ?? []).map((node) => indicatorOf(node, themes));
  const subjects = (file("subjects.yaml", true)?.root.list() ?? []).map(subjectOf);
  const campaigns = (file("campaigns.yaml", false)?.root.list() ?? []).map(campaignOf);
  const organisations = (file("organisations.yaml", false)?.root.list() ?? []).map(organisationOf);
  if (diagnostics.some(({ severity }) => severity === "error") || !head) return { pack: null, diagnostics };

  const pack: DomainPack = {
    id: head["id"]?.text() ?? "",
    labels: head["labels"]?.labels() ?? { "zh-Hans": "" },
    themes,
    indicators,
    subjects,
    campaigns,
    organisations,
  };
  return { pack, diagnostics };
}

function themeOf(node: YamlNode): Theme {
  const fields = node.fields(["id", "labels"]);
  return { id: fields["id"]?.uniqueId() ?? "", labels: fields["labels"]?.labels() ?? { "zh-Hans": "" } };
}

function indicatorOf(node: YamlNode, themes: readonly Theme[]): Indicator {
  const fields = node.fields(
    ["id", "labels", "theme", "unit", "rise", "kind", "verbs", "nouns", "phrases", "not"],
    ["units", "parts", "abroad", "stems"],
  );
  const id = fields["id"]?.uniqueId() ?? "";
  if (id !== "" && !/^[a-z]+\.[a-z_]+$/u.test(id)) {
    fields["id"]?.report("odd-id", `odd indicator id: ${id}`, "write it as group.name, as cases.solved");
  }
  const words = (name: string): readonly string[] => fields[name]?.words() ?? [];
  const unit = fields["unit"]?.text() ?? "";
  if (fields["unit"] && !isUnit(unit)) {
    fields["unit"].report("unknown-unit", `unknown unit: ${unit}`, remedyFor(unit, Object.keys(unitLabels)));
  }
  const units = words("units").filter(isUnit);
  for (const other of words("units")) {
    if (!isUnit(other)) {
      fields["units"]?.report("unknown-unit", `unknown unit: ${other}`, remedyFor(other, Object.keys(unitLabels)));
    }
  }
  const parts = words("parts");
  const stems = words("stems");
  const abroad = fields["abroad"]?.oneOf(["always", "where-named"], "kind of action abroad");
  const indicator: Indicator = {
    id,
    labels: fields["labels"]?.labels() ?? { "zh-Hans": id },
    theme:
      fields["theme"]?.oneOf(
        themes.map((theme) => theme.id),
        "theme",
      ) ?? "",
    unit: isUnit(unit) ? unit : "other",
    rise: fields["rise"]?.oneOf(["good", "bad", "neutral"], "meaning of a rise") ?? "neutral",
    kind: fields["kind"]?.oneOf(["flow", "stock"], "kind") ?? "flow",
    verbs: words("verbs"),
    nouns: words("nouns"),
    phrases: words("phrases"),
    not: words("not"),
    ...(units.length > 0 ? { units } : {}),
    ...(parts.length > 0 ? { parts } : {}),
    ...(abroad ? { abroad } : {}),
    ...(stems.length > 0 ? { stems } : {}),
  };
  if (indicator.verbs.length === 0 && indicator.phrases.length === 0) {
    node.report("no-words", `wordless indicator: ${id}`, "give it verbs or phrases, or no text will ever match it");
  }
  const both = indicator.not.find((word) => indicator.verbs.includes(word));
  if (both !== undefined) {
    fields["not"]?.report("contradiction", `contradictory word of ${id}: ${both}`, "it is among verbs and among not");
  }
  return indicator;
}

function subjectOf(node: YamlNode): Subject {
  const fields = node.fields(["id", "labels", "words"], ["field", "whole"]);
  const field = fields["field"]?.words() ?? [];
  const whole = fields["whole"]?.oneOf(["true", "false"], "answer") === "true";
  return {
    id: fields["id"]?.uniqueId() ?? "",
    labels: fields["labels"]?.labels() ?? { "zh-Hans": "" },
    words: fields["words"]?.words() ?? [],
    ...(field.length > 0 ? { field } : {}),
    ...(whole ? { whole } : {}),
  };
}

function campaignOf(node: YamlNode): Campaign {
  const fields = node.fields(["name"], ["start", "end"]);
  const date = (name: string): string | null => {
    const field = fields[name];
    if (!field || field.isNull()) return null;
    const text = field.text();
    if (parsePartialDate(text)?.day) return text;
    field.report("odd-date", `odd date: ${text}`, "write it as YYYY-MM-DD in quotes, or null");
    return null;
  };
  return { name: fields["name"]?.text() ?? "", start: date("start"), end: date("end") };
}

function organisationOf(node: YamlNode): Organisation {
  const fields = node.fields(["name"], ["area"]);
  const field = fields["area"];
  let area: Area | null = null;
  if (field && !field.isNull()) {
    area = areaByCode(field.text());
    if (!area) field.report("unknown-area", `unknown area: ${field.text()}`, "use CN, CN-SX, a six-digit code or null");
  }
  return { name: fields["name"]?.text() ?? "", area };
}

function reportUnknownFile(name: string, diagnostics: Diagnostic[]): void {
  if (fileNames.some((known) => known === name)) return;
  diagnostics.push({
    severity: "warning",
    rule: "domains/unknown-file",
    message: `unknown file: ${name}`,
    document: name,
    hint: remedyFor(name, fileNames),
  });
}
