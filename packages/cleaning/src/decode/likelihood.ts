import { isEveryday } from "../language/everyday.ts";
import { gbkTable } from "../gbk/gbk-table.ts";

/** What each code unit costs in bits where Chinese text is read; made at the first call. */
let costs: Uint8Array | null = null;

/**
 * How many bits it takes to say a text where Chinese is expected: few for everyday characters and marks, many for
 * rare ones, very many for what cannot be text. Of several decodings of one file the cheapest is the right one.
 */
export function bitsOf(text: string): number {
  const table = (costs ??= tableOfCosts());
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += table[text.charCodeAt(i)] ?? 0;
  return sum;
}

/** What one code unit costs in bits where Chinese text is read. */
export function unitBits(unit: number): number {
  return (costs ??= tableOfCosts())[unit] ?? 0;
}

function tableOfCosts(): Uint8Array {
  const table = new Uint8Array(65_536).fill(17);
  const fill = (from: number, to: number, bits: number): void => {
    table.fill(bits, from, to + 1);
  };
  fill(0x00, 0x1f, 22);
  fill(0x20, 0x7e, 6);
  for (const unit of [0x09, 0x0a, 0x0d]) table[unit] = 5;
  fill(0x7f, 0x9f, 28);
  fill(0x3400, 0x9fff, 20);
  fill(0x2010, 0x2027, 8);
  fill(0x2460, 0x249b, 12);
  fill(0x3000, 0x3011, 6);
  fill(0xff01, 0xff5e, 8);
  fill(0xac00, 0xd7a3, 20);
  fill(0xd800, 0xdfff, 13);
  fill(0xe000, 0xf8ff, 26);
  fill(0xfff0, 0xffff, 28);
  table[0xfeff] = 8;
  table[0xfffd] = 30;
  for (const mark of "，。、；：？！“”（）《》·—…％") table[mark.charCodeAt(0)] = 6;
  // The common characters of either script: level 1 of GB 2312, level 1 of Big5.
  const { characters, codes } = gbkTable();
  for (let unit = 0x4e00; unit <= 0x9fff; unit++) {
    const code = codes[unit] ?? 0;
    const lead = code >> 8;
    if ((code & 255) < 0xa1) continue;
    if (lead >= 0xb0 && lead <= 0xd7) table[unit] = isEveryday(characters[code] ?? "") ? 9 : 13;
    else if (lead >= 0xd8 && lead <= 0xf7) table[unit] = 17;
  }
  for (const character of commonInBig5()) {
    const unit = character.charCodeAt(0);
    table[unit] = Math.min(table[unit] ?? 17, 13);
  }
  return table;
}

function commonInBig5(): string {
  const bytes: number[] = [];
  for (let lead = 0xa4; lead <= 0xc6; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if ((trail > 0x7e && trail < 0xa1) || (lead === 0xc6 && trail > 0x7e)) continue;
      bytes.push(lead, trail);
    }
  }
  return new TextDecoder("big5").decode(Uint8Array.from(bytes));
}
