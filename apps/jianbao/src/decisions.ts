import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Decision } from "@jianbao/analysis";
import { type Diagnostic, areaByCode, parsePartialDate } from "@jianbao/model";
import { parse } from "yaml";
import { z } from "zod";

const file = "decisions.yaml";

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
      value: z.number().exactOptional(),
      low: z.number().exactOptional(),
      high: z.number().exactOptional(),
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
});

/** Reads decisions.yaml, a list of the editor's decisions; a wrong entry is a diagnostic and the rest holds. */
export function readDecisions(root: string): {
  readonly decisions: readonly Decision[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const path = join(root, file);
  if (!existsSync(path)) return { decisions: [], diagnostics: [] };
  const problem = (message: string): Diagnostic => ({
    severity: "error",
    rule: "app/decisions",
    document: file,
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
