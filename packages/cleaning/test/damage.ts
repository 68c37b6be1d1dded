import { Converter } from "opencc-js/cn2t";
import { codeOf, decodeDamaged, gbkTable } from "../src/gbk/gbk-table.ts";
import { scriptOf } from "../src/gbk/folding.ts";
import { isEveryday } from "../src/language/everyday.ts";
import { simplified } from "../src/rules/script/script.ts";
import { readingsOf } from "../src/readings.ts";
import { bytesOf } from "./helpers.ts";

/** A source of chance that gives the same every time. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The ways in which articles are known to get damaged, with how often each stands in the mix: what pages were found
 * to have comes first, damage of single bytes anywhere last.
 *
 *   a1-lost           A1 of a mark before another mark became `?`: 。” 。“
 *   gloss-between     a gloss was put after bytes that only look like its character, between two
 *   tag-remnant       A1 was lost before the end of a paragraph, and its tag went with it: `?!?/p>`
 *   utf8-as-western   UTF-8 read as Windows-1252, once or twice; utf8-as-gbk: read as GBK
 *   lead-marked       the first byte of any character became `?`; lead-lost: it is gone
 *   byte-…            any byte is gone, put in, or another
 *   mark-split        the bytes of a mark that two characters have between them were taken for the mark, and what is
 *                     before it, the mark and what is behind it were read apart: 海口 BA|A3 BF|DA, 危化 CE|A3 BB|AF
 *   gloss-split       a gloss between two characters, and the text read apart at its marks
 *
 * The last two are measured apart.
 */
export const mix = {
  "a1-lost": 30,
  "gloss-between": 12,
  "tag-remnant": 6,
  "utf8-as-western": 22,
  "utf8-as-western-twice": 8,
  "utf8-as-gbk": 8,
  "lead-marked": 4,
  "lead-lost": 4,
  "byte-lost": 3,
  "byte-inserted": 2,
  "byte-replaced": 1,
  "mark-split": 0,
  "gloss-split": 0,
} as const;
export type Mechanism = keyof typeof mix;

/** How the damaged bytes were read. */
interface Reader {
  readonly family: "swallow" | "keep" | "ignore";
  readonly drop: boolean;
  readonly fold: boolean;
}

const traditional = Converter({ from: "cn", to: "t" });

/** The traditional form of a text, with the quotation marks that it has. */
export function toTraditional(text: string): string {
  return traditional(text).replaceAll(/[「」]/gu, (mark: string) => (mark === "「" ? "“" : "”"));
}

export function readerOf(random: () => number, hant: boolean): Reader {
  const pick = random();
  return {
    family: pick < 0.55 ? "swallow" : pick < 0.85 ? "keep" : "ignore",
    drop: random() < (hant ? 0.5 : 0.15),
    fold: random() < 0.5,
  };
}

/** Damages one paragraph of an article; null where the mechanism finds no place in it. */
export function damage(
  lines: readonly string[],
  at: number,
  mechanism: Mechanism,
  reader: Reader,
  random: () => number,
): string | null {
  if (mechanism.startsWith("utf8")) {
    return lines.map((line, i) => (i === at ? misread(line, mechanism) : line)).join("\n");
  }
  const bytes = lines.map((line) => bytesOf(line));
  const line = bytes[at] ?? new Uint8Array();
  const hurt = hurtBytes(lines[at] ?? "", line, mechanism, random);
  if (hurt === null) return null;
  const pieces = partsOf(hurt);
  const read = (one: Uint8Array): string => {
    const text = decodeDamaged(one, {
      keepAscii: reader.family === "keep",
      ignore: reader.family === "ignore",
      drop: reader.drop,
    });
    return reader.fold
      ? text.replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
      : text;
  };
  return bytes.map((one, i) => (i === at ? pieces.map(read).join("") : read(one))).join("\n");
}

/** The codes of the marks at which a text is read apart, byte by byte. */
const partingMarks: ReadonlySet<number> = new Set([0xa1a3, 0xa3a1, 0xa3bf, 0xa3bb, 0xa3ac]);

/**
 * The parts of damaged bytes between marks and the marks themselves, from where they are out of step to the first mark
 * that brings them into step again.
 */
function partsOf({ bytes, out = bytes.length, steps = new Set() }: Hurt): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let i = out; i + 1 < bytes.length; i++) {
    if (!partingMarks.has((bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0))) continue;
    parts.push(bytes.slice(from, i), bytes.slice(i, i + 2));
    from = i + 2;
    if (steps.has(from)) break;
    i++;
  }
  return [...parts, bytes.slice(from)];
}

/** Reads the UTF-8 of a text as another encoding. */
function misread(text: string, mechanism: Mechanism): string {
  const once = new TextDecoder(mechanism === "utf8-as-gbk" ? "gbk" : "windows-1252").decode(
    new TextEncoder().encode(text),
  );
  return mechanism === "utf8-as-western-twice" ? misread(once, "utf8-as-western") : once;
}

/** Bytes that are damaged; where they are out of step and characters begin, for those that are read apart at marks. */
interface Hurt {
  readonly bytes: Uint8Array;
  readonly out?: number;
  readonly steps?: ReadonlySet<number>;
}

function hurtBytes(text: string, bytes: Uint8Array, mechanism: Mechanism, random: () => number): Hurt | null {
  const any = (limit: number): number => Math.floor(random() * limit);
  if (mechanism !== "mark-split" && mechanism !== "gloss-split") {
    const hurt = hurtInOne(text, bytes, mechanism, random);
    return hurt === null ? null : { bytes: hurt };
  }
  if (mechanism === "mark-split") {
    const places = starts(text).filter(
      ({ character, next }) =>
        codeOf(character) !== 0 && partingMarks.has((codeOf(character) & 255) * 256 + (codeOf(next) >> 8)),
    );
    const place = places[any(places.length)];
    if (place === undefined) return null;
    return { bytes, out: place.at + 1, steps: new Set(starts(text).map(({ at }) => at)) };
  }
  const glossed = glossedBetween(text, bytes, any);
  if (glossed === null) return null;
  const { at, length } = glossed;
  const steps = starts(text).map((one) => (one.at > at ? one.at + length : one.at));
  return { bytes: glossed.bytes, out: at + 3 + length, steps: new Set(steps) };
}

function hurtInOne(text: string, bytes: Uint8Array, mechanism: Mechanism, random: () => number): Uint8Array | null {
  const any = (limit: number): number => Math.floor(random() * limit);
  switch (mechanism) {
    case "a1-lost": {
      const places = starts(text).filter(
        ({ character, next }) => "。”、".includes(character) && next !== "" && "“”（《".includes(next),
      );
      const place = places[any(places.length)];
      return place === undefined
        ? null
        : Uint8Array.from([...bytes.slice(0, place.at), 0x3f, ...bytes.slice(place.at + 1)]);
    }
    case "lead-marked":
    case "lead-lost": {
      const places = starts(text).filter(({ character }) => codeOf(character) !== 0);
      const place = places[any(places.length)];
      if (place === undefined) return null;
      return Uint8Array.from([
        ...bytes.slice(0, place.at),
        ...(mechanism === "lead-lost" ? [] : [0x3f]),
        ...bytes.slice(place.at + 1),
      ]);
    }
    case "byte-lost": {
      const at = any(bytes.length);
      return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1)]);
    }
    case "byte-inserted": {
      const at = any(bytes.length + 1);
      return Uint8Array.from([...bytes.slice(0, at), randomByte(random), ...bytes.slice(at)]);
    }
    case "byte-replaced": {
      const at = any(bytes.length);
      return Uint8Array.from([...bytes.slice(0, at), randomByte(random), ...bytes.slice(at + 1)]);
    }
    case "gloss-between":
      return glossedBetween(text, bytes, any)?.bytes ?? null;
    case "tag-remnant": {
      if (!text.endsWith("。”")) return null;
      const close = bytesOf("</p>");
      const cut = bytes.length - 4;
      return Uint8Array.from([...bytes.slice(0, cut), 0x3f, ...bytes.slice(cut + 1), ...close]);
    }
    default:
      return null;
  }
}

/** Puts a gloss after a pair across two characters that is a character with a reading, and stays when it is glossed. */
function glossedBetween(
  text: string,
  bytes: Uint8Array,
  any: (limit: number) => number,
): { bytes: Uint8Array; at: number; length: number } | null {
  const { characters } = gbkTable();
  const places = starts(text).flatMap(({ character, next, at }) => {
    const pair = characters[(codeOf(character) & 255) * 256 + (codeOf(next) >> 8)] ?? "";
    const reading = readingsOf(pair)[0];
    if (codeOf(character) === 0 || codeOf(next) === 0 || reading === undefined || !isSpun(pair)) return [];
    return [{ at, reading }];
  });
  const place = places[any(places.length)];
  if (place === undefined) return null;
  const gloss = bytesOf(`(${toned(place.reading)})`);
  const all = Uint8Array.from([...bytes.slice(0, place.at + 3), ...gloss, ...bytes.slice(place.at + 3)]);
  return { bytes: all, at: place.at, length: gloss.length };
}

/** Tells whether spinners gloss a character: an everyday one that only traditional script writes. */
function isSpun(character: string): boolean {
  return scriptOf(character.charCodeAt(0)) === 1 && isEveryday(simplified(character));
}

function randomByte(random: () => number): number {
  return random() < 0.3 ? 0x20 + Math.floor(random() * 95) : 0x81 + Math.floor(random() * 126);
}

/** The syllable with a tone on its first vowel of weight. */
function toned(syllable: string): string {
  const tones: Readonly<Record<string, string>> = { a: "à", o: "ò", e: "è", i: "ì", u: "ù", v: "ǜ" };
  const main = ["a", "o", "e"].find((one) => syllable.includes(one)) ?? /[iuv](?=[^iuv]*$)/u.exec(syllable)?.[0] ?? "";
  const at = syllable.lastIndexOf(main);
  return main === "" ? syllable : syllable.slice(0, at) + (tones[main] ?? main) + syllable.slice(at + 1);
}

/** Each character with where its bytes begin. */
function starts(text: string): { character: string; next: string; at: number }[] {
  const found: { character: string; next: string; at: number }[] = [];
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    found.push({ character, next: text[i + 1] ?? "", at });
    at += character.charCodeAt(0) < 0x80 ? 1 : 2;
  }
  return found;
}
