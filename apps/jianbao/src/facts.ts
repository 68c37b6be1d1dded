import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ArticleFacts, type Diagnostic, areaByCode, areaOf, nearest, parsePartialDate } from "@jianbao/model";
import { parse } from "yaml";
import { UsageError } from "./problems.ts";

const keys = ["title", "publisher", "published", "url", "area"] as const;

/** Path of the sidecar that states facts about a source: `a.txt` → `a.meta.yaml`. */
export function sidecarOf(file: string): string {
  return `${file.replace(/\.[^./\\]*$/u, "")}.meta.yaml`;
}

/** Reads the sidecar of a source, where there is one; what is wrong in it is a diagnostic and the rest holds. */
export function readSidecar(
  folder: string,
  file: string,
): { readonly facts: ArticleFacts; readonly diagnostics: readonly Diagnostic[] } {
  const name = sidecarOf(file);
  const path = join(folder, name);
  if (!existsSync(path)) return { facts: {}, diagnostics: [] };
  const text = readFileSync(path, "utf8");
  const diagnostics: Diagnostic[] = [];
  const problem = (message: string, hint: string): void => {
    diagnostics.push({ severity: "error", rule: "app/sidecar", document: name, message, hint });
  };
  let values: unknown;
  try {
    // `2023-12-01` stays text: a date of YAML would carry a time zone.
    values = parse(text, { schema: "failsafe" });
  } catch (error) {
    problem(
      `malformed YAML: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`,
      "write key: value, one a line",
    );
    return { facts: {}, diagnostics };
  }
  const facts: Record<string, string> = {};
  for (const [key, value] of Object.entries(typeof values === "object" && values !== null ? values : {})) {
    if (!(keys as readonly string[]).includes(key)) {
      const near = nearest(key, keys);
      problem(`unknown key: ${key}`, near === null ? `known keys: ${keys.join(", ")}` : `did you mean ${near}?`);
      continue;
    }
    if (typeof value !== "string") {
      problem(`unusable value of ${key}`, "write one line of text");
      continue;
    }
    const wrong = key === "published" ? publishedProblem(value) : key === "area" ? areaProblem(value) : null;
    if (wrong === null) facts[key] = key === "area" ? areaCode(value) : value;
    else problem(wrong.message, wrong.hint);
  }
  return { facts, diagnostics };
}

/** Makes facts of command-line options; throws UsageError for a date or an area that is none. */
export function factsOf(options: Readonly<Record<string, string | true | undefined>>): ArticleFacts {
  const facts: Record<string, string> = {};
  for (const key of keys) {
    const value = options[key];
    if (typeof value !== "string") continue;
    const wrong = key === "published" ? publishedProblem(value) : key === "area" ? areaProblem(value) : null;
    if (wrong !== null) throw new UsageError(wrong.message, wrong.hint);
    facts[key] = key === "area" ? areaCode(value) : value;
  }
  return facts;
}

function publishedProblem(value: string): { message: string; hint: string } | null {
  return parsePartialDate(value) === null
    ? { message: `unknown date: ${value}`, hint: "write it as 2023-12-25, 2023-12 or 2023" }
    : null;
}

function areaProblem(value: string): { message: string; hint: string } | null {
  return areaByCode(value) === null && areaOf(value) === null
    ? {
        message: `unknown area: ${value}`,
        hint: "write CN, a province as CN-SX, a six-digit code of GB/T 2260, or a name such as 山西省",
      }
    : null;
}

function areaCode(value: string): string {
  return areaByCode(value)?.code ?? areaOf(value)?.code ?? value;
}
