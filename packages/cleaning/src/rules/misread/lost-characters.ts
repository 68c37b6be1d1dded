import { fold, scriptOf } from "../../gbk/folding.ts";
import { isCommon } from "../../language/common-characters.ts";
import { LanguageModel, freed, nothingRead } from "../../language/language-model.ts";
import { asSpoken } from "./figures.ts";
import { evidenceFor } from "./lost-evidence.ts";

/** A character of a text that is lost in part: U+FFFD stands at its place. */
export interface LostCharacter {
  readonly at: number;
  /** What it may be, by the bytes that are left of it. */
  readonly candidates: readonly string[];
  /** Those of them that what was done to the text would have lost; all, where it is not told. */
  readonly likely?: readonly string[];
}

/** A candidate and what the text costs with it, in bits. */
interface Rated {
  readonly character: string;
  readonly bits: number;
}

/**
 * How likely it may be, in bits, that a lost character is another than the likeliest: before a figure, in a word, alone,
 * a mark, a mark before a letter, and a character of a name, of which no words around it tell.
 */
const doubtful = { figure: -5, word: -6, loose: -7.5, mark: -5.5, letter: -10, name: -14 };
/** The forms of a character in either script are told by the page. */
const doubtfulForm = -1.5;
const surname =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭郎鲁韦马方俞袁柳唐薛雷贺倪汤罗郝安于傅康伍余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮蓝席季贾江童颜郭梅林钟徐邱高夏蔡田樊胡凌霍万柯卢莫房解丁邓单洪包左石崔吉龚程邢裴陆翁荀曲段侯武符刘景詹龙叶黎白赖卓池乔闻党翟谭劳姬申冉桑牛尚温庄柴瞿阎习向古易廖耿满欧沃利师巩聂辛简饶曾沙丰关游岳邬";
/** Matches `、赵`, `记者 赵`, `翟晓` before what is no Han; must not match `姓赵` or `为何`. */
const afterSurname = new RegExp(`(?:^|[、，。：；“\\s])[${surname}]$`, "u");
const afterName = new RegExp(`(?:^|[、，。：；“\\s])[${surname}]\\p{Script=Han}$`, "u");
const unlikelyBits = 24;
/** How much of the text before and behind is read. */
const ahead = 16;
const behind = 12;
/** What is read behind a character counts less than what is read up to it, and figures are read as words as well. */
const weights = { behind: 0.9, spoken: 0.4 };
/** What a form costs that is rare, and one of a character that has a more usual one. */
const otherForm = { rare: 16, own: 5 };
const byForms = "箇髮鍾曆複穫彙罎糰饑儘臟囌瀰籤鬚瞭籲盪纔傢矇濛懞闢佈託祕週遊";
/** Of candidates that cost more by what is next to them the rest is not read. */
const mostBits = 24;
/** A text with more lost characters than this is no text any more. */
const mostLost = 1500;

/**
 * Tells by its words what each lost character was, where they leave no doubt; the others are not in the result.
 * A first pass over the text tells what the second may rely on.
 */
export function knownCharacters(text: string, places: readonly LostCharacter[]): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  if (places.length === 0 || places.length > mostLost) return known;
  const model = new LanguageModel(whole(text));
  const lost = new Map(places.map(({ at, candidates }) => [at, candidates]));
  let read = text;
  for (let round = 0; round < 2; round++) {
    for (const { at, candidates, likely = candidates } of places) {
      if (known.has(at) || candidates.length === 0) continue;
      const found = likeliest(withPrices(rated(read, at, candidates, model, lost), likely), read, at, model);
      if (found === null) continue;
      known.set(at, found);
      read = read.slice(0, at) + found + read.slice(at + 1);
    }
  }
  return known;
}

/** Candidates that would not have been lost, or not so, cost more. */
function withPrices(found: readonly Rated[], likely: readonly string[]): Rated[] {
  return found
    .map(({ character, bits }) => ({ character, bits: bits + (likely.includes(character) ? 0 : unlikelyBits) }))
    .sort((a, b) => a.bits - b.bits);
}

/** The candidate that leaves no doubt, or null; they come with the likeliest first. */
function likeliest(found: readonly Rated[], text: string, at: number, model: LanguageModel): string | null {
  const [best] = found;
  if (best === undefined) return null;
  let forms = 0;
  let others = 0;
  for (const { character, bits } of found) {
    if (character === best.character) continue;
    const share = 2 ** (best.bits - bits);
    // 张 and 張 are told by the script of the page.
    if (isVariant(character, best.character)) forms += share;
    else others += share;
  }
  const all = 1 + forms + others;
  const limit = limitOf(text, at, best.character, model);
  return others <= all * 2 ** limit && forms <= all * 2 ** doubtfulForm ? best.character : null;
}

/** How likely it may be, in bits, that a lost character is another. */
function limitOf(text: string, at: number, character: string, model: LanguageModel): number {
  const before = text.slice(Math.max(0, at - 3), at).replace(/^.*[\n\uFFFD]/su, "");
  const after = text.slice(at + 1, at + 4).replace(/[\n\uFFFD].*$/su, "");
  // Whether a sentence or a list goes on before K186 no letter tells.
  if ("，。、；：".includes(character)) return /^[A-Za-z]/u.test(after) ? doubtful.letter : doubtful.mark;
  if (!/\p{Script=Han}/u.test(character)) return doubtful.mark;
  // 赵集 is as good a name as 赵云: what names say, no words around them tell.
  if (afterSurname.test(before) || (afterName.test(before) && !/^\p{Script=Han}/u.test(after))) return doubtful.name;
  if (/^\d/u.test(after)) return doubtful.figure;
  return model.isInWord(before + character + after, before.length) ? doubtful.word : doubtful.loose;
}

/** Tells whether two characters are forms of one in either script. */
export function isVariant(a: string, b: string): boolean {
  return a !== b && a.length === 1 && b.length === 1 && fold(a.charCodeAt(0)) === fold(b.charCodeAt(0));
}

/** What a text teaches: what stands beside a lost character would only teach that nothing fits there. */
export function whole(text: string): string {
  // Matches `两天座位几\uFFFD天天坐满`; must not match a text without U+FFFD.
  return text.replaceAll(/[^\n\uFFFD]{0,6}\uFFFD[^\n\uFFFD]{0,6}/gu, "\n");
}

/** Tells whether what stands between two texts is only in the way: its neighbours are a word that it cuts. */
export function isWithinWord(before: string, after: string, model: LanguageModel): boolean {
  const [head, tail] = [before.slice(-4), after.slice(0, 4)];
  if (!/\p{Script=Han}$/u.test(head) || !/^\p{Script=Han}/u.test(tail)) return false;
  const together = model.read(nothingRead, head + tail).bits;
  return together + 6 < model.read(nothingRead, head).bits + model.read(nothingRead, tail).bits;
}

/** What it costs that the words know a character only by another form: 箇 and 傢 by 个 and 家, which both scripts have. */
function formBits(character: string, model: LanguageModel): number {
  const unit = character.charCodeAt(0);
  const form = fold(unit);
  if (form === unit || model.stands(character)) return 0;
  if (!isCommon(unit)) return otherForm.rare;
  return (scriptOf(unit) > 0 && scriptOf(form) === 0) || byForms.includes(character) ? otherForm.own : 0;
}

const none: ReadonlyMap<number, readonly string[]> = new Map();

/** The candidates for a lost character by what the text costs with them, the likeliest first. */
export function rated(
  text: string,
  at: number,
  candidates: readonly string[],
  model: LanguageModel,
  lost: ReadonlyMap<number, readonly string[]> = none,
): Rated[] {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const stop = text.indexOf("\n", at);
  const end = stop < 0 ? text.length : stop;
  const head = text.slice(Math.max(start, at - ahead), at).replace(/^.*\uFFFD/u, "");
  const rest = text.slice(at + 1, Math.min(end, at + 1 + behind)) + (at + 1 + behind > end ? "\n" : "");
  const tail = rest.split("\uFFFD", 1)[0] ?? "";
  const line = text.slice(start, end);
  const others = new Set<string>();
  for (let other = text.indexOf("\uFFFD", start); other >= 0 && other < end; other = text.indexOf("\uFFFD", other + 1))
    if (other !== at) for (const one of lost.get(other) ?? []) others.add(one);
  const speaking = evidenceFor({ line, at: at - start, head, tail, others });
  const spoken = asSpoken(tail);
  const before = freed(model.read(nothingRead, head));
  const near = candidates.map((character) => {
    const read = model.next(before, character);
    return { character, read, bits: read.bits + (tail === "" ? 0 : model.bitsAfter(freed(read), tail[0] ?? "")) };
  });
  const least = Math.min(...near.map(({ bits }) => bits));
  return near
    .filter(({ bits }) => bits <= least + mostBits)
    .map(({ character, read }) => {
      const from = freed(read);
      let bits =
        read.bits + model.read(from, tail).bits * weights.behind + formBits(character, model) - speaking(character);
      if (spoken !== null) bits += model.read(from, spoken).bits * weights.spoken;
      return { character, bits };
    })
    .sort((a, b) => a.bits - b.bits);
}
