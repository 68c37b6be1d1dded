import { chromeOf } from "./chrome.ts";
import { deviceOf } from "./devices.ts";
import { isOutletName, isVisited } from "../lines/forms.ts";
import type { Line } from "../lines/lines.ts";
import { folioOf, printedOf } from "./folios.ts";
import { guarded } from "../../patterns/guarded.ts";
import { isChannel } from "./mastheads.ts";
import type { Foreign } from "./reason.ts";
import { serviceOf } from "./services.ts";

const date = "\\d{4}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}日?";
const time = "\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?";
/** Labels of a page's own data on an article; each with what follows it up to a gap or the next label. */
const label =
  "(?:发布|发表|发稿|更新|创建|上传|录入|成文|公开|刊发|刊登|刊出|见报|登报|上网|上线|投稿|编辑|出版|印刷|打印|答复|回复|来信|留言|提问)?(?:时间|日期)|(?:答复|回复)(?:单位|部门|机构)|发布(?:者|人|单位|机构)?|(?:信息|新闻|文章|稿件|内容|原文|图片|资料|本文)?来源|来源于|稿源|转自|转载自|出处|作者|记者|通讯员|摄像|播音|主播|主持|配音|剪辑|后期|出镜|(?:撰|供|投)稿人?|文字|摄影|图文|视频|" +
  "(?:责任|值班|本期|本文|执行|网络|新媒体|实习|文字|图文)?编辑|责编|编审|编校|总编|主编|监制|统筹|策划|审核|校审|审校|总值班|值班(?:总编|主任|编委|主编)|原标题|审签|初审|复审|终审|一审|二审|三审|校对|校审|签发|排版|制作|" +
  "(?:点击|浏览|阅读|访问|查看|播放|评论|转发|点赞|收藏|分享)(?:数|量|次数|率|人次)?|人气|热度|字号|字体(?:大小)?|视力保护色|分类|所属栏目|栏目|频道|标签|版次|版面|版名|关键[字词]|tags?|keywords?|" +
  "索\\s?引\\s?号|信息分类|主题分类|发文字号|文\\s?号|发文机关|主题词|公文种类|体裁分类|服务对象|组配分类|公开类别|生效日期|废止日期|(?:当前)?(?:报纸|报刊)(?:名称)?|公开方式|公开范围|有效性|浏览器";
const weak =
  /^(?:时间|日期|作者|记者|通讯员|摄像|播音|主播|主持|配音|剪辑|后期|出镜|文字|摄影|图文|视频|(?:撰|供|投)稿人?|发布|分类|统筹|策划|制作|来源于|文\s?号|出处|原标题)$/u;
/** Labels that stand close to the field before them: `来源：某报更新时间：…`, `17:33:00来源：某网`. */
const close =
  "(?:(?:更新|发布|发表|发稿)(?:时间|日期)|(?:文章|信息|稿件)?来源|作者|(?:责任)?编辑|点击|浏览|阅读|字号|字体)";
const value = `(?:(?!\\s{2}|[|丨｜　\\t]|\\s(?:${label})\\s?[:：]|${close}\\s?[:：])[^。！？!?\\n]){0,40}`;
const field = new RegExp(
  `(${label})\\s{0,4}(?:[:：丨|｜]\\s{0,2}|\\s?/\\s?)(${value})|(责任编辑|责编|版式设计|版式|美编|组版|审校|校对)\\s{1,4}[\\p{Script=Han}]{2,4}(?![\\p{Script=Han}])`,
  "giu",
);
const fields = guarded(field);
const stamp = new RegExp(`${date}(?:日)?[\\sT]{0,4}(?:星期[一二三四五六日天])?\\s{0,2}(?:${time})?`, "gu");
/** What page furniture is made of, without a label. */
const buttons =
  /(?:字号|字体|大小|默认|分享[到至]?|微信(?:好友|扫一扫)?|朋友圈|新浪微博|微博|腾讯微博|qq空间|qq好友|qq|空间|抖音|快手|人人网|豆瓣|更多|颜色|行距|背景色?|字色|打印(?:本页|本文|此页)?|关闭(?:本页|窗口|页面)?|收藏(?:本页|本文)?|返回(?:顶部|首页|列表|上页|本版列表|目录)?|回到顶部|纠错|我要(?:纠错|评论|投稿)|评论|点赞|在看|转发|阅读|浏览|热度|举报|复制链接|扫一扫|手机(?:阅读|查看|版)|客户端|无障碍|朗读|听新闻|收听|放大|缩小|加大|减小|繁体|简体|a[+-]|[大中小]|t[+-]|\d{1,6}(?:\.\d{1,2})?万?\+?次?|print|share|facebook|whatsapp|twitter|telegram|转寄(?:好友)?|友善列印|列印|回上一?页|我来说两句|手机看新闻|weixin|weibo|wechat|次)/giu;

const visits: Foreign = { rule: "cleaning/page-data", reason: "is the page's data on the article", score: 0.95 };

/** Tells that a line is furniture of the page by its own form, wherever it stands; else null. */
export function furnitureOf(line: Line, place: "before" | "within" | "after"): Foreign | null {
  const { text } = line;
  if (text.length > 400) return disclaimerOf(line);
  return (
    fieldsOf(line, place) ??
    (isVisited(text) ? visits : null) ??
    creditsOf(text) ??
    breadcrumbOf(text) ??
    barOf(text) ??
    licenceOf(line, place) ??
    disclaimerOf(line) ??
    promotionOf(line) ??
    pageNumberOf(text) ??
    folioOf(text, place) ??
    printedOf(text, place) ??
    chromeOf(text) ??
    deviceOf(text) ??
    serviceOf(text) ??
    pagerOf(text) ??
    endMarkOf(text)
  );
}

/** Addresses that pages print beside their data: `http://www.某.cn`, `//www.某.cn/1`, `www.某.cn`. */
const addresses = guarded(/(?:(?:https?:)?\/\/|www\.)[\w.~%?&=#:/-]{4,300}/giu);

const timedValue = guarded(new RegExp(`^${date}\\s{0,2}${time}`, "u"));
const bareDay = guarded(/^(?:时间|日期)$/u);

/** The labelled facts of a line, such as 来源：新华社; what day a label is of stands before it: 打印时间, 见报日期. */
export function labelledIn(text: string): { label: string; value: string }[] {
  if (!mayHoldFields.test(text)) return [];
  return fields
    .all(text)
    .filter((match) => match[1] !== undefined)
    .map((match) => ({
      label:
        (bareDay.test(match[1] ?? "")
          ? (/\p{Script=Han}{1,6}$/u.exec(text.slice(Math.max(0, match.index - 6), match.index))?.[0] ?? "")
          : "") + (match[1] ?? "").replaceAll(/\s/gu, ""),
      value: (match[2] ?? "").replaceAll(/^[\s（(【[]+|[\s）)】\]|丨]+$/gu, ""),
    }));
}

/** What every field, every time of day and every folio has something of. */
const mayHoldFields = guarded(/[:：丨|｜/]|星期|(?:编辑|责编|设计|版式|美编|组版|审校|校对)\s/u);

const datedField = guarded(new RegExp(`^(?:时间|日期)\\s?[:：]\\s?${date}\\s{0,4}(?:${time})?$`, "u"));
const folioDay = guarded(/日\s{0,4}星期[一二三四五六日天]/u);
const titledDay = guarded(/^\p{Script=Han}{4,}[（(]\d{1,2}月\d{1,2}日[^（()）]{0,12}[）)]$/u);
const clauseEnd = guarded(/[，。]/u);

/** A line made of labelled facts and stamps only: 发布时间：2023-12-20 10:31 来源：某网 点击：12 */
function fieldsOf({ text, marked, sentences }: Line, place: "before" | "within" | "after"): Foreign | null {
  if (marked || text.length > 200 || (sentences > 0 && text.length > 80) || !mayHoldFields.test(text)) return null;
  const labels: string[] = [];
  let stamps = 0;
  // `林青 发布时间：2020-07-03 17:33`: beside a stamp that its label takes with it, a name may stand bare.
  let taken = false;
  let rest = addresses
    .replaced(text, " ")
    .replaceAll(field, (_all, name: string | undefined, told: string | undefined, editor: string | undefined) => {
      const one = (name ?? editor ?? "").replaceAll(/\s/gu, "");
      labels.push(one);
      if (told !== undefined && timedValue.test(told) && !weak.test(one)) taken = true;
      return " ";
    });
  let timed = false;
  rest = rest.replaceAll(stamp, (all) => {
    stamps++;
    if (/[:：]/u.test(all)) timed = true;
    return " ";
  });
  // 2023年5月31日 星期三 is a newspaper's folio, and no title with its day in brackets: 节目预告（9月12日 星期六）.
  const folio = folioDay.test(text) && text.length <= 48 && !clauseEnd.test(text) && !titledDay.test(text);
  if (folio) return { rule: "cleaning/page-data", reason: "is the page's data on the article", score: 0.9 };
  rest = rest.replaceAll(/(?:电话|信箱|邮箱|热线|传真)\s{0,2}[\d@\w.()（）-]{5,40}/gu, " ");
  if (labels.length === 0 && !timed) return null;
  if (counted.test(text)) return null;
  const words = rest.replaceAll(buttons, " ").replaceAll(/[\s\p{P}\p{S}]/gu, "");
  // A stamp is often followed by the outlet's bare name: 2023-12-20 10:31 某某网
  const allowed = taken || (stamps > 0 && (labels.length > 0 || timed)) ? 12 : 0;
  if (words.length > allowed) return null;
  const strong = labels.filter((name) => !weak.test(name));
  // 时间：2024-01-15 09:12: the field has taken the stamp with it.
  const dated = datedField.test(text);
  // 2021-07-09 作者：某某: a day and a field and nothing else.
  const alone = stamps > 0 && labels.length > 0 && words.length === 0;
  if (strong.length === 0 && !timed && !alone && (place === "within" || (labels.length < 2 && !dated))) return null;
  const editors = /编辑|责编|审|校|监制|签发/u.test(labels.join(" "));
  return editors && !/来源|时间|日期/u.test(labels.join(" "))
    ? { rule: "cleaning/editor-line", reason: "names who edited the page", score: 0.95 }
    : { rule: "cleaning/page-data", reason: "is the page's data on the article", score: 0.95 };
}

// Matches `评论：别把读者当流量`, `分享：一位母亲的手记`, headlines; must not match `评论：12`, `分享：微信 微博`.
const counted = guarded(
  /^(?:评论|分享|热度|人气|阅读|播放|访问|收藏)[:：]\s?(?=[\p{Script=Han}“《])(?!(?:微信|微博|朋友圈|新浪|腾讯|QQ|暂无|已关闭|正常|加载))[^\d\s|｜丨：:]{5,40}$/u,
);

const labelMark = guarded(/[：:/]/u);
const ofEditors = guarded(/[编审校责监]|统筹|策划|设计|视觉|总监|制[图作]/u);

/** 编辑：某某 视觉/某某 值班总监：某某 */
function creditsOf(text: string): Foreign | null {
  if (text.length > 80 || !labelMark.test(text) || !ofEditors.test(text)) return null;
  let edits = false;
  for (const unit of text.replaceAll(/^[（(【[]|[）)】\]]$/gu, "").split(/[\s，,；;|丨]+/u)) {
    // Matches `编辑：甲某`, `视觉/甲某、乙某`; must not match `编辑：你怎么看这件事`.
    const [, role] = /^(\p{Script=Han}{2,6})[：:/]\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){0,6}$/u.exec(unit) ?? [];
    if (role !== undefined) edits ||= /编|审|校|责|监制|总监|统筹|策划|设计|视觉|制[图作]/u.test(role);
    else if (!edits || !/^\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){0,6}$/u.test(unit)) return null;
  }
  return edits ? { rule: "cleaning/editor-line", reason: "names who edited the page", score: 0.95 } : null;
}

const arrow = guarded(/\s?(?:>{1,2}|》|»|›|→|\/|＞)\s?/u);
const placeOnSite = guarded(/^(?:您|你)?(?:现在|当前)?的?所?在?的?(?:位置|当前位置)(?:是)?\s?[:：]/u);
const homePage = guarded(/^(?:网站|本站)?(?:首页|主页|home)$|首页$/iu);

// Matches `首页 民生服务 某事`, `某省分社正文`; must not match `首页改版`, `正文`.
const bareSteps = guarded(
  /^(?:网站|本站)?首页[\s　]+[^。；，]{4,110}$|^\p{Script=Han}{2,8}(?:分社|频道|新闻网|中心)\s?正文$/u,
);

const leadsTo = guarded(/^[^。，：；>]{2,16}\s?[>›»＞]$/u);

/** 首页 > 新闻 > 正文 */
function breadcrumbOf(text: string): Foreign | null {
  if (text.length > 120) return null;
  // `某个专题 >`: leads to where the page is filed.
  if (leadsTo.test(text)) {
    return { rule: "cleaning/breadcrumb", reason: "leads to where the page is filed", score: 0.9 };
  }
  // `首页 民生服务 民生百问 某事发生`, `某省分社正文`: steps whose marks were lost.
  if (bareSteps.test(text) && text.length <= 120) {
    return { rule: "cleaning/breadcrumb", reason: "tells where on the site the page stands", score: 0.9 };
  }
  const here = placeOnSite.test(text);
  const steps = arrow.split(text).filter((step) => step !== "");
  const home = homePage.test(steps[0] ?? "");
  const path = steps.length >= 3 && steps.every((step) => step.length <= 14 && !/[。，；]/u.test(step));
  // `某某网 > 法治 > 案件追踪`: an arrow that only pages use.
  const site = path && /[>»›＞]/u.test(text) && steps.every((step) => /^[\p{Script=Han}A-Za-z]{2,8}$/u.test(step));
  // `某某日报数字报 > 第A05版：社会`
  const paper =
    steps.length === 2 &&
    /[>»›＞]/u.test(text) &&
    /(?:报|网|在线|频道|中心)$/u.test(steps[0] ?? "") &&
    text.length <= 40;
  // `某某网 / 社会新闻`: a site and its channel.
  const channel = steps.length === 2 && isOutletName(steps[0] ?? "") && isChannel(steps[1] ?? "");
  if (
    here ||
    // `首页 > 新闻中心某地聚焦 某事发生`: steps run together, the last of them the headline.
    (home && steps.length >= 2 && /[>›»＞]/u.test(text) && !/[。；]/u.test(text)) ||
    site ||
    paper ||
    channel ||
    (path && (home || steps.at(-1) === "正文")) ||
    (home && steps.length === 2 && text.length < 30)
  ) {
    return { rule: "cleaning/breadcrumb", reason: "tells where on the site the page stands", score: 0.97 };
  }
  return null;
}

/** The Han characters that buttons are written with: a line with any other is none of theirs. */
const ofButtons: ReadonlySet<string> = new Set(buttons.source.match(/\p{Script=Han}/gu));

/** 分享到：微信 微博 打印 关闭 */
function barOf(text: string): Foreign | null {
  if (text.length > 80) return null;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff && !ofButtons.has(text.charAt(at))) return null;
  }
  let count = 0;
  const rest = text.replaceAll(buttons, (word) => {
    if (!/^\d/u.test(word) && !/^[大中小]$/u.test(word)) count++;
    return "";
  });
  if (count === 0 || rest.replaceAll(/[\s\p{P}\p{S}]/gu, "").length > 0) return null;
  if (
    count === 1 &&
    !/^[【[].*[】\]]$|[:：]$|打印|返回|关闭|收藏|扫一扫|^(?:字[号体]|分享|点赞|转发|举报|纠错)$/u.test(text)
  )
    return null;
  return { rule: "cleaning/share-bar", reason: "is a row of the page's buttons", score: 0.95 };
}

const licence = guarded(
  /(?:ICP[备证]|ICP\s?备案|公网安备|网安备|许可证(?:号|编号)?\s?[:：]|信息服务许可|视听(?:节目)?许可|增值电信业务|版权所有|copyright|©|all rights reserved|网站标识码|备案号|技术支持\s?[:：]|主办(?:单位)?\s?[:：]|承办(?:单位)?\s?[:：]|违法和不良信息举报|建议使用.{0,12}浏览器|统一社会信用代码|网站地图|联系我们|关于我们|友情链接)/giu,
);
const contact = guarded(
  /(?:(?:联系|咨询|投稿|服务|客服|新闻|广告|值班|举报)?(?:电话|热线|传真|邮箱|邮编|地址|qq群?|微信号?|公众号|e-?mail|邮政编码|联系人|网址))\s?[:：]/giu,
);

const publicService = guarded(/举报|报警|投诉|警|自首|线索|反诈/u);
const ofOutlets = guarded(/投稿|邮编|传真|广告部|发行部/u);

function licenceOf({ text, sentences }: Line, place: "before" | "within" | "after"): Foreign | null {
  if (sentences > 1) return null;
  const marks = licence.found(text).length;
  if (marks >= 2 || (marks === 1 && (/\d{5,}|[号©]/u.test(text) || place === "after") && text.length < 120)) {
    return { rule: "cleaning/licence", reason: "is the site's licence or imprint", score: 0.95 };
  }
  const contacts = contact.found(text).length;
  // 举报电话 and 报警电话 are what a bulletin is for.
  const public_ = publicService.test(text) && !ofOutlets.test(text);
  if (contacts > 0 && place !== "within" && !public_) {
    if (contacts >= 2 || (place === "after" && text.length < 60)) {
      return { rule: "cleaning/contact-line", reason: "tells how to reach the site", score: 0.85 };
    }
  }
  return null;
}

const disclaimers = [
  /^[（(【[*※]*(?:免责声明|版权声明|特别声明|郑重声明|声明|温馨提示|注|版权说明)\s?[:：]/u,
  /转载(?:请|须|需|时|目的|自)|未经.{0,12}(?:授权|许可|同意)|不得(?:转载|摘编|复制)|严禁转载/u,
  /不代表.{0,16}(?:观点|立场|意见)|仅代表.{0,12}(?:观点|作者)|仅供.{0,8}参考/u,
  /侵权|侵犯.{0,8}(?:权益|版权|著作权)|版权归.{0,12}所有|著作权/u,
  /删除|更正|撤除|与(?:本网|本站|我们|我).{0,6}联系|联系(?:本网|本站|我们)/u,
  /本(?:网|站|平台|公众号|号)|注明.{0,6}(?:来源|出处)|凡(?:本网|注明|来源)|(?:文章|图片|内容|素材)(?:来自|来源于?|转自)(?:网络|互联网)/u,
];

const ofDisclaimers = guarded(/转载|声明|侵权|版权|代表|注明|摘编|著作/u);
// Matches `版权归某某日报社所有`; must not match a sentence on the law of copyright.
const rightsOf = guarded(
  /^(?:本文(?:来源于?|转自|转载自|选自)[^，。]{1,20}[，。；\s])?(?:图文|文章)?版权归[^，。]{1,20}所有[。，；！]?/u,
);

// Matches `本邮件及其附件可能含有保密信息，…请删除并通知发件人。`; must not match `邮件里的保密信息被泄露`.
const ofMail = guarded(
  /^本(?:电子)?(?:邮件|传真)(?:及其?附件|内容)?[^。]{0,30}(?:保密|机密|专有|特权)[^。]{0,60}(?:收件人|删除|发件人)/u,
);

/** 声明：本文转载自网络，不代表本站观点，如有侵权请联系删除。 */
function disclaimerOf({ text, sentences }: Line): Foreign | null {
  if (text.length <= 300 && ofMail.test(text))
    return { rule: "cleaning/disclaimer", reason: "is a mail's notice of secrecy", score: 0.9 };
  if (text.length > 600 || sentences > 8 || !ofDisclaimers.test(text)) return null;
  if (text.length < 60 && rightsOf.test(text)) {
    return { rule: "cleaning/disclaimer", reason: "is the site's disclaimer", score: 0.85 };
  }
  const hits = disclaimers.filter((pattern) => pattern.test(text)).length;
  const about =
    disclaimers[5]?.test(text) === true || disclaimers[0]?.test(text) === true || disclaimers[1]?.test(text) === true;
  if (hits >= 3 || (hits === 2 && about && text.length < 120)) {
    return { rule: "cleaning/disclaimer", reason: "is the site's disclaimer", score: 0.8 + hits * 0.03 };
  }
  return null;
}

// Matches `关注公众号 了解更多反诈知识` and `↓↓↓点击阅读原文`, whatever the account is about.
const followCall = guarded(
  /^[↓▼👇\s]{0,6}(?:(?:欢迎|请|敬请)?关注.{0,16}(?:公众号|视频号|抖音号|服务号)|点击.{0,4}阅读原文)/u,
);
const quotation = guarded(/^[“‘].*[”’][，。；]?$/u);
const ofPolice = guarded(/反诈|防骗|公安|警|举报|诈/u);

/** 扫描二维码关注某某公众号；更多精彩请下载客户端 */
function promotionOf({ text, sentences }: Line): Foreign | null {
  if (text.length <= 40 && sentences === 0 && followCall.test(text)) {
    return { rule: "cleaning/self-promotion", reason: "asks readers to follow the outlet", score: 0.85 };
  }
  // A quotation is of what someone said, or of what a fraud wrote.
  if (quotation.test(text)) return null;
  if (text.length > 70 || sentences > 1 || ofPolice.test(text)) return null;
  // Matches `扫码关注“某某发布”`, `更多精彩内容，请下载客户端`, `[点击查看更多图片]`; must not match `点击陌生链接`.
  const calls =
    /(?:扫描?|长按|识别).{0,8}(?:二维码|码).{0,6}(?:关注|下载|进入|加入|观看|阅读)|关注.{0,24}(?:公众号|视频号|抖音号|微博|微信号)|更多(?:精彩|内容|资讯|新闻|详情|信息).{0,10}(?:请|敬请|关注|下载|点击|尽在)|(?:请|欢迎)?下载.{0,16}(?:新闻|日报|网)客户端|^[【[（(]?点击(?:查看|阅读|进入|蓝字|上方|下方|图片|这里).{0,12}[】\]）)]?$|^(?:点|戳).{0,4}(?:阅读原文|在看|这里)/u;
  return calls.test(text)
    ? { rule: "cleaning/self-promotion", reason: "asks readers to follow the outlet", score: 0.85 }
    : null;
}

const pageOfPages = guarded(/^\d{1,3}\s?\/\s?\d{1,3}$/u);

/** - 3 -, 第3页 共5页 */
function pageNumberOf(text: string): Foreign | null {
  if (text.length > 20) return null;
  // Matches `— 3 —` and `第3页 共5页`; must not match `3` or `-3.5`.
  const number = /^[-—–·]{1,2}\s?\d{1,4}\s?[-—–·]{1,2}$|^第\s?\d{1,4}\s?页(?:\s?[，,/]?\s?共\s?\d{1,4}\s?页)?$/u;
  // Matches `第A03版`, `03版 要闻`, `A03版：要闻`; must not match `第3版指南`.
  const folio =
    /^第?\s?[A-Z]?\d{1,2}\s?版(?:\s?[:：|丨]?\s?(?:要闻|本地|时政|新闻|国内|法治|社会|综合|深度|专题|广告|理论|民生|特刊|评论))?$/u;
  // `3/12`: the page of how many.
  const [page = 0, pages = 0] = pageOfPages.test(text) ? text.split("/").map(Number) : [];
  return number.test(text) || folio.test(text) || (pages > 1 && page > 0 && page <= pages)
    ? { rule: "cleaning/running-head", reason: "is a page's number", score: 0.95 }
    : null;
}

// Matches `— END —`, `广告`; must not match `（完）`, which is the article's own.
const endMark = guarded(/^[-—–=*·\s]{0,6}END[-—–=*·\s]{0,6}$/iu);
const advertisementMark = guarded(/^[-—–【（(\s]{0,4}广告[-—–】）)\s]{0,4}$/u);

/** — END — and a box that says no more than 广告. */
function endMarkOf(text: string): Foreign | null {
  if (endMark.test(text) || advertisementMark.test(text)) {
    return { rule: "cleaning/page-data", reason: "marks what stands around it", score: 0.9 };
  }
  return null;
}

// Matches `上一篇：某某` and `下一页`; must not match `下一步，`.
const neighbourPage = guarded(
  /^(?:[<«‹【[（(]?\s?)(?:上|下|前|后)[一]?(?:篇|页|条|章|则|版)(?:\s?[:：】\])）»>›]|$|\s)/u,
);
const otherPage = guarded(
  /^(?:没有了|返回列表|(?:原帖|原文|原贴)(?:地址|链接)?|(?:查看|阅读|点击(?:查看|阅读)?)(?:原文|全文|更多|详情))(?:[:：]?\s?(?:https?:\/\/\S{1,200})?|[>»]{1,2})$/u,
);

/** 上一篇：… 下一页 1 2 3 */
function pagerOf(text: string): Foreign | null {
  if (text.length > 120) return null;
  if (neighbourPage.test(text) || otherPage.test(text)) {
    return { rule: "cleaning/related-news", reason: "leads to another page", score: 0.95 };
  }
  return null;
}

// Matches `【相关新闻】` and `更多精彩：`; must not match `相关新闻工作者表示`.
const relatedHead = guarded(
  /^[【[（(■●◆★▼▎|]{0,2}\s?(?:(?:相关|延伸|推荐|热门|最新|精彩|猜你|更多|往期|近期|本类|同类|图片|热点|焦点|今日|编辑|大家|为您|其他|其它|点击)(?:都在)?(?:新闻|阅读|链接|报道|文章|推荐|精彩|喜欢|资讯|内容|回顾|排行|热点|要闻|视频|图文|专题|信息|搜索|看|在看|搜|头条)(?:推荐|排行榜?|内容)?|(?:\d{2}小时|本周|一周|今日|本月|每日)?(?:新闻|点击|阅读|跟[帖贴]|评论|热点|热文|资讯)排行榜?|热搜榜?|大家还在看|(?:相关|推荐|热门|更多)(?:声音|节目|音频|专辑|问答|帖子|作品|课程|游记|小说|专栏|博文|回答)|本版(?:新闻|要闻|目录|导航|文章|标题)|网友评论|最新评论|全部评论|发表评论)\s?[】\]）)：:▼>»]{0,2}$/u,
);

/** Tells that a line opens a list of other articles: 相关阅读, 延伸阅读, 热门新闻. */
export function opensRelated(text: string): boolean {
  return relatedHead.test(text);
}
