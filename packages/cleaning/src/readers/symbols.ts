/** Signs of the fonts Wingdings and Symbol, by the low byte of their private-use code. */
const signs: Readonly<Record<number, string>> = {
  0x52: "☑",
  0x53: "☒",
  0x6c: "●",
  0x6d: "○",
  0x6e: "■",
  0x6f: "□",
  0x70: "□",
  0x71: "□",
  0x72: "□",
  0x74: "◆",
  0x75: "◆",
  0x76: "❖",
  0x77: "◆",
  0x9f: "•",
  0xa1: "○",
  0xa7: "▪",
  0xa8: "□",
  0xb7: "•",
  0xd8: "➢",
  0xe0: "→",
  0xf0: "→",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};

/** The common character for a private-use code of a sign font (U+F06C is ●), or the code itself where none is known. */
export function signOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xf000 && code <= 0xf0ff ? (signs[code & 0xff] ?? character) : character;
}
