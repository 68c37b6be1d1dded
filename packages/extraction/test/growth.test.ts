import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { extract } from "../src/index.ts";
import { articleOf, pack } from "./notation.ts";

/** Characters that were looked at, one by one or by a pattern or a search: what reading a text costs on any machine. */
let looked = 0;

const { exec } = RegExp.prototype;
const { charCodeAt, indexOf, lastIndexOf, includes, slice } = String.prototype;

/** The functions that read texts, each telling what it looks at; `this` is the pattern or the text. */
const countingPattern = {
  exec(this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    looked += (match === null || this.sticky ? Math.min(text.length, from + 80) : match.index + match[0].length) - from;
    return match;
  },
};
const countingText = {
  charCodeAt(this: string, at: number): number {
    looked++;
    return charCodeAt.call(this, at);
  },
  indexOf(this: string, ...given: [string, number?]): number {
    const found = indexOf.apply(this, given);
    looked += (found < 0 ? this.length : found) - Math.min(given[1] ?? 0, this.length);
    return found;
  },
  lastIndexOf(this: string, ...given: [string, number?]): number {
    const found = lastIndexOf.apply(this, given);
    looked += Math.min(given[1] ?? this.length, this.length) - Math.max(found, 0);
    return found;
  },
  includes(this: string, ...given: [string, number?]): boolean {
    looked += this.length;
    return includes.apply(this, given);
  },
  slice(this: string, ...given: [number?, number?]): string {
    looked++;
    return slice.apply(this, given);
  },
};

function count(): void {
  Object.assign(RegExp.prototype, countingPattern);
  Object.assign(String.prototype, countingText);
}

function stop(): void {
  Object.assign(RegExp.prototype, { exec });
  Object.assign(String.prototype, { charCodeAt, indexOf, lastIndexOf, includes, slice });
}

/** What it costs to read a text of a unit over and over, as long as some characters. */
function costOf(unit: string, length: number): number {
  const article = articleOf(unit.repeat(length / unit.length), { published: "2023-12-25", area: "CN-SC" });
  extract(articleOf(unit, { published: "2023-12-25" }), pack);
  looked = 0;
  count();
  try {
    extract(article, pack);
  } finally {
    stop();
  }
  return looked;
}

/** Texts of one thing over and over, none of them with an end of a sentence unless it says so. */
const endless: readonly string[] = [
  "1",
  "1,",
  "1.",
  "十",
  "5万",
  "（",
  "（）",
  "“",
  "《",
  "%",
  "5%",
  "5%、",
  "、",
  "，",
  "同比",
  "同比上升5%，",
  "同比持平，",
  "由5起降至3起，",
  "连续5个月下降，",
  "破案5起，",
  "破案5起、",
  "其中5起，",
  "甲县、乙县分别破案3起、5起，",
  "分别",
  "前者",
  "成都市",
  "成都市、",
  "成都市5起、",
  "全国",
  "缅甸",
  "2023年",
  "今年以来，",
  "截至",
  "7月起",
  "1至",
  "王某某",
  "要求，",
  "诈骗",
  "\n",
  "汉\n",
  "破案5起。",
  "破案5起。\n",
  "破案 5 3\n",
  "年份\t2022年\t2023年\n破案（起）\t1\t2\n",
];

describe("the cost of reading", () => {
  it.each(endless.map((unit) => [JSON.stringify(unit), unit]))("grows as the text does: %s", (_, unit) => {
    // Longer than a sentence can be, so that what is bounded by it has reached its bound.
    const half = costOf(unit, 9_600);
    const whole = costOf(unit, 19_200);
    expect(whole).toBeLessThan(2.3 * half + 20_000);
  });
});

/** What it costs to search a text from every hundredth place on to its end. */
function again(length: number): number {
  const text = "汉".repeat(length);
  looked = 0;
  for (let at = 0; at < length; at += 100) text.slice(at).includes("字");
  return looked;
}

describe("the measure of it", () => {
  beforeEach(count);
  afterEach(stop);

  it("tells a search that starts again from one that goes on", () => {
    expect(again(20_000)).toBeGreaterThan(3.5 * again(10_000));
  });
});
