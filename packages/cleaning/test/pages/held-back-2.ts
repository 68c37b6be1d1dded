import { about, comments } from "./articles.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Layouts that were held back at first and are built on since: their first figure was 0.870. */
export const heldBack2: readonly Layout[] = [
  {
    name: "ministry page with elements of its own",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_部门动态_某某部</title><meta name="ContentSource" content="${a.outlet}"/><meta name="PubDate" content="${a.day} ${a.time}"/></head><body><div class="wzwza"><a>无障碍浏览</a><a>长者助手</a></div><div class="head_nav"><ul><li><a>组织机构</a></li><li><a>新闻发布</a></li></ul></div><div class="w1200"><div class="dqlm">首页 <i>></i> 新闻发布</div><div class="article"><h1 class="title"><ucaptitle>${a.title}</ucaptitle></h1><div class="tool"><span class="ly">来源：<ucapsource>${a.outlet}</ucapsource></span><span>发布时间：<publishtime>${a.day} ${a.time}</publishtime></span><span class="dx">【字体：<em>大</em> <em>中</em> <em>小</em>】</span></div><div class="ccontent center" id="UCAP-CONTENT"><ucapcontent>${parts(a, (text) => `<p style="text-indent: 2em; text-align: justify;"><span style="font-size: 12pt; font-family: 宋体;">${text}</span></p>`)}</ucapcontent></div><div class="editor">责任编辑：${a.editor}</div><div class="related_info"><h3>相关稿件</h3><ul>${links(seed, 4)}</ul></div></div></div><div class="bottom_link"><select><option>国务院部门网站</option></select></div><div class="foot_all"><p>主办单位：某某部</p><p>京ICP备05000001号</p></div></body></html>`,
  },
  {
    name: "daily's site with a subtitle, an editor's note and a code in the middle",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-要闻-${a.outlet}</title></head><body><div class="topbar"><a href="/">${a.outlet}</a><span>2024年5月6日</span></div><div class="wrapper"><section class="leftcol"><div class="art-head"><h1 class="art-tit">${a.title}</h1><h2 class="art-fbt">——来自基层一线的观察与思考</h2><p class="art-from"><em>${a.outlet}</em><em>${a.day}</em></p></div><div class="art-text"><blockquote class="bzan">编者按：今年以来，各地出台了一批务实举措。本报今起推出系列报道，敬请关注。</blockquote>${parts(a, (text, part, i) => `${part.type === "h" ? `<p class="xbt"><b>${text}</b></p>` : `<p>${text}</p>`}${i === 1 ? `<div class="code-card"><img src="c.png"><p>扫码下载新闻客户端</p></div>` : ""}`)}</div><p class="zebian">责任编辑：${a.editor}</p></section><section class="rightcol"><div class="card"><h3>专题</h3><ul>${links(seed, 5)}</ul></div><div class="card"><h3>评论</h3><ul>${links(seed + 2, 4)}</ul></div></section></div></body></html>`,
    lines: (a) => {
      const [title = "", ...rest] = linesOf(a);
      return [
        title,
        "——来自基层一线的观察与思考",
        "编者按：今年以来，各地出台了一批务实举措。本报今起推出系列报道，敬请关注。",
        ...rest,
      ];
    },
  },
  {
    name: "site made with a common kit of 2010, with thumbs and rules of conduct",
    page: (a, seed) =>
      `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>${a.title}_${a.outlet}</title></head><body class="articleview"><div class="header_top"><div class="w960">每日更新，欢迎收藏本站 <a>设为首页</a></div></div><div class="w960 clear"><div class="pleft"><div class="place"><strong>当前位置:</strong> <a>主页</a> > <a>新闻</a> ></div><div class="viewbox"><div class="title"><h2>${a.title}</h2></div><div class="info"><small>时间:</small>${a.day} ${a.time}<small>来源:</small>${a.outlet} <small>作者:</small>${a.author} <small>点击:</small>218次</div><div class="content"><table width="100%"><tr><td>${parts(a, (text) => `<div>　　${text}</div>`)}</td></tr></table><div class="dede_pages"><ul class="pagelist"></ul></div></div><div class="boxoff"><strong>------分隔线----------------------------</strong></div><div class="newdigg"><div class="diggbox digg_good"><div>顶一下</div><div>(${seed})</div><div>100%</div></div><div class="diggbox"><div>踩一下</div><div>(0)</div></div></div><div class="handle"><div class="context"><ul><li>上一篇：<a>${pick(seed, 1)[0]}</a></li><li>下一篇：没有了</li></ul></div></div></div><div class="mt1"><dl class="tbox"><dt><strong>发表评论</strong></dt><dd><small>请自觉遵守互联网相关的政策法规，严禁发布色情、暴力、反动的言论。</small></dd></dl></div></div><div class="pright"><dl class="tbox"><dt><strong>热点内容</strong></dt><dd><ul>${links(seed, 8)}</ul></dd></dl></div></div><div class="footer"><p>Powered by 某某CMS © 2004-2011</p></div></body></html>`,
  },
  {
    name: "own media with spans in paragraphs and a card of its author",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div id="ssr-content"><div class="index-module_articleContainer_32gOp"><div class="index-module_headerWrap_Z1C3h"><div class="sKHSJ"><a>百科</a><a>贴吧</a></div><div class="sKHSL">${a.title}</div><div class="_2wMhr"><div class="_2YK4R"><p data-testid="author-name">${a.outlet}</p><div><span>${a.day} ${a.time}</span><span>某地</span><span>${a.outlet}官方帐号</span></div></div><div class="_3oAkr">关注</div></div></div><div class="_18p7x">${parts(a, (text, part) => (part.type === "h" ? `<div class="dpu8C"><p><span class="bjh-p"><span class="bjh-strong">${text}</span></span></p></div>` : `<div class="dpu8C _2kCxD"><p><span class="bjh-p">${text}</span></p></div>`))}</div><div class="_2Wctx">举报/反馈</div></div><div class="_1uPbA"><div class="_3hMwG"><div class="_2Mvhp">${a.outlet}</div><div class="_2gGWi">${about[0]}</div><div>作者最新文章</div>${links(seed, 3, (link) => `<div class="aq">${link}</div>`)}</div><div class="Mj">相关推荐</div>${links(seed + 1, 6, (link) => `<div class="aq"><div>${link}</div><span>${seed % 9}评论</span></div>`)}</div></div></body></html>`,
  },
  {
    name: "portal that sends back to itself, with the platform's statement",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}</title></head><body class="article-page"><div class="wrapper-box"><header id="main-header"><nav><ul><li><a>新闻</a></li><li><a>体育</a></li></ul></nav></header><div class="area" id="article-container"><div class="left main"><div class="text"><div class="text-title"><h1>${a.title}<span class="article-tag"></span></h1><div class="article-info"><span class="time" id="news-time">${a.day} ${a.time}</span><span data-role="original-link">来源: <a>${a.outlet}</a></span></div></div><article class="article" id="mp-editor">${parts(a, (text, part) => `<p data-role="${part.type === "h" ? "editor-name" : "x"}">${part.type === "h" ? `<strong>${text}</strong>` : text}</p>`)}<p data-role="x"><a href="//www.example.com" class="backword"><i></i>返回首页，查看更多</a></p><p data-role="editor">责任编辑：${a.editor}</p></article><div class="statement">平台声明：该文观点仅代表作者本人，本平台仅提供信息存储空间服务。</div><div class="bottom-relate-wrap"><div>阅读 (<em>1.2万</em>)</div></div></div><div class="god-article-bottom">${pick(
        seed,
        5,
      )
        .map(
          (title) =>
            `<div class="feed"><h4><a href="/x">${title}</a></h4><p class="abs">${title}，有关部门介绍，相关工作已全面展开，后续情况将及时发布。</p></div>`,
        )
        .join(
          "",
        )}</div></div><div class="right sidebar"><div class="hot-article"><h3>24小时热文</h3><ul>${links(seed, 6)}</ul></div></div></div></div></body></html>`,
  },
  {
    name: "paper of the net, with captions of its pictures as paragraphs",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}</title></head><body><div id="__next"><main><div class="index_wrapper__L_zqV"><h1 class="index_title__B8mhI">${a.title}</h1><div class="index_left__LfzyH"><div>${a.author}</div><div class="ant-space"><div class="ant-space-item">${a.day} ${a.time}</div><div class="ant-space-item">来源：<span>${a.outlet}</span></div></div><a class="index_col">${a.outlet} > 字号</a></div><div class="index_cententWrap__Jv8jK">${parts(a, (text, part, i) => `<p>${part.type === "h" ? `<strong>${text}</strong>` : text}</p>${i === 0 ? `<img src="1.jpg"><p class="image_desc">现场画面 ${a.outlet} 供图</p>` : ""}`)}</div><div class="index_copyright">责任编辑：${a.editor}<div>图片编辑：某某</div><div>校对：某某某</div></div><div class="index_feedback">报料热线：0700-9610000</div></div><div class="index_commentWrap"><h3>继续阅读</h3><ul>${links(seed, 4)}</ul><h3>评论（${seed}）</h3>${comments
        .slice(0, 6)
        .map(
          (text, i) =>
            `<div class="index_item__x"><span>读者${i}</span><p>${text}</p><span>∙ ${a.day} ∙ 未知</span><span>回复</span></div>`,
        )
        .join("")}</div></main></div></body></html>`,
    lines: (a) => {
      const [title = "", first = "", ...rest] = linesOf(a);
      return [title, a.author, first, `现场画面 ${a.outlet} 供图`, ...rest].filter((line) => line !== a.author);
    },
  },
  {
    name: "broadcaster's page with its marks of copy and paste",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_新闻频道_${a.outlet}</title></head><body><div class="topnav"><a>首页</a></div><div class="content_18313"><div class="col_w660" id="page_body"><div class="title_area" id="title_area"><h1>${a.title}</h1><div class="info1">来源：${a.outlet}  |  <span>${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日 ${a.time}:12</span></div></div><div class="share_box"><span>分享</span></div><div class="content_area" id="content_area"><!--repaste.body.begin--><div class="loading_text">正在加载</div>${parts(a, (text) => `<p>${text}</p>`)}<!--repaste.body.end--></div><div class="zebian"><span>编辑：${a.editor}</span> <span>责任编辑：${a.author}</span></div><div class="relevance"><a>点击收起全文</a></div><div class="qr_box"><p>扫一扫 分享到微信</p></div></div><div class="col_w300"><div class="tit">精彩推荐</div><ul>${links(seed, 8, (link) => `<li><h3>${link}</h3></li>`)}</ul></div></div><div class="copyright"><p>中国某某电视台 京ICP证060535号</p></div></body></html>`,
  },
  {
    name: "letter sent round, each paragraph in a table of its own",
    page: (a) =>
      `<html><head><meta charset="utf-8"><title>${a.title}</title></head><body style="background:#eee"><div style="display:none;max-height:0;overflow:hidden">本期看点：更多内容请在浏览器中打开，祝您阅读愉快。</div><table width="100%"><tr><td align="center"><table width="600"><tr><td><a href="http://example.cn/view"><font size="1">无法正常显示？在浏览器中查看</font></a></td></tr></table><table width="600"><tr><td><h1>${a.title}</h1></td></tr></table>${parts(a, (text) => `<table width="600" cellpadding="0"><tr><td style="padding:10px">${text}</td></tr></table>`)}<table width="600"><tr><td align="center"><font size="1">您收到此邮件是因为您订阅了我们的通讯。<a href="#">退订</a> | <a href="#">管理订阅</a></font></td></tr></table></td></tr></table></body></html>`,
  },
  {
    name: "plain text as a browser saves it",
    page: (a) =>
      `<html><head><meta name="color-scheme" content="light dark"></head><body><pre style="word-wrap: break-word; white-space: pre-wrap;">${linesOf(a).join("\n\n")}</pre></body></html>`,
  },
  {
    name: "page as the browser's reading view saves it",
    page: (a) =>
      `<!DOCTYPE html><html class="is-reader"><head><meta charset="UTF-8"><title>${a.title} - ${a.outlet}</title></head><body class="light sans-serif"><div class="container content-width3"><div class="header reader-header reader-show-element"><a class="domain reader-domain" href="http://www.example.cn/a">example.cn</a><div class="domain-border"></div><h1 class="reader-title">${a.title}</h1><div class="credits reader-credits"></div><div class="meta-data"><div class="reader-estimated-time">3-4 分钟</div></div></div><hr><div class="content"><div class="moz-reader-content reader-show-element"><div id="readability-page-1" class="page"><div>${parts(a, (text) => `<p>${text}</p>`)}</div></div></div></div></div><div class="toolbar-container"><button>关闭阅读视图</button></div></body></html>`,
  },
  {
    name: "copy kept by an archive of the web, with its bar",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><script src="//archive.example.org/_static/js/bundle.js"></script><meta charset="utf-8"><title>${a.title}-${a.outlet}</title></head><body><div id="wm-ipp-base" lang="en"><div id="wm-ipp-inside"><div id="wm-capinfo"><a>7 captures</a> 18 Oct 2023 - 02 Mar 2024</div><div class="ttl">About this capture</div><p>The Wayback Machine - https://web.archive.example.org/</p></div></div><div id="hd"><ul>${links(seed, 5)}</ul></div><div id="bd"><div id="bdl"><h1 class="h1tit">${a.title}</h1><div class="lai"><span>${a.day} ${a.time}</span><span>${a.outlet}</span><span>评论：0</span></div><div id="bdtxt">${parts(a, (text) => `<p align="left">　　${text}</p>`)}</div></div><div id="bdr"><h4>一周热点</h4><ul>${links(seed + 2, 7)}</ul></div></div><!-- FILE ARCHIVED ON 10:15:52 Oct 18, 2023 --></body></html>`,
  },
  {
    name: "page of 2001 with a notice that runs across",
    page: (a, seed) =>
      `<html><head><title>${a.outlet}</title><meta charset="utf-8"></head><body background="bg.gif"><center><img src="logo.gif"><br><marquee scrollamount="3">本站公告：本站将于本周六凌晨进行服务器维护，届时可能无法访问，给您带来不便，敬请谅解！</marquee><br><a href="1.htm">首页</a>|<a href="2.htm">新闻</a>|<a href="3.htm">论坛</a></center><hr><p align="center"><b><font size="+2">${a.title}</font></b></p><blockquote>${parts(a, (text) => `<p><font face="宋体">&nbsp;&nbsp;&nbsp;&nbsp;${text}</font></p>`)}</blockquote><hr><p align="center">[<a href="javascript:history.back()">返回</a>]</p><p align="center"><font size="-1">您是第${seed}8231位访客　站长信箱：webmaster@example.cn</font></p></body></html>`,
  },
  {
    name: "page with a title for small and for large screens",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - ${a.outlet}</title></head><body><div class="domMobile"><div class="mheader"><h1>${a.title}</h1><div class="info"><span>${a.day} ${a.time}</span> <span>${a.outlet}</span></div></div></div><div class="domPC"><div class="crumb"><a>首页</a> > 正文</div><div class="head-line"><h1><span class="title">${a.title}</span></h1><div class="info">来源：${a.outlet} ${a.day}</div></div></div><div class="main"><div class="main-left">${parts(a, (text) => `<p>　　${text}</p>`)}</div><div class="main-right domPC"><ul>${links(seed, 6)}</ul></div></div></body></html>`,
  },
  {
    name: "post of a social network without a headline",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>微博正文 - 微博</title></head><body><div class="Nav_wrap"><a>首页</a><a>热搜</a></div><article class="woo-panel"><div class="Feed_body"><header><a class="head_name">${a.outlet}</a><a class="head-info_time">${dayOf(a)[1]}-${dayOf(a)[2]} ${a.time}</a><span class="head-info_from">来自 微博网页版</span></header><div class="detail_wbtext">${a.body.map(({ text }) => text).join("<br>")}</div></div><footer><div>转发 ${seed}</div><div>评论 ${seed + 9}</div><div>赞 1208</div></footer></article><div class="RepostCommentList">${comments.map((text, i) => `<div class="wbpro-list"><a>网友${i}</a>：<span>${text}</span><div class="info"><span>10-1${i} 12:0${i}</span><span>来自某省</span><a>回复</a></div></div>`).join("")}</div><div class="hotSearch"><h3>微博热搜</h3>${links(seed, 8, (link) => `<div>${link}<span>热</span></div>`)}</div></body></html>`,
    lines: (a) => a.body.map(({ text }) => text),
  },
  {
    name: "text as escaped markup in a field that a script reads",
    page: (a) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-${a.outlet}</title></head><body><div class="hd"><a>首页</a></div><h1>${a.title}</h1><div class="t">${a.day}</div><div id="show"></div><textarea id="src" style="display:none">${parts(a, (text) => `&lt;p&gt;${text}&lt;/p&gt;`)}</textarea><script>document.getElementById('show').innerHTML = document.getElementById('src').value;</script><div class="ft">版权所有</div></body></html>`,
  },
  {
    name: "frame kept whole within the page",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div class="top"><ul>${links(seed, 5)}</ul></div><iframe width="100%" srcdoc="${`<html><body><h1>${a.title}</h1>${parts(a, (text) => `<p>${text}</p>`)}</body></html>`.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe><div class="bot">主办单位：某某局</div></body></html>`,
  },
];
