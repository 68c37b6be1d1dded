import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-11-20", area: "CN-JX" };

describe("a share that stands alone", () => {
  test.each([
    // Of a group that is the subject of its clause.
    "2023年，全省法院审结专利案件{3200件|cases.handled|2023|%}，当中{七成|-|2023|%|~min}以上涉及商标。",
    "2023年查获的假货里，约{七成|-|2023|~approx}为服装，逾{一成|-|2023|~min}是电子产品。",
    "2023年，处理紧急召唤{6.9万宗|-|2023}，{93.2%|-|2023}的召唤在目标时间内获处理。",
    "2023年，受访企业中{六成多|-|2023|~min}遇到过钓鱼邮件，{半数|-|2023|~min}以上没有专职人员。",
    // All that is said of a part.
    "2023年，全省起诉毒贩{2140人|suspects.prosecuted|2023|%}，其中无业的超过{半数|-|2023|%|~min}，外省籍的不足{三成|-|2023|%|~max}。",
    // The next of a rate after its change.
    "2023年，头盔佩戴率为{91.6%|-|2023|^yoy:up:6.8:pp}，较上年提高6.8个百分点，其中骑手{99.3%|-|2023}。",
  ])("%s", (text) => {
    check(text, facts);
  });

  test.each([
    "2023年，骗子以三成返利为饵，骗走全省群众{1.2亿元|losses.incurred|2023}。",
    "他们按五成提成，三成归介绍人。",
    "他说，有八成把握是骗子。",
    "2023年，全省缴获银行卡{46张|cards.seized|2023}，都是以三成价格收来的。",
  ])("but: %s", (text) => {
    check(text, facts);
  });
});
