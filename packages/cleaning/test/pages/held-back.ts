import { about, comments } from "./articles.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Layouts on which no rule was tuned: their figure tells how the rules do on pages never seen. */
export const heldBack: readonly Layout[] = [
  {
    name: "party paper's site of 2015 with a line that calls to share",
    page: (a, seed) =>
      `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><meta http-equiv="content-type" content="text/html;charset=UTF-8"/><title>${a.title}--地方--${a.outlet}</title><meta name="publishdate" content="${a.day}" /><meta name="contentid" content="1"/></head><body><div class="pos_re"><div class="header"><ul><li><a>时政</a></li><li><a>国际</a></li></ul></div></div><div class="p2j_text_hx"><div class="clearfix w1000_320 text_title"><h3 class="pre"></h3><h1>${a.title}</h1><h4 class="sub"></h4><p class="author"></p><div class="box01"><div class="fl">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日${a.time} &nbsp; 来源：<a href="http://x.example.cn/" target="_blank">${a.outlet}</a></div><div class="fr"><span id="paper_num"></span></div><div class="message">分享到：</div></div></div><div class="clearfix w1000_320 text_con"><div class="fl text_con_left"><div class="box_con" id="rwb_zw">${parts(a, (text) => `<p style="text-indent: 2em;">\n\t${text}</p>`)}<div class="zdfy clearfix"></div><center><table border="0" align="center" width="40%"><tr></tr></table></center><div class="box_pic"></div></div><div class="edit clearfix">(责编：${a.editor}、${a.author})</div><div class="share clearfix"><em>分享让更多人看到</em><img src="code.jpg"/></div><div class="clearfix box_news"><h2>推荐阅读</h2>${pick(
        seed,
        3,
      )
        .map(
          (title) =>
            `<div class="on"><h3><a>${title}</a></h3><em>　　${title.slice(0, 8)}，记者日前从有关方面了解到，各项准备工作正在有序推进，预计年内取得进展。…</em><a>【详细】</a></div>`,
        )
        .join(
          "",
        )}</div></div><div class="fr text_con_right"><ul>${links(seed, 6)}</ul></div></div></div></body></html>`,
  },
  {
    name: "news service with an advertisement floating in the text and a player",
    page: (a, seed) =>
      `<!doctype html><html><head><meta charset="utf-8"><title>${a.title}-${a.outlet}</title></head><body><div id="headhtml"><div class="nav_top">${links(seed, 5, (link) => link)}</div></div><div id="con"><div id="cont_1_1_2"><div class="div1"></div><h1 style="display:block">${a.title}</h1><div class="left-time"><div class="left-t">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日 ${a.time}　来源：<a>${a.outlet}</a></div><div class="cleft">参与互动</div></div><div class="left_ph"><div class="left_pt">视频：${pick(seed, 1)[0]} 来源：某某视频</div></div><div class="left_zw" style="position:relative"><p></p>${parts(a, (text, part, i) => `<p>　　${part.type === "h" ? `<strong>${text}</strong>` : text}</p>${i === 1 ? `<div id="adhzh" name="hzh" style="float:left"><a href="/x"><img src="ad.jpg"></a></div>` : ""}`)}<div class="adEditor"><div class="left_name right"><span>【编辑:${a.editor}】</span></div></div></div><div class="div624"><div class="hot-title">国内新闻精选：</div><ul>${links(seed, 6)}</ul></div></div><div id="cont_1_1_3"><div class="bt">热点视频</div>${links(seed + 3, 4)}</div></div><div class="pagebottom"><div>本网站所刊载信息，不代表本网观点。刊用本网站稿件，务经书面授权。</div><div>未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。</div></div></body></html>`,
  },
  {
    name: "letter to the office and its answer",
    page: (a) =>
      `<html><head><meta charset="utf-8"><title>${a.title}-领导信箱-某某县人民政府</title></head><body><div class="hd">某某县人民政府门户网站</div><div class="wz">当前位置：首页 &gt; 互动交流 &gt; 领导信箱</div><div class="xinxi"><div class="bt2">${a.title}</div><table class="tb"><tr><td class="l">来信编号</td><td>202303140012</td><td class="l">来信时间</td><td>${a.day}</td></tr></table><div class="nr"><h3>来信内容</h3><p>${a.body[0]?.text ?? ""}</p></div><div class="nr hf"><h3>办理结果</h3>${a.body
        .slice(1)
        .map(({ text }) => `<p>${text}</p>`)
        .join(
          "",
        )}</div></div><div class="pj"><p>您对本次答复是否满意？</p><label><input type="radio">满意</label><label><input type="radio">不满意</label><button>提交评价</button></div><div class="ft">某某县人民政府办公室主办 备案号：皖ICP备05000000号</div></body></html>`,
    lines: (a) => [a.title, "来信内容", a.body[0]?.text ?? "", "办理结果", ...a.body.slice(1).map(({ text }) => text)],
  },
  {
    name: "magazine with a wall after the first paragraphs",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}</title></head><body><div class="head"><a>登录</a><a>订阅</a></div><div class="comMain"><div class="conlf"><div id="the_content"><h1>${a.title}</h1><div class="artInfo">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日 ${a.time}　<a class="art_cat">金融频道</a>　<em>听报道</em></div><div id="Main_Content_Val" class="text">${parts(a, (text) => `<p>　　${text}</p>`)}</div><div id="chargeWall" style="display:none"><p>本文共计2300字，订阅后继续阅读</p><p>责任编辑：${a.editor} | 版面编辑：某某</p></div></div><div class="moreReport"><h3>推荐进入<a>${a.outlet}数据库</a>，可随时查阅宏观经济、股票债券、公司人物，财经数据尽在掌握。</h3></div><div class="pip_rel"><dl><dt>相关报道</dt>${links(seed, 4, (link) => `<dd>${link}</dd>`)}</dl></div></div><div class="conri"><div class="indexHot"><h2>编辑推荐</h2><ul>${links(seed + 1, 6)}</ul></div></div></div></body></html>`,
  },
  {
    name: "text in a column of a grid with a table of contents and notes folded",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} · ${a.outlet}</title></head><body><div class="layout grid"><div class="toc"><p>目录</p><ol>${a.body
        .filter(({ type }) => type === "h")
        .map(({ text }, i) => `<li><a href="#h${i}">${text}</a></li>`)
        .join(
          "",
        )}</ol></div><main class="doc"><header><h1>${a.title}</h1><p><time datetime="${a.day}">${dayOf(a)[0]}年${Number(dayOf(a)[1])}月${Number(dayOf(a)[2])}日</time></p></header><div class="md">${parts(a, (text, part, i) => (part.type === "h" ? `<h2 id="h${i}">${text}<a class="anchor" href="#h${i}">#</a></h2>` : `<p>${text}</p>`))}</div><details><summary>版本说明</summary></details></main><div class="rail"><div class="box"><b>近期更新</b>${links(seed, 5, (link) => `<div>${link}</div>`)}</div></div></div></body></html>`,
    lines: (a) => linesOf(a).map((line, i) => (a.body[i - 1]?.type === "h" ? `${line}#` : line)),
  },
  {
    name: "site of a station with the reporter's name in front and the thread open",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-${a.outlet}</title></head><body><section class="s-top"><p>欢迎来到${a.outlet}，今天是个好日子！</p></section><section class="s-body"><div class="s-l"><h2 class="s-tit">${a.title}</h2><p class="s-inf"><span>${a.day}</span><span>${a.outlet}</span><span>浏览：3321</span></p><article>${parts(a, (text) => `<section><p><span>${text}</span></p></section>`)}</article><p class="s-ed">编辑：${a.editor}　二审：某某　三审：某某</p><div class="s-like"><span>点赞</span><span>${seed}</span></div></div><div class="s-c"><h3>全部评论(${comments.length})</h3>${comments.map((text, i) => `<dl><dt>听众${i + 1}</dt><dd>${text}</dd><dd class="t">${a.day} 举报</dd></dl>`).join("")}</div></section><section class="s-foot"><p>${about[2]}</p></section></body></html>`,
  },
  {
    name: "page of a reader of feeds, with the summary repeated in its head",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="description" content="${a.body[0]?.text ?? ""}"><title>${a.title}</title></head><body><div class="reader"><div class="pane list">${pick(
        seed,
        9,
      )
        .map(
          (title) =>
            `<div class="row"><span class="src">某某网</span><span class="ti">${title}</span><span class="ago">3小时前</span></div>`,
        )
        .join(
          "",
        )}</div><div class="pane view"><div class="bar"><button>收藏</button><button>标为未读</button></div><h1><a href="https://www.example.cn/n/1">${a.title}</a></h1><div class="by">${a.outlet} / 由 ${a.author} / 1天</div><div class="body">${parts(a, (text) => `<p>${text}</p>`)}<p><a href="https://www.example.cn/n/1">访问网站</a></p></div></div></div></body></html>`,
  },
  {
    name: "words set apart by tags, and the day under the text",
    page: (a, seed) =>
      `<html><head><meta charset="utf-8"><title>${a.outlet} ${a.title}</title></head><body><table width="900"><tr><td><ul>${links(seed, 4)}</ul></td></tr><tr><td><p align="center"><strong><span style="font-size:22px">${a.title}</span></strong></p>${parts(a, (text) => `<p><font>${text.slice(0, 9)}</font><b>${text.slice(9, 13)}</b><a href="/k" target="_blank">${text.slice(13, 17)}</a><font>${text.slice(17)}</font></p>`)}<p align="right">${dayOf(a)[0]}年${Number(dayOf(a)[1])}月${Number(dayOf(a)[2])}日</p></td></tr><tr><td>浏览次数：889　<a href="javascript:scroll(0,0)">返回顶部</a></td></tr></table></body></html>`,
    lines: (a) => [...linesOf(a), `${dayOf(a)[0]}年${Number(dayOf(a)[1])}月${Number(dayOf(a)[2])}日`],
  },
];
