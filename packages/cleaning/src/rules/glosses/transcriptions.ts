import { syllableOf } from "../../pinyin.ts";

/** A reading as it is written beside characters: one or more syllables. */
export interface Transcription {
  /** Lower case, without tones and separators, ü written v. */
  readonly letters: string;
  /** Whether a tone is marked; zhuyin always tells the tone. */
  readonly toned: boolean;
  /** How many syllables, where spaces or zhuyin tell; else 1 for a lawful syllable and 0 for an unknown number. */
  readonly syllables: number;
  /** Begins with a capital letter, as names do. */
  readonly capital: boolean;
}

/** Reads the words of a bracket as Pinyin or zhuyin, or gives null: `guān`, `guan1`, `wǎng luò`, `Wang Yi`, `ㄍㄨㄢ`. */
export function transcriptionOf(text: string): Transcription | null {
  const bare = text.trim();
  if (bare === "" || bare.length > 60) return null;
  // `xíng/háng` gives alternatives, of which the first is the page's.
  const others = bare.split(/[/,，、]/u);
  if (others.length > 1) {
    const all = others.map((one) => transcriptionOf(one));
    return all.every((one) => one?.syllables === 1) ? (all[0] ?? null) : null;
  }
  return /[ㄅ-ㄩ]/u.test(bare) ? ofZhuyin(bare) : ofPinyin(bare);
}

function ofPinyin(text: string): Transcription | null {
  let letters = "";
  let toned = false;
  let parts = 1;
  let syllable = "";
  const capital = /^\p{Lu}/u.test(text);
  for (const character of text.normalize("NFKC").toLowerCase().normalize("NFD")) {
    if (/[a-zɑɡ]/u.test(character)) {
      // A digit or a space before it begins a new syllable.
      if (syllable === "" && letters !== "") parts++;
      syllable += character === "ɑ" ? "a" : character === "ɡ" ? "g" : character;
      letters += character === "ɑ" ? "a" : character === "ɡ" ? "g" : character;
    } else if (character === "\u0308" || character === ":") {
      if (!letters.endsWith("u")) return null;
      letters = `${letters.slice(0, -1)}v`;
    } else if (/[\u0300\u0301\u0304\u0306\u030C]/u.test(character)) {
      if (letters === "") return null;
      toned = true;
    } else if (/[0-5]/u.test(character)) {
      if (syllable === "") return null;
      toned = true;
      syllable = "";
    } else if (/[\s'’·-]/u.test(character)) syllable = "";
    else return null;
  }
  if (letters === "") return null;
  if (parts > 1) return { letters, toned, syllables: parts, capital };
  // 花(huār): a syllable with the r that 儿 makes of its end.
  const stem = toned && letters.endsWith("r") && syllableOf(letters) === null ? letters.slice(0, -1) : letters;
  return syllableOf(stem) === null
    ? { letters, toned, syllables: 0, capital }
    : { letters: stem, toned, syllables: 1, capital };
}

const initials: Readonly<Record<string, string>> = {
  ㄅ: "b",
  ㄆ: "p",
  ㄇ: "m",
  ㄈ: "f",
  ㄉ: "d",
  ㄊ: "t",
  ㄋ: "n",
  ㄌ: "l",
  ㄍ: "g",
  ㄎ: "k",
  ㄏ: "h",
  ㄐ: "j",
  ㄑ: "q",
  ㄒ: "x",
  ㄓ: "zh",
  ㄔ: "ch",
  ㄕ: "sh",
  ㄖ: "r",
  ㄗ: "z",
  ㄘ: "c",
  ㄙ: "s",
};

/** Each final of zhuyin behind an initial, and where it has none. */
const finals: Readonly<Record<string, readonly [behind: string, alone: string]>> = {
  ㄚ: ["a", "a"],
  ㄛ: ["o", "o"],
  ㄜ: ["e", "e"],
  ㄝ: ["e", "e"],
  ㄞ: ["ai", "ai"],
  ㄟ: ["ei", "ei"],
  ㄠ: ["ao", "ao"],
  ㄡ: ["ou", "ou"],
  ㄢ: ["an", "an"],
  ㄣ: ["en", "en"],
  ㄤ: ["ang", "ang"],
  ㄥ: ["eng", "eng"],
  ㄦ: ["er", "er"],
  ㄧ: ["i", "yi"],
  ㄧㄚ: ["ia", "ya"],
  ㄧㄝ: ["ie", "ye"],
  ㄧㄠ: ["iao", "yao"],
  ㄧㄡ: ["iu", "you"],
  ㄧㄢ: ["ian", "yan"],
  ㄧㄣ: ["in", "yin"],
  ㄧㄤ: ["iang", "yang"],
  ㄧㄥ: ["ing", "ying"],
  ㄨ: ["u", "wu"],
  ㄨㄚ: ["ua", "wa"],
  ㄨㄛ: ["uo", "wo"],
  ㄨㄞ: ["uai", "wai"],
  ㄨㄟ: ["ui", "wei"],
  ㄨㄢ: ["uan", "wan"],
  ㄨㄣ: ["un", "wen"],
  ㄨㄤ: ["uang", "wang"],
  ㄨㄥ: ["ong", "weng"],
  ㄩ: ["v", "yu"],
  ㄩㄝ: ["ve", "yue"],
  ㄩㄢ: ["uan", "yuan"],
  ㄩㄣ: ["un", "yun"],
  ㄩㄥ: ["iong", "yong"],
};

function ofZhuyin(text: string): Transcription | null {
  const parts = text
    .replaceAll(/[ˊˇˋˉ˙]/gu, " ")
    .trim()
    .split(/\s+/u);
  let letters = "";
  for (const part of parts) {
    const pinyin = syllableOfZhuyin(part.replaceAll("一", "ㄧ"));
    if (pinyin === null) return null;
    letters += pinyin;
  }
  return { letters, toned: true, syllables: parts.length, capital: false };
}

function syllableOfZhuyin(text: string): string | null {
  const initial = initials[text[0] ?? ""];
  if (initial === undefined) return finals[text]?.[1] ?? null;
  const rest = text.slice(1);
  if (rest === "") return /^(?:zh|ch|sh|r|z|c|s)$/u.test(initial) ? `${initial}i` : null;
  const final = finals[rest]?.[0];
  if (final === undefined) return null;
  return initial + (/^[jqx]$/u.test(initial) ? final.replace("v", "u") : final);
}
