import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-11-18", area: "370100" };

describe("stretches that a campaign opens", () => {
  test.each([
    "9月1日全市“护网”会战打响后，抓获嫌疑人{210名|suspects.captured|2024-09-01..2024-11-18}，捣毁窝点{8处|dens.destroyed|2024-09-01..2024-11-18}。",
    "自6月15日反诈专班成立以来，全市止付资金{2亿元|funds.stopped|2024-06-15..2024-11-18}。",
    "从去年8月专项整治开始算起，全市抓获嫌疑人{210名|suspects.captured|2023-08-01..2024-11-18}。",
    // A day on which a campaign opened, and what followed.
    "为期三个月的“夏季攻势”于3月1日打响。攻势期间，全市破案{300起|cases.solved|2024-03-01..2024-11-18}。",
    // One deed is no beginning.
    "7月2日收网行动后，民警抓获{12名|suspects.captured|2024-07-02|#case}嫌疑人。",
    // 截至 takes the start of the sentence before, and leaves both to the next paragraph.
    "6月10日起，济南警方开展打击电信网络诈骗“夏季风暴”专项整治。截至8月31日，破案{120起|cases.solved|2024-06-10..2024-08-31}。\n整治中，捣毁窝点{30处|dens.destroyed|2024-06-10..2024-08-31}。",
    // An end without a campaign has no start.
    "前十月，全市破案{300起|cases.solved|2024-01..2024-10}。截至10月底，安装国家反诈中心App的有{300万人|app.installs|..2024-10-31}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("days and weeks told from the report", () => {
  test.each([
    "上月22日，一名84岁婆婆接到来电，被骗走{49万元|losses.incurred|2024-10-22|#case}。",
    "上周，全市接报电诈警情{90起|cases.reported|2024-11-11..2024-11-17}。上周五，警方打掉诈骗团伙{2个|gangs.dismantled|2024-11-15|#case}。",
    // A day alone: of the report's month, or of the day last named.
    "10月，全市破案{50起|cases.solved|2024-10}。15日，民警在历下区抓获嫌疑人{3名|suspects.captured|2024-11-15|@370102|#case}。",
    "9月9日，民警接到报警。12日，专案组抓获嫌疑人{6名|suspects.captured|2024-09-12|#case}。",
    // The day last named, in the scope of what was told.
    "截至11月10日，全市累计接报电诈警情{3万起|cases.reported|..2024-11-10}。当天接报{98起|cases.reported|2024-11-10}。",
    // How long is no day.
    "违者处15日以下拘留。1至10月，全市破案{50起|cases.solved|2024-01..2024-10}。",
    // The day of telling.
    "昨日，记者从市公安局获悉，1至10月，全市破案{310起|cases.solved|2024-01..2024-10}。抓获嫌疑人{80名|suspects.captured|2024-01..2024-10}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("other stretches", () => {
  test.each([
    "今年一至三季度，全市破案{300起|cases.solved|2024-01..2024-09}。",
    "今年一、二季度，全市破案{300起|cases.solved|2024-01..2024-06}。",
    // So many months as the text reported on, whatever was told in between.
    "今年1至7月，全市破案{300起|cases.solved|2024-01..2024-07}。3月，破案{50起|cases.solved|2024-03}。七个月里，抓获嫌疑人{700名|suspects.captured|2024-01..2024-07}。",
    // The month itself, and the year itself.
    "到10月份只破案{9起|cases.solved|2024-10}。",
    // A part of the time does not go on over a semicolon, nor into the next sentence.
    "上半年破案{900起|cases.solved|2024-01..2024-06}，其中二季度破案{500起|cases.solved|2024-04..2024-06}；挽损{2亿元|funds.recovered|2024-01..2024-06}。抓获嫌疑人{1200人|suspects.captured|2024-01..2024-06}。",
    // One time for each figure of a list.
    "2022年、2023年和今年前10个月，全市发案数分别为{900起|cases.reported|2022}、{800起|cases.reported|2023}和{500起|cases.reported|2024-01..2024-10}。",
    // A holiday without its days, and one whose days the text reports on.
    "今年国庆假期，全市接报电诈警情{90起|cases.reported|-}。",
    "10月1日至7日，全市接报电诈警情{90起|cases.reported|2024-10-01..2024-10-07}。今年国庆假期，劝阻{12人|people.dissuaded|2024-10-01..2024-10-07}。",
    // A season without its days.
    "今年春节假期，全市接报电诈警情{90起|cases.reported|-}。",
    // What a record is measured against is no period.
    "10月，全市破案{300起|cases.solved|2024-10}，为2016年有统计以来的最高值。抓获嫌疑人{80名|suspects.captured|2024-10}。",
    "10月，全市破案{300起|cases.solved|2024-10}，创有史以来最高。抓获嫌疑人{80名|suspects.captured|2024-10}。",
    // What is compared with is none.
    "10月发案数跟去年10月比少了。全市发案{90起|cases.reported|2024-10}。",
    // The whole that is parted again after a month of its own.
    "2023年，全市发案{900起|cases.reported|2023}。\n从手段看，刷单类发案{300起|cases.reported|2023}。\n今年1月，全市发案{50起|cases.reported|2024-01}。\n从地域看，历下区发案{80起|cases.reported|2023|@370102}。",
    "2023年，全市破案{300起|cases.solved|2023}。如今，全市反诈App已安装{50万人|app.installs|..2024-11-18}。",
  ])("%s", (text) => {
    check(text, facts);
  });

  test("reads the year told in its last week as the year", () => {
    check(
      "2024年，全市破案{300起|cases.solved|2024}。今年以来，抓获嫌疑人{80名|suspects.captured|2024-01-01..2024-12-28}。",
      {
        published: "2024-12-28",
        area: "370100",
      },
    );
  });
});

describe("where a story begins and ends", () => {
  test.each([
    "事情出在7月11日，他接了个视频，被骗走{68万元|losses.incurred|2024-07-11|#case}。\n再说说抓人。7月全市抓获嫌疑人{43名|suspects.captured|2024-07}。",
    "3月8日，王女士接到电话，被骗{30万元|losses.incurred|2024-03-08|#case}。记者了解到，今年前10个月，历下区两级法院审结电诈案件{300件|cases.handled|2024-01..2024-10|@370102}。",
    "在青岛，王女士被骗{30万元|losses.incurred|-|@370200|#case}。2023年，烟台破案{300起|cases.solved|2023|@370600}。",
    "今年6月，民警在历下区一小区内抓获嫌疑人{12人|suspects.captured|2024-06|@370102|#case}。",
    "8月1日，全市公安机关集中收网，抓获嫌疑人{300名|suspects.captured|2024-08-01|#case}。扣押手机{90部|devices.seized|2024-08-01|#case}。",
    // A county's name opens with 全州 and is no whole territory.
    "7月2日，全州县公安局抓获嫌疑人{4名|suspects.captured|2024-07-02|@450324|#case}。",
    // A part of one operation.
    "7月2日，警方收网，抓获电信诈骗嫌疑人{40名|suspects.captured|2024-07-02|#case}。其中，电信诈骗在逃人员{4名|suspects.fugitives|2024-07-02|#case}。",
  ])("%s", (text) => {
    check(text, facts);
  });
});

describe("a day up to which this year is told, and the ends of a movement", () => {
  test.each([
    "截至6月20日，全省今年累计关停涉诈号码{14.3万个|phones.blocked|2024-01-01..2024-06-20}，拦截诈骗电话{2.6亿次|calls.blocked|2024-01-01..2024-06-20}。",
    "截至5月底，全省反诈部门今年已冻结资金{3.1亿元|funds.frozen|2024-01-01..2024-05-31}。\n全省还返还资金{820万元|funds.returned|2024-01-01..2024-05-31}。",
    // A year that is over is none of it.
    "截至6月20日，全省2023年冻结的资金已返还{820万元|funds.returned|2023}。",
    // 由1月降至5月 is no stretch for what follows.
    "上半年，全省反诈部门冻结资金{3.1亿元|funds.frozen|2024-01..2024-06}。\n涉案号码由1月的412个降至5月的{137个|-|2024-05|^from-to:down:412:item}。\n全省返还资金{820万元|funds.returned|2024-01..2024-06}。",
  ])("%s", (text) => {
    check(text, { published: "2024-07-05", area: "CN-JX" });
  });
});

describe("months that were not over when the text was published", () => {
  test.each([
    "1—12月，全市累计破案{300起|cases.solved|2023}。",
    "1至11月，全市破案{300起|cases.solved|2023-01..2023-11}。",
    "今年1—11月，全市破案{300起|cases.solved|2023-01..2023-11}。",
    "今年前12个月，全市破案{300起|cases.solved|2023}。",
    "今年上半年，全市破案{300起|cases.solved|2023-01..2023-06}；10月份破案{40起|cases.solved|2023-10}。",
    "2024年1月，全市破案{30起|cases.solved|2024-01}。",
  ])("%s", (text) => {
    check(text, { published: "2024-02-02", area: "370100" });
  });
  // The half-year and the quarter are told before their last days.
  test.each([
    "今年上半年，全市破案{300起|cases.solved|2024-01-01..2024-06-25}。",
    "二季度，全市破案{120起|cases.solved|2024-04-01..2024-06-25}；1—6月，全市破案{300起|cases.solved|2024-01-01..2024-06-25}。",
  ])("%s", (text) => {
    check(text, { published: "2024-06-25", area: "370100" });
  });
});
