import type { Weighed } from "./foreign.ts";
import { type Measure, measure } from "./measures.ts";
import { start, table } from "./trees.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

/**
 * Weighs each line anew by all that is measured of it, what the rules say included: log odds for foreign text, less
 * what it takes to be sure. Small trees of decisions that are asked one after the other and add up, fitted by
 * scripts/fit-trees.ts on blocks of many kinds in articles of many kinds.
 */
export function blendOf(views: readonly View[], weighed: Weighed, joins: readonly boolean[]): readonly number[] {
  const isShort = weighed.voice.letters.length < enough;
  const open = views.map((view, i) => isOpen(view, i, weighed, isShort));
  if (!open.includes(true)) return weighed.weights;
  const vetoed = new Set<number>();
  const blended = measure(views, weighed, joins, open).map((row, i) => {
    const weight = weighed.weights[i] ?? 0;
    if (row === null) return weight;
    const score = scoreOf(row);
    // What stands under the page's heads and in its lists is known by that, and what speaks of the page by its words.
    const isListed = row.section > 1 || row.list >= 2;
    if (weight > 0) {
      if (score >= doubtful || isListed || row.page >= 1) return weight;
      vetoed.add(i);
      return score - 1;
    }
    return isPiece(row) || score < sure ? weight : score;
  });
  // An address or a name goes with the offer that it stands beside.
  for (const i of vetoed) {
    const beside = Math.max(blended[i - 1] ?? 0, blended[i + 1] ?? 0);
    if (beside > goesAlong && views[i]?.line.closed === false && !vetoed.has(i - 1) && !vetoed.has(i + 1)) {
      blended[i] = weighed.weights[i] ?? 0;
    }
  }
  return blended;
}

/**
 * Whether the trees can change what is told of a line. A short text tells too little of itself for them to find more
 * than the rules do; a headline is the article's, whatever it sounds like, and so are rows and verses; and what the
 * rules are so sure of no trees have found foreign in any text.
 */
function isOpen(view: View, i: number, { weights, bare, heads }: Weighed, isShort: boolean): boolean {
  const weight = weights[i] ?? 0;
  if (weight > 0) return true;
  const { text, settled } = view.line;
  return !(
    isShort ||
    weight < (view.prose ? surelyProse : surelyOther) ||
    heads.has(i) ||
    (bare[i] ?? 0) - weight > 5.5 ||
    settled ||
    text.includes("\t") ||
    attributed.test(text)
  );
}

/** Below these weights no line of the texts that the trees were fitted and tried on has a score that is near `sure`. */
const surelyProse = -5;
const surelyOther = -10;

/** How foreign a line must be for the rest of its block to go with it, whatever the trees say. */
const goesAlong = 1;

/** What the rules find foreign stays where the trees say less than this. */
export const doubtful = 0;
/** What the rules do not find foreign goes where the trees say more than this. */
export const sure = 5;

// Matches `我父亲卧床多年。——读者 老田`; must not match `——读者摘句`.
const attributed = guarded(/[。！？]——\p{Script=Han}{2,8}(?:[\s　]\p{Script=Han}{2,4})?$/u);

/** As many characters of the article's own tell how it is written. */
const enough = 150;

/** A line that a neighbour goes on with, and that neither asks nor offers anything. */
function isPiece(row: Readonly<Record<Measure, number>>): boolean {
  if (row.joinsBefore + row.joinsAfter === 0) return false;
  const asks = row.page + row.bids + row.selling + row.addressed + row.exclaimed;
  return asks < (row.cutAfter + row.cutBefore > 0 ? 2 : 0.5);
}

/** All trees, one behind the other: what is asked at each node, by its place in `asked`, and against what. */
interface Forest {
  /** The measures that are asked for. */
  readonly asked: readonly Measure[];
  /** Nodes and leaves of each tree: as many nodes as the ends of `nodes` tell, and a leaf more. */
  readonly nodes: Int32Array;
  readonly asks: Uint8Array;
  readonly splits: Float64Array;
  readonly leaves: Float64Array;
  /** The measures of the line at hand. */
  readonly values: Float64Array;
}

let forest: Forest | undefined;

/** What all trees say of a line. */
function scoreOf(row: Readonly<Record<Measure, number>>): number {
  const { asked, nodes, asks, splits, leaves, values } = (forest ??= forestOf(table));
  for (let k = 0; k < asked.length; k++) values[k] = row[asked[k] as Measure];
  let sum: number = start;
  let from = 0;
  for (let tree = 0; tree < nodes.length; tree++) {
    const count = nodes[tree] as number;
    let node = 0;
    while (node < count) {
      const at = from + node;
      node = 2 * node + ((values[asks[at] as number] as number) < (splits[at] as number) ? 1 : 2);
    }
    // Before the leaves of a tree stand those of the trees before it, one more each than they have nodes.
    sum += leaves[from + tree + node - count] as number;
    from += count;
  }
  return sum;
}

/** Reads `weight<1.5 han<12 … : -0.2 0.1 …`, a tree a line: the question at each node, from the root down, then what each leaf adds. */
function forestOf(lines: string): Forest {
  const asked: Measure[] = [];
  const nodes: number[] = [];
  const asks: number[] = [];
  const splits: number[] = [];
  const leaves: number[] = [];
  for (const line of lines.trim().split("\n")) {
    const [questions = "", ends = ""] = line.split(" : ");
    const all = questions.split(" ");
    nodes.push(all.length);
    for (const question of all) {
      const [name, value] = question.split("<");
      if (!asked.includes(name as Measure)) asked.push(name as Measure);
      asks.push(asked.indexOf(name as Measure));
      splits.push(Number(value));
    }
    leaves.push(...ends.split(" ").map(Number));
  }
  return {
    asked,
    nodes: Int32Array.from(nodes),
    asks: Uint8Array.from(asks),
    splits: Float64Array.from(splits),
    leaves: Float64Array.from(leaves),
    values: new Float64Array(asked.length),
  };
}
