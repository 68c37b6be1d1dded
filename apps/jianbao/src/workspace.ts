import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import {
  type Diagnostic,
  type DomainPack,
  type IssuePeriod,
  type Language,
  type Span,
  addDays,
  areaByCode,
  areaOf,
  addMonths,
  languages,
  parseIssuePeriod,
  parsePartialDate,
  nearest,
} from "@jianbao/model";
import { type Document, LineCounter, isMap, isScalar, parseDocument } from "yaml";
import { z } from "zod";
import type { AttachmentChoice } from "./attachments.ts";
import type { Console } from "./console.ts";
import { defaultDomain } from "./pack.ts";
import { UsageError } from "./problems.ts";

/** A folder that holds a briefing.yaml, with what it says. */
export interface Workspace {
  /** Absolute path. */
  readonly root: string;
  readonly settings: Settings;
  /** Problems of briefing.yaml; the rest of it holds. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What briefing.yaml says, with defaults filled in. */
export interface Settings {
  readonly title: string;
  readonly issuer: string;
  readonly area: string;
  readonly domain: string;
  readonly period: IssuePeriod["kind"];
  readonly template: string;
  readonly language: Language;
  readonly numbering: { readonly first: string; readonly number: number; readonly total: number } | null;
  /** Day of the month after the period that an issue bears as its date. */
  readonly issueDay: number;
  readonly distribution: {
    readonly report: readonly string[];
    readonly send: readonly string[];
    readonly issue: readonly string[];
    readonly copies: number | null;
  };
  /** 密级, or 内部资料 注意保存; printed by templates that have a place for it. */
  readonly secrecy: string | null;
  /** 份号 of a secret issue: six digits. */
  readonly serial: string | null;
  /** Ids of the themes to print, in order; all of the pack's where empty. */
  readonly sections: readonly string[];
  /** What the PDF carries. */
  readonly attachments: AttachmentChoice;
}

const list = z.union([z.array(z.string()), z.string().transform((text) => [text])]);

const settingsSchema = z.strictObject({
  title: z.string().min(1),
  issuer: z.string().min(1),
  area: z.string().default("CN"),
  domain: z.string().default(defaultDomain),
  period: z.enum(["month", "quarter", "half-year", "year"]).default("month"),
  template: z.string().default("monthly"),
  language: z.enum(["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"]).default("zh-Hans"),
  numbering: z
    .strictObject({ first: z.coerce.string(), number: z.int().min(1).default(1), total: z.int().min(1).default(1) })
    .nullable()
    .default(null),
  issueDay: z.int().min(1).max(28).default(5),
  distribution: z
    .strictObject({
      report: list.default([]),
      send: list.default([]),
      issue: list.default([]),
      copies: z.int().min(1).nullable().default(null),
    })
    .default({ report: [], send: [], issue: [], copies: null }),
  secrecy: z.string().min(1).nullable().default(null),
  serial: z
    .string()
    .regex(/^\d{6}$/u)
    .nullable()
    .default(null),
  sections: z.array(z.string()).default([]),
  attachments: z.enum(["all", "data", "none"]).default("all"),
});

const defaults: Settings = {
  title: "统计简报",
  issuer: "（未填编发单位）",
  area: "CN",
  domain: defaultDomain,
  period: "month",
  template: "monthly",
  language: "zh-Hans",
  numbering: null,
  issueDay: 5,
  distribution: { report: [], send: [], issue: [], copies: null },
  secrecy: null,
  serial: null,
  sections: [],
  attachments: "all",
};

/** Finds the workspace: the named folder, else the nearest one upward with a briefing.yaml. */
export function findWorkspace(console: Console, named: string | undefined): string {
  if (named !== undefined) {
    const root = resolve(console.cwd, named);
    if (!existsSync(join(root, "briefing.yaml")))
      throw new UsageError(`no briefing.yaml in ${root}`, `jianbao init ${named}`);
    return root;
  }
  const around = workspaceAround(console, undefined);
  if (around !== null) return around;
  throw new UsageError(
    `no briefing.yaml in ${console.cwd} or any folder above it`,
    "jianbao init DIR, or --workspace DIR",
  );
}

/** The workspace that is named or that a folder lies in; null where it lies in none. */
export function workspaceAround(console: Console, named: string | undefined): string | null {
  if (named !== undefined) return findWorkspace(console, named);
  for (let folder = console.cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "briefing.yaml"))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** Reads a workspace's briefing.yaml; a wrong key or value is a diagnostic and its default holds. */
export function readWorkspace(root: string): Workspace {
  const file = "briefing.yaml";
  const text = readFileSync(join(root, file), "utf8");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const diagnostics: Diagnostic[] = document.errors.map((error) => ({
    severity: "error",
    rule: "app/yaml",
    message: `malformed YAML in line ${lines.linePos(error.pos[0]).line}: ${error.message.split("\n")[0] ?? ""}`,
    document: file,
    span: { start: error.pos[0], end: error.pos[1] },
    hint: "write key: value, one a line, indented with spaces",
  }));
  const values: unknown = document.errors.length > 0 ? {} : (document.toJS() ?? {});
  const settings = settingsOf(values, document, lines, diagnostics);
  return { root, settings, diagnostics };
}

/** Checks values key by key, so that one wrong key costs only itself. */
function settingsOf(values: unknown, document: Document, lines: LineCounter, diagnostics: Diagnostic[]): Settings {
  let candidate: Record<string, unknown> = typeof values === "object" && values !== null ? { ...values } : {};
  for (let round = 0; round < 20; round++) {
    const parsed = settingsSchema.safeParse(candidate);
    if (parsed.success) {
      checkPeriods(parsed.data.numbering, document, lines, diagnostics);
      checkArea(parsed.data.area, document, lines, diagnostics);
      return parsed.data;
    }
    const next: Record<string, unknown> = { ...candidate };
    for (const issue of parsed.error.issues) {
      const path = issue.path.map(String);
      if (issue.code === "unrecognized_keys") {
        for (const key of issue.keys) {
          diagnostics.push(keyProblem(document, lines, [...path, key], unknownKey(key, path)));
          if (path.length === 0) delete next[key];
          else delete next[path[0] ?? ""];
        }
        continue;
      }
      const top = path[0] ?? "";
      const missing = candidate[top] === undefined;
      diagnostics.push(
        keyProblem(
          document,
          lines,
          path,
          missing
            ? {
                message: `missing key: ${path.join(".")}`,
                hint: `add ${top}: … to briefing.yaml; until then “${String(defaults[top as keyof Settings] ?? "")}” is printed`,
              }
            : { message: `unusable value of ${path.join(".")}: ${issue.message}`, hint: hintFor(top) },
        ),
      );
      if (missing) next[top] = defaults[top as keyof Settings];
      else if (defaults[top as keyof Settings] === undefined) delete next[top];
      else next[top] = defaults[top as keyof Settings];
    }
    candidate = next;
  }
  return defaults;
}

function unknownKey(key: string, path: readonly string[]): { message: string; hint: string } {
  const known =
    path[0] === "numbering"
      ? ["first", "number", "total"]
      : path[0] === "distribution"
        ? ["report", "send", "issue", "copies"]
        : Object.keys(defaults);
  const near = nearest(key, known);
  return {
    message: `unknown key: ${[...path, key].join(".")}`,
    hint: near === null ? `known keys: ${known.join(", ")}` : `did you mean ${near}?`,
  };
}

function hintFor(key: string): string {
  const hints: Readonly<Record<string, string>> = {
    language: `one of ${languages.join(", ")}`,
    period: "one of month, quarter, half-year, year",
    issueDay: "a day of the month, 1 to 28",
    attachments: "one of all, data, none",
    serial: 'six digits in quotes: "000001"',
    numbering: "first: 2023-12, number: 12, total: 36",
  };
  return hints[key] ?? "see the comments of the file that jianbao init writes";
}

function checkPeriods(
  numbering: Settings["numbering"],
  document: Document,
  lines: LineCounter,
  diagnostics: Diagnostic[],
): void {
  if (numbering === null || parseIssuePeriod(numbering.first) !== null) return;
  diagnostics.push(
    keyProblem(document, lines, ["numbering", "first"], {
      message: `unknown period: ${numbering.first}`,
      hint: "write it as 2023-12, 2023-Q4, 2023-H2 or 2023",
    }),
  );
}

function checkArea(area: string, document: Document, lines: LineCounter, diagnostics: Diagnostic[]): void {
  if (areaByCode(area) !== null || areaOf(area) !== null) return;
  diagnostics.push(
    keyProblem(document, lines, ["area"], {
      message: `unknown area: ${area}; the issue is written for the whole country`,
      hint: "write CN, a province as CN-SX, a six-digit code of GB/T 2260, or a name such as 山西省",
    }),
  );
}

/** Checks the wanted sections against the themes of the subject pack. */
export function sectionProblems(settings: Settings, pack: DomainPack): readonly Diagnostic[] {
  const known = pack.themes.map((theme) => theme.id);
  return settings.sections
    .filter((section) => !known.includes(section))
    .map((section) => {
      const near = nearest(section, known);
      return {
        severity: "error",
        rule: "app/briefing-yaml",
        document: "briefing.yaml",
        message: `unknown section: ${section}`,
        hint: near === null ? `sections of ${pack.id}: ${known.join(", ")}` : `did you mean ${near}?`,
      };
    });
}

function keyProblem(
  document: Document,
  lines: LineCounter,
  path: readonly string[],
  problem: { message: string; hint: string },
): Diagnostic {
  const span = keySpan(document, path);
  const line = span === null ? "" : `line ${lines.linePos(span.start).line}: `;
  return {
    severity: "error",
    rule: "app/briefing-yaml",
    document: "briefing.yaml",
    ...(span === null ? {} : { span }),
    message: `${line}${problem.message}`,
    hint: problem.hint,
  };
}

function keySpan(document: Document, path: readonly string[]): Span | null {
  let node: unknown = document.contents;
  let span: Span | null = null;
  for (const key of path) {
    if (!isMap(node)) return span;
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair === undefined || !isScalar(pair.key) || !pair.key.range) return span;
    span = { start: pair.key.range[0], end: pair.key.range[1] };
    node = pair.value;
  }
  return span;
}

/** The issue's period: the one named, else the last that has ended by today. */
export function issuePeriodOf(console: Console, named: string | undefined, settings: Settings): IssuePeriod {
  if (named !== undefined) {
    const period = parseIssuePeriod(named);
    if (period === null)
      throw new UsageError(`unknown period: ${named}`, "write it as 2023-12, 2023-Q4, 2023-H2 or 2023");
    return period;
  }
  const months = { month: 1, quarter: 3, "half-year": 6, year: 12 }[settings.period];
  const today = parsePartialDate(console.today);
  if (today === null) throw new RangeError(`today is not a date: ${console.today}`);
  const index = Math.floor((today.year * 12 + (today.month ?? 1) - 1) / months) - 1;
  return periodAt(index, settings.period);
}

/** The date that an issue bears: `issueDay` of the month after its period. */
export function issueDateOf(period: IssuePeriod, settings: Settings): string {
  return addDays(addMonths(addDays(period.end, 1), 0), settings.issueDay - 1);
}

function periodAt(index: number, kind: IssuePeriod["kind"]): IssuePeriod {
  const perYear = { month: 12, quarter: 4, "half-year": 2, year: 1 }[kind];
  const year = Math.floor(index / perYear);
  const place = index - year * perYear + 1;
  const id = {
    month: `${year}-${`${place}`.padStart(2, "0")}`,
    quarter: `${year}-Q${place}`,
    "half-year": `${year}-H${place}`,
    year: `${year}`,
  }[kind];
  const period = parseIssuePeriod(id);
  if (period === null) throw new RangeError(`no such period: ${id}`);
  return period;
}

/** A path as a person would write it from where the command was called. */
export function shownPath(console: Console, path: string): string {
  const short = relative(console.cwd, path);
  return short === "" ? "." : short.startsWith("..") && short.length > path.length ? path : short;
}

/** A path as a shell takes it: in quotes where it holds more than letters, digits and the marks of paths. */
export function quoted(path: string): string {
  return /^[\p{L}\p{N}._/~-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
