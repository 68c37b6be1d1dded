import { Converter } from "opencc-js/cn2t";
import { codeOf, decodeDamaged, gbkTable } from "../src/gbk-table.ts";
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

/** The ways in which articles are known to get damaged: see the README for what each does. */
export const mechanisms = [
  "a1-lost-marked",
  "lead-lost-marked",
  "lead-lost",
  "byte-lost",
  "byte-inserted",
  "byte-replaced",
  "gloss-between",
  "tag-remnant",
  "two-places",
  "utf8-as-gbk",
  "utf8-as-western",
  "utf8-as-western-twice",
] as const;
export type Mechanism = (typeof mechanisms)[number];

/** How the damaged bytes were read. */
export interface Reader {
  readonly family: "swallow" | "keep" | "ignore";
  readonly drop: boolean;
  readonly fold: boolean;
}

export interface Damaged {
  readonly text: string;
  readonly reader: Reader;
}

const traditional = Converter({ from: "cn", to: "t" });

/** The traditional form of a text, where GBK has all of its characters. */
export function toTraditional(text: string): string {
  return [...text].map((one) => one).length === 0 ? text : traditional(text);
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
  return bytes.map((one, i) => read(i === at ? hurt : one)).join("\n");
}

/** Reads the UTF-8 of a text as another encoding. */
function misread(text: string, mechanism: Mechanism): string {
  const once = new TextDecoder(mechanism === "utf8-as-gbk" ? "gbk" : "windows-1252").decode(new TextEncoder().encode(text));
  return mechanism === "utf8-as-western-twice" ? misread(once, "utf8-as-western") : once;
}

function hurtBytes(text: string, bytes: Uint8Array, mechanism: Mechanism, random: () => number): Uint8Array | null {
  const any = (limit: number): number => Math.floor(random() * limit);
  switch (mechanism) {
    case "a1-lost-marked": {
      const places = starts(text).filter(({ character, next }) => "。”、“".includes(character) && codeOf(next) !== 0);
      const place = places[any(places.length)];
      return place === undefined
        ? null
        : Uint8Array.from([...bytes.slice(0, place.at), 0x3f, ...bytes.slice(place.at + 1)]);
    }
    case "lead-lost-marked":
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
    case "gloss-between": {
      // A pair across two characters that is a character with a reading, and stays when it is glossed.
      const { characters } = gbkTable();
      const places = starts(text).flatMap(({ character, next, at }) => {
        const pair = characters[(codeOf(character) & 255) * 256 + (codeOf(next) >> 8)] ?? "";
        const reading = readingsOf(pair)[0];
        return codeOf(character) === 0 || codeOf(next) === 0 || reading === undefined ? [] : [{ at, reading }];
      });
      const place = places[any(places.length)];
      if (place === undefined) return null;
      const gloss = bytesOf(`(${toned(place.reading)})`);
      return Uint8Array.from([...bytes.slice(0, place.at + 3), ...gloss, ...bytes.slice(place.at + 3)]);
    }
    case "tag-remnant": {
      if (!text.endsWith("。”")) return null;
      const close = bytesOf("</p>");
      const cut = bytes.length - 4;
      return Uint8Array.from([...bytes.slice(0, cut), 0x3f, ...bytes.slice(cut + 1), ...close]);
    }
    case "two-places": {
      const first = hurtBytes(text, bytes, random() < 0.5 ? "byte-lost" : "lead-lost-marked", random);
      if (first === null) return null;
      const at = any(first.length);
      return Uint8Array.from([...first.slice(0, at), ...first.slice(at + 1)]);
    }
    default:
      return null;
  }
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
