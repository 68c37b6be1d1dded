/** Around ten thousand times, a lost or doubled 万 is the likely cause. */
const slip = { least: 5_000, most: 20_000 };

/** How many times the greater is the lesser, to one digit after the point; null where one is 0. */
export function ratioOf(a: number, b: number): number | null {
  if (a <= 0 || b <= 0) return null;
  return Math.round((Math.max(a, b) / Math.min(a, b)) * 10) / 10;
}

/** Tells whether two figures are about ten thousand times apart. */
export function isSlip(ratio: number | null): boolean {
  return ratio !== null && ratio >= slip.least && ratio <= slip.most;
}
