import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Inputs, inputsOf, sha256 } from "./inputs.ts";
import type { ComposedIssue } from "./issue.ts";
import type { OutputFiles } from "./output.ts";

/** The file of an output folder that says what went in and came out. */
export const manifestFile = "manifest.json";

/** SHA-256 of everything that went in and came out, so that a reader can tell what an issue was made of. */
export function manifestOf(
  issue: Pick<ComposedIssue, "date" | "language" | "number" | "period" | "signature">,
  inputs: Inputs,
  files: OutputFiles,
): string {
  const { sources, ...others } = inputs;
  const manifest = {
    period: issue.period.id,
    number: issue.number?.number ?? null,
    total: issue.number?.total ?? null,
    date: issue.date,
    language: issue.language,
    signed: issue.signature === null ? null : { by: issue.signature.by, on: issue.signature.on },
    ...others,
    inputs: Object.entries(sources).map(([document, hashes]) => ({ document, ...hashes })),
    outputs: Object.keys(files)
      .filter((file) => file !== manifestFile)
      .sort()
      .map((file) => ({ file, sha256: sha256(files[file] ?? ""), bytes: Buffer.byteLength(files[file] ?? "") })),
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** Gathers what a composed issue is made of. */
export function issueInputs(issue: ComposedIssue): Inputs {
  return inputsOf({
    root: issue.workspace.root,
    pack: { name: issue.settings.domain, files: issue.packFiles },
    template: issue.template,
    settings: issue.settings,
    sources: issue.sources,
    decisions: issue.decisions,
    issues: issue.earlier.records,
    comparedWith: issue.earlier.before?.period.id ?? null,
  });
}

/** Reads the inputs and outputs that the manifest of a folder names; null where it has none, or one of another make. */
export function readManifest(
  folder: string,
): { readonly inputs: Inputs; readonly outputs: Readonly<Record<string, string>> } | null {
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, manifestFile), "utf8")));
    const { program, pack, template, fonts, settings, decisions, issues, comparedWith, outputs } = manifest;
    const sources = Object.fromEntries(manifest.inputs.map(({ document, ...hashes }) => [document, hashes]));
    return {
      inputs: { program, pack, template, fonts, settings, sources, decisions, issues, comparedWith },
      outputs: Object.fromEntries(outputs.map(({ file, sha256: hash }) => [file, hash])),
    };
  } catch {
    return null;
  }
}

const hash = z.string().describe("SHA-256, 64 hexadecimal digits");
const named = z.strictObject({ name: z.string(), files: z.record(z.string(), hash) });

/** What a manifest says; its JSON Schema is published in `docs/schema`. */
const manifestSchema = z.strictObject({
  period: z.string().describe("2023-12, 2023-Q4, 2023-H2 or 2023"),
  number: z.int().nullable().describe("within the year; null where issues are not numbered"),
  total: z.int().nullable().describe("since the first issue"),
  date: z.string().describe("the date that the issue bears"),
  language: z.string().describe("BCP 47"),
  signed: z.strictObject({ by: z.string(), on: z.string() }).nullable().describe("null for a draft"),
  program: z.string().describe("SHA-256 of the program; `source` where it was run from its sources"),
  pack: named.describe("the subject pack"),
  template: named,
  fonts: z
    .record(z.string(), hash)
    .describe("of the table directory of each face, which has a checksum of every table"),
  settings: z.record(z.string(), z.unknown()).describe("briefing.yaml with its defaults"),
  decisions: z.record(z.string(), hash).describe("by what they are about and the day"),
  issues: z.record(z.string(), hash).describe("records of the signed issues before"),
  comparedWith: z.string().nullable().describe("period of the issue before; null for the first"),
  inputs: z
    .array(z.strictObject({ document: z.string(), sha256: hash, sidecar: hash.nullable() }))
    .describe("files of sources/ known by the end of the period, with their sidecars"),
  outputs: z.array(z.strictObject({ file: z.string(), sha256: hash, bytes: z.int() })),
});

/** The JSON Schema (draft 2020-12) of a manifest, as published. */
export function manifestJsonSchema(): object {
  return z.toJSONSchema(manifestSchema);
}
