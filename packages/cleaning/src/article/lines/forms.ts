import { guarded } from "../../patterns/guarded.ts";
import { remembered } from "../../patterns/known.ts";

const bar = guarded(/[|丨｜]/u);
const cellGap = guarded(/ {3,}| [|丨｜] /u);

/** Tells that a line is a row of a table: its cells are set apart by tabs, bars or wide gaps. */
export function isRow(text: string): boolean {
  if (text.includes("	")) return true;
  return (text.includes("   ") || bar.test(text)) && cellGap.split(text).length >= 3;
}

// Matches `某某网记者：`, `有关负责人：`, `问：`; must not match `负责人表示：`.
const turn = guarded(
  /^(?:[问答]|[\p{Script=Han}“”·]{0,14}(?:记者|负责人|发言人|主持人|主任|[厅部局处院所校队]长|民警|专家|律师|代表|委员)[问答]?)：/u,
);

/** Tells that a line begins a speaker's turn. */
export function isTurn(text: string): boolean {
  return turn.test(text);
}

// Matches `一、某`, `（二）某`, `3.某`, `①`, `● 某`, `图为`; must not match `3.1万`, `一是`, `三、四季度`.
const entry = guarded(
  /^(?:[一二三四五六七八九十百]{1,4}[、．.](?![一二三四五六七八九十]?[、季月审])|第[一二三四五六七八九十百]{1,4}[、．章节]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、)）](?!\d)|[①-⑳❶-❿]|[●•·■◆▪○□▲★※◎→-]\s?|——|【|图为|[上下左右]图[为：]|资料图)/u,
);

/** Begins an entry of a list or a speaker's turn, whatever stands before it. */
export const opensEntry: (text: string) => boolean = remembered((text) => {
  if (turn.test(text)) return true;
  return entry.test(text);
});

// Matches `记者：`, `看点一：`, `第五条`; must not match `一是`, and neither of these is sure in mid-sentence.
const item = guarded(
  /^(?:第[一二三四五六七八九十百]{1,4}条|[一二三四五六七八九十]{1,3}、|[\p{Script=Han}]{2,4}(?<![说道称])：|[\p{Script=Han}]{2}[一二三四五六七八九十]:)/u,
);

/** Begins an entry of a list, a question, or a speaker's turn. */
export function opensItem(text: string): boolean {
  return opensEntry(text) || item.test(text);
}

// Matches `文/某某`, `文/图 某某`, `口述/某某 整理/某报 某某`, `图文：某某`; must not match `文/理科`, `图：某地一景。`.
const authors = guarded(
  /^(?:\p{Script=Han}{2,8}\s)?(?:(?:文\s?[/／]\s?图|文|图|文图|图文|文字|撰文|采写|口述|整理|作者|供稿|摄影|策划)(?:\s?[/／|丨]\s?|(?<=[/／]\s?图)[\s　]|[:：]\s?(?=[\p{Script=Han}\s、]{2,20}$))(?:[\p{Script=Han}·]{2,8}[\s　、]{0,3}){1,3}){1,4}(?:等|整理|摄影报道)?$/u,
);

// Matches `羊城新语记者 关楚楚`, `某某周刊 记者 司南 实习生 何叶`; must not match `多家媒体记者 齐聚`, `记者 从县里获悉`.
const reporters = guarded(
  /^[\p{Script=Han}]{2,12}\s?(?:记者|通讯员)[\s　][\p{Script=Han}·]{2,4}(?:[\s　、](?:(?:摄影)?记者|通讯员|实习生)?[\s　]?[\p{Script=Han}·]{2,4}){0,5}$/u,
);

const clauseEnd = guarded(/[。；，]/u);
const cutQuestion = guarded(/^记者[:：]\s?[\p{Script=Han}“]{7}/u);
// `（记者 某某）广西某研究` is a dateline's rest before its text.
const bracketBeforeText = guarded(/^[（(][^（()）]{2,30}[）)]\s?\p{Script=Han}{2}/u);
// Matches `□新华社记者 甲 乙`, `本报记者●某某`, `文/某某`; must not match `记者：当前情况如何？`, `记者从公安局了解到`.
const reportersLine = guarded(
  /^[□■●○◎◇◆▲△☐（(\s]{0,3}(?:(?:本报|本刊|本网|本台|新华社|人民网|中新社|中新网|央视|光明网|见习|实习|特约|全媒体|融媒体|驻\p{Script=Han}{1,6}|\p{Script=Han}{2,8}(?:报|网|社|台|日报|晚报))?\s?){0,3}(?:全媒体|首席|见习|特约|实习)?(?:记者|通讯员|特约记者|评论员)[\s●·•:：/丨　](?!.*[？?])\S/u,
);

const ofReporters = guarded(/记者|通讯员|评论员/u);

/** A line that says who wrote: 本报记者 某某 通讯员 某某. */
export const isByline: (text: string) => boolean = remembered((text) => {
  if (text.length > 60 || clauseEnd.test(text.slice(0, -1))) return false;
  // `记者：今年的任务完成得怎` is a question that a break cut: no name is so long.
  if (cutQuestion.test(text) || bracketBeforeText.test(text)) return false;
  return (
    (ofReporters.test(text) && reportersLine.test(text)) ||
    authors.test(text) ||
    reporters.test(text) ||
    deskLine.test(text) ||
    isReport(text) ||
    commentator.test(text) ||
    nameFirst(text) !== null
  );
});

// Matches `据新华社北京1月2日电`, `（原载某报）`, `（完）`, `2023年1月2日`; must not match `据统计，`.
const agencyNote = guarded(/^[（(]?(?:据|新华社|人民网|中新社|中新网|央视网?|本报|本网)[^，。]{0,24}(?:电|讯)[）)]?$/u);
const datelineNote = guarded(/^[（(]?据?[\p{Script=Han}]{2,16}\d{1,2}月\d{1,2}日(?:电|讯)[）)]?$/u);
const sourceNote = guarded(/^[（(](?:原载|来源|摘自|转自|选自|据)[^（()）]{1,24}[）)]$/u);
const finis = guarded(/^[（(]完[）)]$/u);
const dayLine = guarded(/^[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]?$/u);
const numeralDayLine = guarded(
  /^[（(]?[一二][〇○零九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?[）)]?$/u,
);
const stampLine = guarded(/^[（(]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[）)]?$/u);

/** Tells that a line is a dateline or a source note of its own. */
export const isNote: (text: string) => boolean = remembered((text) => {
  return (
    text.length <= 40 &&
    (agencyNote.test(text) ||
      datelineNote.test(text) ||
      sourceNote.test(text) ||
      finis.test(text) ||
      dayLine.test(text) ||
      numeralDayLine.test(text) ||
      stampLine.test(text))
  );
});

// Matches `新华社北京1月2日电`, `本报讯`, `某某日报讯 `, `某某网1月2日讯（记者某某）`; must not match `据新华社报道，`, `9月1日电话`.
const ownDateline = guarded(
  /^[〔【（(]?(?:本报|本网|本台)(?:记者)?[\p{Script=Han}]{0,6}(?:\d{1,2}月\d{1,2}日)?(?:讯|电)(?=[\s（(　〕】）)\p{Script=Han}])(?!话)/u,
);
const paperDateline = guarded(
  /^\p{Script=Han}{2,6}(?:日报|晚报|时报|早报|晨报|商报|都市报|新闻网|在线)(?:客户端)?讯(?=[\s　（(])/u,
);
// What each of these has.
const speaksOfWire = guarded(/[讯电]/u);
const agencyDateline = guarded(
  /^[〔【（(]?[\p{Script=Han}]{3,18}(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|讯)(?!话|息|号|问)/u,
);

/** Tells that a text begins as a report does: with the outlet's dateline. */
export const opensWithDateline: (text: string) => boolean = remembered((text) => {
  if (!speaksOfWire.test(text)) return false;
  return (
    ownDateline.test(text.slice(0, 40)) ||
    paperDateline.test(text.slice(0, 24)) ||
    agencyDateline.test(text.slice(0, 48))
  );
});

const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤乔苗祁常温康施文牛樊葛邢安齐易伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苟游盛曲翁查储荀裘卓穆符苑迟蓝缪栾佟丛卜甄尤麦岑蒙仇冼闵窦滕邬桂宗房褚屈嵇晏车项祖仲卫喻臧楼路郁池蒲浦边燕冀艾瞿柴连茹容隋敖阙";

const nameGap = guarded(/[\s　、]{1,3}/u);
const personName = guarded(/^[\p{Script=Han}·]{2,4}$/u);

/** Tells that a text is nothing but names of people: 张三 李四. */
export function namesPeople(text: string): boolean {
  // Matches `周远`, `周远 孙小林`, `周远、孙小林`; must not match `新华社发`, `下同`, `万元`.
  const names = nameGap.split(text);
  return (
    names.length <= 6 &&
    names.every(
      (name) =>
        personName.test(name) && surnames.includes(name[0] ?? " ") && !/[发摄名同元吨亩人件起上下略]$/u.test(name),
    )
  );
}

const whoseSurname = guarded(
  /(?:民警|警官|村民|居民|市民|司机|师傅|摊主|店主|队长|所长|站长|局长|厅长|处长|科长|院长|校长|厂长|主任|书记|教授|医生|护士|老师|经理|律师|法官|专家|记者|被告人|嫌疑人|受害人|负责人|发言人|男子|女子|老人|工人|学生|员工|柜员|会计)(\p{Script=Han})$/u,
);

/** Tells that a text ends where a person's name begins: matches `民警周`, `村民欧`; must not match `新警周`. */
export function endsInSurname(text: string): boolean {
  const who = whoseSurname.exec(text.slice(-6));
  return who !== null && surnames.includes(who[1] ?? " ");
}

const dayOfDiary = guarded(
  /^(?:(?:星期|周|礼拜)[一二三四五六日天](?:[（(][^（()）]{2,12}[）)]|[\s\u3000]?[上下]午|[\s\u3000]?晚上?)?$|第[一二三四五六七八九十百\d]{1,4}天(?:[\s　，]{1,3}\d{1,2}[:：]\d{2})?$|(?:农历)?(?:[正一二三四五六七八九十冬腊]{1,2}月(?:初?[一二三四五六七八九十廿]{1,3})日?|\d{1,2}月\d{1,2}日)(?:[\s　，]{1,3}(?:星期[一二三四五六日天]|周[一二三四五六日]|[晴阴多云小中大到暴雷阵雨雪转雾霾风沙尘霜]{1,8}|\p{Script=Han}{2,8}[\s　][晴阴多云小中大雷阵雨雪转雾风]{1,6}|-?\d{1,2}(?:℃|度))){0,4}$)/u,
);

/**
 * Matches `八月十五日`, `腊月二十三`, `3月5日 星期二 晴`, `十月一日 大风`, `第23天 23：15`; must not match `3月5日召开`. With `weather`
 * the day of the week or the weather must stand there: a bare date may be a piece of a sentence.
 */
export function isDay(text: string, weather = false): boolean {
  return text.length <= 24 && dayOfDiary.test(text) && (!weather || /[\s　，]/u.test(text));
}

// Matches `。（原载某报）` and `。（本报记者某某）` at a paragraph's end; must not match `（征求意见稿）`.
const closingNote = guarded(
  /[（(](?:原载|摘自|转自|选自|来源|据[^（()）]{2,20}(?:报|网|社|电)|完|(?:本报|本网|新华社|\p{Script=Han}{2,6}[报网社])?(?:记者|通讯员)[^（()）]{2,40})[^（()）]{0,24}[）)]$/u,
);
const closesBracket = guarded(/[）)]$/u);
const closingBrackets = guarded(/[（(]([^（()）]{2,16})[）)]$/u);

/** The last words of an article: a source note, a dateline at the end, （完）, who reported it. */
export const endsArticle: (text: string) => boolean = remembered((text) => {
  if (!closesBracket.test(text)) return false;
  return closingNote.test(text.slice(-80)) || namesPeople(closingBrackets.exec(text.slice(-20))?.[1] ?? "");
});

/** What the names of papers, sites, agencies and accounts end in. */
const outletEnds = guarded(
  /(?:(?<![报网台通喜简短快来])讯|[报刊网社台号]|杂志|在线|新闻|资讯|客户端|发布|融媒体?(?:中心)?|广播|频道|公众号|微信|微博|公安|警方|水务|气象|消防|交警|教育|检察|法院|反诈|网警|禁毒|政法|普法|司法|税务|人社|卫健|医保|农业农村|市场监管|党建|文旅|之声|新语|商讯|观察|热线|传媒)$/u,
);

const outletBreak = guarded(/[。，；？！：、]/u);
const paperOfOffice = guarded(/(?:情况|通报|公告|通知|综述|报告|会议|纪要|工作|活动|数据|方案|办法|意见)$/u);
const portal = guarded(/^(?:新浪|搜狐|网易|腾讯|凤凰|百度|今日|澎湃|红网|大众|央视|人民)[\p{Script=Han}]{0,8}$/u);

/** Tells that a word can be an outlet's name: `某某日报`, `新浪某某`, `央视新闻客户端`. */
export function isOutletName(word: string): boolean {
  return (
    word.length >= 2 &&
    word.length <= 16 &&
    !outletBreak.test(word) &&
    !paperOfOffice.test(word) &&
    (outletEnds.test(word) || portal.test(word))
  );
}

// Matches `某市水务局`, `某某股份有限公司`; must not match `某市召开会议`.
const office = guarded(
  /^[\p{Script=Han}（()）、·\s]+(?:局|厅|部|委|办|委员会|办公室|政府|公司|中心|支队|大队|总队|法院|检察院|领导小组|小分队|协会|学会|银行|集团|研究院|学院|大学|学校|医院|研判组|工会|团委|工作室|编辑部|[图博文]\p{Script=Han}{1,2}馆)$/u,
);

/** Tells that a line is the name of an office or a firm. */
export function isOffice(text: string): boolean {
  return text.length >= 4 && text.length <= 36 && office.test(text);
}

// Matches `字号`, `登录`: words on a page's buttons, which look like pen names.
const ofButtons = guarded(
  /^(?:字[号体]|登[录陆]|注册|分享|评论|收藏|打印|反馈|下载|首页|返回|关注|举报|点赞|转发|更多|朗读|放大|缩小|默认|订阅|搜索|导航|目录|正文|原创|转载|独家|置顶|热点|推荐|专题|听新闻|大字|小字|中字|繁体|简体|无障碍)$/u,
);
// Matches `林青、周远/@某社`, `林青|某某日报`; must not match `图/文`.
const nameThenOutlet = guarded(
  /^([\p{Script=Han}·]{2,4}(?:[\s　、][\p{Script=Han}·]{2,4}){0,5})\s?[/／|｜丨]\s?[@＠]?([\p{Script=Han}A-Za-z·]{2,14})$/u,
);
// Matches `某某晚报·某某客户端 林青`, `某某网 林青 周远`; what follows the outlet is asked for surnames.
const outletThenName = guarded(
  /^([\p{Script=Han}A-Za-z]{2,12}(?:[·•][\p{Script=Han}A-Za-z]{2,10}){0,2})[\s　]+([\p{Script=Han}·]{2,4}(?:[\s　、][\p{Script=Han}·]{2,4}){0,4})$/u,
);

// Matches `全媒体记者林青报道`, `某报记者 林青 周远 摄影报道`; what stands between is asked for surnames.
const report = guarded(
  /^(?:本[报网台]|\p{Script=Han}{2,8}[报网社台])?(?:全媒体|融媒体|首席|见习|特约)?(?:记者|通讯员)[\s　]?([\p{Script=Han}·]{2,4}(?:[\s　、][\p{Script=Han}·]{2,4}){0,4})[\s　]?(?:摄影报[导道]|综合报[导道]|报[导道]|文\/图)$/u,
);

// Matches `□ 本报评论员`, `本报特约评论员文章`; must not match `本报评论员认为`.
const commentator = guarded(/^[□■●○◎◇◆\s]{0,3}本[报网刊](?:特约)?评论员(?:文章)?$/u);

function isReport(text: string): boolean {
  const names = report.exec(text)?.[1];
  return names !== undefined && namesPeople(names);
}

// Matches `香港新闻组／香港13日电`, `记者林青／台北报导`; must not match `甲方／乙方报道`.
const deskLine = guarded(
  /^(?:\p{Script=Han}{2,6}新闻组|(?:本报|\p{Script=Han}{2,6}[报网社])?(?:特派|驻\p{Script=Han}{2,4})?(?:记者|编译)[\s　]?[\p{Script=Han}·]{2,8})[／/]\p{Script=Han}{2,8}(?:\d{1,2}日)?(?:电|专电|讯|报[导道]|即时报[导道]|综合报[导道])$/u,
);

/** The outlet and the names of a line that tells nothing else: `某某晚报·某某 林青`, `林青、周远/某社`; null for others. */
export function creditIn(text: string): { readonly outlet: string; readonly names: string } | null {
  if (text.length > 40) return null;
  const signed = nameFirst(text);
  if (signed !== null) return signed;
  const [, outlet = "", who = ""] = outletThenName.exec(text) ?? [];
  if (outlet === "") return null;
  const named = outlet.split(/[·•]/u).find((part) => isOutletName(part));
  return named !== undefined && namesPeople(who) ? { outlet: named, names: who } : null;
}

function nameFirst(text: string): { readonly outlet: string; readonly names: string } | null {
  const [, names = "", outlet = ""] = nameThenOutlet.exec(text) ?? [];
  // `白鹭网 / 社会新闻` is a site and its channel, though 白 is a surname.
  return names !== "" && !isOutletName(names) && isOutletName(outlet) && namesPeople(names) ? { outlet, names } : null;
}

// Matches `某某网 2025-02-20 访问量 233 评论 1`; must not match `2025-02-20 访问 3 家`.
const visited = guarded(
  /^[^，。；：、\s]{2,24}[\s　](?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[\s　](?:访问|浏览|阅读|点击|评论|回复|转发)[量数]?[\s:：]?\d{1,9}){1,4}$/u,
);

/** Tells that a line is the outlet and the day of a page, with how often it was read. */
export function isVisited(text: string): boolean {
  return text.length <= 80 && visited.test(text);
}

const wordGap = guarded(/[\s　]+/u);
const clauseMark = guarded(/[，。；：！？“”《》\d]/u);
const penName = guarded(/^\p{Script=Han}{2,3}$/u);

/** Tells that a line below a headline can be its author: names, an office, an outlet, or one of these with names. */
export const isAuthor: (text: string) => boolean = remembered((text) => {
  if (text.length > 40 || clauseMark.test(text)) return false;
  const words = wordGap.split(text);
  const [first = ""] = words;
  // A pen name: 闻石.
  if (words.length === 1) return isOffice(text) || isOutletName(text) || (penName.test(text) && !ofButtons.test(text));
  const last = words.at(-1) ?? "";
  // 某某卫生 肖某某: whatever the outlet is, a name follows.
  if (/^\p{Script=Han}{2,8}$/u.test(first) && last.length <= 3 && words.slice(1).every((word) => namesPeople(word)))
    return true;
  const titled =
    isOutletName(first) || isOffice(first) || /(?:官|员|师|长|主任|教授|书记|记者|故事|手记)$/u.test(first);
  return namesPeople(text) || (titled && words.slice(1).every((word) => /^[\p{Script=Han}·]{2,4}$/u.test(word)));
});

// Matches `时间：9月18日下午`, `参加人：业主代表七人`; must not match `时间：2024-01-15 09:12`, `松潘：牧民领到赔款`.
const field = guarded(
  /^(?:(?:会议|活动|集合|举办|开会|庭审|考试|参观|值班|演出|比赛|讲座)?(?:时间|日期|地点)|(?:参加|参会|出席|列席|缺席|到会|应到|实到|主持|记录|讲解|主讲|答辩|受访)(?:人员?|者|单位)?|(?:主要)?议题|议程|事由|案由|对象|人数|人员|规则|奖项)[：:](?!\s?\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s?(?:\d|$))/u,
);

/** Tells that a line is a field of a document, such as minutes and notices have at their head. */
export function isField(text: string): boolean {
  return field.test(text);
}
