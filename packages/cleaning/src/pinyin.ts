/** A Pinyin syllable as it is written after a character. */
export interface Syllable {
  /** Lower case, without tone marks, ü written v. */
  readonly letters: string;
  /** Whether a tone is marked. */
  readonly toned: boolean;
}

const marked = new Map<string, string>();
for (const [plain, forms] of [
  ["a", "āáǎàăɑ"],
  ["e", "ēéěèĕ"],
  ["i", "īíǐìĭ"],
  ["o", "ōóǒòŏ"],
  ["u", "ūúǔùŭ"],
  ["v", "ǖǘǚǜü"],
  ["n", "ńňǹ"],
  ["m", "ḿ"],
] as const) {
  for (const form of forms) marked.set(form, plain);
}

const finals: Readonly<Record<string, string>> = {
  b: "a ai an ang ao ei en eng i ian iao ie in ing o u",
  p: "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
  m: "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
  f: "a an ang ei en eng iao o ou u",
  d: "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
  t: "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
  n: "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue",
  l: "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve ue",
  g: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  k: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  h: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  j: "i ia ian iang iao ie in ing iong iu u uan ue un",
  q: "i ia ian iang iao ie in ing iong iu u uan ue un",
  x: "i ia ian iang iao ie in ing iong iu u uan ue un",
  zh: "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
  ch: "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
  sh: "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
  r: "an ang ao e en eng i ong ou u ua uan ui un uo",
  z: "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
  c: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  s: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  y: "a an ang ao e i in ing o ong ou u uan ue un",
  w: "a ai an ang ei en eng o u",
  "": "a ai an ang ao e ei en eng er o ou",
};

const syllables = new Set<string>();
for (const [initial, list] of Object.entries(finals))
  for (const final of list.split(" ")) syllables.add(initial + final);

/** Reads a text that is exactly one syllable, with or without a tone (mark, or digit 1 to 5); else null. */
export function syllableOf(text: string): Syllable | null {
  if (text.length === 0 || text.length > 9) return null;
  let letters = "";
  let toned = false;
  for (const character of text.normalize("NFC").toLowerCase()) {
    const plain = marked.get(character);
    if (plain !== undefined) {
      letters += plain;
      if (character !== "ü" && character !== "ɑ") toned = true;
    } else if (/^[a-z]$/u.test(character)) letters += character;
    else if (/^[1-5]$/u.test(character) && letters !== "" && !toned) toned = true;
    else return null;
  }
  if (/[1-5]/u.test(text.slice(0, -1))) return null;
  return syllables.has(letters) ? { letters, toned } : null;
}
