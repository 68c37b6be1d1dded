import { about, comments } from "./articles.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Layouts that were held back at first and are built on since: their first figure was 0.985. */
export const heldBack3: readonly Layout[] = [
  {
    name: "police notice in blue on white, with a shield and a hotline beside",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="description" content="${a.body[0]?.text ?? ""}"><title>警务要闻 - ${a.title}</title></head><body><div id="top"><img src="badge.png"><div class="date">今天是 <script>document.write("x")</script></div></div><div id="menu"><table><tr><td><a>首页</a></td><td><a>警务公开</a></td><td><a>便民服务</a></td></tr></table></div><table width="980" align="center"><tr><td width="230" valign="top" class="lefttd"><div class="lm">服务热线</div><div class="tel">报警电话：110<br>反诈专线：96110<br>交通咨询：12123</div><div class="lm">推荐信息</div>${links(seed, 6, (link) => `<div class="li">■ ${link}</div>`)}</td><td valign="top"><table width="100%"><tr><td class="dqwz">您当前的位置：首页 >> 警务要闻</td></tr><tr><td class="wzbt">${a.title}</td></tr><tr><td class="wzly">[ 作者：${a.author} ] [ 来源：${a.outlet} ] [ 更新时间：${a.day} ] [ 点击数：<script src="/hit.asp?id=1"></script>527 ]</td></tr><tr><td class="wznr" id="fontzoom">${parts(a, (text) => `<p style="LINE-HEIGHT: 200%">　　${text}</p>`)}</td></tr><tr><td align="right">[ 录入：${a.editor} ]　[ 审核：某某 ]</td></tr></table></td></tr></table><div id="bottom">地址：某某市解放路18号　邮编：300000　传真：0700-2222222</div></body></html>`,
  },
  {
    name: "university news with figures in a list of notices",
    page: (a, seed) =>
      `<!DOCTYPE HTML><HTML><HEAD><TITLE>${a.title}-${a.outlet}</TITLE><META charset="UTF-8"><META Name="keywords" Content="x"></HEAD><BODY><div class="v_news_header"><form name="s"><input name="q" placeholder="搜索"></form></div><div class="ny_left"><h2>通知公告</h2><ul>${pick(
        seed,
        6,
      )
        .map(
          (title, i) => `<li><span>${a.day}</span><a href="/n${i}" title="${title}">${title.slice(0, 12)}...</a></li>`,
        )
        .join(
          "",
        )}</ul></div><div class="ny_right"><form name="_newscontent_fromname"><div class="content"><div class="content_t">${a.title}</div><div class="content_s"><span>编辑：${a.editor}</span><span>时间：${a.day}</span><span>点击数：<script>_showDynClicks("wbnews",1,2)</script></span></div><div class="v_news_content" id="vsb_content_2">${parts(a, (text) => `<p style="text-align: left; text-indent: 43px;"><span style="font-family: 仿宋; font-size: 21px;">${text}</span></p>`)}<p class="vsbcontent_end"><br></p></div><div class="content_x"><p>上一条：<a>${pick(seed + 2, 1)[0]}</a></p><p>下一条：<a>${pick(seed + 3, 1)[0]}</a></p></div><div align="right">【<a href="javascript:window.close();">关闭</a>】</div></div></form></div></BODY></HTML>`,
  },
  {
    name: "news of a listed company's bulletin with bold questions",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} _ ${a.outlet}</title></head><body><div class="top-quote"><span>上证指数 3021.55 -0.32%</span><span>深证成指 9501.08 +0.11%</span></div><div class="mainbody"><div class="contentwrap"><div class="zwtitlepos"><div class="zwtitle"><h1>${a.title}</h1></div><div class="zwinfos"><div class="infos"><div class="item">${dayOf(a)[0]}年${dayOf(a)[1]}月${dayOf(a)[2]}日 ${a.time}</div><div class="item">来源：${a.outlet}</div><div class="item">编辑：${a.editor}</div></div><div class="pl_num">${seed}人评论</div></div></div><div class="abstract"><div class="tips">摘要</div><div class="txt">${(a.body[0]?.text ?? "").slice(0, 30)}……</div></div><div id="ContentBody" class="txtinfos">${parts(a, (text, part) => `<p>${part.type === "h" ? "<strong>" : ""}　　${text}${part.type === "h" ? "</strong>" : ""}</p>`)}<p class="em_media">（文章来源：${a.outlet}）</p></div><div class="zw_footer">郑重声明：本网发布此信息的目的在于传播更多信息，与本网站立场无关。</div><div class="gubacomment"><h3>网友点击排行</h3><ul>${links(seed, 8, (link) => `<li>${link}<span>${seed + 20}万阅读</span></li>`)}</ul></div></div></div></body></html>`,
  },
  {
    name: "reader of a news application shared to the outside",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${a.title}</title></head><body><div class="app-banner"><img src="i.png"><div><b>${a.outlet}客户端</b><p>有品质的新闻，每天为你送达</p></div><a class="open">立即打开</a></div><div class="detail-main"><div class="detail-title">${a.title}</div><div class="detail-meta"><img src="h.png"><span class="name">${a.outlet}</span><span class="tm">${a.day} ${a.time}</span><span class="read">3.2万阅读</span></div><div class="detail-txt">${a.body.map(({ text, type }) => `<div class="paragraph${type === "h" ? " strong" : ""}">${text}</div>`).join("")}</div><div class="detail-more">打开${a.outlet}客户端，查看全部评论</div></div><div class="cmt"><div class="cmt-t">精彩评论</div>${comments
        .slice(0, 5)
        .map(
          (text, i) =>
            `<div class="cmt-i"><div class="nm">手机用户${i}</div><div class="ct">${text}</div><div class="op"><span>${i}天前</span><span>点赞</span></div></div>`,
        )
        .join("")}</div><div class="rec">${pick(seed, 6)
        .map(
          (title) =>
            `<div class="rec-i"><div class="rt">${title}</div><div class="rs">某网 · ${seed + 1}评论</div></div>`,
        )
        .join("")}</div></body></html>`,
  },
  {
    name: "weekly's page with the writer and the call before the text",
    page: (a, seed) =>
      `<!doctype html><html><head><meta charset="utf-8"><meta property="og:title" content="${a.title}"/><meta property="og:site_name" content="${a.outlet}"/><title>${a.title} - ${a.outlet}</title></head><body><div class="site-header"><a class="logo">${a.outlet}</a><ul class="main-menu"><li>封面</li><li>时政</li><li>文化</li></ul></div><div class="grid"><div class="grid-main"><span class="cat">时政</span><h1 class="entry">${a.title}</h1><div class="authors">文 / ${a.author}</div><div class="pubinfo">${dayOf(a)[0]}.${dayOf(a)[1]}.${dayOf(a)[2]}</div><div class="sharer"><button>微信</button><button>微博</button></div><div class="prose">${parts(a, (text, part) => (part.type === "h" ? `<h3>${text}</h3>` : `<p>${text}</p>`))}<p>（作者系本刊记者）</p></div><div class="newsletter"><h4>订阅我们的通讯</h4><p>每周五早上，我们把最值得读的五篇文章送到您的邮箱，随时可以取消。</p><form><input type="email"><button>订阅</button></form></div></div><div class="grid-aside"><h4>最多人读</h4><ol>${links(seed, 5, (link) => `<li>${link}</li>`)}</ol><div class="who"><h4>关于本刊</h4><p>${about[2]}</p></div></div></div></body></html>`,
    lines: (a) => {
      const [title = "", ...rest] = linesOf(a);
      return [title, `文 / ${a.author}`, ...rest, "（作者系本刊记者）"];
    },
  },
  {
    name: "page rendered into deep wrappers with an advertisement inside the text",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-${a.outlet}</title></head><body><div><div><div><div class="z1"><div><div>${links(seed, 4, (link) => `<span>${link}</span>`)}</div></div><div><div><div><div><h1>${a.title}</h1></div></div><div><div><span>${a.day} ${a.time}</span></div><div><span>${a.outlet}</span></div></div></div><div><div><div>${parts(a, (text, part, i) => `<div><div>${part.type === "h" ? `<strong>${text}</strong>` : `<span>${text}</span>`}</div></div>${i === 1 ? `<div><div><a href="https://ad.example.com/x"><span>本地新盘盛大开盘，首付18万起，咨询热线400-800-1234</span></a><span>广告</span></div></div>` : ""}`)}</div></div></div></div></div><div><div><div><span>相关阅读</span></div>${links(seed + 1, 5, (link) => `<div><div>${link}</div></div>`)}</div></div></div></div></div></body></html>`,
  },
  {
    name: "county news in BIG letters with a picture list at the end of the text",
    page: (a, seed) =>
      `<html><head><meta http-equiv=Content-Type content="text/html;charset=gb2312"><title>${a.title}|${a.outlet}</title></head><body><table align=center width=1002><tr><td colspan=2 class=daohang><a href=/>网站首页</a>-<a href=/xw>新闻中心</a></td></tr><tr><td valign=top width=700><center class=biaoti>${a.title}</center><center class=laiyuan>${a.day}　稿源：${a.outlet}　作者：${a.author}</center><div id=oldcontenttext><font id=zoom>${a.body.map(({ text }) => `<p>　　${text}`).join("\n")}</font></div><div class=tupian><table><tr>${links(seed, 4, (link) => `<td><img src=t.jpg width=120><br>${link}</td>`)}</tr></table></div></td><td valign=top><table class=paihang>${pick(
        seed + 4,
        8,
      )
        .map((title, i) => `<tr><td>${i + 1}</td><td><a href=/p${i}>${title}</a></td><td>${990 - i * 31}</td></tr>`)
        .join("")}</table></td></tr></table></body></html>`,
    bytes: (page) => new TextEncoder().encode(page),
  },
  {
    name: "court's site: the text under a heading of its column",
    page: (a) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.outlet}</title></head><body><div class="hd"><ul class="nav"><li><a>法院概况</a></li><li><a>新闻中心</a></li></ul></div><div class="bd"><div class="sider"><h3>新闻中心</h3><ul><li><a>法院要闻</a></li><li><a>案件快报</a></li></ul></div><div class="column"><h2 class="column-name">案件快报</h2><div class="show"><b class="showTitle">${a.title}</b><p class="sth"><span>来源：${a.outlet}</span><span>发布时间：${a.day} ${a.time}:00</span></p><div class="text">${parts(a, (text) => `<p>${text}</p>`)}</div><span class="zebj">责任编辑：${a.editor}</span><div class="corr"><h4>相关文章</h4></div></div></div></div><div class="ft">Copyright © 2024 All right reserved 某某法院 版权所有<br>您是第<b>1203344</b>位访客</div></body></html>`,
  },
  {
    name: "shell whose data holds blocks of text and of pictures",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div id="root"></div><script>window.__DATA__={"code":0,"data":{"meta":{"title":${JSON.stringify(a.title)},"mediaName":"${a.outlet}","publishTime":"${a.day} ${a.time}:00"},"blocks":[${a.body.map(({ text }, i) => `{"type":"text","text":${JSON.stringify(text)}}${i === 0 ? `,{"type":"image","url":"https:\\/\\/img.example.cn\\/1.jpg","desc":""}` : ""}`).join(",")}],"comments":[${comments
        .slice(0, 3)
        .map((text) => `{"nick":"某","body":${JSON.stringify(text)}}`)
        .join(",")}],"recommend":[${pick(seed, 5)
        .map((title) => `{"title":${JSON.stringify(title)}}`)
        .join(",")}]}};</script></body></html>`,
  },
  {
    name: "entities for every character",
    page: (a) =>
      `<html><head><title>${coded(a.title)}</title></head><body><div><a href="/">${coded("首页")}</a></div><h2>${coded(a.title)}</h2>${parts(a, (text) => `<p>${coded(text)}</p>`)}<div>${coded("版权所有")} &copy; 2010</div></body></html>`,
  },
];

/** A text with an entity for every character. */
function coded(text: string): string {
  return [...text].map((character) => `&#${character.codePointAt(0)};`).join("");
}
