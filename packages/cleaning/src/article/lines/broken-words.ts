import { childOf, wordModel } from "../../language/word-model.ts";

/** Words are looked for among so many characters on either side of a break. */
const reach = 6;
/** What it costs more, in bits, that a character is a word by itself. */
const alonePrice = 1;
/** What a character costs that the table does not have. */
const unknownBits = 20;

/**
 * How many bits cheaper a text reads where a word may stand over the break than where none may: 新闻发 | 布会 many,
 * 在门口 | 晒太阳 none. Both are simplified.
 */
export function bitsOverBreak(before: string, after: string): number {
  const left = /\p{Script=Han}{1,6}$/u.exec(before.slice(-reach))?.[0] ?? "";
  const right = /^\p{Script=Han}{1,6}/u.exec(after.slice(0, reach))?.[0] ?? "";
  // The unit of a figure is a word by itself: must not read 200元 | 老支书 as 元老.
  if (left === "" || right === "" || unitOfFigure.test(before.slice(-4))) return 0;
  return cost(left) + cost(right) - cost(left + right);
}

// Matches `200元`, `三十余名`; must not match `一小`.
const unitOfFigure =
  /[\d一二三四五六七八九十百千万亿两几][余多]?[元个名起件条张部台处人户家次年月日时分秒天里米吨亩斤岁套间座只头把份吨层届期版号]$/u;

/** What it costs at least up to each place of the text at hand; room for what stands on both sides of a break. */
const cheapest = new Float64Array(2 * reach + 1);

/** What the cheapest way to cut a text into words costs, in bits. */
function cost(text: string): number {
  const { alone, chances, classes, tree } = wordModel();
  const best = cheapest.fill(Infinity, 0, text.length + 1);
  best[0] = 0;
  for (let start = 0; start < text.length; start++) {
    const before = best[start] as number;
    let node = 0;
    for (let end = start; end < text.length; end++) {
      const number = classes[text.charCodeAt(end)] ?? 0;
      if (end === start) {
        const single = number === 0 ? unknownBits : (alone[number - 1] ?? unknownBits);
        best[end + 1] = Math.min(best[end + 1] as number, before + alonePrice + single);
      }
      node = number === 0 ? 0 : childOf(tree, node, number);
      if (node === 0) break;
      if (end === start || tree.ends[node] !== 1) continue;
      const word = tree.from[node] as number;
      const bits = -Math.log2((chances[word + 1] as number) - (chances[word] as number));
      best[end + 1] = Math.min(best[end + 1] as number, before + bits);
    }
  }
  return best[text.length] as number;
}
