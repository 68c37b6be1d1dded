/** Counts positions of a text in code points, as Python and most databases do: 𠮷 is two code units and one code point. */
export class CodePoints {
  /** Where the second halves of surrogate pairs stand, in order. */
  readonly #seconds: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const seconds: number[] = [];
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) seconds.push(match.index + 1);
    this.#seconds = seconds;
    this.#length = text.length;
  }

  /** How many code points stand before a position in UTF-16 code units; between the halves of a pair, those up to its start. */
  at(position: number): number {
    if (position < 0 || position > this.#length) {
      throw new RangeError(`position ${position} is outside the text (length ${this.#length})`);
    }
    let low = 0;
    let high = this.#seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#seconds[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    const isBetween = this.#seconds[low] === position;
    return position - low - (isBetween ? 1 : 0);
  }

  /** How many code points the text has. */
  get length(): number {
    return this.at(this.#length);
  }
}
