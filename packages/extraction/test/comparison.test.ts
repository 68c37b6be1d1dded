import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-08-12", area: "CN-GD" };
const half = "2024-01..2024-06";

describe("what a figure is compared with", () => {
  test.each([
    // A change and the level that it comes to.
    `今年上半年，全省电诈立案数同比下降20.5%至{3120起|cases.registered|${half}|^yoy:down:20.5:percent}，群众被骗损失减少三成至{1.2亿元|losses.incurred|${half}|^yoy:down:30:percent}。`,
    `今年上半年，全省网络诈骗警情较2023年同期增加1.5倍至约{4800起|cases.reported|${half}|~approx|^yoy:up:1.5:times}。`,
    `今年上半年，全省被骗损失由去年同期的3亿元增加62%至{4.86亿元|losses.incurred|${half}|^from-to:up:300000000:CNY|^other:up:62:percent}。`,
    // A second change of the same level.
    `今年上半年，全省被骗损失{6000万元|losses.incurred|${half}|^yoy:down:160000000:CNY|^yoy:down:73:percent}，较去年同期减少1.6亿元或73%。`,
    `今年上半年，全省接报网购骗案{1164起|cases.reported|${half}|^other:up:13.8:percent}（+13.8%）；接报求职骗案{524起|cases.reported|${half}|^other:down:4.2:percent}（-4.2%）。`,
    `今年上半年，全省电诈立案{2717起|cases.registered|${half}|^yoy:up:36:percent}，同比上升36%，被骗损失{5600万元|losses.incurred|${half}|^yoy:up:61:percent}，急增61%。`,
    // Two years in one comparison.
    `今年上半年，全省电诈立案{188起|cases.registered|${half}|^yoy:up:31:case|^other:up:140:case}，比2023年与2020年同期分别增加31起及140起；破案{208起|cases.solved|${half}|^yoy:up:18:percent|^other:up:5.5:percent}，较去年和2019年同期分别上升18%和5.5%。`,
    `今年上半年，全省电诈立案{33起|cases.registered|${half}|^yoy:down:17:case}，虽多于2020年同期，却较2023年同期减少17起。`,
    // A base of its own time.
    `今年6月，全省电诈立案{31起|cases.registered|2024-06|^mom:up:47.6:percent|^yoy:down:26.2:percent}，环比5月份{21起|cases.registered|2024-05}，上升47.6%；同比去年同期{42起|cases.registered|2023-06}，下降26.2%。`,
    `今年6月，全省接报电诈警情{493起|cases.reported|2024-06|^yoy:down:28:percent}、群众损失{2.3亿元|losses.incurred|2024-06|^yoy:down:47:percent}，较去年6月的{685起|cases.reported|2023-06}、{4.4亿元|losses.incurred|2023-06}，分别下降28%与47%。`,
    `今年6月，全省被骗损失{186万元|losses.incurred|2024-06|^mom:down:28.1:percent}，环比上月{259万元|losses.incurred|2024-05}，下降28.1%。`,
    // The level that a change in another sentence or after other levels names.
    `今年6月，全省受理电诈案件{1887件|cases.reported|2024-06|^mom:down:42:case}，群众损失{12.1亿元|losses.incurred|2024-06|^mom:up:170000000:CNY}。与5月相比，案件数减少42件，但损失却增加1.7亿元。`,
    `今年6月，全省受理电诈案件{1.5万件|cases.reported|2024-06|^yoy:down:28:percent}，群众损失{73.5亿元|losses.incurred|2024-06|^yoy:down:47:percent}，案件数量同比降低28%，损失金额减少47%。`,
    // All of a list went one way.
    `今年上半年，全省实现破案数、抓获数、立案数三提升，分别同比上升{=5.7%|cases.solved|${half}|^yoy:up:5.7:percent}、{=42.3%|suspects.captured|${half}|^yoy:up:42.3:percent}、{=1.2%|cases.registered|${half}|^yoy:up:1.2:percent}。`,
    `今年上半年，全省警情数和立案数双下降，同比分别下降{=9.1%|cases.reported|${half}|^yoy:down:9.1:percent}、{=29.3%|cases.registered|${half}|^yoy:down:29.3:percent}。`,
    // What a bare change is of stands in the clause before it.
    `今年上半年，全省被骗损失同比下降{=38%|losses.incurred|${half}|^yoy:down:38:percent}；6月发案数创两年来新低，环比下降{=26%|cases.reported|2024-06|^mom:down:26:percent}。`,
    `今年上半年，全省破案数同比上升{=25%|cases.solved|${half}|^yoy:up:25:percent}，返还资金是去年同期的{=2.6倍|funds.returned|${half}|^yoy:up:1.6:times}。`,
  ])("%s", (text) => {
    check(text, facts);
  });

  test.each([
    // Ranges in one unit stay ranges.
    `今年上半年，全省返还比例为{20%至30%|-|${half}|~range}。`,
    `今年上半年，全省反诈中心每天劝阻{300至400人次|people.dissuaded|${half}|~range}。`,
    // A month that figures follow without a comparison of them.
    `今年6月，全省破案{310起|cases.solved|2024-06|^mom:up:10:case}，比5月多破10起。`,
    `今年上半年，全省破案{310起|cases.solved|${half}}。较去年6月的平台更进一步，目前已建成反诈中心{18个|centers.built|..2024-08-12}。`,
  ])("but: %s", (text) => {
    check(text, facts);
  });
});

describe("comparisons of the papers of Hong Kong, Macao and Taiwan", () => {
  const hk = { published: "2024-09-12", area: "CN-HK" };
  const tw = { published: "2024-09-12", area: "CN-TW" };
  const half = "2024-01..2024-06";
  test.each<[text: string, facts: { published: string; area: string }]>([
    [
      `今年上半年，损失金额达{5640万港元|losses.incurred|${half}|^yoy:down:12:percent}，较上年同期的{6410万港元|losses.incurred|2023-01..2023-06}下跌12%。`,
      hk,
    ],
    [
      `今年上半年，升幅显著的包括网上骗案，增{=164宗|cases.reported|${half}|^other:up:164:case|^other:up:13.8:percent}（+13.8%）；电话骗案，减{=24宗|cases.reported|${half}|^other:down:24:case|^other:down:4.3:percent}（-4.3%）。`,
      hk,
    ],
    [
      `今年上半年，网上骗案有{803宗|cases.reported|${half}|^yoy:up:62.9:percent|^other:up:33:case|^other:up:4.2:percent}，按年增加62.9%；与2019年同期相比增加33宗，上升4.2%。`,
      hk,
    ],
    [
      `今年上半年，网上骗案有{240宗|cases.reported|${half}|^yoy:down:33:case|^other:up:157:case}，比2023年同期减少33宗，但仍较2019年同期增加157宗。`,
      hk,
    ],
    [
      "去（2023）年8月受理诈骗案件{2502件|cases.reported|2023-08}、财损{16亿元|losses.incurred|2023-08}，今（113）年8月受理诈骗案件{1656件|cases.reported|2024-08|^other:down:34:percent}、财损{8.4亿元|losses.incurred|2024-08|^other:down:48:percent}，案件减少34%、财损减少48%。",
      tw,
    ],
    [
      "8月受理诈骗案件{870件|cases.reported|2024-08|^yoy:down:50:percent}、财损{1.3亿元|losses.incurred|2024-08|^yoy:down:50:percent}，较平台上线的去年8月{1760件|cases.reported|2023-08}、{2.8亿元|losses.incurred|2023-08}，均下降逾5成。",
      tw,
    ],
  ])("%s", (text, facts) => {
    check(text, facts);
  });
});
