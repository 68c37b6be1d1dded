/**
 * Finds the longest of many words at a place of a text, without allocating.
 *
 * Representation: a trie whose edges lie in one hash table of integers, keyed by `node << 16 | code unit`
 * (open addressing, a power of two in size); node 0 is the root, whose edges lie in a table of their own,
 * by code unit. At most places of a text no word begins, and two tables of bits, small enough to stay at hand, tell:
 * one for the words of a single unit, and one for the first two units of the others (`pairBit`); bits of pairs may
 * agree by chance, and then the trie tells.
 */
export class WordIndex {
  readonly #keys: Int32Array;
  readonly #targets: Int32Array;
  readonly #mask: number;
  readonly #roots: Uint16Array = new Uint16Array(0x10000);
  readonly #singles: Int32Array = new Int32Array(0x10000 / 32);
  readonly #pairs: Int32Array = new Int32Array(0x10000 / 32);
  /** For each node the number of the word that ends there, −1 for none. */
  readonly #words: number[] = [-1];

  /** Numbers the words in their order; a word that comes twice keeps its first number. */
  constructor(words: readonly string[]) {
    let length = 16;
    for (const word of words) length += word.length;
    let size = 1;
    while (size < length * 2) size *= 2;
    this.#keys = new Int32Array(size).fill(-1);
    this.#targets = new Int32Array(size);
    this.#mask = size - 1;
    words.forEach((word, number) => this.#add(word, number));
    if (this.#words.length > 0x7fff) throw new RangeError(`too many words: ${this.#words.length} nodes`);
  }

  /** Number of the longest word that starts at `at` and has at least `least` code units, −1 where none does. */
  longest(text: string, at: number, least = 1): number {
    const first = text.charCodeAt(at);
    if (!hasBit(this.#pairs, pairBit(first, text.charCodeAt(at + 1)))) {
      // No word of two units or more begins here.
      return least === 1 && hasBit(this.#singles, first) ? (this.#words[this.#roots[first] ?? 0] ?? -1) : -1;
    }
    let node = this.#roots[first] ?? 0;
    let found = -1;
    for (let next = at + 1; node > 0; next++) {
      const word = this.#words[node] ?? -1;
      if (word >= 0 && next - at >= least) found = word;
      if (next >= text.length) break;
      node = this.#step(node, text.charCodeAt(next));
    }
    return found;
  }

  #add(word: string, number: number): void {
    if (word === "") throw new RangeError("a word index cannot hold the empty word");
    const first = word.charCodeAt(0);
    let node = this.#roots[first] ?? 0;
    if (node === 0) {
      node = this.#words.length;
      this.#words.push(-1);
      this.#roots[first] = node;
    }
    if (word.length === 1) setBit(this.#singles, first);
    else setBit(this.#pairs, pairBit(first, word.charCodeAt(1)));
    for (let i = 1; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      let next = this.#step(node, unit);
      if (next < 0) {
        next = this.#words.length;
        this.#words.push(-1);
        const slot = this.#slot((node << 16) | unit);
        this.#keys[slot] = (node << 16) | unit;
        this.#targets[slot] = next;
      }
      node = next;
    }
    if ((this.#words[node] ?? -1) < 0) this.#words[node] = number;
  }

  #step(node: number, unit: number): number {
    const slot = this.#slot((node << 16) | unit);
    return this.#keys[slot] === -1 ? -1 : (this.#targets[slot] ?? -1);
  }

  /** The slot that holds a key, or the free one where it belongs. */
  #slot(key: number): number {
    let slot = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 7) & this.#mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** The bit of a word's first two code units, 0 to 0xffff. */
function pairBit(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16;
}

function hasBit(bits: Int32Array, bit: number): boolean {
  return ((bits[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

function setBit(bits: Int32Array, bit: number): void {
  bits[bit >> 5] = (bits[bit >> 5] ?? 0) | (1 << (bit & 31));
}
