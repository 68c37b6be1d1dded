import { Converter } from "opencc-js/t2cn";
import { type Change, type Draft, change, changeUnits } from "../draft.ts";

/** The script that a text was written in. */
export type Script = "hans" | "hant" | "mixed";

// From `t`, never from `tw`: with Taiwan's own table 显著 would become 显着.
let converter: ((text: string) => string) | null = null;

const quotes: Readonly<Record<string, string>> = { "「": "“", "」": "”", "『": "‘", "』": "’" };

/** The simplified form of a text, for comparing; positions do not matter. */
export function simplified(text: string): string {
  const convert = (converter ??= Converter({ from: "t", to: "cn" }));
  return convert(text);
}

/** Brings a text to simplified characters, one for one, so that positions inside a phrase stay exact. */
export function simplify(draft: Draft): { draft: Draft; script: Script } {
  const { text } = draft;
  const convert = (converter ??= Converter({ from: "t", to: "cn" }));
  const converted = convert(text);
  const script = scriptOf(text, converted);
  // Traditional script quotes with 「」, simplified with “”.
  const quoted =
    script === "hans" ? converted : converted.replaceAll(/[「」『』]/gu, (mark: string) => quotes[mark] ?? mark);
  const next = change(draft, converted.length === text.length ? differences(text, quoted) : unequal(text, convert));
  return { draft: change(next, particles(next.text, script)), script };
}

/** The stretches in which two texts of one length differ. */
function differences(text: string, converted: string): Change[] {
  const changes: Change[] = [];
  for (let start = 0; start < text.length; start++) {
    if (text.charCodeAt(start) === converted.charCodeAt(start)) continue;
    let end = start + 1;
    while (end < text.length && text.charCodeAt(end) !== converted.charCodeAt(end)) end++;
    changes.push({ start, end, replacement: converted.slice(start, end), rule: "cleaning/simplified-script" });
    start = end;
  }
  return changes;
}

/** Texts whose conversion has another length are converted character by character. */
function unequal(text: string, convert: (text: string) => string): ReturnType<typeof changeUnits> {
  const known = new Map<string, string>();
  return changeUnits(text, "cleaning/simplified-script", /[\p{Script=Han}\uF900-\uFAFF]/gu, (unit) => {
    let to = known.get(unit);
    if (to === undefined) {
      to = convert(unit);
      known.set(unit, to);
    }
    return to;
  });
}

/** Traditional where a tenth of the characters have a simplified form that they do not use. */
function scriptOf(text: string, converted: string): Script {
  let changed = 0;
  let all = 0;
  const length = Math.min(text.length, converted.length, 200_000);
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x4e00 || unit > 0x9fff) continue;
    all++;
    if (unit !== converted.charCodeAt(i)) changed++;
  }
  if (all === 0 || changed * 50 < all) return changed > 2 && changed * 400 > all ? "mixed" : "hans";
  return changed * 10 >= all ? "hant" : "mixed";
}

/** Words in which 著 is itself; everywhere else it is the particle 着 that traditional script writes 著. */
const authored = /[显顯昭卓名原巨专專论論遗遺拙编編译譯土合所较較撰旧舊新大自力共]$|(?:^|[^一-鿿])$/u;
const authoredAfter = /^[名作者述称稱录錄书書译譯有]/u;
/** Words that are 着 in any script. */
const surely = /[随隨接沿朝向伴意味靠凭憑顶頂冒本依有试試盯]$/u;
/** 彰显着 is a verb with its particle, 显著 a word. */
const shown = /[彰凸突尽]显$/u;
const surelyAfter = /^[力手眼重急落陆陸火迷想装裝]/u;

function particles(text: string, script: Script): ReturnType<typeof changeUnits> {
  return changeUnits(text, "cleaning/simplified-script", /著/gu, (_unit, at) => {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + 1, at + 2);
    if (surelyAfter.test(after) && !/[显名原专]$/u.test(before)) return "着";
    if (surely.test(before) || shown.test(before)) return "着";
    if (script === "hans") return null;
    return authored.test(before) || authoredAfter.test(after) ? null : "着";
  });
}
