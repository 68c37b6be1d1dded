import { bitsOf, lexicon, numberLimit } from "../lexicon.ts";

/** Words are looked for among so many characters on either side of a break. */
const reach = 6;
/** What it costs more, in bits, that a character is a word by itself. */
const alonePrice = 1;
/** What a character costs that the lexicon does not have. */
const unknownBits = 20;

let numbers: ReadonlyMap<string, number> | null = null;

/**
 * How many bits cheaper a text reads where a word may stand over the break than where none may: 新闻发 | 布会 many,
 * 在门口 | 晒太阳 none. Both are simplified.
 */
export function bitsOverBreak(before: string, after: string): number {
  const left = /\p{Script=Han}{1,6}$/u.exec(before.slice(-reach))?.[0] ?? "";
  const right = /^\p{Script=Han}{1,6}/u.exec(after.slice(0, reach))?.[0] ?? "";
  // The unit of a figure is a word by itself: must not read 200元 | 老支书 as 元老.
  if (
    left === "" ||
    right === "" ||
    /[\d一二三四五六七八九十百千万亿两几][余多]?\p{Script=Han}$/u.test(before.slice(-4))
  )
    return 0;
  return cost(left) + cost(right) - cost(left + right);
}

/** What the cheapest way to cut a text into words costs, in bits. */
function cost(text: string): number {
  const { characters, alone, two, three, four } = lexicon();
  numbers ??= new Map(Array.from(characters, (one, i) => [one, i + 1]));
  const known = numbers;
  const ids = Array.from(text, (one) => known.get(one) ?? 0);
  const best = [0];
  for (let end = 1; end <= ids.length; end++) {
    const [d = 0, c = 0, b = 0, a = 0] = [ids[end - 1], ids[end - 2], ids[end - 3], ids[end - 4]];
    let bits = (best[end - 1] ?? 0) + alonePrice + (d === 0 ? unknownBits : (alone[d - 1] ?? unknownBits));
    if (d !== 0 && c !== 0) {
      bits = Math.min(bits, (best[end - 2] ?? Infinity) + bitsOf(two, c, d));
      if (b !== 0) {
        const rest = c * numberLimit + d;
        bits = Math.min(bits, (best[end - 3] ?? Infinity) + bitsOf(three, b, rest));
        if (a !== 0)
          bits = Math.min(bits, (best[end - 4] ?? Infinity) + bitsOf(four, a, b * numberLimit * numberLimit + rest));
      }
    }
    best.push(bits);
  }
  return best.at(-1) ?? 0;
}
