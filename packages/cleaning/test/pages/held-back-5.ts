import { bytesOf } from "../helpers.ts";
import { articles, comments } from "./articles.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Layouts on which rules were built: their first figure was 0.879. */
export const heldBack5: readonly Layout[] = [
  {
    name: "electronic paper whose kicker, headline and subtitle are rows of a table",
    page: (a, seed) =>
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${a.outlet}-${a.title}</title></head><body><table width="980"><tr><td class="info">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日 星期四 &nbsp; 第A0${(seed % 8) + 1}版：综合</td><td><a href="node_1.htm">版面导航</a> <a href="node_2.htm">标题导航</a></td></tr></table><table><tr><td width="340"><table>${links(seed, 6, (l) => `<tr><td class="default">${l}</td></tr>`)}</table></td><td><table width="95%"><tr><td align="center" class="font02" style="font-size:14px">从“看得见”到“管得住”</td></tr><tr><td align="center" class="font01" style="font-size:23px"><strong>${a.title}</strong></td></tr><tr><td align="center" class="font02">——${a.outlet}记者一线走访见闻</td></tr><tr><td align="center" class="font02">□本报记者 ${a.author}</td></tr><tr><td class="font6"><div id="ozoom"><!--enpcontent--><founder-content>${parts(a, (text) => `<P>　　${text}</P>`)}</founder-content><!--/enpcontent--></div></td></tr></table><table><tr><td><a href="c1.htm">上一篇</a> <a href="c2.htm">下一篇</a></td></tr></table></td></tr></table></body></html>`,
    lines: (a) => {
      const [title = "", ...rest] = linesOf(a);
      return ["从“看得见”到“管得住”", title, `——${a.outlet}记者一线走访见闻`, `□本报记者 ${a.author}`, ...rest];
    },
  },
  {
    name: "headline in a box whose name is a cipher, the site's name in the title alone",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-${a.outlet}</title></head><body><div class="_1kd9"><div class="_2fx">${links(seed, 4, (l) => `<span>${l}</span>`)}</div><div class="_8xk"><div class="_9zq">${a.title}</div><div class="_0aa"><span>${a.outlet}</span><span>${a.day.slice(5)} ${a.time}</span><span>阅读 ${seed}万+</span></div><div class="_77b">${parts(a, (text, { type }) => (type === "h" ? `<div class="_h2"><b>${text}</b></div>` : `<div class="_p1">${text}</div>`))}</div><div class="_lk"><span>点赞 32</span><span>收藏 7</span><span>分享</span></div></div><div class="_rr">${pick(
        seed,
        5,
      )
        .map((t) => `<div class="_rc"><a>${t}</a><i>1天前</i></div>`)
        .join("")}</div></div></body></html>`,
  },
  {
    name: "two whole articles under one page's head, each with a heading and a writer",
    page: (a, seed) => {
      const b = articles[(articles.indexOf(a) + 2) % articles.length] ?? a;
      const one = (c: typeof a): string =>
        `<div class="art"><h2 class="art-t">${c.title}</h2><p class="art-i">作者：${c.author}　${c.day}</p>${parts(c, (text) => `<p>${text}</p>`)}</div>`;
      return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>一周要闻汇编_${a.outlet}</title></head><body><div class="top"><ul>${links(seed, 5)}</ul></div><div class="list-full">${one(a)}${one(b)}</div><div class="side"><h3>阅读排行</h3><ol>${links(seed + 1, 6)}</ol></div></body></html>`;
    },
    lines: (a) => {
      const b = articles[(articles.indexOf(a) + 2) % articles.length] ?? a;
      return [...linesOf(a), ...linesOf(b)];
    },
  },
  {
    name: "message board: what someone wrote and what the office answers",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-领导留言板</title></head><body><div class="nav"><a>首页</a><a>我要留言</a><a>留言查询</a></div><div class="replyHead"><h1 class="fl">${a.title}</h1><div class="status">已办理</div><ul class="tips"><li>留言ID：${seed}4587213</li><li>网友：匿名</li><li>${a.day} ${a.time}</li></ul></div><div class="replyContentMain"><p class="content">我家住临川市滨江路，楼下烧烤店每天营业到凌晨两点，油烟和噪声让一家老小睡不好觉，打过三次电话也没人来管，盼望有关部门处理。</p></div><div class="replyHandle"><div class="replyHandleHead"><h4>官方回复</h4><span class="org">${a.outlet}</span><em>${a.day} 16:20</em></div><div class="replyHandleMain">${parts(a, (text) => `<p>${text}</p>`)}</div></div><div class="evaluate"><span>解决程度：5星</span><span>办理态度：5星</span></div><div class="right"><h3>最新留言</h3><ul>${links(seed, 6)}</ul></div></body></html>`,
    lines: (a) => {
      const [title = "", ...rest] = linesOf(a);
      return [
        title,
        "我家住临川市滨江路，楼下烧烤店每天营业到凌晨两点，油烟和噪声让一家老小睡不好觉，打过三次电话也没人来管，盼望有关部门处理。",
        "官方回复",
        ...rest,
      ];
    },
  },
  {
    name: "shell whose data are the arguments of a function",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - ${a.outlet}</title></head><body><div id="__nuxt"><div class="loading">加载中…</div></div><script>window.__NUXT__=(function(a,b,c,d,e,f){return {layout:"default",data:[{detail:{id:d,title:a,source:c,publishTime:e,content:b,tags:[]},hot:[${pick(
        seed,
        5,
      )
        .map((t) => `{title:${JSON.stringify(t)}}`)
        .join(",")}]}],error:f,serverRendered:true}}(${JSON.stringify(a.title)},${JSON.stringify(
        parts(a, (text) => `<p>${text}</p>`),
      )
        .replaceAll("<", "\\u003C")
        .replaceAll(
          "/",
          "\\u002F",
        )},${JSON.stringify(a.outlet)},9${seed},"${a.day} ${a.time}",null));</script><script src="/_nuxt/a.js"></script></body></html>`,
  },
  {
    name: "text given to a component as an attribute",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}</title></head><body><div id="app"><site-head></site-head><news-detail :info="{&quot;title&quot;:&quot;${a.title}&quot;,&quot;source&quot;:&quot;${a.outlet}&quot;,&quot;time&quot;:&quot;${a.day} ${a.time}&quot;,&quot;content&quot;:${JSON.stringify(
        parts(a, (text) => `<p>${text}</p>`),
      )
        .replaceAll('"', "&quot;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")}}"></news-detail><news-side :list='[${seed}]'></news-side></div></body></html>`,
  },
  {
    name: "text for readers without scripts only",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}｜${a.outlet}</title></head><body><div id="root"><div class="spin"></div></div><noscript><div class="nojs"><h1>${a.title}</h1><p class="dt">${a.day} ${a.time} ${a.outlet}</p>${parts(a, (text) => `<p>${text}</p>`)}<ul>${links(seed, 4)}</ul></div></noscript><script src="app.js"></script></body></html>`,
  },
  {
    name: "public account with numbered boxes, captions and a foot of many calls",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="${a.title}"><meta property="og:article:author" content="${a.author}"><title></title></head><body><div id="js_article"><h1 class="rich_media_title" id="activity-name">\n${a.title}\n</h1><div id="meta_content"><span class="rich_media_meta">原创</span><span class="rich_media_meta">${a.author}</span><span class="rich_media_meta rich_media_meta_nickname"><a id="js_name">${a.outlet}</a></span><em id="publish_time">${a.day} ${a.time}</em></div><div class="rich_media_content" id="js_content"><section data-role="outer"><section style="display:inline-block;width:100%"><section style="text-align:center"><img data-src="x.gif"></section></section>${parts(a, (text, { type }) => (type === "h" ? `<section data-role="title"><section><section style="transform:rotate(0)"><p><span style="letter-spacing:1px"><strong>${text}</strong></span></p></section></section></section>` : `<section data-role="paragraph"><section style="line-height:2;letter-spacing:1px"><section><p><span>${text}</span></p></section></section></section>`))}<section><section><p style="text-align:center;font-size:12px"><span>— END —</span></p></section></section><section><p><span>来源丨${a.outlet}</span></p><p><span>编辑丨${a.editor}</span></p><p><span>审核丨${a.author}</span></p></section><section><p><strong><span>推荐阅读</span></strong></p>${pick(
        seed,
        3,
      )
        .map((t) => `<p><a href="#"><span>◆ ${t}</span></a></p>`)
        .join(
          "",
        )}</section><section><p>分享、点赞、在看，一键三连支持我们</p></section></section></div><div id="js_tags">收录于合集 #本地 12个</div></div></body></html>`,
  },
  {
    name: "table page of 2003 with a calendar, a poll and neighbours",
    bytes: bytesOf,
    page: (a, seed) =>
      `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>${a.title}</TITLE></HEAD><BODY><TABLE width=760 align=center><TBODY><TR><TD width=170 vAlign=top><TABLE><TBODY><TR><TD>今天是${dayOf(a)[0]}年12月31日 星期五</TD></TR><TR><TD><B>本站调查</B></TD></TR><TR><TD><FORM>您认为本站改版后效果如何？<BR><INPUT type=radio>很好<BR><INPUT type=radio>一般<BR><INPUT type=submit value=投票></FORM></TD></TR><TR><TD><B>栏目导航</B></TD></TR><TR><TD>${links(seed, 6, (l) => `· ${l}<BR>`)}</TD></TR></TBODY></TABLE></TD><TD vAlign=top><TABLE width="100%"><TBODY><TR><TD height=30>您的位置：<A>首页</A> → <A>新闻</A> → 浏览正文</TD></TR><TR><TD align=middle height=50><FONT color=#cc0000 size=4><STRONG>${a.title}</STRONG></FONT></TD></TR><TR><TD align=middle bgColor=#f0f0f0>【${a.day}】【来源：${a.outlet}】【阅读：${seed}21次】【<A>关闭窗口</A>】</TD></TR><TR><TD><DIV style="LINE-HEIGHT: 150%">${parts(a, (text) => `　　${text}<BR><BR>`)}</DIV></TD></TR><TR><TD>上一篇：<A>${pick(seed, 2)[0] ?? ""}</A><BR>下一篇：<A>${pick(seed, 2)[1] ?? ""}</A></TD></TR><TR><TD>相关评论：没有评论</TD></TR></TBODY></TABLE></TD></TR></TBODY></TABLE><TABLE width=760 align=center><TBODY><TR><TD align=middle>Copyright (C) 2003 ${a.outlet} All Rights Reserved</TD></TR></TBODY></TABLE></BODY></HTML>`,
  },
  {
    name: "page that says GBK and is UTF-8, paragraphs in a font tag",
    page: (a, seed) =>
      `<html><head><meta http-equiv="content-type" content="text/html;charset=gbk"><title>${a.title}_新闻中心</title></head><body><div id="menu">${links(seed, 5, (l) => `${l} `)}</div><div id="cont"><h3 align="center">${a.title}</h3><p align="center">${a.day}　　来源：${a.outlet}　　点击：${seed}88</p><font face="Arial">${parts(a, (text) => `<p>　　${text}</p>`)}</font></div></body></html>`,
  },
  {
    name: "wireless page, a card with breaks and leaves to turn",
    document: "a.wml",
    page: (a, seed) =>
      `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE wml PUBLIC "-//WAPFORUM//DTD WML 1.1//EN" "http://www.wapforum.org/DTD/wml_1.1.xml"><wml><head><meta http-equiv="Cache-Control" content="max-age=0"/></head><card id="main" title="${a.title}"><p><a href="/">首页</a>&gt;<a href="/n">新闻</a>&gt;正文<br/>${a.title}<br/>${a.outlet} ${a.day}<br/>-------<br/>${parts(a, (text) => `${text}<br/>`)}-------<br/><a href="?p=2">下页</a>|<a href="?p=9">尾页</a> (1/${(seed % 3) + 1}页)<br/>${links(seed, 3, (l) => `.${l}<br/>`)}<a href="/">返回首页</a><br/>手机新闻网 ${a.time}</p></card></wml>`,
  },
  {
    name: "document exported by a word processor, filtered by nothing",
    bytes: bytesOf,
    page: (a) =>
      `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 11"><title>${a.title}</title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>${a.editor}</o:Author><o:LastSaved>2004-01-01T08:00:00Z</o:LastSaved></o:DocumentProperties></xml><![endif]--><style><!-- p.MsoNormal{mso-style-parent:"";text-indent:24.0pt} --></style></head><body lang=ZH-CN style='tab-interval:21.0pt'><div class=Section1 style='layout-grid:15.6pt'><p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:18.0pt;font-family:黑体'>${a.title}<span lang=EN-US><o:p></o:p></span></span></b></p><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>${a.body.map(({ text }, i) => `<p class=MsoNormal style='text-indent:24.0pt;mso-char-indent-count:2.0'>${i === 1 ? "<![if !supportLists]><![endif]>" : ""}<span style='font-family:宋体;mso-ascii-font-family:\n"Times New Roman"'>${text.replaceAll(/(\d[\d.,]*)/gu, "</span><span lang=EN-US>$1</span><span\nstyle='font-family:宋体'>")}</span><span lang=EN-US><o:p></o:p></span></p>`).join("\n\n")}<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div></body></html>`,
  },
  {
    name: "copy that a search engine kept, with its words marked",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html;charset=utf-8"><base href="http://www.example.cn/a/1.html"><title>${a.title}_${a.outlet}</title></head><body><div id="bd_snap"><div id="bd_snap_head"><form><input value="${a.title}"></form></div><div id="bd_snap_txt">您查询的关键词是：<span style="background:#ff6">${a.title.slice(0, 4)}</span>。如果打开速度慢，可以尝试<a>快速版</a>；如果想更新或删除快照，可以<a>投诉快照</a>。</div><div id="bd_snap_ln"></div><div id="bd_snap_note">百度和网页 http://www.example.cn/a/1.html 的作者无关，不对其内容负责。百度快照谨为网络故障时之索引，不代表被搜索网站的即时页面。</div></div><div style="position:relative"><div class="h"><ul>${links(seed, 6)}</ul></div><div class="m"><h1>${a.title.slice(0, 4).replace(/^(.+)$/u, '<b style="color:black;background-color:#ffff66">$1</b>')}${a.title.slice(4)}</h1><div class="i">${a.day} ${a.time} 来源：${a.outlet}</div><div class="c">${parts(a, (text) => `<p>${text.slice(0, 6)}<span style="background:#ff6">${text.slice(6, 10)}</span>${text.slice(10)}</p>`)}</div></div></div></body></html>`,
  },
  {
    name: "page that a browser translated, every text in two fonts",
    page: (a, seed) =>
      `<!DOCTYPE html><html lang="zh-CN" class="translated-ltr"><head><meta charset="UTF-8"><title>${a.title} - ${a.outlet}</title></head><body><div id="goog-gt-tt" class="skiptranslate" dir="ltr"><div><div class="gt-h">原文</div><div>Rate this translation</div><div>对此翻译评分</div><div>您的反馈将用于改进谷歌翻译</div></div></div><header><nav>${pick(
        seed,
        4,
      )
        .map((t) => `<a>${translated(t.slice(0, 4))}</a>`)
        .join(
          "",
        )}</nav></header><main><article><h1>${translated(a.title)}</h1><p class="by">${translated(`${a.outlet} ${a.day}`)}</p>${parts(a, (text) => `<p>${(text.match(/[^。]+。?[”）]?/gu) ?? [text]).map((s) => translated(s)).join("")}</p>`)}</article></main><footer>${translated("隐私政策")}</footer></body></html>`,
  },
  {
    name: "gallery whose captions are the article",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_图片频道_${a.outlet}</title></head><body><div class="pic-head"><h1>${a.title}</h1><span>${a.day}</span></div><div class="gallery"><ul class="slides">${a.body.map(({ text }, i) => `<li><img src="${i}.jpg" alt="${a.title}"><div class="num">${i + 1}/${a.body.length}</div><div class="txt">${text}</div></li>`).join("")}</ul><a class="prev">‹</a><a class="next">›</a></div><div class="thumbs"><ul>${a.body.map((_p, i) => `<li><a><img src="s${i}.jpg"></a></li>`).join("")}</ul></div><div class="more"><h2>更多图集</h2><ul>${links(seed, 8)}</ul></div></body></html>`,
  },
  {
    name: "policy page: data of the paper as a list, a signature, papers attached and readings",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_某某市人民政府</title></head><body><div class="wrap"><div class="policyinfo"><ul><li><b>索 引 号：</b>SZ-${seed}-2023</li><li><b>主题分类：</b>综合</li><li><b>发文机关：</b>${a.outlet}</li><li><b>成文日期：</b>${a.day}</li><li><b>发文字号：</b>某政发〔2023〕${seed}号</li><li><b>发布日期：</b>${a.day}</li><li><b>有效性：</b>有效</li></ul></div><div class="policy"><h1>${a.title}</h1><p class="no" style="text-align:center">某政发〔2023〕${seed}号</p><p>各区县人民政府，市政府各部门：</p>${parts(a, (text) => `<p style="text-indent:2em">${text}</p>`)}<p style="text-align:right">某某市人民政府办公室</p><p style="text-align:right">${dayOf(a)[0]}年${Number(dayOf(a)[1])}月${Number(dayOf(a)[2])}日</p><p>（此件公开发布）</p></div><div class="fj"><p>附件：1.<a href="1.doc">任务分工表.doc</a></p></div><div class="jd"><h3>相关解读</h3><ul>${links(seed, 3)}</ul></div></div><div class="foot">主办：某某市人民政府办公室</div></body></html>`,
    lines: (a, seed) => {
      const [title = "", ...rest] = linesOf(a);
      const [y, m, d] = dayOf(a);
      return [
        title,
        `某政发〔2023〕${seed}号`,
        "各区县人民政府，市政府各部门：",
        ...rest,
        "某某市人民政府办公室",
        `${y}年${Number(m)}月${Number(d)}日`,
        "（此件公开发布）",
        "附件：1.任务分工表.doc",
      ];
    },
  },
  {
    name: "summary by a machine, a player that reads aloud, cookies and a wall",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} | ${a.outlet}</title></head><body><div class="cc"><p>本网站使用 Cookie 及类似技术，以便为您提供更好的服务，继续浏览即表示您同意我们的隐私政策。</p><button>接受全部</button><button>管理设置</button></div><header><a>登录</a><a>订阅</a></header><article><h1>${a.title}</h1><div class="meta">${a.author} ${a.day}</div><div class="ai-box"><div class="ai-t">AI摘要</div><p>本文报道了当地近期的工作进展，介绍了主要数据和下一步打算，并引述了相关负责人的看法。</p><small>内容由AI生成，仅供参考</small></div><div class="tts"><span>听全文</span><span>00:00</span><span>/</span><span>04:12</span><span>1.0x</span></div>${parts(a, (text, { type }) => (type === "h" ? `<h2>${text}</h2>` : `<p>${text}</p>`))}<div class="wall"><h3>成为会员，畅读全部内容</h3><p>开通会员即可阅读全站文章，首月仅需9.9元，可随时取消。</p><button>立即开通</button></div></article><section><h3>为您推荐</h3><ul>${links(seed, 6)}</ul></section></body></html>`,
  },
  {
    name: "short article under a long list of summaries, comments as long as itself",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}</title></head><body><div class="p"><div class="l"><div class="ttl">${a.title}</div><div class="sub">${a.outlet}　${a.day} ${a.time}</div><div class="body">${parts(a, (text) => `<p>${text}</p>`)}</div><div class="tags"><a>民生</a><a>本地</a></div><div class="xc"><div class="xh">大家都在聊</div>${comments.map((text, i) => `<div class="xi"><div class="xn">路人${seed + i}</div><div class="xt">${text}</div><div class="xb"><span>${i + 1}小时前</span><span>回复</span><span>${i * 3}</span></div></div>`).join("")}</div><div class="more-news">${pick(
        seed,
        12,
      )
        .map(
          (t) =>
            `<div class="mi"><a class="mt">${t}</a><div class="ms">${t}，有关部门表示，具体情况正在进一步核实，将及时向社会公布。</div></div>`,
        )
        .join("")}</div></div></div></body></html>`,
  },
  {
    name: "archive of a page in frames, the article in one of them",
    document: "a.mht",
    page: (a, seed) =>
      `From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_b1"; type="text/html"\r\n\r\n--=_b1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: http://www.example.cn/index.htm\r\n\r\n<html><head><title>${a.outlet}</title></head><frameset cols="180,*"><frame src="left.htm"><frame src="main.htm"></frameset></html>\r\n--=_b1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: http://www.example.cn/left.htm\r\n\r\n<html><body>${links(seed, 5, (l) => `${l}<br>`)}</body></html>\r\n--=_b1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: http://www.example.cn/main.htm\r\n\r\n<html><head><title>${a.title}</title></head><body><center><b><font size=4>${a.title}</font></b></center><p align=center>${a.day}</p>${parts(a, (text) => `<p>　　${text}</p>`)}</body></html>\r\n--=_b1--\r\n`,
  },
];

/** A text as a browser's translation leaves it. */
function translated(text: string): string {
  return `<font style="vertical-align: inherit;"><font style="vertical-align: inherit;">${text}</font></font>`;
}
