import type { Box } from "./glyphs.ts";

/** A unit of a page that is put into a block: its box, and the size of its text where it has one. */
export interface BlockUnit extends Box {
  readonly piece?: { readonly size: number } | undefined;
}

/**
 * Orders units that neither a gutter nor a band of white divides, as articles set like the arms of a windmill are:
 * lines under each other become blocks, and a block is read before one below it and before one at its right that
 * begins no higher, with nothing between them that lies over both.
 */
export function orderBlocks<T extends BlockUnit>(units: readonly T[]): (readonly T[])[] {
  const blocks = blocksOf(units);
  // So many are no articles.
  if (blocks.length > 150) return blocks.sort((a, b) => a.top - b.top || a.left - b.left).flatMap(({ parts }) => parts);
  const after = blocks.map((a) => blocks.map((b) => a !== b && comesBefore(a, b, blocks)));
  const waiting = new Set(blocks.keys());
  const order: (readonly T[])[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter((i) => ![...waiting].some((j) => after[j]?.[i] === true));
    // Where blocks lie in a ring, the uppermost opens it.
    const candidates = free.length > 0 ? free : [...waiting];
    const [next = 0] = candidates.sort((i, j) => key(blocks[i]) - key(blocks[j]));
    waiting.delete(next);
    order.push(...(blocks[next]?.parts ?? []));
  }
  return order;
}

interface Block<T> extends Box {
  /** A headline, then the lines under it. */
  readonly parts: readonly (readonly T[])[];
}

function key(block: Box | undefined): number {
  return (block?.top ?? 0) + (block?.left ?? 0) * 0.01;
}

function blocksOf<T extends BlockUnit>(units: readonly T[]): Block<T>[] {
  const blocks: Block<T>[] = [];
  for (const unit of [...units].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const own = blocks.findIndex((block) => {
      const last = block.parts[0]?.at(-1);
      if (last?.piece === undefined || unit.piece === undefined) return false;
      const { size } = unit.piece;
      const step = unit.top - last.bottom;
      return (
        Math.abs(last.piece.size - size) < size * 0.08 &&
        step > -size * 0.3 &&
        step < size * 1.4 &&
        shared(block, unit) > Math.min(block.right - block.left, unit.right - unit.left) * 0.5
      );
    });
    const block = blocks[own];
    if (block === undefined) blocks.push({ ...boxOf(unit), parts: [[unit]] });
    else blocks[own] = { ...around(block, unit), parts: [[...(block.parts[0] ?? []), unit]] };
  }
  return withHeads(blocks);
}

/** A headline is read right before the first column under it. */
function withHeads<T extends BlockUnit>(blocks: readonly Block<T>[]): Block<T>[] {
  const out: Block<T>[] = [];
  const heads: Block<T>[] = [];
  for (const block of [...blocks].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const size = sizeOf(block) ?? 0;
    const under = blocks.some((other) => (sizeOf(other) ?? Infinity) * 1.2 < size && isRightUnder(block, other, size));
    if (under && (block.parts[0]?.length ?? 0) <= 3) {
      heads.push(block);
      continue;
    }
    const own = heads.filter((head) => isRightUnder(head, block, sizeOf(head) ?? 0));
    out.push(own.reduceRight((whole, head) => joined(head, whole), block));
    for (const head of own) heads.splice(heads.indexOf(head), 1);
  }
  return [...out, ...heads];
}

function isRightUnder(head: Box, block: Box, size: number): boolean {
  return block.top >= head.bottom - 2 && block.top - head.bottom < size * 2.5 && shared(head, block) > 0;
}

function sizeOf(block: Block<BlockUnit>): number | undefined {
  return block.parts[0]?.[0]?.piece?.size;
}

function joined<T>(head: Block<T>, block: Block<T>): Block<T> {
  return { ...around(head, block), parts: [...head.parts, ...block.parts] };
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function boxOf({ left, top, right, bottom }: Box): Box {
  return { left, top, right, bottom };
}

/** How far two boxes lie over each other across the page. */
function shared(a: Box, b: Box): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

function comesBefore(a: Box, b: Box, all: readonly Box[]): boolean {
  const width = Math.min(a.right - a.left, b.right - b.left);
  if (shared(a, b) > width * 0.1) return a.top < b.top;
  // Of two side by side the left one, unless the right one began well above it.
  if (a.left >= b.left || a.top > b.top + (b.bottom - b.top) * 0.5) return false;
  const [upper, lower] = a.top < b.top ? [a, b] : [b, a];
  return !all.some(
    (c) =>
      c !== a &&
      c !== b &&
      c.top >= upper.bottom - 1 &&
      c.bottom <= lower.top + 1 &&
      shared(c, a) > 0 &&
      shared(c, b) > 0,
  );
}
