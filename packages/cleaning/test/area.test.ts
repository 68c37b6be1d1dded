import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

const body = "今年以来共破获案件90起，抓获嫌疑人126名。\n下一步将继续加大宣传防范力度，守住群众的钱袋子。";

async function areaOf(text: string): Promise<string | null> {
  return (await cleaned(text)).articles[0]?.metadata.area?.value.code ?? null;
}

test.each([
  ["the title names a province", `安徽今年前十个月破案数上升\n全省${body}`, "CN-AH"],
  ["its police open the text", `反诈工作再上台阶\n安徽省公安厅公布，${body}`, "CN-AH"],
  ["我省 is said once", `守住钱袋子\n芜湖市警方通报，我省${body}安徽省召开推进会，合肥市作了发言。`, "CN-AH"],
  ["its bank supervision opens the text", `守住钱袋子\n国家金融监督管理总局广东监管局消息，${body}`, "CN-GD"],
  ["the title names a prefecture", `芜湖：反诈宣传进工地\n芜湖市公安机关${body}`, "340200"],
  ["province and prefecture stand together", `安徽芜湖警方打掉一犯罪团伙\n近日，警方${body}`, "340200"],
  [
    "全市 in a county-level city is the city's own",
    `义乌上半年发案下降\n义乌市公安局发布消息，全市${body}全市发案下降。`,
    "330782",
  ],
  ["a county's police open the text", `为民守财\n德清县反诈中心介绍，全县${body}`, "330521"],
  ["a municipality's 全市", `为民守财\n上海市公安局通报，全市${body}`, "CN-SH"],
  ["the outlet is a province's", `为民守财\n2023年12月20日 10:31 来源：安徽日报\n全省${body}`, "CN-AH"],
  ["the dateline names the place", `为民守财\n新华社合肥12月25日电 记者获悉，全省${body}安徽2023年发案下降。`, "CN-AH"],
])("finds an article's own area where %s", async (_what, text, code) => {
  expect(await areaOf(text)).toBe(code);
});

test.each([
  ["names a province in passing", `专项行动见成效\n全国公安机关${body}\n在浙江，金华市公安机关打掉团伙3个。`, "CN"],
  ["is the ministry's", `公安部通报专项行动战果\n公安部今天通报，${body}江苏、浙江公安机关战果突出。`, "CN"],
  [
    "has a dateline of the capital",
    `专项行动见成效\n新华社北京12月25日电 公安部消息，全国公安机关${body}各地2023年发案下降。`,
    "CN",
  ],
  ["compares several provinces", `安徽江西湖南三省联手反诈\n安徽、江西、湖南三省公安机关${body}`, "CN"],
])("takes an article that %s for the whole country's", async (_what, text, code) => {
  expect(await areaOf(text)).toBe(code);
});

test.each([
  ["no name at all", `为民守财\n全省${body}`],
  ["two provinces alike", `安徽江西联手反诈\n安徽、江西两省公安机关${body}`],
  ["only where someone is from", `为民守财\n民警接到安徽籍务工人员张某报警，${body}`],
])("does not know the area of an article with %s", async (_what, text) => {
  expect(await areaOf(text)).toBeNull();
});
