import type { Scope } from "@jianbao/model";
import type { AreaTopic } from "./area-topic.ts";
import type { Meaning } from "./meaning.ts";
import type { Held, View } from "./reading.ts";
import type { TimeMark } from "./time-mark.ts";

// Matches words of one single case: `接到王某报案`, `专案组`, `以贾某为首`; must not match `报案数`.
const story =
  /[\p{Script=Han}]某(?!些|种|个|地|类|项|一|[市县区省州镇乡村])|报案(?:称|人)|接到[^，,。\d]{1,16}(?:报警|报案|求助)[，,]?称|[\p{Script=Han}](?:女士|先生)|报警(?:称|求助)|举报称|一[名位](?:[\p{Script=Han}\d]{0,9}?)(?:会计|财务|老人|市民|居民|群众|学生|村民|女士|男子|女子|大学生|大爷|大妈|大叔|大姐|教师|老师|顾客|事主|婆婆|阿婆|老伯|老翁|老妇|妇人|长者|店主|业主|宝妈|女生|男生|姑娘|小伙)|在[^，,。；;]{0,14}一[处个间家座栋]?[\p{Script=Han}]{0,4}(?:出租[屋房]|小区|写字楼|民房|公寓|酒店|宾馆|别墅|仓库|平房|厂房|厂|店铺)[^，,。；;]{0,3}[内里中，,抓查捣]|专案组(?!织)|该案|此案|该团伙|侦办的[^，,。]{0,24}案[，,]|(?:破获|侦破|告破|侦办|督办|办理|查办|审理|审结|宣判|对|就)[了的]?(?:一起|1起|一宗|一件)|打掉(?:了)?(?:一个|1个|一处)|一举(?:打掉|捣毁|抓获|端掉)|收网行动/u;

/** A person whose name is kept back: 王某, 李某某. */
const named = /[\p{Script=Han}]某(?!些|种|个|地|类|项|一|[市县区省州镇乡村])/u;

/** Who speaks for an agency under a name that is kept back: 副厅长王某介绍; must not match 公司负责人钱某报案称. */
const speaker =
  /(?<!公司|企业|工厂|商户|门店|财务|店铺|超市)(?:[厅局处科所队院庭站]长|支队长|大队长|中队长|总队长|主任|书记|主席|行长|检察长|检察官|法官|审判员|政委|教导员|指导员|民警|警官|干警|交警|辅警|网格员|发言人|负责人|负责同志|工作人员|专家|研究员|教授|律师)[\p{Script=Han}]某{1,2}(?![^，,。；;]{0,12}(?:报案|报警|求助|举报))[^，,。；;]{0,14}?(?:介绍|说|表示|告诉|通报|称|指出|透露|坦言|强调|[：:])/gu;

// Matches `挂牌督办的14起重大跨境电诈案`, `侦办的三起电诈案`; must not match `侦办的1起案件`, `办理案件14起`.
const several =
  /(?:督办|侦办|办理|查办|审查|审理|受理)[了的]?(?:(?:[2-9]|[1-9]\d+)(?:余|多)?|[两二三四五六七八九][十百]?[一二三四五六七八九]?|十[一二三四五六七八九]?(?:余|多)?)[起件宗][^，,。；;\d]{0,20}?案/u;

/** 这样的见面劝阻，今年以来已开展: the story was an example of what is counted now; must not match `这样的骗局`. */
const pointsBack =
  /(?:像这样|这样|诸如此类|此类|这类|类似|如此)的?[^，,。；;\d]{0,8}(?:劝阻|拦截|预警|止付|宣传|案件|案例|行动|见面|上门|走访|服务|守护|故事|事例)/u;

// Matches `11月10日当天，全省`; must not match `11月10日，专案组在全国`.
const ofDay = /日(?:当天|当日|一天|单日)?[，,]?(?:全国|全省|全市|全区|全县|全州(?!县)|全社会|各地)[^某]*$/u;

// Matches `10月2日单日就来了`, `10月1日，南出口一天通行车辆`: a day of a routine; must not match `7月2日，民警`.
const routine = /[日号][^。；;某]{0,16}?(?:单日|一天|全天|全日|当日共|日均)[^。；;某]{0,16}$/u;

// Matches `当天移交的`, `本批押回的`: one operation; must not match `当天全市抓获`.
const ofOperation =
  /(?:当[天日晚]|此次|这次|本次|[这该本][一]?批)[^，,。；;\d]{0,4}(?:移交|押解|押回|遣返|带回|抓获|落网|查获)[^，,。；;\d]{0,3}$/u;

/** Deeds of an office on one day, whatever is counted. */
const deeds =
  /抓获|查获|检获|检[取走]|缴获|破获|捣毁|拘捕|逮捕|查处|起获|查扣|扣[押下留]|搜出|被[骗抢盗偷撞]|[骗抢偷盗]走|转[走出账]|落网|按住|端掉|疏散|起火|扑[灭救]|营救|救出|宣判|涉案|事故|受伤|死亡|身亡/u;

const wholeTerritory = /全国|全省|全市|全区|全县|全州(?!县)|全盟|全旗|各地/u;

// Matches what speaks of a whole territory: `全市公安机关共`, `各级检察机关`.
const territory =
  /全国|全省|全市|全区|全县|全州(?!县)|全盟|全旗|各地|各级|各盟市|各市|公安机关|检察机关|我省|我市|我区|我县/u;

/** Tells whether a figure belongs to one single case, gang or operation. */
export function scopeOf(view: View, at: { start: number }, meaning: Meaning | null): Scope {
  const { reading, sentence, times, meeting } = view;
  const { text, held } = reading;
  // 里头还有头目4名: a part of what was told of one operation.
  const isPartOfCase =
    held.told.at(-1)?.scope === "case" &&
    times.length === 0 &&
    /(?:^|[，,；;：:])(?:其中|里头|里面|当中)[，,]?[^，,；;：:]*$/u.test(text.slice(sentence.start, at.start));
  // A notice that calls on wanted people counts all of them.
  if (!isPartOfCase && meaning !== null && meaning.verb !== null && calls.has(meaning.verb.word)) return "aggregate";
  const opened = several.exec(text.slice(sentence.start, sentence.end));
  if (opened !== null && at.start >= sentence.start + opened.index) {
    const since = text.slice(sentence.start + opened.index + opened[0].length, at.start);
    if (!story.test(withoutSpeaker(since))) return "aggregate";
  }
  const before = text.slice(sentence.start, at.start);
  // 11月10日当天，全省接报警情219起: a day of a whole territory.
  if (ofDay.test(before) && !/收网|统一行动|集中(?:行动|清查|抓捕|收网)/u.test(before)) return "aggregate";
  if (!held.isCase && routine.test(before) && !story.test(withoutSpeaker(before))) return "aggregate";
  if (ofOperation.test(text.slice(Math.max(sentence.start, at.start - 16), at.start))) return "case";
  if (isPartOfCase) return "case";
  if (held.isCase) return "case";
  if (story.test(withoutSpeaker(before))) return "case";
  let last: TimeMark | null = null;
  for (const mark of times) if (mark.start < at.start && mark.type !== "aside" && !(meeting && mark.day)) last = mark;
  // 6月1日，警方收网，抓获30人。捣毁窝点3处: the day goes on with what it began.
  if (last === null && held.time?.day === true && !held.across && held.told.at(-1)?.scope === "case") last = held.time;
  // 截至11月10日，接报3万起。当天接报98起: as what was told before.
  if (last !== null && last.day && text[last.start] === "当") return held.told.at(-1)?.scope ?? "aggregate";
  if (last === null || !(last.day || last.type === "point") || /截[至止]/u.test(before)) return "aggregate";
  if (meaning !== null) return meaning.indicator.day === undefined ? "aggregate" : "case";
  return last.type === "point" || deeds.test(before) ? "case" : "aggregate";
}

const calls: ReadonlySet<string> = new Set("敦促 通缉 悬赏通缉 公开通缉 规劝 劝投 督促".split(" "));

/** A story starts where one case is told, and ends where a territory and a whole period are named. */
export function holdCase(held: Held, words: string, times: readonly TimeMark[], topics: readonly AreaTopic[]): void {
  const isNamed = words.includes("某") && named.test(withoutSpeaker(words));
  if (!isNamed && (turnsAway.test(words) || tellsOfYears(times, topics, words))) held.isCase = false;
  if (!isNamed && topics.length > 0 && times.some((mark) => sumsUp(mark, words))) held.isCase = false;
  else if (!isNamed && times.some(isStretch) && pointsBack.test(words)) held.isCase = false;
  else if (!isNamed && several.test(words) && !/该案|此案|该团伙|交代/u.test(words)) held.isCase = false;
  else if (
    !isNamed &&
    times.some(isStretch) &&
    /[共累]|全年/u.test(words) &&
    !/该案|此案|该团伙|专案组|交代/u.test(words)
  )
    held.isCase = false;
  else if (
    isNamed ||
    begins.test(words) ||
    /报案称|举报称|接到[^，,。\d]{1,16}(?:报警|报案|求助)[，,]?称|[\p{Script=Han}](?:女士|先生)|专案组(?!织)|该案|此案|该团伙/u.test(
      words,
    )
  )
    held.isCase = true;
}

/** 2023年，四川破案3万起: a year or half of one, and a place right after it, fill no single case. */
function tellsOfYears(times: readonly TimeMark[], topics: readonly AreaTopic[], words: string): boolean {
  const [mark] = times;
  const [topic] = topics;
  if (mark === undefined || topic === undefined || !isStretch(mark) || topic.start - mark.end > 2) return false;
  const isCalendar = mark.from?.endsWith("-01") === true && (mark.open || mark.to?.endsWith("-01") === false);
  return isCalendar && topic.start >= mark.end && !/该|此案|本案|他|她|其[间人余伪]|专案|涉案|被告人|某/u.test(words);
}

// Matches `事情出在7月11日，他`, `2月21日晚，她在一个群里`: one story begins.
const begins =
  /^(?:事情|事儿|这事)(?:就|还|要|得|是)*(?:出在|发生在|从)|^最[\p{Script=Han}]{1,4}的?一[次回]|\d岁的?[\p{Script=Han}](?:大爷|大妈|奶奶|爷爷|阿姨|婆婆|老伯|师傅|女士|先生)|[日号](?:[晚早夜][上间里]?|凌晨|上午|中午|下午|傍晚|深夜|半夜|清晨)?[，,](?:他|她|俩人|两人|夫妻)/u;

// Matches `再说说抓人。`, `从全市情况看`: the text leaves its story.
const turnsAway =
  /^(?:同样(?:是|在)?[这今去上]|再(?:说说?|来?看看?|讲讲?|聊聊?)|接着[说看]|回[到头]过?[来头]?[说看]|说回|话说回来|放眼|纵观|面上看|从全[省市县区州国])|(?:记者|笔者)[^，,。]{0,16}(?:了解到|获悉)[，,]?(?:今年|去年|20\d\d年|截至|上半年|前|[一二三四]季度|\d{1,2}[月至]|全年|自)/u;

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

/** 今年以来，全市公安机关; 截至9月，全省. */
function sumsUp(mark: TimeMark, words: string): boolean {
  if (mark.type !== "period" || mark.day) return false;
  if (isStretch(mark) && /警方|法院|检察院|分局|支队|辖区/u.test(words) && !/该案|此案|该团伙|专案组/u.test(words))
    return true;
  return (mark.asOf ? wholeTerritory : territory).test(words);
}
