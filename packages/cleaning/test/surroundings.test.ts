import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

const headline = "修车铺里的一次转账";
const body = [
  "修车铺的老板娘接到一个电话，对方自称是配件厂的会计，要她把货款打到一个新的账户里去。",
  "她多问了一句去年发票的号码，对方挂了电话。镇上的民警后来查明，那个号码一天打了四百多个电话。",
];
const text = [headline, ...body].join("\n");

test.each([
  [["柏县新闻中心", headline, ...body]],
  [["某市长安网", headline, ...body]],
  [["沙溪消防", "2022-03-04 09:15 来自 手机客户端", headline, ...body]],
  [["三号楼业主群(212)", "小郑 2022/5/11 8:40:02", headline, ...body]],
  [["修车骗局_最新骗局_骗局大全-百知网", headline, ...body, "修车骗局,最新骗局,骗局大全,百知网"]],
  [["楼主：河边人 发表于 2021-02-03 20:11", headline, ...body]],
  [[headline, ...body.slice(0, 1), "展开剩余62%内容", ...body.slice(1)]],
  [[headline, ...body, "觉得有用就点个赞吧"]],
  [[headline, ...body, "热门标签：货款 汽修 来电"]],
  [[headline, ...body, "编辑：小满", "往期推荐", "修车铺的账，为什么总对不上", "电话一响，先问三句"]],
])("leaves out what stands around an article: %j", async (lines) => {
  expect((await cleaned(lines.join("\n"))).text).toBe(text);
});

test.each([
  ["撒下一张看不见的网", "——镇派出所侦办记", ...body],
  ["他给陌生人点了个赞", ...body],
  ["楼主：他又来了", ...body],
  ["柏县新闻中心", ...body],
])("keeps what is the article's own: %s", async (...lines) => {
  expect((await cleaned(lines.join("\n"))).text).toBe(lines.join("\n"));
});
