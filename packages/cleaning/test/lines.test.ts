import { expect, test } from "vitest";
import { cleaned, origin } from "./helpers.ts";

const body = "为守护群众财产安全，全市公安机关持续推进专项行动，成效明显。";

test("joins a sentence that a column broke, without a space and over blank lines", async () => {
  const result = await cleaned(
    `专项行动见成效\n\n${body}会议要求各县区于9\n\n月28日前完成专项\n\n行动部署，王\n\n某等人已被查处，警方对其账户对\n\n\n涉案资金进行冻结。\n\n王某表示认罪。`,
  );
  expect(result.text).toBe(
    `专项行动见成效\n${body}会议要求各县区于9月28日前完成专项行动部署，王某等人已被查处，警方对其账户对涉案资金进行冻结。\n王某表示认罪。`,
  );
  expect(origin(result, "9月28日")).toBe("9\n\n月28日");
});

test("unwraps hard-wrapped text and keeps its paragraphs by their indent", async () => {
  const found =
    "　　今年以来，全市公安机关共破获案\n件九十起，抓获犯罪嫌疑人一百二十\n六名，为群众挽回经济损失一千余万\n元，受到群众好评。\n　　市公安局负责人介绍，下一步将继\n续保持严打高压态势，坚决遏制案件\n高发势头。";
  expect((await cleaned(found)).text).toBe(
    "今年以来，全市公安机关共破获案件九十起，抓获犯罪嫌疑人一百二十六名，为群众挽回经济损失一千余万元，受到群众好评。\n市公安局负责人介绍，下一步将继续保持严打高压态势，坚决遏制案件高发势头。",
  );
});

test("never joins headlines, bylines, list items, questions, rows and datelines", async () => {
  const found = [
    "某市召开打击治理工作推进会",
    "成效显著 群众满意",
    "本报记者 张三 通讯员 李四",
    body,
    "一、坚持打防结合",
    body,
    "（一）强化宣传",
    body,
    "1.进社区",
    "2.进校园",
    "记者：下一步如何开展工作？",
    "李四：将继续加大力度，守住底线。",
    "地区\t案件数",
    "东区\t45起",
    "据某某社某市12月25日电",
  ].join("\n");
  expect((await cleaned(found)).text).toBe(found);
});

test("finds headline and headings", async () => {
  const { articles } = await cleaned(`某市打击诈骗见成效\n本报记者 张三\n${body}\n高位推动 压实责任\n${body}\n${body}`);
  const [article] = articles;
  expect(article?.headings.map(({ start, end }) => article.text.slice(start, end))).toEqual([
    "某市打击诈骗见成效",
    "高位推动 压实责任",
  ]);
});

test("joins Latin words with a space and Chinese without", async () => {
  const { text } = await cleaned(`${body}嫌疑人使用名为Super\nChat的软件，并在境外搭建\n服务器实施诈骗。`);
  expect(text).toBe(`${body}嫌疑人使用名为Super Chat的软件，并在境外搭建服务器实施诈骗。`);
});

test("joins a figure to the words before it", async () => {
  const found = `${body}\n在打击方面，全市深入推进“断卡”行动，打掉犯罪团伙\n1200余个，查获银行卡\n3.4万张。\n全市发案数同比下降\n12.5%，为近五年来首次下降。`;
  expect((await cleaned(found)).text).toBe(
    `${body}\n在打击方面，全市深入推进“断卡”行动，打掉犯罪团伙1200余个，查获银行卡3.4万张。\n全市发案数同比下降12.5%，为近五年来首次下降。`,
  );
});
