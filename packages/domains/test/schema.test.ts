import { existsSync, readFileSync, readdirSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type FileName, fileNames, packJsonSchema, parsePack, schemaFileName } from "../src/index.ts";
import { small } from "./small.ts";

const packs = new URL("../", import.meta.url);
const published = new URL("../../../docs/schema/pack/", import.meta.url);

/** Checks a value as an editor does: by the published file. */
function validatorOf(name: FileName): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: true, keywords: ["enumDescriptions"] });
  return ajv.compile(JSON.parse(readFileSync(new URL(schemaFileName(name), published), "utf8")) as object);
}

const validators = Object.fromEntries(fileNames.map((name) => [name, validatorOf(name)]));

test.each(fileNames)("the schema of %s is published unchanged", (name) => {
  expect(JSON.parse(readFileSync(new URL(schemaFileName(name), published), "utf8"))).toEqual(
    JSON.parse(JSON.stringify(packJsonSchema(name))),
  );
});

describe("the packs that come with jianbao", () => {
  const names = readdirSync(packs).filter((name) => existsSync(new URL(`${name}/pack.yaml`, packs)));
  test.each(names.flatMap((pack) => readdirSync(new URL(`${pack}/`, packs)).map((file) => [pack, file] as const)))(
    "%s/%s names its schema in its first line and is valid by it",
    (pack, file) => {
      const url = new URL(`${pack}/${file}`, packs);
      const text = readFileSync(url, "utf8");
      const schema = /^# yaml-language-server: \$schema=(\S+)\n/u.exec(text)?.[1] ?? "";
      expect(new URL(schema, url).pathname).toBe(new URL(schemaFileName(file as FileName), published).pathname);
      expect(existsSync(new URL(schema, url))).toBe(true);
      const validate = validators[file];
      expect(validate?.(parse(text)), JSON.stringify(validate?.errors)).toBe(true);
    },
  );
});

describe("an editor is told", () => {
  const fields = fileNames.flatMap((name) => fieldsOf(packJsonSchema(name), name));

  test.each(fields)("what %s is, in Chinese and in English", (_, { description }) => {
    expect(description).toMatch(/^\p{Script=Han}|^[a-zA-Z]+[：\p{Script=Han}\s]/u);
    expect(description).toMatch(/\n\n[A-Z`a-z]/u);
  });

  test("every value of a closed list, with what it means", () => {
    const lists = fields.filter(([, field]) => field["enum"] !== undefined);
    expect(lists.map(([path]) => path.split(".").at(-1))).toEqual(["unit", "rise", "kind", "abroad", "day"]);
    for (const [path, field] of lists)
      expect((field["enumDescriptions"] as string[]).length, path).toBe((field["enum"] as string[]).length);
  });

  test("examples that are valid themselves", () => {
    const withExamples = fields.filter(([, field]) => field["examples"] !== undefined);
    expect(withExamples.length).toBeGreaterThan(25);
    for (const [path, field] of withExamples) {
      const validate = new Ajv({ strict: true, keywords: ["enumDescriptions"] }).compile(field);
      for (const example of field["examples"] as unknown[]) expect(validate(example), path).toBe(true);
    }
  });
});

describe("the schema and the parser agree", () => {
  /** Problems that only the parser sees, as they depend on other lines or on a calendar. */
  const beyond =
    /repeated-id|unknown-area|foreign-subject|missing-label|empty-theme|no-words|shared-word|dead-word|short-word|short-part|contradiction|unused-field/u;

  const values: readonly unknown[] = [
    null,
    7,
    true,
    "",
    "词",
    "case",
    "2024-02-03",
    "fires.total",
    [],
    ["词"],
    ["词", "词"],
    [7],
    {},
    { "zh-Hans": "词" },
  ];

  const files: Readonly<Record<string, string>> = {
    ...small,
    "indicators.yaml": `${small["indicators.yaml"]}  does: [check]\n  counts: [site]\n`,
    "words.yaml": "- id: check\n  words: [抽查]\n- id: site\n  words: [场所, 企业]\n",
  };

  test.each(fileNames)("on every change of one value of %s", (name) => {
    const whole: unknown = parse(files[name] ?? "");
    let refused = 0;
    for (const path of placesOf(whole)) {
      if (path.length === 0) continue;
      const extra = [...path.slice(0, -1), "colour"];
      const variants = [
        changed(whole, path),
        ...values.map((value) => changed(whole, path, { value })),
        ...(typeof path.at(-1) === "string" ? [changed(whole, extra, { value: "red" })] : []),
      ];
      for (const variant of variants) {
        const { diagnostics } = parsePack({ ...files, [name]: JSON.stringify(variant) });
        const own = diagnostics.filter(({ document, rule }) => document === name && !beyond.test(rule));
        // A theme, an indicator or a class that is called by another word is a matter of the other file.
        const form = own.filter(
          ({ message }) => !/unknown (?:theme|indicator|class of words)|before the start/u.test(message),
        );
        const isValid = validators[name]?.(variant);
        expect(isValid, `${name} ${path.join(".")}: ${JSON.stringify(variant)} ${JSON.stringify(form)}`).toBe(
          form.length === 0,
        );
        if (isValid === false) refused++;
      }
    }
    expect(refused).toBeGreaterThan(20);
  });
});

/** Every field of a schema, by its path. */
function fieldsOf(schema: unknown, path: string): [string, Record<string, unknown>][] {
  const { properties = {}, items } = schema as {
    properties?: Record<string, Record<string, unknown>>;
    items?: unknown;
  };
  return [
    ...Object.entries(properties).flatMap(([name, field]): [string, Record<string, unknown>][] => [
      [`${path}.${name}`, field],
      ...fieldsOf(field, `${path}.${name}`),
    ]),
    ...(items === undefined ? [] : fieldsOf(items, `${path}[]`)),
  ];
}

/** Every place in a value, from its top. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Array.isArray(value)
    ? value.map((item, index): [number, unknown] => [index, item])
    : Object.entries(value);
  return [path, ...inside.flatMap(([step, item]) => placesOf(item, [...path, step]))];
}

/** A copy with one place changed, or taken away where there is no value for it. */
function changed(
  value: unknown,
  [step, ...rest]: readonly (string | number)[],
  to?: { readonly value: unknown },
): unknown {
  if (step === undefined) return to?.value;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  const fields = copy as Record<string | number, unknown>;
  if (rest.length === 0 && to === undefined) {
    if (Array.isArray(copy)) copy.splice(Number(step), 1);
    else delete fields[step];
  } else fields[step] = rest.length === 0 ? to?.value : changed(fields[step], rest, to);
  return copy;
}
