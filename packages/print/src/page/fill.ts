import type { FlowBox, FlowFloat, FlowItem } from "../block/flow.ts";
import { type PageFrame, PageMaker, type PageNote, type PlacedBox } from "./page-maker.ts";

/** Where a page begins: what earlier pages have left for it, and how the column goes on. */
export interface PageStart {
  /** 1-based. */
  readonly number: number;
  /** The item to go on with. */
  readonly index: number;
  /** What is left of that item where the last page cut it. */
  readonly rest: FlowBox | null;
  /** Figures that wait for the top of a page, in order. */
  readonly floats: readonly FlowFloat[];
  /** Rests of notes. */
  readonly carried: readonly PageNote[];
  /** Sources of the notes on earlier pages. */
  readonly cited: ReadonlySet<string>;
}

/** One way to fill a page, with all that a reader would find wrong with it. */
export interface PageEnd {
  /** 1-based. */
  readonly number: number;
  readonly boxes: readonly PlacedBox[];
  readonly notes: readonly PageNote[];
  /** Where the next page begins; null at the end of the document. */
  readonly next: PageStart | null;
  /** Bottom of the text, in points. */
  readonly bottom: number;
  /** Points between text and notes. */
  readonly white: number;
  /** True where the document itself ends the page. */
  readonly isForced: boolean;
  /** Set where the page ends one line after a heading and its section goes on. */
  readonly isTorn: boolean;
  /** The table that the page cuts: the height of its rows; 0 where it cuts none. */
  readonly cutTable: number;
  /** Figures that were made smaller. */
  readonly shrunk: number;
  /** Height of a box that no page could hold. */
  readonly tooTall: number | null;
  /** Shares the foot out once more, with something of a height below the notes. */
  readonly notesAbove: (below: number) => { placed: PageNote[]; carried: PageNote[] };
}

/** Lines of body text below a figure on top of a page. */
const gapBelowFloats = 12;
/** Ends that are weighed beside the last possible one. */
const alternatives = 6;
/** Most of the page that stays white where it ends early. */
const mostWhite = 0.45;

/** Where a page may end: how much of it stays, and how the next would go on. */
interface Mark {
  readonly index: number;
  readonly count: number;
  readonly floats: readonly FlowFloat[];
  readonly bottom: number;
  readonly white: number;
  readonly shrunk: number;
}

/**
 * Fills a page with the items of a column: boxes are placed one by one, figures that do not fit wait
 * for the next page. Returns the ways in which the page may end, the fullest first; at least one.
 */
export function fillPage(frame: PageFrame, items: readonly FlowItem[], start: PageStart): PageEnd[] {
  const filling = new Filling(frame, items, start);
  return filling.run();
}

class Filling {
  readonly #items: readonly FlowItem[];
  readonly #start: PageStart;
  readonly #page: PageMaker;
  readonly #waiting: FlowFloat[] = [];
  readonly #marks: Mark[] = [];
  readonly #frame: PageFrame;
  #shrunk = 0;

  constructor(frame: PageFrame, items: readonly FlowItem[], start: PageStart) {
    this.#items = items;
    this.#start = start;
    this.#frame = frame;
    this.#page = new PageMaker(frame, start.carried, start.cited);
  }

  run(): PageEnd[] {
    this.#placeFloats();
    let isFirst = true;
    for (let index = this.#start.index; index < this.#items.length; index++) {
      const item = this.#items[index];
      if (item === undefined) break;
      if (item.type === "running") continue;
      if (item.type === "space") {
        this.#page.space(item.height);
        continue;
      }
      if (item.type === "break") {
        const isEmpty = this.#page.bottom === 0;
        const isOdd = this.#start.number % 2 === 1;
        if (isEmpty && (item.to === undefined || (item.to === "odd") === isOdd)) continue;
        const isWaiting = this.#waiting.length > 0;
        // The next page looks again whether it is one that the break may lead to; this one is blank where it is not.
        const next = isWaiting || item.to !== undefined ? index : index + 1;
        return this.#ends(this.#markAt(next), { isForced: true, withOthers: isWaiting });
      }
      if (item.type === "float") {
        this.#takeFloat(item, index);
        continue;
      }
      const box = index === this.#start.index && this.#start.rest !== null ? this.#start.rest : item;
      const ends = this.#takeBox(box, index, isFirst);
      isFirst = false;
      if (ends !== null) return ends;
    }
    // An imprint that does not fit takes some of the text along, rather than a page for itself.
    const withOthers = this.#waiting.length > 0 || this.#page.white < this.#frame.imprint;
    return this.#ends(this.#markAt(this.#items.length), { isForced: true, withOthers });
  }

  /** Figures that have waited come first, in order; the page's first is placed in any case. */
  #placeFloats(): void {
    for (const float of this.#start.floats) {
      const page = this.#page;
      const isNext = this.#waiting.length === 0;
      if (isNext && (page.fits(float.box) || (!page.hasOwn() && !page.hasCarried()))) {
        page.space(float.before);
        page.place(float.box);
        page.space(Math.max(float.after, gapBelowFloats));
      } else this.#waiting.push(float);
    }
    if (this.#page.hasOwn()) this.#mark(this.#start.index);
  }

  /** Places a figure where it stands in the column, if it is its turn and there is room; else it waits. */
  #takeFloat(float: FlowFloat, index: number): void {
    const page = this.#page;
    if (this.#waiting.length === 0) {
      const takeBack = page.space(float.before);
      const small = page.fits(float.box) ? null : float.shrunk(page.roomFor(float.box));
      if (small !== null && page.fits(small)) this.#shrunk += 1;
      const box = small !== null && page.fits(small) ? small : float.box;
      if (page.fits(box) || (!page.hasOwn() && !page.hasCarried())) {
        page.place(box);
        page.space(float.after);
        this.#mark(index + 1);
        return;
      }
      // The room was the figure's: the text that moves up needs none.
      takeBack();
    }
    this.#waiting.push(float);
  }

  /** Places a box; where it does not fit, returns how the page ends. */
  #takeBox(item: FlowBox, index: number, isFirst: boolean): PageEnd[] | null {
    const page = this.#page;
    const continues = isFirst && item.repeat !== null && this.#continuesTable(index);
    if (continues && item.repeat !== null && item.repeat.head.height < page.height / 2) {
      page.place(item.repeat.head, true);
    }
    if (page.fits(item)) return this.#keep(item, index);
    // The box does not fit: cut it, go back to where the page may end, or make the best of it.
    const last = this.#marks.at(-1);
    const cut =
      item.split === null || (last !== undefined && item.height < page.height / 2)
        ? null
        : item.split(page.roomFor(item));
    if (cut !== null && page.fits(cut[0])) {
      page.place({ ...cut[0], repeat: item.repeat });
      return this.#ends(this.#markAt(index), { rest: { ...cut[1], repeat: item.repeat } });
    }
    if (last !== undefined && !(page.hasOwn() && page.couldHold(item))) return this.#ends(last, { withOthers: true });
    // Its notes alone do not fit: they go on at the foot of the next page.
    if (page.couldHold(item)) return this.#keep(item, index);
    if (page.hasOwn()) return this.#ends(this.#markAt(index), {});
    // Rests of notes leave no room for what cannot be cut: they have this page to themselves.
    if (page.hasCarried()) return this.#ends({ ...this.#markAt(index), count: 0 }, {});
    page.place(item);
    return this.#ends(this.#markAt(index + 1), item.height > page.height + 0.01 ? { tooTall: item.height } : {});
  }

  #keep(item: FlowBox, index: number): null {
    this.#page.place(item);
    if (!item.keep) this.#mark(index + 1);
    return null;
  }

  /** Notes that the page may end here. */
  #mark(index: number): void {
    this.#marks.push(this.#markAt(index));
  }

  #markAt(index: number): Mark {
    const { bottom, white, boxes } = this.#page;
    return { index, count: boxes.length, floats: [...this.#waiting], bottom, white, shrunk: this.#shrunk };
  }

  #citedWith(notes: readonly PageNote[]): ReadonlySet<string> {
    const { cited } = this.#start;
    const sources = notes.map(({ call }) => call.footnote.source);
    return sources.every((source) => cited.has(source)) ? cited : new Set([...cited, ...sources]);
  }

  /** True where one box stands below a heading at the foot, and more of what it heads follows. */
  #isTorn(boxes: readonly PlacedBox[], index: number): boolean {
    if (boxes.at(-2)?.box.isHeading !== true || boxes.at(-1)?.box.isHeading === true) return false;
    for (let next = index; next < this.#items.length; next++) {
      const item = this.#items[next];
      if (item?.type === "box" && item.height > 0) return item.isHeading !== true;
      if (item?.type === "break") return false;
    }
    return false;
  }

  /** True where the table of an item began on an earlier page. */
  #continuesTable(index: number): boolean {
    if (index === this.#start.index && this.#start.rest !== null) return true;
    const item = this.#items[index];
    for (let i = index - 1; i >= 0; i--) {
      const before = this.#items[i];
      if (before?.type === "box") return item?.type === "box" && before.repeat === item.repeat;
    }
    return false;
  }

  /** The page's end, and earlier ends that leave little white or stand before something that belongs together. */
  #ends(
    mark: Mark,
    facts: {
      readonly isForced?: boolean;
      readonly rest?: FlowBox;
      readonly tooTall?: number;
      readonly withOthers?: boolean;
    },
  ): PageEnd[] {
    const ends = [this.#endAt(mark, facts)];
    if (facts.withOthers !== true) return ends;
    for (const other of this.#marks.toReversed()) {
      if (other.white > mostWhite * this.#page.height || ends.length > alternatives) break;
      if (other.count < mark.count || other.index < mark.index) ends.push(this.#endAt(other, {}));
    }
    return ends;
  }

  #endAt(
    { index, count, floats, bottom, white, shrunk }: Mark,
    {
      isForced = false,
      // What the last page cut goes on to the next where this one holds nothing but figures.
      rest = index === this.#start.index ? (this.#start.rest ?? undefined) : undefined,
      tooTall,
    }: { readonly isForced?: boolean; readonly rest?: FlowBox; readonly tooTall?: number },
  ): PageEnd {
    const page = this.#page;
    const boxes = page.boxes.slice(0, count);
    const { placed, carried } = page.finish(count, 0);
    const last = boxes.at(-1);
    const following = rest ?? this.#items[index];
    const repeat = last?.box.repeat ?? null;
    const isCut = repeat !== null && following?.type === "box" && following.repeat === repeat;
    if (isCut && last !== undefined) boxes[count - 1] = { y: last.y, box: closed(last.box) };
    const isDone = index >= this.#items.length && rest === undefined && floats.length === 0 && carried.length === 0;
    return {
      number: this.#start.number,
      boxes,
      notes: placed,
      next: isDone
        ? null
        : {
            number: this.#start.number + 1,
            index,
            rest: rest ?? null,
            floats,
            carried,
            cited: this.#citedWith(placed),
          },
      bottom,
      white,
      isForced: isForced && floats.length === 0,
      isTorn: !isForced && this.#isTorn(boxes, index),
      cutTable: isCut ? repeat.height : 0,
      shrunk,
      tooTall: tooTall ?? null,
      notesAbove: (below) => page.finish(count, below),
    };
  }
}

/** The box with what closes its table where the page cuts it. */
function closed(box: FlowBox): FlowBox {
  const close = (box.repeat?.close ?? []).map((frame) => ({ ...frame, y: frame.y + box.height }));
  return { ...box, frames: [...box.frames, ...close] };
}
