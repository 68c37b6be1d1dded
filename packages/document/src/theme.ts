/**
 * A theme: tokens, and roles that use them. It says how a document looks on paper and on a screen
 * without a word of CSS; `print` reads it, `html` generates CSS from it.
 */
export interface Theme {
  readonly name: string;
  readonly families: Readonly<Record<string, FontFamily>>;
  /** Colours as `#rrggbb`, by name. */
  readonly colours: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, Role>>;
  readonly page: PageSettings;
  readonly screen: ScreenSettings;
}

/** A family of faces: which face a weight uses, and what screens fall back to. */
export interface FontFamily {
  /** Face ids of the font set by weight: `{400: "noto-serif-sc-400", 700: "noto-serif-sc-700"}`. */
  readonly faces: Readonly<Record<string, string>>;
  /** Face ids that serve in turn where the family's own face lacks a character. */
  readonly fallback?: readonly string[];
  /** CSS families for the screen, the best first: `Noto Serif SC`, `Songti SC`, `serif`. */
  readonly screen: readonly string[];
  /** The face that this one stands for where it is not to be had: 仿宋. The method note says so. */
  readonly standsFor?: string;
}

/** How text of one role is set; what is absent is inherited from the block around it, and from `body`. */
export interface Role {
  readonly family?: string;
  /** Points on paper; the screen keeps the ratio to `body`. */
  readonly size?: number;
  readonly weight?: number;
  readonly colour?: string;
  /** Name of a colour. */
  readonly background?: string;
  /** Baseline to baseline, as a multiple of the size. */
  readonly leading?: number;
  readonly align?: "start" | "center" | "end" | "justify";
  /** First-line indent in em (2 for Chinese paragraphs). */
  readonly indent?: number;
  /** Indent of the lines after the first, in em. */
  readonly hang?: number;
  /** Room at both sides in em, within rules and background; block roles only. */
  readonly inset?: number;
  /** Points; block roles only. */
  readonly spaceBefore?: number;
  /** Points; block roles only. */
  readonly spaceAfter?: number;
  /**
   * Millimetres from the top of the type area to the top edge of the first line's ink; where more
   * stands above already it has no effect. Paper and block roles only.
   */
  readonly fromTop?: number;
  /** Set in one line, smaller down to half where it is too long, beyond that in several; paper and block roles only. */
  readonly fit?: boolean;
  /** Stands on the last line of the paragraph before it, where there is room; block roles only. */
  readonly sameLine?: boolean;
  /** Rules above and below in points; block roles only. */
  readonly ruleAbove?: number;
  readonly ruleBelow?: number;
  /** Name of a colour. */
  readonly ruleColour?: string;
  /** Points between text and the block's border or cell's edge. */
  readonly padding?: number;
  /** Stays on the page of the block after it. */
  readonly keepWithNext?: boolean;
}

/** The printed page, in millimetres. */
export interface PageSettings {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly marginInner: number;
  readonly marginOuter: number;
  /**
   * Between the type area and the middle of the characters of the running head or foot; 4 mm to the
   * edge of its line where absent.
   */
  readonly head?: number;
  readonly foot?: number;
  /** Margins change sides on even pages. */
  readonly duplex: boolean;
  /**
   * Where first-level headings but the first begin: on a new page, or on a new odd one, the
   * right-hand page of a bound copy, with a blank page before it where need be; wherever the last
   * section ends where absent.
   */
  readonly chapters?: "page" | "odd";
  /** CLREQ's level of line-start and line-end prohibition. */
  readonly kinsoku: "basic" | "gb" | "strict";
  /** The standard whose measures the pages are held against. */
  readonly standard?: "GB/T 9704-2012";
  /** Colours are painted as greys that are as dark; the screen keeps them. */
  readonly greyscale?: boolean;
  /** The lines that text stands on; without one, blocks follow each other at their own heights. */
  readonly grid?: PageGrid;
}

/**
 * A line grid (CLREQ 2.4.1, 每面行数和每行字数): so many lines of so many characters fill the type area.
 * A character is as wide as the type area divided by `characters`; the first line's em box begins
 * at the top of the type area, the last one's ends at its bottom. GB/T 9704-2012, 5.2.3: 22 lines
 * of 28 characters.
 */
export interface PageGrid {
  /** Lines a page, at least 2. */
  readonly lines: number;
  /** Characters a line, at least 1. */
  readonly characters: number;
}

/** The page on a screen. */
export interface ScreenSettings {
  /** Em of the body size. */
  readonly measure: number;
  /** Pixels of the body text. */
  readonly size: number;
}

/** Roles that every theme has: one a node kind, in the order a reader meets them. */
export const nodeRoles = [
  "masthead",
  "mastheadLine",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
  "body",
  "list",
  "quotation",
  "caption",
  "tableUnit",
  "tableHead",
  "tableCell",
  "tableNote",
  "footnote",
  "footnoteMark",
  "running",
  "data",
  "link",
  "chartText",
  "toc",
] as const;
