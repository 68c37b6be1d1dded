import { codeOf } from "./gbk-table.ts";
import { simplified } from "../rules/script/script.ts";

/** The folded form of a code unit plus one; 0 where it was not asked for. */
const folded = new Uint32Array(65_536);

/** Folds what is new in a text at once: one conversion of many characters costs little more than that of one. */
export function foldAll(text: string): void {
  const units = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (folded[unit] === 0 && (unit < 0xd800 || unit > 0xdfff)) units.add(text.charAt(i));
  }
  const plain = [...units].filter((one) => !narrow.includes(one));
  if (plain.length === 0) return;
  // Each on a line of its own, so that no phrase is converted.
  const converted = simplified(plain.join("\n")).split("\n");
  plain.forEach((one, i) => {
    const to = converted[i] ?? "";
    folded[one.charCodeAt(0)] = (to.length === 1 ? to : one).charCodeAt(0) + 1;
  });
}

const narrow = "!,:;?()\n";

/** Half-width marks count as their full-width fellows, traditional characters as simplified. */
export function fold(unit: number): number {
  const known = folded[unit] as number;
  if (known !== 0) return known - 1;
  const character = String.fromCharCode(unit);
  const at = narrow.indexOf(character);
  const to = at < 0 ? simplified(character) : ("！，：；？（）"[at] ?? character);
  const result = to.length === 1 ? to.charCodeAt(0) : unit;
  folded[unit] = result + 1;
  return result;
}

/** By code unit: 1 for what either script writes, 2 for simplified alone, 3 for traditional alone; 0 where not asked for. */
const scripts = new Uint8Array(65_536);
let big5: ReadonlySet<string> | null = null;

/** 1 for a character that only traditional script writes, -1 for one that only simplified script writes, else 0. */
export function scriptOf(unit: number): -1 | 0 | 1 {
  if (!(unit >= 0x4e00 && unit <= 0x9fff)) return 0;
  let script = scripts[unit] ?? 0;
  if (script === 0) {
    const character = String.fromCharCode(unit);
    const code = codeOf(character);
    const national = code >> 8 >= 0xb0 && code >> 8 <= 0xf7 && (code & 255) >= 0xa1;
    if (national) script = (big5 ??= big5Characters()).has(character) ? 1 : 2;
    else script = fold(unit) === unit ? 1 : 3;
    scripts[unit] = script;
  }
  return script === 2 ? -1 : script === 3 ? 1 : 0;
}

/** What Big5 has, and so what traditional script writes. */
function big5Characters(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = 0xa4; lead <= 0xf9; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder("big5").decode(Uint8Array.from(bytes)));
}
