import { describe, expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

const article = [
  "某市警方通报上半年反诈战果",
  "某市公安局今天通报，今年上半年，全市破获电信网络诈骗案件1260起，抓获犯罪嫌疑人1388人，止付资金2.3亿元。",
  "市公安局反诈中心负责人表示，下一步将继续压减发案。",
];
const titles = [
  "邻省警方破获电信网络诈骗案件999起 抓获犯罪嫌疑人888名",
  "民警三小时追回77万元",
  "国家反诈中心App安装量突破6.6亿",
  "外地破获跨境电诈案412起涉案1.9亿元",
  "这份年夜饭菜单收好",
];
const heads = ["相关阅读", "延伸阅读：", "热点推荐", "相关新闻", "【更多资讯】", "猜你喜欢"];
const marks = ["", "· ", "● ", "> ", "1. ", "[1]"];
const tails = [["分享到： 微信 微博 QQ空间"], ["（责任编辑：李某）"], ["版权所有 未经授权不得转载"], []];

describe("titles of other articles under a page's head, with figures of their own", () => {
  test.each(heads.flatMap((head) => marks.map((mark) => ({ head, mark }))))(
    "go: $head $mark",
    async ({ head, mark }) => {
      for (const [turn, tail] of tails.entries()) {
        const turned = [...titles.slice(turn), ...titles.slice(0, turn)].map((title, i) =>
          mark.replace("1", `${i + 1}`).concat(title),
        );
        const { text } = await cleaned([...article, head, ...turned, ...tail].join("\n"));
        expect(text).toBe(article.join("\n"));
      }
    },
  );

  test("leave the article whole where it goes on below them", async () => {
    const { text } = await cleaned([...article.slice(0, 2), "相关阅读", ...titles.slice(0, 2), article[2]].join("\n"));
    expect(text).toContain(article[1]);
    expect(text).toContain(article[2]);
  });

  test("are not what an article lists itself, nor a paper's box of background", async () => {
    const listed = ["上半年侦破的案件有：", "刷单返利诈骗案412起", "冒充客服诈骗案305起", "虚假投资诈骗案220起"];
    const box = ["相关链接", "断卡行动是指打击买卖电话卡、银行卡的专项行动，自2020年10月起在全国部署开展。"];
    const { text } = await cleaned([...article, ...listed, ...box].join("\n"));
    expect(text).toBe([...article, ...listed, ...box].join("\n"));
  });
});
