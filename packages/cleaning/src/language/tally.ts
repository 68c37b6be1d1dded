/** Counts by whole numbers above 0, which may be as large as numbers are exact. */
export class Tally {
  #keys: Float64Array;
  #counts: Int32Array;
  #size = 0;

  /** Makes room for as many different numbers as are expected. */
  constructor(expected = 0) {
    const slots = 2 ** Math.max(4, Math.ceil(Math.log2(expected * 2 + 1)));
    this.#keys = new Float64Array(slots);
    this.#counts = new Int32Array(slots);
  }

  /** How often a number was counted. */
  of(key: number): number {
    return this.#counts[this.#slotOf(key)] as number;
  }

  /** Counts a number once more, and tells how often it was counted now. */
  add(key: number): number {
    const slot = this.#slotOf(key);
    const count = (this.#counts[slot] as number) + 1;
    this.#counts[slot] = count;
    if (count === 1) {
      this.#keys[slot] = key;
      if (++this.#size * 2 > this.#keys.length) this.#grow();
    }
    return count;
  }

  #slotOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let slot = Math.imul((key >>> 0) ^ Math.imul(key / 0x1_0000_0000, 0x85ebca6b), 0x9e3779b1) >>> 12;
    for (slot &= mask; ; slot = (slot + 1) & mask) {
      const found = keys[slot] as number;
      if (found === key || found === 0) return slot;
    }
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(keys.length * 2);
    this.#counts = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      const slot = this.#slotOf(keys[i] as number);
      this.#keys[slot] = keys[i] as number;
      this.#counts[slot] = counts[i] as number;
    }
  }
}
