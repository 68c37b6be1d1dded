import { type Diagnostic, nearest } from "@jianbao/model";
import { LineCounter, type Node, type Pair, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { contrastOf } from "./contrast.ts";
import {
  type FontFamily,
  type PageGrid,
  type PageSettings,
  type Role,
  type ScreenSettings,
  type Theme,
  nodeRoles,
} from "./theme.ts";
import {
  type ThemeProperty,
  expectationOf,
  lengthOf,
  namedSizes,
  pageProperties,
  roleProperties,
  screenProperties,
} from "./theme-property.ts";

/**
 * Reads `theme.yaml`. A role may say `extends: other`, which copies what the other role says before
 * its own properties; the theme that comes out has it resolved. Null where anything is wrong that a
 * writer could not do without; problems name file, line and remedy. `faces` are the ids of the font
 * files that there are; any id is taken where it is absent.
 */
export function parseTheme(
  yamlText: string,
  file: string,
  faces?: readonly string[],
): { readonly theme: Theme | null; readonly diagnostics: readonly Diagnostic[] } {
  const lines = new LineCounter();
  const yaml = parseDocument(yamlText, { lineCounter: lines });
  const diagnostics: Diagnostic[] = [];
  const report: Report = (node, rule, message, hint, severity = "error") => {
    const range = node?.range ?? [0, 0, 0];
    diagnostics.push({
      severity,
      rule: `document/${rule}`,
      message: `${message} (${file}:${lines.linePos(range[0]).line})`,
      document: file,
      span: { start: range[0], end: range[1] },
      ...(hint === undefined ? {} : { hint }),
    });
  };
  for (const error of yaml.errors) {
    diagnostics.push({
      severity: "error",
      rule: "document/theme-yaml",
      message: `unreadable YAML: ${error.message.split("\n")[0] ?? error.code} (${file}:${lines.linePos(error.pos[0]).line})`,
      document: file,
      span: { start: error.pos[0], end: error.pos[1] },
    });
  }
  if (diagnostics.length > 0) return { theme: null, diagnostics };

  const top = fieldsOf(yaml.contents, report, "the theme", sections);
  const colours = coloursOf(top.get("colours"), report);
  const families = familiesOf(top.get("families"), report, faces);
  const roles = rolesOf(top.get("roles"), report, Object.keys(colours), Object.keys(families));
  const page = settingsOf(top.get("page"), report, "page", pageProperties, ["grid"]);
  const grid = gridOf(top.get("page"), report);
  const screen = settingsOf(top.get("screen"), report, "screen", screenProperties);
  const name = top.get("name");
  for (const section of sections) {
    if (!top.has(section)) report(yaml.contents, "theme-missing", `missing section ${section}`);
  }
  if (diagnostics.some((one) => one.severity === "error")) return { theme: null, diagnostics };
  const theme: Theme = {
    name: isScalar(name) ? String(name.value) : file,
    families,
    colours,
    roles,
    // The fields have been checked one by one against the same lists that the types are written from.
    page: { ...(page as unknown as PageSettings), ...(grid === null ? {} : { grid }) },
    screen: screen as unknown as ScreenSettings,
  };
  checkContrast(theme, top.get("roles"), report);
  return { theme, diagnostics };
}

type Report = (
  node: Node | null | undefined,
  rule: string,
  message: string,
  hint?: string,
  severity?: "error" | "warning",
) => void;

const sections = ["name", "families", "colours", "roles", "page", "screen"];

/** Reads a mapping's fields, reporting unknown ones; `known` null allows any name. */
function fieldsOf(
  node: unknown,
  report: Report,
  what: string,
  known: readonly string[] | null,
): Map<string, Node | null> {
  const fields = new Map<string, Node | null>();
  if (!isMap(node)) {
    report(node as Node | null, "theme-shape", `misshapen section: ${what} must be a mapping`);
    return fields;
  }
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    if (known !== null && !known.includes(key)) {
      report(pair.key, "theme-unknown", `unknown property of ${what}: ${key}`, didYouMean(key, known));
    } else fields.set(key, pair.value);
  }
  return fields;
}

function coloursOf(node: Node | null | undefined, report: Report): Record<string, string> {
  const colours: Record<string, string> = {};
  if (!node) return colours;
  for (const [name, value] of fieldsOf(node, report, "colours", null)) {
    const text = isScalar(value) ? String(value.value) : "";
    if (/^#[0-9a-f]{6}$/iu.test(text)) colours[name] = text.toLowerCase();
    else report(value ?? node, "theme-colour", `unreadable colour ${name}: ${text}`, 'write it as "#rrggbb"');
  }
  return colours;
}

function familiesOf(
  node: Node | null | undefined,
  report: Report,
  known: readonly string[] | undefined,
): Record<string, FontFamily> {
  const families: Record<string, FontFamily> = {};
  if (!node) return families;
  for (const [name, value] of fieldsOf(node, report, "families", null)) {
    const fields = fieldsOf(value, report, `family ${name}`, ["faces", "fallback", "screen", "standsFor"]);
    const faces: Record<string, string> = {};
    for (const [weight, face] of fieldsOf(fields.get("faces"), report, `faces of ${name}`, null)) {
      const id = isScalar(face) ? String(face.value) : null;
      if (id !== null && known?.includes(id) === false) {
        report(face, "theme-face", `unknown face of ${name}: ${id}`, didYouMean(id, known));
      } else if (id !== null && /^[1-9]00$/u.test(weight)) faces[weight] = id;
      else report(face, "theme-face", `unreadable face of ${name}: ${weight}`, 'write "400": face-id');
    }
    const screen = fields.get("screen");
    const stack = isSeq(screen) ? screen.items.map((item) => (isScalar(item) ? String(item.value) : "")) : [];
    if (stack.length === 0) report(value, "theme-face", `missing screen families of ${name}`);
    const standsFor = fields.get("standsFor");
    const fallback = fallbackOf(fields.get("fallback"), report, name, known);
    families[name] = {
      faces,
      ...(fallback.length === 0 ? {} : { fallback }),
      screen: stack,
      ...(isScalar(standsFor) && standsFor.value !== null ? { standsFor: String(standsFor.value) } : {}),
    };
  }
  return families;
}

/** Reads the faces that serve where a family's own face lacks a character. */
function fallbackOf(
  node: Node | null | undefined,
  report: Report,
  name: string,
  known: readonly string[] | undefined,
): readonly string[] {
  if (node === undefined || node === null) return [];
  const items = isSeq(node) ? node.items : [node];
  return (items as readonly Node[]).flatMap((item) => {
    const id = isScalar(item) ? String(item.value) : "";
    if (id !== "" && known?.includes(id) !== false) return [id];
    report(item, "theme-face", `unknown fall-back face of ${name}: ${id}`, didYouMean(id, known ?? []));
    return [];
  });
}

/** Reads roles in the order given; `extends` names a role that stands anywhere in the file. */
function rolesOf(
  node: Node | null | undefined,
  report: Report,
  colours: readonly string[],
  families: readonly string[],
): Record<string, Role> {
  if (!node) return {};
  const own = new Map<string, { role: Record<string, unknown>; base: string | null; node: Node | null }>();
  for (const [name, value] of fieldsOf(node, report, "roles", null)) {
    const role: Record<string, unknown> = {};
    let base: string | null = null;
    for (const [key, property] of fieldsOf(value, report, `role ${name}`, [
      ...Object.keys(roleProperties),
      "extends",
    ])) {
      const given: unknown = isScalar(property) ? property.value : undefined;
      const wrong = (expected: string, hint?: string): void =>
        report(
          property ?? value,
          "theme-value",
          `wrong value of ${name}.${key}: ${String(given)}, expected ${expected}`,
          hint,
        );
      if (key === "extends") {
        base = String(given);
        continue;
      }
      const rule = roleProperties[key as keyof Role];
      const read = valueOf(given, rule, { families, colours });
      if ("value" in read) role[key] = read.value;
      else wrong(read.expected, read.hint);
    }
    own.set(name, { role, base, node: value });
  }
  for (const name of nodeRoles) {
    if (!own.has(name)) {
      report(node, "theme-missing", `missing role ${name}`, "every theme has all roles of the node kinds; {} will do");
    }
  }
  const resolved: Record<string, Role> = {};
  const resolve = (name: string, seen: readonly string[]): Role => {
    const done = resolved[name];
    if (done) return done;
    const entry = own.get(name);
    if (!entry) return {};
    let base: Role = {};
    if (entry.base !== null) {
      const chain = [...seen, name];
      if (!own.has(entry.base)) {
        report(
          entry.node,
          "theme-extends",
          `unknown role to extend: ${entry.base}`,
          didYouMean(entry.base, [...own.keys()]),
        );
      } else if (chain.includes(entry.base)) {
        report(entry.node, "theme-extends", `circular roles: ${[...chain, entry.base].join(" → ")}`);
      } else base = resolve(entry.base, chain);
    }
    const role: Role = { ...base, ...entry.role };
    resolved[name] = role;
    return role;
  };
  for (const name of own.keys()) resolve(name, []);
  return Object.fromEntries([...own.keys()].map((name) => [name, resolved[name] ?? {}]));
}

/** Reads a section whose every property is known, reporting those that are missing or wrong. */
function settingsOf(
  node: Node | null | undefined,
  report: Report,
  what: string,
  properties: Readonly<Record<string, ThemeProperty>>,
  apart: readonly string[] = [],
): Record<string, unknown> {
  if (!node) return {};
  const result: Record<string, unknown> = {};
  const fields = fieldsOf(node, report, what, [...Object.keys(properties), ...apart]);
  for (const [name, rule] of Object.entries(properties)) {
    const field = fields.get(name);
    if (field === undefined && rule.optional) continue;
    const given: unknown = isScalar(field) ? field.value : undefined;
    const read = valueOf(given, rule, { families: [], colours: [] });
    if ("value" in read) result[name] = read.value;
    else {
      const message = `wrong value of ${what}.${name}: ${String(given)}, expected ${read.expected}`;
      report(field ?? node, "theme-value", message, read.hint);
    }
  }
  return result;
}

/** A value as a property takes it, or what was expected instead. */
type Read = { readonly value: unknown } | { readonly expected: string; readonly hint: string };

function valueOf(
  given: unknown,
  rule: ThemeProperty,
  names: { readonly families: readonly string[]; readonly colours: readonly string[] },
): Read {
  const example = `write it like ${rule.example}`;
  switch (rule.kind) {
    case "boolean":
      return typeof given === "boolean" ? { value: given } : { expected: expectationOf(rule), hint: example };
    case "family":
    case "colour":
    case "choice": {
      const known =
        rule.kind === "family" ? names.families : rule.kind === "colour" ? names.colours : (rule.choices ?? []);
      return known.includes(String(given))
        ? { value: given }
        : { expected: `one of ${known.join(" ")}`, hint: didYouMean(String(given), known) };
    }
    default: {
      const value = rule.kind === "number" ? (typeof given === "number" ? given : null) : lengthOf(given, rule);
      const { least = 0, most = Infinity } = rule;
      if (value !== null && value >= least && value <= most) return { value };
      // Matches 三好, a misspelt name of a size; not 12px.
      const isName = rule.kind === "size" && typeof given === "string" && /^\p{Script=Han}+$/u.test(given);
      return { expected: expectationOf(rule), hint: isName ? didYouMean(given, Object.keys(namedSizes)) : example };
    }
  }
}

/** The line grid of the page: `grid: { lines: 22, characters: 28 }`; null where there is none. */
function gridOf(page: Node | null | undefined, report: Report): PageGrid | null {
  const node: unknown = isMap(page) ? page.get("grid", true) : undefined;
  if (node === undefined || node === null || (isScalar(node) && node.value === null)) return null;
  const fields = fieldsOf(node, report, "page.grid", ["lines", "characters"]);
  const countOf = (name: string, least: number): number => {
    const field = fields.get(name);
    const value: unknown = isScalar(field) ? field.value : undefined;
    if (typeof value === "number" && Number.isInteger(value) && value >= least) return value;
    const message = `wrong value of page.grid.${name}: ${String(value)}, expected a whole number from ${least} up`;
    report(field ?? (isMap(page) ? page : null), "theme-value", message, "grid: { lines: 22, characters: 28 }");
    return least;
  };
  return { lines: countOf("lines", 2), characters: countOf("characters", 1) };
}

/** WCAG 2.2, 1.4.3: text stands out from what is behind it by 4.5:1. */
function checkContrast(theme: Theme, node: Node | null | undefined, report: Report): void {
  const paper = theme.colours["paper"] ?? "#ffffff";
  for (const [name, role] of Object.entries(theme.roles)) {
    const text = theme.colours[role.colour ?? theme.roles["body"]?.colour ?? ""] ?? "#000000";
    const behind = role.background === undefined ? paper : (theme.colours[role.background] ?? paper);
    const contrast = contrastOf(text, behind);
    if (contrast < 4.5) {
      report(
        node,
        "low-contrast",
        `low contrast of role ${name}: ${contrast.toFixed(2)}:1`,
        "text needs 4.5:1 (WCAG 2.2, 1.4.3): darken the text or lighten what is behind it",
        "warning",
      );
    }
  }
}

function didYouMean(word: string, words: readonly string[]): string {
  const close = nearest(word, words);
  return close === null ? `known: ${words.join(" ")}` : `did you mean ${close}?`;
}
