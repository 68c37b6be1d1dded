import { isDay, isField, isTurn } from "../lines/forms.ts";
import type { Judged } from "./judgement.ts";
import { isNames } from "./names.ts";
import { isProgramme, rowsOf } from "../lines/rows.ts";
import { shortLines } from "./short-lines.ts";
import { topicSentences } from "./topics.ts";
import { versesOf } from "../lines/verses.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

const label = guarded(/^【\p{Script=Han}{2,4}】$/u);
const introduction = guarded(/[^\s：]{3}：$/u);

/**
 * What weighs less than this is kept anyway, as two turns between what is the article's and what is foreign cost less:
 * it is not asked whether it should weigh less still.
 */
const surely = -4.5;

/** Keeps lines whose form is an article's own: fields and entries, days of a diary, heads of boxes and of a script. */
export function keepOwnForms(views: readonly View[], weights: number[], judged: readonly Judged[]): void {
  const less = (i: number, by: number): void => {
    if (judged[i]?.formed === false) weights[i] = (weights[i] ?? 0) - by;
  };
  const isNotice = views.slice(0, 3).some(({ line, prose }) => !prose && notice.test(line.text));
  const hasLetters = views.some(({ line }) => salutation.test(line.text));
  const days: number[] = [];
  const labels: number[] = [];
  const directions: number[] = [];
  const people: number[] = [];
  const entries: number[] = [];
  const turns: number[] = [];
  const kin: number[] = [];
  const years: number[] = [];
  const sections: number[] = [];
  const marks = new Map<string, number[]>();
  for (const [i, view] of views.entries()) {
    const { text, han } = view.line;
    if (ofSection.test(text)) sections.push(i);
    if ((han > 40 || view.prose) && announces.test(text)) keepEntries(views, i, less);
    // A notice of a court is the article itself where it stands under its own headline.
    if (isNotice && judged[i]?.why?.rule === "cleaning/legal-notice") less(i, 9);
    if (han > 40) continue;
    if (isNotice && (text.endsWith("。") || official.test(text)) && contactLine.test(text)) less(i, 9);
    // Whom a reward is asked of: `某警官 139…`.
    if (isNotice && officer.test(text)) less(i, 9);
    const next = views[i + 1];
    if (isDirection(text)) directions.push(i);
    if (isPerson(text)) people.push(i);
    if (isTold(view)) entries.push(i);
    if (ofKin.test(text)) kin.push(i);
    if (ofYear.test(text)) years.push(i);
    // Turns of a talk in a group: `【7栋-健身的】到`.
    if (/^【[^【】]{2,12}】[^万元\d]{0,3}\d?[^万元\d]{1,12}$/u.test(text) && view.cues.phones === 0) turns.push(i);
    const mark = /^[^\p{L}\p{N}\p{P}\s]/u.exec(text)?.[0] ?? "";
    if (mark !== "" && !bullets.test(mark)) marks.set(mark, [...(marks.get(mark) ?? []), i]);
    if (isDay(text) || isDayThere(text)) days.push(i);
    else if (label.test(text)) labels.push(i);
    // The article's whatever its form: most lines are.
    else if ((weights[i] ?? 0) < surely) continue;
    else if ((isField(text) && view.cues.phones === 0) || /^时间[：:].{4,24}[，；\s　]地点[：:]/u.test(text))
      less(i, 6);
    else if (isWish(text) || isAside(text) || signsOffice.test(text) || ofAuthor.test(text)) less(i, 9);
    // `各县区预约电话如下：`
    else if (/(?:如下|以下|下列)[^，。]{0,8}：$/u.test(text)) less(i, 5);
    else if (isFlatTable(view)) less(i, 3);
    else if (isStatedNumber(text)) less(i, 4);
    else if (isCondolence(text) && view.cues.phones === 0) less(i, 5);
    else if (isEnclosure(text) || (/\S[\s、]\S/u.test(text) && isNames(text))) less(i, 6);
    else if (
      isBoxHead(text) &&
      next?.prose === true &&
      next.line.closed &&
      next.line.han > (next.line.text.endsWith("。") ? 10 : 20)
    )
      less(i, 9);
    else if (isOffices(text)) less(i, 5);
    else if (ofPaper.test(text)) less(i, 6);
    else if (hasLetters && isSentFrom(view, next)) less(i, 6);
    else if (/^[△▲▼▽◁▷↑↓←→]\s?\p{Script=Han}{6,30}$/u.test(text) && view.cues.words.length < 2) less(i, 3);
    else if (introduction.test(text) && view.cues.labels === 0 && introducesItems(views, weights, i)) less(i, 3);
    // The next line goes on with it.
    else if (isInside(views, i)) less(i, 9);
    else if (isBroken(view) && next?.prose === true && (weights[i + 1] ?? 0) < -2) less(i, 3);
    else if (isLeftOpen(view, next)) for (const j of brokenSentence(views, weights, i)) less(j, 6);
  }
  // One day may be the page's; days in a row open or close the entries of a diary, or letters.
  if (days.length > 1) for (const i of days) weights[i] = Math.min(0, weights[i] ?? 0) - 9;
  const verses = versesOf(views.map(({ line }) => line));
  if (verses.size > 0)
    for (const [i, { line, cues }] of views.entries()) if (verses.has(line) && cues.words.length === 0) less(i, 6);
  for (const i of shortLines(views, judged)) weights[i] = Math.min(0, weights[i] ?? 0) - 9;
  for (const i of topicSentences(views)) weights[i] = Math.min(0, weights[i] ?? 0) - 9;
  keepRows(views, weights, less);
  const english = [...views.keys()].filter((i) => englishSentence.test(views[i]?.line.text ?? ""));
  if (english.length > 2) for (const i of english) less(i, 3);
  if (labels.length > 1) for (const i of labels) less(i, 4);
  if (directions.length > 1) for (const i of directions) less(i, 5);
  // Who signs a letter stands last.
  const signer = people.at(-1) ?? views.length;
  if (views.slice(signer + 1).every((view, k) => view.note || (weights[signer + 1 + k] ?? 0) > 0)) less(signer, 5);
  if (people.length > 2) for (const i of people) less(i, 5);
  for (const i of entries) {
    const sold = Math.max(weights[i - 1] ?? 0, weights[i + 1] ?? 0) > 1.5;
    if (entries.length > 2) less(i, 5);
    else if (!sold) less(i, 1);
  }
  if (sections.length > 2) for (const i of sections) less(i, 5);
  if (kin.length > 1) for (const i of kin) less(i, 6);
  if (years.length > 1) for (const i of years) less(i, 6);
  if (turns.length > 2) for (const i of turns) less(i, 5);
  for (const found of marks.values()) if (found.length > 2) for (const i of found) less(i, 4);
  keepSums(views, weights, less);
  keepParallels(views, less);
  // A headline stands above the day and the author of its article.
  for (const [i, { line, prose }] of views.entries()) {
    const data = judged[i + 1]?.why?.rule === "cleaning/page-data" && judged[i + 1]?.formed === true;
    const dated = /(?:19|20)\d{2}[-/.年]\d/u.test(views[i + 1]?.line.text ?? "");
    if (!prose && data && dated && line.han >= 4 && views[i + 2]?.prose === true) less(i, 3);
  }
  keepSubheads(views, less);
}

// Where it was first printed: matches `（本文刊于《城市管理》2023年第11期）`; must not match `《城市管理》在读者中`.
const ofPaper = guarded(
  /^[（(]?(?:本文|原文|此文|该文)?(?:原载|原刊|刊于|载于|刊[载发登]于|发表于|[摘选]自|节选自)[^。《]{0,8}《[^》]{2,24}》[^。]{0,24}[）)]?$/u,
);
// Matches `三、处理办法：凭包装退款。`; must not match `三、四线城市`.
const ofSection = guarded(/^[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])\p{Script=Han}/u);
// Who mourns: matches `长子 蓬一鸣 媳 米佳`; must not match `女 33岁 教师`.
const ofKin = guarded(
  /^(?:[长次三四幼]?(?:子|女|婿|媳|孙)|儿媳|孙女|孙子|外孙女?|夫人|丈夫|妻子?|胞[弟妹兄姐])(?:[\s　]+\p{Script=Han}{1,4}){1,8}$/u,
);
// An entry of a chronicle: matches `2008年：订单腰斩，亏损310万元`; must not match `2008年，订单腰斩`.
const ofYear = guarded(/^(?:1[89]|20)\d{2}年(?:\d{1,2}月)?[：:]\s?\S/u);

// What a notice in two languages says again: matches `We apologise for any inconvenience.`; must not match `Sale 50% off`.
const englishSentence = guarded(/^[A-Z][A-Za-z\d ,;:'’()%–-]{24,400}\.(?: [A-Z][A-Za-z\d ,;:'’()%–.-]{8,400}\.)?$/u);

/**
 * Keeps the rows of a list in columns and what is on at which time, with the bare head above; not what is sold so, nor
 * the page's lists behind the article's last sentence.
 */
function keepRows(views: readonly View[], weights: readonly number[], less: (i: number, by: number) => void): void {
  const found = rowsOf(views.map(({ line }) => line));
  const last = views.findLastIndex(({ prose }, i) => prose && (weights[i] ?? 0) < -1);
  const rows = [...views.keys()].filter((i) => {
    const view = views[i];
    return i < last && view !== undefined && (found.has(view.line) || isProgramme(view.line.text));
  });
  const loud = rows.filter((i) => {
    const cues = views[i]?.cues;
    return (
      cues !== undefined && (cues.discounts > 0 || cues.words.some(({ kind }) => kind === "offer" || kind === "call"))
    );
  });
  const reached = rows.some((i) => (views[i]?.cues.phones ?? 0) + (views[i]?.cues.links ?? 0) > 0);
  if (reached || loud.length * 3 >= rows.length * 2) return;
  for (const i of rows) {
    less(i, loud.includes(i) ? 9 : 6);
    if (!rows.includes(i - 1) && /^\p{Script=Han}{2,12}$/u.test(views[i - 1]?.line.text ?? "")) less(i - 1, 6);
  }
}

/** Keeps a bare line between paragraphs where the article has others of the kind: its subheads. */
function keepSubheads(views: readonly View[], less: (i: number, by: number) => void): void {
  const heads: number[] = [];
  for (const [i, { line, prose }] of views.entries()) {
    const parts = [views[i - 1], views[i + 1]];
    if (!prose && /^[\p{Script=Han}“”《》、，]{4,14}$/u.test(line.text) && parts.every((one) => one?.prose === true))
      heads.push(i);
  }
  if (heads.length > 1) for (const i of heads) less(i, 2);
}

// Matches `以下网点照常营业，请收好。`, `名单如下。`; must not match `零度以下。`.
const announces = guarded(/(?:以下|下列)(?!降|滑|跌|的?(?:人|儿童|老人))\p{Script=Han}|如下|名单|一览/u);

/** Matches `第23天 23：15`, `9月10日 内蒙古商都 晴`; must not match `3月5日 政治 强化`. */
function isDayThere(text: string): boolean {
  return (
    text.length <= 24 &&
    /^(?:第[一二三四五六七八九十百\d]{1,4}天(?:[\s　，]{1,3}\d{1,2}[:：]\d{2})?|\d{1,2}月\d{1,2}日[\s　]{1,3}\p{Script=Han}{2,8}[\s　]{1,3}[晴阴多云小中大到暴雷阵雨雪转雾霾风沙尘霜]{1,8})$/u.test(
      text,
    )
  );
}

/** What a script or a recording says of itself: matches `【出录音：车流声】`, `（幕启。深夜。）`; must not match `【投票】你怎么看`. */
function isDirection(text: string): boolean {
  return text.length <= 40 && /^(?:【[^【】]{3,}】|（[^（）]{3,}）)$/u.test(text);
}

/** Matches `她的母亲 罗秀云`, `修钟的 宋有田`; must not match `展厅 东门`. */
function isPerson(text: string): boolean {
  const [who = "", name = "", ...more] = text.split(/[\s　]+/u);
  return (
    more.length === 0 &&
    /^\p{Script=Han}{2,8}$/u.test(who) &&
    name.length >= 2 &&
    isNames(name) &&
    !/[理生士师姐哥总板员长]$/u.test(name)
  );
}

/** An entry of what is told: matches `一等奖：甲某`, `广州南站：一台缝纫机头`; must not match `电话：…`, `热门：…`, `首付：18万起`. */
function isTold({ line: { text }, cues }: View): boolean {
  return (
    text.length <= 60 &&
    /^\p{Script=Han}[^：，。\s|｜]{1,11}：\S/u.test(text) &&
    cues.phones + cues.links + cues.labels + cues.discounts + cues.controls === 0 &&
    cues.words.every(({ kind }) => kind !== "call" && kind !== "offer" && kind !== "site")
  );
}

const bullets = /[●·•■◆▪○▶►→☆★※◎▲△▼◇□❶-❿①-⑳🔥👉💥]/u;

/** A table on one line: matches `车次 出发 到达 G101 06:20 12:38`; must not match `首页 新闻 财经 体育 1 2`. */
function isFlatTable({ line: { text }, cues }: View): boolean {
  const cells = text.split(/[\s　]+/u);
  return (
    cells.length >= 6 &&
    cells.every((cell) => cell.length <= 8) &&
    cells.filter((cell) => /\d/u.test(cell)).length * 3 >= cells.length &&
    cues.phones + cues.discounts === 0 &&
    cues.covered <= 2
  );
}

/** Matches `咨询电话：0700-5551201、0700-5551202。`, `〔2024〕3号`, `（此件公开发布）`; must not match `电话：5550120`. */
function isStatedNumber(text: string): boolean {
  return (
    /^\p{Script=Han}{2,8}：[\d、，\-—\s]{7,40}。$/u.test(text) ||
    /^\p{Script=Han}{0,8}〔\d{4}〕\d{1,4}号$/u.test(text) ||
    /^[（(]此件[^（()）]{2,12}[）)]$/u.test(text)
  );
}

/** What an obituary asks: matches `谢绝花圈，如蒙致唁，请与长子联系。`; must not match `寿衣、花圈、灵棚，昼夜服务`. */
function isCondolence(text: string): boolean {
  return /唁|谢绝(?:花圈|挽|吊)|治丧|讣|丧事从简|孝[男女子媳]：|[泣哀]告$|泣启$/u.test(text);
}

/** A question or a remark within what someone tells: matches `（问：有人帮你吗？）`, `（记者：后来呢？）`. */
function isAside(text: string): boolean {
  return /^[（(].*[）)]$/u.test(text) && isTurn(text.slice(1, -1));
}

/** Matches `附件：1. 检验依据 2. 名单`, `附件：1.名单.doc`; must not match `附件下载`, `附件：通知.doc`. */
function isEnclosure(text: string): boolean {
  return (
    /^附件[：:]\s?(?:\d|《|\p{Script=Han})/u.test(text) &&
    !/下载|[KM]B/iu.test(text) &&
    (!/\.(?:xlsx?|docx?|pdf|zip|rar)/iu.test(text) || /^附件[：:]\s?\d[.．、]/u.test(text))
  );
}

const wish = guarded(/^(?:(?:[顺敬谨恭预并遥]?祝\p{Script=Han}{2,16}|此致|敬礼|即颂近安)[！。!]?)$/u);
const ofTrade = guarded(/客户|顾客|用户|业主|车主|粉丝|家人们|开业|大卖/u);

/** The wish that closes a letter: matches `祝您全家安康！`, `此致`; must not match `恭祝新老客户新春快乐！`. */
function isWish(text: string): boolean {
  return wish.test(text) && !ofTrade.test(text);
}

const boxHead = guarded(/^[【[（(■●◆▍▎]{0,2}(?:新闻|相关|知识|背景|延伸|政策|法律|数据)?链接[】\]）)]?$/u);

/** Matches `链接`, `【新闻链接】`; must not match `友情链接`. */
function isBoxHead(text: string): boolean {
  return boxHead.test(text);
}

const gap = guarded(/[\s　、]+/u);

/** Matches `县公安局 县医院 县第一中学`; must not match `营业部 售楼部`. */
function isOffices(text: string): boolean {
  const names = gap.split(text);
  return (
    names.length > 1 &&
    names.every((name) => name.length >= 3 && /(?:局|院|学|校|政府|公司|站|厂|社区|村|馆|支队|大队)$/u.test(name))
  );
}

/** What stands next, or past a block of foreign lines, is the first of its items. */
function introducesItems(views: readonly View[], weights: readonly number[], i: number): boolean {
  let next = i + 1;
  while (next < i + 12 && (weights[next] ?? 0) > 0.5) next++;
  return /^(?:——|[（(]?[一1][、.．）)]|①|[●·•■◆▪○])/u.test(views[next]?.line.text ?? "");
}

/** A clause that the next line goes on with. */
function isBroken({ line, prose }: View): boolean {
  return !prose && line.text.endsWith("，") && line.han >= 4 && line.han <= 30;
}

// Matches `布放长期观测装置，连续`, `团队计划利用`; must not match `精准计划`, `文章下方继续`, `真的`.
const unfinished = guarded(
  /(?:(?<![参给])与|(?<!普)及|(?<!温)和|(?<!一)把|(?<!应)该|[或并被从又也且每各]|利用|容易|再次|连续|根据|能够|已经|以及|[前后来]是)$/u,
);
// Matches `下一步，`, `专家提醒，`, `某某说，`, `昨晚，`, `入冬以来，`, `在重点断面，`; must not match `今天报名`, `在这里，`.
const telling = guarded(
  /^(?:下一步|在(?![这那此])\p{Script=Han}{3,8}|\p{Script=Han}{2,6}(?:以来|期间)|\p{Script=Han}{2,14}(?:说|表示|介绍|认为|指出|坦言|透露|解释)|专家(?:提醒|建议)|目前|此外|同时|其中|另外|随后|据(?:悉|介绍|了解|统计)|近[日年]来?|日前|昨[天日晚])，/u,
);

// Matches `说，热液区…`, `告诉记者，`: who said it stands on the line before; must not match `说好不涨价`.
const said = guarded(/^(?:说|表示|介绍|坦言|认为|指出|提醒|透露|回忆|解释|告诉(?:记者|笔者|我们))道?[，：]/u);
// What is told of comes next: matches `安装了` before `36套…`, `退休前是`; must not match `就是`.
const beforeFigure = guarded(/\p{Script=Han}(?:[了达为共约超近至到从]|[占有](?!有))$/u);

/**
 * The half of a sentence that a break left: it ends in a word that needs another, opens as what is told does, or is
 * the subject or the verb of what the next line begins with.
 */
function isLeftOpen(view: View, next: View | undefined): boolean {
  const { text } = view.line;
  if (!isOpen(view) || next === undefined) return false;
  if (unfinished.test(text) || telling.test(text) || said.test(next.line.text)) return true;
  return beforeFigure.test(text) && /^\d/u.test(next.line.text);
}

/** Neither a sentence nor the end of one, and asks for nothing. */
function isOpen({ line, prose, cues }: View): boolean {
  return !prose && !line.closed && cues.phones + cues.links + cues.labels + cues.discounts === 0;
}

/** How many lines a break may leave of one sentence before the one that closes it. */
const mostPieces = 3;

/** The lines from one left open up to the article's own that closes its sentence; none where no such line comes soon. */
function brokenSentence(views: readonly View[], weights: readonly number[], from: number): readonly number[] {
  for (let i = from + 1; i <= from + mostPieces; i++) {
    const view = views[i];
    if (view === undefined) return [];
    if (view.prose && view.line.closed) {
      return (weights[i] ?? 0) < -2 ? Array.from({ length: i - from }, (_, k) => from + k) : [];
    }
    if (!view.prose && !isOpen(view)) return [];
  }
  return [];
}

const withoutFigure = guarded(/^[^\d！？!?]{4,30}$/u);

/**
 * A column's line in the middle of a sentence: what stands before it is open, its own clause ends in it, and it is
 * open again. `…，学员 / 免学费入学，毕业后推荐就 / 业…`; an advertisement set into a sentence is closed or has a figure.
 */
function isInside(views: readonly View[], i: number): boolean {
  const view = views[i];
  const before = views[i - 1]?.line;
  const after = views[i + 1]?.line;
  if (view === undefined || before === undefined || after === undefined) return false;
  const { line, cues } = view;
  return (
    !line.closed &&
    !before.closed &&
    view.register < 0 &&
    line.commas > 0 &&
    before.commas > 0 &&
    cues.phones + cues.links + cues.labels + cues.discounts === 0 &&
    withoutFigure.test(line.text) &&
    /\p{Script=Han}$/u.test(line.text) &&
    /\p{Script=Han}$/u.test(before.text)
  );
}

/** Keeps entries alike under a sentence that announces them: `城东：东风巷口，电话…`, with the heads between. */
function keepEntries(views: readonly View[], i: number, less: (i: number, by: number) => void): void {
  const entries: number[] = [];
  let end = i + 1;
  for (let view = views[end]; view !== undefined && end < i + 40; view = views[++end]) {
    if (isEntry(view.line.text)) entries.push(end);
    else if (view.prose) break;
  }
  const last = entries.at(-1);
  if (entries.length < 2 || last === undefined) return;
  for (let j = i + 1; j <= last; j++) {
    if (entries.includes(j)) less(j, 15);
    else if ((views[j]?.line.han ?? 0) <= 12 && (views[j]?.cues.words.length ?? 0) === 0) less(j, 5);
  }
}

const notice = guarded(/(?:启事|公告|通告|通知|公示|简章|须知|指南|告知书)$/u);
// Matches `联系人：某老师，联系电话：…。`; a notice tells so itself.
const contactLine = guarded(/^(?:联系人|(?:联系|咨询|报名|监督|举报|服务)(?:电话|热线)|电话|邮箱|(?:联系)?地址)：/u);

/** Where a letter came from, before the next one's salutation or at the end: matches `某县 农机站 某某`. */
function isSentFrom({ line, prose, cues }: View, next: View | undefined): boolean {
  const isLast = next === undefined || salutation.test(next.line.text);
  return isLast && !prose && cues.phones === 0 && sender.test(line.text);
}

// Who may be called: matches `联系人：刑警大队卫警官`; must not match `联系人：王经理`.
const official = guarded(/警官|民警|[大支中]队|派出所|公安|法院|检察院|[局科股]|办公室|居委会|村委会|学校/u);

// Matches `卫警官 13900000000`, `值班电话：0000—0000000`; must not match `卫经理 13900000000`.
const officer = guarded(/^(?:\p{Script=Han}{1,3}(?:警官|民警|法官|检察官)|值班电话|报警电话)[\s　：:]{0,3}[\d—（(]/u);

// Who signs for a court or a meeting: matches `审判员 冯某`, `书记员 谭 某`, `记录：老孟`; must not match `审判员提醒`.
const signsOffice = guarded(
  /^(?:审判长|(?:代理|助理)?审判员|人民陪审员|书记员|法官助理|检察员|公诉人|执行员|仲裁员|首席仲裁员|公证员|鉴定人|记录[人员]?|监票人)(?:[\s　]{1,3}|[：:][\s　]?)\p{Script=Han}(?:[\s　]{0,2}\p{Script=Han}){1,3}$/u,
);
// Matches `（作者系某局工程师）`; must not match `（作者授权转载）`.
const ofAuthor = guarded(/^[（(]作者(?:系|为|是|单位)[^（）()]{2,40}[）)]$/u);

const salutation = guarded(/^(?:\p{Script=Han}{1,8}(?:同志|老师|先生|女士|朋友|编辑)|编辑部|您好|你好)：$/u);
const sender = guarded(/^\p{Script=Han}{2,12}(?:[\s　]{1,3}\p{Script=Han}{2,12}){1,3}$/u);

const entry = guarded(/^[^：，。\s]{2,16}：\S{4}/u);
const contactEntry = guarded(/^.{0,4}(?:电话|热线|地址|微信|邮箱|网址|QQ|联系人|扫码)：/u);

/** A name, a colon and what is told of it; must not match `电话：…`, `地址：…`. */
function isEntry(text: string): boolean {
  return entry.test(text) && !contactEntry.test(text);
}

/** Keeps three labelled lines and more whose labels begin alike: `最老的树：…`, `最远的学生：…`; not what a firm offers. */
function keepParallels(views: readonly View[], less: (i: number, by: number) => void): void {
  for (let i = 0; i < views.length;) {
    const first = views[i]?.line.text.charAt(0);
    let end = i;
    while (end < views.length && views[end]?.line.text.charAt(0) === first && isEntry(views[end]?.line.text ?? ""))
      end++;
    const sold = views.slice(i, end).some(({ cues }) => cues.phones + cues.links + cues.discounts + cues.prices > 0);
    if (end - i >= 3 && !sold) for (let j = i; j < end; j++) less(j, 4);
    i = Math.max(end, i + 1);
  }
}

/** Keeps entries that end in a sum, three at least, where nothing among them is sold: `某某 500元`, `三户 共2000元（现金）`. */
function keepSums(views: readonly View[], weights: readonly number[], less: (i: number, by: number) => void): void {
  for (let i = 0; i < views.length; i++) {
    const sums: number[] = [];
    let sold = false;
    let j = i;
    for (; j < views.length && j < i + 80; j++) {
      const view = views[j];
      if (view === undefined) break;
      if (isSum(view.line.text)) sums.push(j);
      else if (!(view.prose && (weights[j] ?? 0) < -3 && isSum(views[j + 1]?.line.text ?? ""))) break;
      sold ||= view.cues.phones + view.cues.links + view.cues.discounts > 0;
    }
    const around = [views[i - 1], views[j]].some(
      (view) => view !== undefined && (view.cues.phones > 0 || view.cues.words.some(({ kind }) => kind === "offer")),
    );
    if (sums.length >= 3 && !sold && !around) for (const at of sums) less(at, 7);
    i = Math.max(i, j - 1);
  }
}

const sum = guarded(
  /^[^\d\s].{1,24}[\s　](?:[共计约]|合计|现金)?\d[\d,.]{0,9}[余多]?万?[余多]?元(?:[（(][^（）()]{1,16}[）)])?$/u,
);

function isSum(text: string): boolean {
  return text.length <= 40 && sum.test(text);
}
