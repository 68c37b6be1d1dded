import type { Beside } from "./beside.ts";
import { type Briefly, type Measure, isDear } from "./measures.ts";
import { table as secondTable } from "./second-trees.ts";
import { start, table } from "./trees.ts";

type Row = Readonly<Record<Measure, number>>;

/** All trees, one behind the other: what is asked at each node, by its place in `asked`, and against what. */
interface Forest<Name extends string = Measure> {
  /** The measures that are asked for. */
  readonly asked: readonly Name[];
  /** Of each of these whether it is one of the dearest. */
  readonly dear: readonly boolean[];
  /** Nodes and leaves of each tree: as many nodes as the ends of `nodes` tell, and a leaf more. */
  readonly nodes: Int32Array;
  readonly asks: Uint8Array;
  readonly splits: Float64Array;
  readonly leaves: Float64Array;
  /** The measures of the line at hand. */
  readonly values: Float64Array;
}

let forest: Forest | undefined;
let secondForest: Forest<Measure | Beside> | undefined;

/** What all trees say of a line. */
export function scoreOf(row: Row): number {
  forest ??= forestOf<Measure>(table);
  const { asked, values } = forest;
  for (let k = 0; k < asked.length; k++) values[k] = row[asked[k] as Measure];
  return start + sumOf(forest);
}

/** What the second trees add, which know what the first said around a line. */
export function secondScoreOf(row: Row, beside: Readonly<Record<Beside, number>>): number {
  secondForest ??= forestOf<Measure | Beside>(secondTable);
  const { asked, values } = secondForest;
  for (let k = 0; k < asked.length; k++) {
    const name = asked[k] as Measure | Beside;
    values[k] = name in beside ? beside[name as Beside] : row[name as Measure];
  }
  return sumOf(secondForest);
}

/** What the trees of a forest add up to for the measures at hand. */
function sumOf({ nodes, asks, splits, leaves, values }: Forest<string>): number {
  let sum = 0;
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

/** The most that all trees may say of a line, whatever its dearest measures are. */
export function mostOf(row: Briefly): number {
  const { asked, dear, nodes, asks, splits, leaves, values } = (forest ??= forestOf<Measure>(table));
  for (let k = 0; k < asked.length; k++) values[k] = dear[k] === true ? Number.NaN : row[asked[k] as keyof Briefly];
  let sum: number = start;
  let from = 0;
  for (let tree = 0; tree < nodes.length; tree++) {
    const count = nodes[tree] as number;
    // The nodes that may be reached; behind those of the tree stand its leaves.
    let most = Number.NEGATIVE_INFINITY;
    reached[0] = 0;
    for (let left = 1; left > 0;) {
      let node = reached[--left] as number;
      while (node < count) {
        const at = from + node;
        const value = values[asks[at] as number] as number;
        node = 2 * node + 1;
        if (Number.isNaN(value)) reached[left++] = node + 1;
        else if (value >= (splits[at] as number)) node++;
      }
      most = Math.max(most, leaves[from + tree + node - count] as number);
    }
    sum += most;
    from += count;
  }
  return sum;
}

/** Nodes of a tree that are still to be looked at. */
const reached = new Int32Array(64);

/** Reads `weight<1.5 han<12 … : -0.2 0.1 …`, a tree a line: the question at each node, from the root down, then what each leaf adds. */
function forestOf<Name extends string>(lines: string): Forest<Name> {
  const asked: Name[] = [];
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
      if (!asked.includes(name as Name)) asked.push(name as Name);
      asks.push(asked.indexOf(name as Name));
      splits.push(Number(value));
    }
    leaves.push(...ends.split(" ").map(Number));
  }
  return {
    asked,
    dear: asked.map((name) => isDear(name)),
    nodes: Int32Array.from(nodes),
    asks: Uint8Array.from(asks),
    splits: Float64Array.from(splits),
    leaves: Float64Array.from(leaves),
    values: new Float64Array(asked.length),
  };
}
