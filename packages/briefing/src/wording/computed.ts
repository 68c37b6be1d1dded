import type { ComputedChange } from "@jianbao/analysis";
import { decimalOf, formatDecimal, round } from "@jianbao/model";

/** Words that a language puts around the size of a computed change. */
export interface ComputedWords {
  readonly between: string;
  readonly above: string;
  readonly percent: string;
  readonly pp: string;
  readonly about: string;
}

/** Digits after the point of a percentage: statistical offices publish one. */
const mostDigits = 1;

/**
 * Writes the size of a computed change with the digits that its interval supports: `5.8%` where both
 * ends round to it, `约53%` where they are at most two of its last digit apart, `14%至18%` (rounded
 * outward) where they are further, `14%以上` where one end is open.
 * The direction is the caller's to say; an interval around zero says its signs itself.
 */
export function computedSizeOf(computed: ComputedChange, words: ComputedWords): string {
  const { value, low, high } = computed;
  const digits = Math.min(computed.digits, mostDigits);
  const unit = computed.unit === "pp" ? words.pp : words.percent;
  const write = (size: number): string => formatDecimal(round(decimalOf(size), digits));
  const outward = (size: number, up: boolean): string => {
    const step = 10 ** -digits;
    const steps = size / step;
    return write((up ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9)) * step);
  };
  if (low !== null && high !== null) {
    if (low < 0 && high > 0 && write(low) !== write(high)) {
      return `−${outward(-low, true)}${unit}${words.between}+${outward(high, true)}${unit}`;
    }
    const least = Math.min(Math.abs(low), Math.abs(high));
    const most = Math.max(Math.abs(low), Math.abs(high));
    if (write(least) === write(most)) return `${write(value)}${unit}`;
    if (most - least <= 2 * 10 ** -digits + 1e-9) return `${words.about}${write(value)}${unit}`;
    return `${outward(least, false)}${unit}${words.between}${outward(most, true)}${unit}`;
  }
  if (low === null && high === null) return `${words.about}${write(value)}${unit}`;
  const known = Math.abs(low ?? high ?? value);
  const isFloor = computed.direction === "up" ? low !== null : high !== null;
  return isFloor ? `${outward(known, false)}${unit}${words.above}` : `${words.about}${write(value)}${unit}`;
}
