import { nearest } from "@jianbao/model";
import type { z } from "zod";
import { type FileName, type PackFiles, schemaOf, unitWords } from "./pack-file.ts";
import type { PackSource, Path } from "./pack-source.ts";
import { isUnit, remedyFor } from "./words.ts";

/** Reads what a file of a pack says; null where it is not what its schema asks for, which is reported. */
export function readFile<Name extends FileName>(name: Name, source: PackSource): PackFiles[Name] | null {
  const parsed = schemaOf(name).safeParse(source.values, { reportInput: true });
  if (parsed.success) return parsed.data;
  if (source.reportTyping()) return null;
  for (const issue of parsed.error.issues) reportIssue(source, issue);
  return null;
}

function reportIssue(source: PackSource, issue: z.core.$ZodIssue): void {
  const path = issue.path as Path;
  const field = fieldOf(path);
  switch (issue.code) {
    case "unrecognized_keys": {
      for (const key of issue.keys) source.reportKey([...path, key], unknownField(key, path, source));
      return;
    }
    case "invalid_value": {
      const word = String(issue.input);
      const known = issue.values.map(String);
      if (issue.input === undefined) return missing(source, path, field);
      if (field === "unit" || field === "units") {
        source.report(path, { rule: "unknown-unit", message: `unknown unit: ${word}`, hint: unitRemedy(word) });
        return;
      }
      source.report(path, {
        rule: "unknown-value",
        message: `unknown ${field}: ${word}`,
        hint: remedyFor(word, known),
      });
      return;
    }
    case "invalid_format": {
      const word = String(issue.input);
      source.report(
        path,
        field === "id"
          ? { rule: "odd-id", message: `odd id: ${word}`, hint: idRemedy(path) }
          : { rule: "odd-date", message: `odd date: ${word}`, hint: "write it as 2024-03-01, or leave it out" },
      );
      return;
    }
    case "too_small": {
      source.report(path, {
        rule: "empty-field",
        message: `empty field: ${field}`,
        hint: "write something there, or leave the line out where it may be missing",
      });
      return;
    }
    default: {
      if (issue.input === undefined) return missing(source, path, field);
      if (issue.input === null) {
        source.report(path, {
          rule: "empty-field",
          message: `empty field: ${field}`,
          hint: "write something after the colon, or leave the line out where it may be missing",
        });
        return;
      }
      source.report(path, wrongType(issue, field));
    }
  }
}

function missing(source: PackSource, path: Path, field: string): void {
  source.report(path.slice(0, -1), {
    rule: "missing-field",
    message: `missing field: ${field}`,
    hint: `add a line ${field}: … to this item`,
  });
}

function wrongType(issue: z.core.$ZodIssue, field: string): { rule: string; message: string; hint: string } {
  const { input } = issue;
  const expected = "expected" in issue ? issue.expected : "string";
  const rule = "wrong-type";
  if (expected === "array") {
    const word = typeof input === "string" ? input : "…";
    return {
      rule,
      message: `misplaced value of ${field}: a list is needed here`,
      hint: field === "the file" ? "begin each item with - " : `write ${field}: [${word}]`,
    };
  }
  if (expected === "object") {
    return {
      rule,
      message: `misplaced value of ${field}: fields are needed here`,
      hint: "write field: value, one a line, indented by two spaces more",
    };
  }
  if (expected === "boolean")
    return { rule, message: `misplaced value of ${field}: ${String(input)}`, hint: "write true or false" };
  if (typeof input === "object")
    return { rule, message: `misplaced value of ${field}: a word is needed here`, hint: `write ${field}: …` };
  return {
    rule,
    message: `misplaced value of ${field}: ${String(input)} is no word`,
    hint: `put it in quotation marks: "${String(input)}"`,
  };
}

/** Where fields belong that are often written a step too far left. */
const inner: Readonly<Record<string, string>> = {
  "zh-Hans": "labels",
  "zh-Hant": "labels",
  en: "labels",
  areas: "elsewhere",
  means: "elsewhere",
};

/** Words of Chinese that stand for a field. */
const spoken: Readonly<Record<string, string>> = {
  编号: "id",
  名称: "labels",
  标签: "labels",
  章: "theme",
  主题: "theme",
  单位: "unit",
  动词: "verbs",
  名词: "nouns",
  词: "words",
  排除: "not",
  地区: "area",
  开始: "start",
  结束: "end",
};

function unknownField(key: string, path: Path, source: PackSource): { rule: string; message: string; hint: string } {
  if (key.includes("：")) {
    return {
      rule: "full-width-mark",
      message: "full-width colon after a field",
      hint: "write an ordinary colon and a space after it: unit: case",
    };
  }
  const parent = inner[key];
  if (parent !== undefined) {
    return {
      rule: "indent",
      message: `misplaced field: ${key}`,
      hint: `it belongs under ${parent}: indent it by two spaces more`,
    };
  }
  const known = knownFields(source.file as FileName, path);
  const near = spoken[key];
  return {
    rule: "unknown-field",
    message: `unknown field: ${key}`,
    hint: near !== undefined && known.includes(near) ? `did you mean ${near}?` : remedyFor(key, known),
  };
}

/** The fields that may stand at a place, as the schema says. */
function knownFields(file: FileName, path: Path): readonly string[] {
  let schema: unknown = schemaOf(file);
  for (const step of path) {
    schema = unwrapped(schema);
    const { shape, element } = schema as { shape?: Record<string, unknown>; element?: unknown };
    schema = typeof step === "number" ? element : shape?.[step];
  }
  return Object.keys((unwrapped(schema) as { shape?: Record<string, unknown> }).shape ?? {});
}

/** A schema without what makes it optional or read-only. */
function unwrapped(schema: unknown): unknown {
  let inside = schema;
  for (;;) {
    const { def } = inside as { def?: { innerType?: unknown } };
    if (def?.innerType === undefined) return inside;
    inside = def.innerType;
  }
}

function unitRemedy(word: string): string {
  const units = Object.entries(unitWords);
  const printed = units.find(([, words]) => words.split(/[ （）]/u).includes(word));
  if (printed !== undefined) return `did you mean ${printed[0]}?`;
  const near = nearest(
    word,
    units.map(([unit]) => unit),
  );
  if (near !== null && isUnit(near)) return `did you mean ${near}?`;
  return `use one of ${units.map(([unit, words]) => `${unit} (${words})`).join(", ")}`;
}

function idRemedy(path: Path): string {
  return typeof path[0] === "number"
    ? "write it as group.name in lower case letters, as accidents.total"
    : "write it in lower case letters, digits and hyphens, as road-traffic";
}

/** The name of the field that a path ends in. */
function fieldOf(path: Path): string {
  const last = path.findLast((step) => typeof step === "string");
  return last === undefined ? "the file" : String(last);
}
