import { bytesOf } from "../helpers.ts";
import { articles, comments } from "./articles.ts";
import { type Layout, dayOf, linesOf, links, parts, pick } from "./kit.ts";

/** Layouts kept back until the rules for those of `held-back-5.ts` stood: their first figure was 0.987. */
export const heldBack6: readonly Layout[] = [
  {
    name: "electronic paper in boxes: what leads to the headline, the headline, what follows it",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.outlet}数字报 - ${a.title}</title></head><body><div class="dzb-top">${dayOf(a)[0]}年${Number(dayOf(a)[1])}月${Number(dayOf(a)[2])}日 <span>第0${(seed % 8) + 1}版 民生</span></div><div class="dzb-nav"><a>返回首页</a><a>版面目录</a></div><div class="dzb-art"><div class="dzb-yt">把实事办到群众心坎上</div><div class="dzb-zt">${a.title}</div><div class="dzb-ft">—— 来自${a.outlet}的基层观察</div><div class="dzb-zz">本报记者 ${a.author} 通讯员 ${a.editor}</div><div class="dzb-nr">${parts(a, (text) => `<p>${text}</p>`)}</div></div><div class="dzb-list"><div>本版其他文章</div><ul>${links(seed, 5)}</ul></div></body></html>`,
    lines: (a) => {
      const [title = "", ...rest] = linesOf(a);
      return [
        "把实事办到群众心坎上",
        title,
        `—— 来自${a.outlet}的基层观察`,
        `本报记者 ${a.author} 通讯员 ${a.editor}`,
        ...rest,
      ];
    },
  },
  {
    name: "mobile site, headline in a bold paragraph, no title of the page",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>手机${a.outlet}</title></head><body><div class="tb"><a>‹ 返回</a><a>首页</a></div><div class="bd"><p style="font-size:20px;font-weight:bold;line-height:1.4">${a.title}</p><p style="color:#999;font-size:12px">${a.day} ${a.time}　${a.outlet}</p>${parts(a, (text) => `<p style="font-size:16px">${text}</p>`)}<p style="color:#999;font-size:12px">责任编辑：${a.editor}</p></div><div class="rel"><p>相关新闻</p>${links(seed, 5, (l) => `<p>${l}</p>`)}</div><div class="ft">触屏版 电脑版 客户端</div></body></html>`,
  },
  {
    name: "brief news: a bold lead-in for each piece and its writer in brackets",
    page: (a, seed) => {
      const [b = a, c = a] = [1, 3].map((n) => articles[(articles.indexOf(a) + n) % articles.length] ?? a);
      const piece = (d: typeof a): string =>
        `<p><strong>${d.title}</strong></p>${d.body
          .slice(0, 2)
          .map(({ text }, i) => `<p>　　${text}${i === 1 ? `（${d.author}）` : ""}</p>`)
          .join("")}`;
      return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>简讯-${a.outlet}</title></head><body><div class="n">${links(seed, 5)}</div><div class="main"><h1>简讯</h1><div class="d">${a.day} 来源：${a.outlet}</div><div class="c">${piece(a)}${piece(b)}${piece(c)}</div></div></body></html>`;
    },
    lines: (a) => {
      const all = [0, 1, 3].map((n) => articles[(articles.indexOf(a) + n) % articles.length] ?? a);
      return all.flatMap((d) => [
        d.title,
        ...d.body.slice(0, 2).map(({ text }, i) => `${text}${i === 1 ? `（${d.author}）` : ""}`),
      ]);
    },
  },
  {
    name: "answers of an office, question after question, with what was asked when",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-互动交流</title></head><body><div class="pos">当前位置：首页 > 互动交流 > 咨询回复</div><h2 class="wz-title">${a.title}</h2><table class="qa-info"><tr><td>来信人</td><td>李**</td><td>来信时间</td><td>${a.day}</td></tr><tr><td>受理编号</td><td>2023${seed}0018</td><td>办理状态</td><td>已办结</td></tr></table><div class="qa-q"><div class="lab">来信内容</div><div class="con">您好！请问外地户籍老人在本市居住满一年，能否办理公交免费卡？需要带哪些材料，到哪里办理？</div></div><div class="qa-a"><div class="lab">回复内容</div><div class="con">${a.body.map(({ text }) => text).join("<br/>")}</div><div class="dw">答复单位：${a.outlet}</div><div class="sj">答复时间：${a.day} 17:00</div></div><div class="hot"><ul>${links(seed, 5)}</ul></div></body></html>`,
    lines: (a) => {
      const [title = "", ...rest] = linesOf(a);
      return [
        title,
        "来信内容",
        "您好！请问外地户籍老人在本市居住满一年，能否办理公交免费卡？需要带哪些材料，到哪里办理？",
        "回复内容",
        ...rest,
      ];
    },
  },
  {
    name: "shell whose data are pushed as strings within strings",
    page: (a, seed) => {
      const inner = `7:["$","div",null,{"article":{"title":${JSON.stringify(a.title)},"content":${JSON.stringify(parts(a, (text) => `<p>${text}</p>`))},"source":${JSON.stringify(a.outlet)},"publishTime":"${a.day} ${a.time}"},"recommend":${JSON.stringify(pick(seed, 5))}}]\n`;
      return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-${a.outlet}</title></head><body><div class="skeleton"></div><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,${JSON.stringify(inner).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e")}])</script></body></html>`;
    },
  },
  {
    name: "page whose component has the text in an attribute of data",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - ${a.outlet}</title></head><body><div id="app" data-page='${JSON.stringify({ component: "News/Show", props: { article: { title: a.title, html: parts(a, (text) => `<p>${text}</p>`), from: a.outlet, date: a.day }, latest: pick(seed, 5) }, url: "/news/1" }).replaceAll("'", "&#39;")}'></div><script src="/js/app.js"></script></body></html>`,
  },
  {
    name: "text in a template that a script puts in its place",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}_${a.outlet}</title></head><body><div class="nav"><ul>${links(seed, 5)}</ul></div><h1 class="t">${a.title}</h1><div class="info">${a.day} ${a.outlet}</div><div id="body-slot"></div><template id="body-tpl"><div>${parts(a, (text) => `<p>${text}</p>`)}</div></template><script>document.getElementById("body-slot").append(document.getElementById("body-tpl").content)</script></body></html>`,
  },
  {
    name: "public account with a lead in a frame, numbers as pictures and three calls",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="${a.title}"><title>${a.title}</title></head><body class="zh_CN"><div id="page-content"><h2 class="rich_media_title" id="activity-name">${a.title}</h2><div class="rich_media_meta_list"><span id="copyright_logo" class="rich_media_meta">原创</span><a class="rich_media_meta_link" id="js_name">${a.outlet}</a><em class="rich_media_meta">${a.day}</em></div><div class="rich_media_content"><section style="border:1px dashed #aaa"><section><p><span style="color:#07c160"><strong>点击蓝字 关注我们</strong></span></p></section></section><section>${a.body.map(({ text, type }, i) => (type === "h" ? `<section style="display:flex"><section><img src="n${i}.png"></section><section><span><strong>${text}</strong></span></section></section>` : `<section style="margin:10px"><span style="font-family:微软雅黑"><span>${text.slice(0, 12)}</span><strong>${text.slice(12, 20)}</strong><span>${text.slice(20)}</span></span></section><section><br></section>`)).join("")}</section><section><section><span>供稿：${a.author}</span></section><section><span>校对：${a.editor}</span></section></section><section><section><p>长按识别二维码</p></section><section><p>关注更多精彩</p></section></section><section><p><span>喜欢就点个赞吧</span></p></section></div><div class="ct_mpda_wrp"></div><div class="rich_media_area_extra"><div>阅读原文</div><div>写留言</div><ul>${links(seed, 3)}</ul></div></div></body></html>`,
  },
  {
    name: "table page where each paragraph is a row of its own, GBK said to be UTF-8",
    bytes: bytesOf,
    page: (a, seed) =>
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${a.outlet} - ${a.title}</title></head><body><table width="100%"><tr><td colspan="2"><img src="b.gif"></td></tr><tr><td width="150">${links(seed, 7, (l) => `<table><tr><td>◎${l}</td></tr></table>`)}</td><td><table width="90%"><tr><td class="bt" align="center">${a.title}</td></tr><tr><td align="right">${a.day}　作者：${a.author}</td></tr>${parts(a, (text) => `<tr><td>　　${text}</td></tr>`)}<tr><td align="right">〖<a>打印本页</a>〗〖<a>关闭窗口</a>〗</td></tr></table></td></tr></table></body></html>`,
  },
  {
    name: "site for mobiles with a fold, an application's calls and votes between paragraphs",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title><meta property="og:title" content="${a.title}"></head><body><div class="m-open">立即打开</div><section class="m-art"><p class="m-h">${a.title}</p><div class="m-src"><span>${a.outlet}</span><span>${a.day} ${a.time}</span></div>${a.body.map(({ text }, i) => `<p>${text}</p>${i === 0 ? `<div class="m-vote"><p>你怎么看？</p><ul><li>支持 ${seed}人</li><li>反对 3人</li></ul></div>` : ""}`).join("")}<div class="m-more">打开APP查看全部内容</div></section><div class="m-cmt"><h4>热评</h4>${comments
        .slice(0, 3)
        .map((text, i) => `<div class="ci"><b>用户${i}88</b><p>${text}</p><i>赞 ${i}</i></div>`)
        .join("")}</div><div class="m-list"><ul>${links(seed, 6)}</ul></div></body></html>`,
  },
  {
    name: "paper of fixed places converted into a page, each line of print a box",
    page: (a) => {
      const lines = linesOf(a).flatMap((text, i) => {
        const indented = i === 0 ? text : `\u3000\u3000${text}`;
        return indented.match(/.{1,30}/gu) ?? [];
      });
      return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="generator" content="pdf2htmlEX"><title></title><style>.t{white-space:pre}.h2{height:20px}</style></head><body><div id="sidebar"><div id="outline"></div></div><div id="page-container"><div id="pf1" class="pf w0 h0" data-page-no="1"><div class="pc pc1 w0 h0">${lines.map((line, i) => `<div class="t m0 x1 h2 y${i} ff1 fs0 fc0 sc0 ls0 ws0">${line.slice(0, 9)}<span class="_ _${i % 3}"> </span>${line.slice(9)}</div>`).join("")}</div></div></div><div class="loading-indicator"></div></body></html>`;
    },
  },
  {
    name: "copy in a searcher's cache, with its head in two paragraphs",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><base href="https://www.example.cn/x.html"></head><body><div style="border:1px solid #999;padding:8px"><div>这是 https://www.example.cn/x.html 的缓存。这是该网页在 ${a.day} 03:12:20 GMT 的快照。当前页可能已发生变化。<a>了解详情</a>。</div><div><span>完整版本</span> <a>纯文字版</a> <a>查看源代码</a></div><div>提示：要在此网页上快速找到您的搜索字词，请按 Ctrl+F，然后使用查找栏。</div></div><div><div id="h">${links(seed, 5, (l) => `<i>${l}</i>`)}</div><h1 class="headline">${a.title}</h1><p class="dateline">${a.day}｜${a.outlet}</p><div class="story">${parts(a, (text) => `<p>${text}</p>`)}</div></div></body></html>`,
  },
  {
    name: "page that was saved whole with what reads it in peace",
    page: (a, seed) =>
      `<!DOCTYPE html> <html lang="zh-CN"><!--\n Page saved with SingleFile \n url: https://www.example.cn/n/2.html \n saved date: Tue Jan 02 2024 10:11:12 GMT+0800\n--><head><meta charset="utf-8"><title>${a.title} | ${a.outlet}</title><style>.sf-hidden{display:none!important}</style></head><body><div class="reader-bar"><button>Aa</button><button>🎧 朗读</button><span>预计阅读时间：3 分钟</span></div><div class="rd"><h1>${a.title}</h1><p class="rd-by">${a.author}｜${a.outlet}</p><div class="rd-c">${parts(a, (text, { type }) => (type === "h" ? `<h2>${text}</h2>` : `<p>${text}</p>`))}</div><p class="rd-src">阅读原文：<a href="https://www.example.cn/n/2.html">https://www.example.cn/n/2.html</a></p></div><div class="sf-hidden"><ul>${links(seed, 6)}</ul></div></body></html>`,
  },
  {
    name: "pictures of a set in data, a note each",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-高清图集-${a.outlet}</title></head><body><div class="set"><h1>${a.title}</h1><div class="stage"></div></div><script>var photoSet={"title":${JSON.stringify(a.title)},"list":[${a.body.map(({ text }, i) => `{"id":"${seed}${i}","img":"http:\\/\\/img.example.cn\\/${i}.jpg","note":${JSON.stringify(text)}}`).join(",")}]};</script></body></html>`,
  },
  {
    name: "open file: data in spans beside the headline, signature by two offices, attachments to load",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div class="xx"><div class="xx-kv"><span>索引号：000014349/2023-00${seed}</span><span>公开主体：${a.outlet}</span><span>生成日期：${a.day}</span><span>文　　号：</span><span>公开方式：主动公开</span><span>关 键 词：</span></div><h2>${a.title}</h2><div class="xx-b">${parts(a, (text) => `<p>${text}</p>`)}<p class="r">市发展和改革委员会　　市财政局</p><p class="r">${dayOf(a)[0]}年${Number(dayOf(a)[1])}月${Number(dayOf(a)[2])}日</p></div><div class="xx-f"><h4>附件下载</h4><ul><li><a href="a.pdf">申报指南.pdf</a></li><li><a href="b.xlsx">汇总表.xlsx</a></li></ul></div><div class="xx-s">扫一扫在手机打开当前页面</div><div class="xx-n"><a>关闭窗口</a><a>打印本页</a></div></div></body></html>`,
    lines: (a) => {
      const [y, m, d] = dayOf(a);
      return [...linesOf(a), "市发展和改革委员会 市财政局", `${y}年${Number(m)}月${Number(d)}日`];
    },
  },
  {
    name: "points drawn up by a machine, a voice that reads, a wall at the end and consent",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title} - ${a.outlet}</title></head><body><main><h1>${a.title}</h1><div class="b">文 / ${a.author}　${a.day} ${a.time}</div><section class="sum"><h5>智能速览</h5><ul><li>文章梳理了当地的最新做法，列出了主要成效。</li><li>受访者认为，措施还需要时间检验。</li></ul><p>以上内容由大模型自动提炼，请以原文为准。</p></section><div class="voice"><button>播放</button><span>本文由AI朗读 · 全长约5分钟</span></div><div class="t">${parts(a, (text, { type }) => (type === "h" ? `<h3>${text}</h3>` : `<p>${text}</p>`))}</div><div class="lock"><p>您的免费阅读篇数已用完</p><p>订阅数字版，每月12元起</p></div></main><aside><h3>热读</h3><ol>${links(seed, 8)}</ol></aside><div class="gdpr"><p>我们和合作伙伴会在您的设备上存储信息，用于个性化内容与广告。</p><button>同意并关闭</button></div></body></html>`,
  },
  {
    name: "short notice beside the weather, a poll and the office's own long account",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}-门户网站</title></head><body><div class="hd"><div class="wx">今天 多云转晴 12℃～21℃ 东北风3级 空气质量良</div></div><div class="bd2"><div class="c1"><div class="hh">${a.title}</div><div class="ii">发布日期：${a.day}　信息来源：${a.outlet}　字体：[大][中][小]</div><div class="cc">${a.body.map(({ text }) => `<div>　　${text}</div>`).join("")}</div></div><div class="c2"><div class="st">单位简介</div><div>本单位成立于1984年，现有内设科室12个、下属单位5家，在职干部职工146人，承担着全市相关行业的管理与服务职能，先后三次获得省级先进集体称号。</div><div class="st">在线调查</div><div>您对我们的服务是否满意？<br>○满意 ○基本满意 ○不满意</div><ul>${links(seed, 6)}</ul></div></div></body></html>`,
  },
  {
    name: "archive of a letter with the page as one of two ways to read it",
    document: "a.mhtml",
    page: (a) =>
      `From: news@example.cn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b2"\r\n\r\n--b2\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${linesOf(a).join("\r\n\r\n")}\r\n\r\n--b2\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body><table width="600"><tr><td style="font-size:11px"><a>在浏览器中查看</a></td></tr><tr><td><h1>${a.title}</h1></td></tr>${parts(a, (text) => `<tr><td><p>${text}</p></td></tr>`)}<tr><td style="font-size:11px">您收到此邮件是因为您订阅了每日新闻。<a>退订</a></td></tr></table></body></html>\r\n--b2--\r\n`,
  },
];
