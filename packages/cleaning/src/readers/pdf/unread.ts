import { isEveryday } from "../../language/everyday.ts";
import type { Ink } from "./glyphs.ts";

/** Characters of a document whose font does not tell what they are: how many of how many, on which pages. */
export interface Unread {
  readonly count: number;
  readonly of: number;
  /** For each page: whether it holds any. */
  readonly pages: readonly boolean[];
}

/**
 * Finds fonts without a map to Unicode. Their characters come out as private-use or control characters, or as
 * whatever their glyphs' numbers mean in Unicode: letters of scripts that no Chinese page mixes, or rare Han.
 */
export function unreadIn(pages: readonly (Ink | null)[]): Unread {
  const fonts = new Map<string, { all: number; bad: number; han: number; everyday: number }>();
  for (const page of pages) {
    for (const { text, font } of page?.glyphs ?? []) {
      if (text.trim() === "" && text !== "") continue;
      const sum = fonts.get(font) ?? { all: 0, bad: 0, han: 0, everyday: 0 };
      fonts.set(font, sum);
      sum.all++;
      if (text === "" || isOdd(text)) sum.bad++;
      if (/^\p{Script=Han}/u.test(text)) {
        sum.han++;
        if (isEveryday(text)) sum.everyday++;
      }
    }
  }
  const unread = new Set<string>();
  for (const [font, { all, bad, han, everyday }] of fonts) {
    if ((all >= 4 && bad * 4 >= all) || (han >= 24 && everyday * 12 < han)) unread.add(font);
  }
  let count = 0;
  let of = 0;
  const found = pages.map((page) => {
    const glyphs = (page?.glyphs ?? []).filter(({ text }) => text === "" || text.trim() !== "");
    const bad = glyphs.filter((glyph) => unread.has(glyph.font) || isPrivate(glyph.text)).length;
    count += bad;
    of += glyphs.length;
    return bad > 0;
  });
  return { count, of, pages: found };
}

function isPrivate(text: string): boolean {
  const unit = text.charCodeAt(0);
  return (unit >= 0xe000 && unit <= 0xf8ff) || unit === 0xfffd || unit < 0x20;
}

/** Matches `Ą`, `ङ`, `ÿ`, `þ`, U+E010; must not match `汉`, `A`, `é`, `Ω`, `ㄅ`, `①`, `×`. */
function isOdd(text: string): boolean {
  return (
    isPrivate(text) ||
    /^(?![\p{Script=Han}\p{Script=Greek}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Cyrillic}A-Za-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ])\p{L}/u.test(
      text,
    )
  );
}
