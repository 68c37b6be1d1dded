import { describe, expect, test } from "vitest";
import { extract } from "../src/index.ts";
import { check as checkWith } from "./check.ts";
import { articleOf, type Facts, pack } from "./notation.ts";

const facts = { published: "2022-08-15", area: "CN-ZJ" };
const check = (notation: string, given: Facts = facts): void => checkWith(notation, given);

describe("verb, object and figure in any order", () => {
  test.each([
    "2021年，全省公安机关共破获电信网络诈骗案件{1.3万起|cases.solved|2021}。",
    "2021年，{1.3万起|cases.solved|2021}电信网络诈骗案件被破获。",
    "2021年全省侦破的电诈案件累计{3.7万余起|cases.solved|2021|~min}。",
    "2021年落网的嫌疑人有{5.1万|suspects.captured|2021}。",
    "2021年，打掉团伙{120个|gangs.dismantled|2021}、捣毁窝点{88处|dens.destroyed|2021}，抓获{310名|suspects.captured|2021}犯罪嫌疑人。",
    "2021年收缴银行卡{475张|cards.seized|2021}、电话卡{801张|cards.seized|2021}。",
    "2021年，全省追缴、返还赃款{1.2亿元|funds.recovered|2021}。",
    "2021年建成{11个|centers.built|2021}市级、{90个|centers.built|2021}县级反诈中心。",
    "2021年杭州、宁波、温州分别破获电诈案件{620起|cases.solved|2021|@330100}、{510起|cases.solved|2021|@330200}、{440起|cases.solved|2021|@330300}。",
  ])("%s", (notation) => check(notation));
});

describe("figures that stand beside others", () => {
  test.each([
    "2021年，嘉兴、湖州等3个市共破获电诈案件{90起|cases.solved|2021}。",
    "2021年，损失10万元以上案件全部告破，全省冻结资金{8亿|funds.frozen|2021}。",
    "2021年，公安机关会同检察院、法院打掉团伙{15个|gangs.dismantled|2021}。",
    "2021年，全省电诈立案{8765件|cases.registered|2021}。2021年，全省立电诈案件数同比下降{=3%|cases.registered|2021|^yoy:down:3:percent}。",
    "2021年，扣押车辆{7辆|-|2021}、手机{17台|devices.seized|2021}。",
    "2021年，侦破一起涉案{130余万元|cases.amount_involved|2021|#case|~min}电信诈骗案。",
    "2021年，帮助就业{28人|-|2021}，抓获缅北“回流”人员{33名|suspects.captured|2021}，打掉团伙{9个|gangs.dismantled|2021}。",
  ])("%s", (notation) => check(notation));

  test("years after 其中 are of what the sentence before counted", () => {
    check(
      "2019年至2021年，全省法院审结电诈案件{960件|cases.handled|2019-01..2021-12}。其中，2020年同比上升{=25.1%|cases.handled|2020|^yoy:up:25.1:percent}；2021年同比下降{=17%|cases.handled|2021|^yoy:down:17:percent}。",
    );
  });

  test("counts 件 of 案件 as cases where no indicator fits", () => {
    const { observations } = extract(
      articleOf("2021年，曝光网络案件402件。2021年，批捕网络案件402件643人。", facts),
      pack,
    );
    expect(observations.map(({ quantity, indicator }) => [quantity?.unit, indicator])).toEqual([
      ["case", null],
      ["case", "cases.handled"],
      ["person", "suspects.arrested"],
    ]);
  });
});

describe("time", () => {
  test.each([
    ["今年1至7月", "2022-01..2022-07"],
    ["今年1月至7月", "2022-01..2022-07"],
    ["1—7月", "2022-01..2022-07"],
    ["今年以来", "2022-01-01..2022-08-15"],
    ["6月以来", "2022-06-01..2022-08-15"],
    ["去年", "2021"],
    ["去年下半年", "2021-07..2021-12"],
    ["今年上半年", "2022-01..2022-06"],
    ["二季度", "2022-04..2022-06"],
    ["前三季度", "2022-01..2022-08-15"],
    ["2020年10月至2021年9月", "2020-10..2021-09"],
    ["截至2022年6月底", "..2022-06-30"],
    ["截至目前", "..2022-08-15"],
    ["“雷霆”专项行动开展以来", "..2022-08-15"],
    ["自2022年4月专项行动启动以来", "2022-04-01..2022-08-15"],
    ["二〇二一年", "2021"],
    ["7月份", "2022-07"],
    ["7月1日至10日", "2022-07-01..2022-07-10"],
    ["近三年来", "2019-08-16..2022-08-15"],
  ])("reads %s", (words, period) => check(`${words}，全省破获电诈案件{300起|cases.solved|${period}}。`));

  test("leaves an open end null where only the month of publication is known", () => {
    check("今年以来，全省破获电诈案件{300起|cases.solved|2022-01-01..}。", { published: "2022-08", area: "CN-ZJ" });
  });

  test("ends 6月以来 with the period that its context names", () => {
    check(
      "今年1至7月，全省破获电诈案件{300起|cases.solved|2022-01..2022-07}。6月以来，发案环比下降{=14%|cases.reported|2022-06..2022-07|^mom:down:14:percent}。",
    );
  });

  test("does not take the day of a press conference or the start of a law for a period", () => {
    check("8月10日，省公安厅召开新闻发布会，通报全省破获电诈案件{300起|cases.solved|-}。");
    check("该法自2022年12月1日起施行，全省破获电诈案件{300起|cases.solved|-}。");
  });

  test("starts a campaign where the pack says that it started, and nowhere where it does not", () => {
    const text = "“雷霆”行动开展以来，全省破获电诈案件300起。";
    const campaigns = [{ name: "雷霆", start: "2022-03-01", end: null }];
    const startIn = (given: typeof pack): unknown =>
      extract(articleOf(text, facts), given).observations[0]?.period?.start;
    expect(startIn({ ...pack, campaigns })).toBe("2022-03-01");
    expect(startIn(pack)).toBeNull();
  });

  test("carries a period on until the text moves on", () => {
    check(
      "2021年，全省破获电诈案件{300起|cases.solved|2021}。抓获嫌疑人{50名|suspects.captured|2021}。\n近年来，形势严峻。打掉团伙{9个|gangs.dismantled|-}。",
    );
  });
});

describe("changes", () => {
  test.each([
    "去年破获电诈案件{560起|cases.solved|2021|^yoy:up:15.3:percent}，同比上升15.3%。",
    "去年破获电诈案件{560起|cases.solved|2021|^yoy:up:15.3:percent}、抓获嫌疑人{90名|suspects.captured|2021|^yoy:up:8:percent}，同比分别上升15.3%、8%。",
    "去年立案{310起|cases.registered|2021|^yoy:down:21.4:percent|^share::6.3:percent}，同比下降21.4%，仅占刑事案件总数的6.3%。",
    "去年起诉{1200人|suspects.prosecuted|2021|^yoy:up:17:percent|^yoy:down:1.6:pp}，同比上升近17%，涨幅同比回落1.6个百分点。",
    "去年破案率由32%上升至{41%|cases.solve_rate|2021|^from-to:up:32:percent}。",
    "去年全省发案同比下降{=22%|cases.reported|2021|^yoy:down:22:percent}。",
    "去年抓获嫌疑人{90名|suspects.captured|2021|^yoy:up:2:times}，较上年增长2倍。",
    "去年抓获嫌疑人{90名|suspects.captured|2021|^yoy:up:100:percent}，同比翻一番。",
    "去年破获电诈案件{560起|cases.solved|2021|^yoy:flat:0:percent}，与上年同期持平。",
    "去年发案连续{=6个月下降|cases.reported|2021|^other:down::}。",
    "去年，电诈立案数、损失金额同比分别下降{=12%|cases.registered|2021|^yoy:down:12:percent}和{=9%|losses.incurred|2021|^yoy:down:9:percent}。",
    "去年破获电诈案件{560起|cases.solved|2021|^yoy:up:30:case}，比上年增加30起。",
  ])("%s", (notation) => check(notation));
});

describe("hedges", () => {
  test.each([
    ["1,234.5万元", 12345000, "exact", 12344500, 12345500],
    ["13.1亿元", 1310000000, "exact", 1305000000, 1315000000],
    ["5604元", 5604, "exact", 5604, 5604],
    ["37万余元", 370000, "min", 370000, 380000],
    ["1500余元", 1500, "min", 1500, 1600],
    ["近100万元", 1000000, "max", 900000, 1000000],
    ["近520万元", 5200000, "max", 5150000, 5200000],
    ["超过3亿元", 300000000, "min", 300000000, null],
    ["约200元", 200, "approx", 180, 220],
    ["20—30万元", 200000, "range", 200000, 300000],
    ["13万2千元", 132000, "exact", 131500, 132500],
    ["三百二十万元", 3200000, "exact", 3195000, 3205000],
    ["两三百元", 200, "range", 200, 300],
    ["50万元以上", 500000, "min", 500000, null],
    ["近百万元", 1000000, "max", 900000, 1000000],
  ])("reads %s", (printed, value, bound, low, high) => {
    const { observations } = extract(articleOf(`2021年，全省冻结涉案资金${printed}。`, facts), pack);
    expect(
      observations.map(({ quantity }) => [quantity?.value, quantity?.bound, quantity?.low, quantity?.high]),
    ).toEqual([[value, bound, low, high]]);
  });

  test("gives no level to an indefinite number of a statistic", () => {
    const { observations } = extract(articleOf("今年以来，全省日均避免群众损失数千万元。", facts), pack);
    expect(observations).toMatchObject([
      { indicator: "losses.avoided", rate: "per-day", quantity: { value: null, bound: "approx" } },
    ]);
  });
});

describe("what is no observation", () => {
  test.each([
    "要重点抓好4个方面的工作。",
    "根据该法第四十六条，可处三年以上有期徒刑。",
    "请拨打96110或12381咨询。",
    "犯罪分子使用数十个账户转账，王某等人报案称被骗。",
    "三是突出“四个第一”，做到“两个确保”。",
    "力争到2025年破案率达到50%。",
    "该二人及上述两个号码已被查明。",
    "楼盘均价每平方米2.3万元。",
    "电信部门3分钟内反馈，惩戒期限为3年。",
  ])("%s", (text) => check(text));
});

describe("place", () => {
  test.each([
    "记者从海宁市公安局获悉，去年当地破获电诈案件{56起|cases.solved|2021|@330481}。",
    "去年，全国公安机关破获电诈案件{44.1万起|cases.solved|2021|@CN}。",
    "去年，温州警方从广东抓获电诈嫌疑人{56名|suspects.captured|2021|@330300}。",
    "去年，警方在柬埔寨捣毁诈骗窝点{6个|dens.destroyed|2021|@OVERSEAS}，押解回国{78名|suspects.repatriated|2021|@OVERSEAS}嫌疑人。",
  ])("%s", (notation) => check(notation));
});

describe("other subjects", () => {
  test.each([
    "去年，全省破获毒品案件{120起|cases.solved|2021|%}，缴获毒品{35公斤|-|2021|%}。",
    "去年，全省起诉侵犯公民个人信息犯罪{900人|suspects.prosecuted|2021|%}。",
    "去年，全省立刑事案件{3.2万起|cases.registered|2021|%}，其中电信网络诈骗案件{1.1万起|cases.registered|2021}。",
  ])("%s", (notation) => check(notation));
});

describe("scope", () => {
  test("a story of one case is told from its first report on", () => {
    check(
      "3月2日，湖州市公安局接到李某报案称被骗{30万元|losses.incurred|2022-03-02|#case|@330500}。专案组抓获犯罪嫌疑人{7名|suspects.captured|2022-03-02|#case|@330500}。",
    );
  });
});
