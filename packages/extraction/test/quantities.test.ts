import { describe, expect, it } from "vitest";
import { extract } from "../src/index.ts";
import { check } from "./check.ts";
import { articleOf, pack } from "./notation.ts";

const facts = { published: "2023-08-01", area: "CN-HN" };

describe("numbers as yearbooks and papers of Hong Kong print them", () => {
  it.each([
    "2016年，全省法院共收各类案件{321 146件|-|2016|%}，审结{295 490件|cases.handled|2016|%|^yoy:up:2.1:percent}，同比上升2.1%。",
    "2016年，全省法院判处罪犯{27 208人|suspects.convicted|2016|^yoy:down:4.3:percent}，同比下降4.3%。",
    "2016年3月，全省法院审结案件{8 012件|cases.handled|2016-03}。",
  ])("%s", (notation) => {
    check(notation, facts);
  });

  it("reads 卅, and a small number in words where a hedge makes a measure of it", () => {
    check("全年警方拘捕{卅一人|suspects.captured|2022|%}，检获毒品近{十吨|-|2022|%|~max}。", facts);
  });
});

describe("changes that a sentence of their own tells", () => {
  it.each([
    "2022年，全省共受理举报{1.2万件|-|2022|^yoy:up:320:case|^yoy:up:2.7:percent}。比上年增加320件，增长2.7%。",
    "1至5月，全省共查办案件{1370件|cases.handled|2023-01..2023-05|^yoy:up:12.5:percent}。同比去年增长12.5%。",
    "1至6月，全省接报火灾{85起|-|2023-01..2023-06|%|^yoy:down:20:percent}，死亡{1人|-|2023-01..2023-06|%|^yoy:flat:0:percent}，受伤{2人|-|2023-01..2023-06|%|^yoy:up:1:person}。同比去年火灾起数下降20%，死亡人数持平，受伤人数增加1人。",
    "1至6月，消防站出动{40次|-|2023-01..2023-06|%|^yoy:down:54.5:percent}，疏散人员{12人|-|2023-01..2023-06|%|^yoy:down:64.7:percent}。与去年同期相比，出动次数下降54.5%，疏散人员数下降64.7%。",
    "3月，全省发生交通事故{385起|-|2023-03|%|^yoy:up:0.5:percent}，同比去年3月增长0.5%。",
  ])("%s", (notation) => {
    check(notation, facts);
  });

  it("leaves alone which of two levels a change without a name is of", () => {
    check(
      "1至6月，全省立案{1200起|cases.registered|2023-01..2023-06|%}，破案{800起|cases.solved|2023-01..2023-06|%}。与去年相同的是，盗窃最多。",
      facts,
    );
  });
});

describe("shares of parts", () => {
  it.each([
    "接群众求助{19.9万起|-|-|^yoy:up:3:percent}，较去年同期增加3%，其中，取蜂窝、抓动物、开门三类占比较大，分别占{34.3%|-|-}、{25.9%|-|-}和{20.7%|-|-}；送水{4660起|-|-|^yoy:up:1.4:times}，较去年同期增加1.4倍。",
    "其中，火灾扑救占比超{五成|-|-|%|~min|^yoy:up:19.9:percent}，同比增加19.9%。",
    "排名前三位的投诉是，食品（占{18%|-|-|%}）、交通工具（{13%|-|-|%}）、服装鞋帽（{9%|-|-|%}）。",
    "其他违法行为{325件|-|-|^share::9:percent}（其中无照经营{210件|-|-}），占举报量的9%；不正当竞争{315件|-|-|^share::8:percent}，占举报量的8%。",
  ])("%s", (notation) => {
    check(notation, facts);
  });
});

describe("cases and those who stand in them, in pairs", () => {
  it.each([
    "2020至2022年，全省移送线索分别为{280件|-|2020|^yoy:up:22.8:percent}{306人|-|2020}、{401件|-|2021|^yoy:up:43.2:percent}{431人|-|2021}、{484件|-|2022|^yoy:up:20.7:percent}{558人|-|2022}，件数同比分别上升22.8%、43.2%、20.7%。",
    "2022年，检察机关批准逮捕盗窃犯罪{306件|cases.handled|2022|%|^yoy:up:31.7:percent}{527人|suspects.arrested|2022|%|^yoy:up:31.7:percent}，同比均上升31.7%；提起公诉{458件|cases.handled|2022|%|^yoy:up:21.3:percent}{825人|suspects.prosecuted|2022|%|^yoy:up:22.3:percent}，同比分别上升21.3%和22.3%；监督立案{18件|-|2022|%}{23人|-|2022|%}。",
  ])("%s", (notation) => {
    check(notation, facts);
  });
});

describe("parts of what a sentence before counted", () => {
  it.each([
    "2022年，全省法院审结一审案件{12.4万件|cases.handled|2022|%}。其中，民事案件{8.3万件|cases.handled|2022|%}，刑事案件{2.1万件|cases.handled|2022|%}，行政案件{0.9万件|cases.handled|2022|%}。",
  ])("%s", (notation) => {
    check(notation, facts);
  });
});

describe("what is none of the pack's, though its words stand there", () => {
  it.each([
    "节日期间，全省交警查处各类交通违法行为{36.9万起|-|-|%}，其中超速{8.6万起|-|-|%}，酒后驾驶{680起|-|-|%}。",
    "2022年，消防队伍参加灭火救援行动共营救被困人员{1589人|-|2022|%}，疏散遇险群众{8900多人|-|2022|%|~min}。",
    "2022年，仲裁机构受理案件{2549件|-|2022}，结案率{92.4%|-|2022}。",
    "2022年，全省12315平台共接到投诉案件{1.3万件|-|2022}。",
    "2022年，全省移送行政拘留{717起|-|2022}，移送涉嫌环境污染犯罪案件{213件|-|2022}。",
    "2022年，全省法院收案{2.7万件|-|2022}，审结{2.6万件|cases.handled|2022}。",
    "2022年，全省查办药品违法案件{320件|cases.handled|2022|%}，吊销许可证{38件|-|2022|%}。",
  ])("%s", (notation) => {
    check(notation, facts);
  });

  it("reads 新发案件 as reported, and 新发现 as nothing of it", () => {
    check(
      "2022年，全省新发非法集资案件{52起|cases.reported|2022|%}，新发命案{7起|cases.reported|2022|%}，新发现吸毒人员{38人|-|2022|%}。",
      facts,
    );
  });
});

describe("what a clause of its own names, and its change", () => {
  it.each([
    "2022年，全省盗窃案件发案数，同比下降{=12%|cases.reported|2022|%|^yoy:down:12:percent}。",
    "2022年，全省道路交通事故造成的死亡人数，比上年下降{=8.6%|-|2022|%|^yoy:down:8.6:percent}。",
    "2022年，全省刑事发案同比下降{=2.4%|cases.reported|2022|%|^yoy:down:2.4:percent}，抢劫、抢夺案件分别下降{=1.1%|cases.reported|2022|%|^yoy:down:1.1:percent}和{=4.4%|cases.reported|2022|%|^yoy:down:4.4:percent}。",
    "2022年，全省破坏森林资源犯罪案件同比下降{=5.6%|cases.reported|2022|^yoy:down:5.6:percent}。",
    "2022年，全省法院共收案件{2114件|-|2022|^yoy:down:1.3:percent}（不含上年旧存{288件|-|2022}，下同），比上年下降1.3%。",
  ])("%s", (notation) => {
    check(notation, facts);
  });

  it("reads no 持平 in 保持平稳", () => {
    check("2022年，全省受理案件量保持平稳，其中投诉{120件|-|2022}。", facts);
  });

  it("reads the years of a list in the sentence after it", () => {
    check(
      "2020至2022年，全省立案分别为{330件|cases.registered|2020}、{365件|cases.registered|2021}、{155件|cases.registered|2022}。建议行政机关移送线索分别为{28件|-|2020}、{41件|-|2021}、{48件|-|2022}。",
      facts,
    );
  });

  it("takes a task that was done for no plan", () => {
    check("2022年，消防站承担抗旱送水任务{460起|-|2022|%|^yoy:up:1.4:times}，较上年增加1.4倍。", facts);
  });
});

describe("amounts whose unit or money is said elsewhere", () => {
  it("reads 超10亿 after 罚款金额 as money", () => {
    check("2022年全省“按日计罚”案件{1046件|-|2022} 罚款金额超{10亿|-|2022|~min}", facts);
  });

  it("takes 人民币，下同 for all amounts of a paper of Hong Kong", () => {
    const text = "2022年，广东省破获经济案件1200宗，涉款62亿元（人民币，下同）。2022年，挽回损失16亿元。";
    const { observations } = extract(articleOf(text, { published: "2023-05-16", area: "CN-HK" }), pack);
    expect(observations.map(({ quantity }) => quantity?.unit)).toEqual(["case", "CNY", "CNY"]);
  });
});

describe("people whose unit is left out", () => {
  it.each(["2022年，全省{2.7万|-|2022}交警和{2.4万|-|2022}交通协管员坚守岗位，惠及{12万|outreach.people|2022}师生。"])(
    "%s",
    (notation) => {
      check(notation, facts);
    },
  );
});

describe("what is no story of one case", () => {
  it.each([
    "昨天，记者从市公安局获悉，2022年全市反诈“成绩单”近日出炉，全市公安机关共破案{2549起|cases.solved|2022}。",
    "2022年，全省公安机关紧盯挂牌督办的跨境赌博大要案件，抽调警力成立专案组，共抓获犯罪嫌疑人{2141人|suspects.captured|2022|%}。",
  ])("%s", (notation) => {
    check(notation, facts);
  });

  it.each([
    "2022年，邵阳市打掉以李洋为首的恶势力团伙，抓获{7名|suspects.captured|2022|%|#case|@430500}犯罪嫌疑人。",
    "去年三月立案的“人人乐”网络传销案，共抓获{31名|suspects.captured|2022-03|%|#case}嫌疑人。",
    "案情重大，市公安局成立专案组，抓获犯罪嫌疑人{21人|suspects.captured|-|#case}。",
  ])("but: %s", (notation) => {
    check(notation, facts);
  });
});

describe("what procurators take in, and what a rate or a part says", () => {
  it.each([
    "2022年，全年共受理提请审查逮捕案件{1529件|-|2022}{2064人|-|2022}，批准逮捕{1269件|cases.handled|2022}{1573人|suspects.arrested|2022}。",
    "2022年，全省法院判处五年以上有期徒刑、无期徒刑直至死刑的罪犯{352人|suspects.convicted|2022}，重刑率{12.6%|-|2022}。",
    "2022年，微生物超标的食品抽检不合格率为{2.83%|-|2022|%}，占不合格样品总量的{23.0%|-|2022|%}。",
    "2022年，全市立案{1776起|cases.registered|2022|%|^yoy:down:48.4:percent}，同比下降48.4%，其中入室盗窃案件同比下降{=44.4%|cases.registered|2022|%|^yoy:down:44.4:percent}。",
    "2022年，全省审结案件{7316件|cases.handled|2022|^yoy:down:19.6:percent}，同比下降19.6%；扣留货物{4.72万批次|-|2022|^yoy:up:1.5:times}，增长1.5倍。",
    "2022年，预付卡投诉{2280起|-|2022|^yoy:up:0.8:times}，是上一年的1.8倍。",
    "2022年，电气火灾占{三成|-|2022|%|~min}还多，遗留火种占{15%|-|2022|%|~max}弱。",
  ])("%s", (notation) => {
    check(notation, facts);
  });
});
