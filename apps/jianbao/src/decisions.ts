import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Correction, Decision } from "@jianbao/analysis";
import { type Diagnostic, areaByCode, parsePartialDate, unitLabels } from "@jianbao/model";
import { type Document as YamlDocument, parse, parseDocument } from "yaml";
import { z } from "zod";
import { replaceFile } from "./output.ts";
import { putInList } from "./yaml-list.ts";

/** Where the editor's decisions are written down, in the workspace. */
export const decisionsFile = "decisions.yaml";

const correctionSchema = z.strictObject({
  indicator: z.string().nullable().exactOptional(),
  subject: z.string().exactOptional(),
  breakdown: z.string().nullable().exactOptional(),
  scope: z.enum(["aggregate", "case"]).exactOptional(),
  area: z
    .string()
    .transform((code, context) => {
      const area = areaByCode(code);
      if (area === null) context.addIssue({ code: "custom", message: `unknown area: ${code}` });
      return area;
    })
    .exactOptional(),
  period: z
    .strictObject({
      start: z.string().nullable(),
      end: z.string().nullable(),
      text: z.string().nullable().default(null),
    })
    .exactOptional(),
  rate: z.enum(["per-day", "per-month", "per-year"]).nullable().exactOptional(),
  quantity: z
    .strictObject({
      text: z.string().exactOptional(),
      value: z.number().exactOptional(),
      unit: z.enum(Object.keys(unitLabels)).exactOptional(),
      unitText: z.string().exactOptional(),
      bound: z.enum(["exact", "approx", "min", "max", "range"]).exactOptional(),
      low: z.number().nullable().exactOptional(),
      high: z.number().nullable().exactOptional(),
    })
    .exactOptional(),
});

const decisionSchema = z.strictObject({
  id: z.string().regex(/^[ocf]-/u, "an id starts with o-, c- or f-"),
  verdict: z.enum(["accept", "reject", "correct", "settle"]),
  by: z.string().min(1),
  on: z
    .string()
    .refine((text) => parsePartialDate(text)?.day !== null && parsePartialDate(text) !== null, "a day, as 2024-01-05"),
  why: z.string().min(1),
  correction: correctionSchema.exactOptional(),
  observation: z.string().exactOptional(),
  rule: z.string().exactOptional(),
  about: z
    .array(
      z.strictObject({
        id: z.string(),
        document: z.string(),
        quote: z.string(),
        text: z.string(),
        indicator: z.string().nullable().exactOptional(),
      }),
    )
    .exactOptional(),
});

/** A decision as decisions.yaml has it: areas by their codes. */
export interface WrittenDecision extends Omit<Decision, "correction"> {
  readonly correction?: Omit<Correction, "area" | "change"> & { readonly area?: string };
}

/** Reads decisions.yaml, a list of the editor's decisions; a wrong entry is a diagnostic and the rest holds. */
export function readDecisions(root: string): {
  readonly decisions: readonly Decision[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const path = join(root, decisionsFile);
  if (!existsSync(path)) return { decisions: [], diagnostics: [] };
  const problem = (message: string): Diagnostic => ({
    severity: "error",
    rule: "app/decisions",
    document: decisionsFile,
    message,
    hint: "write - id, verdict (accept reject correct settle), by, on, why; the other decisions hold",
  });
  let entries: unknown;
  try {
    entries = parse(readFileSync(path, "utf8"), { schema: "core" }) ?? [];
  } catch (error) {
    return {
      decisions: [],
      diagnostics: [
        problem(`malformed YAML: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`),
      ],
    };
  }
  if (!Array.isArray(entries)) return { decisions: [], diagnostics: [problem("unusable file: a list is expected")] };
  const decisions: Decision[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = decisionSchema.safeParse(entry);
    if (parsed.success) decisions.push(parsed.data as Decision);
    else
      diagnostics.push(
        problem(
          `unusable decision ${index + 1}: ${parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}`,
        ),
      );
  }
  return { decisions, diagnostics };
}

const head = ` 编辑的裁定：什么数字、怎么裁定、谁、哪天、为什么。jianbao decide 往后面加，也可以手写。
 The editor's decisions: on what, how, by whom, when and why. jianbao decide adds to them.`;

/**
 * Writes a decision behind the others, in place of one on the same thing of the same day; all else in the file stays
 * as it is. Returns the decision that it took the place of. Throws RangeError where the file holds no list, OutputError
 * where it cannot be written.
 */
export function writeDecision(root: string, decision: WrittenDecision): { readonly replaced: boolean } {
  const path = join(root, decisionsFile);
  const document: YamlDocument = parseDocument(existsSync(path) ? readFileSync(path, "utf8") : "", { schema: "core" });
  if (document.errors.length > 0) throw new RangeError(document.errors[0]?.message.split("\n")[0] ?? "malformed YAML");
  const replaced = putInList(
    document,
    decision,
    head,
    (item) => item.get("id") === decision.id && String(item.get("on")) === decision.on,
  );
  replaceFile(path, document.toString({ lineWidth: 0 }));
  return { replaced };
}
