import type { Diagnostic } from "@jianbao/model";
import type { Template } from "./template.ts";

/** A chart that a template brings: `charts/NAME.vl.json`, a Vega-Lite specification. */
export interface SpecFile {
  /** As `<chart ref>` names it: `charts/NAME.vl.json`. */
  readonly ref: string;
  /** With the template's name, as problems name it. */
  readonly path: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Names of the data sets that it asks of the view. */
  readonly data: readonly string[];
  /** Fields that it draws and does not make itself; none where it brings data of its own or pivots. */
  readonly fields: readonly string[];
}

/** Matches the file of a template's own chart: `charts/trend.vl.json`; must not match `theme.yaml`, `charts/a/b.vl.json`. */
const specPath = /^charts\/[^/]+\.vl\.json$/u;

/** Tells whether a chart's reference names a file of the template. */
export function isSpecRef(ref: string): boolean {
  return ref.endsWith(".vl.json");
}

/** Reads the charts of a template that it places somewhere; one that is no JSON object is an error with file and place. */
export function specFilesOf({ name, files }: Template): {
  readonly specs: readonly SpecFile[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const markup = Object.entries(files).flatMap(([file, text]) => (file.endsWith(".hbs") ? [text] : []));
  const specs: SpecFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const ref of Object.keys(files).filter((file) => specPath.test(file))) {
    if (!markup.some((text) => text.includes(ref))) continue;
    const path = `${name}/${ref}`;
    const read = parsed(files[ref] ?? "");
    if (typeof read === "string") {
      diagnostics.push({
        severity: "error",
        rule: "briefing/chart-syntax",
        document: path,
        message: `unreadable chart: ${read} (${path})`,
        hint: "a chart is one JSON object: a Vega-Lite specification",
      });
      continue;
    }
    const data = [...dataNames(read, ownNames(read))];
    specs.push({ ref, path, spec: read, data, fields: fieldsOf(read) });
  }
  return { specs, diagnostics };
}

/** The object that a text spells, else what is wrong with it. */
function parsed(text: string): Readonly<Record<string, unknown>> | string {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : "no object";
  } catch (error) {
    return error instanceof Error ? error.message : "no JSON";
  }
}

/** Names of the data sets that a specification brings itself. */
function ownNames(spec: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set(isObject(spec["datasets"]) ? Object.keys(spec["datasets"]) : []);
}

/** Names of the data sets that a specification asks for, wherever in it. */
function dataNames(value: unknown, own: ReadonlySet<string>, names = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const one of value) dataNames(one, own, names);
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === "values" || key === "datasets") continue;
      if (key === "data" && isObject(inner) && typeof inner["name"] === "string" && inner["values"] === undefined) {
        if (!own.has(inner["name"])) names.add(inner["name"]);
      }
      dataNames(inner, own, names);
    }
  }
  return names;
}

/** Fields that encodings name, apart from those that transforms make. */
function fieldsOf(spec: Readonly<Record<string, unknown>>): readonly string[] {
  const named = new Set<string>();
  const made = new Set<string>(["key"]);
  let isOpen = false;
  const visit = (value: unknown, within: string): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, within);
    else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === "values" || key === "datasets" || key === "pivot" || key === "sequence") isOpen = true;
        else if (key === "as") for (const one of [inner].flat()) made.add(String(one));
        else if (key === "field" && within === "encoding" && typeof inner === "string") named.add(inner);
        else visit(inner, key === "encoding" || key === "transform" ? key : within);
      }
    }
  };
  visit(spec, "");
  return isOpen ? [] : [...named].filter((field) => !made.has(field));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
