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

test("joins what breaks inside a word, before any sentence has ended", async () => {
  const found = `${body}\n\n前十个月，全市累计冻结涉\n\n案资金1.6亿元，劝阻群众9.1万人次，均超过去年。\n\n市公安局还设立了专人快\n\n速反应小组，止付时间进一步缩短。\n\n上半年，共抓获犯罪嫌疑人\n\n126名，其中头目7名。`;
  expect((await cleaned(found)).text).toBe(
    `${body}\n前十个月，全市累计冻结涉案资金1.6亿元，劝阻群众9.1万人次，均超过去年。\n市公安局还设立了专人快速反应小组，止付时间进一步缩短。\n上半年，共抓获犯罪嫌疑人126名，其中头目7名。`,
  );
});

test("joins a line that opens with a clause of time or of a speaker", async () => {
  const found = `${body}\n\n今年上半年，全市公安机关持\n\n续发力，共破获案件486起。\n\n有关负责人介绍，截至7月底，用户突破5万\n\n人，7月发案环比再降6.8%。`;
  expect((await cleaned(found)).text).toBe(
    `${body}\n今年上半年，全市公安机关持续发力，共破获案件486起。\n有关负责人介绍，截至7月底，用户突破5万人，7月发案环比再降6.8%。`,
  );
});

test.each([
  ["a heading of two parts", "坚持打防结合，守护群众利益"],
  ["a heading of twelve characters", "宣传进社区反诈入人心见实效"],
  ["a heading that ends in a noun", "数说反诈工作新成果"],
  ["a caption", "图为民警在集市上发放宣传单"],
  ["a line of verse", "骗术千万种，防范第一条"],
  ["a signature", "某市打击治理工作办公室"],
  ["a subheading in brackets", "（宣传篇）"],
])("keeps %s apart from the paragraph after it", async (_what, line) => {
  for (const next of ["社区民警走进集市，向群众讲解防骗知识。", "案件侦办中，警方查清了资金去向，追回12万元。"]) {
    for (const gap of ["\n", "\n\n"]) {
      const found = [body, line, next, body].join(gap);
      expect((await cleaned(found)).text).toBe([body, line, next, body].join("\n"));
    }
  }
});

test("keeps a headline as wide as the lines below it, and speakers' turns", async () => {
  const found = [
    "某市公安机关打击电信诈骗成效明显",
    "今年以来某市公安机关持续推进打击",
    "治理工作，共破获案件九十起，抓获",
    "嫌疑人一百余名，为群众挽回经济损",
    "失一千余万元，群众纷纷点赞。",
    "某某网记者：群众应当如何防范？",
    "市局有关负责人：凡是要求转账的都",
    "要当心，遇事请拨打热线。",
  ].join("\n");
  expect((await cleaned(found)).text).toBe(
    [
      "某市公安机关打击电信诈骗成效明显",
      "今年以来某市公安机关持续推进打击治理工作，共破获案件九十起，抓获嫌疑人一百余名，为群众挽回经济损失一千余万元，群众纷纷点赞。",
      "某某网记者：群众应当如何防范？",
      "市局有关负责人：凡是要求转账的都要当心，遇事请拨打热线。",
    ].join("\n"),
  );
});
