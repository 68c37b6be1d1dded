import type { Scope, Span } from "@jianbao/model";
import type { AreaTopic } from "./area-topic.ts";
import type { Meaning } from "./meaning.ts";
import { Pattern } from "./pattern.ts";
import type { Figure } from "./figure.ts";
import type { Held, View } from "./reading.ts";
import type { TimeMark } from "./time-mark.ts";

// Matches words of one single case: `接到王某报案`, `专案组`, `以贾某为首`; must not match `报案数`.
const story = new Pattern(
  /[\p{Script=Han}]某(?!些|种|个|地|类|项|一|[市县区省州镇乡村])|报案(?:称|人)|接到[^，,。\d]{1,16}(?:报警|报案|求助)[，,]?称|[\p{Script=Han}](?:女士|先生)|(?<![位名个的老多数])\p{Script=Han}(?:大娘|大妈|大爷|大叔|大姐|婆婆|奶奶|阿姨)(?:[把将被手]|领|收到|拿|接到|转|汇|差点|险些)|报警(?:称|求助)|举报称|(?<![第每任何哪同让漏落使多无这那])一[名位](?![^，,。；;]{0,16}(?:负责人|负责同志|[民干法刑交辅]警|员工|工作人员|人员|专家|研究员|法官|检察[官长]|人士|教授|律师|记者|代表|委员|干部|书记|[局处科所队院庭站]长|主任|志愿者|网格员|从业者|学者|辅导员|发言人))\p{Script=Han}|在[^，,。；;]{0,14}一[处个间家座栋]?[\p{Script=Han}]{0,4}(?:出租[屋房]|小区|写字楼|民房|公寓|酒店|宾馆|别墅|仓库|平房|厂房|厂|店铺)[^，,。；;]{0,3}[内里中，,抓查捣]|(?<!(?:先后|多次|分批)(?:派出|组织|组建|成立|抽调)[^，,。]{0,6})专案组(?!织)|(?<![每任第何哪同])一(?:村民|男子|女子|老[人汉]|居民|市民|农户|司机|骑手|商户|店主|住户|群众|学生|事主|女生|男生|(?:公司|企业)(?!一))|一[起宗间家处][^，,。；;\d]{2,12}的?(?:火警|车祸|劫案|凶案|命案)|该案|此案|该(?:[\p{Script=Han}]{0,2}团伙|[\p{Script=Han}]{2}集团)|[“"]\d{1,2}[·.．・]\d{1,2}[”"](?:系列)?[^，,。；;\d]{0,24}(?:案(?!件?\d)|专案|集团|团伙|网络)|[局厂院校社站所](?:被|遭)[^，,。；;\d]{0,24}骗[走去取]|侦办的[^，,。]{0,24}案[，,]|(?:立案|告破)的[^，,。；;\d]{2,30}案[，,]|以[\p{Script=Han}]{2,3}为首的[^，,。；;\d]{0,12}(?:团伙|集团|组织)|(?:破获|侦破|告破|侦办|督办|办理|查办|审理|审结|宣判|查获|查处|捣毁|起获|破掉|对|就)[了的]?(?:一起|1起|一宗|一件)|(?:打掉|端掉|捣毁|摧毁|铲除|挖出|斩断|锁定|盯上|揪出|发现)了?(?:一个|1个|一处|一条|一伙)(?![又接月]|季度)|(?:破获|侦破|告破|查处|查办)[^，,。；;\d]{2,40}(?<![类要大积命陈串旧]|等)案[，,]|姓[男女]子|[\p{Script=Han}]姓(?:嫌|主|犯|夫|兄|负责|老板|店主)[\p{Script=Han}]?|一举(?:打掉|捣毁|抓获|端掉)|收网行动|行动集中收网|(?:近期|近日|日前|不久前)[^，,。；;\d]{2,16}(?:侦破|破获|侦办)的[^，,。；;\d]{0,12}案件?[中里]/u,
);

/** A person whose name is kept back: 王某, 李某某. */
const named = new Pattern(/[\p{Script=Han}]某(?!些|种|个|地|类|项|一|[市县区省州镇乡村])/u);

/** Who speaks for an agency under a name that is kept back: 副厅长王某介绍; must not match 公司负责人钱某报案称. */
const speaker =
  /(?<!公司|企业|工厂|商户|门店|财务|店铺|超市)(?:[厅局处科所队院庭站]长|支队长|大队长|中队长|总队长|主任|书记|主席|行长|检察长|检察官|法官|审判员|政委|教导员|指导员|民警|警官|干警|交警|辅警|网格员|发言人|负责人|负责同志|工作人员|专家|研究员|教授|律师)[\p{Script=Han}]某{1,2}(?![^，,。；;]{0,12}(?:报案|报警|求助|举报))[^，,。；;]{0,14}?(?:介绍|说|表示|告诉|通报|称|指出|透露|坦言|强调|[：:])/gu;

// Matches `挂牌督办的14起重大跨境电诈案`, `侦办的三起电诈案`; must not match `侦办的1起案件`, `办理案件14起`.
const several = new Pattern(
  /(?:督办|侦办|办理|查办|审查|审理|受理)[了的]?(?:(?:[2-9]|[1-9]\d+)(?:余|多)?|[两二三四五六七八九][十百]?[一二三四五六七八九]?|十[一二三四五六七八九]?(?:余|多)?)[起件宗][^，,。；;\d]{0,20}?案/u,
);

/** 这样的见面劝阻，今年以来已开展: the story was an example of what is counted now; must not match `这样的骗局`. */
const pointsBack = new Pattern(
  /(?:像这样|这样|诸如此类|此类|这类|类似|如此)的?[^，,。；;\d]{0,8}(?:劝阻|拦截|预警|止付|宣传|案件|案例|行动|见面|上门|走访|服务|守护|故事|事例)/u,
);

// Matches `11月10日当天，全省`; must not match `11月10日，专案组在全国`.
const ofDay = new Pattern(
  /日(?:当天|当日|一天|单日|晚[上间]?|夜[里间]?|凌晨|[上下]午)?[，,]?(?:全国|全省|全市|全区|全县|全州(?!县)|全社会|各地)[^某]*$/u,
);

// Matches `10月2日单日就来了`, `10月1日，南出口一天通行车辆`: a day of a routine; must not match `7月2日，民警`.
const routine = new Pattern(/[日号][^。；;某]{0,16}?(?:单日|一天|全天|全日|当日共|日均)[^。；;某]{0,16}$/u);

// Matches `当天移交的`, `本批押回的`: one operation; must not match `当天全市抓获`.
const ofOperation = new Pattern(
  /(?:当[天日晚]|此次|这次|本次|[这该本][一]?批)(?:(?:联合|集中|打击|抓捕|收网|清剿|统一|专案){0,3}行动)?[^，,。；;\d]{0,4}(?:移交|押解|押回|遣返|带回|抓[获捕]|落网|查获|捣毁|打掉)[^，,。；;\d]{0,10}$/u,
);

const ofOperationBefore = new Pattern(
  /(?:此次|这次|本次|[这该本]一?批)(?:[\p{Script=Han}]{0,6}行动)?(?:共|一举)?(?:移交|押解|押回|遣返|带回|抓[获捕]|捣毁|打掉)(?!.*(?:累计|至今|目前|以来|今年|去年|全[国省市]))[^。]*$/u,
);

// Matches `工作组赴老挝开展联合行动，捣毁`; must not match `赴境外开展警务合作21次`.
const operation = new Pattern(
  /(?:工作组|专案组|警力|民警|专班)[^，,。；;]{0,6}[赴在][^，,。；;]{2,16}(?:开展|实施|展开)[^，,。；;]{0,10}(?:行动|抓捕|收网|清剿|打击)[，,]/u,
);

// Matches `当场缴获冰毒`, `现场查扣胶囊`; must not match `现场纠正超员52起`.
const onTheSpot = new Pattern(/(?:当场|现场)(?:共|就|又|还)?(?:缴获|抓获|查获|查扣|扣押|起获|收缴|搜出|控制)/u);

/** Deeds of an office on one day, whatever is counted. */
const deeds = new Pattern(
  /抓获|查获|检获|检[取走]|缴获|破获|捣毁|拘捕|逮捕|查处|起获|查扣|扣[押下留]|搜出|被[骗抢盗偷撞]|[骗抢偷盗]走|转[走出账]|落网|按住|端掉|疏散|起火|扑[灭救]|营救|救出|宣判|涉案|事故|受伤|死亡|身亡/u,
);

const wholeTerritory = new Pattern(/全国|全省|全市|全区|全县|全州(?!县)|全盟|全旗|各地/u);

// Matches what speaks of a whole territory: `全市公安机关共`, `各级检察机关`.
const territory = new Pattern(
  /全国|全省|全市|全区|全县|全州(?!县)|全盟|全旗|各地|各级|各盟市|各市|公安机关|检察机关|我省|我市|我区|我县/u,
);

const partOfTold = new Pattern(/(?:^|[，,；;：:])(?:其中|里头|里面|当中)[，,]?[^，,；;：:]*$/u);
const concerted = new Pattern(/收网|统一行动|集中(?:行动|清查|抓捕|收网)/u);
const asOf = new Pattern(/截[至止]/u);
const repeatedly = new Pattern(/先后|多次|累计|次/u);

/** Tells whether a piece of a text is the story of one case, whoever speaks of it. */
function tellsStory(text: string, start: number, end: number): boolean {
  if (forAll.in(text, start, end)) return story.test(withoutSpeaker(text.slice(start, end).replaceAll("专案组", "")));
  return nameless.in(text, start, end)
    ? story.test(withoutSpeaker(text.slice(start, end)))
    : story.in(text, start, end);
}

const nameless = new Pattern(/某/u);

// Matches `挂牌督办的跨境赌博大要案件，…成立专案组`: teams for more than one case; must not match `案情重大，成立专案组`.
const forAll = new Pattern(
  /(?:督办|重点|重大|大要|疑难|系列)[^，,。；;]{0,14}案件[^。；;]{0,60}(?:成立|组建|组成|抽调)[^，,。；;]{0,12}专案组/u,
);

/** Tells whether a figure belongs to one single case, gang or operation. */
export function scopeOf(view: View, at: { start: number }, meaning: Meaning | null): Scope {
  const { reading, sentence, times, meeting } = view;
  const { text, held } = reading;
  // 里头还有头目4名: a part of what was told of one operation.
  const isPartOfCase =
    held.told.at(-1)?.scope === "case" && times.length === 0 && partOfTold.in(text, sentence.start, at.start);
  // A notice that calls on wanted people counts all of them.
  if (!isPartOfCase && meaning !== null && meaning.verb !== null && calls.has(meaning.verb.word)) return "aggregate";
  const opened = several.matchIn(text, sentence.start, sentence.end);
  if (opened !== null && at.start >= sentence.start + opened.index) {
    if (!tellsStory(text, sentence.start + opened.index + opened[0].length, at.start)) return "aggregate";
  }
  const before = (pattern: Pattern): boolean => pattern.in(text, sentence.start, at.start);
  // 11月10日当天，全省接报警情219起: a day of a whole territory.
  if (before(ofDay) && !before(concerted)) return "aggregate";
  if (
    !held.isCase &&
    meaning?.indicator.abroad !== "always" &&
    before(routine) &&
    !tellsStory(text, sentence.start, at.start)
  )
    return "aggregate";
  if (ofOperation.in(text, Math.max(sentence.start, at.start - 16), at.start)) return "case";
  // 本次行动共抓捕疑犯455名，包括金主21名: what is listed is of the one operation too.
  if (ofOperationBefore.in(text, sentence.start, at.start)) return "case";
  if (isPartOfCase) return "case";
  if (held.isCase) return "case";
  if (tellsStory(text, sentence.start, at.start)) return "case";
  if (ofOneWho.in(text, Math.max(sentence.start, at.start - 24), at.start)) return "case";
  let last: TimeMark | null = null;
  for (const mark of times) if (mark.start < at.start && mark.type !== "aside" && !(meeting && mark.day)) last = mark;
  // 6月1日，警方收网，抓获30人。捣毁窝点3处: the day goes on with what it began.
  if (last === null && held.time?.day === true && !held.across && held.told.at(-1)?.scope === "case") last = held.time;
  // 截至11月10日，接报3万起。当天接报98起: as what was told before.
  // 11月，止付9000万元（11月11日当天400万元）: a day of the stretch.
  if (last?.day === true && last.until !== null && times.some((mark) => mark.start < at.start && isSpan(mark)))
    return "aggregate";
  if (last !== null && last.day && /[当同]/u.test(text[last.start] ?? " "))
    return held.told.at(-1)?.scope ?? "aggregate";
  // 7月，公安部派出工作组赴老挝开展联合行动，捣毁窝点6处: one operation, in whatever month.
  if (last !== null && !isStretch(last) && !before(repeatedly) && before(operation)) return "case";
  // 今年9月，缉私局拦截一艘船，当场缴获816公斤: what was found at one place.
  if ((last === null || !isStretch(last)) && before(onTheSpot) && !before(repeatedly)) return "case";
  if (last === null || !(last.day || last.type === "point") || before(asOf)) return "aggregate";
  // 近期全国立案数环比下降14.3%: of all of a territory, on no one day.
  if (!last.day && last.type === "point" && wholeTerritory.in(text, last.end, at.start) && !before(concerted))
    return "aggregate";
  if (last.day && oneThing.in(text, last.end, at.start)) return "case";
  // 10月4日傍晚，三车相撞，5人受伤: what happened at an hour, where no whole territory acts.
  if (last.day && hour.in(text, last.end, last.end + 4) && !before(territory)) return "case";
  if (meaning !== null) return meaning.indicator.day === undefined ? "aggregate" : "case";
  return last.type === "point" || before(deeds) ? "case" : "aggregate";
}

// Matches `凌晨`, `21时`; must not match `，全市`.
const hour = new Pattern(
  /^(?:凌晨|清晨|拂晓|早[上晨]|上午|中午|下午|傍晚|晚(?![报会])|夜(?!查|市)|深夜|半夜|\d{1,2}(?:时|点(?!多)))/u,
);

// Matches `差点把`, `正要将手里的`: what one person was about to do; must not match `差点把群众的`.
const ofOneWho = new Pattern(
  /(?:差点儿?|险些|正要|正欲|正?准备|打算)[^，,。；;\d]{0,8}[把将](?![^，,。]{0,4}[群众们])[^，,。；;\d]{0,8}$/u,
);

// Matches `在一家具厂`, `从一辆货车的夹层里`, `一个来自欧洲的邮包`; must not match `第一个`, `一个月`, `一家家`.
const oneThing = new Pattern(/(?<![第每任何哪同])一(?:[家处间栋座艘辆艇架列户幢]|[个只](?![个只月季半多]))(?!家)/u);

const calls: ReadonlySet<string> = new Set("敦促 通缉 悬赏通缉 公开通缉 规劝 劝投 督促".split(" "));

// Matches `全市公安机关`, `目前，全省各级法院`; must not match `抽调全市公安机关精干力量`.
const allOffices = new Pattern(
  /^(?:目前|据悉|据统计|同时|此外|另外)?[，,]?(?:全[国省市区县州盟]|各地|各级)(?:各级|各地)?(?:公安|检察|法院|人民法院|警方|政法|银行|市场监管|消防)/u,
);

const ofThisCase = new Pattern(/该案|此案|该(?:[\p{Script=Han}]{0,2}团伙|[\p{Script=Han}]{2}集团)|交代/u);
const ofThisCaseOrTeam = new Pattern(/该案|此案|该(?:[\p{Script=Han}]{0,2}团伙|[\p{Script=Han}]{2}集团)|专案组|交代/u);
const inAll = new Pattern(/[共累]|全年/u);
const reports = new Pattern(
  /报案称|举报称|接到[^，,。\d]{1,16}(?:报警|报案|求助)[，,]?称|(?<![位名个老多数])[^\P{Script=Han}老位名个的多数各](?:女士|先生|阿姨|大妈|大爷|大娘|大叔|大姐|婆婆|奶奶|爷爷|老伯)(?![们说])(?![^，,。]{0,3}(?:告诉|表示|坦言|感慨|介绍|称赞|点赞|打比方))|(?<!(?:先后|多次|分批)(?:派出|组织|组建|成立|抽调)[^，,。]{0,6})专案组(?!织)|该案|此案|该团伙/u,
);

/** Answers whether a sentence matches a pattern. */
type Says = (pattern: Pattern) => boolean;

/** A story starts where one case is told, and ends where a territory and a whole period are named. */
export function holdCase(
  held: Held,
  text: string,
  { start, end }: Span,
  times: readonly TimeMark[],
  topics: readonly AreaTopic[],
  opensParagraph: boolean,
  figures: readonly Figure[],
): void {
  const says: Says = (pattern) => pattern.in(text, start, end);
  const isNamed = says(nameless) && named.test(withoutSpeaker(text.slice(start, end)));
  if (!isNamed && (says(turnsAway) || tellsOfYears(times, topics, says))) held.isCase = false;
  if (!isNamed && topics.length > 0 && times.some((mark) => sumsUp(mark, says))) held.isCase = false;
  else if (!isNamed && times.some(isStretch) && says(pointsBack)) held.isCase = false;
  // 同一周，市反诈中心…: the stretch that the text spoke of before the story.
  else if (
    !isNamed &&
    times.some(({ start: at, type, day }) => type === "period" && !day && text.startsWith("同一", at))
  )
    held.isCase = false;
  else if (!isNamed && (says(several) || says(forAll)) && !says(ofThisCase)) held.isCase = false;
  // 全市公安机关已抓获246名: who acts is all of a territory, which no single case is of.
  else if (!isNamed && says(allOffices) && !says(ofThisCaseOrTeam)) held.isCase = false;
  else if (!isNamed && times.some(isStretch) && says(inAll) && !says(ofThisCaseOrTeam)) held.isCase = false;
  // 一年半来，该院制发建议9份; 10月当月协助劝阻312人: a new paragraph tells of a stretch.
  else if (
    !isNamed &&
    opensParagraph &&
    (!says(ofStory) || says(speaks)) &&
    (times.some(isStretch) || says(wholeMonth))
  )
    held.isCase = false;
  else if (!isNamed && !says(ofStory) && !says(crime) && (opensWithStretch(times, start) || figures.some(isMany)))
    held.isCase = false;
  else if (isNamed || says(begins) || says(reports)) held.isCase = true;
  // 经查，这些团伙…已带破案件230起: of what was told of the one case before.
  else if (held.told.at(-1)?.scope === "case" && (says(inquired) || says(thosePeople))) held.isCase = true;
}

// Matches `经查，`, `目前，49名嫌疑人已被`, `案件正在侦办`; must not match `经查处`.
const inquired = new Pattern(
  /^(?:经(?:查|审讯?|初查|审查)[，,]|据(?:其|嫌疑人|犯罪嫌疑人)?(?:交代|供述)[，,])|案件(?:正在|仍在)|^目前，[^，,。；;]{0,12}嫌疑人(?:均|都|全部|已)*被/u,
);

/** 2023年，该市举办专场126场: a stretch that the sentence opens with. */
function opensWithStretch([mark]: readonly TimeMark[], start: number): boolean {
  return mark !== undefined && isStretch(mark) && mark.start - start < 4;
}

/** 审结案件5.1万件: more than one case holds. */
function isMany({ unit, unitText, value }: Figure): boolean {
  return (unit === "case" || unitText === "件") && (value ?? 0) >= 200;
}

// Matches `，他们共涉及`, `上述人员`, `40名嫌犯包括`: those of whom the case before told; must not match `，他们的损失`.
const thosePeople = new Pattern(
  /(?:^|[，,；;])(?:[他她]们(?!的|说|表示|介绍|还?告诉)|上述(?:人员|嫌疑人|嫌犯)|这[些批](?:人(?!民)|嫌疑人|嫌犯|人员))|^\d+名(?:嫌犯|嫌疑人|犯罪嫌疑人)(?:包括|中|里)/u,
);

// Matches what those of one story do: `先后骗取`, `作案`, `从中获利`.
const crime = new Pattern(
  /骗[取走得]|获利|作案|伪造|诱骗|谎称|名下|先后|受害|被骗|交代|供述|涉案|扣押|查获|缴获|起获/u,
);

// Matches `该团伙`, `其伙同`, `被告人`; must not match `该院`, `其他`.
const ofStory = new Pattern(
  /该(?![院局市县区省州行厅校支大总所队委办厂]|公司|部门|中心|单位|地区)|此案|本案|[他她](?![们山省市])|他们|其[间人余伪]|其(?:伙同|以|将|名下)|专案|涉案人|被告|嫌疑人[^，,。]{0,6}(?:交代|供述)|男子|女子|受害人|被害人|夫妻|一伙|团伙成员/u,
);

// Matches `10月当月`, `当月`, `10月份`, `上月`; must not match `10月12日`.
const wholeMonth = new Pattern(
  /当月|单月|\d{1,2}月份|^\d{1,2}月[，,]|全月|上月(?!\d)|(?:这一?|本|该)(?:个?学[年期]|季度|年度?)|[一二两三四五六七八九十]年(?:半|多)?来/u,
);

// Matches `他告诉记者，`, `她介绍`: who speaks of the whole.
const speaks = new Pattern(/[他她](?:还|又)?(?:告诉记者|介绍|表示|坦言|透露|说明)/u);

/** Tells whether a paragraph may be of the story that the one before it told: it points to it, tells of people or of days. */
export function mayGoOn(text: string, start: number, end: number): boolean {
  if (summing.in(text, start, end) && !nameless.in(text, start, end)) return false;
  return ofStory.in(text, start, end) || someone.in(text, start, end) || tellsStory(text, start, end);
}

// Matches `数据还显示，`, `据统计，`, `报告显示`; must not match `监控显示`.
const summing = new Pattern(
  /^(?:据(?:了解|统计|介绍|悉)|另据|统计|数据|报告|通报|白皮书|总体上?看|总的来看|值得一提的是)(?:还|进一步)?(?:显示|表明|称|指出)?[，,]/u,
);

// Matches `民警赶到`, `老人说`, `6月3日`, `经查`, `法院认为`; must not match `目前`, `警方提醒`.
const someone = new Pattern(
  /(?:民警|警方|法院|检察官|法官)(?!提醒|提示|介绍|呼吁|建议|通报|说法)|老人|大[爷妈娘]|女士|先生|[\p{Script=Han}]某|\d{1,2}[日号]|当[天晚日]|次日|随后|接着|很快|经[查审过鉴]|法庭|判决|判处|庭审|审理|被告|嫌疑人|团伙|骗子|对方|“/u,
);

/** 2023年，四川破案3万起: a year or half of one, and a place right after it, fill no single case. */
function tellsOfYears(times: readonly TimeMark[], topics: readonly AreaTopic[], says: Says): boolean {
  const [mark] = times;
  const [topic] = topics;
  if (mark === undefined || topic === undefined || !isStretch(mark) || topic.start - mark.end > 2) return false;
  const isCalendar = mark.from?.endsWith("-01") === true && (mark.open || mark.to?.endsWith("-01") === false);
  return isCalendar && topic.start >= mark.end && !says(ofSomebody);
}

const ofSomebody = new Pattern(/该|此案|本案|他|她|其[间人余伪]|专案|涉案|被告人|某/u);

// Matches `事情出在7月11日，他`, `2月21日晚，她在一个群里`: one story begins.
const begins = new Pattern(
  /^(?:事情|事儿|这事)(?:就|还|要|得|是)*(?:出在|发生在|从)|^最[\p{Script=Han}]{1,4}的?一[次回]|\d岁的?[\p{Script=Han}](?:大爷|大妈|奶奶|爷爷|阿姨|婆婆|老伯|师傅|女士|先生)|[日号](?:[晚早夜][上间里]?|凌晨|上午|中午|下午|傍晚|深夜|半夜|清晨)?[，,](?:他|她|俩人|两人|夫妻)|^(?:【|（)?(?:典型)?案[例件][一二三四五六\d]?[】）：:]|^[^，,。；;]{0,14}(?:[日月号]|[晚夜早]上?|凌晨|[上下]午|中午|傍晚|深夜|清晨)[，,]?[^，,。；;]{0,14}(?<![第每任何哪同让漏落使多无这那])一[名位](?![^，,。；;]{0,16}(?:负责人|[民干法刑交辅]警|员工|人员|专家|人士|代表|委员|干部|志愿者|记者|[局处科所队院庭站]长))\p{Script=Han}/u,
);

// Matches `再说说抓人。`, `从全市情况看`: the text leaves its story.
const turnsAway = new Pattern(
  /^(?:同样(?:是|在)?[这今去上]|再(?:说说?|来?看看?|讲讲?|聊聊?)|接着[说看]|回[到头]过?[来头]?[说看]|说回|话说回来|放眼|纵观|面上看|从全[省市县区州国])|(?:记者|笔者)[^，,。]{0,16}(?:了解到|获悉)[，,]?(?:今年|去年|20\d\d年|截至|上半年|前|[一二三四]季度|\d{1,2}[月至]|全年|自)/u,
);

function withoutSpeaker(words: string): string {
  return words.includes("某")
    ? words.replace(speaker, "").replace(/(?:记者|通讯员|见习记者)\s?[\p{Script=Han}]某{1,2}/gu, "")
    : words;
}

/** 今年以来, 去年全年, 一季度: a stretch that no single case fills. */
function isStretch({ type, day, asOf, open, from, to }: TimeMark): boolean {
  if (type !== "period" || day || asOf) return false;
  return open || (from !== null && to !== null && from.slice(0, 7) < to.slice(0, 7));
}

function isSpan({ type, day }: TimeMark): boolean {
  return type === "period" && !day;
}

/** 今年以来，全市公安机关; 截至9月，全省. */
function sumsUp(mark: TimeMark, says: Says): boolean {
  if (mark.type !== "period" || mark.day) return false;
  if (isStretch(mark) && says(offices) && !says(ofThisTeam)) return true;
  return says(mark.asOf ? wholeTerritory : territory);
}

const offices = new Pattern(/警方|法院|检察院|分局|支队|辖区/u);
const ofThisTeam = new Pattern(/该案|此案|该团伙|专案组/u);
