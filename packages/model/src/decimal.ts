/**
 * An exact decimal number, `digits × 10^−scale`: figures are counted and compared without floats.
 * 13.1万 is `{digits: 131000n, scale: 0}`; 36.8 is `{digits: 368n, scale: 1}`.
 */
export interface Decimal {
  readonly digits: bigint;
  /** Number of digits after the point, ≥ 0. */
  readonly scale: number;
}

/** Reads an Arabic numeral, with or without thousands separators; returns null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const small = parseSmall(text);
  if (small !== null) return small;
  // Matches `1,234.5`, `-3.2`, `131000`; must not match `1.`, `.5` or `12,34`.
  const match = /^([-+−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/u.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? "";
  const digits = BigInt((match[2] ?? "").replaceAll(",", "") + fraction);
  const negative = match[1] === "-" || match[1] === "−";
  return { digits: negative ? -digits : digits, scale: fraction.length };
}

/** Reads `131000` and `36.8`, up to fifteen digits: nearly all that texts print. */
function parseSmall(text: string): Decimal | null {
  const { length } = text;
  if (length === 0 || length > 15) return null;
  let digits = 0;
  let point = -1;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x2e && point < 0 && i > 0 && i < length - 1) point = i;
    else if (unit >= 0x30 && unit <= 0x39) digits = digits * 10 + unit - 0x30;
    else return null;
  }
  return { digits: BigInt(digits), scale: point < 0 ? 0 : length - 1 - point };
}

/** Makes a decimal of a JavaScript number, by its shortest notation (0.1 is one tenth). */
export function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`a decimal cannot be ${value}`);
  const [mantissa = "0", exponent = "0"] = `${value}`.split("e");
  const parsed = parseDecimal(mantissa);
  if (!parsed) throw new RangeError(`a decimal cannot be ${value}`);
  return shift(parsed, Number(exponent));
}

/** Multiplies by a power of ten, exactly: `shift(13.1, 4)` is 131000. */
export function shift(value: Decimal, power: number): Decimal {
  const scale = value.scale - power;
  return scale >= 0 ? { digits: value.digits, scale } : { digits: value.digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Adds two decimals exactly. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: widen(a, scale) + widen(b, scale), scale };
}

/** Subtracts `b` from `a` exactly. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

/** Multiplies two decimals exactly. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** Compares two decimals: negative, zero or positive as `a` is less, equal or greater. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const difference = subtract(a, b).digits;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Divides to `scale` digits after the point, rounding half away from zero; null where `b` is zero. */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal | null {
  if (b.digits === 0n) return null;
  const power = scale + b.scale - a.scale;
  const numerator = power >= 0 ? a.digits * 10n ** BigInt(power) : a.digits;
  const denominator = power >= 0 ? b.digits : b.digits * 10n ** BigInt(-power);
  return { digits: roundedQuotient(numerator, denominator), scale };
}

/** Rounds to `scale` digits after the point, half away from zero (GB/T 8170 for published figures rounds by value). */
export function round(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return { digits: widen(value, scale), scale };
  return { digits: roundedQuotient(value.digits, 10n ** BigInt(value.scale - scale)), scale };
}

/** Writes plain digits without trailing zeros or thousands separators: `131000`, `36.8`, `-0.5`. */
export function formatDecimal(value: Decimal): string {
  const negative = value.digits < 0n;
  const digits = `${negative ? -value.digits : value.digits}`.padStart(value.scale + 1, "0");
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = digits.slice(digits.length - value.scale);
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === "0") end--;
  return `${negative && value.digits !== 0n ? "-" : ""}${whole}${end > 0 ? `.${fraction.slice(0, end)}` : ""}`;
}

/** The nearest JavaScript number; exact for every figure below 2^53. */
export function toNumber(value: Decimal): number {
  const { digits, scale } = value;
  const number = Number(digits);
  if (scale === 0) return number;
  // Both are exact, and so is the division as far as a number can be.
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER && scale <= 22
    ? number / 10 ** scale
    : Number(formatDecimal(value));
}

function widen(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}
