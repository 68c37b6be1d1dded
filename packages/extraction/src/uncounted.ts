import type { Span } from "@jianbao/model";
import type { Figure } from "./figure.ts";
import { Pattern } from "./pattern.ts";
import { isYetToBe } from "./plan.ts";

/** Nouns that organise a text: 4个方面, 三个环节. */
const organising =
  "方面 层面 环节 阶段 角度 维度 坚持 确保 必须 着力 突出 看点 亮点 特点 特征 原因 要求 原则 月 小时 星期 季度 年度 工作日 交易日 晚上 字 步骤 问题 百分点 半月 多月 第一 转变 统一 到位 一 昼夜 钟头 周 关键词 关口 抓手 重点方面".split(
    " ",
  );

/** What stands right before a figure that points back or only counts on: 该二人, 上述两个, 第三批. */
const pointing = new Pattern(
  /(?:第|该|这|上述|此|那|另|每|前述|其余|哪|任何|同|各|某|首|头|仅有的|(?<![岁元万级])以下|下列|如下|前)$/u,
);

/** Targets and plans state nothing that has happened. */
export const planned: Pattern = new Pattern(
  /(?:力争|计划|预计|拟(?!偷|诈|骗|逃)|争取|将(?:达|超|新|再|在|于(?!某)|继续|持续|深入|进一步|投入|建|推动|努力|力争|确保|实现)|到20\d\d年[^，。]{0,6}(?:达|建|实现)|预期|规划|(?:我们|要|须|务必)要?确保)/u,
);

/** Sentences of law and prices. */
const lawful = new Pattern(
  /(?:有期徒刑|拘役|以上.{0,6}以下|罚金(?!融)|处以.{0,8}罚款|期限为|注册资本|售价|单价|均价|每平方米|月租|年薪|(?:月|日|底薪|基本|最低)工资|底价|起拍|奖励)/u,
);

/** Days that are counted, or measured on average: 优良天数296天, 平均住院日7.9天. */
const dayCount = /(?:天数|日数|平均[^，,。；;]{0,6}(?:日|时长|工期|时限|周期|用时|耗时|时间))[^，,。；;\d]{0,6}$/u;

/** How long something takes, which became less: 整体通关时间由41小时压缩至33小时. */
const shortened =
  /(?:时间|时长|用时|耗时|周期|平均[^，,。；;\d]{0,8})(?:由|从)[^，,。；;]{2,24}(?:压缩|缩短|降低|下降|减少|延长|增加|降|减|增|升)[至到为]$/u;

/** Tells whether a number of days, hours or minutes is measured: 7日内 and 24小时值班 are not. */
function isMeasured(text: string, { unitText, prefixStart, end }: Figure): boolean {
  const before = text.slice(Math.max(0, prefixStart - 40), prefixStart);
  if (shortened.test(before) || dayCount.test(before.slice(-12))) return true;
  return unitText === "天" && (/^(?:零|无|未)/u.test(text.slice(end, end + 1)) || before.endsWith("连续"));
}

// Matches `以上的案件`; must not match `以上`.
const threshold = new Pattern(
  /^(?:以上|以下|以内)的?(?:[\p{Script=Han}]{0,6}案件?|人员|企业|资金|转账|交易|汇款|取款|大额|款项|电话|订单)/u,
);
const greatAccident = new Pattern(
  /^(?:以上)?的?(?:较大|重大|特大|特别重大)(?:道路)?(?:交通|火灾|安全|生产|道路)?事故/u,
);
const perTime = new Pattern(/^(?:一|每)(?:晚|天|日|单|张|次|个月|小时)(?!均)/u);
const maximum = new Pattern(/最高(?:可|会|将)?[^，,]{0,8}(?:罚|处|判)/u);
const minimum = new Pattern(/每[周天月年日][^，,]{0,4}不[少低多超]/u);

/** Tells why a figure is no observation, or null where it may be one. */
export function uncounted(
  text: string,
  figure: Figure,
  clauseStart: number,
  clauseEnd: number,
  isCase: boolean,
): string | null {
  const before = text.slice(Math.max(0, figure.prefixStart - 6), figure.prefixStart);
  const after = text.slice(figure.end, figure.end + 6);
  const { numeral } = figure;
  if (figure.unit === "pp") return "a difference";
  if (figure.unit === "area" && before.endsWith("等")) return "sums up a list";
  if (before.endsWith("等") && /^(?:部门|单位|省|市|县|区|地|国|州|盟|城市)/u.test(after)) return "sums up a list";
  if (threshold.in(text, figure.end, figure.end + 8)) return "a threshold";
  if (greatAccident.in(text, figure.end, figure.end + 14)) return "a threshold";
  // 未发生一次死亡5人以上的事故
  if (
    figure.unit === "person" &&
    /^(?:及?以上|以下)的?[\p{Script=Han}]{0,8}(?:事故|火灾|事件)/u.test(text.slice(figure.end, figure.end + 16)) &&
    /[死伤亡][亡伤]?$/u.test(before)
  )
    return "a threshold";
  // 3次转走2.7万元: how often a story's deed was done.
  if (
    figure.unit === "time" &&
    /^(?:分)?(?:[转汇充打]|取款|扫码)(?:走|出|账|款|值|给)?/u.test(after) &&
    (figure.value ?? 99) <= 20
  )
    return "a number of a story";
  // 涉案超百万元的案件23起: what the cases are that are counted.
  if (
    figure.unit === "CNY" &&
    !isCase &&
    figure.bound === "min" &&
    /^的(?:[\p{Script=Han}]{0,8}案|(?:就|也|只|仅|共)?有?\d+[起件宗])/u.test(text.slice(figure.end, figure.end + 12))
  )
    return "a threshold";
  // 千人级的团伙, 亿元级骗局: how great a thing is.
  if ((figure.unit === "person" || figure.unit === "CNY") && /^级(?!别)/u.test(after)) return "a size";
  // 联席会议23个成员部门: who belongs to a body.
  if (figure.unitText === "个" && /^成员(?:单位|部门|国|机构)/u.test(after)) return "organises the text";
  if (pointing.test(before)) return "points back or counts on";
  if (figure.unitText === "个" && organising.some((noun) => after.startsWith(noun))) return "organises the text";
  if ((figure.unit === "day" || figure.unitText === "小时" || figure.unitText === "分钟") && !isMeasured(text, figure))
    return "a duration";
  if (figure.unit === "other" && /^[米升]$/u.test(figure.unitText)) return "a measure of a thing";
  if (figure.unit === "time" && isCase) return "a number of a story";
  if (numeral.indefinite && isCase) return "an indefinite number in a story";
  if (isQuotedName(text, figure)) return "a name";
  if (planned.in(text, clauseStart, clauseEnd)) return "a plan";
  // 判处五年以上有期徒刑的3528人: whom the sentence counts; 并处罚金3200万元 of a whole court.
  const isCounted =
    (figure.unit === "person" && /(?:徒刑|死刑|拘役|罚款|罚金|刑罚)的?$/u.test(before)) ||
    // 二十三名被告人全部被判处有期徒刑
    (figure.unit === "person" &&
      /^[^，,]{0,16}(?:判处|被判|判刑|获刑|领刑)/u.test(text.slice(figure.end, figure.end + 20))) ||
    (figure.unit === "CNY" &&
      !isCase &&
      /(?:并处|判处|共处)罚[金款](?:总?[数金]?额)?(?:共计|合计|累计|共|达)*$/u.test(
        text.slice(Math.max(0, figure.prefixStart - 12), figure.prefixStart),
      ) &&
      !/以[上下内]|可|应/u.test(text.slice(clauseStart, clauseEnd)));
  if (lawful.in(text, clauseStart, clauseEnd) && !isCounted) return "law or price";
  if (
    (figure.unit === "CNY" || figure.unitText === "块") &&
    pay.in(text, Math.max(0, figure.prefixStart - 16), figure.prefixStart)
  )
    return "law or price";
  if (
    figure.unit === "CNY" &&
    /一般|通常|大多|不等|之间/u.test(text.slice(clauseStart, clauseEnd)) &&
    (gain.test(text.slice(Math.max(0, figure.prefixStart - 12), figure.prefixStart)) || after.startsWith("之间"))
  )
    return "law or price";
  if (
    figure.unit === "CNY" &&
    (price.in(text, Math.max(0, figure.prefixStart - 12), figure.prefixStart) ||
      priced.in(text, figure.end, figure.end + 10))
  )
    return "law or price";
  if (perTime.in(text, figure.end, figure.end + 6) && /[元块钱]$/u.test(figure.unitText)) return "law or price";
  if (maximum.in(text, clauseStart, clauseEnd)) return "law or price";
  if (minimum.in(text, clauseStart, clauseEnd)) return "a rule";
  if (numeral.chinese && !numeral.scaled && figure.unit !== "percent" && !numeral.indefinite) {
    // 打掉团伙五个，抓获嫌疑人九名: a number after its noun counts.
    if (nounBefore.test(before) && /^(?:[，,、。；;）\n]|$)/u.test(after)) return null;
    // 近十吨, 逾五家: a hedge makes a measure of it.
    const small = figure.value !== null && figure.value <= 10 && figure.prefixStart === figure.start;
    // 一起案件, 两个号码 tell a story; 先后三批次, 共抓获五人 count.
    if (figure.value === 1) return "an article, not a number";
    if (small && !/(?:先后|共|共计|累计|总计|合计|分别|获|毁|掉|缴)$/u.test(before)) return "a small number in words";
    if (figure.value === null) return "no number";
  }
  if (figure.unitText === "种" || figure.unitText === "类") {
    if (numeral.chinese) return "a small number in words";
  }
  return null;
}

/** Nouns that a count may follow. */
const nounBefore =
  /(?:嫌疑人|嫌犯|人员|团伙|窝点|据点|老人|群众|被告人|罪犯|逃犯|骨干|头目|学生|居民|案件|设备|手机|[卡脑车机]|车辆|账户|毒贩|司机|伤者|成员|儿童|村民|骗子)$/u;

/** What a deed of a story brought in: 获利一般在800元至3000元之间. */
const gain = /(?:获利|报酬|酬劳|佣金|提成|好处)(?:一般|通常|大多|多)?[在为是]?$/u;

/** What a thing costs: 一斤才十五块钱, 每单返5元, 卖到1280元. */
const price = new Pattern(
  /(?:[一每](?:斤|晚|夜|单|瓶|份|桶|袋|只|头|箱|公斤|桌|趟|小时)[^，,]{0,4}|卖到?|标价|票价|[门车船机]票|每[张件]|报价|(?:代驾|门票|住宿|介绍|中介|好处)费[^，,]{0,8}|赔偿额)$/u,
);

// Matches `不等的价格`, `的高价`; must not match `的涉案资金`.
const priced = new Pattern(
  /^(?:左右|上下|不等|一[张条套个部])?的(?:不等)?(?:价格|单价|价钱|高价|低价|报价|好处费|报酬)/u,
);

// Matches `每月能拿`, `一张卡租`, `市价`; must not match `日均止付`.
const pay = new Pattern(
  /(?:每[月天日晚年](?:能|可|才|只|就)?(?:拿|挣|赚|领|收入|开|发)|一(?:天|日|个?月|年|晚|单|趟|张卡?|部|条)[^，,。\d]{0,4}(?:挣|赚|拿|租|卖|给|抽)|月(?:入|收入|供)|市价|卖价|租金|房租|工钱|学费)[^，,。；;\d]{0,4}$/u,
);

/** An article of a law, and what it orders: 第四十四条, 刑法规定, 应当, 不得. */
const law = new Pattern(
  /(?:法|条例|解释|办法|规定)(?:》)?第[\d一二三四五六七八九十百零〇]+条|(?:刑法|法律)(?:修正案)?(?:（[^（）]*）)?(?:明确)?规定/u,
);
const order = new Pattern(/应当|不得|严禁|处[^理置分]|罚款|的标准|的[，,]为|赔偿/u);

/** What is not yet, or only supposed: 假如, 一旦. */
const supposed = new Pattern(/(?:^|[，,：:；;])[“‘「（(]?(?:假如|如果|假设|倘若|要是|设想|试想|若(?!干)|一旦)/u);

/** What a rule asks of all: 凡单笔转账超过五万元的，柜员必须…. */
const rule = new Pattern(/(?:^|[，,：:])凡[^。]*(?:必须|应当|应|不得|一律|须)/u);

// Matches `警方建议，`, `民警支招：`: what follows is advice; must not match `提醒短信`.
const advice = new Pattern(
  /(?<![和的见、与条])(?<!预警|转发|推送|发送|发布)(?:建议|提醒|提示|支招|呼吁|叮嘱|告诫|敬告)(?:广大[^，,：:。]{2,8}|大家|市民|群众|企业|旅客)?[，,：:]/u,
);

// Matches `或突破`, `可能达到`, `有望超`: a forecast.
const forecast = new Pattern(/预计|预测|预估|有望|估计将/u);
const yetToCome = new Pattern(/或(?:将|突破|达|超|升|降)|将|可能|有望|可达/u);

// Matches `要把发案压到`, `各县至少再打掉`, `他们还要走完`; must not match `要回赃款`, `主要犯罪嫌疑人`, `要案`.
const demanded = new Pattern(
  /(?:^|[，,：:；;、\s]|[们还都就份底前内后他她])(?:要|须|需|必须|务必|应当?)(?:把|将|再|在|继续|全部|尽快|全面|确保|走完|跑完|完成|达到|达|提升|提高|降|压|下降|上升|打掉|建成|实现|覆盖)|要(?:跑完|走完|跑遍|走遍|讲完)|至少再|(?:任务|要求|底线|红线)(?:是|为)[：:，,]?|(?:底|月|日|天|年)(?:前|内)[^，,。\d]{0,8}(?:再|至少|必须|务必|须|要)|(?:方案|规划|计划|部署|要求)[，,][^，,。]*(?:要|须|应|确保)/u,
);

// Matches `控制在450起以内`, `破案率不低于`, `每批不少于`; must not match `不少于130人`.
const limited = new Pattern(
  /(?:控制|压降?|压减|保持)(?:在|到|至)[^，,。]*(?:以内|以下)|率不[低高少]于|每[批次个家人月周天]不[少低多超]/u,
);

// Matches `今年要整治`, `下一步还要新建`; must not match `今年主要`, `今年要案`.
const intends = new Pattern(
  /(?:今年|明年|后年|下半年|下一步|年内)[，,]?[^，,。；;\d]{0,6}(?<![主重需首紧必只纲扼])要(?![求案犯闻道素点])/u,
);

/** A level that a plan of an earlier clause asks for: 力争…，确保破案率不低于55%. */
const asked = new Pattern(
  /不低于|不少于|不超过|以上|以内|达到|提高到|降到|压降|再降|再减|控制在|提升到|升到|增至|增加到|再提高/u,
);
// Matches `须达到85%`, `确保发案下降20%`, `整改率要达到`; must not match `主要达到`, `要回3万元`, `确保安全，出动`.
const bound = new Pattern(
  /(?:确保|务必|(?<!无)须(?!知)|必须|应当|力求|(?<![主重需首紧必只纲扼不摘概险])要(?![求案犯闻道素点回件害强塞]))[^，,；;：:]{0,24}?(?:达到?|保持|维持|稳定在|控制|压[降减缩到至]|[下再]?降|提[高升]|[上]?升[到至高]|增[加长至到]|完成|实现|建成|覆盖|不[低少高超][于过])/u,
);

/** What has been done, whatever it was measured against. */
const done = new Pattern(/已|累计|截[至止]|去年(?!同)|上年(?!同)|了(?!解)|(?<![超不通])过(?![半程])/u);

// Matches `目标是：`, `主要任务为`; must not match `完成目标任务`.
const aim = new Pattern(/(?<!作案|侵害|攻击|下手|打击|行骗)(?:目标|任务|指标)(?:是|为|包括)/u);

const dated = new Pattern(/去年|上年|前年|20\d\d年|上半年|季度|\d月(?!底|前)/u);
const past = new Pattern(/已|共|累计|以来|截至|同比|环比|去年|上年|了|(?<![超不])过/u);

const standard = new Pattern(/的?(?:标准|起点|门槛)[是为定]/u);
const constituting = new Pattern(/即可认定|即构成|可认定为|按[^，,]{1,8}[元块钱][算计]/u);
const reminding = new Pattern(/提醒|提示/u);
const obliging = new Pattern(/应当|不得/u);
const yearBefore = new Pattern(/去年|上年|前年|上半年/u);
const allowed = new Pattern(/方可|可(?:并|以)?处|以下罚款|再建|每个投入/u);
const reported = new Pattern(/已|累计|截至|以来/u);
const rumoured = new Pattern(/网传|流传|谣传|谣言|传言|不实|并非事实/u);
const digit = new Pattern(/\d(?!\d*月)/u);
const required = new Pattern(/(?:要求|提出|强调|部署)[，,：:].*(?:到(?:明年|后年|年底|20\d\d年)|要|须|确保)/u);

/** Tells why a sentence states nothing of its figure: it quotes a law, plans, supposes or refutes; else null. */
export function unreal(
  text: string,
  sentence: Span,
  figure: Span,
  clauseStart: number,
  clauseEnd: number,
): string | null {
  const { start, end } = sentence;
  const inSentence = (pattern: Pattern): boolean => pattern.in(text, start, end);
  const before = (pattern: Pattern): boolean => pattern.in(text, start, clauseStart);
  const inClause = (pattern: Pattern): boolean => pattern.in(text, clauseStart, clauseEnd);
  const said = (pattern: Pattern): boolean => pattern.in(text, start, figure.start);
  if (isYetToBe(text, sentence, figure, clauseEnd)) return "a plan";
  if (said(law) && inSentence(order) && !inClause(past)) return "law or price";
  if (inClause(standard) || inClause(constituting)) return "a threshold";
  // 交警提醒：车速超过每小时100公里时，应当….
  if (reminding.in(text, start, clauseEnd) && inSentence(obliging) && !inClause(past)) return "law or price";
  // 今年要整治隐患600处以上，新建劝导站100个.
  if (said(intends) && !said(past)) return "a plan";
  if (!inClause(done) && (said(aim) || bound.in(text, clauseStart, figure.end))) return "a plan";
  if (said(required) && !inClause(past)) return "a plan";
  const opening = afterSpace(text, start, end);
  if (supposed.in(text, Math.min(opening, figure.start), figure.start)) return "a supposition";
  if (rule.in(text, opening, end) && !inClause(past)) return "law or price";
  if ((before(planned) || inSentence(required)) && inClause(asked) && !inClause(past)) return "a plan";
  if (!inClause(past) && !said(yearBefore)) {
    if (said(advice) && !inClause(dated)) return "advice";
    if (inClause(limited)) return "a plan";
    if (demanded.in(text, afterSpace(text, clauseStart, clauseEnd), clauseEnd) || (before(demanded) && !before(digit)))
      return "a plan";
    if (inClause(allowed)) return "law or price";
    if (before(forecast) && inClause(yetToCome)) return "a plan";
  } else if (said(forecast) && said(yetToCome) && !said(reported)) return "a plan";
  if (inSentence(rumoured)) {
    const open = text.slice(start, figure.start).lastIndexOf("“");
    const isQuoted = open >= 0 && !text.slice(start + open, figure.start).includes("”");
    if (isQuoted) return "a rumour";
  }
  return null;
}

/** Where a piece of a text starts that has no white space before it. */
function afterSpace(text: string, start: number, end: number): number {
  return end - text.slice(start, end).trimStart().length;
}

/** “四个第一”, “五进”: a number that opens a short quotation is part of a name. */
function isQuotedName(text: string, figure: Figure): boolean {
  if (!'“"‘「'.includes(text[figure.prefixStart - 1] ?? " ")) return false;
  const close = text.slice(figure.end, figure.end + 10).search(/[”"’」]/u);
  return close >= 0;
}
