const hanPattern = /^[\p{Script=Han}〇々]$/u;

/** Tells whether a text begins with a Han character. */
export function isHan(text: string | undefined): boolean {
  if (text === undefined || text === "") return false;
  const unit = text.charCodeAt(0);
  if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  if (unit < 0x2e80) return false;
  return hanPattern.test(String.fromCodePoint(text.codePointAt(0) ?? 0));
}

/** Tells whether the code unit at a position is Han (either half of a character beyond the basic plane counts). */
export function isHanAt(text: string, position: number): boolean {
  const unit = text.charCodeAt(position);
  if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  if (Number.isNaN(unit) || unit < 0x2e80) return false;
  if (unit >= 0xdc00 && unit <= 0xdfff) return isHan(text.slice(position - 1, position + 1));
  return isHan(text.slice(position, position + 2));
}

/** Counts the Han characters of the basic plane in a text. */
export function hanCount(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf)) count++;
  }
  return count;
}

/** The white space that Chinese pages use, with U+3000, no-break and zero-width spaces. */
export function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0x3000 ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200d) ||
    unit === 0x2060 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0xad
  );
}
