import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Decision, SignedFigure, SignedStatement } from "@jianbao/analysis";
import type { IssuePeriod, Language } from "@jianbao/model";
import { parseIssuePeriod } from "@jianbao/model";
import { z } from "zod";
import { type Hash, type Inputs, sha256 } from "./inputs.ts";
import type { Settings } from "./workspace.ts";

/** A figure of a record: the issue that printed it is the record's own. */
export type RecordedFigure = Omit<SignedFigure, "issue">;

/** What was signed, in full: `issues/2024-01.json`, text under version control. */
export interface IssueRecord {
  readonly format: "jianbao-issue";
  readonly version: 1;
  readonly period: string;
  readonly number: number | null;
  readonly total: number | null;
  readonly date: string;
  readonly signedBy: string;
  /** `YYYY-MM-DD` */
  readonly signedOn: string;
  readonly template: string;
  readonly language: Language;
  /** Where it was signed though errors were open: why, and which. */
  readonly despite: { readonly why: string; readonly problems: readonly string[] } | null;
  /** For an issue signed again: the record that it replaces, and why. */
  readonly replaces: Replaced | null;
  readonly inputs: Inputs;
  /** SHA-256 of the font files. */
  readonly fontFiles: Readonly<Record<string, Hash>>;
  /** The decisions that held: later ones count from the next issue on. */
  readonly decisions: readonly Decision[];
  /** SHA-256 of the files of `out/PERIOD`, without the manifest. */
  readonly outputs: Readonly<Record<string, Hash>>;
  readonly errata: readonly { readonly id: string; readonly after: RecordedFigure | null }[];
  readonly figures: readonly RecordedFigure[];
}

/** A signature that a later one of the same issue took the place of. */
export interface Replaced {
  readonly record: string;
  readonly sha256: Hash;
  readonly signedBy: string;
  readonly signedOn: string;
  /** Why it was signed again. */
  readonly why: string;
}

/** The parts of a record that are checked when it is read; the rest was written with its hash. */
const recordSchema = z.looseObject({
  format: z.literal("jianbao-issue"),
  version: z.literal(1),
  period: z.string().refine((text) => parseIssuePeriod(text) !== null),
  inputs: z.looseObject({ sources: z.record(z.string(), z.unknown()), settings: z.looseObject({}) }),
  decisions: z.array(z.unknown()),
  outputs: z.record(z.string(), z.string()),
  errata: z.array(z.unknown()),
  figures: z.array(z.unknown()),
});

/** Writes a record as JSON, an entry of its lists a line, so that two versions can be compared by eye. */
export function recordText(record: IssueRecord): string {
  const lines = Object.entries(record).map(([key, value]) => ` ${JSON.stringify(key)}: ${spread(value, 1)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** Spreads lists and objects over lines down to the entries of what lies in `inputs`. */
function spread(value: unknown, depth: number): string {
  const pad = " ".repeat(depth + 1);
  const end = `\n${" ".repeat(depth)}`;
  if (Array.isArray(value)) {
    return value.length === 0 ? "[]" : `[\n${value.map((item) => pad + JSON.stringify(item)).join(",\n")}${end}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const isFlat =
    depth > 3 ||
    (depth > 2 && entries.length < 4 && entries.every(([, inner]) => typeof inner !== "object" || inner === null));
  if (isFlat) return JSON.stringify(value);
  return `{\n${entries.map(([key, inner]) => `${pad}${JSON.stringify(key)}: ${spread(inner, depth + 1)}`).join(",\n")}${end}}`;
}

/** SHA-256 of a record's text, whatever line ends version control gave it. */
export function recordHash(text: string): Hash {
  return sha256(text.replaceAll("\r\n", "\n"));
}

/** Reads a record; null where it is missing, was changed since it was written, or is of another make. */
export function readRecord(root: string, file: string, hash: Hash): IssueRecord | null {
  let text: string;
  try {
    text = readFileSync(join(root, file), "utf8");
  } catch {
    return null;
  }
  if (recordHash(text) !== hash) return null;
  try {
    const record: unknown = JSON.parse(text);
    // Its hash vouches for what the schema does not look at: `recordText` wrote it. The order of its keys is kept.
    return recordSchema.safeParse(record).success ? (record as IssueRecord) : null;
  } catch {
    return null;
  }
}

/** The period of a record. */
export function periodOf(record: Pick<IssueRecord, "period">): IssuePeriod {
  const period = parseIssuePeriod(record.period);
  if (period === null) throw new RangeError(`a record is of no period: ${record.period}`);
  return period;
}

/** `briefing.yaml` as it was when an issue was signed: later settings do not change it. */
export function settingsOf(record: IssueRecord): Settings {
  // Written by `inputsOf` from the settings, and vouched for by the record's hash. The first records are of a time when
  // nothing was attached.
  const recorded = record.inputs.settings as unknown as Omit<Settings, "attachments"> & Partial<Settings>;
  return { ...recorded, attachments: recorded.attachments ?? "none" };
}

/** What a record's issue said, for what is corrected later. */
export function statementOf(record: IssueRecord): SignedStatement {
  const issue = { period: periodOf(record), number: record.number, total: record.total };
  const figure = (one: RecordedFigure): SignedFigure => ({ ...one, issue });
  return {
    figures: record.figures.map(figure),
    errata: record.errata.map(({ id, after }) => ({ id, after: after === null ? null : figure(after) })),
  };
}
