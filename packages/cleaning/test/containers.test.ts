import { expect, test } from "vitest";
import { cleaned, origin, removed } from "./helpers.ts";

const paragraphs = [
  "今年以来，某市公安机关共破获电信网络诈骗案件90起，抓获犯罪嫌疑人126名。",
  "市公安局有关负责人介绍，公安机关累计劝阻潜在受害群众3.2万人次，成效明显。",
  "下一步，全市公安机关将持续开展宣传防范，守住群众的钱袋子。",
];

const page = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>某市警方通报打击成果_某某网</title>
<meta name="publishdate" content="2023-12-20"><link rel="canonical" href="https://example.cn/a.html">
<script>var text = "共破获案件999起，抓获嫌疑人。";</script></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul></div>
<div class="crumb">首页 &gt; 新闻 &gt; 正文</div>
<div class="main"><h1>某市警方通报打击成果</h1><p class="info">2023-12-20 10:31 来源：某某日报</p>
<div class="content"><p>　　${paragraphs[0]}</p>
<p>市公安局有关负责人介绍，公安机关累计劝阻<ruby>潜<rt>qián</rt></ruby>在受害群众3.2万人次&#65292;成效明显。</p>
<ul class="related"><li><a href="/1">外地警方破获赌博案</a></li><li><a href="/2">春运首日客流平稳</a></li></ul>
<p>${paragraphs[2]}
<table><tr><th>地区</th><th>案件</th></tr><tr><td>东区</td><td>45起</td></tr></table></div></div>
<div class="comment-list"><p>网友甲：说得好，支持警方打击诈骗，大家都要注意。</p></div>
<footer>版权所有 某某网</footer></body></html>`;

test("reads the article of an HTML page, and leads its figures back into the markup", async () => {
  const result = await cleaned(page, { document: "a.html" });
  expect(result.source.text).toBe(page);
  expect(result.text).toBe(["某市警方通报打击成果", ...paragraphs, "地区\t案件", "东区\t45起"].join("\n"));
  expect(origin(result, "90起")).toBe("90起");
  expect(origin(result, "人次，成")).toBe("人次&#65292;成");
  expect(removed(result, "html-furniture").join()).toContain("外地警方破获赌博案");
  const { metadata } = result.articles[0] ?? {};
  expect(metadata?.title?.value).toBe("某市警方通报打击成果");
  expect(metadata?.published?.value).toBe("2023-12-20");
  expect(metadata?.publisher?.value).toBe("某某日报");
  expect(metadata?.url?.value).toBe("https://example.cn/a.html");
});

test("reads Markdown without its marks, and leads figures back into it", async () => {
  const result = await cleaned(
    `---\ntitle: 某市通报\ndate: 2023-12-20\n---\n\n# 某市通报\n\n今年以来，**某市**共破获[案件](http://example.cn)90起，成效明显。\n\n| 地区 | 案件 |\n| --- | --- |\n| 东区 | 45起 |\n`,
    { document: "a.md" },
  );
  expect(result.text).toBe("某市通报\n今年以来，某市共破获案件90起，成效明显。\n地区\t案件\n东区\t45起");
  expect(origin(result, "案件90起")).toBe("案件](http://example.cn)90起");
  expect(result.articles[0]?.metadata.published?.value).toBe("2023-12-20");
});
