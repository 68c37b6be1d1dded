import { unreachable } from "@jianbao/model";
import type { Theme } from "./theme.ts";
import type { AnyNode } from "./walk.ts";

/** A role with nothing left open: what absent properties come to. Colours and families are names of the theme. */
export interface ResolvedRole {
  readonly name: string;
  readonly family: string;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly background: string | null;
  readonly leading: number;
  readonly align: "start" | "center" | "end" | "justify";
  readonly indent: number;
  readonly hang: number;
  readonly inset: number;
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  readonly ruleAbove: number;
  readonly ruleBelow: number;
  /** The text colour where the role names none. */
  readonly ruleColour: string;
  readonly padding: number;
  /** Null where the role goes where the flow puts it. */
  readonly fromTop: number | null;
  readonly fit: boolean;
  readonly sameLine: boolean;
  readonly keepWithNext: boolean;
}

/**
 * Resolves a role of the theme by name, or the role of a node.
 *
 * Family, size, weight, colour, leading and alignment that the role leaves open come from `around`
 * (the resolved role of the block or inline outside), else from `body`. Everything else belongs to
 * the block itself: indent, spaces, rules, padding and background are none where the role names none.
 * A role that the theme lacks throws: `validate` reports it first.
 */
export function roleOf(theme: Theme, what: string | AnyNode, around?: ResolvedRole): ResolvedRole {
  const name = typeof what === "string" ? what : roleNameOf(what);
  const role = name === null ? {} : theme.roles[name];
  if (!role) throw new RangeError(`theme ${theme.name} has no role ${JSON.stringify(name)}`);
  const base = around ?? theme.roles["body"] ?? {};
  const colour = role.colour ?? base.colour ?? "ink";
  return {
    name: name ?? around?.name ?? "body",
    family: role.family ?? base.family ?? "body",
    size: role.size ?? base.size ?? 10.5,
    weight: role.weight ?? base.weight ?? 400,
    colour,
    background: role.background ?? null,
    leading: role.leading ?? base.leading ?? 1.6,
    align: role.align ?? base.align ?? "start",
    indent: role.indent ?? 0,
    hang: role.hang ?? 0,
    inset: role.inset ?? 0,
    spaceBefore: role.spaceBefore ?? 0,
    spaceAfter: role.spaceAfter ?? 0,
    ruleAbove: role.ruleAbove ?? 0,
    ruleBelow: role.ruleBelow ?? 0,
    ruleColour: role.ruleColour ?? colour,
    padding: role.padding ?? 0,
    fromTop: role.fromTop ?? null,
    fit: role.fit ?? false,
    sameLine: role.sameLine ?? false,
    keepWithNext: role.keepWithNext ?? false,
  };
}

/** Names the role of a node: its own, else its kind's; null for what takes the role around it. */
export function roleNameOf(node: AnyNode): string | null {
  if ("role" in node && node.role !== undefined) return node.role;
  switch (node.type) {
    case "heading":
      return `heading${node.level}`;
    case "paragraph":
      return "body";
    case "list":
      return "list";
    case "quotation":
      return "quotation";
    case "toc":
      return "toc";
    case "running":
      return "running";
    case "cell":
      return node.header === "column" ? "tableHead" : "tableCell";
    case "link":
    case "reference":
      return "link";
    case "data":
      return "data";
    case "footnote":
      return "footnote";
    case "section":
    case "listItem":
    case "table":
    case "row":
    case "figure":
    case "imprint":
    case "pageBreak":
    case "text":
    case "lineBreak":
    case "strong":
    case "emphasis":
    case "superscript":
    case "subscript":
    case "bold":
    case "time":
    case "pageNumber":
    case "pageCount":
    case "sectionTitle":
      return null;
    default:
      return unreachable(node);
  }
}
