import { characters, hongKong, phrases, taiwan } from "./traditional-data.ts";

/** Where traditional characters are read. */
export type Region = "TW" | "HK";

/** Quotation marks of our own words: CNS and Hong Kong practice. */
const quotes = pairsIn("“「”」‘『’』");

/**
 * Words of the field that are other words there, in traditional characters. Taiwan: OpenCC's TWPhrases and the usage of
 * the police (電信網路詐騙, 簡訊, 帳戶). Hong Kong: the usage of the police (電訊, 短訊, 戶口).
 */
export const terms: Readonly<Record<Region, readonly (readonly [string, string])[]>> = {
  TW: [
    ["網絡", "網路"],
    ["短信", "簡訊"],
    ["信息", "資訊"],
    ["賬戶", "帳戶"],
    ["域名", "網域"],
    ["字體", "字型"],
    ["文件", "檔案"],
    ["注：", "註："],
    ["注碼", "註碼"],
    ["軟件", "軟體"],
    ["互聯網", "網際網路"],
  ],
  HK: [
    ["電信", "電訊"],
    ["短信", "短訊"],
    ["信息", "資訊"],
    ["賬户", "戶口"],
    ["賬戶", "戶口"],
    ["文件", "檔案"],
    ["注：", "註："],
    ["注碼", "註碼"],
  ],
};

interface Tables {
  readonly byCharacter: ReadonlyMap<string, string>;
  readonly variants: Readonly<Record<Region, ReadonlyMap<string, string>>>;
  /** Words by their first character, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly [string, string])[]>;
}

let tables: Tables | null = null;

/** The tables, made when they are first asked for: an issue in simplified characters needs none. */
function tablesOf(): Tables {
  if (tables !== null) return tables;
  const byFirst = new Map<string, (readonly [string, string])[]>();
  for (const entry of phrases.split("|")) {
    const [from = "", to = ""] = entry.split(" ");
    const first = from.slice(0, 1);
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), [from, to] as const].sort(([a], [b]) => b.length - a.length),
    );
  }
  tables = { byCharacter: pairsIn(characters), variants: { TW: pairsIn(taiwan), HK: pairsIn(hongKong) }, byFirst };
  return tables;
}

/** Writes our own words, names and units in the characters and words of a region; what is traditional stays. */
export function traditional(text: string, region: Region): string {
  const { byCharacter, variants, byFirst } = tablesOf();
  let result = "";
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const phrase = byFirst.get(character)?.find(([from]) => text.startsWith(from, at));
    const to = phrase?.[1] ?? byCharacter.get(character) ?? quotes.get(character) ?? character;
    for (const one of to) result += variants[region].get(one) ?? one;
    at += phrase?.[0].length ?? character.length;
  }
  return regional(result, region);
}

/** Writes text that is in traditional characters already in the words of a region: 電信網絡詐騙 → 電信網路詐騙. */
export function regional(text: string, region: Region): string {
  let result = text;
  for (const [from, to] of terms[region]) result = result.replaceAll(from, to);
  return result;
}

function pairsIn(text: string): ReadonlyMap<string, string> {
  const list = [...text];
  return new Map(
    Array.from({ length: Math.floor(list.length / 2) }, (_, at) => [list[at * 2] ?? "", list[at * 2 + 1] ?? ""]),
  );
}
