import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Pages whose text is in tables, in lists or in the page's data, and pages kept in other ways. */
export const data: readonly Layout[] = [
  {
    name: "bulletin with a table of figures within tables that only lay out",
    page: (
      a,
      seed,
    ) => `<html><head><meta charset="utf-8"><title>${a.title}_统计局</title></head><body><table width="100%"><tr><td class="menu">${links(seed, 5, (link) => `<p>${link}</p>`)}</td><td><table><tr><td align="center" class="bt">${a.title}</td></tr><tr><td align="center">${a.outlet}　${a.day} ${a.time}</td></tr><tr><td>${parts(a, (text) => `<p>　　${text}</p>`)}
<table border="1" class="MsoTable"><caption>表1　分地区情况</caption><thead><tr><th rowspan="2">地区</th><th colspan="2">1至9月</th></tr><tr><th>件数</th><th>同比（%）</th></tr></thead><tbody><tr><td><p>东&nbsp;区</p></td><td><p>1,205</p></td><td><p>-3.2</p></td></tr><tr><td><p>西&nbsp;区</p></td><td><p>986</p></td><td><p>11.7</p></td></tr></tbody></table></td></tr></table></td></tr></table></body></html>`,
    lines: (a) => [
      ...linesOf(a),
      "表1　分地区情况",
      "地区\t1至9月",
      "件数\t同比（%）",
      "东 区\t1,205\t-3.2",
      "西 区\t986\t11.7",
    ],
  },
  {
    name: "lists and quotations within the article",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div class="page"><div class="article"><h1>${a.title}</h1><div class="article-meta"><span class="source">${a.outlet}</span><span class="date">${a.day} ${a.time}</span></div><div class="article-body">${parts(a, (text, part) => (part.type === "h" ? `<h2>${text}</h2>` : `<p>${text}</p>`))}
<ol><li>加强源头管理，全年新建项目一律先审后建，覆盖率达到100%；</li><li>对重点场所每季度检查不少于2次；</li><li>建立问题台账，限期整改。</li></ol><blockquote><p>“群众满意不满意，是检验工作的唯一标准。”</p></blockquote></div></div><div class="extra"><ul>${links(seed, 9)}</ul></div></div></body></html>`,
    lines: (a) => [
      ...linesOf(a),
      "加强源头管理，全年新建项目一律先审后建，覆盖率达到100%；",
      "对重点场所每季度检查不少于2次；",
      "建立问题台账，限期整改。",
      "“群众满意不满意，是检验工作的唯一标准。”",
    ],
  },
  {
    name: "shell of an application with its state in a script",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}</title></head><body><div id="app"></div><noscript>请启用JavaScript后再访问本站，否则无法浏览网页内容。</noscript><script>window.__INITIAL_STATE__ = ${JSON.stringify(
        {
          user: { login: false, tips: "登录后体验更多功能，参与评论互动。" },
          hot: pick(seed, 8).map((title, id) => ({ id, title, hot: 4480000 })),
          detail: {
            id: 99,
            title: a.title,
            source: a.outlet,
            publishTime: `${a.day} ${a.time}`,
            content: parts(a, (text) => `<p style="text-indent:2em">${text}</p>`),
          },
        },
      )
        .replaceAll("<", "\\u003c")
        .replaceAll(
          "/",
          "\\/",
        )};(function(){var s;(s=document.currentScript||document.scripts[0]).parentNode.removeChild(s);}());</script><script src="/js/app.js"></script></body></html>`,
  },
  {
    name: "shell of an application with its properties in a script of data",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - ${a.outlet}</title><meta property="og:title" content="${a.title}"></head><body><div id="__next"><div class="spinner">加载中...</div></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { article: { headline: a.title, body: a.body.map(({ text }) => text).join("\n"), publishedAt: `${a.day}T${a.time}:00Z` }, related: pick(seed, 6).map((title) => ({ title, summary: `${title}，记者从有关部门获悉。` })) } }, page: "/article/[id]" })}</script></body></html>`,
  },
  {
    name: "source of a page as the browser shows it",
    page: (a, seed) => {
      const lines =
        `<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>${a.title}_${a.outlet}</title></head>\n<body>\n<div class="nav"><ul>${links(seed, 4).replaceAll("\n", "")}</ul></div>\n<h1>${a.title}</h1>\n<div class="info">发布时间：${a.day} ${a.time}&nbsp;来源：${a.outlet}</div>\n<div class="content">\n${parts(a, (text) => `<p>&nbsp;&nbsp;${text}</p>`)}\n</div>\n</body>\n</html>`.split(
          "\n",
        );
      return `<html><head><meta name="color-scheme" content="light dark"><meta charset="utf-8"></head><body><div class="line-gutter-backdrop"></div><form autocomplete="off"><label class="line-wrap-control">自动换行<input type="checkbox"></label></form><table><tbody>${lines
        .map(
          (line, i) =>
            `<tr><td class="line-number" value="${i + 1}"></td><td class="line-content">${line
              .split(/(<[^>]*>)/u)
              .map((piece) =>
                piece.startsWith("<") ? `<span class="html-tag">${escape(piece)}</span>` : escape(piece),
              )
              .join("")}</td></tr>`,
        )
        .join("")}</tbody></table></body></html>`;
    },
  },
  {
    name: "archive of a page, quoted-printable",
    document: "a.mhtml",
    page: (a, seed) =>
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${a.title}_${a.outlet}</title></head><body><div class="nav"><a href="/">首页</a> <a href="/x">新闻</a></div><h1>${a.title}</h1><p class="info">${a.day} ${a.time} 来源：${a.outlet}</p><div id="content">${parts(a, (text) => `<p>${text}</p>`)}</div><div class="hot"><ul>${links(seed, 6)}</ul></div></body></html>`,
    bytes: (page) => {
      const quoted = [...new TextEncoder().encode(page)].map((byte) =>
        byte < 33 || byte > 126 || byte === 61
          ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
          : String.fromCharCode(byte),
      );
      const lines: string[] = [""];
      for (const one of quoted) {
        if ((lines.at(-1) ?? "").length + one.length > 75) lines.push("");
        lines[lines.length - 1] += one;
      }
      return new TextEncoder().encode(
        `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.cn/a.html\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x1"\r\n\r\n\r\n${part("text/html", "https://www.example.cn/a.html", "quoted-printable", lines.join("=\r\n"))}${part("text/css", "cid:css@mhtml.blink", "quoted-printable", "body { color: red }")}------MultipartBoundary--x1--\r\n`,
      );
    },
  },
  {
    name: "page saved by a browser with what its extensions added",
    page: (a, seed) => `<!DOCTYPE html>
<!-- saved from url=(0042)http://www.example.cn/2023/1018/c1-123.html -->
<html lang="zh-CN"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>${a.title}--${a.outlet}</title><script src="./x_files/jquery.js"></script></head><body style=""><div class="w1000 header"><ul class="clear">${links(seed, 6)}</ul></div><div class="layout rm_txt cf"><div class="col col-1 fl"><h1>${a.title}</h1><div class="author cf"></div><div class="channel cf"><div class="col-1-1 fl">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日${a.time} | 来源：<a href="http://paper.example.cn/">${a.outlet}</a></div><div class="col-1-2 fr"><div class="message">小字号</div></div></div><div class="rm_txt_con cf">${parts(a, (text, part) => (part.type === "h" ? `<p style="text-indent: 2em;"><strong>${text}</strong></p>` : `<p style="text-indent: 2em;">${text}</p>`))}<div class="zdfy clearfix"></div><center><table border="0"><tbody><tr><td></td></tr></tbody></table></center><div class="edit cf">(责编：${a.editor}、${a.author})</div></div><p class="paper_num"><a href="#">关注公众号：${a.outlet}</a></p></div><div class="col col-2 fr"><h2>热门排行</h2><ul class="rank">${links(seed + 2, 10)}</ul></div></div>
<div id="immersive-translate-popup" style="all: initial"></div><div class="xl-chrome-ext-bar" style="display: none;"><p>下载视频，下载全部链接，添加到下载列表。</p></div><div style="position:fixed;top:-9999px">选中文字后点击翻译，支持多种语言，每月免费200次。</div></body></html>`,
  },
  {
    name: "interview as a list of terms",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - 访谈</title></head><body><div class="head"><a>首页</a><a>访谈</a></div><div class="talk"><h2 class="talk-title">${a.title}</h2><div class="talk-time">访谈时间：${a.day} ${a.time}</div><dl class="talk-list">${parts(a, (text, _part, i) => (i % 2 === 0 ? `<dt>${text}</dt>` : `<dd>${text}</dd>`))}</dl></div><div class="talk-more"><h3>往期访谈</h3><ul>${links(seed, 6)}</ul></div></body></html>`,
  },
];

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A part of a web archive. */
function part(type: string, location: string, encoding: string, body: string): string {
  return `------MultipartBoundary--x1\r\nContent-Type: ${type}\r\nContent-ID: <frame@mhtml.blink>\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: ${location}\r\n\r\n${body}\r\n`;
}
