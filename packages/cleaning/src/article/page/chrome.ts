import type { Foreign } from "./reason.ts";
import { guarded } from "../../patterns/guarded.ts";

const control: Foreign = { rule: "cleaning/share-bar", reason: "is a control of the page", score: 0.95 };
const data: Foreign = { rule: "cleaning/page-data", reason: "is the page's data on the article", score: 0.95 };
const follow: Foreign = { rule: "cleaning/self-promotion", reason: "asks readers to follow the outlet", score: 0.9 };
const others: Foreign = { rule: "cleaning/related-news", reason: "leads to another page", score: 0.9 };

/** What apps and accounts set around an article: `原创 某号 2022-06-30 发表于某地`, `继续滑动看下一个`. */
export function chromeOf(text: string): Foreign | null {
  if (text.length > 120) return null;
  if (pointsOn(text)) return control;
  if ((text.includes("content_") || text.includes("enpproperty")) && template.test(text)) return data;
  return englishOf(text) ?? accountOf(text) ?? leadOf(text) ?? hintOf(text);
}

// Matches `↓↓↓`, `👇 👇`; must not match `▼`, `——`.
const pointers = guarded(/^(?:[↓↑⇩⇧⬇⬆👇👆👉👈☟☝\s]|\uFE0F){1,24}$/u);

/** Tells that a line only points at what stands above or below it. */
export function pointsOn(text: string): boolean {
  return text.length <= 24 && pointers.test(text);
}

// Matches `2020-11-16 2 2 报名 content_120.html /enpproperty-->`: what a paper's program left; must not match a sentence.
const template = guarded(
  /\/?enpproperty\s?-{0,2}>?|^[^。；]{0,100}(?<![\w/])content_\d{3,9}\.s?html?(?:\s[^。；]{0,40})?$/u,
);
const ofAccounts = guarded(/发表于|收录于|蓝字|播放|观看|微信公众号/u);
// Matches `↑点击蓝字关注我们↑`, `点击上方蓝字 轻松关注`; must not match a sentence.
const oneClause = guarded(/[。；]/u);
// Matches `2021-04-03 某某讯 记者 某某 编辑 某某`; must not match `2021年，编辑某某说`.
const creditedStamp = guarded(
  /^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?[\s　][^，。：]{0,40}(?:编辑|责编|审核|校对)[\s　]\p{Script=Han}{2,4}(?:[\s　]|$)/u,
);

function accountOf(text: string): Foreign | null {
  if (ofAccounts.test(text)) {
    // Matches `原创 某号 某号 2022-06-30 18:30 发表于某地`; must not match `论文发表于2022年`.
    if (/\d{4}-\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d{2})?[\s　]{0,2}发表于\p{Script=Han}{2,4}$/u.test(text)) return data;
    if (/^收录于(?:合集|话题|专辑|专栏)/u.test(text)) return data;
    if (
      text.length <= 40 &&
      !oneClause.test(text) &&
      /蓝字.{0,10}(?:关注|订阅|置顶|加入|我们)|关注.{0,6}蓝字/u.test(text)
    )
      return follow;
    // Matches `05:12 视频：某事 12.6万次播放`; must not match `播放12次`.
    if (/^(?:\d{1,2}:)?\d{1,2}:\d{2}[\s　]?.{0,70}\d万?\+?次?(?:播放|观看)(?:量)?$/u.test(text)) return others;
    if (text.length <= 24 && /^\p{Script=Han}{2,12}[\s　]+微信公众号$/u.test(text)) return data;
  }
  return creditedStamp.test(text) ? data : null;
}

// Matches `相关阅读：某事发生`, `【延伸阅读】甲事｜乙事`; must not match `相关链接：据介绍，某湖面积……。`.
const relatedLead = guarded(
  /^[【[]?(?:相关|延伸|推荐|编辑推荐|更多|往期|热门|精彩)(?:阅读|新闻|报道|推荐|回顾|文章)?(?:[】\]][：:]?|[：:])[\s　]?[^：:]{6,}/u,
);

/** A head of related articles with what it heads on one line. */
function leadOf(text: string): Foreign | null {
  return relatedLead.test(text) &&
    /^[【[]?(?:相关|延伸|推荐|编辑|更多|往期|热门|精彩)(?:阅读|新闻|报道|推荐|回顾|文章)/u.test(text) &&
    !/[。；：:]$|。/u.test(text)
    ? others
    : null;
}

const sentenceMark = guarded(/[。；]/u);
// Matches `继续滑动看下一个`, `点击加载图片`, `（广告，请继续往下阅读）`; must not match `点击陌生链接`.
const appHint = guarded(
  /^(?:(?:继续|向[上下左右])?滑动看(?:下一个|更多|全部)|点击(?:加载|放大|展开)(?:图片|全图|大图)|图片加载中.{0,3}|(?:长按|左右滑动|上下滑动)(?:查看|阅读)(?:全部|更多|大图|图片)?|轻触阅读原文|预览时标签不可点|微信扫一扫(?:关注该公众号|使用小程序)?|轻点两下取消(?:赞|在看)|正文已结束|以下内容为广告)$/u,
);
const adHint = guarded(
  /^[（(【[]?(?:广告|赞助内容|推广)[，,、\s|·—-]{1,3}.{0,10}(?:继续|往下|向下|跳过|关闭|阅读|正文)[^（(]{0,8}[）)】\]]?$/u,
);
// Matches `满意度：满意一般`; must not match `满意度：九成二`.
const votes = guarded(
  /^(?:满意度|评价|本次服务)[:：]?\s?(?:(?:非常|比较|基本|不|很)?满意|一般|有用|没用|[\s　/|]){1,8}$/u,
);
// Matches `附件下载：`, `附件：无`, `相关文档下载 共2个`; must not match `附件：1. 名单`, `不要下载附件`.
const downloads = guarded(
  /^附件[：:]\s?(?:暂?无)$|^(?:相关)?(?:附件|文档|资料|文件)下载(?:[：:]|[\s　]?共?\d{1,2}个)?$/u,
);
// Matches `更多精彩请关注某网微信公众号`; must not match `请关注天气变化`, `关注某公众号后被骗`.
const hook = guarded(
  /^(?:更多|欲知|了解|想看|欢迎|敬请|请|长按|扫码|点击|速来)[^。！？；，]{0,20}关注[^。！？；，]{1,20}(?:公众号|微信号|微博|抖音号|视频号|头条号|客户端|APP)$/iu,
);
// Matches `（来自：www.某.org 某网）`; must not match `（来源：某报）`, an article's own note.
const origin = guarded(
  /^[（(](?:来自|转自|摘自|来源|本文来自)[：:\s]?[^（()）]{0,30}(?:www\.|https?:)[^（()）]{0,60}[）)]$/u,
);
// Matches `:victory: :lol:`; must not match `12:30`.
const smileys = guarded(/^(?::[a-z_]{2,14}:\s?){1,8}$/u);
// Matches `（本栏目稿件均由本报记者采写）`, `（下转第3版）`, `（下稿接续）`; must not match `（接上文所述）`.
const paperHint = guarded(
  /^[（(](?:本(?:栏目?|版|组|期|专题|页)(?:稿件|图文|文字|图片|照片|报道|内容)?[^（()）]{2,20}(?:采写|摄影?|整理|提供|供图|编辑)|(?:下转|上接)[^（()）]{1,12}|下稿接续|下接[^（()）]{1,10}版)[）)]$/u,
);

// Matches `继续阅读剩余36%内容`, `展开剩余80%`; must not match `剩余20%的款项`.
const restHint = guarded(/^(?:继续|点击)?(?:阅读|展开|查看)(?:全文)?(?:剩余|余下)\s?\d{1,2}\s?[%％]\s?(?:的?内容)?$/u);
// Matches `喜欢就点个在看吧`, `分享让更多人看到`; must not match `他点了个赞`.
const likeHint = guarded(
  /^[^，。：“]{0,8}(?:点个|点亮|来个|右下角)[“”]?(?:在看|赞|小红心|小星星)[“”]?[^，。：“]{0,4}$|^(?:转发|分享)(?:出去|给)?[^，。：“]{0,4}让更多[^，。：“]{1,4}(?:看到|知道|受益|了解)[吧！!]?$/u,
);
// Matches `热门标签：养老 诈骗 保健品`; must not match `标签：一件衣服的来历`.
const tagRow = guarded(
  /^(?:热门|相关|文章|本文|新闻)(?:标签|关键[词字]|话题|热词(?:搜索)?)\s?[：:]\s?[\p{Script=Han}A-Za-z]{2,8}(?:[\s　,，、/|]+[\p{Script=Han}A-Za-z]{2,8}){1,12}$/u,
);
// Matches `楼主：青石板 发表于 2020-08-14 21:03`; must not match `楼主：他又来了`.
const poster = guarded(
  /^楼主[：:]\s?[^\s，。：]{1,12}(?:[\s　]+(?:发表于|发布于|时间)?\s?[：:]?\s?(?:\d{4}[-./年]\d|只看|倒序)[^，。]{0,40})$/u,
);

// Matches `[该内容已被 1,306 人浏览]`, `已被浏览318次`, `本帖已有 2.1万人收藏`; must not match `该药已被32人举报`.
const counted = guarded(
  /^[[【（(]?(?:[该本此](?:内容|文章?|页面?|帖子?|问题|回答|视频|话题)?)?已[被有经]?\s?(?:\d[\d,.]*\s?[万wk]?\+?\s?(?:人次?|次)\s?(?:浏览|阅读|收藏|点赞|查看|观看|订阅|转发)过?|(?:浏览|阅读|点击|查看|观看|下载)\s?\d[\d,.]*\s?[万wk]?\+?\s?次)[\]】）)]?$/iu,
);
// Matches `6,204 字 · 试读 40%`, `1.2万字｜约读 30 分钟`; must not match `3000字的检讨`.
const measured = guarded(/^\d[\d,.]*\s?[万千]?字\s?[·•|｜,，]\s?(?:试读|约读?|预计|阅读|读完|可读)[^。]{0,12}$/u);
// Matches `[图片]`, `[表情][表情]`, `（资料图片）`, `AI朗读：`; must not match `[注1]`.
const placeholder = guarded(
  /^[（(【[](?:相关)?(?:资料图片?|配图|图源网络|示意图|图文无关|视频截图)[）)】\]]$|^(?:人工智能|AI|语音|智能)(?:朗读|播报)\s?[:：]?$|^(?:[[【](?:图片?|动图|表情|动画表情|视频|语音|音频|照片|链接|文件|红包|位置|卡片|小程序)\d{0,2}[\]】]\s?){1,9}$/u,
);
// Matches `附件下载：示意图.jpg (1.2MB)`, `文件下载：细则.pdf`; must not match `附件：1.名单.doc`, a document's own.
const files = guarded(
  /^(?:相关)?(?:附件|文件|资料|文档)\s?\d{0,2}\s?(?:下载)?\s?[：:][^。；]{1,80}?\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|jpe?g|png|mp[34])(?:\s?[（(]\s?[\d.]+\s?[KMG]i?B?\s?[）)])?(?:\s?(?:点击|立即)?(?:下载|预览|查看))?$/iu,
);
// Matches `![](a.jpg)`, `![]()`: the mark of a picture that a converter left; must not match `！[注1]`.
const picture = guarded(/^(?:[!！][[［][^\]］]{0,60}[\]］][(（][^()（）\s]{0,300}[)）]\s?){1,9}$/u);
// Matches `×`, `☰`: the face of a button; must not match `—`, which sets parts apart, nor `↑`, what a table may say.
const face = guarded(/^[×✕✖╳☰≡⋮⋯⌃⌄‹›«»<>]{1,3}$/u);
// Matches `EN`, `中文`, `繁體`: the page in another language; must not match `中`.
const language = guarded(/^(?:ENG?|English|中文(?:版)?|繁[体體]?|简体|繁体中文|简体中文|日本語|한국어)$/iu);
// Matches `加载中，请稍候`, `若长时间无响应，请刷新本页面`; must not match `请稍候再拨`.
const loading = guarded(
  /^[^。，]{0,14}(?:加载中|正在(?:加载|载入|努力加载)|载入中)[^。]{0,16}[。.…！]{0,3}$|请(?:您)?(?:刷新|重新加载)(?:本|该|此|当前)?(?:页面?|网页|重试)[。！]?$/u,
);
const loads = guarded(/下载|预览|点击查看|\d\s?[KMG]i?B\b/iu);

/** Tells that a line is nothing but the face of a button, the name of a language or the mark of a picture. */
export function isFace(text: string): boolean {
  if (text.length <= 12 && (face.test(text) || language.test(text))) return true;
  return (text.startsWith("!") || text.startsWith("！")) && picture.test(text);
}

// Matches `UID：893113`; must not match `UID：张某`.
const member = guarded(/^(?:UID|ID|楼层|工号)\s?[：:]\s?\d{3,12}$/iu);
// Matches `客服微信 网站公众号`; must not match `客服微信群`.
const accounts = guarded(/^(?:(?:客服|官方|网站|本站|关注)(?:微信|公众号|QQ|电话|微博|抖音|小程序)[\s　|｜]*){1,6}$/iu);

function hintOf(text: string): Foreign | null {
  if (isFace(text)) return control;
  if (text.length <= 40 && loading.test(text)) return control;
  if (text.length > 110 || sentenceMark.test(text)) return null;
  if (loads.test(text) && files.test(text)) return control;
  if (text.length > 70) return null;
  if (counted.test(text) || measured.test(text)) return data;
  if (placeholder.test(text)) return control;
  if (poster.test(text) || member.test(text)) return data;
  if (accounts.test(text)) return control;
  if (tagRow.test(text)) return data;
  if (text.length > 40) return null;
  if (restHint.test(text)) return control;
  if (likeHint.test(text)) return follow;
  if (appHint.test(text)) return control;
  if (adHint.test(text)) return control;
  if (downloads.test(text) || votes.test(text)) return control;
  if (smileys.test(text)) return control;
  if (hook.test(text)) return follow;
  if (origin.test(text)) return data;
  return paperHint.test(text) ? data : null;
}

const chrome =
  /skip to|sign (?:in|up)|log ?in\b|subscribe|newsletter|cookies?\b|advertis(?:e|ing)|continue reading|read more|(?:published|updated|posted|last modified)\s?(?:on|by|at)?\s?[:：]|share (?:this|on|via)|privacy polic|terms of (?:use|service)|accept all|rights reserved|related (?:articles|stories|posts)|most (?:read|popular|viewed)|trending|follow us|download (?:the )?app|now loading|print this|back to top|leave a (?:comment|reply)|min(?:ute)?s? read|view all|see also|powered by|click here|site ?map|contact us|about us/iu;

const english = guarded(/^[\x20-\x7e\u00a0-\u00ff\u2010-\u2027｜：，繁简体中文]+$/u);

/** English words of a page's controls, among Chinese text: `Skip to main content`, `Sign in | Subscribe`. */
function englishOf(text: string): Foreign | null {
  if (text.length < 5 || !english.test(text)) return null;
  return /[a-z]{3}/iu.test(text) && chrome.test(text) ? control : null;
}
