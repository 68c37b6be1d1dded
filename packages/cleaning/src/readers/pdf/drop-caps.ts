import type { Piece } from "./pieces.ts";

/**
 * Reads a large first character that several lines stand beside as the start of the first of them, and lets those
 * lines begin where it begins.
 */
export function withDropCaps(pieces: readonly Piece[], body: number): Piece[] {
  let out = [...pieces];
  for (const cap of pieces) {
    // One character, with a quotation mark before it or the digits of a number.
    if (cap.vertical || cap.size < body * 1.7 || !/^[“‘]?(?:\p{Script=Han}|\d{1,4}|[A-Z])$/u.test(cap.text)) continue;
    const beside = out
      .filter(
        (one) =>
          !one.vertical &&
          one.size * 1.7 < cap.size &&
          one.left > cap.right - cap.size * 0.1 &&
          one.left < cap.right + Math.max(one.size * 1.2, cap.size * 0.7) &&
          one.baseline > cap.top + one.size * 0.4 &&
          one.baseline < cap.bottom + one.size * 0.4,
      )
      .sort((a, b) => a.baseline - b.baseline);
    const [first] = beside;
    const last = beside.at(-1);
    if (first === undefined || last === undefined || first === last || first.text.length < 4) continue;
    const under = out.some(
      (one) =>
        one !== cap &&
        Math.abs(one.left - cap.left) < one.size * 0.5 &&
        Math.abs(one.size - first.size) < 0.5 &&
        one.baseline > last.baseline &&
        one.baseline - last.baseline < last.size * 2.6,
    );
    if (!under) continue;
    out = out
      .filter((one) => one !== cap)
      .map((one) => {
        if (!beside.includes(one)) return one;
        return { ...one, left: cap.left, text: one === first ? cap.text + one.text : one.text };
      });
  }
  return out;
}
