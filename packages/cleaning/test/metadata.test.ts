import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

const body =
  "今年以来，公安机关持续开展打击治理专项行动，破获案件90起，抓获嫌疑人126名。\n有关负责人介绍，下一步将继续加大宣传防范力度，守住群众的钱袋子。";

test.each([
  ["2023年12月20日 10:31 来源：某某日报\n", "2023-12-20", "text"],
  ["发布时间：2023-12-20\u3000点击：12\n", "2023-12-20", "text"],
])("takes the date of %j and leaves the line out", async (line, value, by) => {
  const { articles, text } = await cleaned(`某地打击诈骗见成效\n${line}${body}`);
  expect(text).toBe(`某地打击诈骗见成效\n${body}`);
  expect(articles[0]?.metadata.published).toMatchObject({ value, by });
});

test("infers a dateline's year from the title, with the evidence and less confidence", async () => {
  const { articles } = await cleaned(`2023年打击诈骗四大看点\n□新华社记者 张三 李四\n${body}\n据新华社北京12月25日电`);
  expect(articles[0]?.metadata).toMatchObject({
    title: { value: "2023年打击诈骗四大看点", by: "text" },
    byline: { value: "新华社记者 张三 李四" },
    publisher: { value: "新华社" },
    published: { value: "2023-12-25", by: "inferred" },
  });
  expect(articles[0]?.text.endsWith("据新华社北京12月25日电")).toBe(true);
});

test("does not know a date where no year is told", async () => {
  const { articles } = await cleaned(`某地打击诈骗见成效\n11月9日下午，省里开会通报情况。\n${body}`);
  expect(articles[0]?.metadata.published).toBeNull();
});

test("resolves 我区 and 全省 by the names in the text", async () => {
  const region = await cleaned(
    `守住钱袋子\n今年以来，我区警方持续攻坚，内蒙古自治区公安厅作了部署。\n包头市、赤峰市警方先后破案，我区发案下降。`,
  );
  expect(region.articles[0]?.metadata.area?.value.code).toBe("CN-NM");
  const province = await cleaned(
    `全省公安机关破案90起。全省抓获嫌疑人126名。太原市公安局破获大案，为平安山西作出贡献，山西省公安厅通报。`,
  );
  expect(province.articles[0]?.metadata.area?.value.code).toBe("CN-SX");
});

test("lets what a person states win", async () => {
  const { articles } = await cleaned(`某地打击诈骗见成效\n来源：某某日报 2023-12-20 10:31\n${body}`, {
    facts: { publisher: "另一日报", published: "2022-01", area: "CN-ZJ", title: "另题" },
  });
  expect(articles[0]?.metadata).toMatchObject({
    publisher: { value: "另一日报", by: "sidecar" },
    published: { value: "2022-01", by: "sidecar" },
    area: { value: { code: "CN-ZJ" }, by: "sidecar" },
    title: { value: "另题", by: "sidecar" },
  });
});

const first = `2023年12月25日，某部召开新闻发布会，通报打击工作情况。\n${body}（原载某某日报）`;
const second = `坚持标本兼治推进专项行动向纵深发展\n某部2023年11月1日召开推进会，部署下一步工作。会议要求，各地要坚持打防结合，深化源头治理，推动专项行动取得新的更大成效。\n会议强调，要压实责任，形成合力。`;

test("splits a file of two articles, each with a map from the whole source", async () => {
  const { articles, source } = await cleaned(`${first}\n${second}`);
  expect(articles.map((article) => [article.part, article.text])).toEqual([
    [1, first],
    [2, second],
  ]);
  expect(articles.map((article) => article.map.sourceLength)).toEqual([source.text.length, source.text.length]);
  expect(articles.flatMap((article) => article.removals)).toEqual([]);
  expect(articles[1]?.map.toSource(0, "start")).toBe(source.text.indexOf("坚持标本兼治"));
  expect(articles.map((article) => article.metadata.published?.value)).toEqual(["2023-12-25", "2023-11-01"]);
});

test("does not split an article at its headings or a photograph's credit", async () => {
  const text = `某地打击诈骗见成效\n${body}\n高位推动 压实责任\n${body}（新华社发）\n全民参与 共同防范\n${body}`;
  expect((await cleaned(text)).articles).toHaveLength(1);
});
