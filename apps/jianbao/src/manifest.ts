import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Inputs, inputsOf, sha256 } from "./inputs.ts";
import type { ComposedIssue } from "./issue.ts";
import { parseManifest } from "./manifest-schema.ts";
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
    const manifest = parseManifest(readFileSync(join(folder, manifestFile), "utf8"));
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
