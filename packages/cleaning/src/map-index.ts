import type { Edge, SourceMap, Span } from "@jianbao/model";

/**
 * Answers many questions to one map, each in logarithmic time, with the meaning of `SourceMap`'s own methods.
 * A step asks once for every change, and a page can have ten thousand.
 */
export class MapIndex {
  readonly #kept: boolean[] = [];
  /** Where each section ends, in both texts; one list more than sections, beginning with 0. */
  readonly #source: number[] = [0];
  readonly #clean: number[] = [0];

  constructor(map: SourceMap) {
    let source = 0;
    let clean = 0;
    for (const word of map.toString().split(" ")) {
      if (word === "") continue;
      const colon = word.indexOf(":");
      const from = Number(colon < 0 ? word : word.slice(0, colon));
      source += from;
      clean += colon < 0 ? from : Number(word.slice(colon + 1));
      this.#kept.push(colon < 0);
      this.#source.push(source);
      this.#clean.push(clean);
    }
  }

  /** See `SourceMap.toSource`. */
  toSource(position: number, edge: Edge): number {
    return this.#map(position, edge, this.#clean, this.#source);
  }

  /** See `SourceMap.toClean`. */
  toClean(position: number, edge: Edge): number {
    return this.#map(position, edge, this.#source, this.#clean);
  }

  /** See `SourceMap.toSourceSpan`. */
  toSourceSpan(cleanSpan: Span): Span {
    const start = this.toSource(cleanSpan.start, "start");
    const end = this.toSource(cleanSpan.end, "end");
    return end < start ? { start: end, end: start } : { start, end };
  }

  /** See `SourceMap.toCleanSpan`. */
  toCleanSpan(span: Span): Span {
    const start = this.toClean(span.start, "start");
    const end = this.toClean(span.end, "end");
    return end < start ? { start: end, end } : { start, end };
  }

  #map(position: number, edge: Edge, near: readonly number[], far: readonly number[]): number {
    // The first section whose near end is at or after the position ("end") or strictly after it ("start").
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = near[middle + 1] ?? 0;
      if (edge === "end" ? end >= position : end > position) high = middle;
      else low = middle + 1;
    }
    const from = near[low] ?? 0;
    const to = far[low] ?? 0;
    if (low === this.#kept.length) return to;
    if (this.#kept[low] === true) return to + (position - from);
    if (edge === "start" || position === from) return to;
    return far[low + 1] ?? to;
  }
}
