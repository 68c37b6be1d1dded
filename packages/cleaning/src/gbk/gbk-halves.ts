import { gbkTable } from "./gbk-table.ts";
import { foldAll } from "./folding.ts";

/** Tells whether a character is one of private use: cleaners of text drop these without a trace. */
export function isPrivate(character: string): boolean {
  const unit = character.charCodeAt(0);
  return unit >= 0xe000 && unit <= 0xf8ff;
}

/** Tells whether private-use characters have a byte as their first. */
export function isPrivateLead(lead: number): boolean {
  return (lead >= 0xaa && lead <= 0xaf) || lead >= 0xf8 || (lead >= 0xa1 && lead <= 0xa9);
}

let privatePairs: Uint8Array | null = null;

/** Tells whether a code (lead × 256 + trail) is a character of private use. */
export function isPrivatePair(code: number): boolean {
  if (privatePairs === null) {
    privatePairs = new Uint8Array(65_536);
    for (const one of gbkTable().dropped) privatePairs[one] = 1;
  }
  return privatePairs[code] === 1;
}

const byLead: (readonly string[] | undefined)[] = [];
const byTrail: (readonly string[] | undefined)[] = [];

/** The characters of articles that have a byte as their first or second. */
export function charactersBy(which: "lead" | "trail", byte: number): readonly string[] {
  const known = (which === "lead" ? byLead : byTrail)[byte];
  if (known !== undefined) return known;
  const { characters } = gbkTable();
  const found: string[] = [];
  for (let other = 0x40; other <= 0xfe; other++) {
    const character = characters[which === "lead" ? byte * 256 + other : other * 256 + byte] ?? "";
    if (isText(character)) found.push(character);
  }
  foldAll(found.join(""));
  (which === "lead" ? byLead : byTrail)[byte] = found;
  return found;
}

/** Characters that articles are written in: Han and the marks of Chinese text. */
export function isText(character: string): boolean {
  return /^[\p{Script=Han}，。、：；！？“”‘’（）《》…—·〈〉【】％　]$/u.test(character);
}
