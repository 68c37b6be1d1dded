import { type Footnote, roleOf } from "@jianbao/document";
import { collectInlines } from "../line/inline.ts";
import { type SetLine, setLines } from "../line/set.ts";
import { type World, styleOf } from "../world.ts";

/** The mark of a note by its number on the page: ① to ⑳, then plain numbers. */
export function noteMark(number: number): string {
  return number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `${number}`;
}

/** The lines of notes, each set once however many pages call it. */
export class NoteBodies {
  readonly #world: World;
  readonly #measure: number;
  readonly #known = new Map<string, readonly SetLine[]>();
  /** Room for the mark before a note's lines. */
  readonly hang: number;

  constructor(world: World, measure: number) {
    this.#world = world;
    this.#measure = measure;
    this.hang = 1.75 * roleOf(world.theme, "footnote").size;
  }

  /**
   * The lines of a note, relative to the left edge of its text; the element is that of the page's own
   * note. Where an earlier page has the body, its short form stands for it if that takes fewer lines.
   */
  linesOf(footnote: Footnote, isCited = false): readonly SetLine[] {
    const whole = this.#linesOf(footnote, footnote.source);
    if (!isCited || footnote.short === undefined || whole.length < 2) return whole;
    const children: Footnote["children"] = [{ type: "text", value: footnote.short }];
    const short = this.#linesOf({ ...footnote, children }, `short ${footnote.source}`);
    return short.length < whole.length ? short : whole;
  }

  #linesOf(footnote: Footnote, key: string): readonly SetLine[] {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const role = roleOf(this.#world.theme, "footnote");
    const place = `note ${footnote.source}`;
    const segments = collectInlines(this.#world, footnote.children, {
      style: styleOf(this.#world, role),
      element: null,
      place,
      withoutNotes: true,
    });
    const lines = setLines(this.#world, segments, {
      measure: this.#measure - this.hang,
      indent: 0,
      align: role.align,
      leading: role.leading * role.size,
      size: role.size,
      place,
    });
    this.#known.set(key, lines);
    return lines;
  }
}
