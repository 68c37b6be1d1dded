import type { Found } from "@jianbao/model";
import type { Structure } from "../../structure.ts";
import type { EdgeLine } from "./edges.ts";
import { unbalanced } from "../lines/evidence.ts";
import type { Paragraph } from "../lines/paragraph.ts";
import { isOutletName } from "../lines/forms.ts";
import { isLabel, mastheadOf } from "../page/mastheads.ts";
import { isDateLine } from "./published.ts";
import { guarded } from "../../patterns/guarded.ts";

/** Finds the headline: the first heading before any prose, with its second line; a page's own title else. */
export function titleIn(
  paragraphs: readonly Paragraph[],
  structure: Structure,
  edges: readonly EdgeLine[] = [],
): Found<string> | null {
  const head = structure.stated.find((one) => one.field === "title");
  const until = paragraphs.findIndex(({ kind }) => kind === "prose" || kind === "row");
  const lines = until < 0 ? paragraphs : paragraphs.slice(0, until);
  const heads = lines.filter(({ kind, text }) => kind === "heading" && !isData(text) && !credit.test(text));
  // A masthead, a column's name or a remark in brackets is a headline only where there is no other.
  const own = heads.filter(({ text }) => !isLabel(text) && mastheadOf(text) === null && !isOfSite(text));
  const headings = own.length > 0 ? own : heads.filter(({ text }) => mastheadOf(text) === null);
  // A page's title names its site as well, which may stand in a heading of its own: the longest is the headline.
  const agreed =
    head === undefined
      ? undefined
      : headings
          .filter(({ text }) => squeeze(text).length >= 2 && squeeze(head.value).includes(squeeze(text)))
          .reduce<Paragraph | undefined>(
            (best, one) => (best === undefined || one.text.length > best.text.length ? one : best),
            undefined,
          );
  const [first, second] = headings;
  // A subtitle may stand before its headline.
  const main =
    agreed ?? (first !== undefined && opensSubtitle.test(first.text) && second !== undefined ? second : first);
  const [top] = lines;
  const isList = main !== undefined && agreed === undefined && main !== top && listed.test(main.text);
  if (main !== undefined && !(isList && top?.kind === "other" && !isData(top.text) && bare.test(top.text))) {
    const next = lines[lines.indexOf(main) + 1];
    return {
      value: titleOf(main.text, next?.kind === "heading" ? next.text : "", (next?.lines[0]?.blank ?? 0) > 0),
      by: "text",
      evidence: agreed === undefined ? "headline" : "headline, and the page's title",
      confidence: agreed === undefined ? 0.9 : 0.98,
    };
  }
  if (head !== undefined) {
    const value = withoutSite(head.value);
    return value === "" ? null : { value, by: "text", evidence: head.evidence, confidence: 0.8 };
  }
  const below = labelledBelow(edges) ?? aboveData(paragraphs, edges);
  if (below !== null) return below;
  // A line of its own before the prose, whatever its form.
  const [line] = lines;
  const plain =
    line !== undefined &&
    line.kind === "other" &&
    (/\p{Script=Han}{4}/u.test(line.text) || isShortTitle(line, paragraphs)) &&
    line.text.length <= 50;
  if (!plain || isData(line.text) || /[。；，：:]$/u.test(line.text) || /^[（(]/u.test(line.text)) return null;
  return { value: titleOf(line.text, "", false), by: "text", evidence: "first line", confidence: 0.6 };
}

// Matches `林青作（某社发）`, `某地一景 周远 摄`, `林 青 绘`; must not match `某某工程开工`.
const credit = guarded(
  /^(?:[^。，：]{0,30}[\s　])?(?:\p{Script=Han}{2,4}|\p{Script=Han}\s\p{Script=Han})\s?(?:作|摄|绘|画|供图|制图)(?:[（(][^（()）]{2,16}[）)])?$|[（(](?:新华社|中新社|人民网|\p{Script=Han}{2,6}[报网社])?[发摄][）)]$/u,
);
/** 标题：某事发生, among the page's data behind the text. */
function labelledBelow(edges: readonly EdgeLine[]): Found<string> | null {
  for (const { text, page } of edges) {
    const value = titleLabel.test(text) ? titleLabel.replaced(text, "").trim() : "";
    if (page && value.length >= 6) return { value, by: "text", evidence: text, confidence: 0.85 };
  }
  return null;
}

/** A headline that stands behind its summary: right above the page's stamp, with nothing of the article below it. */
function aboveData(paragraphs: readonly Paragraph[], edges: readonly EdgeLine[]): Found<string> | null {
  const last = paragraphs.at(-1);
  if (last === undefined || paragraphs.length < 2 || last.kind === "prose" || last.kind === "row") return null;
  const at = edges.findIndex(({ text, page }) => !page && text === last.text);
  const next = edges[at + 1];
  const heads = /\p{Script=Han}{6}/u.test(last.text) && last.text.length <= 50 && !/[。；：，]$/u.test(last.text);
  if (at < 0 || next?.page !== true || !isDateLine(next.text) || !heads || isData(last.text)) return null;
  return {
    value: titleOf(last.text, "", false),
    by: "text",
    evidence: "headline above the page's stamp",
    confidence: 0.75,
  };
}

// Matches `首班：城墙根 6:10`, `• 某事`, `5:40 集合`; what a headline stands above.
const listed = guarded(/^(?:[^：]{1,8}：|[•●·▪■◆○▶►-]\s?|\d{1,2}[:.、])\S/u);
// Matches `二路公交夏季时刻`; must not match `来源：某报`, `A. 是`.
const bare = guarded(/^[\p{Script=Han}“《][^。：；]{3,38}$/u);

// Matches `某网 / 社会新闻`, `某市人民政府门户网站`, `某某论坛`; must not match `某市人民政府网站抽查通报`.
const siteLine = guarded(
  /^(?:[\p{Script=Han}A-Za-z]{2,10}(?:\s[/›»>＞]\s[\p{Script=Han}A-Za-z：]{2,12}){1,3}|\p{Script=Han}{2,14}(?:门户网站|官方网站|信息网|政府网|论坛|贴吧|博客))$/u,
);

/** Tells that a line names a site or a place on it. */
function isOfSite(text: string): boolean {
  return siteLine.test(text);
}

/** 守塔人, 井, 守 塔 人: two or three characters that head the file before prose. */
function isShortTitle(line: Paragraph, paragraphs: readonly Paragraph[]): boolean {
  return (
    line === paragraphs[0] &&
    /^\p{Script=Han}(?:[ 　]{0,4}\p{Script=Han}){1,3}$/u.test(line.text) &&
    paragraphs[1]?.kind === "prose"
  );
}

const opensSubtitle = /^(?:——|──|―|--)/u;

const opensOn = guarded(/[的和与及为在对将把、，]$/u);

const quoteMark = guarded(/^[>＞]\s{0,2}/u);
const titleLabel = guarded(/^(?:原标题|原题|标\s{0,4}题|题目?)\s?[:：]\s{0,4}/u);
// Matches `= 某事 =`, `* 某事`, `## 某事`, `[01] 某事`, `[转载] 某事`, `第3期  某事`; must not match `【某地】某事`, `第3期培训班开班`.
const decoration = guarded(
  /^(?:[=*#＝＊■□◆◇●○▲△★☆]{1,6}\s{1,2}|[[［【](?:\d{1,3}|转载|转帖|原创|转|组图|图文|视频)[\]］】]\s{0,2}|第\s?\d{1,4}\s?期[\s　]{2,24})/u,
);
const endDecoration = guarded(/\s{0,2}(?:[=＝]{1,6}|\[复制链接\]|[（(]转载[）)])$/u);

/** A headline with its second line: the rest of it, or a subtitle behind a dash. */
function titleOf(text: string, next: string, apart: boolean): string {
  const bare = decoration.replaced(titleLabel.replaced(quoteMark.replaced(text, ""), ""), "");
  const title = withoutSite(lastOfPath(endDecoration.replaced(bare, "")));
  if (next === "") return title;
  if (opensSubtitle.test(next)) return title + next;
  const rest =
    !/^第[一二三四五六七八九十\d]/u.test(next) &&
    next.length <= (apart ? 3 : 5) &&
    /^[\p{Script=Han}”》！？]+$/u.test(next) &&
    title.length >= 6;
  return rest || unbalanced(title) || opensOn.test(title) ? title + next : title;
}

// Must not match a dash within the title without spaces, nor a title's second half.
const siteBehind = guarded(
  /(?:[_|丨｜]|\s[-–—]\s|--)[^_|丨｜]{0,24}(?:[_|丨｜-][^_|丨｜]{0,16})?(?:网|报|新闻|在线|频道|门户|政府|发布|客户端|\.com|\.cn|局|厅|委)[\p{Script=Han}]{0,4}$/u,
);

/** 标题_频道_某某网, 标题 - 某某网: the site's name is no part of a title, nor is what a page writes behind a line. */
function withoutSite(title: string): string {
  const bare = siteBehind.replaced(title, "").trim();
  const [first = ""] = bare.split("_");
  return first.length >= 8 && first.length < bare.length && !isOutletName(first) ? first.trim() : bare;
}

/** 某论坛 › 某板块 › 标题: what stands behind the last of several arrows. */
function lastOfPath(title: string): string {
  const steps = title.split(/\s[›»>＞]\s/u);
  return steps.length >= 3 ? (steps.at(-1) ?? title).trim() : title;
}

// Matches `安政办发〔2024〕12号`, `https://…`, `某报/2024年/1月/15日/第003版`; must not match `2024年工作综述`.
const webAddress = guarded(/^(?:https?:\/\/|www\.)/iu);
const paperNumber = guarded(/[〔[（(]\d{4}[〕\]）)]\s?(?:第\s?)?\d{1,5}\s?号$/u);
const dataLabel = guarded(
  /^字号|字号(?:\s?[:：]|大小)|字体\s?[:：]|^(?:时间|地点|参加(?:人员?)?|出席(?:人员?)?|列席|主持人?|记录人?)\s?[:：]|^(?:发件人|收件人|抄送|主题|发送时间|附件)\s?[:：]|跟[帖贴]|\d\s?条评论/u,
);

/** Lines among the headings that are data: an address, a folio, a paper's number, the size of type. */
function isData(text: string): boolean {
  return webAddress.test(text) || paperNumber.test(text) || dataLabel.test(text) || isDateLine(text);
}

function squeeze(text: string): string {
  return text.replaceAll(/[\s\p{P}]/gu, "");
}
