import { brotliDecompressSync } from "node:zlib";
import { readings as packed } from "./data/readings.ts";
import { gbkTable } from "./gbk/gbk-table.ts";

let read: ReadonlyMap<string, readonly string[]> | null = null;

/** How a character is read, likeliest first: syllables without tones, ü written v; empty where nothing is known. */
export function readingsOf(character: string): readonly string[] {
  read ??= unpacked();
  return read.get(character) ?? [];
}

function unpacked(): ReadonlyMap<string, readonly string[]> {
  const bytes = new Uint8Array(brotliDecompressSync(Buffer.from(packed, "base64")));
  let at = 0;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const wide = (length: number): number[] => {
    const lows = take(length);
    const highs = take(length);
    return Array.from(lows, (low, i) => low + (highs[i] ?? 0) * 256);
  };
  const [namesLow = 0, namesHigh = 0, mainsLow = 0, mainsHigh = 0, othersLow = 0, othersHigh = 0] = take(6);
  const names = new TextDecoder().decode(take(namesLow + namesHigh * 256)).split(" ");
  const mains = wide(mainsLow + mainsHigh * 256);
  const others = wide(othersLow + othersHigh * 256);
  const list = gbkTable().characters.filter((one) => /^\p{Script=Han}$/u.test(one));
  const found = list.map((_one, i) => (mains[i] === 0 ? [] : [names[(mains[i] ?? 0) - 1] ?? ""]));
  for (let i = 0; i < others.length; i += 2) found[others[i] ?? 0]?.push(names[(others[i + 1] ?? 0) - 1] ?? "");
  return new Map(list.map((one, i) => [one, found[i] ?? []]));
}
