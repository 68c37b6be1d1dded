import { z } from "zod";
import type { Inputs } from "./inputs.ts";

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/u)
  .describe("SHA-256, hexadecimal");
const hashes = z.record(z.string(), hash);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const period = z
  .string()
  .regex(/^\d{4}(?:-(?:\d{2}|Q[1-4]|H[12]))?$/u)
  .describe("2023-12, 2023-Q4, 2023-H2 or 2023");

/** What a `manifest.json` holds; its JSON Schema is published in `docs/schema`. */
const manifestSchema = z.strictObject({
  period,
  number: z.int().nullable().describe("number of the issue within its year; null where issues are not numbered"),
  total: z.int().nullable().describe("number of the issue since the first"),
  date: day.describe("the date that the issue bears"),
  language: z.enum(["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"]),
  signed: z.strictObject({ by: z.string(), on: day }).nullable().describe("who signed it and when; null for a draft"),
  program: z
    .union([hash, z.literal("source")])
    .describe("of the bundled program; `source` where it runs from its sources"),
  pack: z.strictObject({ name: z.string(), files: hashes }).describe("the subject pack"),
  template: z.strictObject({ name: z.string(), files: hashes }),
  fonts: hashes.describe("of the table directory of each face"),
  settings: z.record(z.string(), z.unknown()).describe("the settings of briefing.yaml that the issue was made with"),
  decisions: hashes.describe("decisions of the editor, by what they are about and when"),
  issues: hashes.describe("records of the signed issues before"),
  comparedWith: period.nullable().describe("the issue whose figures what is new was told from; null for the first"),
  inputs: z
    .array(z.strictObject({ document: z.string(), sha256: hash, sidecar: hash.nullable() }))
    .describe("the files of sources/ that the issue was written from, each with its sidecar"),
  outputs: z
    .array(z.strictObject({ file: z.string(), sha256: hash, bytes: z.int().min(0) }))
    .describe("every other file of the output folder, in order of name"),
});

/** The JSON Schema (draft 2020-12) of `manifest.json`, as published. */
export function manifestJsonSchema(): object {
  return { ...z.toJSONSchema(manifestSchema), title: "jianbao manifest" };
}

/** What of a manifest tells whether an issue would come out the same. */
export interface ManifestFacts extends Omit<Inputs, "sources"> {
  readonly inputs: readonly { readonly document: string; readonly sha256: string; readonly sidecar: string | null }[];
  readonly outputs: readonly { readonly file: string; readonly sha256: string }[];
}

/** Reads a manifest's text. Throws where it is none, or one of another make. */
export function parseManifest(text: string): ManifestFacts {
  return manifestSchema.parse(JSON.parse(text));
}
