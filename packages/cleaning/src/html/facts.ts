import { decodeHTMLAttribute } from "entities";
import type { MarkupElement } from "../readers/markup.ts";
import type { Stated } from "../structure.ts";
import type { Measure } from "./measure.ts";
import { calledOf, silent, squeeze, textOf, visit } from "./tree.ts";

/** What a page says of its article outside the text, and short elements that say something of whatever they stand by. */
export interface PageFacts {
  /** The most trustworthy first for each field. */
  readonly stated: readonly Stated[];
  readonly shown: readonly { readonly at: number; readonly stated: Stated }[];
}

/** Reads what a page says of its article outside the text. */
export function factsOf(page: MarkupElement, source: string): PageFacts {
  const meta: Stated[] = [];
  const linked: Stated[] = [];
  const scripts: Stated[] = [];
  const shown: { at: number; stated: Stated }[] = [];
  const title: Stated[] = [];
  visit(page, (node) => {
    if (node.type === "text") return false;
    switch (node.name) {
      case "meta":
        meta.push(...ofMeta(node));
        return false;
      case "link":
        if ((node.attributes["rel"] ?? "").toLowerCase() === "canonical" && node.attributes["href"] !== undefined)
          meta.push({ field: "url", value: node.attributes["href"], evidence: "link canonical" });
        return false;
      case "title": {
        const value = line(textOf(node, source));
        // A title that all pages of a site have is that of none.
        const general =
          /^(?:微博正文|(?:新闻|文章|内容|信息)?(?:详情|正文|详细|内容)页?|无标题(?:文档)?|untitled(?: document)?|首页)(?:$|\s?[-_|])/iu;
        if (value !== "" && title.length === 0 && !general.test(value))
          title.push({ field: "title", value, evidence: "title" });
        return false;
      }
      case "script":
        if (/ld\+json/iu.test(node.attributes["type"] ?? "")) linked.push(...ofLinkedData(rawOf(node, source)));
        else scripts.push(...ofScript(rawOf(node, source)));
        return false;
      case "time": {
        const value = node.attributes["datetime"] ?? "";
        if (/^(?:19|20)\d{2}-?\d{2}/u.test(value))
          shown.push({ at: node.start, stated: { field: "published", value, evidence: "time" } });
        return false;
      }
      // A card of a page for wireless telephones.
      case "card": {
        const value = line(node.attributes["title"] ?? "");
        if (value !== "" && title.length === 0) title.push({ field: "title", value, evidence: "title" });
        return true;
      }
      default:
        if (silent.has(node.name)) return node.name === "head" || node.name === "noscript";
        if (node.attributes["itemprop"]?.toLowerCase() === "datepublished" && node.attributes["content"] !== undefined)
          shown.push({
            at: node.start,
            stated: { field: "published", value: node.attributes["content"], evidence: "itemprop" },
          });
        for (const one of ofName(node, source)) shown.push({ at: node.start, stated: one });
        return true;
    }
  });
  const stated = [
    ...meta.filter((one) => one.evidence !== "meta author"),
    ...linked,
    ...scripts,
    ...title,
    ...ofPaper(source),
    ...savedFrom(source),
    ...meta.filter((one) => one.evidence === "meta author"),
  ];
  return { stated, shown };
}

/** The day of a paper's electronic edition: in the data that its press leaves in comments, or with its weekday. */
function ofPaper(source: string): Stated[] {
  const own = /<!--enpproperty[^]{0,2000}?<date>((?:19|20)\d{2}-\d{2}-\d{2})/u.exec(source)?.[1];
  if (own !== undefined) return [{ field: "published", value: own, evidence: "enpproperty date" }];
  // Matches `2017年9月15日 星期五`, `2017年9月15日 第A06版` on a page with `第A06版`; must not match `今天是2024年3月5日 星期二`, the day of reading.
  if (!/founder-content|数字报|第\s?[A-Z]?\d{1,2}\s?版/u.test(source)) return [];
  const day =
    /(?<!(?:今[天日]|现在)\s?(?:是|：)?\s?)((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:\s|&nbsp;|<[^<>]{0,80}>){0,8}(?:星期[一二三四五六日天]|第\s?[A-Z]?\d{1,2}\s?版)/u.exec(
      source,
    )?.[1];
  return day === undefined ? [] : [{ field: "published", value: day, evidence: "the edition's day" }];
}

/** The titles that a page has for itself, its head's, its data's and those of the papers that it files. */
export function titlesIn(stated: readonly Stated[]): string[] {
  return stated.filter((one) => one.field === "title").map((one) => one.value);
}

/** What an office files of its papers, each beside its label: 标题, 发文机关, 发布日期. */
const filed: readonly (readonly [Stated["field"], RegExp])[] = [
  ["title", /^(?:标题|名称|信息名称|文件名称)$/u],
  ["publisher", /^(?:发文机关|发布机构|发布单位|公开主体|制发机关|信息来源|来源)$/u],
  ["published", /^(?:发布日期|公开日期|发布时间|公开时间|发文日期|成文日期|生成日期)$/u],
];
const filing =
  /^(?:索引号|发文机关|发布机构|公开主体|制发机关|成文日期|发文日期|生成日期|公开日期|发布日期|主题分类|信息分类|发文字号|文号|有效性|公开方式|访问次数)(?=$|[:：])/u;

/** Facts of the papers of offices, whose labels and values stand side by side in a table or a list. */
export function filedFacts(measure: Measure): Stated[] {
  const { lines } = measure;
  const words = lines.slice(0, 160).map((one) => (one.text <= 120 ? measure.words(one) : ""));
  if (new Set(words.map((one) => filing.exec(one)?.[0]).filter((one) => one !== undefined)).size < 2) return [];
  const stated: Stated[] = [];
  for (const [i, text] of words.entries()) {
    // Matches `发文机关：某局`, `发文机关` with its value on the next line.
    const [, label = "", value = ""] = /^([^:：]{2,6})(?:[:：](.{0,80}))?$/u.exec(text) ?? [];
    const field = filed.find(([, pattern]) => pattern.test(label))?.[0];
    if (field === undefined) continue;
    const told = value !== "" ? value : (words[i + 1] ?? "");
    if (told === "" || /[:：]$/u.test(told) || filing.test(told)) continue;
    const fits =
      field === "title"
        ? told.length >= 6 && told.length <= 80
        : field === "publisher"
          ? /^[\p{Script=Han}、]{2,24}$/u.test(told)
          : /^(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/u.test(told);
    if (fits) stated.push({ field, value: told, evidence: `filed ${label}` });
  }
  return stated;
}

function line(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

function rawOf(node: MarkupElement, source: string): string {
  const [first] = node.children;
  const last = node.children.at(-1);
  return first === undefined || last === undefined ? "" : source.slice(first.start, last.end);
}

const metaFields: Readonly<Record<string, Stated["field"]>> = {
  articletitle: "title",
  "og:title": "title",
  "twitter:title": "title",
  "dc.title": "title",
  headline: "title",
  "article:published_time": "published",
  "og:release_date": "published",
  "og:published_time": "published",
  "og:article:published_time": "published",
  firstpublishedtime: "published",
  publisheddate: "published",
  "parsely-pub-date": "published",
  "sailthru.date": "published",
  "dcterms.issued": "published",
  publishdate: "published",
  publish_time: "published",
  publishtime: "published",
  pubdate: "published",
  pubtime: "published",
  datepublished: "published",
  "dc.date": "published",
  "dc.date.issued": "published",
  "weibo:article:create_at": "published",
  "bytedance:published_time": "published",
  releasedate: "published",
  contentsource: "publisher",
  mediaid: "publisher",
  source: "publisher",
  "article:publisher": "publisher",
  "og:url": "url",
  author: "byline",
  "og:article:author": "byline",
  "article:author": "byline",
};

function ofMeta({ attributes }: MarkupElement): Stated[] {
  const key = (attributes["name"] ?? attributes["property"] ?? attributes["itemprop"] ?? "").toLowerCase();
  const value = line(attributes["content"] ?? "");
  const field = metaFields[key];
  if (field === undefined || value === "" || value === "null" || value === "undefined") return [];
  if (field === "publisher" && (value.length > 24 || /^https?:/u.test(value))) return [];
  return [{ field, value, evidence: `meta ${key}` }];
}

/** Facts of `application/ld+json`: an article's own, not those of the site or of the way to the page. */
function ofLinkedData(json: string): Stated[] {
  let data: unknown;
  try {
    // Line ends within strings are wrong in JSON and common in pages.
    data = JSON.parse(
      json.replaceAll(/[\n\r\t]+/gu, " ").replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)/u, ""),
    );
  } catch {
    return [];
  }
  const stated: Stated[] = [];
  const queue: unknown[] = [data];
  for (let i = 0; i < queue.length && i < 200; i++) {
    const at = queue[i];
    if (Array.isArray(at)) queue.push(...(at as unknown[]).slice(0, 50));
    if (typeof at !== "object" || at === null || Array.isArray(at)) continue;
    const one = at as Readonly<Record<string, unknown>>;
    if (one["@graph"] !== undefined) queue.push(one["@graph"]);
    const type = JSON.stringify(one["@type"] ?? "");
    // Baidu's own `cambrian.jsonld` has a title and a day without a type.
    if (!/Article|Posting|WebPage|Report|VideoObject/u.test(type) && one["pubDate"] === undefined) continue;
    const add = (field: Stated["field"], key: string, value: unknown): void => {
      if (typeof value === "string" && value.trim() !== "")
        stated.push({ field, value: line(value), evidence: `ld+json ${key}` });
    };
    add("title", "headline", one["headline"]);
    add("title", "title", one["title"]);
    add("published", "datePublished", one["datePublished"]);
    add("published", "pubDate", one["pubDate"]);
    add("url", "url", one["url"]);
    add("byline", "author", nameIn(one["author"]));
    add("publisher", "publisher", nameIn(one["publisher"]));
  }
  return stated;
}

function nameIn(value: unknown): unknown {
  if (Array.isArray(value)) return nameIn((value as unknown[])[0]);
  return typeof value === "object" && value !== null ? (value as { readonly name?: unknown }).name : value;
}

/** Facts that a page's scripts set: `var publish_time = "2023-10-18"`, `"pubtime":"2023-10-18 09:42"`. */
function ofScript(script: string): Stated[] {
  if (script.length > 3_000_000) return [];
  const stated: Stated[] = [];
  const head = script.slice(0, 400_000);
  // Matches `publish_time = "2023-10-18`, `"pubtime":"2023-10-18 09:42`; must not match `updateTime: "…`.
  const date =
    /["'\s,{.;](pub(?:lish)?_?(?:time|date|ed_?at)|create_?time|release_?date|oriCreateTime)["']?\s{0,3}[:=]\s{0,3}["']((?:19|20)\d{2}[-/年]\d{1,2}[-/月]\d{1,2}日?[^"'\n]{0,20})["']/iu.exec(
      head,
    );
  if (date !== null) stated.push({ field: "published", value: date[2] ?? "", evidence: `script ${date[1] ?? ""}` });
  else {
    const counted = dayCounted(head);
    if (counted !== null) stated.push(counted);
  }
  // Matches `var nickname = "某某发布"`, `"media":"某某日报"`; must not match `"media":"image/png"`.
  const outlet =
    /["'\s,{.;](nickname|media_?name|media|source_?name|copyfrom)["']?\s{0,3}[:=]\s{0,3}(?:htmlDecode\()?["']([\p{Script=Han}A-Za-z\d·]{2,20})["']/u.exec(
      head,
    );
  if (outlet !== null && /\p{Script=Han}/u.test(outlet[2] ?? ""))
    stated.push({ field: "publisher", value: outlet[2] ?? "", evidence: `script ${outlet[1] ?? ""}` });
  // Matches `"source":"某某日报"`; must not match `"source":"未知"`.
  const source =
    /["'](source|mediaName|siteName)["']\s{0,3}:\s{0,3}["']([\p{Script=Han}A-Za-z\d·]{1,16}(?:[报网社台刊]|发布|在线|客户端|新闻))["']/u.exec(
      head,
    );
  if (outlet === null && source !== null) {
    stated.push({ field: "publisher", value: source[2] ?? "", evidence: `script ${source[1] ?? ""}` });
  }
  // Matches `var msg_title = '某某'`; must not match `var page_title = ''`.
  const title = /\b(msg_title|article_?title)["']?\s{0,3}[:=]\s{0,3}["']([^"'\n\\]{4,100})["']/iu.exec(head);
  if (title !== null)
    stated.push({ field: "title", value: decodeHTMLAttribute(title[2] ?? ""), evidence: `script ${title[1] ?? ""}` });
  return stated;
}

/** A time of publication in seconds or thousandths since 1970: `var ct = "1699255800"`, `"publishTime":1699255800000`. */
function dayCounted(script: string): Stated | null {
  // Must not match `"updateTime":1699255800000`, `"ct":"1699"`.
  const match =
    /(?:^|["'\s,{.;])(var\s{1,3}ct|pub(?:lish)?_?(?:time|date|ed_?at))["']?\s{0,3}[:=]\s{0,3}["']?(1[0-9]\d{8})(?:\d{3})?["']?(?=[\s,;}\])])/iu.exec(
      script,
    );
  if (match === null) return null;
  // The clocks of China are eight hours ahead.
  const value = new Date((Number(match[2]) + 8 * 3600) * 1000).toISOString().slice(0, 10);
  return { field: "published", value, evidence: `script ${match[1] ?? ""}` };
}

/** Tells that an element says itself of what its day is: 发布于, 编辑于. */
export function isLabelledDay({ field, evidence }: Stated): boolean {
  return field === "published" && /^(?:发布|发表|编辑|修改)于 element/u.test(evidence);
}

/** Short elements that are called after what they hold: `<span class="source">某某日报</span>`. */
function ofName(node: MarkupElement, source: string): Stated[] {
  const called = calledOf(node);
  if (called === "" || node.end - node.start > 600) return [];
  // Matches `source`, `media_name`, `pub_date`, `post-time`; must not match `resource` or `timeline`.
  const outlet = /(?:^|[\s_-])(?:source|laiyuan|media_?name|js_name|nickname|from|ly|outlet)(?:$|[\s_-])/u.test(called);
  const date =
    /(?:^|[\s_-])(?:date|time|pub_?date|pub_?time|publish_?time|publish-?date|shijian|fbsj)(?:$|[\s_-])/u.test(called);
  if (!outlet && !date) return [];
  const text = squeeze(textOf(node, source));
  if (date) {
    // Matches `发布时间：2023年10月18日09:42`; must not match `2小时前`.
    const match =
      /^(?:发布|发表|编辑|修改|时间|日期|更新|：|:|于|[(（【]){0,4}((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2})/u.exec(
        text,
      );
    return match?.[1] === undefined
      ? []
      : [
          {
            field: "published",
            value: match[1],
            evidence:
              `${/^(?:发布|发表|编辑|修改)于/u.exec(text)?.[0] ?? ""} element called ${called.trim().slice(0, 40)}`.trim(),
          },
        ];
  }
  // Matches `来源：某某日报`; must not match `来源：某某日报 时间：…`.
  const match = /^(?:(?:信息|文章|稿件|新闻)?来源|来自|稿源)?[:：]?([\p{Script=Han}A-Za-z\d·]{2,16})$/u.exec(text);
  return match?.[1] === undefined ||
    /^(?:来源|\d+)$|网页版|客户端$|手机|iPhone|Android/iu.test(match[1]) ||
    !/\p{Script=Han}/u.test(match[1])
    ? []
    : [{ field: "publisher", value: match[1], evidence: `element called ${called.trim().slice(0, 40)}` }];
}

/** The site itself, as its pages call it: the last to ask, for a page may come from elsewhere. */
export function siteOf(page: MarkupElement, titles: readonly Stated[]): Stated[] {
  const stated: Stated[] = [];
  visit(page, (node) => {
    if (node.type === "text") return false;
    const key = (node.attributes["property"] ?? node.attributes["name"] ?? "").toLowerCase();
    const value = line(node.attributes["content"] ?? "");
    if (node.name === "meta" && /^(?:og:site_name|sitename|application-name)$/u.test(key) && isOutlet(value))
      stated.push({ field: "publisher", value, evidence: `meta ${key}` });
    return node.name === "html" || node.name === "head";
  });
  const whole = titles.find((one) => one.evidence === "title")?.value ?? "";
  // The title of a paper's electronic edition may be its name alone.
  const paper = whole.replace(/(?:数字报(?:刊平台)?|电子[报版]|网络版)$/u, "");
  if (paper !== whole && isOutlet(paper)) stated.push({ field: "publisher", value: paper, evidence: "title" });
  const parts = whole.split(/[-_|｜丨–—]+/u);
  const ends = [parts[0], parts.at(-1)].map((part) => (part ?? "").trim());
  const named = parts.length > 1 ? ends.findLast((part) => isOutlet(part)) : undefined;
  if (named !== undefined) stated.push({ field: "publisher", value: named, evidence: "title" });
  return stated;
}

/** Matches `某某日报`, `某某市人民政府`; must not match `微信公众平台` or a headline. */
function isOutlet(name: string): boolean {
  return (
    /^\p{Script=Han}{1,12}(?:[报网社台]|发布|周刊|在线|新闻中心|政府|门户网站)$/u.test(name) &&
    !/微信|微博|头条|数字报|博客|论坛|上网/u.test(name)
  );
}

/** Browsers note where a page was saved from: `<!-- saved from url=(0042)http://… -->`. */
function savedFrom(source: string): Stated[] {
  const match = /<!--\s?saved from url=\(\d{4,8}\)(https?:\/\/[^\s"'<>]{4,600})\s/u.exec(source.slice(0, 4096));
  return match?.[1] === undefined ? [] : [{ field: "url", value: match[1], evidence: "saved from url" }];
}
