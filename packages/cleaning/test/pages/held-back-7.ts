import { comments } from "./articles.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Layouts kept back until the rules for those before stood: their first figure was 0.891, 0.990 without one not read. */
export const heldBack7: readonly Layout[] = [
  {
    name: "paper of the net with headings for what leads to the headline, the headline and two lines below",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - ${a.outlet}电子报</title></head><body><div id="hd">${a.outlet} ${dayOf(a)[0]}-${dayOf(a)[1]}-${dayOf(a)[2]} <b>第${(seed % 9) + 1}版：社会</b></div><div id="art"><h3>一线见闻</h3><h1>${a.title}</h1><h2>相关负责人详解背后的账本</h2><h2>市民盼后续举措尽快落地</h2><h4>本报记者 ${a.author}</h4><div id="articleContent">${parts(a, (text) => `<p>　　${text}</p>`)}</div></div><div id="list"><h3>本版新闻</h3><ul>${links(seed, 6)}</ul></div></body></html>`,
    lines: (a) => {
      const [title = "", ...rest] = linesOf(a);
      return ["一线见闻", title, "相关负责人详解背后的账本", "市民盼后续举措尽快落地", `本报记者 ${a.author}`, ...rest];
    },
  },
  {
    name: "site of an office with one line of data, a picture and files as pictures",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="SiteName" content="${a.outlet}"><title>${a.title}</title></head><body><!--[if lt IE 9]><p>您的浏览器版本过低，请升级后访问本站。</p><![endif]--><div class="head"><ul>${links(seed, 5)}</ul></div><div class="dqwz">当前位置：<a>首页</a> » <a>工作动态</a></div><div class="con"><div class="con_bt">${a.title}</div><div class="con_xx"><span>${a.day} ${a.time}</span><span>作者：${a.author}</span><span>浏览：<script>document.write(312)</script>次</span><span>字号：<a>大</a><a>中</a><a>小</a></span></div><div id="zoom"><p style="text-align:center"><img src="1.jpg"></p>${parts(a, (text) => `<p>　　${text}</p>`)}</div><div class="con_ly">（信息来源：${a.outlet}）</div><div class="con_gb"><a>【打印】</a><a>【关闭】</a></div></div><div class="bot">网站标识码：33010000${seed}　技术支持：某某科技</div></body></html>`,
  },
  {
    name: "outlet of the south with a lead in a section, marks and more to read between",
    page: (a, seed) =>
      `<!DOCTYPE html><html lang="zh-HK"><head><meta charset="utf-8"><title>${a.title}｜${a.outlet}</title><meta property="article:published_time" content="${a.day}T${a.time}:00+08:00"></head><body><header><a>即时</a><a>财经</a><a>地产</a></header><main><h1>${a.title}</h1><div class="byline">撰文：${a.author}</div><div class="dates">出版：${a.day} ${a.time}　更新：${a.day} 23:10</div><article>${a.body.map(({ text }, i) => `<p>${text}</p>${i === 1 ? `<div class="readmore"><span>延伸阅读</span><a href="x">${pick(seed, 1)[0] ?? ""}</a></div>` : ""}`).join("")}</article><div class="tags"><a>#社会</a><a>#本地</a></div><div class="share"><button>分享</button><span>${seed}</span></div></main><section><h2>编辑推荐</h2>${links(seed, 6, (l) => `<div>${l}</div>`)}</section></body></html>`,
    lines: (a) => {
      const [title = "", ...rest] = linesOf(a);
      return [title, `撰文：${a.author}`, ...rest];
    },
  },
  {
    name: "data of a page in a script, written as for an address",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - 今日要闻</title></head><body><div id="root"></div><script id="RENDER_DATA" type="application/json">${encodeURIComponent(JSON.stringify({ data: { title: a.title, source: a.outlet, publishTime: `${a.day} ${a.time}`, content: parts(a, (text) => `<p>${text}</p>`), comments: comments.slice(0, 2), hot: pick(seed, 4) } }))}</script></body></html>`,
  },
  {
    name: "account of a platform, each paragraph a span of its own kind",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div data-testid="header"><div class="_28fPT">${a.title}</div><div class="_2sjh9"><span>${a.outlet}</span><span>${a.day} ${a.time}</span><span>${a.outlet}官方账号</span><span>关注</span></div></div><div data-testid="article" class="_18p7x">${a.body.map(({ text, type }) => `<div class="dpu8C _2kCxD"><p><span class="${type === "h" ? "bjh-h3" : "bjh-p"}">${text}</span></p></div>`).join("")}</div><div class="_1Uo"><span>举报/反馈</span></div><div data-testid="related"><h3>相关推荐</h3>${pick(
        seed,
        5,
      )
        .map((t) => `<div class="_3m"><a>${t}</a><span>${seed}评论</span></div>`)
        .join("")}</div></body></html>`,
  },
  {
    name: "questions and answers of an office on a rule, the questions bold",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_政策解读</title></head><body><div class="w"><h1>${a.title}</h1><p class="fbt">${a.outlet}答记者问</p><p class="ly">来源：${a.outlet} 时间：${a.day}</p>${a.body.map(({ text }, i) => (i === 0 ? `<p>${text}</p>` : `<p><strong>问：第${i}条主要考虑是什么？</strong></p><p>答：${text}</p>`)).join("")}</div><div class="xg"><h2>相关文件</h2><ul>${links(seed, 3)}</ul></div></body></html>`,
    lines: (a) => {
      const [title = "", first = "", ...rest] = linesOf(a);
      return [
        title,
        `${a.outlet}答记者问`,
        first,
        ...rest.flatMap((text, i) => [`问：第${i + 1}条主要考虑是什么？`, `答：${text}`]),
      ];
    },
  },
  {
    name: "page of an intranet with counts, a path and what colleagues said",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - 内部门户</title></head><body><div id="path">门户 / 新闻中心 / 基层动态</div><div class="doc"><div class="doc-title"><span>${a.title}</span></div><div class="doc-meta"><label>发布人</label><em>${a.editor}</em><label>发布部门</label><em>${a.outlet}</em><label>发布时间</label><em>${a.day} ${a.time}</em><label>阅读</label><em>${seed}2</em></div><div class="doc-body">${a.body.map(({ text }) => `<p class="MsoNormal"><span>${text}</span></p>`).join("")}</div><div class="doc-ops">点赞(3) 收藏 附件(0) 转发</div><div class="doc-cmts">${comments
        .slice(0, 4)
        .map((text, i) => `<div class="row"><b>同事${i}</b><p>${text}</p><i>${a.day} 10:0${i}</i></div>`)
        .join("")}</div></div></body></html>`,
  },
  {
    name: "active page of 2002: spans with styles, a frame for notices, words in brackets",
    page: (a, seed) =>
      `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8"><TITLE>欢迎光临${a.outlet}</TITLE><STYLE>.STYLE1{color:#900;font-size:16px}</STYLE></HEAD><BODY><CENTER><TABLE width=750><TR><TD>${links(seed, 5, (l) => `[${l}]`)}</TD></TR></TABLE><TABLE width=750><TR><TD align=center><SPAN class=STYLE1><B>${a.title}</B></SPAN></TD></TR><TR><TD align=center>作者：${a.author}　文章来源：${a.outlet}　点击数：${seed}　更新时间：${a.day}</TD></TR><TR><TD><IFRAME src="ad.htm" width=250 align=left></IFRAME>${a.body.map(({ text }) => `　　${text}<BR>`).join("\n")}</TD></TR><TR><TD align=right>文章录入：${a.editor}　　责任编辑：${a.editor}</TD></TR><TR><TD>上一篇文章： <A>${pick(seed, 1)[0] ?? ""}</A><BR>下一篇文章： 没有了</TD></TR><TR><TD align=right>【<A>发表评论</A>】【<A>告诉好友</A>】【<A>打印此文</A>】【<A>关闭窗口</A>】</TD></TR></TABLE></CENTER></BODY></HTML>`,
  },
  {
    name: "letter in a table with the office's notice of secrets below",
    page: (a, seed) =>
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><title>转发: ${a.title}</title></head><body><table width="640" align="center"><tr><td bgcolor="#003366"><font color="#fff">每日舆情 第${seed}期</font></td></tr><tr><td><h2 style="font-size:20px">${a.title}</h2></td></tr><tr><td><p class="MsoNormal"><font color="#666">${a.outlet} | ${a.day}</font><o:p></o:p></p>${a.body.map(({ text }) => `<p class="MsoNormal">${text}<o:p></o:p></p>`).join("")}</td></tr><tr><td><p style="font-size:10px;color:#999">本邮件及其附件可能含有保密信息，仅供指定收件人使用，如您误收，请立即删除并通知发件人。</p></td></tr></table></body></html>`,
  },
  {
    name: "report with a map of its parts beside it and figures in boxes",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}·深度·${a.outlet}</title></head><body><div class="toc"><span>目录</span><ol>${a.body
        .filter(({ type }) => type === "h")
        .map(({ text }) => `<li><a href="#x">${text}</a></li>`)
        .join(
          "",
        )}</ol></div><div class="long"><h1>${a.title}</h1><div class="author-card"><img src="h.jpg"><span>${a.author}</span><span>深度报道部</span></div>${parts(a, (text, { type }) => (type === "h" ? `<h2 id="x">${text}</h2>` : `<p class="para">${text}</p>`))}<div class="source-note">（${a.outlet}${dayOf(a)[0]}年${Number(dayOf(a)[1])}月${Number(dayOf(a)[2])}日刊发）</div></div><div class="next-up"><span>接下来看</span>${links(seed, 4)}</div></body></html>`,
    lines: (a) => {
      const [y, m, d] = dayOf(a);
      return [...linesOf(a), `（${a.outlet}${y}年${Number(m)}月${Number(d)}日刊发）`];
    },
  },
];
