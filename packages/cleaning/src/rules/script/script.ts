import type { CleanArticle } from "@jianbao/model";
import { isHanAt } from "../../characters.ts";
import { type Draft, change } from "../../draft.ts";
import { isParticle } from "./authored.ts";
import { type ScriptTable, either, scriptTable, simple, traditional } from "./script-table.ts";
import { driedWords, surnamesBeforeDry } from "./script-words.ts";

/** The script that a text was written in. */
export type Script = "hans" | "hant" | "mixed";

/** How many characters of a text stand in one script alone. */
interface Counts {
  traditional: number;
  simple: number;
}

const rule = "cleaning/simplified-script";
/** Marks of traditional text, ‧ the dot within foreign names. */
const quotes: Readonly<Record<string, string>> = { "「": "“", "」": "”", "『": "‘", "』": "’", "‧": "·", "•": "·" };

/** The simplified form of a traditional text, of equal length but for characters beyond the basic plane. */
export function simplified(text: string): string {
  const changes = new Differences();
  convert(text, 0, text.length, "hant", scriptTable(), changes);
  return changes.applyTo(text);
}

/**
 * Brings a text to simplified characters, one for one, so that positions inside a phrase stay exact.
 * What both scripts use (乾, 著, 峯) is read by its clause, its line, then its page: simplified text stays as it is.
 */
export function simplify(draft: Draft): Draft {
  const { text } = draft;
  const table = scriptTable();
  const page = countIn(text, 0, text.length, table.kinds);
  const script = scriptOf(page, text);
  if (page.traditional === 0 && !mayChange(text, table.kinds)) return draft;
  const changes = new Differences();
  const usual = page.traditional > page.simple ? "hant" : "hans";
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline + 1;
    convertLine(text, start, end, usual, script, table, changes);
    start = end;
  }
  return change(draft, changes.list);
}

/** The script that an article was printed in: what was simplified in it, beside what was simplified already. */
export function scriptOfArticle({ text, repairs }: Pick<CleanArticle, "text" | "repairs">): Script {
  const counts = countIn(text, 0, text.length);
  for (const { rule: by, before, after } of repairs) {
    if (by !== rule) continue;
    counts.traditional += countIn(before, 0, before.length).traditional;
    counts.simple -= countIn(after, 0, after.length).simple;
  }
  return scriptOf(counts, text);
}

/** The script of a text by the characters that stand in one script alone; a few strays leave it what it is. */
function scriptOf({ traditional, simple }: Counts, text: string): Script {
  if (traditional === 0) return "hans";
  if (traditional >= simple * 9) return "hant";
  if (simple >= traditional * 2 && (traditional <= 2 || traditional * 400 <= text.length)) return "hans";
  return "mixed";
}

/** Counts the characters of a piece of text that stand in one script alone. */
function countIn(text: string, start: number, end: number, kinds: Uint8Array = scriptTable().kinds): Counts {
  const counts = { traditional: 0, simple: 0 };
  for (let i = start; i < end; i++) {
    const kind = kinds[text.charCodeAt(i)];
    if (kind === traditional) counts.traditional++;
    else if (kind === simple) counts.simple++;
  }
  return counts;
}

/** Tells whether a text without a traditional character has anything to decide. */
function mayChange(text: string, kinds: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (kinds[unit] === either || (unit >= 0xd840 && unit <= 0xd8ff)) return true;
  }
  return false;
}

/** 1 for each mark that ends a clause. */
const clauseEnds = new Uint8Array(0x1_0000);
for (const mark of "‧•，。！？；：,;:!?\n“”‘’「」『』《》（）") clauseEnds[mark.charCodeAt(0)] = 1;

function convertLine(
  text: string,
  start: number,
  end: number,
  page: "hans" | "hant",
  script: Script,
  table: ScriptTable,
  changes: Differences,
): void {
  const line = countIn(text, start, end, table.kinds);
  const usual = prevailing(line, page);
  const quoted = script === "hant" || (script === "mixed" && usual === "hant");
  let told: boolean | null = null;
  for (let from = start; from < end;) {
    let to = from;
    let touched = false;
    const counts = { traditional: 0, simple: 0 };
    for (; to < end; to++) {
      const unit = text.charCodeAt(to);
      const kind = table.kinds[unit];
      if (kind === traditional) counts.traditional++;
      else if (kind === simple) counts.simple++;
      if (kind === traditional || kind === either || (unit >= 0xd800 && unit <= 0xdbff)) touched = true;
      if (clauseEnds[unit] === 1) break;
    }
    if (touched || usual === "hant") {
      const own = prevailing(counts, usual);
      told ??= usual === "hans" && tellsOfScript(text, start, end);
      if (usual === "hant" || !isForeign(text, from, to, told)) convert(text, from, to, own, table, changes);
    }
    const mark = quoted ? quotes[text.charAt(to)] : undefined;
    if (mark !== undefined && (mark !== "·" || (isHanAt(text, to - 1) && isHanAt(text, to + 1))))
      changes.add(to, to + 1, mark);
    from = to + 1;
  }
}

function prevailing(counts: Counts, otherwise: "hans" | "hant"): "hans" | "hant" {
  if (counts.traditional === counts.simple) return otherwise;
  return counts.traditional > counts.simple ? "hant" : "hans";
}

/** A simplified line about characters themselves: 繁体的“愛”字 must show what it tells of. */
function tellsOfScript(text: string, start: number, end: number): boolean {
  return /[繁正异俗]体|简化字|繁简|简繁|字形|写作|写成|部首|偏旁|笔画|康熙字典|说文|[“‘]\p{Script=Han}[”’][字姓]/u.test(
    text.slice(start, end),
  );
}

/** In a simplified line: Japanese (with kana), and a character or two that a line about characters quotes. */
function isForeign(text: string, start: number, end: number, told: boolean): boolean {
  if (told && end - start <= 2) return true;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb) return true;
  }
  return false;
}

/** Converts a stretch of one script: in simplified text only what can be nothing else. */
function convert(
  text: string,
  start: number,
  end: number,
  script: "hans" | "hant",
  table: ScriptTable,
  changes: Differences,
): void {
  for (let i = start; i < end;) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400) {
      i++;
      continue;
    }
    if (script === "hant" && table.starts[unit] === 1) {
      const phrase = table.phrases.get(unit)?.find(({ from }) => i + from.length <= end && text.startsWith(from, i));
      if (phrase !== undefined) {
        changes.compare(text, i, phrase.to);
        i += phrase.from.length;
        continue;
      }
    }
    const wide = unit >= 0xd800 && unit <= 0xdbff ? 2 : 1;
    const kind = table.kinds[unit];
    if (unit === zhu) {
      if (
        isParticle(
          plain(text, i - 4, i, start, end, table),
          plain(text, i + 1, i + 8, start, text.length, table),
          script,
        )
      )
        changes.add(i, i + 1, "着");
    } else if (
      wide === 2 ? script === "hant" : kind === traditional || (kind === either && mayConvert(text, i, script))
    ) {
      const to = wide === 1 ? (table.units[unit] ?? 0) : 0;
      const replacement = to === 0 ? table.others.get(text.slice(i, i + wide)) : String.fromCharCode(to);
      if (replacement !== undefined) changes.add(i, i + wide, replacement);
    }
    i += wide;
  }
}

const zhu = 0x8457;

/** Whether a character of both scripts stands here for its simplified form. */
function mayConvert(text: string, at: number, script: "hans" | "hant"): boolean {
  const character = text[at];
  if (character === "乾") {
    if (driedWords.has(text.slice(at - 1, at + 1)) || driedWords.has(text.slice(at, at + 2))) return true;
    return script === "hant" && !isName(text, at);
  }
  if (script === "hant") return true;
  // 於 is a surname as well: 於某 at the start of a clause, behind 嫌疑人 or 、.
  return character === "於" && !(/^於(?:某|先生|女士)/u.test(text.slice(at, at + 3)) || !isHanAt(text, at - 1));
}

/** 王乾, 姓乾 and 李乾某 are names; 豆乾 and 王家乾麵 are dry. */
function isName(text: string, at: number): boolean {
  if (text[at + 1] === "某" || text[at - 1] === "姓") return true;
  const surname = text[at - 1] ?? "";
  return (
    surname !== "" &&
    surnamesBeforeDry.includes(surname) &&
    !/^[淨燥旱杯脆糧貨果洗枯電冰粉麵]/u.test(text.slice(at + 1, at + 2))
  );
}

/** A piece of text within a clause with each character simplified by itself. */
function plain(text: string, from: number, to: number, start: number, end: number, { units }: ScriptTable): string {
  let out = "";
  for (let i = Math.max(from, start); i < Math.min(to, end); i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) return i < from + (to - from) / 2 ? "" : out;
    const simpler = units[unit] ?? 0;
    out += String.fromCharCode(simpler === 0 ? unit : simpler);
  }
  return out;
}

/** Changes of script, neighbours gathered into one where they keep positions. */
class Differences {
  readonly list: { start: number; end: number; replacement: string; rule: string }[] = [];

  add(start: number, end: number, replacement: string): void {
    const last = this.list.at(-1);
    const even = replacement.length === end - start;
    if (last !== undefined && even && last.end === start && last.replacement.length === last.end - last.start) {
      last.end = end;
      last.replacement += replacement;
    } else this.list.push({ start, end, replacement, rule });
  }

  /** Adds where a word differs from what stands at a position. */
  compare(text: string, start: number, to: string): void {
    for (let i = 0; i < to.length; i++) {
      if (text.charCodeAt(start + i) !== to.charCodeAt(i)) this.add(start + i, start + i + 1, to.charAt(i));
    }
  }

  applyTo(text: string): string {
    let out = "";
    let done = 0;
    for (const { start, end, replacement } of this.list) {
      out += text.slice(done, start) + replacement;
      done = end;
    }
    return out + text.slice(done);
  }
}
