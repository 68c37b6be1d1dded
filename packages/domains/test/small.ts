import { type Diagnostic } from "@jianbao/model";
import { parsePack } from "../src/index.ts";

/** A small pack on fires, without fault. */
export const small: Readonly<Record<string, string>> = {
  "pack.yaml": `id: fire
labels: { zh-Hans: 火灾防控, zh-Hant: 火災防控, en: Fire safety }
themes:
  - { id: fires, labels: { zh-Hans: 火情, zh-Hant: 火情, en: Fires } }
  - { id: checks, labels: { zh-Hans: 检查, zh-Hant: 檢查, en: Inspections } }
`,
  "indicators.yaml": `- id: fires.total
  labels:
    zh-Hans: 火灾起数
    zh-Hant: 火災起數
    en: Fires
  theme: fires
  unit: case
  rise: bad
  verbs: [发生, 接报]
  nouns: [火灾]
  phrases: [火灾起数]
  not: [森林火灾]
- id: units.inspected
  labels: { zh-Hans: 检查单位, zh-Hant: 檢查單位, en: Sites inspected }
  theme: checks
  unit: institution
  rise: good
  verbs: [检查]
  stems: [查]
  nouns: [单位]
`,
  "subjects.yaml": `- id: fire
  labels: { zh-Hans: 火灾, zh-Hant: 火災, en: Fires }
  words: [火灾, 消防]
- id: 交通事故
  labels: { zh-Hans: 交通事故, zh-Hant: 交通事故, en: Road accidents }
  words: [交通事故]
`,
  "campaigns.yaml": `- { name: 冬防, start: 2023-11-01, end: 2024-03-31 }
`,
  "organisations.yaml": `- { name: 国家消防救援局, area: CN }
- { name: 消防救援支队, area: null }
`,
};

/** The file that is changed where a test does not say. */
type Change = readonly [from: string | RegExp, to: string];

/** The problems of the small pack after changes to one of its files, as `severity rule line:column message → hint`. */
export function problemsOf(file: string, ...changes: readonly Change[]): string[] {
  let text = small[file] ?? "";
  for (const [from, to] of changes) {
    const changed = text.replace(from, to);
    if (changed === text) throw new RangeError(`nothing to change: ${String(from)} is not in ${file}`);
    text = changed;
  }
  return told(parsePack({ ...small, [file]: text }, { simplified }).diagnostics);
}

/** Diagnostics as lines. */
export function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ severity, rule, message, hint }) => `${severity} ${rule.replace("domains/", "")} ${message} → ${hint ?? ""}`,
  );
}

/** Stands for the tables of cleaning. */
function simplified(text: string): string {
  return text.replaceAll("發", "发").replaceAll("災", "灾").replaceAll("檢", "检");
}
