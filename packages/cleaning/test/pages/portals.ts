import { about, comments } from "./articles.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Pages of news portals, with what stands beside and between. */
export const portals: readonly Layout[] = [
  {
    name: "agency portal with the day in pieces, a hot list and a report of problems",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"/><meta property="og:title" content="${a.title}-${a.outlet}"/><meta name="publishdate" content="${a.day}"/><meta name="source" content="${a.outlet}"/><title>
${a.title}-${a.outlet}
</title></head><body><div class="fix-ewm domPC">手机查看<img src="x.png"/></div><div class="domPC"><div class="topAd"><ins data-ycad-slot="1"></ins></div></div>
<div class="header"><div class="header-top clearfix"><div class="header-time left"><span class="year"><em> ${dayOf(a)[0]}</em></span> <span class="day"><em>${dayOf(a)[1]}</em>/<em>${dayOf(a)[2]}</em></span> <span class="time">${a.time}:37</span></div>
<div class="source">来源：${a.outlet}</div></div><div class="header-cont clearfix"><h1><span class="title">${a.title}</span></h1><div class="pageShare"><div class="setFont">字体：<span id="fontSmall">小</span><span id="fontNormal">中</span><span id="fontBig">大</span></div><div class="share">分享到：<a href="#"></a><a href="#"></a></div></div></div></div>
<div class="main clearfix"><div class="main-left left"><div id="detail"><span id="detailContent">${parts(a, (text) => `<p>　　${text}</p>`)}</span><div id="articleEdit"><span class="tiyi1 domPC"><a href="#">【纠错】</a></span> <span class="editor">【责任编辑:${a.editor}】</span></div></div>
<div class="ad_right"></div><div class="bookList" id="relation"><div class="title">深度观察</div><ul>${links(seed, 4, (link) => `<li><div class="pic"><img data-src="a.jpg" alt="x"/></div><div class="tit">${link}</div></li>`)}</ul></div></div>
<div class="main-right right"><div class="columBox"><div class="columBox-title"><h2>新闻排行榜</h2></div><ul>${links(seed + 3, 9, (link) => `<li><span>1</span>${link}<em>12.6万</em></li>`)}</ul></div></div></div>
<div class="foot"><p>Copyright © 2000 - 2023 制作单位：某某股份有限公司　版权所有</p></div></body></html>`,
  },
  {
    name: "portal with a box between paragraphs and a statement after",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html><html id="ne_wrap"><head><meta charset="utf-8"><title>${a.title}|${pick(seed, 1)[0]?.slice(0, 4)}_${a.outlet}新闻</title><meta property="article:published_time" content="${a.day}T${a.time}:00+08:00"><link rel="canonical" href="https://www.example.com/dy/article/GH8.html"></head><body>
<div class="ntes_nav"><a href="/">网站首页</a><a>登录</a><a>注册免费邮箱</a></div>
<div class="wrapper clearfix" id="contain"><div class="post_main"><h1 class="post_title">${a.title}</h1><div class="post_info">${a.day} ${a.time}:21　来源: <a href="/m">${a.outlet}</a> <span class="post_addr">某省</span> <a class="post_jubao" href="#">举报</a></div>
<div class="post_top"><div class="post_top_tie"><a>0</a><div>分享至</div></div></div>
<div class="post_content" id="content"><div class="post_body">${parts(a, (text, part, i) => `${i === 2 ? `<div class="gg200x300"><div class="at_item"><a href="#"><img src="1.gif"></a></div></div><div class="post_recommend_inline"><a href="/x">${pick(seed, 1)[0]}</a></div>` : ""}<p id="P${i}">${part.type === "h" ? `<b>${text}</b>` : text}</p>`)}</div>
<div class="post_author"><img src="e.png"> 责任编辑： ${a.editor}_NB123</div><div class="post_statement"><p>特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台用户上传并发布，本平台仅提供信息存储服务。</p></div></div>
<div class="post_comment"><div class="tie-area"><h3>跟贴 0</h3><div class="list">${comments
      .slice(0, 3)
      .map(
        (text, i) =>
          `<div class="item"><div class="head">某地网友 [user${i}]</div><div class="bd">${text}</div><div class="act">顶[${i * 3}] 回复 举报</div></div>`,
      )
      .join("")}</div></div></div>
<div class="post_recommends"><div class="post_recommends_title">相关推荐</div><ul class="post_recommends_list">${links(seed, 8)}</ul></div></div>
<div class="post_side"><div class="mod_hot_rank"><h2>热点新闻</h2><ul>${links(seed + 1, 8)}</ul></div><div class="side_about"><p>${about[0]}</p></div></div></div>
<div class="N-nav-bottom"><div>About us - 公司简介 - 联系方法 - 招聘信息</div><div>某某公司版权所有 ©1997-2024</div></div></body></html>`,
  },
  {
    name: "article in several containers with an advertisement and a related list between",
    page: (a, seed) => {
      const half = Math.ceil(a.body.length / 2);
      const block = (from: number, to?: number): string =>
        `<div class="rich-text">${a.body
          .slice(from, to)
          .map(({ text, type }) => (type === "h" ? `<h2>${text}</h2>` : `<p>${text}</p>`))
          .join("")}</div>`;
      return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} | ${a.outlet}</title></head><body><header class="site"><a href="/">${a.outlet}</a></header>
<main><article class="story"><header><h1>${a.title}</h1><div class="byline"><time datetime="${a.day}T${a.time}:00+08:00">${a.day} ${a.time}</time> ${a.outlet}</div></header>
${block(0, half)}<div class="promo-slot"><a href="https://ad.example.com"><img src="ad.jpg"></a><span>广告</span></div>
<div class="inset"><strong>相关阅读</strong><ul>${links(seed, 3)}</ul></div>${block(half)}</article>
<section class="more"><h3>更多新闻</h3>${links(seed + 1, 6, (link) => `<div class="card"><h4>${link}</h4><p>${about[1]}</p></div>`)}</section></main>
<footer><p>© ${a.outlet}</p></footer></body></html>`;
    },
  },
  {
    name: "pages one to three, and the rest of the text on a button",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html><html><head><meta charset="gbk"><title>${a.title}--${a.outlet}</title></head><body><div class="path">首页>>新闻>>正文</div><div class="text_con"><div class="text_left"><h1>${a.title}</h1>
<p class="sou">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日${a.time}　　来源：<a href="http://example.cn">${a.outlet}</a></p><div class="box_con">${parts(a, (text) => `<p>　　${text}</p>`)}</div>
<div class="zdfy clearfix">【1】<a href="n2-2.html">【2】</a><a href="n2-3.html">【3】</a></div><center><table><tr><td><a href="n2-2.html">下一页</a></td></tr></table></center><div class="edit">(责编：${a.editor}、某某)</div></div>
<div class="text_right"><h3>热门排行</h3><ol>${links(seed, 10)}</ol><div>24小时滚动新闻</div><ul>${links(seed + 1, 6, (link) => `<li>10:2${seed % 9} ${link}</li>`)}</ul></div></div></body></html>`,
    bytes: (page) => new TextEncoder().encode(page),
  },
  {
    name: "no name tells anything, and the thread of comments is the longest text",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div id="root"><div class="_1xk9"><div class="_a8f"><a class="_b1" href="/">推荐</a><a class="_b1" href="/r">热点</a><a class="_b1" href="/v">视频</a></div></div>
<div class="_2kQm"><div class="_7yd"><h1 class="_99x">${a.title}</h1><div class="_k3"><span>${a.outlet}</span><span>${a.day} ${a.time}</span></div><div class="_zP4">${parts(a, (text, part) => `<div class="_q0">${part.type === "h" ? `<b>${text}</b>` : text}</div>`)}</div>
<div class="_m5"><span>${seed + 120} 评论</span></div><div class="_tt">${[...comments, ...comments].map((text, i) => `<div class="_c9"><a class="_u" href="/u/${i}">用户${1000 + i}</a><p class="_v">${text}</p><div class="_w"><span>${i + 1}小时前</span><span>回复</span><span>赞 ${i * 7}</span></div></div>`).join("\n")}</div></div>
<div class="_R"><div class="_ra">热榜</div>${links(seed, 8, (link) => `<div class="_rb"><i>3</i>${link}<em>448万</em></div>`)}</div></div></div></body></html>`,
  },
  {
    name: "video page with a short text and other videos",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>[新闻直播间]${a.title}_视频_${a.outlet}</title></head><body><div class="nav_v"><a>首页</a><a>直播</a><a>片库</a></div>
<div class="video18847"><div class="playingVideo"><div class="tit">${a.title}</div><div class="player" id="_video"><video src="a.mp4"></video><div class="tip">正在加载中，请稍候…</div><noscript>您的浏览器不支持播放，请下载Flash插件。</noscript></div></div>
<div class="info"><p>来源：${a.outlet}　更新时间：${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日 ${a.time}</p></div><div class="video_brief">${parts(a, (text) => `<p>${text}</p>`)}</div></div>
<div class="list"><h3>正在播出</h3><ul>${links(seed, 12, (link) => `<li>${link}<span>00:0${seed % 9}:52</span><span>播放 2.3万</span></li>`)}</ul></div></body></html>`,
  },
  {
    name: "mobile page whose end is folded away",
    page: (a, seed) => {
      const show = Math.max(1, a.body.length - 2);
      const line = ({ text, type }: (typeof a.body)[number]): string =>
        type === "h" ? `<p><strong>${text}</strong></p>` : `<p>${text}</p>`;
      return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${a.title}</title></head><body><header class="hd"><a class="logo" href="/">手机${a.outlet}</a><a class="open-app">打开APP</a></header>
<article class="art_box"><h1 class="art_tit_h1">${a.title}</h1><div class="weibo_info"><time>${dayOf(a)[1]}月${dayOf(a)[2]}日 ${a.time}</time><cite>${a.outlet}</cite></div><section class="art_pic_card art_content">${a.body.slice(0, show).map(line).join("")}<div class="j_hide_rest" style="display:none">${a.body.slice(show).map(line).join("")}</div></section><div class="look_more"><a>展开全文</a></div></article>
<div class="open_app_bar"><p>打开客户端，看更多精彩内容</p></div><section class="hotlist"><h2>热门推荐</h2><ul>${links(seed, 9, (link) => `<li>${link}<span>${seed + 3}评</span></li>`)}</ul></section><div class="login-mask" style="display:none"><p>登录后可以评论，首次登录将自动注册账号，请阅读用户协议。</p></div></body></html>`;
    },
  },
  {
    name: "live report, an entry a time",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>直播：${a.title}</title></head><body><div class="top-nav"><ul>${links(seed, 3)}</ul></div><div class="live"><h1>${a.title}</h1><div class="live-list">${parts(a, (text, _part, i) => `<div class="live-item"><span class="live-time">${10 + (i % 10)}:0${i % 10}</span><div class="live-text">${text}</div></div>`)}</div></div><aside><h3>热点</h3><ul>${links(seed + 1, 6)}</ul></aside></body></html>`,
    lines: (a) => [a.title, ...a.body.flatMap(({ text }, i) => [`${10 + (i % 10)}:0${i % 10}`, text])],
  },
  {
    name: "pictures with captions",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - ${a.outlet}</title></head><body><div class="crumbs">首页 / 图片 / 正文</div><article><h1>${a.title}</h1><p class="meta">${a.outlet} · ${a.day}</p>
${parts(a, (text, part, i) => `${part.type === "h" ? `<h2>${text}</h2>` : `<p>${text}</p>`}${i === 0 ? `<figure><img data-original="1.jpg" src="data:image/gif;base64,R0lGOD" alt="现场图片"><figcaption>图为活动现场。本报记者 ${a.author} 摄</figcaption></figure>` : ""}`)}
<p class="tags">标签：<a href="/t/1">民生</a> <a href="/t/2">发布</a></p></article><div class="rel"><h4>相关图集</h4><ul>${links(seed, 4)}</ul></div></body></html>`,
    lines: (a) => {
      const [title = "", first = "", ...rest] = linesOf(a);
      return [title, first, `图为活动现场。本报记者 ${a.author} 摄`, ...rest];
    },
  },
];
