import { type Article, type Block, titleOf } from "./article.ts";
import { junk } from "./junk.ts";
import { readings } from "./readings.ts";
import { toTraditional } from "./damage.ts";

/** How a page is made: what it declares of itself, its layout, and the characters that get ruby. */
export interface HtmlOptions {
  /** The charset that the page declares, true or not. */
  readonly declare: string;
  readonly page: "portal" | "news";
  /** Simplified characters that carry their pinyin as ruby. */
  readonly ruby?: string;
}

/** Writes an article as a web page with all that stands around one. */
export function toHtml(article: Article, options: HtmlOptions): string {
  const body = article.blocks.map((block) => blockOf(block, options.ruby ?? "")).join("\n");
  const title = titleOf(article);
  return options.page === "portal" ? portal(article, title, body, options) : news(article, title, body, options);
}

/** A portal of the 2010s: tables of links, inline scripts, advertisement between the paragraphs. */
function portal(article: Article, title: string, body: string, options: HtmlOptions): string {
  const { publisher = "", published = "" } = article.facts;
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${options.declare}" />
<title>${title}_法治频道_${publisher}</title>
<meta name="publishdate" content="${published}" />
<style type="text/css">.nav li{float:left} .ad{width:300px;height:250px}</style>
<script type="text/javascript">var pageConfig = {"hits": 13800, "channel": "fazhi"}; document.write("<!-- 今日要闻12条 -->");</script>
</head>
<body>
<div class="topbar">欢迎您！今天是<span id="today"></span> <a href="/login">登录</a> <a href="/register">注册</a></div>
<div class="nav"><ul>${["首页", "要闻", "法治", "财经", "教育", "论坛"].map((name) => `<li><a href="#">${name}</a></li>`).join("")}</ul></div>
<div class="crumb">您的位置：<a href="/">首页</a> &gt; <a href="/fazhi/">法治</a> &gt; 正文</div>
<div class="main">
${body.replace("</h1>", `</h1>\n<div class="info"><span>${published} 09:20</span>&nbsp;&nbsp;<span>来源：${publisher}</span>&nbsp;&nbsp;<span>点击：13800次</span></div>`)}
<div class="ad"><a href="https://ads.example.com/">年货节满300元减50元，前1000名送红包</a></div>
<p class="editor">（责任编辑：辛简）</p>
<div class="share">${(junk["share"] ?? []).join("<br />")}</div>
</div>
<div class="side"><h3>${junk["related"]?.[0] ?? ""}</h3>
<ul>
${(junk["related"] ?? [])
  .slice(1)
  .map((line) => `<li><a href="#">${line.replace("· ", "")}</a></li>`)
  .join("\n")}
</ul></div>
<div class="footer">关于我们 | 联系方式 | 网站地图<br />备案号：示ICP备00000000号-1　违法和不良信息举报电话：0700-0000000</div>
</body>
</html>
`;
}

/** A news page of today: landmarks, a time element, a sidebar of related news with figures of its own. */
function news(article: Article, title: string, body: string, options: HtmlOptions): string {
  const { publisher = "", published = "" } = article.facts;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="${options.declare}">
<title>${title} - ${publisher}</title>
<meta property="og:title" content="${title}">
<meta property="article:published_time" content="${published}T19:30:00+08:00">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${published}T19:30:00+08:00","interactionCount":"27000"}</script>
</head>
<body>
<header><a href="/">${publisher}</a><nav><a href="/china">国内</a> <a href="/world">国际</a> <a href="/live">直播</a></nav></header>
<main>
<article>
${body.replace("</h1>", `</h1>\n<p class="meta"><time datetime="${published}">${chineseDate(published)}</time> 来源：${publisher}</p>`)}
</article>
<section class="comments"><h2>热门评论</h2><p>网友甲：去年我们小区就劝阻了20多人。</p><p>网友乙：支持！顶了1000次。</p></section>
</main>
<aside aria-label="相关新闻"><h2>相关新闻</h2><ul>
<li><a href="#">2022年全国破获电诈案46.4万起</a></li>
<li><a href="#">某市一年拦下诈骗资金5.5亿元</a></li>
</ul></aside>
<footer>© 2024 ${publisher} 版权所有 未经许可不得转载</footer>
</body>
</html>
`;
}

function blockOf(block: Block, ruby: string): string {
  switch (block.type) {
    case "title":
      return `<h1>${block.text}</h1>`;
    case "heading":
      return `<p><strong>${block.text}</strong></p>`;
    case "paragraph":
      return `<p>&emsp;&emsp;${withRuby(block.text, ruby)}</p>`;
    case "table":
      return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
  }
}

function withRuby(text: string, characters: string): string {
  return [...text]
    .map((character) =>
      characters.includes(character)
        ? `<ruby>${character}<rp>(</rp><rt>${readings[toTraditional(character)] ?? ""}</rt><rp>)</rp></ruby>`
        : character,
    )
    .join("");
}

function chineseDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
