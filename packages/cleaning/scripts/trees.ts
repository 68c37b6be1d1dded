/** A tree of decisions of depth three: at each of seven nodes a measure and the value that goes left; eight leaves. */
export interface Tree {
  /** The measure asked at each node, by number; the children of node n are 2n + 1 and 2n + 2. */
  readonly asks: readonly number[];
  /** What is less than this goes left. */
  readonly splits: readonly number[];
  /** What a leaf adds to the log odds. */
  readonly leaves: readonly number[];
}

/** What a line measures, whether it is what is sought, and how much it counts. */
export interface Example {
  readonly measured: readonly number[];
  readonly sought: boolean;
  readonly counts: number;
  /** Log odds that are known of it before any tree is asked. */
  readonly known?: number;
}

interface Setup {
  readonly trees?: number;
  /** How much of what a tree finds it may say. */
  readonly pace?: number;
  /** How firmly a leaf holds to nothing, and how many examples a side of a question must have. */
  readonly firmness?: number;
  readonly least?: number;
}

const nodes = 7;
const bins = 24;
/** Each tree chooses its questions by one example of so many. */
const every = 2;

/** Fits trees one after the other, each to what those before it missed (gradient boosting of the logistic loss). */
export function fitTrees(
  examples: readonly Example[],
  { trees = 260, pace = 0.15, firmness = 12, least = 20 }: Setup = {},
): { start: number; trees: Tree[] } {
  const width = examples[0]?.measured.length ?? 0;
  const cuts = Array.from({ length: width }, (_one, m) => cutsOf(examples.map(({ measured }) => measured[m] ?? 0)));
  const size = examples.length;
  const binned = cuts.map((cut, m) => Uint8Array.from(examples, ({ measured }) => binOf(cut, measured[m] ?? 0)));
  let sought = 0;
  let all = 0;
  for (const one of examples) {
    all += one.counts;
    if (one.sought) sought += one.counts;
  }
  const start = Math.log(sought / (all - sought));
  const scores = Float64Array.from(examples, ({ known }) => known ?? start);
  const slope = new Float64Array(size);
  const bend = new Float64Array(size);
  const found: Tree[] = [];
  const firm = firmness / every;
  const at = new Uint8Array(size);
  for (let t = 0; t < trees; t++) {
    for (const [k, one] of examples.entries()) {
      const chance = 1 / (1 + Math.exp(-(scores[k] ?? 0)));
      slope[k] = one.counts * ((one.sought ? 1 : 0) - chance);
      bend[k] = one.counts * Math.max(1e-4, chance * (1 - chance));
    }
    at.fill(0);
    const asks: number[] = Array.from({ length: nodes }, () => 0);
    const splits: number[] = Array.from({ length: nodes }, () => Infinity);
    for (let depth = 0; depth < 3; depth++) {
      const first = 2 ** depth - 1;
      const count = 2 ** depth;
      const best = Array.from({ length: count }, () => ({ gain: 1e-6, ask: 0, bin: 255 }));
      const sums = new Float64Array(count * bins * 2);
      const sizes = new Int32Array(count * bins);
      for (let m = 0; m < width; m++) {
        if (isLeftOut(m, t)) continue;
        sums.fill(0);
        sizes.fill(0);
        const column = binned[m] as Uint8Array;
        for (let k = t % every; k < size; k += every) {
          const cell = ((at[k] as number) - first) * bins + (column[k] as number);
          sums[cell * 2] = (sums[cell * 2] as number) + (slope[k] as number);
          sums[cell * 2 + 1] = (sums[cell * 2 + 1] as number) + (bend[k] as number);
          sizes[cell] = (sizes[cell] as number) + 1;
        }
        for (let n = 0; n < count; n++) {
          let g = 0;
          let h = 0;
          let c = 0;
          for (let b = 0; b < bins; b++) {
            g += sums[(n * bins + b) * 2] as number;
            h += sums[(n * bins + b) * 2 + 1] as number;
            c += sizes[n * bins + b] as number;
          }
          let gl = 0;
          let hl = 0;
          let cl = 0;
          for (let b = 0; b + 1 < bins; b++) {
            gl += sums[(n * bins + b) * 2] as number;
            hl += sums[(n * bins + b) * 2 + 1] as number;
            cl += sizes[n * bins + b] as number;
            if (cl * every < least || (c - cl) * every < least) continue;
            const gr = g - gl;
            const hr = h - hl;
            const gain = (gl * gl) / (hl + firm) + (gr * gr) / (hr + firm) - (g * g) / (h + firm);
            const mine = best[n];
            if (mine !== undefined && gain > mine.gain) best[n] = { gain, ask: m, bin: b };
          }
        }
      }
      for (let n = 0; n < count; n++) {
        const { ask, bin } = best[n] ?? { ask: 0, bin: 255 };
        asks[first + n] = ask;
        splits[first + n] = bin === 255 ? Infinity : (cuts[ask]?.[bin] ?? Infinity);
      }
      for (let k = 0; k < size; k++) {
        const node = at[k] as number;
        const { ask, bin } = best[node - first] ?? { ask: 0, bin: 255 };
        at[k] = 2 * node + ((binned[ask]?.[k] ?? 0) <= bin ? 1 : 2);
      }
    }
    const g = new Float64Array(nodes + 1);
    const h = new Float64Array(nodes + 1);
    for (let k = 0; k < size; k++) {
      const leaf = (at[k] as number) - nodes;
      g[leaf] = (g[leaf] as number) + (slope[k] as number);
      h[leaf] = (h[leaf] as number) + (bend[k] as number);
    }
    const leaves = Array.from(g, (sum, n) => Math.round((pace * sum * 100) / ((h[n] as number) + firmness)) / 100);
    for (let k = 0; k < size; k++) scores[k] = (scores[k] as number) + (leaves[(at[k] as number) - nodes] ?? 0);
    found.push({ asks, splits, leaves });
  }
  return { start, trees: found };
}

/** The log odds that trees give to what is measured. */
export function treesOf(start: number, trees: readonly Tree[], measured: readonly number[]): number {
  let sum = start;
  for (const { asks, splits, leaves } of trees) {
    let node = 0;
    while (node < nodes) node = 2 * node + ((measured[asks[node] ?? 0] ?? 0) < (splits[node] ?? 0) ? 1 : 2);
    sum += leaves[node - nodes] ?? 0;
  }
  return sum;
}

/** Each tree may ask two measures of five. */
function isLeftOut(measure: number, tree: number): boolean {
  return (measure * 7 + tree * 13 + ((tree * measure) % 11)) % 5 > 1;
}

/** Values that part a measure into bins of about as many examples, rounded. */
function cutsOf(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const cuts: number[] = [];
  for (let b = 1; b < bins; b++) {
    const low = sorted[Math.floor((sorted.length * b) / bins)] ?? 0;
    const next = sorted.find((value) => value > low);
    if (next === undefined) break;
    const cut = Number(((low + next) / 2).toPrecision(3));
    if (cut > low && cut <= next && cut > (cuts.at(-1) ?? -Infinity)) cuts.push(cut);
  }
  // The ends tell most.
  for (const share of [0.99, 0.97]) {
    const low = sorted[Math.floor(sorted.length * share)] ?? 0;
    const next = sorted.find((value) => value > low);
    const cut = next === undefined ? Infinity : Number(((low + next) / 2).toPrecision(3));
    if (cuts.length < bins - 1 && cut > (cuts.at(-1) ?? -Infinity) && cut > low && next !== undefined && cut <= next)
      cuts.push(cut);
  }
  return cuts;
}

function binOf(cuts: readonly number[], value: number): number {
  let bin = 0;
  while (bin < cuts.length && value >= (cuts[bin] ?? Infinity)) bin++;
  return bin;
}
