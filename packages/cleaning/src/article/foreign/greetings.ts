import type { Foreign } from "../page/reason.ts";
import { sharedPairs } from "./pairs.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

const greeting: Foreign = { rule: "cleaning/page-data", reason: "greets the site's readers", score: 0.9 };
const opening: Foreign = { rule: "cleaning/page-data", reason: "tells where the article begins", score: 0.9 };

// Matches `正文开始：`, `以下是正文`, `正文如下：`; must not match `正文开始前，`.
const marksBeginning = guarded(
  /^[-—–=*\s]{0,6}(?:以下(?:是|为))?(?:文章)?正文(?:内容)?(?:开始|如下)?[：:]?[-—–=*\s]{0,6}$/u,
);
// Matches `欢迎您来到某某资讯，本页内容是《…》`; must not match `欢迎来到清河，村口的牌子上写着`.
const welcomes = guarded(
  /^(?:您好[，,！!]{0,2})?(?:欢迎|感谢)(?:您|你|大家|各位)?(?:的)?(?:来到|光临|访问|浏览|阅读|收看|关注|点击|支持)/u,
);
const ofPages = guarded(
  /本(?:页面?|文|篇|站|网)(?:的?(?:内容|标题|主题|主要|链接|地址|由)|为您)|转发(?:一个|一下)|收藏本|分享给/u,
);
/** Who speaks for the site, and what it does for whom. */
const serves = guarded(
  /为(?:您|大家)(?:带来|提供|整理|推荐|介绍|分享|精选|呈现|推送|解读)|帮助您|帮您|通知到?您|方便您|让您|给您|供您|您(?:可以?)?在(?:这里|本站|此)|您所?(?:感兴趣|关心|需要)的/u,
);
const services = guarded(
  /资讯|订阅|收藏|浏览|阅读|本站|网站|平台|推荐|推送|通知|下载|免费|注册|检索|搜索|大数据|信息量|小编|栏目|频道/gu,
);
// Matches `清河在线讯（通讯员 …）`, `本报讯 3日`; must not match `通讯（`.
const opensReport = guarded(/^[【（(]?[^，。：\s]{1,16}(?:讯|电)[】）)\s（(]|^记者|^近日|^日前/u);

/**
 * Marks what a site says to its readers before the article begins: a welcome that names the page, where the text
 * starts, and paragraphs that serve the reader and share no word with the article below.
 */
export function markGreetings(views: readonly View[], forms: (Foreign | null)[]): void {
  const most = Math.min(8, views.length - 1);
  let end = 0;
  for (let i = 0; i < most; i++) {
    const { text } = views[i]?.line ?? { text: "" };
    const opens = forms[i] === null && text.length <= 24 && marksBeginning.test(text);
    if (opens && !views.some(({ prose }, j) => j < i && prose && forms[j] === null)) forms[i] = opening;
    else if (text.length <= 120 && welcomes.test(text) && ofPages.test(text)) forms[i] = greeting;
    if (end === i && isOfSite(views, i)) end = i + 1;
  }
  if (end === 0) return;
  const said = views.slice(0, end).map(({ line }) => line.text);
  const served = new Set(said.flatMap((text) => services.found(text)));
  if (served.size < 3 || !said.some((text) => serves.test(text))) return;
  const rest = views.slice(end).map(({ line }) => line.text);
  if (!views.slice(end).some(({ prose, line }) => prose && opensReport.test(line.text))) return;
  // A soft opening of the article's own has its words.
  if (said.some((text) => sharedPairs(text, rest) > 0.25)) return;
  for (let i = 0; i < end; i++) forms[i] ??= greeting;
}

const closing: Foreign = { rule: "cleaning/disclaimer", reason: "is the page speaking of itself", score: 0.9 };
const ofSite = guarded(/本(?:站|网站?|论坛|平台|公众号|社区|频道)|网友|转载|版权|侵权/gu);

/** Marks what a site says of itself in the paragraphs right above its disclaimer, where the article has ended. */
export function markClosings(views: readonly View[], forms: (Foreign | null)[]): void {
  let i = forms.findIndex(
    (form, j) => j > 0 && form?.rule === "cleaning/disclaimer" && forms.slice(j).every((one) => one !== null),
  );
  for (i--; i > 0; i--) {
    const view = views[i];
    if (view === undefined || !view.line.closed || view.plain || view.cues.days > 0) return;
    if (new Set(ofSite.found(view.line.text)).size < 2) return;
    if (
      sharedPairs(
        view.line.text,
        views.slice(0, i).map(({ line }) => line.text),
      ) > 0.25
    )
      return;
    forms[i] ??= closing;
  }
}

/** A sentence at the top that reports nothing. */
function isOfSite(views: readonly View[], i: number): boolean {
  const view = views[i];
  if (view === undefined || !view.line.closed || view.note) return false;
  return view.reports <= 1 && view.cues.days + view.cues.quoted === 0 && !opensReport.test(view.line.text);
}
