/** What the trees said of a line and of the lines around it, in this order. */
export const besides = [
  "own",
  "ownBefore",
  "ownAfter",
  "ownBefore2",
  "ownAfter2",
  "ownBeside",
  "ownAround",
  "ownNear",
  "foundNear",
  "foundFar",
  "foundShare",
  "sinceFound",
  "untilFound",
] as const;

export type Beside = (typeof besides)[number];

/** What is said of a line that no tree is asked of: a form or the rules decide. */
export function settledAt(weight: number): number {
  return weight > 0 ? most : -most;
}

/** Measures what the trees said of each line for one of them: `scores` are log odds, more than 0 is foreign. */
export function besideOf(scores: readonly number[], i: number): Record<Beside, number> {
  const at = (j: number): number => Math.max(-most, Math.min(most, scores[j] ?? outside));
  let near = 0;
  let foundNear = 0;
  let foundFar = 0;
  for (let j = i - 6; j <= i + 6; j++) {
    if (j === i || j < 0 || j >= scores.length) continue;
    const isFound = at(j) > 0.5;
    if (isFound) foundFar++;
    if (Math.abs(j - i) > 3) continue;
    near += Math.max(-3, Math.min(3, at(j)));
    if (isFound) foundNear++;
  }
  let found = 0;
  for (let j = 0; j < scores.length; j++) if (j !== i && at(j) > 1) found++;
  return {
    own: at(i),
    ownBefore: at(i - 1),
    ownAfter: at(i + 1),
    ownBefore2: at(i - 2),
    ownAfter2: at(i + 2),
    ownBeside: Math.max(at(i - 1), at(i + 1)),
    ownAround: Math.min(at(i - 1), at(i + 1)),
    ownNear: near,
    foundNear,
    foundFar,
    foundShare: found / Math.max(1, scores.length),
    sinceFound: distanceTo(scores, i, -1),
    untilFound: distanceTo(scores, i, 1),
  };
}

/** So many lines away is the next that is foreign, on one side. */
function distanceTo(scores: readonly number[], i: number, step: number): number {
  for (let far = 1; far < 8; far++) if ((scores[i + step * far] ?? -most) > 1) return far;
  return 8;
}

/** No trees say more, and of what stands before the first line and after the last they say this. */
const most = 6;
const outside = -2;
