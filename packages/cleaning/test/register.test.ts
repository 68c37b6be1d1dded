import { expect, test } from "vitest";
import { registerOf } from "../src/article/foreign/register.ts";
import { cleaned } from "./helpers.ts";
import { blocksOf } from "./planting.ts";
import { articles, paragraphs } from "./texts.ts";

const linesOf = (file: string): string[] => blocksOf(file).flatMap(({ lines }) => lines);

test.each([
  "鼓手架子鼓一对一，试课免费，学不会退钱",
  "竹编凉席厂家直发，一米五两百，送枕片",
  "信鸽饲料每袋九十，买五袋送一袋，全国发货",
  "想学裁缝的姐妹看过来，包教会，名额六个",
  "潜水证快班，零基础可报，三天拿证，拍照免费",
])("hears an offer in a trade that it was not fitted on: %s", (text) => {
  expect(registerOf(text)).toBeGreaterThan(0);
});

test.each([
  "“日赚三百，足不出户”，传单上就这么写着",
  "鼓楼修好了，三层，一百零八级台阶",
  "席子凉，蝉声长，奶奶摇着蒲扇讲从前",
  "六十岁以上老人凭身份证免费游园",
  "修鞋匠一天修三十双，收入两百元",
  "买假药退钱难，老人跑了四趟",
])("hears what is told in it: %s", (text) => {
  expect(registerOf(text)).toBeLessThan(-0.5);
});

test("hears most offers, and hardly a line of articles", () => {
  const offers = linesOf("offers.json");
  expect(offers.filter((text) => registerOf(text) > 0).length / offers.length).toBeGreaterThan(0.75);
  const told = linesOf("told.json");
  expect(told.filter((text) => registerOf(text) > 0).length / told.length).toBeLessThan(0.06);
  const own = [...articles(), ...paragraphs()].flatMap(({ text }) => text.split("\n"));
  expect(own.filter((text) => registerOf(text) > 0)).toEqual([]);
});

const article = [
  "河埠头的捞表人",
  "老人在河埠头洗菜，手表掉进了水里，三个年轻人下水摸了一个多小时，终于把表捞了上来。",
  "表是老伴留下的，走得不准，老人却天天戴着，谁劝他换一块，他都不答应。",
  "派出所的民警送老人回家，又把湿透的表拿去修好，第二天送了回来。",
];

test.each([
  "竹编凉席厂家直发，一米五两百，送枕片",
  "信鸽饲料每袋九十，买五袋送一袋，全国发货",
  "潜水证快班，零基础可报，三天拿证，拍照免费",
  "鼓手架子鼓一对一，试课免费，学不会退钱",
])("takes an offer out of a short article: %s", async (offer) => {
  for (const at of [2, 3, 4]) {
    const { text } = await cleaned([...article.slice(0, at), offer, ...article.slice(at)].join("\n"));
    expect(text).toBe(article.join("\n"));
  }
});

test.each([
  [
    "本周菜价平稳",
    "记者从批发市场获悉，本周蔬菜供应充足，价格与上周持平。",
    "白菜一斤八毛，萝卜六毛，大葱两块二",
    "活鲤鱼十二元一公斤，草鱼十四元",
    "市场负责人说，节前还会再调运一批。",
  ],
  [
    "群里的对话",
    "老人把聊天记录拿给民警看，群里每天早上都有人发同样的话：",
    "新茶上市，买五送一，名额不多",
    "今天付款的，再送紫砂壶一把",
    "民警看完，告诉她这个群里只有她一个人是真的。",
  ],
  [
    "修表的人",
    "他修了四十年表。",
    "店不大，三张桌，一口钟，开了三十年",
    "换电池五块，洗油四十，修不好不收钱",
    "他说，这价钱十年没变过。",
  ],
])("keeps what an article tells in a row: %s", async (...lines) => {
  expect((await cleaned(lines.join("\n"))).text.replaceAll("\n", "")).toBe(lines.join(""));
});
