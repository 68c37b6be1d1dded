/**
 * Prints how often words, and pairs of words, stood in newspapers: `word count` and `first second count`, tabs between.
 *
 *   apt-get download liblucene8-java                  and take out lucene-analyzers-smartcn-8.7.0.jar
 *   node scripts/write-news.ts coredict.mem bigramdict.mem > news.tsv
 *
 * Both files stand in the jar (Apache-2.0), as Java writes arrays. They hold the counts of ICTCLAS in some 330,000
 * sentences of newspapers; of a pair only the hash of `first@second` is kept. Each pair of words that were met is
 * hashed to find it: this takes minutes and finds all.
 */
import { readFileSync } from "node:fs";

/** The prime of FNV-1, which is 2 ** 40 and this. */
const prime = 0x1b3;
const offset = { high: 0xcbf29ce4, low: 0x84222325 };
const filterBits = 23;
/** Pairs that were met less often are not among them, and so no words that were. */
const fewest = 3;

if (import.meta.main) {
  const [core = "", bigrams = ""] = process.argv.slice(2);
  const words = wordsOf(arraysOf(readFileSync(core)));
  for (const [word, count] of words) print([word, count]);
  const hashed = hashesOf(arraysOf(readFileSync(bigrams)));
  let found = 0;
  for (const pair of pairsOf(oftenMet(words), hashed)) {
    print(pair);
    found++;
  }
  process.stderr.write(`${found} of ${hashed.size} pairs found\n`);
}

function print(row: readonly (string | number)[]): void {
  process.stdout.write(`${row.join("\t")}\n`);
}

function oftenMet(words: ReadonlyMap<string, number>): string[] {
  return [...words]
    .filter(([, count]) => count >= fewest)
    .map(([word]) => word)
    .sort();
}

type JavaArray = readonly (number | bigint | JavaArray | null)[];

/** The arrays that a stream of Java objects holds one after another. */
function arraysOf(bytes: Buffer): JavaArray[] {
  let at = 4;
  const handles: unknown[] = [];
  const u8 = (): number => bytes.readUInt8(at++);
  const u16 = (): number => bytes.readUInt16BE((at += 2) - 2);
  const i32 = (): number => bytes.readInt32BE((at += 4) - 4);
  const i64 = (): bigint => bytes.readBigInt64BE((at += 8) - 8);
  const known = (): unknown => handles[i32() - 0x7e_0000];
  const readers: Readonly<Record<string, () => number | bigint>> = {
    S: () => bytes.readInt16BE((at += 2) - 2),
    C: u16,
    I: i32,
    J: i64,
  };
  /** What kind of object comes: its class's name, of which a `[` and what it holds count. */
  const kind = (): string => {
    const type = u8();
    if (type === 0x71) return String(known());
    const length = u16();
    const name = bytes.toString("latin1", at, at + length);
    handles.push(name);
    // The serial version, flags, no fields, the end of the class and no class above it.
    at += length + 8 + 1 + 2 + 1 + 1;
    return name;
  };
  const object = (): JavaArray | null => {
    const type = u8();
    if (type === 0x70) return null;
    if (type === 0x71) return known() as JavaArray;
    if (type !== 0x75) throw new RangeError(`unknown object ${type} at ${at}`);
    const of = kind()[1] ?? "";
    const array: (number | bigint | JavaArray | null)[] = [];
    handles.push(array);
    const length = i32();
    const read = readers[of] ?? object;
    for (let i = 0; i < length; i++) array.push(read());
    return array;
  };
  const all: JavaArray[] = [];
  while (at < bytes.length) all.push(object() ?? []);
  return all;
}

/** The words that were met, with how often. */
function wordsOf([rows = [], heads = [], tails = [], counts = []]: readonly JavaArray[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const [slot, head] of heads.entries()) {
    if (head === 0) continue;
    const row = Number(rows[slot]);
    for (const [i, tail] of ((tails[row] ?? []) as JavaArray).entries()) {
      const count = Number(((counts[row] ?? []) as JavaArray)[i]);
      if (count > 0) words.set(String.fromCharCode(Number(head), ...((tail ?? []) as number[])), count);
    }
  }
  return words;
}

/** How often pairs were met, by their hashes. */
function hashesOf([hashes = [], counts = []]: readonly JavaArray[]): Map<bigint, number> {
  const result = new Map<bigint, number>();
  for (const [i, hash] of hashes.entries()) {
    if (hash !== 0n) result.set(BigInt.asUintN(64, hash as bigint), Number(counts[i]));
  }
  return result;
}

/** The pairs of words whose hashes are known. */
function* pairsOf(
  words: readonly string[],
  hashed: ReadonlyMap<bigint, number>,
): Generator<[first: string, second: string, count: number]> {
  const filter = new Uint8Array(1 << filterBits);
  const mask = filter.length - 1;
  for (const hash of hashed.keys()) filter[Number(hash & 0xffff_ffffn) & mask] = 1;
  const { units, parents, ends } = treeOf(words);
  const nodes = units.length;
  const high = new Uint32Array(nodes);
  const low = new Uint32Array(nodes);
  for (const first of words) {
    high[0] = offset.high;
    low[0] = offset.low;
    for (const unit of `${first}@`) hash(high, low, 0, 0, unit.charCodeAt(0));
    for (let node = 1; node < nodes; node++) {
      hash(high, low, parents[node] as number, node, units[node] as number);
      if ((ends[node] as number) < 0 || filter[(low[node] as number) & mask] === 0) continue;
      const count = hashed.get((BigInt(high[node] as number) << 32n) | BigInt(low[node] as number));
      if (count !== undefined) yield [first, words[ends[node] as number] ?? "", count];
    }
  }
}

/** Goes on from the hash of one node to that of another with one more code unit: its low byte first. */
function hash(high: Uint32Array, low: Uint32Array, from: number, to: number, unit: number): void {
  let a = high[from] as number;
  let b = low[from] as number;
  for (let part = 0; part < 2; part++) {
    b = (b ^ (part === 0 ? unit & 255 : unit >> 8)) >>> 0;
    const product = b * prime;
    const rest = Math.imul(b, prime) >>> 0;
    a = (Math.imul(a, prime) + (product - rest) / 0x1_0000_0000 + (b << 8)) >>> 0;
    b = rest;
  }
  high[to] = a;
  low[to] = b;
}

/** A tree of sorted words: each node's last code unit, the node before it, and the word that ends there, or -1. */
function treeOf(words: readonly string[]): { units: number[]; parents: number[]; ends: number[] } {
  const [units, parents, ends, path] = [[0], [0], [-1], [0]];
  let before = "";
  for (const [i, word] of words.entries()) {
    let depth = 0;
    while (depth < before.length && before[depth] === word[depth]) depth++;
    for (; depth < word.length; depth++) {
      parents.push(path[depth] ?? 0);
      path[depth + 1] = units.length;
      units.push(word.charCodeAt(depth));
      ends.push(-1);
    }
    ends[path[word.length] ?? 0] = i;
    before = word;
  }
  return { units, parents, ends };
}
