import { describe, expect, test } from "vitest";
import { extract } from "../src/index.ts";
import { check } from "./check.ts";
import { articleOf, pack } from "./notation.ts";

const inProvince = { published: "2024-11-20", area: "CN-HN" };
const inCity = { published: "2024-11-20", area: "350200" };

describe("places that the clause before 分别 lists", () => {
  test.each([
    "1至10月，长沙、株洲、湘潭三市破案数位居前三，分别为{2110起|cases.solved|2024-01..2024-10|@430100}、{940起|cases.solved|2024-01..2024-10|@430200}和{705起|cases.solved|2024-01..2024-10|@430300}。",
    "10月，岳阳、常德两市劝阻人数最多，分别达{6200人|people.dissuaded|2024-10|@430600}、{5400人|people.dissuaded|2024-10|@430700}。",
    "从各市看，衡阳、邵阳、怀化返还金额靠前，依次为{810万元|funds.returned|-|@430400}、{640万元|funds.returned|-|@430500}、{512万元|funds.returned|-|@431200}。",
    "2023年，永州、郴州两地火灾起数较多，分别为{902起|-|2023|@431100|%}和{877起|-|2023|@431000|%}。",
    // As many places as figures, without 分别.
    "10月，株洲、湘潭、岳阳三个市缴毒{1.7吨|-|2024-10|@430200}、{1.3吨|-|2024-10|@430300}和{0.9吨|-|2024-10|@430600}。",
    "10月，永州、郴州劝阻群众{3100人|people.dissuaded|2024-10|@431100}、{2800人|people.dissuaded|2024-10|@431000}。",
    "10月，全省破案{310起|cases.solved|2024-10}、抓获{420人|suspects.captured|2024-10}。",
    // One year for each figure of the stretch told before.
    "2021年至2023年，全省法院审结电诈案件{930件|cases.handled|2021-01..2023-12}。三年审结数分别为{250件|cases.handled|2021}、{310件|cases.handled|2022}、{370件|cases.handled|2023}。",
  ])("%s", (text) => {
    check(text, inProvince);
  });

  test.each([
    "10月，思明、湖里两区立案数居前，分别为{112起|cases.registered|2024-10|@350203}和{98起|cases.registered|2024-10|@350206}。",
    // What the two figures are of stands between them where the clause before lists no places.
    "10月，全市打击力度不减，破案、抓获分别为{141起|cases.solved|2024-10}、{203名|suspects.captured|2024-10}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});

describe("branches and offices by the short name of their place", () => {
  test.each([
    ["同安支行、集美支行分别新增{6个|-|2024-10|@350212|%}和{5个|-|2024-10|@350211|%}。", inCity],
    ["海沧大队劝阻群众{129人|people.dissuaded|2024-10|@350205}。", inCity],
    ["集美农商行堵截电诈{93起|-|2024-10|@350211}。", inCity],
    // The next territory is none of what the first did.
    ["相邻的翔安区止付资金{310万元|funds.stopped|2024-10|@350213}。", inCity],
    // The district of the municipality, and not the city of that name in another province.
    ["朝阳分局破获电诈案件{538起|cases.solved|2024-10|@110105}。", { published: "2024-11-20", area: "CN-BJ" }],
    // A rank in a larger territory is of the figure before it.
    [
      "全行涉诈账户降至{38个|-|2024-10}，在全省系统内排名第2。\n该行还开展反诈宣传{142场|outreach.events|2024-10}。",
      inCity,
    ],
  ] as const)("%s", (text, facts) => {
    check(`10月份情况通报\n${text}`, facts);
  });
});

describe("countries that a text tells of", () => {
  test.each([
    "韩国警察厅5日通报，2023年该国接报电诈案{1.9万起|cases.reported|2023|@OVERSEAS}。\n报告称，冒充机关类电诈案{1.1万起|cases.reported|2023|@OVERSEAS}。\n在中国，全国公安机关破获电诈案件{43.7万起|cases.solved|2023|@CN}。",
    "2023年，全国破获电诈案件{43.7万起|cases.solved|2023}。日本的情况同样不乐观，去年发生电诈案件{1.9万起|cases.reported|2023|@OVERSEAS}。\n全国劝阻群众{1389万人次|people.dissuaded|2023}。",
    "据韩国警察厅5日公布，去年，韩国全国发生电诈案件{1.9万起|cases.reported|2023|@OVERSEAS}。",
    // Who is from there, and what comes from there, are no country's figures.
    "2023年，全国拦截泰国诈骗电话{3.1万个|calls.blocked|2023}，抓获越南籍电诈嫌疑人{36名|suspects.captured|2023}。",
  ])("%s", (text) => {
    check(text, { published: "2024-02-20" });
  });
});

describe("a deed in another place", () => {
  test.each([
    "10月，思明警方在泉州市一民房内抓获电诈嫌疑人{23人|suspects.captured|2024-10|@350203|#case}。",
    // But the smaller place where the office's own territory holds it.
    "10月，福建警方在惠安县一民房内抓获电诈嫌疑人{23人|suspects.captured|2024-10|@350521|#case}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});

describe("whom a county's article counts", () => {
  test.each([
    "2023年，各地公安机关抓获同安籍电诈嫌疑人{436名|suspects.captured|2023|@350212}。",
    "2023年，同安是全省电诈发案最少的县区之一，发案{96起|cases.reported|2023|@350212}。",
  ])("%s", (text) => {
    check(text, { published: "2024-02-20", area: "350212" });
  });
});

describe("bodies whose names hold others", () => {
  test.each([
    // An app and a centre in quotation marks are none that acts.
    "截至目前，全市“国家反诈中心”App注册人数达{231万人|app.installs|..2024-11-20}。",
    "10月，全市“国家反诈中心”推送的预警指令{3.1万条|warnings.issued|2024-10}全部核查。",
    // What a line is called is none of what it received.
    "10月，市反诈咨询专线受理诈骗案{640起|cases.reported|2024-10}。",
    "10月，市投诉举报平台接报电诈警情{212起|cases.reported|2024-10}。",
    // But complaints are no cases.
    "10月，市12345热线受理诈骗类投诉{212件|-|2024-10}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});

/** The areas of the figures of a text whose own is not known. */
function areasIn(text: string): readonly (string | undefined)[] {
  return extract(articleOf(text, { published: "2024-11-20" }), pack).observations.map(({ area }) => area?.code);
}

describe("whose an article is that names a city of it", () => {
  test.each([
    // A country's own news.
    ["日本特殊诈骗案增加\n去年，特殊诈骗案6840起。\n其中，东京都1570起。", ["OVERSEAS", "OVERSEAS"]],
    // A court by its short name.
    ["老赖无处可逃\n1至10月，上海一中院执结案件8900件。\n同期，该院拘留112人。", ["CN-SH", "CN-SH"]],
    // Whose paper it is, which city holds the counties, and where the first figure is.
    ["我市反诈战果丰硕\n本溪日报讯 10月，全市公安机关破获电诈案件12起。", ["210500"]],
    ["在推进会上的讲话\n去年，全市破获电诈案件812起。鼎城、澧县、石门发案最多，市公安局要加强督导。", ["430700"]],
    [
      "消费者的钱去哪儿了\n2021年，长春市12345平台共受理投诉4800件。\n吉林省市场监管局通报，2021年全省查办案件8600件。",
      ["220100", "CN-JL"],
    ],
    // Who speaks first is the province or region.
    [
      "自治区禁毒办通报我区工作情况。\n今年1至5月，破获毒品案件38起。\n4月18日，柳州市公安机关抓获嫌疑人5名。",
      ["CN-GX", "450200"],
    ],
    ["省公安厅通报全省反诈工作。\n1至10月，破获电诈案件3800起。\n其中，南昌市公安局破获210起。", ["CN-JX", "360100"]],
    [
      "全市反诈工作推进会召开。\n1至10月，破获电诈案件380起。\n10月8日，崂山区公安分局抓获嫌疑人5名。",
      ["370200", "370212"],
    ],
    // And else the city, whoever speaks for it.
    ["绍兴恒信农商行反诈专刊\n1至10月，堵截被骗资金380万元。", ["330600"]],
    ["农行长春分行守牢柜面\n1至10月，劝阻客户38人。", ["220100"]],
    ["柳州市公安局通报反诈工作，发案降幅居全区第一。\n1至10月，破获电诈案件380起。", ["450200"]],
    ["打私成效通报\n1至10月，拱北海关查获走私案件38起。", ["440400"]],
  ])("%s", (text, codes) => {
    expect(areasIn(text)).toEqual(codes);
  });
});
