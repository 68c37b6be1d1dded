import { bytesOf } from "../helpers.ts";
import { about, comments } from "./articles.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Layouts that were held back at first and are built on since: their first figure was 0.941. */
export const heldBack1: readonly Layout[] = [
  {
    name: "capital tags, nothing closed, three columns",
    bytes: bytesOf,
    page: (
      a,
      seed,
    ) => `<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>${a.outlet}::${a.title}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><TABLE WIDTH=760 BORDER=0><TR><TD WIDTH=120 VALIGN=TOP BGCOLOR=#F0F0F0><FONT SIZE=2><A HREF=/a>时政要闻</A><BR><A HREF=/b>经济新闻</A><BR><A HREF=/c>文体新闻</A><BR></FONT><TD WIDTH=460 VALIGN=TOP><P ALIGN=CENTER><FONT SIZE=5 FACE=黑体>${a.title}</FONT><P ALIGN=CENTER><FONT SIZE=2 COLOR=gray>${a.outlet} ${a.day} ${a.time}</FONT><HR>
${parts(a, (text) => `<P>　　${text}`)}
<P ALIGN=RIGHT>【<A HREF=javascript:window.print()>打印此页</A>】【<A HREF=javascript:window.close()>关闭窗口</A>】<TD WIDTH=180 VALIGN=TOP><B>本周点击排行</B><BR>${pick(
      seed,
      9,
    )
      .map((title, i) => `${i + 1}. <A HREF=${i}.htm>${title}</A> (${9000 - i * 317})<BR>`)
      .join(
        "\n",
      )}</TABLE><HR WIDTH=760><FONT SIZE=2>${a.outlet} 版权所有 2003-2005 最佳分辨率 800*600</FONT></CENTER></BODY></HTML>`,
  },
  {
    name: "open government file with its signature and an interpretation list",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_政府信息公开_某某省人民政府</title><meta name="PubDate" content="${a.day}"/></head><body><div class="zwgk_top"><a>政府信息公开指南</a><a>政府信息公开制度</a><a>法定主动公开内容</a></div><div class="zwgk_wrap"><div class="zwgk_l"><ul><li><a>机构职能</a></li><li><a>规划计划</a></li><li><a>财政预决算</a></li></ul></div><div class="zwgk_r"><table class="tabSYH"><tbody><tr><td><b>索引号：</b>11430000006120/2023-0011</td><td><b>发文机关：</b>省政府办公厅</td></tr><tr><td><b>公开方式：</b>主动公开</td><td><b>公开日期：</b>${a.day}</td></tr></tbody></table><div class="zwnr"><p class="bt" style="text-align:center;font-size:22pt">${a.title}</p><div id="zoom"><p>${parts(a, (text) => `&nbsp; &nbsp; ${text}<br/>`)}</p><p style="text-align:right">${a.outlet}编辑部</p><p style="text-align:right">${dayOf(a)[0]}年${Number(dayOf(a)[1])}月${Number(dayOf(a)[2])}日</p></div></div><div class="xgjd"><div class="xgjd_t">相关解读</div><ul>${links(seed, 3, (link) => `<li>${link}<span>${a.day}</span></li>`)}</ul></div><div class="dyfx">【打印】 【收藏】 【关闭】</div></div></div><div class="bottom">联系我们 | 网站地图 | 网站声明<br/>备案序号：湘ICP备10000号-1 承办单位：某某省人民政府发展研究中心</div></body></html>`,
    lines: (a) => [
      ...linesOf(a),
      `${a.outlet}编辑部`,
      `${dayOf(a)[0]}年${Number(dayOf(a)[1])}月${Number(dayOf(a)[2])}日`,
    ],
  },
  {
    name: "digital newspaper in boxes with a shoulder title and pictures",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-${a.outlet}数字报</title></head><body><div class="main w1000"><div class="left paper-box"><div class="paper-bot"><p class="left ban">第02版：本地新闻</p><p class="right btn"><a class="preart" href="n1">上一版</a><a href="n3">下一版</a></p></div><div class="news"><ul class="news-list">${links(seed, 6)}</ul></div></div><div class="right newsArt"><div class="date-box"><p class="date">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日 星期五 <a>返回目录</a> <a>按日期检索</a></p></div><div class="article-box"><div class="art-btn"><p class="left"><a>放大</a> <a>缩小</a> <a>默认</a></p><p class="right"><a href="c1">上一篇</a><a href="c3">下一篇</a></p></div><div class="article"><h3></h3><h1>${a.title}</h1><h2></h2><p class="sec">本报记者 ${a.author}<span class="date">《${a.outlet}》（${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日　第 02 版）</span></p><div class="attachment"><table class="pci_c"><tbody><tr><td align="center"><img src="p.jpg"><p></p></td></tr></tbody></table></div><div id="articleContent">${parts(a, (text) => `<p>　　${text}</p>`)}</div></div></div></div></div><div class="foot"><p>Copyright 2010-2021 All rights reserved</p></div></body></html>`,
    lines: (a) => [a.title, `本报记者 ${a.author}`, ...linesOf(a).slice(1)],
  },
  {
    name: "portal with a feed of summaries and the readers' most liked words",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}网</title><script>window.DATA = {"article_id":"2023","title":"${a.title}","media":"${a.outlet}","pubtime":"${a.day} ${a.time}:00"}</script></head><body><div class="qq_nav"><a>网站首页</a><a>要闻</a><a>财经</a></div><div class="LEFT"><h1>${a.title}</h1><div class="content clearfix"><div class="left-stick-wp"><div class="author"><a>${a.outlet}</a></div><div class="year through"><span>${dayOf(a)[0]}</span></div><div class="md">${dayOf(a)[1]}/<span class="line">${dayOf(a)[2]}</span></div></div><div class="content-article">${parts(a, (text, part) => `<p class="one-p">${part.type === "h" ? `<strong>${text}</strong>` : text}</p>`)}<div id="Status"></div></div></div><div class="hotComment"><h3>热评</h3>${comments
        .slice(0, 5)
        .map((text, i) => `<div class="cmt-item"><b>网友${i}</b><p>${text}</p><span>${i * 11}赞</span></div>`)
        .join("")}</div><div class="feed"><h3>推荐阅读</h3>${pick(seed, 6)
        .map(
          (title, i) =>
            `<div class="feed-item"><a href="/f${i}"><h4>${title}</h4></a><p>${title}。记者从有关方面获悉，目前各项工作正在推进，相关负责人表示将及时公布进展。</p></div>`,
        )
        .join("")}</div></div><div class="RIGHT"><h2>今日要闻</h2><ul>${links(seed, 8)}</ul></div></body></html>`,
  },
  {
    name: "sections of an article with boxes between that no name gives away",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}｜${a.outlet}</title></head><body><div class="x-head"><a>${a.outlet}</a></div><div class="x-body"><div class="x-title"><h1>${a.title}</h1><div>${a.author}　${a.day}</div></div>${parts(a, (text, part, i) => `<section class="x-part">${part.type === "h" ? `<h2>${text}</h2>` : `<p>${text}</p>`}</section>${i === 0 || i === 3 ? `<div class="x-ins"><a href="/i"><img src="i.jpg"><span>${pick(seed, 1)[0]}</span></a></div>` : ""}`)}</div><div class="x-tail"><div>大家都在看</div>${links(seed + 1, 5, (link) => `<p>${link}</p>`)}</div></body></html>`,
  },
  {
    name: "little article beside much text of the site's own, names in a cipher",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - ${a.outlet}</title></head><body><div class="css-1dbjc4n"><div class="css-q1"><div class="css-r3">${links(seed, 6, (link) => `<div>${link}</div>`)}</div><div class="css-z9"><div class="css-h7">${a.title}</div><div class="css-m2">${a.outlet} · ${a.day}</div><div class="css-b5">${parts(a, (text) => `<div class="css-t1"><span>${text}</span></div>`)}</div></div><div class="css-side"><div class="css-s1">本站简介</div><div class="css-s2">${about[0]}</div><div class="css-s2">${about[1]}</div><div class="css-s2">${about[2]}</div></div></div></div></body></html>`,
  },
  {
    name: "accelerated mobile page",
    page: (a, seed) =>
      `<!doctype html><html amp lang="zh"><head><meta charset="utf-8"><title>${a.title}</title><link rel="canonical" href="https://www.example.cn/n/1.html"><style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;visibility:hidden}</style><style amp-custom>.h{display:none}</style><script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":"https://www.example.cn/n/1.html","headline":"${a.title}","datePublished":"${a.day}T${a.time}:00Z"}</script></head><body><header><a href="/">${a.outlet}</a><amp-sidebar id="s" layout="nodisplay"><ul>${links(seed, 5)}</ul></amp-sidebar></header><main><h1>${a.title}</h1><amp-social-share type="weibo"></amp-social-share><p class="date">${a.day} ${a.time}</p>${parts(a, (text, part, i) => `${part.type === "h" ? `<h2>${text}</h2>` : `<p>${text}</p>`}${i === 1 ? `<amp-ad width="300" height="250"><div placeholder>广告</div></amp-ad><amp-img src="a.jpg" alt="图"></amp-img>` : ""}`)}<amp-list src="/r.json"><template type="amp-mustache"><p>{{title}}</p></template></amp-list><h3>相关新闻</h3><ul>${links(seed + 2, 4)}</ul></main><footer>© ${a.outlet}</footer></body></html>`,
  },
  {
    name: "public account as paragraphs, with its card and its call for stars",
    page: (a) =>
      `<html><head><meta charset="utf-8"><title>${a.title}</title><meta property="og:title" content="${a.title}"><script>var publish_time = "${a.day}" || ""; var nickname = "${a.outlet}";</script></head><body><div class="rich_media_area_primary"><h2 class="rich_media_title">${a.title}</h2><div class="rich_media_meta_list"><span class="rich_media_meta_text">原创</span><a class="rich_media_meta_link">${a.outlet}</a><em class="rich_media_meta_text">${a.day}</em></div><div class="rich_media_content"><mp-common-profile data-nickname="${a.outlet}"></mp-common-profile><p style="text-align:center"><span>点击蓝字 关注我们</span></p>${parts(a, (text, part) => (part.type === "h" ? `<p><br></p><p style="text-align:center"><strong><span style="color:#ab1942">${text}</span></strong></p>` : `<p style="text-align:justify"><span style="font-size:15px">${text}</span></p><p><br></p>`))}<p><span>责任编辑：${a.editor}</span></p><p><span>审核：某某　监制：某某</span></p><p><img data-src="https://mmbiz.qpic.cn/q.gif"></p></div><div class="rich_media_tool"><div class="media_tool_meta">阅读原文</div></div><div class="comment_primary"><div class="comment_primary_title">精选留言</div><div class="discuss_list"><div>写得好，转给家里人看看，大家都要注意。</div></div></div></div></body></html>`,
  },
  {
    name: "other forum with reading frames and quotes",
    page: (a) =>
      `<html><head><meta charset="utf-8"><title>${a.title}|某地论坛 - phpwind</title></head><body><div id="breadCrumb"><a>某地论坛</a> &raquo; <a>百姓话题</a></div><div id="pw_content"><div class="read_t"><table class="floot"><tr><td class="floot_left"><div class="readName"><a>江边散步</a></div><div>级别: 论坛版主</div><div>发帖 <span>1203</span></div></td><td class="floot_right"><h1 class="read_h1" id="subject_tpc">${a.title}</h1><div class="tipTop"><span>楼主</span> 发表于: ${a.day} ${a.time}</div><div class="tpc_content"><div class="f14" id="read_tpc">${parts(a, (text) => `${text}<br /><br />`)}</div></div><div class="signature">一蓑烟雨任平生，也无风雨也无晴。</div></td></tr></table></div>${comments
        .slice(2, 7)
        .map(
          (text, i) =>
            `<div class="read_t"><table class="floot"><tr><td class="floot_left"><div class="readName"><a>某甲${i}</a></div></td><td class="floot_right"><div class="tipTop"><span>${i + 1}楼</span> 发表于: ${a.day}</div><div class="tpc_content"><div class="f14" id="read_${i + 40}">${i === 2 ? `<blockquote class="blockquote3"><div class="quote">引用</div><div class="text">引用第1楼某甲0于${a.day}发表的：${comments[2]}</div></blockquote>` : ""}${text}</div></div></td></tr></table></div>`,
        )
        .join("")}</div></body></html>`,
  },
  {
    name: "blog of 2009 with counts of its readers",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.author}_新浪博客</title></head><body><div class="bloghead"><h1 id="blogname">${a.author}的BLOG</h1></div><div id="column_1"><div class="SG_conn"><div class="info_list">博客等级：12　博客积分：3260　博客访问：412,330</div></div></div><div id="column_2"><div id="articlebody"><div class="articalTitle"><h2 class="titName SG_txta">${a.title}</h2><span class="time SG_txtc">(${a.day} ${a.time}:28)</span></div><div class="articalTag"><table><tr><td class="blog_tag">标签： <h3><a>杂谈</a></h3></td><td class="blog_class">分类： <a>时评</a></td></tr></table></div><div id="sina_keyword_ad_area2" class="articalContent newfont_family">${parts(a, (text) => `<div>&nbsp;&nbsp; &nbsp;${text}</div><div><br></div>`)}</div></div><div class="shareUp">分享：</div><div class="articalInfo"><div>阅读<span>(1203)</span> 评论<span>(8)</span> 收藏<span>(1)</span> 转载 <a>喜欢▼</a> <a>打印</a> <a>举报</a></div></div><div class="articalfrontback"><div><span>前一篇：</span><a>${pick(seed, 1)[0]}</a></div><div><span>后一篇：</span><a>${pick(seed + 1, 1)[0]}</a></div></div><div class="allComm"><div class="SG_revert">${comments
        .slice(0, 4)
        .map((text) => `<li><span>某网友</span><div class="SG_revert_Inner">${text}</div></li>`)
        .join("")}</div></div></div></body></html>`,
  },
  {
    name: "print copy with the address of its page",
    page: (a) =>
      `<html><head><meta charset="utf-8"><title>${a.outlet} - 打印版</title></head><body><div id="print"><div class="logo"><img src="logo.gif"></div><h2 align="center">${a.title}</h2><div align="center">作者：${a.author}　文章来源：${a.outlet}　更新时间：${a.day} ${a.time}</div><hr><div id="text">${parts(a, (text) => `<p>${text}</p>`)}</div><hr><p>原文链接：<a href="http://www.example.cn/a/1.html">http://www.example.cn/a/1.html</a></p></div></body></html>`,
  },
  {
    name: "shell of an application with its article in linked data alone",
    page: (a) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title><script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", headline: a.title, datePublished: `${a.day}T${a.time}:00+08:00`, articleBody: a.body.map(({ text }) => text).join("\n\n"), publisher: { "@type": "Organization", name: a.outlet } })}</script></head><body><div id="app"><div class="skeleton"></div></div></body></html>`,
  },
  {
    name: "archive of a page in GBK, base64",
    document: "a.mht",
    page: (a, seed) =>
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${a.title}</title></head><body><ul>${links(seed, 5)}</ul><h1>${a.title}</h1><div>${parts(a, (text) => `<p>${text}</p>`)}</div></body></html>`,
    bytes: (page) => {
      const body = btoa(String.fromCharCode(...bytesOf(page))).replaceAll(/.{76}/gu, "$&\r\n");
      return new TextEncoder().encode(
        `From: "Saved by a browser"\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_NextPart_000_0000"\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n------=_NextPart_000_0000\r\nContent-Type: text/html;\r\n\tcharset="gb2312"\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://www.example.cn/a.htm\r\n\r\n${body}\r\n\r\n------=_NextPart_000_0000\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAIAAAAAAAP\r\n------=_NextPart_000_0000--\r\n`,
      );
    },
  },
  {
    name: "words that only copies carry, and marks without width",
    page: (
      a,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title><style>@media print{.art{display:none}}
p{margin:0}.h-0{height:0;overflow:hidden}.fz0{font-size:0px;}.op{opacity:0}</style></head><body><div class="art"><h1>${a.title}</h1>${parts(a, (text) => `<p>${text.slice(0, 8)}<span class="fz0">Q8v来源网</span>\u200B${text.slice(8, 15)}<span class="op">抄袭可耻</span>${text.slice(15)}<span style="color:#fff;font-size:0px;line-height:0">本文首发某网</span><span style="text-indent:-9999px;display:inline-block;width:0;overflow:hidden">水印</span></p>`)}</div></body></html>`,
  },
  {
    name: "comments named as such, twice the article, under a short text",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}</title></head><body><div class="g-nav"><a>首页</a></div><div class="g-main"><div class="g-l"><h1>${a.title}</h1><div class="info"><span>${a.day} ${a.time}</span><span>${a.outlet}</span></div><div class="txt">${parts(a, (text) => `<p>${text}</p>`)}</div><div id="pinglun"><h3>网友评论（${comments.length}条）</h3><ul>${[...comments, ...comments].map((text, i) => `<li><em>${i + 1}楼 匿名网友</em><p>${text}</p></li>`).join("")}</ul></div><div class="xgtj"><h3>相关推荐</h3><ul>${links(seed, 5)}</ul></div></div></div></body></html>`,
  },
];
