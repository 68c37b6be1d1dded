/** The texts that the bench cleans: of several kinds, always the same. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A kind of text with what it is called. */
export interface Kind {
  readonly name: string;
  readonly texts: readonly string[];
}

const root = join(import.meta.dirname, "..");

/** The example's articles as they were written: two or three hundred characters, figures in every sentence. */
function exampleArticles(): readonly string[] {
  const folder = join(root, "examples", "telecom-fraud", "articles");
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replace(/^---\n[\s\S]*?\n---\n/u, ""));
}

/** Articles of the usual length, a thousand characters or two, of many subjects: those of the cleaning tests. */
function reports(): readonly string[] {
  const folder = join(root, "packages", "cleaning", "test", "texts");
  return readdirSync(folder)
    .filter((name) => name.startsWith("articles"))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Report[])
    .map(({ title, byline, dateline, paragraphs }) =>
      [title, byline, dateline, ...paragraphs].filter((line) => line !== undefined && line !== "").join("\n"),
    );
}

interface Report {
  readonly title?: string;
  readonly byline?: string;
  readonly dateline?: string;
  readonly paragraphs: readonly string[];
}

/**
 * A folder of short articles, no two alike: a title and one to four paragraphs of the reports, with other figures.
 * What a program remembers of one article is of no use for the next.
 */
function folder(random: Random): readonly string[] {
  const next = shortArticles(random);
  return many(400, next);
}

/** Makes short articles, no two alike, as many as are asked for. */
export function shortArticles(random: Random = generator(11)): () => string {
  const articles = reports().map((text) => text.split("\n"));
  const lines = articles.flat().filter((line) => line.length > 30);
  return () => {
    const title = articles[random(articles.length)]?.[0] ?? "";
    const body = Array.from({ length: 1 + random(4) }, () => lines[random(lines.length)] ?? "");
    return [title, ...body].join("\n").replaceAll(/[1-9]/gu, () => String(1 + random(9)));
  };
}

/** The lines of the reports in articles of several sizes, in kB of UTF-8: no line twice in articles of up to 10 kB. */
export function bySize(): readonly { readonly size: number; readonly texts: readonly string[] }[] {
  const lines = reports().flatMap((text) => text.split("\n"));
  return [0.3, 1, 3, 10, 100].map((size) => {
    const texts: string[] = [];
    let text = "";
    for (let i = 0; texts.length * size < 100 || texts.length === 0; i++) {
      text += `${lines[i % lines.length] ?? ""}\n`;
      if (Buffer.byteLength(text) < size * 1000) continue;
      texts.push(text);
      text = "";
    }
    return { size, texts };
  });
}

/** The kinds: short bulletins, a folder of other short articles, reports, clean long texts, damaged traditional text, articles among advertisements. */
export function kinds(): readonly Kind[] {
  const random = generator(7);
  return [
    { name: "bulletins", texts: exampleArticles() },
    { name: "folder", texts: folder(generator(11)) },
    { name: "reports", texts: reports() },
    { name: "long", texts: many(4, () => article(random, 120)) },
    { name: "damaged", texts: many(12, () => damaged(article(random, 16), random)) },
    { name: "advertised", texts: many(24, () => amongAdvertisements(article(random, 8), random)) },
  ];
}

function many(count: number, make: () => string): string[] {
  return Array.from({ length: count }, make);
}

type Random = (below: number) => number;

/** Numbers that look random and are the same in each run (Numerical Recipes' linear congruence). */
function generator(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const whens =
  "去年以来|今年上半年|前三季度|近日|入冬以来|据初步统计|在刚刚过去的一个月里|截至11月底|与往年相比|专项整治期间".split(
    "|",
  );
const whos =
  "当地交警部门|市场监管部门|各级消防救援机构|自然资源系统|这家农业合作社|社区志愿者|铁路运输企业|县里的图书馆|沿江各港口|气象台站".split(
    "|",
  );
const dids =
  "组织开展隐患排查|完成道路养护|受理居民来信|新建充电设施|引进优良品种|接待外地游客|清理河道垃圾|发放就业补贴|更换老旧管线|举办读书活动".split(
    "|",
  );
const units = "处|公里|件|个|吨|人次|立方米|万元|段|场".split("|");
const ends =
  "工作取得明显进展|群众的满意度进一步提高|有关负责人表示将继续推进|这一做法正在更多地方推广|专家认为仍需长期投入|比上年同期增长8.6%|较前一年下降12.4%|为下一步工作打下基础".split(
    "|",
  );
const titles = "秋收时节话丰年|老街换新颜|一江清水向东流|小站里的大服务|把好事办到心坎上|山村夜校亮起灯".split("|");

function article(random: Random, paragraphs: number): string {
  const pick = (list: readonly string[]): string => list[random(list.length)] ?? "";
  const sentence = (): string =>
    `${pick(whens)}，${pick(whos)}${pick(dids)}${random(900) + 3}${pick(units)}，其中“${pick(titles).slice(0, 4)}”一项占${random(60) + 5}.${random(9)}%，${pick(ends)}。`;
  const paragraph = (): string => Array.from({ length: 3 + random(4) }, sentence).join("");
  const lines = [pick(titles)];
  for (let i = 0; i < paragraphs; i++) {
    if (i > 0 && i % 9 === 0) lines.push(`${"一二三四五六七八九十".charAt((i / 9 - 1) % 10)}、${pick(titles)}`);
    lines.push(paragraph());
  }
  return `${lines.join("\n")}\n`;
}

/** Traditional forms and readings of characters of the sentences above. */
const forms = new Map(
  "来來|气氣|门門|级級|关關|统統|业業|农農|区區|愿願|铁鐵|运運|输輸|县縣|图圖|馆館|书書|开開|这這|社社|当當|场場|监監|管管|资資|质質|续續|个個|时時|条條|满滿|进進|负負|责責|认認|专專|项項|长長|题題|据據|计計|与與|组組|织織|隐隱|查查|养養|护護|设設|备備|种種|发發|补補|贴貼|换換|旧舊|线線|举舉|办辦|读讀|动動|积積|为為|万萬|较較|间間|过過|岁歲"
    .split("|")
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const readings = new Map(
  "當dāng|動dòng|專zhuān|項xiàng|關guān|業yè|區qū|書shū|資zī|據jù|發fā|種zhǒng|辦bàn|長zhǎng|與yǔ|責zé|進jìn|線xiàn"
    .split("|")
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** As page spinners leave it: traditional, glossed, half-width, a byte lost here and there. */
function damaged(text: string, random: Random): string {
  let out = "";
  for (const character of text) {
    const form = forms.get(character) ?? character;
    const reading = readings.get(form);
    out += reading === undefined ? form : `${form}(${reading})`;
  }
  out = out.replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
  // 。”公安部有關 with its first byte lost.
  const at = out.indexOf("。", random(out.length >> 1));
  return `${out.slice(0, at)}?!惫膊坑嘘P(guān)負責人表示${out.slice(at)}`;
}

const blocks = [
  "首页 > 新闻中心 > 正文\n",
  "发布时间：2023-12-20 10:31 来源：某某在线 点击：1203\n",
  "分享到：微信 微博 打印 关闭\n",
  "精装三房 首付18万起 即买即住\n售楼热线：0700-8123456\n地址：某某大道与某某路交汇处\n",
  "相关阅读\n· 某地举办第3届文化节\n· 某县新增停车位1200个\n· 某市公布上月气温\n",
  "免责声明：本文仅代表作者个人观点，与本网无关。\n",
  "责任编辑：某某\n",
  "某ICP备12345678号 版权所有 某某传媒有限公司\n",
  "无抵押贷款 当天放款 秒批 额度最高50万 咨询微信 abc123456\n",
];

/** An article with the furniture of a page before, between and after its paragraphs. */
function amongAdvertisements(text: string, random: Random): string {
  const paragraphs = text.split(/(?<=\n)/u);
  const block = (): string => blocks[random(blocks.length)] ?? "";
  return [
    blocks[0],
    blocks[1],
    ...paragraphs.flatMap((one) => (random(3) === 0 ? [one, block()] : [one])),
    block(),
    blocks[6],
    blocks[7],
  ].join("");
}

/** Inputs of one thing many times, about a million characters each: none may take longer than its length explains. */
export const repeated: readonly (readonly [format: "text" | "html" | "markdown", unit: string])[] = [
  ["text", "1"],
  ["text", "1,"],
  ["text", "(("],
  ["text", "汉("],
  ["text", "?"],
  ["text", "汉?"],
  ["text", "汉\uFFFD"],
  ["text", "<"],
  ["text", "<a "],
  ["text", "“"],
  ["text", "“”"],
  ["text", " "],
  ["text", "汉 "],
  ["text", "\n"],
  ["text", "\r"],
  ["text", "[b]"],
  ["text", "&amp"],
  ["text", "æ"],
  ["text", "来源："],
  ["text", "记者 "],
  ["text", "年1月"],
  ["text", "汉字，"],
  ["text", "汉字一行，共十个字\n"],
  ["text", "今年以来，某地共办理各类案件385起，抓获嫌疑人412名。"],
  ["text", "電(diàn)信(xìn)詐(zhà)騙"],
  ["text", "咨询热线：0700-1234567 限时5折\n"],
  ["html", "<div>"],
  ["html", "<p>汉字"],
  ["html", "<a href=x>汉字</a>"],
  ["html", "&nbsp;汉"],
  ["markdown", "["],
  ["markdown", "*汉"],
  ["markdown", "| 汉 "],
];

/** What extraction looks at again and again, over and over in one endless sentence where it holds no full stop. */
export const repeatedFigures: readonly string[] = [
  "1",
  "十",
  "（",
  "%",
  "、",
  "同比",
  "成都市",
  "成都市、",
  "前者",
  "2023年",
  "5%",
  "同比上升5%，",
  "破案5起，",
  "由5起降至3起，",
  "甲县、乙县分别破案3起、5起，",
  "破案5起。",
  "破案5起。\n",
  "年份\t2022年\t2023年\n破案（起）\t1\t2\n",
];
