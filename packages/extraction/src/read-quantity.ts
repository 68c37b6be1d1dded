import type { Quantity } from "@jianbao/model";
import { readFigure } from "./figure.ts";

/**
 * Reads a figure that is written by itself, as an editor types one: 13.1万起, 近4万人, 20%. Its `text` is all of it, the
 * hedge included; a number without a unit is of unit `other`. Null where the text is no figure or is more than one.
 */
export function readQuantity(text: string): Quantity | null {
  for (let at = 0; at < text.length; at++) {
    const figure = readFigure(text, at);
    if (figure === null) continue;
    if (figure.prefixStart !== 0 || figure.end !== text.length || figure.value === null) return null;
    const { value, unit, unitText, bound, low, high } = figure;
    return { text, value, unit: unit ?? "other", unitText, bound, low, high };
  }
  return null;
}
