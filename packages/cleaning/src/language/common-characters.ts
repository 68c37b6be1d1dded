import { common as packed } from "../data/common.ts";

const bits: Uint8Array = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));

/** Tells whether a code unit is one of the characters that everyday text is written in, in either script. */
export function isCommon(unit: number): boolean {
  const at = unit - 0x4e00;
  return at >= 0 && at < bits.length * 8 && ((bits[at >> 3] as number) & (1 << (at & 7))) !== 0;
}
