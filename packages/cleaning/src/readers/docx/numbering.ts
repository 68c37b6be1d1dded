import { signOf } from "../symbols.ts";
import { attribute, isOn, readXml } from "./xml.ts";

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  legal: boolean;
  /** The level after which it starts anew; null for each higher one. */
  restart: number | null;
}

interface List {
  readonly abstract: string;
  /** Levels that the list changes, and where it starts them. */
  readonly levels: Map<number, Level>;
  readonly starts: Map<number, number>;
}

/** Counts the numbered paragraphs of a document in their order, and writes the numbers that Word shows. */
export class Numbering {
  readonly #abstracts = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();
  /** The list and level that a paragraph style is bound to. */
  readonly #byStyle = new Map<string, { readonly id: string; readonly level: number }>();

  constructor(xml: string | null) {
    if (xml !== null) this.#read(xml);
  }

  /** The list that a style numbers its paragraphs with by itself. */
  ofStyle(style: string): { readonly id: string; readonly level: number } | null {
    return this.#byStyle.get(style) ?? null;
  }

  /** The number of the next paragraph of a list, with what stands between it and the text; empty where there is none. */
  next(id: string, level: number): string {
    const list = this.#lists.get(id);
    if (list === undefined) return "";
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    const key = `${id}:${level}`;
    const own = list.starts.get(level);
    if (own !== undefined && !this.#started.has(key)) counts[level] = undefined;
    this.#started.add(key);
    const start = own ?? this.#level(list, level)?.start ?? 1;
    counts[level] = (counts[level] ?? start - 1) + 1;
    for (let lower = level + 1; lower < 9; lower++) {
      const restart = this.#level(list, lower)?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) counts[lower] = undefined;
    }
    return this.#written(list, level, counts);
  }

  #level(list: List, level: number): Level | undefined {
    return list.levels.get(level) ?? this.#abstracts.get(list.abstract)?.get(level);
  }

  #written(list: List, level: number, counts: readonly (number | undefined)[]): string {
    const shown = this.#level(list, level);
    if (shown === undefined) return "";
    if (shown.format === "bullet") {
      const sign = [...shown.text].map((character) => signOf(character)).join("");
      return /^[\s\uE000-\uF8FF]*$/u.test(sign) ? (sign.trim() === "" ? "" : "●") : sign;
    }
    const text = shown.text.replaceAll(/%([1-9])/gu, (_all, digit: string) => {
      const at = Number(digit) - 1;
      const other = this.#level(list, at);
      if (other === undefined) return "";
      const format = shown.legal && at < level ? "decimal" : other.format;
      return numberAs(counts[at] ?? other.start, shown.legal ? "decimal" : format);
    });
    if (text === "" || shown.suffix === "nothing") return text;
    // After a Chinese mark nothing is read; 第一章 and 1 are set apart from what they number.
    return /[、，．）)〕】.①-⑳]$/u.test(text) && !/[A-Za-z]\.$/u.test(text) ? text : `${text} `;
  }

  #read(xml: string): void {
    let abstract: Map<number, Level> | null = null;
    let list: List | null = null;
    let level: Level | null = null;
    let at = 0;
    readXml(xml, {
      open: (name, attributes) => {
        const value = attribute(attributes, "val") ?? "";
        if (name === "w:abstractNum") {
          abstract = new Map();
          this.#abstracts.set(attribute(attributes, "abstractNumId") ?? "", abstract);
        } else if (name === "w:num") {
          list = { abstract: "", levels: new Map(), starts: new Map() };
          this.#lists.set(attribute(attributes, "numId") ?? "", list);
        } else if (name === "w:abstractNumId" && list !== null) {
          const id = [...this.#lists].find(([, one]) => one === list)?.[0] ?? "";
          list = { ...list, abstract: value };
          this.#lists.set(id, list);
        } else if (name === "w:lvlOverride") at = Number(attribute(attributes, "ilvl") ?? 0);
        else if (name === "w:startOverride") list?.starts.set(at, Number(value));
        else if (name === "w:lvl") {
          at = Number(attribute(attributes, "ilvl") ?? 0);
          level = { start: 1, format: "decimal", text: "", suffix: "tab", legal: false, restart: null };
          (list === null ? abstract : list.levels)?.set(at, level);
        } else if (level === null) return;
        else if (name === "w:start") level.start = Number(value);
        else if (name === "w:numFmt") level.format = value;
        else if (name === "w:lvlText") level.text = value;
        else if (name === "w:suff") level.suffix = value;
        else if (name === "w:isLgl") level.legal = isOn(attributes);
        else if (name === "w:lvlRestart") level.restart = Number(value);
        else if (name === "w:pStyle") {
          const id = list === null ? null : [...this.#lists].find(([, one]) => one === list)?.[0];
          if (id !== null && id !== undefined) this.#byStyle.set(value, { id, level: at });
        }
      },
      close: (name) => {
        if (name === "w:lvl") level = null;
        else if (name === "w:abstractNum") abstract = null;
        else if (name === "w:num") list = null;
      },
    });
  }
}

const digits = "〇一二三四五六七八九";

/** Writes a number in one of Word's formats; unknown ones are written in figures. */
export function numberAs(value: number, format: string): string {
  switch (format) {
    case "none":
      return "";
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "koreanCounting":
      return counted(value);
    case "ideographDigital":
    case "taiwaneseDigital":
    case "japaneseDigitalTenThousand":
      return [...String(value)].map((digit) => digits[Number(digit)]).join("");
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
      return counted(value, "零壹贰叁肆伍陆柒捌玖", "拾佰仟");
    case "ideographTraditional":
      return "甲乙丙丁戊己庚辛壬癸"[value - 1] ?? String(value);
    case "ideographZodiac":
      return "子丑寅卯辰巳午未申酉戌亥"[value - 1] ?? String(value);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
    case "ideographEnclosedCircle":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case "decimalEnclosedFullstop":
      return `${value}.`;
    case "decimalEnclosedParen":
      return `(${value})`;
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    case "lowerLetter":
    case "upperLetter": {
      const letter = String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
      return format === "lowerLetter" ? letter : letter.toUpperCase();
    }
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperRoman":
      return roman(value);
    default:
      return String(value);
  }
}

/** 12 is 十二, 105 is 一百零五. */
function counted(value: number, figures: string = digits.replace("〇", "零"), units = "十百千"): string {
  if (value <= 0 || value > 9999) return String(value);
  let text = "";
  let gap = false;
  const places = [...String(value)];
  places.forEach((digit, i) => {
    const unit = places.length - 1 - i;
    if (digit === "0") {
      gap = true;
      return;
    }
    if (gap) text += figures[0] ?? "";
    gap = false;
    text += (figures[Number(digit)] ?? "") + (unit > 0 ? (units[unit - 1] ?? "") : "");
  });
  return text.replace(/^一十/u, "十");
}

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  if (value <= 0 || value > 4999) return String(value);
  let rest = value;
  let text = "";
  for (const [amount, sign] of signs) {
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  }
  return text;
}
