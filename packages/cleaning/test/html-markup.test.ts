import fc from "fast-check";
import { expect, test } from "vitest";
import { clean } from "../src/index.ts";
import { articles, tuned } from "./pages/measure.ts";
import { cleaned, origin, removed } from "./helpers.ts";

const sentences = [
  "12月3日，全县气温骤降，最低零下9.5℃，供热公司提前两天升温。",
  "截至上月底，农民合作社带动2,314户增收，户均增加1.2万元。",
  "馆长说，展览共展出文物460件，其中37件是首次公开。",
];

const page = (body: string, head = ""): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const paragraphs = sentences.map((text) => `<p>${text}</p>`).join("\n");

const piece = fc.oneof(
  fc.constantFrom(
    ...sentences,
    "附件：1.名单.doc",
    "回复",
    "2023-12-03 09:30",
    "来源：某某日报",
    "某市新闻一则",
    "\n",
    "&nbsp;&#50;&#48;年",
    "&lt;",
    "<",
    ">",
    "&#x110000;",
    "\0",
  ),
  fc
    .constantFrom(
      ..."div p span a table tbody tr td th ul li h1 h2 b font ruby rt pre section article form select option textarea title script style iframe noscript template svg center blockquote dl dt dd button body html".split(
        " ",
      ),
    )
    .chain((name) =>
      fc.constantFrom(
        `<${name}>`,
        `</${name}>`,
        `<${name} class="content">`,
        `<${name} class='comment-list'>`,
        `<${name} style="display:none">`,
        `<${name} href="/a">`,
        `<${name} title="`,
        `<${name}/>`,
        `<${name.toUpperCase()}`,
      ),
    ),
  fc.constantFrom(
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "<br>",
    "<hr/>",
    `"`,
    "'",
    "<style>.x{display:none}</style>",
    `<script>{"content":"今年，`,
    "</",
  ),
);

test("reads any markup, however broken, with every figure at its place", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join("");
      const { articles: found } = clean({
        document: "a",
        format: "html",
        text,
        encoding: "utf-8",
        places: [],
        sha256: "",
      });
      for (const article of found) {
        article.map.check(text, article.text);
        let last = 0;
        for (let at = 0; at <= article.text.length; at++) {
          const to = article.map.toSource(at, "start");
          expect(to).toBeGreaterThanOrEqual(last);
          last = to;
        }
        for (const { span } of article.removals) expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 400 },
  );
});

test("keeps what it has of a page that was cut off anywhere", () => {
  for (const [l, layout] of tuned.entries()) {
    const article = articles[l % articles.length];
    if (article === undefined || layout.bytes !== undefined || layout.document !== undefined) continue;
    const text = layout.page(article, l);
    for (let cut = 1; cut < 12; cut++) {
      const part = text.slice(0, Math.floor((text.length * cut) / 12));
      const result = clean({ document: "a", format: "html", text: part, encoding: "utf-8", places: [], sha256: "" });
      for (const one of result.articles) one.map.check(part, one.text);
    }
  }
});

test.each([
  "<div><a href=x>汉字汉字汉字</a>",
  "<table><tr><td>汉字，汉字。",
  "<ul><li><a href=x>汉字汉字</a>",
  `<div class="comment">一行汉字，又一行汉字，两句话。`,
  "<div>一行汉字，又一行汉字，两句话。",
  "<style>.a{display:none}</style>",
  `<div style="display:none">汉字，汉字`,
  "<ruby>汉<rt>h",
  `<a title="`,
  "&#20013;",
  "<h2>汉字汉字</h2><p>一行汉字，又一行汉字，两句话。",
  `<iframe srcdoc="`,
  `<script>{"a":"汉字，汉字。",`,
  "<li>一行汉字，又一行汉字，两句话。<p>回复",
  "<!-- x -->",
  "来源：某某日报<p>",
])("reads a megabyte of %j in linear time", { timeout: 30_000 }, (unit) => {
  const text = `<html><head><title>汉字汉字</title></head><body>${unit.repeat(Math.ceil(1_000_000 / unit.length))}`;
  const result = clean({ document: "a", format: "html", text, encoding: "utf-8", places: [], sha256: "" });
  for (const one of result.articles) one.map.check(text, one.text);
});

test("leaves out what only copies carry, lists it, and leads across it", async () => {
  const guarded = page(
    `<h1>古镇展出一批文物</h1><p>馆长说，展览共展出文物<span class="guard">qk7</span>4<i style="font-size:0">9</i>60件，其中37件是首次公开。</p><p>${sentences[1]}</p>`,
    "<style>.guard { display : none }</style>",
  );
  const result = await cleaned(guarded, { document: "a.html" });
  expect(result.text).toBe(`古镇展出一批文物\n${sentences[2]}\n${sentences[1]}`);
  expect(origin(result, "460件")).toBe(`4<i style="font-size:0">9</i>60件`);
  expect(removed(result, "html-hidden")).toEqual([`<span class="guard">qk7</span>`, `<i style="font-size:0">9</i>`]);
});

test.each([
  ["a box that a script will show", `<div id="c" style="visibility:hidden">${paragraphs}</div>`],
  ["a box whose name says advertisement", `<div class="ad-area">${paragraphs}${paragraphs}</div>`],
  [
    "a box whose name says comment, as columns of opinion have it",
    `<div class="comment-detail">${paragraphs}${paragraphs}</div><p>欢迎订阅，谢谢您的支持。</p>`,
  ],
  [
    "sentences with links and marks of any name",
    `<div>${paragraphs.replaceAll(/(全县|农民|馆长)/gu, `<a class="link hot" href="/k">$1</a>`).replaceAll(/(气温|增收|展览)/gu, `<span class="tag ad code">$1</span>`)}</div>`,
  ],
  [
    "paragraphs with names of their own",
    `<div>${["other", "hot", "position"].map((name, i) => `<p class="${name}">${sentences[i]}</p>`).join("")}</div>`,
  ],
  [
    "a kit of widgets",
    `<div class="elementor">${sentences.map((text) => `<div class="elementor-widget"><div class="elementor-widget-container"><p>${text}</p></div></div>`).join("")}</div>`,
  ],
  ["a bulletin that is signed", `<div>${paragraphs}<div class="sign"><p>县气象局</p><p>2023年12月3日</p></div></div>`],
  ["a form around the whole page", `<form id="aspnetForm"><div>${paragraphs}</div></form>`],
  [
    "sizes of nothing around text that has a size",
    `<section style="font-size:0"><section style="font-size:15px">${paragraphs}</section></section>`,
  ],
  ["an unclosed link above", `<a name="top"><a href="/">首页</a>${paragraphs}`],
])("keeps every sentence of an article in %s", async (_name, body) => {
  const { text } = await cleaned(page(`<h1>县里的几件事情</h1>${body}`), { document: "a.html" });
  for (const sentence of sentences) expect(text).toContain(sentence);
});

test.each([
  [
    "a list of links",
    `<ul>${[1, 2, 3, 4].map((i) => `<li><a href="/${i}">某地新闻标题第${i}条</a></li>`).join("")}</ul>`,
    "lists articles",
  ],
  ["a page that is gone", "<h1>404</h1><p>抱歉，您访问的页面不存在或已被删除。</p>", "fetch the article again"],
  ["a shell", `<div id="app"></div><script src="/app.js"></script>`, "script"],
  ["a frame", `<iframe src="content_12.htm"></iframe>`, "content_12.htm"],
  ["a question for a code", "<p>您的访问过于频繁，请输入验证码后继续。</p>", "fetch the article again"],
])("finds no article in %s and says what to do", async (_name, body, hint) => {
  const { articles: found, diagnostics } = await cleaned(page(body), { document: "a.html" });
  expect(found).toEqual([]);
  expect(diagnostics.map((one) => one.rule)).toEqual(["cleaning/no-article"]);
  expect(diagnostics[0]?.hint).toContain(hint);
});

test("takes a warning of messages like a site's for news", async () => {
  const news = "市反诈中心提醒：收到“请输入验证码”“您访问的页面不存在”的短信，切勿点击其中的链接。";
  expect((await cleaned(page(`<h1>反诈提醒</h1><p>${news}</p>`), { document: "a.html" })).text).toContain(news);
});

test.each([
  ["meta", `<meta property="article:published_time" content="2022-03-04T08:00:00+08:00">`, "", "2022-03-04", null],
  [
    "linked data",
    `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"某站"},{"@type":"NewsArticle","datePublished":"2022-03-04","publisher":{"name":"某某晚报"}}]}</script>`,
    "",
    "2022-03-04",
    "某某晚报",
  ],
  [
    "a script",
    `<script>var publish_time = "2022-03-04" || "", nickname = "某某发布";</script>`,
    "",
    "2022-03-04",
    "某某发布",
  ],
  ["a time element", "", `<time datetime="2022-03-04T10:00">昨天</time>`, "2022-03-04", null],
  ["a bare line", "", "<div>某某日报　2022年3月4日 10:21</div>", "2022-03-04", "某某日报"],
  [
    "labels in elements that touch",
    "",
    "<div><span>来源：某某日报</span><span>发布时间：2022-03-04 10:21</span><span>字号：大 中 小</span></div>",
    "2022-03-04",
    "某某日报",
  ],
  ["today's date in the page's head", "", "", null, null],
])("reads the day and the outlet from %s", async (_name, head, line, published, publisher) => {
  const body = `<div class="top"><span class="date">2024年5月6日</span></div><div class="main"><div><h1>县里的几件事情</h1>${line}</div><div>${paragraphs.replace("12月3日，", "近日，")}</div></div>`;
  const { articles: found, text } = await cleaned(page(body, head), { document: "a.html" });
  expect(found[0]?.metadata.published?.value ?? null).toBe(published);
  expect(found[0]?.metadata.publisher?.value ?? null).toBe(publisher);
  expect(text.split("\n")).toHaveLength(4);
});

test("keeps the rows of a table whole, and its empty cells", async () => {
  const table = `<table><caption>各乡情况</caption><tr><th>乡</th><th>户数</th><th>增幅</th></tr><tr><td><p>东乡</p></td><td>1,205</td><td></td></tr><tr><td>西<br>乡</td><td></td><td><p>11.7%</p></td></tr></table>`;
  const { text } = await cleaned(page(`<h1>县里的几件事情</h1>${paragraphs}${table}`), { document: "a.html" });
  expect(text.split("\n").slice(4)).toEqual(["各乡情况", "乡\t户数\t增幅", "东乡\t1,205", "西乡\t\t11.7%"]);
});

test.each([
  ["a caption", "图为防汛物资装车。本报记者 何竞舟 摄", "近期，全市已储备编织袋46万条。", false],
  ["a time of day", "12:02", "14个断面中，水质优良的12个。", false],
  [
    "an advertisement",
    "本地新盘盛大开盘，首付18万起，咨询热线400-800-1234 广告",
    "把窑火重新点着的，是镇里请来的9位老师傅。",
    false,
  ],
  [
    "a sentence that a column's end broke",
    "专项行动从今年3月开始，一直持续到9",
    "月28日，全市共出动警力4200人次。",
    true,
  ],
  ["a sentence that ends in a comma", "截至目前，全区已有12个社区完成改造，", "惠及居民4300户。", true],
])("keeps %s and the next block of markup apart unless a sentence goes on", async (_name, first, second, joined) => {
  const body = `<h1>县里的几件事情</h1><div>${paragraphs}<p>${first}</p><p>${second}</p>${paragraphs}</div>`;
  const { text } = await cleaned(page(body), { document: "a.html" });
  expect(text.includes(first + second)).toBe(joined);
  expect(text).toContain(second);
});

test("doubts figures that a page shows in another order than it writes them", async () => {
  const body = `<h1>县里的几件事情</h1>${paragraphs}<p>今年共收到来信<span style="display:inline-flex"><i style="order:2">7</i><i style="order:1">1</i></span>封，已全部答复。</p>`;
  const { articles: found } = await cleaned(page(body), { document: "a.html" });
  expect(
    found[0]?.doubts.map(({ rule, cleanSpan }) => [rule, found[0]?.text.slice(cleanSpan.start, cleanSpan.end)]),
  ).toEqual([
    ["cleaning/html-order", "7"],
    ["cleaning/html-order", "1"],
  ]);
});

test("leaves a tag beside the headline out of it", async () => {
  const body = `<h1>县里的几件事情一览<span class="tag">原创</span></h1>${paragraphs}`;
  const { text } = await cleaned(page(body, "<title>县里的几件事情一览_某某网</title>"), { document: "a.html" });
  expect(text.split("\n")[0]).toBe("县里的几件事情一览");
});

test("reads the page of a web archive whose frames are parts too", async () => {
  const archive = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n${partOf("https://a.cn/ad", page("<p>广告</p>"))}${partOf("https://a.cn/1", page(`<h1>县里的几件事情</h1>${paragraphs}`))}--b--\r\n`;
  for (const document of ["a.mht", "a"]) {
    const result = await cleaned(archive, { document });
    expect(result.source.format).toBe("html");
    expect(result.text).toBe(["县里的几件事情", ...sentences].join("\n"));
    expect(origin(result, "9.5℃")).toBe("9.5℃");
  }
});

/** A part of a web archive. */
function partOf(location: string, body: string): string {
  return `--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: ${location}\r\n\r\n${body}\r\n`;
}

test("keeps an article above a line that repeats its title", async () => {
  const body = `<div class="a">${paragraphs}${paragraphs}${paragraphs}</div><div class="b"><h3>县里的几件事情一览</h3><p>长按二维码，分享给您的朋友，谢谢。</p></div>`;
  const { text } = await cleaned(page(body, "<title>县里的几件事情一览</title>"), { document: "a.html" });
  for (const sentence of sentences) expect(text.split(sentence)).toHaveLength(4);
});
