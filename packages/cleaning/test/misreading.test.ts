import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";
import { misreadBy, misreaders } from "./misreading.ts";

const before = "镇上的老茶馆今年春天重新开门，门口还是那块旧招牌。";
const after = "客人都说，茶价没涨，味道也没变。";

test.each(misreaders)(
  "undoes a line that %s took for GBK but for what was lost, and invents nothing",
  async (reader) => {
    const line = "二、每年立夏以后，他都要开船去江心的沙洲上看一遍鸟窝，数清有多少只雏鸟能飞。";
    const { text, articles, diagnostics } = await cleaned([before, misreadBy(line, reader), after].join("\n"));
    const put = articles.flatMap(({ repairs }) => repairs.map((one) => one.after.replaceAll(/[\uFFFD?？]/gu, "")));
    expect(put.join("").length).toBeGreaterThan(20);
    for (const one of put) expect(isWithin(one, line), one).toBe(true);
    if (text.includes("\uFFFD"))
      expect(diagnostics.map(({ rule }) => rule).join()).toMatch(/lost-characters|unrepaired-shift/u);
  },
);

test.each([
  ["python", "一、开渔以后第一条船靠岸，一家人都在码头上等着。", "一、开渔以后"],
  [
    "java",
    "今天的晚饭是一条鱼、一盘青菜，吃完以后他们又下地干活。",
    "今天的晚饭是一条鱼、一盘青菜，吃完以后他们又下地干活",
  ],
  ["browser", "二、隐患路段", "二、隐患路段"],
] as const)("tells by the byte behind what %s marked", async (reader, line, known) => {
  const damaged = misreadBy(line, reader);
  const [first, middle, last] = (await cleaned([before, damaged, after].join("\n"))).text.split("\n");
  expect([first, last]).toEqual([before, after]);
  expect(middle?.startsWith(known), middle).toBe(true);
  expect(isWithin((middle ?? "").replaceAll("\uFFFD", ""), line), middle).toBe(true);
});

test("keeps the mark of another loss behind a fragment", async () => {
  const fragment = misreadBy("这首歌的调子是他自己编", "browser");
  const { text } = await cleaned(`${before}\n村里人说，${fragment}成的，没人教过。\n${after}`);
  expect(text.split("\n")[1]).toMatch(/^村里人说，这首歌的调子是他自己[编\uFFFD]成的，没人教过。$/u);
});

/** Tells whether all characters of a text stand in another in this order. */
function isWithin(text: string, whole: string): boolean {
  let at = 0;
  for (const character of text) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
