/** Which pages stand on the two halves of one side of a sheet, by number; null for a blank one. */
export interface SheetSide {
  readonly left: number | null;
  readonly right: number | null;
}

/** A sheet of paper: two sides of two pages each. */
export interface Sheet {
  readonly front: SheetSide;
  readonly back: SheetSide;
}

/**
 * The sheets of a saddle-stitched booklet, the outermost first: laid on each other, folded and stitched in
 * the fold, the pages read in order. With N the number of pages made up to a multiple of four, sheet k
 * (from 0) carries N − 2k beside 2k + 1 on its front and 2k + 2 beside N − 2k − 1 on its back; pages
 * beyond `count` are blank and come last.
 */
export function bookletSheets(count: number): readonly Sheet[] {
  checkCount(count);
  const all = Math.ceil(count / 4) * 4;
  const page = (number: number): number | null => (number <= count ? number : null);
  return Array.from({ length: all / 4 }, (_, k) => ({
    front: { left: page(all - 2 * k), right: page(2 * k + 1) },
    back: { left: page(2 * k + 2), right: page(all - 2 * k - 1) },
  }));
}

/** The sheets of a two-up handout: two pages beside each other, in reading order, front and back. */
export function twoUpSheets(count: number): readonly Sheet[] {
  checkCount(count);
  const page = (number: number): number | null => (number <= count ? number : null);
  return Array.from({ length: Math.ceil(count / 4) }, (_, k) => ({
    front: { left: page(4 * k + 1), right: page(4 * k + 2) },
    back: { left: page(4 * k + 3), right: page(4 * k + 4) },
  }));
}

/**
 * How far the pages of sheet `index` (0 the outermost) move towards the fold: each sheet that lies round
 * it pushes it out by the thickness of the paper, and it would be trimmed by as much at the fore-edge.
 */
export function creepOf(index: number, thickness: number): number {
  return index * thickness;
}

function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`no number of pages: ${count}`);
}
