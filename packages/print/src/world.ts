import type { Scene } from "@jianbao/charts";
import { type AnyNode, type ResolvedRole, type Target, type Theme, roleNameOf, roleOf } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import type { Diagnostic, Language, Severity } from "@jianbao/model";
import type { MeasureCache } from "./line/measure.ts";
import type { Structure } from "./page/structure.ts";

/** What every step of a layout may look at, and where it reports to. */
export interface World {
  readonly theme: Theme;
  readonly faces: FaceSet;
  readonly charts: Readonly<Record<string, Scene>>;
  readonly language: Language;
  /** The lines that body text stands on; null where blocks follow each other at their own heights. */
  readonly grid: LineGrid | null;
  readonly structure: Structure;
  readonly diagnostics: Diagnostic[];
  /** Code points already reported as missing. */
  readonly missing: Set<number>;
  /** Names of places that links may lead to. */
  readonly places: Set<string>;
  /** What has been measured and broken. */
  readonly measures: MeasureCache;
  /** What references lead to, by id. */
  readonly targets: ReadonlyMap<string, Target>;
  /** The page that each place stands on, as far as it is known before pages are made. */
  readonly pages: ReadonlyMap<string, number>;
  /** Roles, styles and bold roles already resolved. */
  readonly resolved: ResolvedRoles;
}

/** A line grid in points. */
export interface LineGrid {
  /** From line to line. */
  readonly pitch: number;
  /** The em of the grid's characters. */
  readonly em: number;
}

/** What has been looked up in the theme, so that it is looked up once. */
export interface ResolvedRoles {
  readonly roles: Map<ResolvedRole | undefined, Map<string | null, ResolvedRole>>;
  readonly styles: Map<ResolvedRole, Style>;
  readonly bold: Map<ResolvedRole, ResolvedRole>;
}

/** The look-ups of a new layout. */
export function newResolvedRoles(): ResolvedRoles {
  return { roles: new Map(), styles: new Map(), bold: new Map() };
}

/** The role of a node, or a role by name, within another; equal questions have one answer. */
export function roleIn(world: World, what: string | AnyNode, around?: ResolvedRole): ResolvedRole {
  const { roles } = world.resolved;
  let within = roles.get(around);
  if (within === undefined) {
    within = new Map();
    roles.set(around, within);
  }
  const name = typeof what === "string" ? what : roleNameOf(what);
  let role = within.get(name);
  if (role === undefined) {
    role = roleOf(world.theme, what, around);
    within.set(name, role);
  }
  return role;
}

/** The role with at least the weight of bold text. */
export function boldOf(world: World, role: ResolvedRole): ResolvedRole {
  let bold = world.resolved.bold.get(role);
  if (bold === undefined) {
    bold = { ...role, weight: Math.max(700, role.weight) };
    world.resolved.bold.set(role, bold);
  }
  return bold;
}

/** A role with its face and colour looked up. */
export interface Style {
  readonly role: ResolvedRole;
  readonly face: string;
  readonly colour: string;
}

/** Looks up the face and colour of a role; the nearest weight of the family serves, the heavier of two. */
export function styleOf(world: World, role: ResolvedRole): Style {
  let style = world.resolved.styles.get(role);
  if (style === undefined) {
    style = { role, face: faceOf(world, role.family, role.weight), colour: colourOf(world, role.colour) };
    world.resolved.styles.set(role, style);
  }
  return style;
}

/** The face of a family for a weight. */
export function faceOf(world: World, family: string, weight: number): string {
  const faces = world.theme.families[family]?.faces;
  if (faces === undefined) throw new RangeError(`theme ${world.theme.name} has no family ${JSON.stringify(family)}`);
  let best: string | undefined;
  let distance = Infinity;
  for (const [key, id] of Object.entries(faces)) {
    const away = Math.abs(Number(key) - weight);
    if (away < distance || (away === distance && Number(key) > weight)) {
      best = id;
      distance = away;
    }
  }
  if (best === undefined) throw new RangeError(`family ${JSON.stringify(family)} has no faces`);
  return best;
}

/** A colour of the theme by name. */
export function colourOf(world: World, name: string): string {
  const colour = world.theme.colours[name];
  if (colour === undefined) throw new RangeError(`theme ${world.theme.name} has no colour ${JSON.stringify(name)}`);
  return colour;
}

/**
 * True where the lines of a role stand on the grid's: text of the grid's size, and text whose own
 * leading is the grid's pitch but for rounding. What is larger or smaller keeps its own leading.
 */
export function isOnGrid({ grid }: World, role: ResolvedRole): boolean {
  return grid !== null && (isNear(role.size, grid.em) || isNear(role.leading * role.size, grid.pitch));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a / b - 1) <= 0.02;
}

/** True for the languages that are set by CLREQ. */
export function isChinese(language: Language): boolean {
  return language !== "en";
}

/** Reports a problem. */
export function report(world: World, severity: Severity, rule: string, message: string, hint?: string): void {
  world.diagnostics.push({ severity, rule: `print/${rule}`, message, ...(hint === undefined ? {} : { hint }) });
}
