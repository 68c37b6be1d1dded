import type { Heading, ResolvedRole } from "@jianbao/document";
import type { World } from "../world.ts";
import type { Flow } from "./flow.ts";

/** Where a block stands: its column, its structure element and the role around it. */
export interface BlockContext {
  readonly world: World;
  readonly flow: Flow;
  readonly left: number;
  readonly width: number;
  /** Height of the type area, which no figure may exceed. */
  readonly pageHeight: number;
  readonly element: number;
  readonly around: ResolvedRole | undefined;
  /** Set in lists and quotations: paragraphs without a role take the one around. */
  readonly inherits: boolean;
  /** Set where figures may move to the next page: in the main column, not in lists, quotations and boxes. */
  readonly floats: boolean;
  readonly headings: readonly NamedHeading[];
}

/** A heading with the name of its place. */
export interface NamedHeading {
  readonly heading: Heading;
  readonly place: string;
}

/** The first characters of a text, for messages. */
export function shortened(text: string): string {
  const characters = [...text];
  return characters.length > 16 ? `${characters.slice(0, 16).join("")}…` : text;
}
