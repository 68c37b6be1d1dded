import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

/**
 * A line whose UTF-8 was read as GBK loses the last byte of a character before a figure, a letter or its end, where an
 * odd number of characters stands before. `[约]` is lost and told, `{约}` is lost and stays open.
 */
function lost(notation: string): { line: string; damaged: string; left: string } {
  const line = notation.replaceAll(/[[\]{}]/gu, "");
  const damaged = new TextDecoder("gbk").decode(new TextEncoder().encode(line));
  return {
    line,
    damaged,
    left: notation.replaceAll(/\[(.)\]/gu, "$1").replaceAll(/\{.\}/gu, "\uFFFD"),
  };
}

test.each([
  "县林业局6[月]15日清[晨]7时到12个村巡查，共发现死树31棵[。]",
  "码头管理处说，上半年停靠渔船2160艘次，比去年同期多了185艘次，其中夜间靠港的[占]42.6%[。]",
  "培训班原定于2021[年]11月开课，后推迟到2022[年]2月，报名的有96人，到课的只[有]58人[。]",
  "他问：“你们一共来了几个人？”对方说：“3个。[”]",
  "水温升到28℃，溶氧降[到]3毫克，池里的鲢鱼开始浮头[。]",
  "这样的饭馆您还会去吗[？]",
  "票价[由]8元涨[到]12元，涨幅[达]50%，学生票仍为4元[。]",
  "老秤匠一天做3杆秤，每杆收60元，做了41年[。]",
] as const)("tells a lost character by its words, figures and fellows: %s", async (notation) => {
  const { line, damaged, left } = lost(notation);
  expect(damaged).toContain("\uFFFD");
  expect(left).toBe(line);
  expect((await cleaned(damaged)).text).toBe(line);
});

test.each([
  "两人相差3岁，同年入伍{，}1987年退伍[。]",
  "馆里现有座位420个，借书证每张押[金]50元，每次可{借}5册，期[限]30天[。]",
  "比赛最后5[秒]，11号球员投中三分，把比分改写为88{比}87[。]",
  "说撞了人，要{赔}8万元，老人当场就慌了[。]",
] as const)("leaves open what its words do not tell: %s", async (notation) => {
  const { line, damaged, left } = lost(notation);
  const { text, diagnostics } = await cleaned(damaged);
  expect(text.length).toBe(line.length);
  for (const [i, character] of [...text].entries()) if (character !== "\uFFFD") expect(character, text).toBe(line[i]);
  expect(text).toContain("\uFFFD");
  expect(left).toContain("\uFFFD");
  expect(diagnostics.map(({ rule }) => rule).join(" ")).toMatch(/lost-characters|unrepaired-shift/u);
});
