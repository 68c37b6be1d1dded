import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-12-10", area: "CN-HB" };
const y = "2024-01-01..2024-12-10";
const m = "2024-01..2024-11";

describe("periods", () => {
  test.each([
    "截至上半年末，全省累计建成反诈中心{112个|centers.built|..2024-06-30}。",
    "近三年来，全省法院审结电信网络诈骗案件{2.3万件|cases.handled|2021-12-11..2024-12-10}。",
    "自2023年4月“清网”专项行动开展以来，全省抓获电信网络诈骗犯罪嫌疑人{8600余名|suspects.captured|2023-04-01..2024-12-10|~min}。",
    "今年一季度至二季度，全省破获电诈案件{5100起|cases.solved|2024-01..2024-06}。",
    "一季度全省电诈立案{2100起|cases.registered|2024-01..2024-03}，二季度{1900起|cases.registered|2024-04..2024-06}，三季度{1760起|cases.registered|2024-07..2024-09}。",
    "截至11月底，全省累计冻结涉诈资金{6.4亿元|funds.frozen|..2024-11-30}。",
    "11月，全省电诈发案{930起|cases.reported|2024-11}，当月挽回群众损失{3200万元|funds.recovered|2024-11}。",
    "11月中旬，全省共拦截诈骗电话{41万次|calls.blocked|2024-11-11..2024-11-20}。",
    "今年春节期间，全省劝阻潜在受害群众{2300人|people.dissuaded|-}。",
    "去年12月至今年2月，全省打掉涉诈团伙{46个|gangs.dismantled|2023-12..2024-02}。",
    "上一财年，全省投入反诈宣传资金{1200万元|-|-}。",
    "第7周（2月12日至18日），全省接报电诈警情{210起|cases.reported|2024-02-12..2024-02-18}。",
    "第46周，全省接报电诈警情{188起|cases.reported|-}。",
    "2024年11月全省反诈工作通报\n全省共破获电诈案件{860起|cases.solved|2024-11}，抓获嫌疑人{720名|suspects.captured|2024-11}。",
    "前三季度湖北检察机关起诉电诈犯罪嫌疑人{2100人|suspects.prosecuted|2024-01..2024-09}\n检察机关持续加大打击力度，批准逮捕电诈犯罪嫌疑人{1500人|suspects.arrested|2024-01..2024-09}。",
    "今年1至10月，全省破获电诈案件{4200起|cases.solved|2024-01..2024-10}，其中10月破案{510起|cases.solved|2024-10}。冻结涉案资金{2亿元|funds.frozen|2024-01..2024-10}。",
    "2022年全省电诈发案{1.9万起|cases.reported|2022}，2023年{1.5万起|cases.reported|2023}，今年前11个月{1.1万起|cases.reported|2024-01..2024-11}。",
    "2021年以来，全省累计返还群众被骗资金{3.2亿元|funds.returned|2021-01-01..2024-12-10}。",
    "自2020年10月“断卡”行动启动至今年10月底，全省惩戒涉两卡人员{9300人|persons.disciplined|2020-10-01..2024-10-31}。",
    "去年四季度，全省关停涉诈号码{3.7万个|phones.blocked|2023-10..2023-12}。",
    "今年7月至11月，专项行动共捣毁诈骗窝点{52处|dens.destroyed|2024-07..2024-11}。",
    "“十四五”以来，全省打掉电诈团伙{240个|gangs.dismantled|2021-01-01..2024-12-10}。",
    "入冬以来，全省接报电诈警情{610起|cases.reported|..2024-12-10}。",
    "上月，全省止付涉诈资金{4100万元|funds.stopped|2024-11}。",
    "本月1日至9日，全省破获电诈案件{130起|cases.solved|2024-12-01..2024-12-09}。",
    "12月4日当天，全省拦截涉诈短信{8.6万条|sms.blocked|2024-12-04}。",
    "国庆长假7天，全省劝阻潜在受害群众{640人次|people.dissuaded|-}。",
    "过去十年，全省法院判处电诈犯罪分子{1.2万人|suspects.convicted|2014-12-11..2024-12-10}。",
    "前10个月，全省月均电诈发案{980起|cases.reported|2024-01..2024-10}。",
    "今年夏季治安打击整治行动期间（6月25日至9月28日），全省抓获电诈嫌疑人{1900名|suspects.captured|2024-06-25..2024-09-28}。",
    "截至目前，国家反诈中心App在全省的安装量突破{3100万|app.installs|..2024-12-10|~min}。",
    `去年全年，全省电诈案件破案{1.1万起|cases.solved|2023}；今年以来，破案{9800起|cases.solved|${y}}。`,
    "2023年12月1日至2024年11月30日，全省起诉电诈犯罪嫌疑人{3100人|suspects.prosecuted|2023-12-01..2024-11-30}。",
    "上个月下旬，全省止付涉诈资金{900万元|funds.stopped|2024-11-21..2024-11-30}。",
    `年初至今，全省封堵涉诈网址{6.3万个|sites.blocked|${y}}。`,
    "今年元旦至11月底，全省见面劝阻{2.4万人次|people.dissuaded|2024-01-01..2024-11-30}。",
    "8月份、9月份，全省电诈立案数分别为{820起|cases.registered|2024-08}和{760起|cases.registered|2024-09}。",
    "2019年至2023年五年间，全省起诉电诈犯罪嫌疑人{1.6万人|suspects.prosecuted|2019-01..2023-12}。",
    "本轮行动自9月10日启动，到11月20日结束，全省共打掉电诈团伙{31个|gangs.dismantled|2024-09-10..2024-11-20}。",
    `记者12月9日从省公安厅获悉，今年以来全省抓获电诈嫌疑人{5600名|suspects.captured|${y}}。`,
    // A word of the present does not end the stretch that is reported on.
    `今年1至11月，全省起诉电诈犯罪嫌疑人{2600人|suspects.prosecuted|${m}}。\n当前，电诈犯罪手法不断翻新。被起诉人员中，未成年人{120人|suspects.prosecuted|${m}}。\n全省追缴赃款{1.3亿元|funds.recovered|${m}}。`,
    `今年1至11月，全省破获电诈案件{2600起|cases.solved|${m}}。当前，电诈形势依然严峻。抓获嫌疑人{1900名|suspects.captured|${m}}。`,
    // A story that gives no time takes none.
    `2023年，全省法院审结电诈案件{1200件|cases.handled|2023}。\n会上公布了典型案例。在荆州市中级人民法院审理的张某等诈骗案中，被骗群众{48名|victims.count|-|@421000|#case}，被骗{760万元|losses.incurred|-|@421000|#case}。`,
    `今年1至11月，全省检察机关起诉电诈犯罪嫌疑人{900人|suspects.prosecuted|${m}}。\n李某等人出租银行卡案中，涉案金额{260万元|cases.amount_involved|-|#case}。`,
    // Years and a half.
    `2023年5月至2024年10月，全省破获电诈案件{700起|cases.solved|2023-05..2024-10}。\n一年半来，全省打掉电诈团伙{61个|gangs.dismantled|2023-05..2024-10}。`,
    `两年半来，全省打掉电诈团伙{61个|gangs.dismantled|2022-06-11..2024-12-10}。`,
    // From the launch of a campaign to its end.
    `自今年3月“净网”行动开展至10月底，全省关停涉诈号码{5200个|phones.blocked|2024-03-01..2024-10-31}。`,
    `从去年6月专项整治启动至今，全省捣毁窝点{41处|dens.destroyed|2023-06-01..2024-12-10}。`,
    `反诈中心成立至今，全省劝阻群众{5.2万人次|people.dissuaded|..2024-12-10}。`,
    // Plans of five years.
    `“十三五”期间，全省法院审结电诈案件{8100件|cases.handled|2016-01..2020-12}。`,
    `“十四五”时期，全省建成反诈宣传基地，打掉电诈团伙{240个|gangs.dismantled|2021-01-01..2024-12-10}。`,
    `今年1至11月，全省破获电诈案件{2600起|cases.solved|${m}}。“十四五”规划明确了目标。抓获嫌疑人{1900名|suspects.captured|${m}}。`,
    // Months told from the report.
    "本月，全省破获电诈案件{90起|cases.solved|2024-12-01..2024-12-10}。",
    "10月，全省电诈发案{930起|cases.reported|2024-10}。本月，全省冻结涉诈资金{3200万元|funds.frozen|2024-10}。",
    "上月20日至26日，全省破获电诈案件{40起|cases.solved|2024-11-20..2024-11-26}。",
    "上月上旬，全省破获电诈案件{40起|cases.solved|2024-11-01..2024-11-10}。",
    "这是本月的第三批。全省破获电诈案件{90起|cases.solved|-}。",
    // Years.
    "过去三年，全省破获电诈案件{4.1万起|cases.solved|2021-12-11..2024-12-10}。",
    `开年以来，全省破获电诈案件{4100起|cases.solved|${y}}。`,
    `自年初以来，全省破获电诈案件{4100起|cases.solved|${y}}。`,
    "今年年初至10月底，全省破获电诈案件{4100起|cases.solved|2024-01..2024-10}。",
  ])("%s", (text) => check(text, facts));
});

describe("changes", () => {
  test.each([
    `今年1至11月，全省电诈发案{1.02万起|cases.reported|${m}|^yoy:down:30:percent}，同比下降近三成。`,
    `今年1至11月，全省电诈案件破案率由上年同期的38%升至{46%|cases.solve_rate|${m}|^from-to:up:38:percent}。`,
    `今年1至11月，全省劝阻潜在受害人{9.6万人次|people.dissuaded|${m}|^yoy:up:300:percent}，较上年同期翻了两番。`,
    "11月，全省电诈立案{860起|cases.registered|2024-11|^mom:down:6.5:percent|^yoy:down:22:percent}，环比下降6.5%，同比下降22%。",
    "今年前三季度，全省电诈案件造成群众损失{7.2亿元|losses.incurred|2024-01..2024-09|^yoy:down:130000000:CNY}，同比少损失1.3亿元。",
    `今年前11个月，全省起诉电诈犯罪嫌疑人{2600人|suspects.prosecuted|${m}|^yoy:up:12.4:percent|^yoy:down:5.1:pp}，同比增长12.4%，增幅较上年同期回落5.1个百分点。`,
    "2023年，全省电诈发案{1.3万起|cases.reported|2023|^other:down:8.2:percent}，两年平均下降8.2%。",
    `今年1至11月，全省止付涉诈资金{9.1亿元|funds.stopped|${m}|^yoy:up:2.1:times}，是去年同期的3.1倍。`,
    "11月，全省冻结涉诈账户{4.2万个|accounts.blocked|2024-11|^mom:up:50:percent}，比上月增加五成。",
    "今年上半年，全省电诈发案数同比下降{=18.3%|cases.reported|2024-01..2024-06|^yoy:down:18.3:percent}、损失金额同比下降{=21%|losses.incurred|2024-01..2024-06|^yoy:down:21:percent}。",
    `今年1至11月，刷单返利类诈骗立案{4100起|cases.registered|${m}|^share::40.2:percent}，占全部电诈案件的40.2%。`,
    `今年1至11月，全省抓获电诈嫌疑人{6100名|suspects.captured|${m}|^yoy:up:1300:person}，比去年同期多抓1300名。`,
    `今年1至11月，全省电诈立案{9200起|cases.registered|${m}|^yoy:flat:0:percent}，与去年同期基本持平。`,
    `全省月均电诈发案由2022年的1300起降到今年的{850起|cases.reported|${y}|^from-to:down:1300:case}。`,
    `今年1至11月，全省打击处理电诈违法犯罪人员{5300人|suspects.captured|${m}|^yoy:up:100:percent}，同比翻番。`,
    `今年1至11月，全省电诈案件立案数同比下降{=12.5%|cases.registered|${m}|^yoy:down:12.5:percent|^other:up:1.2:pp}，降幅比前10个月扩大1.2个百分点。`,
    `今年1至11月，全省抓获电诈嫌疑人{6100名|suspects.captured|${m}|^yoy:down:420:person}，同比少抓获420名。`,
    `今年1至11月，全省返还群众被骗资金{2.1亿元|funds.returned|${m}|^yoy:up:60000000:CNY}，较去年同期多退还6000万元。`,
    `今年1至11月，全省电诈案件造成损失{2.1亿元|losses.incurred|${m}|^yoy:down:60000000:CNY}，比去年同期少被骗6000万元。`,
    `今年1至11月，全省破案{6100起|cases.solved|${m}|^yoy:down:2:percent}，同比下降2%，多部门联合打掉团伙{31个|gangs.dismantled|${m}}。`,
    "2021年至2023年，全省审结电诈案件{1957件|cases.handled|2021-01..2023-12}。其中，2022年审结{645件|cases.handled|2022}，2023年审结{738件|cases.handled|2023|^yoy:up:14.4:percent}，2023年同比增长14.4%。",
    `今年1至11月，全省电诈发案{9200起|cases.reported|${m}|^yoy:down:18:percent|^other:up:2:pp}，同比下降18%，降幅较上半年扩大2个百分点。`,
    `今年1至11月，全省电诈发案数同比下降{=18%|cases.reported|${m}|^yoy:down:18:percent|^other:up:2:pp}，降幅较前三季度扩大2个百分点。`,
    "2023年，全省电诈立案{1.1万起|cases.registered|2023|^other:down:5.1:percent}，三年平均下降5.1%。",
  ])("%s", (text) => check(text, facts));
});

describe("hedges", () => {
  test.each([
    `今年以来，全省挽回群众被骗损失{2.6亿元|funds.recovered|${y}|~approx}左右。`,
    `今年以来，全省捣毁诈骗窝点不下{130处|dens.destroyed|${y}|~min}，抓获嫌疑人将近{2000名|suspects.captured|${y}|~max}。`,
    `今年以来，全省平均每天拦截诈骗电话{3万至5万次|calls.blocked|${y}|~range}。`,
    `今年以来，全省抓获电诈嫌疑人{三千多名|suspects.captured|${y}|~min}，其中骨干成员{两三百名|suspects.ringleaders|${y}|~range}。`,
    `今年以来，全省抓获嫌疑人不止{900名|suspects.captured|${y}|~min}，劝阻群众差不多{5万人|people.dissuaded|${y}|~approx}，止付资金{3亿元|funds.stopped|${y}|~min}有余。`,
    `今年以来，全省打掉电诈团伙{40个|gangs.dismantled|${y}|~min}出头，破案{2000起|cases.solved|${y}|~max}不到，抓获嫌疑人逼近{3000名|suspects.captured|${y}|~max}。`,
  ])("%s", (text) => check(text, facts));
});

describe("stretches by other words", () => {
  test.each([
    "今年上半年，全省破获电诈案件{5100起|cases.solved|2024-01..2024-06}。6月破案{900起|cases.solved|2024-06}。\n半年里，全省打掉电诈团伙{61个|gangs.dismantled|2024-01..2024-06}。",
    "半年来，全省打掉电诈团伙{61个|gangs.dismantled|2024-06-11..2024-12-10}。",
    "近半年，全省电诈形势好转。上半年打掉团伙{61个|gangs.dismantled|2024-01..2024-06}。",
    "今年第二季全省电诈发案{2100起|cases.reported|2024-04..2024-06}，较第一季减少。",
    "综艺节目第二季开播。全省电诈发案{2100起|cases.reported|-}。",
    "2023年，全省破获电诈案件{1.1万起|cases.solved|2023}。年末，全省建成反诈中心{112个|centers.built|..2023-12-31}。",
    "截至昨天，全省国家反诈中心App安装量{3100万人|app.installs|..2024-12-09}。",
    "截至昨日，全省今年劝阻群众{5.1万人|people.dissuaded|2024-01-01..2024-12-09}。",
    "截至11月底，全省今年以来破案{900起|cases.solved|2024-01..2024-11}，去年破案{800起|cases.solved|2023}。",
    "截至去年底，2023年全省破案{900起|cases.solved|2023}。",
    "2023年起诉电诈嫌疑人{436名|suspects.prosecuted|2023}，2022年这一数字是{1046名|suspects.prosecuted|2022}，再往前一年是{1973名|suspects.prosecuted|2021}。",
    "2023年起诉电诈嫌疑人{436名|suspects.prosecuted|2023|^yoy:up:3:percent}，比前一年上升3%。",
    // Words that end in 约.
    "2023年，全省反诈中心预约{1.2万人次|-|2023}，违约{300人|-|2023}，节约资金{3亿元|-|2023}。",
    "2023年，全省追回赃款折合约{3亿元|funds.recovered|2023|~approx}，冻结约{2亿元|funds.frozen|2023|~approx}。",
    "今年上半年，民警拦下{31个|people.dissuaded|2024-01..2024-06}正要汇钱的，抓了{4个|suspects.captured|2024-01..2024-06}骗子。",
  ])("%s", (text) => check(text, facts));
});

describe("rates without the word", () => {
  test.each([
    "2023年，群众反诈满意度{96.1%|-|2023}，接警满意度{94%|-|2023}。",
    "2021年，学前入园率只有{41.6%|-|2021|%}；2023年，这一数字是{92.3%|-|2023|%}。",
    "从规模看，大型企业PMI为{49.1%|-|-|%}。",
  ])("%s", (text) => check("教育与民生\n" + text, facts));
});

describe("parts of a stretch, and campaigns", () => {
  test.each([
    "今年1至10月，全省破获电诈案件{5100起|cases.solved|2024-01..2024-10}。\n10月份，全省电诈发案由年初的1300起降至{900起|cases.reported|2024-10|^from-to:down:1300:case}。\n武汉、宜昌两市冻结资金分别为{2亿元|funds.frozen|2024-01..2024-10|@420100}、{1亿元|funds.frozen|2024-01..2024-10|@420500}。",
    "前三季度，全省电诈发案{2100起|cases.reported|2024-01..2024-09}。\n7月，全省电诈发案{300起|cases.reported|2024-07}，破案{120起|cases.solved|2024-07}。\n预警方面，全省劝阻群众{3.1万人|people.dissuaded|2024-01..2024-09}。",
    "今年9月至11月，全省开展反诈“秋风”行动，打掉电诈团伙{31个|gangs.dismantled|2024-09..2024-11}。\n2023年，全省打掉电诈团伙{210个|gangs.dismantled|2023}。\n“秋风”行动期间，全省捣毁窝点{41处|dens.destroyed|2024-09..2024-11}。",
    "6月1日起，全省部署夏季百日行动。截至8月底，破案{300起|cases.solved|2024-06-01..2024-08-31}。百日行动期间，抓获嫌疑人{410名|suspects.captured|2024-06-01..2024-12-10}。",
    "今年9月至11月，全省开展反诈“秋风”行动。2023年4月至6月的清网行动期间，全省捣毁窝点{41处|dens.destroyed|2023-04..2023-06}。",
    "前三季度，全省拦截诈骗电话{2100万次|calls.blocked|2024-01..2024-09}。\n9月，全省电诈发案{300起|cases.reported|2024-09}。\n当月，全省冻结资金{1.2亿元|funds.frozen|2024-09}。前三季度打掉团伙{31个|gangs.dismantled|2024-01..2024-09}。",
    "8月，全省当月立案{300起|cases.registered|2024-08}，当月破案{120起|cases.solved|2024-08}。",
  ])("%s", (text) => check(text, facts));
});
