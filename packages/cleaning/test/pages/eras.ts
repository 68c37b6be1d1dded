import { bytesOf } from "../helpers.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Pages as sites of 2003 to 2012, government portals and digital newspapers write them. */
export const eras: readonly Layout[] = [
  {
    name: "table with fonts and double breaks, GB 2312",
    bytes: bytesOf,
    page: (a, seed) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>${a.title}-${a.outlet}-本地新闻</title><link href="/css/css.css" rel="stylesheet" type="text/css"></head>
<body topmargin="0" leftmargin="0">
<table width="778" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td height="25" bgcolor="#0066CC"><font color="#FFFFFF">
<a href="/"><font color="white">首页</font></a> | <a href="/gn"><font color="white">国内</font></a> | <a href="/gj"><font color="white">国际</font></a> | <a href="/sh"><font color="white">社会</font></a></font></td></tr></table>
<table width="778" border="0" align="center"><tr>
<td width="180" valign="top"><table width="100%"><tr><td bgcolor="#eeeeee"><b>图片新闻</b></td></tr>
${links(seed, 5, (link) => `<tr><td height="22">·${link}</td></tr>`)}</table></td>
<td width="590" valign="top"><table width="96%" align="center"><tr><td align="center"><font size="5" color="#990000"><b>${a.title}</b></font></td></tr>
<tr><td align="center"><font size="2">${a.outlet}&nbsp;&nbsp;${a.day}&nbsp;${a.time}&nbsp;&nbsp;【字体：<a href="javascript:f(16)">大</a> <a href="javascript:f(14)">中</a> <a href="javascript:f(12)">小</a>】</font></td></tr>
<tr><td><hr size="1"></td></tr>
<tr><td class="text"><font size="3">${parts(a, (text, part) => (part.type === "h" ? `&nbsp;&nbsp;&nbsp;&nbsp;<b>${text}</b>` : `&nbsp;&nbsp;&nbsp;&nbsp;${text}`)).replaceAll("\n", "<br><br>\n")}</font>
<br><br><div align="right">(编辑：${a.editor})</div></td></tr>
<tr><td><table width="100%" border="1"><tr><td bgcolor="#dddddd"><b>相关链接</b></td></tr><tr><td>${links(seed + 1, 4, (link) => `·${link}(${a.day})<br>`)}</td></tr></table></td></tr>
</table></td></tr></table>
<table width="778" align="center"><tr><td align="center"><font size="2">关于我们 | 广告服务 | 联系方式<br>版权所有 ${a.outlet} 京ICP证000123号</font></td></tr></table>
</body></html>`,
  },
  {
    name: "portal of 2008 with an advertisement in the text",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-type" content="text/html; charset=utf-8" /><title>${a.title}_新闻中心_${a.outlet}</title>
<meta name="keywords" content="${a.title}" /><script type="text/javascript">var pageId = 1; document.write("<div>广告</div>");</script></head><body>
<div class="wrap"><div id="nav01"><a href="/">新闻中心</a> &gt; <a href="/sh">社会</a> &gt; 正文</div>
<div class="blkContainer"><div class="blkContainerSblk"><h1 id="artibodyTitle">${a.title}</h1>
<div class="artInfo"><span id="pub_date">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日${a.time}</span>&nbsp;&nbsp;<span id="media_name"><a href="/m">${a.outlet}</a></span> &nbsp;<a href="#comment">我要评论(<span>0</span>)</a></div>
<!-- 正文内容 begin --><div class="blkContainerSblkCon" id="artibody">
${parts(a, (text, part, i) => `${i === 1 ? `<table border="0" cellspacing="0" cellpadding="0" align="left"><tr><td><iframe width="300" height="250" src="http://ad.example.com/x.html"></iframe></td></tr></table>` : ""}<p>　　${part.type === "h" ? `<strong>${text}</strong>` : text}</p>`)}
<div class="otherContent_01"><div class="otherContent_01_top"><h3>相关报道：</h3></div><ul>${links(seed, 4)}</ul></div></div>
<!-- 正文内容 end --></div>
<div class="publish_more"><p>【<a href="/c">我来说两句</a>】 【<a href="/t">推荐</a>】 【<a href="#" onclick="c()">关闭</a>】</p></div></div>
<div class="right"><div class="rank"><h2>新闻排行</h2><ol>${links(seed + 2, 8)}</ol></div></div></div>
<div class="footer"><p><a href="/about">网站简介</a> | <a href="/help">客户服务</a></p><p>Copyright © 1996-2008 All Rights Reserved</p></div></body></html>`,
  },
  {
    name: "government portal with an index table and a pasted word document",
    page: (a) => `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${a.title} - 某某市人民政府</title>
<meta name="SiteName" content="某某市人民政府"><meta name="ArticleTitle" content="${a.title}"><meta name="PubDate" content="${a.day} ${a.time}"><meta name="ContentSource" content="${a.outlet}"><meta name="ColumnName" content="部门动态"></head>
<body><div class="header"><div class="top"><a href="/">网站首页</a><a href="/en">English</a><span>今天是2024年3月5日 星期二</span><form action="/s"><input type="text" value="请输入关键字"><button>搜索</button></form></div></div>
<div class="position">您现在的位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; <a href="/zw/d">部门动态</a></div>
<div class="con"><table class="xxgk" width="100%" border="1"><tr><th>索 引 号</th><td>000014349/2023-00087</td><th>主题分类</th><td>综合政务\\其他</td></tr><tr><th>发布机构</th><td>市政府办公室</td><th>成文日期</th><td>${a.day}</td></tr><tr><th>标　　题</th><td colspan="3">${a.title}</td></tr><tr><th>发文字号</th><td></td><th>有 效 性</th><td>有效</td></tr></table>
<h1 class="title">${a.title}</h1>
<div class="info"><span>发布时间：${a.day} ${a.time}</span><span>来源：${a.outlet}</span><span>字号：[ <a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a> ]</span><span>浏览次数：<i id="hits">1286</i></span></div>
<div class="TRS_Editor"><style type="text/css">.TRS_Editor P{line-height:2;font-size:12pt;}</style>
${parts(a, (text, part) => `<p class="MsoNormal" style="text-indent:32.0pt;line-height:28.0pt"><span style="font-family:${part.type === "h" ? "黑体" : "仿宋_GB2312"};font-size:16.0pt">${text}<span lang="EN-US"><o:p></o:p></span></span></p>`)}
</div><div class="fujian"><p>附件下载：</p><ul><li><a href="/P0201.doc">1.登记表.doc</a></li><li><a href="/P0202.xls">2.汇总表.xls</a></li></ul></div>
<div class="bottom_tool"><a href="javascript:window.print()">打印本页</a><a href="javascript:window.close()">关闭窗口</a></div><div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div></div>
<div class="foot"><p>主办：某某市人民政府办公室　承办：市大数据局</p><p>网站标识码：4301000012　湘ICP备05000618号　湘公网安备43010302000270号</p></div></body></html>`,
  },
  {
    name: "county portal, responsive, with a code to scan",
    page: (
      a,
      seed,
    ) => `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${a.title}</title></head><body>
<nav class="navbar navbar-default"><div class="container"><ul class="nav navbar-nav">${["首页", "走进云岭", "政务公开", "办事服务", "互动交流"].map((name) => `<li><a href="#">${name}</a></li>`).join("")}</ul></div></nav>
<div class="container"><ol class="breadcrumb"><li>当前位置：</li><li><a href="/">首页</a></li><li class="active">今日关注</li></ol>
<div class="row"><div class="col-md-9"><div class="panel"><div class="panel-body"><h3 class="text-center">${a.title}</h3>
<p class="text-center text-muted small">日期：${a.day}　作者：${a.author}　来源：${a.outlet}　阅读：<span>375</span> 次</p><hr/>
<div class="content-box" id="zoom">${parts(a, (text, part) => (part.type === "h" ? `<h4>${text}</h4>` : `<div style="text-indent:2em;">${text}</div>`))}</div>
<hr/><p>扫一扫在手机打开当前页</p><img src="/qr.png" alt="二维码"/><ul class="pager"><li>上一篇：<a href="/1">${pick(seed, 1)[0]}</a></li><li>下一篇：<a href="/2">${pick(seed + 1, 1)[0]}</a></li></ul></div></div></div>
<div class="col-md-3"><div class="list-group"><a class="list-group-item active">热点推荐</a>${links(seed, 6, (link) => link.replace("<a ", `<a class="list-group-item" `))}</div></div></div></div>
<footer class="footer"><div class="container"><p class="text-center">联系电话：0700-6215500　传真：0700-6215501　邮编：400000</p></div></footer></body></html>`,
  },
  {
    name: "digital newspaper with the page's map, its list and two titles",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${a.outlet}-${a.title}</title></head><body>
<table width="1000" align="center"><tr><td width="45%" valign="top"><table><tr><td class="px12">第04版：要闻</td><td align="right"><a href="n3.htm">上一版</a> <a href="n5.htm">下一版</a></td></tr>
<tr><td colspan="2"><img usemap="#PagePicMap" src="p4.jpg"><map name="PagePicMap">${pick(seed, 4)
      .map((title, i) => `<area coords="1,2,3,${i}" shape="poly" href="c${i}.htm" title="${title}">`)
      .join("")}</map></td></tr>
<tr><td colspan="2"><div class="btl">标题导航</div><table>${links(seed, 6, (link) => `<tr><td class="default">${link}</td></tr>`)}</table></td></tr></table></td>
<td width="55%" valign="top"><div class="header"><span>${a.outlet}</span> <span class="date">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日 星期三</span></div>
<div>往期回顾 <select><option>2023-01</option><option>2023-02</option></select></div>
<div class="zoom"><a href="#" onclick="z(1)">放大⊕</a> <a href="#" onclick="z(-1)">缩小⊖</a> <a href="#">默认◎</a></div>
<table class="article"><tr><td class="font02"></td></tr><tr><td class="font01" align="center"><strong>${a.title}</strong></td></tr><tr><td class="font02"></td></tr><tr><td class="font06">本报记者　${a.author}</td></tr></table>
<div id="ozoom" style="zoom:100%"><founder-content><!--enpcontent-->${parts(a, (text) => `<P>　　${text}</P>`)}<!--/enpcontent--></founder-content></div>
<table><tr><td><a href="c3.htm">上一篇</a> <a href="c5.htm">下一篇</a></td></tr></table></td></tr></table>
<div align="center">版权所有 不得转载</div></body></html>`,
    lines: (a) => [a.title, `本报记者　${a.author}`, ...linesOf(a).slice(1)],
  },
  {
    name: "print page",
    page: (
      a,
    ) => `<html><head><title>打印 - ${a.title}</title><meta charset="utf-8"><style>body{font-size:14px}</style></head><body onload="window.print()">
<center><input type="button" value="打印本页" onclick="window.print()"> <input type="button" value="关闭" onclick="window.close()"></center>
<table width="640" align="center"><tr><td><p align="center" style="font-size:20px;font-weight:bold">${a.title}</p>
<p align="center">http://www.example.cn 　${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日 ${a.time} 　来源：${a.outlet}</p>
<div>${parts(a, (text) => `　　${text}<br/>`)}</div></td></tr>
<tr><td align="right">【<a href="javascript:window.print()">打印</a>】【<a href="javascript:window.close()">关闭</a>】</td></tr></table></body></html>`,
  },
  {
    name: "text in spans parted by breaks, no paragraph anywhere",
    page: (
      a,
      seed,
    ) => `<html><head><meta charset="utf-8"><title>${a.title} - ${a.outlet}</title></head><body><div id="main"><div class="left"><div class="tit">${a.title}</div>
<div class="sub"><span>${a.day} ${a.time}</span> <span>${a.outlet}</span> <span>责编：${a.editor}</span></div>
<div class="txt"><span style="font-size:14px">${parts(a, (text) => `<span>&emsp;&emsp;${text}</span><br>`)}</span></div>
<div class="page"><a href="a_2.html">下一页</a></div></div>
<div class="r"><div class="box"><div class="h">最新</div>${links(seed, 7, (link) => `<div>${link}</div>`)}</div></div></div></body></html>`,
  },
];
