import { comments } from "./articles.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Layouts written after the rules for those before them: their first figure was 0.984. */
export const heldBack4: readonly Layout[] = [
  {
    name: "accelerated mobile page with placeholders and a consent box",
    page: (a, seed) =>
      `<!doctype html><html ⚡ lang="zh"><head><meta charset="utf-8"><title>${a.title} | ${a.outlet}</title><link rel="canonical" href="https://example.cn/n/1.html"><style amp-boilerplate>body{-webkit-animation:-amp-start 8s}</style><script async src="https://cdn.example.org/v0.js"></script></head><body><amp-sidebar id="sb" layout="nodisplay"><ul>${links(seed, 6)}</ul></amp-sidebar><header class="amp-h"><button on="tap:sb.toggle">☰</button><a href="/">${a.outlet}</a></header><article class="amp-art"><h1>${a.title}</h1><div class="amp-meta">${a.author} · ${a.day} ${a.time}</div><amp-img src="a.jpg" width="600" height="400" layout="responsive"><noscript><img src="a.jpg" alt=""></noscript></amp-img>${parts(a, (text, { type }, i) => `${type === "h" ? `<h2>${text}</h2>` : `<p>${text}</p>`}${i === 1 ? `<amp-ad width="300" height="250" type="x"><div placeholder>广告加载中</div><div fallback>广告无法加载</div></amp-ad>` : ""}`)}</article><amp-list src="/rel.json"><template type="amp-mustache"><a href="{{url}}">{{title}}</a></template><div overflow role="button">查看更多</div></amp-list><section class="rel"><h3>你可能还想看</h3>${links(seed + 1, 5, (l) => `<div>${l}</div>`)}</section><amp-consent id="c"><div id="ui"><p>我们使用 Cookie 来改善您的浏览体验。</p><button>同意</button><button>拒绝</button></div></amp-consent><footer>© ${dayOf(a)[0]} ${a.outlet} 保留一切权利</footer></body></html>`,
  },
  {
    name: "page shared out of a news application whose text is folded at first",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="apple-itunes-app" content="app-id=1"><title>${a.title}</title><style>.fold{max-height:600px;overflow:hidden}.mask{position:absolute}</style></head><body class="share"><div class="dl-bar">打开APP，阅读体验更佳<i>打开</i></div><div class="wrap"><h1 class="t">${a.title}</h1><div class="src"><em>${a.outlet}</em><em>${a.day.slice(5)} ${a.time}</em><em class="follow">+ 关注</em></div><div class="content fold" id="js-fold">${parts(a, (text) => `<p>${text}</p>`)}<div class="mask"></div></div><div class="unfold" onclick="x()">展开全文<i class="arr"></i></div><div class="app-open">打开APP查看全文</div><div class="hot"><h3>热门推荐</h3>${pick(
        seed,
        6,
      )
        .map((t, i) => `<a class="it"><p>${t}</p><span>${i + 3}跟贴</span></a>`)
        .join("")}</div><div class="fix-bottom">用APP打开，参与话题讨论</div></div></body></html>`,
  },
  {
    name: "government disclosure with a head table of index number and dates",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="SiteName" content="某某市人民政府"><meta name="ArticleTitle" content="${a.title}"><meta name="PubDate" content="${a.day} ${a.time}"><title>${a.title}_政府信息公开</title></head><body><div class="zfxxgk_top"><a>政府信息公开指南</a><a>政府信息公开制度</a><a>法定主动公开内容</a></div><div class="zfxxgk_left"><ul><li>机构职能</li><li>规划信息</li><li>统计信息</li><li>财政信息</li></ul></div><div class="zfxxgk_main"><table class="xxgk-head" width="100%" border="1"><tr><td>索引号：</td><td>00${seed}4129-1/${dayOf(a)[0]}-00${seed}17</td><td>信息分类：</td><td>综合政务</td></tr><tr><td>发布机构：</td><td>${a.outlet}</td><td>成文日期：</td><td>${a.day}</td></tr><tr><td>标题：</td><td colspan="3">${a.title}</td></tr><tr><td>发文字号：</td><td>无</td><td>发布日期：</td><td>${a.day}</td></tr><tr><td>有效性：</td><td>有效</td><td>主题词：</td><td></td></tr></table><h1 class="xl_title">${a.title}</h1><div class="zoom"><a>【字体：大 中 小】</a><a>【打印】</a><a>【下载】</a></div><div class="xl_con" id="UCAP-CONTENT">${parts(a, (text) => `<p style="text-indent:2em">${text}</p>`)}</div><div class="xl_fj">附件：无</div><div class="code">扫一扫在手机打开当前页</div></div><div class="foot"><p>主办：某某市人民政府办公室　承办：某某市大数据中心</p><p>政府网站标识码：3700000${seed}　ICP备2021000${seed}号</p></div></body></html>`,
  },
  {
    name: "forum thread whose first post is the article",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="gbk"><title>${a.title} - 本地杂谈 - 某某论坛 - Powered by Discuz!</title></head><body><div id="hd"><p>您需要 <a>登录</a> 才可以下载或查看，没有账号？<a>立即注册</a></p></div><div id="pt"><a>论坛</a> › <a>城市生活</a> › <a>本地杂谈</a> › ${a.title}</div><div id="pgt"><a>发帖</a><a>回复</a><span>1 2 3 / 3 页</span><a>下一页</a></div><table id="pid1" class="plhin"><tr><td class="pls" rowspan="2"><div class="authi"><a>山城老张</a></div><div class="tns"><table><tr><th><p>328</p>主题</th><th><p>1902</p>帖子</th><td><p>8811</p>积分</td></tr></table></div><p><em>金牌会员</em></p><p>积分 8811</p><ul><li>发消息</li></ul></td><td class="plc"><div class="pi"><strong>楼主</strong><div class="pti"><em>发表于 ${a.day} ${a.time}</em> | <a>只看该作者</a> | <a>倒序浏览</a></div></div><div class="pct"><div class="t_fsz"><h1 class="ts"><span id="thread_subject">${a.title}</span></h1><table><tr><td class="t_f" id="postmessage_1">${a.body.map(({ text }) => `　　${text}`).join("<br />\n<br />\n")}</td></tr></table></div></div></td></tr><tr><td class="plm"><div class="po"><a>回复</a><a>支持</a><a>反对</a><a>举报</a></div><div class="sign">—— 有事说事，没事喝茶 ——</div></td></tr></table>${comments
        .slice(0, 5)
        .map(
          (text, i) =>
            `<table class="plhin"><tr><td class="pls"><a>网友${seed + i}</a><p>新手上路</p></td><td class="plc"><div class="pi"><strong>${["沙发", "板凳", "地板", "5#", "6#"][i]}</strong><em>发表于 ${a.day} 22:0${i}</em></div><div class="t_f">${text}</div></td></tr></table>`,
        )
        .join(
          "",
        )}<div id="f_pst"><textarea>您需要登录后才可以回帖</textarea><button>发表回复</button></div></body></html>`,
  },
  {
    name: "account article with styled boxes, a card and recommended readings",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="${a.title}"/><title></title></head><body id="activity-detail"><div id="js_article" class="rich_media"><div class="rich_media_inner"><h1 class="rich_media_title" id="activity-name">${a.title}</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">${a.author}</span><a id="js_name">${a.outlet}</a><em id="publish_time">${a.day} ${a.time}</em><em id="js_ip_wording">江西</em></div><div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><section style="box-sizing:border-box"><section><p style="text-align:center"><span style="font-size:12px;color:#888">点击上方蓝字，关注我们</span></p></section>${parts(a, (text, { type }) => (type === "h" ? `<section style="border-left:4px solid #36c"><section><p><strong><span>${text}</span></strong></p></section></section>` : `<section style="padding:0 8px"><p style="text-indent:2em;line-height:1.75em"><span style="font-size:15px">${text}</span></p></section><p><br></p>`))}<section><mp-common-profile class="js_uneditable" data-nickname="${a.outlet}"></mp-common-profile></section><p style="text-align:right"><span>来源：${a.outlet}</span></p><p><span>编辑：${a.editor}</span></p><p><span>往期回顾</span></p>${links(seed, 3, (l) => `<p><span>▼ ${l}</span></p>`)}<p style="text-align:center"><span>点个“在看”再走吧</span></p></section></div><div class="rich_media_tool"><span>阅读 ${seed}832</span><span>赞 21</span><span>在看 8</span></div></div></div><div id="js_pc_qr_code">微信扫一扫<br>关注该公众号</div></body></html>`,
  },
  {
    name: "electronic paper with the map of its page and the article beside",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.outlet}数字报-${a.title}</title></head><body><div class="top">${a.outlet} ${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日 星期三</div><table><tr><td class="left" valign="top"><div class="map"><img src="page.jpg" usemap="#pm"><map name="pm">${pick(
        seed,
        5,
      )
        .map((t, i) => `<area shape="rect" coords="1,${i},2,3" href="c${i}.html" title="${t}" alt="${t}">`)
        .join(
          "",
        )}</map></div><div class="bc">第03版：要闻 <a>上一版</a> <a>下一版</a> <a>PDF</a></div><ul class="mulu">${links(seed, 5)}</ul></td><td class="right" valign="top"><div class="tools"><a>放大+</a><a>缩小-</a><a>默认○</a><a>朗读</a></div><p class="yinti">${a.outlet.slice(0, 2)}新闻</p><h2 class="bt">${a.title}</h2><p class="futi"></p><p class="zz">本报记者 ${a.author}</p><div id="ozoom"><founder-content>${parts(a, (text) => `<P>　　${text}</P>`)}</founder-content></div><div class="pages"><a>上一篇</a><a>下一篇</a></div><div class="cr">本版责编：${a.editor}　未经授权不得转载</div></td></tr></table><div class="rq"><select><option>第01版</option><option>第02版</option></select></div></body></html>`,
    lines: (a) => {
      const [title = "", ...rest] = linesOf(a);
      return [`${a.outlet.slice(0, 2)}新闻`, title, `本报记者 ${a.author}`, ...rest];
    },
  },
  {
    name: "print view with the address, the day of printing and a note",
    page: (a) =>
      `<html><head><meta charset="utf-8"><title>打印：${a.title}</title><link rel="stylesheet" media="print" href="p.css"></head><body onload="window.print()"><div id="noprint"><button>打印本页</button> <button>关闭窗口</button> <label><input type="checkbox">不打印图片</label></div><div class="p-logo">${a.outlet}</div><hr><h3 align="center">${a.title}</h3><p align="center">http://www.example.cn/news/${a.day.replaceAll("-", "/")}/content_1.htm　${a.day} ${a.time}　${a.outlet}</p><hr>${parts(a, (text) => `<p>　　${text}</p>`)}<hr><p>打印时间：2024-03-11 10:22:07</p><p>本文网址：http://www.example.cn/news/content_1.htm</p></body></html>`,
  },
  {
    name: "page of 1998 with nested tables, fonts and a counter",
    page: (a, seed) =>
      `<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>${a.title}</TITLE></HEAD><BODY BGCOLOR=#FFFFE0 TOPMARGIN=0><CENTER><TABLE BORDER=0 WIDTH=620><TR><TD BGCOLOR=#003399><FONT COLOR=white SIZE=2><MARQUEE>欢迎光临${a.outlet}电子版，请用800×600浏览</MARQUEE></FONT></TD></TR><TR><TD><TABLE BORDER=1 CELLPADDING=4><TR><TD WIDTH=110 VALIGN=top><FONT SIZE=2>${links(seed, 7, (l) => `${l}<BR>`)}</FONT></TD><TD VALIGN=top><TABLE BORDER=0><TR><TD ALIGN=center><FONT SIZE=5 FACE=黑体 COLOR=red><B>${a.title}</B></FONT></TD></TR><TR><TD ALIGN=center><FONT SIZE=2 COLOR=gray>${dayOf(a)[0]}年${Number(dayOf(a)[1])}月${Number(dayOf(a)[2])}日</FONT></TD></TR><TR><TD><FONT SIZE=3>${a.body.map(({ text }) => `&nbsp;&nbsp;&nbsp;&nbsp;${text}<BR>`).join("\n")}</FONT></TD></TR></TABLE></TD></TR></TABLE></TD></TR><TR><TD ALIGN=center><FONT SIZE=2>[<A HREF=index.htm>回首页</A>] [<A HREF=guest.htm>留言簿</A>] [<A HREF=mailto:x@example.cn>给我写信</A>]<BR>您是第<IMG SRC=/cgi-bin/count.cgi ALT=0${seed}331>位访客　建议使用IE4.0以上版本</FONT></TD></TR></TABLE></CENTER></BODY></HTML>`,
    bytes: (page) => new TextEncoder().encode(page),
  },
  {
    name: "React shell with its state in a JSON script and escaped markup",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div id="app"><div class="skeleton"></div></div><noscript>您需要启用 JavaScript 才能运行此应用。</noscript><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(
        {
          props: {
            pageProps: {
              nav: pick(seed, 5).map((title) => ({ title, href: "/x" })),
              article: {
                id: seed,
                headline: a.title,
                source: { name: a.outlet },
                publishedAt: `${a.day}T${a.time}:00+08:00`,
                contentHtml: a.body
                  .map(({ text, type }) => (type === "h" ? `<h3>${text}</h3>` : `<p>${text}</p>`))
                  .join(""),
              },
              related: pick(seed + 2, 6).map((title) => ({ title, summary: `${title}，详情请点击。` })),
            },
          },
          page: "/article/[id]",
        },
      ).replaceAll("<", "\\u003c")}</script></body></html>`,
  },
  {
    name: "first leaf of an article over several pages, with numbers and a jump",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}(1)_${a.outlet}</title></head><body><div class="bread">首页 > 新闻 > 正文</div><div class="leftcol"><h1>${a.title}</h1><p class="info">${a.day} ${a.time}　来源：${a.outlet}　作者：${a.author}　我要评论(<a>${seed}</a>)</p><div class="guide"><b>本文导航</b><ul><li>第1页：${a.title.slice(0, 8)}</li><li><a>第2页：各方反应</a></li><li><a>第3页：专家看法</a></li></ul></div><div class="artibody">${parts(a, (text) => `<p>　　${text}</p>`)}</div><div class="page"><span>1</span><a>2</a><a>3</a><a>下一页</a><a>尾页</a> 在本页浏览全文 >> 转到第<select><option>1</option></select>页</div><div class="keys">关键词：<a>民生</a> <a>城市</a></div><div class="tuijian"><h2>精彩推荐</h2><ul>${links(seed, 6)}</ul></div></div><div class="rightcol"><h2>24小时排行</h2><ol>${links(seed + 3, 8)}</ol></div></body></html>`,
  },
  {
    name: "report with questions in the text set as a page of questions and answers",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - 问答</title></head><body><div class="ask-nav"><a>提问</a><a>待回答</a><a>专家</a></div><div class="q-wrap"><h1 class="q-title">${a.title}</h1><div class="q-info"><span>提问者：热心市民</span><span>浏览 ${seed}201 次</span><span>${a.day}</span></div></div><div class="best"><div class="best-head">最佳答案</div><div class="answerer"><img src="h.png"><b>${a.outlet}</b><span>官方账号 · 已认证</span></div><div class="a-body">${parts(a, (text) => `<p>${text}</p>`)}</div><div class="a-op"><a>赞同 ${seed}</a><a>评论</a><a>收藏</a><span>编辑于 ${a.day} ${a.time}</span></div></div><div class="more"><h3>其他回答（3）</h3>${comments
        .slice(0, 3)
        .map((text) => `<div class="a"><b>匿名用户</b><p>${text}</p><span>赞同 2</span></div>`)
        .join("")}</div><div class="sim"><h3>相关问题</h3><ul>${links(seed, 6)}</ul></div></body></html>`,
  },
  {
    name: "live page with the report pinned above the stream",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-直播-${a.outlet}</title></head><body><div class="live-top"><span class="tag">直播已结束</span><span>${seed}.2万人次参与</span></div><div class="live-main"><div class="pinned"><h1>${a.title}</h1><p class="meta">${a.outlet} ${a.day} ${a.time}</p>${parts(a, (text) => `<p>${text}</p>`)}</div><div class="tabs"><a class="on">聊天室</a><a>简介</a></div><div class="chat">${comments
        .map((text, i) => `<div class="m"><i>用户${i}</i><time>${10 + i}:0${i % 6}</time><p>${text}</p></div>`)
        .join(
          "",
        )}</div></div><div class="side"><h4>正在直播</h4>${links(seed, 4, (l) => `<p>${l}</p>`)}</div></body></html>`,
  },
  {
    name: "reader with a dark theme, paragraphs as list items and marks for notes",
    page: (a, seed) =>
      `<!doctype html><html data-theme="dark"><head><meta charset="utf-8"><title>${a.title}</title></head><body><nav>${links(seed, 3, (l) => l)}</nav><main><hgroup><h1>${a.title}</h1></hgroup><ul class="facts"><li>📅 ${a.day}</li><li>🏢 ${a.outlet}</li><li>⏱ 阅读约需 4 分钟</li></ul><ol class="text" style="list-style:none">${parts(a, (text, _part, i) => `<li id="p${i}">${text}<a class="pmark" href="#p${i}" aria-hidden="true">¶</a></li>`)}</ol><aside><h2>划线评论</h2>${comments
        .slice(0, 3)
        .map((text) => `<blockquote>${text}</blockquote>`)
        .join("")}</aside></main></body></html>`,
  },
  {
    name: "local portal with a slide show and votes in the middle of the text",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}_本地</title></head><body><div class="weather">今天 晴 12~23℃ 东北风2级 <a>7天预报</a></div><div class="main"><h1 id="tit">${a.title}</h1><div class="ly"><span>${a.outlet}</span> <span>${a.day}</span> <span><a>评论 ${seed}</a></span></div><div id="cont">${parts(a, (text, _part, i) => `<p>${text}</p>${i === 0 ? `<div class="slide"><ul><li><img src="1.jpg"></li><li><img src="2.jpg"></li></ul><a class="prev">‹</a><a class="next">›</a><span>1/2</span></div>` : ""}${i === 1 ? `<div class="vote"><h4>你怎么看？</h4><label><input type="radio">支持（${seed}1%）</label><label><input type="radio">反对（12%）</label><label><input type="radio">说不清（9%）</label><button>投票</button></div>` : ""}`)}</div><div class="zan"><a>有用 ${seed}</a><a>没用 2</a></div><div class="bianji">（责编：${a.editor}）</div></div><div class="r">${links(seed, 6)}</div></body></html>`,
  },
  {
    name: "agency's wire page with a lock-up of other languages and pictures credited",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div class="lang"><a>English</a><a>日本語</a><a>Русский</a><a>Español</a></div><div class="h-title">${a.title}</div><div class="h-info"><span class="h-time">${a.day} ${a.time}:12</span> 来源： <em>${a.outlet}</em></div><div id="p-detail"><div id="player" class="video"></div>${parts(a, (text, _part, i) => `<p>　　${text}</p>${i === 1 ? `<p align="center"><img src="x.jpg"></p><p align="center"><font color="navy">这是10月9日拍摄的现场（无人机照片）。${a.outlet}记者 ${a.author} 摄</font></p>` : ""}`)}<div class="zan-wap">+1</div></div><div class="p-tags">【纠错】 【责任编辑：${a.editor}】</div><div class="bottom-tj"><b>阅读下一篇：</b><a>${pick(seed, 1)[0]}</a></div></body></html>`,
    lines: (a) => {
      const lines = linesOf(a);
      return [
        ...lines.slice(0, 3),
        ...(a.body.length > 1 ? [`这是10月9日拍摄的现场（无人机照片）。${a.outlet}记者 ${a.author} 摄`] : []),
        ...lines.slice(3),
      ];
    },
  },
];
