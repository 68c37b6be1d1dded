import { comments } from "./articles.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Public accounts, forums and blogs. */
export const voices: readonly Layout[] = [
  {
    name: "public account, hidden until its script runs, nothing but sections and spans",
    page: (
      a,
    ) => `<!DOCTYPE html><!-- saved from url=(0047)https://mp.weixin.qq.com/s/AbCdEf --><html><head><meta charset="utf-8"><title></title><meta property="og:title" content="${a.title}"><meta property="og:article:author" content="${a.author}"><meta property="og:site_name" content="微信公众平台"><meta property="og:url" content="https://mp.weixin.qq.com/s/AbCdEf"></head><body id="activity-detail" class="zh_CN wx_wap_page">
<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content" class="rich_media_area_primary"><div class="rich_media_area_primary_inner"><div id="img-content" class="rich_media_wrp">
<h1 class="rich_media_title" id="activity-name">
${a.title}
</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">${a.author}</span> <span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">${a.outlet}</a></span><div id="js_profile_qrcode" class="profile_container" style="display:none;"><div class="profile_inner"><strong class="profile_nickname">${a.outlet}</strong><p class="profile_meta"><label>微信号</label><span>yunling</span></p><p class="profile_meta"><label>功能介绍</label><span>发布权威信息，服务全县人民，每天为您推送最新资讯。</span></p></div></div><em id="publish_time" class="rich_media_meta rich_media_meta_text">${a.day} ${a.time}</em></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0;"><section style="text-align:center" data-tools="135编辑器"><section><span style="font-size:12px;color:#888">点击上方蓝字关注我们</span></section></section>
<section style="margin:0px;padding:0px;"><section><section style="box-sizing:border-box">${parts(a, (text, part) => (part.type === "h" ? `<section style="border:1px"><section><strong><span style="color:#fff">${text}</span></strong></section></section>` : `<section style="line-height:2em"><span style="font-size:15px;letter-spacing:1px"><span>${text.slice(0, 5)}</span><span>${text.slice(5)}</span></span></section><section><br></section>`))}</section></section></section>
<section><img class="rich_pages wxw-img" data-src="https://mmbiz.qpic.cn/x.png" data-ratio="0.5" data-type="png"></section><section style="text-align:center"><span>来源 | ${a.outlet}</span></section><section style="text-align:center"><span>编辑 | ${a.editor}</span></section></div>
<div class="read-more__area"><a id="js_view_source">阅读原文</a></div><div class="rich_media_tool"><span>阅读 10万+</span><span>赞 87</span><span>在看 56</span></div></div></div></div>
<div class="rich_media_area_extra"><div class="qr_code_pc"><p>微信扫一扫<br>关注该公众号</p></div></div></div></div><div class="weui-dialog" style="display:none"><p>预览时标签不可点</p><p>微信扫一扫可打开此内容，使用完整服务</p></div></body></html>`,
  },
  {
    name: "forum thread of several floors with quotes, signatures and scrambling words",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html><html><head><meta charset="gbk"><title>${a.title} - 时政论坛 - 某某社区 - Powered by Discuz!</title><style>.jammer{display:none}.pct{padding:0}</style></head><body id="nv_forum" class="pg_viewthread">
<div id="toptb"><a>设为首页</a><a>收藏本站</a></div><div id="pt" class="bm cl"><a href="./">论坛</a><em>›</em><a href="f1">时政论坛</a></div>
<div id="postlist" class="pl bm"><table><tr><td class="pls ptn pbn"><span class="xg1">查看:</span> <span>3821</span> | <span class="xg1">回复:</span> <span>2</span></td><td class="plc ptm pbn vwthd"><h1 class="ts"><span id="thread_subject">${a.title}</span></h1><span class="xg1"><a href="#">[复制链接]</a></span></td></tr></table>
<div id="post_1"><table class="plhin"><tr><td class="pls" rowspan="2"><div class="pi"><a class="xw1">老渔翁</a></div><div class="tns xg2"><table><tr><th><p><a>52</a></p>主题</th><th><p><a>806</a></p>帖子</th><td><p><a>4103</a></p>积分</td></tr></table></div><p><em>金牌会员</em></p></td>
<td class="plc"><div class="pi"><strong><a>楼主</a></strong><em>发表于 ${a.day} ${a.time}</em> | <a>只看该作者</a></div><div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_1">${parts(a, (text) => `${text}<br />`).replaceAll("，", `，<font class="jammer">6 k! w2 Z# t</font>`)}</td></tr></table></div></div></div></td></tr><tr><td class="plc plm"><div class="sign">人生如逆旅，我亦是行人。欢迎加入本地钓友群，已有500人。</div></td></tr></table></div>
${comments
  .slice(seed % 3, (seed % 3) + 4)
  .map(
    (text, i) =>
      `<div id="post_${i + 2}"><table class="plhin"><tr><td class="pls" rowspan="2"><div class="pi"><a class="xw1">网友${i}</a></div></td><td class="plc"><div class="pi"><a>${i + 2}<sup>#</sup></a> <em>发表于 ${a.day} 23:1${i}</em></div><div class="pct"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_${i + 2}">${i === 1 ? `<div class="quote"><blockquote>${a.body[0]?.text.slice(0, 40)} ...</blockquote></div>` : ""}${text}</td></tr></table></div></div></td></tr></table></div>`,
  )
  .join("\n")}
<div class="pgs"><a href="x">返回列表</a></div></div><div id="f_pst"><form><textarea>发表回复</textarea><p>您需要登录后才可以回帖 登录 | 立即注册</p></form></div><div id="ft"><p>Powered by Discuz! X3.4 © 2001-2017</p></div></body></html>`,
  },
  {
    name: "blog with widgets and comments",
    page: (
      a,
      seed,
    ) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>${a.title} | ${a.author}的博客</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting","headline":"${a.title}","datePublished":"${a.day}T${a.time}:00+08:00","author":{"@type":"Person","name":"${a.author}"},"publisher":{"@type":"Organization","name":"${a.outlet}"}}</script></head><body class="single single-post"><div id="page" class="hfeed site"><header id="masthead"><h2 class="site-title"><a href="/">${a.author}的博客</a></h2><p class="site-description">记录生活，记录时代，写点有用的东西。</p></header>
<div id="primary"><main><article id="post-12" class="post-12 post type-post hentry category-news"><header class="entry-header"><h1 class="entry-title">${a.title}</h1><div class="entry-meta">发表于 <a href="#"><time class="entry-date" datetime="${a.day}T${a.time}:00+08:00">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日</time></a> 由 <a>${a.author}</a></div></header>
<div class="entry-content">${parts(a, (text, part) => (part.type === "h" ? `<h3>${text}</h3>` : `<p>${text}</p>`))}<div class="sharedaddy"><h3 class="sd-title">分享到：</h3><ul><li><a>微博</a></li></ul></div></div><footer class="entry-meta">此条目发表在 <a>新闻</a> 分类目录，贴了 <a>民生</a> 标签。</footer></article>
<nav class="nav-single"><span class="nav-previous"><a>← ${pick(seed, 1)[0]}</a></span></nav><div id="comments" class="comments-area"><h2 class="comments-title">《${a.title}》有 4 条评论</h2><ol class="commentlist">${comments
      .slice(0, 4)
      .map(
        (text, i) =>
          `<li class="comment"><article><header>读者${i} 说道：</header><section class="comment-content"><p>${text}</p></section><div class="reply"><a>回复 ↓</a></div></article></li>`,
      )
      .join("")}</ol></div></main></div>
<div id="secondary" class="widget-area"><aside class="widget widget_recent_entries"><h3>近期文章</h3><ul>${links(seed, 5)}</ul></aside><aside class="widget widget_recent_comments"><h3>近期评论</h3><ul><li>某某发表在《<a>${pick(seed, 1)[0]}</a>》</li></ul></aside><aside class="widget"><h3>归档</h3><ul><li><a>2023年5月</a> (12)</li></ul></aside></div></div></body></html>`,
  },
  {
    name: "copied text guarded by words that no reader sees",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}</title><style type="text/css">/* guard */ .cpx, .cpy > b { display: none !important } .zz9{position:absolute;left:-9999px} .ok{display:block}</style></head><body><div class="menu"><ul>${links(seed, 4)}</ul></div><div class="detail"><h1>${a.title}</h1><div class="time">时间：${a.day} ${a.time} 来源：${a.outlet}</div><div class="ok">${parts(a, (text) => `<p>${text.slice(0, 6)}<span style="display:none">本文来自某某网，共${seed}人阅读。</span>${text.slice(6, 12)}<span class="cpx">转载请注明</span>${text.slice(12, 18)}<i style="font-size:0">乱码</i>${text.slice(18, 24)}<em class="zz9">复制无效</em>${text.slice(24)}<span style="position:absolute; left: -10000px;">版权所有某某网</span></p>`)}</div></div></body></html>`,
  },
  {
    name: "reading aids over the characters",
    page: (a) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div class="book"><h1>${a.title}</h1>${parts(a, (text) => `<p><ruby>${text.slice(0, 1)}<rp>(</rp><rt>zì</rt><rp>)</rp></ruby><ruby><rb>${text.slice(1, 2)}</rb><rt>yīn</rt></ruby>${text.slice(2)}</p>`)}</div></body></html>`,
    lines: (a) => linesOf(a),
  },
];
