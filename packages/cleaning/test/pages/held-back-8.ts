import { articles, comments } from "./articles.ts";
import { type Layout, linesOf, links, parts, pick } from "./kit.ts";

/** Layouts kept back until the rules for those before stood: their first figure was 0.995. */
export const heldBack8: readonly Layout[] = [
  {
    name: "weekly's page whose headline is a definition of a list and whose text is in cells side by side",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.outlet}</title></head><body><div id="logo">${a.outlet}</div><dl class="piece"><dt>${a.title}</dt><dd class="when">${a.day}</dd><dd class="what">${parts(a, (text) => `<p>${text}</p>`)}</dd></dl><div id="old"><b>过刊</b>${links(seed, 5, (l) => `<span>${l}</span>`)}</div></body></html>`,
  },
  {
    name: "site of a district with a voice, a code and a scale for readers between data and text",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="${a.title}"><meta name="PubDate" content="${a.day}"><title>${a.title} - 某某区</title></head><body><div class="wza">无障碍 长者模式</div><div class="t2">${a.title}</div><ul class="bar"><li>日期：${a.day}</li><li>来源：${a.outlet}</li><li>【字体：大 中 小】</li><li>打印</li></ul><div class="listen">语音播报：<button>播放</button></div><div class="body">${parts(a, (text) => `<p>&emsp;&emsp;${text}</p>`)}</div><div class="score">您觉得这篇文章怎么样？<label>有用</label><label>没用</label></div><div class="qr"><img src="q.png"><span>手机扫码查看</span></div><ul class="also">${links(seed, 4)}</ul></body></html>`,
  },
  {
    name: "two briefs of one day, each in a section with its own heading and source",
    page: (a, seed) => {
      const b = articles[(articles.indexOf(a) + 3) % articles.length] ?? a;
      const one = (c: typeof a): string =>
        `<section class="brief"><h3>${c.title}</h3>${parts(c, (text) => `<p>${text}</p>`)}<p class="from">来源：${c.outlet}</p></section>`;
      return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>早间要闻</title></head><body><nav>${links(seed, 3)}</nav><main>${one(a)}${one(b)}</main></body></html>`;
    },
    lines: (a) => {
      const b = articles[(articles.indexOf(a) + 3) % articles.length] ?? a;
      return [...linesOf(a), ...linesOf(b)];
    },
  },
  {
    name: "account shared to the outside, words read by a machine first, a shop after the text",
    page: (a) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="${a.title}"><title>分享</title></head><body><div class="app-top">${a.outlet}客户端 <a>打开</a></div><h1>${a.title}</h1><div class="from">${a.outlet}　${a.day}</div><div class="digest"><div>AI速读</div><ul><li>报道介绍了当地的情况。</li></ul><div>以上由AI生成，仅供参考</div></div><div class="rich">${parts(a, (text) => `<p>${text}</p>`)}</div><div class="goods"><p>本地好物</p><p>高山云雾茶 礼盒装 直降60元</p><a>去逛逛</a></div><div class="cm">${comments
        .slice(0, 3)
        .map((text, i) => `<div><u>读者${i}</u><p>${text}</p><s>回复</s></div>`)
        .join("")}</div></body></html>`,
  },
  {
    name: "question to an office with the answer in a second box and the state of the matter",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}--问政平台</title></head><body><h2>${a.title}</h2><div class="st">编号 ${seed}771　状态 已回复</div><div class="ask"><h4>网友提问</h4><p>我想咨询一下，小区门口的公交站台什么时候能恢复使用？每天都要多走两站路，老人和孩子很不方便。</p></div><div class="ans"><h4>部门回复</h4>${parts(a, (text) => `<p>${text}</p>`)}</div><div class="pj">满意度：<span>满意</span><span>一般</span></div><ul>${links(seed, 4)}</ul></body></html>`,
    lines: (a) => {
      const [title = "", ...rest] = linesOf(a);
      return [
        title,
        "网友提问",
        "我想咨询一下，小区门口的公交站台什么时候能恢复使用？每天都要多走两站路，老人和孩子很不方便。",
        "部门回复",
        ...rest,
      ];
    },
  },
  {
    name: "shell whose text is the second of several strings that a function puts in",
    page: (a, seed) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${a.title}</title></head><body><div id="v"></div><script>window.pageData={nav:${JSON.stringify(pick(seed, 4))},doc:{docTitle:${JSON.stringify(a.title)},docContent:${JSON.stringify(a.body.map(({ text }) => `<div>${text}</div>`).join(""))},docRelTime:"${a.day} ${a.time}",docSource:${JSON.stringify(a.outlet)}}};render(window.pageData);</script></body></html>`,
  },
];
