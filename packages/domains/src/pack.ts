import {
  type Campaign,
  type Diagnostic,
  type DomainPack,
  type Indicator,
  type Organisation,
  type Subject,
  areaByCode,
} from "@jianbao/model";
import {
  checkArea,
  checkDates,
  checkIds,
  checkKnown,
  checkLabels,
  checkRepeated,
  checkSubjects,
  checkThemes,
  checkWord,
  type Labelled,
} from "./checks.ts";
import {
  type CampaignFile,
  type FileName,
  fileNames,
  type IndicatorFile,
  type OrganisationFile,
  type PackFile,
  type PackFiles,
  type SubjectFile,
  type WordsFile,
} from "./pack-file.ts";
import { measuresOf } from "./measures.ts";
import { PackSource, type Path } from "./pack-source.ts";
import { checkReach, checkRivals } from "./reach.ts";
import { readFile } from "./read-file.ts";
import { remedyFor } from "./words.ts";

/** What is asked of a pack beyond its form. */
export interface PackOptions {
  /** Writes a text in simplified Chinese, to find words that no text can match. Default: nothing is found. */
  readonly simplified?: (text: string) => string;
}

/** A file that could be read, with what it says. */
interface Read<Name extends FileName> {
  readonly source: PackSource;
  readonly values: PackFiles[Name];
}

/**
 * Reads a subject pack from its YAML files (file name → text). Every mistake is a diagnostic with file, line, column
 * and remedy; the pack is null where one of them is an error.
 */
export function parsePack(
  files: Readonly<Record<string, string>>,
  options: PackOptions = {},
): { readonly pack: DomainPack | null; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  for (const name of Object.keys(files)) reportUnknownFile(name, diagnostics);
  const read = <Name extends FileName>(name: Name): Read<Name> | null => {
    const text = files[name];
    if (text === undefined) {
      if (needed.includes(name)) reportMissingFile(name, diagnostics);
      return null;
    }
    const source = new PackSource(name, text, diagnostics);
    // A file of remarks alone is an empty list.
    if (source.values === null && !needed.includes(name)) return null;
    const failed = diagnostics.some(({ document, severity }) => document === name && severity === "error");
    const values = failed ? null : readFile(name, source);
    return values === null ? null : { source, values };
  };
  const head = read("pack.yaml");
  const indicators = read("indicators.yaml");
  const subjects = read("subjects.yaml");
  const words = read("words.yaml");
  const campaigns = read("campaigns.yaml");
  const organisations = read("organisations.yaml");

  const labelled: Labelled[] = [];
  if (head) checkHead(head, indicators?.values ?? null, labelled);
  const classes = words?.values ?? [];
  if (words) checkWordsFile(words, indicators?.values ?? null, options);
  if (indicators) checkIndicators(indicators, head?.values ?? null, classes, labelled, options);
  if (subjects) {
    checkSubjectFile(subjects, labelled, options);
    checkSubjects(subjects.source, subjects.values, head?.values.id ?? null);
    for (const [index, { kinds }] of subjects.values.entries()) {
      const path = [index, "kinds", "indicator"];
      if (kinds && indicators)
        checkKnown(subjects.source, path, "indicator", kinds.indicator, idsOf(indicators.values));
    }
  }
  checkLabels(labelled);
  if (campaigns) checkCampaigns(campaigns);
  if (organisations) checkOrganisations(organisations);
  if (!head || !indicators || !subjects || diagnostics.some(({ severity }) => severity === "error"))
    return { pack: null, diagnostics: inOrder(diagnostics) };

  const { id, labels, themes, briefing } = head.values;
  const pack: DomainPack = {
    id,
    labels,
    themes,
    indicators: indicators.values.map((indicator) => indicatorOf(withClasses(indicator, classes), classes)),
    subjects: subjects.values.map(subjectOf),
    campaigns: (campaigns?.values ?? []).map(campaignOf),
    organisations: (organisations?.values ?? []).map(organisationOf),
    ...(briefing === undefined ? {} : { briefing }),
  };
  return { pack, diagnostics: inOrder(diagnostics) };
}

/** The files that a pack cannot do without. */
const needed: readonly FileName[] = fileNames.slice(0, 3);

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

function checkHead(
  { source, values }: Read<"pack.yaml">,
  indicators: readonly IndicatorFile[] | null,
  labelled: Labelled[],
): void {
  checkIds(source, idsOf(values.themes), (index) => ["themes", index, "id"]);
  labelled.push({ source, path: [], id: values.id, labels: values.labels });
  values.themes.forEach(({ id, labels }, index) => labelled.push({ source, path: ["themes", index], id, labels }));
  if (indicators) checkThemes(source, values, indicators);
}

const wordFields = ["verbs", "stems", "nouns", "phrases", "not", "parts", "common", "intended"] as const;

function checkIndicators(
  { source, values }: Read<"indicators.yaml">,
  head: PackFile | null,
  classes: readonly WordsFile[],
  labelled: Labelled[],
  options: PackOptions,
): void {
  checkIds(source, idsOf(values), (index) => [index, "id"]);
  values.forEach((indicator, index) => {
    labelled.push({ source, path: [index], id: indicator.id, labels: indicator.labels });
    if (head) checkKnown(source, [index, "theme"], "theme", indicator.theme, idsOf(head.themes));
    for (const field of wordFields) checkWords(source, [index, field], indicator[field], options);
    for (const field of ["does", "counts"] as const) {
      const used = indicator[field] ?? [];
      checkRepeated(source, [index, field], used);
      used.forEach((id, place) => checkKnown(source, [index, field, place], "class of words", id, idsOf(classes)));
    }
    const { elsewhere } = indicator;
    if (elsewhere === undefined) return;
    elsewhere.areas.forEach((code, place) => checkArea(source, [index, "elsewhere", "areas", place], code));
    checkKnown(source, [index, "elsewhere", "means"], "indicator", elsewhere.means, idsOf(values));
  });
  const whole = values.map((indicator) => withClasses(indicator, classes));
  checkReach(source, whole);
  checkRivals(source, whole);
}

function checkWordsFile(
  { source, values }: Read<"words.yaml">,
  indicators: readonly IndicatorFile[] | null,
  options: PackOptions,
): void {
  checkIds(source, idsOf(values), (index) => [index, "id"]);
  values.forEach(({ id, words }, index) => {
    checkWords(source, [index, "words"], words, options);
    if (indicators === null || indicators.some(({ does, counts }) => does?.includes(id) || counts?.includes(id)))
      return;
    source.report([index, "id"], {
      severity: "warning",
      rule: "unused-field",
      message: `unused class of words: ${id}`,
      hint: "no indicator does or counts it",
    });
  });
}

function checkSubjectFile({ source, values }: Read<"subjects.yaml">, labelled: Labelled[], options: PackOptions): void {
  checkIds(source, idsOf(values), (index) => [index, "id"]);
  values.forEach(({ id, labels, words, field, people, kinds }, index) => {
    labelled.push({ source, path: [index], id, labels });
    for (const [name, list] of Object.entries({ words, field, people }))
      checkWords(source, [index, name], list, options);
    checkWords(source, [index, "kinds", "words"], kinds?.words, options);
  });
}

function checkWords(
  source: PackSource,
  path: Path,
  words: readonly string[] | undefined,
  { simplified = (text) => text }: PackOptions,
): void {
  if (words === undefined) return;
  checkRepeated(source, path, words);
  words.forEach((word, place) => checkWord(source, [...path, place], word, simplified));
}

function checkCampaigns({ source, values }: Read<"campaigns.yaml">): void {
  checkIds(
    source,
    values.map(({ name }) => name),
    (index) => [index, "name"],
  );
  values.forEach(({ start = null, end = null }, index) => checkDates(source, index, start, end));
}

function checkOrganisations({ source, values }: Read<"organisations.yaml">): void {
  checkIds(
    source,
    values.map(({ name }) => name),
    (index) => [index, "name"],
  );
  values.forEach(({ area = null }, index) => {
    if (area !== null) checkArea(source, [index, "area"], area);
  });
}

/** An indicator with the words of its classes among its own. */
function withClasses(file: IndicatorFile, classes: readonly WordsFile[]): IndicatorFile {
  const { does, counts, verbs = [], nouns = [] } = file;
  return {
    ...file,
    ...(does ? { verbs: [...verbs, ...wordsOf(does, classes)] } : {}),
    ...(counts ? { nouns: [...nouns, ...wordsOf(counts, classes)] } : {}),
  };
}

function wordsOf(ids: readonly string[], classes: readonly WordsFile[]): readonly string[] {
  return ids.flatMap((wanted) => classes.find(({ id }) => id === wanted)?.words ?? []);
}

function indicatorOf(file: IndicatorFile, classes: readonly WordsFile[]): Indicator {
  const { id, labels, theme, unit, rise, kind, verbs, nouns, phrases, not } = file;
  const { units, parts, stems, abroad, day, common, intended, elsewhere } = file;
  return {
    id,
    labels,
    theme,
    unit,
    ...(units ? { units } : {}),
    rise,
    kind: kind ?? "flow",
    verbs: unique(verbs),
    nouns: unique(nouns),
    phrases: unique([...(phrases ?? []), ...measuresOf(wordsOf(file.does ?? [], classes), unit)]),
    not: unique(not),
    ...(parts ? { parts: unique(parts) } : {}),
    ...(stems ? { stems: unique(stems) } : {}),
    ...(abroad ? { abroad } : {}),
    ...(day ? { day } : {}),
    ...(common ? { common: unique(common) } : {}),
    ...(intended ? { intended: unique(intended) } : {}),
    ...(elsewhere
      ? { elsewhere: { areas: elsewhere.areas.flatMap((code) => areaByCode(code) ?? []), means: elsewhere.means } }
      : {}),
  };
}

function subjectOf({ id, labels, words, field, whole, people, kinds }: SubjectFile): Subject {
  return {
    id,
    labels,
    words: unique(words),
    ...(field ? { field: unique(field) } : {}),
    ...(whole ? { whole } : {}),
    ...(people ? { people: unique(people) } : {}),
    ...(kinds ? { kinds: { ...kinds, whole: kinds.whole ?? [] } } : {}),
  };
}

function campaignOf({ name, start, end }: CampaignFile): Campaign {
  return { name, start: start ?? null, end: end ?? null };
}

function organisationOf({ name, area }: OrganisationFile): Organisation {
  return { name, area: area === null || area === undefined ? null : areaByCode(String(area)) };
}

function unique(words: readonly string[] = []): readonly string[] {
  return [...new Set(words)];
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

function rankOf({ document = "" }: Diagnostic): number {
  return fileNames.findIndex((name) => name === document);
}

function reportMissingFile(name: string, diagnostics: Diagnostic[]): void {
  diagnostics.push({
    severity: "error",
    rule: "domains/missing-file",
    message: `missing file: ${name}`,
    document: name,
    hint: `a pack needs ${needed.join(", ")}`,
  });
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
