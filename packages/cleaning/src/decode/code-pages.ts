/** The encodings that text is taken for by mistake: those of Windows and DOS for other scripts, and of East Asia. */
export type PageName =
  | "windows-1252"
  | "windows-1250"
  | "windows-1251"
  | "koi8-r"
  | "macintosh"
  | "cp437"
  | "gb18030"
  | "big5"
  | "shift_jis"
  | "euc-jp"
  | "euc-kr";

/** An encoding of one or two bytes a character, both ways, built from the decoder itself: Node has no encoders. */
export interface CodePage {
  /** The code of a code unit (one byte, or lead × 256 + trail), or 0. */
  readonly codes: Uint16Array;
  /** The code unit of a code, or 0. */
  readonly units: Uint16Array;
  /** Has characters of two bytes. */
  readonly isDouble: boolean;
}

const pages = new Map<PageName, CodePage>();

/** Builds a code page at the first call. ASCII stands for itself in all of them, and is left out. */
export function codePage(name: PageName): CodePage {
  let page = pages.get(name);
  if (page === undefined) {
    page = pageOf(name);
    pages.set(name, page);
  }
  return page;
}

/** DOS for the West, which Node does not know: archives name their files in it. */
const dos =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

function pageOf(name: PageName): CodePage {
  const codes = new Uint16Array(65_536);
  const units = new Uint16Array(65_536);
  const put = (code: number, text: string): void => {
    const unit = text.charCodeAt(0);
    if (text.length !== 1 || unit === 0xfffd || unit < 0x80) return;
    units[code] = unit;
    if (codes[unit] === 0) codes[unit] = code;
  };
  const isDouble = /^(?:gb|big|shift|euc)/u.test(name);
  if (name === "cp437") [...dos].forEach((character, i) => put(i + 0x80, character));
  else {
    const decoder = new TextDecoder(name);
    for (let byte = 0x80; byte <= 0xff; byte++) put(byte, decoder.decode(Uint8Array.of(byte)));
  }
  if (isDouble) putPairs(name, put);
  // Where Windows has marks, Latin-1 has control characters.
  else for (let byte = 0x80; byte < 0xa0; byte++) if (codes[byte] === 0) codes[byte] = byte;
  return { codes, units, isDouble };
}

function putPairs(name: PageName, put: (code: number, text: string) => void): void {
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) pairs.push(lead * 256 + trail);
  }
  const bytes = new Uint8Array(pairs.length * 3);
  pairs.forEach((pair, i) => bytes.set([pair >> 8, pair & 255, 0x0a], i * 3));
  // A line's end keeps what is no character from taking the next one along.
  new TextDecoder(name)
    .decode(bytes)
    .split("\n")
    .forEach((text, i) => put(pairs[i] ?? 0, text));
}
