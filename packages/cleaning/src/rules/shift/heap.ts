/** A list whose cheapest item is taken first. */
export class Heap<T extends { readonly cost: number }> {
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  push(item: T): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const one = items[above];
      if (one === undefined || one.cost <= item.cost) break;
      items[at] = one;
      at = above;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (last === undefined || items.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      const left = items[below];
      const right = items[below + 1];
      if (left === undefined) break;
      let least = left;
      if (right !== undefined && right.cost < left.cost) {
        least = right;
        below++;
      }
      if (least.cost >= last.cost) break;
      items[at] = least;
      at = below;
    }
    items[at] = last;
    return first;
  }
}
