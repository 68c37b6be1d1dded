import { describe, expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

const before = ["某区2023年7月反诈数据一览", "某区公安分局8月2日通报了上月打防情况，各项数据列表如下。"];
const after = ["分局负责人表示，暑期将继续走进社区开展宣传，对重点人群逐一上门劝阻。"];
const tables = [
  [
    "指标|本月|比上月",
    "接报警情|386起|下降6.5%",
    "破案|141起|上升15.6%",
    "见面劝阻|2,218人次|上升31%",
    "反诈App注册|1.6万人|下降4.2%",
  ],
  ["| 街道 | 发案 | 损失 |", "| 东门 | 12起 | 38万元 |", "| 西园 | 9起 | 21万元 |", "| 北山 | 17起 | 60.5万元 |"],
  ["项目｜数量", "上门走访｜1.2万户", "发放手册｜3万册", "安装反诈App｜8600人"],
];

describe("a table that is drawn with bars", () => {
  test.each(tables.map((rows) => ({ head: rows[0] ?? "", rows })))("is the article's: $head", async ({ rows }) => {
    const { text } = await cleaned([...before, ...rows, ...after].join("\n"));
    for (const cell of rows.flatMap((row) => row.split(/[|｜]/u).map((each) => each.trim())))
      expect(text).toContain(cell);
  });

  test("is not a page's own bar of links", async () => {
    const { text } = await cleaned(["首页|新闻|视频|专题|图片", ...before, ...after].join("\n"));
    expect(text).not.toContain("首页");
  });
});
