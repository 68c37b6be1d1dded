import { describe, expect, test } from "vitest";
import { extract } from "../src/index.ts";
import { check } from "./check.ts";
import { articleOf, pack } from "./notation.ts";

const january = { published: "2024-01-09", area: "CN-JX" };
const december = { published: "2023-12-20", area: "CN-JX" };

describe("the year that 全年 and 同年 mean", () => {
  test("is the last whole year that the text reports on, from paragraph to paragraph", () => {
    check(
      "2023年，全省破获电诈案件{6000起|cases.solved|2023}。\n退休教师周某记得去年秋天的那通电话。\n2024年要继续保持高压。\n全年拦截诈骗电话{2.7亿次|calls.blocked|2023}、诈骗短信{1.8亿条|sms.blocked|2023}。",
      january,
    );
  });

  test.each([
    ["2023年工作回顾\n全年止付资金{3亿元|funds.stopped|2023}。", january],
    ["全年止付资金{3亿元|funds.stopped|2023}。", january],
    ["全年止付资金{3亿元|funds.stopped|2023-01-01..2023-12-20}。", december],
    ["2022年，全省破案{90起|cases.solved|2022}。\n同年，止付资金{3亿元|funds.stopped|2022}。", january],
    ["去年，全省破案{90起|cases.solved|2023}。这一年，打掉团伙{9个|gangs.dismantled|2023}。", january],
    ["过去一年，咱们县追回来{30万元|funds.recovered|2023}。", january],
    ["2023年破案{90起|cases.solved|2023}，上年破案{80起|cases.solved|2022}。", january],
    ["去年四季度破案{90起|cases.solved|2023-10..2023-12}。前三季度破案{60起|cases.solved|2023-01..2023-09}。", january],
  ] as const)("%s", (notation, facts) => check(notation, facts));
});

describe("去年同期", () => {
  test.each([
    "2023年1至11月，全省破案{60起|cases.solved|2023-01..2023-11}。去年同期，全省破获此类案件{50起|cases.solved|2022-01..2022-11}，抓获嫌疑人{40人|suspects.captured|2022-01..2022-11}。\n警方止付资金{3亿元|funds.stopped|2023-01..2023-11}。",
    "今年一季度，破案{486起|cases.solved|2023-01..2023-03}，去年同期为{352起|cases.solved|2022-01..2022-03}；抓获{730人|suspects.captured|2023-01..2023-03}。",
    "今年一季度，立案{686起|cases.registered|2023-01..2023-03|^yoy:down:24.8:percent}（去年同期{912起|cases.registered|2022-01..2022-03}，下降24.8%）。",
    "去年同期，破案{352起|cases.solved|2022-01..2022-03}，今年一季度破案{486起|cases.solved|2023-01..2023-03}。",
    "2023年1至11月，被骗金额{8760万元|losses.incurred|2023-01..2023-11}，而2022年同期高达{1.1亿元|losses.incurred|2022-01..2022-11}。",
    "今年1至11月，破案{60起|cases.solved|2023-01..2023-11|^yoy:up:15:percent}，较去年同期上升15%。",
    "今年1至11月，发案由去年同期的1420起降至{1105起|cases.reported|2023-01..2023-11|^from-to:down:1420:case}。",
  ])("%s", (notation) => check(notation, december));
});

describe("a stretch of time", () => {
  test.each([
    "2023年1至11月，全省破案{60起|cases.solved|2023-01..2023-11}。\n资金方面，止付资金{3亿元|funds.stopped|2023-01..2023-11}。\n宣传防范\n在预警方面，劝阻群众{12万人次|people.dissuaded|2023-01..2023-11}。",
    "2023年，全省破案{60起|cases.solved|2023-01-01..2023-12-20}。\n前11个月，劝阻群众{12万人次|people.dissuaded|2023-01..2023-11}，止付资金{3亿元|funds.stopped|2023-01..2023-11}。",
    "2019年至2022年，全省破电诈案{60起|cases.solved|2019-01..2022-12}。\n四年来，打掉团伙{9个|gangs.dismantled|2019-01..2022-12}。",
    "去年，全省捣毁窝点{12处|dens.destroyed|2022}。截至11月30日，冻结账户{3200个|accounts.blocked|..2023-11-30}。",
    "今年以来，截至11月10日，全省破案{96起|cases.solved|2023-01-01..2023-11-10}。",
    "2月启动专项行动，至3月31日，共打掉团伙{39个|gangs.dismantled|2023-02..2023-03}。",
    "11月，日均发案由1月的19起降至{12起|cases.reported|2023-11|^from-to:down:19:case}。",
  ])("%s", (notation) => check(notation, december));

  test("goes on after a part of it", () => {
    check(
      "前三季度，全市立电诈案{4120起|cases.registered|2023-01..2023-09}。其中，9月份立案{380起|cases.registered|2023-09}。\n抓获嫌疑人{73名|suspects.captured|2023-01..2023-09}。",
      december,
    );
  });

  test.each([
    // A year before is of its own paragraph.
    "前三季度，全市破获电诈案件{768起|cases.solved|2023-01..2023-09}。\n前年，全市破获电诈案件{210起|cases.solved|2021}，抓获电诈嫌疑人{180名|suspects.captured|2021}。去年3月，中心建成。\n捣毁电诈窝点{41处|dens.destroyed|2023-01..2023-09}。",
    // A section ends at the next heading, and the title stands before what it told.
    "11月份全市反诈工作通报\n11月份，全市接报电诈警情{412起|cases.reported|2023-11}。1至11月，接报{4236起|cases.reported|2023-01..2023-11}。\n二、宣传防范\n发放宣传资料{5.2万份|outreach.materials|2023-11}。",
    "前三季度，全市破获电诈案件{768起|cases.solved|2023-01..2023-09}。\n防线\n自8月起，全市推送预警{3万条|warnings.issued|2023-08-01..2023-09-30}，9月推送{1.2万条|warnings.issued|2023-09}。\n捣毁电诈窝点{41处|dens.destroyed|2023-01..2023-09}。",
    // What has counted nothing gives way.
    "今年要防哪几类？\n2022年，全市接报电诈警情{9875起|cases.reported|2022}。\n刷单类{3258起|cases.reported|2022}。",
    "本月，市反诈办对前10个月的情况作了盘点。\n接报警情{356起|cases.reported|2023-01..2023-10}。\n打掉团伙{9个|gangs.dismantled|2023-01..2023-10}，10月打掉{2个|gangs.dismantled|2023-10}。\n止付资金{3亿元|funds.stopped|2023-01..2023-10}。",
  ])("goes on after another one: %s", (notation) => check(notation, december));

  test("goes on over a fragment that a blank line parts from its sentence", () => {
    check("反诈简报\n今年上半年，全市公安机关持\n\n续发力，共破案{486起|cases.solved|2023-01..2023-06}。", december);
  });

  test("gives none to the story of one case, and goes on after it", () => {
    check(
      "2022年，全省破案{60起|cases.solved|2022}。\n7月3日，市民王某险些转出{98万元|losses.avoided|2023-07-03|#case}，被民警劝住。\n去年全年，中心共劝阻群众{31万人次|people.dissuaded|2022}。",
      december,
    );
  });

  test("goes on over a line that breaks off inside a word", () => {
    check(
      "前11个月，全省累计止付涉\n案资金{3亿元|funds.stopped|2023-01..2023-11}，破案{9起|cases.solved|2023-01..2023-11}。",
      december,
    );
  });
});

describe("changes in many words", () => {
  test.each([
    "11月，发案{800起|cases.reported|2023-11|^mom:down:4.6:percent}，环比下降4.6%。",
    "二季度，发案{587起|cases.reported|2023-04..2023-06|^mom:down:16:percent}，较一季度下降16%。",
    "11月，破案{96起|cases.solved|2023-11|^mom:up:20:case}，比10月多20起。",
    "11月，破案{96起|cases.solved|2023-11|^mom:up:6:percent|^yoy:down:3:percent}，比上月上升6%，同比下降3%。",
    "去年，止付资金{4亿元|funds.stopped|2022|^yoy:up:100000000:CNY}，比上年多止付1亿元。",
    "去年，抓获{1390人|suspects.captured|2022|^yoy:up:208:person|^yoy:up:17.6:percent}，比上年净增208人，增长17.6%。",
    "去年，劝阻{71万人次|people.dissuaded|2022|^yoy:up:21.5:percent|^yoy:up:3.2:pp}，同比上升21.5%，涨幅比上年扩大3.2个百分点。",
    "去年，批捕{410人|suspects.arrested|2022|^yoy:down:6.3:percent}，起诉{980人|suspects.prosecuted|2022|^yoy:up:2.1:percent}，同比分别下降6.3%和上升2.1%。",
    "去年，止付资金{2亿元|funds.stopped|2022|^yoy:up:0.8:times}，约为上年的1.8倍。",
    "去年，立案数{=比上年减少8.3万起|cases.registered|2022|^yoy:down:83000:case|^yoy:down:19.5:percent}，降幅达19.5%。",
    "去年，破案{90起|cases.solved|2022|^yoy:up:12:percent}，抓获{41人|suspects.captured|2022|^yoy:up:9.5:percent}，两项数据同比分别上升12%、9.5%。",
    "前三季度，损失{7亿元|losses.incurred|2023-01..2023-09|^yoy:down:15.6:percent|^other:up:2.1:pp}，同比下降15.6%，降幅比上半年扩大2.1个百分点。",
  ])("%s", (notation) => check(notation.replace("{=比上年减少8.3万起", "比上年减少{=8.3万起"), december));
});

describe("places with a figure each", () => {
  test.each([
    "去年，全省破案{486起|cases.solved|2022}，其中南昌{96起|cases.solved|2022|@360100}、九江{88起|cases.solved|2022|@360400}和赣州{67起|cases.solved|2022|@360700}。",
    "去年，南昌{130人|suspects.prosecuted|2022|@360100}、九江{87人|suspects.prosecuted|2022|@360400}被起诉。",
    "去年，人民银行南昌中心支行对{37家|institutions.inspected|2022}银行机构开展了检查。",
    "去年，南昌县公安局破案{37起|cases.solved|2022|@360121}。",
  ])("%s", (notation) => check(notation, december));

  test("take the agency that speaks for the article's own place, where none is known", () => {
    check("福建省公安厅公布，去年破案{9起|cases.solved|2022|@CN-FJ}。\n警方止付{3万元|funds.stopped|2022|@CN-FJ}。", {
      published: "2023-12-20",
    });
  });
});

describe("other wordings", () => {
  test.each([
    "去年，拦截境外诈骗来电{3.4亿次|calls.blocked|2022}、涉诈短信{2.1亿条|sms.blocked|2022}，下架涉诈App{310个|apps.blocked|2022}，停机关停号码{2100个|phones.blocked|2022}。",
    "去年，落网的嫌疑人有{208个|suspects.captured|2022}，其中刑拘{139个|suspects.detained|2022}、移送起诉{96个|suspects.prosecuted|2022}。",
    "去年，受教育群众近{十万人次|outreach.people|2022|~max}，参加宣讲的群众有{9万人|outreach.people|2022}。",
    "去年，查处吸毒人员同比下降{=15%|suspects.captured|2022|%|^yoy:down:15:percent}。",
    "去年，起诉帮信罪{3120人|suspects.prosecuted|2022|%}；惩治电信网络诈骗，追赃挽损{5亿元|funds.recovered|2022}。",
    "去年，批捕各类犯罪嫌疑人{4.1万人|suspects.arrested|2022|%}。",
    "去年，事故造成{203人|-|2022|%}死亡、{1062人|-|2022|%}受伤。".replace("事故", "道路交通事故"),
    "去年，民警在老挝打掉一个团伙，抓获{43名|suspects.captured|2022|#case|@OVERSEAS}嫌疑人，查扣手机{310部|devices.seized|2022|#case|@OVERSEAS}。",
  ])("%s", (notation) => check(notation, december));
});

describe("parts and measures", () => {
  test.each([
    ["劝阻群众12万人次，其中上门劝阻3.9万人次、电话劝阻5万人次。", [null, "上门劝阻", "电话劝阻"]],
    ["抓获嫌疑人800人，其中男性560人，未成年人31人。", [null, "男性", "未成年人"]],
    ["收缴银行卡475张、电话卡801张。", ["银行卡", "电话卡"]],
    ["收缴手机卡801张，其中境外手机卡42张。", ["手机卡", "境外手机卡"]],
    ["起诉5143人。其中，起诉未成年人112人。", [null, "未成年人"]],
    ["破案486起，其中11月单月破案90起。", [null, null]],
    ["批捕各类犯罪嫌疑人410人，起诉980人，其中起诉电信网络诈骗犯罪嫌疑人86人。", [null, null, null]],
  ])("%s", (text, breakdowns) => {
    expect(read(`去年，${text}`).map((row) => row[0])).toEqual(breakdowns);
  });

  test.each([
    ["案件办结率由去年的71%提高到82%。", "案件办结率"],
    ["去年，破案率达42%。", "破案率"],
    ["去年，全省共追缴、返还赃款1.2亿元。", "追缴、返还赃款"],
    ["去年，抓获人数翻了一番。", "抓获人数"],
  ])("names what is counted in %s", (text, measure) => {
    expect(read(text).map((row) => row[1])).toEqual([measure]);
  });
});

test("copies of one text in two documents, or twice in one, have ids of their own", () => {
  const article = articleOf("去年破案90起。", december);
  const ids = [article, { ...article, document: "copy.txt" }, { ...article, part: 2 }].flatMap((one) =>
    extract(one, pack).observations.map(({ id }) => id),
  );
  expect(new Set(ids).size).toBe(3);
});

function read(text: string): (string | null)[][] {
  return extract(articleOf(text, december), pack).observations.map(({ breakdown, measure }) => [breakdown, measure]);
}

describe("a campaign that is over", () => {
  const facts = { published: "2023-12-20", area: "360100" };
  test.each([
    "11月30日，为期五十天的“清风”整治行动圆满收官。\n行动自10月12日打响以来，全市破获电诈案件{83起|cases.solved|2023-10-12..2023-11-30}。\n整治期间，捣毁电诈窝点{12处|dens.destroyed|2023-10-12..2023-11-30}。",
    "冬季攻势11月3日启动。\n12月8日，攻势落下帷幕。11月3日攻势开展以来，抓获电诈嫌疑人{90名|suspects.captured|2023-11-03..2023-12-08}。\n今年以来，抓获电诈嫌疑人{1200名|suspects.captured|2023-01-01..2023-12-20}。",
    "10月18日零时，全市启动冬季行动。至11月18日，抓获电诈嫌疑人{211名|suspects.captured|2023-10-18..2023-11-18}。\n行动期间，止付资金{880万元|funds.stopped|2023-10-18..2023-11-18}。",
    // An interrogation ends, and no campaign.
    "12月8日，行动组结束审讯。11月3日专项行动开展以来，抓获电诈嫌疑人{90名|suspects.captured|2023-11-03..2023-12-20}。",
  ])("%s", (notation) => check(notation, facts));
});

describe("where a stretch ends", () => {
  const facts = { published: "2023-12-04", area: "360100" };
  test.each([
    "11月份全市反诈通报\n今年以来，全市破获电诈案件{900起|cases.solved|2023-01-01..2023-11-30}。",
    "11月份全市反诈通报\n12月1日“冬安”行动开展以来，破获电诈案件{9起|cases.solved|2023-12-01..2023-12-04}。",
    "9月以来（截至11月29日），破获电诈案件{90起|cases.solved|2023-09-01..2023-11-29}。",
    "12月1日至3日，全市电诈发案{30起|cases.reported|2023-12-01..2023-12-03}。\n冒充客服类电诈本月已发案{9起|cases.reported|2023-12-01..2023-12-03}。",
    "2022年11月至2023年10月，全市破获电诈案件{143起|cases.solved|2022-11..2023-10}。\n一年来，返还电诈资金{530万元|funds.returned|2022-11..2023-10}。",
    // No part is more than its whole.
    "2020年8月至2023年10月，全市破获电诈案件{3.4万起|cases.solved|2020-08..2023-10}。\n今年上半年，破获电诈案件{2150起|cases.solved|2023-01..2023-06}。\n从手法看，破获刷单类{1.9万起|cases.solved|2020-08..2023-10}。\n从区域看，市区破获电诈案件{1.1万起|cases.solved|2020-08..2023-10}。",
    // The days of two cases are each its own.
    "12月1日，市民林某被骗{43万元|losses.incurred|2023-12-01|#case}；12月3日，市民何某被骗{21万元|losses.incurred|2023-12-03|#case}。",
    "1至11月，全市破获电诈案件{143起|cases.solved|2023-01..2023-11}。\n全市登记在册的电诈前科人员{2100人|-|..2023-12-04}。",
    "2020年至2022年，全市电诈发案{3120起|cases.reported|2020..2022}。\n今年1至10月，电诈发案{502起|cases.reported|2023-01..2023-10}。\n从手法看，刷单类{98起|cases.reported|2023-01..2023-10}。",
  ])("%s", (notation) => check(notation, facts));
});

test("五年来 in a report on the year before ends with that year", () => {
  check(
    "2022年工作回顾\n全市破获电诈案件{612起|cases.solved|2022}。\n过去五年，返还电诈资金{3.1亿元|funds.returned|2018-01..2022-12}。",
    { published: "2023-01-12", area: "360100" },
  );
});

describe("times of their own sentence", () => {
  const facts = { published: "2023-12-20", area: "360100" };
  test.each([
    "上半年，全市电诈发案{900起|cases.reported|2023-01..2023-06}。而三年前，全市半年电诈发案{1.2万起|cases.reported|-}。\n破获电诈案件{400起|cases.solved|2023-01..2023-06}。",
    "三季度，全市电诈发案{500起|cases.reported|2023-07..2023-09}，为近三年单季最低。破获电诈案件{400起|cases.solved|2023-07..2023-09}。",
    "12月18日，市反诈中心发布预警：1至11月，全市电诈发案{900起|cases.reported|2023-01..2023-11}。\n当天上午，民警劝阻群众{41人|people.dissuaded|2023-12-18}。",
  ])("%s", (notation) => check(notation, facts));

  test("a month in January's report on the year before", () => {
    check("2023年打击电诈大事记\n1月，全市捣毁电诈窝点{12处|dens.destroyed|2023-01}。", {
      published: "2024-01-04",
      area: "360100",
    });
  });
});

describe("days and months of a story or a list", () => {
  const facts = { published: "2023-12-20", area: "360100" };
  test.each([
    "8月6日深夜，市民何某被骗{64万元|losses.incurred|2023-08-06|#case}。第二天，民警止付其中的{41万元|funds.stopped|2023-08-07|#case}。",
    "11月30日，市公安局举行集中返还仪式，向电诈受害群众返还{312万元|funds.returned|2023-11-30|#case}。",
    // One day of a stretch, and all of the territory again.
    "9月29日至10月6日，全市接报电诈{60起|cases.reported|2023-09-29..2023-10-06}。\n9月29日，单日接报电诈{12起|cases.reported|2023-09-29}。全市劝阻群众{1300人|people.dissuaded|2023-09-29..2023-10-06}。",
    "9月、10月、11月，全市电诈发案数环比分别下降{=5.1%|cases.reported|2023-09|^mom:down:5.1:percent}、{=3.6%|cases.reported|2023-10|^mom:down:3.6:percent}和{=8.4%|cases.reported|2023-11|^mom:down:8.4:percent}。",
    "11月20日至26日，全市电诈发案{63起|cases.reported|2023-11-20..2023-11-26}。\n本周高发前两名\n刷单返利：{19起|cases.reported|2023-11-20..2023-11-26}\n冒充客服：{11起|cases.reported|2023-11-20..2023-11-26}",
  ])("%s", (notation) => check(notation, facts));
});
