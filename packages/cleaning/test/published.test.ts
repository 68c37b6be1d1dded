import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

const body =
  "今年以来，公安机关持续开展打击治理专项行动，破获案件90起，抓获嫌疑人126名。\n有关负责人介绍，下一步将继续加大宣传防范力度，守住群众的钱袋子。";

async function publishedOf(text: string) {
  return (await cleaned(text)).articles[0]?.metadata.published ?? null;
}

test.each([
  ["answers reporters", "2023年9月14日，某市公安局有关负责人就打击诈骗工作回答了记者提问。", "2023-09-14"],
  ["holds a press conference", "2023年9月14日上午，省政府新闻办召开新闻发布会。", "2023-09-14"],
  ["reports on that day", "记者2023年9月14日从市公安局获悉，全市破获案件90起。", "2023-09-14"],
  ["tells a full date in Chinese numerals", "二〇二三年九月十四日，某市公安局通报工作情况。", "2023-09-14"],
])("takes the day on which the first sentence %s", async (_what, sentence, value) => {
  const published = await publishedOf(
    `某地打击诈骗见成效\n${sentence}\n${body}\n自2020年10月10日行动开展以来，成效明显。`,
  );
  expect(published).toMatchObject({ value, by: "inferred" });
  expect(published?.confidence).toBeGreaterThanOrEqual(0.8);
});

test("takes no day of the first sentence that a later date in the text contradicts", async () => {
  const published = await publishedOf(
    `某地打击诈骗见成效\n2021年9月14日，某市公安局召开动员会，部署行动。\n${body}\n2023年3月2日，嫌疑人落网。`,
  );
  expect(published?.value).toBe("2023-03");
});

test("takes no beginning of a campaign and no day ahead for the publication", async () => {
  expect(await publishedOf(`某地打击诈骗见成效\n${body}\n自2020年10月10日“断卡”行动开展以来，成效明显。`)).toBeNull();
  expect(await publishedOf(`某地打击诈骗见成效\n${body}\n该办法自2023年12月1日起施行。`)).toBeNull();
});

test.each([
  ["2024年1月15日 某某在线", "2024-01-15"],
  ["时间：2024-01-15 09:12", "2024-01-15"],
  ["来源：某某网 2024/01/15", "2024-01-15"],
  ["2024/01/15 09:12", "2024-01-15"],
  ["二〇二四年一月十五日", "2024-01-15"],
])("reads the date line %j beside the headline", async (line, value) => {
  const { articles } = await cleaned(`某地打击诈骗见成效\n${line}\n${body}`);
  expect(articles[0]?.metadata.published).toMatchObject({ value, by: "text" });
  expect(articles[0]?.metadata.title?.value).toBe("某地打击诈骗见成效");
});

test("takes the outlet of a dateline in brackets of any kind", async () => {
  for (const [open, close] of ["〔〕", "【】", "（）"]) {
    const { articles } = await cleaned(`某地打击诈骗见成效\n${open}某某晚报2023年12月20日讯${close}${body}`);
    expect(articles[0]?.metadata).toMatchObject({
      publisher: { value: "某某晚报" },
      published: { value: "2023-12-20" },
    });
  }
});

test("takes the outlet beside the date for the publisher", async () => {
  const { articles } = await cleaned(`某地打击诈骗见成效\n2024年1月15日 某某在线\n${body}`);
  expect(articles[0]?.metadata.publisher).toMatchObject({ value: "某某在线", by: "text" });
});

test("reads the date at the end of a bulletin in Chinese numerals", async () => {
  const found = `关于打击治理工作情况的通报\n${body}\n某市公安局\n二〇二三年十二月二十日`;
  const result = await cleaned(found);
  expect(result.text).toBe(found);
  expect(result.articles[0]?.metadata.published?.value).toBe("2023-12-20");
});

test.each([
  ["本报12月18日讯 记者获悉，2023年11月以来，全市发案下降。", "2023-12-18"],
  ["1月12日，市公安局公布2023年打击诈骗主要数据。", "2024-01-12"],
  ["6月25日，市禁毒办召开发布会。2022年，全市破获案件51起。", "2023-06-25"],
  ["9月14日，市公安局召开发布会。2022年全年，全市破获案件51起。", "2023-09-14"],
  ["记者10月13日从市公安局获悉，2023年8月，全市发案下降。", "2023-10-13"],
  ["记者3月13日从市公安局获悉，2023年8月，全市发案下降。", "2023-08"],
])("finds the year of %j", async (opening, value) => {
  expect((await publishedOf(`某地打击诈骗见成效\n${opening}${body}`))?.value).toBe(value);
});
