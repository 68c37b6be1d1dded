import { type Role, type Theme, roleOf } from "@jianbao/document";
import { type ScreenFont, idOf } from "./collect.ts";
import { baseStyle } from "./base-style.ts";

/** The class of a role. */
export function roleClass(role: string): string {
  return `r-${idOf(role)}`;
}

/**
 * Writes the style sheet of a theme: its families and colours as custom properties, a class a role
 * with what the role names (the rest is inherited, as on paper), under the page's own rules.
 * Sizes keep their ratio to `body`; everything scales with the reader's own text size. Charts are set
 * in the given fonts, so that their labels are as wide as they were measured.
 */
export function styleOf(theme: Theme, fonts: readonly ScreenFont[] = []): string {
  const roles = Object.entries(theme.roles);
  const body = theme.roles["body"];
  const bodySize = body?.size ?? 10.5;
  const properties = [
    ...Object.entries(theme.families).map(([name, { screen }]) => `--family-${identifier(name)}:${stackOf(screen)}`),
    ...Object.entries(theme.colours).flatMap(([name, value]) =>
      isColour(value) ? [`--colour-${identifier(name)}:${value}`] : [],
    ),
    `--measure:${theme.screen.measure}em`,
    `--size:${theme.screen.size / 16}`,
  ];
  return [
    ...fonts.map(fontFace),
    `:root{${properties.join(";")}}`,
    baseStyle,
    fonts.length > 0 ? chartRule(theme) : "",
    body ? `body{${textRules(body, bodySize).join(";")}}` : "",
    ...roles.map(([name, role]) => `.${identifier(roleClass(name))}{${rulesOf(role, bodySize).join(";")}}`),
    ...roles.map(([name, role]) => joined(identifier(roleClass(name)), role)),
    ...roles.map(([name, role]) => (role.sameLine === true ? besideLast(name, roles) : "")),
  ]
    .filter((rule) => rule !== "" && !rule.endsWith("{}"))
    .join("\n");
}

const chartFamily = "jianbao chart";

function fontFace({ weight, data }: ScreenFont): string {
  return `@font-face{font-family:"${chartFamily}";font-weight:${weight};src:url(data:font/ttf;base64,${data})}`;
}

function chartRule(theme: Theme): string {
  const { family } = roleOf(theme, "chartText");
  return `svg{font-family:"${chartFamily}",var(--family-${identifier(family)},sans-serif)}`;
}

/** Ruled paragraphs of one role in a row share the rule between them. */
function joined(name: string, role: Role): string {
  return role.ruleAbove && role.ruleBelow ? `p.${name}+p.${name}{border-top:0;margin-top:0}` : "";
}

/**
 * A paragraph that stands on the line of the one before: that one floats, so that it goes below where both are too
 * long for the screen. One with rules or a background of its own keeps its width.
 */
function besideLast(name: string, roles: readonly (readonly [string, Role])[]): string {
  const wide = roles.filter(([, role]) => role.ruleAbove || role.ruleBelow || role.background !== undefined);
  const not = wide.map(([other]) => `.${identifier(roleClass(other))}`).join(",");
  const own = identifier(roleClass(name));
  return `p:has(+p.${own})${not === "" ? "" : `:not(${not})`}{float:inline-start}p+p.${own}{margin-top:0;padding-top:0}`;
}

/** What text inherits. */
function textRules(role: Role, bodySize: number): string[] {
  const rules: string[] = [];
  if (role.family !== undefined) rules.push(`font-family:var(--family-${identifier(role.family)})`);
  if (role.size !== undefined) rules.push(`font-size:${ratio(role.size, bodySize)}rem`);
  if (role.weight !== undefined) rules.push(`font-weight:${role.weight}`);
  if (role.colour !== undefined) rules.push(`color:var(--colour-${identifier(role.colour)})`);
  if (role.leading !== undefined) rules.push(`line-height:${role.leading}`);
  return rules;
}

function rulesOf(role: Role, bodySize: number): readonly string[] {
  const rules = textRules(role, bodySize);
  const length = (points: number): string => (points === 0 ? "0" : `${ratio(points, bodySize)}rem`);
  if (role.align !== undefined) rules.push(`text-align:${role.align}`);
  const { indent, hang = 0, inset = 0 } = role;
  if (indent !== undefined || hang > 0) rules.push(`text-indent:${(indent ?? 0) - hang}em`);
  if (role.background !== undefined) rules.push(`background:var(--colour-${identifier(role.background)})`);
  if (role.spaceBefore !== undefined) rules.push(`margin-top:${length(role.spaceBefore)}`);
  if (role.spaceAfter !== undefined) rules.push(`margin-bottom:${length(role.spaceAfter)}`);
  const colour = role.ruleColour === undefined ? "currentColor" : `var(--colour-${identifier(role.ruleColour)})`;
  if (role.ruleAbove) rules.push(`border-top:${hairline(role.ruleAbove)} solid ${colour}`);
  if (role.ruleBelow) rules.push(`border-bottom:${hairline(role.ruleBelow)} solid ${colour}`);
  if (role.padding !== undefined) rules.push(`padding:${length(role.padding)}`);
  // After the padding, of which they are a part on the screen.
  if (hang + inset > 0) rules.push(`padding-inline:${hang + inset}em ${inset}em`);
  return rules;
}

function ratio(points: number, bodySize: number): number {
  return Math.round((points / bodySize) * 1000) / 1000;
}

/** A rule's width on the screen: at least what one pixel shows. */
function hairline(points: number): string {
  return `${Math.max(1, Math.round(points * 1.6))}px`;
}

const generic = new Set([
  "serif",
  "sans-serif",
  "monospace",
  "cursive",
  "fantasy",
  "system-ui",
  "ui-serif",
  "ui-sans-serif",
]);

function stackOf(families: readonly string[]): string {
  const known = families.length > 0 ? families : ["sans-serif"];
  return known.map((name) => (generic.has(name) ? name : `"${name.replace(/["\\\n\r<>{};]/gu, "")}"`)).join(",");
}

/** Writes a name of the theme as a CSS identifier. */
function identifier(name: string): string {
  return idOf(name).replaceAll(".", "\\.");
}

function isColour(value: string): boolean {
  return /^#[0-9a-f]{3,8}$/iu.test(value);
}
