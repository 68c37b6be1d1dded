import { opensRelated } from "../article/page/furniture.ts";
import { type MarkupElement, isBlock } from "../readers/markup.ts";
import type { Measure, PageLine } from "./measure.ts";
import { calledOf, kindOf } from "./tree.ts";

/** Why a node is left out; without a rule it is not listed. */
export interface Dropped {
  readonly rule: string;
  readonly reason: string;
  readonly score: number;
}

/** Says why an element is not of the article by its own name or by how its author called it, or null. */
export function foreignByName(node: MarkupElement, measure: Measure): Dropped | null {
  const { name } = node;
  if (name === "marquee") return box("is a notice that runs across the page", 0.9);
  const block = isBlock(name);
  if (!block && name !== "a" && name !== "span") return null;
  if (name === "nav" || name === "footer" || name === "menu") return box(`is the page's ${name}`, 0.95);
  if (name === "body" || name === "html" || name === "main" || name === "article") return null;
  const called = calledOf(node);
  const soft = name === "aside" || name === "form" ? `is the page's ${name}` : null;
  if (called === "" && soft === null) return null;
  const { text, linked, marks, prose } = measure.of(node);
  // Words within a sentence are the sentence's, whatever they are called.
  if (!block && prose > 0) return null;
  const hard = hardName(called);
  // A place for advertisements can hold the text itself: sites name boxes after what once stood beside it.
  if (hard !== null && !(hard.place && marks >= 6 && linked * 4 < text) && !(hard.signs && signsOff(node, measure)))
    return box(hard.reason, 0.9);
  // An aside may be a box of the article; under such a head it is not.
  const [first] = name === "aside" ? measure.within(node) : [];
  if (first !== undefined && first.prose === 0 && asideHead.test(measure.words(first)))
    return box("is the page's aside", 0.85);
  const why = soft ?? softName(called);
  return why === null || (prose > 0 && linked * 3 < text) ? null : box(why, 0.85);
}

// Matches `划线评论`, `相关推荐`, `热门排行`, `大家都在看`; must not match `相关知识`, `专家点评`.
const asideHead =
  /^.{0,4}(?:评论|跟[帖贴]|留言|推荐(?:阅读)?|相关(?:阅读|新闻|文章|推荐|报道)|热[门点榜]|排行|猜你喜欢|(?:大家)?都在看|延伸阅读|更多)\S{0,4}$/u;

/** An office and a day under a bulletin, which are its own; a forum's reader signs with a motto. */
function signsOff(node: MarkupElement, measure: Measure): boolean {
  const lines = measure.within(node).map((line) => measure.words(line));
  return lines.length <= 4 && lines.some((words) => /\d{4}年\d{1,2}月|[局委府会院厅部办处队社报]$|公司$/u.test(words));
}

function box(reason: string, score: number): Dropped {
  return { rule: "cleaning/html-furniture", reason, score };
}

/** Parts of names that hold for readers' words, in English and as the pinyin that Chinese authors write. */
const readers =
  /comment(?!ary|ator)|pinglun|gentie|liuyan|disqus|guestbook|(?:^|[\s_-])(?:cmts?|replies|reply|respond)(?=$|[\s_-]|list|box|area)/u;
/** Words of names that hold for what is around an article. */
const around = new Set(
  (
    "nav navbar navigation subnav topnav menu breadcrumb breadcrumbs crumb crumbs weizhi dqwz advert advertisement ad ads adv adbox " +
    "guanggao share sharebox sharing sharedaddy bshare bdsharebuttonbox jiathis social related relate relation relevant recommend recommended " +
    "recommends recommendation recommendations tuijian xgyd xgxw xgwz xgtj xgjd xglj xgbd xgnews rmtj rdtj paihang phb ranking copyright " +
    "footer pager pages pagination fenye toolbar login register search searchbox searchbar qrcode ewm erweima jubao prenext prevnext preart " +
    "zihao fontsize newsletter subscribe subscription dingyue signature sign hotlist hotnews hotrank sidebar guess popup dialog modal toast openapp appbar gg " +
    "toc catlinks hatnote navbox ambox mbox tmbox printfooter mw-jump-link"
  ).split(" "),
);
/** Words of names that hold for the same where no sentences stand inside. */
const perhaps = new Set(
  (
    "side aside widget hot hots rank ranks tag tags keywords tool tools foot ft bottom dibu banner promo sponsor code qr like rel position path " +
    "location links link list-links topbar top toptb header-top download app more next prev print dayin close statement disclaimer " +
    "vote votes poll polls survey toupiao diaocha zan dianzan thumbs praise slide slides slider swiper player audio listen langdu " +
    "feedback message page ewmbox fujian right-side rightside others other extra insert gnews"
  ).split(" "),
);

const places = /^(?:ad|gg|guanggao|sidebar|page|search|social|sign)/u;

function hardName(
  called: string,
): { readonly reason: string; readonly place: boolean; readonly signs: boolean } | null {
  if (readers.test(called)) return { reason: "holds readers' comments", place: false, signs: false };
  for (const word of called.split(/[\s_-]+/u)) {
    const stem = around.has(word)
      ? word
      : word.replace(
          /(?:list|box|bar|wrap|area|con|content|news|main)$|\d+$|^(?:article|news|page|post|m|g|u)(?=[a-z]{4})/u,
          "",
        );
    if (around.has(stem))
      return { reason: `is called ${word}`, place: places.test(stem), signs: stem.startsWith("sign") };
  }
  return null;
}

function softName(called: string): string | null {
  for (const word of called.split(/[\s_-]+/u)) {
    if (perhaps.has(word) || perhaps.has(word.replace(/(?:list|box|bar|wrap|area|con)$|\d+$/u, "")))
      return `is called ${word}`;
  }
  return null;
}

/** Tells whether an element is a list of links to other pages: links alone, or with dates and figures beside them. */
export function isLinkList(node: MarkupElement, measure: Measure): boolean {
  if (!lists.has(node.name)) return false;
  const { text, linked, marks, prose, from, to } = measure.of(node);
  if (text <= 8 || linked === 0 || (to - from <= 40 && holdsAttachments(node, measure))) return false;
  // Matches `延伸阅读` and a link on one line.
  const [only] = to - from === 1 ? measure.within(node) : [];
  if (only !== undefined && linked * 2 > text && text <= 80 && leads.test(measure.words(only))) return true;
  // A link alone, without the end of a sentence, leads elsewhere.
  const pointer =
    marks * 30 < text || (only !== undefined && text <= 60 && !/[。！？”…；：]$/u.test(measure.words(only)));
  if (linked > text * 0.8 && (pointer || (text <= 60 && isUnderRelated(from, measure))))
    return !measure.within(node).every((line) => isAttachment(measure.words(line)));
  if (prose > 0 || to - from < 2 || to - from > 2000) return false;
  const entries = measure.within(node).filter((line) => isEntry(line)).length;
  return entries >= 2 && entries * 5 >= (to - from) * 3;
}

/** Tells that a line stands under a head of other articles, with nothing but links between. */
function isUnderRelated(at: number, measure: Measure): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const line = measure.lines[i];
    if (line === undefined) return false;
    if (line.linked * 5 < line.text * 4) return line.text <= 16 && opensRelated(measure.words(line));
  }
  return false;
}

const leads = /^[【[]?(?:延伸|相关|推荐|更多|往期|扩展)(?:阅读|新闻|报道|推荐|链接|文章)/u;

const lists = new Set("ul ol dl div p table tbody section center span aside td".split(" "));

/** `附件：1.名单.doc` is the article's, also where it is a link. */
function isAttachment(words: string): boolean {
  return /^附件|\.(?:docx?|xlsx?|pdf|wps|zip|rar|ofd)(?:$|[（(])/iu.test(words);
}

/** Names of files to load and nothing else but a head: `附件：1.名单.doc`. */
export function holdsAttachments(node: MarkupElement, measure: Measure): boolean {
  const lines = measure.within(node).map((line) => measure.words(line));
  const files = lines.filter((words) => isFile(words)).length;
  return (
    files > 0 &&
    lines.every((words) => isFile(words) || isAttachment(words) || /^(?:相关)?附件(?:下载)?[:：]?$/u.test(words))
  );
}

function isFile(words: string): boolean {
  return words.length <= 80 && /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|zip|rar|ofd|txt)(?:$|[（(])/iu.test(words);
}

function isEntry({ text, linked, marks }: PageLine): boolean {
  return linked >= 5 && text - linked <= 14 && marks <= 2;
}

/** A table of what an office files of its bulletins: 索引号, 发文机关, 成文日期. */
export function isIndexTable(node: MarkupElement, measure: Measure): boolean {
  if (node.name !== "table" && node.name !== "ul" && node.name !== "dl" && node.name !== "div") return false;
  const { from, to, text } = measure.of(node);
  if (to - from > 40 || text > 600) return false;
  const labels = new Set<string>();
  for (const line of measure.within(node)) {
    for (const match of measure.words(line).matchAll(indexLabels)) labels.add(match[0]);
  }
  return labels.size >= 3 && labels.size * 60 > text;
}

const indexLabels =
  /索引号|主题分类|信息分类|发文机关|发布机构|公开机构|制发机关|责任部门|成文日期|发文日期|生成日期|发布日期|公开日期|生效日期|废止日期|发文字号|文号|公开方式|公开范围|公开时限|有效性|主题词|信息名称|公开形式|公开责任部门|体裁分类|服务对象|组配分类/gu;

/** Tells whether a line is a button or a sign of the page: 正在加载, 展开全文, 退订. */
export function isButton({ text, linked }: PageLine, words: string): boolean {
  if (text > 40) return false;
  // Matches `正在加载…`, `点击展开全文`; must not match `展开调查` or `正在加载货物。`.
  return (
    /^(?:正在|数据)?(?:加载|缓冲|载入)(?:中|更多|失败)?(?:[，,]请稍[候后])?[.…。·]{0,6}$|^(?:点击)?(?:展开|收起|阅读|查看|继续){1,2}(?:全文|更多|剩余.{0,8}|全部)[\s>»↓∨▼﹀⌄…]{0,4}$|^(?:举报|反馈)[/／|丨](?:举报|反馈)$|^(?:全屏|播放|暂停|静音|倍速|回到顶部|返回顶部|打开[^。，]{0,14}(?:app|客户端)(?:[，,]?(?:查看|阅读|参与|看|享)[^。]{0,10})?)$/iu.test(
      words,
    ) ||
    isPlayer(words) ||
    (linked > 0 && /退订|取消订阅|管理订阅/u.test(words))
  );
}

/** Matches `听全文00:00/04:121.0x`, `收听本文约6分钟`, `语音播报`; must not match `播放3000次`, `听新闻发布会`. */
function isPlayer(words: string): boolean {
  const voice =
    /^[🎧🔊▶►]{0,2}(?:(?:(?:本文|文章|全文)由?|由)?(?:AI|智能|真人|机器|语音)(?:朗读|播报|配音|听读)(?:本文|全文|文章|新闻)?|(?:点击|点此)?(?:收听|听|朗读|播放|语音播放|播报)(?:全文|本文|文章|新闻|正文|音频)?)/iu;
  const rest = words.replace(voice, "");
  const clock =
    /^[·|｜]?(?:(?:时长|全长|共)?约?\d{1,2}分钟(?:\d{1,2}秒)?|0{1,2}:00(?:\/\d{1,2}:\d{2})?|\d{1,2}:\d{2})?(?:[·|｜]?(?:倍速|\d(?:\.\d{1,2})?[x×倍]|×\d(?:\.\d)?|下载|暂停)){0,5}$/iu;
  if (!clock.test(rest)) return false;
  return rest !== words
    ? rest !== "" || /[🎧🔊▶►]|(?:全文|本文|文章|播报)$/u.test(words)
    : /^0{1,2}:00\/\d/u.test(words);
}

/** What a run of entries of one kind is. */
export type ListKind = "thread" | "feed";

/** Tells what entries of one kind are: readers' words one after another, or summaries of other articles. */
export function listKindOf(entries: readonly MarkupElement[], measure: Measure): ListKind | null {
  if (entries.length < 2) return null;
  let controlled = 0;
  let headed = 0;
  // A thousand entries are of the kind that the first are.
  const sample = entries.length > 40 ? entries.slice(0, 40) : entries;
  for (const entry of sample) {
    let control = false;
    let head = false;
    for (const line of measure.within(entry)) {
      if (line.prose === 0 && line.text <= 60 && control === false) control = control || isControl(measure.words(line));
      if (line.linked >= 6 && line.linked * 3 > line.text * 2) head = true;
    }
    if (control) controlled++;
    if (head && measure.of(entry).prose > 0) headed++;
  }
  if (controlled * 5 >= sample.length * 4) return "thread";
  return sample.length >= 3 && headed * 5 >= sample.length * 4 ? "feed" : null;
}

/** Words with which a page lets readers answer one another, or says who wrote when. */
function isControl(words: string): boolean {
  // Matches `回复`, `赞 12`, `3楼 匿名网友`, `发表于 2023-10-18`, `2小时前`; must not match `10:31` or `记者：`.
  return (
    words.length <= 40 &&
    /^(?:回复|点?赞|顶|踩|举报|引用|支持|反对|分享)[[（(]?\d{0,6}|^\d{1,4}(?:楼|#|小时前|分钟前|天前|赞)|[沙板地]板?[发凳板]|(?:匿名|热心|火星|某地?|[省市区县])网友|^网友[：:\dA-Za-z]|网友$|^用户\d|发表于|说道[：:]?$|来自.{1,8}(?:客户端|网友)|只看该作者|楼主|回复↓|IP属地/u.test(
      words,
    )
  );
}

/** Tells whether the first entry of a thread opens it: a forum's first floor is the article. */
export function opensForum(entry: MarkupElement, measure: Measure): boolean {
  return measure
    .within(entry)
    .some((line) => line.prose === 0 && /楼主|发表于|^1[#楼]|只看该作者|级别：|发帖/u.test(measure.words(line)));
}

/** Runs of children that are entries of one list, by their kind. */
export function runsOf(children: readonly MarkupElement[]): MarkupElement[][] {
  const runs = new Map<string, MarkupElement[]>();
  for (const child of children) {
    const kind = kindOf(child);
    const run = runs.get(kind);
    if (run === undefined) runs.set(kind, [child]);
    else run.push(child);
  }
  return [...runs.values()];
}

/** Says whether an element is, or holds nothing but, a thread or a feed; its lone wrappers are passed through. */
export function holdsList(node: MarkupElement, measure: Measure): ListKind | null {
  let at = node;
  for (let depth = 0; depth < 12; depth++) {
    const inside = at.children.filter(
      (child) => child.type === "element" && measure.of(child).prose > 0,
    ) as MarkupElement[];
    const [only] = inside;
    if (inside.length !== 1 || only === undefined) {
      const [run] = runsOf(inside).sort((a, b) => b.length - a.length);
      return run === undefined || run.length * 2 < inside.length ? null : listKindOf(run, measure);
    }
    at = only;
  }
  return null;
}

/** Tells whether a table holds data: rows of short cells, no tables within. */
export function isDataTable(node: MarkupElement, measure: Measure): boolean {
  if (node.name !== "table") return false;
  let rows = 0;
  let cells = 0;
  let many = 0;
  const stack: MarkupElement[] = [node];
  while (stack.length > 0) {
    const at = stack.pop();
    if (at === undefined) break;
    for (const child of at.children) {
      if (child.type !== "element") continue;
      if (child.name === "table") return false;
      if (child.name === "tr") {
        rows++;
        const own = child.children.filter(
          (cell) => cell.type === "element" && (cell.name === "td" || cell.name === "th"),
        ).length;
        cells += own;
        if (own > 1) many++;
        // Rows nested in cells are found through them.
        continue;
      }
      if (child.name === "tbody" || child.name === "thead" || child.name === "tfoot") stack.push(child);
    }
  }
  if (rows < 2 || many * 2 < rows) return false;
  const { text, linked, prose } = measure.of(node);
  return text > 0 && text < cells * 40 && prose * 2 < text && linked * 2 < text && !holdsTable(node);
}

function holdsTable(node: MarkupElement): boolean {
  const stack = [...node.children];
  while (stack.length > 0) {
    const at = stack.pop();
    if (at?.type !== "element") continue;
    if (at.name === "table") return true;
    for (const child of at.children) stack.push(child);
  }
  return false;
}
